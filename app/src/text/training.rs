//! Words of training: the catalogue, the calendar, a class.

use domain::training::choice::{Order, Place, SeatsLeft, When};
use domain::training::seats::PoolKind;

use super::Lang;

messages! { TrainingText;
    classes_title: "Pelatihan gratis di dekat Anda" / "Free training near you";
    classes_description(regency: &str): "Jadwal pelatihan gratis untuk usaha mikro di {regency}: tempat, waktu, dan kursi yang tersisa." / "Free training for micro businesses in {regency}: places, dates and seats left.";
    classes_summary(count: usize, until: &str, kecamatan: usize): "{count} kelas sampai {until}, di {kecamatan} kecamatan dan daring." / "{count} classes until {until}, in {kecamatan} kecamatan and online.";
    classes_none: "Belum ada kelas yang dibuka. Lihat lagi pekan depan." / "No classes are open yet. Look again next week.";
    classes_count(count: usize): "{count} kelas" / "{count} classes";
    classes_count_match(count: usize): "{count} kelas cocok dengan saringan Anda" / "{count} classes match your filters";
    classes_results(words: &str): "Kelas tentang “{words}”" / "Classes about “{words}”";
    search_classes: "Cari kelas" / "Search classes";
    search_classes_hint: "Cari kelas, misalnya kemasan" / "Search classes, for example packaging";
    filter_classes: "Saring kelas" / "Filter classes";
    show_classes: "Tampilkan kelas" / "Show classes";
    schedule: "Jadwal" / "Schedule";
    subjects: "Bidang" / "Subjects";
    facet_when: "Kapan" / "When";
    facet_seats: "Kursi" / "Seats";
    facet_place: "Tempat" / "Place";
    facet_level: "Tingkat" / "Level";
    facet_kecamatan: "Kecamatan" / "Kecamatan";
    for_beginners: "Untuk pemula" / "For beginners";
    this_week: "Pekan ini" / "This week";
    most_seats: "Kursi terbanyak" / "Most seats";
    off_days(days: &str): "libur {days}" / "off {days}";
    no_class_found: "Tidak ada kelas yang cocok" / "No class matches";
    no_class_found_hint: "Kurangi saringan, coba kata lain, atau lihat semua jadwal." / "Remove a filter, try another word, or see the whole schedule.";
    all_classes: "Semua kelas" / "All classes";
    free_of_charge: "Gratis" / "Free";
    beginner: "Pemula" / "Beginners";
    with_certificate: "Bersertifikat" / "With certificate";
    online: "Daring" / "Online";
    online_card: "Daring, tautan untuk peserta" / "Online, link for participants";
    days_count(days: i64, hours: &str): "{days} hari, {hours}" / "{days} days, {hours}";
    seats_left(free: i64, seats: i64): "{free} dari {seats} kursi tersisa" / "{free} of {seats} seats left";
    seats_few(free: i64, seats: i64): "Tinggal {free} dari {seats} kursi" / "Only {free} of {seats} seats left";
    seats_none(waiting: i64): "Penuh\u{a0}· {waiting} menunggu" / "Full\u{a0}· {waiting} waiting";
    seats_full: "Penuh" / "Full";
    opens_on(when: &str): "Pendaftaran dibuka {when}" / "Registration opens {when}";
    registration_closed: "Pendaftaran ditutup" / "Registration closed";
    class_running: "Sedang berjalan" / "Running";
    class_over: "Kelas ini sudah selesai." / "This class is over.";
    class_over_hint: "Lihat kelas lain yang masih dibuka." / "See other classes that are open.";
    class_cancelled: "Kelas ini dibatalkan." / "This class is cancelled.";
    do_register: "Daftar" / "Register";
    do_queue: "Antre" / "Queue";
    do_look: "Lihat" / "See";
    check_certificate: "Cek sertifikat" / "Check a certificate";
    check_certificate_hint: "Siapa pun dapat memeriksa kode sertifikat." / "Anybody may check the code of a certificate.";
    certificate_code: "Kode sertifikat" / "Code of the certificate";
    check: "Cek" / "Check";
    month_calendar: "Kalender" / "Calendar";
    see_calendar: "Lihat kalender" / "See the calendar";
    see_list: "Lihat daftar" / "See the list";
    calendar_of(month: &str): "Kalender pelatihan {month}" / "Training calendar {month}";
    calendar_description(month: &str): "Kelas pada {month}, hari demi hari." / "Classes in {month}, day by day.";
    calendar_months: "Bulan" / "Months";
    calendar_empty: "Tidak ada kelas pada bulan ini." / "No classes in this month.";
    calendar_off: "Libur dan cuti bersama" / "Days off";
    what_you_learn: "Yang Anda pelajari" / "What you learn";
    sessions: "Jadwal sesi" / "Sessions";
    session_n(nth: usize): "Sesi {nth}" / "Session {nth}";
    where_it_is: "Tempat" / "Where";
    online_link_sent: "Daring. Tautan dikirim kepada yang punya kursi." / "Online. The link is sent to those who have a seat.";
    step_free: "Dapat dimasuki tanpa tangga." / "Can be entered without steps.";
    not_step_free: "Tidak bebas tangga." / "Not step-free.";
    good_to_know: "Perlu diketahui" / "Good to know";
    trainer: "Pengajar" / "Trainer";
    for_whom: "Untuk siapa" / "For whom";
    nothing_before: "Tidak perlu pengalaman." / "No experience needed.";
    bring: "Bawa" / "Bring";
    certificate: "Sertifikat" / "Certificate";
    certificate_quiz: "Kuisnya juga harus lulus." / "The quiz has to be passed too.";
    certificate_all: "Ada, bila Anda hadir di semua sesi." / "Yes, if you attend every session.";
    certificate_minimum(percent: i64): "Ada, bila Anda hadir di sedikitnya {percent}% sesi." / "Yes, if you attend at least {percent}% of the sessions.";
    certificate_no: "Tanpa sertifikat." / "No certificate.";
    ask: "Tanya" / "Ask";
    join: "Ikut kelas ini" / "Join this class";
    free_loud: "Gratis." / "Free.";
    free_loud_text: "Tidak ada biaya apa pun. Petugas tidak boleh menerima uang." / "There is nothing to pay. Officers may not take money.";
    seats_orientation: "Jumlah kursi dapat berubah; yang berlaku adalah saat Anda mendaftar." / "Seats may change; what counts is the moment you register.";
    waiting_list(waiting: i64): "{waiting} orang di daftar tunggu" / "{waiting} people on the waiting list";
    register_until(when: &str): "Daftar sampai {when}" / "Register until {when}";
    cancel_until(when: &str): "Batal sampai {when}" / "Cancel until {when}";
    kept_seats(count: i64, whom: &str, until: &str): "{count} kursi untuk {whom} sampai {until}, lalu untuk semua" / "{count} seats for {whom} until {until}, then for everybody";
    kept_seats_always(count: i64, whom: &str): "{count} kursi untuk {whom}" / "{count} seats for {whom}";
    people_of(kecamatan: &str): "warga Kecamatan {kecamatan}" / "people of Kecamatan {kecamatan}";
    add_to_calendar: "Tambah ke kalender" / "Add to calendar";
    add_session(nth: usize): "Tambah sesi {nth} ke kalender" / "Add session {nth} to calendar";
    similar_classes: "Kelas lain di bidang ini" / "Other classes of this subject";
    next_classes: "Pelatihan terdekat" / "Next classes";
    next_classes_hint(regency: &str): "Gratis untuk warga {regency}." / "Free for people of {regency}.";
    full_schedule: "Jadwal lengkap" / "Full schedule";
}

