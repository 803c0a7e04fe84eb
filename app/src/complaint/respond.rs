//! Replying to an answer, or saying that it is settled.

use domain::complaint::State;
use domain::typed::{Problem, Text};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::complaint::{
    AttachedFile, Complainant, ComplaintError, ComplaintShown, find_complainant, remove_waiting_file, reply_to_answer,
    settle_complaint,
};
use platform::flash::Refused;
use uuid::Uuid;

use super::attach::{FILES, REMOVE, files_field, take_file};
use super::complaint_path;
use crate::action::{Word, done, escape, go_to, refuse};
use crate::html::IntoHtml;
use crate::sending::Sending;
use crate::text::{CartText, ComplaintText, Lang, PictureText};
use crate::ui::{Field, Icon, described};
use crate::upload::{Form, Part};
use crate::visitor::{Visitor, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "pengaduan-balas";
/// The form, for the island that sends its files.
const ID: &str = "balas";

/// Both forms while there is an answer; what was written and is no longer possible stays readable.
pub(super) fn respond_forms(
    complaint: &ComplaintShown,
    (token, waiting): (&str, &[AttachedFile]),
    refused: &Refused,
    t: Lang,
) -> Option<AnyView> {
    let typed = refused.value("balasan");
    if complaint.state != State::Dijawab {
        return (!typed.is_empty()).then(|| {
            view! { <div><h3 class="strong" id="balasan">{t.complaint_kept_text()}</h3><p class="prewrap">{typed}</p></div> }.into_html()
        });
    }
    let about = described("balasan", true, refused);
    let forms = view! {
        <form class="stack" method="post" action="/aksi/pengaduan/selesai">
            <input type="hidden" name="nomor" value=complaint.number.clone()/>
            <div><button class="btn"><Icon name="circle-check"/>{t.complaint_settle_button()}</button></div>
        </form>
        <form id=ID class="stack" method="post" action="/aksi/pengaduan/balas" enctype="multipart/form-data">
            <input type="hidden" name="nomor" value=complaint.number.clone()/>
            <input type="hidden" name="token" value=token.to_owned()/>
            // What the Enter key presses: the first button of a form.
            <button hidden></button>
            <Field name="balasan" label=t.complaint_reply().to_owned() hint=t.complaint_reply_hint() refused=refused.clone()>
                <textarea class="textarea" id="balasan" name="balasan" rows="4" required maxlength="2000" aria-describedby=about>{typed}</textarea>
            </Field>
            {files_field(waiting, refused, t)}
            <div><button class="btn btn--line"><Icon name="send"/>{t.complaint_reply_button()}</button></div>
            <Sending lang=t form=ID/>
        </form>
    };
    Some(forms.into_html())
}

/// Whoever made this complaint, as far as this device can show it.
async fn complainant(platform: &Platform, number: &str) -> Option<Complainant> {
    let visitor = visitor();
    find_complainant(platform, &visitor.actor, &visitor.complaint_keys, number).await.ok().flatten()
}

/// A reply as it comes in.
#[derive(Default)]
struct TypedReply {
    number: String,
    token: String,
    text: String,
    /// Which file is to be taken back, instead of sending.
    remove: String,
    complainant: Option<Complainant>,
    /// What was wrong with files.
    problems: Vec<(&'static str, String)>,
}

/// Replies to the answer. Sent twice, it is one reply.
///
/// # Errors
/// Never for a form: the page is shown again with a message, with what was typed and with the files that were taken.
#[server(prefix = "/aksi", endpoint = "pengaduan/balas", input = MultipartFormData)]
pub async fn reply_to_complaint(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let mut typed = read(&platform, &visitor, Form::open(data)).await;
    let back = complaint_path(&escape(&typed.number));
    if let Ok(file) = Uuid::try_parse(&typed.remove) {
        if let Err(error) = remove_waiting_file(&platform, &typed.token, file).await {
            leptos::logging::error!("take a file of a complaint back: {error:?}");
            typed.problems.push((FILES, visitor.lang.try_later().to_owned()));
        }
    } else if reply(&platform, &mut typed, visitor.lang).await {
        done(Word::Sent, &back);
        return Ok(());
    }
    let kept = [("balasan", typed.text.as_str()), ("token", &typed.token)];
    refuse(FORM, &kept, typed.problems, &back).await;
    Ok(())
}

/// Reads the form part by part: never more than one file is in memory, and none is taken from whoever did not complain.
async fn read(platform: &Platform, visitor: &Visitor, mut form: Form) -> TypedReply {
    let mut typed = TypedReply::default();
    loop {
        match form.next().await {
            Ok(Some(Part::Text { name, value })) => match name.as_str() {
                "nomor" => {
                    typed.complainant = complainant(platform, &value).await;
                    typed.number = value;
                }
                "token" => typed.token = value,
                "balasan" => typed.text = value,
                REMOVE => typed.remove = value,
                _ => {}
            },
            Ok(Some(Part::File(_))) if typed.complainant.is_none() || typed.token.is_empty() => {}
            Ok(Some(Part::File(file))) => {
                typed.problems.extend(take_file(platform, visitor, &typed.token, file).await);
            }
            Ok(None) => return typed,
            Err(_) => {
                typed.problems.push((FILES, visitor.lang.upload_broken().to_owned()));
                return typed;
            }
        }
    }
}

/// Whether it went; otherwise what was wrong is among the problems.
async fn reply(platform: &Platform, typed: &mut TypedReply, t: Lang) -> bool {
    let wrong = match (Text::parse(&typed.text), &typed.complainant) {
        (Err(Problem::Empty), _) => t.complaint_reply_empty().to_owned(),
        (Err(_), _) => t.complaint_reply_long().to_owned(),
        // The key is over: the PIN is asked for, and what was typed waits behind it.
        (Ok(_), None) => t.complaint_open_lead().to_owned(),
        (Ok(_), Some(_)) if !typed.problems.is_empty() => return false,
        (Ok(text), Some(complainant)) => match reply_to_answer(platform, complainant, &text, &typed.token).await {
            Ok(_) => return true,
            Err(error) => problem(&error, t),
        },
    };
    typed.problems.insert(0, ("balasan", wrong));
    false
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
