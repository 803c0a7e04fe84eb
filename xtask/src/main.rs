//! `cargo xtask`: build, run, test, measure. `cargo xtask --help` lists the commands.

mod assets;
mod css;
mod postgres;
mod process;
mod run;
mod site;
mod size;
mod step;
mod test;
mod toolchain;
mod wasm;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  run [--release]    build everything and serve http://127.0.0.1:3000, with demo data on first start
  dev                the same, and again after every change of a source
  build [--release]  build the site folder and the server
  test [PART...]     all checks; PART is any of: lint rust e2e
  size               compressed sizes of what browsers load; fails above the budget

What is not built into this machine is fetched: the WASM target by rustup, else from Debian's packages.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("--help", &[] as &[String]),
    };
    let release = rest.iter().any(|argument| argument == "--release");
    let result = match command {
        "run" => run::run(release),
        "dev" => run::dev(),
        "build" => site::build(release).map(drop),
        "test" => test::test(rest),
        "size" => size::size(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(anyhow::anyhow!("unknown command {other:?}\n\n{HELP}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
