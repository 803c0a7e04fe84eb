//! Names within a service, and words in the two languages, as whoever keeps a service writes them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::lang::Lang;

/// The longest key.
const LONGEST: usize = 40;

/// The name of a field, a section, an option, a stage: `luas_tempat`. Small letters, digits and `_`, a letter first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

/// Not a key.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("not a key: {0:?}")]
pub struct KeyError(pub String);

impl Key {
    /// Reads a key.
    ///
    /// # Errors
    /// When it is empty, longer than 40 characters, or has other characters.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let good = first && text.len() <= LONGEST && text.bytes().all(inner);
        if good { Ok(Self(text.to_owned())) } else { Err(KeyError(text.to_owned())) }
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = KeyError;
    fn try_from(text: String) -> Result<Self, KeyError> {
        Self::parse(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Words that people read, written by the office. English may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// In Indonesian.
    pub id: String,
    /// In English; empty while nobody has translated it.
    #[serde(default)]
    pub en: String,
}

impl Words {
    /// The words in a language, or in Indonesian when they are not translated.
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::Id || self.en.trim().is_empty() { &self.id } else { &self.en }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.id.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_plain() {
        for (text, good) in [
            ("luas_tempat", true),
            ("a", true),
            ("ktp2", true),
            ("", false),
            ("_a", false),
            ("2ktp", false),
            ("Luas", false),
            ("luas-tempat", false),
            ("a.b", false),
            ("é", false),
        ] {
            assert_eq!(Key::parse(text).is_ok(), good, "{text:?}");
        }
        assert!(Key::parse(&"a".repeat(40)).is_ok() && Key::parse(&"a".repeat(41)).is_err());
    }

    #[test]
    fn what_is_not_translated_is_read_in_indonesian() {
        let words = |en: &str| Words { id: "Nama usaha".into(), en: en.into() };
        assert_eq!((words("Name").get(Lang::En), words("Name").get(Lang::Id)), ("Name", "Nama usaha"));
        assert_eq!(words(" ").get(Lang::En), "Nama usaha");
        assert!(Words::default().is_empty() && !words("").is_empty());
    }
}
