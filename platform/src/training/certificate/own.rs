//! One's own certificates.

use domain::account::Actor;
use domain::time::Timestamp;
use domain::training::certificate::{Facts, Lack, earned};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::DbError;
use crate::training::attendance::OwnAttendance;
use crate::training::class::ClassShown;
use crate::training::events::CERTIFICATE;
use crate::{Platform, args, secret};

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

macro_rules! own {
    ($rest:literal) => {
        concat!(
            "select f.code, f.number, r.number as registration, f.holder, f.title, f.issued_at \
             from certificate f join registration r on r.id = f.registration_id ",
            $rest,
            " and f.ended_at is null"
        )
    };
}

/// The certificates of an account, and those of the registrations whose keys a device holds, the newest first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_own_certificates(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
) -> Result<Vec<OwnCertificate>, DbError> {
    let mut found: Vec<OwnCertificate> = Vec::new();
    if let Some(account) = actor.id() {
        found = platform.db.all(own!("where r.account_id = $1"), args![account]).await?;
    }
    for key in keys {
        let sql = own!(
            "join registration_key h on h.registration_id = r.id \
             where h.key_hash = $1 and (h.expires_at is null or h.expires_at > $2)"
        );
        found.extend(platform.db.one::<OwnCertificate>(sql, args![secret::hash(key), platform.now()]).await?);
    }
    found.sort_by(|a, b| (b.issued_at, &b.number).cmp(&(a.issued_at, &a.number)));
    found.dedup_by(|a, b| a.number == b.number);
    Ok(found)
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
    if let Some(own) = platform.db.one(own!("where r.id = $1"), args![registration]).await? {
        return Ok(OwnAward::Holds(own));
    }
    let sql = "select note from registration_event where registration_id = $1 and action = $2 \
         and exists (select 1 from certificate where registration_id = $1) order by seq desc limit 1";
    if let Some((why,)) = platform.db.one(sql, args![registration, CERTIFICATE]).await? {
        return Ok(OwnAward::Revoked(why));
    }
    let present = |own: &&OwnAttendance| own.mark.as_ref().is_some_and(|mark| mark.present);
    let facts = Facts {
        class: class.state,
        offered: class.course.certificate,
        attended: attendance.iter().filter(present).count() as i64,
        sessions: attendance.len() as i64,
        minimum: class.course.minimum,
    };
    Ok(earned(&facts).map_or_else(OwnAward::Lacks, |()| OwnAward::Earned))
}
