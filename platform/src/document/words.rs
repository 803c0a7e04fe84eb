//! The fixed words of letters, in both languages.

use domain::lang::Lang;
use domain::verify::VerifyCode;

/// Indonesian first, English second.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $id:literal, $en:literal;)+) => {
        $($(#[$doc])* pub(super) const fn $name(lang: Lang) -> &'static str {
            match lang { Lang::Id => $id, Lang::En => $en }
        })+
    };
}

words! {
    number: "Nomor", "Number";
    logo: "Logo Rumah Sikum", "Logo of Rumah Sikum";
    code: "Kode QR", "QR code";
    page: "Halaman", "Page";
    of: "dari", "of";

    receipt_title: "Tanda Terima Permohonan", "Receipt of Application";
    receipt_intro: "Permohonan di bawah ini sudah kami terima. Simpan tanda terima ini: dengan nomornya Anda dapat melacak permohonan kapan saja, tanpa akun.",
        "We have received the application below. Please keep this receipt: with its number you can track the application at any time, without an account.";
    service: "Layanan", "Service";
    applicant: "Pemohon", "Applicant";
    business: "Usaha", "Business";
    handed_in: "Diterima pada", "Handed in";
    promised: "Dijanjikan selesai", "Promised for";
    not_promised: "Saat ini tidak ada tanggal janji: lihat halaman permohonan.", "No date is promised now: see the page of the application.";
    fee: "Biaya", "Fee";
    pin: "PIN", "PIN";
    pin_note: "PIN memberi hak bertindak atas permohonan ini: mengirim perbaikan atau menariknya. Jangan berikan kepada orang lain; petugas tidak akan memintanya.",
        "The PIN gives the right to act on this application: to send a correction or to withdraw it. Do not give it to anybody; officers will not ask for it.";
    next: "Langkah berikutnya", "What happens next";
    track: "Melacak permohonan", "Tracking the application";
    track_how: "Buka alamat di bawah ini, lalu ketik nomor permohonan dan empat angka terakhir nomor telepon Anda.",
        "Open the address below, then type the number of the application and the last four digits of your telephone number.";
    track_scan: "Pindai untuk melacak", "Scan to track";
    receipt_foot: "Tanda terima ini bukan izin dan bukan keputusan.", "This receipt is neither a permit nor a decision.";

    refusal_title: "Surat Penolakan Permohonan", "Refusal of Application";
    granted_intro: "Berdasarkan permohonan dan hasil pemeriksaan, dengan ini kami menerangkan:", "On the basis of the application and its examination, we hereby state:";
    recommended_intro: "Berdasarkan permohonan dan hasil pemeriksaan, dengan ini kami memberikan rekomendasi kepada:", "On the basis of the application and its examination, we hereby recommend:";
    decided_intro: "Berdasarkan permohonan dan hasil pemeriksaan, dengan ini kami memutuskan untuk mengabulkan permohonan:", "On the basis of the application and its examination, we have decided to grant the application of:";
    refused_intro: "Berdasarkan permohonan dan hasil pemeriksaan, dengan berat hati kami memutuskan untuk tidak mengabulkan permohonan:", "On the basis of the application and its examination, we regret that we have decided not to grant the application of:";
    holder: "Nama", "Name";
    case_number: "Nomor permohonan", "Number of the application";
    issued: "Tanggal terbit", "Issued on";
    decided: "Tanggal keputusan", "Decided on";
    valid: "Berlaku sampai", "Valid until";
    valid_always: "Tidak dibatasi waktu", "Without end";
    legal_basis: "Dasar hukum", "Legal basis";
    reason: "Alasan penolakan", "Reason for the refusal";
    objection: "Hak mengajukan keberatan", "Right to object";
    objection_until: "Jika Anda tidak setuju dengan keputusan ini, Anda dapat mengajukan keberatan paling lambat", "If you do not agree with this decision, you may object no later than";
    objection_free: "Keberatan diperiksa oleh petugas yang tidak terlibat dalam keputusan ini, tanpa biaya.", "The objection is examined, free of charge, by an officer who was not involved in this decision.";
    certificate_title: "Sertifikat Pelatihan", "Certificate of Training";
    certificate_given: "Diberikan kepada", "Awarded to";
    certificate_for: "yang telah mengikuti pelatihan", "who took part in the training";
    certificate_days: "Tanggal", "Date";
    certificate_length: "Lama", "Length";
    certificate_attended: "Kehadiran", "Attendance";
    trainer: "Pengajar", "Trainer";
    until_day: "sampai", "to";
    sessions: "pertemuan", "sessions";

    sign_in_title: "Daftar Hadir", "Attendance List";
    count: "No", "No";
    kecamatan: "Kecamatan", "District";
    signature: "Tanda tangan", "Signature";
    class: "Kelas", "Class";
    session: "Sesi", "Session";
    place: "Tempat", "Place";
    participants: "Peserta", "Participants";
    printed: "Dicetak", "Printed";
    keep_private: "Berisi data pribadi: simpan di kantor, jangan difoto.", "Holds personal data: keep it in the office, take no photographs.";

    verify_scan: "Pindai untuk memeriksa keaslian", "Scan to verify";
    verify_code: "Kode", "Code";
    verify_foot: "Keaslian dokumen ini dapat diperiksa siapa saja di", "Anybody can verify this document at";
    verify_with: "dengan kode", "with the code";
}

/// Where a paper can be verified, for its foot.
pub(super) fn verify_at(page: &str, code: &VerifyCode, lang: Lang) -> String {
    format!("{} {page} {} {code}.", verify_foot(lang), verify_with(lang))
}
