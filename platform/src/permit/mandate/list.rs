//! Who helps, and whom somebody helps.

use domain::account::Actor;
use domain::permit::mandate::{Standing, part_of, standing};
use domain::permit::state::{By, State};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::DbError;
use crate::{Platform, args};

/// Mandates that are over stay in the list for so long. Days.
const SHOWN: i64 = 30;

/// Somebody who helps applicants.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Helper {
    /// Their account.
    pub id: Uuid,
    /// Their name.
    pub name: String,
    /// In which part: [`By::Pendamping`] or [`By::Loket`].
    #[sqlx(try_from = "String")]
    pub part: By,
}

const HELPERS: &str = "select a.id, a.name, case when exists (select 1 from account_grant g where g.account_id = a.id \
     and g.role = 'pendamping') then 'pendamping' else 'loket' end as part from account a where a.state = 'active' \
     and exists (select 1 from account_grant g where g.account_id = a.id and (g.role = 'pendamping' \
     or (g.role = 'petugas' and g.duty = 'loket')))";

/// Everybody who helps applicants, mentors first: names of people in public service.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_helpers(platform: &Platform) -> Result<Vec<Helper>, DbError> {
    let mut helpers: Vec<Helper> = platform.db.all(HELPERS, args![]).await?;
    helpers.sort_by(|a, b| (a.part == By::Loket, &a.name).cmp(&(b.part == By::Loket, &b.name)));
    Ok(helpers)
}

/// Who helps with this account.
pub(super) async fn find_helper(platform: &Platform, id: Uuid) -> Result<Option<Helper>, DbError> {
    Ok(list_helpers(platform).await?.into_iter().find(|helper| helper.id == id))
}

/// A case in which somebody helps or helped.
#[derive(Debug, Clone)]
pub struct Helped {
    /// Its number.
    pub number: String,
    /// The slug of its service.
    pub service: String,
    /// Whose it is.
    pub name: String,
    /// Where it is; only while the mandate holds.
    pub state: Option<State>,
    /// The last day of the mandate.
    pub until: Day,
    /// Where the mandate is.
    pub standing: Standing,
}

#[derive(FromRow)]
struct Row {
    number: String,
    service: String,
    name: String,
    #[sqlx(try_from = "String")]
    state: State,
    last_day: String,
    ended_at: Option<i64>,
}

/// The cases in which somebody helps, and those of the last weeks in which they did; nothing for who helps nobody.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_helped(platform: &Platform, actor: &Actor) -> Result<Vec<Helped>, DbError> {
    let (Some(account), Some(_)) = (actor.id(), part_of(actor)) else { return Ok(Vec::new()) };
    let now = platform.now();
    let sql = "select c.number, c.service, c.name, c.state, m.last_day, m.ended_at from mandate m \
         join permit_case c on c.id = m.case_id where m.helper_id = $1 and m.last_day >= $2 \
         and (m.ended_at is null or m.ended_at > $3) order by m.given_at desc limit 200";
    let args = args![account, now.day().plus(-SHOWN).to_string(), now.plus_days(-SHOWN)];
    let rows: Vec<Row> = platform.db.all(sql, args).await?;
    let helped = rows.into_iter().filter_map(|row| {
        let until = Day::parse(&row.last_day)?;
        let standing = standing(until, row.ended_at.is_some(), now.day());
        let state = (standing == Standing::Runs).then_some(row.state);
        Some(Helped { number: row.number, service: row.service, name: row.name, state, until, standing })
    });
    Ok(helped.collect())
}
