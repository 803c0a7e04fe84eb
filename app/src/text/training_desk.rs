//! Words of organising training, for officers.

use domain::training::class::{Action, State};
use domain::training::plan::Fault;
use domain::training::registration::Action as Decision;

use super::Lang;

messages! { TrainingDeskText;
    tile_training: "Kelas akan datang dan berjalan" / "Classes to come and running";
    tile_sheets(count: i64): "{count} daftar hadir belum lengkap" / "{count} attendance lists incomplete";
    room_training: "Pelatihan" / "Training";
    td_classes: "Kelas" / "Classes";
    td_courses: "Materi" / "Courses";
    td_venues: "Tempat" / "Venues";
    td_drafts: "Rancangan" / "Drafts";
    td_running: "Berjalan" / "Running";
    td_over: "Selesai" / "Over";
    td_new_class: "Kelas baru" / "New class";
    td_new_course: "Materi baru" / "New course";
    td_new_venue: "Tempat baru" / "New venue";
    td_none: "Belum ada kelas di sini." / "No classes here yet.";
    td_none_course: "Tulis dulu materinya; dari satu materi dibuat banyak kelas." / "Write the course first; many classes are made from one course.";
    td_class: "Kelas" / "Class";
    td_when: "Mulai" / "Begins";
    td_place: "Tempat" / "Venue";
    td_seats: "Kursi" / "Seats";
    td_wait(count: i64): "{count} menunggu" / "{count} waiting";
    td_stage: "Tahap" / "Stage";
    td_seats_taken(taken: i64, all: i64): "{taken} dari {all} kursi" / "{taken} of {all} seats";
    td_offered(count: i64): "{count} ditawari" / "{count} offered";
    td_online: "Daring" / "Online";
    td_until(at: &str): "daftar sampai {at}" / "register until {at}";

    td_course: "Materi" / "Course";
    td_course_title: "Judul" / "Title";
    td_summary: "Ringkasan satu kalimat" / "Summary in one sentence";
    td_description: "Yang dipelajari" / "What people learn";
    td_description_hint: "Pisahkan paragraf dengan baris kosong." / "Separate paragraphs with an empty line.";
    td_category: "Bidang" / "Subject";
    td_audience: "Untuk siapa" / "For whom";
    td_beginner: "Untuk pemula, tidak perlu pengalaman" / "For beginners, no experience needed";
    td_bring: "Yang perlu dibawa" / "What to bring";
    td_picture: "Gambar" / "Picture";
    td_certificate: "Ada sertifikat" / "With a certificate";
    td_minimum: "Kehadiran paling sedikit (persen sesi)" / "Least attendance (percent of sessions)";
    td_used_by(count: i64): "{count} kelas" / "{count} classes";
    td_course_all: "Perubahan berlaku untuk semua kelas materi ini." / "Changes count for all classes of this course.";

    td_venue_name: "Nama tempat" / "Name";
    td_address: "Alamat" / "Address";
    td_kecamatan: "Kecamatan" / "District";
    td_capacity: "Daya tampung (orang)" / "Capacity (people)";
    td_step_free: "Dapat dimasuki tanpa tangga" / "Can be entered without a step";
    td_venue_note: "Petunjuk masuk, parkir" / "How to get in, parking";

    td_class_form: "Rencana kelas" / "Plan of a class";
    td_place_online: "Daring (tanpa tempat)" / "Online (no venue)";
    td_link: "Tautan kelas daring" / "Link of the online class";
    td_link_hint: "Hanya terlihat oleh yang punya kursi." / "Only seen by those who have a seat.";
    td_trainer: "Pengajar" / "Trainer";
    td_contact: "Untuk bertanya" / "Whom to ask";
    td_contact_hint: "Nama atau loket, nomor, dan jam" / "Name or counter, number, and hours";
    td_sessions: "Sesi" / "Sessions";
    td_sessions_hint: "Kosongkan baris yang tidak dipakai. Simpan untuk mendapat baris tambahan." / "Leave unused rows empty. Save to get more rows.";
    td_day: "Tanggal" / "Date";
    td_from: "Mulai" / "From";
    td_to: "Selesai" / "To";
    td_topic: "Topik (boleh kosong)" / "Topic (optional)";
    td_window: "Pendaftaran" / "Registration";
    td_opens: "Dibuka" / "Opens";
    td_closes: "Ditutup" / "Closes";
    td_cancel_until: "Batas pembatalan" / "Cancel until";
    td_offer_hours: "Waktu menjawab tawaran (jam)" / "Time to answer an offer (hours)";
    td_general: "Kursi untuk semua" / "Seats for everybody";
    td_women: "Kursi khusus perempuan" / "Seats kept for women";
    td_first: "Kursi khusus peserta pertama kali" / "Seats kept for first-timers";
    td_near: "Kursi khusus satu kecamatan" / "Seats kept for one district";
    td_near_where: "Kecamatan itu" / "That district";
    td_release: "Kursi khusus dibuka untuk semua" / "Kept seats open to everybody";
    td_save: "Simpan" / "Save";
    td_told: "Bila waktu atau tempat berubah, semua peserta dan yang menunggu dikabari." / "When time or place change, everybody with a seat or in line is told.";
    td_edit: "Ubah rencana" / "Change the plan";
    td_copy: "Buat salinan" / "Make a copy";
    td_public: "Lihat halaman kelas" / "See the class page";
    td_file_xlsx: "Unduh daftar (Excel)" / "Download the list (Excel)";
    td_file: "Unduh daftar (CSV)" / "Download the list (CSV)";
    td_participants: "Peserta" / "Participants";
    td_no_participants: "Belum ada yang mendaftar." / "Nobody has registered yet.";
    td_reason: "Alasan" / "Reason";
    td_reason_hint: "Dibaca oleh peserta." / "Participants read it.";
    td_new_end: "Pendaftaran baru sampai" / "Registration until";
    td_steps: "Langkah" / "Steps";
    td_first_time: "pertama kali" / "first time";
    td_decide: "Tindak" / "Act";
    td_changed: "Kelas ini diubah orang lain sesudah halaman ini dibuka. Isian Anda masih ada; periksa lalu simpan lagi." / "Somebody else changed this class after this page was opened. What you typed is kept; check it and save again.";
    td_not_now: "Langkah ini tidak bisa lagi sekarang." / "This step is not possible now.";
    td_no_reason: "Tulis alasannya." / "Write the reason.";
    td_no_seat: "Tidak ada kursi kosong untuk orang ini." / "No free seat is for this person.";
    td_gone: "Tidak ditemukan." / "Not found.";
    td_when_wrong: "Isi tanggal dan jam yang benar." / "Enter a valid date and time.";
    td_pick: "Pilih" / "Choose";
    td_pick_course: "Pilih materi." / "Choose a course.";
}

