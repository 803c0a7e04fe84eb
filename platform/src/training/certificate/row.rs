//! A new certificate, and what its class says on it.

use domain::number::{Kind, PublicNumber};
use domain::training::certificate::Facts;
use domain::verify::VerifyCode;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::training::OrganiseError;
use crate::training::row::{Class, Registration};
use crate::{Platform, args};

/// A class as its certificates say it.
#[derive(Debug, FromRow)]
pub(super) struct Taught {
    #[sqlx(flatten)]
    pub class: Class,
    certificate: bool,
    minimum: i64,
    quiz: bool,
    trainer: String,
    /// How many sessions there were.
    sessions: i64,
    /// How long they were together. Micro-seconds.
    length: i64,
}

macro_rules! taught_by {
    ($condition:literal) => {
        concat!(
            "select c.*, k.title, k.certificate, k.minimum, k.quiz, \
             (select count(*) from class_session s where s.class_id = c.id) as sessions, \
             (select cast(coalesce(sum(s.ends_at - s.starts_at), 0) as bigint) from class_session s \
              where s.class_id = c.id) as length \
             from class c join course k on k.id = c.course_id where ",
            $condition
        )
    };
}

impl Taught {
    /// The class with this id.
    async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        tx.one(taught_by!("c.id = $1"), args![id]).await
    }

    /// The class at this address.
    pub async fn at(tx: &mut Tx, slug: &str) -> Result<Option<Self>, DbError> {
        tx.one(taught_by!("c.slug = $1"), args![slug]).await
    }

    /// What counts for somebody who was at so many sessions, and whether they passed a quiz.
    pub fn facts(&self, attended: i64, passed: bool) -> Facts {
        Facts {
            class: self.class.state,
            offered: self.certificate,
            attended,
            sessions: self.sessions,
            minimum: self.minimum,
            quiz: self.quiz.then_some(passed),
        }
    }
}

/// Somebody with a seat, at how many sessions they were, and whether they passed the quiz.
#[derive(Debug, FromRow)]
pub(super) struct Attended {
    #[sqlx(flatten)]
    pub registration: Registration,
    pub attended: i64,
    pub passed: bool,
}

macro_rules! attended {
    ($condition:literal) => {
        concat!(
            "select r.*, (select count(*) from attendance a where a.registration_id = r.id and a.present) as attended, \
             exists (select 1 from quiz_attempt q where q.registration_id = r.id and q.passed) as passed \
             from registration r where r.state = 'terdaftar' and ",
            $condition
        )
    };
}

impl Attended {
    /// Who has the seat of the registration with this number, and their class.
    pub async fn find(tx: &mut Tx, number: &str) -> Result<(Self, Taught), OrganiseError> {
        let person: Option<Self> = tx.one(attended!("r.number = $1"), args![number]).await?;
        let person = person.ok_or(OrganiseError::NotFound)?;
        let taught = Taught::find(tx, person.registration.class_id).await?.ok_or(OrganiseError::NotFound)?;
        Ok((person, taught))
    }

    /// Those of a class who never had a certificate, in the order of coming: so many that came after an entry.
    pub async fn without_certificate(tx: &mut Tx, class: Uuid, after: i64, most: i64) -> Result<Vec<Self>, DbError> {
        let sql = attended!(
            "r.class_id = $1 and r.entry > $2 and not exists \
             (select 1 from certificate f where f.registration_id = r.id) order by r.entry limit $3"
        );
        tx.all(sql, args![class, after, most]).await
    }
}

/// A certificate to be written.
pub(super) struct NewCertificate<'n> {
    pub person: &'n Attended,
    /// The name on it.
    pub holder: &'n str,
    /// Why it is issued by hand; empty for who has earned it.
    pub reason: &'n str,
    /// The code of the one that it corrects.
    pub replaces: Option<&'n str>,
    pub officer: Uuid,
}

impl NewCertificate<'_> {
    /// Writes it, unless they have one that holds; answers its number.
    pub async fn write(&self, platform: &Platform, tx: &mut Tx, taught: &Taught) -> Result<Option<String>, DbError> {
        let code = VerifyCode::new(platform.random());
        let number = PublicNumber::new(Kind::Certificate, u64::from_le_bytes(platform.random()));
        let sql = "insert into certificate (code, registration_id, number, holder, title, first_day, last_day, minutes, \
             attended, sessions, trainer, reason, replaces, issued_at, signed_by) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
             on conflict (registration_id) where ended_at is null do nothing";
        let args = args![
            code.as_str(),
            self.person.registration.id,
            number.as_str(),
            self.holder,
            &taught.class.title,
            taught.class.starts_at.day().to_string(),
            taught.class.ends_at.day().to_string(),
            taught.length / 60_000_000,
            self.person.attended,
            taught.sessions,
            &taught.trainer,
            self.reason,
            self.replaces,
            platform.now(),
            self.officer
        ];
        let written = tx.run(sql, args).await? == 1;
        Ok(written.then(|| number.as_str().to_owned()))
    }
}
