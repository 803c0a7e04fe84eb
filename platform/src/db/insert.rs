//! Many rows in few statements: for loading data, where a statement for each row would take minutes.

use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::{DbError, Sql, Tx, Value};

/// Parameters of one statement: less than either database allows, and few enough to be prepared quickly.
const PARAMETERS: usize = 3_000;

/// Rows on their way into one table.
#[derive(Debug)]
pub(crate) struct Insert {
    head: &'static str,
    columns: usize,
    waiting: Vec<Value>,
}

impl Insert {
    /// For a table: `insert into region (code, name)`, followed by as many values in each row.
    pub fn new(head: &'static str) -> Self {
        Self { head, columns: head.matches(',').count() + 1, waiting: Vec::new() }
    }

    /// Adds a row.
    pub fn add(&mut self, row: Vec<Value>) {
        debug_assert_eq!(row.len(), self.columns, "{}", self.head);
        self.waiting.extend(row);
    }

    /// Writes the rows.
    pub async fn write(&mut self, tx: &mut Tx) -> Result<(), DbError> {
        let mut waiting = std::mem::take(&mut self.waiting);
        while !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(PARAMETERS / self.columns * self.columns));
            tx.run(self.statement(waiting.len() / self.columns), waiting).await?;
            waiting = rest;
        }
        Ok(())
    }

    /// `insert into region (code, name) values ($1, $2), ($3, $4)`.
    fn statement(&self, rows: usize) -> Sql {
        let row = |nth: usize| {
            let numbers: Vec<String> = (1..=self.columns).map(|n| format!("${}", nth * self.columns + n)).collect();
            format!("({})", numbers.join(", "))
        };
        let rows: Vec<String> = (0..rows).map(row).collect();
        // Safe: the text holds the head, which stands in our source, and numbers.
        let text = AssertSqlSafe(format!("{} values {}", self.head, rows.join(", "))).into_sql_str();
        Sql { sqlite: text.clone(), postgres: text }
    }
}

#[cfg(test)]
mod tests {
    use super::Insert;

    #[test]
    fn every_value_has_its_parameter() {
        let insert = Insert::new("insert into region (code, name)");
        let statement = insert.statement(2);
        assert_eq!(statement.sqlite.as_str(), "insert into region (code, name) values ($1, $2), ($3, $4)");
    }
}
