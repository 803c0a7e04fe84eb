//! Words of complaints, for the office.

use domain::complaint::Action;

use super::Lang;

messages! { ComplaintDeskText;
    room_complaints: "Pengaduan" / "Complaints";
    tile_complaints: "Pengaduan menunggu" / "Complaints waiting";
    complaints_desk_lead(today: &str): "{today}. Yang paling mendesak di atas." / "{today}. The most urgent first.";
    drawer_verify: "Perlu diperiksa" / "To look at";
    drawer_answer: "Perlu dijawab" / "To answer";
    drawer_reply: "Menunggu pelapor" / "With the complainant";
    drawer_settled: "Selesai" / "Done";
    none_verify: "Tidak ada pengaduan yang perlu diperiksa." / "No complaint has to be looked at.";
    none_answer: "Tidak ada pengaduan yang perlu dijawab." / "No complaint has to be answered.";
    none_reply: "Tidak ada pengaduan yang menunggu pelapor." / "No complaint waits for its complainant.";
    none_settled: "Belum ada pengaduan yang selesai." / "No complaint is done yet.";
    only_given: "Anda melihat pengaduan yang diteruskan kepada Anda." / "You see the complaints that were given to you.";
    column_complaint: "Pengaduan" / "Complaint";
    column_handler: "Penangan" / "Handler";
    no_handler: "Belum diteruskan" / "Not given yet";
    back_to_complaints: "Semua pengaduan" / "All complaints";
    complainant: "Pelapor" / "Complainant";
    complainant_none: "Tanpa nama: tidak disimpan" / "Anonymous: not kept";
    complainant_secret: "Dirahasiakan" / "Secret";
    complainant_show: "Tampilkan identitas" / "Show identity";
    complainant_show_hint: "Dicatat bersama nama Anda." / "Written down with your name.";
    complainant_involved: "Anda tidak dapat membukanya." / "You cannot open it.";
    complaint_phone: "Nomor HP" / "Phone";
    complaint_came: "Masuk" / "Came in";
    complaint_case: "Permohonan" / "Application";
    complaint_shop: "Toko atau pesanan" / "Shop or order";
    complaint_officer: "Petugas yang diadukan" / "Officer complained about";
    complaint_late(count: i64): "{count} kali" / "{count} times";
    complaint_late_name: "Lewat janji" / "Over time";
    complaint_told: "Isi pengaduan" / "The complaint";
    complaint_talk: "Jawaban dan catatan" / "Answers and notes";
    by_complainant: "Pelapor" / "Complainant";
    note_inside: "Catatan internal" / "Internal note";
    you_are_involved: "Anda pernah menangani hal yang diadukan, jadi Anda tidak dapat bertindak di sini. Pemeriksa lain melanjutkan." / "You had a part in what it is about, so you cannot act here. Another officer goes on.";
    waits_for_complainant: "Pelapor dapat membalas sampai waktunya habis." / "The complainant may reply until the time is over.";
    waits_for_handler(name: &str): "Dijawab oleh {name}." / "To be answered by {name}.";
    complaint_is_over: "Pengaduan ini selesai." / "This complaint is done.";
    forward_to: "Teruskan kepada" / "Give to";
    forward_to_hint: "Siapa pun yang tidak terlibat dalam hal yang diadukan." / "Anybody without a part in what it is about.";
    forward_choose: "Pilih petugas" / "Choose an officer";
    forward_about: "Petugas yang diadukan (bila ada)" / "Officer complained about (if any)";
    forward_about_hint: "Ia tidak dapat melihat atau menangani pengaduan ini." / "That officer can neither see nor handle this complaint.";
    forward_nobody: "Bukan tentang seorang petugas" / "Not about an officer";
    forward_note: "Catatan untuk penangan (boleh kosong)" / "Note to the handler (optional)";
    answer_text: "Jawaban untuk pelapor" / "Answer to the complainant";
    answer_hint: "Dibaca pelapor. Tulis apa yang sudah dan akan dilakukan." / "Read by the complainant. Write what was done and what will be.";
    decline_text: "Alasan, dan ke mana pelapor dapat mengadu" / "Reason, and where to complain instead";
    decline_hint: "Dibaca pelapor." / "Read by the complainant.";
    lapor_number: "Nomor LAPOR" / "LAPOR number";
    lapor_number_optional: "Nomor LAPOR (boleh kosong)" / "LAPOR number (optional)";
    lapor_hint: "Ditampilkan kepada pelapor." / "Shown to the complainant.";
    note_text: "Catatan" / "Note";
    note_hint: "Hanya dibaca petugas." / "Only officers read it.";
    c_text_missing: "Tulis dulu isinya." / "Write something first.";
    c_text_long: "Paling banyak 2.000 huruf." / "At most 2,000 characters.";
    c_handler_missing: "Pilih petugas yang akan menjawab." / "Choose who shall answer.";
    c_wrong_handler: "Petugas itu terlibat dalam hal yang diadukan, atau tidak bertugas lagi. Pilih petugas lain." / "That officer had a part in it, or is not on duty any more. Choose somebody else.";
    c_lapor_missing: "Tulis nomor LAPOR." / "Write the LAPOR number.";
    c_lapor_long: "Nomor LAPOR paling banyak 40 huruf." / "A LAPOR number has at most 40 characters.";
    c_gone: "Pengaduan ini tidak ditemukan, atau sudah diteruskan kepada petugas lain." / "There is no such complaint, or it was given to somebody else.";
    c_changed: "Pengaduan ini berubah sejak halaman dibuka. Periksa keadaan terbaru; isian Anda masih ada." / "This complaint has changed since the page was opened. Look again; what you typed is kept.";
    complaint_readers: "Siapa yang membuka" / "Who opened it";
}

/// A step of the office, as its button says.
pub fn complaint_action(t: Lang, action: Action) -> &'static str {
    let (id, en) = match action {
        Action::Forward => ("Teruskan", "Give on"),
        Action::Answer => ("Kirim jawaban", "Send the answer"),
        Action::Decline => ("Tidak diproses", "Do not deal with it"),
        Action::Note => ("Tulis catatan internal", "Write an internal note"),
        Action::Lapor => ("Catat nomor LAPOR", "Write down the LAPOR number"),
        Action::Reply => ("Balas", "Reply"),
        Action::Settle => ("Selesai", "Settle"),
        Action::Close => ("Tutup", "End"),
    };
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}
