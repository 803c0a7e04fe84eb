//! Signing in and up, and one's own page.

mod me;
mod sign_in;
mod sign_out;
mod sign_up;

use domain::account::{Login, LoginError};

pub use self::{me::AccountPage, sign_in::SignInPage, sign_up::SignUpPage};
use crate::text::{AccountText, Lang};

/// The cookie of a session. Its token is worth a password: HttpOnly, and only over HTTPS where there is HTTPS.
pub(crate) const SESSION: &str = "sesi";
/// How long the cookie is kept. Seconds.
const SESSION_KEPT: i64 = 30 * 86_400;

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
