//! `/dinas/pelatihan/{slug}/hadir/{sesi}`: who was at a session, entered from the list on paper.

use domain::training::attendance::Window;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{Mark, Sheet, SheetPerson, find_sheet};
use uuid::Uuid;

use super::enter::{ABSENT, CORRECT, ENTER, PRESENT, reason_field};
use super::{ORGANISE, WHOLE, class_path, missing, rooms, sheet_path};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{AttendanceText, Lang, attendance_way};
use crate::training::days::{clock, hours};
use crate::ui::{Alert, Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    sheet: Sheet,
    places: Vec<String>,
    refused: Refused,
    refused_correction: Refused,
}

async fn load(platform: Platform, visitor: Visitor, slug: String, session: String) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let session = Uuid::try_parse(&session).map_err(|_| Missing::NotFound)?;
    let sheet = find_sheet(&platform, &visitor.actor, &slug, session).await.map_err(missing)?;
    let reference = platform.reference().await?;
    let places = sheet.people.iter().map(|person| reference.kecamatan_name(&person.kecamatan).to_owned()).collect();
    Ok(Shown {
        places,
        refused: recall(&platform, visitor.typed, ENTER).await?,
        refused_correction: recall(&platform, visitor.typed, CORRECT).await?,
        sheet,
    })
}

/// `/dinas/pelatihan/{slug}/hadir/{sesi}`.
#[component]
pub fn SheetPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug"), param("sesi")), |shown| {
        let t = lang();
        let errors = [shown.refused.errors.clone(), shown.refused_correction.errors.clone()].concat();
        let title = format!("{}: {}", t.att_sheet(), shown.sheet.class.course.title);
        let (about, to_enter, entered) = (about(&shown.sheet, t), to_enter(&shown, t), entered(&shown, t));
        view! {
            <Desk title=title>
                {rooms("", t)}
                <ErrorSummary errors=errors/>
                {about}
                {to_enter}
                {entered}
            </Desk>
        }
    })
}

/// Which session it is, how many are there, and the way to the code on a screen.
fn about(sheet: &Sheet, t: Lang) -> AnyView {
    let session = &sheet.session;
    let path = sheet_path(&sheet.class.slug, &session.id.simple().to_string());
    let when = format!("{}, {}", session.starts_at.day().long(t), hours(session.starts_at, session.ends_at));
    let window = match sheet.window {
        Window::Early(opens_at) => t.att_sheet_early(&opens_at.words(t)),
        Window::Open => t.att_sheet_open().to_owned(),
        Window::Over => t.att_sheet_over().to_owned(),
    };
    let screen = (sheet.window != Window::Over && sheet.class.state.is_held()).then(|| {
        view! { <a class="btn" href=format!("{path}/layar")><Icon name="qr-code"/>{t.att_screen()}</a> }
    });
    view! {
        <section class="card stack" aria-labelledby="j-sesi">
            <div class="tr__top">
                <h2 class="h3" id="j-sesi">{t.att_session(sheet.nth)}"\u{a0}· "{when}</h2>
                <span class="state state--info">{t.att_here(sheet.present(), sheet.people.len())}</span>
            </div>
            <p class="muted">{window}</p>
            <div class="row">
                {screen}
                <a class="btn btn--line" href=format!("{path}/daftar.pdf")><Icon name="printer"/>{t.att_paper()}</a>
                <a class="btn btn--line" href=class_path(&sheet.class.slug)>{t.att_to_class()}</a>
            </div>
        </section>
    }
    .into_html()
}

/// Everybody of whom nothing is known, with what was typed about them.
fn to_enter(shown: &Shown, t: Lang) -> AnyView {
    let sheet = &shown.sheet;
    let unknown: Vec<(&SheetPerson, &String)> =
        sheet.people.iter().zip(&shown.places).filter(|(person, _)| person.mark.is_none()).collect();
    let content = if sheet.people.is_empty() {
        view! { <p class="muted">{t.att_nobody()}</p> }.into_html()
    } else if unknown.is_empty() {
        view! { <p class="muted">{t.att_everybody()}</p> }.into_html()
    } else if matches!(sheet.window, Window::Early(_)) || !sheet.class.state.is_held() {
        let names = unknown
            .iter()
            .map(|(person, place)| view! { <li><div class="roster__who">{name(person, place)}</div></li> });
        view! { <ul class="roster">{names.collect_view()}</ul> }.into_html()
    } else {
        let rows = unknown.iter().map(|(person, place)| line(person, place, &shown.refused, t)).collect_view();
        let whole = shown.refused.error(WHOLE).map(str::to_owned).map(|text| {
            view! { <Alert text=text/> }
        });
        view! {
            <form class="stack" method="post" action="/aksi/dinas/pelatihan/hadir">
                <input type="hidden" name="kelas" value=sheet.class.slug.clone()/>
                <input type="hidden" name="sesi" value=sheet.session.id.simple().to_string()/>
                <p class="hint">{t.att_enter_hint()}</p>
                {whole}
                <ul class="roster">{rows}</ul>
                <div class="row">
                    <button class="btn">{t.att_save()}</button>
                    <button class="btn btn--line" name="semua" value="ya">{t.att_all()}</button>
                </div>
            </form>
        }
        .into_html()
    };
    view! {
        <section class="card stack" id="catat" aria-labelledby="j-catat">
            <h2 class="h3" id="j-catat">{t.att_to_enter()}</h2>
            {content}
        </section>
    }
    .into_html()
}

