//! Taking the quiz: an attempt has its questions in an order of its own, what was answered is kept until it is handed in,
//! and marked here.

use domain::time::Timestamp;
use domain::training::quiz::{GRACE, Quiz};
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::Learner;
use super::quiz::{Version, parse_quiz};
use crate::db::{DbError, Tx};
use crate::notice::set_timer;
use crate::training::participant::Participant;
use crate::{Platform, args};

/// The quiz, as a participant sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnQuiz {
    /// How many questions it has.
    pub questions: usize,
    /// How many right answers pass.
    pub needed: usize,
    /// How long one has. Minutes.
    pub minutes: Option<u16>,
    /// How often somebody may try.
    pub attempts: usize,
    /// Whether it can be taken yet: from the first session on.
    pub begun: bool,
    /// The attempt that is under way.
    pub sheet: Option<Sheet>,
    /// The attempts that are over, the first first.
    pub finished: Vec<Finished>,
}

impl OwnQuiz {
    /// Whether one of the attempts passed.
    pub fn passed(&self) -> bool {
        self.finished.iter().any(|attempt| attempt.passed)
    }

    /// How many attempts are left.
    pub fn left(&self) -> usize {
        self.attempts.saturating_sub(self.finished.len() + usize::from(self.sheet.is_some()))
    }

    /// Whether another attempt can begin now.
    pub fn may_start(&self) -> bool {
        self.begun && self.sheet.is_none() && !self.passed() && self.left() > 0
    }

    /// Whether one reads what would have been right: nothing can be won by it any more.
    pub fn explains(&self) -> bool {
        self.sheet.is_none() && (self.passed() || self.left() == 0)
    }
}

/// An attempt that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which attempt it is, counted from 1.
    pub nth: i64,
    /// Until when it is to be handed in.
    pub until: Option<Timestamp>,
    /// Its questions, in its order.
    pub asked: Vec<Asked>,
}

/// A question of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub text: String,
    /// Whether several choices may be taken.
    pub several: bool,
    /// What can be chosen, and whether it was.
    pub choices: Vec<(String, bool)>,
}

/// An attempt that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Which attempt it was, counted from 1.
    pub nth: i64,
    /// When it was handed in, or its time was over.
    pub at: Timestamp,
    /// How many answers were right.
    pub right: i64,
    /// Of how many.
    pub of: i64,
    /// Whether that passes.
    pub passed: bool,
    /// Its questions as they were asked, for whom nothing can be won by it any more: whether it was answered right, and
    /// why it is so.
    pub explained: Vec<(Asked, bool, String)>,
}

/// What is done with answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandIn {
    /// They are kept, and can be changed.
    Save,
    /// They are handed in, if none is missing.
    Finish,
    /// They are handed in, whatever is missing.
    Anyway,
}

/// What became of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedIn {
    /// They are kept.
    Saved,
    /// They are kept; these questions have no answer, counted from 1 in the order of the attempt.
    Missing(Vec<usize>),
    /// They were marked.
    Marked,
}

/// Why the quiz was not taken.
#[derive(Debug, Error)]
pub enum QuizError {
    /// There is none, it has not begun, no attempt is left, or none is under way.
    #[error("not now")]
    NotNow,
    /// The time was over; what had been kept was marked.
    #[error("the time was over")]
    TimeOver,
    /// The database did not answer.
    #[error("the quiz: database")]
    Db(#[from] DbError),
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    nth: i64,
    seed: i64,
    started_at: i64,
    answers: String,
    ended_at: Option<i64>,
    right_count: i64,
    passed: bool,
    /// The version that it began with.
    body: String,
}

macro_rules! attempts {
    () => {
        "select a.id, a.nth, a.seed, a.started_at, a.answers, a.ended_at, a.right_count, a.passed, q.body \
         from quiz_attempt a join quiz q on q.id = a.quiz_id "
    };
}

const ATTEMPTS: &str = concat!(attempts!(), "where a.registration_id = $1 order by a.nth");
/// The timer of an attempt whose time is over.
const LATE: &str = "quiz_late";

/// Each answer: the places of the choices taken, in the quiz's own order.
type Answers = Vec<Vec<usize>>;

impl Row {
    fn quiz(&self) -> Result<Quiz, DbError> {
        parse_quiz(&self.body)
    }

    fn answers(&self) -> Answers {
        serde_json::from_str(&self.answers).unwrap_or_default()
    }

