//! The two sets of migrations make the same tables with the same columns.

use std::collections::BTreeSet;

use platform::Db;
use platform::args;
use platform::testing::{Kind, run};
use std::sync::{Arc, Mutex};

/// Tables that only one database needs: SQLite's full-text index, and each migrator's own.
fn shared(table: &str) -> bool {
    !table.starts_with("product_search") && !table.starts_with("_sqlx") && !table.starts_with("sqlite_")
}

async fn columns(db: &Db) -> BTreeSet<(String, String)> {
    let sql = platform::db::Sql::either(
        "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'",
        "select table_name::text, column_name::text from information_schema.columns where table_schema = 'public'",
    );
    let rows: Vec<(String, String)> = db.all(sql, args![]).await.unwrap();
    rows.into_iter().filter(|(table, _)| shared(table)).collect()
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let found = Arc::new(Mutex::new(Vec::new()));
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let found = found.clone();
        run(kind, |app| async move {
            let columns = columns(&app.db).await;
            found.lock().unwrap().push(columns);
        });
    }
    let found = found.lock().unwrap();
    assert!(found[0].len() > 150);
    assert_eq!(found[0], found[1]);
}
