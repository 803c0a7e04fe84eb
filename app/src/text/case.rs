//! Words of applications: filling in, handing in, and where they are.

use domain::identifier::{NikError, NumberError};
use domain::permit::answers::Problem;
use domain::permit::state::State;
use domain::typed;

use super::Lang;

messages! { CaseText;
    apply_for(service: &str): "Ajukan {service}" / "Apply for {service}";
    apply_lead: "Isian tersimpan di setiap langkah. Anda boleh berhenti dan melanjutkan kapan saja." / "What you enter is kept at each step. You may stop and go on at any time.";
    apply_online: "Ajukan sekarang" / "Apply now";
    apply_online_hint: "Tanpa akun. Siapkan dokumen di daftar syarat; isian boleh disimpan dan dilanjutkan." / "No account needed. Have the papers of the list ready; you can save and go on later.";
    apply_counter_too: "Lebih suka datang? Loket dinas membantu pada hari kerja." / "Rather come in person? The office counter helps on working days.";
    drafts_title: "Draf Anda" / "Your drafts";
    draft_continue(number: &str): "Lanjutkan draf {number}" / "Go on with draft {number}";
    who_applies: "Siapa yang mengajukan?" / "Who applies?";
    applicant_name: "Nama lengkap" / "Full name";
    applicant_phone_hint: "Untuk kabar, dan 4 angka terakhirnya untuk melacak." / "For messages; its last 4 digits are for tracking.";
    start_button: "Mulai mengisi" / "Begin";
    have_number: "Sudah punya nomor permohonan?" / "Have an application number already?";
    have_number_hint: "Nomor dan PIN ada di halaman saat Anda mulai dan di pesan kami." / "Number and PIN were on the page where you began and are in our message.";
    case_number: "Nomor permohonan" / "Application number";
    case_pin: "PIN 6 angka" / "6-digit PIN";
    open_button: "Buka" / "Open";
    pin_wrong_case: "Nomor atau PIN tidak cocok. Periksa lagi keduanya." / "Number or PIN do not match. Check both.";
    no_service_now: "Layanan ini sedang tidak menerima permohonan." / "This service takes no applications now.";

    case_moved: "Ada perkembangan baru pada pengajuan ini." / "There is news about this application.";
    show_news: "Muat ulang" / "Reload";

    draft_title(service: &str): "Permohonan {service}" / "Application: {service}";
    keep_number: "Simpan nomor dan PIN ini" / "Keep this number and PIN";
    keep_number_hint: "Dengan keduanya Anda melanjutkan dari perangkat mana pun." / "With both you can go on from any device.";
    tasks: "Yang perlu diisi" / "What to fill in";
    tasks_left(count: usize): "{count} bagian belum lengkap" / "{count} parts are not complete";
    tasks_all_done: "Semua bagian lengkap. Periksa lagi, lalu kirim." / "All parts are complete. Check once more, then send.";
    task_not_started: "Belum diisi" / "Not started";
    task_incomplete: "Belum lengkap" / "Incomplete";
    task_done: "Selesai" / "Done";
    check_and_send: "Periksa dan kirim" / "Check and send";
    draft_kept: "Draf disimpan 90 hari sejak terakhir diubah, lalu dihapus." / "A draft is kept for 90 days after its last change, then deleted.";
    draft_drop: "Batalkan draf ini" / "Drop this draft";
    draft_drop_hint: "Isian dan dokumennya tidak dapat dibuka lagi." / "Its answers and documents cannot be opened any more.";

    section_of(nth: usize, all: usize): "Bagian {nth} dari {all}" / "Part {nth} of {all}";
    save_and_next: "Simpan dan lanjutkan" / "Save and go on";
    save_for_later: "Simpan, lanjut nanti" / "Save for later";
    kept_at(clock: &str): "Tersimpan pukul {clock}" / "Saved at {clock}";
    not_kept_yet: "Belum tersimpan, dicoba lagi" / "Not saved yet, trying again";
    not_kept_locked: "Belum tersimpan. Buka lagi permohonan ini dengan nomor dan PIN di jendela lain, lalu lanjutkan mengetik di sini." / "Not saved. Open this application again with number and PIN in another window, then go on typing here.";
    changed_elsewhere: "Pengajuan ini diubah di jendela lain. Muat ulang untuk melihatnya." / "This application was changed in another window. Reload to see it.";
    changed_elsewhere_refused: "Pengajuan ini diubah di jendela lain, jadi yang Anda ketik belum tersimpan." / "This application was changed in another window, so what you typed is not saved.";
    unsaved_below: "Yang Anda ketik masih ada di bawah. Bila Anda menyimpannya, yang tersimpan dari jendela lain diganti." / "What you typed is still below. If you save it, it takes the place of what the other window saved.";
    see_saved: "Lihat yang tersimpan" / "See what is saved";
    back_to_tasks: "Kembali ke daftar" / "Back to the list";
    locked_answer: "Sudah diterima, tidak perlu diubah." / "Accepted already; nothing to change.";
    asked_because(reason: &str): "Petugas: {reason}" / "Officer: {reason}";
    choose_one: "Pilih satu" / "Choose one";
    row_of(nth: usize): "Baris {nth}" / "Row {nth}";
    row_hint: "Baris yang kosong diabaikan." / "Empty rows are ignored.";
    row_more: "Simpan dan tambah baris" / "Save and add a row";
    file_takes_photo(megabytes: u32): "Foto JPEG, PNG, atau WebP, paling besar {megabytes} MB." / "A photograph (JPEG, PNG or WebP) of at most {megabytes} MB.";
    file_takes_pdf(megabytes: u32): "PDF, paling besar {megabytes} MB." / "A PDF of at most {megabytes} MB.";
    file_takes_both(megabytes: u32): "Foto (JPEG, PNG, WebP) atau PDF, paling besar {megabytes} MB." / "A photograph (JPEG, PNG, WebP) or a PDF of at most {megabytes} MB.";
    file_upload: "Unggah" / "Upload";
    file_see: "Lihat" / "View";
    file_remove(name: &str): "Hapus {name}" / "Remove {name}";
    file_remove_short: "Hapus" / "Remove";
    file_new_window: "di jendela baru" / "in a new window";
    file_not_now: "Dokumen ini tidak dapat diubah sekarang." / "This document cannot be changed now.";
    file_is_pdf: "Di sini hanya foto yang diterima. Potret atau pindai dokumennya sebagai gambar." / "Only photographs are taken here. Photograph or scan the document as a picture.";
    file_pdf_cut: "PDF ini terpotong. Unduh atau simpan lagi dari sumbernya, lalu kirim ulang." / "This PDF is cut off. Download or save it again and send it once more.";
    file_pdf_locked: "PDF ini terkunci kata sandi. Simpan salinan tanpa kata sandi, lalu kirim ulang." / "This PDF is locked with a password. Save a copy without one and send that.";
    file_pdf_unreadable: "PDF ini tidak dapat dibaca. Buka di perangkat Anda, simpan ulang sebagai PDF, lalu kirim." / "This PDF cannot be read. Open it on your device, save it as PDF again and send that.";
    file_pdf_pages(most: u16): "PDF ini lebih dari {most} halaman. Kirim hanya halaman yang diminta." / "This PDF has more than {most} pages. Send only those that are asked for.";
    file_infected: "Pemeriksa virus menolak file ini. Pindai perangkat Anda, lalu kirim file lain." / "The virus scanner refuses this file. Scan your device, then send another one.";
    file_not_scanned: "Pemeriksa virus sedang tidak menjawab. Isian Anda tersimpan; coba kirim file ini lagi beberapa menit lagi." / "The virus scanner does not answer. What you typed is saved; send this file again in some minutes.";
    file_too_many(most: u8): "Sudah ada {most} file di sini. Hapus salah satu dulu." / "There are {most} files here already. Remove one first.";
    case_not_open: "Permohonan ini sedang diperiksa dan tidak dapat diubah." / "This application is being examined and cannot be changed.";

    hint_nik: "16 angka di KTP." / "The 16 digits on the identity card.";
    hint_nib: "13 angka, misalnya 1242300876140." / "13 digits, for example 1242300876140.";
    hint_npwp: "15 atau 16 angka." / "15 or 16 digits.";
    hint_kbli(edition: &str): "5 angka KBLI {edition}, misalnya 10794." / "5 digits of KBLI {edition}, for example 10794.";

    check_title: "Periksa jawaban Anda" / "Check your answers";
    check_missing(count: usize): "{count} isian perlu dilengkapi" / "{count} answers need your attention";
    check_unchanged: "Belum diganti." / "Not replaced yet.";
    change_answer: "Ubah" / "Change";
    not_filled: "Belum diisi" / "Not filled in";
    statement: "Saya menyatakan isian dan dokumen ini benar." / "I declare that these answers and documents are true.";
    statement_missing: "Centang pernyataan bahwa isian Anda benar." / "Tick the statement that your answers are true.";
    send_application: "Kirim permohonan" / "Send the application";
    send_correction: "Kirim perbaikan" / "Send the correction";
    send_hint: "Sesudah dikirim, isian terkunci sampai petugas memeriksanya." / "Once sent, the answers are locked until an officer has examined them.";
    contact: "Pemohon" / "Applicant";
    phone: "Nomor HP" / "Mobile number";

    sent_title: "Permohonan terkirim" / "Application sent";
    sent_promise(day: &str): "Selesai paling lambat {day}." / "Done by {day} at the latest.";
    sent_next: "Yang terjadi sekarang" / "What happens now";
    sent_next_1: "Petugas mulai memeriksa pada hari kerja berikutnya." / "An officer begins to examine it on the next working day.";
    sent_next_2: "Bila ada yang kurang, Anda diberi tahu sekaligus dalam satu daftar." / "If something is missing you are told at once, in one list.";
    sent_next_3: "Hasilnya dikabarkan lewat WhatsApp dan terlihat di halaman permohonan." / "The result is sent by WhatsApp and shown on the application's page.";
    sent_track: "Lihat permohonan" / "See the application";
    sent_how_to_track: "Lacak di halaman Lacak dengan nomor ini dan 4 angka terakhir HP Anda." / "Track it on the page Track with this number and the last 4 digits of your phone.";

    step_received: "Diterima" / "Received";
    step_examined: "Diperiksa" / "Examined";
    step_decided: "Diputuskan" / "Decided";
    step_issued: "Terbit" / "Issued";
    your_turn_correct: "Giliran Anda: perbaiki yang diminta" / "Your turn: mend what was asked for";
    your_turn_pay: "Giliran Anda: bayar biayanya" / "Your turn: pay the fee";
    your_turn_stopped: "Permohonan dihentikan, masih dapat dilanjutkan" / "Stopped; you can still take it up again";
    correct_until(day: &str): "Kirim paling lambat {day}. Yang lain sudah diterima, tidak perlu dikirim lagi." / "Send it by {day}. Everything else is accepted and need not be sent again.";
    resume_until(day: &str): "Kirim yang diminta paling lambat {day}; sesudah itu permohonan ditutup." / "Send what was asked for by {day}; after that the application is closed.";
    correct_now: "Perbaiki sekarang" / "Mend it now";
    correct_with_pin: "Untuk memperbaiki, buka dengan PIN Anda." / "Open it with your PIN to mend it.";
    office_turn: "Giliran dinas" / "The office's turn";
    office_turn_text: "Tidak ada yang perlu Anda lakukan. Kami kabari bila ada perkembangan." / "Nothing for you to do. We tell you when something happens.";
    visit_on(day: &str): "Petugas datang pada {day}. Siapkan tempat dan produk untuk dilihat." / "An officer comes on {day}. Have the place and the products ready to be seen.";
    to_pay: "Bayar biaya di loket dinas, lalu surat terbit." / "Pay the fee at the office counter; then the letter is issued.";
    issued_title: "Disetujui, surat terbit" / "Approved and issued";
    issued_valid(day: &str): "Berlaku sampai {day}." / "Valid until {day}.";
    issued_text: "Unduh suratnya di sini dengan PIN Anda, atau ambil di loket dinas." / "Download the letter here with your PIN, or fetch it at the office counter.";
    refused_title: "Permohonan ditolak" / "The application was refused";
    refused_text(day: &str): "Anda dapat mengajukan keberatan sampai {day}." / "You can object until {day}.";
    object_title: "Ajukan keberatan" / "Object";
    object_lead(day: &str): "Keberatan dijawab penyetuju yang belum pernah menangani permohonan Anda. Gratis, satu kali, sampai {day}." / "Your objection is answered by a head who has not worked on your case. Free, once, until {day}.";
    object_label: "Mengapa Anda keberatan?" / "Why do you object?";
    object_hint: "Sebutkan alasan penolakan yang menurut Anda keliru, dan buktinya. Paling banyak 2.000 huruf." / "Name the reason that you think is wrong, and what shows it. At most 2,000 letters.";
    object_button: "Kirim keberatan" / "Send the objection";
    object_empty: "Tulis mengapa Anda keberatan." / "Write why you object.";
    object_too_long: "Keberatan lebih dari 2.000 huruf. Ringkas isinya, lalu kirim lagi." / "The objection has more than 2,000 letters. Shorten it and send it again.";
    object_not_possible: "Keberatan tidak dapat diajukan lagi: sudah pernah diajukan, atau batas waktunya lewat." / "You cannot object any more: you did before, or it is too late.";
    object_with_pin: "Ajukan keberatan dengan PIN Anda di halaman ini." / "Object with your PIN on this page.";
    objection_sent(day: &str): "Keberatan Anda masuk {day}." / "Your objection came in {day}.";
    objection_wait(day: &str): "Keberatan sedang diperiksa penyetuju lain, dijawab paling lambat {day}." / "The objection is being looked at by another head and is answered by {day}.";
    objection_wait_open: "Keberatan sedang diperiksa penyetuju lain." / "The objection is being looked at by another head.";
    objection_dismissed_own(day: &str): "Keberatan dijawab {day}: penolakan tetap." / "The objection was answered {day}: the refusal stays.";
    objection_yours: "Keberatan Anda" / "Your objection";
    objection_answer: "Jawaban dinas" / "The office's answer";
    over_title: "Tidak ada yang perlu Anda lakukan" / "Nothing for you to do";

    promise_title: "Janji selesai" / "Promised";
    promise_if_today: "jika perbaikan Anda kirim hari ini." / "if you send your correction today.";
    promise_was: "Dijanjikan" / "Promised";
    promise_decided(day: &str): "Diputuskan {day}" / "Decided {day}";
    promise_late: "Lewat dari waktu yang dijanjikan." / "Later than promised.";
    promise_norm: "Janji layanan" / "Promise of the service";
    promise_used: "Terpakai" / "Used";
    promise_left: "Sisa" / "Left";
    promise_paused_since: "Jeda sejak" / "Paused since";
    promise_overdue: "Melewati janji. Pimpinan dinas sudah diberi tahu, dan keterlambatan ini dihitung terbuka." / "Later than promised. The head of the office has been told, and the delay is counted in public.";
    legend_counted: "Terhitung" / "Counted";
    legend_paused: "Jeda, menunggu Anda" / "Paused, waiting for you";
    legend_left: "Sisa" / "Left";
    day_submitted: "Masuk" / "In";
    day_nth(nth: u16): "ke-{nth}" / "no. {nth}";
    day_paused: "Jeda" / "Pause";
    day_today: "Hari ini" / "Today";
    day_end: "Selesai" / "Due";
    how_counted: "Cara kami menghitung" / "How we count";
    how_counted_1: "Hari kerja adalah Senin sampai Jumat, tanpa libur nasional dan cuti bersama." / "Working days are Monday to Friday, without national holidays and collective leave.";
    how_counted_2: "Hari pertama adalah hari kerja sesudah berkas lengkap. Selama menunggu Anda, hitungan dijeda, tidak diulang dari awal." / "Day one is the working day after everything is there. While we wait for you the count is paused; it never starts again.";
    how_off: "Tidak dihitung:" / "Not counted:";

    journey: "Perjalanan permohonan" / "The application's journey";
    journey_hint: "Setiap langkah dengan tanggalnya." / "Every step with its date.";
    who_looked: "Siapa yang melihat berkas Anda" / "Who looked at your file";
    who_looked_none: "Belum ada petugas yang membuka berkas ini." / "No officer has opened this file yet.";
    looked(name: &str, at: &str): "{name}, {at}" / "{name}, {at}";
    looked_nik(name: &str, at: &str): "{name} melihat NIK, {at}" / "{name} saw the NIK, {at}";
    withdraw: "Batalkan permohonan" / "Withdraw the application";
    withdraw_hint: "Permohonan berhenti dan tidak dapat diteruskan lagi. Anda boleh mengajukan yang baru." / "The application ends and cannot go on. You may apply anew.";
    withdraw_button: "Ya, batalkan" / "Yes, withdraw";
    act_with_pin: "Membuka isian, memperbaiki, atau membatalkan" / "See the answers, mend or withdraw";
    act_with_pin_hint: "Masukkan PIN 6 angka dari halaman saat Anda mulai atau dari pesan kami." / "Enter the 6-digit PIN from the page where you began or from our message.";
    office_help: "Loket dinas pada hari kerja" / "The office counter on working days";
    free_case: "Layanan ini gratis" / "This service is free";
    free_case_text: "Jangan membayar siapa pun." / "Pay nobody.";
    my_permits: "Permohonan izin saya" / "My applications";
    step_not_possible: "Langkah ini tidak dapat dilakukan sekarang. Keadaan terbaru ada di bawah." / "This is not possible now. The latest state is below.";
    step_incomplete: "Masih ada yang perlu dilengkapi atau diganti." / "Something is still missing or has to be replaced.";
}

