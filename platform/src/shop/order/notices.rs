//! The messages that orders send, in the words of those who read them: what happened, what comes next, until when.

use domain::lang::Lang;
use domain::money::Rupiah;
use domain::notice::hide;
use domain::shop::order::{Action, By, Delivery, Payment, Status};
use domain::time::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use super::place::Placed;
use crate::Platform;
use crate::args;
use crate::db::{DbError, Tx};
use crate::notice::{About, Message, TO_BUYER, TO_SHOP, post};

/// A step that was taken.
pub(super) struct Moved<'m> {
    pub action: Action,
    pub by: By,
    pub to: Status,
    /// Why, or what else was written.
    pub note: &'m str,
}

/// What a seller is reminded of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reminder {
    /// An order waits to be accepted.
    Accept,
    /// An accepted order waits to be ready or sent.
    Ship,
}

/// Everything that a message about an order may say.
#[derive(FromRow)]
struct Facts {
    number: String,
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    delivery: Delivery,
    #[sqlx(try_from = "String")]
    payment: Payment,
    paid: bool,
    #[sqlx(try_from = "i64")]
    total: Rupiah,
    pay_by: Option<i64>,
    accept_by: Option<i64>,
    accepted_at: Option<i64>,
    ship_by: Option<i64>,
    pickup_by: Option<i64>,
    complete_by: Option<i64>,
    courier: String,
    receipt_number: String,
    buyer_name: String,
    buyer_phone: String,
    shop: String,
    shop_phone: String,
    shop_address: String,
    opening_hours: String,
    owner_email: Option<String>,
}

async fn facts(tx: &mut Tx, order: Uuid) -> Result<Option<Facts>, DbError> {
    let sql = "select o.number, o.status, o.delivery, o.payment, o.paid, o.total, o.pay_by, o.accept_by, o.accepted_at, \
         o.ship_by, o.pickup_by, o.complete_by, o.courier, o.receipt_number, g.buyer_name, g.buyer_phone, \
         u.name as shop, u.phone as shop_phone, u.address as shop_address, u.opening_hours, a.email as owner_email \
         from shop_order o join checkout_group g on g.id = o.group_id join usaha u on u.id = o.usaha_id \
         join account a on a.id = u.owner_id where o.id = $1";
    tx.one(sql, args![order]).await
}

impl Facts {
    fn cash(&self) -> String {
        match self.payment {
            Payment::Cod | Payment::AtPickup => format!(" Siapkan uang tunai {}.", self.total),
            Payment::Transfer => String::new(),
        }
    }
}

fn until(at: Option<i64>) -> String {
    at.map(|at| Timestamp::from_micros(at).words(Lang::Id)).unwrap_or_default()
}

/// The end of a sentence that says why.
fn because(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!(" Alasan: {}.", note.trim_end_matches('.')) }
}

/// To the buyer: number and PIN. To the seller: somebody ordered.
pub(super) async fn placed(platform: &Platform, tx: &mut Tx, order: Uuid, placed: &Placed) -> Result<(), DbError> {
    let Some(facts) = facts(tx, order).await? else { return Ok(()) };
    let Facts { number, shop, total, .. } = &facts;
    let next = match facts.status {
        Status::MenungguPembayaran => format!("Transfer {total} ke rekening toko sebelum {}.", until(facts.pay_by)),
        _ => format!("Toko menjawab paling lambat {}.{}", until(facts.accept_by), facts.cash()),
    };
    let link = hide(&format!("{}/k/{}", platform.public_url, placed.secret));
    let body = format!(
        "Pesanan {number} di {shop} sudah kami terima, jumlah {total}. {next} Lihat atau batalkan di {link} (PIN {}).",
        hide(&placed.pin)
    );
    to_buyer(platform, tx, order, "order_placed_buyer", &facts, body).await?;
    let next = match facts.status {
        Status::MenungguPembayaran => "Pembeli akan mentransfer; periksa uangnya, lalu konfirmasi di".to_owned(),
        _ => format!("Terima sebelum {} di", until(facts.accept_by)),
    };
    let body =
        format!("Ada pesanan baru {number} senilai {total}. {next} {}/usaha/pesanan/{number}", platform.public_url);
    to_shop(platform, tx, order, "order_placed_seller", format!("Pesanan baru {number}"), &facts, body).await
}

