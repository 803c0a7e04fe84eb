//! The subcommands of the binary.

use crate::config::Config;
use crate::serve;

const HELP: &str = "\
rumah-sikum [COMMAND]

  serve      serve the site (the default); creates and migrates the database, loads demo data when DEMO=1 and empty
  migrate    bring the database to this version's tables and stop

Configuration is by environment variables; README.md lists them.";

/// Runs the subcommand that the arguments name.
pub fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let command = arguments.next().unwrap_or_else(|| "serve".to_owned());
    if matches!(command.as_str(), "help" | "--help" | "-h") {
        println!("{HELP}");
        return Ok(());
    }
    let config = Config::from_env()?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start the runtime: {error}"))?;
    runtime.block_on(async {
        match command.as_str() {
            "serve" => serve::serve(config).await,
            "migrate" => serve::open_database(&config).await.map(drop),
            other => Err(format!("unknown command {other:?}\n\n{HELP}")),
        }
    })
}
