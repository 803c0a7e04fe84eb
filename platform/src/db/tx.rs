//! A writing transaction. Dropped without [`Tx::commit`], it leaves nothing behind.

use sqlx::{Postgres, Sqlite, Transaction};

use super::{DbError, Row, Sql, Value, row};

/// A writing transaction on either database.
#[derive(Debug)]
pub enum Tx {
    /// On the one writer connection, begun IMMEDIATE.
    Sqlite(Transaction<'static, Sqlite>),
    /// Read committed: lock the rows you decide on (`for update`, see [`super::Sql::locking`]).
    Postgres(Transaction<'static, Postgres>),
}

impl Tx {
    /// All rows of a query.
    pub async fn all<R: Row>(&mut self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<Vec<R>, DbError> {
        let sql = sql.into();
        match self {
            Tx::Sqlite(tx) => row::all_sqlite(&mut **tx, sql.sqlite, args).await,
            Tx::Postgres(tx) => row::all_postgres(&mut **tx, sql.postgres, args).await,
        }
    }

    /// The first row of a query, `None` where there is none.
    pub async fn one<R: Row>(&mut self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<Option<R>, DbError> {
        let sql = sql.into();
        match self {
            Tx::Sqlite(tx) => row::one_sqlite(&mut **tx, sql.sqlite, args).await,
            Tx::Postgres(tx) => row::one_postgres(&mut **tx, sql.postgres, args).await,
        }
    }

    /// A statement without rows; answers how many it touched.
    pub async fn run(&mut self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<u64, DbError> {
        let sql = sql.into();
        match self {
            Tx::Sqlite(tx) => row::run_sqlite(&mut **tx, sql.sqlite, args).await,
            Tx::Postgres(tx) => row::run_postgres(&mut **tx, sql.postgres, args).await,
        }
    }

    /// A statement that must touch exactly one row; anything else is a [`DbError::Lost`].
    pub async fn run_one(&mut self, sql: impl Into<Sql>, args: Vec<Value>) -> Result<(), DbError> {
        match self.run(sql, args).await? {
            1 => Ok(()),
            touched => Err(DbError::Lost { touched }),
        }
    }

    /// Makes it so.
    pub async fn commit(self) -> Result<(), DbError> {
        match self {
            Tx::Sqlite(tx) => tx.commit().await?,
            Tx::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}