/// What a step of a class is called.
pub fn class_action(t: Lang, action: Action) -> &'static str {
    let (id, en) = match action {
        Action::Publish => ("Terbitkan", "Publish"),
        Action::Close => ("Tutup pendaftaran", "Close registration"),
        Action::Reopen => ("Buka pendaftaran lagi", "Open registration again"),
        Action::Begin => ("Mulai", "Begin"),
        Action::Finish => ("Selesai", "Finish"),
        Action::Cancel => ("Batalkan kelas", "Cancel the class"),
    };
    pick(t, id, en)
}

/// Where a class is, in a word or two.
pub fn class_state(t: Lang, state: State) -> &'static str {
    let (id, en) = match state {
        State::Draf => ("Rancangan", "Draft"),
        State::Terbit => ("Terbit", "Published"),
        State::PendaftaranTutup => ("Pendaftaran tutup", "Registration closed"),
        State::Berjalan => ("Berjalan", "Running"),
        State::Selesai => ("Selesai", "Over"),
        State::Batal => ("Batal", "Cancelled"),
    };
    pick(t, id, en)
}

/// What an organiser decides about a registration.
pub fn decision_label(t: Lang, action: Decision) -> &'static str {
    let (id, en) = match action {
        Decision::Offer => ("Tawari di luar urutan", "Offer out of turn"),
        Decision::Cancel => ("Batalkan kursinya", "Take the seat back"),
        _ => ("Tolak", "Refuse"),
    };
    pick(t, id, en)
}

/// What is wrong with a plan, and what to do.
pub fn plan_fault(t: Lang, fault: Fault) -> &'static str {
    let (id, en) = match fault {
        Fault::Sessions => ("Isi sedikitnya satu sesi, paling banyak 40.", "Enter at least one session, at most 40."),
        Fault::Hours => (
            "Jam selesai harus sesudah jam mulai, dan sesi tidak boleh tumpang tindih.",
            "A session must end after it begins, and sessions must not overlap.",
        ),
        Fault::Past => ("Sesi pertama harus masih akan datang.", "The first session must still be to come."),
        Fault::Begun => (
            "Sesi yang sudah dimulai tidak dapat diubah atau dihapus.",
            "A session that has begun cannot be changed or removed.",
        ),
        Fault::Window => (
            "Pendaftaran harus dibuka sebelum ditutup, dan ditutup sebelum sesi pertama.",
            "Registration must open before it closes, and close before the first session.",
        ),
        Fault::Cancel => {
            ("Batas pembatalan harus sebelum sesi pertama.", "Cancelling must end before the first session.")
        }
        Fault::Release => (
            "Kursi khusus dibuka untuk semua selama pendaftaran berjalan.",
            "Kept seats open to everybody while registration runs.",
        ),
        Fault::Offer => ("Waktu menjawab 1 sampai 240 jam.", "Time to answer: 1 to 240 hours."),
        Fault::Seats => (
            "Kursi 1 sampai 5.000, dan tidak kurang dari yang sudah terisi.",
            "1 to 5,000 seats, and not fewer than are taken.",
        ),
        Fault::Quota => {
            ("Pilih kecamatan untuk kursi khusus kecamatan.", "Choose the district for seats kept for one.")
        }
    };
    pick(t, id, en)
}

const fn pick(t: Lang, id: &'static str, en: &'static str) -> &'static str {
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}
