//! What a person typed and what was wrong with it, kept between a refused form and the page that shows it again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::DbError;
use crate::{Platform, args};

/// How long typed values are kept. Seconds.
pub const KEPT: i64 = 1800;

/// A refused form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Which form it was.
    pub form: String,
    /// What was typed, by field.
    pub values: BTreeMap<String, String>,
    /// What was wrong, by field, in the order of the form and in the reader's language.
    pub errors: Vec<(String, String)>,
}

impl Refused {
    /// What was typed into a field; empty if nothing.
    pub fn value(&self, field: &str) -> String {
        self.values.get(field).cloned().unwrap_or_default()
    }

    /// What was wrong with a field.
    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| name == field).map(|(_, error)| error.as_str())
    }
}

/// Keeps a refused form; the answer is carried by a cookie.
///
/// # Errors
/// Only when the database does not answer.
pub async fn keep(platform: &Platform, refused: &Refused) -> Result<Uuid, DbError> {
    let id = platform.new_id();
    let body = serde_json::to_string(refused).map_err(|error| DbError::Unreadable(error.to_string()))?;
    let sql = "insert into flash (id, body, expires_at) values ($1, $2, $3)";
    platform.db.run(sql, args![id, body, platform.now().plus_seconds(KEPT)]).await?;
    Ok(id)
}

/// The refused form behind a cookie, if it is this form's and not too old.
///
/// # Errors
/// Only when the database does not answer.
pub async fn recall(platform: &Platform, id: Uuid, form: &str) -> Result<Option<Refused>, DbError> {
    let sql = "select body from flash where id = $1 and expires_at > $2";
    let found: Option<(String,)> = platform.db.one(sql, args![id, platform.now()]).await?;
    let refused: Option<Refused> = found.and_then(|(body,)| serde_json::from_str(&body).ok());
    Ok(refused.filter(|refused| refused.form == form))
}

/// Forgets what is too old; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old(platform: &Platform) -> Result<u64, DbError> {
    platform.db.run("delete from flash where expires_at <= $1", args![platform.now()]).await
}
