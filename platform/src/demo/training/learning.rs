//! Materials and a quiz of the demo, and what participants of a class that is over did with them.

use domain::account::Actor;
use domain::training::feedback::Marks;
use domain::training::material::Address;
use domain::training::quiz::{Choice, Question};
use domain::typed::Text;
use uuid::Uuid;

use super::super::SeedError;
use super::{Stage, line};
use crate::training::{
    Asked, FeedbackDraft, HandIn, MaterialContent, MaterialDraft, QuizChange, QuizRules, add_material, change_quiz,
    find_learning, find_participant, give_feedback, hand_in_quiz, start_quiz,
};

/// Which course has the quiz.
pub(super) const WITH_QUIZ: usize = 2;

/// A text for everybody.
const BEFORE: &str = "Sebelum datang, siapkan tiga hal: KTP, nomor HP yang aktif, dan daftar produk Anda.\n\nNIB (Nomor Induk \
     Berusaha) didaftarkan sendiri di OSS, tanpa biaya. Jalur pernyataan halal hanya untuk produk dengan bahan dan proses \
     sederhana; sisanya lewat jalur reguler.\n\nBila ragu KBLI mana yang cocok, tulis dulu apa yang Anda buat dan kepada \
     siapa dijual. Kita cari bersama di kelas.";
const AFTER: &str = "Ringkasan kelas:\n\n1. Masuk ke OSS dengan NIK, pilih skala usaha mikro.\n\n2. Pilih KBLI sesuai kegiatan \
     utama, bukan cita-cita.\n\n3. Untuk halal jalur pernyataan: bahan tanpa titik kritis, ada pendamping, dan dapur yang \
     bisa dilihat.";

/// What some of them said.
const SAID: [&str; 4] = [
    "Contohnya jelas. Waktunya kurang panjang.",
    "",
    "Akhirnya paham beda KBLI.",
    "Mohon ada kelas lanjutan untuk jalur reguler.",
];

