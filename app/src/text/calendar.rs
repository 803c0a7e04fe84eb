//! Words of the office's calendar.

use domain::permit::calendar::OffKind;
use domain::permit::decree::DayFault;

use super::Lang;

messages! { CalendarText;
    calendar_title: "Kalender libur" / "Days off";
    calendar_lead: "Hari libur dan cuti bersama tidak dihitung sebagai hari kerja. Tanggal janji permohonan yang berjalan ikut dihitung ulang." / "Holidays and collective leave are no working days. The promised days of running cases are counted anew.";
    years: "Tahun" / "Years";
    year_missing(year: i64): "Hari libur {year} belum ada. Janji yang jatuh di tahun itu terlalu cepat." / "The days off of {year} are missing. What is promised in that year comes too early.";
    add_them: "Isi kalender" / "Fill in the calendar";
    col_day: "Tanggal" / "Day";
    col_kind: "Jenis" / "Kind";
    no_days(year: i64): "Belum ada hari libur untuk {year}." / "There are no days off for {year} yet.";
    change_named(name: &str): "Ubah {name}" / "Change {name}";
    change: "Ubah" / "Change";
    add_day: "Tambah hari libur" / "Add a day off";
    change_day: "Ubah hari libur" / "Change a day off";
    day_name: "Nama hari" / "Name of the day";
    remove_day: "Hapus dari kalender" / "Remove from the calendar";
    remove_day_text: "Tanggal ini menjadi hari kerja lagi, kecuali Sabtu atau Minggu." / "It becomes a working day again, unless it is a Saturday or Sunday.";
    yes_remove_day: "Ya, hapus" / "Yes, remove it";
    day_taken(name: &str): "Tanggal ini sudah ada: {name}. Ubah yang itu." / "This day is there already: {name}. Change that one.";
    day_gone: "Hari ini sudah dihapus dari kalender. Simpan lagi untuk menambahkannya." / "This day was removed from the calendar. Save again to add it.";
    day_wrong_here: "Isi tanggal yang benar." / "Enter a real date.";
    kind_wrong: "Pilih jenisnya." / "Choose the kind.";
    import_title: "Tempel daftar satu tahun" / "Paste a year's list";
    import_text: "Satu baris untuk tiap hari: tanggal, jenis, dan nama, dipisah titik koma. Yang sudah ada diperbarui, yang lain tetap." / "One line for each day: day, kind and name, with semicolons between. Days that are there are updated, others stay.";
    import_label: "Daftar hari" / "List of days";
    import_button: "Simpan daftar" / "Save the list";
    import_empty: "Tempel daftarnya." / "Paste the list.";
    import_line(line: usize, what: &str): "Baris {line}: {what}" / "Line {line}: {what}";
}

/// Why a day is off.
pub fn off_label(kind: OffKind, t: Lang) -> &'static str {
    match (kind, t) {
        (OffKind::LiburNasional, Lang::Id) => "Libur nasional",
        (OffKind::LiburNasional, Lang::En) => "National holiday",
        (OffKind::CutiBersama, Lang::Id) => "Cuti bersama",
        (OffKind::CutiBersama, Lang::En) => "Collective leave",
    }
}

/// What is wrong with a line of a list.
pub fn day_fault(fault: DayFault, t: Lang) -> &'static str {
    match (fault, t) {
        (DayFault::Parts, Lang::Id) => "tulis tanggal;jenis;nama.",
        (DayFault::Parts, Lang::En) => "write day;kind;name.",
        (DayFault::Day, Lang::Id) => "tanggalnya tidak ada; tulis seperti 2027-01-01.",
        (DayFault::Day, Lang::En) => "no real date; write it as 2027-01-01.",
        (DayFault::Kind, Lang::Id) => "jenisnya libur_nasional atau cuti_bersama.",
        (DayFault::Kind, Lang::En) => "the kind is libur_nasional or cuti_bersama.",
        (DayFault::Name, Lang::Id) => "namanya kosong atau lebih dari 100 huruf.",
        (DayFault::Name, Lang::En) => "the name is empty or longer than 100 characters.",
        (DayFault::Twice, Lang::Id) => "tanggal ini sudah ada di baris sebelumnya.",
        (DayFault::Twice, Lang::En) => "the day stands in a line before.",
        (DayFault::TooMany, Lang::Id) => "terlalu banyak hari; tempel satu tahun saja.",
        (DayFault::TooMany, Lang::En) => "too many days; paste one year only.",
    }
}
