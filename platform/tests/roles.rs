//! Every use case x every role: who may, and everybody else is refused.
//!
//! A new use case is one line in [`use_cases`]: its name, who may, and how it is tried. What it is tried with may be
//! wrong (an account that does not exist): it only matters whether the person gets as far as to be told so.

use std::collections::BTreeSet;
use std::error::Error;

use domain::account::{Actor, Duty, Forbidden, Role};
use domain::shop::badge::{Kind, Number};
use domain::shop::usaha::Decision;
use platform::account::*;
use platform::shop::badge::*;
use platform::shop::order::keep_order;
use platform::shop::pictures::{
    add_product_picture, find_product_pictures, find_shop_picture, place_product_picture, remove_product_picture,
    remove_shop_picture, set_shop_picture,
};
use platform::shop::proof::refuse_proof;
use platform::shop::usaha::*;
use platform::testing::TestApp;
use platform::{on_both_databases, secret};
use uuid::Uuid;

/// Everybody who can stand before the platform.
fn cast(app: &TestApp) -> Vec<(String, Actor)> {
    let actor = |roles: &[Role], duties: &[Duty]| Actor::Account {
        id: app.new_id(),
        roles: [&[Role::Pembeli], roles].concat(),
        duties: duties.into(),
    };
    let mut cast = vec![("tamu".to_owned(), Actor::Guest)];
    for role in Role::ALL {
        cast.push((role.to_string(), actor(&[*role], &[])));
    }
    for duty in Duty::ALL {
        cast.push((duty.to_string(), actor(&[Role::Petugas], &[*duty])));
    }
    cast
}

/// Stands in the database too: some use cases look again.
async fn enrol(app: &TestApp, actor: &Actor) {
    let Actor::Account { id, roles, duties } = actor else { return };
    let sql =
        "insert into account (id, name, email, password_hash, state, created_at) values ($1, 'X', $2, '', 'active', 0)";
    app.db.run(sql, platform::args![*id, format!("{id}@contoh.id")]).await.unwrap();
    let duties = if duties.is_empty() { vec![String::new()] } else { duties.iter().map(Duty::to_string).collect() };
    for role in roles.iter().collect::<BTreeSet<_>>() {
        for duty in &duties {
            let duty = if *role == Role::Petugas { duty.as_str() } else { "" };
            let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, $2, $3, 0)";
            app.db.run(sql, platform::args![*id, role.as_str(), duty]).await.unwrap();
        }
    }
}

/// Whether the person got past the door: anything but [`Forbidden`].
fn may<T, E: Error + 'static>(result: Result<T, E>) -> bool {
    let Err(error) = result else { return true };
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(error) = cause {
        if error.is::<Forbidden>() || error.to_string() == Forbidden.to_string() {
            return false;
        }
        cause = error.source();
    }
    true
}

type Tried<'t> = std::pin::Pin<Box<dyn Future<Output = bool> + Send + 't>>;

/// A use case, the words of [`cast`] for whom it works, and how it is tried.
struct UseCase {
    name: &'static str,
    who: &'static str,
    try_it: for<'t> fn(&'t TestApp, &'t Actor, &'t Somebody) -> Tried<'t>,
}

/// Things that use cases are tried on.
struct Somebody {
    /// An account of somebody else.
    account: Uuid,
}

/// Everybody with an account.
const SIGNED_IN: &str =
    "pembeli pelaku_usaha petugas pendamping admin loket verifikator lapangan penyetuju pelatihan toko data";

/// Who admits shops.
const SHOPS: &str = "admin toko";
/// Who verifies badges.
const BADGES: &str = "admin toko verifikator";

fn approve() -> Decide {
    Decide { decision: Decision::Approve, reason: String::new(), seen: 0 }
}

fn verify() -> DecideBadge {
    DecideBadge { verdict: Verdict::Verify(None), seen: 0 }
}

fn nib() -> Submission {
    let number = Number::parse(Kind::Nib, "1234567890123").unwrap();
    Submission { number, product: None, holder: String::new(), until: None }
}

/// `name | who => |app, actor, on| result;`
macro_rules! use_cases {
    ($($name:literal | $who:expr => |$app:ident, $actor:ident, $on:ident| $result:expr;)+) => {
        vec![$(UseCase {
            name: $name,
            who: $who,
            try_it: |$app, $actor, $on| Box::pin(async move { let _ = $on; may($result.await) }),
        }),+]
    };
}

