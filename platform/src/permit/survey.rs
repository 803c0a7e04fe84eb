//! The survey of applicants (SKM, Permenpan RB 14/2017): asked once after a decision, kept without who answered.

use domain::permit::state::State;
use domain::permit::survey::ELEMENTS;
use thiserror::Error;
use uuid::Uuid;

use super::applicant::Applicant;
use super::case::Case;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Marks from 1 to 4, in the order of [`domain::permit::survey::Element`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks([u8; ELEMENTS]);

impl Marks {
    /// Takes what was chosen; `None` unless each is from 1 to 4.
    pub fn new(marks: [u8; ELEMENTS]) -> Option<Self> {
        marks.iter().all(|mark| (1..=4).contains(mark)).then_some(Self(marks))
    }
}

/// Why answers were not taken.
#[derive(Debug, Error)]
pub enum SurveyError {
    /// Nothing is decided yet, or the case was taken back.
    #[error("not asked now")]
    NotNow,
    /// The database did not answer.
    #[error("survey: database")]
    Db(#[from] DbError),
}

/// Whether the applicant of a case in this state is asked.
pub const fn is_asked(state: State) -> bool {
    matches!(state, State::Terbit | State::Ditolak | State::Kedaluwarsa | State::Dicabut)
}

/// Takes the answers of the applicant of a decided case. Sent twice, the first ones stay.
///
/// # Errors
/// See [`SurveyError`].
pub async fn answer_survey(platform: &Platform, applicant: &Applicant, marks: &Marks) -> Result<(), SurveyError> {
    let mut tx = platform.db.begin().await?;
    let case = Case::lock(&mut tx, applicant.case).await?.ok_or(SurveyError::NotNow)?;
    // The opinion of whoever applied, not of who helped.
    if applicant.helps() || !is_asked(case.state) {
        return Err(SurveyError::NotNow);
    }
    let sql = "update permit_case set surveyed = $2 where id = $1 and surveyed <> $2";
    if tx.run(sql, args![case.id, true]).await? == 0 {
        return Ok(());
    }
    // By nothing can it be found whose they are: not by a number that counts up, not by a moment.
    let id = uuid::Builder::from_random_bytes(platform.random()).into_uuid();
    let month = platform.now().day().to_string()[..7].to_owned();
    insert(&mut tx, id, &case.service, &month, marks).await?;
    tx.commit().await?;
    Ok(())
}

async fn insert(tx: &mut Tx, id: Uuid, service: &str, month: &str, Marks(marks): &Marks) -> Result<(), DbError> {
    let sql = "insert into survey_answer (id, service, month, u1, u2, u3, u4, u5, u6, u7, u8, u9) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let mut args = args![id, service, month];
    args.extend(marks.iter().map(|mark| i64::from(*mark).into()));
    tx.run_one(sql, args).await
}
