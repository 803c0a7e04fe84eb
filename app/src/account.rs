//! Signing in and up, one's own account, and the administration of accounts.

mod code;
mod devices;
mod enter;
mod forgot;
mod manage;
mod me;
mod password;
mod recover;
mod second_step;
mod sign_in;
mod sign_out;
mod sign_up;

use domain::account::{Login, LoginError};

pub use self::code::CodePage;
pub use self::devices::DevicesPage;
pub use self::forgot::ForgotPage;
pub use self::manage::{UserPage, UsersPage};
pub use self::me::AccountPage;
pub use self::password::PasswordPage;
pub use self::recover::RecoverPage;
pub use self::second_step::SecondStepPage;
pub use self::sign_in::SignInPage;
pub use self::sign_up::SignUpPage;
use crate::text::{AccountText, Lang};

/// Reads what somebody signs in with, or says what is wrong with it.
fn read_login(text: &str, t: Lang) -> Result<Login, String> {
    if text.trim().is_empty() {
        return Err(t.login_missing().to_owned());
    }
    Login::parse(text).map_err(|error| match error {
        LoginError::Phone(error) => crate::shop::phone_error(error, t),
        LoginError::Email => t.login_email().to_owned(),
    })
}
