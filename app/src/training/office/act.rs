//! Taking a step of a class.

use domain::training::class::Action;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::training::{ClassDeed, OrganiseError, move_class};

use super::{class_path, problems};
use crate::action::{Word, done, escape};
use crate::shop::seller::form::Form;
use crate::text::TrainingDeskText;
use crate::training::days::read_input;
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const STEP: &str = "pelatihan-langkah";

/// Takes a step of a class.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/langkah")]
pub async fn take_class_step(
    kelas: String,
    langkah: String,
    #[server(default)] alasan: String,
    #[server(default)] sampai: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = class_path(&escape(&kelas));
    let mut form = Form::new(STEP, format!("{back}#langkah"));
    form.keep("langkah", &langkah);
    form.keep("sampai", &sampai);
    let reason = form.read("alasan", t.td_reason(), &alasan, Line::parse_optional);
    let (Ok(action), Some(reason)) = (langkah.parse::<Action>(), reason) else {
        form.refuse().await;
        return Ok(());
    };
    let closes_at = read_input(&sampai);
    if action == Action::Reopen && closes_at.is_none() {
        form.wrong("sampai", t.td_when_wrong());
    }
    if action == Action::Cancel && reason.is_none() {
        form.wrong("alasan", t.td_no_reason());
    }
    if !form.is_right() {
        form.refuse().await;
        return Ok(());
    }
    match move_class(&platform, &visitor.actor, &kelas, &ClassDeed { action, reason, closes_at }).await {
        Ok(_) => done(Word::Done, &back),
        Err(OrganiseError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            for (field, problem) in problems(error, t) {
                form.wrong(&field, problem);
            }
            form.refuse().await;
        }
    }
    Ok(())
}
