//! What participants think of a class: asked once after it, kept without who answered.

use domain::training::feedback::Marks;
use domain::typed::Text;
use thiserror::Error;

use super::Learner;
use crate::db::DbError;
use crate::training::participant::Participant;
use crate::{Platform, args};

/// What somebody thinks of a class.
#[derive(Debug, Clone)]
pub struct FeedbackDraft {
    /// Their marks.
    pub marks: Marks,
    /// What else they say.
    pub words: Option<Text<1000>>,
}

/// Why it was not taken.
#[derive(Debug, Error)]
pub enum FeedbackError {
    /// The class is not over, they have no seat, or they were not there.
    #[error("not asked now")]
    NotNow,
    /// The database did not answer.
    #[error("feedback: database")]
    Db(#[from] DbError),
}

/// Takes what somebody thinks of their class. Sent twice, the first answer stays.
///
/// # Errors
/// See [`FeedbackError`].
pub async fn give_feedback(
    platform: &Platform,
    participant: &Participant,
    draft: &FeedbackDraft,
) -> Result<(), FeedbackError> {
    let learner = Learner::find(&platform.db, participant).await?.ok_or(FeedbackError::NotNow)?;
    if !learner.is_asked() {
        return Err(FeedbackError::NotNow);
    }
    let mut tx = platform.db.begin().await?;
    let sql = "update registration set feedback = $2 where id = $1 and feedback <> $2";
    if tx.run(sql, args![participant.registration, true]).await? == 0 {
        return Ok(());
    }
    // By nothing can it be found whose it is: not by a number that counts up, not by a moment.
    let id = uuid::Builder::from_random_bytes(platform.random()).into_uuid();
    let sql = "insert into class_feedback (id, class_id, content, trainer, usefulness, words) \
         values ($1, $2, $3, $4, $5, $6)";
    let Marks { content, trainer, usefulness } = draft.marks;
    let words = draft.words.as_ref().map(Text::as_str).unwrap_or_default();
    let args = args![id, learner.class_id, i64::from(content), i64::from(trainer), i64::from(usefulness), words];
    tx.run_one(sql, args).await?;
    tx.commit().await?;
    Ok(())
}
