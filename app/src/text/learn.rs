//! Words of materials, the quiz and what participants think of a class.

use domain::training::material::Kind;
use domain::training::quiz::Fault;

use super::Lang;

messages! { LearnText;
    le_title: "Belajar" / "Learn";
    le_lead(class: &str): "Bahan, kuis, dan masukan untuk kelas {class}." / "Materials, quiz and feedback for the class {class}.";
    le_back: "Kembali ke pendaftaran" / "Back to the registration";
    le_back_to_learn: "Kembali ke bahan dan kuis" / "Back to materials and quiz";
    le_go: "Bahan dan kuis" / "Materials and quiz";
    le_go_text: "Bahan bacaan, kuis, dan masukan ada di satu halaman." / "Materials, quiz and feedback are on one page.";

    le_materials: "Bahan" / "Materials";
    le_no_materials: "Belum ada bahan. Bila penyelenggara menambahkannya, bahannya muncul di sini." / "No materials yet. They appear here as soon as the organiser adds some.";
    le_light_first: "Yang paling hemat kuota ada di atas." / "What needs the least data comes first.";
    le_public_lead: "Boleh dibaca siapa saja, sebelum mendaftar pun." / "Anybody may read these, even before registering.";
    le_video_size(size: &str): "sekitar {size}, pakai Wi-Fi bila bisa" / "about {size}, use Wi-Fi if you can";
    le_video: "video di luar situs ini, kuota terpakai banyak" / "a video elsewhere, it needs a lot of data";
    le_elsewhere(host: &str): "di {host}" / "at {host}";
    le_here: "di halaman ini, tanpa unduhan" / "on this page, nothing to download";
    le_new_window: "membuka jendela baru" / "opens in a new window";

    le_quiz: "Kuis" / "Quiz";
    le_quiz_rules(questions: usize, needed: usize): "{questions} pertanyaan. Lulus dengan {needed} jawaban benar." / "{questions} questions. {needed} right answers pass.";
    le_quiz_time(minutes: u16): "Waktunya {minutes} menit sejak dimulai." / "You have {minutes} minutes from the start.";
    le_quiz_no_time: "Tanpa batas waktu; boleh disimpan dan dilanjutkan nanti." / "No time limit; you may save and go on later.";
    le_quiz_later: "Bisa dikerjakan sejak sesi pertama dimulai." / "It opens when the first session begins.";
    le_quiz_left(left: usize, all: usize): "Sisa kesempatan {left} dari {all}." / "{left} of {all} attempts left.";
    le_quiz_none_left: "Kesempatan sudah habis. Bicaralah dengan penyelenggara bila perlu." / "No attempts left. Talk to the organiser if need be.";
    le_quiz_start: "Mulai kuis" / "Start the quiz";
    le_quiz_again: "Coba lagi" / "Try again";
    le_quiz_go_on: "Lanjutkan kuis" / "Go on with the quiz";
    le_quiz_passed: "Lulus" / "Passed";
    le_quiz_failed: "Belum lulus" / "Not passed yet";
    le_quiz_score(nth: i64, right: i64, of: i64): "Percobaan {nth}: {right} dari {of} benar" / "Attempt {nth}: {right} of {of} right";
    le_quiz_answers: "Lihat jawaban dan penjelasan" / "See answers and explanations";
    le_quiz_try(nth: i64): "Kuis, percobaan {nth}" / "Quiz, attempt {nth}";
    le_quiz_until(at: &str): "Kirim sebelum pukul {at}. Yang tersimpan dinilai bila waktunya habis." / "Hand in before {at}. What is saved is marked when the time is over.";
    le_question(nth: usize, of: usize): "Pertanyaan {nth} dari {of}" / "Question {nth} of {of}";
    le_pick_one: "Pilih satu." / "Choose one.";
    le_pick_all: "Pilih semua yang benar." / "Choose all that are right.";
    le_quiz_send: "Kirim jawaban" / "Hand in";
    le_quiz_save: "Simpan dulu" / "Save for now";
    le_quiz_anyway: "Kirim walau ada yang kosong" / "Hand in although some are empty";
    le_quiz_missing(which: &str): "Belum dijawab: nomor {which}. Jawaban lainnya sudah tersimpan." / "Not answered yet: number {which}. Your other answers are saved.";
    le_quiz_over: "Waktunya sudah habis. Yang tersimpan sudah dinilai." / "The time is over. What was saved has been marked.";
    le_quiz_not_now: "Kuis ini tidak bisa dikerjakan sekarang." / "This quiz cannot be taken now.";
    le_right: "Benar" / "Right";
    le_wrong: "Belum tepat" / "Not right";
    le_your_answer: "jawaban Anda" / "your answer";
    le_no_answer: "Tidak dijawab." / "Not answered.";

    le_feedback: "Masukan Anda" / "Your feedback";
    le_feedback_lead: "Tiga pertanyaan. Nama Anda tidak disimpan bersama jawabannya." / "Three questions. Your name is not kept with the answers.";
    le_feedback_done: "Terima kasih, masukan Anda sudah kami terima." / "Thank you, we have your feedback.";
    le_feedback_content: "Isi kelasnya" / "What was taught";
    le_feedback_trainer: "Pengajarnya" / "The trainer";
    le_feedback_use: "Manfaatnya untuk usaha Anda" / "Its use for your business";
    le_feedback_words: "Apa yang sebaiknya kami perbaiki?" / "What should we do better?";
    le_feedback_words_hint: "Jangan tulis nama atau nomor HP." / "Do not write names or phone numbers.";
    le_feedback_send: "Kirim masukan" / "Send feedback";
    le_feedback_missing: "Pilih satu nilai." / "Choose a mark.";
    le_feedback_not_now: "Masukan diminta setelah sesi terakhir, dari peserta yang hadir." / "Feedback is asked after the last session, from those who were there.";

    ld_materials: "Bahan kelas" / "Materials";
    ld_materials_of(course: &str): "Bahan: {course}" / "Materials: {course}";
    ld_materials_lead: "Berlaku untuk semua kelas dari materi ini. Peserta dengan kursi melihat semuanya; yang umum tampil di halaman kelas." / "For all classes of this course. Whoever has a seat sees all of them; public ones stand on the page of the class.";
    ld_add: "Tambah bahan" / "Add material";
    ld_kind: "Jenis" / "Kind";
    ld_kind_hint: "Teks dan PDF kecil paling hemat kuota bagi peserta." / "Text and small PDFs need the least of participants' data.";
    ld_name: "Judul" / "Title";
    ld_text: "Teks (untuk bacaan)" / "Text (for a reading)";
    ld_text_hint: "Pisahkan paragraf dengan baris kosong." / "Separate paragraphs with an empty line.";
    ld_file: "Berkas (PDF atau gambar)" / "File (PDF or picture)";
    ld_file_hint(most: u32): "Paling besar {most} MB. Salindia: simpan sebagai PDF." / "{most} MB at most. Slides: save them as PDF.";
    ld_address: "Alamat (untuk tautan atau video)" / "Address (for a link or a video)";
    ld_address_wrong: "Alamat ini tidak terbaca. Salin dari bilah alamat, misalnya https://youtu.be/abc." / "This address cannot be read. Copy it from the address bar, such as https://youtu.be/abc.";
    ld_minutes: "Lama video (menit)" / "Length of the video (minutes)";
    ld_megabytes: "Besar video (MB)" / "Size of the video (MB)";
    ld_public: "Tampilkan untuk umum di halaman kelas" / "Show to everybody on the page of the class";
    ld_for_all: "umum" / "public";
    ld_broken: "Pengiriman terputus. Hapus, lalu kirim lagi." / "The sending broke off. Remove it and send it again.";
    ld_no_file: "Pilih berkasnya." / "Choose the file.";
    ld_too_many: "Materi ini sudah punya bahan sebanyak yang bisa ditampung. Hapus yang tidak dipakai." / "This course has as many materials as it can have. Remove what is not used.";
    ld_remove(title: &str): "Hapus {title}" / "Remove {title}";

    ld_quiz_of(course: &str): "Kuis: {course}" / "Quiz: {course}";
    ld_quiz_lead: "Satu kuis untuk semua kelas dari materi ini. Bila dibuka, sertifikat meminta lulus kuis, juga untuk kelas selesai yang belum menerbitkannya." / "One quiz for all classes of this course. Once it is open, certificates ask for it, also in classes that are over and have not issued any.";
    ld_rules: "Aturan" / "Rules";
    ld_open: "Dibuka untuk peserta" / "Open to participants";
    ld_pass: "Nilai lulus (persen benar)" / "Right answers that pass (percent)";
    ld_attempts: "Kesempatan" / "Attempts";
    ld_time: "Batas waktu, menit" / "Time limit, minutes";
    ld_time_hint: "Kosongkan bila tanpa batas." / "Leave empty for none.";
    ld_shuffled: "Acak urutan pertanyaan dan pilihan" / "Shuffle questions and choices";
    ld_questions(count: usize): "Pertanyaan ({count})" / "Questions ({count})";
    ld_no_questions: "Belum ada pertanyaan. Kuis tampil bagi peserta setelah ada pertanyaan dan kuisnya dibuka." / "No questions yet. Participants see the quiz once it has some and is open.";
    ld_new_question: "Tambah pertanyaan" / "Add a question";
    ld_question(nth: usize): "Pertanyaan {nth}" / "Question {nth}";
    ld_asked: "Pertanyaan" / "Question";
    ld_several: "Boleh memilih lebih dari satu" / "Several may be chosen";
    ld_choices: "Pilihan jawaban" / "Choices";
    ld_choices_hint: "Centang yang benar. Kosongkan baris yang tidak dipakai." / "Tick the right ones. Leave unused lines empty.";
    ld_choice(nth: usize): "Pilihan {nth}" / "Choice {nth}";
    ld_choice_right(nth: usize): "Pilihan {nth} benar" / "Choice {nth} is right";
    ld_is_right: "benar" / "right";
    ld_why: "Penjelasan" / "Explanation";
    ld_why_hint: "Dibaca peserta setelah lulus atau kesempatannya habis." / "Participants read it once they have passed or have no attempts left.";
    ld_save: "Simpan" / "Save";
    ld_remove_question: "Hapus pertanyaan ini" / "Remove this question";

    ld_results: "Kuis dan masukan" / "Quiz and feedback";
    ld_results_of(class: &str): "Kuis dan masukan: {class}" / "Quiz and feedback: {class}";
    ld_no_quiz: "Materi ini tanpa kuis yang dibuka." / "This course has no open quiz.";
    ld_tried(passed: usize, all: usize): "{passed} dari {all} lulus" / "{passed} of {all} passed";
    ld_taken(attempts: i64, best: i64): "{attempts} percobaan, terbaik {best} benar" / "{attempts} attempts, best {best} right";
    ld_not_taken: "Belum mengerjakan" / "Not taken yet";
    ld_under_way: "Sedang mengerjakan" / "Under way";
    ld_answers(count: usize): "{count} masukan" / "{count} answers";
    ld_few(least: usize): "Hasil ditampilkan setelah ada {least} masukan, agar tidak terbaca siapa yang menjawab." / "Results are shown from {least} answers on, so that nobody can be recognised.";
    ld_mean(mark: &str): "{mark} dari 4" / "{mark} of 4";
    ld_said: "Yang mereka tulis" / "What they wrote";
}

