//! The states of an order in words: what is, what comes, who has to act.

use domain::shop::order::{Delivery, Now, Status};

use super::Lang;

/// The state as a short label.
pub fn status_label(lang: Lang, status: Status) -> &'static str {
    use Status::*;
    match (lang, status) {
        (Lang::Id, MenungguPembayaran) => "Menunggu pembayaran",
        (Lang::Id, Dibayar) => "Sudah dibayar",
        (Lang::Id, Kedaluwarsa) => "Batas bayar lewat",
        (Lang::Id, Dibatalkan) => "Dibatalkan",
        (Lang::Id, BayarTerlambat) => "Bayar terlambat",
        (Lang::Id, Diproses) => "Diproses toko",
        (Lang::Id, SiapDiambil) => "Siap diambil",
        (Lang::Id, Dikirim) => "Sedang diantar",
        (Lang::Id, Diterima) => "Sudah diterima",
        (Lang::Id, Selesai) => "Selesai",
        (Lang::Id, ReturDiajukan) => "Retur diajukan",
        (Lang::Id, ReturDisetujui) => "Retur disetujui",
        (Lang::Id, ReturDitolak) => "Retur ditolak",
        (Lang::Id, DanaKembali) => "Dana dikembalikan",
        (Lang::En, MenungguPembayaran) => "Waiting for payment",
        (Lang::En, Dibayar) => "Paid",
        (Lang::En, Kedaluwarsa) => "Payment deadline passed",
        (Lang::En, Dibatalkan) => "Cancelled",
        (Lang::En, BayarTerlambat) => "Paid too late",
        (Lang::En, Diproses) => "Being prepared",
        (Lang::En, SiapDiambil) => "Ready for pick-up",
        (Lang::En, Dikirim) => "On its way",
        (Lang::En, Diterima) => "Received",
        (Lang::En, Selesai) => "Completed",
        (Lang::En, ReturDiajukan) => "Return requested",
        (Lang::En, ReturDisetujui) => "Return approved",
        (Lang::En, ReturDitolak) => "Return refused",
        (Lang::En, DanaKembali) => "Money returned",
    }
}

/// What happens next, for the buyer; `until` is the date in words by which it should.
pub fn status_next(lang: Lang, now: Now, until: &str) -> String {
    use Status::*;
    let pickup = now.delivery == Delivery::Pickup;
    match (lang, now.status) {
        (Lang::Id, MenungguPembayaran) => {
            format!("Transfer sebelum {until}. Toko memeriksa uangnya, lalu mulai memproses.")
        }
        (Lang::Id, Dibayar) => format!("Toko mulai memproses paling lambat {until}."),
        (Lang::Id, Diproses) if !now.accepted => {
            format!("Toko menjawab paling lambat {until}. Bila tidak, pesanan batal sendiri.")
        }
        (Lang::Id, Diproses) if pickup => format!("Toko menyiapkan pesanan. Siap diambil sebelum {until}."),
        (Lang::Id, Diproses) => format!("Toko menyiapkan pesanan. Berangkat sebelum {until}."),
        (Lang::Id, SiapDiambil) => format!("Ambil sebelum {until} dan sebutkan nomor pesanan."),
        (Lang::Id, Dikirim) => "Kurir membawa pesanan ke alamat Anda.".to_owned(),
        (Lang::Id, Diterima) => format!("Bila ada yang kurang atau rusak, ajukan retur sebelum {until}."),
        (Lang::Id, Kedaluwarsa) => "Pesanan ditutup karena belum dibayar. Silakan pesan lagi.".to_owned(),
        (Lang::Id, BayarTerlambat) => {
            "Uang Anda masuk sesudah batas waktu. Toko memproses lagi atau mengembalikannya.".to_owned()
        }
        (Lang::Id, ReturDiajukan) => "Toko menjawab permintaan retur Anda.".to_owned(),
        (Lang::Id, ReturDisetujui) => "Toko mengembalikan uang Anda.".to_owned(),
        (Lang::Id, ReturDitolak) => "Bila Anda keberatan, hubungi dinas.".to_owned(),
        (Lang::Id, Dibatalkan) if now.paid => "Toko mengembalikan uang Anda.".to_owned(),
        (Lang::Id, Dibatalkan | Selesai | DanaKembali) => "Tidak ada yang perlu Anda lakukan.".to_owned(),
        (Lang::En, MenungguPembayaran) => {
            format!("Transfer before {until}. The shop checks the money, then begins.")
        }
        (Lang::En, Dibayar) => format!("The shop begins by {until}."),
        (Lang::En, Diproses) if !now.accepted => {
            format!("The shop answers by {until}. If not, the order is cancelled by itself.")
        }
        (Lang::En, Diproses) if pickup => format!("The shop prepares the order. Ready before {until}."),
        (Lang::En, Diproses) => format!("The shop prepares the order. It leaves before {until}."),
        (Lang::En, SiapDiambil) => format!("Pick it up before {until} and say the order number."),
        (Lang::En, Dikirim) => "The courier is bringing it to your address.".to_owned(),
        (Lang::En, Diterima) => format!("If something is missing or broken, ask for a return before {until}."),
        (Lang::En, Kedaluwarsa) => "The order was closed unpaid. You are welcome to order again.".to_owned(),
        (Lang::En, BayarTerlambat) => {
            "Your money came after the deadline. The shop takes the order up again or returns it.".to_owned()
        }
        (Lang::En, ReturDiajukan) => "The shop answers your request to return.".to_owned(),
        (Lang::En, ReturDisetujui) => "The shop returns your money.".to_owned(),
        (Lang::En, ReturDitolak) => "If you disagree, contact the office.".to_owned(),
        (Lang::En, Dibatalkan) if now.paid => "The shop returns your money.".to_owned(),
        (Lang::En, Dibatalkan | Selesai | DanaKembali) => "Nothing for you to do.".to_owned(),
    }
}
