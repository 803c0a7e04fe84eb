//! Accounts, sessions and roles.

pub mod password;
