//! Opening a database by its URL, and migrating it.

use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::{Db, DbError};
use crate::args;

/// The migrations of the embedded database, compiled in.
pub static MIGRATIONS_SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
/// The migrations of PostgreSQL, compiled in.
pub static MIGRATIONS_POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

impl Db {
    /// Opens the database that `url` names: `sqlite://path` (made if it is not there) or `postgres://...`.
    /// `connections` bounds the readers (SQLite) or the pool (PostgreSQL).
    ///
    /// # Errors
    /// When the URL is of another kind, or the database does not answer.
    pub async fn connect(url: &str, connections: u32) -> Result<Self, DbError> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)?.application_name("rumah-sikum").options([("jit", "off")]);
            let pool = PgPoolOptions::new()
                .max_connections(connections)
                .acquire_timeout(Duration::from_secs(5))
                .test_before_acquire(false)
                .connect_with(options)
                .await?;
            return Ok(Db::Postgres(pool));
        }
        let options = SqliteConnectOptions::from_str(url)?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5))
            .pragma("mmap_size", "268435456")
            // Pages are read where the system has them; a copy of them for each connection would only cost memory.
            .pragma("cache_size", "-500")
            .statement_cache_capacity(256)
            .optimize_on_close(true, None);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(10))
            .test_before_acquire(false)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(5))
            .test_before_acquire(false)
            .connect_with(options.read_only(true))
            .await?;
        Ok(Db::Sqlite { writer, readers })
    }

    /// Brings the database to this version's tables. Several servers may start at once: the migrator takes a lock.
    pub async fn migrate(&self) -> Result<(), MigrateError> {
        match self {
            Db::Sqlite { writer, .. } => MIGRATIONS_SQLITE.run(writer).await,
            Db::Postgres(pool) => MIGRATIONS_POSTGRES.run(pool).await,
        }
    }

    /// How many migrations this database has seen; none in a new one.
    pub async fn migrations(&self) -> i64 {
        let found = self.one::<(i64,)>("select count(*) from _sqlx_migrations", args![]).await;
        // A new database does not know the table.
        found.ok().flatten().map_or(0, |(count,)| count)
    }

    /// Closes all connections, waiting for statements in flight.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}
