//! How many people training reached, for everybody: counted, without anything about one of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::time::{Day, Timestamp};
use sqlx::FromRow;

use crate::db::DbError;
use crate::permit::Period;
use crate::{Platform, args};

/// The figures of the classes that ended within a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrainingFigures {
    /// Classes that took place.
    pub classes: u64,
    /// People who were at a session at least once, counted in each class.
    pub present: u64,
    /// Certificates that hold.
    pub certificates: u64,
    /// Classes and people by the slug of the category.
    pub categories: BTreeMap<String, (u64, u64)>,
    /// People by the code of their kecamatan.
    pub kecamatan: BTreeMap<String, u64>,
}

#[derive(FromRow)]
struct Row {
    kecamatan: String,
    category: String,
    present: i64,
}

/// The figures of a period; at most five minutes old.
///
/// # Errors
/// Only when the database does not answer.
pub async fn training_figures(platform: &Platform, period: &Period) -> Result<Arc<TrainingFigures>, DbError> {
    let now = platform.now();
    if let Some(known) = platform.memory.training_figures.get(period, now) {
        return Ok(known);
    }
    let counted = count(platform, period).await?;
    Ok(platform.memory.training_figures.put(period.clone(), counted, now))
}

async fn count(platform: &Platform, period: &Period) -> Result<TrainingFigures, DbError> {
    let (from, to) = period.months(platform.now().day());
    let first: Option<Timestamp> = Day::parse(&format!("{from}-01")).map(Day::start);
    let after: Option<Timestamp> = Day::parse(&format!("{to}-01")).map(|day| day.plus_months(1).start());
    let mut figures = TrainingFigures::default();
    let sql = "select k.category, count(*) from class c join course k on k.id = c.course_id \
         where c.state = 'selesai' and c.ends_at >= $1 and c.ends_at < $2 group by k.category";
    for (category, classes) in platform.db.all::<(String, i64)>(sql, args![first, after]).await? {
        figures.classes += classes.unsigned_abs();
        figures.categories.entry(category).or_default().0 = classes.unsigned_abs();
    }
    let sql = "select r.kecamatan, k.category, count(*) as present from registration r \
         join class c on c.id = r.class_id join course k on k.id = c.course_id \
         where c.state = 'selesai' and c.ends_at >= $1 and c.ends_at < $2 and r.state = 'terdaftar' \
         and exists (select 1 from attendance a where a.registration_id = r.id and a.present) \
         group by r.kecamatan, k.category";
    for Row { kecamatan, category, present } in platform.db.all(sql, args![first, after]).await? {
        let present = present.unsigned_abs();
        figures.present += present;
        figures.categories.entry(category).or_default().1 += present;
        *figures.kecamatan.entry(kecamatan).or_default() += present;
    }
    let sql = "select count(*) from certificate f join registration r on r.id = f.registration_id \
         join class c on c.id = r.class_id where f.ended_at is null and c.ends_at >= $1 and c.ends_at < $2";
    let certificates: Option<(i64,)> = platform.db.one(sql, args![first, after]).await?;
    figures.certificates = certificates.map_or(0, |(count,)| count.unsigned_abs());
    Ok(figures)
}
