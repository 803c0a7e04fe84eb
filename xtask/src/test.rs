//! Every check, in the order in which it fails fastest.

mod count;
mod stories;

use anyhow::{Result, bail};

use self::count::Count;
use crate::postgres::Postgres;
use crate::process::{cargo, is_installed, run};
use crate::site::{self, Purpose};
use crate::size;
use crate::step::Steps;

/// What of the checks is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts {
    lint: bool,
    rust: bool,
    stories: bool,
}

impl Parts {
    fn parse(arguments: &[String]) -> Result<Self> {
        let none = Self { lint: false, rust: false, stories: false };
        match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Ok(Self { lint: true, rust: true, stories: true }),
            ["--fast"] => Ok(Self { lint: true, rust: true, ..none }),
            ["--lint"] => Ok(Self { lint: true, ..none }),
            ["--rust"] => Ok(Self { rust: true, ..none }),
            ["--e2e"] => Ok(Self { stories: true, ..none }),
            _ => bail!("test takes one of --fast, --lint, --rust, --e2e, or nothing"),
        }
    }

    fn steps(self) -> usize {
        let server = usize::from(!self.rust);
        [(self.lint, 2), (self.rust, 1), (self.stories, site::FILE_STEPS + server + 2)]
            .into_iter()
            .map(|(wanted, steps)| if wanted { steps } else { 0 })
            .sum()
    }
}

/// Runs the checks that the arguments name, or all of them. The last line says how many tests passed.
pub fn test(arguments: &[String]) -> Result<()> {
    let mut count = Count::default();
    let result = check(Parts::parse(arguments)?, &mut count);
    println!("{count}");
    result
}

fn check(parts: Parts, count: &mut Count) -> Result<()> {
    let mut steps = Steps::new(parts.steps());
    if parts.lint {
        steps.step("format", || run(&mut cargo(&["fmt", "--all", "--check"])))?;
        steps.step("clippy", clippy)?;
    }
    if parts.rust {
        steps.step("Rust tests on SQLite and PostgreSQL", || rust_tests(count))?;
    }
    if parts.stories {
        site::build_files(&mut steps, Purpose::Local)?;
        // The Rust tests have built it; alone it would be compiled anew, without what they need of `platform`.
        let server = if parts.rust {
            site::binary(Purpose::Local)
        } else {
            steps.step("server", || site::server(Purpose::Local))?
        };
        steps.step("size", || size::size(&server))?;
        steps.step("browser stories", || stories::tell(&server, count))?;
    }
    Ok(())
}

fn clippy() -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    // `frontend` asks for app's feature `hydrate`; in one run with the server it would be unified with `ssr`.
    run(cargo(&["clippy", "--workspace", "--exclude", "frontend", "--all-targets"]).args(deny))?;
    run(cargo(&["clippy", "--package", "frontend", "--package", "app", "--features", "app/hydrate"]).args(deny))
}

fn rust_tests(count: &mut Count) -> Result<()> {
    let postgres = Postgres::for_tests()?;
    // `frontend` is for browsers: it has no tests, and would bring its half of app into the server's.
    let workspace = ["--workspace", "--exclude", "frontend"];
    let mut tests = if is_installed("cargo-nextest") {
        cargo(&["nextest", "run", "--no-fail-fast"])
    } else {
        cargo(&["test", "--no-fail-fast"])
    };
    tests.args(workspace).env("TEST_POSTGRES_URL", &postgres.url);
    count.run(tests)
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn nothing_named_is_everything() {
        assert_eq!(Parts::parse(&[]).unwrap(), Parts { lint: true, rust: true, stories: true });
    }

    #[test]
    fn a_wrong_name_is_refused() {
        for wrong in ["e2e", "--all", ""] {
            assert!(Parts::parse(&[wrong.to_owned()]).is_err(), "{wrong:?}");
        }
    }
}
