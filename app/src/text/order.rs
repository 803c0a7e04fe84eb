//! Words of orders: the buyer's page, the seller's room, the officer's page.

use domain::shop::order::{Action, By, Delivery, Payment, Tab};

use super::Lang;

messages! { OrderText;
    shops_turn: "Giliran toko" / "The shop's turn";
    your_turn_to(what: &str): "Giliran Anda: {what}" / "Your turn: {what}";
    to_transfer(total: &str): "transfer {total}" / "transfer {total}";
    to_fetch: "ambil di toko" / "pick it up";
    on_its_way: "Pesanan dalam perjalanan" / "Your order is on its way";
    nothing_to_do: "Tidak ada yang perlu Anda lakukan" / "Nothing for you to do";
    bring_cash(total: &str): "Siapkan uang tunai {total}." / "Have {total} in cash ready.";
    say_number: "Sebutkan nomor ini di toko" / "Say this number at the shop";
    step_ordered: "Dipesan" / "Ordered";
    step_paid: "Dibayar" / "Paid";
    step_accepted: "Diterima toko" / "Accepted";
    step_ready: "Siap diambil" / "Ready";
    step_sent: "Diantar" / "Sent";
    step_fetched: "Diambil" / "Picked up";
    step_arrived: "Sampai" / "Arrived";
    step_of(step: usize): "Tahap {step} dari 4" / "Step {step} of 4";
    timeline_hint: "Setiap langkah dengan tanggalnya." / "Every step with its date.";
    after_that: "Sesudah itu" / "After that";
    receipt_of(courier: &str): "Dibawa {courier}" / "Carried by {courier}";
    receipt_number(number: &str): "Nomor resi {number}" / "Tracking number {number}";
    received_button: "Barang sudah saya terima" / "I have received it";
    received_hint: "Tekan sesudah barang ada di tangan Anda." / "Press it once the goods are in your hands.";
    return_title: "Ada yang kurang atau rusak?" / "Is something missing or broken?";
    return_hint(until: &str): "Ajukan retur sebelum {until}. Toko menjawab, lalu menghubungi Anda." / "Ask for a return before {until}. The shop answers and contacts you.";
    return_reason: "Apa yang kurang atau rusak?" / "What is missing or broken?";
    return_button: "Ajukan retur" / "Ask for a return";
    pin_hint: "6 angka dari halaman konfirmasi atau pesan WhatsApp." / "6 digits from the confirmation page or the WhatsApp message.";
    cancel_what: "Stok dilepas dan pesanan tidak bisa dikembalikan." / "The stock is released; this cannot be undone.";
    cancelled_by(who: &str, reason: &str): "Dibatalkan oleh {who}: {reason}" / "Cancelled by {who}: {reason}";
    print_invoice: "Cetak nota" / "Print the invoice";
    print_now: "Cetak" / "Print";
    print_how: "Pilih Cetak pada menu peramban Anda." / "Choose Print in your browser's menu.";
    invoice_of(number: &str): "Nota {number}" / "Invoice {number}";
    sold_by: "Penjual" / "Seller";
    bought_by: "Pembeli" / "Buyer";
    product: "Barang" / "Item";
    pieces: "Jumlah" / "Quantity";
    price_each: "Harga" / "Price";
    sum: "Subtotal" / "Amount";
    state_paid: "Lunas" / "Paid";
    not_paid: "Belum dibayar" / "Not paid";
    help_title: "Perlu bantuan?" / "Need help?";
    reason_missing: "Tulis alasannya. Alasan ini dibaca pihak lain." / "Write the reason. The other side reads it.";
    not_now: "Pesanan ini sudah berubah sejak halaman dibuka. Periksa keadaan terbaru di bawah." / "This order has changed since the page was opened. Check the latest state below.";
    stock_gone: "Stoknya sudah habis, pesanan tidak bisa dilanjutkan. Kembalikan uang pembeli." / "The stock is gone; the order cannot go on. Give the buyer's money back.";
    not_your_order: "Pesanan ini bukan milik toko Anda." / "This order is not your shop's.";

    orders_title: "Pesanan" / "Orders";
    orders_lead: "Yang paling mendesak di atas." / "The most urgent first.";
    orders_search: "Cari nomor atau nama pembeli" / "Search number or buyer's name";
    orders_found(words: &str): "Hasil untuk “{words}”" / "Results for “{words}”";
    orders_all: "Semua" / "All";
    orders_none: "Tidak ada pesanan di sini." / "No orders here.";
    orders_none_found: "Tidak ada pesanan yang cocok. Periksa nomor atau nama." / "No order matches. Check the number or the name.";
    orders_none_new: "Belum ada pesanan baru. Kami kabari lewat WhatsApp bila ada." / "No new orders. We tell you by WhatsApp when there is one.";
    no_shop_yet: "Anda belum mempunyai toko." / "You have no shop yet.";
    no_shop_hint: "Buka toko dulu; pesanan pembeli tampil di sini." / "Open a shop first; orders will show up here.";
    csv_download: "Unduh sebagai tabel (CSV)" / "Download as a table (CSV)";
    placed_at_wib: "Dipesan (WIB)" / "Ordered (WIB)";
    shop_word: "Toko" / "Shop";
    state_word: "Keadaan" / "State";
    more_orders: "Berikutnya" / "Next";
    first_page: "Ke awal" / "Back to the start";
    and_others(count: i64): "dan {count} lainnya" / "and {count} more";
    today_at(time: &str): "hari ini {time}" / "today {time}";
    tomorrow_at(time: &str): "besok {time}" / "tomorrow {time}";

    action_title: "Tindakan" / "What to do";
    no_action: "Tidak ada yang perlu dilakukan." / "Nothing to do.";
    wait_for_buyer: "Menunggu pembeli." / "Waiting for the buyer.";
    courier_name: "Nama kurir" / "Courier";
    courier_hint: "Kosongkan bila diantar sendiri. Contoh: JNE, J&T, SiCepat, Pos Indonesia." / "Leave empty if you bring it yourself. For example JNE, J&T, SiCepat, Pos Indonesia.";
    receipt_label: "Nomor resi" / "Tracking number";
    reason_label: "Alasan" / "Reason";
    reason_hint: "Dibaca pembeli." / "The buyer reads it.";
    officer_reason_hint: "Dibaca pembeli dan penjual, dan disimpan dengan nama Anda." / "Buyer and seller read it; it is kept with your name.";
    buyer_title: "Pembeli" / "Buyer";
    call_buyer: "WhatsApp pembeli" / "WhatsApp the buyer";
    call_buyer_text(name: &str, number: &str, shop: &str): "Halo {name}, ini {shop} tentang pesanan {number}." / "Hello {name}, this is {shop} about order {number}.";
    goods_title: "Barang" / "Goods";
    delivery_word: "Cara terima" / "Delivery";
    payment_word: "Cara bayar" / "Payment";
    money_word: "Uang" / "Money";
    landmark_word: "Patokan" / "Landmark";
    messages_title: "Kabar untuk pembeli" / "Messages to the buyer";
    messages_hint: "Kirim lewat WhatsApp Anda sendiri." / "Send them with your own WhatsApp.";
    print_slip: "Cetak slip" / "Print a slip";
    act: "Lakukan" / "Do it";
    choose_action: "Yang terjadi" / "What happened";
    choose_missing: "Pilih apa yang terjadi." / "Choose what happened.";
    officer_lead: "Anda bertindak di tempat pembeli atau penjual. Keduanya dikabari." / "You act in the place of buyer or seller. Both are told.";
    own_shop: "Pesanan toko Anda sendiri diurus lewat ruang usaha, atau oleh petugas lain." / "Orders of your own shop are handled in your business room, or by another officer.";
    check_number: "Cocokkan nomor yang disebut pembeli" / "Compare with the number the buyer says";
    take_cash(total: &str): "Terima uang tunai {total}." / "Take {total} in cash.";
}

