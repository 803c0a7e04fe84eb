//! Showing a file: to whoever complained, and to the officers who may read the complaint, by a link that ends.

use domain::account::Actor;
use domain::complaint::Privacy;
use domain::permit::form::FileKind;
use sqlx::FromRow;
use uuid::Uuid;

use super::{AttachError, BASE, key};
use crate::attachment::{Opened, link_holds};
use crate::complaint::complainant::find_complainant;
use crate::complaint::office::enter;
use crate::complaint::row::{Happened, append, open as unseal};
use crate::complaint::take::{ComplaintError, is_involved};
use crate::{Platform, args};

/// An officer opened a file.
const READ_FILE: &str = "baca_berkas";

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    kind: FileKind,
    name: Vec<u8>,
    number: String,
}

/// Opens a file by its link. Each time an officer does is written down; whoever complained looks at what is theirs, and
/// when they do is kept nowhere. `None` for everybody else, and when the link is over: whether there is such a file is
/// nobody's business.
///
/// # Errors
/// When the database or the file store does not answer.
pub async fn open_complaint_file(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    file: Uuid,
    until: i64,
    signature: &str,
) -> Result<Option<Opened>, AttachError> {
    if !link_holds(platform, BASE, file, until, signature) {
        return Ok(None);
    }
    let sql = "select f.kind, f.name, c.number from complaint_file f join complaint c on c.id = f.complaint_id \
         where f.id = $1";
    let Some(row) = platform.db.one::<Row>(sql, args![file]).await? else { return Ok(None) };
    let theirs = find_complainant(platform, actor, keys, &row.number).await?.is_some();
    if !theirs && !open_in_office(platform, actor, &row.number).await? {
        return Ok(None);
    }
    let Some(bytes) = platform.blobs.get(&key(file)).await? else { return Ok(None) };
    Ok(Some(Opened { kind: row.kind, name: unseal(platform, file, &row.name)?, bytes }))
}

/// Whether an officer may, written down at once.
async fn open_in_office(platform: &Platform, actor: &Actor, number: &str) -> Result<bool, AttachError> {
    let mut tx = platform.db.begin().await?;
    let (mut complaint, account, parts) = match enter(&mut tx, actor, number).await {
        Ok(entered) => entered,
        Err(ComplaintError::Db(error)) => return Err(error.into()),
        Err(_) => return Ok(false),
    };
    // What is in a file may show who complains.
    if complaint.privacy == Privacy::Rahasia && is_involved(&mut tx, &complaint, account).await? {
        return Ok(false);
    }
    let (at, from) = (platform.now(), Some(complaint.state));
    let happened = Happened { at, actor: Some(account), part: parts[0].as_str(), action: READ_FILE, from };
    append(&mut tx, &mut complaint, happened).await?;
    tx.commit().await?;
    Ok(true)
}
