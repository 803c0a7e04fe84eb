//! Permits of other agencies that the office accompanies, at several of their stages.

use std::collections::BTreeMap;

use domain::account::{Actor, Duty, Role};
use domain::permit::answers::Path;
use domain::permit::key::Key;
use domain::permit::state::Action;
use domain::phone::Phone;
use domain::time::Day;
use domain::typed::{Line, Text};

use super::Office;
use crate::db::DbError;
use crate::demo::SeedError;
use crate::permit::{
    Applicant, CaseDeed, Issued, Start, advance, count_moves, decide_case, find_applicant, hand_in, open_window,
    save_section, start_case,
};
use crate::secret;

/// Something that happens.
#[derive(Debug, Clone, Copy)]
enum Scene {
    HandIn,
    /// The office comes to a stage, and says something with it.
    On(&'static str, &'static str),
    /// The applicant says that a stage of theirs is done.
    Tell(&'static str),
    /// The office only says something.
    Advise(&'static str),
    /// The office writes the number down, issued so many days ago.
    Record(&'static str, i64),
}

struct Story {
    service: &'static str,
    name: &'static str,
    /// Whether it is the case of the demo's shop owner.
    own: bool,
    answers: &'static [(&'static str, &'static [(&'static str, &'static str)])],
    files: &'static [(&'static str, &'static str)],
    /// What happened, and how many working days ago.
    scenes: &'static [(i64, Scene)],
}

const NIB: &[(&str, &[(&str, &str)])] = &[(
    "usaha",
    &[
        ("nama_usaha", "Seblak Ceu Iis"),
        ("kegiatan", "Membuat dan menjual seblak kemasan dari rumah."),
        ("kbli", "56102"),
        ("desa", "36.03.17.2004"),
    ],
)];
const NIB_DONE: &[(&str, &[(&str, &str)])] = &[(
    "usaha",
    &[
        ("nama_usaha", "Jahit Kilat Bu Tuti"),
        ("kegiatan", "Menjahit seragam dan permak pakaian."),
        ("kbli", "14111"),
        ("desa", "36.03.18.2002"),
    ],
)];
const PIRT: &[(&str, &[(&str, &str)])] = &[
    ("usaha", &[("nib", "1242300876140"), ("alamat_produksi", "Kp. Cukanggalih RT 03/RW 02")]),
    (
        "produk",
        &[
            ("nama_produk", "Keripik pisang manis"),
            ("komposisi", "Pisang kepok, gula, minyak sawit, garam"),
            ("kemasan", "Plastik berdiri 250 g"),
            ("tahan", "90"),
        ],
    ),
];
const HALAL: &[(&str, &[(&str, &str)])] = &[
    ("usaha", &[("nib", "1251800224712"), ("penjualan", "96.000.000")]),
    (
        "produk",
        &[
            ("nama_produk", "Dodol durian"),
            ("bahan.0.nama_bahan", "Tepung ketan"),
            ("bahan.0.merek_bahan", "Lokal, tanpa merek"),
            ("proses", "Adonan diaduk empat jam di wajan, didinginkan, lalu dikemas."),
        ],
    ),
];
const MEREK: &[(&str, &[(&str, &str)])] =
    &[("merek", &[("nama_merek", "Rasa Pesisir"), ("barang", "Terasi dan abon ikan, kelas 29 dan 30")])];

const STORIES: &[Story] = {
    use Scene::*;
    &[
        Story { service: "nib", name: "Iis Aisyah", own: false, answers: NIB, files: &[], scenes: &[(1, HandIn)] },
        Story {
            service: "pirt",
            name: "Rohimah",
            own: true,
            answers: PIRT,
            files: &[("label", "1f4bb")],
            scenes: &[
                (30, HandIn),
                (28, On("isi_oss", "Label sudah benar. Ajukan di OSS dengan KBLI 10794.")),
                (24, Tell("terbit")),
                (23, Record("2153603010245-31", 35)),
                (22, On("pkp", "Kelas PKP berikutnya diadakan Dinas Kesehatan; bawa KTP dan NIB.")),
            ],
        },
        Story {
            service: "halal",
            name: "Mamat Rohmat",
            own: false,
            answers: HALAL,
            files: &[("foto_produksi", "1f9fa")],
            scenes: &[
                (25, HandIn),
                (23, On("daftar", "Bahan sudah cocok untuk jalur pernyataan pelaku usaha.")),
                (20, Tell("pendamping")),
                (6, Advise("Pendamping PPH datang pekan ini. Siapkan dapur dan daftar bahan.")),
            ],
        },
        Story {
            service: "merek",
            name: "Darsinah",
            own: false,
            answers: MEREK,
            files: &[("etiket", "1f6cd-fe0f"), ("tanda_tangan", "1f4bb")],
            scenes: &[(5, HandIn), (3, On("ajukan", "Tidak ada merek serupa yang kami temukan di kelas itu."))],
        },
        Story {
            service: "nib",
            name: "Tuti Alawiyah",
            own: false,
            answers: NIB_DONE,
            files: &[],
            scenes: &[(18, HandIn), (17, On("isi_oss", "")), (15, Tell("terbit")), (14, Record("1281200764310", 21))],
        },
    ]
};

/// Tells every story.
pub(super) async fn seed(office: &Office<'_>) -> Result<(), SeedError> {
    for (nth, story) in STORIES.iter().enumerate() {
        tell(office, nth, story).await?;
    }
    Ok(())
}

async fn tell(office: &Office<'_>, nth: usize, story: &Story) -> Result<(), SeedError> {
    let morning = |ago: i64| office.workday(-ago).start().plus_hours(9).plus_seconds(nth as i64 * 113);
    let begins = story.scenes.first().map_or(2, |(ago, _)| *ago);
    office.clock.set(morning(begins).plus_seconds(-1800));
    let start = Start {
        token: secret::new(office.past),
        name: Line::parse(story.name).map_err(SeedError::case)?,
        phone: Phone::parse(&format!("0858{:08}", 61_700_000 + nth * 1_709)).map_err(SeedError::case)?,
    };
    let owner = match story.own {
        true => office.account(|account| account.role == Role::PelakuUsaha).await?,
        false => Actor::Guest,
    };
    let started = start_case(office.past, &owner, story.service, &start).await.map_err(SeedError::case)?;
    let keys = [started.secret.clone()];
    let found = find_applicant(office.past, &owner, &keys, &started.number).await?;
    let applicant = found.ok_or(DbError::Lost { touched: 0 })?;
    for (section, answers) in story.answers {
        let texts: BTreeMap<Path, String> =
            answers.iter().map(|(name, text)| (Path::from_name(name), (*text).to_owned())).collect();
        let window = open_window(office.past, &applicant, section).await?;
        save_section(office.past, &applicant, section, texts, &window).await.map_err(SeedError::case)?;
    }
    for (path, picture) in story.files {
        office.upload(&applicant, path, picture).await?;
    }
    for (place, (ago, scene)) in story.scenes.iter().enumerate() {
        office.clock.set(morning(*ago).plus_seconds(600 + place as i64 * 1_200));
        play(office, &applicant, &started.number, *scene).await?;
    }
    Ok(())
}

async fn play(office: &Office<'_>, applicant: &Applicant, number: &str, scene: Scene) -> Result<(), SeedError> {
    let key = |stage: &str| Key::parse(stage).map_err(SeedError::case);
    let deed = match scene {
        Scene::HandIn => return hand_in(office.past, applicant).await.map(drop).map_err(SeedError::case),
        Scene::Tell(stage) => {
            return advance(office.past, applicant, &key(stage)?).await.map(drop).map_err(SeedError::case);
        }
        Scene::On(stage, words) => {
            CaseDeed { stage: Some(key(stage)?), note: Text::parse(words).ok(), ..CaseDeed::of(Action::Advance, 0) }
        }
        Scene::Advise(words) => CaseDeed { note: Text::parse(words).ok(), ..CaseDeed::of(Action::Advise, 0) },
        Scene::Record(number, ago) => {
            let number = Line::parse(number).map_err(SeedError::case)?;
            let on: Day = office.today.plus(-ago);
            let issued = Some(Issued { number, on, until: None, product: None });
            CaseDeed { issued, ..CaseDeed::of(Action::Record, 0) }
        }
    };
    let officer = office.officer(Some(Duty::Verifikator)).await?;
    let seen = count_moves(office.past, number).await?.unwrap_or_default();
    decide_case(office.past, &officer, number, &CaseDeed { seen, ..deed }).await.map(drop).map_err(SeedError::case)
}
