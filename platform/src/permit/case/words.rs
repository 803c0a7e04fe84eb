//! The words by which officers find a case: of its applicant's name, of the business, and its number without dashes.

use domain::number::{Kind, PublicNumber};
use domain::search::normalise;

use super::Case;
use crate::Platform;
use crate::args;
use crate::db::{DbError, Select, Tx};

/// So many cases with a word are sorted; where there are more, a list is read in its order until a page is full.
const FEW: i64 = 1_000;
/// So many words of what is typed count.
const MOST: usize = 4;

/// The words of a case.
pub(crate) fn words_of(number: &str, name: &str, subject: &str) -> Vec<String> {
    let text = normalise(&format!("{name} {subject}"));
    let mut words: Vec<String> = text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.push(as_word(number));
    words.sort_unstable();
    words.dedup();
    words
}

/// A number as a word.
fn as_word(number: &str) -> String {
    number.replace('-', "").to_lowercase()
}

/// Keeps the words of a case that is handed in, in the place of those that were there.
pub(in crate::permit) async fn keep_words(tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    let sql = "select subject from permit_case where id = $1";
    let (subject,): (String,) = tx.one(sql, args![case.id]).await?.unwrap_or_default();
    tx.run("delete from case_word where case_id = $1", args![case.id]).await?;
    for word in words_of(&case.number, &case.name, &subject) {
        tx.run("insert into case_word (case_id, word) values ($1, $2)", args![case.id, word]).await?;
    }
    Ok(())
}

/// What somebody looks for: the beginning of words, each with whether many cases have it.
pub(in crate::permit) struct Sought(Vec<(String, bool)>);

impl Sought {
    /// Finds out how frequent the words are; a number may be typed with dashes.
    pub async fn of(platform: &Platform, typed: &str) -> Result<Self, DbError> {
        let text = normalise(typed);
        let joined = text.replace(' ', "");
        // A number in any way of writing it, or as far as it is typed.
        let words: Vec<String> = match PublicNumber::parse(Kind::Permit, typed) {
            Ok(number) => vec![as_word(number.as_str())],
            Err(_) if joined.starts_with("izn") => vec![joined],
            Err(_) => text.split(' ').filter(|word| !word.is_empty()).take(MOST).map(str::to_owned).collect(),
        };
        let mut sought = Vec::with_capacity(words.len());
        for word in words {
            let sql = "select count(*) from (select 1 as one from case_word where word >= $1 and word < $2 limit $3) w";
            let found: Option<(i64,)> = platform.db.one(sql, args![&word, end(&word), FEW]).await?;
            sought.push((word, found.is_some_and(|(count,)| count >= FEW)));
        }
        Ok(Self(sought))
    }

    /// Adds the condition that a case, called `c`, has all of them.
    pub fn narrow(&self, select: &mut Select) {
        for (word, frequent) in &self.0 {
            // Found by the word and sorted, or looked at one after the other in the list's order.
            select.bind(
                match frequent {
                    true => "and exists (select 1 from case_word w where w.case_id = c.id and w.word >= ?",
                    false => "and c.id in (select w.case_id from case_word w where w.word >= ?",
                },
                word,
            );
            select.bind("and w.word < ?)", end(word));
        }
    }
}

/// What comes after all words that begin so.
fn end(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn a_case_is_found_by_name_business_and_number() {
        let words = words_of("IZN-7K2M-9QXA-4", "Siti Nurjanah", "Keripik \"Bu Siti\" & Anak");
        assert_eq!(words, ["anak", "bu", "izn7k2m9qxa4", "keripik", "nurjanah", "siti"]);
    }
}
