//! Words of complaints, for whoever complains.

use domain::complaint::{Privacy, State, StoryProblem, Subject};

use super::Lang;

messages! { ComplaintText;
    complaints_title: "Pengaduan" / "Complaints";
    complaints_lead(verify: u16, answer: u16): "Ceritakan apa yang tidak beres. Gratis dan tanpa akun. Kami periksa dalam {verify} hari kerja, lalu kami jawab dalam {answer} hari kerja." / "Tell us what went wrong. It is free and needs no account. We review it within {verify} working days, then answer within {answer} working days.";
    complaint_about: "Tentang apa?" / "What is it about?";
    about_service: "Layanan dinas" / "A service of the office";
    about_service_note: "Petugas, waktu, biaya, atau cara kami melayani" / "Staff, waiting times, fees, or how we serve you";
    about_shop: "Toko atau pesanan" / "A shop or an order";
    about_shop_note: "Barang, penjual, atau pengiriman" / "Goods, seller, or delivery";
    about_other: "Hal lain" / "Something else";
    about_case: "Permohonan izin Anda" / "Your permit case";
    about_case_of(number: &str): "Tentang permohonan Anda {number}. Petugas yang pernah menanganinya tidak ikut menangani pengaduan ini." / "About your application {number}. Officers who worked on it do not handle this complaint.";
    about_case_closed: "Permohonan itu tidak terbuka di perangkat ini. Buka dulu dengan nomor dan PIN-nya, lalu pilih “Ajukan pengaduan” di halamannya." / "That application is not open on this device. Open it with its number and PIN first, then choose “Make a complaint” on its page.";
    which_service: "Layanan yang mana?" / "Which service?";
    choose_service: "Pilih layanan" / "Choose a service";
    which_shop: "Nama toko atau nomor pesanan (boleh kosong)" / "Name of the shop or number of the order (optional)";
    complaint_story: "Apa yang terjadi?" / "What happened?";
    complaint_story_hint: "Tulis kapan, di mana, dan apa yang Anda harapkan. 20 sampai 4.000 huruf." / "Write when and where it happened, and what you expect. 20 to 4,000 characters.";
    c_files: "Foto atau dokumen (boleh kosong)" / "Photos or documents (optional)";
    c_files_hint(most: u8, megabytes: u32): "Paling banyak {most} berkas, masing-masing sampai {megabytes} MB: foto (JPEG, PNG, WebP) atau PDF. Lokasi dan waktu foto kami hapus; isi PDF tetap apa adanya." / "At most {most} files of up to {megabytes} MB each: photographs (JPEG, PNG, WebP) or PDF. We remove place and time from photographs; what is in a PDF stays as it is.";
    c_files_waiting: "Sudah terunggah, ikut terkirim" / "Already uploaded, sent with this form";
    c_files_attached: "Lampiran" / "Attachments";
    c_file_nth(nth: usize): "Lampiran {nth}" / "Attachment {nth}";
    my_complaints: "Pengaduan saya" / "My complaints";
    complaint_who: "Siapa yang boleh tahu nama Anda?" / "Who may know your name?";
    privacy_plain: "Petugas yang menangani" / "The officers who work on it";
    privacy_plain_note: "Nama dan nomor HP terlihat oleh petugas yang memeriksa dan menjawab." / "Your name and phone number are seen by the officers who review and answer it.";
    privacy_secret: "Rahasia" / "Secret";
    privacy_secret_note: "Hanya pemeriksa dan petugas yang menjawab dapat membuka nama dan nomor Anda, dan setiap kali dibuka dicatat." / "Only the officer who reviews it and the one who answers can open your name and phone number, and each time is recorded.";
    privacy_none: "Tanpa nama" / "Anonymous";
    privacy_none_note: "Nama dan nomor HP tidak disimpan, dan kami tidak mengirim kabar. Anda hanya dapat melacak dengan nomor dan PIN." / "We keep neither name nor phone number and send no messages. You can follow it only with its number and PIN.";
    privacy_case_note: "Pengaduan tentang permohonan tidak bisa tanpa nama, karena permohonan memakai nama Anda. Pilih Rahasia bila perlu." / "A complaint about an application cannot be anonymous, because the application carries your name. Choose Secret if you need to.";
    complainant_name: "Nama Anda" / "Your name";
    complainant_phone_hint: "Untuk kabar tentang pengaduan ini. Contoh: 0812 3456 7890" / "For news about this complaint. Example: 0812 3456 7890";
    complaint_kept(months: u16): "Isi, nama, nomor HP, dan lampiran kami hapus {months} bulan setelah pengaduan selesai." / "We remove what you wrote, your name, phone number and attachments {months} months after the complaint is closed.";
    complaint_send: "Kirim pengaduan" / "Send the complaint";
    complaint_lapor: "Bukan urusan dinas ini? Pengaduan ke semua instansi dapat dikirim lewat LAPOR!, kanal nasional:" / "Not a matter for this office? Complaints to any public body can be sent through LAPOR!, the national channel:";
    complaint_have_number: "Sudah punya nomor pengaduan?" / "Already have a complaint number?";
    complaint_have_number_hint: "Lihat jawaban, balas, atau nyatakan selesai." / "Read the answer, reply, or say that it is settled.";
    complaint_number: "Nomor pengaduan" / "Complaint number";
    complaint_pin: "PIN 6 angka" / "6-digit PIN";
    complaint_open: "Buka pengaduan" / "Open the complaint";
    complaint_pin_wrong: "Nomor atau PIN tidak cocok. Periksa lagi keduanya." / "The number or PIN does not match. Check both.";
    complaint_open_title: "Buka pengaduan" / "Open a complaint";
    complaint_open_lead: "Masukkan PIN yang tampil saat pengaduan dikirim." / "Enter the PIN that was shown when the complaint was sent.";

    pick_about: "Pilih tentang apa pengaduan ini." / "Choose what the complaint is about.";
    pick_service: "Pilih layanan yang Anda adukan." / "Choose the service you are complaining about.";
    pick_privacy: "Pilih siapa yang boleh tahu nama Anda." / "Choose who may know your name.";
    c_name_missing: "Tulis nama Anda, atau pilih Tanpa nama." / "Write your name, or choose Anonymous.";
    c_name_long: "Nama paling banyak 80 huruf." / "A name has at most 80 characters.";
    shop_too_long: "Nama toko atau nomor paling banyak 120 huruf." / "Name of the shop or number: at most 120 characters.";

    complaint_sent_title: "Pengaduan terkirim" / "Complaint sent";
    complaint_sent_keep: "Simpan nomor dan PIN ini: dengan keduanya Anda melihat jawaban dari perangkat mana pun." / "Keep this number and PIN: with both you can read the answer on any device.";
    complaint_sent_only_way: "Karena tanpa nama, nomor dan PIN ini satu-satunya cara melihat jawaban. Kami tidak dapat memulihkannya." / "Because it is anonymous, this number and PIN are the only way to read the answer. We cannot recover them.";
    complaint_next_1(day: &str): "Kami periksa dan teruskan kepada petugas yang tepat, paling lambat {day}." / "We review it and pass it to the right officer by {day}.";
    complaint_next_2(days: u16): "Petugas menjawab dalam {days} hari kerja sesudahnya." / "The officer answers within {days} working days after that.";
    complaint_next_3(days: u16): "Belum puas? Balas jawabannya dalam {days} hari kerja, dan kami jawab lagi." / "Not satisfied? Reply to the answer within {days} working days, and we answer again.";
    complaint_next: "Selanjutnya" / "What happens next";
    complaint_see: "Lihat pengaduan" / "See the complaint";

    complaint_of_service(name: &str): "Pengaduan tentang {name}" / "Complaint about {name}";
    complaint_of_shop: "Pengaduan tentang toko atau pesanan" / "Complaint about a shop or an order";
    complaint_of_case(number: &str): "Pengaduan tentang permohonan {number}" / "Complaint about application {number}";
    complaint_of_case_secret: "Pengaduan tentang permohonan izin" / "Complaint about a permit case";
    complaint_of_other: "Pengaduan lain" / "Other complaint";
    c_step_received: "Masuk" / "Received";
    c_step_given: "Diteruskan" / "Passed on";
    c_step_answered: "Dijawab" / "Answered";
    c_step_settled: "Selesai" / "Settled";
    turn_verify: "Kami memeriksa pengaduan Anda" / "We are reviewing your complaint";
    turn_verify_text(day: &str): "Paling lambat {day} pengaduan diteruskan kepada petugas yang tepat." / "We pass it to the right officer by {day}.";
    turn_answer: "Petugas menyiapkan jawaban" / "An officer is preparing the answer";
    turn_answer_text(day: &str): "Dijawab paling lambat {day}." / "You get an answer by {day}.";
    turn_late: "Waktu yang dijanjikan sudah lewat. Kepala bidang sudah diberi tahu. Mohon maaf." / "The promised time has passed. The heads of the office have been told. We are sorry.";
    turn_reply: "Sudah dijawab. Bagaimana menurut Anda?" / "We have answered. Does that settle it?";
    turn_reply_text(day: &str): "Tanpa kabar dari Anda sampai {day}, pengaduan ini ditutup." / "If we do not hear from you by {day}, this complaint is closed.";
    turn_done: "Pengaduan ini selesai" / "This complaint is settled";
    turn_done_text: "Terima kasih. Bila masalahnya muncul lagi, buat pengaduan baru." / "Thank you. If the problem comes back, make a new complaint.";
    turn_declined: "Tidak dapat kami proses" / "We cannot handle it";
    complaint_reply: "Balasan Anda" / "Your reply";
    complaint_reply_hint: "Tulis apa yang belum beres. Petugas menjawab lagi." / "Write what is still wrong. The officer will answer again.";
    complaint_reply_button: "Kirim balasan" / "Send the reply";
    complaint_reply_empty: "Tulis balasan Anda." / "Write your reply.";
    complaint_reply_long: "Balasan paling banyak 2.000 huruf." / "A reply has at most 2,000 characters.";
    complaint_settle_button: "Sudah selesai, tutup pengaduan" / "It is settled, close the complaint";
    complaint_moved_on: "Belum tersimpan: pengaduan ini sudah berubah. Lihat keadaan terbarunya; tulisan Anda masih ada." / "Not saved: the complaint has changed meanwhile. See where it is now; what you wrote is kept.";
    complaint_kept_text: "Tulisan Anda yang belum terkirim" / "What you wrote and could not be sent";
    complaint_yours: "Yang Anda tulis" / "What you wrote";
    complaint_course: "Perjalanan pengaduan" / "What happened";
    complaint_course_hint: "Yang terbaru di atas." / "The latest first.";
    complaint_lapor_number: "Nomor LAPOR" / "LAPOR number";
    complaint_message_answer: "Jawaban dinas" / "Answer of the office";
    complaint_message_reply: "Balasan Anda" / "Your reply";
    complaint_message_reason: "Alasan" / "Reason";
    complaint_privacy: "Kerahasiaan" / "Privacy";
    make_complaint: "Ajukan pengaduan" / "Make a complaint";
    track_complaint: "Lacak pengaduan dengan nomor dan PIN" / "Follow a complaint with number and PIN";
    figure_complaints: "Pengaduan 12 bulan terakhir" / "Complaints in the last 12 months";
    figure_complaints_in_time(share: u64): "{share}% dijawab sesuai janji" / "{share}% answered as promised";
}

