//! The frame of every page: load on the server, render whole, say it clearly when the data cannot be had.

use domain::account::Capability;
use http::header::{HeaderValue, LOCATION};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use uuid::Uuid;

use crate::action::escape;
use crate::html::IntoHtml;
use crate::ui::{ErrorPage, NotAllowedPage};
use crate::visitor::{Visitor, with_visitor};

/// What a page's loader answers instead of data.
#[derive(Debug)]
pub enum Missing {
    /// Nothing is at this address (404).
    NotFound,
    /// The data cannot be had right now (503). Logged here, shown without details.
    Unavailable,
    /// The visitor has to go elsewhere first, for example to sign in.
    Elsewhere(String),
    /// The visitor is signed in, but may not see this (403).
    NotAllowed,
}

/// The account of a visitor who may see a page; a guest is sent to sign in and comes back.
///
/// The use cases behind the page decide again: this only spares a page that would be empty.
///
/// # Errors
/// [`Missing::Elsewhere`] for a guest, [`Missing::NotAllowed`] for an account without the capability.
pub fn only(visitor: &Visitor, capability: Capability) -> Result<Uuid, Missing> {
    let account = signed_in(visitor)?;
    if visitor.actor.may(capability) { Ok(account) } else { Err(Missing::NotAllowed) }
}

/// The account of a visitor who is signed in; a guest is sent to sign in and comes back.
///
/// # Errors
/// [`Missing::Elsewhere`] for a guest.
pub fn signed_in(visitor: &Visitor) -> Result<Uuid, Missing> {
    visitor.actor.id().ok_or_else(|| Missing::Elsewhere(format!("/masuk?kembali={}", escape(&visitor.path))))
}

impl<E: std::error::Error + 'static> From<E> for Missing {
    fn from(error: E) -> Self {
        let source = error.source().map(ToString::to_string).unwrap_or_default();
        leptos::logging::error!("page unavailable: {error}: {source}");
        Missing::Unavailable
    }
}

/// Loads a page's data and renders it: the HTML leaves complete, in order, and needs no script.
///
/// The view is turned into HTML here, where the request's contexts are at hand: a view that the stream renders later,
/// on whatever thread is free, has lost them, and with them its title and description.
pub fn page<T, V>(
    load: impl Future<Output = Result<T, Missing>> + Send + 'static,
    view: impl FnOnce(T) -> V + Send + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    V: IntoView + 'static,
{
    let unknown = with_visitor(|visitor| visitor.unknown).unwrap_or_default();
    Suspend::new(async move {
        let loaded = if unknown { Err(Missing::Unavailable) } else { load.await };
        match loaded {
            Ok(data) => view(data).into_html(),
            Err(missing) => refuse(missing),
        }
    })
}

fn refuse(missing: Missing) -> AnyView {
    let response = expect_context::<ResponseOptions>();
    // An officer who has no second step yet may nothing: this is how that changes.
    let must_set_up = with_visitor(|visitor| visitor.must_set_up).unwrap_or_default();
    let missing = match missing {
        Missing::NotAllowed if must_set_up => Missing::Elsewhere("/akun/dua-langkah".to_owned()),
        missing => missing,
    };
    match missing {
        Missing::Elsewhere(path) => {
            response.set_status(http::StatusCode::FOUND);
            response.insert_header(LOCATION, HeaderValue::from_str(&path).unwrap_or(HeaderValue::from_static("/")));
            ().into_html()
        }
        Missing::NotAllowed => {
            response.set_status(http::StatusCode::FORBIDDEN);
            view! { <NotAllowedPage/> }.into_html()
        }
        Missing::NotFound => {
            response.set_status(http::StatusCode::NOT_FOUND);
            view! { <ErrorPage found=false/> }.into_html()
        }
        Missing::Unavailable => {
            response.set_status(http::StatusCode::SERVICE_UNAVAILABLE);
            view! { <ErrorPage found=true/> }.into_html()
        }
    }
}
