//! Passwords: argon2id with a salt of their own.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;

use crate::Platform;

/// The fewest characters of a password.
pub const SHORTEST: usize = 8;
/// The most: longer ones only cost time.
pub const LONGEST: usize = 200;

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WeakPassword {
    /// Fewer than [`SHORTEST`] characters.
    #[error("too short")]
    TooShort,
    /// More than [`LONGEST`] characters.
    #[error("too long")]
    TooLong,
    /// Among the first that anybody would try.
    #[error("easy to guess")]
    Guessable,
}

/// Whether a password may be chosen; `about` are words that others know of this person.
///
/// # Errors
/// Says why not.
pub fn check(password: &str, about: &[&str]) -> Result<(), WeakPassword> {
    match password.chars().count() {
        ..SHORTEST => Err(WeakPassword::TooShort),
        length if length > LONGEST => Err(WeakPassword::TooLong),
        _ if zxcvbn::zxcvbn(password, about).score() < zxcvbn::Score::Two => Err(WeakPassword::Guessable),
        _ => Ok(()),
    }
}

/// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password. Takes tens of milliseconds of a processor: see [`hash_aside`].
pub fn hash(platform: &Platform, password: &str) -> String {
    let salt = SaltString::encode_b64(&platform.random::<16>()).expect("16 bytes make a salt");
    argon2().hash_password(password.as_bytes(), &salt).expect("any password can be hashed").to_string()
}

/// Hashes a password on a thread that may be busy.
pub async fn hash_aside(platform: &Platform, password: String) -> String {
    let platform = platform.clone();
    tokio::task::spawn_blocking(move || hash(&platform, &password)).await.expect("hashing does not panic")
}

/// Whether the password is the one that was hashed, on a thread that may be busy. Without a hash (there is no such
/// account) it takes as long and is wrong.
pub async fn verify_aside(password: String, hash: Option<String>) -> bool {
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
    let right = tokio::task::spawn_blocking(move || verify(&password, &hash)).await.unwrap_or(false);
    right && known
}

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
}

/// A hash of nothing in particular, with the same cost as a real one.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$X3kY7LSMW3SYr1Zr4UMpJg4N6nTqb4Lw0m3CJmQ0s1Q";

#[cfg(test)]
mod tests {
    use super::{NOBODYS, WeakPassword, check};

    #[test]
    fn easy_passwords_are_refused() {
        assert_eq!(check("rahasia", &[]), Err(WeakPassword::TooShort));
        assert_eq!(check("password", &[]), Err(WeakPassword::Guessable));
        assert_eq!(check("12345678", &[]), Err(WeakPassword::Guessable));
        assert_eq!(check(&"a1".repeat(150), &[]), Err(WeakPassword::TooLong));
        assert_eq!(check("kopi tanpa gula pagi", &[]), Ok(()));
    }

    #[test]
    fn an_unknown_account_costs_as_much_as_a_known_one() {
        assert!(argon2::password_hash::PasswordHash::new(NOBODYS).is_ok());
    }
}
