//! Whether somebody has a seat in another class at the same hours.

use uuid::Uuid;

use crate::args;
use crate::db::{DbError, Tx};

/// The title of another class of theirs that takes the same time as this one.
/// Sessions that follow one another at once do not clash ([`domain::training::clash::Span`]).
pub(super) async fn find_clash(tx: &mut Tx, class: Uuid, phone: &str) -> Result<Option<String>, DbError> {
    let sql = "select k.title from registration r join class c on c.id = r.class_id \
         join course k on k.id = c.course_id join class_session theirs on theirs.class_id = c.id \
         join class_session this on this.class_id = $1 \
         and theirs.starts_at < this.ends_at and this.starts_at < theirs.ends_at \
         where r.phone = $2 and r.class_id <> $1 and r.state in ('terdaftar', 'ditawari') \
         and c.state in ('terbit', 'pendaftaran_tutup', 'berjalan') order by theirs.starts_at limit 1";
    Ok(tx.one::<(String,)>(sql, args![class, phone]).await?.map(|(title,)| title))
}

/// The other classes for which somebody waits: a seat that they give back may be what kept them from one.
pub(super) async fn waiting_elsewhere(tx: &mut Tx, class: Uuid, phone: &str) -> Result<Vec<Uuid>, DbError> {
    let sql =
        "select distinct class_id from registration where phone = $2 and class_id <> $1 and state = 'daftar_tunggu'";
    Ok(tx.all::<(Uuid,)>(sql, args![class, phone]).await?.into_iter().map(|(id,)| id).collect())
}
