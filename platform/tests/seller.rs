//! An owner's shop and products, on both databases.

use std::collections::BTreeMap;

use domain::account::{Actor, Duty, Login, Role};
use domain::money::Rupiah;
use domain::phone::Phone;
use domain::region::RegionCode;
use domain::shop::checkout::Change;
use domain::shop::first_steps::Step;
use domain::shop::order::{Action, By, Delivery, Payment};
use domain::shop::product::{Details, Lack, Pieces, Price, ProductAction, ProductState, Terms};
use domain::shop::profile::{ClosedDays, DeliveryTerms, PaymentTerms, Profile};
use domain::shop::usaha::ShopState;
use domain::time::Day;
use domain::typed::{Line, Text, Whole};
use platform::account::{NewAccount, Origin, SignedIn, find_session, sign_in, sign_up};
use platform::shop::cart::{add_to_cart, find_cart, show_cart};
use platform::shop::catalogue::{Filter, From, find_product, find_shop, list_products};
use platform::shop::order::{Act, Checkout, Choice, PlaceOrderError, act_on_order, find_group, place_order};
use platform::shop::product::{
    ChangeStateError, CreateProductError, NewProduct, NewVariant, OwnFilter, OwnProductError, OwnTab, StockError,
    UpdateProductError, VariantError, add_variant, archive_variant, change_product_state, create_product,
    find_own_product, list_own_products, restore_variant, set_stock, update_product, update_variant,
};
use platform::shop::usaha::{
    NewShop, OpenShopError, OwnShopError, UpdateShopError, find_overview, find_own_shop, list_fees, open_shop,
    set_closed_days, set_delivery, set_payment, update_shop,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases, secret, setup};
use uuid::Uuid;

const PASSWORD: &str = "kuda-lumping-biru-7";

/// A new account, signed in.
async fn person(app: &TestApp, phone: &str) -> Actor {
    if app.reference().await.unwrap().kecamatan.is_empty() {
        panic!("call setup::prepare first");
    }
    let login = Login::parse(phone).unwrap();
    sign_up(app, NewAccount { name: "Rohimah".into(), login: login.clone(), password: PASSWORD.into() }, phone)
        .await
        .unwrap();
    signed_in(app, &login).await
}

async fn signed_in(app: &TestApp, login: &Login) -> Actor {
    let signed = sign_in(app, login, PASSWORD, &Origin::default()).await.unwrap();
    let SignedIn::Session { token, .. } = signed else { panic!("a code is asked for") };
    find_session(app, &token).await.unwrap().unwrap().actor
}

fn profile(name: &str) -> Profile {
    Profile {
        name: Line::parse(name).unwrap(),
        kecamatan: RegionCode::parse("36.03.20").unwrap(),
        desa: RegionCode::parse("36.03.20.1011").unwrap(),
        address: Line::parse("Kp. Babakan No. 3, RT 01/RW 02").unwrap(),
        phone: Phone::parse("0812 3456 7890").unwrap(),
        description: Text::parse("Keripik rumahan.").unwrap(),
        opening_hours: Line::parse("Senin–Sabtu 08.00–17.00").unwrap(),
    }
}

fn details(name: &str) -> Details {
    Details {
        name: Line::parse(name).unwrap(),
        category: "keripik".into(),
        description: Some(Text::parse("Renyah, dibuat tiap pagi.").unwrap()),
        net_weight: Some(Line::parse("250 g").unwrap()),
        composition: Some(Line::parse("Pisang, minyak, garam").unwrap()),
        shelf_life: Some(Line::parse("3 bulan").unwrap()),
    }
}

fn terms(option2: &str, price: i64) -> Terms {
    Terms {
        option1: None,
        option2: Line::parse_optional(option2).unwrap(),
        price: Price::new(price).unwrap(),
        weight: Whole::new(250).unwrap(),
    }
}

fn pieces(count: i64) -> Pieces {
    Pieces::new(count).unwrap()
}

async fn open(app: &TestApp, actor: &Actor, name: &str) -> Uuid {
    open_shop(app, actor, &NewShop { profile: profile(name), pickup: true }).await.unwrap()
}

/// What an officer does with a new shop.
async fn admit(app: &TestApp, actor: &Actor) {
    let sql = "update usaha set state = 'open' where owner_id = $1";
    app.db.run(sql, args![actor.id()]).await.unwrap();
}

async fn new_product(app: &TestApp, actor: &Actor, name: &str, count: i64) -> (Uuid, Uuid) {
    let id = app.new_id();
    let new = NewProduct { id, details: details(name), terms: terms("250 g", 15_000), on_hand: pieces(count) };
    create_product(app, actor, &new).await.unwrap();
    (id, find_own_product(app, actor, id).await.unwrap().variants[0].id)
}

