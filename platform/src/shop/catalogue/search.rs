//! Full-text search: by part of a word, and with a typo when nothing has the very words.

use domain::search::{normalise, similarity};

use super::filter::Filter;
use crate::Platform;
use crate::db::{DbError, Select, Sql, Value};

/// How many matches are looked at. More than anyone pages through; it bounds the work of a vague word.
const MOST: i64 = 1000;
/// How alike a name must be to stand for a mistyped word: 0 is nothing in common, 1 the same.
const ALIKE: f32 = 0.34;

/// What words found.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// No words: everything.
    Everything,
    /// These products, by `product.seq`.
    These {
        /// `product.seq`.
        seqs: Vec<i64>,
        /// Whether they are only similar to the words.
        similar: bool,
    },
}

/// Finds products by words.
pub(super) async fn find(platform: &Platform, words: &str) -> Result<Found, DbError> {
    let _ = (platform, words, normalise as fn(&str) -> String, similarity as fn(&str, &str) -> f32, MOST, ALIKE);
    todo!()
}
