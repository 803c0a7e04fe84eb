//! Giving and taking roles and duties.

use domain::account::{AccountAction, Actor, Duty, Role};
use uuid::Uuid;

use super::{ManageError, begin};
use crate::account::event::record;
use crate::{Platform, args};

/// Gives an account exactly these roles, and an officer these duties. That of a buyer is everybody's and stays. Every
/// change is written down; the same roles again change nothing.
///
/// # Errors
/// See [`ManageError`].
pub async fn set_grants(
    platform: &Platform,
    actor: &Actor,
    account: Uuid,
    roles: &[Role],
    duties: &[Duty],
) -> Result<(), ManageError> {
    let mut tx = platform.db.begin().await?;
    let (admin, own) = begin(&mut tx, actor, account).await?;
    if own && !roles.contains(&Role::Admin) {
        return Err(ManageError::Oneself);
    }
    let wanted = wanted(roles, duties);
    let sql = "select role, duty from account_grant where account_id = $1 and role <> 'pembeli'";
    let held: Vec<(String, String)> = tx.all(sql, args![account]).await?;
    for (role, duty) in held.iter().filter(|held| !wanted.contains(held)) {
        let sql = "delete from account_grant where account_id = $1 and role = $2 and duty = $3";
        tx.run(sql, args![account, role, duty]).await?;
        record(platform, &mut tx, account, Some(admin), AccountAction::Revoked, &note(role, duty)).await?;
    }
    for (role, duty) in wanted.iter().filter(|wanted| !held.contains(wanted)) {
        let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, $2, $3, $4)";
        tx.run(sql, args![account, role, duty, platform.now()]).await?;
        record(platform, &mut tx, account, Some(admin), AccountAction::Granted, &note(role, duty)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The rows that an account with these roles and duties has.
fn wanted(roles: &[Role], duties: &[Duty]) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for role in Role::ALL.iter().filter(|role| roles.contains(role)) {
        match role {
            Role::Pembeli => {}
            Role::Petugas if !duties.is_empty() => {
                let duties = Duty::ALL.iter().filter(|duty| duties.contains(duty));
                rows.extend(duties.map(|duty| (role.to_string(), duty.to_string())));
            }
            _ => rows.push((role.to_string(), String::new())),
        }
    }
    rows
}

/// `petugas:toko`, or the role alone.
fn note(role: &str, duty: &str) -> String {
    if duty.is_empty() { role.to_owned() } else { format!("{role}:{duty}") }
}
