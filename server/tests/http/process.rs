//! The built server on a fresh database of either kind.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use platform::Db;
use platform::testing::{FreshDatabase, Kind};
use tokio::runtime::Runtime;

use crate::client::{Client, between};

/// Writes each test twice: `sqlite::name` and `postgres::name`.
macro_rules! on_both_databases {
    ($(fn $name:ident($kind:ident: Kind) $body:block)+) => {
        mod sqlite {
            #[allow(unused_imports)]
            use super::*;
            $(#[test] fn $name() { let $kind = platform::testing::Kind::Sqlite; $body })+
        }
        mod postgres {
            #[allow(unused_imports)]
            use super::*;
            $(#[test] fn $name() { let $kind = platform::testing::Kind::Postgres; $body })+
        }
    };
}
pub(crate) use on_both_databases;

/// A server with a small market. Dropped, all of it is gone.
pub struct Process {
    /// Where it answers.
    pub address: SocketAddr,
    /// Files of the site, pictures and the log.
    pub folder: PathBuf,
    /// Set in its environment besides what every test needs.
    settings: Vec<(String, String)>,
    child: Option<Child>,
    database: Option<FreshDatabase>,
    runtime: Runtime,
}

impl Process {
    /// Serves 60 products.
    pub fn start(kind: Kind) -> Self {
        Self::start_with(kind, &[])
    }

    /// Serves 60 products with these settings.
    pub fn start_with(kind: Kind, settings: &[(&str, &str)]) -> Self {
        Self::start_seeded(kind, settings, &[])
    }

    /// Serves 60 products and what else `seed` is asked for.
    pub fn start_seeded(kind: Kind, settings: &[(&str, &str)], more: &[&str]) -> Self {
        let runtime = Runtime::new().unwrap();
        let database = runtime.block_on(FreshDatabase::create(kind));
        let folder = std::env::temp_dir().join(format!("{}_http", database.name()));
        fs::create_dir_all(folder.join("site").join("pkg")).unwrap();
        fs::write(folder.join("site").join("assets.json"), "{}").unwrap();
        let mut settings: Vec<(String, String)> =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        settings.push(("SITE_DIR".into(), folder.join("site").display().to_string()));
        settings.push(("MEDIA_DIR".into(), folder.join("media").display().to_string()));
        settings.push(("DATA_KEY".into(), "5a".repeat(32)));
        settings.push(("SIGNING_KEY".into(), "6b".repeat(32)));
        let process = Self {
            address: ([127, 0, 0, 1], 0).into(),
            folder,
            settings,
            child: None,
            database: Some(database),
            runtime,
        };
        let seed = ["seed", "--products", "60", "--orders", "0"];
        let seeded = process.command().args(seed).args(more).env("DATABASE_URL", process.url()).output().unwrap();
        assert!(seeded.status.success(), "{}", String::from_utf8_lossy(&seeded.stderr));
        process
    }

    /// The database's address.
    pub fn url(&self) -> &str {
        self.database.as_ref().unwrap().url()
    }

    /// The binary with its environment, before it is told what to do.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rumah-sikum"));
        command.env("DATABASE_URL", self.url()).env("LISTEN_ADDR", "127.0.0.1:0").env("DEMO", "0");
        command.env("RUST_LOG", "debug,sqlx=warn,hyper=info,h2=info");
        command.envs(self.settings.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Serves, and answers itself when it listens.
    pub fn serving(mut self) -> Self {
        self.serve();
        self
    }

    /// Serves, on a port of its own; after the last process has ended, on another.
    pub fn serve(&mut self) {
        let url = self.url().to_owned();
        self.serve_from(&url);
    }

    /// As [`Process::serve`], with another way to the database.
    pub fn serve_from(&mut self, url: &str) {
        let log = File::options().create(true).append(true).open(self.folder.join("log")).unwrap();
        let mut child =
            self.command().env("DATABASE_URL", url).arg("serve").stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let address = line.trim().rsplit_once("http://").and_then(|(_, address)| address.parse().ok());
        self.child = Some(child);
        self.address = address.unwrap_or_else(|| panic!("the server does not listen: {line} {}", self.log()));
    }

    /// A visitor.
    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// What it has logged.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    /// Ends it as a lost power supply would.
    pub fn kill(&mut self) {
        let child = self.child.as_mut().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Asks it to end.
    pub fn ask_to_stop(&self) {
        let id = self.child.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Waits for its end.
    pub fn wait(&mut self) -> ExitStatus {
        self.child.as_mut().unwrap().wait().unwrap()
    }

    /// Looks into the database.
    pub fn number(&self, sql: &'static str) -> i64 {
        self.number_in(self.url(), sql)
    }

    /// Looks into another database.
    pub fn number_in(&self, url: &str, sql: &'static str) -> i64 {
        self.runtime.block_on(async {
            let db = Db::connect(url, 1).await.unwrap();
            let number = db.one::<(i64,)>(sql, Vec::new()).await.unwrap().unwrap().0;
            db.close().await;
            number
        })
    }

    /// Does something while another program has begun to write and does not end.
    pub fn holding_the_writer(&self, work: impl FnOnce()) {
        let db = self.runtime.block_on(Db::connect(self.url(), 1)).unwrap();
        let held = self.runtime.block_on(db.begin()).unwrap();
        work();
        self.runtime.block_on(async {
            drop(held);
            db.close().await;
        });
    }

    /// Changes something in the database.
    pub fn change(&self, sql: &'static str) {
        self.runtime.block_on(async {
            let db = Db::connect(self.url(), 1).await.unwrap();
            db.run(sql, Vec::new()).await.unwrap();
            db.close().await;
        });
    }

    /// Variants that can be bought, each of another product.
    pub fn variants(&self) -> Vec<String> {
        let mut client = self.client();
        let list = client.get("/produk?ada=1").unwrap().text();
        let slugs: Vec<&str> = between(&list, "href=\"/produk/", "\"").collect();
        let found = slugs.iter().filter_map(|slug| {
            let html = client.get(&format!("/produk/{slug}")).unwrap().text();
            let choice = between(&html, "name=\"varian\"", ">").find(|choice| !choice.contains("disabled"))?.to_owned();
            between(&choice, "value=\"", "\"").next().map(str::to_owned)
        });
        found.collect()
    }

    /// Every rule that must hold between orders and stock, whatever happened.
    pub fn assert_books_agree(&self) {
        for (what, sql) in [
            (
                "groups without an order",
                "select count(*) from checkout_group g where not exists (select 1 from shop_order o where o.group_id = g.id)",
            ),
            (
                "orders without a line",
                "select count(*) from shop_order o where not exists (select 1 from order_line l where l.order_id = o.id)",
            ),
            (
                "orders whose sum is not that of their lines",
                "select count(*) from shop_order o where o.subtotal <> \
              (select sum(l.price * l.quantity) from order_line l where l.order_id = o.id)",
            ),
            (
                "lines without a reservation",
                "select count(*) from order_line l where not exists \
              (select 1 from reservation r where r.order_id = l.order_id and r.variant_id = l.variant_id and r.quantity = l.quantity)",
            ),
            (
                "orders without an event",
                "select count(*) from shop_order o where not exists (select 1 from order_event e where e.order_id = o.id)",
            ),
            (
                "orders that nobody is told of",
                "select count(*) from shop_order o where not exists (select 1 from outbox m where m.order_id = o.id)",
            ),
            (
                "orders without a deadline",
                "select count(*) from shop_order o where not exists (select 1 from due_job j where j.subject_id = o.id)",
            ),
            (
                "stock that holds another number than its reservations",
                "select count(*) from stock s where s.reserved <> (select coalesce(sum(r.quantity), 0) from reservation r \
              where r.variant_id = s.variant_id and r.state = 'active')",
            ),
            (
                "stock whose ledger says another number",
                "select count(*) from stock s where s.reserved <> (select coalesce(sum(case m.kind when 'reserve' then m.quantity \
              when 'release' then -m.quantity else 0 end), 0) from stock_movement m where m.variant_id = s.variant_id)",
            ),
        ] {
            assert_eq!(self.number(sql), 0, "{what}");
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
        if let Some(database) = self.database.take() {
            self.runtime.block_on(database.remove());
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}
