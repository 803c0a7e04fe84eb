//! What came of a class, for its organisers: how the quiz went, and what participants think.

use domain::account::{Actor, Capability};
use domain::training::feedback::{LEAST, Marks, Means, means};
use sqlx::FromRow;

use crate::training::OrganiseError;
use crate::training::class::{ClassShown, load_class};
use crate::{Platform, args};

/// What came of a class.
#[derive(Debug, Clone)]
pub struct ClassResults {
    /// The class.
    pub class: ClassShown,
    /// Everybody with a seat, and how their quiz went.
    pub quiz: Vec<QuizTaken>,
    /// How many said what they think.
    pub answers: usize,
    /// The means of their marks; `None` while there are too few.
    pub means: Option<Means>,
    /// What else they said, in no order; empty while there are too few.
    pub words: Vec<String>,
}

/// How somebody's quiz went.
#[derive(Debug, Clone, FromRow)]
pub struct QuizTaken {
    /// The number of their registration.
    pub number: String,
    /// Their name.
    pub name: String,
    /// How often they tried.
    pub attempts: i64,
    /// The most right answers in an attempt; `None` before the first was handed in.
    pub best: Option<i64>,
    /// Whether one passed.
    pub passed: bool,
}

/// What came of the class at an address.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn find_results(platform: &Platform, actor: &Actor, slug: &str) -> Result<ClassResults, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    let class = load_class(platform, slug).await?.ok_or(OrganiseError::NotFound)?;
    let sql = "select r.number, r.name, count(a.id) as attempts, \
         max(case when a.ended_at is not null then a.right_count end) as best, \
         coalesce(max(case when a.passed then 1 else 0 end), 0) > 0 as passed \
         from registration r left join quiz_attempt a on a.registration_id = r.id \
         where r.class_id = $1 and r.state = 'terdaftar' group by r.id, r.number, r.name, r.entry \
         order by lower(r.name), r.entry";
    let quiz = platform.db.all(sql, args![class.id]).await?;
    // By a random id: in the order of coming it could be found whose is which.
    let sql = "select content, trainer, usefulness, words from class_feedback where class_id = $1 order by id";
    let said: Vec<(i64, i64, i64, String)> = platform.db.all(sql, args![class.id]).await?;
    let mark = |mark: i64| u8::try_from(mark).unwrap_or_default();
    let marks: Vec<Marks> =
        said.iter().filter_map(|(one, two, three, _)| Marks::new(mark(*one), mark(*two), mark(*three))).collect();
    let told = said.len() >= LEAST;
    Ok(ClassResults {
        quiz,
        answers: said.len(),
        means: means(&marks),
        words: said.into_iter().map(|(.., words)| words).filter(|words| told && !words.is_empty()).collect(),
        class,
    })
}
