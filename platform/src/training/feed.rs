//! The personal calendar of an account: a secret address that shows the sessions of its classes, until it is revoked.

use domain::account::Actor;
use domain::training::class::State;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::class::Session;
use crate::db::DbError;
use crate::sealing::mark;
use crate::{Platform, args, secret};

/// Hexadecimal digits of the mark in the address: 128 bits.
const MARK: usize = 32;
/// Sessions that were over so long ago are not in it any more. Days.
const PAST: i64 = 90;

/// Why the address was not made or revoked.
#[derive(Debug, Error)]
pub enum FeedError {
    /// Only accounts have one.
    #[error("no account")]
    Guest,
    /// The database did not answer.
    #[error("personal calendar: database")]
    Db(#[from] DbError),
}

/// A session of a class in which somebody has a seat.
#[derive(Debug, Clone, FromRow)]
pub struct FeedSession {
    /// The session.
    #[sqlx(flatten)]
    pub session: Session,
    /// `/pelatihan/{slug}`.
    pub slug: String,
    /// Where its class is.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// The title of the class.
    pub title: String,
    /// In a sentence.
    pub summary: String,
    /// What to bring; may be empty.
    pub bring: String,
    /// The name of the venue; `None` online.
    pub venue: Option<String>,
    /// Its street and number.
    pub address: Option<String>,
    /// The code of its kecamatan.
    pub kecamatan: Option<String>,
}

/// What stands between `/kalender/` and `.ics` in the address of an account's calendar; `None` while it has none.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_feed(platform: &Platform, actor: &Actor) -> Result<Option<String>, DbError> {
    let Some(account) = actor.id() else { return Ok(None) };
    let sql = "select id from calendar_feed where account_id = $1";
    let found: Option<(Uuid,)> = platform.db.one(sql, args![account]).await?;
    Ok(found.map(|(id,)| name_of(platform, id)))
}

/// Gives an account a new address; the one before opens nothing any more.
///
/// # Errors
/// See [`FeedError`].
pub async fn renew_feed(platform: &Platform, actor: &Actor) -> Result<(), FeedError> {
    let account = actor.id().ok_or(FeedError::Guest)?;
    let sql = "insert into calendar_feed (account_id, id, created_at) values ($1, $2, $3) \
         on conflict (account_id) do update set id = excluded.id, created_at = excluded.created_at";
    platform.db.run(sql, args![account, platform.new_id(), platform.now()]).await?;
    Ok(())
}

/// Takes the address of an account away.
///
/// # Errors
/// See [`FeedError`].
pub async fn revoke_feed(platform: &Platform, actor: &Actor) -> Result<(), FeedError> {
    let account = actor.id().ok_or(FeedError::Guest)?;
    platform.db.run("delete from calendar_feed where account_id = $1", args![account]).await?;
    Ok(())
}

/// The sessions behind an address, the first one first; `None` where there is no such address. Unknown, forged and
/// revoked look the same.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_feed(platform: &Platform, name: &str) -> Result<Option<Vec<FeedSession>>, DbError> {
    let Some(id) = name.get(..32).and_then(|id| Uuid::try_parse(id).ok()) else { return Ok(None) };
    if !secret::same(name_of(platform, id).as_bytes(), name.as_bytes()) {
        return Ok(None);
    }
    let sql = "select account_id from calendar_feed where id = $1";
    let Some((account,)) = platform.db.one::<(Uuid,)>(sql, args![id]).await? else { return Ok(None) };
    let sql = "select s.id, s.starts_at, s.ends_at, s.topic, s.sequence, c.slug, c.state, k.title, k.summary, k.bring, \
         v.name as venue, v.address, v.kecamatan from registration r \
         join class c on c.id = r.class_id and c.state <> 'draf' join course k on k.id = c.course_id \
         join class_session s on s.class_id = c.id and s.ends_at > $2 left join venue v on v.id = c.venue_id \
         where r.account_id = $1 and r.state = 'terdaftar' order by s.starts_at, s.id";
    let since = platform.now().plus_days(-PAST);
    Ok(Some(platform.db.all(sql, args![account, since]).await?))
}

fn name_of(platform: &Platform, id: Uuid) -> String {
    let id = id.simple();
    let mark = secret::hex(&mark(platform, &format!("kalender:{id}")));
    format!("{id}{}", &mark[..MARK])
}
