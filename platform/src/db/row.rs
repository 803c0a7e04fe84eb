//! Reading rows: any type that both drivers can fill, usually `#[derive(FromRow)]`.

use sqlx::postgres::{PgArguments, PgRow, Postgres};
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteRow};
use sqlx::{Executor, FromRow, SqlStr};

use super::value::bind_all;
use super::{DbError, Value};

/// A type that is read from a row of either database.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

macro_rules! statements {
    ($database:ty, $arguments:ty, $all:ident, $one:ident, $run:ident) => {
        pub(super) async fn $all<'c, R: Row>(
            on: impl Executor<'c, Database = $database>,
            sql: SqlStr,
            args: Vec<Value>,
        ) -> Result<Vec<R>, DbError> {
            let bound: $arguments = bind_all(args).map_err(sqlx::Error::Encode)?;
            Ok(sqlx::query_as_with(sql, bound).fetch_all(on).await?)
        }

        pub(super) async fn $one<'c, R: Row>(
            on: impl Executor<'c, Database = $database>,
            sql: SqlStr,
            args: Vec<Value>,
        ) -> Result<Option<R>, DbError> {
            let bound: $arguments = bind_all(args).map_err(sqlx::Error::Encode)?;
            Ok(sqlx::query_as_with(sql, bound).fetch_optional(on).await?)
        }

        pub(super) async fn $run<'c>(
            on: impl Executor<'c, Database = $database>,
            sql: SqlStr,
            args: Vec<Value>,
        ) -> Result<u64, DbError> {
            let bound: $arguments = bind_all(args).map_err(sqlx::Error::Encode)?;
            Ok(sqlx::query_with(sql, bound).execute(on).await?.rows_affected())
        }
    };
}

statements!(Sqlite, SqliteArguments, all_sqlite, one_sqlite, run_sqlite);
statements!(Postgres, PgArguments, all_postgres, one_postgres, run_postgres);
