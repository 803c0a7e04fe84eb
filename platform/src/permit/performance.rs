//! How the office keeps its promises, for everybody: counted from `case_outcome` and `survey_answer`, where nobody stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::permit::figures::Durations;
use domain::permit::outcome::Ending;
use domain::permit::survey::{ELEMENTS, Index};
use domain::time::{Day, Timestamp};
use sqlx::FromRow;

use crate::db::DbError;
use crate::{Platform, args};

/// Which time is looked at: whole months.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Period {
    /// The last twelve months, this one among them.
    LastYear,
    /// A year of the calendar.
    Year(i64),
}

impl Period {
    /// The first and the last month, as `2026-11`.
    pub fn months(&self, today: Day) -> (String, String) {
        match self {
            Period::LastYear => {
                let (year, month, _) = today.date();
                let (first_year, first_month) = if month == 12 { (year, 1) } else { (year - 1, month + 1) };
                (format!("{first_year:04}-{first_month:02}"), format!("{year:04}-{month:02}"))
            }
            Period::Year(year) => (format!("{year:04}-01"), format!("{year:04}-12")),
        }
    }
}

/// The figures of one service, or of all.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Cases that were handed in.
    pub submitted: u64,
    /// Cases that are running now, whenever they came.
    pub running: u64,
    /// Those of them that are over their time.
    pub overdue: u64,
    /// How many ended how.
    pub endings: BTreeMap<Ending, u64>,
    /// Decided cases, by the working days that the office used.
    pub durations: Durations,
    /// Decided in time.
    pub on_time: u64,
    /// How often the clock was paused in decided cases.
    pub pauses: u64,
    /// Decided cases that were paused at least once.
    pub paused: u64,
    /// For how many calendar days they were, altogether.
    pub paused_days: u64,
    /// Why cases were refused, by code.
    pub reasons: BTreeMap<String, u64>,
    /// Decided cases by month, and how many of them in time.
    pub months: BTreeMap<String, (u64, u64)>,
    /// The survey: how many answered, and the sum of each element.
    pub survey: (u64, [u64; ELEMENTS]),
}

impl Figures {
    /// Cases that the office decided.
    pub fn decided(&self) -> u64 {
        self.durations.count()
    }

    /// IKM; `None` where nobody answered.
    pub fn index(&self) -> Option<Index> {
        Index::of(self.survey.1, self.survey.0)
    }

    fn add(&mut self, other: &Figures) {
        self.submitted += other.submitted;
        self.running += other.running;
        self.overdue += other.overdue;
        for (ending, count) in &other.endings {
            *self.endings.entry(*ending).or_default() += count;
        }
        for (month, (decided, on_time)) in &other.months {
            let sum = self.months.entry(month.clone()).or_default();
            *sum = (sum.0 + decided, sum.1 + on_time);
        }
        self.on_time += other.on_time;
        self.survey.0 += other.survey.0;
        for (sum, element) in self.survey.1.iter_mut().zip(other.survey.1) {
            *sum += element;
        }
    }
}

/// The figures of a period.
#[derive(Debug, Clone)]
pub struct Performance {
    /// The first month, as `2026-11`.
    pub from: String,
    /// The last one.
    pub to: String,
    /// When they were counted.
    pub at: Timestamp,
    /// By the slug of the service, those without any left out.
    pub services: BTreeMap<String, Figures>,
    /// Of all services; what cannot be added up (durations, pauses, reasons) is left out.
    pub all: Figures,
}

#[derive(FromRow)]
struct Row {
    service: String,
    month: String,
    #[sqlx(try_from = "String")]
    ending: Ending,
    charged: i64,
    on_time: bool,
    paused: bool,
    number: i64,
    pauses: i64,
    paused_days: i64,
}

#[derive(FromRow)]
struct SurveyRow {
    service: String,
    number: i64,
    u1: i64,
    u2: i64,
    u3: i64,
    u4: i64,
    u5: i64,
    u6: i64,
    u7: i64,
    u8: i64,
    u9: i64,
}

/// The figures of a period; at most five minutes old.
///
/// # Errors
/// Only when the database does not answer, or holds what this version cannot read.
pub async fn performance(platform: &Platform, period: &Period) -> Result<Arc<Performance>, DbError> {
    let now = platform.now();
    if let Some(known) = platform.memory.performance.get(period, now) {
        return Ok(known);
    }
    let (from, to) = period.months(now.day());
    let mut services = BTreeMap::<String, Figures>::new();
    count_outcomes(platform, &from, &to, &mut services).await?;
    count_cases(platform, &from, &to, &mut services).await?;
    count_answers(platform, &from, &to, &mut services).await?;
    let mut all = Figures::default();
    services.values().for_each(|figures| all.add(figures));
    let counted = Performance { from, to, at: now, services, all };
    Ok(platform.memory.performance.put(period.clone(), counted, now))
}