/// An answer to when.
pub fn when_choice(t: Lang, when: When) -> &'static str {
    match (when, t) {
        (When::Week, Lang::Id) => "Pekan ini",
        (When::Week, Lang::En) => "This week",
        (When::NextMonth, Lang::Id) => "Bulan depan",
        (When::NextMonth, Lang::En) => "Next month",
        (When::Weekend, Lang::Id) => "Sabtu atau Minggu",
        (When::Weekend, Lang::En) => "Saturday or Sunday",
    }
}

/// An answer to whether there are seats.
pub fn seats_choice(t: Lang, seats: SeatsLeft) -> &'static str {
    match (seats, t) {
        (SeatsLeft::Free, Lang::Id) => "Masih ada kursi",
        (SeatsLeft::Free, Lang::En) => "Seats left",
        (SeatsLeft::Full, Lang::Id) => "Penuh, bisa antre",
        (SeatsLeft::Full, Lang::En) => "Full, waiting list",
    }
}

/// An answer to where.
pub fn place_choice(t: Lang, place: Place) -> &'static str {
    match (place, t) {
        (Place::OnSite, Lang::Id) => "Tatap muka",
        (Place::OnSite, Lang::En) => "On site",
        (Place::Online, Lang::Id) => "Daring",
        (Place::Online, Lang::En) => "Online",
    }
}

/// An order of the list.
pub fn order_label(t: Lang, order: Order) -> &'static str {
    match (order, t) {
        (Order::Soonest, Lang::Id) => "Terdekat",
        (Order::Soonest, Lang::En) => "Soonest",
        (Order::MostSeats, _) => t.most_seats(),
    }
}

/// Those for whom seats are kept.
pub fn kept_for(t: Lang, kind: PoolKind, kecamatan: &str) -> String {
    match (kind, t) {
        (PoolKind::Kecamatan, _) => t.people_of(kecamatan),
        (PoolKind::Perempuan, Lang::Id) => "perempuan".to_owned(),
        (PoolKind::Perempuan, Lang::En) => "women".to_owned(),
        (PoolKind::PertamaKali, Lang::Id) => "yang pertama kali ikut".to_owned(),
        (PoolKind::PertamaKali, Lang::En) => "first-timers".to_owned(),
        (PoolKind::Umum, Lang::Id) => "semua".to_owned(),
        (PoolKind::Umum, Lang::En) => "everybody".to_owned(),
    }
}
