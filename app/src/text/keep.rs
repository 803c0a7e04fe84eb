//! Words of the administration of services: versions, drafts, the questions of a definition, and what is wrong with it.

use domain::permit::check::Fault;
use domain::permit::form::When;
use domain::permit::service::Visit;
use domain::region::Level;

use super::Lang;

messages! { KeepText;
    room_services: "Layanan" / "Services";
    desk_lead: "Tiap perubahan adalah versi baru. Permohonan yang sudah berjalan tetap memakai versinya sendiri." / "Every change is a new version. Cases that run keep the version they began with.";
    col_service: "Layanan" / "Service";
    col_version: "Versi" / "Version";
    col_state: "Keadaan" / "State";
    col_act: "Tindakan" / "Action";
    state_open: "Dibuka" / "Open";
    state_closed: "Ditutup" / "Closed";
    state_first_draft: "Belum terbit" / "Not published yet";
    close_service: "Tutup" / "Close";
    open_service: "Buka" / "Open";
    close_named(name: &str): "Tutup {name}" / "Close {name}";
    open_named(name: &str): "Buka {name}" / "Open {name}";
    version_word(version: u32): "Versi {version}" / "Version {version}";
    since_by(day: &str, name: &str): "sejak {day}, oleh {name}" / "since {day}, by {name}";
    since_start(day: &str): "sejak {day}, isi awal situs" / "since {day}, the site's first content";
    draft_by(name: &str, when: &str): "Draf: {name}, {when}" / "Draft: {name}, {when}";
    new_service: "Layanan baru dari definisi JSON" / "A new service from a JSON definition";
    new_service_text: "Tempel definisi yang diunduh dari dinas lain. Layanan ini menjadi draf dan baru tampil sesudah Anda terbitkan." / "Paste a definition that another office downloaded. It becomes a draft and is shown only once you publish it.";
    json_label: "Definisi (JSON)" / "Definition (JSON)";
    json_hint: "Kodenya (code) menjadi alamat layanan." / "Its code becomes the service's address.";
    begin_from_json: "Mulai draf" / "Begin the draft";
    back_to_services: "Semua layanan" / "All services";
    see_public: "Lihat halaman publik" / "See the public page";
    download_json: "Unduh definisi (JSON)" / "Download the definition (JSON)";
    download_draft: "Unduh draf (JSON)" / "Download the draft (JSON)";
    versions: "Versi yang terbit" / "Published versions";
    no_versions: "Belum ada versi yang terbit." / "No version is published yet.";
    begin_title: "Versi berikutnya" / "The next version";
    begin_text: "Draf dimulai sebagai salinan versi terbaru. Tidak ada yang berubah untuk umum sampai draf diterbitkan." / "The draft begins as a copy of the newest version. Nothing changes for the public until it is published.";
    begin: "Kerjakan versi berikutnya" / "Work on the next version";
    draft_title(version: u32): "Draf versi {version}" / "Draft of version {version}";
    saved_last(name: &str, when: &str): "Terakhir disimpan {name}, {when}." / "Last saved by {name}, {when}.";
    preview: "Pratinjau" / "Preview";
    preview_note: "Pratinjau draf" / "Preview of the draft";
    preview_note_text: "Halaman ini belum terbit dan hanya dilihat admin." / "This page is not published; only administrators see it.";
    parts: "Bagian draf" / "Parts of the draft";
    changed: "Diubah" / "Changed";
    nothing_changed: "Belum ada yang berbeda dengan versi terbaru." / "Nothing differs from the newest version yet.";
    differs(parts: &str): "Berbeda dengan versi terbaru: {parts}." / "Differs from the newest version: {parts}.";
    problems_title(count: usize): "Perlu diperbaiki sebelum terbit ({count})" / "To be mended before it is published ({count})";
    no_problems: "Tidak ada yang salah. Draf ini bisa diterbitkan." / "Nothing is wrong. This draft can be published.";
    publish_title(version: u32): "Terbitkan versi {version}" / "Publish version {version}";
    publish_text: "Langsung tampil untuk umum dan berlaku bagi permohonan baru. Permohonan yang sudah berjalan tetap memakai versinya sendiri." / "It is public at once and counts for new cases. Cases that run keep their own version.";
    publish: "Ya, terbitkan" / "Yes, publish it";
    discard_title: "Buang draf" / "Throw the draft away";
    discard_text: "Semua perubahan di draf ini hilang. Versi yang terbit tidak berubah." / "All changes in this draft are lost. What is published stays as it is.";
    discard: "Ya, buang draf" / "Yes, throw it away";
    not_next(newest: u32): "Versi {newest} sudah terbit sesudah draf ini dimulai. Bandingkan dulu isinya, lalu lanjutkan draf ini sebagai versi berikutnya." / "Version {newest} was published after this draft had begun. Compare them first, then go on with this draft as the version after it.";
    go_on_as(version: u32): "Lanjutkan sebagai versi {version}" / "Go on as version {version}";
    saved_meanwhile(name: &str, when: &str): "{name} menyimpan draf ini pada {when}, sesudah Anda membuka halaman ini. Isian Anda belum disimpan; simpan lagi untuk menggantinya." / "{name} saved this draft on {when}, after you opened this page. What you typed is not saved yet; save again to replace it.";
    changed_before_act(name: &str, when: &str): "{name} menyimpan draf ini pada {when}, sesudah Anda membuka halaman ini. Periksa lagi, lalu ulangi." / "{name} saved this draft on {when}, after you opened this page. Look at it again, then repeat.";
    see_saved: "Lihat yang tersimpan" / "See what is saved";
    draft_gone: "Draf ini sudah diterbitkan atau dibuang. Draf baru dimulai dari versi terbaru; periksa isian Anda, lalu simpan lagi." / "This draft was published or thrown away. A new one was begun from the newest version; look at what you typed, then save again.";
    other_service: "Definisi ini milik layanan lain atau kodenya sudah dipakai. Buka layanan itu dan ganti drafnya." / "This definition belongs to another service, or its code is taken. Open that service and replace its draft.";
    json_empty: "Tempel definisinya." / "Paste the definition.";
    json_at(line: usize, column: usize): "Baris {line}, kolom {column}" / "Line {line}, column {column}";
    json_syntax: "bukan JSON yang benar; periksa kurung, koma, dan tanda kutip di sekitarnya." / "not proper JSON; check brackets, commas and quotes around it.";
    json_ends: "teksnya terpotong; salin lagi sampai kurung terakhir." / "the text ends too early; copy it again up to the last bracket.";
    json_missing(name: &str): "bagian “{name}” tidak ada." / "the part “{name}” is missing.";
    json_value(message: &str): "nilainya tidak dikenal ({message})." / "the value is not known ({message}).";
    part_json: "Definisi lengkap (JSON)" / "The whole definition (JSON)";
    json_lead: "Ganti seluruh draf dengan definisi dari dinas lain, atau ubah yang tidak ada di formulir." / "Replace the whole draft with another office's definition, or change what no form holds.";
    replace_draft: "Ganti draf" / "Replace the draft";
    in_indonesian(label: &str): "{label} (Indonesia)" / "{label} (Indonesian)";
    in_english(label: &str): "{label} (Inggris)" / "{label} (English)";
    row_number(label: &str, number: usize): "{label} {number}" / "{label} {number}";
    row_new(label: &str): "{label}, baris baru" / "{label}, new row";
    rows_hint: "Baris kosong diabaikan. Simpan untuk mendapat baris kosong lagi." / "Empty rows are ignored. Save to get more empty rows.";
    move_up(what: &str): "Naikkan: {what}" / "Move up: {what}";
    move_down(what: &str): "Turunkan: {what}" / "Move down: {what}";
    remove_row: "Hapus saat disimpan" / "Remove when saved";
    none_option: "Tidak ada" / "None";
    key_wrong(label: &str): "“{label}” hanya huruf kecil, angka, dan garis bawah, paling banyak 40, huruf di depan." / "“{label}” takes small letters, digits and underscores, at most 40, a letter first.";
    key_taken(label: &str): "“{label}” ini sudah dipakai di formulir." / "This “{label}” is taken in the form.";
    choice_wrong(label: &str): "Pilih “{label}”." / "Choose “{label}”.";
    address_wrong(label: &str): "“{label}” ditulis lengkap dengan https:// di depan." / "Write “{label}” whole, with https:// in front.";
    day_needed(label: &str): "Isi “{label}” dengan tanggal yang benar." / "Fill in “{label}” with a real date.";
    unreadable(message: &str): "Draf tidak dapat disimpan: {message}" / "The draft cannot be saved: {message}";

    part_name: "Nama dan ringkasan" / "Name and summary";
    part_name_lead: "Yang dibaca orang sebelum membuka layanan ini, dan untuk siapa." / "What people read before they open this service, and whom it is for.";
    part_terms: "Waktu, biaya, dan aturan" / "Time, fee and rules";
    part_terms_lead: "Angka-angka yang dijanjikan dan dihitung." / "The numbers that are promised and counted.";
    part_help: "Lembaga, biaya, dan bantuan" / "Agency, fees and help";
    part_help_lead: "Siapa yang memutuskan, berapa biayanya, dan apa yang dinas bantu." / "Who decides, what it costs, and what the office does.";
    part_stages: "Tahap dan kewajiban" / "Stages and duties";
    part_stages_lead: "Tahap yang dicatat petugas, dan yang harus dilakukan pemegang sesudah terbit." / "The stages that officers record, and what the holder has to do afterwards.";
    part_standard: "Hasil, pengaduan, sarana, petugas" / "Result, complaints, facilities, staff";
    part_standard_lead: "Komponen Standar Pelayanan yang berupa kalimat." / "The parts of the Service Standard that are sentences.";
    part_requirements: "Syarat" / "Requirements";
    part_requirements_lead: "Yang harus disiapkan pemohon. Dokumen wajib di formulir harus disebut di sini." / "What applicants prepare. A document that the form requires must stand here.";
    part_procedure: "Langkah" / "Steps";
    part_procedure_lead: "Yang terjadi, langkah demi langkah." / "What happens, step by step.";
    part_basis: "Dasar hukum" / "Legal basis";
    part_basis_lead: "Peraturan yang menjadi dasar layanan ini." / "The rules that this service rests on.";
    part_form: "Formulir pemohon" / "The applicant's form";
    part_form_lead: "Bagian dan isian, dalam urutan pengisian." / "Sections and fields, in the order in which they are filled in.";
    part_reasons: "Alasan perbaikan dan penolakan" / "Reasons for corrections and refusals";
    part_reasons_lead: "Petugas memilih salah satu; jumlahnya diumumkan." / "Officers choose one of them; how often is published.";

    q_name: "Nama layanan" / "Name of the service";
    q_summary: "Ringkasan" / "Summary";
    q_also: "Nama lain untuk pencarian" / "Other names to find it by";
    q_also_hint: "Pisahkan dengan koma: pirt, izin rumahan." / "Separated by commas: pirt, izin rumahan.";
    q_sourced: "Terakhir dicocokkan dengan sumber" / "Last compared with its sources";
    q_unconfirmed: "Belum dipastikan" / "Not confirmed yet";
    q_unconfirmed_hint: "Tampil di halaman publik supaya tidak ada yang bersandar padanya." / "Shown to the public, so that nobody relies on it.";
    q_advice: "Siapa yang perlu" / "Who needs it";
    q_business: "Jenis usaha" / "Kind of business";
    q_because: "Alasannya" / "Why";
    q_norm: "Jangka waktu (hari kerja)" / "Time (working days)";
    q_fee: "Biaya (Rp)" / "Fee (Rp)";
    q_fee_hint: "0 berarti gratis dan ditulis besar-besar." / "0 is free, and said loudly.";
    q_visit: "Kunjungan" / "Visit";
    q_rounds: "Paling banyak putaran perbaikan" / "Most rounds of corrections";
    q_correction: "Waktu memperbaiki (hari kalender)" / "Time for a correction (calendar days)";
    q_resume: "Bisa dilanjutkan sesudah berhenti (hari kalender)" / "Can be taken up again (calendar days)";
    q_objection: "Waktu keberatan (hari kalender)" / "Time for an objection (calendar days)";
    q_objection_norm: "Janji waktu menjawab keberatan (hari kerja)" / "Promised time for the answer to an objection (working days)";
    q_objection_norm_hint: "Kosongkan bila tidak ada janji." / "Leave it empty where nothing is promised.";
    q_validity: "Masa berlaku dalam bulan" / "Validity in months";
    q_validity_hint: "Kosong bila tidak berakhir atau menurut dokumennya." / "Empty if it does not end, or as the document says.";
    q_retention: "Dokumen disimpan sesudah selesai (bulan)" / "Papers are kept after the end (months)";
    q_agency: "Lembaga yang memutuskan" / "Agency that decides";
    q_portal: "Situs resmi" / "Official site";
    q_portal_hint: "Alamat lengkap, misalnya https://oss.go.id." / "The whole address, for example https://oss.go.id.";
    q_number: "Nomor yang didapat" / "Number that is issued";
    q_number_hint: "Menjadi lencana di toko." / "Becomes a badge of the shop.";
    q_time: "Lama proses di lembaga" / "How long the agency takes";
    q_fees: "Biaya lembaga" / "Fee of the agency";
    q_amount: "Jumlah (Rp)" / "Amount (Rp)";
    q_what: "Untuk apa atau siapa" / "What or whom for";
    q_help: "Bantuan dinas" / "Help of the office";
    q_stages: "Tahap" / "Stage";
    q_stage_by: "Yang bertindak" / "Who acts";
    q_stage_norm: "Waktu dinas dalam hari kerja" / "The office's time in working days";
    q_stage_next: "Tahap berikutnya" / "Stages that follow";
    q_stage_next_hint: "Kode, pisahkan dengan koma; kosong untuk akhir." / "Codes, separated by commas; empty for an end.";
    q_duties: "Kewajiban" / "Duty";
    q_months: "Paling lambat (bulan sesudah terbit)" / "Within (months of the issue)";
    q_every: "Diulang tiap berapa bulan" / "Again every so many months";
    q_product: "Hasil layanan" / "What you get";
    q_complaint: "Penanganan pengaduan" / "Complaints";
    q_facilities: "Sarana" / "Facilities";
    q_competence: "Kompetensi petugas" / "Competence of the staff";
    q_requirement: "Syarat" / "Requirement";
    q_what_needed: "Yang diperlukan" / "What is needed";
    q_explanation: "Penjelasan" / "Explanation";
    q_field: "Isian yang memintanya" / "The field that asks for it";
    q_step: "Langkah" / "Step";
    q_basis: "Dasar hukum" / "Legal basis";
    q_title: "Judul peraturan" / "Title of the rule";
    q_url: "Alamat untuk membacanya" / "Where it can be read";
    q_reason: "Alasan" / "Reason";
    q_code: "Kode" / "Code";
    q_code_hint: "Kosongkan: dibuat dari namanya." / "Leave it empty: it is made from the name.";
    q_words: "Kalimatnya" / "The words";
    q_heading: "Judul bagian" / "Heading of the section";
    q_label: "Pertanyaan" / "Question";
    q_hint: "Petunjuk" / "Hint";
    q_required: "Wajib diisi" / "Has to be filled in";
    q_type: "Jenis isian" / "Kind of field";
    q_type_hint: "Sesudah jenis diganti dan disimpan, pengaturannya muncul di sini." / "Once another kind is saved, its settings appear here.";
    q_section: "Ada di bagian" / "In the section";
    q_most_chars: "Paling banyak huruf" / "Most characters";
    q_least: "Paling sedikit" / "Least";
    q_most: "Paling banyak" / "Most";
    q_unit: "Satuan" / "Unit";
    q_when: "Tanggal yang boleh" / "Days that are allowed";
    q_option: "Pilihan" / "Option";
    q_level: "Tingkat wilayah" / "Level of the region";
    q_edition: "Edisi KBLI" / "Edition of the KBLI";
    q_least_rows: "Paling sedikit baris" / "Fewest rows";
    q_most_rows: "Paling banyak baris" / "Most rows";
    q_kinds: "Jenis berkas" / "Kinds of files";
    q_photo: "Foto" / "Photograph";
    q_pdf: "PDF" / "PDF";
    q_bytes: "Ukuran terbesar tiap berkas" / "Largest size of each file";
    q_most_files: "Paling banyak berkas" / "Most files";
    q_most_pages: "Paling banyak halaman PDF" / "Most pages of a PDF";
    megabytes(count: i64): "{count} MB" / "{count} MB";
    bytes(count: domain::money::Grouped): "{count} byte" / "{count} bytes";

    new_section: "Bagian baru" / "New section";
    new_field: "Isian baru" / "New field";
    new_field_in(title: &str): "Isian baru di “{title}”" / "New field in “{title}”";
    edit_section: "Ubah bagian" / "Edit the section";
    inner_fields: "Isian di dalam kelompok" / "Fields inside the group";
    no_fields: "Belum ada isian." / "No fields yet.";
    no_sections: "Belum ada bagian." / "No sections yet.";
    required_short: "wajib" / "required";
    remove_section: "Hapus bagian ini" / "Remove this section";
    remove_section_text: "Semua isian di dalamnya ikut hilang dari draf." / "All its fields leave the draft too.";
    remove_field: "Hapus isian ini" / "Remove this field";
    remove_field_text: "Isian ini hilang dari draf. Permohonan yang sudah berjalan tidak berubah." / "The field leaves the draft. Cases that run do not change.";
    yes_remove: "Ya, hapus" / "Yes, remove it";
}

