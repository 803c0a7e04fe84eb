//! What an owner has under way at other agencies, and what is due next, across all their cases.

use domain::account::{Actor, Forbidden};
use domain::permit::key::Words;
use domain::permit::service::StageBy;
use domain::permit::state::State;
use domain::shop::badge::Kind;
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Select};
use crate::permit::services::{list_services, version_of_case};
use crate::{Platform, args};

/// What an owner has under way.
#[derive(Debug, Clone, Default)]
pub struct Companion {
    /// Permits that the office accompanies now, the latest first.
    pub underway: Vec<Underway>,
    /// Duties that are open, the most urgent first.
    pub duties: Vec<OwnDuty>,
    /// The services with which each number is got, by their slugs.
    pub services: Vec<(Kind, String)>,
}

/// A permit on its way.
#[derive(Debug, Clone)]
pub struct Underway {
    /// The number of its case.
    pub number: String,
    /// The name of the service, in Indonesian and English.
    pub service: Words,
    /// The kind of number that it leads to.
    pub kind: Option<Kind>,
    /// The stage where it is.
    pub stage: Words,
    /// Who has to act there.
    pub by: StageBy,
}

/// A duty of a permit.
#[derive(Debug, Clone)]
pub struct OwnDuty {
    /// The number of the permit's case.
    pub number: String,
    /// The name of the service.
    pub service: Words,
    /// What has to be done; `None` for the end of the permit itself.
    pub name: Option<Words>,
    /// Its last day.
    pub due: Day,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    number: String,
    service: String,
    version: i64,
    #[sqlx(try_from = "String")]
    state: State,
    stage: String,
}

/// What the account that asks has under way.
///
/// # Errors
/// For a guest, or when the database does not answer.
pub async fn find_companion(platform: &Platform, actor: &Actor) -> Result<Companion, CompanionError> {
    let account = actor.id().ok_or(Forbidden)?;
    let sql = "select id, number, service, version, state, stage from permit_case where account_id = $1 \
         and stage is not null order by created_at desc limit 50";
    let rows: Vec<Row> = platform.db.all(sql, args![account]).await?;
    let duties = open_duties(platform, &rows).await?;
    let mut found = Companion::default();
    for row in rows {
        let service = version_of_case(platform, &row.service, row.version).await?;
        let Some(permit) = service.accompanied() else { continue };
        let own = duties.iter().filter(|(case, ..)| *case == row.id);
        found.duties.extend(own.filter_map(|(_, duty, due)| {
            let name = permit.duties.iter().find(|known| known.key.as_str() == duty).map(|known| known.name.clone());
            let due = Day::parse(due)?;
            Some(OwnDuty { number: row.number.clone(), service: service.name.clone(), name, due })
        }));
        if let (State::Didampingi, Some(stage)) = (row.state, permit.stage(&row.stage)) {
            found.underway.push(Underway {
                number: row.number,
                service: service.name.clone(),
                kind: permit.number,
                stage: stage.name.clone(),
                by: stage.by,
            });
        }
    }
    found.duties.sort_by_key(|duty| duty.due);
    for service in list_services(platform).await?.iter() {
        if let Some(permit) = service.accompanied() {
            found.services.extend(permit.number.map(|kind| (kind, service.slug())));
        }
    }
    Ok(found)
}

/// The duties of these cases that are open: case, key, last day.
async fn open_duties(platform: &Platform, rows: &[Row]) -> Result<Vec<(Uuid, String, String)>, DbError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut select = Select::new("select case_id, duty, due_on from case_duty where done_at is null");
    select.among("and case_id in", rows.iter().map(|row| row.id)).push("order by due_on");
    select.all(&platform.db).await
}

/// Why there is none.
#[derive(Debug, thiserror::Error)]
pub enum CompanionError {
    /// A guest has no account to keep it for.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("permits under way: database")]
    Db(#[from] DbError),
}
