//! `cargo xtask`: build, run, test, measure. `cargo xtask --help` lists the commands.

mod assets;
mod bench;
mod browser;
mod css;
mod dev;
mod islands;
mod postgres;
mod process;
mod run;
mod served;
mod site;
mod size;
mod step;
mod test;
mod toolchain;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::site::Purpose;
use crate::step::Steps;

const HELP: &str = "\
cargo xtask COMMAND

  run [--release]    build everything and serve http://127.0.0.1:3000, with demo data on first start
  dev                the same, and again after every change of a source
  build [--release]  build the site folder and the server
  test [--fast | --lint | --rust | --e2e]
                     all checks; --fast is all but the browser stories, the others are that part alone
  size               compressed sizes of what browsers load; fails above the budget
  bench http         requests a second of the release build, with times and memory
  bench permits      the same for the inbox and the tracker with 200,000 cases
  bench training     2,000 people at once for the 100 seats of a class
  bench lighthouse   Lighthouse on the main pages
  seed [--release] ARGUMENTS
                     fill the database: passes the arguments to `rumah-sikum seed`

What is not on this machine is fetched: the WASM target by rustup, else from Debian's packages.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = arguments.split_first().map_or(("--help", &[][..]), |(first, rest)| (first.as_str(), rest));
    match dispatch(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> Result<()> {
    match command {
        "run" => run::run(purpose(rest)?),
        "dev" => nothing_more(rest).and_then(|()| dev::dev()),
        "build" => site::build(&mut Steps::new(site::STEPS), purpose(rest)?).map(drop),
        "test" => test::test(rest),
        "size" => {
            nothing_more(rest)?;
            size::size(&site::build(&mut Steps::new(site::STEPS), Purpose::Local)?)
        }
        "bench" => bench::bench(rest),
        "seed" => run::seed(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("unknown command {other:?}\n\n{HELP}"),
    }
}

fn purpose(arguments: &[String]) -> Result<Purpose> {
    match arguments {
        [] => Ok(Purpose::Local),
        [one] if one == "--release" => Ok(Purpose::Release),
        _ => bail!("expected nothing or --release, found {}", arguments.join(" ")),
    }
}

fn nothing_more(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() { Ok(()) } else { bail!("unexpected {}", arguments.join(" ")) }
}
