//! Words of certificates: for who has one, and for who issues them.

use domain::training::certificate::{Ending, Lack};

use super::Lang;

messages! { CertificateText;
    cert_title: "Sertifikat" / "Certificate";
    cert_own: "Sertifikat saya" / "My certificates";
    cert_own_lead: "Dari kelas yang Anda ikuti dengan akun ini atau dari perangkat ini." / "From classes you attended with this account or from this device.";
    cert_own_none: "Belum ada sertifikat di sini." / "No certificates here yet.";
    cert_own_hint: "Ikut kelas tanpa akun? Buka pendaftarannya dengan nomor dan PIN; sertifikatnya ada di sana." / "Attended without an account? Open the registration with number and PIN; the certificate is there.";
    cert_file: "Unduh sertifikat (PDF)" / "Download the certificate (PDF)";
    cert_check: "Cek keaslian" / "Check it";
    cert_there: "Sertifikat Anda sudah terbit" / "Your certificate is here";
    cert_share: "Alamat ini boleh diberikan kepada siapa pun untuk memeriksa sertifikat Anda." / "You may give this address to anybody who wants to check your certificate.";
    cert_soon: "Anda memenuhi syarat. Sertifikat diterbitkan setelah daftar hadir lengkap; kami kabari." / "You qualify. The certificate is issued once the attendance lists are complete; we will tell you.";
    cert_not_over: "Diterbitkan setelah sesi terakhir." / "It is issued after the last session.";
    cert_lacks(attended: i64, needed: i64): "Anda hadir di {attended} sesi; untuk sertifikat perlu {needed}. Bila daftar hadir keliru, bicaralah dengan penyelenggara." / "You were at {attended} sessions; a certificate takes {needed}. If the list is wrong, talk to the organiser.";
    cert_lacks_quiz: "Lulus kuisnya dulu; sertifikat menyusul." / "Pass the quiz first; the certificate follows.";
    cert_revoked(reason: &str): "Sertifikat Anda dicabut oleh dinas. Alasan: {reason}" / "The office revoked your certificate. Reason: {reason}";
    cert_issued(at: &str): "Terbit {at}" / "Issued {at}";

    aw_title(class: &str): "Sertifikat: {class}" / "Certificates: {class}";
    aw_to_class: "Halaman kelas ini" / "This class";
    aw_due(count: usize): "{count} peserta memenuhi syarat dan belum mendapat sertifikat." / "{count} participants qualify and have no certificate yet.";
    aw_nobody_due: "Tidak ada yang menunggu sertifikat." / "Nobody waits for a certificate.";
    aw_issue(count: usize): "Terbitkan {count} sertifikat" / "Issue {count} certificates";
    aw_held(count: usize, all: usize): "{count} dari {all} terbit" / "{count} of {all} issued";
    aw_making(made: usize, held: usize): "Berkas PDF: {made} dari {held} siap." / "PDF files: {made} of {held} ready.";
    aw_again: "Perbarui" / "Refresh";
    aw_unknown(count: i64): "{count} baris daftar hadir belum diisi. Yang kehadirannya belum tercatat dihitung tidak hadir; lengkapi dulu daftarnya." / "{count} lines of the attendance lists are empty. Whoever is not recorded counts as absent; complete the lists first.";
    aw_not_over: "Sertifikat dapat diterbitkan setelah sesi terakhir." / "Certificates can be issued after the last session.";
    aw_not_offered: "Materi ini tanpa sertifikat. Ubah materinya bila seharusnya ada." / "This course gives no certificates. Change the course if it should.";
    aw_minimum(needed: i64, all: usize): "Syarat: hadir di {needed} dari {all} sesi." / "Required: {needed} of {all} sessions.";
    aw_people: "Peserta" / "Participants";
    aw_attended(attended: i64, all: usize): "hadir {attended} dari {all}" / "present {attended} of {all}";
    aw_is_due: "Memenuhi syarat" / "Qualifies";
    aw_lacks: "Belum memenuhi syarat" / "Does not qualify";
    aw_lacks_quiz: "Belum lulus kuis" / "Quiz not passed yet";
    aw_by_hand: "Terbitkan dengan alasan" / "Issue with a reason";
    aw_by_hand_why: "Alasan (dibaca peserta)" / "Reason (the participant reads it)";
    aw_by_hand_was(reason: &str): "Diterbitkan khusus: {reason}" / "Issued by hand: {reason}";
    aw_name: "Nama pada sertifikat" / "Name on the certificate";
    aw_change: "Betulkan nama atau cabut" / "Correct the name or revoke";
    aw_correct_hint: "Sertifikat baru diterbitkan; yang lama menunjuk ke yang baru." / "A new certificate is issued; the old one points to it.";
    aw_correct_button: "Terbitkan versi baru" / "Issue the new version";
    aw_revoke_kind: "Sebab" / "Cause";
    aw_revoke_button: "Cabut sertifikat" / "Revoke the certificate";
    aw_lacks_now: "Kehadirannya kini kurang dari syarat." / "Their attendance is below what is required now.";
}

/// Why a certificate holds no longer.
pub fn ending_label(t: Lang, ending: Ending) -> &'static str {
    let (id, en) = match ending {
        Ending::Replaced => ("diganti versi baru", "replaced by a new version"),
        Ending::WrongFacts => ("datanya salah", "its facts are wrong"),
        Ending::NotEarned => ("tidak berhak", "not earned"),
        Ending::Misused => ("disalahgunakan", "misused"),
    };
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// What somebody lacks, for themselves.
pub fn lack_label(t: Lang, lack: Lack, attended: i64) -> String {
    match lack {
        Lack::NotOffered | Lack::NotOver => t.cert_not_over().to_owned(),
        Lack::Attendance { needed } => t.cert_lacks(attended, needed),
        Lack::Quiz => t.cert_lacks_quiz().to_owned(),
    }
}
