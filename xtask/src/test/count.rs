//! How many tests passed and failed, as their runners say it.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Tests that ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    passed: usize,
    failed: usize,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Count {
    /// Runs a test runner with its output shown, and adds what it counts; fails when it fails.
    pub fn run(&mut self, mut command: Command) -> Result<()> {
        let (reader, writer) = std::io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        // It holds the pipe's other end, which must be closed for the reading to end.
        drop(command);
        for line in BufReader::new(reader).split(b'\n') {
            let line = line?;
            let mut out = std::io::stdout().lock();
            out.write_all(&line)?;
            out.write_all(b"\n")?;
            self.add(&String::from_utf8_lossy(&line));
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("the tests of {name} failed ({status})");
        }
        Ok(())
    }

    /// Adds a line of a summary: of nextest, of cargo test (one for each crate) or of Playwright.
    fn add(&mut self, line: &str) {
        let line = without_colour(line);
        let line = line.trim();
        let counts = if let Some((_, counts)) = line.split_once("tests run:").or(line.split_once("test run:")) {
            counts
        } else if let Some(result) = line.strip_prefix("test result:") {
            result
        } else if line.split(' ').next().is_some_and(|first| first.parse::<usize>().is_ok()) {
            // Playwright: `6 failed`, `12 passed (3.3s)`; after a retry `1 flaky`, which we count as failed.
            line
        } else {
            return;
        };
        let words: Vec<&str> = counts.split([' ', ',', ';', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            match (pair[0].parse::<usize>(), pair[1]) {
                (Ok(number), "passed") => self.passed += number,
                (Ok(number), "failed" | "flaky") => self.failed += number,
                _ => {}
            }
        }
    }
}

/// The text without the escapes that colour it.
fn without_colour(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn every_runner_is_understood() {
        for (line, passed, failed) in [
            ("     Summary [   0.064s] 29 tests run: 29 passed, 0 skipped", 29, 0),
            ("     Summary [   0.064s] 1 test run: 0 passed, 1 failed, 2 skipped", 0, 1),
            ("test result: FAILED. 9 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out", 9, 2),
            ("  6 failed", 0, 6),
            ("\u{1b}[32m  12 passed\u{1b}[39m (3.3s)", 12, 0),
            ("        PASS [   0.005s] (16/29) server two_orders_passed", 0, 0),
            ("  1) [js] › tests/home.spec.ts:9:5 › 3 failed orders", 0, 0),
        ] {
            let mut count = Count::default();
            count.add(line);
            assert_eq!(count, Count { passed, failed }, "{line}");
        }
    }
}