/// Where a case is, in few words.
pub fn case_state(t: Lang, state: State) -> &'static str {
    match (state, t) {
        (State::Draf, Lang::Id) => "Draf",
        (State::Draf, Lang::En) => "Draft",
        (State::Diajukan, Lang::Id) => "Menunggu diperiksa",
        (State::Diajukan, Lang::En) => "Waiting to be examined",
        (State::Verifikasi, Lang::Id) => "Diperiksa",
        (State::Verifikasi, Lang::En) => "Being examined",
        (State::PerluPerbaikan, Lang::Id) => "Perlu perbaikan",
        (State::PerluPerbaikan, Lang::En) => "Needs correction",
        (State::Dihentikan, Lang::Id) => "Dihentikan",
        (State::Dihentikan, Lang::En) => "Stopped",
        (State::Kunjungan, Lang::Id) => "Menunggu kunjungan",
        (State::Kunjungan, Lang::En) => "Visit planned",
        (State::Persetujuan, Lang::Id) => "Menunggu keputusan",
        (State::Persetujuan, Lang::En) => "Waiting for the decision",
        (State::MenungguBayar, Lang::Id) => "Menunggu pembayaran",
        (State::MenungguBayar, Lang::En) => "Waiting for payment",
        (State::Terbit, Lang::Id) => "Terbit",
        (State::Terbit, Lang::En) => "Issued",
        (State::Ditolak, Lang::Id) => "Ditolak",
        (State::Ditolak, Lang::En) => "Refused",
        (State::Ditarik, Lang::Id) => "Dibatalkan pemohon",
        (State::Ditarik, Lang::En) => "Withdrawn",
        (State::Kedaluwarsa, Lang::Id) => "Masa berlaku habis",
        (State::Kedaluwarsa, Lang::En) => "No longer valid",
        (State::Dicabut, Lang::Id) => "Dicabut",
        (State::Dicabut, Lang::En) => "Revoked",
        (State::Didampingi, Lang::Id) => "Didampingi",
        (State::Didampingi, Lang::En) => "We are helping",
        (State::Selesai, Lang::Id) => "Selesai",
        (State::Selesai, Lang::En) => "Finished",
    }
}

