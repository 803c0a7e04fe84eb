//! The fixture of every use-case test: a fresh database of either kind, a clock moved by hand, repeatable randomness.
//!
//! ```ignore
//! on_both_databases! {
//!     async fn a_guest_finds_a_product(app: TestApp) { ... }
//! }
//! ```

mod database;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::time::Timestamp;

use crate::document::Letterhead;
use crate::paper::Paper;
use crate::ports::{BlobError, BlobStore, Clock, Entropy};
use crate::sealing::DataKey;
use crate::signing::SigningKeys;
use crate::{Db, Platform};

pub use self::database::FreshDatabase;

/// Writes each test twice: `sqlite::name` and `postgres::name`.
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[$attribute:meta])* async fn $name:ident($app:ident: TestApp) $body:block)+) => {
        mod sqlite {
            #[allow(unused_imports)]
            use super::*;
            $($(#[$attribute])* #[test] fn $name() {
                $crate::testing::run($crate::testing::Kind::Sqlite, |$app| async move { $body });
            })+
        }
        mod postgres {
            #[allow(unused_imports)]
            use super::*;
            $($(#[$attribute])* #[test] fn $name() {
                $crate::testing::run($crate::testing::Kind::Postgres, |$app| async move { $body });
            })+
        }
    };
}

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file of its own in the temporary folder.
    Sqlite,
    /// A database of its own on the server that `TEST_POSTGRES_URL` names.
    Postgres,
}

/// A platform on a fresh, migrated database, and the handle of its clock.
#[derive(Clone)]
pub struct TestApp {
    /// What use cases take.
    pub platform: Platform,
    /// Moves time.
    pub clock: Arc<TestClock>,
    /// The files, and the handle that breaks their store.
    pub blobs: Arc<TestBlobs>,
    /// Which database this run is on.
    pub kind: Kind,
}

impl std::ops::Deref for TestApp {
    type Target = Platform;
    fn deref(&self) -> &Platform {
        &self.platform
    }
}

/// A clock that moves only by hand. Starts on Tuesday, 24 November 2026, 09.00 in Tangerang.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl TestClock {
    /// Moves time forward.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.as_micros() as i64, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// Repeatable bytes (splitmix64): the same test makes the same ids.
#[derive(Debug)]
struct TestEntropy(AtomicU64);

impl Entropy for TestEntropy {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

/// Files in memory.
#[derive(Debug, Default)]
pub struct TestBlobs {
    files: Mutex<HashMap<String, Vec<u8>>>,
    full: AtomicBool,
}

impl TestBlobs {
    /// From now on nothing can be stored, or it can again.
    pub fn set_full(&self, full: bool) {
        self.full.store(full, Ordering::SeqCst);
    }

    /// The keys of all files that begin so, in order.
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        let files = self.files.lock().unwrap();
        let mut keys: Vec<String> = files.keys().filter(|key| key.starts_with(prefix)).cloned().collect();
        keys.sort();
        keys
    }
}

#[async_trait::async_trait]
impl BlobStore for TestBlobs {
    async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), BlobError> {
        if self.full.load(Ordering::SeqCst) {
            return Err(BlobError("no space left on device".to_owned()));
        }
        self.files.lock().unwrap().insert(key.to_owned(), bytes);
        Ok(())
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, BlobError> {
        Ok(self.files.lock().unwrap().get(key).cloned())
    }

    async fn delete(&self, key: &str) -> Result<(), BlobError> {
        self.files.lock().unwrap().remove(key);
        Ok(())
    }
}

/// An office for letters.
fn paper() -> Paper {
    let letterhead = Letterhead {
        above: "Pemerintah Kabupaten Tangerang".to_owned(),
        name: "Dinas Koperasi dan Usaha Mikro".to_owned(),
        below: vec!["Tigaraksa".to_owned()],
    };
    let keys = SigningKeys::read(&"9d".repeat(32)).expect("32 bytes are a key");
    Paper {
        letterhead,
        place: "Tigaraksa".to_owned(),
        position: "Kepala Bidang".to_owned(),
        training_position: "Penanggung jawab pelatihan".to_owned(),
        keys: Arc::new(keys),
    }
}

/// Runs one test on a fresh database and removes it afterwards.
pub fn run<F, Fut>(kind: Kind, test: F)
where
    F: FnOnce(TestApp) -> Fut,
    Fut: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let database = FreshDatabase::create(kind).await;
        let db = Db::connect(database.url(), 8).await.expect("the test database opens");
        let clock = Arc::new(TestClock(AtomicI64::new(1_795_485_600_000_000)));
        let blobs = Arc::new(TestBlobs::default());
        let entropy = Arc::new(TestEntropy(AtomicU64::new(1)));
        let platform = Platform::new(db.clone(), clock.clone(), entropy, blobs.clone(), DataKey::new([7; 32]), paper());
        test(TestApp { platform, clock, blobs, kind }).await;
        db.close().await;
        database.remove().await;
    });
}