fn name(person: &SheetPerson, place: &str) -> AnyView {
    view! {
        <strong>{person.name.clone()}</strong>
        <p class="muted small">{format!("{place}\u{a0}· {}", person.number)}</p>
    }
    .into_html()
}

fn line(person: &SheetPerson, place: &str, refused: &Refused, t: Lang) -> AnyView {
    let number = &person.number;
    let (answer, why) = (format!("orang[{number}]"), format!("alasan[{number}]"));
    let chosen = refused.value(number).to_owned();
    let reason = refused.value(&reason_field(number)).to_owned();
    let choice = |value: &'static str, label: &'static str| {
        let checked = chosen == value;
        view! { <label class="check tickbox"><input type="radio" name=answer.clone() value=value checked=checked/><span>{label}</span></label> }
    };
    view! {
        <li>
            <div class="roster__who">{name(person, place)}</div>
            <div class="roster__end">
                <fieldset class="roster__choice">
                <legend class="vh">{person.name.clone()}</legend>
                {choice(PRESENT, t.att_present())}
                {choice(ABSENT, t.att_not_present())}
            </fieldset>
            <input class="input" name=why maxlength="160" value=reason placeholder=t.att_why() aria-label=t.att_why_of(&person.name)/>
            </div>
        </li>
    }
    .into_html()
}

/// Everybody of whom it is known, each with a way to correct it.
fn entered(shown: &Shown, t: Lang) -> Option<AnyView> {
    let sheet = &shown.sheet;
    let known = sheet
        .people
        .iter()
        .zip(&shown.places)
        .filter_map(|(person, place)| Some((person, place, person.mark.as_ref()?)));
    let rows: Vec<AnyView> = known.map(|(person, place, mark)| known_line(shown, person, place, mark, t)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card stack" id="tercatat" aria-labelledby="j-tercatat">
                <h2 class="h3" id="j-tercatat">{t.att_entered()}</h2>
                <ul class="roster">{rows}</ul>
            </section>
        }
        .into_html()
    })
}

fn known_line(shown: &Shown, person: &SheetPerson, place: &str, mark: &Mark, t: Lang) -> AnyView {
    let what = if mark.present { t.att_present() } else { t.att_not_present() };
    let how = format!("{what}\u{a0}· {}, {}", clock(mark.at), attendance_way(t, mark.way));
    let note =
        Some(mark.note.clone()).filter(|note| !note.is_empty()).map(|note| view! { <p class="muted small">{note}</p> });
    view! {
        <li>
            <div class="roster__who">{name(person, place)}</div>
            <div class="roster__end">
                <p class="small">{how}</p>
                {note}
                {correction(shown, person, mark, t)}
            </div>
        </li>
    }
    .into_html()
}

fn correction(shown: &Shown, person: &SheetPerson, mark: &Mark, t: Lang) -> AnyView {
    let refused = &shown.refused_correction;
    let id = reason_field(&person.number);
    let open = refused.error(&id).is_some();
    let (about, typed) = (described(&id, false, refused), refused.value(&id).to_owned());
    let (to, label) = if mark.present { (ABSENT, t.att_to_absent()) } else { (PRESENT, t.att_to_present()) };
    view! {
        <details class="fold fold--step" open=open>
            <summary>{t.att_correct()}<span class="vh">{format!(": {}", person.name)}</span><Icon name="chevron-down"/></summary>
            <form class="stack stack--2" method="post" action="/aksi/dinas/pelatihan/hadir/betulkan">
                <input type="hidden" name="kelas" value=shown.sheet.class.slug.clone()/>
                <input type="hidden" name="sesi" value=shown.sheet.session.id.simple().to_string()/>
                <input type="hidden" name="nomor" value=person.number.clone()/>
                <Field name=id.clone() label=t.att_correct_why().to_owned() refused=refused.clone()>
                    <input class="input" id=id name="alasan" maxlength="160" required value=typed aria-describedby=about/>
                </Field>
                <div><button class="btn btn--line" name="jadi" value=to>{label}</button></div>
            </form>
        </details>
    }
    .into_html()
}
