//! Somebody who can be told something.

use sqlx::FromRow;
use uuid::Uuid;

use super::{About, Message, post};
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Their name, and how they can be reached.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Person {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// What somebody is told.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub kind: &'static str,
    pub subject: String,
    pub body: String,
    pub about: About,
}

impl Person {
    /// On every way on which they can be reached.
    pub async fn tell(&self, platform: &Platform, tx: &mut Tx, told: &Told) -> Result<(), DbError> {
        let ways = [self.phone.clone().map(|phone| ("whatsapp", phone)), self.email.clone().map(|to| ("email", to))];
        for (channel, recipient) in ways.into_iter().flatten() {
            let message = Message {
                kind: told.kind,
                channel,
                recipient,
                name: self.name.clone(),
                subject: told.subject.clone(),
                body: told.body.clone(),
                about: told.about,
            };
            post(platform, tx, message).await?;
        }
        Ok(())
    }
}

/// The heads of the office, but one whom the matter is about.
pub(crate) async fn heads(tx: &mut Tx, but: Option<Uuid>) -> Result<Vec<Person>, DbError> {
    #[derive(FromRow)]
    struct Row {
        id: Uuid,
        #[sqlx(flatten)]
        person: Person,
    }
    let sql = "select a.id, a.name, a.phone, a.email from account a where a.state = 'active' and exists (select 1 \
         from account_grant g where g.account_id = a.id and g.role = 'petugas' and g.duty = 'penyetuju') order by a.id";
    let rows: Vec<Row> = tx.all(sql, args![]).await?;
    Ok(rows.into_iter().filter(|row| Some(row.id) != but).map(|row| row.person).collect())
}
