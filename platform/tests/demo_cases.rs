//! The demo's permit cases, on both databases.

use std::collections::BTreeSet;

use domain::permit::state::State;
use platform::demo::{AMOUNT, Amount, seed_with};
use platform::permit::verify_chains;
use platform::{args, on_both_databases, setup};

on_both_databases! {
    async fn there_is_a_case_in_every_state_and_its_history_holds_together(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let amount = Amount { orders: 0, ..AMOUNT };
        assert!(seed_with(&app, amount).await.unwrap());
        let found: Vec<(String,)> = app.db.all("select distinct state from permit_case", args![]).await.unwrap();
        let found: BTreeSet<String> = found.into_iter().map(|(state,)| state).collect();
        let every: BTreeSet<String> = State::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(found, every);
        assert_eq!(verify_chains(&app).await.unwrap(), []);
        let sql = "select count(*) from permit_case where due_at < $1";
        assert_eq!(app.db.one::<(i64,)>(sql, args![app.now()]).await.unwrap(), Some((1,)), "one is over its time");
    }
}