/// What is wrong with a place of a definition.
pub fn fault_words(fault: Fault, t: Lang) -> &'static str {
    match (fault, t) {
        (Fault::Empty, Lang::Id) => "belum diisi",
        (Fault::Empty, Lang::En) => "is empty",
        (Fault::Twice, Lang::Id) => "kodenya ada dua kali",
        (Fault::Twice, Lang::En) => "its code stands twice",
        (Fault::TooSmall, Lang::Id) => "angkanya terlalu kecil",
        (Fault::TooSmall, Lang::En) => "the number is too small",
        (Fault::TooLarge, Lang::Id) => "angkanya terlalu besar",
        (Fault::TooLarge, Lang::En) => "the number is too large",
        (Fault::NoRange, Lang::Id) => "yang paling sedikit lebih besar daripada yang paling banyak",
        (Fault::NoRange, Lang::En) => "the least is more than the most",
        (Fault::GroupInGroup, Lang::Id) => "kelompok tidak boleh ada di dalam kelompok",
        (Fault::GroupInGroup, Lang::En) => "a group cannot be inside a group",
        (Fault::Unknown, Lang::Id) => "menunjuk isian atau tahap yang tidak ada",
        (Fault::Unknown, Lang::En) => "names a field or stage that is not there",
        (Fault::NotAnnounced, Lang::Id) => "dokumen wajib, tetapi tidak disebut di syarat",
        (Fault::NotAnnounced, Lang::En) => "a required document that no requirement announces",
        (Fault::Unreached, Lang::Id) => "tidak ada tahap yang menuju ke sini",
        (Fault::Unreached, Lang::En) => "no stage leads here",
        (Fault::DeadEnd, Lang::Id) => "dari sini tidak ada jalan ke akhir",
        (Fault::DeadEnd, Lang::En) => "no end can be reached from here",
        (Fault::NotOurs, Lang::Id) => "hanya tahap dinas yang punya waktu janji",
        (Fault::NotOurs, Lang::En) => "only stages of the office have a promised time",
        (Fault::NoPromise, Lang::Id) => "tahap dinas perlu waktu janji (hari kerja)",
        (Fault::NoPromise, Lang::En) => "a stage of the office needs a promised time (working days)",
    }
}

