//! Who registered for a class, and what an organiser decides about one of them.

use domain::phone::Phone;
use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::{Action, By, STEPS, State};
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{ClassShown, OrganiseError, ParticipantShown, decide_registration, list_participants};

use super::{WHOLE, class_path, problems};
use crate::action::{Word, done, escape};
use crate::html::IntoHtml;
use crate::shop::seller::form::Form;
use crate::text::{Lang, RegistrationText, TrainingDeskText, decision_label, registration_state};
use crate::ui::{Alert, Field, Icon, described};
use crate::visitor::{Visitor, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const DECIDE: &str = "pelatihan-peserta";

/// The list, in the order of coming.
pub(super) fn participants(
    class: &ClassShown,
    people: &[(ParticipantShown, String)],
    refused: &Refused,
    t: Lang,
) -> AnyView {
    let content = if people.is_empty() {
        view! { <p class="muted">{t.td_no_participants()}</p> }.into_html()
    } else {
        let rows = people.iter().map(|(person, place)| row(class, person, place, refused, t)).collect_view();
        view! { <ul class="roster">{rows}</ul> }.into_html()
    };
    let file = (!people.is_empty()).then(|| {
        let file = |kind: &str| format!("{}/peserta.{kind}", class_path(&class.slug));
        view! {
            <div class="row">
                <a class="btn btn--line" href=file("xlsx")><Icon name="download"/>{t.td_file_xlsx()}</a>
                <a class="btn btn--line" href=file("csv")><Icon name="download"/>{t.td_file()}</a>
            </div>
        }
    });
    let whole = refused.error(WHOLE).map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    view! {
        <section class="card stack" id="peserta" aria-labelledby="j-peserta">
            <div class="tr__top"><h2 class="h3" id="j-peserta">{t.td_participants()}</h2>{file}</div>
            {whole}
            {content}
        </section>
    }
    .into_html()
}

fn local(phone: &str) -> String {
    Phone::parse(phone).map(|phone| phone.local()).unwrap_or_default()
}

fn row(class: &ClassShown, person: &ParticipantShown, place: &str, refused: &Refused, t: Lang) -> AnyView {
    let first = person.first_time.then(|| format!("\u{a0}· {}", t.td_first_time()));
    let until = person.offer_until.map(|until| format!("\u{a0}· {}", Timestamp::from_micros(until).words(t)));
    view! {
        <li>
            <div class="roster__who">
                <strong>{person.entry}". "{person.name.clone()}</strong>
                <p class="muted small">
                    <a href=format!("tel:{}", person.phone)>{local(&person.phone)}</a>
                    {format!("\u{a0}· {place}")}{first}{format!("\u{a0}· {}", person.number)}
                </p>
            </div>
            <div class="roster__end">
                <p class="small">{registration_state(t, person.state, class.state)}{until}</p>
                {decide(class, person, refused, t)}
            </div>
        </li>
    }
    .into_html()
}

/// What can be decided about somebody, folded.
fn decide(class: &ClassShown, person: &ParticipantShown, refused: &Refused, t: Lang) -> Option<AnyView> {
    if !class.state.takes_place() || !person.state.is_live() {
        return None;
    }
    let may = |step: &&domain::training::registration::Step| {
        step.from == person.state
            && step.by.contains(&By::Petugas)
            && (step.action != Action::Offer || class.state == ClassState::Terbit)
    };
    let own = refused.value("nomor") == person.number;
    let refused = if own { refused.clone() } else { Refused::default() };
    let id = format!("alasan-{}", person.number);
    let about = described("alasan", true, &refused);
    let buttons = STEPS
        .iter()
        .filter(may)
        .map(|step| {
            view! { <button class="btn btn--line" name="langkah" value=step.action.as_str()>{decision_label(t, step.action)}</button> }
        })
        .collect_view();
    Some(
        view! {
            <details class="fold fold--step" open=own>
                <summary>{t.td_decide()}<span class="vh">{format!(": {}", person.name)}</span><Icon name="chevron-down"/></summary>
                <form class="stack stack--2" method="post" action="/aksi/dinas/pelatihan/peserta">
                    <input type="hidden" name="kelas" value=class.slug.clone()/>
                    <input type="hidden" name="nomor" value=person.number.clone()/>
                    <Field name=id.clone() label=t.td_reason().to_owned() hint=t.td_reason_hint() refused=refused.clone()>
                        <input class="input" id=id name="alasan" maxlength="200" required value=refused.value("alasan") aria-describedby=about/>
                    </Field>
                    <div class="row">{buttons}</div>
                </form>
            </details>
        }
        .into_html(),
    )
}

/// Decides about a registration.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/peserta")]
pub async fn decide_participant(
    kelas: String,
    nomor: String,
    #[server(default)] langkah: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = format!("{}#peserta", class_path(&escape(&kelas)));
    let mut form = Form::new(DECIDE, back.clone());
    form.keep("nomor", &nomor);
    form.keep("alasan", &alasan);
    let (Ok(reason), Ok(action)) = (Line::parse(&alasan), langkah.parse::<Action>()) else {
        form.wrong(WHOLE, t.td_no_reason());
        form.refuse().await;
        return Ok(());
    };
    match decide_registration(&platform, &visitor.actor, &nomor, action, &reason).await {
        Ok(_) => done(Word::Done, &back),
        Err(OrganiseError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            for (_, problem) in problems(error, t) {
                form.wrong(WHOLE, problem);
            }
            form.refuse().await;
        }
    }
    Ok(())
}

/// The participants of a class as a table, in the order of coming; the first row says what stands in each column.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn participants_table(
    platform: &Platform,
    visitor: &Visitor,
    slug: &str,
) -> Result<Vec<Vec<String>>, OrganiseError> {
    let people = list_participants(platform, &visitor.actor, slug).await?;
    let (t, reference) = (visitor.lang, platform.reference().await?);
    let columns = ["No", t.reg_number(), t.reg_name(), t.reg_phone(), t.reg_kecamatan(), t.td_stage()];
    let row = |person: ParticipantShown| {
        vec![
            person.entry.to_string(),
            person.number,
            person.name,
            local(&person.phone),
            reference.kecamatan_name(&person.kecamatan).to_owned(),
            state_word(person.state, t).to_owned(),
        ]
    };
    Ok(std::iter::once(columns.map(str::to_owned).to_vec()).chain(people.into_iter().map(row)).collect())
}

fn state_word(state: State, t: Lang) -> &'static str {
    registration_state(t, state, ClassState::Terbit)
}