fn use_cases() -> Vec<UseCase> {
    use_cases! {
        "account/list" | "admin" => |app, actor, on| list_accounts(app, actor, &AccountSearch::default());
        "account/find" | "admin" => |app, actor, on| find_account(app, actor, on.account);
        "account/grant" | "admin" => |app, actor, on| set_grants(app, actor, on.account, &[Role::Pendamping], &[]);
        "account/block" | "admin" => |app, actor, on| block_account(app, actor, on.account, "Alasan");
        "account/unblock" | "admin" => |app, actor, on| unblock_account(app, actor, on.account);
        "account/reset second step" | "admin" => |app, actor, on| reset_second_step(app, actor, on.account);
        "account/change password" | SIGNED_IN => |app, actor, on| change_password(app, actor, "", "x", "kopi tanpa gula pagi");
        "account/start second step" | SIGNED_IN => |app, actor, on| start_second_step(app, actor, "", &secret::new(app), "1");
        "account/stop second step" | SIGNED_IN => |app, actor, on| stop_second_step(app, actor, "x");
        "shop/count" | SHOPS => |app, actor, on| count_shops(app, actor);
        "shop/list to decide" | SHOPS => |app, actor, on| list_shops_to_decide(app, actor, &ShopFilter::default());
        "shop/list late" | SHOPS => |app, actor, on| list_late_shops(app, actor);
        "shop/find file" | SHOPS => |app, actor, on| find_shop_file(app, actor, on.account);
        "shop/decide" | SHOPS => |app, actor, on| decide_shop(app, actor, on.account, &approve());
        "shop/hand in again" | SIGNED_IN => |app, actor, on| hand_in_again(app, actor);
        "badge/count" | BADGES => |app, actor, on| count_badges(app, actor);
        "badge/list to decide" | BADGES => |app, actor, on| list_badges_to_decide(app, actor, &BadgeFilter::default());
        "badge/find file" | BADGES => |app, actor, on| find_badge_file(app, actor, on.account);
        "badge/decide" | BADGES => |app, actor, on| decide_badge(app, actor, on.account, &verify());
        "badge/find own" | SIGNED_IN => |app, actor, on| find_own_legality(app, actor);
        "badge/submit" | SIGNED_IN => |app, actor, on| submit_badge(app, actor, &nib());
        "picture/of a product" | SIGNED_IN => |app, actor, on| find_product_pictures(app, actor, on.account);
        "picture/add" | SIGNED_IN => |app, actor, on| add_product_picture(app, actor, on.account, vec![]);
        "picture/place" | SIGNED_IN => |app, actor, on| place_product_picture(app, actor, on.account, on.account, 0);
        "picture/remove" | SIGNED_IN => |app, actor, on| remove_product_picture(app, actor, on.account, on.account);
        "picture/of a shop" | SIGNED_IN => |app, actor, on| find_shop_picture(app, actor);
        "picture/set for a shop" | SIGNED_IN => |app, actor, on| set_shop_picture(app, actor, vec![]);
        "picture/remove from a shop" | SIGNED_IN => |app, actor, on| remove_shop_picture(app, actor);
        "proof/refuse" | SIGNED_IN => |app, actor, on| refuse_proof(app, actor, on.account, "Alasan");
        "order/keep" | SIGNED_IN => |app, actor, on| keep_order(app, actor, "x");
    }
}

on_both_databases! {
    async fn every_use_case_lets_in_who_may_and_nobody_else(app: TestApp) {
        let cast = cast(&app);
        for (_, actor) in &cast {
            enrol(&app, actor).await;
        }
        let somebody = Actor::Account { id: app.new_id(), roles: vec![Role::Pembeli], duties: vec![] };
        enrol(&app, &somebody).await;
        let on = Somebody { account: somebody.id().unwrap() };
        let mut names = BTreeSet::new();
        for UseCase { name, who, try_it } in use_cases() {
            assert!(names.insert(name), "{name} stands here twice");
            let expected: BTreeSet<&str> = who.split_whitespace().collect();
            let mut found = BTreeSet::new();
            for (word, actor) in &cast {
                if try_it(&app, actor, &on).await {
                    found.insert(word.as_str());
                }
            }
            assert_eq!(found, expected, "{name}");
        }
    }
}
