//! Files that come with a complaint or a reply: the field that takes them, and the list of those that are there.

use domain::complaint::{FILE_BYTES, MOST_FILES};
use domain::permit::form::FileKind;
use leptos::prelude::*;
use platform::Platform;
use platform::attachment::UnfitFile;
use platform::complaint::{AttachError, AttachedFile, add_complaint_file};
use platform::flash::Refused;
use platform::rate_limit::{Limit, take};

use crate::html::IntoHtml;
use crate::text::{CartText, CaseText, ComplaintText, Lang, PictureText, WaitText};
use crate::ui::{Field, Icon, described};
use crate::upload::{File, unfit_file_text};
use crate::visitor::Visitor;

/// The field.
pub(super) const FILES: &str = "berkas";
/// The button that takes one back.
pub(super) const REMOVE: &str = "hapus";
/// Per address of the network: enough for a market hall, too little for filling the disk.
const TRIES: Limit = Limit { tries: 60, seconds: 3600 };

/// The field for more files, and what was taken with this form before: it waits, and can be taken back.
pub(super) fn files_field(waiting: &[AttachedFile], refused: &Refused, t: Lang) -> AnyView {
    let hint = t.c_files_hint(MOST_FILES, FILE_BYTES / 1_048_576);
    let about = described(FILES, true, refused);
    let items = waiting
        .iter()
        .map(|file| {
            let (name, id) = (file.name.clone(), file.id.to_string());
            view! {
                <li class="takenfile">
                    <p class="strong">{name.clone()}</p>
                    <button class="btn btn--quiet" name=REMOVE value=id formnovalidate aria-label=t.file_remove(&name)>
                        <Icon name="trash-2"/>{t.file_remove_short()}
                    </button>
                </li>
            }
        })
        .collect_view();
    let list = (!waiting.is_empty()).then(|| {
        view! { <div class="stack stack--2"><p class="small strong">{t.c_files_waiting()}</p><ul class="stack stack--2">{items}</ul></div> }
    });
    // With no room for more the label still needs something to name.
    let input = if waiting.len() < usize::from(MOST_FILES) {
        view! { <input class="input" r#type="file" id=FILES name=FILES accept="image/*,application/pdf" multiple aria-describedby=about/> }
            .into_html()
    } else {
        view! { <output class="vh" id=FILES>{waiting.len()}</output> }.into_html()
    };
    view! {
        <Field name=FILES label=t.c_files().to_owned() hint=hint refused=refused.clone()>{list}{input}</Field>
    }
    .into_html()
}

/// The files of something that was written, each with its link; nothing where there is none.
pub(super) fn attached_list(files: &[AttachedFile], pictures: bool, t: Lang) -> Option<AnyView> {
    let item = |(nth, file): (usize, &AttachedFile)| {
        let name = if file.name.is_empty() { t.c_file_nth(nth + 1) } else { file.name.clone() };
        let (link, photo) = (file.link.clone(), file.kind == FileKind::Foto);
        let picture = (pictures && photo)
            .then(|| view! { <img class="doc__pic" src=link.clone() alt="" loading="lazy" decoding="async"/> });
        let icon = if photo { "image" } else { "file-text" };
        let icon = picture.is_none().then(|| view! { <Icon name=icon/> });
        view! {
            <li>
                <a class="doc__link" href=link target="_blank" rel="noopener nofollow">{picture}{icon}<span>{name}</span><span class="vh">", "{t.file_new_window()}</span></a>
            </li>
        }
    };
    (!files.is_empty()).then(|| {
        let items = files.iter().enumerate().map(item).collect_view();
        view! {
            <div class="stack stack--2">
                <p class="small strong">{t.c_files_attached()}</p>
                <ul class="stack stack--2">{items}</ul>
            </div>
        }
        .into_html()
    })
}

/// Takes a file for the form with this token; answers the field and what was wrong.
pub(super) async fn take_file(
    platform: &Platform,
    visitor: &Visitor,
    token: &str,
    file: File,
) -> Option<(&'static str, String)> {
    let (t, File { name, content, .. }) = (visitor.lang, file);
    let result = match (content, take(platform, &format!("complain-file:{}", visitor.ip), TRIES).await) {
        (_, Ok(Some(wait))) => return Some((FILES, t.too_many_tries(wait))),
        (_, Err(error)) => Err(error.into()),
        (Err(unfit), _) => Err(UnfitFile::Picture(unfit).into()),
        (Ok(bytes), Ok(None)) => add_complaint_file(platform, token, &name, bytes).await,
    };
    let problem = match result {
        Ok(()) => return None,
        Err(AttachError::Unfit(unfit)) => unfit_file_text(&unfit, t),
        Err(AttachError::Store(error)) => {
            leptos::logging::error!("a file of a complaint: {error}");
            t.store_full().to_owned()
        }
        Err(AttachError::Db(error)) => {
            leptos::logging::error!("a file of a complaint: {error:?}");
            CartText::try_later(t).to_owned()
        }
    };
    Some((FILES, t.file_problem(&name, &problem)))
}
