//! Words of mentoring.

use domain::mentoring::{AppointmentState, Area, Priority, Side, State, Way};

use super::Lang;

messages! { MentoringText;
    me_title: "Pendampingan usaha" / "Business mentoring";
    me_lead: "Pendamping dari dinas datang melihat usaha Anda, menyusun rencana bersama Anda, dan menemani sampai terlihat hasilnya. Gratis." / "A mentor of the office looks at your business, makes a plan with you, and stays until something comes of it. Free of charge.";
    me_how: "Begini jalannya" / "How it works";
    me_how_ask: "Ceritakan apa yang ingin dibenahi" / "Say what you want to get right";
    me_how_ask_text: "Empat isian. Pendamping yang cocok mengambilnya atau ditugaskan." / "Four fields. A mentor who fits takes it or is assigned.";
    me_how_plan: "Diagnosis dan rencana" / "Diagnosis and plan";
    me_how_plan_text: "Pilih waktu bertemu. Rencana berjalan hanya bila Anda setuju." / "Choose when to meet. The plan starts only when you agree.";
    me_how_do: "Kunjungan dan tindakan" / "Visits and actions";
    me_how_do_text: "Tiap kunjungan ditulis; Anda membaca dan mengonfirmasi isinya." / "Each visit is written down; you read and confirm it.";
    me_how_end: "Hasil" / "Result";
    me_how_end_text: "Angka sebelum dan sesudah, dikonfirmasi oleh Anda." / "Figures before and after, confirmed by you.";
    me_ask: "Ajukan pendampingan" / "Ask for mentoring";
    me_ask_lead: "Ceritakan singkat saja; pendamping akan bertanya lebih lanjut." / "Briefly is enough; the mentor will ask further.";
    me_own: "Pendampingan Anda" / "Your mentoring";
    me_own_none: "Belum ada. Ajukan bila ada yang ingin dibenahi." / "None yet. Ask when there is something to get right.";
    me_number: "Nomor" / "Number";
    me_my_day: "Hari pendamping" / "Mentor's day";
    me_to_day: "Buka hari pendamping" / "Open the mentor's day";

    me_business: "Nama usaha" / "Name of the business";
    me_kecamatan: "Kecamatan" / "District";
    me_area: "Yang ingin dibenahi" / "What to get right";
    me_need: "Ceritakan" / "Tell us";
    me_need_hint: "Misalnya: keripik laku di sekitar rumah, tetapi belum bisa masuk toko oleh-oleh." / "For example: the chips sell in the neighbourhood, but no souvenir shop takes them yet.";
    me_pick: "Pilih" / "Choose";
    me_pick_missing: "Pilih salah satu." / "Choose one.";
    me_send: "Kirim" / "Send";
    me_too_many_open: "Sudah ada dua pendampingan yang berjalan. Selesaikan dahulu salah satunya." / "Two are running already. Finish one of them first.";

    me_progress(done: i64, all: i64): "{done} dari {all} tindakan selesai" / "{done} of {all} actions done";
    me_since(when: &str): "sejak {when}" / "since {when}";
    me_owner: "Pemilik usaha" / "Owner";
    me_mentor: "Pendamping" / "Mentor";
    me_no_mentor: "belum ada" / "none yet";
    me_people: "Yang terlibat" / "Who takes part";
    me_said: "Yang diceritakan pemilik" / "In the owner's words";

    me_now: "Sekarang" / "Now";
    me_wait_mentor: "Menunggu pendamping. Biasanya diambil dalam beberapa hari; kami kabari." / "Waiting for a mentor. It usually takes a few days; we let you know.";
    me_wait_assign: "Belum ada pendamping. Tugaskan yang bebannya paling ringan dan bidangnya cocok." / "Nobody has it yet. Assign a mentor who has the least and fits.";
    me_wait_plan: "Pendamping melihat usaha Anda dan menyusun rencana. Pilih waktu bertemu bila belum ada janji." / "The mentor looks into your business and makes a plan. Choose when to meet unless you have.";
    me_wait_answer: "Rencana menunggu persetujuan pemilik usaha." / "The plan waits for the owner's answer.";
    me_wait_confirm: "Hasil menunggu konfirmasi pemilik usaha." / "The result waits for the owner to confirm it.";
    me_runs: "Rencana berjalan. Tandai yang sudah dikerjakan di bawah ini." / "The plan is under way. Tick below what is done.";
    me_over: "Pendampingan ini sudah selesai." / "This mentoring is over.";
    me_stopped: "Pendampingan ini dihentikan." / "This mentoring was stopped.";
    me_read_visit: "Ada laporan kunjungan yang menunggu jawaban Anda." / "A report of a visit waits for your answer.";
    me_to_visit: "Baca laporannya" / "Read the report";
    me_read_plan: "Baca rencana di bawah, lalu jawab." / "Read the plan below, then answer.";
    me_agree: "Setujui rencana" / "Agree to the plan";
    me_object: "Minta diubah" / "Ask for changes";
    me_object_words: "Apa yang perlu diubah?" / "What should be different?";
    me_confirm: "Konfirmasi hasil" / "Confirm the result";
    me_resume: "Masih ada yang kurang" / "Something is missing";
    me_resume_words: "Apa yang masih perlu dikerjakan?" / "What is left to be done?";
    me_take: "Ambil pendampingan ini" / "Take this mentoring";
    me_take_text: "Nomor pemilik terlihat setelah diambil." / "You see the owner's number once you have taken it.";
    me_assign: "Tugaskan pendamping" / "Assign a mentor";
    me_assign_other: "Alihkan ke pendamping lain" / "Hand over to another mentor";
    me_assign_hint: "Janji dengan pendamping sebelumnya dibatalkan." / "Appointments with the former mentor are called off.";
    me_load(name: &str, open: i64): "{name} ({open} berjalan)" / "{name} ({open} open)";
    me_propose: "Usulkan rencana" / "Propose the plan";
    me_propose_again: "Usulkan ulang" / "Propose again";
    me_ends_on: "Rencana sampai tanggal" / "The plan ends on";
    me_missing_finding: "Isi diagnosis dahulu: sedikitnya satu temuan." / "Write the diagnosis first: at least one finding.";
    me_missing_plan: "Isi rencana: sedikitnya satu tujuan dan satu tindakan." / "Write the plan: at least one goal and one action.";
    me_report: "Tulis laporan kunjungan" / "Report a visit";
    me_evaluate: "Tulis hasil" / "Write the result";
    me_evaluate_words: "Apa hasilnya, dan apa sarannya?" / "What came of it, and what next?";
    me_after(indicator: &str): "{indicator} sekarang" / "{indicator} now";
    me_stop: "Hentikan pendampingan" / "Stop the mentoring";
    me_stop_words: "Alasan, dibaca kedua pihak" / "Reason, read by both sides";
    me_stop_button: "Hentikan" / "Stop it";
    me_send_answer: "Kirim" / "Send";

    me_diagnosis: "Diagnosis" / "Diagnosis";
    me_diagnosis_none: "Belum ada temuan." / "Nothing was found out yet.";
    me_finding: "Temuan" / "Finding";
    me_priority: "Kepentingan" / "How pressing";
    me_evidence: "Terlihat dari" / "Seen by";
    me_add_finding: "Tambah temuan" / "Add a finding";
    me_plan: "Rencana" / "Plan";
    me_plan_until(day: &str): "sampai {day}" / "until {day}";
    me_plan_agreed(day: &str): "Disetujui kedua pihak {day}" / "Both sides agreed on {day}";
    me_plan_draft: "Belum disetujui" / "Not agreed yet";
    me_plan_changes: "Mengubah rencana menarik usulan kembali; usulkan lagi setelahnya." / "Changing the plan withdraws the proposal; propose it again afterwards.";
    me_goals: "Tujuan" / "Goals";
    me_goal: "Tujuan" / "Goal";
    me_indicator: "Ukuran" / "Measure";
    me_before: "Awal" / "Before";
    me_target: "Sasaran" / "Target";
    me_result: "Hasil" / "Result";
    me_add_goal: "Tambah tujuan" / "Add a goal";
    me_actions: "Tindakan" / "Actions";
    me_action: "Tindakan" / "Action";
    me_side: "Dikerjakan oleh" / "Done by";
    me_due: "Paling lambat" / "Due";
    me_due_on(day: &str): "paling lambat {day}" / "due {day}";
    me_late: "terlambat" / "late";
    me_done_on(day: &str): "selesai {day}" / "done {day}";
    me_service: "Lewat layanan" / "By way of";
    me_service_none: "tanpa layanan" / "no service";
    me_classes: "Kelas pelatihan" / "Training classes";
    me_go_service: "Buka layanan" / "Open the service";
    me_go_classes: "Cari kelas" / "Find a class";
    me_add_action: "Tambah tindakan" / "Add an action";
    me_mark_done(what: &str): "Tandai selesai: {what}" / "Mark as done: {what}";
    me_mark_open(what: &str): "Buka lagi: {what}" / "Open again: {what}";
    me_done: "Selesai" / "Done";
    me_reopen: "Buka lagi" / "Open again";
    me_remove_line(what: &str): "Hapus: {what}" / "Remove: {what}";

    me_meetings: "Janji temu" / "Appointments";
    me_meetings_none: "Belum ada janji." / "No appointment yet.";
    me_book: "Pilih waktu bertemu" / "Choose when to meet";
    me_book_lead(name: &str): "Waktu kosong {name}. Semua jam WIB, masing-masing satu jam." / "When {name} is free. All times WIB, an hour each.";
    me_book_none: "Tidak ada waktu kosong dalam tiga minggu ke depan. Hubungi pendamping Anda." / "No free time in the next three weeks. Call your mentor.";
    me_book_none_mentor: "Isi dahulu jam Anda; waktu kosong dihitung dari sana." / "Set your hours first; free times follow from them.";
    me_book_way: "Bertemu" / "Meet";
    me_book_place: "Di mana" / "Where";
    me_book_place_hint: "Alamat, atau cara tersambung bila daring." / "An address, or how to connect when online.";
    me_book_when: "Waktu" / "When";
    me_book_later: "Hari-hari berikutnya" / "Later days";
    me_book_button: "Buat janji" / "Make the appointment";
    me_book_taken: "Waktu itu baru saja terisi. Pilih yang lain." / "That time has just been taken. Choose another.";
    me_book_many: "Sudah ada dua janji di depan. Batalkan salah satu bila perlu." / "Two appointments lie ahead already. Call one off if need be.";
    me_call_off: "Batalkan" / "Call off";
    me_call_off_at(when: &str): "Batalkan janji {when}" / "Call off {when}";
    me_no_show: "Tidak bertemu" / "Nobody came";

    me_visits: "Kunjungan" / "Visits";
    me_visit_of(business: &str): "Laporan kunjungan: {business}" / "Report of a visit: {business}";
    me_visit_lead: "Terbaca juga oleh pemilik, kecuali catatan internal. Draf disimpan di HP ini sampai terkirim." / "The owner reads it too, but for the internal note. A draft is kept on this phone until it is sent.";
    me_visit_on: "Tanggal" / "Day";
    me_visit_minutes: "Lamanya (menit)" / "How long (minutes)";
    me_visit_findings: "Yang dilihat dan dibicarakan" / "What was seen and said";
    me_visit_internal: "Catatan internal" / "Internal note";
    me_visit_internal_hint: "Hanya untuk pendamping dan koordinator." / "For mentors and coordinators only.";
    me_visit_agreed: "Yang disepakati" / "What was agreed";
    me_visit_agreed_hint: "Kosongkan baris yang tidak dipakai." / "Leave empty what you do not need.";
    me_visit_row(nth: usize): "Tindakan {nth}" / "Action {nth}";
    me_visit_next: "Kunjungan berikutnya" / "Next visit";
    me_visit_next_on(day: &str): "Berikutnya sekitar {day}" / "Next about {day}";
    me_visit_consent: "Pemilik setuju difoto" / "The owner agrees to photographs";
    me_visit_photos: "Foto" / "Photographs";
    me_visit_photos_hint(most: u8): "Paling banyak {most}. Tidak disimpan dalam draf." / "{most} at most. Not kept in the draft.";
    me_visit_photo(nth: usize): "Foto kunjungan {nth}" / "Photograph {nth} of the visit";
    me_visit_send: "Kirim laporan" / "Send the report";
    me_visit_length(minutes: i64): "{minutes} menit" / "{minutes} minutes";
    me_visit_row_wrong: "Lengkapi tindakan ini: apa, oleh siapa, dan paling lambat kapan." / "Complete this action: what, by whom, and until when.";
    me_add_photos: "Tambah foto" / "Add photographs";
    me_remove_photo: "Hapus foto" / "Remove photograph";
    me_visit_right: "Benar begitu" / "That is right";
    me_visit_wrong: "Ada yang keliru" / "Something is wrong";
    me_visit_wrong_words: "Apa yang keliru?" / "What is wrong?";
    me_visit_confirmed(day: &str): "Dikonfirmasi pemilik {day}" / "Confirmed by the owner on {day}";
    me_visit_open: "Belum dikonfirmasi pemilik" / "Not confirmed by the owner yet";
    me_visit_objected: "Pemilik menulis" / "The owner writes";
    me_history: "Yang sudah terjadi" / "What happened";

    me_day_lead: "Janji, laporan yang belum ditulis, dan yang Anda janjikan." / "Appointments, reports to be written, and what you promised.";
    me_day_past: "Belum dilaporkan" / "Not reported yet";
    me_day_none: "Tidak ada janji tujuh hari ke depan." / "No appointments in the next seven days.";
    me_day_promised: "Yang Anda janjikan" / "What you promised";
    me_day_open: "Pendampingan Anda" / "Your mentorings";
    me_day_open_none: "Belum ada. Ambil dari permintaan yang menunggu." / "None yet. Take one of the requests that wait.";
    me_day_waiting: "Menunggu pendamping" / "Waiting for a mentor";
    me_day_map: "Peta" / "Map";
    me_hours: "Jam dan hari libur Anda" / "Your hours and days off";
    me_hours_lead: "Paling banyak dua waktu sehari, misalnya pagi dan siang. Pemilik usaha hanya dapat memilih waktu di dalamnya. Libur nasional dan cuti bersama sudah dikecualikan." / "Two times a day at most, before and after noon. Owners can only choose within these. National holidays are left out already.";
    me_hours_set: "Isi jam Anda, supaya pemilik usaha bisa membuat janji." / "Set your hours, so that owners can make appointments.";
    me_hours_from(day: &str, time: usize): "{day} waktu {time} dari" / "{day} time {time} from";
    me_hours_to(day: &str, time: usize): "{day} waktu {time} sampai" / "{day} time {time} to";
    me_hours_wrong: "Jam selesai sedikitnya satu jam sesudah jam mulai." / "The end is at least an hour after the beginning.";
    me_hours_save: "Simpan jam" / "Save hours";
    me_away: "Hari libur Anda" / "Your days off";
    me_away_none: "Tidak ada." / "None.";
    me_away_from: "Dari" / "From";
    me_away_to: "Sampai" / "To";
    me_away_add: "Tambah" / "Add";
    me_away_wrong: "Hari terakhir tidak boleh sebelum hari pertama, dan belum lewat." / "The last day must not be before the first, and not over.";
    me_away_stays: "Janji yang sudah ada tidak dibatalkan; batalkan sendiri supaya pemilik tahu." / "Appointments that exist stay; call them off yourself, so that owners know.";

    me_desk_lead: "Permintaan, beban tiap pendamping, dan yang berjalan." / "Requests, how much each mentor has, and what is under way.";
    me_desk_waiting: "Menunggu" / "Waiting";
    me_desk_running: "Berjalan" / "Under way";
    me_desk_ended: "Berakhir" / "Over";
    me_desk_load: "Beban pendamping" / "How much each mentor has";
    me_desk_no_mentors: "Belum ada akun dengan peran pendamping." / "No account has the role of a mentor yet.";
    me_desk_open: "Berjalan" / "Open";
    me_desk_ahead: "Janji" / "Appointments";
    me_desk_late: "Tindakan terlambat" / "Late actions";
    me_desk_unreported: "Belum dilaporkan" / "Not reported";
    me_desk_none: "Tidak ada." / "None.";

    me_room: "Pendampingan" / "Mentoring";
    me_tile: "Permintaan pendampingan" / "Requests for mentoring";

    me_next: "Langkah Anda berikutnya" / "Your next steps";
    me_next_plan(business: &str): "Jawab rencana pendampingan {business}" / "Answer the plan for {business}";
    me_next_visit(day: &str): "Konfirmasi laporan kunjungan {day}" / "Confirm the report of the visit on {day}";
    me_next_result(business: &str): "Konfirmasi hasil pendampingan {business}" / "Confirm the result for {business}";
    me_next_meet(when: &str): "Bertemu pendamping {when}" / "Meet your mentor {when}";
    me_next_permit(service: &str): "Lanjutkan permohonan {service}" / "Go on with your application {service}";

    me_gone: "Pendampingan ini tidak ada atau bukan bagian Anda." / "There is no such mentoring, or you have no part in it.";
    me_not_now: "Langkah ini tidak bisa sekarang. Muat ulang halaman untuk melihat keadaannya." / "That is not possible now. Reload the page to see where it stands.";
    me_not_yours: "Langkah ini bukan bagian Anda." / "This step is not yours.";
    me_changed: "Ada yang berubah sejak halaman ini dibuka. Baca lagi, lalu jawab." / "Something has changed since this page was opened. Read it again, then answer.";
    me_words: "Penjelasan" / "Explanation";
    me_value_long: "Nilai paling banyak 80 huruf." / "A value has 80 characters at most.";
    me_words_missing: "Tulis beberapa kata." / "Write a few words.";
    me_mentor_missing: "Pilih pendamping; bukan pemilik usaha itu sendiri." / "Choose a mentor; not the owner of the business.";
    me_day_wrong: "Tanggal ini tidak bisa: terlalu awal atau terlalu jauh." / "This day does not fit: too early or too far ahead.";
    me_too_many: "Sudah sebanyak yang bisa. Selesaikan atau hapus yang lain." / "As many as there can be. Finish or remove others.";
    me_visit_sent_before: "Dari halaman ini sudah pernah terkirim laporan lain. Isian Anda masih ada: kirim sekali lagi." / "Another report was sent from this page before. What you typed is still here: send it once more.";
    me_is_confirmed: "Sudah dikonfirmasi pemilik, jadi tidak berubah lagi." / "The owner confirmed it, so it does not change any more.";
    me_no_consent: "Foto hanya dengan persetujuan pemilik." / "Photographs only with the owner's consent.";
}

