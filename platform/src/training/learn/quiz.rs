//! Writing the quiz of a course. Each change is a new version; an attempt keeps the one that it began with.

use domain::account::{Actor, Capability};
use domain::training::quiz::{MOST_QUESTIONS, Question, Quiz};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, DbError};
use crate::training::OrganiseError;
use crate::{Platform, args};

/// The quiz of a course, as organisers see it.
#[derive(Debug, Clone)]
pub struct QuizFile {
    /// The title of the course.
    pub course: String,
    /// Which version this is; 0 before the first.
    pub version: i64,
    /// The quiz.
    pub quiz: Quiz,
}

/// The rules of a quiz, without its questions.
#[derive(Debug, Clone, Copy)]
pub struct QuizRules {
    /// Whether participants can take it.
    pub open: bool,
    /// The share of right answers that passes, 1 to 100. Percent.
    pub pass: u8,
    /// How often somebody may try.
    pub attempts: u8,
    /// How long they have. Minutes.
    pub minutes: Option<u16>,
    /// Whether everybody gets an order of their own.
    pub shuffled: bool,
}

/// A change of a quiz. Questions are named by their place, counted from 0.
#[derive(Debug, Clone)]
pub enum QuizChange {
    /// Other rules.
    Rules(QuizRules),
    /// One more question.
    Add(Question),
    /// Another question in this place.
    Replace(usize, Question),
    /// A question less.
    Remove(usize),
}

#[derive(FromRow)]
pub(super) struct Version {
    pub id: Uuid,
    version: i64,
    body: String,
}

impl Version {
    /// The newest quiz of a course.
    pub async fn newest(db: &Db, course: Uuid) -> Result<Option<Self>, DbError> {
        let sql = "select id, version, body from quiz where course_id = $1 order by version desc limit 1";
        db.one(sql, args![course]).await
    }

    /// What it asks.
    pub fn quiz(&self) -> Result<Quiz, DbError> {
        parse_quiz(&self.body)
    }
}

/// A quiz as it is stored.
pub(super) fn parse_quiz(body: &str) -> Result<Quiz, DbError> {
    serde_json::from_str(body).map_err(|error| DbError::Unreadable(error.to_string()))
}

/// The quiz of a course; an empty one before anybody wrote any.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_quiz(platform: &Platform, actor: &Actor, course: Uuid) -> Result<QuizFile, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let title: Option<(String,)> = platform.db.one("select title from course where id = $1", args![course]).await?;
    let (title,) = title.ok_or(OrganiseError::NotFound)?;
    Ok(match Version::newest(&platform.db, course).await? {
        Some(newest) => QuizFile { course: title, version: newest.version, quiz: newest.quiz()? },
        None => QuizFile { course: title, version: 0, quiz: Quiz::default() },
    })
}

/// Changes the quiz of a course, as it was at a version.
///
/// # Errors
/// See [`OrganiseError`]; [`OrganiseError::Changed`] when somebody else was faster, or there is no such question.
pub async fn change_quiz(
    platform: &Platform,
    actor: &Actor,
    course: Uuid,
    version: i64,
    change: QuizChange,
) -> Result<(), OrganiseError> {
    let officer = actor.require(Capability::OrganiseTraining)?;
    let QuizFile { version: newest, quiz, .. } = find_quiz(platform, actor, course).await?;
    if newest != version {
        return Err(OrganiseError::Changed);
    }
    let quiz = changed(quiz, change).ok_or(OrganiseError::Changed)?;
    let body = serde_json::to_string(&quiz).map_err(|error| DbError::Unreadable(error.to_string()))?;
    let mut tx = platform.db.begin().await?;
    let sql = "insert into quiz (id, course_id, version, body, saved_at, saved_by) \
         values ($1, $2, $3, $4, $5, $6) on conflict (course_id, version) do nothing";
    let args = args![platform.new_id(), course, version + 1, body, platform.now(), officer];
    if tx.run(sql, args).await? == 0 {
        return Err(OrganiseError::Changed);
    }
    tx.run_one("update course set quiz = $2 where id = $1", args![course, quiz.is_open()]).await?;
    // Versions that nobody began with have no meaning any more.
    let sql = "delete from quiz where course_id = $1 and version <= $2 \
         and not exists (select 1 from quiz_attempt a where a.quiz_id = quiz.id)";
    tx.run(sql, args![course, version]).await?;
    tx.commit().await?;
    Ok(())
}

/// The quiz after a change; `None` where the change has no meaning.
fn changed(mut quiz: Quiz, change: QuizChange) -> Option<Quiz> {
    match change {
        QuizChange::Rules(QuizRules { open, pass, attempts, minutes, shuffled }) => {
            return Some(Quiz {
                open,
                pass: pass.clamp(1, 100),
                attempts: attempts.max(1),
                minutes,
                shuffled,
                questions: quiz.questions,
            });
        }
        QuizChange::Add(question) if quiz.questions.len() < MOST_QUESTIONS => quiz.questions.push(question),
        QuizChange::Add(_) => return None,
        QuizChange::Replace(place, question) => *quiz.questions.get_mut(place)? = question,
        QuizChange::Remove(place) => {
            quiz.questions.get(place)?;
            quiz.questions.remove(place);
        }
    }
    quiz.questions.iter().all(|question| question.check().is_ok()).then_some(quiz)
}