/// To whoever did not do it: what was done to an order.
pub(super) async fn moved(platform: &Platform, tx: &mut Tx, order: Uuid, moved: Moved<'_>) -> Result<(), DbError> {
    let Some(facts) = facts(tx, order).await? else { return Ok(()) };
    if let Some(text) = for_buyer(&facts, &moved) {
        let body = format!("{text} Lihat pesanan: {}/pesanan/{}", platform.public_url, facts.number);
        to_buyer(platform, tx, order, "order_moved", &facts, body).await?;
    }
    if let Some(text) = for_shop(&facts, &moved) {
        let body = format!("{text} Buka: {}/usaha/pesanan/{}", platform.public_url, facts.number);
        let subject = format!("Pesanan {}", facts.number);
        to_shop(platform, tx, order, "order_seller", subject, &facts, body).await?;
    }
    Ok(())
}

/// To the seller, once: something waits.
pub(super) async fn remind(platform: &Platform, tx: &mut Tx, order: Uuid, reminder: Reminder) -> Result<(), DbError> {
    let Some(facts) = facts(tx, order).await? else { return Ok(()) };
    let number = &facts.number;
    let text = match (reminder, facts.status) {
        (Reminder::Accept, Status::Dibayar | Status::Diproses) if facts.accepted_at.is_none() => format!(
            "Pesanan {number} menunggu Anda. Terima sebelum {}; sesudah itu pesanan batal sendiri.",
            until(facts.accept_by)
        ),
        (Reminder::Ship, Status::Diproses) => {
            let step = if facts.delivery == Delivery::Pickup { "siap diambil" } else { "dikirim" };
            format!("Pesanan {number} dijanjikan {step} sebelum {}. Tandai bila sudah.", until(facts.ship_by))
        }
        _ => return Ok(()),
    };
    let body = format!("{text} Buka: {}/usaha/pesanan/{number}", platform.public_url);
    to_shop(platform, tx, order, "order_reminder", format!("Pesanan {number} menunggu"), &facts, body).await
}

fn for_buyer(facts: &Facts, moved: &Moved<'_>) -> Option<String> {
    let Facts { number, shop, total, .. } = facts;
    Some(match moved.to {
        Status::Dibayar => format!(
            "Uang {total} untuk pesanan {number} sudah diterima {shop}. Toko mulai memproses paling lambat {}.",
            until(facts.accept_by)
        ),
        Status::BayarTerlambat => format!(
            "Uang untuk pesanan {number} masuk sesudah batas waktu. {shop} akan memproses pesanan atau \
             mengembalikan uang Anda."
        ),
        Status::Kedaluwarsa => format!(
            "Batas bayar pesanan {number} di {shop} sudah lewat, jadi pesanan ditutup. Silakan pesan lagi. Bila Anda \
             sudah mentransfer, hubungi toko di {}.",
            facts.shop_phone
        ),
        Status::Dibatalkan => {
            let who = match moved.by {
                By::Pembeli => "atas permintaan Anda",
                By::Penjual => "oleh toko",
                By::Sistem => "karena batas waktu lewat",
                By::Petugas => "oleh petugas dinas",
            };
            let money = if facts.paid {
                format!(" {shop} mengembalikan uang Anda {total}.")
            } else {
                " Anda tidak perlu membayar.".to_owned()
            };
            format!("Pesanan {number} di {shop} dibatalkan {who}.{}{money}", because(moved.note))
        }
        Status::Diproses => {
            let step = if facts.delivery == Delivery::Pickup { "Siap diambil" } else { "Berangkat" };
            format!("{shop} menerima pesanan {number} dan menyiapkannya. {step} sebelum {}.", until(facts.ship_by))
        }
        Status::SiapDiambil => format!(
            "Pesanan {number} siap diambil di {shop}, {} ({}). Sebutkan nomor pesanan. Ambil sebelum {}.{}",
            facts.shop_address,
            facts.opening_hours,
            until(facts.pickup_by),
            facts.cash()
        ),
        Status::Dikirim => {
            let courier = match (facts.courier.as_str(), facts.receipt_number.as_str()) {
                ("", "") => String::new(),
                ("", receipt) => format!(" Nomor resi {receipt}."),
                (courier, "") => format!(" Dibawa {courier}."),
                (courier, receipt) => format!(" Dibawa {courier}, nomor resi {receipt}."),
            };
            format!(
                "Pesanan {number} dari {shop} sedang diantar.{courier}{} Sesudah datang, tekan \"Barang sudah saya \
                 terima\".",
                facts.cash()
            )
        }
        Status::Diterima => format!(
            "Pesanan {number} sudah Anda terima. Terima kasih! Bila ada yang kurang, ajukan retur sebelum {}.",
            until(facts.complete_by)
        ),
        Status::ReturDisetujui => format!(
            "{shop} menyetujui retur pesanan {number} dan mengembalikan {total}. Toko menghubungi Anda tentang barangnya."
        ),
        Status::ReturDitolak => {
            format!("{shop} tidak dapat menerima retur pesanan {number}.{}", because(moved.note))
        }
        Status::DanaKembali => format!(
            "{shop} sudah mengembalikan uang pesanan {number}, {total}. Bila belum masuk, hubungi toko di {}.",
            facts.shop_phone
        ),
        Status::MenungguPembayaran | Status::ReturDiajukan | Status::Selesai => return None,
    })
}

