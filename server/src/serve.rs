//! From configuration to a listening server, and its orderly end.

use std::net::SocketAddr;
use std::sync::Arc;

use platform::{Db, Platform, demo, setup};
use tokio::net::TcpListener;

use crate::blobs::Blobs;
use crate::clock::{OsEntropy, SystemClock};
use crate::config::Config;
use crate::mail::Smtp;
use crate::{http_log, router, worker};

/// Products in the demo data.
const DEMO_PRODUCTS: usize = 200;

/// Serves until the process is told to stop, then lets requests in flight finish.
pub async fn serve(config: Config) -> Result<(), String> {
    http_log::init();
    let db = open_database(&config).await?;
    let platform = open_platform(&config, db.clone()).await?;
    let worker = tokio::spawn(worker::work(platform.clone()));
    let router = router::router(&config, platform)?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}; set LISTEN_ADDR to another address", config.listen))?;
    tracing::info!(address = %config.listen, "listening");
    println!("{} is open: http://{}", config.site.brand, config.listen);
    axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(|error| format!("the server stopped: {error}"))?;
    worker.abort();
    db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Puts the platform together and gives an empty database what it needs; in demo mode also something to look at.
async fn open_platform(config: &Config, db: Db) -> Result<Platform, String> {
    let blobs = Blobs::local(&config.media_dir)?;
    let platform =
        Platform::new(db, Arc::new(SystemClock), Arc::new(OsEntropy), Arc::new(blobs)).at(&config.site.public_url);
    let platform = match &config.mail {
        Some(mail) => platform.with_mailer(Arc::new(Smtp::new(mail)?)),
        None => platform,
    };
    setup::prepare(&platform, &config.region_code).await.map_err(|error| explain(&error))?;
    if config.site.demo && demo::seed(&platform, DEMO_PRODUCTS).await.map_err(|error| explain(&error))? {
        println!("loaded demo data: {DEMO_PRODUCTS} products");
    }
    Ok(platform)
}

fn explain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}

/// Opens and migrates the database, making the folder of a SQLite file.
pub async fn open_database(config: &Config) -> Result<Db, String> {
    if let Some(path) = config.database_url.strip_prefix("sqlite://") {
        let file = path.split('?').next().unwrap_or(path);
        if let Some(folder) = std::path::Path::new(file).parent() {
            std::fs::create_dir_all(folder).map_err(|error| format!("cannot make the folder of {file}: {error}"))?;
        }
    }
    let db = Db::connect(&config.database_url, config.database_connections)
        .await
        .map_err(|error| format!("the database does not open: {}", explain(&error)))?;
    db.migrate().await.map_err(|error| explain(&error))?;
    Ok(db)
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).expect("a handler for SIGTERM can be set");
        tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
