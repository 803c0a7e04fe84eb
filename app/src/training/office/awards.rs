//! `/dinas/pelatihan/{slug}/sertifikat`: who has earned a certificate, who has one, and what the others lack.

use domain::training::attendance::needed;
use domain::training::certificate::{Ending, Lack};
use domain::training::class::State;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{Award, Awarded, Awards, find_awards};

use super::award::{AWARD, BY_HAND, CORRECT, REVOKE, field};
use super::{ORGANISE, WHOLE, awards_path, class_path, missing, rooms};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{CertificateText, Lang, ending_label};
use crate::training::certificate::{check_path, file_path};
use crate::ui::{Alert, Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<(Awards, Refused), Missing> {
    only(&visitor, ORGANISE)?;
    let awards = find_awards(&platform, &visitor.actor, &slug).await.map_err(missing)?;
    Ok((awards, recall(&platform, visitor.typed, AWARD).await?))
}

/// `/dinas/pelatihan/{slug}/sertifikat`.
#[component]
pub fn AwardsPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |(awards, refused)| {
        let t = lang();
        let title = t.aw_title(&awards.class.course.title);
        let whole = refused.error(WHOLE).map(str::to_owned).map(|text| view! { <Alert text=text/> });
        let (issue, people) = (issue(&awards, t), people(&awards, &refused, t));
        view! {
            <Desk title=title>
                {rooms("", t)}
                <ErrorSummary errors=refused.errors.clone() kept=false/>
                {whole}
                {issue}
                {people}
            </Desk>
        }
    })
}

/// How many have one, how many are due, and the button that issues them.
fn issue(awards: &Awards, t: Lang) -> AnyView {
    let (class, due, held) = (&awards.class, awards.due(), awards.held());
    let sessions = class.sessions.len();
    let content = if !class.course.certificate {
        view! { <p>{t.aw_not_offered()}</p> }.into_html()
    } else if class.state != State::Selesai {
        view! { <p>{t.aw_not_over()}</p> }.into_html()
    } else if due == 0 {
        view! { <p>{t.aw_nobody_due()}</p> }.into_html()
    } else {
        view! {
            <form class="stack stack--2" method="post" action="/aksi/dinas/pelatihan/sertifikat">
                <input type="hidden" name="kelas" value=class.slug.clone()/>
                <p>{t.aw_due(due)}</p>
                <div><button class="btn btn--big">{t.aw_issue(due)}</button></div>
            </form>
        }
        .into_html()
    };
    let open = class.state == State::Selesai && awards.unknown > 0;
    let unknown = open.then(|| view! { <Alert text=t.aw_unknown(awards.unknown)/> });
    // By hand, so that it never takes away what somebody is typing below.
    let making = (awards.made() < held).then(|| {
        view! { <p class="muted" role="status">{t.aw_making(awards.made(), held)}" "<a href=awards_path(&class.slug)>{t.aw_again()}</a></p> }
    });
    let least = needed(sessions as i64, class.course.minimum);
    view! {
        <section class="card stack" aria-labelledby="j-terbit">
            <div class="tr__top">
                <h2 class="h3" id="j-terbit">{t.cert_title()}</h2>
                <span class="state state--info">{t.aw_held(held, awards.people.len())}</span>
            </div>
            <p class="muted">{t.aw_minimum(least, sessions)}</p>
            {unknown}
            {content}
            {making}
            <div><a class="btn btn--line" href=class_path(&class.slug)>{t.aw_to_class()}</a></div>
        </section>
    }
    .into_html()
}

fn people(awards: &Awards, refused: &Refused, t: Lang) -> Option<AnyView> {
    let rows: Vec<AnyView> = awards.people.iter().map(|person| row(awards, person, refused, t)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card stack" id="peserta" aria-labelledby="j-peserta">
                <h2 class="h3" id="j-peserta">{t.aw_people()}</h2>
                <ul class="roster">{rows}</ul>
            </section>
        }
        .into_html()
    })
}

fn row(awards: &Awards, person: &Award, refused: &Refused, t: Lang) -> AnyView {
    let attended = t.aw_attended(person.attended, awards.class.sessions.len());
    let held = person.certificate.as_ref().filter(|certificate| certificate.ended.is_none());
    let end = match held {
        Some(certificate) => holds(awards, person, certificate, refused, t),
        None => holds_none(awards, person, refused, t),
    };
    view! {
        <li>
            <div class="roster__who">
                <strong>{person.name.clone()}</strong>
                <p class="muted small">{format!("{attended}\u{a0}· {}", person.number)}</p>
            </div>
            <div class="roster__end">{end}</div>
        </li>
    }
    .into_html()
}

/// Somebody with a certificate: the file, its page, and what can be done with it.
fn holds(awards: &Awards, person: &Award, certificate: &Awarded, refused: &Refused, t: Lang) -> AnyView {
    let other =
        (certificate.holder != person.name).then(|| view! { <p class="small">{certificate.holder.clone()}</p> });
    let by_hand = Some(&certificate.reason)
        .filter(|reason| !reason.is_empty())
        .map(|reason| view! { <p class="muted small">{t.aw_by_hand_was(reason)}</p> });
    let lacks = (person.lack.is_some() && certificate.reason.is_empty())
        .then(|| view! { <p class="small">{t.aw_lacks_now()}</p> });
    view! {
        <p class="small"><span class="mono">{certificate.number.clone()}</span>"\u{a0}· "{t.cert_issued(&certificate.issued_at.day().long(t))}</p>
        {other}{by_hand}{lacks}
        <p class="small">
            <a href=file_path(&person.number)>"PDF"<span class="vh">{format!(": {}", person.name)}</span></a>"\u{a0}· "
            <a href=check_path(&certificate.code)>{t.cert_check()}<span class="vh">{format!(": {}", person.name)}</span></a>
        </p>
        {change(awards, person, certificate, refused, t)}
    }
    .into_html()
}

