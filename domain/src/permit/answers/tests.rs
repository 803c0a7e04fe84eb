//! A form with every kind of field, filled in well and badly.

use super::*;
use crate::identifier::{KbliVersion, NikError, NumberError};
use crate::money::Rupiah;
use crate::permit::form::{Choice, When};
use crate::permit::key::Words;
use crate::region::Level;
use crate::typed;
use proptest::prelude::*;

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn words(text: &str) -> Words {
    Words { id: text.into(), en: String::new() }
}

pub fn field(name: &str, kind: FieldKind) -> Field {
    Field { key: key(name), label: words(name), hint: Words::default(), required: true, kind }
}

fn optional(field: Field) -> Field {
    Field { required: false, ..field }
}

pub fn form() -> Form {
    let option = |name: &str| Choice { key: key(name), label: words(name) };
    let product = vec![
        field("merek", FieldKind::Line { most: 20 }),
        optional(field("isi", FieldKind::Number { least: 1, most: 5_000, unit: words("gram") })),
    ];
    let section = |name: &str, fields: Vec<Field>| Section { key: key(name), title: words(name), fields };
    Form {
        sections: vec![
            section(
                "pemilik",
                vec![
                    field("nama", FieldKind::Line { most: 20 }),
                    field("nik", FieldKind::Nik),
                    optional(field("npwp", FieldKind::Npwp)),
                    field("lahir", FieldKind::Date { when: When::Past }),
                ],
            ),
            section(
                "usaha",
                vec![
                    field("nib", FieldKind::Nib),
                    field("kbli", FieldKind::Kbli { version: KbliVersion::Kbli2020 }),
                    field("desa", FieldKind::Region { level: Level::Desa }),
                    field("bentuk", FieldKind::Choice { options: vec![option("perorangan"), option("cv")] }),
                    field("omzet", FieldKind::Rupiah { least: Rupiah::ZERO, most: Rupiah::new(2_000_000_000) }),
                    optional(field("cerita", FieldKind::Text { most: 30 })),
                    optional(field("bazar", FieldKind::Date { when: When::Future })),
                    field("produk", FieldKind::Group { least: 1, most: 2, fields: product }),
                ],
            ),
            section(
                "dokumen",
                vec![
                    field(
                        "ktp",
                        FieldKind::File { kinds: vec![FileKind::Foto], most_bytes: 1_000, most: 1, most_pages: 9 },
                    ),
                    optional(field(
                        "sertifikat",
                        FieldKind::File {
                            kinds: vec![FileKind::Foto, FileKind::Pdf],
                            most_bytes: 1_000,
                            most: 2,
                            most_pages: 9,
                        },
                    )),
                ],
            ),
        ],
    }
}

pub fn upload(id: u128, kind: FileKind, bytes: u32) -> Uploaded {
    Uploaded { id: Uuid::from_u128(id), kind, bytes }
}

/// Everything that is required.
pub fn filled() -> Typed {
    let texts = [
        ("nama", " Siti  Aminah "),
        ("nik", "3603 0164 0290 0001"),
        ("lahir", "24/02/1990"),
        ("nib", "1242300876140"),
        ("kbli", "10794"),
        ("desa", "36.03.20.2001"),
        ("bentuk", "perorangan"),
        ("omzet", "Rp 48.000.000"),
        ("produk.0.merek", "Keripik Aminah"),
    ];
    let path = |name: &str| Path::from_name(name);
    Typed {
        texts: texts.map(|(name, text)| (path(name), text.to_owned())).into(),
        files: [(path("ktp"), vec![upload(1, FileKind::Foto, 1_000)])].into(),
    }
}

pub fn with(texts: &[(&str, &str)]) -> Typed {
    let mut typed = filled();
    typed.texts.extend(texts.iter().map(|(name, text)| (Path::from_name(name), (*text).to_owned())));
    typed
}

fn today() -> Day {
    Day::parse("2026-11-24").unwrap()
}

fn problems(typed: &Typed) -> Vec<(String, Problem)> {
    read(&form(), typed, today()).problems.into_iter().map(|(path, problem)| (path.0, problem)).collect()
}