/// What happened when a case came from one state into another, for the journey.
pub fn case_step(t: Lang, from: Option<State>, to: State) -> &'static str {
    match (from, to, t) {
        (_, State::Diajukan, Lang::Id) => "Permohonan diterima lengkap",
        (_, State::Diajukan, Lang::En) => "Application received, complete",
        (Some(State::PerluPerbaikan | State::Dihentikan), State::Verifikasi, Lang::Id) => {
            "Perbaikan diterima, diperiksa lagi"
        }
        (Some(State::PerluPerbaikan | State::Dihentikan), State::Verifikasi, Lang::En) => {
            "Correction received, examined again"
        }
        (Some(State::Persetujuan), State::Verifikasi, Lang::Id) => "Diperiksa sekali lagi",
        (Some(State::Persetujuan), State::Verifikasi, Lang::En) => "Examined once more",
        (_, State::Verifikasi, Lang::Id) => "Mulai diperiksa",
        (_, State::Verifikasi, Lang::En) => "Examination began",
        (_, State::PerluPerbaikan, Lang::Id) => "Menunggu perbaikan dari Anda",
        (_, State::PerluPerbaikan, Lang::En) => "Waiting for your correction",
        (_, State::Dihentikan, Lang::Id) => "Dihentikan: perbaikan belum datang",
        (_, State::Dihentikan, Lang::En) => "Stopped: the correction did not come",
        (_, State::Kunjungan, Lang::Id) => "Kunjungan dijadwalkan",
        (_, State::Kunjungan, Lang::En) => "Visit planned",
        (_, State::Persetujuan, Lang::Id) => "Selesai diperiksa, menunggu keputusan",
        (_, State::Persetujuan, Lang::En) => "Examined, waiting for the decision",
        (_, State::MenungguBayar, Lang::Id) => "Disetujui, menunggu pembayaran",
        (_, State::MenungguBayar, Lang::En) => "Approved, waiting for payment",
        (_, State::Terbit, Lang::Id) => "Disetujui, surat terbit",
        (_, State::Terbit, Lang::En) => "Approved, letter issued",
        (_, other, t) => case_state(t, other),
    }
}

