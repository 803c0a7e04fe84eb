//! Words of the public figures and of the survey.

use domain::permit::survey::{Band, Element};

use super::Lang;

messages! { FigureText;
    figures_title: "Transparansi layanan" / "How we keep our promises";
    figures_of(service: &str): "Transparansi: {service}" / "How we keep our promises: {service}";
    figure_training: "Pelatihan" / "Training";
    figure_classes: "Kelas selesai" / "Classes held";
    figure_present: "Peserta hadir" / "People present";
    figure_certificates: "Sertifikat terbit" / "Certificates issued";
    figure_subjects: "Per bidang" / "By subject";
    figure_places: "Per kecamatan peserta" / "By participants' district";
    column_subject: "Bidang" / "Subject";
    column_place: "Kecamatan" / "District";
    figures_lead: "Apa yang dinas janjikan dan apa yang ditepati, dihitung dari catatan setiap permohonan." / "What the office promises and what it keeps, counted from the records of every application.";
    figures_link: "Lihat seberapa sering janji waktunya ditepati" / "See how often the promised time is kept";
    period: "Kurun waktu" / "Period";
    last_year: "12 bulan terakhir" / "Last 12 months";
    figure_on_time: "Diputus tepat waktu" / "Decided in time";
    figure_of(decided: u64): "dari {decided} permohonan yang diputus" / "of {decided} decided applications";
    figure_too_few: "Kurang dari 5 permohonan diputus: belum ada angka yang dapat diterbitkan." / "Fewer than 5 applications were decided: no figures can be published yet.";
    figure_submitted: "Masuk" / "Handed in";
    figure_decided: "Diputus" / "Decided";
    figure_running: "Berjalan sekarang" / "Running now";
    figure_overdue: "Lewat janji sekarang" / "Over time now";
    figure_median: "Waktu tengah" / "Median";
    figure_p90: "9 dari 10 paling lama" / "9 of 10 at most";
    figure_norm: "Dijanjikan" / "Promised";
    figure_days(days: u16): "{days} hari kerja" / "{days} working days";
    figure_pauses: "Dijeda menunggu pemohon" / "Paused for the applicant";
    figure_pauses_of(paused: &str, days: &str): "{paused} permohonan, rata-rata {days} hari" / "{paused} applications, {days} days on average";
    figure_index: "Kepuasan pemohon (IKM)" / "Applicants' satisfaction (IKM)";
    figure_respondents(count: u64): "{count} penjawab" / "{count} people answered";
    figure_no_index: "Belum ada 5 penjawab" / "Fewer than 5 people answered";
    months_title: "Diputus per bulan" / "Decided by month";
    months_words(decided: &str): "Permohonan yang diputus per bulan; {decided} seluruhnya." / "Applications decided by month; {decided} altogether.";
    durations_title: "Berapa hari kerja dipakai dinas" / "How many working days the office took";
    durations_words(norm: u16): "Permohonan menurut banyaknya hari kerja; janjinya {norm} hari kerja." / "Applications by working days; {norm} are promised.";
    durations_more(norm: u16): "lebih dari {norm}" / "more than {norm}";
    key_in_time: "sesuai janji" / "as promised";
    key_late: "lewat janji" / "over time";
    key_norm: "batas janji" / "end of the promise";
    table_of: "Angkanya dalam tabel" / "The figures as a table";
    column_month: "Bulan" / "Month";
    column_days: "Hari kerja" / "Working days";
    column_count: "Permohonan" / "Applications";
    column_reason: "Alasan" / "Reason";
    column_element: "Unsur" / "Element";
    column_mean: "Rata-rata (1 sampai 4)" / "Mean (1 to 4)";
    endings_title: "Hasilnya" / "How they ended";
    reasons_title: "Mengapa ditolak" / "Why they were refused";
    reasons_none: "Tidak ada yang ditolak." / "None was refused.";
    elements_title: "Survei kepuasan (SKM)" / "Survey of satisfaction (SKM)";
    services_title_figures: "Per layanan" / "By service";
    take_csv: "Unduh tabel (CSV)" / "Download the tables (CSV)";
    how_counted: "Cara menghitung" / "How this is counted";
    how_counted_text: "Hari kerja dihitung sejak hari kerja pertama setelah permohonan masuk lengkap; hari libur dan hari menunggu pemohon tidak dihitung. Waktu tengah: separuh permohonan selesai tidak lebih lama. Angka di bawah 5 ditulis “<5” supaya tidak ada orang yang dapat dikenali; “··” berarti angka yang ikut disembunyikan supaya yang kecil tidak dapat dihitung. IKM menurut Permenpan RB 14/2017." / "Working days count from the first one after a complete application; days off and days of waiting for the applicant do not. Median: half of the applications took no longer. Numbers below 5 are written “<5”, so that nobody can be recognised; “··” is a number that is hidden so that a small one cannot be worked out. IKM by Permenpan RB 14/2017.";
    counted_at(at: &str): "Dihitung {at}." / "Counted {at}.";
    survey_title: "Bagaimana layanan kami?" / "How did we serve you?";
    survey_lead: "Sembilan pertanyaan, satu menit. Jawaban disimpan tanpa nama dan tanpa nomor permohonan; petugas tidak tahu siapa yang menjawab." / "Nine questions, one minute. Answers are kept without name and number; officers do not know who answered.";
    survey_send: "Kirim jawaban" / "Send the answers";
    survey_missing: "Pilih satu jawaban." / "Choose an answer.";
    survey_thanks: "Terima kasih. Jawaban Anda ikut dihitung di halaman transparansi." / "Thank you. Your answers count on the page of figures.";
    survey_offer: "Permohonan ini sudah diputus. Bantu kami lebih baik: sembilan pertanyaan, satu menit, tanpa nama." / "This application is decided. Help us to do better: nine questions, one minute, without your name.";
    survey_go: "Isi survei" / "Answer the survey";
    survey_not_now: "Survei untuk permohonan ini belum dibuka atau sudah diisi." / "The survey of this application is not open, or was answered already.";
}

