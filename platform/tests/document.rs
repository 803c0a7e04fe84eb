//! Letters: what is on the paper, what a telephone reads from it, and what the file says about itself.

#[path = "support/pdf.rs"]
mod pdf;

use domain::lang::Lang;
use domain::permit::service::LetterForm;
use domain::time::{Day, Timestamp};
use domain::verify::VerifyCode;
use domain::verify::seal::Seal;
use pdf::Letter;
use platform::document::{
    Block, Code, Decision, Document, DocumentError, Fact, Letterhead, Objection, Outcome, Receipt, SignIn, Signature,
    decision, receipt, render, sign_in,
};
use platform::signing::{SealLink, SigningKeys};
use proptest::prelude::*;

const SITE: &str = "https://umkm.tangerangkab.go.id";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn at(text: &str, hour: i64) -> Timestamp {
    day(text).start().plus_hours(hour)
}

fn letterhead() -> Letterhead {
    Letterhead {
        above: "PEMERINTAH KABUPATEN TANGERANG".into(),
        name: "Dinas Koperasi dan Usaha Mikro".into(),
        below: vec![
            "Jalan Haji Abdul Hamid, Tigaraksa, Kabupaten Tangerang, Banten 15720".into(),
            "Telepon (021) 000-0000 · umkm.tangerangkab.go.id".into(),
        ],
    }
}

fn keys() -> SigningKeys {
    SigningKeys::read("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").unwrap()
}

fn granted() -> Outcome {
    let title = "Surat Keterangan UMKM Binaan".into();
    Outcome::Granted { title, form: LetterForm::Statement, until: Some(day("2027-11-24")) }
}

fn refused() -> Outcome {
    Outcome::Refused {
        reason: vec!["Alamat usaha pada permohonan berada di luar Kabupaten Tangerang.".into()],
        objection: Objection {
            until: day("2026-12-08"),
            steps: vec![
                "Buka halaman permohonan Anda dan pilih \u{201c}Ajukan keberatan\u{201d}.".into(),
                "Atau datang ke loket dinas pada jam kerja dengan surat ini.".into(),
            ],
        },
    }
}

