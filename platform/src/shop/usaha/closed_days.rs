//! "Toko libur": days on which a shop takes no orders.

use domain::account::{Actor, Capability};
use domain::shop::profile::ClosedDays;

use super::OwnShopError;
use crate::{Platform, args};

/// Closes the actor's shop on these days; `None` opens it again.
///
/// # Errors
/// See [`OwnShopError`].
pub async fn set_closed_days(platform: &Platform, actor: &Actor, days: Option<ClosedDays>) -> Result<(), OwnShopError> {
    let owner = actor.require(Capability::RunShop)?;
    let (from, to) = (days.map(|days| days.from.to_string()), days.map(|days| days.to.to_string()));
    let sql = "update usaha set closed_from = $2, closed_to = $3 where owner_id = $1";
    match platform.db.run(sql, args![owner, from, to]).await? {
        0 => Err(OwnShopError::NoShop),
        _ => Ok(()),
    }
}
