//! Taking a step of a mentoring, and saying that an agreed action is done.

use std::collections::BTreeMap;

use domain::mentoring::Action;
use domain::time::Day;
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::{MentoringDeed, finish_action, move_mentoring};
use uuid::Uuid;

use super::{FORM, WHOLE, mentoring_path, refused};
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::text::MentoringText;
use crate::visitor::visitor;

/// The most values that are read.
const MOST_VALUES: usize = 40;

/// The field of the words that come with a step, where it has some.
fn words_of(action: Action) -> Option<&'static str> {
    match action {
        Action::Object => Some("ubah"),
        Action::Evaluate => Some("hasil"),
        Action::Resume => Some("kurang"),
        Action::Stop => Some("alasan"),
        _ => None,
    }
}

/// Takes a step of a mentoring.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/langkah")]
#[allow(clippy::too_many_arguments)] // the fields of all forms of steps
pub async fn step_mentoring(
    nomor: String,
    langkah: String,
    #[server(default)] terlihat: String,
    #[server(default)] pendamping: String,
    #[server(default)] sampai: String,
    #[server(default)] ubah: String,
    #[server(default)] hasil: String,
    #[server(default)] kurang: String,
    #[server(default)] alasan: String,
    #[server(default)] nilai: BTreeMap<String, String>,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = mentoring_path(&nomor);
    let mut form = Form::new(FORM, format!("{back}#langkah"));
    let Ok(action) = langkah.parse::<Action>() else {
        form.wrong(WHOLE, t.me_not_now());
        form.refuse().await;
        return Ok(());
    };
    form.keep("sampai", &sampai);
    form.keep("pendamping", &pendamping);
    let words = words_of(action).and_then(|field| {
        let typed = match action {
            Action::Object => &ubah,
            Action::Evaluate => &hasil,
            Action::Resume => &kurang,
            _ => &alasan,
        };
        form.read(field, t.me_words(), typed, Text::parse)
    });
    let mut after = Vec::new();
    for (key, value) in nilai.iter().take(MOST_VALUES).filter(|(_, value)| !value.trim().is_empty()) {
        form.keep(&format!("nilai[{key}]"), value);
        let goal = key.strip_prefix('g').and_then(|id| Uuid::try_parse(id).ok());
        match (goal, Line::parse(value)) {
            (Some(goal), Ok(value)) => after.push((goal, value)),
            _ => form.wrong("hasil", t.me_value_long()),
        }
    }
    if !form.is_right() {
        form.refuse().await;
        return Ok(());
    }
    let deed = MentoringDeed {
        action,
        seen: terlihat.parse().unwrap_or(-1),
        words,
        mentor: Uuid::try_parse(&pendamping).ok(),
        ends_on: Day::parse(&sampai),
        after,
    };
    match move_mentoring(&platform, &visitor.actor, &nomor, &deed).await {
        Ok(_) => done(Word::Done, &back),
        Err(error) => {
            let field = match action {
                Action::Propose => "sampai",
                Action::Assign if !pendamping.is_empty() => "pendamping",
                _ => words_of(action).unwrap_or(WHOLE),
            };
            refused(form, field, error, t).await;
        }
    }
    Ok(())
}

/// Says that an agreed action is done, or is not after all.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/tindakan/selesai")]
pub async fn mark_action(
    nomor: String,
    tindakan: String,
    #[server(default)] selesai: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = format!("{}#rencana", mentoring_path(&nomor));
    let action = Uuid::try_parse(&tindakan).unwrap_or_default();
    match finish_action(&platform, &visitor.actor, &nomor, action, !selesai.is_empty()).await {
        Ok(()) => done(Word::Saved, &back),
        Err(error) => refused(Form::new(FORM, back), WHOLE, error, visitor.lang).await,
    }
    Ok(())
}
