//! Following a case while its page is open, on both databases.

#[path = "support/case.rs"]
#[allow(dead_code)] // other tests need more of it
mod support;

use domain::account::{Actor, Duty};
use domain::permit::state::Action;
use platform::on_both_databases;
use platform::permit::*;
use platform::testing::TestApp;
use support::*;

async fn follow(
    app: &TestApp,
    actor: &Actor,
    keys: &[String],
    tracked: Option<&str>,
    number: &str,
) -> Option<Followed> {
    find_followed(app, actor, keys, tracked, number).await.unwrap()
}

on_both_databases! {
    async fn a_case_is_followed_by_whoever_may_see_its_page(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let (other, _) = submitted(&app, "u").await;
        let own = [started.secret.clone()];
        let followed = follow(&app, &Actor::Guest, &own, None, &started.number).await.unwrap();
        assert_eq!((&followed.number, followed.moves), (&started.number, 1));
        assert_eq!(follow(&app, &Actor::Guest, &own, None, &started.number.to_lowercase()).await, Some(followed));
        let pair = format!("{}.7890", started.number);
        assert!(follow(&app, &Actor::Guest, &[], Some(&pair), &started.number).await.is_some());

        let wrong = format!("{}.0000", started.number);
        let none = format!("{}.", started.number);
        for tracked in [None, Some(wrong.as_str()), Some(none.as_str()), Some("7890")] {
            let found = follow(&app, &Actor::Guest, std::slice::from_ref(&other.secret), tracked, &started.number).await;
            assert_eq!(found, None, "{tracked:?}");
        }
        assert_eq!(follow(&app, &Actor::Guest, &own, Some(&pair), &other.number).await, None);
        assert_eq!(follow(&app, &Actor::Guest, &own, None, "IZN-0000-0000-0").await, None);
        let officer = officer(&app, "Budi", &[Duty::Verifikator]).await;
        assert_eq!(follow(&app, &officer, &[], None, &started.number).await, None);
    }

    async fn an_account_follows_its_own_case(app: TestApp) {
        platform::setup::prepare(&app, "36.03").await.unwrap();
        let (started, _) = submitted(&app, "t").await;
        let owner = officer(&app, "Tarsinah", &[]).await;
        let sql = "update permit_case set account_id = $1 where number = $2";
        app.db.run(sql, platform::args![owner.id(), &started.number]).await.unwrap();
        assert!(follow(&app, &owner, &[], None, &started.number).await.is_some());
        let stranger = officer(&app, "Siti", &[]).await;
        assert_eq!(follow(&app, &stranger, &[], None, &started.number).await, None);
    }

    async fn a_draft_is_not_followed(app: TestApp) {
        let (started, _) = complete(&app, "t").await;
        let pair = format!("{}.7890", started.number);
        let keys = [started.secret.clone()];
        assert_eq!(follow(&app, &Actor::Guest, &keys, Some(&pair), &started.number).await, None);
    }

    async fn the_moves_of_many_cases_are_asked_at_once(app: TestApp) {
        let (first, _) = submitted(&app, "t").await;
        let (second, _) = submitted(&app, "u").await;
        submitted(&app, "v").await;
        let asked = [first.number.clone(), second.number.clone(), "IZN-\"'\\".to_owned()];
        let sorted = async || {
            let mut found = list_moves(&app, &asked).await.unwrap();
            found.sort_by_key(|(number, _)| *number != first.number);
            found
        };
        assert_eq!(sorted().await, [(first.number.clone(), 1), (second.number.clone(), 1)]);
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        // Who looks moves nothing.
        open_case(&app, &budi, &first.number).await.unwrap();
        assert_eq!(sorted().await[0].1, 1);
        step(&app, &budi, &first.number, Action::TakeUp).await.unwrap();
        assert_eq!(sorted().await, [(first.number.clone(), 2), (second.number.clone(), 1)]);
        assert_eq!(list_moves(&app, &[]).await.unwrap(), []);
    }
}
