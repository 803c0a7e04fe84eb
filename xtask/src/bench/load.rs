//! Load: as many visitors as connections, each asking again as soon as it was answered.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::client::Client;

/// Before it is measured, everything is asked for: files and plans are in memory then.
const WARM_UP: Duration = Duration::from_secs(2);

const WARMING: u8 = 0;
const MEASURING: u8 = 1;
const OVER: u8 = 2;

/// What one visitor did once: how many requests it took, or what went wrong.
pub type Done = Result<usize, String>;

/// When somebody began with a step, when it was done, and how many bytes came for it, or what went wrong.
pub type Step = (Instant, Instant, Result<usize, String>);

/// What was measured.
#[derive(Debug, Default, Clone)]
pub struct Measured {
    /// Jobs done: requests, or whole purchases.
    pub done: usize,
    /// Requests sent for them.
    pub requests: usize,
    /// Bytes of their bodies.
    pub bytes: usize,
    /// Jobs that failed, and why the first did.
    pub errors: usize,
    /// Why the first failed.
    pub first_error: Option<String>,
    /// How long it was measured.
    pub seconds: f64,
    /// Time of each job, sorted. Micro-seconds.
    times: Vec<u32>,
}

impl Measured {
    /// Jobs a second.
    pub fn per_second(&self) -> f64 {
        self.done as f64 / self.seconds
    }

    /// The time that this share of the jobs did not take longer than. Milli-seconds.
    pub fn time(&self, share: f64) -> f64 {
        let last = self.times.len().saturating_sub(1);
        f64::from(self.times.get((last as f64 * share).round() as usize).copied().unwrap_or(0)) / 1000.0
    }

    /// What everybody did once, each as soon as they could.
    pub fn once(steps: &[Step]) -> Self {
        let mut times: Vec<u32> = Vec::new();
        let mut measured = Self { seconds: span(steps).as_secs_f64(), ..Self::default() };
        for (began, ended, done) in steps {
            match done {
                Ok(bytes) => {
                    measured.bytes += bytes;
                    times.push((*ended - *began).as_micros() as u32);
                }
                Err(error) => {
                    measured.errors += 1;
                    measured.first_error.get_or_insert_with(|| error.clone());
                }
            }
        }
        times.sort_unstable();
        Self { done: times.len(), requests: times.len(), times, ..measured }
    }

    fn add(&mut self, other: Measured) {
        self.done += other.done;
        self.requests += other.requests;
        self.bytes += other.bytes;
        self.errors += other.errors;
        self.first_error = self.first_error.take().or(other.first_error);
        self.times.extend(other.times);
    }
}

/// From the first beginning to the last end.
pub fn span(steps: &[Step]) -> Duration {
    let (first, last) = (steps.iter().map(|step| step.0).min(), steps.iter().map(|step| step.1).max());
    first.zip(last).map_or(Duration::ZERO, |(first, last)| last - first)
}

/// Lets every visitor do the job again and again; the number given to it is never given twice.
pub fn measure(
    address: SocketAddr,
    visitors: usize,
    seconds: u64,
    job: impl Fn(&mut Client, usize) -> Done + Sync,
) -> Measured {
    let (phase, next) = (AtomicU8::new(WARMING), AtomicUsize::new(0));
    let visit = || {
        let (mut client, mut measured) = (Client::new(address), Measured::default());
        loop {
            let begun_in = phase.load(Ordering::Relaxed);
            if begun_in == OVER {
                return measured;
            }
            let (started, received) = (Instant::now(), client.received);
            let done = job(&mut client, next.fetch_add(1, Ordering::Relaxed));
            let took = started.elapsed();
            // What began before or ended after the measured time is not counted.
            if begun_in != MEASURING || phase.load(Ordering::Relaxed) != MEASURING {
                continue;
            }
            match done {
                Ok(requests) => {
                    measured.done += 1;
                    measured.requests += requests;
                    measured.bytes += client.received - received;
                    measured.times.push(took.as_micros() as u32);
                }
                Err(error) => {
                    measured.errors += 1;
                    measured.first_error.get_or_insert(error);
                }
            }
        }
    };
    let mut all = Measured::default();
    std::thread::scope(|scope| {
        let visitors: Vec<_> = (0..visitors).map(|_| scope.spawn(visit)).collect();
        std::thread::sleep(WARM_UP);
        phase.store(MEASURING, Ordering::Relaxed);
        let started = Instant::now();
        std::thread::sleep(Duration::from_secs(seconds));
        phase.store(OVER, Ordering::Relaxed);
        all.seconds = started.elapsed().as_secs_f64();
        for visitor in visitors {
            all.add(visitor.join().unwrap_or_default());
        }
    });
    all.times.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::Measured;

    #[test]
    fn times_are_read_by_share() {
        let measured = Measured { times: (1..=1000).map(|ms| ms * 1000).collect(), ..Measured::default() };
        assert_eq!((measured.time(0.5), measured.time(0.99), measured.time(1.0)), (501.0, 990.0, 1000.0));
        assert_eq!(Measured::default().time(0.99), 0.0);
    }
}
