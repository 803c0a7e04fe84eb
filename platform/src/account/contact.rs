//! How somebody is reached, for filling in forms.

use uuid::Uuid;

use crate::db::DbError;
use crate::{Platform, args};

/// Name and phone of an account; an empty phone for one that signs in with an address.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_own_contact(platform: &Platform, account: Uuid) -> Result<(String, String), DbError> {
    let sql = "select name, coalesce(phone, '') from account where id = $1";
    Ok(platform.db.one(sql, args![account]).await?.unwrap_or_default())
}
