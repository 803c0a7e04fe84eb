//! Replying to an answer, or saying that it is settled.

use domain::complaint::State;
use domain::typed::{Problem, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{
    Complainant, ComplaintError, ComplaintShown, find_complainant, reply_to_answer, settle_complaint,
};
use platform::flash::Refused;

use super::complaint_path;
use crate::action::{Word, done, escape, go_to, refuse};
use crate::text::{CartText, ComplaintText, Lang};
use crate::ui::{Field, Icon, described};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "pengaduan-balas";

/// Both forms while there is an answer; what was written and is no longer possible stays readable.
pub(super) fn respond_forms(complaint: &ComplaintShown, refused: &Refused, t: Lang) -> Option<AnyView> {
    let typed = refused.value("balasan");
    if complaint.state != State::Dijawab {
        return (!typed.is_empty()).then(|| {
            view! { <div><h3 class="strong" id="balasan">{t.complaint_kept_text()}</h3><p class="prewrap">{typed}</p></div> }.into_any()
        });
    }
    let about = described("balasan", true, refused);
    let forms = view! {
        <form class="stack" method="post" action="/aksi/pengaduan/selesai">
            <input type="hidden" name="nomor" value=complaint.number.clone()/>
            <div><button class="btn"><Icon name="circle-check"/>{t.complaint_settle_button()}</button></div>
        </form>
        <form class="stack" method="post" action="/aksi/pengaduan/balas">
            <input type="hidden" name="nomor" value=complaint.number.clone()/>
            <Field name="balasan" label=t.complaint_reply().to_owned() hint=t.complaint_reply_hint() refused=refused.clone()>
                <textarea class="textarea" id="balasan" name="balasan" rows="4" required maxlength="2000" aria-describedby=about>{typed}</textarea>
            </Field>
            <div><button class="btn btn--line"><Icon name="send"/>{t.complaint_reply_button()}</button></div>
        </form>
    };
    Some(forms.into_any())
}

/// Whoever made this complaint, as far as this device can show it.
async fn complainant(platform: &Platform, number: &str) -> Option<Complainant> {
    let visitor = visitor();
    find_complainant(platform, &visitor.actor, &visitor.complaint_keys, number).await.ok().flatten()
}

/// Replies to the answer. Sent twice, it is one reply.
///
/// # Errors
/// Never for a form: the page is shown again with a message and with what was typed.
#[server(prefix = "/aksi", endpoint = "pengaduan/balas")]
pub async fn reply_to_complaint(nomor: String, #[server(default)] balasan: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let back = complaint_path(&escape(&nomor));
    let problem = match Text::parse(&balasan) {
        Ok(text) => match complainant(&platform, &nomor).await {
            Some(complainant) => match reply_to_answer(&platform, &complainant, &text).await {
                Ok(_) => {
                    done(Word::Sent, &back);
                    return Ok(());
                }
                Err(error) => problem(&error, t),
            },
            // The key is over: the PIN is asked for, and what was typed waits behind it.
            None => t.complaint_open_lead().to_owned(),
        },
        Err(Problem::Empty) => t.complaint_reply_empty().to_owned(),
        Err(_) => t.complaint_reply_long().to_owned(),
    };
    refuse(FORM, &[("balasan", &balasan)], vec![("balasan", problem)], &back).await;
    Ok(())
}

/// Says that it is settled. Sent twice, it is said once.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pengaduan/selesai")]
pub async fn say_settled(nomor: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let back = complaint_path(&escape(&nomor));
    let Some(complainant) = complainant(&platform, &nomor).await else {
        go_to(&back);
        return Ok(());
    };
    match settle_complaint(&platform, &complainant).await {
        Ok(_) => done(Word::Done, &back),
        Err(error) => refuse(FORM, &[], vec![("balasan", problem(&error, t))], &back).await,
    }
    Ok(())
}

fn problem(error: &ComplaintError, t: Lang) -> String {
    match error {
        ComplaintError::Db(error) => {
            leptos::logging::error!("a reply to a complaint: {error:?}");
            t.try_later().to_owned()
        }
        _ => t.complaint_moved_on().to_owned(),
    }
}
