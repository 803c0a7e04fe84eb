//! What the platform needs from outside. The server brings the real ones, tests bring their own.

use domain::time::Timestamp;

/// The only source of time.
pub trait Clock: Send + Sync {
    /// Now, in micro-seconds UTC.
    fn now(&self) -> Timestamp;
}

/// The only source of randomness; must be fit for secrets.
pub trait Entropy: Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, buffer: &mut [u8]);
}

/// Files: uploaded pictures and documents. A local folder by default, an object store by configuration.
#[async_trait::async_trait]
pub trait BlobStore: Send + Sync {
    /// Stores a file under a key, replacing what was there.
    async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), BlobError>;
    /// The file under a key; `None` when there is none.
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, BlobError>;
}

/// The file store did not do what it should: the disk is full, or the network is down.
#[derive(Debug, thiserror::Error)]
#[error("file store: {0}")]
pub struct BlobError(pub String);
