//! A clock that is set back, so that what happened long ago is made by the use cases that people use.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Timestamp;

use crate::Platform;
use crate::ports::Clock;

/// A clock that is set to a moment in the past.
#[derive(Debug, Default)]
pub(super) struct PastClock(AtomicI64);

impl PastClock {
    /// Sets it.
    pub fn set(&self, to: Timestamp) {
        self.0.store(to.micros(), Ordering::Relaxed);
    }
}

impl Clock for PastClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

/// The same platform on such a clock.
pub(super) fn past(platform: &Platform) -> (Platform, Arc<PastClock>) {
    let clock = Arc::new(PastClock::default());
    (Platform { clock: clock.clone(), ..platform.clone() }, clock)
}
