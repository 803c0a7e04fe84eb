//! Which path goes where, and through which layers.

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::middleware::{from_fn, from_fn_with_state};
use leptos::prelude::provide_context;
use platform::Platform;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::config::Config;
use crate::live::{self, Pages};
use crate::metrics::{self, Metrics, Readers};
use crate::stop::Stop;
use crate::{
    calendars, documents, exports, guard, health, http_log, identify, limit, media, pages, proofs, seo, static_files,
};

/// What handlers and layers share.
#[derive(Clone)]
pub struct AppState {
    /// Use cases.
    pub platform: Platform,
    /// The site's address, without a slash at the end.
    pub public_url: Arc<str>,
    /// Whether a proxy of ours says where a visitor comes from.
    pub trusted_proxy: bool,
    /// The pages of cases that are open here.
    pub pages: Arc<Pages>,
    /// Whether this process has been told to stop.
    pub stop: Stop,
    /// What this process has done.
    pub metrics: Arc<Metrics>,
    /// Who may read that.
    pub metrics_readers: Readers,
}

impl FromRef<AppState> for Platform {
    fn from_ref(state: &AppState) -> Self {
        state.platform.clone()
    }
}

/// The whole site.
///
/// # Errors
/// When the built files are not there.
pub fn router(config: &Config, platform: Platform, open_pages: Arc<Pages>, stop: Stop) -> Result<Router, String> {
    let files = static_files::open(&config.site_dir)?;
    let state = AppState {
        platform: platform.clone(),
        public_url: config.site.public_url.as_str().into(),
        trusted_proxy: config.trusted_proxy,
        pages: open_pages,
        stop,
        metrics: Arc::default(),
        metrics_readers: config.metrics_readers.clone(),
    };
    let counters = state.metrics.clone();
    let site = Arc::new(config.site.clone());
    let https = guard::Https(config.site.public_url.starts_with("https:"));
    let context = move || {
        provide_context(platform.clone());
        provide_context(site.clone());
    };
    let site = pages::routes(context)
        .merge(proofs::routes())
        .merge(documents::routes())
        .merge(exports::routes())
        .merge(live::routes())
        .layer(from_fn_with_state(state.clone(), identify::identify))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Precise(4)))
        .layer(from_fn(limit::limit))
        .layer(from_fn(guard::same_origin));
    Ok(Router::new()
        .merge(site)
        .merge(health::routes())
        .merge(metrics::routes())
        .merge(media::routes())
        .merge(seo::routes())
        .merge(calendars::routes())
        .merge(files)
        .with_state(state)
        .layer(from_fn_with_state(https, guard::safe_headers))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(counters, http_log::log)))
}