/// Where a complaint is.
pub fn complaint_state(t: Lang, state: State) -> &'static str {
    let (id, en) = match state {
        State::Masuk => ("Diperiksa", "Under review"),
        State::Diteruskan => ("Menunggu jawaban", "Waiting for an answer"),
        State::Dijawab => ("Dijawab", "Answered"),
        State::Selesai => ("Selesai", "Settled"),
        State::TidakDiproses => ("Tidak diproses", "Not handled"),
    };
    pick(t, id, en)
}

/// What happened, by the word of its event.
pub fn complaint_step(t: Lang, action: &str) -> &'static str {
    let (id, en) = match action {
        "adukan" => ("Pengaduan masuk", "Complaint received"),
        "teruskan" => ("Diteruskan kepada petugas", "Passed to an officer"),
        "jawab" => ("Dijawab", "Answered"),
        "tidak_diproses" => ("Tidak diproses", "Not handled"),
        "catat" => ("Catatan internal", "Internal note"),
        "catat_lapor" => ("Nomor LAPOR dicatat", "LAPOR number recorded"),
        "balas" => ("Pelapor membalas", "The complainant replied"),
        "selesai" => ("Dinyatakan selesai", "Said to be settled"),
        "tutup" => ("Ditutup tanpa balasan", "Closed without a reply"),
        "lewat_waktu" => ("Lewat waktu yang dijanjikan", "The promised time has passed"),
        "baca" => ("Dibuka", "Opened"),
        "baca_berkas" => ("Lampiran dibuka", "An attachment was opened"),
        "masa_simpan" => ("Isi dihapus, masa simpan berakhir", "Words removed, their time is over"),
        "baca_pelapor" => ("Identitas pelapor dibuka", "The complainant's identity was opened"),
        _ => ("Perubahan", "Change"),
    };
    pick(t, id, en)
}

