//! The demo's permit cases, on both databases.

use std::collections::BTreeSet;

use domain::account::{Actor, Duty, Role};
use domain::permit::state::State;
use platform::demo::{AMOUNT, Amount, seed_with};
use platform::permit::{CaseFilter, Desk, list_cases, open_case, verify_chains};
use platform::{args, on_both_databases, setup};
use uuid::Uuid;

on_both_databases! {
    async fn there_is_a_case_in_every_state_and_its_history_holds_together(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let amount = Amount { orders: 0, cases: 0, ..AMOUNT };
        assert!(seed_with(&app, amount).await.unwrap());
        let found: Vec<(String,)> = app.db.all("select distinct state from permit_case", args![]).await.unwrap();
        let found: BTreeSet<String> = found.into_iter().map(|(state,)| state).collect();
        let every: BTreeSet<String> = State::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(found, every);
        assert_eq!(verify_chains(&app).await.unwrap(), []);
        let found: Vec<(String,)> = app.db.all("select distinct state from complaint", args![]).await.unwrap();
        let found: BTreeSet<String> = found.into_iter().map(|(state,)| state).collect();
        let every: BTreeSet<String> = domain::complaint::State::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(found, every, "and a complaint in every state");
        let sql = "select count(*) from permit_case where due_at < $1";
        assert_eq!(app.db.one::<(i64,)>(sql, args![app.now()]).await.unwrap(), Some((1,)), "one is over its time");
    }

    async fn copies_of_them_are_cases_of_their_own(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        assert!(seed_with(&app, Amount { orders: 0, cases: 130, ..AMOUNT }).await.unwrap());
        let count = async |sql: &'static str| app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0;
        assert_eq!(count("select count(*) from permit_case").await, 130);
        assert_eq!(count("select count(distinct number) from permit_case").await, 130);
        assert_eq!(count("select count(*) from permit_case where events = 0").await, 0);
        assert_eq!(verify_chains(&app).await.unwrap(), []);
        let sql = "select id from account where name = 'Hendra Saputra'";
        let (id,): (Uuid,) = app.db.one(sql, args![]).await.unwrap().unwrap();
        let officer = Actor::Account { id, roles: vec![Role::Petugas], duties: Duty::ALL.into() };
        let filter = CaseFilter { desk: Desk::Done, ..CaseFilter::default() };
        let list = list_cases(&app, &officer, &filter).await.unwrap();
        assert!(list.next.is_some());
        let case = open_case(&app, &officer, &list.cases[0].number).await.unwrap();
        assert!(case.handed_in.texts.len() > 2, "what was typed can be read");
    }
}
