//! What is done to a draft as a whole: begun, published, thrown away, taken further.

use leptos::prelude::*;
use platform::Platform;
use platform::permit::{
    DraftError, ServiceStateError, begin_draft, change_draft, discard_draft, find_draft, publish_draft,
    set_service_open,
};

use super::{AT, FORM, address};
use crate::action::{Word, done, go_to};
use crate::permit::already::ALREADY;
use crate::shop::seller::form::Form;
use crate::text::{CartText, KeepText, Lang};
use crate::visitor::visitor;

/// A form about a service, which is shown again below its page.
pub(super) fn form_at(slug: &str, below: &str) -> Form {
    let back = address(slug, below);
    let mut form = Form::new(FORM, back.clone());
    form.keep(AT, &back);
    form
}

/// Goes on after something was done to a draft, or says why it was not.
async fn answer(mut form: Form, slug: &str, result: Result<Word, DraftError>, t: Lang) {
    let here = address(slug, "");
    let message = match result {
        Ok(word) => return done(word, &here),
        Err(DraftError::NotFound) => return go_to("/dinas/layanan"),
        Err(DraftError::Forbidden(_)) => return form.not_allowed(),
        Err(DraftError::Published) => return done(Word::Already, &here),
        // The page shows what is wrong, and that the draft does not follow on the newest version.
        Err(DraftError::Wrong(_) | DraftError::NotNext { .. }) => return go_to(&here),
        Err(DraftError::Saved { by, at }) => t.changed_before_act(&by, &at.words(t)),
        Err(DraftError::OtherService) => t.other_service().to_owned(),
        Err(error @ DraftError::Db(_)) => return form.unavailable(ALREADY, &error).await,
    };
    form.wrong(ALREADY, message);
    form.refuse().await;
}

/// Begins the next version of a service.
///
/// # Errors
/// Never for a form: the service is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/mulai")]
pub async fn submit_begin(slug: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let result = begin_draft(&platform, &visitor.actor, &slug).await.map(|()| Word::Done);
    answer(form_at(&slug, ""), &slug, result, visitor.lang).await;
    Ok(())
}

/// Publishes the draft.
///
/// # Errors
/// Never for a form: the service is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/terbit")]
pub async fn submit_publish(slug: String, versi: u32, revisi: i64) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let result = publish_draft(&platform, &visitor.actor, &slug, versi, revisi).await.map(|()| Word::Done);
    answer(form_at(&slug, ""), &slug, result, visitor.lang).await;
    Ok(())
}

/// Throws the draft away.
///
/// # Errors
/// Never for a form: the service is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/buang")]
pub async fn submit_discard(slug: String, revisi: i64) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let result = discard_draft(&platform, &visitor.actor, &slug, revisi).await.map(|()| Word::Removed);
    // A draft of a first version leaves nothing behind.
    answer(form_at(&slug, ""), &slug, result, visitor.lang).await;
    Ok(())
}

/// Goes on with a draft as the version after the newest, although that was published after the draft had begun.
///
/// # Errors
/// Never for a form: the service is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/lanjut")]
pub async fn submit_go_on(slug: String, revisi: i64) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let result = match find_draft(&platform, &visitor.actor, &slug).await {
        Ok(Some(draft)) => change_draft(&platform, &visitor.actor, &slug, revisi, &draft.service).await,
        Ok(None) => Err(DraftError::NotFound),
        Err(error) => Err(error),
    };
    answer(form_at(&slug, ""), &slug, result.map(|()| Word::Saved), visitor.lang).await;
    Ok(())
}

/// Shows a service to everybody, or hides it.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/layanan/buka")]
pub async fn submit_open(
    slug: String,
    #[server(default)] buka: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = if kembali.is_empty() { "/dinas/layanan".to_owned() } else { address(&slug, "") };
    let mut form = Form::new(FORM, back.clone());
    form.keep(AT, &back);
    match set_service_open(&platform, &visitor.actor, &slug, !buka.is_empty()).await {
        Ok(()) => done(Word::Saved, &back),
        Err(ServiceStateError::NotFound) => go_to("/dinas/layanan"),
        Err(ServiceStateError::Forbidden(_)) => form.not_allowed(),
        Err(error @ ServiceStateError::Db(_)) => {
            leptos::logging::error!("open or close a service: {error:?}");
            form.wrong(ALREADY, visitor.lang.try_later());
            form.refuse().await;
        }
    }
    Ok(())
}
