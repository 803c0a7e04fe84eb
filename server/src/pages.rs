//! Pages and server functions on the server's router.

use any_spawner::Executor;
use app::pages::{PAGES, Page, unknown};
use app::request::Params;
use axum::Router;
use axum::extract::{RawPathParams, Request};
use axum::response::Response;
use axum::routing::{get, post};
use futures_util::StreamExt;
use futures_util::stream::once;
use leptos::prelude::provide_context;
use leptos::server_fn::axum::server_fn_paths;
use leptos::tachys::view::RenderHtml;

use leptos_axum::{handle_response_inner, handle_server_fns_with_context};

/// Gives a page or server function what it finds in its contexts.
pub trait Context: Fn() + Clone + Send + Sync + 'static {}
impl<F: Fn() + Clone + Send + Sync + 'static> Context for F {}

/// Every page and every server function; unknown paths get the page that says so.
pub fn routes<S: Clone + Send + Sync + 'static>(context: impl Context) -> Router<S> {
    // Fails only when it was done before: tests make several routers.
    let _ = Executor::init_tokio();
    let mut router = Router::new();
    for (path, page) in PAGES {
        let context = context.clone();
        let answer = move |params: RawPathParams, request: Request| render(context, *page, params, request);
        router = router.route(path, get(answer));
    }
    for (path, _) in server_fn_paths() {
        let context = context.clone();
        let answer = move |request: Request| handle_server_fns_with_context(context.clone(), request);
        router = router.route(path, post(answer));
    }
    router.fallback(move |request: Request| answer(context, unknown, Params::default(), request))
}

async fn render(context: impl Context, page: Page, params: RawPathParams, request: Request) -> Response {
    let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    answer(context, page, Params(params), request).await
}

async fn answer(context: impl Context, page: Page, params: Params, request: Request) -> Response {
    let context = move || {
        context();
        provide_context(params.clone());
    };
    // The page leaves whole and in one piece. What leptos would send behind it is for hydrating whole pages.
    handle_response_inner(
        context,
        move || app::shell(page),
        request,
        |page, _, _| {
            Box::pin(async move {
                let html = page.to_html_stream_in_order().collect::<String>().await;
                Box::pin(once(async { html })) as _
            })
        },
    )
    .await
}
