//! The rules of Rumah Sikum, pure: no I/O, no clock, no randomness. Builds for the server and for the browser.

pub mod account;
pub mod complaint;
pub mod csv;
pub mod document;
pub mod identifier;
pub mod lang;
pub mod mentoring;
pub mod money;
pub mod notice;
pub mod number;
pub mod permit;
pub mod phone;
pub mod picture;
pub mod region;
pub mod search;
pub mod shop;
pub mod slug;
pub mod step;
pub mod time;
pub mod training;
pub mod typed;
pub mod verify;

/// Declares an enum that is stored and sent as one fixed word per value.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$value_meta:meta])* $value:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$value_meta])* #[serde(rename = $word)] $value,)+ }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [$name] = &[$($name::$value,)+];

            /// The word that is stored.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$value => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word { $($word => Ok($name::$value),)+ _ => Err($crate::UnknownWord(word.to_owned())) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::UnknownWord;
            fn try_from(word: String) -> Result<Self, Self::Error> { word.parse() }
        }
    };
}
pub(crate) use words;

/// A stored word that this version does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown word {0:?}")]
pub struct UnknownWord(pub String);
