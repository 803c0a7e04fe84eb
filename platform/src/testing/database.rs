//! A database for each test: a copy of one that was migrated before, for migrating takes longer than most tests.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};
use sqlx::migrate::Migrator;
use sqlx::{Connection, PgConnection};

use super::Kind;
use crate::Db;
use crate::db::{MIGRATIONS_POSTGRES, MIGRATIONS_SQLITE};
use crate::secret::hex;

/// The lock of whoever makes the template on PostgreSQL ("sikum").
const TEMPLATE_LOCK: i64 = 0x73_69_6b_75_6d;

/// A migrated database without rows of its own.
#[derive(Debug)]
pub struct FreshDatabase {
    kind: Kind,
    name: String,
    url: String,
}

impl FreshDatabase {
    /// Makes it.
    pub async fn create(kind: Kind) -> Self {
        let name = fresh_name();
        let url = match kind {
            Kind::Sqlite => copy_file(&name).await,
            Kind::Postgres => copy_database(&name).await,
        };
        Self { kind, name, url }
    }

    /// A name that nothing else of this run has.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Opens it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Takes it away again.
    pub async fn remove(self) {
        match self.kind {
            Kind::Sqlite => remove_files(&file(&self.name)),
            Kind::Postgres => {
                let mut server = connect().await;
                say(&mut server, format!("drop database if exists {} with (force)", self.name)).await;
            }
        }
    }
}

fn fresh_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("sikum_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A template's name says which migrations made it: after a change another one is made.
fn template_name(migrations: &Migrator) -> String {
    let mut digest = Sha256::new();
    for migration in migrations.iter() {
        digest.update(&migration.checksum);
    }
    format!("sikum_template_{}", hex(&digest.finalize()[..8]))
}

async fn migrate(url: &str) {
    let db = Db::connect(url, 1).await.expect("the template opens");
    db.migrate().await.expect("the template migrates");
    db.close().await;
}

fn file(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("{name}.db"))
}

fn remove_files(file: &Path) {
    for ending in ["db", "db-wal", "db-shm"] {
        let _ = std::fs::remove_file(file.with_extension(ending));
    }
}

async fn copy_file(name: &str) -> String {
    let template = file(&template_name(&MIGRATIONS_SQLITE));
    let new = file(name);
    remove_files(&new);
    let url = format!("sqlite://{}", new.display());
    if !template.exists() {
        // Several tests may make it at once: each makes its own, and it has its name when it is whole.
        migrate(&url).await;
        std::fs::rename(&new, &template).expect("the template gets its name");
    }
    std::fs::copy(&template, &new).expect("the template can be copied");
    url
}

fn server_url() -> String {
    std::env::var("TEST_POSTGRES_URL")
        .expect("TEST_POSTGRES_URL names no PostgreSQL: run the tests with `cargo xtask test`, which starts one")
}

async fn connect() -> PgConnection {
    PgConnection::connect(&server_url()).await.expect("TEST_POSTGRES_URL answers")
}

async fn say(server: &mut PgConnection, sql: String) {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(server).await.expect("the server of tests does what it is asked");
}

fn database_url(name: &str) -> String {
    let server = server_url();
    let base = server.rsplit_once('/').map_or(server.as_str(), |(base, _)| base);
    let options = server.split_once('?').map(|(_, options)| format!("?{options}")).unwrap_or_default();
    format!("{base}/{name}{options}")
}

async fn copy_database(name: &str) -> String {
    let template = template_name(&MIGRATIONS_POSTGRES);
    let mut server = connect().await;
    // A run that was killed may have left one of this name.
    say(&mut server, format!("drop database if exists {name} with (force)")).await;
    make_template(&mut server, &template, name).await;
    // Three times as quick as by way of the log, which is PostgreSQL's habit since version 15.
    say(&mut server, format!("create database {name} template {template} strategy file_copy")).await;
    database_url(name)
}

/// Makes the template unless there is one: one test does, the others wait for it.
async fn make_template(server: &mut PgConnection, template: &str, name: &str) {
    if exists(server, template).await {
        return;
    }
    say(server, format!("select pg_advisory_lock({TEMPLATE_LOCK})")).await;
    if !exists(server, template).await {
        say(server, format!("create database {name}")).await;
        migrate(&database_url(name)).await;
        say(server, format!("alter database {name} rename to {template}")).await;
    }
    say(server, format!("select pg_advisory_unlock({TEMPLATE_LOCK})")).await;
}

async fn exists(server: &mut PgConnection, name: &str) -> bool {
    let found = sqlx::query_scalar("select exists (select from pg_database where datname = $1)");
    found.bind(name).fetch_one(server).await.expect("databases can be listed")
}
