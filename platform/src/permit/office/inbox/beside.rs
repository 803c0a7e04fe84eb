//! What stands before and after a case in a list, to go through it without going back.

use domain::account::{Actor, Capability};
use domain::number::{Kind, PublicNumber};
use sqlx::FromRow;
use uuid::Uuid;

use super::filter::{Asked, Way, narrow, order};
use super::{CaseFilter, CasesError, Desk, asked};
use crate::Platform;
use crate::db::{DbError, Select};
use crate::shop::catalogue::Cursor;

/// The numbers of the cases beside one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// The one before it; `None` for the first.
    pub before: Option<String>,
    /// The one after it. Of a case that has left the list, the first that is in it; `None` for the last.
    pub after: Option<String>,
}

#[derive(FromRow)]
struct Place {
    id: Uuid,
    due_at: Option<i64>,
    updated_at: i64,
}

/// Finds what stands beside a case in a list.
///
/// # Errors
/// See [`CasesError`].
pub async fn find_beside(
    platform: &Platform,
    actor: &Actor,
    filter: &CaseFilter,
    number: &str,
) -> Result<Beside, CasesError> {
    let account = actor.require(Capability::ReadCases)?;
    let Ok(number) = PublicNumber::parse(Kind::Permit, number) else { return Ok(Beside::default()) };
    let asked = asked(platform, account, &filter.words).await?;
    let mut select = Select::new("select c.id, c.due_at, c.updated_at from permit_case c where");
    narrow(&mut select, filter, &asked);
    select.bind("and c.number = ?", number.as_str());
    let Some(here) = select.one::<Place>(&platform.db).await? else {
        let after = step(platform, filter, &asked, Way::On, None).await?;
        return Ok(Beside { before: None, after: after.filter(|first| first != number.as_str()) });
    };
    let key = if filter.desk == Desk::Running { here.due_at.unwrap_or_default() } else { here.updated_at };
    let here = Some(Cursor { key, id: here.id });
    Ok(Beside {
        before: step(platform, filter, &asked, Way::Back, here).await?,
        after: step(platform, filter, &asked, Way::On, here).await?,
    })
}

async fn step(
    platform: &Platform,
    filter: &CaseFilter,
    asked: &Asked,
    way: Way,
    from: Option<Cursor>,
) -> Result<Option<String>, DbError> {
    let mut select = Select::new("select c.number from permit_case c where");
    narrow(&mut select, filter, asked);
    order(&mut select, filter.desk, way, from);
    select.push("limit 1");
    Ok(select.one::<(String,)>(&platform.db).await?.map(|(number,)| number))
}
