//! What the administrator does to accounts.

mod block;
mod grants;

use domain::account::{Actor, Capability, Forbidden};
use thiserror::Error;
use uuid::Uuid;

pub use self::block::{block_account, reset_second_step, unblock_account};
pub use self::grants::set_grants;
use crate::args;
use crate::db::{DbError, Tx};

/// Why an account is as it was.
#[derive(Debug, Error)]
pub enum ManageError {
    /// Only an administrator may.
    #[error("not allowed")]
    Forbidden(#[from] Forbidden),
    /// There is no such account.
    #[error("no such account")]
    NotFound,
    /// Nobody takes away their own administration, or blocks themselves: so one administrator is always left.
    #[error("own account")]
    Oneself,
    /// A reason is needed.
    #[error("no reason given")]
    NoReason,
    /// The database did not answer.
    #[error("manage accounts: database")]
    Db(#[from] DbError),
}

/// The acting administrator, and whether the account is their own. Until the transaction ends no other administrator
/// changes accounts, so two who take each other's office cannot both succeed.
async fn begin(tx: &mut Tx, actor: &Actor, account: Uuid) -> Result<(Uuid, bool), ManageError> {
    let admin = actor.require(Capability::ManageAccounts)?;
    let admins = "select a.id from account a where a.state = 'active' \
         and exists (select 1 from account_grant g where g.account_id = a.id and g.role = 'admin') order by a.id";
    if let Tx::Postgres(_) = tx {
        // Whoever waited here sees below what the other one did.
        let lock = "select a.id from account a where a.state = 'active' and exists \
             (select 1 from account_grant g where g.account_id = a.id and g.role = 'admin') order by a.id for update";
        tx.all::<(Uuid,)>(lock, args![]).await?;
    }
    let admins: Vec<(Uuid,)> = tx.all(admins, args![]).await?;
    if !admins.contains(&(admin,)) {
        return Err(Forbidden.into());
    }
    let known: Option<(Uuid,)> = tx.one("select id from account where id = $1", args![account]).await?;
    known.ok_or(ManageError::NotFound)?;
    Ok((admin, admin == account))
}
