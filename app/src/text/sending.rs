//! Words of a form whose files are on their way.

use super::Lang;

messages! { SendingText;
    sending_now: "Mengirim berkas…" / "Sending files…";
    sending_bar: "Berkas terkirim" / "Files sent";
    sending_checked: "Berkas sudah sampai dan sedang kami periksa…" / "The files have arrived, and we are checking them…";
    sending_done: "Selesai. Halaman berikut dibuka…" / "Done. The next page opens…";
    sending_stop: "Batalkan" / "Cancel";
    sending_stopped: "Pengiriman dibatalkan. Berkas masih dipilih di formulir." / "Sending was cancelled. The files are still chosen in the form.";
    sending_cut: "Sambungan terputus. Isian dan berkas masih ada: periksa sinyal, lalu coba lagi." / "The connection broke off. What you typed and chose is still here: check your signal, then try again.";
    sending_too_much: "Kiriman terlalu besar. Kirim berkas yang lebih kecil, atau satu per satu." / "That was too large to send. Send smaller files, or one at a time.";
    sending_later: "Belum terkirim karena gangguan di sistem kami. Berkas masih dipilih: coba lagi sebentar lagi." / "Not sent, as our system has a problem. The files are still chosen: try again in a moment.";
    sending_again: "Coba lagi" / "Try again";
}

/// How much was sent: per cent and megabytes of megabytes, from bytes.
pub fn sent_of(t: Lang, share: u32, sent: u32, all: u32) -> String {
    let mark = if t == Lang::Id { ',' } else { '.' };
    let megabytes = |bytes: u32| {
        let tenths = bytes.div_ceil(104_858);
        format!("{}{mark}{}", tenths / 10, tenths % 10)
    };
    let of = if t == Lang::Id { "dari" } else { "of" };
    format!("{share}% · {} {of} {} MB", megabytes(sent), megabytes(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sent_is_said_in_megabytes() {
        assert_eq!(sent_of(Lang::Id, 50, 1_572_864, 3_145_728), "50% · 1,5 dari 3,0 MB");
        assert_eq!(sent_of(Lang::En, 0, 0, 900), "0% · 0.0 of 0.1 MB");
    }
}
