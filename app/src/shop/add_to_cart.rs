//! Putting a product into the cart: one server function for the plain form and for the island that spares the reload.

use domain::lang::Lang;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::text::CartText;

/// What the island shows after adding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// Pieces in the cart now.
    pub count: i64,
}

/// Puts pieces into the cart. A plain form goes on to the cart; the island gets the new count.
///
/// # Errors
/// A message for the buyer.
#[server(prefix = "/aksi", endpoint = "keranjang/tambah")]
pub async fn add_to_cart(varian: String, jumlah: String) -> Result<Added, ServerFnError> {
    use crate::action::{go_to, set_cookie};
    use crate::visitor::visitor;
    use platform::shop::cart::{self, CartError};

    let platform = expect_context::<platform::Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let wanted = uuid::Uuid::try_parse(&varian).ok().zip(jumlah.trim().parse().ok());
    let added = match wanted {
        Some((variant, quantity)) => {
            // Who is signed in has a cart of the account's, found on every device.
            let cart = match (visitor.cart, visitor.actor.id()) {
                (None, Some(account)) => cart::open_own_cart(&platform, account).await.map(Some),
                (cart, _) => Ok(cart),
            };
            match cart {
                Ok(cart) => cart::add_to_cart(&platform, cart, variant, quantity).await,
                Err(error) => Err(error.into()),
            }
        }
        None => Err(CartError::Quantity),
    };
    let refuse = |message: &str| Err(ServerFnError::ServerError(message.to_owned()));
    match added {
        Ok(new) => {
            let quantity = wanted.map_or(0, |(_, quantity)| quantity);
            if let Some(token) = new {
                set_cookie("keranjang", &token, super::cart::KEPT);
            }
            go_to("/keranjang");
            Ok(Added { count: visitor.cart_count + quantity })
        }
        Err(error) => {
            let message = match error {
                CartError::NotForSale => t.not_for_sale(),
                CartError::Quantity => t.quantity_hint(),
                CartError::Db(error) => {
                    leptos::logging::error!("cart: {error:?}");
                    t.try_later()
                }
            };
            crate::action::refuse(
                "keranjang",
                &[("jumlah", &jumlah)],
                vec![("jumlah", message.to_owned())],
                "/keranjang",
            )
            .await;
            refuse(message)
        }
    }
}

/// Wakes up the form around it: adds without leaving the page, and says so.
#[island]
pub fn CartButton(lang: Lang) -> impl IntoView {
    let t = lang;
    let add = ServerAction::<AddToCart>::new();
    let done = move || match add.value().get() {
        None => None,
        Some(Ok(added)) => Some(
            view! {
                <p class="note note--ok note--bare" role="status">
                    <span><strong>{t.added(added.count)}</strong>" "<a href="/keranjang">{t.see_cart()}</a></span>
                </p>
            }
            .into_any(),
        ),
        Some(Err(error)) => {
            let text = match error {
                ServerFnError::ServerError(text) => text,
                _ => t.try_later().to_owned(),
            };
            Some(view! { <p class="note note--warn note--bare" role="alert"><span>{text}</span></p> }.into_any())
        }
    };
    let press = move |event: leptos::ev::MouseEvent| {
        let button = event_target::<leptos::web_sys::HtmlButtonElement>(&event);
        let field = |name: &str| {
            let form = button.form()?;
            leptos::web_sys::FormData::new_with_form(&form).ok()?.get(name).as_string()
        };
        // Without a choice the browser's own form says what is missing.
        if let (Some(varian), Some(jumlah)) = (field("varian"), field("jumlah")) {
            event.prevent_default();
            add.dispatch(AddToCart { varian, jumlah });
        }
    };
    view! {
        <button class="btn" on:click=press aria-busy=move || add.pending().get().to_string()>{t.add_to_cart()}</button>
        {done}
    }
}