/// What it is about, in a word.
pub fn complaint_subject(t: Lang, subject: Subject) -> &'static str {
    match subject {
        Subject::Layanan => t.about_service(),
        Subject::Izin => pick(t, "Permohonan izin", "Permit case"),
        Subject::Toko => t.about_shop(),
        Subject::Lain => t.about_other(),
    }
}

/// Who may know who complains, in a word.
pub fn complaint_privacy(t: Lang, privacy: Privacy) -> &'static str {
    match privacy {
        Privacy::Biasa => pick(t, "Biasa", "Plain"),
        Privacy::Rahasia => t.privacy_secret(),
        Privacy::TanpaNama => t.privacy_none(),
    }
}

/// What is wrong with a story.
pub fn story_problem(t: Lang, problem: StoryProblem) -> &'static str {
    let (id, en) = match problem {
        StoryProblem::Empty => ("Ceritakan apa yang terjadi.", "Tell what happened."),
        StoryProblem::TooShort => {
            ("Ceritakan lebih lengkap: paling sedikit 20 huruf.", "Tell more: at least 20 characters.")
        }
        StoryProblem::TooLong => ("Ceritanya paling banyak 4.000 huruf.", "At most 4,000 characters."),
    };
    pick(t, id, en)
}

fn pick(t: Lang, id: &'static str, en: &'static str) -> &'static str {
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}