/// An open shop with one published product.
async fn selling(app: &TestApp, count: i64) -> (Actor, Uuid, Uuid) {
    setup::prepare(app, "36.03").await.unwrap();
    let owner = person(app, "081200000001").await;
    open(app, &owner, "Keripik Bu Rohimah").await;
    admit(app, &owner).await;
    let (product, variant) = new_product(app, &owner, "Keripik Pisang", count).await;
    change_product_state(app, &owner, product, ProductAction::Publish).await.unwrap();
    (owner, product, variant)
}

async fn cart_with(app: &TestApp, variant: Uuid, quantity: i64) -> Uuid {
    let token = add_to_cart(app, None, variant, quantity).await.unwrap().unwrap();
    find_cart(app, &token).await.unwrap().unwrap().0
}

async fn checkout(app: &TestApp, cart: Uuid) -> Checkout {
    let shop = show_cart(app, cart, "").await.unwrap().shops[0].0.id;
    Checkout {
        token: secret::new(app),
        name: "Siti Nurjanah".into(),
        phone: Phone::parse("081234567890").unwrap(),
        place: None,
        choices: vec![Choice { shop, delivery: Delivery::Pickup, payment: Payment::AtPickup, fee_seen: None }],
        account: None,
    }
}

async fn order(app: &TestApp, variant: Uuid, quantity: i64) -> Uuid {
    let cart = cart_with(app, variant, quantity).await;
    let placed = place_order(app, cart, &checkout(app, cart).await).await.unwrap();
    find_group(app, &placed.secret).await.unwrap().unwrap().0[0].id
}

async fn stock(app: &TestApp, variant: Uuid) -> (i64, i64) {
    app.db.one("select on_hand, reserved from stock where variant_id = $1", args![variant]).await.unwrap().unwrap()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}

/// The ledger explains the stock, promises are covered, and the catalogue's columns hold what they come from.
async fn expect_consistent(app: &TestApp) {
    let wrong = "select count(*) from stock s where s.reserved > s.on_hand or s.on_hand <> \
         (select coalesce(sum(m.quantity), 0) from stock_movement m where m.variant_id = s.variant_id \
         and m.kind in ('adjust', 'sale')) or s.reserved <> (select coalesce(sum(r.quantity), 0) from reservation r \
         where r.variant_id = s.variant_id and r.state = 'active')";
    assert_eq!(count(app, wrong).await, 0, "the ledger does not explain the stock");
    let stale = "select count(*) from product p join usaha u on u.id = p.usaha_id where \
         p.listed <> (p.state = 'published' and u.state = 'open') or p.kecamatan <> u.kecamatan \
         or p.price_min <> coalesce((select min(v.price) from variant v where v.product_id = p.id and not v.archived), 0) \
         or p.price_max <> coalesce((select max(v.price) from variant v where v.product_id = p.id and not v.archived), 0) \
         or p.available <> (exists (select 1 from variant v join stock s on s.variant_id = v.id \
         where v.product_id = p.id and not v.archived and s.on_hand > s.reserved))";
    assert_eq!(count(app, stale).await, 0, "the catalogue keeps something else than is true");
}