#[test]
fn what_is_filled_in_well_is_read() {
    let checked = read(&form(), &filled(), today());
    assert!(checked.is_complete(), "{:?}", checked.problems);
    let value = |name: &str| checked.values.get(&Path::from_name(name));
    assert_eq!(value("nama"), Some(&Value::Text("Siti Aminah".into())));
    assert_eq!(value("lahir"), Some(&Value::Date(Day::parse("1990-02-24").unwrap())));
    assert_eq!(value("omzet"), Some(&Value::Rupiah(Rupiah::new(48_000_000))));
    assert_eq!(value("bentuk"), Some(&Value::Choice(key("perorangan"))));
    assert_eq!(value("produk.0.merek"), Some(&Value::Text("Keripik Aminah".into())));
    assert_eq!(value("ktp"), Some(&Value::Files(vec![Uuid::from_u128(1)])));
    assert_eq!((value("npwp"), value("produk.1.merek"), checked.values.len()), (None, None, 10));
}

#[test]
fn an_empty_form_misses_all_that_is_required_in_its_order() {
    let missing: Vec<String> = problems(&Typed::default())
        .into_iter()
        .map(|(path, problem)| {
            assert_eq!(problem, Problem::Missing);
            path
        })
        .collect();
    assert_eq!(missing.join(" "), "nama nik lahir nib kbli desa bentuk omzet produk ktp");
}

#[test]
fn each_wrong_answer_is_told_at_its_place() {
    let typed = |problem| Problem::Typed(problem);
    for (name, text, expected) in [
        ("nama", "Siti Aminah binti Abdul", typed(typed::Problem::TooLong(20))),
        ("nama", "\u{7}", Problem::Missing),
        ("nik", "3603016402900000", Problem::Nik(NikError::Serial)),
        ("npwp", "12", Problem::Npwp(NikError::Shape(NumberError::Length(2)))),
        ("lahir", "2026-11-25", Problem::NotPast),
        ("lahir", "1990", Problem::NotADate),
        ("lahir", "30-02-1990", Problem::NotADate),
        ("lahir", "24/02/90", Problem::NotADate),
        ("nib", "124230087614", Problem::Nib(NumberError::Length(12))),
        ("kbli", "1079", Problem::Kbli(NumberError::Length(4))),
        ("desa", "36.03.20", Problem::NotARegion),
        ("desa", "Tegal Kunir", Problem::NotARegion),
        ("bentuk", "pt", Problem::NotAnOption),
        ("omzet", "2.000.000.001", typed(typed::Problem::TooLarge(2_000_000_000))),
        ("omzet", "999999999999999999", typed(typed::Problem::TooLarge(2_000_000_000))),
        ("omzet", "-5", typed(typed::Problem::NotWhole)),
        ("omzet", "Rp", typed(typed::Problem::NotWhole)),
        ("cerita", "Satu dua tiga empat lima enam tujuh", typed(typed::Problem::TooLong(30))),
        ("bazar", "2026-11-23", Problem::NotFuture),
        ("produk.0.isi", "0", typed(typed::Problem::TooSmall(1))),
    ] {
        assert_eq!(problems(&with(&[(name, text)])), [(name.to_owned(), expected)], "{text:?}");
    }
}

#[test]
fn boundaries_belong_to_what_is_accepted() {
    let good = [
        ("nama", "12345678901234567890"),
        ("lahir", "2026-11-24"),
        ("bazar", "2026-11-24"),
        ("omzet", "2.000.000.000"),
        ("produk.0.isi", "5.000"),
    ];
    assert_eq!(problems(&with(&good)), []);
}

#[test]
fn rows_count_when_something_is_in_them() {
    let problem = |texts: &[(&str, &str)]| problems(&with(texts));
    let told = |path: &str, problem| vec![(path.to_owned(), problem)];
    assert_eq!(problem(&[("produk.1.merek", " "), ("produk.5.merek", "B")]), []);
    assert_eq!(problem(&[("produk.1.isi", "5")]), told("produk.1.merek", Problem::Missing));
    let three = [("produk.1.merek", "B"), ("produk.2.merek", "C")];
    assert_eq!(problem(&three), told("produk", Problem::TooManyRows(2)));
    let read_rows = read(&form(), &with(&three), today()).values;
    assert_eq!(read_rows.keys().filter(|path| path.is_within(&Path::from_name("produk"))).count(), 2);
    // No row of the form: other fields, other spellings, other groups.
    assert_eq!(problem(&[("produk.7.x", "1"), ("produk.07.merek", "1"), ("produk.merek", "1"), ("lain.0.a", "1")]), []);
    let mut two = form();
    if let FieldKind::Group { least, .. } = &mut two.sections[1].fields[7].kind {
        *least = 2;
    }
    assert_eq!(read(&two, &filled(), today()).problems, [(Path::from_name("produk"), Problem::TooFewRows(2))]);
}

