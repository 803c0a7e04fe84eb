//! Words of complaints, for the office.

use domain::complaint::Action;

use super::Lang;

messages! { ComplaintDeskText;
    room_complaints: "Pengaduan" / "Complaints";
    tile_complaints: "Pengaduan menunggu" / "Complaints waiting";
    complaints_desk_lead(today: &str): "{today}. Yang paling mendesak di atas." / "{today}. Most urgent first.";
    drawer_verify: "Perlu diperiksa" / "To review";
    drawer_answer: "Perlu dijawab" / "To answer";
    drawer_reply: "Menunggu pelapor" / "Waiting for a reply";
    drawer_settled: "Selesai" / "Done";
    none_verify: "Tidak ada pengaduan yang perlu diperiksa." / "No complaints to review.";
    none_answer: "Tidak ada pengaduan yang perlu dijawab." / "No complaints to answer.";
    none_reply: "Tidak ada pengaduan yang menunggu pelapor." / "No complaints are waiting for a reply.";
    none_settled: "Belum ada pengaduan yang selesai." / "No complaints are done yet.";
    only_given: "Anda melihat pengaduan yang diteruskan kepada Anda." / "You see the complaints that were passed to you.";
    column_complaint: "Pengaduan" / "Complaint";
    column_handler: "Penangan" / "Handler";
    no_handler: "Belum diteruskan" / "Not passed on yet";
    back_to_complaints: "Semua pengaduan" / "All complaints";
    complainant: "Pelapor" / "Complainant";
    complainant_none: "Tanpa nama: tidak disimpan" / "Anonymous: not kept";
    complainant_secret: "Dirahasiakan" / "Secret";
    complainant_show: "Tampilkan identitas" / "Show identity";
    complainant_show_hint: "Dicatat bersama nama Anda." / "It is recorded with your name.";
    complainant_involved: "Anda tidak dapat membukanya." / "You cannot open it.";
    complaint_phone: "Nomor HP" / "Phone";
    complaint_came: "Masuk" / "Received";
    complaint_case: "Permohonan" / "Application";
    complaint_shop: "Toko atau pesanan" / "Shop or order";
    complaint_shop_known: "Toko" / "Shop";
    c_files_noted: "Setiap lampiran yang Anda buka dicatat bersama nama Anda." / "Each attachment you open is recorded with your name.";
    complaint_forgotten: "Isi, identitas, dan lampiran pengaduan ini sudah dihapus karena masa simpannya berakhir." / "The text, identity and attachments of this complaint were removed because their retention period has ended.";
    complainant_forgotten: "Sudah dihapus" / "Removed";
    complaint_officer: "Petugas yang diadukan" / "Officer complained about";
    complaint_late(count: i64): "{count} kali" / "{count} times";
    complaint_late_name: "Lewat janji" / "Over the promised time";
    complaint_told: "Isi pengaduan" / "The complaint";
    complaint_talk: "Jawaban dan catatan" / "Answers and notes";
    by_complainant: "Pelapor" / "Complainant";
    note_inside: "Catatan internal" / "Internal note";
    you_are_involved: "Anda pernah menangani hal yang diadukan, jadi Anda tidak dapat bertindak di sini. Pemeriksa lain melanjutkan." / "You took part in what it is about, so you cannot act here. Another officer takes over.";
    waits_for_complainant: "Pelapor dapat membalas sampai waktunya habis." / "The complainant may reply until the time is up.";
    waits_for_handler(name: &str): "Dijawab oleh {name}." / "To be answered by {name}.";
    complaint_is_over: "Pengaduan ini selesai." / "This complaint is done.";
    forward_to: "Teruskan kepada" / "Pass to";
    forward_to_hint: "Siapa pun yang tidak terlibat dalam hal yang diadukan." / "Anyone who took no part in what it is about.";
    forward_choose: "Pilih petugas" / "Choose an officer";
    forward_about: "Petugas yang diadukan (bila ada)" / "Officer complained about (if any)";
    forward_about_hint: "Ia tidak dapat melihat atau menangani pengaduan ini." / "That officer can neither see nor handle this complaint.";
    forward_shop: "Toko yang diadukan (bila diketahui)" / "Shop complained about (if known)";
    forward_shop_hint: "Nama toko, alamat halamannya, atau nomor pesanan. Petugas yang pernah memutuskan tentang toko ini tidak dapat menangani." / "Name of the shop, address of its page, or number of an order. Officers who decided about this shop cannot handle it.";
    c_shop_unknown: "Toko itu tidak ditemukan, atau ada beberapa dengan nama yang sama. Pakai alamat halamannya (/toko/…) atau nomor pesanan." / "There is no such shop, or several have this name. Use the address of its page (/toko/…) or the number of an order.";
    forward_nobody: "Bukan tentang seorang petugas" / "Not about an officer";
    forward_note: "Catatan untuk penangan (boleh kosong)" / "Note to the handler (optional)";
    answer_text: "Jawaban untuk pelapor" / "Answer to the complainant";
    answer_hint: "Dibaca pelapor. Tulis apa yang sudah dan akan dilakukan." / "The complainant reads this. Write what was done and what comes next.";
    decline_text: "Alasan, dan ke mana pelapor dapat mengadu" / "Reason, and where to complain instead";
    decline_hint: "Dibaca pelapor." / "The complainant reads this.";
    lapor_number: "Nomor LAPOR" / "LAPOR number";
    lapor_number_optional: "Nomor LAPOR (boleh kosong)" / "LAPOR number (optional)";
    lapor_hint: "Ditampilkan kepada pelapor." / "The complainant sees it.";
    note_text: "Catatan" / "Note";
    note_hint: "Hanya dibaca petugas." / "Only officers read this.";
    c_text_missing: "Tulis dulu isinya." / "Write something first.";
    c_text_long: "Paling banyak 2.000 huruf." / "At most 2,000 characters.";
    c_handler_missing: "Pilih petugas yang akan menjawab." / "Choose who shall answer.";
    c_wrong_handler: "Petugas itu terlibat dalam hal yang diadukan, atau tidak bertugas lagi. Pilih petugas lain." / "That officer took part in it, or is no longer on duty. Choose somebody else.";
    c_lapor_missing: "Tulis nomor LAPOR." / "Write the LAPOR number.";
    c_lapor_long: "Nomor LAPOR paling banyak 40 huruf." / "A LAPOR number has at most 40 characters.";
    c_gone: "Pengaduan ini tidak ditemukan, atau sudah diteruskan kepada petugas lain." / "There is no such complaint, or it was passed to somebody else.";
    c_changed: "Pengaduan ini berubah sejak halaman dibuka. Periksa keadaan terbaru; isian Anda masih ada." / "This complaint has changed since you opened the page. Check where it is now; what you typed is kept.";
    complaint_readers: "Siapa yang membuka" / "Who opened it";
}

/// A step of the office, as its button says.
pub fn complaint_action(t: Lang, action: Action) -> &'static str {
    let (id, en) = match action {
        Action::Forward => ("Teruskan", "Pass on"),
        Action::Answer => ("Kirim jawaban", "Send the answer"),
        Action::Decline => ("Tidak diproses", "Do not handle it"),
        Action::Note => ("Tulis catatan internal", "Write an internal note"),
        Action::Lapor => ("Catat nomor LAPOR", "Record the LAPOR number"),
        Action::Reply => ("Balas", "Reply"),
        Action::Settle => ("Selesai", "Settle"),
        Action::Close => ("Tutup", "Close"),
    };
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}
