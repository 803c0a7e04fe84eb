//! The real time and the real randomness. Everything else asks the platform for them.

use domain::time::Timestamp;
use platform::ports::{Clock, Entropy};
use rand::RngCore;

/// The machine's clock.
#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place that may look at the clock
    fn now(&self) -> Timestamp {
        let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Timestamp::from_micros(since_epoch.as_micros() as i64)
    }
}

/// The operating system's randomness, stretched by a cryptographic generator.
#[derive(Debug)]
pub struct OsEntropy;

impl Entropy for OsEntropy {
    #[allow(clippy::disallowed_methods)] // the one place that may draw lots
    fn fill(&self, buffer: &mut [u8]) {
        rand::rng().fill_bytes(buffer);
    }
}
