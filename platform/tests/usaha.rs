//! Officers decide about shops, on both databases.

use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::phone::Phone;
use domain::region::RegionCode;
use domain::shop::checkout::Change;
use domain::shop::profile::Profile;
use domain::shop::usaha::{Decision, ShopState};
use domain::typed::{Line, Text};
use platform::shop::badge::find_own_legality;
use platform::shop::cart::{add_to_cart, find_cart, show_cart};
use platform::shop::catalogue::{Filter, From, find_product, find_shop, list_products};
use platform::shop::usaha::{
    Decide, DecideError, ShopFilter, ShopTab, count_shops, decide_shop, find_shop_file, hand_in_again, list_late_shops,
    list_shops_to_decide, update_shop,
};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, setup};
use uuid::Uuid;

fn account(id: Uuid, role: Role, duties: &[Duty]) -> Actor {
    Actor::Account { id, roles: vec![role], duties: duties.to_vec() }
}

async fn id(app: &TestApp, sql: &'static str) -> Uuid {
    app.db.one::<(Uuid,)>(sql, args![]).await.unwrap().unwrap().0
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}

/// Demo data, an officer in charge of shops, and the shop of the demo owner.
async fn office(app: &TestApp) -> (Actor, Uuid) {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 60).await.unwrap();
    let officer = id(app, "select id from account where phone = '+6281110000003'").await;
    let shop = id(app, "select u.id from usaha u join account a on a.id = u.owner_id where a.phone = '+6281110000002'");
    (account(officer, Role::Petugas, &[Duty::Toko]), shop.await)
}

async fn owner(app: &TestApp) -> Actor {
    account(id(app, "select id from account where phone = '+6281110000002'").await, Role::PelakuUsaha, &[])
}

async fn set_pending(app: &TestApp, shop: Uuid) {
    app.db.run("update usaha set state = 'pending' where id = $1", args![shop]).await.unwrap();
    app.db.run("update product set listed = $2 where usaha_id = $1", args![shop, false]).await.unwrap();
}

fn decision(decision: Decision, reason: &str, seen: i64) -> Decide {
    Decide { decision, reason: reason.into(), seen }
}

async fn state(app: &TestApp, officer: &Actor, shop: Uuid) -> (ShopState, Option<String>) {
    let file = find_shop_file(app, officer, shop).await.unwrap().unwrap();
    (file.shop.state, file.shop.state_reason)
}

/// Whether shoppers find the shop's product in the list, by search, on its page, and the shop itself.
async fn seen_by_shoppers(app: &TestApp, shop: Uuid) -> [bool; 4] {
    let sql = "select p.slug, p.name, u.slug from product p join usaha u on u.id = p.usaha_id where u.id = $1 \
         order by p.slug limit 1";
    let (product, name, shop): (String, String, String) = app.db.one(sql, args![shop]).await.unwrap().unwrap();
    let listed = async |words: &str| {
        let filter = Filter { words: words.to_owned(), ..Filter::default() };
        let mut from = From::Start;
        loop {
            let page = list_products(app, &filter, from).await.unwrap();
            if page.items.iter().any(|card| card.slug == product) {
                return true;
            }
            match page.after {
                Some(cursor) => from = From::After(cursor),
                None => return false,
            }
        }
    };
    [
        listed("").await,
        listed(&name).await,
        find_product(app, &product).await.unwrap().is_some(),
        find_shop(app, &shop).await.unwrap().is_some(),
    ]
}

