//! `/dinas/pelatihan/baru` and `/dinas/pelatihan/{slug}/ubah`: the plan of a class.

use domain::training::seats::PoolKind;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{ClassDraft, find_class_file, list_courses, list_venues};
use uuid::Uuid;

use super::moment::moment;
use super::save::{FORM, row_name};
use super::{ORGANISE, WHOLE, missing, rooms};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::{param, query};
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry, typed};
use crate::text::{Lang, TrainingDeskText};
use crate::training::days::input_value;
use crate::ui::{Alert, Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

/// Empty rows for sessions below those that there are.
const MORE_ROWS: usize = 3;

struct Shown {
    /// The class that is changed; `None` for a new one.
    slug: Option<String>,
    revision: i64,
    /// What the form begins with.
    draft: Option<ClassDraft>,
    course: Option<Uuid>,
    courses: Vec<(String, String)>,
    venues: Vec<(String, String)>,
    kecamatan: Vec<(String, String)>,
    refused: Refused,
}

async fn load(
    platform: Platform,
    visitor: Visitor,
    slug: Option<String>,
    copied: Option<String>,
    course: Option<Uuid>,
) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let actor = &visitor.actor;
    let file = match slug.as_ref().or(copied.as_ref()) {
        Some(slug) => Some(find_class_file(&platform, actor, slug).await.map_err(missing)?),
        None => None,
    };
    let courses = list_courses(&platform, actor).await.map_err(missing)?;
    let venues = list_venues(&platform, actor).await.map_err(missing)?;
    let reference = platform.reference().await?;
    Ok(Shown {
        slug,
        revision: file.as_ref().map_or(0, |file| file.revision),
        course: course.or(file.as_ref().map(|file| file.draft.course)),
        draft: file.map(|file| file.draft),
        courses: courses.into_iter().map(|course| (course.id.to_string(), course.title)).collect(),
        venues: venues.into_iter().map(|venue| (venue.id.to_string(), venue.name)).collect(),
        kecamatan: reference.kecamatan.iter().map(|region| (region.code.clone(), region.name.clone())).collect(),
        refused: recall(&platform, visitor.typed, FORM).await?,
    })
}

/// `/dinas/pelatihan/baru`: a new class, of a course or as a copy of another class.
#[component]
pub fn NewClassPage() -> impl IntoView {
    let course = query().get("materi").and_then(|id| Uuid::try_parse(id).ok());
    let copied = query().get("salin").map(str::to_owned);
    page(load(expect_context::<Platform>(), visitor(), None, copied, course), form_page)
}

/// `/dinas/pelatihan/{slug}/ubah`.
#[component]
pub fn EditClassPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), Some(param("slug")), None, None), form_page)
}

