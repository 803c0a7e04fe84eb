//! Words of attendance: for participants, and for the organiser's screen and sheet.

use domain::training::attendance::Way;

use super::Lang;

messages! { AttendanceText;
    att_title: "Saya hadir" / "I am here";
    att_lead: "Tandai kehadiran Anda di kelas yang sedang berlangsung." / "Mark your attendance at a class that is going on.";
    att_scan_old: "Kode itu sudah berganti. Pindai kode yang sekarang tampil di layar, atau ketik enam angkanya." / "That code has changed. Scan the one on the screen now, or type its six digits.";
    att_scanned: "Kode sudah dipindai. Tinggal satu ketukan." / "The code is scanned. One tap is left.";
    att_none: "Di perangkat ini belum ada pendaftaran untuk kelas yang sedang dibuka." / "No registration for a class that is open now is on this device.";
    att_none_hint: "Buka dengan nomor pendaftaran dan PIN; keduanya ada di pesan saat Anda mendaftar. Kehadiran dibuka 30 menit sebelum sesi." / "Open it with the registration number and PIN from the message you got when registering. Attendance opens 30 minutes before a session.";
    att_other: "Pendaftaran lain" / "Another registration";
    att_open: "Buka pendaftaran" / "Open the registration";
    att_sign_in: "Masuk ke akun" / "Sign in";
    att_keeps: "Kode yang sudah dipindai disimpan 15 menit." / "The scanned code is kept for 15 minutes.";
    att_code: "Kode 6 angka di layar kelas" / "6-digit code on the class's screen";
    att_button: "Saya hadir" / "I am here";
    att_now: "Sesi sedang dibuka: tandai kehadiran" / "A session is open: mark your attendance";
    att_marked: "Kehadiran Anda tercatat" / "Your attendance is recorded";
    att_absent: "Panitia mencatat Anda tidak hadir di sesi ini. Bila keliru, bicaralah dengan panitia." / "The organiser recorded you as absent from this session. If that is wrong, talk to them.";
    att_wrong: "Kode tidak cocok. Ketik enam angka yang sekarang tampil; kode berganti setiap menit." / "The code does not match. Type the six digits shown now; the code changes every minute.";
    att_wrong_session: "Kode yang dipindai untuk sesi lain. Pindai kode di kelas ini." / "The scanned code is for another session. Scan the code of this class.";
    att_early(at: &str): "Belum dibuka. Kehadiran dibuka {at}." / "Not open yet. Attendance opens {at}.";
    att_over: "Waktunya sudah lewat. Minta panitia mencatat kehadiran Anda." / "The time is over. Ask the organiser to record your attendance.";
    att_no_seat: "Pendaftaran ini tidak punya kursi di kelas ini." / "This registration has no seat in this class.";

    scan_open: "Pindai kode QR" / "Scan the QR code";
    scan_aim: "Arahkan kamera ke kode QR di layar." / "Point the camera at the QR code on the screen.";
    scan_close: "Tutup kamera" / "Close the camera";
    scan_starts: "Membuka kamera…" / "Opening the camera…";
    scan_foreign: "Ini bukan kode kehadiran. Arahkan ke kode di layar kelas." / "This is no attendance code. Point at the code on the class's screen.";
    scan_read: "Kode terbaca. Membuka halaman…" / "The code is read. Opening the page…";
    scan_refused: "Kamera tidak diizinkan. Izinkan kamera untuk situs ini di pengaturan peramban lalu coba lagi, atau pakai aplikasi kamera HP, atau ketik enam angkanya." / "The camera is not allowed. Allow it for this site in the browser's settings and try again, or use your phone's camera app, or type the six digits.";
    scan_no_camera: "Kamera tidak ditemukan. Pindai dengan aplikasi kamera HP, atau ketik enam angkanya." / "No camera was found. Scan with your phone's camera app, or type the six digits.";
    scan_busy: "Kamera tidak dapat dipakai. Tutup aplikasi lain yang memakainya lalu coba lagi, atau ketik enam angkanya." / "The camera cannot be used. Close other apps that use it and try again, or type the six digits.";
    scan_failed: "Pemindai belum dapat dimuat. Periksa sinyal lalu coba lagi, atau pakai aplikasi kamera HP, atau ketik enam angkanya." / "The scanner could not be loaded. Check your signal and try again, or use your phone's camera app, or type the six digits.";

    att_own: "Kehadiran" / "Attendance";
    att_own_sum(present: i64, all: usize): "{present} dari {all} sesi" / "{present} of {all} sessions";
    att_minimum(percent: i64): "Sertifikat untuk kehadiran sedikitnya {percent} %." / "A certificate takes at least {percent} % attendance.";
    att_present: "Hadir" / "Present";
    att_not_present: "Tidak hadir" / "Absent";
    att_unknown: "Belum tercatat" / "Not recorded";
    att_opens(at: &str): "Dibuka {at}" / "Opens {at}";

    att_sheet: "Daftar hadir" / "Attendance list";
    att_session(nth: usize): "Sesi {nth}" / "Session {nth}";
    att_here(present: usize, all: usize): "{present} dari {all} hadir" / "{present} of {all} present";
    att_sheet_early(at: &str): "Kehadiran dibuka {at}." / "Attendance opens {at}.";
    att_sheet_open: "Peserta dapat menandai kehadiran sekarang." / "Participants can mark their attendance now.";
    att_sheet_over: "Peserta tidak dapat menandai sendiri lagi; Anda masih dapat mencatat." / "Participants can no longer mark it themselves; you still can.";
    att_paper: "Cetak daftar hadir (PDF)" / "Print the attendance list (PDF)";
    att_to_class: "Halaman kelas ini" / "This class";
    att_screen: "Tampilkan kode di layar" / "Show the code on a screen";
    att_to_enter: "Belum tercatat" / "Not recorded";
    att_enter_hint: "Catat dari daftar kertas. Yang sudah memindai kode tidak berubah." / "Enter them from the paper list. Whoever scanned the code stays as they are.";
    att_entered: "Sudah tercatat" / "Recorded";
    att_why: "Alasan (boleh kosong)" / "Reason (optional)";
    att_why_of(name: &str): "Alasan {name} tidak hadir" / "Why {name} was absent";
    att_save: "Simpan" / "Save";
    att_all: "Semua yang lain hadir" / "All others are present";
    att_nobody: "Belum ada peserta yang punya kursi." / "Nobody has a seat yet.";
    att_everybody: "Semua peserta sudah tercatat." / "Everybody is recorded.";
    att_correct: "Betulkan" / "Correct";
    att_correct_why: "Alasan pembetulan" / "Reason for the correction";
    att_to_present: "Ternyata hadir" / "Was present";
    att_to_absent: "Ternyata tidak hadir" / "Was absent";
    att_scan_me: "Pindai dengan kamera HP" / "Scan with your phone's camera";
    att_or_type: "atau buka alamat ini dan ketik" / "or open this address and type";
    att_changes: "Kode berganti setiap menit. Halaman ini memperbarui diri." / "The code changes every minute. This page refreshes itself.";
    att_back: "Kembali ke daftar hadir" / "Back to the attendance list";
    att_qr_label: "Kode QR untuk menandai kehadiran" / "QR code for marking attendance";
}

/// How attendance is known.
pub fn attendance_way(t: Lang, way: Way) -> &'static str {
    let (id, en) = match way {
        Way::Qr => ("dengan kode QR", "by QR code"),
        Way::Kode => ("dengan kode angka", "by digits"),
        Way::Daftar => ("dicatat panitia", "entered by the organiser"),
    };
    match t {
        Lang::Id => id,
        Lang::En => en,
    }
}
