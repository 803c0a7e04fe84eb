//! `/dinas/pengaduan/{nomor}`: a complaint, and what can be done with it.

use domain::account::Capability;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{ComplaintFile, Contact, open_complaint, show_complainant};
use platform::flash::Refused;

use super::head::head;
use super::steps::steps;
use super::talk::{history, talk};
use super::{form, missing};
use crate::action::recall;
use crate::complaint::attach::attached_list;
use crate::complaint::name::{service_name, title};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::{param, query};
use crate::text::{ComplaintDeskText, complaint_state};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

/// What the page is made from.
pub(super) struct Opened {
    pub file: ComplaintFile,
    /// The service, by its name.
    pub service: Option<String>,
    /// Who complains in secret, and the case that names them, when that was asked for.
    pub shown: Option<(Contact, Option<String>)>,
    pub refused: Refused,
    pub now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, number: String, show: bool) -> Result<Opened, Missing> {
    only(&visitor, Capability::HandleComplaints)?;
    let shown = match show {
        true => show_complainant(&platform, &visitor.actor, &number).await.ok(),
        false => None,
    };
    let file = open_complaint(&platform, &visitor.actor, &number).await.map_err(missing)?;
    Ok(Opened {
        service: service_name(&platform, file.service.as_deref(), visitor.lang).await?,
        refused: recall(&platform, visitor.typed, &form(&file.number)).await?,
        now: platform.now(),
        shown,
        file,
    })
}

/// `/dinas/pengaduan/{nomor}`.
#[component]
pub fn ComplaintFilePage() -> impl IntoView {
    let show = query().get("tampilkan") == Some("pelapor");
    page(load(expect_context::<Platform>(), visitor(), param("nomor"), show), |opened| file_view(&opened))
}

fn file_view(opened: &Opened) -> AnyView {
    let t = lang();
    let file = &opened.file;
    let case = opened.shown.as_ref().and_then(|(_, case)| case.as_deref()).or(file.case.as_deref());
    let heading = title(file.subject, opened.service.as_deref(), case, t);
    let (number, state) = (file.number.clone(), complaint_state(t, file.state));
    let (facts, said, past, next) = (head(opened, t), talk(file, t), history(file, t), steps(opened, t));
    let files = attached_list(&file.files, false, t).map(|files| {
        view! { {files}<p class="muted small">{t.c_files_noted()}</p> }
    });
    let told = if file.forgotten { t.complaint_forgotten().to_owned() } else { file.text.clone() };
    view! {
        <Desk title=heading>
            <div class="row">
                <a class="back" href="/dinas/pengaduan"><Icon name="chevron-left"/>{t.back_to_complaints()}</a>
                <span class="mono">{number}</span>
                <span class="stage">{state}</span>
            </div>
            <div class="complainfile">
                <div class="stack">
                    <section class="card stack stack--2" aria-labelledby="j-isi">
                        <h2 class="h3" id="j-isi">{t.complaint_told()}</h2>
                        <p class="prewrap">{told}</p>
                        {files}
                    </section>
                    {said}
                </div>
                <div class="stack">{facts}{next}{past}</div>
            </div>
        </Desk>
    }
    .into_html()
}
