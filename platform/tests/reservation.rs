//! Many want the same goods: what is promised is there, and nobody gets half an order. On both databases.

#[path = "support/checkout.rs"]
mod support;

use std::pin::pin;
use std::time::Duration;

use domain::account::Login;
use domain::shop::checkout::Change;
use domain::shop::order::{Action, By, Deadlines, Payment, Status};
use platform::account::{NewAccount, sign_up};
use platform::db::Tx;
use platform::deadlines::run_deadlines;
use platform::shop::cart::{add_to_cart, open_own_cart, show_cart};
use platform::shop::catalogue::{Filter, From, list_products};
use platform::shop::order::{
    Act, Checkout, PlaceOrderError, Placed, act_on_order, find_group, find_order, place_order,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases, secret};
use support::{cart_with, checkout, count, expect_stock_adds_up, something_to_buy, stock, variants};
use tokio::time::timeout;
use uuid::Uuid;

type Answer = Result<Placed, PlaceOrderError>;

/// Whether the answer is that so few pieces of the one thing wanted are left, and that alone.
fn is_short(answer: &Answer, variant: Uuid, left: i64) -> bool {
    matches!(answer, Err(PlaceOrderError::Changed(lines)) if lines == &[(variant, Change::Short { left })])
}

/// There are so many orders, and nothing that an order would have left behind beside them.
async fn expect_orders(app: &TestApp, orders: i64) {
    for table in [
        "select count(*) from shop_order",
        "select count(*) from checkout_group",
        "select count(*) from order_line",
        "select count(*) from reservation",
        "select count(*) from stock_movement where kind = 'reserve'",
        "select count(*) from order_event where action = 'pesan'",
        "select count(*) from outbox where kind = 'order_placed_buyer'",
    ] {
        assert_eq!(count(app, table).await, orders, "{table}");
    }
    expect_stock_adds_up(app).await;
}

/// Waits until so many transactions wait for another. On SQLite they wait for the only connection that writes, which
/// shows from outside only in that it is taken: whoever was asked to go on before this, waits for it.
async fn until_waiting(app: &TestApp, many: i64) {
    let waiting = async {
        match app.db.pools()[..] {
            [writer, _] => assert_eq!((writer.open, writer.idle), (1, 0)),
            _ => {
                let sql = "select count(*) from pg_stat_activity \
                     where datname = current_database() and wait_event_type = 'Lock'";
                while count(app, sql).await < many {
                    tokio::task::yield_now().await;
                }
            }
        }
    };
    timeout(Duration::from_secs(30), waiting).await.expect("nobody waits");
}

/// A transaction that holds a row that others need; on SQLite it holds them all.
async fn holding(app: &TestApp, sql: &'static str, variant: Uuid) -> Tx {
    let mut tx = app.db.begin().await.unwrap();
    if let Tx::Postgres(_) = tx {
        assert_eq!(tx.all::<(Uuid,)>(sql, args![variant]).await.unwrap().len(), 1);
    }
    tx
}

async fn account(app: &TestApp) -> Uuid {
    let login = Login::parse("081298765432").unwrap();
    let new = NewAccount { name: "Ayu".into(), login, password: "kopi tanpa gula pagi".into() };
    sign_up(app, new, "10.0.0.1").await.unwrap()
}

/// Buys twice with one cart, in which there is all that can be had: the second time wants what the first order, not
/// yet paid, still holds.
///
/// A placed order is a real order, with a number, a PIN and a shop that has been told. So buying again never takes the
/// goods out of it behind the buyer's back: the answer is that there is not enough, and the way on is to pay or to cancel
/// the first order, which frees its goods at once.
async fn wants_more_than_own_order_leaves(app: &TestApp, variant: Uuid, cart: Uuid, account: Option<Uuid>) {
    let buy = async || {
        let form = Checkout { account, ..checkout(app, cart, Payment::Transfer).await };
        place_order(app, cart, &form).await
    };
    let first = buy().await.unwrap();
    assert_eq!(stock(app, variant).await, (2, 2));
    add_to_cart(app, Some(cart), variant, 1).await.unwrap();
    let answer = buy().await;
    assert!(is_short(&answer, variant, 0), "{answer:?}");
    let (orders, _) = find_group(app, &first.secret).await.unwrap().unwrap();
    assert_eq!((orders.len(), orders[0].status), (1, Status::MenungguPembayaran));
    assert_eq!(stock(app, variant).await, (2, 2));
    expect_orders(app, 1).await;
    // What was wanted is still in the cart, and can be had once the first order is given up.
    assert_eq!(show_cart(app, cart, "").await.unwrap().count(), 1);
    act_on_order(app, orders[0].id, Action::Cancel, By::Pembeli, &Act::default()).await.unwrap();
    buy().await.unwrap();
    assert_eq!(find_order(app, orders[0].id).await.unwrap().unwrap().header.status, Status::Dibatalkan);
    assert_eq!(stock(app, variant).await, (2, 1));
    expect_orders(app, 2).await;
}

