//! A year of orders, made by the same use cases that people use, on a clock that is set back.

use domain::phone::Phone;
use domain::shop::order::{Action, By, Delivery, Payment};
use domain::time::Timestamp;
use uuid::Uuid;

use super::past::past;
use super::{SHOPS, SeedError};
use crate::db::DbError;
use crate::shop::cart::{add_to_cart, find_cart, show_cart};
use crate::shop::order::{Act, Checkout, Choice, Place, act_on_order, find_group, place_order};
use crate::{Platform, args, secret};

const BUYERS: &[&str] = &[
    "Nurhayati",
    "Dedi Kurniawan",
    "Siti Nurjanah",
    "Rahmat Hidayat",
    "Ayu Wulandari",
    "Joko Susilo",
    "Fitri Handayani",
    "Asep Sunandar",
    "Maya Sari",
    "Taufik Ismail",
];

/// Places and carries out so many orders over the last year; the latest are still on their way.
pub(super) async fn seed(platform: &Platform, orders: i64) -> Result<(), SeedError> {
    let (past, clock) = past(platform);
    let now = platform.now();
    let sql = "select v.id from variant v join stock s on s.variant_id = v.id where s.on_hand - s.reserved > 3 \
         order by v.id";
    let variants: Vec<(Uuid,)> = platform.db.all(sql, args![]).await?;
    let own = "select v.id from variant v join stock s on s.variant_id = v.id join product p on p.id = v.product_id \
         join usaha u on u.id = p.usaha_id where s.on_hand - s.reserved > 3 and u.name = $1 order by v.id";
    let own: Vec<(Uuid,)> = platform.db.all(own, args![SHOPS[0].0]).await?;
    for nth in 0..orders {
        // More and more towards today; the last dozen within the last day.
        let left = orders - nth;
        let hours = if left <= 12 { left * 2 } else { left * left * 8_760 / (orders * orders) + 24 };
        clock.set(now.plus_hours(-hours).plus_seconds(nth * 61 % 3_000));
        // Half of the latest are the demo owner's, so that there is something to do.
        let of = if left <= 12 && nth % 2 == 0 && !own.is_empty() { &own } else { &variants };
        let variant = of[(nth * 37) as usize % of.len()].0;
        let Some(order) = place(&past, nth, variant).await? else { continue };
        let steps = steps(nth, left <= 12);
        for (index, (action, by)) in steps.iter().enumerate() {
            clock.set(past.now().plus_hours(1 + index as i64 % 2));
            if past.now() > now {
                break;
            }
            let note = if *action == Action::Cancel { "Bahan sedang kosong." } else { "" };
            let courier = if *action == Action::Send { "Kurir toko" } else { "" };
            let act = Act { note: note.into(), courier: courier.into(), ..Act::default() };
            // A step that does not fit this order's way of delivery is left out.
            let _ = act_on_order(&past, order, *action, *by, &act).await;
        }
        restock(&past, order).await?;
    }
    settle(platform, now).await?;
    Ok(())
}

/// What happened to the nth order.
fn steps(nth: i64, recent: bool) -> Vec<(Action, By)> {
    use Action::*;
    let seller = |action| (action, By::Penjual);
    let all = vec![seller(Pay), seller(Accept), seller(Ready), seller(Send), seller(HandOver), (Complete, By::Sistem)];
    match (recent, nth % 11) {
        (true, kind) => all.into_iter().take([0, 1, 2, 4, 4, 2, 0, 3, 4, 2, 5][kind as usize]).collect(),
        (false, 3) => vec![(Cancel, By::Pembeli)],
        (false, 7) => vec![seller(Cancel)],
        (false, _) => all,
    }
}

async fn place(past: &Platform, nth: i64, variant: Uuid) -> Result<Option<Uuid>, SeedError> {
    let Ok(Some(token)) = add_to_cart(past, None, variant, 1 + nth % 3).await else { return Ok(None) };
    let Some((cart, _)) = find_cart(past, &token).await? else { return Ok(None) };
    let reference = past.reference().await?;
    let kecamatan = &reference.kecamatan[(nth * 5) as usize % reference.kecamatan.len()];
    let contents = show_cart(past, cart, &kecamatan.code).await?;
    let Some((shop, _)) = contents.shops.first() else { return Ok(None) };
    let delivery = if shop.fee.is_some() && nth % 2 == 0 { Delivery::Courier } else { Delivery::Pickup };
    let payment = match (delivery, nth % 3) {
        (_, 0) => Payment::Transfer,
        (Delivery::Courier, _) => Payment::Cod,
        (Delivery::Pickup, _) => Payment::AtPickup,
    };
    let desa = &reference.desa(&kecamatan.code)[0];
    let place = (delivery == Delivery::Courier).then(|| Place {
        kecamatan: kecamatan.code.clone(),
        desa: desa.code.clone(),
        address: format!("Kp. {} RT {:02}/RW 03 No. {}", desa.name, 1 + nth % 6, 1 + nth % 40),
        landmark: String::new(),
    });
    let checkout = Checkout {
        token: secret::new(past),
        name: BUYERS[nth as usize % BUYERS.len()].to_owned(),
        phone: Phone::parse(&format!("0813{:08}", 55_000_000 + nth * 1_009)).expect("a demo number is a number"),
        place,
        choices: vec![Choice { shop: shop.id, delivery, payment, fee_seen: None }],
        account: None,
    };
    let Ok(placed) = place_order(past, cart, &checkout).await else { return Ok(None) };
    Ok(find_group(past, &placed.secret).await?.map(|(orders, _)| orders[0].id))
}

/// What was sold is made anew.
async fn restock(past: &Platform, order: Uuid) -> Result<(), DbError> {
    let sold = "select variant_id, quantity from reservation where order_id = $1 and state = 'sold'";
    let sold: Vec<(Uuid, i64)> = past.db.all(sold, args![order]).await?;
    let mut tx = past.db.begin().await?;
    for (variant, quantity) in sold {
        tx.run("update stock set on_hand = on_hand + $2 where variant_id = $1", args![variant, quantity]).await?;
        tx.run(
            "insert into stock_movement (id, variant_id, kind, quantity, at) values ($1, $2, 'adjust', $3, $4)",
            args![past.new_id(), variant, quantity, past.now()],
        )
        .await?;
    }
    tx.commit().await
}

/// Old messages have long been passed on, old carts are gone.
async fn settle(platform: &Platform, now: Timestamp) -> Result<(), DbError> {
    let sql = "update outbox set state = 'handed_off', sent_at = created_at where created_at < $1";
    platform.db.run(sql, args![now.plus_hours(-24)]).await?;
    platform.db.run("delete from cart", args![]).await.map(drop)
}
