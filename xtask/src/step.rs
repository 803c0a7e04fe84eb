//! Says what is being done, how far it is and how long it took.

use std::time::Instant;

use anyhow::Result;

/// The steps of one command.
#[derive(Debug)]
pub struct Steps {
    done: usize,
    total: usize,
}

impl Steps {
    /// A command of so many steps.
    pub fn new(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Does the next step, and prints its name and its time.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        let head = format!("[{}/{}] {name}", self.done, self.total);
        eprintln!("{head} ...");
        let started = Instant::now();
        let result = work()?;
        eprintln!("{head}: {:.1} s", started.elapsed().as_secs_f32());
        Ok(result)
    }
}