/// Somebody without one: why, and issuing it with a reason.
fn holds_none(awards: &Awards, person: &Award, refused: &Refused, t: Lang) -> AnyView {
    let ended = person.certificate.as_ref().and_then(|certificate| certificate.ended);
    let why = match (ended, person.lack) {
        (Some((ending, at)), _) => format!("{}: {}", at.day().long(t), ending_label(t, ending)),
        (None, None) => t.aw_is_due().to_owned(),
        (None, Some(Lack::Quiz)) => t.aw_lacks_quiz().to_owned(),
        (None, Some(_)) => t.aw_lacks().to_owned(),
    };
    let over = !matches!(person.lack, Some(Lack::NotOffered | Lack::NotOver));
    let by_hand = (over && !person.is_due()).then(|| {
        let open = refused.error(&field(BY_HAND, &person.number)).is_some();
        let form = form(awards, person, "/khusus", reason(BY_HAND, person, refused, t), t.aw_by_hand(), false);
        fold(person, t.aw_by_hand(), open, form)
    });
    view! { <p class="small">{why}</p>{by_hand} }.into_html()
}

/// Correcting the name, and revoking.
fn change(awards: &Awards, person: &Award, certificate: &Awarded, refused: &Refused, t: Lang) -> AnyView {
    let open = [CORRECT, REVOKE].iter().any(|form| refused.error(&field(form, &person.number)).is_some());
    let correct =
        form(awards, person, "/betulkan", name(person, certificate, refused, t), t.aw_correct_button(), false);
    let revoke = view! { {ending(person, refused, t)}{reason(REVOKE, person, refused, t)} }.into_html();
    let revoke = form(awards, person, "/cabut", revoke, t.aw_revoke_button(), true);
    fold(person, t.aw_change(), open, view! { {correct}{revoke} }.into_html())
}

fn name(person: &Award, certificate: &Awarded, refused: &Refused, t: Lang) -> AnyView {
    let id = field(CORRECT, &person.number);
    let open = refused.error(&id).is_some();
    let typed = if open { refused.value(&id).to_owned() } else { certificate.holder.clone() };
    let about = described(&id, true, refused);
    view! {
        <Field name=id.clone() label=t.aw_name().to_owned() hint=t.aw_correct_hint() refused=refused.clone()>
            <input class="input" id=id name="nama" maxlength="80" required value=typed aria-describedby=about/>
        </Field>
    }
    .into_html()
}

fn reason(of: &str, person: &Award, refused: &Refused, t: Lang) -> AnyView {
    let id = field(of, &person.number);
    let (typed, about) = (refused.value(&id).to_owned(), described(&id, false, refused));
    view! {
        <Field name=id.clone() label=t.aw_by_hand_why().to_owned() refused=refused.clone()>
            <input class="input" id=id name="alasan" maxlength="160" required value=typed aria-describedby=about/>
        </Field>
    }
    .into_html()
}

fn ending(person: &Award, refused: &Refused, t: Lang) -> AnyView {
    let id = field("sebab", &person.number);
    let chosen = refused.error(&field(REVOKE, &person.number)).map(|_| refused.value("sebab"));
    let kinds = Ending::REVOKED.iter().map(|ending| {
        let selected = chosen.as_deref() == Some(ending.as_str());
        view! { <option value=ending.as_str() selected=selected>{ending_label(t, *ending)}</option> }
    });
    view! {
        <div class="field">
            <label r#for=id.clone()>{t.aw_revoke_kind()}</label>
            <select class="input" id=id name="sebab">{kinds.collect_view()}</select>
        </div>
    }
    .into_html()
}

/// A form about one participant; `action` below the address of certificates.
fn form(
    awards: &Awards,
    person: &Award,
    action: &'static str,
    fields: AnyView,
    button: &'static str,
    danger: bool,
) -> AnyView {
    let look = if danger { "btn btn--danger" } else { "btn btn--line" };
    view! {
        <form class="stack stack--2" method="post" action=format!("/aksi/dinas/pelatihan/sertifikat{action}")>
            <input type="hidden" name="kelas" value=awards.class.slug.clone()/>
            <input type="hidden" name="nomor" value=person.number.clone()/>
            {fields}
            <div><button class=look>{button}</button></div>
        </form>
    }
    .into_html()
}

/// What is folded away about one participant.
fn fold(person: &Award, label: &'static str, open: bool, content: AnyView) -> AnyView {
    view! {
        <details class="fold fold--step" open=open>
            <summary>{label}<span class="vh">{format!(": {}", person.name)}</span><Icon name="chevron-down"/></summary>
            <div class="stack">{content}</div>
        </details>
    }
    .into_html()
}