/// What is wrong with an answer, and what to do.
pub fn answer_problem(t: Lang, problem: Problem) -> String {
    let id = t == Lang::Id;
    let say = |indonesian: String, english: String| if id { indonesian } else { english };
    let plain = |indonesian: &str, english: &str| say(indonesian.to_owned(), english.to_owned());
    match problem {
        Problem::Missing => plain("Ini perlu diisi.", "This is needed."),
        Problem::Typed(typed::Problem::TooLong(most)) => say(
            format!("Terlalu panjang, paling banyak {most} huruf."),
            format!("Too long, at most {most} characters."),
        ),
        Problem::Typed(typed::Problem::TooSmall(least)) => {
            let least = super::grouped(least);
            say(format!("Terlalu kecil, paling sedikit {least}."), format!("Too small, at least {least}."))
        }
        Problem::Typed(typed::Problem::TooLarge(most)) => {
            let most = super::grouped(most);
            say(format!("Terlalu besar, paling banyak {most}."), format!("Too large, at most {most}."))
        }
        Problem::Typed(_) => plain("Tulis angka saja, misalnya 25.000.", "Write a number only, for example 25.000."),
        Problem::NotADate => plain("Tulis tanggal, misalnya 24-11-2026.", "Write a date, for example 24-11-2026."),
        Problem::NotPast => plain("Tanggal ini belum lewat.", "This day is still to come."),
        Problem::NotFuture => plain("Tanggal ini sudah lewat.", "This day is past."),
        Problem::NotAnOption => plain("Pilih salah satu yang tersedia.", "Choose one of the options."),
        Problem::NotARegion => plain("Pilih desa atau kelurahan dari daftar.", "Choose a village from the list."),
        Problem::Nik(error) => nik(t, error, 16),
        Problem::Npwp(error) => nik(t, error, 15),
        Problem::Nib(error) => digits(t, error, "NIB", "1242300876140"),
        Problem::Kbli(error) => digits(t, error, "KBLI", "10794"),
        Problem::FileKind => {
            plain("File ini bukan jenis yang diterima di sini.", "This kind of file is not taken here.")
        }
        Problem::FileTooLarge(most) => {
            let most = most / 1_048_576;
            say(format!("Terlalu besar, paling besar {most} MB."), format!("Too large, at most {most} MB."))
        }
        Problem::TooManyFiles(most) => say(format!("Paling banyak {most} file."), format!("At most {most} files.")),
        Problem::TooFewRows(least) => {
            say(format!("Isi paling sedikit {least} baris."), format!("Fill in at least {least} rows."))
        }
        Problem::TooManyRows(most) => say(format!("Paling banyak {most} baris."), format!("At most {most} rows.")),
    }
}

