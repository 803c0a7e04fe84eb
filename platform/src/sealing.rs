//! Sealing what is personal before it is stored: whoever reads the database, or a copy of it, reads nothing.
//!
//! XChaCha20-Poly1305 with a random nonce. What a text belongs to is sealed with it: moved to another row it does not
//! open.

use chacha20poly1305::aead::{Aead, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::Platform;
use crate::secret::from_hex;

/// The first byte of what is sealed: another way of sealing gets another number.
const FIRST_WAY: u8 = 1;
/// Bytes of the nonce.
const NONCE: usize = 24;

/// The key of this deployment: outside the database, the same for all its servers.
#[derive(Clone)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A key of 32 random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads 64 hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        from_hex(text.trim()).map(Self)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(&self.0))
    }
}

/// Never the key.
impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(..)")
    }
}

/// It does not open: another key, another row, or somebody changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("what is sealed does not open; is DATA_KEY the one it was sealed with?")]
pub struct Unsealable;

/// Seals a text that belongs to something.
pub(crate) fn seal(platform: &Platform, belongs_to: &[u8], text: &[u8]) -> Vec<u8> {
    let nonce = platform.random::<NONCE>();
    let payload = Payload { msg: text, aad: belongs_to };
    let sealed = platform.data_key.cipher().encrypt(XNonce::from_slice(&nonce), payload);
    let sealed = sealed.expect("a text in memory is shorter than the cipher allows");
    [&[FIRST_WAY], &nonce[..], &sealed].concat()
}

/// Opens what was sealed for the same thing.
pub(crate) fn unseal(platform: &Platform, belongs_to: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unsealable> {
    let (way, rest) = sealed.split_first().ok_or(Unsealable)?;
    let (nonce, text) = rest.split_at_checked(NONCE).ok_or(Unsealable)?;
    if *way != FIRST_WAY {
        return Err(Unsealable);
    }
    let payload = Payload { msg: text, aad: belongs_to };
    platform.data_key.cipher().decrypt(XNonce::from_slice(nonce), payload).map_err(|_| Unsealable)
}

/// A mark that only this deployment can make: for links that end.
pub(crate) fn mark(platform: &Platform, text: &str) -> [u8; 32] {
    let key = Sha256::new().chain_update("link").chain_update([0]).chain_update(platform.data_key.0).finalize();
    let mac = <Hmac<Sha256> as Mac>::new_from_slice(&key).expect("a key of any length does");
    mac.chain_update(text).finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::DataKey;

    #[test]
    fn a_key_is_64_digits_and_shows_itself_to_nobody() {
        let key = DataKey::parse(&"0f".repeat(32)).unwrap();
        assert_eq!(key.0, [15; 32]);
        assert_eq!(format!("{key:?}"), "DataKey(..)");
        for wrong in ["", "0f", &"0g".repeat(32), &"+f".repeat(32), &"é".repeat(32)] {
            assert!(DataKey::parse(wrong).is_none(), "{wrong}");
        }
    }
}