const fn pick(t: Lang, id: &'static str, en: &'static str) -> &'static str {
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// Where a mentoring is.
pub fn mentoring_state(t: Lang, state: State) -> &'static str {
    let (id, en) = match state {
        State::Diajukan => ("Menunggu pendamping", "Waiting for a mentor"),
        State::Diagnosis => ("Diagnosis", "Diagnosis"),
        State::Disepakati => ("Rencana disepakati", "Plan agreed"),
        State::Berjalan => ("Berjalan", "Under way"),
        State::Evaluasi => ("Menunggu konfirmasi hasil", "Result to be confirmed"),
        State::Selesai => ("Selesai", "Finished"),
        State::Dihentikan => ("Dihentikan", "Stopped"),
    };
    pick(t, id, en)
}

/// A part of a business.
pub fn area_label(t: Lang, area: Area) -> &'static str {
    let (id, en) = match area {
        Area::Produksi => ("Produksi dan mutu", "Production and quality"),
        Area::Pemasaran => ("Pemasaran", "Marketing"),
        Area::Keuangan => ("Keuangan dan pembukuan", "Money and books"),
        Area::Legalitas => ("Izin dan legalitas", "Permits and papers"),
        Area::Sdm => ("Tenaga kerja", "People"),
        Area::Digital => ("Jualan online", "Selling online"),
    };
    pick(t, id, en)
}

