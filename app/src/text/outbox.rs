//! Words of messages to people.

use domain::notice::{Channel, State};

use super::Lang;

messages! { OutboxText;
    outbox_title: "Pesan keluar" / "Messages sent";
    outbox_lead: "Siapa dikabari apa dan kapan." / "Who was told what, and when.";
    outbox_no_mail: "Server surel belum diatur. Surel disimpan di sini dan terkirim sendiri sesudah SMTP_URL diisi." / "No mail server is configured. E-mails are kept here and go out by themselves once SMTP_URL is set.";
    outbox_secret_note: "Bagian rahasia (PIN, kode, tautan) disamarkan. Hanya petugas yang mengambil pesan untuk dikirim melihatnya, dan namanya tercatat." / "Secret parts (PINs, codes, links) are hidden. Only the officer who takes a message to send it sees them, and the name is kept.";
    outbox_search: "Cari nama, nomor, atau isi judul" / "Search name, number or subject";
    outbox_none: "Tidak ada pesan di sini." / "No messages here.";
    all_states: "Semua" / "All";
    all_channels: "Semua jalur" / "All ways";
    channel_word: "Jalur" / "Way";
    apply: "Tampilkan" / "Show";
    send_by_whatsapp: "Kirim lewat WhatsApp" / "Send by WhatsApp";
    open_whatsapp: "Buka WhatsApp" / "Open WhatsApp";
    not_sent_after_all: "Belum jadi terkirim" / "Not sent after all";
    now_open_whatsapp: "Pesan ini sekarang tugas Anda. Buka WhatsApp, lalu tekan kirim." / "This message is now yours. Open WhatsApp, then press send.";
    try_again_now: "Coba kirim lagi" / "Try again";
    written_at(when: &str): "Ditulis {when}" / "Written {when}";
    sent_at(when: &str): "Terkirim {when}" / "Sent {when}";
    passed_on(who: &str, when: &str): "Disampaikan {who}, {when}" / "Passed on by {who}, {when}";
    passed_on_before(when: &str): "Disampaikan {when}" / "Passed on {when}";
    tried(count: i64, when: &str): "{count} kali dicoba, lagi {when}" / "Tried {count} times, again {when}";
    given_up(count: i64): "Tidak terkirim sesudah {count} kali" / "Not sent after {count} tries";
    taken_by_other(who: &str, when: &str): "Sudah disampaikan {who}, {when}." / "Already passed on by {who}, {when}.";
    message_moved_on: "Pesan ini sudah berubah sejak halaman dibuka." / "This message has changed since the page was opened.";
    office_sends_it: "Berisi PIN pembeli; dikirim petugas." / "Holds the buyer's PIN; an officer sends it.";
    admin_sends_it: "Berisi kode kata sandi; dikirim admin." / "Holds a password code; the administrator sends it.";
    no_whatsapp: "Nomor ini bukan nomor WhatsApp." / "This is no WhatsApp number.";
}

/// A state of a message.
pub fn message_state(lang: Lang, state: State) -> &'static str {
    match (lang, state) {
        (Lang::Id, State::Waiting) => "Menunggu",
        (Lang::Id, State::Sent) => "Terkirim",
        (Lang::Id, State::Failed) => "Gagal",
        (Lang::Id, State::HandedOff) => "Disampaikan",
        (Lang::En, State::Waiting) => "Waiting",
        (Lang::En, State::Sent) => "Sent",
        (Lang::En, State::Failed) => "Failed",
        (Lang::En, State::HandedOff) => "Passed on",
    }
}

/// A way to people.
pub fn channel_label(lang: Lang, channel: Channel) -> &'static str {
    match (lang, channel) {
        (_, Channel::Whatsapp) => "WhatsApp",
        (Lang::Id, Channel::Email) => "Surel",
        (Lang::En, Channel::Email) => "E-mail",
    }
}
