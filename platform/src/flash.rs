//! What a person typed and what was wrong with it, kept between a refused form and the page that shows it again. Sealed:
//! a form may hold anything, a complaint in secret too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::DbError;
use crate::sealing::{seal, unseal};
use crate::secret::hex;
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
    let body = serde_json::to_vec(refused).map_err(|error| DbError::Unreadable(error.to_string()))?;
    let body = hex(&seal(platform, id.as_bytes(), &body));
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
    // What was kept by a version that did not seal is as good as too old.
    let body = found.and_then(|(body,)| unhex(&body)).and_then(|body| unseal(platform, id.as_bytes(), &body).ok());
    let refused: Option<Refused> = body.and_then(|body| serde_json::from_slice(&body).ok());
    Ok(refused.filter(|refused| refused.form == form))
}

/// The bytes behind hexadecimal digits; `None` for anything else.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| (byte as char).to_digit(16);
    let byte = |pair: &[u8]| Some((digit(pair[0])? * 16 + digit(*pair.get(1)?)?) as u8);
    text.as_bytes().chunks(2).map(byte).collect()
}

/// Forgets what is too old; answers how many.
///
/// # Errors
/// Only when the database does not answer.
pub async fn forget_old(platform: &Platform) -> Result<u64, DbError> {
    platform.db.run("delete from flash where expires_at <= $1", args![platform.now()]).await
}
