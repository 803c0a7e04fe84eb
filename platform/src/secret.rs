//! Secrets that people carry: only their hashes are stored.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Platform;

/// A new secret: 256 random bits, as 64 hexadecimal digits.
pub fn new(platform: &Platform) -> String {
    hex(&platform.random::<32>())
}

/// What is stored of a secret. One round is enough: it cannot be guessed.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Another secret that follows from one: the same every time, and of no use for finding the first.
pub fn derive(secret: &str, purpose: &str) -> String {
    hex(&derive_bytes(secret, purpose))
}

/// As [`derive`], not written down yet.
pub fn derive_bytes(secret: &str, purpose: &str) -> [u8; 32] {
    Sha256::new().chain_update(purpose).chain_update([0]).chain_update(secret).finalize().into()
}

/// The PIN that goes with a secret: whoever knows it may act without an account.
pub fn pin_of(secret: &str) -> String {
    let derived = derive(secret, "pin");
    domain::number::pin(u32::from_str_radix(&derived[..8], 16).unwrap_or_default())
}

/// What is stored of a PIN: with what it opens, so that the same PIN of another does not look the same.
pub fn pin_hash(opens: Uuid, pin: &str) -> [u8; 32] {
    hash(&format!("{opens}{pin}"))
}

/// Whether two hashes are the same, in a time that tells nothing.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// 32 bytes from 64 hexadecimal digits; `None` for anything else.
pub fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digits = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut bytes = [0; 32];
    for (nth, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(nth * 2..nth * 2 + 2).filter(|_| digits)?, 16).ok()?;
    }
    Some(bytes)
}