/// The name of a drawer.
pub fn tab_label(lang: Lang, tab: Tab) -> &'static str {
    match (lang, tab) {
        (Lang::Id, Tab::New) => "Perlu diterima",
        (Lang::Id, Tab::Unpaid) => "Menunggu bayar",
        (Lang::Id, Tab::Making) => "Diproses",
        (Lang::Id, Tab::Going) => "Siap / diantar",
        (Lang::Id, Tab::Back) => "Retur & uang",
        (Lang::Id, Tab::Done) => "Selesai",
        (Lang::Id, Tab::Off) => "Dibatalkan",
        (Lang::En, Tab::New) => "To accept",
        (Lang::En, Tab::Unpaid) => "Awaiting payment",
        (Lang::En, Tab::Making) => "In progress",
        (Lang::En, Tab::Going) => "Ready / sent",
        (Lang::En, Tab::Back) => "Returns & money",
        (Lang::En, Tab::Done) => "Done",
        (Lang::En, Tab::Off) => "Cancelled",
    }
}

/// The button of an action, as a seller or officer reads it.
pub fn action_label(lang: Lang, action: Action) -> &'static str {
    match (lang, action) {
        (Lang::Id, Action::Pay) => "Uang sudah masuk",
        (Lang::Id, Action::Expire) => "Tutup",
        (Lang::Id, Action::Cancel) => "Batalkan pesanan",
        (Lang::Id, Action::Reaccept) => "Terima dan proses lagi",
        (Lang::Id, Action::Refund) => "Uang sudah dikembalikan",
        (Lang::Id, Action::Accept) => "Terima pesanan",
        (Lang::Id, Action::Ready) => "Tandai siap diambil",
        (Lang::Id, Action::Send) => "Tandai dikirim",
        (Lang::Id, Action::HandOver) => "Sudah diterima pembeli",
        (Lang::Id, Action::Complete) => "Selesaikan",
        (Lang::Id, Action::AskReturn) => "Ajukan retur",
        (Lang::Id, Action::ApproveReturn) => "Setujui retur",
        (Lang::Id, Action::RefuseReturn) => "Tolak retur",
        (Lang::En, Action::Pay) => "The money has arrived",
        (Lang::En, Action::Expire) => "Close",
        (Lang::En, Action::Cancel) => "Cancel the order",
        (Lang::En, Action::Reaccept) => "Accept and go on",
        (Lang::En, Action::Refund) => "The money is returned",
        (Lang::En, Action::Accept) => "Accept the order",
        (Lang::En, Action::Ready) => "Mark as ready",
        (Lang::En, Action::Send) => "Mark as sent",
        (Lang::En, Action::HandOver) => "The buyer has it",
        (Lang::En, Action::Complete) => "Complete",
        (Lang::En, Action::AskReturn) => "Ask for a return",
        (Lang::En, Action::ApproveReturn) => "Approve the return",
        (Lang::En, Action::RefuseReturn) => "Refuse the return",
    }
}

