//! How a shop is paid.

use domain::account::{Actor, Capability};
use domain::shop::profile::PaymentTerms;

use super::OwnShopError;
use crate::{Platform, args};

/// Sets how the actor's shop is paid. Buyers who have ordered by transfer see the new account.
///
/// # Errors
/// See [`OwnShopError`].
pub async fn set_payment(platform: &Platform, actor: &Actor, terms: &PaymentTerms) -> Result<(), OwnShopError> {
    let owner = actor.require(Capability::RunShop)?;
    let bank = terms.bank.as_ref();
    let sql = "update usaha set cod = $2, transfer = $3, bank_name = $4, bank_account = $5, bank_holder = $6 \
         where owner_id = $1";
    let touched = platform
        .db
        .run(
            sql,
            args![
                owner,
                terms.cash,
                terms.transfer,
                bank.map(|bank| bank.name.as_str()),
                bank.map(|bank| bank.account.as_str()),
                bank.map(|bank| bank.holder.as_str())
            ],
        )
        .await?;
    if touched == 0 { Err(OwnShopError::NoShop) } else { Ok(()) }
}