on_both_databases! {
    async fn the_same_form_sent_twice_is_one_order(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        let cart = cart_with(&app, &[(variant, 1)]).await;
        let checkout = checkout(&app, cart, Payment::AtPickup).await;
        let first = place_order(&app, cart, &checkout).await.unwrap();
        assert_eq!(place_order(&app, cart, &checkout).await.unwrap(), first);
        // Three at the same moment, from a fresh cart.
        let cart = cart_with(&app, &[(variant, 1)]).await;
        let checkout = Checkout { token: secret::new(&app), ..checkout };
        let (a, b, c) = tokio::join!(
            place_order(&app, cart, &checkout), place_order(&app, cart, &checkout), place_order(&app, cart, &checkout));
        let a = a.unwrap();
        assert_eq!((&b.unwrap(), &c.unwrap()), (&a, &a));
        assert_eq!(count(&app, "select count(*) from shop_order").await, 2);
        assert_eq!(stock(&app, variant).await, (5, 2));
    }

    async fn fifty_guests_and_one_piece_make_exactly_one_order(app: TestApp) {
        let variant = something_to_buy(&app, 1).await;
        let mut guests = tokio::task::JoinSet::new();
        for _ in 0..50 {
            let cart = cart_with(&app, &[(variant, 1)]).await;
            let checkout = checkout(&app, cart, Payment::AtPickup).await;
            let app = app.clone();
            guests.spawn(async move { place_order(&app, cart, &checkout).await });
        }
        let answers = guests.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        assert_eq!(answers.iter().filter(|answer| is_short(answer, variant, 0)).count(), 49);
        for table in ["select count(*) from shop_order", "select count(*) from checkout_group",
            "select count(*) from reservation", "select count(*) from due_job where kind = 'accept_by'"] {
            assert_eq!(count(&app, table).await, 1, "{table}");
        }
        assert_eq!(stock(&app, variant).await, (1, 1));
        let card = list_products(&app, &Filter::default(), From::Start).await.unwrap();
        assert!(card.items.iter().any(|card| !card.available) || card.items.is_empty());
        expect_stock_adds_up(&app).await;
    }

    async fn baskets_in_reverse_order_do_not_block_each_other(app: TestApp) {
        let found = variants(&app, &[500, 500, 500]).await;
        let mut guests = tokio::task::JoinSet::new();
        for round in 0..30 {
            let mut lines: Vec<(Uuid, i64)> = found.iter().map(|variant| (*variant, 1)).collect();
            if round % 2 == 0 {
                lines.reverse();
            }
            let cart = cart_with(&app, &lines).await;
            let checkout = checkout(&app, cart, Payment::AtPickup).await;
            let app = app.clone();
            guests.spawn(async move { place_order(&app, cart, &checkout).await.map(drop) });
        }
        assert!(guests.join_all().await.iter().all(Result::is_ok));
        assert_eq!(stock(&app, found[0]).await.1, 30);
        expect_stock_adds_up(&app).await;
    }

    async fn two_forms_of_one_cart_are_one_order(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        let cart = cart_with(&app, &[(variant, 1)]).await;
        // The same buyer in two windows: each has a form of its own.
        let forms = [checkout(&app, cart, Payment::AtPickup).await, checkout(&app, cart, Payment::AtPickup).await];
        let (a, b) = tokio::join!(place_order(&app, cart, &forms[0]), place_order(&app, cart, &forms[1]));
        let empty = |answer: &Answer| matches!(answer, Err(PlaceOrderError::Empty));
        assert!(a.is_ok() && empty(&b) || b.is_ok() && empty(&a), "{a:?} {b:?}");
        assert_eq!(stock(&app, variant).await, (5, 1));
        expect_orders(&app, 1).await;
    }

    async fn a_guest_who_buys_again_keeps_the_first_order_and_is_told(app: TestApp) {
        let variant = something_to_buy(&app, 2).await;
        let cart = cart_with(&app, &[(variant, 2)]).await;
        wants_more_than_own_order_leaves(&app, variant, cart, None).await;
    }

    async fn an_account_that_buys_again_keeps_the_first_order_and_is_told(app: TestApp) {
        let variant = something_to_buy(&app, 2).await;
        let account = account(&app).await;
        let cart = open_own_cart(&app, account).await.unwrap();
        add_to_cart(&app, Some(cart), variant, 2).await.unwrap();
        wants_more_than_own_order_leaves(&app, variant, cart, Some(account)).await;
    }

    async fn goods_are_held_for_guests_and_for_accounts_as_long_as_the_settings_say(app: TestApp) {
        let variant = something_to_buy(&app, 4).await;
        let ayu = account(&app).await;
        let settings = app.platform.clone().waiting(Deadlines { pay_guest: 3, pay_account: 5, ..Deadlines::default() });
        let mut orders = Vec::new();
        for (platform, account) in
            [(&app.platform, None), (&app.platform, Some(ayu)), (&settings, None), (&settings, Some(ayu))]
        {
            let cart = cart_with(&app, &[(variant, 1)]).await;
            let form = Checkout { account, ..checkout(&app, cart, Payment::Transfer).await };
            let placed = place_order(platform, cart, &form).await.unwrap();
            orders.push(find_group(&app, &placed.secret).await.unwrap().unwrap().0.remove(0));
        }
        let placed = app.now();
        let hours = [12, 24, 3, 5];
        for (order, hours) in orders.iter().zip(hours) {
            assert_eq!(order.due(), Some(placed.plus_hours(hours)), "what the buyer reads");
        }
        for passed in 1..=24 {
            app.clock.advance(Duration::from_secs(3600));
            run_deadlines(&app).await.unwrap();
            let held = hours.iter().filter(|hours| **hours > passed).count();
            assert_eq!(stock(&app, variant).await, (4, held as i64), "after {passed} hours");
        }
        expect_stock_adds_up(&app).await;
    }

    async fn the_same_thing_added_twice_is_one_line_and_its_sum_must_be_there(app: TestApp) {
        let variant = something_to_buy(&app, 3).await;
        let cart = cart_with(&app, &[(variant, 2), (variant, 2)]).await;
        let contents = show_cart(&app, cart, "").await.unwrap();
        let lines: Vec<i64> = contents.shops.iter().flat_map(|(_, lines)| lines).map(|line| line.quantity).collect();
        assert_eq!(lines, [4], "each time alone there would be enough");
        let answer = place_order(&app, cart, &checkout(&app, cart, Payment::AtPickup).await).await;
        assert!(is_short(&answer, variant, 3), "{answer:?}");
        assert_eq!(stock(&app, variant).await, (3, 0));
        expect_orders(&app, 0).await;
    }

    async fn what_is_sold_elsewhere_while_an_order_waits_for_its_lock_is_not_ordered(app: TestApp) {
        let variant = something_to_buy(&app, 1).await;
        let cart = cart_with(&app, &[(variant, 1)]).await;
        let form = checkout(&app, cart, Payment::AtPickup).await;
        let lock = "select variant_id from stock where variant_id = $1 for update";
        let mut rival = holding(&app, lock, variant).await;
        let mut ours = pin!(place_order(&app, cart, &form));
        tokio::select! {
            biased;
            answer = &mut ours => panic!("it did not wait: {answer:?}"),
            () = until_waiting(&app, 1) => {}
        }
        // Over the counter of the shop.
        rival.run_one("update stock set on_hand = 0 where variant_id = $1", args![variant]).await.unwrap();
        rival.commit().await.unwrap();
        let answer = ours.await;
        assert!(is_short(&answer, variant, 0), "{answer:?}");
        assert_eq!(stock(&app, variant).await, (0, 0));
        expect_orders(&app, 0).await;
        assert_eq!(show_cart(&app, cart, "").await.unwrap().count(), 1, "the cart is left as it was");
    }

    async fn an_order_that_begins_in_the_middle_of_a_rivals_sees_what_is_left_after_it(app: TestApp) {
        let variant = something_to_buy(&app, 1).await;
        let (rivals_cart, cart) = (cart_with(&app, &[(variant, 1)]).await, cart_with(&app, &[(variant, 1)]).await);
        let rivals_form = checkout(&app, rivals_cart, Payment::AtPickup).await;
        let form = checkout(&app, cart, Payment::AtPickup).await;
        // The rival has the stock's row, has counted, and has reserved; it stops where it writes the product's row.
        let lock = "select p.id from product p join variant v on v.product_id = p.id where v.id = $1 for update of p";
        let gate = holding(&app, lock, variant).await;
        let mut rival = pin!(place_order(&app, rivals_cart, &rivals_form));
        tokio::select! {
            biased;
            answer = &mut rival => panic!("the rival did not wait: {answer:?}"),
            () = until_waiting(&app, 1) => {}
        }
        let mut ours = pin!(place_order(&app, cart, &form));
        tokio::select! {
            biased;
            answer = &mut ours => panic!("it did not wait: {answer:?}"),
            answer = &mut rival => panic!("the rival did not wait: {answer:?}"),
            () = until_waiting(&app, 2) => {}
        }
        gate.commit().await.unwrap();
        let (rival, ours) = tokio::join!(rival, ours);
        assert!(rival.is_ok(), "{rival:?}");
        assert!(is_short(&ours, variant, 0), "{ours:?}");
        assert_eq!(stock(&app, variant).await, (1, 1));
        expect_orders(&app, 1).await;
    }
}
