//! `/pendampingan/{nomor}/kunjungan`: reporting a visit, with a draft that the browser keeps until it has arrived.

use domain::mentoring::{By, MOST_PHOTOS, Way};
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::mentoring::{AppointmentShown, MentoringFile, find_mentoring};

use super::file::sides;
use super::report::{REPORT, ROWS, row_name};
use super::{mentoring_path, missing};
use crate::action::recall;
use crate::draft::Draft;
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::request::{param, query};
use crate::sending::Sending;
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry, tick, typed};
use crate::text::{Lang, MentoringText, way_label};
use crate::ui::{Desk, ErrorSummary, Field, Icon, Islands, described};
use crate::visitor::{Visitor, lang, visitor};

/// The form, for the islands.
const ID: &str = "laporan";

struct Shown {
    file: MentoringFile,
    /// The appointment that it was.
    appointment: Option<AppointmentShown>,
    /// The form's token, which becomes the visit's id.
    token: String,
    kecamatan: Vec<(String, String)>,
    today: Day,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, number: String, appointment: String) -> Result<Shown, Missing> {
    signed_in(&visitor)?;
    let file = find_mentoring(&platform, &visitor.actor, &number).await.map_err(missing)?;
    if !file.is(By::Pendamping) || !file.state.meets() {
        return Err(Missing::Elsewhere(mentoring_path(&file.number)));
    }
    let refused = recall(&platform, visitor.typed, REPORT).await?;
    let token = match refused.value("token") {
        kept if kept.is_empty() => platform.new_id().to_string(),
        kept => kept,
    };
    let appointment = typed(&refused, "janji", &appointment);
    let appointment = file.appointments.iter().find(|one| one.id.to_string() == appointment).cloned();
    let reference = platform.reference().await?;
    Ok(Shown {
        appointment,
        token,
        kecamatan: reference.kecamatan.iter().map(|region| (region.code.clone(), region.name.clone())).collect(),
        today: platform.now().day(),
        refused,
        file,
    })
}

/// `/pendampingan/{nomor}/kunjungan`.
#[component]
pub fn VisitPage() -> impl IntoView {
    let appointment = query().get("janji").unwrap_or_default().to_owned();
    page(load(expect_context::<Platform>(), visitor(), param("nomor"), appointment), |shown| {
        let t = lang();
        view! {
            <Desk title=t.me_visit_of(&shown.file.business) lead=t.me_visit_lead()>
                <a class="back" href=mentoring_path(&shown.file.number)><Icon name="chevron-left"/>{shown.file.number.clone()}</a>
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {form(&shown, t)}
                </div>
            </Desk>
            <Islands/>
        }
    })
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let (met, place, way) = match &shown.appointment {
        Some(one) => (one.starts_at.day(), one.place.clone(), one.way),
        None => (shown.today, String::new(), Way::Tempat),
    };
    let line = |name, label, kind, most, need| Entry { name, label, hint: "", kind, most, need };
    let internal = Entry {
        hint: t.me_visit_internal_hint(),
        ..line("internal", t.me_visit_internal(), Kind::Words, 1000, Need::May)
    };
    let ways: Vec<(String, String)> =
        Way::ALL.iter().map(|way| (way.to_string(), way_label(t, *way).to_owned())).collect();
    let rows = (1..=ROWS).map(|nth| row(nth, refused, t)).collect_view();
    let about = described("foto", true, refused);
    // A draft of a visit that has arrived is no draft any more.
    let arrived: Vec<String> = shown.file.visits.iter().map(|visit| visit.id.to_string()).collect();
    let key = format!("kunjungan {}", shown.file.number);
    view! {
        <form class="card stack" id=ID method="post" action="/aksi/pendampingan/kunjungan" enctype="multipart/form-data" data-selalu="">
            <Draft lang=t form=ID key=key arrived=arrived/>
            <input type="hidden" name="token" value=shown.token.clone()/>
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            <input type="hidden" name="janji" value=shown.appointment.as_ref().map(|one| one.id.to_string()).unwrap_or_default()/>
            <div class="pair">
                {entry(line("tanggal", t.me_visit_on(), Kind::Date, 10, Need::Must), &met.to_string(), refused, t)}
                {entry(line("menit", t.me_visit_minutes(), Kind::Number, 3, Need::Must), "60", refused, t)}
            </div>
            <div class="pair">
                {choice("cara", t.me_book_way(), &ways, None, way.as_str(), refused)}
                {choice("kec", t.me_kecamatan(), &shown.kecamatan, Some(t.me_pick()), &shown.file.kecamatan, refused)}
            </div>
            {entry(line("tempat", t.me_book_place(), Kind::Line, 120, Need::Must), &place, refused, t)}
            {entry(line("temuan", t.me_visit_findings(), Kind::Words, 2000, Need::Must), "", refused, t)}
            {entry(internal, "", refused, t)}
            <fieldset class="field stack stack--2">
                <legend class="strong">{t.me_visit_agreed()}</legend>
                <span class="hint">{t.me_visit_agreed_hint()}</span>
                {rows}
            </fieldset>
            {entry(line("berikut", t.me_visit_next(), Kind::Date, 10, Need::May), "", refused, t)}
            {tick("izin", t.me_visit_consent(), false, refused)}
            <Field name="foto" label=t.me_visit_photos().to_owned() hint=t.me_visit_photos_hint(MOST_PHOTOS) refused=refused.clone()>
                <input class="input" id="foto" name="foto" r#type="file" accept="image/*" multiple aria-describedby=about/>
            </Field>
            <button class="btn btn--big btn--wide"><Icon name="send"/>{t.me_visit_send()}</button>
            <Sending lang=t form=ID/>
        </form>
    }
    .into_html()
}

/// A line for something that was agreed.
fn row(nth: usize, refused: &Refused, t: Lang) -> AnyView {
    let (what, side, due) = (row_name("tindakan", nth), row_name("pihak", nth), row_name("tenggat", nth));
    let chosen = typed(refused, &side, "");
    let options = sides(t)
        .into_iter()
        .map(|(value, name)| view! { <option value=value.clone() selected=value == chosen>{name}</option> })
        .collect_view();
    let about = described(&what, false, refused);
    let (field, what_id, side_id, due_id) = (what.clone(), what.clone(), side.clone(), due.clone());
    let (what_value, due_value) = (typed(refused, &what, ""), typed(refused, &due, ""));
    view! {
        <div class="agreed">
            <Field name=field label=t.me_visit_row(nth) refused=refused.clone()>
                <input class="input" id=what_id name=what maxlength="160" autocomplete="off" value=what_value aria-describedby=about/>
            </Field>
            <div class="field"><label r#for=side_id.clone()>{t.me_side()}</label><select class="select" id=side_id name=side>{options}</select></div>
            <div class="field"><label r#for=due_id.clone()>{t.me_due()}</label><input class="input" id=due_id name=due r#type="date" value=due_value/></div>
        </div>
    }
    .into_html()
}
