//! Carts, checkouts and orders, on both databases.

#[path = "support/checkout.rs"]
mod support;

use std::time::Duration;

use domain::money::Rupiah;
use domain::shop::checkout::Change;
use domain::shop::order::{Action, By, Delivery, Payment, Status};
use platform::deadlines::run_deadlines;
use platform::shop::cart::{accept_changes, add_to_cart, forget_old_carts, set_quantity, show_cart};
use platform::shop::order::{
    Act, ActError, Place, PlaceOrderError, Placed, act_on_order, find_group, find_order, may_act, place_order,
    track_order,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use support::{cart_with, checkout, count, expect_stock_adds_up, set_stock, something_to_buy, stock, variants};
use uuid::Uuid;

async fn order_one(app: &TestApp, variant: Uuid, payment: Payment) -> (Uuid, Placed) {
    let cart = cart_with(app, &[(variant, 1)]).await;
    let placed = place_order(app, cart, &checkout(app, cart, payment).await).await.unwrap();
    let (orders, pin) = find_group(app, &placed.secret).await.unwrap().unwrap();
    assert_eq!(pin, placed.pin);
    (orders[0].id, placed)
}

async fn do_it(app: &TestApp, order: Uuid, action: Action, by: By) -> Result<Status, ActError> {
    act_on_order(app, order, action, by, &Act::default()).await
}

on_both_databases! {
    async fn a_guest_buys_and_the_seller_hands_over(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        let (order, placed) = order_one(&app, variant, Payment::AtPickup).await;
        assert_eq!(stock(&app, variant).await, (5, 1));
        let page = find_order(&app, order).await.unwrap().unwrap();
        assert_eq!(page.header.status, Status::Diproses);
        assert_eq!(page.header.total, page.header.subtotal);
        assert_eq!(page.lines.len(), 1);

        assert_eq!(track_order(&app, &page.header.number.to_lowercase(), "7890").await.unwrap(), Some(order));
        assert_eq!(track_order(&app, &page.header.number, "0000").await.unwrap(), None);
        assert!(may_act(&app, order, &placed.pin).await.unwrap());
        assert!(may_act(&app, order, &placed.secret).await.unwrap());
        let wrong = if placed.pin == "000000" { "000001" } else { "000000" };
        assert!(!may_act(&app, order, wrong).await.unwrap());

        assert_eq!(do_it(&app, order, Action::Accept, By::Penjual).await.unwrap(), Status::Diproses);
        assert_eq!(do_it(&app, order, Action::Ready, By::Penjual).await.unwrap(), Status::SiapDiambil);
        assert_eq!(do_it(&app, order, Action::HandOver, By::Penjual).await.unwrap(), Status::Diterima);
        assert_eq!(stock(&app, variant).await, (4, 0));
        let page = find_order(&app, order).await.unwrap().unwrap();
        assert!(page.header.paid, "cash is in hand with the hand-over");
        assert_eq!(page.events.len(), 4);
        // Message to both when placed; to the buyer when begun, ready, received.
        assert_eq!(count(&app, "select count(*) from outbox").await, 5);
        expect_stock_adds_up(&app).await;
    }

    async fn one_checkout_makes_one_order_per_shop_and_the_sums_agree(app: TestApp) {
        let found = variants(&app, &[9, 9, 9]).await;
        let cart = cart_with(&app, &[(found[0], 2), (found[1], 1), (found[2], 3)]).await;
        let contents = show_cart(&app, cart, "").await.unwrap();
        let mut checkout = checkout(&app, cart, Payment::Transfer).await;
        // The first shop brings it: with its fee to its own kecamatan.
        let (shop, _) = &contents.shops[0];
        let kecamatan = shop.kecamatan.clone();
        let fee = show_cart(&app, cart, &kecamatan).await.unwrap().shops[0].0.fee.unwrap();
        let desa = app.reference().await.unwrap().desa(&kecamatan)[0].code.clone();
        checkout.choices[0].delivery = Delivery::Courier;
        checkout.place =
            Some(platform::shop::order::Place { kecamatan, desa, address: "Jl. Mawar 1".into(), landmark: String::new() });
        let placed = place_order(&app, cart, &checkout).await.unwrap();
        let (orders, _) = find_group(&app, &placed.secret).await.unwrap().unwrap();
        assert_eq!(orders.len(), 3);
        let total: Rupiah = orders.iter().map(|order| order.total).sum();
        assert_eq!(total, contents.subtotal() + Rupiah::new(fee));
        assert!(orders.iter().all(|order| order.status == Status::MenungguPembayaran && order.pay_by.is_some()));
        assert_eq!(show_cart(&app, cart, "").await.unwrap().count(), 0);
        expect_stock_adds_up(&app).await;
    }

    async fn what_changed_since_is_told_and_can_be_accepted(app: TestApp) {
        let found = variants(&app, &[5, 5, 5]).await;
        let cart = cart_with(&app, &[(found[0], 4), (found[1], 1), (found[2], 1)]).await;
        set_stock(&app, found[0], 2).await;
        app.db.run("update variant set price = price + 1000 where id = $1", args![found[1]]).await.unwrap();
        app.db.run("update variant set archived = $2 where id = $1", args![found[2], true]).await.unwrap();
        let form = checkout(&app, cart, Payment::AtPickup).await;
        let Err(PlaceOrderError::Changed(changes)) = place_order(&app, cart, &form).await else { panic!() };
        assert_eq!(changes.len(), 3);
        assert!(changes.contains(&(found[0], Change::Short { left: 2 })));
        assert!(changes.contains(&(found[2], Change::Gone)));
        assert_eq!(count(&app, "select count(*) from checkout_group").await, 0);

        accept_changes(&app, cart).await.unwrap();
        let form = checkout(&app, cart, Payment::AtPickup).await;
        let placed = place_order(&app, cart, &form).await.unwrap();
        assert_eq!(find_group(&app, &placed.secret).await.unwrap().unwrap().0.len(), 2);
    }

    async fn a_choice_that_a_shop_does_not_offer_is_refused(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        let cart = cart_with(&app, &[(variant, 1)]).await;
        for (delivery, payment) in [
            (Delivery::Pickup, Payment::Cod),
            (Delivery::Courier, Payment::AtPickup),
            // Nobody said where to.
            (Delivery::Courier, Payment::Cod),
        ] {
            let mut form = checkout(&app, cart, payment).await;
            form.choices[0].delivery = delivery;
            assert!(matches!(place_order(&app, cart, &form).await, Err(PlaceOrderError::NotOffered(_))));
        }
        let mut form = checkout(&app, cart, Payment::AtPickup).await;
        form.choices.clear();
        assert!(matches!(place_order(&app, cart, &form).await, Err(PlaceOrderError::NotOffered(_))));
        assert_eq!(stock(&app, variant).await, (5, 0));
    }

    async fn a_delivery_fee_that_changed_since_is_told(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        let cart = cart_with(&app, &[(variant, 1)]).await;
        let kecamatan = "select f.kecamatan, f.fee from courier_fee f join product p on p.usaha_id = f.usaha_id \
             join variant v on v.product_id = p.id where v.id = $1 order by f.kecamatan limit 1";
        let (kecamatan, fee): (String, i64) = app.db.one(kecamatan, args![variant]).await.unwrap().unwrap();
        let desa = app.reference().await.unwrap().desa(&kecamatan)[0].code.clone();
        let mut form = checkout(&app, cart, Payment::Cod).await;
        form.place = Some(Place { kecamatan, desa, address: "Kp. Baru 1".into(), landmark: String::new() });
        form.choices[0].delivery = Delivery::Courier;
        form.choices[0].fee_seen = Some(Rupiah::new(fee - 1));
        let Err(PlaceOrderError::FeeChanged { fee: now, .. }) = place_order(&app, cart, &form).await else { panic!() };
        assert_eq!(now, Rupiah::new(fee));
        assert_eq!(stock(&app, variant).await, (5, 0));
        form.choices[0].fee_seen = Some(now);
        place_order(&app, cart, &form).await.unwrap();
    }

    async fn a_closed_shop_takes_no_orders(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        let cart = cart_with(&app, &[(variant, 1)]).await;
        app.db.run("update usaha set closed_from = $1, closed_to = $2", args!["2026-11-20", "2026-11-24"]).await.unwrap();
        let form = checkout(&app, cart, Payment::AtPickup).await;
        assert!(matches!(place_order(&app, cart, &form).await, Err(PlaceOrderError::Changed(_))));
        app.clock.advance(Duration::from_secs(86_400));
        place_order(&app, cart, &form).await.unwrap();
    }

    async fn an_unpaid_order_expires_and_its_stock_is_free(app: TestApp) {
        let variant = something_to_buy(&app, 1).await;
        let (order, _) = order_one(&app, variant, Payment::Transfer).await;
        app.clock.advance(Duration::from_secs(11 * 3600));
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        app.clock.advance(Duration::from_secs(2 * 3600));
        assert_eq!(run_deadlines(&app).await.unwrap(), 1);
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        assert_eq!(find_order(&app, order).await.unwrap().unwrap().header.status, Status::Kedaluwarsa);
        assert_eq!(stock(&app, variant).await, (1, 0));
        // Money that comes too late is not lost: taken back in while there is stock.
        assert_eq!(do_it(&app, order, Action::Pay, By::Penjual).await.unwrap(), Status::BayarTerlambat);
        assert_eq!(do_it(&app, order, Action::Reaccept, By::Penjual).await.unwrap(), Status::Dibayar);
        assert_eq!(stock(&app, variant).await, (1, 1));
        expect_stock_adds_up(&app).await;
    }

    async fn late_money_without_stock_goes_back(app: TestApp) {
        let variant = something_to_buy(&app, 1).await;
        let (late, _) = order_one(&app, variant, Payment::Transfer).await;
        app.clock.advance(Duration::from_secs(25 * 3600));
        run_deadlines(&app).await.unwrap();
        order_one(&app, variant, Payment::AtPickup).await;
        do_it(&app, late, Action::Pay, By::Penjual).await.unwrap();
        assert!(matches!(do_it(&app, late, Action::Reaccept, By::Penjual).await, Err(ActError::OutOfStock)));
        assert_eq!(do_it(&app, late, Action::Refund, By::Penjual).await.unwrap(), Status::DanaKembali);
        expect_stock_adds_up(&app).await;
    }

    async fn payment_and_deadline_at_the_same_moment_have_one_winner(app: TestApp) {
        let variant = something_to_buy(&app, 30).await;
        for _ in 0..10 {
            let (order, _) = order_one(&app, variant, Payment::Transfer).await;
            app.clock.advance(Duration::from_secs(12 * 3600));
            let (paid, expired) = tokio::join!(do_it(&app, order, Action::Pay, By::Penjual), run_deadlines(&app));
            expired.unwrap();
            let status = find_order(&app, order).await.unwrap().unwrap().header.status;
            match paid.unwrap() {
                Status::Dibayar => assert_eq!(status, Status::Dibayar),
                Status::BayarTerlambat => assert_eq!(status, Status::BayarTerlambat),
                other => panic!("{other}"),
            }
            expect_stock_adds_up(&app).await;
        }
    }

    async fn a_seller_who_does_not_answer_loses_the_order(app: TestApp) {
        let variant = something_to_buy(&app, 2).await;
        let (order, _) = order_one(&app, variant, Payment::AtPickup).await;
        app.clock.advance(Duration::from_secs(25 * 3600));
        assert_eq!(run_deadlines(&app).await.unwrap(), 1, "a reminder, once");
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        app.clock.advance(Duration::from_secs(24 * 3600));
        assert_eq!(run_deadlines(&app).await.unwrap(), 1);
        let header = find_order(&app, order).await.unwrap().unwrap().header;
        assert_eq!(header.status, Status::Dibatalkan);
        assert!(!header.cancel_reason.is_empty());
        assert_eq!(stock(&app, variant).await, (2, 0));
    }

    async fn a_handed_over_order_completes_by_itself(app: TestApp) {
        let variant = something_to_buy(&app, 2).await;
        let (order, _) = order_one(&app, variant, Payment::AtPickup).await;
        for action in [Action::Accept, Action::Ready, Action::HandOver] {
            do_it(&app, order, action, By::Penjual).await.unwrap();
        }
        app.clock.advance(Duration::from_secs(73 * 3600));
        run_deadlines(&app).await.unwrap();
        assert_eq!(find_order(&app, order).await.unwrap().unwrap().header.status, Status::Selesai);
        assert_eq!(count(&app, "select count(*) from due_job").await, 0);
    }

    async fn a_buyer_cancels_until_the_seller_has_begun(app: TestApp) {
        let variant = something_to_buy(&app, 2).await;
        let (order, _) = order_one(&app, variant, Payment::AtPickup).await;
        assert_eq!(do_it(&app, order, Action::Cancel, By::Pembeli).await.unwrap(), Status::Dibatalkan);
        assert!(matches!(do_it(&app, order, Action::Cancel, By::Pembeli).await, Err(ActError::Already { .. })));
        assert_eq!(stock(&app, variant).await, (2, 0));
        let (order, _) = order_one(&app, variant, Payment::AtPickup).await;
        do_it(&app, order, Action::Accept, By::Penjual).await.unwrap();
        assert!(matches!(do_it(&app, order, Action::Cancel, By::Pembeli).await, Err(ActError::NotNow)));
    }

    async fn twenty_hands_on_one_order_are_one_step(app: TestApp) {
        let variant = something_to_buy(&app, 2).await;
        let (order, _) = order_one(&app, variant, Payment::AtPickup).await;
        let mut hands = tokio::task::JoinSet::new();
        for hand in 0..20 {
            let app = app.clone();
            let action = if hand % 2 == 0 { Action::Cancel } else { Action::Ready };
            hands.spawn(async move { do_it(&app, order, action, By::Penjual).await });
        }
        let answers = hands.join_all().await;
        // Cancelling what is ready is allowed too: one or two steps, never two cancellations.
        let steps = answers.iter().filter(|answer| answer.is_ok()).count();
        assert!((1..=2).contains(&steps), "{steps}");
        let late = |answer: &&Result<Status, ActError>| {
            matches!(answer, Err(ActError::NotNow | ActError::Already { .. }))
        };
        assert_eq!(answers.iter().filter(late).count(), 20 - steps);
        expect_stock_adds_up(&app).await;
    }

    async fn a_cart_that_nobody_touches_is_forgotten_after_thirty_days(app: TestApp) {
        let variant = something_to_buy(&app, 5).await;
        cart_with(&app, &[(variant, 1)]).await;
        app.clock.advance(Duration::from_secs(29 * 86_400));
        assert_eq!(forget_old_carts(&app).await.unwrap(), 0);
        app.clock.advance(Duration::from_secs(2 * 86_400));
        assert_eq!(forget_old_carts(&app).await.unwrap(), 1);
    }

    async fn quantities_in_a_cart_have_limits(app: TestApp) {
        let variant = something_to_buy(&app, 500).await;
        assert!(add_to_cart(&app, None, variant, 0).await.is_err());
        assert!(add_to_cart(&app, None, variant, 100).await.is_err());
        assert!(add_to_cart(&app, None, app.new_id(), 1).await.is_err());
        let cart = cart_with(&app, &[(variant, 60), (variant, 60)]).await;
        assert_eq!(show_cart(&app, cart, "").await.unwrap().count(), 99);
        set_quantity(&app, cart, variant, 3).await.unwrap();
        assert_eq!(show_cart(&app, cart, "").await.unwrap().count(), 3);
        set_quantity(&app, cart, variant, 0).await.unwrap();
        assert!(show_cart(&app, cart, "").await.unwrap().shops.is_empty());
        let form = checkout(&app, cart, Payment::AtPickup).await;
        assert!(matches!(place_order(&app, cart, &form).await, Err(PlaceOrderError::Empty)));
    }

    async fn after_any_sequence_of_steps_the_stock_adds_up(app: TestApp) {
        let variant = something_to_buy(&app, 12).await;
        let mut orders = Vec::new();
        let mut seed = 7_u64;
        let mut draw = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        for _ in 0..150 {
            match draw(4) {
                0 => {
                    let cart = cart_with(&app, &[(variant, 1 + draw(3) as i64)]).await;
                    let payment = if draw(2) == 0 { Payment::Transfer } else { Payment::AtPickup };
                    let form = checkout(&app, cart, payment).await;
                    if let Ok(placed) = place_order(&app, cart, &form).await {
                        orders.push(find_group(&app, &placed.secret).await.unwrap().unwrap().0[0].id);
                    }
                }
                1 => {
                    app.clock.advance(Duration::from_secs(5 * 3600));
                    run_deadlines(&app).await.unwrap();
                }
                _ if !orders.is_empty() => {
                    let order = orders[draw(orders.len())];
                    let action = Action::ALL[draw(Action::ALL.len())];
                    let by = By::ALL[draw(By::ALL.len())];
                    let _ = do_it(&app, order, action, by).await;
                }
                _ => {}
            }
        }
        expect_stock_adds_up(&app).await;
        let sold = "select cast(coalesce(-sum(m.quantity), 0) as bigint) from stock_movement m where m.kind = 'sale'";
        let sold = count(&app, sold).await;
        assert_eq!(stock(&app, variant).await.0 + sold, 12);
    }
}