/// The years in which something was decided, the last one first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn performance_years(platform: &Platform) -> Result<Vec<i64>, DbError> {
    let sql = "select min(month), max(month) from case_outcome";
    let found: Option<(Option<String>, Option<String>)> = platform.db.one(sql, args![]).await?;
    let year = |month: Option<String>| month.and_then(|month| month.get(..4)?.parse::<i64>().ok());
    let (first, last) = found.map_or((None, None), |(first, last)| (year(first), year(last)));
    Ok(first.zip(last).map(|(first, last)| (first..=last).rev().take(10).collect()).unwrap_or_default())
}

fn number(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}

async fn count_outcomes(
    platform: &Platform,
    from: &str,
    to: &str,
    services: &mut BTreeMap<String, Figures>,
) -> Result<(), DbError> {
    let sql = "select service, month, ending, charged, on_time, pauses > 0 as paused, count(*) as number, \
         cast(sum(pauses) as bigint) as pauses, cast(sum(paused_days) as bigint) as paused_days from case_outcome \
         where month between $1 and $2 group by service, month, ending, charged, on_time, pauses > 0";
    for row in platform.db.all::<Row>(sql, args![from, to]).await? {
        let (figures, count) = (services.entry(row.service).or_default(), number(row.number));
        *figures.endings.entry(row.ending).or_default() += count;
        if !row.ending.is_decision() {
            continue;
        }
        let on_time = if row.on_time { count } else { 0 };
        figures.durations.add(u16::try_from(row.charged).unwrap_or(u16::MAX), count);
        figures.on_time += on_time;
        figures.pauses += number(row.pauses);
        figures.paused_days += number(row.paused_days);
        figures.paused += if row.paused { count } else { 0 };
        let month = figures.months.entry(row.month).or_default();
        *month = (month.0 + count, month.1 + on_time);
    }
    let sql = "select service, coalesce(reason_code, ''), count(*) from case_outcome where month between $1 and $2 \
         and ending = 'ditolak' group by service, reason_code";
    for (service, code, count) in platform.db.all::<(String, String, i64)>(sql, args![from, to]).await? {
        services.entry(service).or_default().reasons.insert(code, number(count));
    }
    Ok(())
}

async fn count_cases(
    platform: &Platform,
    from: &str,
    to: &str,
    services: &mut BTreeMap<String, Figures>,
) -> Result<(), DbError> {
    let first = Day::parse(&format!("{from}-01")).map(Day::start);
    let after = Day::parse(&format!("{to}-01")).map(|day| day.plus_months(1).start());
    let sql = "select service, count(*) from permit_case where submitted_at >= $1 and submitted_at < $2 \
         group by service";
    for (service, count) in platform.db.all::<(String, i64)>(sql, args![first, after]).await? {
        services.entry(service).or_default().submitted = number(count);
    }
    let sql = "select service, count(*), count(case when due_at < $1 then 1 end) from permit_case \
         where due_at is not null group by service";
    for (service, running, overdue) in platform.db.all::<(String, i64, i64)>(sql, args![platform.now()]).await? {
        let figures = services.entry(service).or_default();
        (figures.running, figures.overdue) = (number(running), number(overdue));
    }
    Ok(())
}

async fn count_answers(
    platform: &Platform,
    from: &str,
    to: &str,
    services: &mut BTreeMap<String, Figures>,
) -> Result<(), DbError> {
    let sql = "select service, count(*) as number, cast(sum(u1) as bigint) as u1, cast(sum(u2) as bigint) as u2, \
         cast(sum(u3) as bigint) as u3, cast(sum(u4) as bigint) as u4, cast(sum(u5) as bigint) as u5, \
         cast(sum(u6) as bigint) as u6, cast(sum(u7) as bigint) as u7, cast(sum(u8) as bigint) as u8, \
         cast(sum(u9) as bigint) as u9 from survey_answer where month between $1 and $2 group by service";
    for row in platform.db.all::<SurveyRow>(sql, args![from, to]).await? {
        let sums = [row.u1, row.u2, row.u3, row.u4, row.u5, row.u6, row.u7, row.u8, row.u9].map(number);
        services.entry(row.service).or_default().survey = (number(row.number), sums);
    }
    Ok(())
}
