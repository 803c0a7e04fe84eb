//! What a course gives beside its sessions: materials, a quiz, and what participants think of it afterwards.

mod attempt;
mod feedback;
mod file;
mod material;
mod quiz;
mod results;

use domain::training::class::State;
use sqlx::FromRow;
use uuid::Uuid;

pub(crate) use self::attempt::end_attempt;
pub use self::attempt::{
    Asked, Finished, HandIn, HandedIn, OwnQuiz, QuizError, Sheet as QuizSheet, hand_in_quiz, start_quiz,
};
pub use self::feedback::{FeedbackDraft, FeedbackError, give_feedback};
pub use self::file::open_material;
pub use self::material::{
    Material, MaterialContent, MaterialDraft, MaterialError, add_material, list_materials, list_public_materials,
    remove_material,
};
pub use self::quiz::{QuizChange, QuizFile, QuizRules, change_quiz, find_quiz};
pub use self::results::{ClassResults, QuizTaken, find_results};

use self::attempt::own_quiz;
use self::material::own_materials;
use super::participant::Participant;
use crate::db::{Db, DbError};
use crate::{Platform, args};

/// What somebody with a seat finds beside the sessions of their class.
#[derive(Debug, Clone)]
pub struct Learning {
    /// The number of the registration.
    pub number: String,
    /// The title of the course.
    pub title: String,
    /// Its materials, the lightest first.
    pub materials: Vec<Material>,
    /// Its quiz.
    pub quiz: Option<OwnQuiz>,
    /// Whether they are asked what they think, and whether they have said it.
    pub feedback: Option<bool>,
}

/// What somebody with a seat finds; `None` for who has none.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_learning(platform: &Platform, participant: &Participant) -> Result<Option<Learning>, DbError> {
    let learner = Learner::find(&platform.db, participant).await?;
    let Some(learner) = learner.filter(|learner| learner.seat && learner.class_state.is_public()) else {
        return Ok(None);
    };
    let quiz = own_quiz(platform, participant, &learner).await?;
    let materials = own_materials(platform, learner.course_id).await?;
    let feedback = learner.is_asked().then_some(learner.answered);
    let Learner { number, title, .. } = learner;
    Ok(Some(Learning { number, title, materials, quiz, feedback }))
}

/// A registration as learning sees it.
#[derive(FromRow)]
struct Learner {
    pub number: String,
    pub title: String,
    pub course_id: Uuid,
    pub class_id: Uuid,
    #[sqlx(try_from = "String")]
    pub class_state: State,
    pub seat: bool,
    /// Whether they said what they think.
    pub answered: bool,
    /// Whether they are known to have been at no session at all.
    pub absent: bool,
}

impl Learner {
    /// Whoever has this registration.
    async fn find(db: &Db, participant: &Participant) -> Result<Option<Self>, DbError> {
        let sql = "select r.number, k.title, c.course_id, c.id as class_id, c.state as class_state, r.state = 'terdaftar' as seat, \
             r.feedback as answered, \
             (select count(*) from class_session s left join attendance a \
              on a.session_id = s.id and a.registration_id = r.id \
              where s.class_id = c.id and (a.present is null or a.present)) = 0 as absent \
             from registration r join class c on c.id = r.class_id join course k on k.id = c.course_id where r.id = $1";
        db.one(sql, args![participant.registration]).await
    }

    /// Whether the quiz can be taken: with a seat, from the first session on.
    pub fn may_try(&self) -> bool {
        self.seat && matches!(self.class_state, State::Berjalan | State::Selesai)
    }

    /// Whether they are asked what they think: after the last session, those who may have been there.
    pub fn is_asked(&self) -> bool {
        self.seat && self.class_state == State::Selesai && !self.absent
    }
}
