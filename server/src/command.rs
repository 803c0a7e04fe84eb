//! The subcommands of the binary.

use domain::account::Login;
use platform::account::{Appointed, appoint_admin};
use platform::demo::{self, Amount};
use platform::permit::verify_chains;

use crate::config::Config;
use crate::serve;

const HELP: &str = "\
rumah-sikum [COMMAND]

  serve      serve the site (the default); creates and migrates the database, loads demo data when DEMO=1 and empty
  migrate    bring the database to this version's tables and stop
  admin LOGIN
             make the account with this mobile number or e-mail an administrator; where there is none it is opened, and
             its first password is printed once
  backup FILE
             write a copy of the SQLite database to a new file, also while a server runs
  audit verify
             work out anew whether what happened in the permit cases is as it was written down; fails when it is not
  seed [--products N] [--orders N] [--cases N] [--seats N]
             fill a database that has no shop yet: demo data of any size (200 products, 320 orders, 980 cases); with
             --seats also a class of so many seats that nobody has registered for yet

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
        let arguments: Vec<String> = arguments.collect();
        match (command.as_str(), &arguments[..]) {
            ("serve", []) => serve::serve(config).await,
            ("migrate", []) => serve::migrate(&config).await,
            ("backup", [file]) => serve::back_up(&config, file).await,
            ("backup", _) => Err("backup takes the name of a new file".into()),
            ("admin", [login]) => appoint(&config, login).await,
            ("admin", _) => Err("admin takes a mobile number or an e-mail address".into()),
            ("audit", [verify]) if verify == "verify" => audit(&config).await,
            ("audit", _) => Err("audit takes the word verify".into()),
            ("seed", wanted) => serve::seed(&config, amount(wanted)?).await,
            ("serve" | "migrate", _) => Err(format!("unexpected {}\n\n{HELP}", arguments.join(" "))),
            (other, _) => Err(format!("unknown command {other:?}\n\n{HELP}")),
        }
    })
}

/// How much demo data is wanted; a larger catalogue does not bring more orders by itself.
fn amount(arguments: &[String]) -> Result<Amount, String> {
    let mut amount = demo::AMOUNT;
    for pair in arguments.chunks(2) {
        let number = pair.get(1).and_then(|number| number.replace('_', "").parse::<u32>().ok());
        match (pair[0].as_str(), number) {
            ("--products", Some(number)) if number > 0 => amount.products = number as usize,
            ("--orders", Some(number)) => amount.orders = number,
            ("--cases", Some(number)) => amount.cases = number,
            // What a class can have.
            ("--seats", Some(number)) if number <= 5_000 => amount.seats = number,
            _ => {
                return Err(
                    "seed takes --products, --orders, --cases (each with a number such as 100000) and --seats, \
                            up to 5000"
                        .into(),
                );
            }
        }
    }
    Ok(amount)
}

/// Names every case whose events are not what was written down.
async fn audit(config: &Config) -> Result<(), String> {
    let platform = serve::prepare(config, serve::open_database(config).await?).await?;
    let broken = verify_chains(&platform).await.map_err(|error| format!("the database does not answer: {error}"))?;
    platform.db.close().await;
    if broken.is_empty() {
        println!("every case is as it was written down");
        return Ok(());
    }
    for (number, seq) in &broken {
        println!("{number}: event {seq} is missing or not what was written down");
    }
    Err(format!("{} cases were changed", broken.len()))
}

async fn appoint(config: &Config, login: &str) -> Result<(), String> {
    let login = Login::parse(login).map_err(|error| format!("admin needs a mobile number or an e-mail: {error}"))?;
    let db = serve::open_database(config).await?;
    let platform = serve::prepare(config, db).await?;
    let appointed = appoint_admin(&platform, &login, "Administrator").await;
    match appointed.map_err(|error| format!("no administrator was appointed: {error}"))? {
        Appointed::Opened { password } => {
            println!("An account was opened. Its password, told only now: {password}");
            println!("Sign in at {}/masuk and change it at /akun/sandi.", config.site.public_url);
        }
        Appointed::Promoted => println!("The account is an administrator now; its password is as before."),
        Appointed::Already => println!("The account was an administrator already."),
    }
    platform.db.close().await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use platform::demo::{self, Amount};

    use super::amount;

    #[test]
    fn the_amount_of_demo_data_is_read() {
        let read = |text: &str| amount(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(read(""), Ok(demo::AMOUNT));
        let much = Amount { products: 100_000, orders: 5, cases: 200, seats: 100 };
        assert_eq!(read("--orders 5 --products 100_000 --cases 200 --seats 100"), Ok(much));
        for wrong in
            ["--products", "--products 0", "--products many", "100", "--product 5", "--orders -1", "--seats 5_001"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