/// What an element is about.
pub fn element_name(t: Lang, element: Element) -> &'static str {
    let (id, en) = match element {
        Element::Persyaratan => ("Persyaratan", "Requirements"),
        Element::Prosedur => ("Prosedur", "Procedure"),
        Element::Waktu => ("Waktu pelayanan", "Time"),
        Element::Biaya => ("Biaya", "Fee"),
        Element::Produk => ("Produk layanan", "Product"),
        Element::Kompetensi => ("Kompetensi petugas", "Competence of the staff"),
        Element::Perilaku => ("Perilaku petugas", "Behaviour of the staff"),
        Element::Sarana => ("Sarana dan prasarana", "Facilities"),
        Element::Pengaduan => ("Penanganan pengaduan", "Handling of complaints"),
    };
    if t == Lang::Id { id } else { en }
}

/// The question of an element, and its answers for 1 to 4 (Permenpan RB 14/2017, annex).
pub fn element_question(t: Lang, element: Element) -> (&'static str, [&'static str; 4]) {
    let id = t == Lang::Id;
    let pick = |words: (&'static str, [&'static str; 4]), english: (&'static str, [&'static str; 4])| {
        if id { words } else { english }
    };
    match element {
        Element::Persyaratan => pick(
            (
                "Apakah persyaratannya sesuai dengan jenis layanannya?",
                ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
            ),
            ("Do the requirements fit the service?", ["Not at all", "Hardly", "Yes", "Very well"]),
        ),
        Element::Prosedur => pick(
            ("Seberapa mudah prosedurnya?", ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"]),
            ("How easy is the procedure?", ["Not easy", "Not so easy", "Easy", "Very easy"]),
        ),
        Element::Waktu => pick(
            ("Seberapa cepat layanannya?", ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"]),
            ("How fast is the service?", ["Not fast", "Not so fast", "Fast", "Very fast"]),
        ),
        Element::Biaya => pick(
            ("Bagaimana biayanya?", ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"]),
            ("What about the fee?", ["Very expensive", "Rather expensive", "Cheap", "Free"]),
        ),
        Element::Produk => pick(
            (
                "Apakah hasilnya sesuai dengan yang dijanjikan?",
                ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
            ),
            ("Is the result what was promised?", ["Not at all", "Hardly", "Yes", "Very much so"]),
        ),
        Element::Kompetensi => pick(
            ("Bagaimana kemampuan petugas?", ["Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"]),
            ("How able are the officers?", ["Not able", "Not so able", "Able", "Very able"]),
        ),
        Element::Perilaku => pick(
            (
                "Bagaimana kesopanan dan keramahan petugas?",
                ["Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"],
            ),
            ("How polite and friendly are the officers?", ["Not polite", "Not so polite", "Polite", "Very polite"]),
        ),
        Element::Sarana => pick(
            ("Bagaimana sarana dan prasarananya?", ["Buruk", "Cukup", "Baik", "Sangat baik"]),
            ("How are the facilities?", ["Bad", "Fair", "Good", "Very good"]),
        ),
        Element::Pengaduan => pick(
            (
                "Bagaimana pengaduan ditangani?",
                ["Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"],
            ),
            (
                "How are complaints handled?",
                ["Not at all", "There is a way, but it does not work", "Not so well", "Well"],
            ),
        ),
    }
}

/// A mark with its word.
pub fn band_name(t: Lang, band: Band) -> &'static str {
    let (id, en) = match band {
        Band::A => ("A, sangat baik", "A, very good"),
        Band::B => ("B, baik", "B, good"),
        Band::C => ("C, kurang baik", "C, not so good"),
        Band::D => ("D, tidak baik", "D, not good"),
    };
    if t == Lang::Id { id } else { en }
}