/// What a material is.
pub fn material_kind(t: Lang, kind: Kind) -> &'static str {
    match (kind, t) {
        (Kind::Bacaan, Lang::Id) => "Bacaan",
        (Kind::Bacaan, Lang::En) => "Reading",
        (Kind::Berkas, Lang::Id) => "Berkas",
        (Kind::Berkas, Lang::En) => "File",
        (Kind::Tautan, Lang::Id) => "Tautan",
        (Kind::Tautan, Lang::En) => "Link",
        (Kind::Video, _) => "Video",
    }
}

/// What the marks from 1 to 4 say.
pub fn mark_label(t: Lang, mark: u8) -> &'static str {
    match (mark, t) {
        (1, Lang::Id) => "Kurang",
        (1, Lang::En) => "Poor",
        (2, Lang::Id) => "Cukup",
        (2, Lang::En) => "Fair",
        (3, Lang::Id) => "Baik",
        (3, Lang::En) => "Good",
        (_, Lang::Id) => "Sangat baik",
        (_, Lang::En) => "Very good",
    }
}

/// What is wrong with a question, and what to do.
pub fn question_fault(t: Lang, fault: Fault) -> &'static str {
    match (fault, t) {
        (Fault::TooFew, Lang::Id) => "Isi sedikitnya dua pilihan.",
        (Fault::TooFew, Lang::En) => "Fill in at least two choices.",
        (Fault::NoneRight, Lang::Id) => "Centang pilihan yang benar.",
        (Fault::NoneRight, Lang::En) => "Tick the right choice.",
        (Fault::SeveralRight, Lang::Id) => {
            "Lebih dari satu yang benar: centang \u{201c}Boleh memilih lebih dari satu\u{201d}, atau sisakan satu."
        }
        (Fault::SeveralRight, Lang::En) => {
            "More than one is right: tick \u{201c}Several may be chosen\u{201d}, or leave one."
        }
        (Fault::Twice, Lang::Id) => "Dua pilihan berbunyi sama.",
        (Fault::Twice, Lang::En) => "Two choices say the same.",
    }
}
