//! Words of checking a letter.

use domain::verify::seal::PaperKind;

use super::Lang;

messages! { VerifyText;
    verify_title: "Cek keaslian surat" / "Check a letter";
    verify_lead: "Pindai kode QR pada surat, atau ketik kodenya di sini. Siapa pun boleh memeriksa." / "Scan the QR code on the letter, or type its code here. Anybody may check.";
    verify_code: "Kode surat" / "Code of the letter";
    verify_code_hint: "17 huruf dan angka di bawah kode QR." / "17 letters and digits below the QR code.";
    verify_code_wrong: "Kode ini salah ketik. Cocokkan lagi dengan suratnya." / "This code is mistyped. Compare it with the letter.";
    verify_button: "Periksa" / "Check";
    verify_another: "Periksa surat lain" / "Check another letter";
    verify_unknown: "Surat tidak ditemukan" / "No such letter";
    verify_unknown_text: "Tidak ada surat dengan kode ini. Cocokkan lagi kodenya; bila tetap tidak ditemukan, surat itu bukan dari dinas ini." / "There is no letter with this code. Compare it again; if it is still not found the letter is not from this office.";
    verify_valid: "Asli dan masih berlaku" / "Genuine and valid";
    verify_over: "Asli, tetapi masa berlakunya habis" / "Genuine, but no longer valid";
    verify_revoked(day: &str): "Asli, tetapi dicabut pada {day}" / "Genuine, but revoked on {day}";
    verify_refusal: "Asli: surat penolakan, bukan izin" / "Genuine: a refusal, no permit";
    verify_forged: "Kode QR ini tidak asli" / "This QR code is not genuine";
    verify_forged_text: "Tanda di dalam kode QR bukan dari dinas ini atau milik surat lain. Surat dengan kode yang tertulis berbunyi seperti di bawah; bandingkan." / "The seal inside the QR code is not this office's or belongs to another letter. The letter with the written code reads as below; compare.";
    verify_signed: "Tanda digital di dalam kode QR cocok dengan surat ini." / "The digital seal inside the QR code fits this letter.";
    verify_facts: "Isi surat" / "What the letter says";
    verify_kind: "Jenis" / "Kind";
    verify_service: "Layanan" / "Service";
    verify_holder: "Pemegang" / "Holder";
    verify_subject: "Usaha atau merek" / "Business or brand";
    verify_issued: "Terbit" / "Issued";
    verify_until: "Berlaku sampai" / "Valid until";
    verify_no_end: "Tidak dibatasi" / "No end";
    verify_compare: "Bandingkan isi ini dengan surat di tangan Anda." / "Compare this with the letter in your hand.";
    verify_json: "Data untuk mesin (JSON)" / "Data for machines (JSON)";
    letter_download: "Unduh surat (PDF)" / "Download the letter (PDF)";
    receipt_download: "Unduh tanda terima (PDF)" / "Download the receipt (PDF)";
    refusal_download: "Unduh surat penolakan (PDF)" / "Download the refusal (PDF)";
    check_a_letter: "Cek keaslian surat" / "Check a letter";
}

/// What kind of paper it is.
pub fn paper_label(t: Lang, kind: PaperKind) -> &'static str {
    match (kind, t) {
        (PaperKind::Statement, Lang::Id) => "Surat keterangan",
        (PaperKind::Statement, Lang::En) => "Certificate",
        (PaperKind::Recommendation, Lang::Id) => "Surat rekomendasi",
        (PaperKind::Recommendation, Lang::En) => "Recommendation",
        (PaperKind::Decision, Lang::Id) => "Surat keputusan",
        (PaperKind::Decision, Lang::En) => "Decision",
        (PaperKind::Refusal, Lang::Id) => "Surat penolakan",
        (PaperKind::Refusal, Lang::En) => "Refusal",
    }
}
