//! Messages to a shop's owner.

use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::notice::{About, Message, post};
use crate::{Platform, args};

/// A message to the owner of a shop.
pub(crate) struct ToOwner {
    /// What it is about, for the officer's list.
    pub kind: &'static str,
    /// The first line.
    pub subject: String,
    /// The text.
    pub body: String,
}

#[derive(FromRow)]
struct Owner {
    name: String,
    phone: Option<String>,
    email: Option<String>,
}

/// Puts a message to a shop's owner into the outbox: on every way on which the account can be reached.
pub(crate) async fn tell_owner(platform: &Platform, tx: &mut Tx, shop: Uuid, message: ToOwner) -> Result<(), DbError> {
    let sql = "select a.name, a.phone, a.email from usaha u join account a on a.id = u.owner_id where u.id = $1";
    let Some(owner) = tx.one::<Owner>(sql, args![shop]).await? else { return Ok(()) };
    let ways = [owner.phone.map(|phone| ("whatsapp", phone)), owner.email.map(|address| ("email", address))];
    for (channel, recipient) in ways.into_iter().flatten() {
        let copy = Message {
            kind: message.kind,
            channel,
            recipient,
            name: owner.name.clone(),
            subject: message.subject.clone(),
            body: message.body.clone(),
            about: About::Other,
        };
        post(platform, tx, copy).await?;
    }
    Ok(())
}
