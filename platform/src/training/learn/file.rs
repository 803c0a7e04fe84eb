//! The file of a material, for those who may see it.

use domain::account::{Actor, Capability};
use domain::permit::form::FileKind;
use sqlx::FromRow;
use uuid::Uuid;

use super::material::MaterialError;
use crate::attachment::Opened;
use crate::db::{DbError, Select};
use crate::training::participant::only_own;
use crate::{Platform, args};

/// The key of a material's file in the store.
pub(super) fn key(material: Uuid) -> String {
    format!("material/{}", material.simple())
}

#[derive(FromRow)]
struct Row {
    course_id: Uuid,
    public: bool,
    title: String,
    #[sqlx(try_from = "String")]
    file_kind: FileKind,
}

/// The file of a material: for everybody if it is public, else for organisers and for those with a seat in a class of its
/// course. `None` for everybody else: whether there is one is nobody's business.
///
/// # Errors
/// When the database or the file store does not answer.
pub async fn open_material(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    material: Uuid,
) -> Result<Option<Opened>, MaterialError> {
    let sql = "select course_id, public, title, file_kind from material where id = $1 and kind = 'berkas' and stored";
    let Some(row) = platform.db.one::<Row>(sql, args![material]).await? else { return Ok(None) };
    let may = row.public || actor.may(Capability::OrganiseTraining) || has_seat(platform, actor, keys, &row).await?;
    if !may {
        return Ok(None);
    }
    let Some(bytes) = platform.blobs.get(&key(material)).await? else { return Ok(None) };
    Ok(Some(Opened { kind: row.file_kind, name: row.title, bytes }))
}

async fn has_seat(platform: &Platform, actor: &Actor, keys: &[String], row: &Row) -> Result<bool, DbError> {
    let mut select = Select::new(
        "select count(*) from registration r join class c on c.id = r.class_id where r.state = 'terdaftar'",
    );
    select.bind("and c.course_id = ? and", row.course_id);
    only_own(&mut select, platform, actor, keys);
    let seats: Option<(i64,)> = select.one(&platform.db).await?;
    Ok(seats.is_some_and(|(count,)| count > 0))
}
