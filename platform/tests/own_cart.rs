//! The cart and the orders of an account, on both databases.

use domain::account::{Actor, Login};
use domain::phone::Phone;
use domain::shop::order::{Delivery, Payment};
use platform::account::{NewAccount, sign_up};
use platform::shop::cart::{add_to_cart, claim_cart, find_cart, find_own_cart, open_own_cart, set_quantity, show_cart};
use platform::shop::catalogue::{Filter, From, find_product, list_products};
use platform::shop::order::{Checkout, Choice, KeepError, can_be_kept, keep_order, list_own_orders, place_order};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, secret, setup};
use uuid::Uuid;

async fn variants(app: &TestApp) -> Vec<Uuid> {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 40).await.unwrap();
    let mut found = Vec::new();
    for card in list_products(app, &Filter::default(), From::Start).await.unwrap().items.into_iter().take(3) {
        found.push(find_product(app, &card.slug).await.unwrap().unwrap().variants[0].id);
    }
    found
}

async fn open_account(app: &TestApp) -> Uuid {
    let login = Login::parse("siti@contoh.id").unwrap();
    let new = NewAccount { name: "Siti".into(), login, password: "kopi tanpa gula pagi".into() };
    sign_up(app, new, "10.0.0.1").await.unwrap()
}

/// A guest's cart; answers it and its cookie's token.
async fn guest_cart(app: &TestApp, lines: &[(Uuid, i64)]) -> (Uuid, String) {
    let token = add_to_cart(app, None, lines[0].0, lines[0].1).await.unwrap().unwrap();
    let (cart, _) = find_cart(app, &token).await.unwrap().unwrap();
    for (variant, quantity) in &lines[1..] {
        add_to_cart(app, Some(cart), *variant, *quantity).await.unwrap();
    }
    (cart, token)
}

async fn quantities(app: &TestApp, cart: Uuid) -> Vec<(Uuid, i64)> {
    let sql = "select variant_id, quantity from cart_line where cart_id = $1 order by added_at, variant_id";
    app.db.all(sql, args![cart]).await.unwrap()
}

on_both_databases! {
    async fn a_guests_cart_becomes_the_accounts(app: TestApp) {
        let variants = variants(&app).await;
        let account = open_account(&app).await;
        assert_eq!(find_own_cart(&app, account).await.unwrap(), None);
        let (guest, token) = guest_cart(&app, &[(variants[0], 2)]).await;
        claim_cart(&app, account, guest).await.unwrap();
        let (own, count) = find_own_cart(&app, account).await.unwrap().unwrap();
        assert_eq!((count, quantities(&app, own).await), (2, vec![(variants[0], 2)]));
        // The cookie that was there opens nothing any more.
        assert_eq!(find_cart(&app, &token).await.unwrap(), None);
        assert_eq!(show_cart(&app, own, "").await.unwrap().count(), 2);
    }

    async fn two_carts_are_added_up_to_the_limit(app: TestApp) {
        let variants = variants(&app).await;
        let account = open_account(&app).await;
        let own = open_own_cart(&app, account).await.unwrap();
        assert_eq!(open_own_cart(&app, account).await.unwrap(), own);
        for (variant, quantity) in [(variants[0], 60), (variants[1], 1)] {
            add_to_cart(&app, Some(own), variant, quantity).await.unwrap();
        }
        let (guest, _) = guest_cart(&app, &[(variants[0], 60), (variants[2], 3)]).await;
        claim_cart(&app, account, guest).await.unwrap();
        // Again, as when the form is sent twice: nothing is counted twice.
        claim_cart(&app, account, guest).await.unwrap();
        let mut found = quantities(&app, own).await;
        found.sort_unstable();
        let mut expected = vec![(variants[0], 99), (variants[1], 1), (variants[2], 3)];
        expected.sort_unstable();
        assert_eq!(found, expected);
    }

    async fn nobody_claims_another_accounts_cart(app: TestApp) {
        let variants = variants(&app).await;
        let account = open_account(&app).await;
        let (buyer,): (Uuid,) =
            app.db.one("select owner_id from usaha limit 1", args![]).await.unwrap().unwrap();
        let theirs = open_own_cart(&app, buyer).await.unwrap();
        add_to_cart(&app, Some(theirs), variants[0], 1).await.unwrap();
        claim_cart(&app, account, theirs).await.unwrap();
        assert_eq!(find_own_cart(&app, account).await.unwrap(), None);
        assert_eq!(quantities(&app, theirs).await, vec![(variants[0], 1)]);
    }

    async fn a_guests_order_is_kept_by_who_holds_its_secret(app: TestApp) {
        let variants = variants(&app).await;
        let account = open_account(&app).await;
        let (cart, _) = guest_cart(&app, &[(variants[0], 1)]).await;
        app.db.run("update stock set on_hand = 5", args![]).await.unwrap();
        let shop = show_cart(&app, cart, "").await.unwrap().shops[0].0.id;
        let checkout = Checkout {
            token: secret::new(&app),
            name: "Siti".into(),
            phone: Phone::parse("081234567890").unwrap(),
            place: None,
            choices: vec![Choice { shop, delivery: Delivery::Pickup, payment: Payment::AtPickup, fee_seen: None }],
            account: None,
        };
        let placed = place_order(&app, cart, &checkout).await.unwrap();
        let me = Actor::Account { id: account, roles: vec![], duties: vec![] };
        let guest = keep_order(&app, &Actor::Guest, &placed.secret).await;
        assert!(matches!(guest, Err(KeepError::Forbidden(_))));
        assert!(!keep_order(&app, &me, &secret::new(&app)).await.unwrap());
        assert!(can_be_kept(&app, &placed.secret).await.unwrap());
        assert!(keep_order(&app, &me, &placed.secret).await.unwrap());
        assert_eq!(list_own_orders(&app, account).await.unwrap().len(), 1);
        // Who comes later with the same secret gets nothing.
        assert!(!can_be_kept(&app, &placed.secret).await.unwrap());
        let other = Actor::Account { id: app.new_id(), roles: vec![], duties: vec![] };
        assert!(!keep_order(&app, &other, &placed.secret).await.unwrap());
    }

    async fn signing_in_twice_at_once_counts_a_cart_once(app: TestApp) {
        let variants = variants(&app).await;
        let account = open_account(&app).await;
        for _ in 0..5 {
            let (guest, _) = guest_cart(&app, &[(variants[0], 2), (variants[1], 1)]).await;
            let (first, second) = tokio::join!(claim_cart(&app, account, guest), claim_cart(&app, account, guest));
            first.and(second).unwrap();
            let (own, count) = find_own_cart(&app, account).await.unwrap().unwrap();
            assert_eq!(count, 3);
            for (variant, _) in quantities(&app, own).await {
                set_quantity(&app, own, variant, 0).await.unwrap();
            }
        }
    }
}
