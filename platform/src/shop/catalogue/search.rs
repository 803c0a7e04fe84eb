//! Full-text search: by part of a word, and with a typo when no word holds what was typed.

use std::sync::Arc;

use domain::search::normalise;

use super::words::Meant;
use crate::db::{Db, DbError, Select, Sql};
use crate::{Platform, args};

/// So many matches are sorted; where there are more, walking along the list in its order finds a page sooner.
const FEW: i64 = 1_000;

/// What is looked for.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// The terms as they are looked for, at most eight.
    terms: Vec<String>,
    /// For the full-text index; `None` when a term is in no word and like none.
    matching: Option<String>,
    frequent: bool,
    /// What is looked for instead of what was typed.
    pub instead: Option<String>,
}

/// Finds out what is meant by the words of a filter. An answer is at most half a minute old.
pub(super) async fn look_up(platform: &Platform, words: &str) -> Result<Arc<Search>, DbError> {
    let normalised = normalise(words);
    if let Some(known) = platform.searches.get(&normalised, platform.now()) {
        return Ok(known);
    }
    let search = Search::of(platform, &normalised).await?;
    // What nobody sells yet may be there in a moment.
    match search.matching.is_some() {
        true => Ok(platform.searches.put(normalised, search, platform.now())),
        false => Ok(Arc::new(search)),
    }
}

impl Search {
    async fn of(platform: &Platform, normalised: &str) -> Result<Self, DbError> {
        let (mut search, mut groups) = (Self::default(), Vec::new());
        let mut corrected = false;
        for typed in normalised.split_whitespace().take(8) {
            let (term, group) = match platform.words.meant(&platform.db, typed).await? {
                Meant::Words(words) => (typed.to_owned(), words),
                Meant::Instead(word) => {
                    corrected = true;
                    (word.clone(), vec![word])
                }
                Meant::Nothing => return Ok(Self { terms: vec![typed.to_owned()], ..Self::default() }),
            };
            search.terms.push(term);
            groups.push(group);
        }
        search.instead = corrected.then(|| search.terms.join(" "));
        if !groups.is_empty() {
            let matching = expression(&platform.db, &groups);
            search.frequent = count(&platform.db, &matching).await? >= FEW;
            search.matching = Some(matching);
        }
        Ok(search)
    }

    /// Adds the condition that every term occurs.
    pub(super) fn narrow(&self, query: &mut Select, db: &Db) {
        match (&self.matching, db) {
            (None, _) if self.terms.is_empty() => {}
            (None, _) => {
                query.push("and false");
            }
            (Some(_), _) if self.frequent => {
                for term in &self.terms {
                    query.bind("and p.search_text like ?", format!("%{term}%"));
                }
            }
            (Some(matching), Db::Sqlite { .. }) => {
                let condition = "and p.seq in (select rowid from product_search where product_search match ?)";
                query.bind(condition, matching);
            }
            (Some(matching), Db::Postgres(_)) => {
                // As an array the matches are found once, by the index; as a condition every row of the list is read.
                let condition = "and p.seq = any (array(select m.seq from product m where m.listed \
                    and to_tsvector('simple', m.search_text) @@ to_tsquery('simple', ?)))";
                query.bind(condition, matching);
            }
        }
    }
}

/// One word of each group, in the language of the full-text index. The words are letters and digits only.
fn expression(db: &Db, groups: &[Vec<String>]) -> String {
    let (quote, or, and) = match db {
        Db::Sqlite { .. } => ('"', " OR ", " AND "),
        Db::Postgres(_) => ('\'', "|", "&"),
    };
    let any = |group: &Vec<String>| {
        let words: Vec<String> = group.iter().map(|word| format!("{quote}{word}{quote}")).collect();
        format!("({})", words.join(or))
    };
    groups.iter().map(any).collect::<Vec<_>>().join(and)
}

/// How many products match, counted up to [`FEW`].
async fn count(db: &Db, matching: &str) -> Result<i64, DbError> {
    let sql = Sql::either(
        "select count(*) from (select 1 from product_search where product_search match $1 limit $2)",
        // Where there is a limit PostgreSQL would rather read the table than its index.
        "select least(count(*), $2) from product p where p.listed \
         and to_tsvector('simple', p.search_text) @@ to_tsquery('simple', $1)",
    );
    Ok(db.one::<(i64,)>(sql, args![matching, FEW]).await?.map_or(0, |(count,)| count))
}
