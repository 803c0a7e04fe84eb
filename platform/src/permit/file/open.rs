//! Showing a document: to the applicant and the office only, by a link that ends.

use domain::account::{Actor, Capability};
use domain::permit::form::FileKind;
use sqlx::FromRow;
use uuid::Uuid;

use super::{FileError, key};
use crate::attachment::{Opened, link, link_holds};
use crate::permit::applicant::find_applicant;
use crate::{Platform, args};

#[derive(FromRow)]
struct Row {
    #[sqlx(try_from = "String")]
    kind: FileKind,
    name: String,
    number: String,
    state: String,
    taken_by: Option<Uuid>,
}

/// Where documents are shown.
const BASE: &str = "/izin/berkas";

/// The path of a document; it ends. Only who may see the case gets it opened.
pub fn file_link(platform: &Platform, file: Uuid) -> String {
    link(platform, BASE, file)
}

/// Opens a document by its link: for the applicant, and for the office once it was handed in. `None` for everybody
/// else, and when the link is over: whether there is such a document is nobody's business.
///
/// # Errors
/// When the database or the file store does not answer.
pub async fn open_file(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    file: Uuid,
    until: i64,
    signature: &str,
) -> Result<Option<Opened>, FileError> {
    if !link_holds(platform, BASE, file, until, signature) {
        return Ok(None);
    }
    let sql = "select f.kind, f.name, c.number, c.state, f.taken_by from case_file f join permit_case c on c.id = f.case_id \
         where f.id = $1 and f.detached_at is null";
    let Some(row) = platform.db.one::<Row>(sql, args![file]).await? else { return Ok(None) };
    let office = actor.may(Capability::ReadCases) && row.state != "draf";
    // What an officer photographed is the office's alone.
    let handed_in = row.taken_by.is_none();
    let may = office || (handed_in && find_applicant(platform, actor, keys, &row.number).await?.is_some());
    if !may {
        return Ok(None);
    }
    let Some(bytes) = platform.blobs.get(&key(file)).await? else { return Ok(None) };
    Ok(Some(Opened { kind: row.kind, name: row.name, bytes }))
}
