//! Accounts, sessions and roles.

pub mod password;
mod session;
mod sign_in;
mod sign_up;

pub use session::{SessionShown, Signed, find_session, list_sessions, revoke_session, sign_out};
pub use sign_in::{SignInError, sign_in};
pub use sign_up::{NewAccount, SignUpError, sign_up};