fn form_page(shown: Shown) -> AnyView {
    let t = lang();
    let title = if shown.slug.is_some() { t.td_edit() } else { t.td_new_class() };
    let whole = shown.refused.error(WHOLE).map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    let errors = shown.refused.errors.iter().filter(|(field, _)| field != WHOLE).cloned().collect::<Vec<_>>();
    view! {
        <Desk title=title.to_owned()>
            {rooms("/dinas/pelatihan", t)}
            <div class="narrow stack">
                {whole}
                <ErrorSummary errors=errors/>
                {form(&shown, t)}
            </div>
        </Desk>
    }
    .into_html()
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let (draft, refused) = (shown.draft.as_ref(), &shown.refused);
    let plan = draft.map(|draft| &draft.plan);
    let line = |name, label, hint, most, need| Entry { name, label, hint, kind: Kind::Line, most, need };
    let number = |name, label, need| Entry { name, label, hint: "", kind: Kind::Number, most: 4, need };
    let text = |read: fn(&ClassDraft) -> &str| draft.map(read).unwrap_or_default().to_owned();
    let seats = |kind: PoolKind| {
        let pool = plan.and_then(|plan| plan.seats.iter().find(|pool| pool.kind == kind));
        pool.map(|pool| (pool.count.to_string(), pool.place.clone())).unwrap_or_default()
    };
    let (near, near_where) = seats(PoolKind::Kecamatan);
    let at = |read: fn(&domain::training::plan::Plan) -> Option<domain::time::Timestamp>| {
        plan.and_then(read).map(input_value).unwrap_or_default()
    };
    let hours = plan.map_or("24".to_owned(), |plan| plan.offer_hours.to_string());
    let venue = draft.and_then(|draft| draft.venue).map(|id| id.to_string()).unwrap_or_default();
    let course = shown.course.map(|id| id.to_string()).unwrap_or_default();
    let link = text(|draft| draft.link.as_ref().map(Line::as_str).unwrap_or_default());
    let told = shown.slug.is_some().then(|| view! { <p class="hint">{t.td_told()}</p> });
    view! {
        <form class="stack" method="post" action="/aksi/dinas/pelatihan/kelas">
            <input type="hidden" name="kelas" value=shown.slug.clone().unwrap_or_default()/>
            <input type="hidden" name="revisi" value=shown.revision.to_string()/>
            <section class="card stack">
                {choice("materi", t.td_course(), &shown.courses, Some(t.td_pick()), &course, refused)}
                {choice("tempat", t.td_place(), &shown.venues, Some(t.td_place_online()), &venue, refused)}
                {entry(line("tautan", t.td_link(), t.td_link_hint(), 300, Need::May), &link, refused, t)}
                {entry(line("pengajar", t.td_trainer(), "", 80, Need::Must), &text(|draft| draft.trainer.as_str()), refused, t)}
                {entry(line("tanya", t.td_contact(), t.td_contact_hint(), 120, Need::Must), &text(|draft| draft.contact.as_str()), refused, t)}
            </section>
            {sessions(draft, refused, t)}
            <section class="card stack" aria-labelledby="j-daftar">
                <h2 class="h3" id="j-daftar">{t.td_window()}</h2>
                <div class="pair">
                    {moment("buka", t.td_opens(), &at(|plan| Some(plan.opens_at)), refused, true)}
                    {moment("pendaftaran", t.td_closes(), &at(|plan| Some(plan.closes_at)), refused, true)}
                </div>
                <div class="pair">
                    {moment("batas_batal", t.td_cancel_until(), &at(|plan| Some(plan.cancel_until)), refused, true)}
                    {entry(number("jam_tawaran", t.td_offer_hours(), Need::Must), &hours, refused, t)}
                </div>
            </section>
            <section class="card stack" aria-labelledby="j-kursi">
                <h2 class="h3" id="j-kursi">{t.td_seats()}</h2>
                <div class="pair">
                    {entry(number("kursi", t.td_general(), Need::Must), &seats(PoolKind::Umum).0, refused, t)}
                    {entry(number("perempuan", t.td_women(), Need::May), &seats(PoolKind::Perempuan).0, refused, t)}
                </div>
                <div class="pair">
                    {entry(number("pertama", t.td_first(), Need::May), &seats(PoolKind::PertamaKali).0, refused, t)}
                    {entry(number("kuota", t.td_near(), Need::May), &near, refused, t)}
                </div>
                {choice("kec", t.td_near_where(), &shown.kecamatan, Some(t.td_pick()), &near_where, refused)}
                {moment("lepas_kuota", t.td_release(), &at(|plan| plan.release_at), refused, false)}
            </section>
            {told}
            <button class="btn btn--big btn--wide">{t.td_save()}</button>
        </form>
    }
    .into_html()
}

/// The sessions there are, and some empty rows.
fn sessions(draft: Option<&ClassDraft>, refused: &Refused, t: Lang) -> AnyView {
    let stored = draft.map_or(0, |draft| draft.plan.sessions.len());
    let sent = (0..).take_while(|nth| refused.values.contains_key(&row_name("tgl", *nth))).count();
    let rows = (0..stored.max(sent) + MORE_ROWS)
        .map(|nth| {
            let span = draft.and_then(|draft| draft.plan.sessions.get(nth));
            let topic = draft.and_then(|draft| draft.topics.get(nth)?.as_ref().map(|topic| topic.as_str().to_owned()));
            let parts = span.map(|span| (input_value(span.from), input_value(span.to)));
            let (day, from, to) = parts.map_or((String::new(), String::new(), String::new()), |(from, to)| {
                (from[..10].to_owned(), from[11..].to_owned(), to[11..].to_owned())
            });
            let field = |name: &str, label: &'static str, kind: &'static str, stored: &str| {
                let id = row_name(name, nth);
                let value = typed(refused, &id, stored);
                view! {
                    <label class="session-row__f">
                        <span class="small">{label}</span>
                        <input class="input" id=id.clone() name=format!("sesi[{id}]") r#type=kind maxlength="120" value=value/>
                    </label>
                }
            };
            view! {
                <fieldset class="session-row">
                    <legend class="vh">{format!("{} {}", t.td_sessions(), nth + 1)}</legend>
                    {field("tgl", t.td_day(), "date", &day)}
                    {field("dari", t.td_from(), "time", &from)}
                    {field("sampai", t.td_to(), "time", &to)}
                    {field("topik", t.td_topic(), "text", &topic.unwrap_or_default())}
                </fieldset>
            }
        })
        .collect_view();
    let wrong = ["sesi", "jam", "lewat", "dimulai"].into_iter().find_map(|name| refused.error(name)).map(str::to_owned);
    view! {
        <section class="card stack" aria-labelledby="sesi">
            <h2 class="h3" id="sesi" tabindex="-1">{t.td_sessions()}</h2>
            {wrong.map(|text| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{text}</p> })}
            {rows}
            <p class="hint">{t.td_sessions_hint()}</p>
        </section>
    }
    .into_html()
}
