//! Who may act on an order, twice and at the same time; and what the seller's room shows. On both databases.

#[path = "support/order.rs"]
mod support;

use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::shop::order::{Action, Delivery, Payment, Status, Tab};
use platform::deadlines::run_deadlines;
use platform::shop::order::{
    Act, ActError, OrderFilter, OrdersError, act_as_buyer, act_as_officer, act_as_seller, export_shop_orders,
    find_buyer, find_office_order, find_order, find_own_order, find_shop_order, list_shop_orders,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use support::{Ordered, buyer, demo_account, market, order, order_by, person, place};
use uuid::Uuid;

fn because(note: &str) -> Act {
    Act { note: note.into(), ..Act::default() }
}

async fn sells(app: &TestApp, order: &Ordered, action: Action) -> Result<Status, ActError> {
    act_as_seller(app, &order.owner, &order.number, action, &because("Bahan habis")).await
}

async fn status(app: &TestApp, order: &Ordered) -> Status {
    find_order(app, order.id).await.unwrap().unwrap().header.status
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}

on_both_databases! {
    async fn only_the_owner_of_the_shop_sells(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let act = because("Bahan habis");
        for action in Action::ALL {
            let by_rival = act_as_seller(&app, &o.rival, &o.number, *action, &act).await;
            assert!(matches!(by_rival, Err(ActError::NotFound)), "{action}");
            let by_guest = act_as_seller(&app, &Actor::Guest, &o.number, *action, &act).await;
            assert!(matches!(by_guest, Err(ActError::Forbidden(_))), "{action}");
        }
        assert!(matches!(find_shop_order(&app, &o.rival, &o.number).await, Ok(None)));
        assert!(matches!(find_shop_order(&app, &Actor::Guest, &o.number).await, Err(OrdersError::Forbidden(_))));
        let (page, who) = find_shop_order(&app, &o.owner, &o.number).await.unwrap().unwrap();
        assert_eq!((page.header.id, who.name.as_str()), (o.id, "Siti Nurjanah"));
        assert_eq!(sells(&app, &o, Action::Accept).await.unwrap(), Status::Diproses);
        assert_eq!(sells(&app, &o, Action::Ready).await.unwrap(), Status::SiapDiambil);
        assert_eq!(sells(&app, &o, Action::HandOver).await.unwrap(), Status::Diterima);
        let by = "select count(*) from order_event where by_role = 'penjual' and by_account is not null";
        assert_eq!(count(&app, by).await, 3);
    }

    async fn only_the_buyer_buys(app: TestApp) {
        let o = order(&app, Delivery::Courier, Payment::Cod).await;
        sells(&app, &o, Action::Accept).await.unwrap();
        sells(&app, &o, Action::Send).await.unwrap();
        let receive = |actor: Actor, key: String| {
            let (app, id) = (app.clone(), o.id);
            async move { act_as_buyer(&app, &actor, id, &key, Action::HandOver, &Act::default()).await }
        };
        let wrong = if o.placed.pin == "000000" { "000001" } else { "000000" };
        assert!(matches!(receive(Actor::Guest, wrong.into()).await, Err(ActError::WrongPin)));
        // Somebody else's account is no key, and neither is the shop's.
        assert!(matches!(receive(buyer(&app).await, String::new()).await, Err(ActError::WrongPin)));
        assert!(matches!(receive(o.owner.clone(), String::new()).await, Err(ActError::WrongPin)));
        assert!(find_buyer(&app, &o.owner, o.id, Some(wrong)).await.unwrap().is_none());
        assert!(find_buyer(&app, &Actor::Guest, o.id, Some(&o.placed.secret)).await.unwrap().is_some());
        // What is the seller's is not the buyer's.
        let refund = act_as_buyer(&app, &Actor::Guest, o.id, &o.placed.secret, Action::Refund, &Act::default()).await;
        assert!(matches!(refund, Err(ActError::NotNow)));
        assert_eq!(receive(Actor::Guest, o.placed.pin.clone()).await.unwrap(), Status::Diterima);
        // A return needs a reason, and the holder of the secret is never kept waiting.
        let ask = |note: &'static str| {
            let (app, id, key) = (app.clone(), o.id, o.placed.secret.clone());
            async move { act_as_buyer(&app, &Actor::Guest, id, &key, Action::AskReturn, &because(note)).await }
        };
        assert!(matches!(ask("  ").await, Err(ActError::NoReason)));
        assert_eq!(ask("Dua bungkus pecah").await.unwrap(), Status::ReturDiajukan);
    }

    async fn pins_cannot_be_guessed(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let wrong = if o.placed.pin == "000000" { "000001" } else { "000000" };
        let cancel = |key: String| {
            let (app, id) = (app.clone(), o.id);
            async move { act_as_buyer(&app, &Actor::Guest, id, &key, Action::Cancel, &Act::default()).await }
        };
        for _ in 0..5 {
            assert!(matches!(cancel(wrong.into()).await, Err(ActError::WrongPin)));
        }
        let Err(ActError::Wait(seconds)) = cancel(o.placed.pin.clone()).await else { panic!() };
        assert!((1..=901).contains(&seconds));
        app.clock.advance(Duration::from_secs(901));
        assert_eq!(cancel(o.placed.pin.clone()).await.unwrap(), Status::Dibatalkan);
    }

    async fn the_account_that_ordered_needs_no_pin(app: TestApp) {
        market(&app, 5).await;
        let siti = buyer(&app).await;
        let o = order_by(&app, Delivery::Pickup, Payment::AtPickup, siti.id()).await;
        assert_eq!(find_own_order(&app, siti.id().unwrap(), &o.number).await.unwrap(), Some(o.id));
        assert_eq!(find_own_order(&app, o.owner.id().unwrap(), &o.number).await.unwrap(), None);
        assert!(find_buyer(&app, &siti, o.id, None).await.unwrap().is_some());
        let cancelled = act_as_buyer(&app, &siti, o.id, "", Action::Cancel, &Act::default()).await;
        assert_eq!(cancelled.unwrap(), Status::Dibatalkan);
    }

    async fn an_officer_acts_with_the_duty_and_a_reason_and_both_sides_are_told(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let act = because("Toko tutup karena banjir");
        for duty in Duty::ALL.iter().filter(|duty| **duty != Duty::Toko) {
            let officer = demo_account(&app, Role::Petugas, &[*duty]).await;
            let tried = act_as_officer(&app, &officer, &o.number, Action::Cancel, &act).await;
            assert!(matches!(tried, Err(ActError::Forbidden(_))), "{duty}");
            assert!(find_office_order(&app, &officer, &o.number).await.is_err());
        }
        for role in [Role::Pembeli, Role::PelakuUsaha, Role::Pendamping] {
            let other = demo_account(&app, role, &[]).await;
            assert!(act_as_officer(&app, &other, &o.number, Action::Cancel, &act).await.is_err(), "{role}");
        }
        let officer = demo_account(&app, Role::Petugas, &[Duty::Toko]).await;
        let mute = act_as_officer(&app, &officer, &o.number, Action::Cancel, &Act::default()).await;
        assert!(matches!(mute, Err(ActError::NoReason)));
        // Nobody decides on an order of their own shop.
        let both = person(o.owner.id().unwrap(), Role::Admin, &[]);
        assert!(matches!(act_as_officer(&app, &both, &o.number, Action::Cancel, &act).await, Err(ActError::NotFound)));
        let before = count(&app, "select count(*) from outbox").await;
        let done = act_as_officer(&app, &officer, &o.number, Action::Cancel, &act).await;
        assert_eq!(done.unwrap(), Status::Dibatalkan);
        assert_eq!(count(&app, "select count(*) from outbox").await, before + 2);
        let told = "select count(*) from outbox where body like '%banjir%'";
        assert_eq!(count(&app, told).await, 2);
        assert!(find_office_order(&app, &officer, &o.number).await.unwrap().is_some());
    }

    async fn every_step_sent_twice_is_one_step(app: TestApp) {
        let o = order(&app, Delivery::Courier, Payment::Transfer).await;
        let mut events = 1;
        for action in [Action::Pay, Action::Accept, Action::Send, Action::HandOver] {
            sells(&app, &o, action).await.unwrap();
            events += 1;
            app.clock.advance(Duration::from_secs(60));
            let Err(ActError::Already { at }) = sells(&app, &o, action).await else { panic!("{action}") };
            assert_eq!(at.plus_seconds(60), app.now());
            assert_eq!(find_order(&app, o.id).await.unwrap().unwrap().events.len(), events);
        }
        // What never happened and does not fit is another answer.
        assert!(matches!(sells(&app, &o, Action::Cancel).await, Err(ActError::NotNow)));
    }

    async fn two_windows_make_one_step(app: TestApp) {
        let o = order(&app, Delivery::Courier, Payment::Cod).await;
        let (a, b, c) = tokio::join!(
            sells(&app, &o, Action::Accept), sells(&app, &o, Action::Accept), sells(&app, &o, Action::Accept));
        let answers = [a, b, c];
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        let already = |answer: &&Result<Status, ActError>| matches!(answer, Err(ActError::Already { .. }));
        assert_eq!(answers.iter().filter(already).count(), 2);
        // Sent in one window, cancelled in the other: one of them wins, or both in an order that is allowed.
        let (sent, cancelled) = tokio::join!(sells(&app, &o, Action::Send), sells(&app, &o, Action::Cancel));
        assert!(cancelled.is_ok());
        if sent.is_err() {
            assert!(matches!(sent, Err(ActError::NotNow)));
        }
        assert_eq!(status(&app, &o).await, Status::Dibatalkan);
    }

    async fn a_seller_who_takes_something_away_says_why(app: TestApp) {
        let o = order(&app, Delivery::Courier, Payment::Cod).await;
        let mute = act_as_seller(&app, &o.owner, &o.number, Action::Cancel, &Act::default()).await;
        assert!(matches!(mute, Err(ActError::NoReason)));
        assert_eq!(sells(&app, &o, Action::Cancel).await.unwrap(), Status::Dibatalkan);
        let header = find_order(&app, o.id).await.unwrap().unwrap().header;
        assert_eq!((header.cancel_reason.as_str(), header.cancelled_by.as_deref()), ("Bahan habis", Some("penjual")));
    }

    async fn courier_and_number_are_kept(app: TestApp) {
        let o = order(&app, Delivery::Courier, Payment::Cod).await;
        let act = Act { courier: " JNE ".into(), receipt_number: "TGR-0042".into(), ..Act::default() };
        // Who sends it has accepted it.
        act_as_seller(&app, &o.owner, &o.number, Action::Send, &act).await.unwrap();
        let header = find_order(&app, o.id).await.unwrap().unwrap().header;
        assert_eq!((header.courier.as_str(), header.receipt_number.as_str()), ("JNE", "TGR-0042"));
        assert!(header.accepted_at.is_some());
        // The timer of the acceptance must not cancel what is on its way.
        app.clock.advance(Duration::from_secs(80 * 3600));
        run_deadlines(&app).await.unwrap();
        assert_eq!(status(&app, &o).await, Status::Dikirim);
    }

    async fn a_return_is_answered_and_the_money_goes_back(app: TestApp) {
        let (variant, owner, rival) = market(&app, 5).await;
        for (answer, end) in [(Action::ApproveReturn, Status::DanaKembali), (Action::RefuseReturn, Status::Selesai)] {
            let (id, number, placed) = place(&app, variant, Delivery::Pickup, Payment::AtPickup, None).await;
            let o = Ordered { id, number, placed, owner: owner.clone(), rival: rival.clone() };
            for action in [Action::Accept, Action::Ready, Action::HandOver] {
                sells(&app, &o, action).await.unwrap();
            }
            let note = because("Rasanya bukan yang saya pilih");
            act_as_buyer(&app, &Actor::Guest, o.id, &o.placed.pin, Action::AskReturn, &note).await.unwrap();
            sells(&app, &o, answer).await.unwrap();
            if answer == Action::ApproveReturn {
                sells(&app, &o, Action::Refund).await.unwrap();
            } else {
                // A refused return is over by itself.
                app.clock.advance(Duration::from_secs(73 * 3600));
                run_deadlines(&app).await.unwrap();
            }
            assert_eq!(status(&app, &o).await, end);
        }
    }

    async fn a_return_can_be_asked_for_within_three_days(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        for action in [Action::Accept, Action::Ready, Action::HandOver] {
            sells(&app, &o, action).await.unwrap();
        }
        app.clock.advance(Duration::from_secs(73 * 3600));
        run_deadlines(&app).await.unwrap();
        let late = act_as_buyer(&app, &Actor::Guest, o.id, &o.placed.pin, Action::AskReturn, &because("Basi")).await;
        assert!(matches!(late, Err(ActError::NotNow)));
    }

    async fn what_is_not_fetched_in_a_week_is_given_up(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        sells(&app, &o, Action::Accept).await.unwrap();
        sells(&app, &o, Action::Ready).await.unwrap();
        let pickup_by = find_order(&app, o.id).await.unwrap().unwrap().header.due().unwrap();
        assert_eq!(pickup_by, app.now().plus_days(7));
        app.clock.advance(Duration::from_secs(6 * 86_400));
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        app.clock.advance(Duration::from_secs(2 * 86_400));
        assert_eq!(run_deadlines(&app).await.unwrap(), 1);
        assert_eq!(status(&app, &o).await, Status::Dibatalkan);
        assert_eq!(count(&app, "select cast(sum(reserved) as bigint) from stock").await, 0);
    }

    async fn a_seller_is_reminded_once_and_only_of_what_waits(app: TestApp) {
        let reminders = "select count(*) from outbox where kind = 'order_reminder'";
        let o = order(&app, Delivery::Courier, Payment::Cod).await;
        app.clock.advance(Duration::from_secs(25 * 3600));
        run_deadlines(&app).await.unwrap();
        run_deadlines(&app).await.unwrap();
        assert_eq!(count(&app, reminders).await, 1);
        sells(&app, &o, Action::Accept).await.unwrap();
        app.clock.advance(Duration::from_secs(49 * 3600));
        run_deadlines(&app).await.unwrap();
        assert_eq!(count(&app, reminders).await, 2, "it is not on its way yet");
        sells(&app, &o, Action::Send).await.unwrap();
        app.clock.advance(Duration::from_secs(400 * 3600));
        run_deadlines(&app).await.unwrap();
        assert_eq!(count(&app, reminders).await, 2);
    }

    async fn every_order_lies_in_its_drawer(app: TestApp) {
        let (variant, owner, rival) = market(&app, 50).await;
        let steps: [&[Action]; 9] = [
            &[],
            &[Action::Pay],
            &[Action::Pay, Action::Accept],
            &[Action::Pay, Action::Accept, Action::Ready],
            &[Action::Pay, Action::Accept, Action::Ready, Action::HandOver],
            &[Action::Cancel],
            &[Action::Pay, Action::Cancel],
            &[Action::Pay, Action::Cancel, Action::Refund],
            &[Action::Cancel, Action::Pay],
        ];
        for steps in steps {
            let (_, number, _) = place(&app, variant, Delivery::Pickup, Payment::Transfer, None).await;
            for action in steps {
                act_as_seller(&app, &owner, &number, *action, &because("Salah stok")).await.unwrap();
            }
        }
        let mut found = 0;
        for tab in Tab::ALL {
            let filter = OrderFilter { tab: Some(*tab), ..OrderFilter::default() };
            let list = list_shop_orders(&app, &owner, &filter).await.unwrap();
            assert!(list.has_shop && list.orders.iter().all(|card| Tab::of(card.now()) == *tab), "{tab}");
            assert_eq!(list.counts.get(tab).copied().unwrap_or(0), list.orders.len() as i64, "{tab}");
            assert!(!list.orders.is_empty(), "{tab} is empty");
            found += list.orders.len();
            assert!(list_shop_orders(&app, &rival, &filter).await.unwrap().orders.is_empty());
        }
        assert_eq!(found, steps.len());
        assert!(list_shop_orders(&app, &Actor::Guest, &OrderFilter::default()).await.is_err());
    }

    async fn a_seller_takes_all_orders_of_a_drawer_along(app: TestApp) {
        let (variant, owner, rival) = market(&app, 100).await;
        let mut numbers = Vec::new();
        // More than a page shows.
        for _ in 0..25 {
            numbers.push(place(&app, variant, Delivery::Courier, Payment::Cod, None).await.1);
            app.clock.advance(Duration::from_secs(1));
        }
        act_as_seller(&app, &owner, &numbers[3], Action::Accept, &Act::default()).await.unwrap();
        // A second line, as a cart with two things would have made it.
        let other = "select id from variant where id <> $1 order by id limit 1";
        let (other,): (Uuid,) = app.db.one(other, args![variant]).await.unwrap().unwrap();
        let second = "insert into order_line (order_id, variant_id, position, product_name, product_slug, \
             variant_label, tint, price, quantity) select id, $2, 1, 'Teh', 'teh', 'Melati', 1, 5000, 2 \
             from shop_order where number = $1";
        app.db.run(second, args![&numbers[5], other]).await.unwrap();

        let all = export_shop_orders(&app, &owner, &OrderFilter::default()).await.unwrap();
        assert!(all.iter().rev().map(|order| &order.number).eq(&numbers), "each once, the latest first");
        let order = &all[24 - 5];
        let items: Vec<_> = order.items.iter().map(|item| (item.quantity, item.product_name.as_str())).collect();
        assert_eq!((items.len(), items[0].0, items[1]), (2, 1, (2, "Teh")));
        assert_eq!((order.buyer_name.as_str(), order.status), ("Siti Nurjanah", Status::Diproses));
        assert!(order.total == order.subtotal + order.delivery_fee && order.delivery_fee.amount() > 0);

        let of = async |tab, words: &str| {
            let filter = OrderFilter { tab, words: words.into(), after: None };
            export_shop_orders(&app, &owner, &filter).await.unwrap().into_iter().map(|order| order.number).collect()
        };
        let making: Vec<String> = of(Some(Tab::Making), "").await;
        assert_eq!(making, [numbers[3].clone()]);
        let found: Vec<String> = of(None, &numbers[7].to_lowercase()).await;
        assert_eq!(found, [numbers[7].clone()]);
        assert!(export_shop_orders(&app, &rival, &OrderFilter::default()).await.unwrap().is_empty());
    }

    async fn orders_are_paged_and_found(app: TestApp) {
        let (variant, owner, _) = market(&app, 50).await;
        let mut last = String::new();
        for _ in 0..25 {
            last = place(&app, variant, Delivery::Pickup, Payment::AtPickup, None).await.1;
            app.clock.advance(Duration::from_secs(1));
        }
        for tab in [Some(Tab::New), None] {
            let mut filter = OrderFilter { tab, ..OrderFilter::default() };
            let first = list_shop_orders(&app, &owner, &filter).await.unwrap();
            filter.after = first.after;
            let second = list_shop_orders(&app, &owner, &filter).await.unwrap();
            assert_eq!((first.orders.len(), second.orders.len()), (20, 5));
            assert!(second.after.is_none());
            let keys = first.orders.iter().chain(&second.orders).map(|card| card.created_at);
            // What waits: the oldest first. All: the latest first.
            let sorted = if tab.is_some() { keys.is_sorted() } else { keys.rev().is_sorted() };
            assert!(sorted, "{tab:?}");
        }
        for (words, expected) in [(last.to_lowercase(), 1), (last[4..8].to_owned(), 1), ("siti".into(), 20), ("100%".into(), 0)] {
            let filter = OrderFilter { words: words.clone(), ..OrderFilter::default() };
            let found = list_shop_orders(&app, &owner, &filter).await.unwrap().orders;
            assert_eq!(found.len(), expected, "{words}");
        }
    }
}
