//! Words of the officers' rooms for permit cases.

use domain::permit::state::{Action, State};

use super::Lang;

messages! { DeskText;
    room_cases: "Izin" / "Permits";
    inbox_title: "Kotak masuk izin" / "Permit inbox";
    inbox_lead(day: &str): "{day}. Paling mendesak di atas." / "{day}. The most urgent first.";
    inbox_lead_waiting(day: &str): "{day}. Yang menunggu paling lama di atas." / "{day}. The longest waiting first.";
    inbox_lead_done(day: &str): "{day}. Yang terbaru di atas." / "{day}. The latest first.";
    drawer_running: "Berjalan" / "Running";
    drawer_waiting: "Menunggu pihak lain" / "With others";
    drawer_objections: "Keberatan" / "Objections";
    inbox_lead_objections(today: &str): "{today}. Dijawab penyetuju yang belum pernah menangani permohonannya." / "{today}. Answered by a head who has not worked on the case.";
    nobody_objects: "Tidak ada keberatan yang menunggu jawaban." / "No objection waits for an answer.";
    objection_title: "Keberatan pemohon" / "The applicant's objection";
    objection_came(at: &str): "Masuk {at}" / "Came in {at}";
    objection_due(day: &str): "Dijanjikan dijawab paling lambat {day}." / "An answer is promised by {day}.";
    objection_rule: "Hanya penyetuju yang belum pernah menangani permohonan ini yang menjawab." / "Only a head who has not worked on this case answers.";
    objection_granted(at: &str): "Dikabulkan {at}" / "Granted {at}";
    objection_dismissed(at: &str): "Ditolak {at}: penolakan tetap" / "Dismissed {at}: the refusal stays";
    grant_means: "Penolakan batal, suratnya tidak berlaku lagi, dan permohonan kembali diperiksa dengan janji waktu yang baru." / "The refusal falls, its letter holds no more, and the case is examined again with a new promise.";
    dismiss_means: "Penolakan tetap. Pemohon membaca jawaban Anda." / "The refusal stays. The applicant reads your answer.";
    answer_label: "Jawaban untuk pemohon" / "Answer to the applicant";
    involved: "Anda pernah menangani permohonan ini; keberatan dijawab orang lain." / "You have worked on this case; somebody else answers the objection.";
    drawer_done: "Selesai" / "Done";
    over_time(count: i64): "{count} lewat janji" / "{count} over time";
    lights: "Menurut sisa hari kerja" / "By working days left";
    light_soon: "1–2 hari" / "1–2 days";
    light_later: "3 hari atau lebih" / "3 days or more";
    light_paused: "Dijeda" / "Paused";
    choose_named(number: &str): "Pilih {number}" / "Choose {number}";
    chosen_cases: "Yang dicentang:" / "Those ticked:";
    take_chosen: "Ambil" / "Take";
    give_chosen: "Tugaskan" / "Assign";
    none_chosen: "Centang dulu permohonan di daftar." / "Tick the cases in the list first.";
    some_passed_over(went: usize, not: usize): "{went} berhasil, {not} tidak:" / "{went} done, {not} not:";
    passed_over(number: &str, why: &str): "{number}: {why}" / "{number}: {why}";
    list_keys: "Papan ketik, selama fokus di daftar: ↓ ↑ atau J K berpindah, Enter membuka, X mencentang." / "Keyboard, while the focus is in the list: ↓ ↑ or J K move, Enter opens, X ticks.";
    beside: "Permohonan di daftar ini" / "Cases of this list";
    case_before: "Permohonan sebelumnya" / "Previous case";
    case_after: "Permohonan berikutnya" / "Next case";
    visit_photos: "Foto kunjungan" / "Photographs of the visit";
    add_photos: "Tambah foto" / "Add photographs";
    add_photos_hint: "Tempat usaha, alat, bahan. Lokasi dan data kamera dihapus dari foto. Paling banyak 12." / "The place, tools, materials. Location and camera data are taken out. At most 12.";
    add_photos_send: "Unggah foto" / "Upload";
    remove_photo_named(name: &str): "Hapus foto {name}" / "Remove the photograph {name}";
    pdf_of(label: &str): "PDF: {label}" / "PDF: {label}";
    tile_cases: "Permohonan izin berjalan" / "Permit cases running";
    tile_visits: "Kunjungan terjadwal" / "Visits planned";
    none_over_time: "Tidak ada yang lewat janji" / "None is over its time";
    assigned_any: "Semua petugas" / "Everybody";
    assigned_me: "Tugas saya" / "Mine";
    assigned_nobody: "Belum diambil" / "Not taken";
    who: "Petugas" / "Officer";
    service: "Layanan" / "Service";
    all_services: "Semua layanan" / "All services";
    stage: "Tahap" / "Stage";
    all_stages: "Semua tahap" / "All stages";
    kecamatan: "Kecamatan" / "Kecamatan";
    all_kecamatan: "Semua kecamatan" / "All kecamatan";
    find: "Nomor, usaha, atau pemohon" / "Number, business or applicant";
    clear_filter: "Kosongkan saringan" / "Clear the filter";
    column_left: "Sisa" / "Left";
    column_subject: "Usaha dan nomor" / "Business and number";
    column_promise: "Janji" / "Promise";
    column_until: "Batas" / "Until";
    column_since: "Sejak" / "Since";
    column_who: "Petugas" / "Officer";
    came_in(day: &str): "masuk {day}" / "came in {day}";
    promised(day: &str): "Janji {day}" / "Promised {day}";
    until_day(day: &str): "s.d. {day}" / "until {day}";
    since_day(day: &str): "sejak {day}" / "since {day}";
    take: "Ambil" / "Take";
    take_named(number: &str): "Ambil {number}" / "Take {number}";
    nobody_yet: "Belum diambil" / "Not taken";
    nobody_waits: "Tidak ada permohonan yang berjalan. Semua sudah diputuskan." / "No case is running. Everything is decided.";
    nobody_with_applicant: "Tidak ada permohonan yang menunggu pemohon. Lihat yang berjalan." / "No case waits for its applicant. Look at those running.";
    none_done: "Belum ada permohonan yang selesai. Kerjakan yang berjalan lebih dulu." / "No case is done yet. Work on those running first.";
    none_mine: "Tidak ada tugas atas nama Anda di sini. Ambil dari “Belum diambil”." / "Nothing here is yours. Take one from “Not taken”.";
    none_free: "Semua permohonan di sini sudah diambil." / "Every case here is taken.";
    nothing_matches: "Tidak ada yang cocok. Kosongkan saringan untuk melihat semuanya." / "Nothing matches. Clear the filter to see everything.";
    legend: "Arti warna" / "What the colours mean";
    legend_red: "hari terakhir, atau lewat janji" / "the last day, or over time";
    legend_amber: "sisa separuh waktu atau kurang" / "half of the time or less is left";
    legend_green: "sisa lebih dari separuh" / "more than half is left";
    legend_paused: "hitungan berhenti sampai pemohon bertindak" / "the clock stands until the applicant acts";
    over: "Lewat janji" / "Over time";
    last_today: "Hari ini" / "Today";
    left_days(days: u16): "{days} hari" / "{days} days";
    left_working_days(days: u16): "Sisa {days} hari kerja" / "{days} working days left";
    paused_left(days: u16): "Jeda, sisa {days}" / "Paused, {days} left";
    paused_days(days: u16): "Dijeda, sisa {days} hari kerja" / "Paused, {days} working days left";
    visits_title: "Kunjungan" / "Visits";
    visits_lead: "Menurut hari, lalu kecamatan. Hubungi pemohon sebelum berangkat." / "By day, then by kecamatan. Call before you set out.";
    visits_none: "Tidak ada kunjungan yang terjadwal. Verifikator menjadwalkannya dari berkas." / "No visit is planned. They are planned from the case.";
    visits_past: "Sudah lewat, belum dilaporkan" / "Over, not reported yet";
    visit_today: "Hari ini" / "Today";
    no_kecamatan: "Kecamatan tidak diisi" / "No kecamatan given";
    call(phone: &str): "Telepon {phone}" / "Call {phone}";
    write_report: "Buka dan laporkan" / "Open and report";
    to_visits: "Daftar kunjungan" / "List of visits";
    back_to_inbox: "Kotak masuk" / "Inbox";
    jump_to_step: "Ke langkah berikutnya" / "To the next step";
    promise_until(day: &str): "janji {day}" / "promised {day}";
    was_promised(day: &str): "dijanjikan {day}" / "it was promised for {day}";
    paused_since(day: &str): "dijeda sejak {day}" / "paused since {day}";
    day_of(day: u16, norm: u16): "Hari kerja ke-{day} dari {norm}" / "Working day {day} of {norm}";
    decided_in(days: u16): "Selesai dalam {days} hari kerja" / "Done within {days} working days";
    applicant: "Pemohon" / "Applicant";
    phone: "Telepon" / "Phone";
    handed_in: "Diajukan" / "Handed in";
    rounds: "Perbaikan" / "Corrections";
    rounds_of(done: i64, most: u8): "{done} dari {most} kali" / "{done} of {most}";
    works_on_it: "Dikerjakan" / "In charge";
    visit: "Kunjungan" / "Visit";
    limit: "Batas" / "Limit";
    assign: "Tugaskan" / "Assign";
    assign_to: "Tugaskan kepada" / "Assign to";
    take_over: "Ambil berkas ini" / "Take this case";
    answers: "Isian" / "Answers";
    documents: "Dokumen" / "Documents";
    no_answer: "tidak diisi" / "left empty";
    row_number(row: usize): "Baris {row}" / "Row {row}";
    show_masked: "Tampilkan" / "Show";
    show_masked_named(label: &str): "Tampilkan {label}" / "Show {label}";
    look_recorded: "Dicatat, dan pemohon dapat melihatnya." / "Recorded; the applicant can see it.";
    shown_recorded: "Ditampilkan sekali ini; sudah dicatat." / "Shown this once; it is recorded.";
    unjudged: "Belum dinilai" / "Not judged";
    accepted: "Diterima" / "Accepted";
    to_replace: "Perlu diganti" / "To be replaced";
    not_needed: "Tidak berlaku" / "Not needed";
    judged_count(done: usize, all: usize): "{done} dari {all} dinilai" / "{done} of {all} judged";
    accept: "Terima" / "Accept";
    not_needed_button: "Tak berlaku" / "Not needed";
    replace_open: "Perlu diganti…" / "To be replaced…";
    replace_save: "Simpan: perlu diganti" / "Save: to be replaced";
    judge_answer: "Nilai" / "Judge";
    verdict_of(label: &str): "Penilaian {label}" / "Verdict on {label}";
    code: "Alasan" / "Reason";
    choose_code: "Pilih alasan" / "Choose a reason";
    message: "Pesan untuk pemohon" / "Message to the applicant";
    message_hint: "Pemohon membacanya persis seperti ini." / "The applicant reads exactly this.";
    message_inside: "Penjelasan untuk petugas berikutnya" / "What the next officer should know";
    internal_note: "Catatan internal (boleh kosong)" / "Internal note (may stay empty)";
    internal_hint: "Hanya dibaca petugas." / "Only officers read it.";
    open_new_tab: "Buka di tab baru" / "Open in a new tab";
    open_pdf: "Buka PDF di tab baru" / "Open the PDF in a new tab";
    larger: "Perbesar" / "Larger";
    turn(degrees: u16): "Putar {degrees}°" / "Turn {degrees}°";
    picture_of(label: &str): "Foto: {label}" / "Photograph: {label}";
    replaced_files: "Dokumen sebelum perbaikan" / "Documents before the correction";
    no_documents: "Layanan ini tidak meminta dokumen." / "This service asks for no documents.";
    next_step: "Langkah berikutnya" / "Next step";
    other_steps: "Langkah lain" / "Other steps";
    judge_first: "Nilai setiap dokumen lebih dulu. Setelah semua diterima, permohonan dapat diteruskan." / "Judge every document first. Once all are accepted, the case can go on.";
    unjudged_warning(count: usize): "{count} dokumen belum dinilai. Permintaan dikirim sekali untuk semuanya; nilai dulu agar pemohon tidak diminta dua kali." / "{count} documents are not judged. Everything is asked for at once; judge them first, so that nobody is asked twice.";
    will_be_asked: "Yang diminta diganti" / "What is asked for";
    general_message: "Pesan umum" / "General message";
    pauses_clock: "Setelah dikirim, hitungan dijeda sampai pemohon menjawab." / "Once sent, the clock stands until the applicant answers.";
    needs_consent: "Separuh waktu sudah terpakai. Permintaan perbaikan kedua perlu izin kepala (penyetuju)." / "Half of the time is used up. A second request needs the consent of the head.";
    ask_head: "Minta penyetuju membuka berkas ini dan memberi izin." / "Ask the head to open this case and consent.";
    consent: "Izinkan permintaan perbaikan lagi" / "Consent to another request";
    consent_hint: "Verifikator meminta perbaikan lagi padahal separuh waktu sudah terpakai." / "The verifikator wants to ask again although half of the time is used up.";
    visit_day: "Hari kunjungan" / "Day of the visit";
    visit_day_hint: "Hari kerja dalam 60 hari." / "A working day within 60 days.";
    report: "Laporan kunjungan" / "Report of the visit";
    report_hint: "Apa yang terlihat di tempat usaha. Hanya dibaca petugas." / "What was seen there. Only officers read it.";
    amount: "Jumlah yang diterima" / "Amount received";
    owed(amount: domain::money::Rupiah): "Kekurangan {amount}. Catat hanya setelah uang masuk." / "{amount} is owed. Record it only once the money is there.";
    objection_until(day: &str): "Pemohon dapat mengajukan keberatan sampai {day}." / "The applicant can object until {day}.";
    sure: "Saya sudah memeriksa. Ini tidak dapat dibatalkan." / "I have checked. This cannot be undone.";
    sure_missing: "Centang bahwa Anda sudah memeriksa." / "Tick that you have checked.";
    code_missing: "Pilih alasannya." / "Choose the reason.";
    text_missing: "Tulis penjelasannya, paling banyak 1.000 huruf." / "Write why, in at most 1,000 letters.";
    note_too_long: "Catatan paling banyak 2.000 huruf." / "At most 2,000 letters.";
    amount_wrong: "Tulis jumlah dalam rupiah, misalnya 50.000." / "Write an amount in rupiah, for example 50.000.";
    nothing_to_replace: "Belum ada yang dinilai “perlu diganti”. Nilai dulu apa yang harus diganti pemohon." / "Nothing is judged “to be replaced”. First say what the applicant has to replace.";
    verdict_missing: "Pilih salah satu penilaian." / "Choose a verdict.";
    typed_before: "Isian Anda sebelum halaman berubah" / "What you typed before the page changed";
    wait_for(who: &str): "Menunggu {who}." / "Waiting for the {who}.";
    over_and_done: "Tidak ada langkah lagi untuk permohonan ini." / "Nothing more is to be done with this case.";
    waits_for_applicant: "Menunggu pemohon. Anda akan melihatnya lagi di kotak masuk." / "Waiting for the applicant. It comes back to the inbox.";
    other_eyes: "Anda sudah bekerja di sisi lain berkas ini. Petugas lain yang melanjutkan." / "You worked on the other side of this case. Another officer goes on.";
    history: "Riwayat dan catatan" / "History and notes";
    readers: "Siapa yang membaca" / "Who looked";
    by_guest: "pemohon" / "applicant";
    by_whom(name: &str, role: &str): "{name}, {role}" / "{name}, {role}";
    said_to_applicant: "Untuk pemohon" / "To the applicant";
    said_inside: "Internal" / "Internal";
    already(action: &str, name: &str, when: &str): "Sudah ada yang lebih dulu: {action} oleh {name}, {when}. Di atas keadaan terbarunya; isian Anda masih ada." / "Somebody was faster: {action} by {name}, {when}. Above is the latest state; what you typed is kept.";
    already_somehow: "Berkas ini berubah sejak halaman dibuka. Periksa keadaan terbaru; isian Anda masih ada." / "This case has changed since the page was opened. Look again; what you typed is kept.";
    no_right: "Langkah ini bukan tugas Anda. Minta petugas yang bertugas." / "This step is not your duty. Ask the officer in charge.";
    gone: "Permohonan ini tidak ditemukan." / "There is no such case.";
    try_later: "Belum tersimpan karena gangguan. Coba lagi sebentar lagi; isian Anda masih ada." / "Not saved because of a disturbance. Try again in a moment; what you typed is kept.";
    not_now: "Langkah ini tidak mungkin pada tahap sekarang. Muat ulang halaman dan lihat tahapnya." / "This step is not possible at this stage. Reload and look again.";
    own_case: "Ini permohonan Anda sendiri. Petugas lain yang mengerjakan." / "This is your own case. Another officer works on it.";
    four_eyes: "Pemeriksa dan penyetuju harus orang yang berbeda. Minta petugas lain." / "Who examines does not decide. Ask another officer.";
    incomplete: "Ada isian wajib yang belum lengkap." / "Something required is missing.";
    not_all_judged: "Nilai dulu semua dokumen: pemohon diminta sekaligus, dalam satu daftar." / "Judge every document first: the applicant is asked at once, in one list.";
    not_accepted: "Ada dokumen yang belum diterima. Nilai semuanya, atau minta perbaikan." / "A document is not accepted. Judge all, or ask for a correction.";
    not_visited: "Layanan ini wajib dikunjungi. Jadwalkan kunjungan dulu." / "This service needs a visit. Plan it first.";
    no_round_left: "Batas permintaan perbaikan sudah habis. Teruskan atau usulkan penolakan." / "No request for correction is left. Pass it on or propose a refusal.";
    unpaid: "Jumlah ini belum melunasi biaya. Catat pembayaran penuh." / "This does not cover the fee. Record the full payment.";
    too_late: "Batas waktunya sudah lewat." / "The limit is over.";
    too_early: "Batas waktunya belum lewat." / "The limit is not over yet.";
    no_visit_day: "Pilih hari kerja, mulai hari ini sampai 60 hari lagi." / "Choose a working day within 60 days.";
    no_words: "Tulis pesannya dulu." / "Write the message first.";
    no_report: "Tulis apa yang terlihat di tempat usaha." / "Write what was seen there.";
}

