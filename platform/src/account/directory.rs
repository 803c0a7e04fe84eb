//! The accounts, for the administrator.

use domain::account::{Actor, Capability, Duty, Role};
use sqlx::FromRow;
use uuid::Uuid;

use super::event::{AccountEvent, list_events};
use super::{ManageError, SecondStep, list_sessions, show_second_step};
use crate::Platform;
use crate::db::{Select, like};

/// Accounts on one page.
const PAGE: usize = 50;

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountSearch {
    /// Part of a name, number or address.
    pub text: String,
    /// Only who has this role.
    pub role: Option<Role>,
    /// Goes on after this account.
    pub after: Option<Uuid>,
}

/// An account in the list.
#[derive(Debug, Clone, FromRow)]
pub struct AccountRow {
    /// The account.
    pub id: Uuid,
    /// The person's name.
    pub name: String,
    /// The number, as `+628...`.
    pub phone: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// Whether nobody can sign in with it.
    pub blocked: bool,
    /// When it was opened, micro-seconds UTC.
    pub created_at: i64,
    /// `role:duty` of each grant, separated by commas.
    grants: String,
}

impl AccountRow {
    /// Its roles, in their order.
    pub fn roles(&self) -> Vec<Role> {
        let held = |role: &&Role| self.pairs().any(|(word, _)| word == role.as_str());
        Role::ALL.iter().filter(held).copied().collect()
    }

    /// Its duties, in their order.
    pub fn duties(&self) -> Vec<Duty> {
        let held = |duty: &&Duty| self.pairs().any(|(_, word)| word == duty.as_str());
        Duty::ALL.iter().filter(held).copied().collect()
    }

    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.grants.split(',').filter_map(|pair| pair.split_once(':'))
    }
}

/// One account with all that the administrator decides on.
#[derive(Debug, Clone)]
pub struct AccountPage {
    /// The account.
    pub row: AccountRow,
    /// Whether it asks for a code.
    pub second_step: SecondStep,
    /// Browsers in which it is signed in.
    pub sessions: usize,
    /// What happened, latest first.
    pub events: Vec<AccountEvent>,
}

const ROWS: &str = "select a.id, a.name, a.phone, a.email, a.state = 'blocked' as blocked, a.created_at, \
     coalesce((select string_agg(g.role || ':' || g.duty, ',') from account_grant g where g.account_id = a.id), '') \
     as grants from account a where true";

/// One page of accounts, youngest first, and whether there are more.
///
/// # Errors
/// [`ManageError::Forbidden`] for everybody but an administrator.
pub async fn list_accounts(
    platform: &Platform,
    actor: &Actor,
    search: &AccountSearch,
) -> Result<(Vec<AccountRow>, bool), ManageError> {
    actor.require(Capability::ManageAccounts)?;
    let mut select = Select::new(ROWS);
    let text = search.text.trim().to_lowercase();
    if !text.is_empty() {
        select.bind("and (lower(a.name) like ? escape '!'", like(&text));
        select.bind("or a.email like ? escape '!'", like(&text));
        // A number is typed with spaces and with 08 for +628. What has no digits must find no number.
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix('0').unwrap_or(&digits);
        select.bind("or a.phone like ?)", if digits.is_empty() { String::new() } else { format!("%{digits}%") });
    }
    if let Some(role) = search.role {
        select
            .bind("and exists (select 1 from account_grant g where g.account_id = a.id and g.role = ?)", role.as_str());
    }
    if let Some(after) = search.after {
        select.bind("and a.id < ?", after);
    }
    select.bind("order by a.id desc limit ?", PAGE as i64 + 1);
    let mut rows: Vec<AccountRow> = select.all(&platform.db).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((rows, more))
}

/// One account with its history; `None` when there is none such.
///
/// # Errors
/// [`ManageError::Forbidden`] for everybody but an administrator.
pub async fn find_account(
    platform: &Platform,
    actor: &Actor,
    account: Uuid,
) -> Result<Option<AccountPage>, ManageError> {
    actor.require(Capability::ManageAccounts)?;
    let mut select = Select::new(ROWS);
    select.bind("and a.id = ?", account);
    let Some(row) = select.one(&platform.db).await? else { return Ok(None) };
    Ok(Some(AccountPage {
        row,
        second_step: show_second_step(platform, account).await?,
        sessions: list_sessions(platform, account).await?.len(),
        events: list_events(platform, account).await?,
    }))
}