    fn until(&self, quiz: &Quiz) -> Option<Timestamp> {
        quiz.minutes.map(|minutes| Timestamp::from_micros(self.started_at).plus_seconds(i64::from(minutes) * 60))
    }

    /// Whether nothing more is taken of it.
    fn is_late(&self, quiz: &Quiz, now: Timestamp) -> bool {
        self.until(quiz).is_some_and(|until| until.plus_seconds(GRACE) < now)
    }

    fn asked(&self, quiz: &Quiz) -> Vec<(usize, Asked)> {
        let answers = self.answers();
        let ask = |(nth, places): (usize, Vec<usize>)| {
            let question = &quiz.questions[nth];
            let taken = answers.get(nth).map(Vec::as_slice).unwrap_or_default();
            let choice = |place: usize| (question.choices[place].text.clone(), taken.contains(&place));
            let choices = places.into_iter().map(choice).collect();
            (nth, Asked { text: question.text.clone(), several: question.several, choices })
        };
        quiz.order(self.seed as u64).into_iter().map(ask).collect()
    }

    fn finished(&self, quiz: &Quiz, explain: bool) -> Finished {
        let answers = self.answers();
        let explain_one = |(nth, asked): (usize, Asked)| {
            let question = &quiz.questions[nth];
            let taken = answers.get(nth).map(Vec::as_slice).unwrap_or_default();
            (asked, question.is_right(taken), question.why.clone())
        };
        let ended = self.ended_at.map(Timestamp::from_micros).or_else(|| self.until(quiz));
        // Late and never handed in: what was kept counts, as it will be written once somebody comes back.
        let right = if self.ended_at.is_some() { self.right_count } else { quiz.mark(&answers) as i64 };
        Finished {
            nth: self.nth,
            at: ended.unwrap_or(Timestamp::from_micros(self.started_at)),
            right,
            of: quiz.questions.len() as i64,
            passed: if self.ended_at.is_some() { self.passed } else { right >= quiz.needed() as i64 },
            explained: if explain { self.asked(quiz).into_iter().map(explain_one).collect() } else { Vec::new() },
        }
    }
}

/// The quiz of a participant's course; `None` while there is none, or for somebody without a seat.
pub(super) async fn own_quiz(
    platform: &Platform,
    participant: &Participant,
    learner: &Learner,
) -> Result<Option<OwnQuiz>, DbError> {
    let newest = Version::newest(&platform.db, learner.course_id).await?;
    let Some(quiz) = newest.map(|newest| newest.quiz()).transpose()?.filter(Quiz::is_open) else { return Ok(None) };
    if !learner.seat {
        return Ok(None);
    }
    let rows: Vec<Row> = platform.db.all(ATTEMPTS, args![participant.registration]).await?;
    let mut own = OwnQuiz {
        questions: quiz.questions.len(),
        needed: quiz.needed(),
        minutes: quiz.minutes,
        attempts: usize::from(quiz.attempts),
        begun: learner.may_try(),
        sheet: None,
        finished: Vec::new(),
    };
    let tried = rows.into_iter().map(|row| row.quiz().map(|quiz| (row, quiz)));
    let tried = tried.collect::<Result<Vec<(Row, Quiz)>, DbError>>()?;
    let is_over = |row: &Row, quiz: &Quiz| row.ended_at.is_some() || row.is_late(quiz, platform.now());
    if let Some((row, quiz)) = tried.iter().find(|(row, quiz)| !is_over(row, quiz)) {
        let asked = row.asked(quiz).into_iter().map(|(_, asked)| asked).collect();
        own.sheet = Some(Sheet { nth: row.nth, until: row.until(quiz), asked });
    }
    let over: Vec<&(Row, Quiz)> = tried.iter().filter(|(row, quiz)| is_over(row, quiz)).collect();
    own.finished = over.iter().map(|(row, quiz)| row.finished(quiz, false)).collect();
    if own.explains() {
        own.finished = over.iter().map(|(row, quiz)| row.finished(quiz, true)).collect();
    }
    Ok(Some(own))
}

/// Begins an attempt; one that is under way goes on.
///
/// # Errors
/// See [`QuizError`].
pub async fn start_quiz(platform: &Platform, participant: &Participant) -> Result<(), QuizError> {
    let learner = Learner::find(&platform.db, participant).await?.filter(Learner::may_try).ok_or(QuizError::NotNow)?;
    let own = own_quiz(platform, participant, &learner).await?.ok_or(QuizError::NotNow)?;
    if own.sheet.is_some() {
        return Ok(());
    }
    if !own.may_start() {
        return Err(QuizError::NotNow);
    }
    let newest = Version::newest(&platform.db, learner.course_id).await?.ok_or(QuizError::NotNow)?;
    let nth = own.finished.last().map_or(1, |last| last.nth + 1);
    let (id, now) = (platform.new_id(), platform.now());
    let mut tx = platform.db.begin().await?;
    // Two windows begin the same attempt once: its number is taken.
    let sql = "insert into quiz_attempt (id, quiz_id, registration_id, nth, seed, started_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (registration_id, nth) do nothing";
    let seed = i64::from_le_bytes(platform.random());
    let begun = tx.run(sql, args![id, newest.id, participant.registration, nth, seed, now]).await? == 1;
    if let Some(minutes) = own.minutes.filter(|_| begun) {
        let late = now.plus_seconds(i64::from(minutes) * 60 + GRACE + 1);
        set_timer(platform, &mut tx, LATE, id, late).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes the answers of the attempt that is under way: for each question in its order, the choices taken in theirs.
///
/// # Errors
/// See [`QuizError`].
pub async fn hand_in_quiz(
    platform: &Platform,
    participant: &Participant,
    nth: i64,
    given: &[Vec<usize>],
    how: HandIn,
) -> Result<HandedIn, QuizError> {
    Learner::find(&platform.db, participant).await?.filter(Learner::may_try).ok_or(QuizError::NotNow)?;
    let mut tx = platform.db.begin().await?;
    let rows: Vec<Row> = tx.all(ATTEMPTS, args![participant.registration]).await?;
    let row = rows.into_iter().find(|row| row.nth == nth).ok_or(QuizError::NotNow)?;
    let quiz = row.quiz()?;
    if row.is_late(&quiz, platform.now()) {
        return Err(QuizError::TimeOver);
    }
    if row.ended_at.is_some() {
        return Err(QuizError::NotNow);
    }
    let mut answers: Answers = vec![Vec::new(); quiz.questions.len()];
    let mut missing = Vec::new();
    for (shown, (place, choices)) in quiz.order(row.seed as u64).into_iter().enumerate() {
        let taken = given.get(shown).map(Vec::as_slice).unwrap_or_default();
        answers[place] = taken.iter().filter_map(|shown| choices.get(*shown).copied()).collect();
        if answers[place].is_empty() {
            missing.push(shown + 1);
        }
    }
    let finish = how == HandIn::Anyway || (how == HandIn::Finish && missing.is_empty());
    write(platform, &mut tx, row.id, &quiz, &answers, finish).await?;
    tx.commit().await?;
    Ok(match how {
        _ if finish => HandedIn::Marked,
        HandIn::Save => HandedIn::Saved,
        _ => HandedIn::Missing(missing),
    })
}

/// Writes answers, and the mark when they are handed in.
async fn write(
    platform: &Platform,
    tx: &mut Tx,
    attempt: Uuid,
    quiz: &Quiz,
    answers: &Answers,
    finish: bool,
) -> Result<(), DbError> {
    let body = serde_json::to_string(answers).map_err(|error| DbError::Unreadable(error.to_string()))?;
    let right = quiz.mark(answers);
    let (ended, passed) = (finish.then(|| platform.now()), finish && right >= quiz.needed());
    let sql = "update quiz_attempt set answers = $2, ended_at = $3, right_count = $4, passed = $5 \
         where id = $1 and ended_at is null";
    tx.run(sql, args![attempt, body, ended, if finish { right as i64 } else { 0 }, passed]).await?;
    Ok(())
}

/// Carries out the timer of an attempt: its time is over, and what had been kept is marked. Answers whether the kind is
/// known.
pub(crate) async fn end_attempt(platform: &Platform, tx: &mut Tx, kind: &str, attempt: Uuid) -> Result<bool, DbError> {
    let sql = concat!(attempts!(), "where a.id = $1 and a.ended_at is null");
    if let Some(row) = tx.one::<Row>(sql, args![attempt]).await? {
        let quiz = row.quiz()?;
        write(platform, tx, attempt, &quiz, &row.answers(), true).await?;
    }
    Ok(kind == LATE)
}