/// How pressing something is.
pub fn priority_label(t: Lang, priority: Priority) -> &'static str {
    let (id, en) = match priority {
        Priority::Tinggi => ("Utama", "First"),
        Priority::Sedang => ("Berikutnya", "Next"),
        Priority::Rendah => ("Bila sempat", "When there is time"),
    };
    pick(t, id, en)
}

/// Who does something.
pub fn side_label(t: Lang, side: Side) -> &'static str {
    match side {
        Side::Usaha => pick(t, "Pemilik usaha", "Owner"),
        Side::Pendamping => pick(t, "Pendamping", "Mentor"),
    }
}

/// How people meet.
pub fn way_label(t: Lang, way: Way) -> &'static str {
    match way {
        Way::Tempat => pick(t, "Di tempat", "On site"),
        Way::Daring => pick(t, "Daring", "Online"),
    }
}

/// Where an appointment is.
pub fn appointment_state(t: Lang, state: AppointmentState) -> &'static str {
    let (id, en) = match state {
        AppointmentState::Terjadwal => ("Terjadwal", "Fixed"),
        AppointmentState::Selesai => ("Sudah bertemu", "Met"),
        AppointmentState::Batal => ("Dibatalkan", "Called off"),
        AppointmentState::TidakHadir => ("Tidak bertemu", "Nobody came"),
    };
    pick(t, id, en)
}