on_both_databases! {
    async fn an_approved_shop_is_public_at_once_and_its_owner_is_told(app: TestApp) {
        let (officer, shop) = office(&app).await;
        set_pending(&app, shop).await;
        assert_eq!(seen_by_shoppers(&app, shop).await, [false; 4]);
        let desk = list_shops_to_decide(&app, &officer, &ShopFilter::default()).await.unwrap();
        assert_eq!(desk.shops.iter().map(|row| row.id).collect::<Vec<_>>(), [shop]);

        decide_shop(&app, &officer, shop, &decision(Decision::Approve, "Selamat berjualan.", 0)).await.unwrap();
        assert_eq!(seen_by_shoppers(&app, shop).await, [true; 4]);
        let file = find_shop_file(&app, &officer, shop).await.unwrap().unwrap();
        assert_eq!((file.shop.state, file.history.len()), (ShopState::Open, 1));
        assert_eq!((file.history[0].name.as_str(), file.history[0].decision), ("Hendra Saputra", Decision::Approve));
        let told: Vec<(String, String)> = app.db.all("select recipient, body from outbox", args![]).await.unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].0, "+6281110000002");
        assert!(told[0].1.contains("sudah disetujui") && told[0].1.contains("Selamat berjualan."), "{}", told[0].1);
        assert!(list_shops_to_decide(&app, &officer, &ShopFilter::default()).await.unwrap().shops.is_empty());
    }

    async fn a_shop_sent_back_waits_for_its_owner_who_reads_why(app: TestApp) {
        let (officer, shop) = office(&app).await;
        let owner = owner(&app).await;
        set_pending(&app, shop).await;
        assert!(matches!(hand_in_again(&app, &owner).await, Err(DecideError::Already(None))));
        let none = decide_shop(&app, &officer, shop, &decision(Decision::Return, "  ", 0)).await;
        assert!(matches!(none, Err(DecideError::NoReason)));

        decide_shop(&app, &officer, shop, &decision(Decision::Return, " Alamat belum lengkap. ", 0)).await.unwrap();
        let own = find_own_legality(&app, &owner).await.unwrap().unwrap().shop;
        assert_eq!((own.state, own.state_reason.as_deref()), (ShopState::Pending, Some("Alamat belum lengkap.")));
        let told = "select count(*) from outbox where body like '%Alamat belum lengkap.%'";
        assert_eq!(count(&app, told).await, 1);
        let counts = count_shops(&app, &officer).await.unwrap();
        assert_eq!((counts.waiting, counts.returned), (0, 1));
        assert_eq!(seen_by_shoppers(&app, shop).await, [false; 4]);

        app.clock.advance(Duration::from_secs(3600));
        hand_in_again(&app, &owner).await.unwrap();
        // A second press of the button changes nothing and is no mistake.
        assert!(matches!(hand_in_again(&app, &owner).await, Err(DecideError::Already(Some(_)))));
        let counts = count_shops(&app, &officer).await.unwrap();
        assert_eq!((counts.waiting, counts.returned, counts.oldest), (1, 0, Some(app.now().micros())));
        assert_eq!(state(&app, &officer, shop).await, (ShopState::Pending, None));
        // The page from before the owner's change decides nothing.
        let stale = decide_shop(&app, &officer, shop, &decision(Decision::Approve, "", 1)).await;
        assert!(matches!(stale, Err(DecideError::Already(Some(last))) if last.decision == Decision::HandIn));
        decide_shop(&app, &officer, shop, &decision(Decision::Approve, "", 2)).await.unwrap();
        assert_eq!(state(&app, &officer, shop).await, (ShopState::Open, None));
    }

    async fn saving_what_was_asked_for_hands_the_shop_in_again(app: TestApp) {
        let (officer, shop) = office(&app).await;
        set_pending(&app, shop).await;
        decide_shop(&app, &officer, shop, &decision(Decision::Return, "Alamat belum lengkap.", 0)).await.unwrap();
        app.clock.advance(Duration::from_secs(3600));
        let profile = Profile {
            name: Line::parse("Dapur Bu Rohimah").unwrap(),
            kecamatan: RegionCode::parse("36.03.20").unwrap(),
            desa: RegionCode::parse("36.03.20.1011").unwrap(),
            address: Line::parse("Kp. Babakan No. 3, RT 01/RW 02").unwrap(),
            phone: Phone::parse("0812 3456 7890").unwrap(),
            description: Text::parse("Keripik rumahan.").unwrap(),
            opening_hours: Line::parse("Senin–Sabtu 08.00–17.00").unwrap(),
        };
        for _ in 0..2 {
            update_shop(&app, &owner(&app).await, &profile).await.unwrap();
        }
        let file = find_shop_file(&app, &officer, shop).await.unwrap().unwrap();
        assert_eq!((file.shop.state, file.shop.state_reason), (ShopState::Pending, None));
        let history: Vec<Decision> = file.history.iter().map(|event| event.decision).collect();
        assert_eq!(history, [Decision::HandIn, Decision::Return]);
        assert_eq!(count_shops(&app, &officer).await.unwrap().oldest, Some(app.now().micros()));
    }

    async fn a_suspended_shop_leaves_list_search_page_and_carts_until_it_is_reopened(app: TestApp) {
        let (officer, shop) = office(&app).await;
        let variant = "select v.id from variant v join product p on p.id = v.product_id join stock s on s.variant_id = v.id \
             where p.usaha_id = $1 and s.on_hand > 0 order by v.id limit 1";
        let (variant,): (Uuid,) = app.db.one(variant, args![shop]).await.unwrap().unwrap();
        let token = add_to_cart(&app, None, variant, 1).await.unwrap().unwrap();
        let (cart, _) = find_cart(&app, &token).await.unwrap().unwrap();
        assert_eq!(seen_by_shoppers(&app, shop).await, [true; 4]);

        decide_shop(&app, &officer, shop, &decision(Decision::Suspend, "Izin dicabut.", 0)).await.unwrap();
        assert_eq!(seen_by_shoppers(&app, shop).await, [false; 4]);
        let lines = show_cart(&app, cart, "").await.unwrap();
        assert_eq!(lines.shops[0].1[0].now(&app).change(), Some(Change::Gone));
        assert!(add_to_cart(&app, Some(cart), variant, 1).await.is_err());
        assert_eq!(state(&app, &officer, shop).await, (ShopState::Suspended, Some("Izin dicabut.".into())));
        let own = find_own_legality(&app, &owner(&app).await).await.unwrap().unwrap().shop;
        assert_eq!((own.state, own.state_reason.as_deref()), (ShopState::Suspended, Some("Izin dicabut.")));

        decide_shop(&app, &officer, shop, &decision(Decision::Reopen, "", 1)).await.unwrap();
        assert_eq!(seen_by_shoppers(&app, shop).await, [true; 4]);
        assert_eq!(show_cart(&app, cart, "").await.unwrap().shops[0].1[0].now(&app).change(), None);
    }

    async fn only_officers_in_charge_decide_and_never_about_their_own_shop(app: TestApp) {
        let (officer, shop) = office(&app).await;
        let admin = account(officer.id().unwrap(), Role::Admin, &[]);
        let owner_id = owner(&app).await.id().unwrap();
        let stranger = app.new_id();
        let may_not = [
            Actor::Guest,
            account(stranger, Role::Pembeli, &[]),
            account(owner_id, Role::PelakuUsaha, &[]),
            account(stranger, Role::Pendamping, &[Duty::Toko]),
            account(stranger, Role::Petugas, &[]),
            account(stranger, Role::Petugas, &[Duty::Loket, Duty::Verifikator, Duty::Data]),
        ];
        let suspend = decision(Decision::Suspend, "Alasan.", 0);
        for actor in &may_not {
            assert!(matches!(decide_shop(&app, actor, shop, &suspend).await, Err(DecideError::Forbidden(_))), "{actor:?}");
            assert!(list_shops_to_decide(&app, actor, &ShopFilter::default()).await.is_err());
            assert!(find_shop_file(&app, actor, shop).await.is_err());
            assert!(list_late_shops(&app, actor).await.is_err());
        }
        for actor in [Actor::Guest, account(stranger, Role::Petugas, Duty::ALL), admin.clone()] {
            assert!(matches!(hand_in_again(&app, &actor).await, Err(DecideError::Forbidden(_))));
        }
        assert!(matches!(hand_in_again(&app, &account(stranger, Role::Pembeli, &[])).await, Err(DecideError::NotFound)));
        let both = Actor::Account { id: owner_id, roles: vec![Role::Petugas, Role::PelakuUsaha], duties: vec![Duty::Toko] };
        assert!(matches!(decide_shop(&app, &both, shop, &suspend).await, Err(DecideError::OwnShop)));
        assert!(find_shop_file(&app, &both, shop).await.unwrap().unwrap().own);
        assert!(matches!(decide_shop(&app, &officer, stranger, &suspend).await, Err(DecideError::NotFound)));
        assert_eq!(count(&app, "select count(*) from usaha_event").await, 0);
        assert_eq!(state(&app, &officer, shop).await, (ShopState::Open, None));
        decide_shop(&app, &admin, shop, &suspend).await.unwrap();
    }

    async fn the_same_form_sent_twice_decides_once(app: TestApp) {
        let (officer, shop) = office(&app).await;
        let suspend = decision(Decision::Suspend, "Alasan.", 0);
        decide_shop(&app, &officer, shop, &suspend).await.unwrap();
        decide_shop(&app, &officer, shop, &suspend).await.unwrap();
        assert_eq!(count(&app, "select count(*) from usaha_event").await, 1);
        assert_eq!(count(&app, "select count(*) from outbox").await, 1);
        // An old window of the same officer with another wish is told what happened.
        let reopen = decide_shop(&app, &officer, shop, &decision(Decision::Reopen, "", 0)).await;
        assert!(matches!(reopen, Err(DecideError::Already(Some(last))) if last.decision == Decision::Suspend));
    }

    async fn of_twenty_officers_at_once_one_decides_and_nineteen_are_told_who(app: TestApp) {
        let (_, shop) = office(&app).await;
        set_pending(&app, shop).await;
        let mut running = Vec::new();
        for nth in 0..20 {
            let id = app.new_id();
            let sql = "insert into account (id, name, phone, password_hash, state, created_at) values ($1, $2, $3, '', 'active', 0)";
            app.db.run(sql, args![id, format!("Petugas {nth}"), format!("+62811990000{nth:02}")]).await.unwrap();
            let wish = if nth % 2 == 0 { Decision::Approve } else { Decision::Return };
            let app = app.clone();
            running.push(tokio::spawn(async move {
                decide_shop(&app, &account(id, Role::Petugas, &[Duty::Toko]), shop, &decision(wish, "Alasan.", 0)).await
            }));
        }
        let (mut won, mut told) = (0, 0);
        for task in running {
            match task.await.unwrap() {
                Ok(()) => won += 1,
                Err(DecideError::Already(Some(last))) if last.name.starts_with("Petugas ") => told += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((won, told), (1, 19));
        assert_eq!(count(&app, "select count(*) from usaha_event").await, 1);
        assert_eq!(count(&app, "select count(*) from outbox").await, 1);
    }

    async fn the_list_is_filtered_paged_and_searched(app: TestApp) {
        let (officer, _) = office(&app).await;
        let open = ShopFilter { tab: ShopTab::Open, ..ShopFilter::default() };
        let first = list_shops_to_decide(&app, &officer, &open).await.unwrap();
        let second = list_shops_to_decide(&app, &officer, &ShopFilter { page: 1, ..open.clone() }).await.unwrap();
        let mut ids: Vec<Uuid> = first.shops.iter().chain(&second.shops).map(|row| row.id).collect();
        assert!(first.more && !second.more);
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len() as i64, first.counts.open);
        let find = async |filter: ShopFilter| list_shops_to_decide(&app, &officer, &filter).await.unwrap().shops;
        let by_name = find(ShopFilter { words: "BATIK lereng".into(), ..open.clone() }).await;
        assert_eq!(by_name.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Batik Lereng Curug"]);
        let there = find(ShopFilter { kecamatan: by_name[0].kecamatan.clone(), ..open.clone() }).await;
        assert!(!there.is_empty() && there.iter().all(|row| row.kecamatan == by_name[0].kecamatan));
        assert!(find(ShopFilter { words: "100%".into(), ..open }).await.is_empty());
    }

    async fn the_demo_office_has_work(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        demo::seed(&app, 200).await.unwrap();
        let officer = account(app.new_id(), Role::Admin, &[]);
        let counts = count_shops(&app, &officer).await.unwrap();
        assert_eq!((counts.waiting, counts.returned, counts.suspended), (3, 1, 0));
        let waiting = list_shops_to_decide(&app, &officer, &ShopFilter::default()).await.unwrap().shops;
        assert!(waiting.is_sorted_by_key(|row| row.since) && waiting.iter().all(|row| row.products > 0));
        for row in waiting {
            assert_eq!(seen_by_shoppers(&app, row.id).await, [false; 4]);
        }
        assert_eq!(count(&app, "select count(*) from product where listed").await, 200);
    }

    async fn a_shop_that_keeps_a_buyer_waiting_is_named(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        demo::seed(&app, 200).await.unwrap();
        let officer = account(app.new_id(), Role::Admin, &[]);
        app.clock.advance(Duration::from_secs(2 * 86_400));
        let late = list_late_shops(&app, &officer).await.unwrap();
        let expected = "select count(*) from shop_order where status = 'dibayar' or (status = 'diproses' and accepted_at is null)";
        assert_eq!(late.iter().map(|shop| shop.orders).sum::<i64>(), count(&app, expected).await);
        assert!(!late.is_empty() && late.is_sorted_by_key(|shop| shop.since));
    }
}
