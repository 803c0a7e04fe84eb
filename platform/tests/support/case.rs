//! Cases for tests: a service, an applicant with a complete draft, and officers.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::permit::answers::Path;
use domain::permit::state::{Action, State};
use domain::permit::verdict::Verdict;
use domain::phone::Phone;
use domain::typed::Line;
use platform::permit::*;
use platform::testing::TestApp;
use platform::{args, setup};

/// The service of these cases.
pub const SERVICE: &str = "rekomendasi-merek";

/// An account that may sign in, with these duties in the office.
pub async fn officer(app: &TestApp, name: &str, duties: &[Duty]) -> Actor {
    let id = app.new_id();
    let sql = "insert into account (id, name, email, password_hash, state, created_at) \
         values ($1, $2, $3, '', 'active', 0)";
    app.db.run(sql, args![id, name, format!("{}@contoh.id", id.simple())]).await.unwrap();
    for duty in duties {
        let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, 'petugas', $2, 0)";
        app.db.run(sql, args![id, duty.as_str()]).await.unwrap();
    }
    let role = if duties.is_empty() { Role::Pembeli } else { Role::Petugas };
    Actor::Account { id, roles: vec![role], duties: duties.into() }
}

/// A draft of a guest in which nothing is filled in.
pub async fn begin(app: &TestApp, token: &str) -> (Started, Applicant) {
    setup::prepare(app, "36.03").await.unwrap();
    let start = Start {
        token: token.to_owned(),
        name: Line::parse("Tarsinah Wulan").unwrap(),
        phone: Phone::parse("0812 3456 7890").unwrap(),
    };
    let started = start_case(app, &Actor::Guest, SERVICE, &start).await.unwrap();
    let applicant = applicant(app, &started).await;
    (started, applicant)
}

/// Whoever holds the secret of a case.
pub async fn applicant(app: &TestApp, started: &Started) -> Applicant {
    let keys = [started.secret.clone()];
    find_applicant(app, &Actor::Guest, &keys, &started.number).await.unwrap().unwrap()
}

/// What is typed into a section.
pub async fn fill(app: &TestApp, applicant: &Applicant, section: &str, answers: &[(&str, &str)]) {
    let texts: BTreeMap<Path, String> =
        answers.iter().map(|(name, text)| (Path::from_name(name), (*text).to_owned())).collect();
    let window = open_window(app, applicant, section).await.unwrap();
    save_section(app, applicant, section, texts, &window).await.unwrap();
}

/// A small photograph.
pub fn photo(shade: u8) -> Vec<u8> {
    let image = image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([shade, (x % 256) as u8, (y % 256) as u8]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A complete draft.
pub async fn complete(app: &TestApp, token: &str) -> (Started, Applicant) {
    let (started, applicant) = begin(app, token).await;
    let owner = [("nama", "Tarsinah Wulan"), ("nik", "3603014107850001"), ("nib", "1242300876140")];
    fill(app, &applicant, "pemohon", &owner).await;
    let brand = [("nama_merek", "Bu Rohimah"), ("barang", "Keripik pisang"), ("dipakai", "sudah")];
    fill(app, &applicant, "merek", &brand).await;
    for (path, shade) in [("ktp", 10), ("etiket", 20)] {
        add_file(app, &applicant, &Path::from_name(path), "foto.png", photo(shade)).await.unwrap();
    }
    (started, applicant)
}

/// A case that was handed in.
pub async fn submitted(app: &TestApp, token: &str) -> (Started, Applicant) {
    let (started, applicant) = complete(app, token).await;
    assert_eq!(hand_in(app, &applicant).await.unwrap(), State::Diajukan);
    (started, applicant)
}

/// Takes a step that brings nothing else.
pub async fn step(app: &TestApp, who: &Actor, number: &str, action: Action) -> Result<State, StepError> {
    let seen = moves(app, number).await;
    decide_case(app, who, number, &CaseDeed::of(action, seen)).await
}

/// How often a case was moved.
pub async fn moves(app: &TestApp, number: &str) -> i64 {
    count_moves(app, number).await.unwrap().unwrap()
}

/// All documents are right.
pub async fn accept_all(app: &TestApp, who: &Actor, number: &str) {
    for path in ["ktp", "etiket"] {
        judge_document(app, who, number, &Path::from_name(path), &Verdict::Accepted).await.unwrap();
    }
}

/// Lets days pass.
pub fn days(app: &TestApp, days: u64) {
    app.clock.advance(Duration::from_secs(days * 86_400));
}
