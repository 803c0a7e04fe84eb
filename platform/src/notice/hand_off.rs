//! Passing a message on by WhatsApp: a person takes it, then opens WhatsApp with its text. Taking comes first, so that
//! whoever saw a secret in a message is known, and two people do not send it twice.

use domain::account::{Actor, Capability, Forbidden};
use domain::notice::{Channel, State};
use domain::time::Timestamp;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::deliver::TAKEN;
use super::{RECOVERY_CODE, SECRET_COMPLAINT, TO_BUYER};
use crate::db::{DbError, Sql, Tx};
use crate::{Platform, args};

/// Why a message was not taken, returned or tried again. Nothing changed.
#[derive(Debug, Error)]
pub enum HandOffError {
    /// There is no such message, or it does not concern this person.
    #[error("no such message")]
    NotFound,
    /// Not for this account.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody else took it then.
    #[error("taken by somebody else")]
    Taken {
        /// Who.
        by: String,
        /// When.
        at: Timestamp,
    },
    /// It is not where this can be done.
    #[error("not possible now")]
    NotNow,
    /// The database did not answer.
    #[error("outbox: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Row {
    kind: String,
    #[sqlx(try_from = "String")]
    channel: Channel,
    #[sqlx(try_from = "String")]
    state: State,
    secret: bool,
    handed_by: Option<Uuid>,
    sent_at: Option<i64>,
    owner_id: Option<Uuid>,
    taker: Option<String>,
}

/// The message, if this person may pass it on: an officer any, but a code that sets a new password only who answers for
/// the accounts; a seller what goes to the buyer of an own order and holds nothing that would let the seller act as the
/// buyer.
async fn lock(tx: &mut Tx, actor: &Actor, message: Uuid) -> Result<(Row, Uuid), HandOffError> {
    let account = actor.id().ok_or(Forbidden)?;
    let sql = Sql::either(
        "select m.kind, m.channel, m.state, m.secret, m.handed_by, m.sent_at, u.owner_id, a.name as taker from outbox m \
         left join shop_order o on o.id = m.order_id left join usaha u on u.id = o.usaha_id \
         left join account a on a.id = m.handed_by where m.id = $1",
        "select m.kind, m.channel, m.state, m.secret, m.handed_by, m.sent_at, u.owner_id, a.name as taker from outbox m \
         left join shop_order o on o.id = m.order_id left join usaha u on u.id = o.usaha_id \
         left join account a on a.id = m.handed_by where m.id = $1 for update of m",
    );
    let row: Row = tx.one(sql, args![message]).await?.ok_or(HandOffError::NotFound)?;
    let seller = actor.may(Capability::RunShop)
        && row.owner_id == Some(account)
        && !row.secret
        && TO_BUYER.contains(&row.kind.as_str());
    let needed = match row.kind.as_str() {
        RECOVERY_CODE => Capability::ManageAccounts,
        SECRET_COMPLAINT => Capability::VerifyComplaints,
        _ => Capability::ReadOutbox,
    };
    if seller || actor.may(needed) { Ok((row, account)) } else { Err(HandOffError::NotFound) }
}

/// Takes a message to pass it on. Taken twice by the same person, it is still theirs.
///
/// # Errors
/// See [`HandOffError`].
pub async fn hand_off(platform: &Platform, actor: &Actor, message: Uuid) -> Result<(), HandOffError> {
    let mut tx = platform.db.begin().await?;
    let (row, account) = lock(&mut tx, actor, message).await?;
    match (row.channel, row.state) {
        (Channel::Whatsapp, State::Waiting) => {}
        (Channel::Whatsapp, State::HandedOff) if row.handed_by == Some(account) => return Ok(()),
        (Channel::Whatsapp, State::HandedOff) => {
            let at = row.sent_at.unwrap_or_default().into();
            return Err(HandOffError::Taken { by: row.taker.unwrap_or_default(), at });
        }
        _ => return Err(HandOffError::NotNow),
    }
    let sql = "update outbox set state = 'handed_off', handed_by = $2, sent_at = $3 where id = $1";
    tx.run_one(sql, args![message, account, platform.now()]).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a message back that was taken and not sent after all.
///
/// # Errors
/// See [`HandOffError`]; [`HandOffError::NotNow`] when it was taken long ago.
pub async fn take_back(platform: &Platform, actor: &Actor, message: Uuid) -> Result<(), HandOffError> {
    let mut tx = platform.db.begin().await?;
    let (row, account) = lock(&mut tx, actor, message).await?;
    let fresh = row.sent_at.is_some_and(|at| at > platform.now().plus_seconds(-TAKEN).micros());
    match row.state {
        State::Waiting => return Ok(()),
        State::HandedOff if row.handed_by == Some(account) && fresh => {}
        _ => return Err(HandOffError::NotNow),
    }
    let sql = "update outbox set state = 'waiting', handed_by = null, sent_at = null where id = $1";
    tx.run_one(sql, args![message]).await?;
    tx.commit().await?;
    Ok(())
}

/// Lets the worker try an e-mail again that was given up.
///
/// # Errors
/// See [`HandOffError`].
pub async fn retry(platform: &Platform, actor: &Actor, message: Uuid) -> Result<(), HandOffError> {
    actor.require(Capability::ReadOutbox)?;
    let mut tx = platform.db.begin().await?;
    let (row, _) = lock(&mut tx, actor, message).await?;
    match (row.channel, row.state) {
        (Channel::Email, State::Failed) => {}
        // Ended here: a transaction that is dropped keeps its lock a moment longer.
        (Channel::Email, State::Waiting) => return Ok(tx.commit().await?),
        _ => return Err(HandOffError::NotNow),
    }
    let sql = "update outbox set state = 'waiting', attempts = 0, due_at = $2 where id = $1";
    tx.run_one(sql, args![message, platform.now()]).await?;
    tx.commit().await?;
    Ok(())
}
