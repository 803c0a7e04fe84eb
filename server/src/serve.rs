//! From configuration to a listening server, and its orderly end.

use std::future::IntoFuture;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use platform::demo::Amount;
use platform::document::Letterhead;
use platform::paper::Paper;
use platform::sealing::DataKey;
use platform::signing::SigningKeys;
use platform::{Db, Platform, demo, setup};
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

use crate::blobs::Blobs;
use crate::clock::{OsEntropy, SystemClock};
use crate::config::Config;
use crate::live::{self, Pages};
use crate::mail::Smtp;
use crate::stop::{LIMIT, Stop};
use crate::{http_log, pictures, router, worker};

/// Serves until the process is told to stop. Then `/readyz` says so, and after `STOP_DELAY` no new connection is taken;
/// requests in flight and the worker's round are finished, as far as [`LIMIT`] allows.
pub async fn serve(config: Config) -> Result<(), String> {
    http_log::init();
    let db = open_database(&config).await?;
    let platform = open_platform(&config, db.clone()).await?;
    let stop = Stop::on_signal();
    let worker = tokio::spawn(worker::work(platform.clone(), stop.clone()));
    let pictures = tokio::spawn(pictures::work(platform.clone(), stop.clone()));
    let open_pages = Pages::new(config.live_pages);
    let watcher = tokio::spawn(live::watch(platform.clone(), open_pages.clone(), stop.clone()));
    let router = router::router(&config, platform, open_pages, stop.clone())?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}; set LISTEN_ADDR to another address", config.listen))?;
    let address = listener.local_addr().unwrap_or(config.listen);
    tracing::info!(%address, "listening");
    println!("{} is open: http://{address}", config.site.brand);
    let closing = {
        let stop = stop.clone();
        async move {
            stop.begun().await;
            sleep(config.stop_delay).await;
        }
    };
    let too_long = async {
        stop.begun().await;
        sleep(config.stop_delay + LIMIT).await;
    };
    let serving = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(closing)
        .into_future();
    let orderly = async {
        serving.await.map_err(|error| format!("the server stopped: {error}"))?;
        watcher.await.map_err(|error| format!("the watcher of cases stopped: {error}"))?;
        pictures.await.map_err(|error| format!("the maker of pictures stopped: {error}"))?;
        worker.await.map_err(|error| format!("the worker stopped: {error}"))
    };
    tokio::select! {
        ended = orderly => ended?,
        // What the worker does not finish stays due: every piece of work is one transaction.
        () = too_long => tracing::warn!("what was in flight took too long and is cut off"),
    }
    let _ = timeout(Duration::from_secs(5), db.close()).await;
    tracing::info!("stopped");
    Ok(())
}

/// Fills a database that has no shop yet.
pub async fn seed(config: &Config, amount: Amount) -> Result<(), String> {
    let started = tokio::time::Instant::now(); // a stopwatch, not a time
    println!("loading {} products, {} orders and {} cases", amount.products, amount.orders, amount.cases);
    let platform = prepare(config, open_database(config).await?).await?;
    if !demo::seed_with(&platform, amount).await.map_err(|error| explain(&error))? {
        return Err("this database has shops already; name an empty one with DATABASE_URL".into());
    }
    platform.db.close().await;
    println!("done in {:.1} s", started.elapsed().as_secs_f32());
    Ok(())
}

/// Brings the database to this version's tables and says what that took.
pub async fn migrate(config: &Config) -> Result<(), String> {
    let db = connect(config).await?;
    let (before, after) = (db.migrations().await, migrate_tables(&db).await?);
    match after - before {
        0 => println!("nothing to do: all {after} migrations were there"),
        new => println!("{new} migrations carried out; there are {after} now"),
    }
    db.close().await;
    Ok(())
}

/// Writes a copy of the database to a file, also while a server runs.
pub async fn back_up(config: &Config, file: &str) -> Result<(), String> {
    let missing = |file: &PathBuf| !file.exists();
    if let Some(file) = sqlite_file(config).filter(missing) {
        return Err(format!("there is no database {}; DATABASE_URL names it", file.display()));
    }
    let db = connect(config).await?;
    let bytes = db.back_up(Path::new(file)).await.map_err(|error| explain(&error))?;
    db.close().await;
    println!("wrote {file}: {:.1} MB. Pictures are files in {}.", bytes as f64 / 1e6, config.media);
    Ok(())
}

/// Puts the platform together; in demo mode an empty database gets something to look at.
async fn open_platform(config: &Config, db: Db) -> Result<Platform, String> {
    let platform = prepare(config, db).await?;
    if config.site.demo && demo::seed_with(&platform, demo::AMOUNT).await.map_err(|error| explain(&error))? {
        println!("loaded demo data: {} products", demo::AMOUNT.products);
    }
    Ok(platform)
}

/// Puts the platform together and gives an empty database what it needs.
pub async fn prepare(config: &Config, db: Db) -> Result<Platform, String> {
    let blobs = Blobs::open(&config.media)?;
    let key = config.data_key.load(&OsEntropy, DataKey::parse)?;
    let paper = paper(config)?;
    let platform = Platform::new(db, Arc::new(SystemClock), Arc::new(OsEntropy), Arc::new(blobs), key, paper)
        .at(&config.site.public_url)
        .guarding_officers(config.production)
        .working(config.office)
        .waiting(config.deadlines)
        .taking_attendance(config.attendance_after);
    let platform = match &config.clamd {
        Some(clamd) => platform.with_scanner(Arc::new(clamd.clone())),
        None => platform,
    };
    let platform = match &config.mail {
        Some(mail) => platform.with_mailer(Arc::new(Smtp::new(mail)?)),
        None => platform,
    };
    setup::prepare(&platform, &config.region_code).await.map_err(|error| explain(&error))?;
    Ok(platform)
}

/// The office's paper.
fn paper(config: &Config) -> Result<Paper, String> {
    let keys = config.signing_key.load(&OsEntropy, |text| SigningKeys::read(text).ok())?;
    let below = config.office_address.split(';').map(|line| line.trim().to_owned()).collect();
    let above = format!("Pemerintah {}", config.site.regency);
    let letterhead = Letterhead { above, name: config.office_name.clone(), below };
    let (place, position) = (config.office_place.clone(), config.office_position.clone());
    let training_position = config.training_position.clone();
    Ok(Paper { letterhead, place, position, training_position, keys: Arc::new(keys) })
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

/// Opens and migrates the database.
pub async fn open_database(config: &Config) -> Result<Db, String> {
    let db = connect(config).await?;
    migrate_tables(&db).await?;
    Ok(db)
}

/// Migrates; answers how many migrations there are now.
async fn migrate_tables(db: &Db) -> Result<i64, String> {
    db.migrate().await.map_err(|error| explain(&error))?;
    Ok(db.migrations().await)
}

/// Opens the database, making the folder of a SQLite file.
async fn connect(config: &Config) -> Result<Db, String> {
    if let Some(folder) = sqlite_file(config).as_deref().and_then(Path::parent) {
        std::fs::create_dir_all(folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    }
    Db::connect(&config.database_url, config.database_connections)
        .await
        .map_err(|error| format!("the database does not open: {}", explain(&error)))
}

/// The file of an embedded database.
fn sqlite_file(config: &Config) -> Option<PathBuf> {
    let path = config.database_url.strip_prefix("sqlite://")?;
    Some(path.split('?').next().unwrap_or(path).into())
}
