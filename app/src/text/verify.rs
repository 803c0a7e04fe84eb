//! Words of checking a letter or a certificate.

use domain::verify::seal::PaperKind;

use super::Lang;

messages! { VerifyText;
    verify_title: "Cek keaslian surat dan sertifikat" / "Check a letter or certificate";
    verify_lead: "Pindai kode QR pada surat atau sertifikat, atau ketik kodenya di sini. Siapa pun boleh memeriksa." / "Scan the QR code on the letter or certificate, or type its code here. Anybody may check.";
    verify_code: "Kode" / "Code";
    verify_number: "Nomor" / "Number";
    verify_code_hint: "17 huruf dan angka di bawah kode QR." / "17 letters and digits below the QR code.";
    verify_code_wrong: "Kode ini salah ketik. Cocokkan lagi dengan kertasnya." / "This code is mistyped. Compare it with the paper.";
    verify_button: "Periksa" / "Check";
    verify_another: "Periksa yang lain" / "Check another one";
    verify_unknown: "Tidak ditemukan" / "Not found";
    verify_unknown_text: "Tidak ada surat atau sertifikat dengan kode ini. Cocokkan lagi kodenya; bila tetap tidak ditemukan, kertas itu bukan dari dinas ini." / "There is no letter or certificate with this code. Compare it again; if it is still not found the paper is not from this office.";
    verify_valid: "Asli dan masih berlaku" / "Genuine and valid";
    verify_genuine: "Asli" / "Genuine";
    verify_replaced: "Asli, tetapi sudah diganti dengan versi yang diperbaiki" / "Genuine, but replaced by a corrected version";
    verify_newer: "Lihat versi yang berlaku" / "See the version that holds";
    verify_class: "Pelatihan" / "Training";
    verify_days: "Tanggal" / "Date";
    verify_length: "Lama" / "Length";
    verify_over: "Asli, tetapi masa berlakunya habis" / "Genuine, but no longer valid";
    verify_revoked(day: &str): "Asli, tetapi dicabut pada {day}" / "Genuine, but revoked on {day}";
    verify_refusal: "Asli: surat penolakan, bukan izin" / "Genuine: a refusal, no permit";
    verify_forged: "Kode QR ini tidak asli" / "This QR code is not genuine";
    verify_forged_text: "Tanda di dalam kode QR bukan dari dinas ini atau milik kertas lain. Kertas dengan kode yang tertulis berbunyi seperti di bawah; bandingkan." / "The seal inside the QR code is not this office's or belongs to another paper. The paper with the written code reads as below; compare.";
    verify_signed: "Tanda digital di dalam kode QR cocok." / "The digital seal inside the QR code fits.";
    verify_facts: "Isinya" / "What it says";
    verify_kind: "Jenis" / "Kind";
    verify_service: "Layanan" / "Service";
    verify_holder: "Pemegang" / "Holder";
    verify_subject: "Usaha atau merek" / "Business or brand";
    verify_issued: "Terbit" / "Issued";
    verify_until: "Berlaku sampai" / "Valid until";
    verify_no_end: "Tidak dibatasi" / "No end";
    verify_compare: "Bandingkan isi ini dengan kertas di tangan Anda." / "Compare this with the paper in your hand.";
    verify_json: "Data untuk mesin (JSON)" / "Data for machines (JSON)";
    letter_download: "Unduh surat (PDF)" / "Download the letter (PDF)";
    receipt_download: "Unduh tanda terima (PDF)" / "Download the receipt (PDF)";
    refusal_download: "Unduh surat penolakan (PDF)" / "Download the refusal (PDF)";
    check_a_letter: "Cek keaslian surat dan sertifikat" / "Check a letter or certificate";
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
        (PaperKind::Certificate, Lang::Id) => "Sertifikat pelatihan",
        (PaperKind::Certificate, Lang::En) => "Certificate of training",
    }
}
