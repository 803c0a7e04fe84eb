//! The history of an account.

use domain::account::AccountAction;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Something that happened to an account.
#[derive(Debug, Clone, FromRow)]
pub struct AccountEvent {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// Who did it; `None` for the operator's command line.
    pub by_name: Option<String>,
    /// What.
    #[sqlx(try_from = "String")]
    pub action: AccountAction,
    /// A role, a `role:duty`, or a reason.
    pub note: String,
}

/// Writes it down, in the transaction that does it.
pub(super) async fn record(
    platform: &Platform,
    tx: &mut Tx,
    account: Uuid,
    by: Option<Uuid>,
    action: AccountAction,
    note: &str,
) -> Result<(), DbError> {
    let sql =
        "insert into account_event (id, account_id, by_account, at, action, note) values ($1, $2, $3, $4, $5, $6)";
    let args = args![platform.new_id(), account, by, platform.now(), action.as_str(), note];
    tx.run(sql, args).await.map(drop)
}

/// What happened to an account, latest first.
pub(super) async fn list_events(platform: &Platform, account: Uuid) -> Result<Vec<AccountEvent>, DbError> {
    let sql = "select e.at, b.name as by_name, e.action, e.note from account_event e \
         left join account b on b.id = e.by_account where e.account_id = $1 order by e.at desc, e.id desc limit 100";
    platform.db.all(sql, args![account]).await
}
