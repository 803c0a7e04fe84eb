//! What tests about buying share: goods, carts and checkouts.

use domain::phone::Phone;
use domain::shop::order::{Delivery, Payment};
use platform::shop::cart::{add_to_cart, find_cart, show_cart};
use platform::shop::catalogue::{Filter, From, find_product, list_products};
use platform::shop::order::{Checkout, Choice};
use platform::testing::TestApp;
use platform::{args, demo, secret, setup};
use uuid::Uuid;

/// A variant of a product with a shop that delivers, and so many pieces of it.
pub async fn something_to_buy(app: &TestApp, pieces: i64) -> Uuid {
    variants(app, &[pieces]).await[0]
}

/// Variants of different shops, each with so many pieces.
pub async fn variants(app: &TestApp, pieces: &[i64]) -> Vec<Uuid> {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 60).await.unwrap();
    let cards = list_products(app, &Filter::default(), From::Start).await.unwrap().items;
    let mut found = Vec::new();
    let mut shops = Vec::new();
    for card in cards {
        let page = find_product(app, &card.slug).await.unwrap().unwrap();
        if page.courier.is_some() && !shops.contains(&page.product.usaha_id) && found.len() < pieces.len() {
            shops.push(page.product.usaha_id);
            let variant = page.variants[0].id;
            set_stock(app, variant, pieces[found.len()]).await;
            found.push(variant);
        }
    }
    assert_eq!(found.len(), pieces.len());
    found
}

pub async fn set_stock(app: &TestApp, variant: Uuid, pieces: i64) {
    app.db.run("update stock set on_hand = $2 where variant_id = $1", args![variant, pieces]).await.unwrap();
}

pub async fn stock(app: &TestApp, variant: Uuid) -> (i64, i64) {
    app.db.one("select on_hand, reserved from stock where variant_id = $1", args![variant]).await.unwrap().unwrap()
}

pub async fn count(app: &TestApp, table: &'static str) -> i64 {
    app.db.one::<(i64,)>(table, args![]).await.unwrap().unwrap().0
}

pub async fn cart_with(app: &TestApp, variants: &[(Uuid, i64)]) -> Uuid {
    let mut cart = None;
    for (variant, quantity) in variants {
        if let Some(token) = add_to_cart(app, cart, *variant, *quantity).await.unwrap() {
            cart = find_cart(app, &token).await.unwrap().map(|(id, _)| id);
        }
    }
    cart.unwrap()
}

/// Everything fetched and paid at the shop, unless told otherwise.
pub async fn checkout(app: &TestApp, cart: Uuid, payment: Payment) -> Checkout {
    let contents = show_cart(app, cart, "").await.unwrap();
    let choices = contents
        .shops
        .iter()
        .map(|(shop, _)| Choice { shop: shop.id, delivery: Delivery::Pickup, payment, fee_seen: None })
        .collect();
    Checkout {
        token: secret::new(app),
        name: "Siti Nurjanah".into(),
        phone: Phone::parse("081234567890").unwrap(),
        place: None,
        choices,
        account: None,
    }
}

/// What every state of the shop must keep: promises are covered, and the ledger explains the stock.
pub async fn expect_stock_adds_up(app: &TestApp) {
    let wrong = "select count(*) from stock s where s.reserved <> (select coalesce(sum(r.quantity), 0) from reservation r \
         where r.variant_id = s.variant_id and r.state = 'active') or s.reserved > s.on_hand";
    assert_eq!(count(app, wrong).await, 0, "reserved is not the sum of what orders hold");
}
