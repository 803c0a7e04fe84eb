//! Shutting an account out and letting it in again.

use domain::account::{AccountAction, Actor};
use uuid::Uuid;

use super::{ManageError, begin};
use crate::account::event::record;
use crate::account::second_step;
use crate::account::session::end_sessions;
use crate::{Platform, args};

/// Blocks an account: it is signed out everywhere and cannot sign in. Blocking it again changes nothing.
///
/// # Errors
/// See [`ManageError`].
pub async fn block_account(platform: &Platform, actor: &Actor, account: Uuid, reason: &str) -> Result<(), ManageError> {
    let mut tx = platform.db.begin().await?;
    let (admin, own) = begin(&mut tx, actor, account).await?;
    if own {
        return Err(ManageError::Oneself);
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ManageError::NoReason);
    }
    let sql = "update account set state = 'blocked' where id = $1 and state = 'active'";
    if tx.run(sql, args![account]).await? == 1 {
        end_sessions(&mut tx, account, None).await?;
        tx.run("delete from reset_code where account_id = $1", args![account]).await?;
        record(platform, &mut tx, account, Some(admin), AccountAction::Blocked, reason).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Lets a blocked account sign in again.
///
/// # Errors
/// See [`ManageError`].
pub async fn unblock_account(platform: &Platform, actor: &Actor, account: Uuid) -> Result<(), ManageError> {
    let mut tx = platform.db.begin().await?;
    let (admin, _) = begin(&mut tx, actor, account).await?;
    let sql = "update account set state = 'active' where id = $1 and state = 'blocked'";
    if tx.run(sql, args![account]).await? == 1 {
        record(platform, &mut tx, account, Some(admin), AccountAction::Unblocked, "").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes the second step away from somebody who lost both telephone and recovery codes, and signs them out everywhere.
///
/// # Errors
/// See [`ManageError`].
pub async fn reset_second_step(platform: &Platform, actor: &Actor, account: Uuid) -> Result<(), ManageError> {
    let mut tx = platform.db.begin().await?;
    let (admin, own) = begin(&mut tx, actor, account).await?;
    if own {
        return Err(ManageError::Oneself);
    }
    second_step::remove(platform, &mut tx, account, admin).await?;
    end_sessions(&mut tx, account, None).await?;
    tx.commit().await?;
    Ok(())
}
