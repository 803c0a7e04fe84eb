//! Says what is being done and how long it took.

use std::time::Instant;

use anyhow::Result;

/// Does one named step, and prints its name and time.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("→ {name}");
    let started = Instant::now();
    let result = work()?;
    eprintln!("  {name}: {:.1} s", started.elapsed().as_secs_f32());
    Ok(result)
}
