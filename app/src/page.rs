//! The frame of every page: load on the server, render whole, say it clearly when the data cannot be had.

use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos_axum::ResponseOptions;

use crate::ui::ErrorPage;

/// What a page's loader answers instead of data.
#[derive(Debug)]
pub enum Missing {
    /// Nothing is at this address (404).
    NotFound,
    /// The data cannot be had right now (503). Logged here, shown without details.
    Unavailable,
    /// The visitor has to go elsewhere first, for example to sign in.
    Elsewhere(String),
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
    Suspend::new(async move {
        match load.await {
            Ok(data) => InertElement::new(view(data).to_html()),
            Err(missing) => InertElement::new(refuse(missing).to_html()),
        }
    })
}

fn refuse(missing: Missing) -> impl IntoView {
    let response = expect_context::<ResponseOptions>();
    match missing {
        Missing::Elsewhere(path) => {
            leptos_axum::redirect(&path);
            ().into_any()
        }
        Missing::NotFound => {
            response.set_status(http::StatusCode::NOT_FOUND);
            view! { <ErrorPage found=false/> }.into_any()
        }
        Missing::Unavailable => {
            response.set_status(http::StatusCode::SERVICE_UNAVAILABLE);
            view! { <ErrorPage found=true/> }.into_any()
        }
    }
}
