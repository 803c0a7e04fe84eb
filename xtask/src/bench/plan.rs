//! What is measured, and on which databases.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use super::load::Measured;
use super::report::{self, Line, Wanted};
use crate::postgres::{Durability, Postgres};
use crate::served::Served;
use crate::site::{self, Purpose};
use crate::step::Steps;

/// What the arguments ask for.
#[derive(Debug)]
pub struct Plan {
    /// Of what the database is filled with: `products`, `cases`.
    things: &'static str,
    /// How many of them.
    pub amount: u32,
    databases: Vec<&'static str>,
    /// How long each is measured, or may take.
    pub seconds: u64,
    json: Option<PathBuf>,
    /// Whether compressed pages are asked for.
    pub brotli: bool,
}

/// What was done, what is wanted of it, and what was measured.
pub type Outcome = (&'static str, Wanted, Measured);

impl Plan {
    /// Reads the arguments; without `--products`, or what else is counted, there are so many, and without `--seconds`
    /// so many of those.
    pub fn parse(arguments: &[String], things: &'static str, amount: u32, seconds: u64) -> Result<Self> {
        let databases = vec!["sqlite", "postgres"];
        let mut plan = Self { things, amount, databases, seconds, json: None, brotli: false };
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let mut value = || rest.next().with_context(|| format!("{name} needs a value\n\n{}", super::HELP));
            match name.as_str() {
                name if name.strip_prefix("--") == Some(things) => {
                    plan.amount = value()?.replace('_', "").parse().with_context(|| format!("{name}: a number"))?;
                }
                "--seconds" => plan.seconds = value()?.parse().context("--seconds: a number")?,
                "--json" => plan.json = Some(value()?.into()),
                "--br" => plan.brotli = true,
                "--database" => {
                    plan.databases = match value()?.as_str() {
                        "sqlite" => vec!["sqlite"],
                        "postgres" => vec!["postgres"],
                        "both" => vec!["sqlite", "postgres"],
                        other => bail!("--database {other}: sqlite, postgres or both"),
                    }
                }
                other => bail!("unknown {other}\n\n{}", super::HELP),
            }
        }
        ensure!(plan.amount >= 100 && plan.seconds >= 1, "at least 100 {things} and one second");
        Ok(plan)
    }

    /// Builds, and for each database fills, serves, measures and prints. `seed` is what it is filled with.
    pub fn carry_out(
        &self,
        seed: &[&str],
        mut measure: impl FnMut(&Served, &mut dyn FnMut(Outcome)) -> Result<()>,
    ) -> Result<()> {
        let binary = site::build(&mut Steps::new(site::STEPS), Purpose::Release)?;
        let mut lines = Vec::new();
        for database in &self.databases {
            let postgres = match *database {
                "postgres" => Some(Postgres::start(Durability::Default)?),
                _ => None,
            };
            let served = Served::start(&binary, seed, postgres.as_ref().map(|server| server.url.as_str()))?;
            report::head();
            measure(&served, &mut |(what, wanted, measured)| {
                let line = Line { database, what, wanted, measured, memory: served.most_memory() };
                line.print();
                lines.push(line);
            })?;
            println!();
        }
        self.write(&lines)?;
        let errors: usize = lines.iter().map(|line| line.measured.errors).sum();
        ensure!(errors == 0, "{errors} requests were not answered as they should be");
        Ok(())
    }

    fn write(&self, lines: &[Line]) -> Result<()> {
        let Some(file) = &self.json else { return Ok(()) };
        let all = json!({
            self.things: self.amount,
            "brotli": self.brotli,
            "measured": lines.iter().map(Line::json).collect::<Vec<_>>(),
        });
        fs::write(file, serde_json::to_vec_pretty(&all)?).with_context(|| format!("cannot write {}", file.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::Plan;

    #[test]
    fn a_wrong_plan_is_refused() {
        for wrong in [
            &["--products"][..],
            &["--products", "many"],
            &["--products", "10"],
            &["--cases", "5_000"],
            &["--database", "mysql"],
            &["--fast"],
        ] {
            let arguments: Vec<String> = wrong.iter().map(|word| (*word).to_owned()).collect();
            assert!(Plan::parse(&arguments, "products", 5_000, 8).is_err(), "{wrong:?}");
        }
    }
}
