//! The button by which an owner says that a shop that was sent back is right now.

use leptos::prelude::*;
use platform::Platform;
use platform::shop::usaha::{DecideError, hand_in_again};

use crate::action::{Word, done, go_to};
use crate::html::IntoHtml;
use crate::text::{Lang, LegalityText};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The button.
pub(super) fn hand_in_button(t: Lang) -> AnyView {
    view! {
        <form method="post" action="/aksi/usaha/ajukan-lagi">
            <button class="btn btn--line"><Icon name="send"/>{t.shop_hand_in_again()}</button>
        </form>
    }
    .into_html()
}

/// Hands a shop that was sent back in again.
///
/// # Errors
/// Never for a form: the page says where the shop is.
#[server(prefix = "/aksi", endpoint = "usaha/ajukan-lagi")]
pub async fn submit_hand_in_again() -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    match hand_in_again(&platform, &visitor().actor).await {
        Ok(()) => done(Word::Sent, "/usaha"),
        Err(DecideError::Db(error)) => {
            leptos::logging::error!("hand in again: {error:?}");
            go_to("/usaha");
        }
        // It waits already, or was decided meanwhile: the page shows which.
        Err(_) => go_to("/usaha"),
    }
    Ok(())
}
