//! Who of a class has earned a certificate, who has one, and what the others lack: for organisers.

use domain::account::{Actor, Capability};
use domain::time::Timestamp;
use domain::training::certificate::{Ending, Lack, earned};
use sqlx::FromRow;

use crate::training::OrganiseError;
use crate::training::class::{ClassShown, load_class};
use crate::{Platform, args};

/// A class, and everybody who has a seat in it.
#[derive(Debug, Clone)]
pub struct Awards {
    /// The class.
    pub class: ClassShown,
    /// Who has a seat, by name.
    pub people: Vec<Award>,
    /// How many lines of its attendance lists are empty: people of whom it is not known whether they were there.
    pub unknown: i64,
}

/// Somebody with a seat, and their newest certificate.
#[derive(Debug, Clone)]
pub struct Award {
    /// The number of the registration.
    pub number: String,
    /// Their name.
    pub name: String,
    /// At how many sessions they were.
    pub attended: i64,
    /// What they lack; `None` when they have earned it.
    pub lack: Option<Lack>,
    /// Their newest certificate.
    pub certificate: Option<Awarded>,
}

/// A certificate that was issued.
#[derive(Debug, Clone)]
pub struct Awarded {
    /// The code under which anybody checks it.
    pub code: String,
    /// Its number.
    pub number: String,
    /// The name on it.
    pub holder: String,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Why it holds no longer, and since when.
    pub ended: Option<(Ending, Timestamp)>,
    /// Why it was issued by hand; may be empty.
    pub reason: String,
    /// Whether its file is made.
    pub made: bool,
}

impl Award {
    /// Whether issuing for everybody issues one for them: who has had one gets another only by hand.
    pub fn is_due(&self) -> bool {
        self.lack.is_none() && self.certificate.is_none()
    }

    /// Whether they have one that holds.
    pub fn holds(&self) -> bool {
        self.certificate.as_ref().is_some_and(|certificate| certificate.ended.is_none())
    }
}

impl Awards {
    /// For how many one is due.
    pub fn due(&self) -> usize {
        self.people.iter().filter(|person| person.is_due()).count()
    }

    /// How many hold one.
    pub fn held(&self) -> usize {
        self.people.iter().filter(|person| person.holds()).count()
    }

    /// Of how many that hold the file is made.
    pub fn made(&self) -> usize {
        let made = |person: &&Award| person.certificate.as_ref().is_some_and(|one| one.made && one.ended.is_none());
        self.people.iter().filter(made).count()
    }
}

#[derive(FromRow)]
struct Row {
    number: String,
    name: String,
    attended: i64,
    passed: bool,
    known: i64,
    code: Option<String>,
    certificate: Option<String>,
    holder: Option<String>,
    issued_at: Option<i64>,
    ended_at: Option<i64>,
    ending: Option<String>,
    reason: Option<String>,
    made: bool,
}

impl Row {
    fn certificate(&self) -> Option<Awarded> {
        let ending = self.ending.as_deref().and_then(|word| word.parse().ok());
        Some(Awarded {
            code: self.code.clone()?,
            number: self.certificate.clone()?,
            holder: self.holder.clone()?,
            issued_at: self.issued_at?.into(),
            ended: ending.zip(self.ended_at.map(Into::into)),
            reason: self.reason.clone()?,
            made: self.made,
        })
    }
}

/// Everybody with a seat in the class at an address, or who had one and a certificate.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_awards(platform: &Platform, actor: &Actor, slug: &str) -> Result<Awards, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let class = load_class(platform, slug).await?.ok_or(OrganiseError::NotFound)?;
    // The newest one is the one that nothing replaces: whoever lost one gets the next only in its place.
    let sql = "select r.number, r.name, \
         (select count(*) from attendance a where a.registration_id = r.id and a.present) as attended, \
         (select count(*) from attendance a where a.registration_id = r.id) as known, \
         exists (select 1 from quiz_attempt q where q.registration_id = r.id and q.passed) as passed, \
         f.code, f.number as certificate, f.holder, f.issued_at, f.ended_at, f.ending, f.reason, \
         f.digest is not null as made from registration r \
         left join certificate f on f.registration_id = r.id \
         and not exists (select 1 from certificate n where n.replaces = f.code) \
         where r.class_id = $1 and r.state = 'terdaftar' order by lower(r.name), r.entry";
    let rows: Vec<Row> = platform.db.all(sql, args![class.id]).await?;
    let sessions = class.sessions.len() as i64;
    let unknown = rows.iter().map(|row| sessions - row.known).sum();
    let person = |row: Row| Award {
        lack: earned(&class.facts(row.attended, row.passed)).err(),
        certificate: row.certificate(),
        number: row.number,
        name: row.name,
        attended: row.attended,
    };
    Ok(Awards { people: rows.into_iter().map(person).collect(), unknown, class })
}
