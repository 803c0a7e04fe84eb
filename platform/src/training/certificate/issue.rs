//! Issuing certificates: for everybody who has earned one, or for somebody by hand.

use domain::account::{Actor, Capability};
use domain::training::certificate::{earned, may_be_given};
use domain::training::class::Refused;
use domain::typed::Line;
use uuid::Uuid;

use super::note;
use super::row::{Attended, NewCertificate, Taught};
use crate::db::{DbError, Tx};
use crate::training::{OrganiseError, notices};
use crate::{Platform, args};

/// How many one transaction looks at: others write in between, and what was issued stays when it is broken off.
const BATCH: i64 = 50;

/// Issues a certificate for everybody in a class who has earned one and never had one; answers how many. Each of them is
/// told. Broken off, it goes on where it stopped when it is asked for again.
///
/// # Errors
/// See [`OrganiseError`]; [`Refused::NotNow`] while the class is not over.
pub async fn issue_certificates(platform: &Platform, actor: &Actor, slug: &str) -> Result<usize, OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let (mut issued, mut after) = (0, 0);
    loop {
        let mut tx = platform.db.begin().await?;
        let taught = Taught::at(&mut tx, slug).await?.ok_or(OrganiseError::NotFound)?;
        if !may_be_given(&taught.facts(0, false)) {
            return Err(Refused::NotNow.into());
        }
        let people = Attended::without_certificate(&mut tx, taught.class.id, after, BATCH).await?;
        let Some(last) = people.last() else { return Ok(issued) };
        after = last.registration.entry;
        for person in people.iter().filter(|person| earned(&taught.facts(person.attended, person.passed)).is_ok()) {
            let holder = &person.registration.name;
            let new = NewCertificate { person, holder, reason: "", replaces: None, officer };
            issued += usize::from(issue(platform, &mut tx, &taught, &new).await?);
        }
        tx.commit().await?;
    }
}

/// Issues a certificate for somebody who was at too few sessions, or whose certificate was taken back, with a reason that
/// they can read.
///
/// # Errors
/// See [`OrganiseError`]; [`Refused::NotNow`] while the class is not over, or when they have one.
pub async fn issue_by_hand(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    reason: &Line<160>,
) -> Result<(), OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let mut tx = platform.db.begin().await?;
    let (person, taught) = Attended::find(&mut tx, number).await?;
    // One that was taken back has this one in its place.
    let last = newest(&mut tx, person.registration.id).await?;
    let holder = &person.registration.name;
    let new = NewCertificate { person: &person, holder, reason: reason.as_str(), replaces: last.as_deref(), officer };
    if !may_be_given(&taught.facts(person.attended, person.passed)) || !issue(platform, &mut tx, &taught, &new).await? {
        return Err(Refused::NotNow.into());
    }
    note(platform, &mut tx, person.registration.id, officer, reason.as_str()).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes a certificate and tells its holder; answers whether they had none that holds.
pub(super) async fn issue(
    platform: &Platform,
    tx: &mut Tx,
    taught: &Taught,
    new: &NewCertificate<'_>,
) -> Result<bool, DbError> {
    let Some(number) = new.write(platform, tx, taught).await? else { return Ok(false) };
    notices::certified(platform, tx, &taught.class, &new.person.registration, &number).await?;
    Ok(true)
}

/// The code of the last certificate of a registration.
async fn newest(tx: &mut Tx, registration: Uuid) -> Result<Option<String>, DbError> {
    let sql = "select f.code from certificate f where f.registration_id = $1 \
         and not exists (select 1 from certificate n where n.replaces = f.code)";
    Ok(tx.one::<(String,)>(sql, args![registration]).await?.map(|(code,)| code))
}