/// Something that happened to a mentoring.
pub fn mentoring_event(t: Lang, action: &str) -> &'static str {
    let (id, en) = match action {
        "ajukan" => ("Diajukan", "Asked for"),
        "tugaskan" => ("Pendamping ditetapkan", "A mentor has it"),
        "usulkan" => ("Rencana diusulkan", "Plan proposed"),
        "setujui" => ("Rencana disetujui", "Plan agreed"),
        "minta_ubah" => ("Rencana diminta diubah", "Changes asked for"),
        "kunjungan" => ("Laporan kunjungan ditulis", "Visit reported"),
        "evaluasi" => ("Hasil ditulis", "Result written"),
        "konfirmasi" => ("Hasil dikonfirmasi", "Result confirmed"),
        "lanjutkan" => ("Dilanjutkan", "Goes on"),
        "hentikan" => ("Dihentikan", "Stopped"),
        "tindakan_selesai" => ("Tindakan selesai", "Action done"),
        "tindakan_dibuka" => ("Tindakan dibuka lagi", "Action open again"),
        "janji" => ("Janji temu dibuat", "Appointment made"),
        "janji_batal" => ("Janji temu tidak jadi", "Appointment off"),
        "kunjungan_benar" => ("Laporan dikonfirmasi", "Report confirmed"),
        "kunjungan_keberatan" => ("Laporan dianggap belum benar", "Report objected to"),
        _ => ("", ""),
    };
    pick(t, id, en)
}
