//! Full-text search: by part of a word, and with a typo when nothing has the very words.

use domain::search::{normalise, similarity, trigrams};
use sqlx::FromRow;

use crate::args;
use crate::db::{Db, DbError, Select, Sql};

/// Up to so many matches the full-text index is asked; a word that is everywhere is found faster along the list.
const FEW: i64 = 1000;
/// How many similar products are compared in detail.
const CANDIDATES: i64 = 300;
/// How much of a mistyped word's trigrams a word must share.
const ALIKE: f32 = 0.34;

/// The words of a search, at most eight.
pub(super) fn terms(words: &str) -> Vec<String> {
    normalise(words).split_whitespace().take(8).map(str::to_owned).collect()
}

/// Adds the condition that every term occurs, also within a word.
pub(super) async fn contain(query: &mut Select, db: &Db, terms: &[String]) -> Result<(), DbError> {
    let (long, short): (Vec<&String>, Vec<&String>) = terms.iter().partition(|term| term.chars().count() >= 3);
    let mut by_list = short;
    // PostgreSQL chooses between its trigram index and the list by itself.
    if matches!(db, Db::Sqlite { .. }) && !long.is_empty() {
        let matching = long.iter().map(|term| format!("\"{term}\"")).collect::<Vec<_>>().join(" ");
        let count = "select count(*) from (select 1 from product_search where product_search match $1 limit $2)";
        let (found,): (i64,) = db.one(count, args![&matching, FEW]).await?.unwrap_or_default();
        if found < FEW {
            query.bind("and p.seq in (select rowid from product_search where product_search match ?)", matching);
        } else {
            by_list.extend(long);
        }
    } else {
        by_list.extend(long);
    }
    for term in by_list {
        query.bind("and p.search_text like ?", format!("%{term}%"));
    }
    Ok(())
}

#[derive(FromRow)]
struct Candidate {
    seq: i64,
    search_text: String,
}

/// The products most similar to the terms, by `product.seq`, best first.
pub(super) async fn similar(db: &Db, terms: &[String], most: usize) -> Result<Vec<i64>, DbError> {
    let grams: Vec<String> =
        terms.iter().flat_map(|term| trigrams(term)).filter(|gram| gram.chars().all(|c| c != ' ')).collect();
    if grams.is_empty() {
        return Ok(Vec::new());
    }
    let either = Sql::either(
        "select p.seq, p.search_text from product_search s join product p on p.seq = s.rowid \
         where product_search match $1 and p.listed order by s.rank limit $2",
        "select p.seq, p.search_text from product p \
         where p.search_text ~ $1 and p.listed order by word_similarity($3, p.search_text) desc limit $2",
    );
    let candidates: Vec<Candidate> = match db {
        Db::Sqlite { .. } => {
            let any = grams.iter().map(|gram| format!("\"{gram}\"")).collect::<Vec<_>>().join(" or ");
            db.all(either, args![any.replace(" or ", " OR "), CANDIDATES]).await?
        }
        Db::Postgres(_) => db.all(either, args![grams.join("|"), CANDIDATES, terms.join(" ")]).await?,
    };
    let mut scored: Vec<(f32, i64)> = candidates
        .iter()
        .map(|candidate| {
            let alike = terms.iter().map(|term| similarity(term, &candidate.search_text));
            (alike.fold(1.0, f32::min), candidate.seq)
        })
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.truncate(most);
    Ok(scored.into_iter().map(|(_, seq)| seq).collect())
}

/// Adds the condition that a product is one of these.
pub(super) fn only(query: &mut Select, seqs: &[i64]) {
    query.push("and p.seq in (");
    for seq in seqs {
        query.bind("?,", *seq);
    }
    query.push("-1)");
}
