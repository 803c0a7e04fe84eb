//! Accounts: opening one, signing in, what it may do, and who changed that.

mod appoint;
mod change_password;
mod contact;
mod directory;
mod event;
mod finish_sign_in;
mod manage;
pub mod password;
mod recover;
mod second_step;
mod session;
mod sign_in;
mod sign_up;
pub mod totp;

pub use appoint::{Appointed, appoint_admin};
pub use change_password::{ChangePasswordError, change_password};
pub use contact::find_own_contact;
pub use directory::{AccountPage, AccountRow, AccountSearch, find_account, list_accounts};
pub use event::AccountEvent;
pub use finish_sign_in::{FinishSignInError, finish_sign_in};
pub use manage::{ManageError, block_account, reset_second_step, set_grants, unblock_account};
pub use recover::{RecoverError, recover_account, request_recovery};
pub use second_step::{Offer, SecondStep, SecondStepError, show_second_step, start_second_step, stop_second_step};
pub use session::{
    SessionShown, Signed, find_session, forget_old, list_sessions, revoke_other_sessions, revoke_session, sign_out,
};
pub use sign_in::{Origin, SignInError, SignedIn, sign_in};
pub use sign_up::{NewAccount, SignUpError, sign_up};
