//! The states of an order in words: what is, what comes, who has to act.

use domain::shop::order::{Delivery, Status};

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

/// What happens next and who has to act.
pub fn status_next(lang: Lang, status: Status, delivery: Delivery, accepted: bool) -> &'static str {
    use Status::*;
    match (lang, status) {
        (Lang::Id, MenungguPembayaran) => "Anda mentransfer, lalu toko memeriksa uangnya dan mulai memproses.",
        (Lang::Id, Dibayar) => "Toko memeriksa pesanan dan mulai memproses.",
        (Lang::Id, Diproses) if !accepted => "Toko menerima pesanan Anda, paling lama 2 hari.",
        (Lang::Id, Diproses) if delivery == Delivery::Pickup => {
            "Toko menyiapkan pesanan dan memberi kabar bila siap diambil."
        }
        (Lang::Id, Diproses) => "Toko menyiapkan pesanan dan memberi kabar bila berangkat.",
        (Lang::Id, SiapDiambil) => "Ambil di toko dan sebutkan nomor pesanan.",
        (Lang::Id, Dikirim) => "Kurir toko sedang menuju alamat Anda.",
        (Lang::Id, Diterima) => "Bila ada yang kurang, hubungi penjual dalam 3 hari.",
        (Lang::Id, Kedaluwarsa) => "Tidak ada yang perlu Anda lakukan. Silakan pesan lagi.",
        (Lang::Id, BayarTerlambat | ReturDisetujui) => "Toko mengembalikan uang Anda atau memproses lagi.",
        (Lang::Id, ReturDiajukan) => "Toko menjawab permintaan retur Anda.",
        (Lang::Id, Dibatalkan | Selesai | ReturDitolak | DanaKembali) => "Tidak ada yang perlu Anda lakukan.",
        (Lang::En, MenungguPembayaran) => "You transfer the money; then the shop checks it and begins.",
        (Lang::En, Dibayar) => "The shop checks the order and begins.",
        (Lang::En, Diproses) if !accepted => "The shop accepts your order, within 2 days.",
        (Lang::En, Diproses) if delivery == Delivery::Pickup => {
            "The shop prepares the order and tells you when it is ready."
        }
        (Lang::En, Diproses) => "The shop prepares the order and tells you when it leaves.",
        (Lang::En, SiapDiambil) => "Pick it up at the shop and give the order number.",
        (Lang::En, Dikirim) => "The shop's courier is on the way to your address.",
        (Lang::En, Diterima) => "If something is wrong, contact the seller within 3 days.",
        (Lang::En, Kedaluwarsa) => "Nothing for you to do. You are welcome to order again.",
        (Lang::En, BayarTerlambat | ReturDisetujui) => "The shop returns your money or takes the order up again.",
        (Lang::En, ReturDiajukan) => "The shop answers your request to return.",
        (Lang::En, Dibatalkan | Selesai | ReturDitolak | DanaKembali) => "Nothing for you to do.",
    }
}