/// What an action means, before it is done.
pub fn action_hint(lang: Lang, action: Action) -> &'static str {
    match (lang, action) {
        (Lang::Id, Action::Pay) => "Periksa mutasi rekening dulu: jumlahnya harus tepat.",
        (Lang::Id, Action::Cancel) => "Stok dilepas. Tidak bisa dikembalikan.",
        (Lang::Id, Action::Reaccept) => "Stok diambil lagi bila masih ada.",
        (Lang::Id, Action::Refund) => "Tekan sesudah uang Anda kirim kembali ke pembeli.",
        (Lang::Id, Action::Accept) => "Pembeli dikabari bahwa Anda menyiapkannya.",
        (Lang::Id, Action::Ready) => "Pembeli dikabari bahwa pesanan bisa diambil.",
        (Lang::Id, Action::Send) => "Pembeli dikabari bahwa pesanan berangkat.",
        (Lang::Id, Action::HandOver) => "Uang tunai tercatat diterima.",
        (Lang::Id, Action::ApproveReturn) => "Sesudah itu Anda mengembalikan uang pembeli.",
        (Lang::Id, Action::RefuseReturn) => "Jelaskan mengapa; pembeli membacanya.",
        (Lang::Id, Action::Complete | Action::Expire | Action::AskReturn) => "Tidak bisa dikembalikan.",
        (Lang::En, Action::Pay) => "Check your account first: the amount must be exact.",
        (Lang::En, Action::Cancel) => "The stock is released. This cannot be undone.",
        (Lang::En, Action::Reaccept) => "The stock is taken again if there is some.",
        (Lang::En, Action::Refund) => "Press it after you have sent the money back.",
        (Lang::En, Action::Accept) => "The buyer is told that you are preparing it.",
        (Lang::En, Action::Ready) => "The buyer is told that it can be picked up.",
        (Lang::En, Action::Send) => "The buyer is told that it has left.",
        (Lang::En, Action::HandOver) => "Cash is recorded as received.",
        (Lang::En, Action::ApproveReturn) => "After that you give the buyer's money back.",
        (Lang::En, Action::RefuseReturn) => "Say why; the buyer reads it.",
        (Lang::En, Action::Complete | Action::Expire | Action::AskReturn) => "This cannot be undone.",
    }
}

