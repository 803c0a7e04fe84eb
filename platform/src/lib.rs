//! What the platform can do: use cases, one transaction each, and their SQL.
//!
//! A use case takes the [`Platform`] (database, clock, entropy) and the actor, decides whether the actor may,
//! and answers with domain types. Nothing here knows HTTP or Leptos.

pub mod account;
pub mod attachment;
pub mod backlog;
pub mod cache;
pub mod complaint;
pub mod db;
pub mod deadlines;
pub mod demo;
pub mod document;
pub mod flash;
pub mod held;
pub mod mentoring;
pub mod notice;
pub mod paper;
pub mod permit;
pub mod picture;
pub mod ports;
pub mod rate_limit;
pub mod reference;
pub mod sealing;
pub mod secret;
pub mod setup;
pub mod shop;
pub mod signing;
mod slug;
#[cfg(feature = "testing")]
pub mod testing;
pub mod training;
pub mod verify;

use std::sync::Arc;

use cache::Cache;
pub use db::{Db, Tx};
use domain::permit::calendar::Calendar;
use domain::permit::service::Service;
use domain::shop::order::Deadlines;
use domain::time::Timestamp;
use paper::Paper;
use permit::{Office, Performance, Period};
use ports::{BlobStore, Clock, Entropy, Mailer, ScanError, Scanner};
use reference::Reference;
use sealing::DataKey;
use shop::catalogue::{Facets, Filter, ProductCard, Search, Words};
use tokio::sync::{Mutex, OnceCell};
use training::{ClassCard, TrainingFigures};
use uuid::Uuid;

/// Everything a use case may reach.
#[derive(Clone)]
pub struct Platform {
    /// The database.
    pub db: Db,
    /// The only source of time.
    pub clock: Arc<dyn Clock>,
    /// The only source of randomness.
    pub entropy: Arc<dyn Entropy>,
    /// The site's address, without a slash at the end: for links in messages.
    pub public_url: Arc<str>,
    /// Whether officers without a second step may do nothing but set one up: so in production.
    pub officers_need_code: bool,
    /// How long orders wait for their next step.
    pub deadlines: Deadlines,
    /// When the office works.
    pub office: Office,
    /// So long after a session people can still say that they were there. Minutes.
    pub attendance_after: i64,
    /// Files.
    pub blobs: Arc<dyn BlobStore>,
    /// The way to a mail server; without one e-mails wait in the outbox.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// Looks through uploaded documents; without one they are checked by their content only.
    scanner: Option<Arc<dyn Scanner>>,
    /// Seals what is personal.
    data_key: DataKey,
    /// The office's paper.
    pub paper: Arc<Paper>,
    memory: Arc<Memory>,
}

/// What is kept of the database, each part for as long as it may be old.
struct Memory {
    reference: OnceCell<Arc<Reference>>,
    facets: Cache<Filter, Facets>,
    words: Words,
    /// What was looked for, by what was typed.
    searches: Cache<String, Search>,
    /// The best sold products by the category at the top.
    best: Cache<String, Vec<ProductCard>>,
    services: Cache<(), Vec<Service>>,
    /// Versions of services never change.
    versions: Cache<(String, i64), Service>,
    calendar: Cache<(), Calendar>,
    performance: Cache<Period, Performance>,
    training_figures: Cache<Period, TrainingFigures>,
    classes: Cache<(), Vec<ClassCard>>,
    /// Whose turn it is to change seats of classes.
    seats: Arc<Mutex<()>>,
}

impl Platform {
    /// A platform on an open, migrated database.
    pub fn new(
        db: Db,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        blobs: Arc<dyn BlobStore>,
        data_key: DataKey,
        paper: Paper,
    ) -> Self {
        Self {
            data_key,
            paper: Arc::new(paper),
            office: Office::default(),
            attendance_after: 60,
            db,
            clock,
            entropy,
            blobs,
            mailer: None,
            scanner: None,
            public_url: "".into(),
            officers_need_code: false,
            deadlines: Deadlines::default(),
            memory: Arc::new(Memory {
                reference: OnceCell::new(),
                facets: Cache::new(500, 30),
                words: Words::default(),
                searches: Cache::new(500, 30),
                best: Cache::new(100, 30),
                services: Cache::new(1, 30),
                versions: Cache::new(200, 3600),
                calendar: Cache::new(1, 30),
                performance: Cache::new(20, 300),
                training_figures: Cache::new(20, 300),
                classes: Cache::new(1, 30),
                seats: Arc::default(),
            }),
        }
    }

    /// The same platform, whose messages link to this address.
    pub fn at(self, public_url: &str) -> Self {
        Self { public_url: public_url.into(), ..self }
    }

    /// The same platform, which lets officers work only with a second step at sign-in.
    pub fn guarding_officers(self, officers_need_code: bool) -> Self {
        Self { officers_need_code, ..self }
    }

    /// The same platform, whose orders wait so long.
    pub fn waiting(self, deadlines: Deadlines) -> Self {
        Self { deadlines, ..self }
    }

    /// The same platform, where people can say so many minutes after a session that they were there.
    pub fn taking_attendance(self, attendance_after: i64) -> Self {
        Self { attendance_after, ..self }
    }

    /// The same platform, whose office works at these times.
    pub fn working(self, office: Office) -> Self {
        Self { office, ..self }
    }

    /// The same platform, which sends e-mails.
    pub fn with_mailer(self, mailer: Arc<dyn Mailer>) -> Self {
        Self { mailer: Some(mailer), ..self }
    }

    /// The same platform, which has uploaded documents looked through.
    pub fn with_scanner(self, scanner: Arc<dyn Scanner>) -> Self {
        Self { scanner: Some(scanner), ..self }
    }

    /// Has an uploaded file looked through, where there is a scanner.
    async fn scan(&self, file: &[u8]) -> Result<(), ScanError> {
        match &self.scanner {
            Some(scanner) => scanner.scan(file).await,
            None => Ok(()),
        }
    }

    /// Regions and categories, read once.
    pub async fn reference(&self) -> Result<&Arc<Reference>, db::DbError> {
        self.memory.reference.get_or_try_init(async || Reference::load(&self.db).await.map(Arc::new)).await
    }

    /// Now, in micro-seconds UTC.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new UUID v7: its order is the order of creation.
    pub fn new_id(&self) -> Uuid {
        let micros = self.now().micros();
        let mut random = [0; 10];
        self.entropy.fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis((micros / 1000) as u64, &random).into_uuid()
    }

    /// `N` random bytes, fit for secrets.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}
