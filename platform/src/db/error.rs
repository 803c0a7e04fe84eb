//! What can go wrong with a statement.

use thiserror::Error;

/// A failed statement.
#[derive(Debug, Error)]
pub enum DbError {
    /// A unique or check constraint refused the row.
    #[error("constraint violated: {0:?}")]
    Violated(Violation),
    /// A statement that must touch one row touched another number: somebody was faster.
    #[error("{touched} rows touched instead of one")]
    Lost {
        /// How many rows it touched.
        touched: u64,
    },
    /// A text in the database is not one of the words this version knows.
    #[error("unreadable value in the database: {0}")]
    Unreadable(String),
    /// The database did not answer, or did not understand.
    #[error("database error")]
    Sqlx(#[source] sqlx::Error),
}

/// The constraint that refused a row. Only uniqueness is named: it is the one that people can cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// A duplicate; the text names table and column as far as the database tells (`account.phone`, `account_phone_key`).
    Unique(String),
    /// A check or foreign key: a bug, or a race that a use case should have prevented.
    Other(String),
}

impl DbError {
    /// Whether the row was refused because `column` of `table` must be unique.
    pub fn is_duplicate(&self, table: &str, column: &str) -> bool {
        match self {
            DbError::Violated(Violation::Unique(text)) => {
                text.contains(&format!("{table}.{column}")) || text.contains(&format!("{table}_{column}_key"))
            }
            _ => false,
        }
    }
}

impl From<sqlx::Error> for DbError {
    fn from(error: sqlx::Error) -> Self {
        let Some(refusal) = error.as_database_error() else { return DbError::Sqlx(error) };
        let text = refusal.constraint().unwrap_or_else(|| refusal.message()).to_owned();
        match refusal.kind() {
            sqlx::error::ErrorKind::UniqueViolation => DbError::Violated(Violation::Unique(text)),
            sqlx::error::ErrorKind::ForeignKeyViolation | sqlx::error::ErrorKind::CheckViolation => {
                DbError::Violated(Violation::Other(text))
            }
            _ => DbError::Sqlx(error),
        }
    }
}