fn nik(t: Lang, error: NikError, count: usize) -> String {
    match (error, t) {
        (NikError::Shape(NumberError::Length(digits)), Lang::Id) => {
            format!("Baru {digits} angka; seharusnya {count} angka, tanpa huruf.")
        }
        (NikError::Shape(NumberError::Length(digits)), Lang::En) => format!("{digits} digits; it should be {count}."),
        (NikError::Shape(_), Lang::Id) => format!("Tulis {count} angka, tanpa huruf."),
        (NikError::Shape(_), Lang::En) => format!("Write {count} digits, no letters."),
        (NikError::BirthDate, Lang::Id) => {
            "Angka ke-7 sampai ke-12 bukan tanggal lahir. Cocokkan lagi dengan KTP.".into()
        }
        (NikError::BirthDate, Lang::En) => "Digits 7 to 12 are no date of birth. Compare with the card.".into(),
        (NikError::Serial, Lang::Id) => "Empat angka terakhir tidak boleh 0000. Cocokkan lagi dengan KTP.".into(),
        (NikError::Serial, Lang::En) => "The last four digits cannot be 0000. Compare with the card.".into(),
    }
}

fn digits(t: Lang, error: NumberError, what: &str, example: &str) -> String {
    let count = example.len();
    match (error, t) {
        (NumberError::Length(digits), Lang::Id) => {
            format!("{what} terdiri dari {count} angka, ini {digits}. Contoh: {example}.")
        }
        (NumberError::Length(digits), Lang::En) => {
            format!("A {what} has {count} digits, this has {digits}. Example: {example}.")
        }
        (_, Lang::Id) => format!("Tulis {count} angka {what}. Contoh: {example}."),
        (_, Lang::En) => format!("Write the {count} digits of the {what}. Example: {example}."),
    }
}
