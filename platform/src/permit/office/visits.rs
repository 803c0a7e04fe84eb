//! Where somebody has to go and look, as a route: by day, then by kecamatan.

use domain::account::{Actor, Capability};
use domain::permit::key::Words;
use domain::time::Day;
use sqlx::FromRow;

use super::inbox::CasesError;
use crate::db::DbError;
use crate::permit::services::version_of_case;
use crate::{Platform, args};

/// A visit that is planned.
#[derive(Debug, Clone)]
pub struct PlannedVisit {
    /// The case's number.
    pub number: String,
    /// The name of its service.
    pub service: Words,
    /// The business or brand it is about; may be empty.
    pub subject: String,
    /// Who applied.
    pub name: String,
    /// Their number, to say that somebody is coming.
    pub phone: String,
    /// Code of the kecamatan, if the form asks for it.
    pub kecamatan: Option<String>,
    /// The day.
    pub on: Day,
}

#[derive(FromRow)]
struct Row {
    number: String,
    service: String,
    version: i64,
    subject: String,
    name: String,
    phone: String,
    kecamatan: Option<String>,
    visit_on: String,
}

/// The visits that are planned and not reported yet, the first 200; those of days that are over come first.
///
/// # Errors
/// See [`CasesError`].
pub async fn list_visits(platform: &Platform, actor: &Actor) -> Result<Vec<PlannedVisit>, CasesError> {
    actor.require(Capability::ReadCases)?;
    let sql = "select number, service, version, subject, name, phone, kecamatan, visit_on from permit_case \
         where state = 'kunjungan' and visit_on is not null order by visit_on, kecamatan, number limit 200";
    let rows: Vec<Row> = platform.db.all(sql, args![]).await?;
    let mut visits = Vec::with_capacity(rows.len());
    for row in rows {
        let unreadable = || DbError::Unreadable(format!("case {}", row.number));
        let service = version_of_case(platform, &row.service, row.version).await?;
        let on = Day::parse(&row.visit_on).ok_or_else(unreadable)?;
        visits.push(PlannedVisit {
            number: row.number,
            service: service.name.clone(),
            subject: row.subject,
            name: row.name,
            phone: row.phone,
            kecamatan: row.kecamatan,
            on,
        });
    }
    Ok(visits)
}