on_both_databases! {
    async fn an_owner_opens_one_shop_that_waits(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        assert!(find_own_shop(&app, &owner).await.unwrap().is_none());
        assert!(find_overview(&app, &owner).await.unwrap().is_none());
        open(&app, &owner, "Keripik Bu Rohimah").await;
        let shop = find_own_shop(&app, &owner).await.unwrap().unwrap();
        assert_eq!((shop.state, shop.slug.as_str()), (ShopState::Pending, "keripik-bu-rohimah"));
        assert!(shop.pickup && shop.cod && !shop.courier && !shop.transfer);
        assert!(find_shop(&app, &shop.slug).await.unwrap().is_none(), "a waiting shop is not public");

        let again = NewShop { profile: profile("Toko kedua"), pickup: true };
        assert!(matches!(open_shop(&app, &owner, &again).await, Err(OpenShopError::AlreadyOpen)));
        let Actor::Account { roles, .. } = signed_in(&app, &Login::parse("081200000001").unwrap()).await else { panic!() };
        assert!(roles.contains(&Role::PelakuUsaha));

        // Another shop of the same name gets an address of its own.
        let other = person(&app, "081200000002").await;
        open(&app, &other, "Keripik Bu Rohimah").await;
        assert_eq!(find_own_shop(&app, &other).await.unwrap().unwrap().slug, "keripik-bu-rohimah-2");
    }

    async fn twenty_forms_at_once_open_one_shop(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        let mut forms = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (app, owner) = (app.clone(), owner.clone());
            forms.spawn(async move {
                open_shop(&app, &owner, &NewShop { profile: profile("Keripik"), pickup: true }).await
            });
        }
        let answers = forms.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        assert_eq!(answers.iter().filter(|answer| matches!(answer, Err(OpenShopError::AlreadyOpen))).count(), 19);
        assert_eq!(count(&app, "select count(*) from usaha").await, 1);
    }

    async fn a_place_must_exist(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        let elsewhere = Profile { desa: RegionCode::parse("36.03.17.1001").unwrap(), ..profile("Keripik") };
        let new = NewShop { profile: elsewhere.clone(), pickup: true };
        assert!(matches!(open_shop(&app, &owner, &new).await, Err(OpenShopError::Place)));
        open(&app, &owner, "Keripik").await;
        assert!(matches!(update_shop(&app, &owner, &elsewhere).await, Err(UpdateShopError::Place)));
    }

    async fn a_profile_is_changed_and_products_are_found_by_the_new_name(app: TestApp) {
        let (owner, ..) = selling(&app, 5).await;
        let moved = Profile {
            name: Line::parse("Dapur Cendana").unwrap(),
            kecamatan: RegionCode::parse("36.03.17").unwrap(),
            desa: RegionCode::parse(&app.reference().await.unwrap().desa("36.03.17")[0].code).unwrap(),
            ..profile("Keripik Bu Rohimah")
        };
        update_shop(&app, &owner, &moved).await.unwrap();
        let found = list_products(&app, &Filter { words: "cendana".into(), ..Filter::default() }, From::Start).await.unwrap();
        assert_eq!(found.items.len(), 1);
        assert_eq!(found.items[0].kecamatan, "36.03.17");
        let (shop, _) = find_shop(&app, "keripik-bu-rohimah").await.unwrap().expect("the address stays");
        assert_eq!(shop.name, "Dapur Cendana");
        expect_consistent(&app).await;
    }

    async fn a_corrected_shop_waits_for_the_officer_again(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        open(&app, &owner, "Keripik").await;
        app.db.run("update usaha set state_reason = 'Alamat kurang lengkap'", args![]).await.unwrap();
        let asked = async || find_overview(&app, &owner).await.unwrap().unwrap().facts.next();
        assert_eq!(asked().await, Some(Step::Correct));
        update_shop(&app, &owner, &profile("Keripik")).await.unwrap();
        assert_eq!(asked().await, Some(Step::Product));
        // A suspended shop keeps the reason: only an officer opens it.
        app.db.run("update usaha set state = 'suspended', state_reason = 'Aduan pembeli'", args![]).await.unwrap();
        update_shop(&app, &owner, &profile("Keripik")).await.unwrap();
        let shop = find_own_shop(&app, &owner).await.unwrap().unwrap();
        assert_eq!((shop.state, shop.state_reason.as_deref()), (ShopState::Suspended, Some("Aduan pembeli")));
    }

    async fn closed_days_delivery_and_payment_reach_the_buyer(app: TestApp) {
        let (owner, _, variant) = selling(&app, 5).await;
        let today = app.now().day();
        let days = ClosedDays::parse(&today.to_string(), &today.plus(2).to_string(), today).unwrap();
        set_closed_days(&app, &owner, Some(days)).await.unwrap();
        let cart = cart_with(&app, variant, 1).await;
        assert_eq!(show_cart(&app, cart, "").await.unwrap().shops[0].1[0].now(&app).change(), Some(Change::ShopClosed));
        set_closed_days(&app, &owner, None).await.unwrap();
        assert_eq!(show_cart(&app, cart, "").await.unwrap().shops[0].1[0].now(&app).change(), None);

        let fee = |code: &str| (RegionCode::parse(code).unwrap(), Rupiah::new(7_000));
        let terms = DeliveryTerms::new(false, true, BTreeMap::from([fee("36.03.20"), fee("36.03.99")])).unwrap();
        set_delivery(&app, &owner, &terms).await.unwrap();
        assert_eq!(list_fees(&app, &owner).await.unwrap(), [("36.03.20".to_owned(), 7_000)], "unknown places are left out");
        let offer = show_cart(&app, cart, "36.03.20").await.unwrap().shops[0].0.clone();
        assert_eq!((offer.fee, offer.pickup), (Some(7_000), false));

        let bank = domain::shop::profile::Bank {
            name: Line::parse("BRI").unwrap(),
            account: domain::shop::profile::AccountNumber::parse("0012 3456 78").unwrap(),
            holder: Line::parse("Rohimah").unwrap(),
        };
        set_payment(&app, &owner, &PaymentTerms::new(false, true, Some(bank)).unwrap()).await.unwrap();
        let shop = find_own_shop(&app, &owner).await.unwrap().unwrap();
        assert_eq!((shop.cod, shop.transfer, shop.bank_account.as_deref()), (false, true, Some("0012345678")));
    }

    async fn a_product_is_entered_once_and_seen_after_publication(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        let new = NewProduct {
            id: app.new_id(), details: details("Keripik Pisang"), terms: terms("", 15_000), on_hand: pieces(4),
        };
        assert!(matches!(create_product(&app, &owner, &new).await, Err(CreateProductError::NoShop)));
        open(&app, &owner, "Keripik").await;
        create_product(&app, &owner, &new).await.unwrap();
        create_product(&app, &owner, &new).await.unwrap();
        assert_eq!(count(&app, "select count(*) from product").await, 1, "the same form is one product");
        let page = find_own_product(&app, &owner, new.id).await.unwrap();
        assert_eq!((page.product.state, page.product.slug.as_str()), (ProductState::Draft, "keripik-pisang"));

        // The address follows the name until the first publication.
        update_product(&app, &owner, new.id, &details("Keripik Talas")).await.unwrap();
        assert_eq!(find_own_product(&app, &owner, new.id).await.unwrap().product.slug, "keripik-talas");
        change_product_state(&app, &owner, new.id, ProductAction::Publish).await.unwrap();
        assert!(find_product(&app, "keripik-talas").await.unwrap().is_none(), "the shop waits");
        admit(&app, &owner).await;
        update_product(&app, &owner, new.id, &details("Keripik Singkong")).await.unwrap();
        let shown = find_product(&app, "keripik-talas").await.unwrap().expect("the address stays");
        assert_eq!(shown.product.name, "Keripik Singkong");

        change_product_state(&app, &owner, new.id, ProductAction::Withdraw).await.unwrap();
        assert!(find_product(&app, "keripik-talas").await.unwrap().is_none());
        change_product_state(&app, &owner, new.id, ProductAction::Archive).await.unwrap();
        change_product_state(&app, &owner, new.id, ProductAction::Archive).await.unwrap();
        assert!(matches!(change_product_state(&app, &owner, new.id, ProductAction::Publish).await, Err(ChangeStateError::NotNow)));
        change_product_state(&app, &owner, new.id, ProductAction::Restore).await.unwrap();
        expect_consistent(&app).await;
    }

    async fn products_of_one_name_get_addresses_of_their_own(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        open(&app, &owner, "Keripik").await;
        let mut forms = tokio::task::JoinSet::new();
        for _ in 0..5 {
            let (app, owner) = (app.clone(), owner.clone());
            forms.spawn(async move { new_product(&app, &owner, "Keripik Pisang", 1).await });
        }
        forms.join_all().await;
        assert_eq!(count(&app, "select count(distinct slug) from product").await, 5);
        assert_eq!(count(&app, "select count(*) from product where slug = 'keripik-pisang-5'").await, 1);
    }

    async fn food_is_published_with_its_label_only(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let owner = person(&app, "081200000001").await;
        open(&app, &owner, "Keripik").await;
        let bare = Details { net_weight: None, composition: None, shelf_life: None, ..details("Keripik Pisang") };
        let id = app.new_id();
        let new = NewProduct { id, details: bare.clone(), terms: terms("", 15_000), on_hand: pieces(4) };
        create_product(&app, &owner, &new).await.unwrap();
        let label = [Lack::NetWeight, Lack::Composition, Lack::ShelfLife];
        let refused = change_product_state(&app, &owner, id, ProductAction::Publish).await;
        assert!(matches!(refused, Err(ChangeStateError::Lacks(lacks)) if lacks == label));
        // A basket needs no label.
        let basket = Details { category: "anyaman".into(), ..bare.clone() };
        update_product(&app, &owner, id, &basket).await.unwrap();
        change_product_state(&app, &owner, id, ProductAction::Publish).await.unwrap();
        // What shoppers see keeps what they must know.
        let refused = update_product(&app, &owner, id, &bare).await;
        assert!(matches!(refused, Err(UpdateProductError::Lacks(lacks)) if lacks == label));
        assert_eq!(find_own_product(&app, &owner, id).await.unwrap().product.category, "anyaman");
        for category in ["makanan-ringan", "tidak-ada", ""] {
            let wrong = Details { category: category.into(), ..bare.clone() };
            assert!(matches!(update_product(&app, &owner, id, &wrong).await, Err(UpdateProductError::Category)), "{category}");
        }
    }

    async fn variants_are_added_changed_and_put_away(app: TestApp) {
        let (owner, product, first) = selling(&app, 5).await;
        let new = NewVariant { id: app.new_id(), terms: terms("500 g", 27_000), on_hand: pieces(3) };
        add_variant(&app, &owner, product, &new).await.unwrap();
        add_variant(&app, &owner, product, &new).await.unwrap();
        let twin = NewVariant { id: app.new_id(), ..new.clone() };
        assert!(matches!(add_variant(&app, &owner, product, &twin).await, Err(VariantError::Twin)));
        let page = find_own_product(&app, &owner, product).await.unwrap();
        assert_eq!(page.variants.iter().map(|variant| variant.label()).collect::<Vec<_>>(), ["250 g", "500 g"]);
        assert!(matches!(
            update_variant(&app, &owner, first, &terms("500 G", 15_000), 5, pieces(5)).await, Err(VariantError::Twin)));
        update_variant(&app, &owner, first, &terms("200 g", 12_500), 5, pieces(9)).await.unwrap();
        assert_eq!(stock(&app, first).await, (9, 0));
        let shown = find_product(&app, "keripik-pisang").await.unwrap().unwrap();
        assert_eq!(shown.variants[0].price, Rupiah::new(12_500));
        expect_consistent(&app).await;

        archive_variant(&app, &owner, new.id).await.unwrap();
        archive_variant(&app, &owner, new.id).await.unwrap();
        assert!(matches!(archive_variant(&app, &owner, first).await, Err(VariantError::Last)));
        expect_consistent(&app).await;
        update_variant(&app, &owner, first, &terms("500 g", 12_500), 9, pieces(9)).await.unwrap();
        assert!(matches!(restore_variant(&app, &owner, new.id).await, Err(VariantError::Twin)));
        update_variant(&app, &owner, first, &terms("200 g", 12_500), 9, pieces(9)).await.unwrap();
        restore_variant(&app, &owner, new.id).await.unwrap();
        assert_eq!(find_own_product(&app, &owner, product).await.unwrap().sold().count(), 2);
        expect_consistent(&app).await;

        for number in 2..30 {
            let more = NewVariant { id: app.new_id(), terms: terms(&format!("{number} kg"), 9_000), on_hand: pieces(1) };
            add_variant(&app, &owner, product, &more).await.unwrap();
        }
        let one_more = NewVariant { id: app.new_id(), terms: terms("99 kg", 9_000), on_hand: pieces(1) };
        assert!(matches!(add_variant(&app, &owner, product, &one_more).await, Err(VariantError::TooMany)));
    }

    async fn a_price_change_is_told_to_those_who_have_it_in_their_cart(app: TestApp) {
        let (owner, _, variant) = selling(&app, 5).await;
        let cart = cart_with(&app, variant, 1).await;
        let form = checkout(&app, cart).await;
        update_variant(&app, &owner, variant, &terms("250 g", 16_000), 5, pieces(5)).await.unwrap();
        let Err(PlaceOrderError::Changed(changes)) = place_order(&app, cart, &form).await else { panic!() };
        assert_eq!(changes, [(variant, Change::Price { seen: Rupiah::new(15_000) })]);
    }

    async fn a_count_keeps_what_is_promised_and_what_was_sold(app: TestApp) {
        let (owner, _, variant) = selling(&app, 5).await;
        let order = order(&app, variant, 3).await;
        assert!(matches!(set_stock(&app, &owner, variant, 5, pieces(2)).await, Err(StockError::Promised(3))));
        set_stock(&app, &owner, variant, 5, pieces(3)).await.unwrap();
        set_stock(&app, &owner, variant, 5, pieces(3)).await.unwrap();
        assert!(!find_product(&app, "keripik-pisang").await.unwrap().unwrap().variants.iter().any(|v| v.available > 0));
        expect_consistent(&app).await;
        for action in [Action::Accept, Action::Ready, Action::HandOver] {
            act_on_order(&app, order, action, By::Penjual, &Act::default()).await.unwrap();
        }
        // Three left the shop since the seller looked: a count of four would bring them back.
        assert!(matches!(set_stock(&app, &owner, variant, 3, pieces(4)).await, Err(StockError::Moved(0))));
        set_stock(&app, &owner, variant, 0, pieces(4)).await.unwrap();
        assert_eq!(stock(&app, variant).await, (4, 0));
        expect_consistent(&app).await;
    }

    async fn counting_and_buying_at_the_same_moment_adds_up(app: TestApp) {
        let (owner, product, variant) = selling(&app, 12).await;
        let more = NewVariant { id: app.new_id(), terms: terms("500 g", 27_000), on_hand: pieces(12) };
        add_variant(&app, &owner, product, &more).await.unwrap();
        let mut people = tokio::task::JoinSet::new();
        for round in 0..24 {
            let bought = if round % 2 == 0 { variant } else { more.id };
            let cart = cart_with(&app, bought, 1).await;
            let form = checkout(&app, cart).await;
            let buyer = app.clone();
            people.spawn(async move { place_order(&buyer, cart, &form).await.is_ok() });
            let (seller, owner) = (app.clone(), owner.clone());
            people.spawn(async move {
                let (seen, _) = stock(&seller, bought).await;
                let counted = set_stock(&seller, &owner, bought, seen, pieces(3)).await;
                assert!(matches!(counted, Ok(()) | Err(StockError::Promised(_) | StockError::Moved(_))), "{counted:?}");
                let profile = update_shop(&seller, &owner, &profile("Keripik Bu Rohimah")).await;
                assert!(profile.is_ok(), "{profile:?}");
                false
            });
        }
        let sold = people.join_all().await.into_iter().filter(|sold| *sold).count() as i64;
        assert_eq!(stock(&app, variant).await.1 + stock(&app, more.id).await.1, sold);
        expect_consistent(&app).await;
    }

    async fn an_edit_of_name_or_composition_is_verified_again(app: TestApp) {
        let (owner, product, _) = selling(&app, 5).await;
        let shop = find_own_shop(&app, &owner).await.unwrap().unwrap().id;
        for kind in ["halal", "pirt"] {
            app.db.run(
                "insert into badge (id, kind, number, holder, usaha_id, product_id, state, decided_at, created_at) \
                 values ($1, $2, 'X', 'Rohimah', $3, $4, 'terverifikasi', 1, 1)",
                args![app.new_id(), kind, shop, product]).await.unwrap();
        }
        let verified = "select count(*) from badge where state = 'terverifikasi'";
        let described = Details { description: Some(Text::parse("Lain.").unwrap()), ..details("Keripik Pisang") };
        update_product(&app, &owner, product, &described).await.unwrap();
        assert_eq!(count(&app, verified).await, 2);
        assert_eq!(count(&app, "select count(*) from product where halal_until is not null").await, 1);
        assert_eq!(find_own_product(&app, &owner, product).await.unwrap().product.verified_badges, 2);
        let recipe = Details { composition: Some(Line::parse("Pisang, mentega").unwrap()), ..described };
        update_product(&app, &owner, product, &recipe).await.unwrap();
        assert_eq!(count(&app, verified).await, 0);
        assert_eq!(count(&app, "select count(*) from badge where state = 'diajukan' and decided_at is null").await, 2);
        assert_eq!(count(&app, "select count(*) from product where halal_until is not null or pirt_until is not null").await, 0);
    }

    async fn the_list_has_tabs_words_and_pages(app: TestApp) {
        let (owner, sold_out, _) = selling(&app, 0).await;
        for number in 0..21 {
            new_product(&app, &owner, &format!("Sambal {number}"), 1).await;
        }
        let put_away = new_product(&app, &owner, "Kerupuk", 1).await.0;
        change_product_state(&app, &owner, put_away, ProductAction::Archive).await.unwrap();
        let list = |tab, words: &str, page| {
            let filter = OwnFilter { tab, words: words.into(), page };
            let (app, owner) = (app.clone(), owner.clone());
            async move { list_own_products(&app, &owner, &filter).await.unwrap() }
        };
        let all = list(OwnTab::All, "", 0).await;
        assert_eq!((all.items.len(), all.more, all.counts), (20, true, [22, 1, 21, 1, 1]));
        let rest = list(OwnTab::All, "", 1).await;
        assert_eq!((rest.items.len(), rest.more), (2, false));
        let empty = list(OwnTab::SoldOut, "", 0).await;
        assert_eq!(empty.items.iter().map(|product| product.id).collect::<Vec<_>>(), [sold_out]);
        assert_eq!(list(OwnTab::Archived, "", 0).await.items[0].id, put_away);
        assert_eq!(list(OwnTab::Draft, "Sambal 13", 0).await.items.len(), 1);
        assert_eq!(list(OwnTab::Shown, "sambal", 0).await.items.len(), 0);
    }

    async fn the_overview_counts_what_waits(app: TestApp) {
        let (owner, _, variant) = selling(&app, 6).await;
        let first = order(&app, variant, 2).await;
        let second = order(&app, variant, 1).await;
        let cancelled = order(&app, variant, 1).await;
        act_on_order(&app, cancelled, Action::Cancel, By::Penjual, &Act::default()).await.unwrap();
        act_on_order(&app, first, Action::Accept, By::Penjual, &Act::default()).await.unwrap();
        let seen = find_overview(&app, &owner).await.unwrap().unwrap();
        assert_eq!((seen.to_accept, seen.to_prepare, seen.ready, seen.sent, seen.to_be_paid), (1, 1, 0, 0, 0));
        assert_eq!((seen.orders_today, seen.sold_today), (2, Rupiah::new(45_000)));
        assert_eq!(seen.low.iter().map(|low| low.available).collect::<Vec<_>>(), [3]);
        assert_eq!((seen.facts.products, seen.facts.published, seen.facts.pictured), (1, 1, 0));
        // Tomorrow is another day; what is unfinished still waits.
        app.clock.advance(std::time::Duration::from_secs(86_400));
        act_on_order(&app, second, Action::Accept, By::Penjual, &Act::default()).await.unwrap();
        let seen = find_overview(&app, &owner).await.unwrap().unwrap();
        assert_eq!((seen.orders_today, seen.sold_today, seen.to_prepare), (0, Rupiah::ZERO, 2));
    }

    async fn only_the_owner_reads_and_changes(app: TestApp) {
        let (owner, product, variant) = selling(&app, 5).await;
        let other = person(&app, "081200000002").await;
        // Without a shop of one's own, and with one: another's product does not exist.
        for has_shop in [false, true] {
            if has_shop {
                open(&app, &other, "Toko lain").await;
            }
            assert!(matches!(find_own_product(&app, &other, product).await, Err(OwnProductError::NotFound)));
            assert!(matches!(update_product(&app, &other, product, &details("X")).await, Err(UpdateProductError::NotFound)));
            assert!(matches!(change_product_state(&app, &other, product, ProductAction::Archive).await, Err(ChangeStateError::NotFound)));
            let new = NewVariant { id: app.new_id(), terms: terms("1 kg", 9_000), on_hand: pieces(1) };
            assert!(matches!(add_variant(&app, &other, product, &new).await, Err(VariantError::NotFound)));
            assert!(matches!(update_variant(&app, &other, variant, &terms("1 kg", 100), 5, pieces(5)).await, Err(VariantError::NotFound)));
            assert!(matches!(archive_variant(&app, &other, variant).await, Err(VariantError::NotFound)));
            assert!(matches!(restore_variant(&app, &other, variant).await, Err(VariantError::NotFound)));
            assert!(matches!(set_stock(&app, &other, variant, 5, pieces(9)).await, Err(StockError::NotFound)));
        }
        // Neither a product's nor a variant's number of another opens a way in.
        let taken = NewProduct { id: product, details: details("X"), terms: terms("", 9_000), on_hand: pieces(1) };
        assert!(matches!(create_product(&app, &other, &taken).await, Err(CreateProductError::Taken)));
        let (own, _) = new_product(&app, &other, "Punya sendiri", 1).await;
        let taken = NewVariant { id: variant, terms: terms("1 kg", 9_000), on_hand: pieces(1) };
        assert!(matches!(add_variant(&app, &other, own, &taken).await, Err(VariantError::NotFound)));
        assert_eq!(list_own_products(&app, &other, &OwnFilter::default()).await.unwrap().items.len(), 1);
        let page = find_own_product(&app, &owner, product).await.unwrap();
        assert_eq!((page.product.state, page.product.name.as_str(), page.variants.len()), (ProductState::Published, "Keripik Pisang", 1));
        assert_eq!(stock(&app, variant).await, (5, 0));
    }

    async fn who_may_not_run_a_shop_is_refused_everywhere(app: TestApp) {
        let (_, product, variant) = selling(&app, 5).await;
        let account = |roles: &[Role], duties: &[Duty]| Actor::Account { id: app.new_id(), roles: roles.into(), duties: duties.into() };
        for actor in [
            Actor::Guest,
            account(&[Role::Admin], &[]),
            account(&[Role::Pendamping], &[]),
            account(&[Role::Petugas], Duty::ALL),
        ] {
            let day = Day::parse("2026-12-01").unwrap();
            let delivery = DeliveryTerms::new(true, false, BTreeMap::new()).unwrap();
            let payment = PaymentTerms::new(true, false, None).unwrap();
            let new_shop = NewShop { profile: profile("X"), pickup: true };
            let entered = NewProduct { id: app.new_id(), details: details("X"), terms: terms("", 9_000), on_hand: pieces(1) };
            let chosen = NewVariant { id: app.new_id(), terms: terms("1 kg", 9_000), on_hand: pieces(1) };
            assert!(matches!(open_shop(&app, &actor, &new_shop).await, Err(OpenShopError::Forbidden(_))));
            assert!(matches!(find_own_shop(&app, &actor).await, Err(OwnShopError::Forbidden(_))));
            assert!(matches!(find_overview(&app, &actor).await, Err(OwnShopError::Forbidden(_))));
            assert!(matches!(list_fees(&app, &actor).await, Err(OwnShopError::Forbidden(_))));
            assert!(matches!(update_shop(&app, &actor, &profile("X")).await, Err(UpdateShopError::Forbidden(_))));
            assert!(matches!(set_closed_days(&app, &actor, Some(ClosedDays { from: day, to: day })).await, Err(OwnShopError::Forbidden(_))));
            assert!(matches!(set_delivery(&app, &actor, &delivery).await, Err(OwnShopError::Forbidden(_))));
            assert!(matches!(set_payment(&app, &actor, &payment).await, Err(OwnShopError::Forbidden(_))));
            assert!(matches!(create_product(&app, &actor, &entered).await, Err(CreateProductError::Forbidden(_))));
            assert!(matches!(find_own_product(&app, &actor, product).await, Err(OwnProductError::Forbidden(_))));
            assert!(matches!(list_own_products(&app, &actor, &OwnFilter::default()).await, Err(OwnProductError::Forbidden(_))));
            assert!(matches!(update_product(&app, &actor, product, &details("X")).await, Err(UpdateProductError::Forbidden(_))));
            assert!(matches!(change_product_state(&app, &actor, product, ProductAction::Archive).await, Err(ChangeStateError::Forbidden(_))));
            assert!(matches!(add_variant(&app, &actor, product, &chosen).await, Err(VariantError::Forbidden(_))));
            assert!(matches!(update_variant(&app, &actor, variant, &terms("", 9_000), 5, pieces(1)).await, Err(VariantError::Forbidden(_))));
            assert!(matches!(archive_variant(&app, &actor, variant).await, Err(VariantError::Forbidden(_))));
            assert!(matches!(restore_variant(&app, &actor, variant).await, Err(VariantError::Forbidden(_))));
            assert!(matches!(set_stock(&app, &actor, variant, 5, pieces(1)).await, Err(StockError::Forbidden(_))));
        }
        // A buyer without a shop has nothing to change.
        let buyer = person(&app, "081200000009").await;
        assert!(matches!(update_shop(&app, &buyer, &profile("X")).await, Err(UpdateShopError::NoShop)));
        assert!(matches!(set_closed_days(&app, &buyer, None).await, Err(OwnShopError::NoShop)));
        let payment = PaymentTerms::new(true, false, None).unwrap();
        assert!(matches!(set_payment(&app, &buyer, &payment).await, Err(OwnShopError::NoShop)));
    }

    async fn whatever_a_seller_does_the_books_agree(app: TestApp) {
        let (owner, product, first) = selling(&app, 10).await;
        let second = NewVariant { id: app.new_id(), terms: terms("500 g", 27_000), on_hand: pieces(10) };
        add_variant(&app, &owner, product, &second).await.unwrap();
        let variants = [first, second.id];
        let mut held = Vec::new();
        // The same actions in the same order each time: the test's randomness is repeatable.
        for _ in 0..120 {
            let [dice, which, number, ..] = app.random::<4>();
            let variant = variants[usize::from(which) % 2];
            let number = i64::from(number % 12);
            match dice % 10 {
                0..=2 => {
                    let seen = stock(&app, variant).await.0;
                    let counted = set_stock(&app, &owner, variant, seen, pieces(number)).await;
                    assert!(matches!(counted, Ok(()) | Err(StockError::Promised(_))));
                }
                3..=4 => {
                    if let Ok(Some(token)) = add_to_cart(&app, None, variant, number % 4 + 1).await {
                        let cart = find_cart(&app, &token).await.unwrap().unwrap().0;
                        if let Ok(placed) = place_order(&app, cart, &checkout(&app, cart).await).await {
                            held.push(find_group(&app, &placed.secret).await.unwrap().unwrap().0[0].id);
                        }
                    }
                }
                5 => {
                    if let Some(order) = held.pop() {
                        let actions: &[Action] = if number % 2 == 0 { &[Action::Cancel] } else { &[Action::Accept, Action::Ready, Action::HandOver] };
                        for action in actions {
                            act_on_order(&app, order, *action, By::Penjual, &Act::default()).await.unwrap();
                        }
                    }
                }
                6 => {
                    let seen = stock(&app, variant).await.0;
                    let label = if variant == first { "250 g" } else { "500 g" };
                    let _ = update_variant(&app, &owner, variant, &terms(label, 9_000 + number), seen, pieces(number)).await;
                }
                7 => drop(archive_variant(&app, &owner, variant).await),
                8 => drop(restore_variant(&app, &owner, variant).await),
                _ => {
                    let action = ProductAction::ALL[number as usize % ProductAction::ALL.len()];
                    drop(change_product_state(&app, &owner, product, action).await);
                    // Mostly it is for sale again.
                    if number > 3 {
                        drop(change_product_state(&app, &owner, product, ProductAction::Restore).await);
                        drop(change_product_state(&app, &owner, product, ProductAction::Publish).await);
                    }
                }
            }
            expect_consistent(&app).await;
        }
        assert!(count(&app, "select count(*) from shop_order").await > 3, "the dice were too unkind to test anything");
    }
}