/// A stage, as officers call it.
pub fn desk_state(state: State, t: Lang) -> &'static str {
    let (id, en) = match state {
        State::Draf => ("Draf", "Draft"),
        State::Diajukan => ("Baru", "New"),
        State::Verifikasi => ("Diperiksa", "Examined"),
        State::PerluPerbaikan => ("Perbaikan", "Correction"),
        State::Dihentikan => ("Dihentikan", "Stopped"),
        State::Kunjungan => ("Kunjungan", "Visit"),
        State::Persetujuan => ("Persetujuan", "Approval"),
        State::MenungguBayar => ("Menunggu bayar", "To be paid"),
        State::Terbit => ("Terbit", "Issued"),
        State::Ditolak => ("Ditolak", "Refused"),
        State::Ditarik => ("Ditarik", "Withdrawn"),
        State::Kedaluwarsa => ("Kedaluwarsa", "Expired"),
        State::Dicabut => ("Dicabut", "Revoked"),
        State::Didampingi => ("Didampingi", "Accompanied"),
        State::Selesai => ("Selesai", "Finished"),
    };
    if t == Lang::Id { id } else { en }
}

/// What a step's button says.
pub fn desk_action(action: Action, t: Lang) -> &'static str {
    let (id, en) = match action {
        Action::Submit => ("Ajukan", "Hand in"),
        Action::TakeUp => ("Ambil dan periksa", "Take and examine"),
        Action::AskCorrection => ("Minta perbaikan", "Ask for a correction"),
        Action::Resubmit => ("Kirim ulang", "Hand in again"),
        Action::Stop => ("Hentikan", "Stop"),
        Action::Resume => ("Lanjutkan", "Take up again"),
        Action::GiveUp => ("Tidak dilanjutkan", "Not continued"),
        Action::PlanVisit => ("Jadwalkan kunjungan", "Plan a visit"),
        Action::ReportVisit => ("Kirim laporan kunjungan", "Hand in the report"),
        Action::Forward => ("Teruskan ke penyetuju", "Pass on to the head"),
        Action::ProposeRefusal => ("Usulkan penolakan", "Propose a refusal"),
        Action::Return => ("Kembalikan ke pemeriksa", "Give back to be examined"),
        Action::Approve => ("Setujui", "Approve"),
        Action::Refuse => ("Tolak permohonan", "Refuse"),
        Action::Pay => ("Catat pembayaran", "Record the payment"),
        Action::Withdraw => ("Tarik", "Withdraw"),
        Action::Expire => ("Kedaluwarsa", "Expire"),
        Action::Revoke => ("Cabut yang sudah terbit", "Revoke what was issued"),
        Action::Object => ("Keberatan", "Object"),
        Action::Grant => ("Kabulkan keberatan", "Grant the objection"),
        Action::Dismiss => ("Tolak keberatan", "Dismiss the objection"),
        Action::Advance => ("Maju ke tahap berikut", "On to the next stage"),
        Action::Advise => ("Kirim pesan ke pemohon", "Send the applicant a message"),
        Action::Record => ("Catat nomor yang terbit", "Record the number that was issued"),
    };
    if t == Lang::Id { id } else { en }
}

