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
