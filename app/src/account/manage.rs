//! `/dinas/pengguna`: the accounts, for the administrator.

mod block;
mod grants;
mod list;
mod one;

use domain::phone::Phone;
use platform::account::{AccountRow, ManageError};

pub use self::list::UsersPage;
pub use self::one::UserPage;
use crate::action::{go_to, refuse};
use crate::page::Missing;
use crate::text::{CartText, Lang, UsersText};

/// How an account is reached, as people write it.
fn contact(row: &AccountRow) -> String {
    let phone = row.phone.as_deref().map(|phone| Phone::parse(phone).map_or(phone.to_owned(), |phone| phone.local()));
    [phone, row.email.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Why a page of an account cannot be shown.
fn missing(error: ManageError) -> Missing {
    match error {
        ManageError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    }
}

/// The account's page again, with what was wrong at its field.
async fn answer(error: ManageError, typed: &[(&str, &str)], back: &str, t: Lang) {
    let (field, problem) = match error {
        ManageError::Forbidden(_) => return go_to(back),
        ManageError::NotFound => return go_to("/dinas/pengguna"),
        ManageError::Oneself => ("peran", t.oneself()),
        ManageError::NoReason => ("alasan", t.block_reason_missing()),
        ManageError::Db(error) => {
            leptos::logging::error!("manage accounts: {error:?}");
            ("peran", t.try_later())
        }
    };
    refuse("pengguna", typed, vec![(field, problem.to_owned())], back).await;
}
