//! The messages that orders send.

use domain::money::Rupiah;
use domain::shop::order::Status;
use uuid::Uuid;

use super::place::{Checkout, Placed};
use crate::Platform;
use crate::args;
use crate::db::{DbError, Tx};
use crate::notice::{Message, post};
use crate::shop::cart::ShopOffer;

/// To the buyer: number and PIN. To the seller: somebody ordered.
#[allow(clippy::too_many_arguments)]
pub(super) async fn placed(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    number: &str,
    checkout: &Checkout,
    placed: &Placed,
    shop: &ShopOffer,
    total: Rupiah,
) -> Result<(), DbError> {
    let buyer = Message {
        kind: "order_placed_buyer",
        channel: "whatsapp",
        recipient: checkout.phone.as_str().to_owned(),
        name: checkout.name.clone(),
        subject: format!("Pesanan {number}"),
        body: format!(
            "Pesanan Anda {number} di {} sudah kami terima. Jumlah {total}. Lihat atau batalkan: {}/k/{} (PIN {}).",
            shop.name, platform.public_url, placed.secret, placed.pin
        ),
        order: Some(order),
    };
    let seller = Message {
        kind: "order_placed_seller",
        channel: "whatsapp",
        recipient: shop.phone.clone(),
        name: shop.name.clone(),
        subject: format!("Pesanan baru {number}"),
        body: format!("Ada pesanan baru {number} senilai {total}. Buka konsol toko untuk menerimanya."),
        order: Some(order),
    };
    post(platform, tx, buyer).await?;
    post(platform, tx, seller).await
}

/// To the buyer: where the order is now.
pub(super) async fn moved(platform: &Platform, tx: &mut Tx, order: Uuid, to: Status) -> Result<(), DbError> {
    let text = match to {
        Status::Dibayar => "Pembayaran sudah diterima toko.",
        Status::Kedaluwarsa => "Batas bayar sudah lewat, pesanan dibatalkan.",
        Status::Dibatalkan => "Pesanan dibatalkan.",
        Status::Diproses => "Pesanan sedang dibuat.",
        Status::SiapDiambil => "Pesanan siap diambil di toko.",
        Status::Dikirim => "Pesanan sedang diantar.",
        Status::Diterima => "Pesanan sudah diterima. Terima kasih.",
        Status::DanaKembali => "Uang sudah dikembalikan toko.",
        _ => return Ok(()),
    };
    let sql = "select o.number, g.buyer_name, g.buyer_phone from shop_order o join checkout_group g on g.id = o.group_id \
         where o.id = $1";
    let Some((number, name, phone)) = tx.one::<(String, String, String)>(sql, args![order]).await? else {
        return Ok(());
    };
    let message = Message {
        kind: "order_moved",
        channel: "whatsapp",
        recipient: phone,
        name,
        subject: format!("Pesanan {number}"),
        body: format!("Pesanan {number}: {text}"),
        order: Some(order),
    };
    post(platform, tx, message).await
}
