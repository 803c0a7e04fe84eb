//! What a page says first after something worked.

use leptos::prelude::*;

use super::Icon;
use crate::action::{Word, take_word};
use crate::text::ConsoleText;
use crate::visitor::lang;

/// The word that the last action left for this page; nothing otherwise.
#[component]
pub fn Said() -> impl IntoView {
    let t = lang();
    take_word().map(|word| {
        let text = match word {
            Word::Saved => t.said_saved(),
            Word::Done => t.said_done(),
            Word::Sent => t.said_sent(),
            Word::Removed => t.said_removed(),
            Word::Already => t.said_already(),
        };
        view! { <div class="note note--ok" role="status"><Icon name="circle-check"/><strong>{text}</strong></div> }
    })
}
