//! All words by which products are found, kept in memory: what is typed is part of one of them, or like one of them.

use std::collections::{BTreeSet, HashSet};
use std::sync::{PoisonError, RwLock};

use domain::search::closest;

use crate::args;
use crate::db::{Db, DbError, Tx};

/// Parts of so many words are searched; a part that is in more of them says little.
const MOST: usize = 100;
/// Words are read again from so many places before the last one known: another server's may have come in late.
const OVERLAP: i64 = 1_000;

/// The words that are known here. Words are added and never removed.
#[derive(Debug, Default)]
pub(crate) struct Words(RwLock<Known>);

#[derive(Debug, Default)]
struct Known {
    last: i64,
    words: HashSet<String>,
}

/// What is meant by something typed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// Words that hold it, shortest first.
    Words(Vec<String>),
    /// It is in no word; this one is most like it.
    Instead(String),
    /// Nothing known.
    Nothing,
}

impl Words {
    /// What is meant by a normalised word or part of one.
    pub(super) async fn meant(&self, db: &Db, typed: &str) -> Result<Meant, DbError> {
        let mut words = self.holding(typed);
        if words.is_empty() {
            self.read_new(db).await?;
            words = self.holding(typed);
        }
        Ok(match words.is_empty() {
            false => Meant::Words(words),
            true => self.like(typed).map_or(Meant::Nothing, Meant::Instead),
        })
    }

    /// The words that hold what was typed. Of one or two letters too many would: there, those that begin with it.
    fn holding(&self, typed: &str) -> Vec<String> {
        let short = typed.chars().count() < 3;
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let holds = |word: &&String| if short { word.starts_with(typed) } else { word.contains(typed) };
        let mut found: Vec<String> = known.words.iter().filter(holds).cloned().collect();
        found.sort_unstable_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
        found.truncate(MOST);
        found
    }

    fn like(&self, typed: &str) -> Option<String> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        closest(typed, known.words.iter().map(String::as_str)).map(str::to_owned)
    }

    async fn read_new(&self, db: &Db) -> Result<(), DbError> {
        let last = self.0.read().unwrap_or_else(PoisonError::into_inner).last;
        let sql = "select id, word from search_word where id > $1 order by id";
        let found: Vec<(i64, String)> = db.all(sql, args![last - OVERLAP]).await?;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.last = found.last().map_or(last, |(id, _)| last.max(*id));
        known.words.extend(found.into_iter().map(|(_, word)| word));
        Ok(())
    }
}

/// Adds to the words that are known. They come in one order everywhere, so that two who add the same ones wait for each
/// other and never in a circle.
pub(crate) async fn keep_words(tx: &mut Tx, words: BTreeSet<&str>) -> Result<(), DbError> {
    for word in words {
        tx.run("insert into search_word (word) values ($1) on conflict do nothing", args![word]).await?;
    }
    Ok(())
}
