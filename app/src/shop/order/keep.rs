//! Keeping an order of a guest in one's account.

use domain::account::Actor;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{KeepError, keep_order};

use crate::action::{Word, done, go_to};
use crate::html::IntoHtml;
use crate::text::{AccountText, Lang};
use crate::ui::Icon;
use crate::visitor::visitor;

const PATH: &str = "/pesanan/terima-kasih";

/// Offers to keep the order: at once for who is signed in, after signing in for a guest.
pub(super) fn keep_form(actor: &Actor, t: Lang) -> AnyView {
    let button = match actor {
        Actor::Guest => {
            view! { <a class="btn btn--line" href=format!("/masuk?kembali={PATH}")>{t.sign_in_title()}</a> }.into_html()
        }
        Actor::Account { .. } => view! {
            <form method="post" action="/aksi/pesanan/simpan"><button class="btn btn--line">{t.keep_order()}</button></form>
        }
        .into_html(),
    };
    view! {
        <section class="note note--plain" aria-labelledby="j-simpan">
            <Icon name="user"/>
            <div class="stack stack--2">
                <h2 class="h3" id="j-simpan">{t.keep_order_title()}</h2>
                <p>{t.keep_order_text()}</p>
                <div>{button}</div>
            </div>
        </section>
    }
    .into_html()
}

/// Keeps the orders whose secret this device holds.
///
/// # Errors
/// When the database does not answer.
#[server(prefix = "/aksi", endpoint = "pesanan/simpan")]
pub async fn submit_keep() -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    match keep_order(&platform, &visitor.actor, &visitor.order_secret.unwrap_or_default()).await {
        // Sent twice, or by somebody who had kept it before: it is where it is.
        Ok(_) => done(Word::Saved, "/akun"),
        Err(KeepError::Forbidden(_)) => go_to(&format!("/masuk?kembali={PATH}")),
        Err(KeepError::Db(error)) => return Err(ServerFnError::new(error.to_string())),
    }
    Ok(())
}
