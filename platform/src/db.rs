//! One SQL text on two databases.
//!
//! The same statement with `$1` parameters runs on SQLite and PostgreSQL. Where the dialects differ, the two texts
//! stand side by side in a [`Sql`].

mod backup;
mod connect;
mod error;
mod insert;
mod query;
mod row;
mod tx;
mod value;

pub use backup::BackUpError;
pub use connect::{MIGRATIONS_POSTGRES, MIGRATIONS_SQLITE};
pub use error::{DbError, Violation};
pub(crate) use insert::Insert;
pub use query::Select;
pub(crate) use query::like;
pub use row::Row;
pub use tx::Tx;
pub use value::{Sql, Value};

use sqlx::{PgPool, SqlitePool};

/// The database: embedded SQLite with one writer and several readers, or PostgreSQL.
#[derive(Clone, Debug)]
pub enum Db {
    /// One machine, no set-up.
    Sqlite {
        /// The only connection that writes: SQLite has one writer anyway, and a queue here is fair.
        writer: SqlitePool,
        /// Read-only connections.
        readers: SqlitePool,
    },
    /// One or several servers.
    Postgres(PgPool),
}

/// How many connections a pool has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolSize {
    /// `writer` and `readers`, or `postgres`.
    pub name: &'static str,
    /// Connections that are open.
    pub open: u32,
    /// Of these, those that do nothing now.
    pub idle: u32,
}

/// The bound parameters of a statement: `args![id, "text", 3]`.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}

impl Db {
    /// All rows of a query.
    pub async fn all<R: Row>(&self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<Vec<R>, DbError> {
        let sql = sql.into();
        match self {
            Db::Sqlite { readers, .. } => row::all_sqlite(readers, sql.sqlite, args).await,
            Db::Postgres(pool) => row::all_postgres(pool, sql.postgres, args).await,
        }
    }

    /// The first row of a query, `None` where there is none.
    pub async fn one<R: Row>(&self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<Option<R>, DbError> {
        let sql = sql.into();
        match self {
            Db::Sqlite { readers, .. } => row::one_sqlite(readers, sql.sqlite, args).await,
            Db::Postgres(pool) => row::one_postgres(pool, sql.postgres, args).await,
        }
    }

    /// One writing statement in a transaction of its own; answers the number of rows it touched.
    pub async fn run(&self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<u64, DbError> {
        let mut tx = self.begin().await?;
        let touched = tx.run(sql, args).await?;
        tx.commit().await?;
        Ok(touched)
    }

    /// Starts a writing transaction. On SQLite it is `BEGIN IMMEDIATE`: a transaction that reads first and writes
    /// later would fail when another writer came between.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        Ok(match self {
            Db::Sqlite { writer, .. } => Tx::Sqlite(writer.begin_with("begin immediate").await?),
            Db::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Brings what the database knows of its tables up to date, after so much was written at once that it would not have
    /// come to that by itself yet.
    ///
    /// # Errors
    /// Only when the database does not answer.
    pub async fn refresh_statistics(&self) -> Result<(), DbError> {
        match self {
            Db::Sqlite { .. } => self.run("analyze", args![]).await.map(drop),
            // Not within a transaction. Counting from an index alone needs to know which pages everybody sees.
            Db::Postgres(pool) => Ok(sqlx::query("vacuum analyze").execute(pool).await.map(drop)?),
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbError> {
        self.one::<(i64,)>("select cast(1 as bigint)", args![]).await.map(drop)
    }

    /// How many connections are open, and how many of them are idle.
    pub fn pools(&self) -> Vec<PoolSize> {
        let size = |name, open: u32, idle: usize| PoolSize { name, open, idle: idle as u32 };
        match self {
            Db::Sqlite { writer, readers } => vec![
                size("writer", writer.size(), writer.num_idle()),
                size("readers", readers.size(), readers.num_idle()),
            ],
            Db::Postgres(pool) => vec![size("postgres", pool.size(), pool.num_idle())],
        }
    }
}
