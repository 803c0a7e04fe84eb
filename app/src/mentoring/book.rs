//! `/pendampingan/{nomor}/jadwal`: the times that are free for both, and booking one.

use domain::mentoring::{By, Slot, Way};
use domain::time::{Day, Timestamp};
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::mentoring::{Booking, MentoringError, MentoringFile, book_appointment, find_mentoring, list_slots};

use super::{fold, mentoring_path, missing, refused};
use crate::action::{Word, done, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::request::param;
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry, typed};
use crate::shop::seller::form::Form;
use crate::text::{Lang, MentoringText, way_label};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const BOOK: &str = "pendampingan-janji";
/// So many days are seen at once; the later ones are folded away.
const SOON: usize = 4;

struct Shown {
    file: MentoringFile,
    slots: Vec<Slot>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    signed_in(&visitor)?;
    let file = find_mentoring(&platform, &visitor.actor, &number).await.map_err(missing)?;
    if !file.state.meets() || file.parts == [By::Koordinator] {
        return Err(Missing::Elsewhere(mentoring_path(&file.number)));
    }
    let slots = list_slots(&platform, &visitor.actor, &number).await.map_err(missing)?;
    Ok(Shown { file, slots, refused: recall(&platform, visitor.typed, BOOK).await? })
}

/// `/pendampingan/{nomor}/jadwal`.
#[component]
pub fn BookPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |shown| {
        let t = lang();
        let mentor = shown.file.mentor.as_ref().map(|mentor| mentor.name.clone()).unwrap_or_default();
        let body = if shown.slots.is_empty() { none(&shown, t) } else { form(&shown, t) };
        view! {
            <Desk title=t.me_book().to_owned() lead=t.me_book_lead(&mentor)>
                <a class="back" href=mentoring_path(&shown.file.number)><Icon name="chevron-left"/>{shown.file.business.clone()}</a>
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {body}
                </div>
            </Desk>
        }
    })
}

fn none(shown: &Shown, t: Lang) -> AnyView {
    if shown.file.is(By::Pendamping) {
        return view! {
            <div class="card stack"><p>{t.me_book_none_mentor()}</p><div><a class="btn" href="/pendampingan/jam">{t.me_hours()}</a></div></div>
        }
        .into_html();
    }
    view! { <p class="card">{t.me_book_none()}</p> }.into_html()
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let chosen = typed(refused, "waktu", "");
    let days = shown.slots.chunk_by(|one, other| one.from.day() == other.from.day());
    let mut days: Vec<AnyView> = days.enumerate().map(|(nth, slots)| day(slots, nth == 0, &chosen, t)).collect();
    let later = days.split_off(days.len().min(SOON));
    let later = (!later.is_empty()).then(|| {
        fold(
            t.me_book_later(),
            !refused.value("waktu").is_empty(),
            view! { <div class="slots">{later}</div> }.into_html(),
        )
    });
    let ways: Vec<(String, String)> =
        Way::ALL.iter().map(|way| (way.to_string(), way_label(t, *way).to_owned())).collect();
    let place = Entry {
        name: "tempat",
        label: t.me_book_place(),
        hint: t.me_book_place_hint(),
        kind: Kind::Line,
        most: 120,
        need: Need::Must,
    };
    let error = refused.error("waktu").map(|error| {
        view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error.to_owned()}</p> }
    });
    view! {
        <form class="card stack" method="post" action="/aksi/pendampingan/janji">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            <fieldset class="field">
                <legend class="strong">{t.me_book_when()}</legend>
                {error}
                <div class="slots">{days}</div>
                {later}
            </fieldset>
            {choice("cara", t.me_book_way(), &ways, None, Way::Tempat.as_str(), refused)}
            {entry(place, "", refused, t)}
            <button class="btn btn--big btn--wide">{t.me_book_button()}</button>
        </form>
    }
    .into_html()
}

/// The free times of a day. The error summary leads to the first of all.
fn day(slots: &[Slot], first: bool, chosen: &str, t: Lang) -> AnyView {
    let of: Option<Day> = slots.first().map(|slot| slot.from.day());
    let times = slots
        .iter()
        .enumerate()
        .map(|(nth, slot)| {
            let value = slot.from.micros().to_string();
            let id = (first && nth == 0).then_some("waktu");
            let (hour, minute) = slot.from.clock();
            let checked = value == chosen;
            view! {
                <label class="slot"><input type="radio" id=id name="waktu" value=value checked=checked required/><span>{format!("{hour:02}.{minute:02}")}</span></label>
            }
        })
        .collect_view();
    view! {
        <div class="slots__day">
            <p class="strong">{of.map(|day| day.long(t))}</p>
            <div class="slots__times">{times}</div>
        </div>
    }
    .into_html()
}

/// Makes an appointment.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/janji")]
pub async fn make_appointment(
    nomor: String,
    #[server(default)] waktu: String,
    #[server(default)] cara: String,
    #[server(default)] tempat: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = mentoring_path(&nomor);
    let mut form = Form::new(BOOK, format!("{back}/jadwal"));
    form.keep("waktu", &waktu);
    form.keep("cara", &cara);
    let place = form.read("tempat", t.me_book_place(), &tempat, Line::parse);
    let from = waktu.parse::<i64>().ok().map(Timestamp::from_micros);
    if from.is_none() {
        form.wrong("waktu", t.me_pick_missing());
    }
    let (Some(place), Some(from)) = (place, from) else {
        form.refuse().await;
        return Ok(());
    };
    let booking = Booking { from, way: cara.parse().unwrap_or(Way::Tempat), place };
    match book_appointment(&platform, &visitor.actor, &nomor, &booking).await {
        Ok(()) => done(Word::Saved, &format!("{back}#janji")),
        Err(MentoringError::TooMany) => {
            form.wrong("waktu", t.me_book_many());
            form.refuse().await;
        }
        Err(error) => refused(form, "waktu", error, t).await,
    }
    Ok(())
}