/// What is due, in a few words before a date.
pub fn due_label(lang: Lang, action: Option<Action>) -> &'static str {
    match (lang, action) {
        (Lang::Id, Some(Action::Accept)) => "terima sebelum",
        (Lang::Id, Some(Action::Pay)) => "bayar sebelum",
        (Lang::Id, Some(Action::Ready)) => "siap sebelum",
        (Lang::Id, Some(Action::Send)) => "kirim sebelum",
        (Lang::Id, Some(Action::HandOver)) => "diambil sebelum",
        (Lang::Id, _) => "selesai",
        (Lang::En, Some(Action::Accept)) => "accept before",
        (Lang::En, Some(Action::Pay)) => "pay before",
        (Lang::En, Some(Action::Ready)) => "ready before",
        (Lang::En, Some(Action::Send)) => "send before",
        (Lang::En, Some(Action::HandOver)) => "fetch before",
        (Lang::En, _) => "done",
    }
}

/// How it is received.
pub fn delivery_label(lang: Lang, delivery: Delivery) -> &'static str {
    match (lang, delivery) {
        (Lang::Id, Delivery::Pickup) => "Ambil di toko",
        (Lang::Id, Delivery::Courier) => "Kurir toko",
        (Lang::En, Delivery::Pickup) => "Pick-up at the shop",
        (Lang::En, Delivery::Courier) => "Shop courier",
    }
}

/// How it is paid.
pub fn payment_label(lang: Lang, payment: Payment) -> &'static str {
    match (lang, payment) {
        (Lang::Id, Payment::Cod) => "Tunai ke kurir",
        (Lang::Id, Payment::AtPickup) => "Tunai di toko",
        (Lang::Id, Payment::Transfer) => "Transfer bank",
        (Lang::En, Payment::Cod) => "Cash to the courier",
        (Lang::En, Payment::AtPickup) => "Cash at the shop",
        (Lang::En, Payment::Transfer) => "Bank transfer",
    }
}

/// Who did something.
pub fn by_label(lang: Lang, by: By) -> &'static str {
    match (lang, by) {
        (Lang::Id, By::Pembeli) => "pembeli",
        (Lang::Id, By::Penjual) => "toko",
        (Lang::Id, By::Sistem) => "batas waktu",
        (Lang::Id, By::Petugas) => "petugas dinas",
        (Lang::En, By::Pembeli) => "the buyer",
        (Lang::En, By::Penjual) => "the shop",
        (Lang::En, By::Sistem) => "a deadline",
        (Lang::En, By::Petugas) => "an officer",
    }
}

/// What happened, as a line of the timeline; `None` for a word of another version.
pub fn event_label(lang: Lang, action: &str) -> Option<&'static str> {
    let action: Action = match (lang, action) {
        (Lang::Id, "pesan") => return Some("Pesanan dibuat"),
        (Lang::En, "pesan") => return Some("Order placed"),
        (_, word) => word.parse().ok()?,
    };
    Some(match (lang, action) {
        (Lang::Id, Action::Pay) => "Uang diterima toko",
        (Lang::Id, Action::Expire) => "Batas bayar lewat",
        (Lang::Id, Action::Cancel) => "Pesanan dibatalkan",
        (Lang::Id, Action::Reaccept) => "Diproses lagi",
        (Lang::Id, Action::Refund) => "Uang dikembalikan",
        (Lang::Id, Action::Accept) => "Toko menerima pesanan",
        (Lang::Id, Action::Ready) => "Siap diambil",
        (Lang::Id, Action::Send) => "Berangkat dengan kurir",
        (Lang::Id, Action::HandOver) => "Barang diterima pembeli",
        (Lang::Id, Action::Complete) => "Pesanan selesai",
        (Lang::Id, Action::AskReturn) => "Retur diajukan",
        (Lang::Id, Action::ApproveReturn) => "Retur disetujui",
        (Lang::Id, Action::RefuseReturn) => "Retur ditolak",
        (Lang::En, Action::Pay) => "The shop has the money",
        (Lang::En, Action::Expire) => "Payment deadline passed",
        (Lang::En, Action::Cancel) => "Order cancelled",
        (Lang::En, Action::Reaccept) => "Taken up again",
        (Lang::En, Action::Refund) => "Money returned",
        (Lang::En, Action::Accept) => "The shop accepted the order",
        (Lang::En, Action::Ready) => "Ready for pick-up",
        (Lang::En, Action::Send) => "Left with the courier",
        (Lang::En, Action::HandOver) => "The buyer has the goods",
        (Lang::En, Action::Complete) => "Order completed",
        (Lang::En, Action::AskReturn) => "Return requested",
        (Lang::En, Action::ApproveReturn) => "Return approved",
        (Lang::En, Action::RefuseReturn) => "Return refused",
    })
}