fn letter_of(holder: &str, outcome: Outcome) -> Decision {
    let issued = at("2026-11-24", 10);
    let until = match &outcome {
        Outcome::Granted { until, .. } => *until,
        Outcome::Refused { .. } => None,
    };
    let code = VerifyCode::new([0xa7, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let seal = Seal::new(outcome.paper_kind(), "IZN-7K4M-92QX-D", issued.day(), until, holder);
    Decision {
        lang: Lang::Id,
        letterhead: letterhead(),
        number: "IZN-7K4M-92QX-D".into(),
        case_number: None,
        service: "Surat Keterangan UMKM Binaan".into(),
        holder: holder.into(),
        business: Some("Keripik Pisang Bu Siti".into()),
        facts: vec![
            Fact::new("Alamat usaha", "Kampung Cisereh RT 02/RW 04, Desa Tigaraksa, Kecamatan Tigaraksa"),
            Fact::new("NIB", "0220 1026 0001 2"),
        ],
        handed_in: at("2026-11-19", 9),
        issued,
        outcome,
        paragraphs: vec![
            "Usaha tersebut terdaftar dan dibina oleh dinas kami sebagai usaha mikro di Kabupaten Tangerang.".into(),
            "Surat keterangan ini diberikan untuk dipergunakan sebagaimana mestinya, antara lain untuk \
             pendaftaran merek dengan tarif usaha mikro dan kecil."
                .into(),
        ],
        legal_basis: vec!["Peraturan Pemerintah Nomor 7 Tahun 2021".into()],
        signature: Signature {
            place_date: "Tigaraksa, 24 November 2026".into(),
            position: "Kepala Dinas Koperasi dan Usaha Mikro".into(),
            name: "Ratna Wulandari".into(),
        },
        seal_link: keys().seal_link(SITE, &code, &seal),
        code,
        verify_url: format!("{SITE}/verifikasi"),
    }
}

fn application() -> Receipt {
    Receipt {
        lang: Lang::Id,
        letterhead: letterhead(),
        service: "Surat Keterangan UMKM Binaan".into(),
        number: "IZN-7K4M-92QX-D".into(),
        applicant: "Siti Aminah".into(),
        business: Some("Keripik Pisang Bu Siti".into()),
        handed_in: at("2026-12-23", 14),
        due: Some(day("2026-12-30")),
        due_words: Some("3 hari kerja, tanpa libur 24-25 Desember".into()),
        fee: Some("Gratis. Tidak ada pungutan apa pun.".into()),
        next: vec![
            "Petugas memeriksa kelengkapan berkas Anda.".into(),
            "Bila ada yang perlu diperbaiki, Anda mendapat pesan dengan daftar lengkapnya; selama itu waktu berhenti."
                .into(),
            "Kepala bidang memutuskan, dan suratnya dapat diunduh dari halaman pelacakan.".into(),
        ],
        track_url: format!("{SITE}/lacak"),
        pin: Some("402817".into()),
    }
}

fn bytes(document: &Document) -> Vec<u8> {
    let bytes = render(document).unwrap();
    // To look at them: DOCUMENTS=folder cargo test -p platform --test document
    if let Ok(folder) = std::env::var("DOCUMENTS") {
        let name = format!("{}-{}", document.title.replace(' ', "-"), bytes.len());
        std::fs::write(format!("{folder}/{name}.pdf"), &bytes).unwrap();
        let letter = Letter::open(&bytes);
        for page in 0..letter.page_count().min(3) {
            let png = letter.pixels(page, 150.0).into_png().unwrap();
            std::fs::write(format!("{folder}/{name}-{}.png", page + 1), png).unwrap();
        }
    }
    bytes
}

#[test]
fn a_letter_says_what_was_decided_on_one_page() {
    let bytes = bytes(&decision(&letter_of("Siti Aminah", granted())));
    assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
    let letter = Letter::open(&bytes);
    assert_eq!(letter.page_count(), 1);
    let text = letter.text(0);
    for expected in [
        "PEMERINTAH KABUPATEN TANGERANG\nDinas Koperasi dan Usaha Mikro\n",
        "\nSurat Keterangan UMKM Binaan\nNomor: IZN-7K4M-92QX-D\n",
        "\nNama\nSiti Aminah\nUsaha\nKeripik Pisang Bu Siti\n",
        "\nTanggal terbit\n24 November 2026\nBerlaku sampai\n24 November 2027\n",
        "untuk pendaftaran merek dengan tarif usaha mikro dan kecil.\n",
        "\nTigaraksa, 24 November 2026\nKepala Dinas Koperasi dan Usaha Mikro\nRatna Wulandari\n",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text:?}");
    }
    let margin = letter.margin(0);
    assert!(margin.contains("Halaman 1 dari 1") && margin.contains(&format!("{SITE}/verifikasi")), "{margin:?}");
}

#[test]
fn no_letter_claims_to_be_signed_by_a_certified_signature() {
    for lang in [Lang::Id, Lang::En] {
        for document in [
            decision(&Decision { lang, ..letter_of("Siti Aminah", granted()) }),
            decision(&Decision { lang, ..letter_of("Siti Aminah", refused()) }),
            receipt(&Receipt { lang, ..application() }),
        ] {
            let letter = Letter::open(&bytes(&document));
            let text = format!("{} {}", letter.text(0), letter.margin(0)).to_lowercase();
            for claim in ["tanda tangan", "ditandatangani", "electronic", "signature", "signed"] {
                assert!(!text.contains(claim), "{claim:?} is in {text:?}");
            }
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            assert!(words.all(|word| !["tte", "bsre", "bssn"].contains(&word)), "{text:?}");
        }
    }
}

#[test]
fn a_telephone_reads_the_code_and_the_signature_holds() {
    let longest = "Raden Ajeng Kusumaningrum Wulandari Sastrowardoyo binti Haji Abdul Ghofur Al-Bantani";
    // The sides that `seal_link` documents.
    for (holder, side) in [("Siti Aminah binti Ali", 65), (longest, 69)] {
        let written = letter_of(holder, granted());
        let scanned = Letter::open(&bytes(&decision(&written))).scan(0);
        assert_eq!(scanned, [(written.seal_link.clone(), side)]);

        let (page, query) = scanned[0].0.split_once('?').unwrap();
        assert_eq!(page.rsplit_once('/').map(|(_, code)| VerifyCode::parse(code)), Some(Ok(written.code)));
        let mut parts = query.split('&').map(|part| part.split_once('=').unwrap());
        let (Some(("d", d)), Some(("k", k)), Some(("s", s)), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            panic!("{query}")
        };
        let seal = keys().open_seal(SealLink { d, k, s }).unwrap();
        assert_eq!(seal.number(), "IZN-7K4M-92QX-D");
        assert_eq!(seal.until(), Some(day("2027-11-24")));
        assert!(holder.starts_with(seal.holder()) && seal.holder().len() > 19, "{seal}");
    }
}

#[test]
fn a_refusal_says_why_and_how_to_object_until_when() {
    let letter = Letter::open(&bytes(&decision(&letter_of("Siti Aminah", refused()))));
    let text = letter.text(0);
    for expected in [
        "\nSurat Penolakan Permohonan\n",
        "\nAlasan penolakan\nAlamat usaha pada permohonan berada di luar Kabupaten Tangerang.\n",
        "\nHak mengajukan keberatan\n",
        "paling lambat 8 Desember 2026.",
        "\n1.\nBuka halaman permohonan Anda dan pilih “Ajukan keberatan”.\n2.\nAtau datang ke loket",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text:?}");
    }
    assert!(!text.contains("Berlaku sampai"), "{text:?}");
}