fn for_shop(facts: &Facts, moved: &Moved<'_>) -> Option<String> {
    let Facts { number, buyer_name, total, .. } = facts;
    Some(match (moved.by, moved.action) {
        (By::Petugas, action) => {
            let what = match action {
                Action::Pay => "uang masuk",
                Action::Cancel => "pesanan batal",
                Action::Reaccept => "pesanan dilanjutkan",
                Action::Refund => "uang dikembalikan",
                Action::Accept => "pesanan diterima toko",
                Action::Ready => "siap diambil",
                Action::Send => "sedang diantar",
                Action::HandOver => "diterima pembeli",
                Action::Complete | Action::Expire => "selesai",
                Action::AskReturn => "retur diajukan",
                Action::ApproveReturn => "retur disetujui",
                Action::RefuseReturn => "retur ditolak",
            };
            format!("Petugas dinas mencatat pada pesanan {number}: {what}.{}", because(moved.note))
        }
        (By::Pembeli, Action::Cancel) => {
            format!("{buyer_name} membatalkan pesanan {number}.{} Stok sudah kembali.", because(moved.note))
        }
        (By::Pembeli, Action::AskReturn) => format!(
            "{buyer_name} mengajukan retur pesanan {number}.{} Setujui atau tolak di konsol toko.",
            because(moved.note)
        ),
        (By::Sistem, Action::Cancel) => {
            let money = if facts.paid { format!(" Kembalikan uang pembeli {total}.") } else { String::new() };
            format!("Pesanan {number} batal sendiri.{}{money}", because(moved.note))
        }
        (By::Sistem, Action::Expire) => format!("Pesanan {number} tidak dibayar sampai batas waktu dan ditutup."),
        _ => return None,
    })
}

async fn to_buyer(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    kind: &'static str,
    facts: &Facts,
    body: String,
) -> Result<(), DbError> {
    debug_assert!(TO_BUYER.contains(&kind));
    let message = Message {
        kind,
        channel: "whatsapp",
        recipient: facts.buyer_phone.clone(),
        name: facts.buyer_name.clone(),
        subject: format!("Pesanan {}", facts.number),
        body,
        about: About::Order(order),
    };
    post(platform, tx, message).await
}

/// By WhatsApp to the shop's number, and by e-mail to an owner who has an address.
async fn to_shop(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    kind: &'static str,
    subject: String,
    facts: &Facts,
    body: String,
) -> Result<(), DbError> {
    debug_assert!(TO_SHOP.contains(&kind));
    let message = Message {
        kind,
        channel: "whatsapp",
        recipient: facts.shop_phone.clone(),
        name: facts.shop.clone(),
        subject,
        body,
        about: About::Order(order),
    };
    if let Some(email) = &facts.owner_email {
        let email = Message { channel: "email", recipient: email.clone(), ..message.clone() };
        post(platform, tx, email).await?;
    }
    post(platform, tx, message).await
}
