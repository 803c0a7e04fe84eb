//! A copy of the embedded database, taken while it is in use.

use std::io;
use std::path::Path;

use thiserror::Error;

use super::{Db, DbError};

/// Why there is no copy.
#[derive(Debug, Error)]
pub enum BackUpError {
    /// PostgreSQL brings its own tools.
    #[error("this is PostgreSQL: use pg_dump, or pg_basebackup for a whole server")]
    NotEmbedded,
    /// A copy that exists is worth more than the one that would take its place.
    #[error("{0} exists already: name a new file")]
    Exists(String),
    /// The disk is full, the folder is not there, or it may not be written.
    #[error("the file cannot be written")]
    File(#[from] io::Error),
    /// The database refused.
    #[error("the database cannot be copied")]
    Db(#[from] DbError),
}

impl Db {
    /// Copies the database as it is at this moment into a new file; readers and writers go on. Answers its bytes.
    ///
    /// # Errors
    /// See [`BackUpError`]; then there is no file under this name.
    pub async fn back_up(&self, file: &Path) -> Result<u64, BackUpError> {
        let Db::Sqlite { writer, .. } = self else { return Err(BackUpError::NotEmbedded) };
        if file.exists() {
            return Err(BackUpError::Exists(file.display().to_string()));
        }
        // It gets its name when it is whole and on the disk.
        let mut unfinished = file.as_os_str().to_owned();
        unfinished.push(".part");
        let unfinished = Path::new(&unfinished);
        if unfinished.exists() {
            std::fs::remove_file(unfinished)?;
        }
        let copy = sqlx::query("vacuum into $1").bind(unfinished.to_string_lossy().into_owned());
        if let Err(error) = copy.execute(writer).await {
            let _ = std::fs::remove_file(unfinished);
            return Err(DbError::from(error).into());
        }
        let written = std::fs::File::open(unfinished)?;
        written.sync_all()?;
        std::fs::rename(unfinished, file)?;
        Ok(written.metadata()?.len())
    }
}