/// Something that happened, by the word with which it is kept.
pub fn desk_event(word: &str, t: Lang) -> &'static str {
    let (id, en) = match word.parse() {
        Ok(Action::Submit) => ("Diajukan", "Handed in"),
        Ok(Action::TakeUp) => ("Diambil untuk diperiksa", "Taken up"),
        Ok(Action::AskCorrection) => ("Diminta diperbaiki", "A correction was asked for"),
        Ok(Action::Resubmit) => ("Dikirim ulang", "Handed in again"),
        Ok(Action::Stop) => ("Dihentikan: batas perbaikan lewat", "Stopped: the limit was missed"),
        Ok(Action::Resume) => ("Dilanjutkan", "Taken up again"),
        Ok(Action::GiveUp) => ("Ditolak: tidak dilanjutkan", "Refused: not continued"),
        Ok(Action::PlanVisit) => ("Kunjungan dijadwalkan", "A visit was planned"),
        Ok(Action::ReportVisit) => ("Kunjungan dilaporkan", "The visit was reported"),
        Ok(Action::Forward) => ("Diteruskan ke penyetuju", "Passed on to the head"),
        Ok(Action::ProposeRefusal) => ("Penolakan diusulkan", "A refusal was proposed"),
        Ok(Action::Return) => ("Dikembalikan ke pemeriksa", "Given back to be examined"),
        Ok(Action::Approve) => ("Disetujui", "Approved"),
        Ok(Action::Refuse) => ("Ditolak", "Refused"),
        Ok(Action::Pay) => ("Pembayaran dicatat", "The payment was recorded"),
        Ok(Action::Withdraw) => ("Ditarik pemohon", "Withdrawn by the applicant"),
        Ok(Action::Expire) => ("Masa berlaku habis", "The validity ended"),
        Ok(Action::Revoke) => ("Dicabut", "Revoked"),
        Ok(Action::Object) => ("Keberatan diajukan", "An objection was made"),
        Ok(Action::Grant) => ("Keberatan dikabulkan", "The objection was granted"),
        Ok(Action::Dismiss) => ("Keberatan ditolak", "The objection was dismissed"),
        Ok(Action::Advance) => ("Maju ke tahap berikut", "Came to the next stage"),
        Ok(Action::Advise) => ("Pesan dikirim ke pemohon", "The applicant was sent a message"),
        Ok(Action::Record) => ("Nomor izin dicatat", "The number of the permit was recorded"),
        Err(_) => match word {
            "mulai" => ("Draf dibuat", "A draft was begun"),
            "beri_kuasa" => ("Kuasa diberikan", "A mandate was given"),
            "akhiri_kuasa" => ("Kuasa diakhiri", "The mandate was ended"),
            "nilai" => ("Dinilai", "Judged"),
            "tugaskan" => ("Ditugaskan", "Assigned"),
            "izinkan_perbaikan" => ("Perbaikan lagi diizinkan", "Another correction was consented to"),
            "baca" => ("Berkas dibuka", "The case was opened"),
            "baca_nik" => ("Nomor tersamar ditampilkan", "A masked number was shown"),
            "foto_kunjungan" => ("Foto kunjungan ditambah", "A photograph of the visit was added"),
            "hapus_foto_kunjungan" => ("Foto kunjungan dihapus", "A photograph of the visit was removed"),
            "ditolak_sistem" => ("Percobaan yang ditolak sistem", "An attempt that was refused"),
            "kewajiban_selesai" => ("Kewajiban selesai", "A duty was done"),
            "masa_simpan" => (
                "Dokumen dan isian dihapus: masa simpan berakhir",
                "Documents and answers removed: they were kept long enough",
            ),
            "lewat_janji" | "lewat_sla" => ("Lewat janji", "Over time"),
            _ => ("Perubahan lain", "Another change"),
        },
    };
    if t == Lang::Id { id } else { en }
}

/// Somebody's part in a case, by the word with which it is kept.
pub fn desk_part(word: &str, t: Lang) -> &'static str {
    let (id, en) = match word {
        "pemohon" => ("pemohon", "applicant"),
        "pendamping" => ("pendamping", "mentor"),
        "loket" => ("loket", "counter"),
        "verifikator" => ("verifikator", "verifikator"),
        "petugas_lapangan" => ("petugas lapangan", "field officer"),
        "penyetuju" => ("penyetuju", "head"),
        "bendahara" => ("bendahara", "treasurer"),
        "sistem" => ("otomatis", "by itself"),
        _ => ("petugas", "officer"),
    };
    if t == Lang::Id { id } else { en }
}

/// Who has to act in a state; `None` when nobody has to.
pub fn desk_next(state: State, t: Lang) -> Option<&'static str> {
    let part = match state {
        State::Diajukan | State::Verifikasi | State::Didampingi => "verifikator",
        State::Kunjungan => "petugas_lapangan",
        State::Persetujuan => "penyetuju",
        State::MenungguBayar => "bendahara",
        _ => return None,
    };
    Some(desk_part(part, t))
}
