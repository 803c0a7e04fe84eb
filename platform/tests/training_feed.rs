//! The personal calendar: a secret address without a cookie, until it is revoked, on both databases.

#[path = "support/class.rs"]
mod support;

use domain::account::Actor;
use domain::training::class::{Action as ClassAction, State};
use domain::training::registration::Action;
use platform::on_both_databases;
use platform::testing::TestApp;
use platform::training::*;
use support::*;

/// Somebody with an account, and a seat in a class at this hour.
async fn member(app: &TestApp, hour: i64) -> (Actor, String, Registered) {
    let slug = class(app, "Foto produk", plan(app, hour, 5)).await;
    let account = organiser(app).await;
    let registered = register(app, &account, &slug, &somebody(1)).await.unwrap();
    (account, slug, registered)
}

async fn feed(app: &TestApp, account: &Actor) -> String {
    find_feed(app, account).await.unwrap().unwrap()
}

on_both_databases! {
    async fn an_account_has_an_address_when_it_asks_for_one_until_it_is_revoked(app: TestApp) {
        let (account, slug, _) = member(&app, 9).await;
        assert_eq!(find_feed(&app, &account).await.unwrap(), None);
        renew_feed(&app, &account).await.unwrap();
        let first = feed(&app, &account).await;
        let sessions = list_feed(&app, &first).await.unwrap().unwrap();
        assert_eq!((sessions.len(), sessions[0].slug.as_str()), (1, slug.as_str()));
        renew_feed(&app, &account).await.unwrap();
        let second = feed(&app, &account).await;
        assert!(list_feed(&app, &first).await.unwrap().is_none(), "the old address opens nothing");
        assert!(list_feed(&app, &second).await.unwrap().is_some());
        revoke_feed(&app, &account).await.unwrap();
        assert!(list_feed(&app, &second).await.unwrap().is_none());
        assert_eq!(find_feed(&app, &account).await.unwrap(), None);
        assert!(matches!(renew_feed(&app, &Actor::Guest).await, Err(FeedError::Guest)));
    }

    async fn an_address_cannot_be_guessed_from_the_database(app: TestApp) {
        let (account, _, _) = member(&app, 9).await;
        renew_feed(&app, &account).await.unwrap();
        let right = feed(&app, &account).await;
        let id = &right[..32];
        for wrong in ["", "x", id, &format!("{id}{}", "0".repeat(32)), &format!("{right}0"), "é".repeat(40).as_str()] {
            assert!(list_feed(&app, wrong).await.unwrap().is_none(), "{wrong}");
        }
    }

    async fn it_shows_the_seats_of_the_account_only_and_strikes_out_what_is_cancelled(app: TestApp) {
        let (account, slug, registered) = member(&app, 9).await;
        let other = class(&app, "Kemasan", plan(&app, 14, 5)).await;
        join(&app, &other, &somebody(2)).await;
        renew_feed(&app, &account).await.unwrap();
        let name = feed(&app, &account).await;
        step(&app, &slug, ClassAction::Cancel).await.unwrap();
        let sessions = list_feed(&app, &name).await.unwrap().unwrap();
        assert_eq!((sessions.len(), sessions[0].state, sessions[0].session.sequence), (1, State::Batal, 1));
        let again = class(&app, "Batik", plan(&app, 14, 5)).await;
        let again_registered = register(&app, &account, &again, &Registering { token: "b".into(), ..somebody(1) }).await.unwrap();
        assert_eq!(list_feed(&app, &name).await.unwrap().unwrap().len(), 2);
        let participant = participant(&app, &again_registered).await;
        answer(&app, &participant, Action::Cancel).await.unwrap();
        assert_eq!(list_feed(&app, &name).await.unwrap().unwrap().len(), 1, "a seat given back leaves the calendar");
        assert_ne!(registered.number, again_registered.number);
    }
}