/// The kind of a field, by its word in definitions.
pub fn field_type(word: &str, t: Lang) -> &'static str {
    match (word, t) {
        ("line", Lang::Id) => "Teks satu baris",
        ("line", Lang::En) => "One line of text",
        ("text", Lang::Id) => "Teks panjang",
        ("text", Lang::En) => "Paragraphs",
        ("number", Lang::Id) => "Angka",
        ("number", Lang::En) => "Number",
        ("rupiah", Lang::Id) => "Uang (rupiah)",
        ("rupiah", Lang::En) => "Money (rupiah)",
        ("date", Lang::Id) => "Tanggal",
        ("date", Lang::En) => "Date",
        ("choice", Lang::Id) => "Pilihan",
        ("choice", Lang::En) => "Choice",
        ("region", Lang::Id) => "Wilayah",
        ("region", Lang::En) => "Region",
        ("nik", _) => "NIK",
        ("npwp", _) => "NPWP",
        ("nib", _) => "NIB",
        ("kbli", _) => "KBLI",
        ("group", Lang::Id) => "Kelompok isian berulang",
        ("group", Lang::En) => "Repeated group of fields",
        ("file", Lang::Id) => "Berkas",
        ("file", Lang::En) => "Files",
        _ => "?",
    }
}

/// Whether a service needs a visit.
pub fn visit_label(visit: Visit, t: Lang) -> &'static str {
    match (visit, t) {
        (Visit::Needed, Lang::Id) => "Wajib",
        (Visit::Needed, Lang::En) => "Always",
        (Visit::OnDemand, Lang::Id) => "Bila perlu",
        (Visit::OnDemand, Lang::En) => "If need be",
    }
}

/// Which days a date may be.
pub fn when_label(when: When, t: Lang) -> &'static str {
    match (when, t) {
        (When::Any, Lang::Id) => "Kapan saja",
        (When::Any, Lang::En) => "Any",
        (When::Past, Lang::Id) => "Sampai hari ini",
        (When::Past, Lang::En) => "Up to today",
        (When::Future, Lang::Id) => "Mulai hari ini",
        (When::Future, Lang::En) => "From today",
    }
}

/// How large a region is.
pub fn level_label(level: Level, t: Lang) -> &'static str {
    match (level, t) {
        (Level::Provinsi, Lang::Id) => "Provinsi",
        (Level::Provinsi, Lang::En) => "Province",
        (Level::Kabupaten, Lang::Id) => "Kabupaten atau kota",
        (Level::Kabupaten, Lang::En) => "Regency or city",
        (Level::Kecamatan, _) => "Kecamatan",
        (Level::Desa, Lang::Id) => "Desa atau kelurahan",
        (Level::Desa, Lang::En) => "Village",
    }
}