#[test]
fn a_receipt_says_when_and_how_to_track_and_holds_the_pin_only_if_given() {
    let with = Letter::open(&bytes(&receipt(&application())));
    assert_eq!(with.page_count(), 1);
    let text = with.text(0);
    for expected in [
        "\nDiterima pada\n23 Desember 2026, 14.00\n",
        "\nDijanjikan selesai\nRabu, 30 Desember 2026 (3 hari kerja, tanpa libur 24-25 Desember)\n",
        "\nPIN\n402817\n",
        "\nLangkah berikutnya\n1.\nPetugas memeriksa",
        "empat angka terakhir",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text:?}");
    }
    assert_eq!(with.scan(0).into_iter().map(|(text, _)| text).collect::<Vec<_>>(), [format!("{SITE}/lacak")]);

    let without = Letter::open(&bytes(&receipt(&Receipt { pin: None, due: None, ..application() }))).text(0);
    assert!(!without.contains("402817") && !without.contains("PIN"), "{without:?}");
    assert!(without.contains("tidak ada tanggal janji"), "{without:?}");
    let logged = format!("{:?} {:?}", application(), receipt(&application()));
    assert!(!logged.contains("402817") && !logged.contains("Siti"), "{logged}");

    let english = Letter::open(&bytes(&receipt(&Receipt { lang: Lang::En, ..application() })));
    assert!(english.text(0).contains("\nPromised for\nWednesday, 30 December 2026"), "{:?}", english.text(0));
    assert!(english.margin(0).contains("Page 1 of 1"));
}

#[test]
fn sixty_people_have_a_line_each_to_sign_and_every_page_says_what_stands_where() {
    let people: Vec<(String, String)> = (1..=60)
        .map(|n| (format!("Peserta {n} {}", "bernama panjang sekali ".repeat(n % 3)), "Pasar Kemis".into()))
        .collect();
    let list = SignIn {
        lang: Lang::Id,
        letterhead: letterhead(),
        course: "Foto produk dengan HP".into(),
        session: "1: Rabu, 2 Desember 2026, pukul 09.00–12.00".into(),
        place: "Aula Kecamatan Tigaraksa".into(),
        people: people.clone(),
        printed: at("2026-11-24", 10),
        signature: Signature {
            place_date: "Tigaraksa, 2 Desember 2026".into(),
            position: "Pengajar".into(),
            name: "Bayu Prasetyo".into(),
        },
    };
    let letter = Letter::open(&bytes(&sign_in(&list)));
    let count = letter.page_count();
    assert!((3..6).contains(&count), "{count} pages");
    let text: String = (0..count).map(|page| letter.text(page)).collect();
    assert!(!text.contains("Nomor:"), "a list has no number");
    let mut from = 0;
    for (name, _) in &people {
        let first = name.split(" bernama").next().unwrap().trim_end();
        from += text[from..].find(first).unwrap_or_else(|| panic!("{first:?}")) + first.len();
    }
    assert_eq!(text.matches("Pasar Kemis").count(), 60);
    assert!(text[from..].contains("Bayu Prasetyo"));
    assert!(text.contains("Tanda tangan"));
    for page in 1..count - 1 {
        assert!(letter.margin(page).contains("Tanda tangan"), "{:?}", letter.margin(page));
    }
}

