//! `/dinas/pelatihan/{slug}/hadir/{sesi}/layar`: the code of a session, for a projector or a tablet at the door.

use domain::training::attendance::Window;
use http::header::{HeaderName, HeaderValue};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use platform::Platform;
use platform::training::{AttendanceCode, Sheet, attendance_code, find_sheet};
use uuid::Uuid;

use super::{ORGANISE, missing, sheet_path};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{AttendanceText, Lang};
use crate::ui::{PageHead, Qr};
use crate::visitor::{Visitor, lang, visitor};

/// The count on the screen is no older than this. Seconds.
const FRESH: i64 = 15;

async fn load(
    platform: Platform,
    visitor: Visitor,
    slug: String,
    session: String,
) -> Result<(Sheet, AttendanceCode), Missing> {
    only(&visitor, ORGANISE)?;
    let session = Uuid::try_parse(&session).map_err(|_| Missing::NotFound)?;
    let sheet = find_sheet(&platform, &visitor.actor, &slug, session).await.map_err(missing)?;
    Ok((sheet, attendance_code(&platform, session)))
}

/// `/dinas/pelatihan/{slug}/hadir/{sesi}/layar`.
#[component]
pub fn CodeScreenPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug"), param("sesi")), |(sheet, code)| {
        let t = lang();
        // Without any script: the browser asks again when the code changes, and often enough for the count.
        let seconds = HeaderValue::from(code.left.min(FRESH));
        expect_context::<ResponseOptions>().insert_header(HeaderName::from_static("refresh"), seconds);
        let title = sheet.class.course.title.clone();
        let back = sheet_path(&sheet.class.slug, &sheet.session.id.simple().to_string());
        let content = match sheet.window {
            Window::Open => shown(&sheet, code, t),
            Window::Early(opens_at) => {
                view! { <p class="screen__say">{t.att_sheet_early(&opens_at.words(t))}</p> }.into_html()
            }
            Window::Over => view! { <p class="screen__say">{t.att_sheet_over()}</p> }.into_html(),
        };
        view! {
            <PageHead title=format!("{} {title}", t.att_sheet()) description=title.clone() canonical=None/>
            <main id="isi" class="wrap section screen">
                <h1>{title}</h1>
                {content}
                <p class="small"><a href=back>{t.att_back()}</a></p>
            </main>
        }
    })
}

fn shown(sheet: &Sheet, code: AttendanceCode, t: Lang) -> AnyView {
    let (first, second) = code.digits.split_at(3);
    let digits = format!("{first} {second}");
    let here = code.address.split("/hadir/").next().unwrap_or_default();
    let here = here.split("://").last().unwrap_or_default();
    let here = format!("{here}/hadir");
    view! {
        <div class="screen__code">
            <div class="screen__qr">
                <Qr text=code.address label=t.att_qr_label()/>
            </div>
            <div class="stack">
                <p class="screen__say">{t.att_scan_me()}</p>
                <p class="muted">{t.att_or_type()}</p>
                <p class="screen__at mono">{here}</p>
                <p class="screen__digits mono" data-kode="">{digits}</p>
                <p class="screen__say" role="status">{t.att_here(sheet.present(), sheet.people.len())}</p>
                <p class="hint">{t.att_changes()}</p>
            </div>
        </div>
    }
    .into_html()
}