#[test]
fn files_are_held_to_kind_size_and_count() {
    for (name, files, expected) in [
        ("ktp", vec![upload(1, FileKind::Pdf, 10)], Some(Problem::FileKind)),
        ("ktp", vec![upload(1, FileKind::Foto, 1_001)], Some(Problem::FileTooLarge(1_000))),
        ("ktp", vec![upload(1, FileKind::Foto, 1), upload(2, FileKind::Foto, 1)], Some(Problem::TooManyFiles(1))),
        ("ktp", vec![], Some(Problem::Missing)),
        ("sertifikat", vec![upload(1, FileKind::Pdf, 1), upload(2, FileKind::Foto, 1)], None),
    ] {
        let mut typed = filled();
        typed.files.insert(Path::from_name(name), files);
        assert_eq!(problems(&typed).first().map(|(_, problem)| *problem), expected, "{name}");
    }
}

#[test]
fn the_task_list_tells_how_far_each_part_is() {
    let of = |typed: &Typed| -> Vec<Progress> {
        let (form, checked) = (form(), read(&form(), typed, today()));
        form.sections.iter().map(|section| checked.progress(section, typed)).collect()
    };
    use Progress::*;
    assert_eq!(of(&Typed::default()), [NotStarted, NotStarted, NotStarted]);
    assert_eq!(of(&filled()), [Done, Done, Done]);
    assert_eq!(of(&with(&[("nik", "1"), ("produk.0.merek", "")])), [Incomplete, Incomplete, Done]);
    let begun = Typed { texts: [(Path::from_name("produk.0.isi"), "3".to_owned())].into(), ..Typed::default() };
    assert_eq!(of(&begun), [NotStarted, Incomplete, NotStarted]);
}

#[test]
fn what_is_typed_is_never_debugged() {
    let typed = with(&[("npwp", "012345678901000"), ("produk.0.nik", "3")]);
    let shown = format!("{typed:?}");
    assert!(shown.contains("npwp") && !shown.contains("3603") && !shown.contains("0123"), "{shown}");
}

#[test]
fn a_path_finds_its_field() {
    let form = form();
    let found = |name: &str| form.at(&Path::from_name(name)).map(|field| field.key.as_str());
    assert_eq!(found("nik"), Some("nik"));
    assert_eq!(found("produk"), Some("produk"));
    assert_eq!(found("produk.3.merek"), Some("merek"));
    assert_eq!((found("produk.3.nik"), found("merek"), found("")), (None, None, None));
    let row = Path::in_row(&key("produk"), 3, &key("merek"));
    assert!(row.is_within(&Path::of(&key("produk"))) && row.is_within(&row));
    assert!(!row.is_within(&Path::from_name("prod")) && !Path::from_name("produk").is_within(&row));
}

proptest! {
    /// Whatever is sent to a form, it is read without a surprise, and what is read is what the form asks for.
    #[test]
    fn nothing_typed_is_a_surprise(
        texts in proptest::collection::btree_map("[a-z]{1,6}(\\.[0-9]{1,3}\\.[a-z]{1,6})?|nik|lahir|omzet|produk\\.[01]\\.isi", "\\PC{0,30}", 0..12),
    ) {
        let texts = texts.into_iter().map(|(name, text)| (Path(name), text)).collect();
        let checked = read(&form(), &Typed { texts, ..Typed::default() }, today());
        prop_assert!(checked.values.keys().all(|path| form().at(path).is_some()));
        prop_assert!(checked.problems.iter().all(|(path, _)| form().at(path).is_some()));
        prop_assert!(!checked.is_complete());
    }
}
