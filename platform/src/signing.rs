//! The office's signature under its papers: Ed25519, so that anybody who has the public key can check a paper, also
//! without a network. It proves that this site issued the text; it is no signature of a person.

mod link;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde_json::json;
use sha2::{Digest, Sha256};

pub use link::{LinkError, SealLink};

use crate::ports::Entropy;
use crate::secret::{from_hex, hex};

/// The key that signs, and public keys of former ones: their papers stay genuine.
///
/// Taking a former key away makes all its papers unverifiable: only when it was stolen.
pub struct SigningKeys {
    current: SigningKey,
    former: Vec<VerifyingKey>,
}

/// The text holds no keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There is no key at all.
    #[error("no signing key")]
    Missing,
    /// A key is not 32 bytes in hexadecimal or base64url digits, or no public key; the first has number 1.
    #[error("signing key {0} is not readable")]
    Unreadable(usize),
}

/// A signature does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// Nobody here signs with this key, and nobody did.
    #[error("unknown key")]
    UnknownKey,
    /// The text was changed, or the signature is of another one.
    #[error("wrong signature")]
    WrongSignature,
}

impl SigningKeys {
    /// A new secret, to be written where [`SigningKeys::read`] finds it: 64 hexadecimal digits.
    pub fn new_secret(entropy: &dyn Entropy) -> String {
        let mut seed = [0; 32];
        entropy.fill(&mut seed);
        hex(&seed)
    }

    /// Reads the content of a file or of a secret of the environment: first the secret (the seed of RFC 8032), then
    /// any number of former public keys, each 32 bytes in hexadecimal or base64url digits, separated by spaces, commas
    /// or line ends. What follows a `#` on a line is a remark.
    ///
    /// To change the key, write a new secret in front and put the old *public* key ([`SigningKeys::public_keys`])
    /// behind it.
    ///
    /// # Errors
    /// When there is no secret or a key cannot be read. The error holds nothing of it.
    pub fn read(text: &str) -> Result<Self, KeyError> {
        let words = text.lines().filter_map(|line| line.split('#').next());
        let keys: Vec<[u8; 32]> = words
            .flat_map(|line| line.split([' ', '\t', ',', '\r']))
            .filter(|word| !word.is_empty())
            .enumerate()
            .map(|(index, word)| bytes(word).ok_or(KeyError::Unreadable(index + 1)))
            .collect::<Result<_, _>>()?;
        let (seed, former) = keys.split_first().ok_or(KeyError::Missing)?;
        let former = former.iter().enumerate().map(|(index, key)| match VerifyingKey::from_bytes(key) {
            // With a weak key one signature fits many texts.
            Ok(key) if !key.is_weak() => Ok(key),
            _ => Err(KeyError::Unreadable(index + 2)),
        });
        Ok(Self { current: SigningKey::from_bytes(seed), former: former.collect::<Result<_, _>>()? })
    }

    /// The name of the key that signs: the first 8 bytes of the SHA-256 of the public key, as 16 hexadecimal digits.
    pub fn key_id(&self) -> String {
        key_id(&self.current.verifying_key())
    }

    /// Signs.
    pub fn sign(&self, payload: &[u8]) -> [u8; 64] {
        self.current.sign(payload).to_bytes()
    }

    /// Whether the key with this name signed exactly this.
    ///
    /// # Errors
    /// When the key is unknown or the signature does not fit.
    pub fn verify(&self, payload: &[u8], id: &str, signature: &[u8; 64]) -> Result<(), VerifyError> {
        let key = self.all().find(|key| key_id(key) == id).ok_or(VerifyError::UnknownKey)?;
        key.verify_strict(payload, &Signature::from_bytes(signature)).map_err(|_| VerifyError::WrongSignature)
    }

    /// The public keys for whoever checks papers without asking us, the one in use first: a JSON Web Key Set
    /// (RFC 7517, RFC 8037).
    pub fn public_keys(&self) -> serde_json::Value {
        let keys = self.all().map(|key| {
            let x = URL_SAFE_NO_PAD.encode(key.as_bytes());
            json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": key_id(&key), "x": x })
        });
        json!({ "keys": keys.collect::<Vec<_>>() })
    }

    fn all(&self) -> impl Iterator<Item = VerifyingKey> + '_ {
        [self.current.verifying_key()].into_iter().chain(self.former.iter().copied())
    }
}

/// Only the name of the key.
impl std::fmt::Debug for SigningKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKeys").field("key_id", &self.key_id()).finish_non_exhaustive()
    }
}

fn key_id(key: &VerifyingKey) -> String {
    hex(&Sha256::digest(key.as_bytes())[..8])
}

/// 32 bytes, from 64 hexadecimal digits or 43 of base64url.
fn bytes(word: &str) -> Option<[u8; 32]> {
    let other = || URL_SAFE_NO_PAD.decode(word.trim_end_matches('=')).ok()?.try_into().ok();
    if word.len() == 64 { from_hex(word) } else { other() }
}

#[cfg(test)]
mod tests;
