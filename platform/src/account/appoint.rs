//! The first administrator: appointed on the server's own command line, where no account is needed.

use domain::account::{AccountAction, Login, Role};
use uuid::Uuid;

use super::event::record;
use super::password::hash_aside;
use super::totp::base32;
use crate::db::DbError;
use crate::{Platform, args};

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Appointed {
    /// There was no such account: it was opened with this password, which is told once.
    Opened {
        /// 100 random bits; its owner changes it.
        password: String,
    },
    /// The account that there was is an administrator now, and active; its password is as before.
    Promoted,
    /// It was one already.
    Already,
}

/// Makes the account with this login an administrator, opening it where there is none.
///
/// # Errors
/// Only when the database does not answer.
pub async fn appoint_admin(platform: &Platform, login: &Login, name: &str) -> Result<Appointed, DbError> {
    let password = base32(&platform.random::<13>()).to_lowercase();
    let hash = hash_aside(platform, password.clone()).await;
    let now = platform.now();
    let mut tx = platform.db.begin().await?;
    let sql = "select id from account where phone = $1 or email = $1";
    let found: Option<(Uuid,)> = tx.one(sql, args![login.as_str()]).await?;
    let (account, opened) = match found {
        Some((account,)) => (account, false),
        None => {
            let account = platform.new_id();
            let (phone, email) = login.columns();
            tx.run(
                "insert into account (id, name, phone, email, password_hash, state, created_at) \
                 values ($1, $2, $3, $4, $5, 'active', $6)",
                args![account, name, phone, email, hash, now],
            )
            .await?;
            record(platform, &mut tx, account, None, AccountAction::Created, "").await?;
            (account, true)
        }
    };
    let unblocked = tx.run("update account set state = 'active' where id = $1 and state = 'blocked'", args![account]);
    if unblocked.await? == 1 {
        record(platform, &mut tx, account, None, AccountAction::Unblocked, "").await?;
    }
    let sql = "insert into account_grant (account_id, role, granted_at) values ($1, $2, $3) on conflict do nothing";
    let given = tx.run(sql, args![account, Role::Admin.as_str(), now]).await? == 1;
    if given {
        record(platform, &mut tx, account, None, AccountAction::Granted, Role::Admin.as_str()).await?;
    }
    tx.commit().await?;
    Ok(match (opened, given) {
        (true, _) => Appointed::Opened { password },
        (false, true) => Appointed::Promoted,
        (false, false) => Appointed::Already,
    })
}