#[test]
fn three_hundred_facts_and_twenty_paragraphs_flow_over_pages_without_a_loss() {
    let paragraph = "Usaha ini dibina oleh dinas dan mengikuti pelatihan secara teratur. ".repeat(9);
    let mut body: Vec<Block> = (1..=20).map(|n| Block::Paragraph(format!("Paragraf {n}. {paragraph}"))).collect();
    let value = |n: usize| format!("Nilai {n}: {}", "panjang sekali ".repeat(n % 9));
    body.push(Block::Facts((1..=300).map(|n| Fact::new(format!("Fakta {n}"), value(n))).collect()));
    let document = Document { body, ..decision(&letter_of("Siti Aminah", granted())) };
    let letter = Letter::open(&bytes(&document));
    let count = letter.page_count();
    assert!((12..30).contains(&count), "{count} pages");
    for page in 0..count {
        let margin = letter.margin(page);
        assert!(margin.contains(&format!("Halaman {} dari {count}\n", page + 1)), "{margin:?}");
        let letters = letter.text(page).chars().count();
        assert!(letters > 600 || page + 1 == count, "page {page} has {letters} letters");
    }
    let text: String = (0..count).map(|page| letter.text(page)).collect();
    let mut from = 0;
    let paragraphs = (1..=20).map(|n| format!("Paragraf {n}. {}\n", paragraph.trim_end()));
    let facts = (1..=300).map(|n| format!("Fakta {n}\n{}\n", value(n).trim_end()));
    for expected in paragraphs {
        from += text[from..].find(&expected).unwrap_or_else(|| panic!("{expected:?}")) + expected.len();
    }
    // Beside each other: a label stands before the first line of its value.
    for expected in facts {
        from += text[from..].find(&expected).unwrap_or_else(|| panic!("{expected:?}")) + expected.len();
    }
    assert!(text[from..].contains("Ratna Wulandari"));
}

#[test]
fn names_never_stand_alone_on_a_page() {
    let mut broken = 0;
    for count in 1..30 {
        let mut written = letter_of("Siti Aminah", granted());
        written.paragraphs = (1..=count).map(|n| format!("Alinea {n}.")).collect();
        written.legal_basis = vec![];
        let letter = Letter::open(&render(&decision(&written)).unwrap());
        let last = letter.text(letter.page_count() - 1);
        assert!(last.contains(&format!("Alinea {count}.\n")) && last.contains("Ratna Wulandari"), "{count}: {last:?}");
        broken += usize::from(last.starts_with(&format!("Alinea {count}.")));
    }
    assert!(broken > 0, "no letter was of the length in question");
}

#[test]
fn accents_long_words_and_foreign_letters_are_set() {
    let word = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandsmitglied";
    let mut written = letter_of("Žofie Łukasiewicz-Đặng Ñuñez", granted());
    written.business = Some(word.repeat(3));
    written.paragraphs = vec!["Toko 北京 milik Øystein \u{202e}Åse\u{200b}".into()];
    let letter = Letter::open(&bytes(&decision(&written)));
    let text = letter.text(0);
    assert!(text.contains("\nŽofie Łukasiewicz-Đặng Ñuñez\n"), "{text:?}");
    assert!(text.replace('\n', "").contains(&word.repeat(3)), "{text:?}");
    assert!(text.contains("\nToko ?? milik Øystein Åse\n"), "{text:?}");
}

#[test]
fn the_same_letter_gives_the_same_bytes_and_another_other_ones() {
    let written = letter_of("Siti Aminah", granted());
    let first = render(&decision(&written)).unwrap();
    assert!(first == render(&decision(&written)).unwrap());
    assert!(first != render(&decision(&Decision { issued: at("2026-11-25", 10), ..written })).unwrap());
}

#[test]
fn the_file_tells_archives_and_screen_readers_what_it_is() {
    let bytes = bytes(&decision(&letter_of("Siti Aminah", granted())));
    let plain = String::from_utf8_lossy(&bytes);
    for expected in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Surat Keterangan UMKM Binaan IZN-7K4M-92QX-D",
        "<rdf:li>Dinas Koperasi dan Usaha Mikro</rdf:li>",
        "2026-11-24T10:00:00+07:00",
        "/Lang(id)",
        "/DisplayDocTitle true",
        "/S/H1",
        "/S/H2",
        "/S/Table",
        "/S/TH",
        "/S/LBody",
        "/S/Link",
        "/Alt(Logo Rumah Sikum)",
        "/Alt(Kode QR: https://umkm.tangerangkab.go.id/verifikasi, dengan kode MW0G-40R4-0M30-E209-B)",
    ] {
        assert!(plain.contains(expected), "{expected:?}");
    }
}

#[test]
fn a_code_that_holds_too_much_is_an_error() {
    let mut document = decision(&letter_of("Siti Aminah", granted()));
    document.code = document.code.map(|code| Code { content: "x".repeat(2332), ..code });
    assert!(matches!(render(&document), Err(DocumentError::CodeTooLong)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_people_typed_a_letter_can_be_made(holder: String, value: String, paragraph: String, office: String) {
        let mut written = letter_of(&holder, granted());
        written.facts = vec![Fact::new(&value, &paragraph), Fact::new("", &value)];
        written.paragraphs = vec![paragraph, String::new(), "\n\n".into()];
        written.letterhead.name = office;
        prop_assert!(render(&decision(&written)).is_ok());
    }
}
