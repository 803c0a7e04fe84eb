//! What tests about orders share: people, and an order of one of them at a shop of another.

use domain::account::{Actor, Duty, Role};
use domain::phone::Phone;
use domain::shop::order::{Delivery, Payment};
use platform::account::{NewAccount, sign_up};
use platform::shop::cart::{add_to_cart, find_cart, show_cart};
use platform::shop::order::{Checkout, Choice, Place, Placed, find_group, place_order};
use platform::testing::TestApp;
use platform::{args, demo, secret, setup};
use uuid::Uuid;

/// An order at a shop.
pub struct Ordered {
    pub id: Uuid,
    pub number: String,
    pub placed: Placed,
    /// Runs the shop.
    pub owner: Actor,
    /// Runs another shop.
    pub rival: Actor,
}

pub fn person(id: Uuid, role: Role, duties: &[Duty]) -> Actor {
    Actor::Account { id, roles: vec![role], duties: duties.to_vec() }
}

/// The demo account of a role.
pub async fn demo_account(app: &TestApp, role: Role, duties: &[Duty]) -> Actor {
    let sql =
        "select a.id from account a join account_grant g on g.account_id = a.id where g.role = $1 order by a.phone";
    let (id,): (Uuid,) = app.db.one(sql, args![role.as_str()]).await.unwrap().unwrap();
    person(id, role, duties)
}

/// The regency, so many pieces of the first thing in it, and its seller and another.
pub async fn market(app: &TestApp, pieces: i64) -> (Uuid, Actor, Actor) {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 60).await.unwrap();
    // The first shop that brings things, by age.
    let sql = "select v.id, u.owner_id from variant v join product p on p.id = v.product_id \
         join usaha u on u.id = p.usaha_id where u.courier order by v.id limit 1";
    let (variant, owner): (Uuid, Uuid) = app.db.one(sql, args![]).await.unwrap().unwrap();
    app.db.run("update stock set on_hand = $2 where variant_id = $1", args![variant, pieces]).await.unwrap();
    let sql = "select owner_id from usaha where owner_id <> $1 order by id limit 1";
    let (rival,): (Uuid,) = app.db.one(sql, args![owner]).await.unwrap().unwrap();
    (variant, person(owner, Role::PelakuUsaha, &[]), person(rival, Role::PelakuUsaha, &[]))
}

pub async fn order(app: &TestApp, delivery: Delivery, payment: Payment) -> Ordered {
    order_by(app, delivery, payment, None).await
}

/// An order, of an account if one is given.
pub async fn order_by(app: &TestApp, delivery: Delivery, payment: Payment, account: Option<Uuid>) -> Ordered {
    let (variant, owner, rival) = market(app, 5).await;
    let (id, number, placed) = place(app, variant, delivery, payment, account).await;
    Ordered { id, number, placed, owner, rival }
}

pub async fn place(
    app: &TestApp,
    variant: Uuid,
    delivery: Delivery,
    payment: Payment,
    account: Option<Uuid>,
) -> (Uuid, String, Placed) {
    let token = add_to_cart(app, None, variant, 1).await.unwrap().unwrap();
    let (cart, _) = find_cart(app, &token).await.unwrap().unwrap();
    let shop = show_cart(app, cart, "").await.unwrap().shops.remove(0).0;
    let desa = app.reference().await.unwrap().desa(&shop.kecamatan)[0].code.clone();
    let place =
        Place { kecamatan: shop.kecamatan.clone(), desa, address: "Jl. Mawar 1".into(), landmark: "Musala".into() };
    let checkout = Checkout {
        token: secret::new(app),
        name: "Siti Nurjanah".into(),
        phone: Phone::parse("081234567890").unwrap(),
        place: (delivery == Delivery::Courier).then_some(place),
        choices: vec![Choice { shop: shop.id, delivery, payment, fee_seen: None }],
        account,
    };
    let placed = place_order(app, cart, &checkout).await.unwrap();
    let order = find_group(app, &placed.secret).await.unwrap().unwrap().0.remove(0);
    (order.id, order.number, placed)
}

/// A new account of a buyer.
#[allow(dead_code)] // not every test needs one
pub async fn buyer(app: &TestApp) -> Actor {
    let login = domain::account::Login::parse("081298765432").unwrap();
    let new = NewAccount { name: "Ayu".into(), login, password: "kopi tanpa gula pagi".into() };
    person(sign_up(app, new, "10.0.0.1").await.unwrap(), Role::Pembeli, &[])
}
