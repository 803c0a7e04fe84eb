//! `/dinas/pengguna`: the accounts, for the administrator.

mod block;
mod grants;
mod list;
mod one;

use domain::phone::Phone;
use platform::account::{AccountRow, ManageError};
use uuid::Uuid;

pub use self::list::UsersPage;
pub use self::one::UserPage;
use crate::action::{Word, done, go_to, refuse};
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

/// The account that a form is about; a form that names none leads to the list.
fn account_of(id: &str) -> Option<Uuid> {
    let account = Uuid::try_parse(id).ok();
    if account.is_none() {
        go_to("/dinas/pengguna");
    }
    account
}

/// The account's page again, with the word that it is done, or with what was wrong at its field.
async fn answer(account: Uuid, result: Result<(), ManageError>, typed: &[(&str, &str)], t: Lang) {
    let back = format!("/dinas/pengguna/{account}");
    let Err(error) = result else { return done(Word::Saved, &back) };
    let (field, problem) = match error {
        ManageError::Forbidden(_) => return go_to(&back),
        ManageError::NotFound => return go_to("/dinas/pengguna"),
        ManageError::Oneself => ("peran", t.oneself()),
        ManageError::NoReason => ("alasan", t.block_reason_missing()),
        ManageError::Db(error) => {
            leptos::logging::error!("manage accounts: {error:?}");
            ("peran", t.try_later())
        }
    };
    refuse("pengguna", typed, vec![(field, problem.to_owned())], &back).await;
}
