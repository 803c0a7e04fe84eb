//! A query that is put together from fixed pieces: a list with optional filters.

use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::{Db, DbError, Row, Sql, Value};

/// A query under construction. Only `&'static str` pieces go into the text; everything else is bound.
///
/// `?` in a piece stands for the next bound value and becomes `$1`, `$2`, ...
#[derive(Debug, Clone)]
pub struct Select {
    text: String,
    args: Vec<Value>,
}

impl Select {
    /// Starts with `head`, which may hold no `?`.
    pub fn new(head: &'static str) -> Self {
        Self { text: head.to_owned(), args: Vec::new() }
    }

    /// Adds a piece, separated by a space.
    pub fn push(&mut self, piece: &'static str) -> &mut Self {
        self.text.push(' ');
        self.text.push_str(piece);
        self
    }

    /// Adds a piece with one `?`, bound to `value`.
    pub fn bind(&mut self, piece: &'static str, value: impl Into<Value>) -> &mut Self {
        self.args.push(value.into());
        let (before, after) = piece.split_once('?').expect("a piece with a bound value holds one ?");
        self.text.push(' ');
        self.text.push_str(before);
        self.text.push('$');
        self.text.push_str(&self.args.len().to_string());
        self.text.push_str(after);
        self
    }

    /// Adds a piece and a list of values after it, each bound: `key in ($1, $2)`. Databases know no empty list, so there
    /// must be a value.
    pub fn among<V: Into<Value>>(&mut self, piece: &'static str, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.push(piece);
        for (nth, value) in values.into_iter().enumerate() {
            self.bind(if nth == 0 { "(?" } else { ", ?" }, value);
        }
        self.push(")")
    }

    /// All rows.
    pub async fn all<R: Row>(self, db: &Db) -> Result<Vec<R>, DbError> {
        let (sql, args) = self.build();
        db.all(sql, args).await
    }

    /// The first row.
    pub async fn one<R: Row>(self, db: &Db) -> Result<Option<R>, DbError> {
        let (sql, args) = self.build();
        db.one(sql, args).await
    }

    fn build(self) -> (Sql, Vec<Value>) {
        // Safe: the text holds only pieces that stand in our source.
        let text = AssertSqlSafe(self.text).into_sql_str();
        (Sql { sqlite: text.clone(), postgres: text }, self.args)
    }
}

/// A pattern that finds these words anywhere, whatever stands in them: for `like ? escape '!'`.
pub(crate) fn like(words: &str) -> String {
    let mut pattern = "%".to_owned();
    for character in words.chars().take(60) {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern + "%"
}

#[cfg(test)]
mod tests {
    use super::like;

    #[test]
    fn what_is_typed_is_no_pattern() {
        assert_eq!(like("100%_!a"), "%100!%!_!!a%");
        assert_eq!(like(&"x".repeat(100)).len(), 62);
    }
}
