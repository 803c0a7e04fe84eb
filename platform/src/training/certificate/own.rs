//! One's own certificates.

use domain::account::Actor;
use domain::time::Timestamp;
use domain::training::certificate::{Lack, earned};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Select};
use crate::training::attendance::{OwnAttendance, attended};
use crate::training::class::ClassShown;
use crate::training::events::CERTIFICATE;
use crate::training::participant::only_own;
use crate::{Platform, args};

/// A certificate that holds, in a list of one's own.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct OwnCertificate {
    /// The code under which anybody checks it.
    pub code: String,
    /// Its number.
    pub number: String,
    /// The number of the registration, whose page has the file.
    pub registration: String,
    /// The name on it.
    pub holder: String,
    /// The title of the course.
    pub title: String,
    /// When it was issued.
    #[sqlx(try_from = "i64")]
    pub issued_at: Timestamp,
}

const HELD: &str = "select f.code, f.number, r.number as registration, f.holder, f.title, f.issued_at \
     from certificate f join registration r on r.id = f.registration_id where f.ended_at is null and";

/// The certificates of an account, and those of the registrations whose keys a device holds, the newest first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_certificates(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
) -> Result<Vec<OwnCertificate>, DbError> {
    let mut select = Select::new(HELD);
    only_own(&mut select, platform, actor, keys);
    select.push("order by f.issued_at desc, f.number desc");
    select.all(&platform.db).await
}

/// What a registration says about its certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnAward {
    /// It is there.
    Holds(OwnCertificate),
    /// It is earned, and will be issued.
    Earned,
    /// This is lacking.
    Lacks(Lack),
    /// It was taken back; why.
    Revoked(String),
}

/// The certificate of a registration, or what its holder lacks for one.
pub(in crate::training) async fn own_award(
    platform: &Platform,
    registration: Uuid,
    class: &ClassShown,
    attendance: &[OwnAttendance],
) -> Result<OwnAward, DbError> {
    let mut select = Select::new(HELD);
    select.bind("r.id = ?", registration);
    if let Some(own) = select.one(&platform.db).await? {
        return Ok(OwnAward::Holds(own));
    }
    let sql = "select note from registration_event where registration_id = $1 and action = $2 \
         and exists (select 1 from certificate where registration_id = $1) order by seq desc limit 1";
    if let Some((why,)) = platform.db.one(sql, args![registration, CERTIFICATE]).await? {
        return Ok(OwnAward::Revoked(why));
    }
    let sql = "select count(*) from quiz_attempt where registration_id = $1 and passed";
    let passed: Option<(i64,)> = platform.db.one(sql, args![registration]).await?;
    let facts = class.facts(attended(attendance), passed.is_some_and(|(count,)| count > 0));
    Ok(earned(&facts).map_or_else(OwnAward::Lacks, |()| OwnAward::Earned))
}