/// What is asked: the question, whether several are right, choices with those that are, and why.
type Told = (&'static str, bool, &'static [(&'static str, bool)], &'static str);

const QUESTIONS: [Told; 4] = [
    (
        "Berapa biaya mendaftar NIB di OSS?",
        false,
        &[("Gratis", true), ("Rp50.000", false), ("Tergantung modal usaha", false)],
        "NIB didaftarkan sendiri di OSS tanpa biaya. Yang meminta uang bukan petugas.",
    ),
    (
        "Apa yang menentukan KBLI yang Anda pilih?",
        false,
        &[
            ("Kegiatan utama usaha saat ini", true),
            ("Usaha yang ingin dibuka tahun depan", false),
            ("Usaha tetangga yang mirip", false),
        ],
        "KBLI mengikuti kegiatan yang benar-benar dijalankan; bisa ditambah kemudian.",
    ),
    (
        "Produk mana yang bisa lewat jalur pernyataan halal?",
        true,
        &[
            ("Keripik pisang digoreng sendiri", true),
            ("Kue kering rumahan", true),
            ("Daging sembelihan sendiri", false),
        ],
        "Jalur pernyataan untuk bahan dan proses sederhana. Sembelihan lewat jalur reguler.",
    ),
    (
        "Apa yang dibawa saat mendaftar?",
        true,
        &[("KTP", true), ("Nomor HP yang aktif", true), ("Surat dari bank", false), ("Akta notaris", false)],
        "Untuk usaha mikro perseorangan cukup NIK dan nomor HP.",
    ),
];

impl Stage<'_> {
    /// What can be read, seen and answered.
    pub(super) async fn learning(&self, courses: &[Uuid]) -> Result<(), SeedError> {
        let course = courses[WITH_QUIZ];
        self.clock.set(self.now.plus_days(-60));
        let reading = |text: &str| Text::parse(text).map(MaterialContent::Reading).map_err(SeedError::case);
        self.material(course, "Sebelum Anda datang", true, reading(BEFORE)?).await?;
        self.material(course, "Ringkasan kelas", false, reading(AFTER)?).await?;
        if let Some(address) = Address::parse("https://oss.go.id") {
            self.material(course, "Mendaftar di OSS", true, MaterialContent::Link(address)).await?;
        }
        if let Some(address) = Address::parse("https://video.contoh.id/nib") {
            let video = MaterialContent::Video(address, Some(12), Some(60));
            self.material(course, "Mengisi formulir NIB, langkah demi langkah", false, video).await?;
        }
        for (version, (text, several, choices, why)) in (0..).zip(QUESTIONS) {
            let choice = |(text, right): &(&str, bool)| Choice { text: (*text).to_owned(), right: *right };
            let choices = choices.iter().map(choice).collect();
            let question = Question { text: text.to_owned(), several, choices, why: why.to_owned() };
            let change = QuizChange::Add(question);
            change_quiz(self.past, self.admin, course, version, change).await.map_err(SeedError::case)?;
        }
        let rules = QuizRules { open: true, pass: 75, attempts: 3, minutes: None, shuffled: true };
        let version = QUESTIONS.len() as i64;
        change_quiz(self.past, self.admin, course, version, QuizChange::Rules(rules)).await.map_err(SeedError::case)
    }

    async fn material(
        &self,
        course: Uuid,
        title: &str,
        public: bool,
        content: MaterialContent,
    ) -> Result<(), SeedError> {
        // One after the other: that is also their order.
        self.clock.set(self.past.now().plus_seconds(60));
        let draft = MaterialDraft { title: line(title)?, public, content };
        add_material(self.past, self.admin, course, draft).await.map_err(SeedError::case)
    }

    /// What some who were there did afterwards: the quiz, and saying what they think.
    pub(super) async fn learned(&self, people: &[(String, String)]) -> Result<(), SeedError> {
        for (nth, (number, secret)) in people.iter().enumerate().filter(|(nth, _)| nth % 3 == 1) {
            let found = find_participant(self.past, &Actor::Guest, std::slice::from_ref(secret), number).await?;
            let Some(participant) = found else { continue };
            let Some(learning) = find_learning(self.past, &participant).await? else { continue };
            if learning.quiz.is_some_and(|quiz| quiz.begun) {
                start_quiz(self.past, &participant).await.map_err(SeedError::case)?;
                let sheet = find_learning(self.past, &participant).await?.and_then(|learning| learning.quiz?.sheet);
                let asked = sheet.into_iter().flat_map(|sheet| sheet.asked);
                // Most know it; some take the first that they see.
                let answers: Vec<Vec<usize>> = asked.map(|asked| answer(&asked, nth % 4 != 1)).collect();
                hand_in_quiz(self.past, &participant, 1, &answers, HandIn::Anyway).await.map_err(SeedError::case)?;
            }
            let mark = 3 + u8::from(nth % 2 == 0);
            if let (Some(false), Some(marks)) = (learning.feedback, Marks::new(mark, 4, mark)) {
                let words =
                    Text::parse_optional(SAID.get(nth / 6).copied().unwrap_or_default()).map_err(SeedError::case)?;
                let draft = FeedbackDraft { marks, words };
                give_feedback(self.past, &participant, &draft).await.map_err(SeedError::case)?;
            }
        }
        Ok(())
    }
}

/// An answer: the right one, or the first that is shown.
fn answer(asked: &Asked, knows: bool) -> Vec<usize> {
    let (_, _, choices, _) = QUESTIONS.iter().find(|(text, ..)| *text == asked.text).unwrap_or(&QUESTIONS[0]);
    let is_right = |shown: &str| choices.iter().any(|(text, right)| *right && *text == shown);
    let all = asked.choices.iter().enumerate();
    if knows { all.filter(|(_, (text, _))| is_right(text)).map(|(place, _)| place).collect() } else { vec![0] }
}
