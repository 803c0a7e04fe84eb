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
    /// Removes the file under a key; it is no error when there is none.
    async fn delete(&self, key: &str) -> Result<(), BlobError>;
}

/// The file store did not do what it should: the disk is full, or the network is down.
#[derive(Debug, thiserror::Error)]
#[error("file store: {0}")]
pub struct BlobError(pub String);

/// An e-mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Email {
    /// The same every time it is tried: a mail server that has it already can tell.
    pub id: uuid::Uuid,
    /// The address.
    pub to: String,
    /// The recipient's name.
    pub name: String,
    /// The first line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// Only its id: the rest is personal.
impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Email").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A way to a mail server.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Hands an e-mail to the mail server. Must answer or give up within a minute.
    async fn send(&self, email: &Email) -> Result<(), MailError>;
}

/// An e-mail was not taken. The text is for an officer and holds no personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Worth another try: the server is away or busy.
    #[error("{0}")]
    Later(String),
    /// It will never be taken: no such mailbox, or the address is wrong.
    #[error("{0}")]
    Never(String),
}

/// A virus scanner.
#[async_trait::async_trait]
pub trait Scanner: Send + Sync {
    /// Looks through an uploaded file. Must answer or give up within a minute.
    async fn scan(&self, file: &[u8]) -> Result<(), ScanError>;
}

/// A file was not found to be clean.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// There is something in it.
    #[error("virus scanner: found something")]
    Infected,
    /// Nobody knows: the scanner is away, or did not take it. For an officer, without the file's name.
    #[error("virus scanner: {0}")]
    Away(String),
}
