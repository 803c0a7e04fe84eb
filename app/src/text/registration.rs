//! Words of registering for a class.

use domain::training::class::State as ClassState;
use domain::training::registration::State;

use super::Lang;

messages! { RegistrationText;
    reg_title(class: &str): "Daftar: {class}" / "Register: {class}";
    reg_crumb: "Daftar" / "Register";
    reg_lead: "Gratis, tanpa akun. Anda mendapat nomor pendaftaran dan PIN." / "Free, no account needed. You get a registration number and a PIN.";
    reg_online: "Daring; tautannya untuk yang punya kursi" / "Online; the link is for those with a seat";
    reg_name: "Nama peserta" / "Participant's name";
    reg_phone: "Nomor HP" / "Mobile number";
    reg_phone_hint: "Untuk kabar kelas lewat WhatsApp. Satu nomor untuk satu kursi. Contoh: 0812 3456 7890" / "For news about the class on WhatsApp. One number, one seat. Example: 0812 3456 7890";
    reg_kecamatan: "Kecamatan" / "District (kecamatan)";
    reg_kecamatan_hint: "Tempat usaha atau tempat tinggal Anda" / "Where your business is, or where you live";
    reg_choose: "Pilih kecamatan" / "Choose a district";
    reg_kecamatan_missing: "Pilih kecamatan Anda." / "Choose your district.";
    reg_name_missing: "Tulis nama peserta." / "Enter the participant's name.";
    reg_woman: "Saya perempuan" / "I am a woman";
    reg_woman_hint: "Sebagian kursi kelas ini disediakan untuk perempuan." / "Some seats of this class are kept for women.";
    reg_button: "Daftar" / "Register";
    reg_wait_button: "Masuk daftar tunggu" / "Join the waiting list";
    reg_cancel_until(at: &str): "Bisa dibatalkan sampai {at}." / "You can cancel until {at}.";
    reg_free(free: i64, seats: i64): "{free} dari {seats} kursi tersisa saat ini." / "{free} of {seats} seats are free right now.";
    reg_only_kept(free: i64): "Sisa {free} kursi disediakan untuk kelompok tertentu. Bila bukan untuk Anda, Anda masuk daftar tunggu." / "The remaining {free} seats are kept for certain groups. If they are not for you, you join the waiting list.";
    reg_full(waiting: i64): "Kelas ini penuh, {waiting} orang menunggu. Masuk daftar tunggu: kami kabari bila giliran Anda." / "This class is full, {waiting} people are waiting. Join the waiting list: we tell you when it is your turn.";
    reg_opens(at: &str): "Pendaftaran dibuka {at}." / "Registration opens {at}.";
    reg_over: "Pendaftaran kelas ini sudah ditutup." / "Registration for this class is closed.";
    reg_others: "Lihat kelas lain" / "See other classes";
    reg_already_here: "Anda sudah terdaftar di kelas ini." / "You are already registered for this class.";
    reg_see: "Lihat pendaftaran saya" / "See my registration";
    reg_already: "Nomor HP ini sudah terdaftar di kelas ini. Buka lewat Lacak dengan nomor pendaftaran dan PIN, atau pakai nomor lain." / "This mobile number is already registered for this class. Open it through Track with its registration number and PIN, or use another number.";
    reg_clash(other: &str): "Anda sudah punya kursi di kelas “{other}” pada jam yang sama. Batalkan dulu yang itu, atau pilih kelas lain." / "You already have a seat in “{other}” at the same time. Cancel that one first, or choose another class.";

    reg_number: "Nomor pendaftaran" / "Registration number";
    reg_pin: "PIN 6 angka" / "6-digit PIN";
    reg_keep: "Simpan nomor dan PIN: dengan keduanya pendaftaran ini terbuka di perangkat mana pun." / "Keep the number and PIN: with both you can open this registration on any device.";
    reg_yours: "Data peserta" / "Participant";
    reg_ask: "Bertanya" / "Questions";
    reg_open_title: "Buka pendaftaran kelas" / "Open a class registration";
    reg_open_lead: "Masukkan PIN yang tampil saat mendaftar." / "Enter the PIN that was shown when you registered.";
    reg_about: "Tentang kelas ini" / "About this class";
    reg_open: "Buka pendaftaran" / "Open the registration";
    reg_pin_wrong: "Nomor atau PIN tidak cocok. Periksa lagi keduanya." / "The number or PIN does not match. Check both.";
    my_classes: "Kelas saya" / "My classes";
    my_calendar: "Kelas di kalender HP" / "Classes in your phone's calendar";
    my_calendar_text: "Alamat rahasia yang menampilkan semua sesi kelas Anda, juga bila jadwalnya berubah." / "A secret address that shows all sessions of your classes, also when they move.";
    my_calendar_make: "Buat alamat kalender" / "Make a calendar address";
    my_calendar_address: "Alamat kalender Anda" / "Your calendar's address";
    my_calendar_secret: "Siapa pun yang tahu alamat ini melihat jadwal kelas Anda. Ganti bila tersebar." / "Whoever knows this address sees your classes. Change it when it got around.";
    my_calendar_open: "Buka di aplikasi kalender" / "Open in a calendar app";
    my_calendar_renew: "Ganti alamat" / "Change the address";
    my_calendar_off: "Matikan" / "Turn off";

    reg_have_seat: "Kursi Anda sudah pasti" / "Your seat is confirmed";
    reg_have_seat_text: "Sampai jumpa di kelas. Kami ingatkan sehari sebelumnya." / "See you in class. We remind you the day before.";
    reg_bring(what: &str): "Bawa: {what}." / "Bring: {what}.";
    reg_join: "Masuk ke kelas daring" / "Join the online class";
    reg_link_later: "Tautan kelas daring tampil di halaman ini sebelum kelas dimulai." / "The link to the online class appears on this page before it begins.";
    reg_cannot_come: "Tidak jadi datang?" / "Cannot come?";
    reg_cancel_text(at: &str): "Batalkan sampai {at}, agar kursinya dipakai orang lain. Daftar lagi berarti mulai dari antrean paling belakang." / "Cancel until {at}, so that somebody else gets the seat. Registering again means joining at the end of the line.";
    reg_cancel: "Batalkan kursi saya" / "Give my seat back";
    reg_cancel_over: "Batas pembatalan sudah lewat. Bila berhalangan, hubungi panitia." / "The time for cancelling is over. If you cannot come, contact the organiser.";
    reg_waiting(nth: i64): "Anda nomor {nth} di daftar tunggu" / "You are number {nth} on the waiting list";
    reg_waiting_text(until: &str): "Bila ada kursi kosong, kami tawarkan menurut urutan. Daftar tunggu berakhir {until}." / "When a seat becomes free, we offer it in order. The waiting list ends {until}.";
    reg_leave: "Keluar dari daftar tunggu" / "Leave the waiting list";
    reg_offered: "Ada kursi untuk Anda" / "There is a seat for you";
    reg_offered_text(until: &str): "Kursi ini disimpan untuk Anda sampai {until}. Sesudah itu ditawarkan kepada berikutnya." / "This seat is kept for you until {until}. After that it is offered to the next person.";
    reg_accept: "Terima kursi" / "Take the seat";
    reg_decline: "Lepaskan" / "Leave it to others";
    reg_offer_over: "Waktu tawaran ini sudah lewat; kursinya ditawarkan kepada berikutnya." / "The time for this offer is over; the seat is offered to the next person.";
    reg_not_now: "Langkah ini tidak bisa lagi: keadaan pendaftaran sudah berubah." / "This is no longer possible: the registration has changed.";
    reg_let_go: "Kursi tidak Anda ambil" / "You did not take a seat";
    reg_left: "Anda keluar dari daftar tunggu" / "You left the waiting list";
    reg_given_back: "Kursi dibatalkan" / "The seat was given back";
    reg_rejected: "Pendaftaran tidak diterima" / "The registration was not accepted";
    reg_reason(why: &str): "Alasan: {why}" / "Reason: {why}";
    reg_again: "Daftar lagi" / "Register again";
    reg_class_cancelled: "Kelas ini tidak jadi diadakan" / "This class does not take place";
    reg_class_over: "Kelas ini sudah selesai" / "This class is over";
    reg_skipped: "Mengapa belum giliran saya" / "Why it was not my turn";
    reg_skipped_hint: "Ada kursi kosong, tetapi diberikan kepada yang berikutnya. Tempat Anda di daftar tunggu tetap." / "A seat was free, but it went to the next person. You keep your place on the waiting list.";
    reg_skipped_clash(other: &str): "Anda punya kursi di kelas “{other}” pada jam yang sama." / "You have a seat in “{other}” at the same time.";
    reg_skipped_quota: "Kursi yang kosong disediakan untuk kelompok tertentu." / "The free seats are kept for certain groups.";
}

/// Where a registration is, in a word or two.
pub fn registration_state(t: Lang, state: State, class: ClassState) -> &'static str {
    let (id, en) = match (state, class) {
        (State::Terdaftar | State::DaftarTunggu | State::Ditawari, ClassState::Batal) => {
            ("Kelas batal", "Class cancelled")
        }
        (State::Terdaftar, ClassState::Selesai) => ("Kelas selesai", "Class over"),
        (State::Terdaftar, _) => ("Terdaftar", "Registered"),
        (State::DaftarTunggu, _) => ("Daftar tunggu", "Waiting list"),
        (State::Ditawari, _) => ("Ditawari kursi", "Seat offered"),
        (State::Lepas, _) => ("Tidak diambil", "Not taken"),
        (State::Keluar, _) => ("Keluar", "Left"),
        (State::Batal, _) => ("Dibatalkan", "Given back"),
        (State::Ditolak, _) => ("Tidak diterima", "Not accepted"),
    };
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}
