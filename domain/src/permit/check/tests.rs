//! A good service of each kind, and each way of spoiling it.

use super::*;
use crate::permit::advice::{Advice, Business};
use crate::permit::answers::tests::{field, form, key, words};
use crate::permit::form::{Choice, FileKind};
use crate::permit::service::{Duty, Fee, LegalBasis, Letter, Requirement, Visit};
use crate::shop::badge;
use crate::time::Day;

pub fn own() -> Own {
    Own {
        norm: 5,
        fee: Rupiah::ZERO,
        visit: Visit::OnDemand,
        most_rounds: 2,
        correction_days: 14,
        resume_days: 180,
        objection_days: 14,
        objection_norm: Some(10),
        letter: Letter::default(),
        validity_months: Some(24),
    }
}

pub fn accompanied() -> Accompanied {
    let stage = |name: &str, by, norm, next: &[&str]| Stage {
        key: key(name),
        name: words(name),
        by,
        norm,
        next: next.iter().map(|name| key(name)).collect(),
    };
    Accompanied {
        agency: words("BPJPH"),
        portal: Some("https://ptsp.halal.go.id".into()),
        number: Some(badge::Kind::Halal),
        fees: vec![Fee { amount: Rupiah::ZERO, what: words("Kuota pemerintah") }],
        time: words(""),
        help: vec![words("Mendampingi pengisian")],
        validity_months: None,
        stages: vec![
            stage("berkas", StageBy::Dinas, Some(3), &["kirim"]),
            stage("kirim", StageBy::Pemohon, None, &["periksa"]),
            stage("periksa", StageBy::Lembaga, None, &["kirim", "terbit", "ditolak"]),
            stage("terbit", StageBy::Lembaga, None, &[]),
            stage("ditolak", StageBy::Lembaga, None, &[]),
        ],
        duties: vec![Duty { key: key("label"), name: words("Pasang label halal"), months: 3, every: None }],
    }
}

pub fn service(way: Way) -> Service {
    let requirement = |name: &str, field: Option<&str>| Requirement {
        name: words(name),
        explanation: words(""),
        example: None,
        field: field.map(key),
    };
    Service {
        code: key("binaan"),
        version: 1,
        name: words("Keterangan UMKM Binaan"),
        summary: words("Untuk usaha yang dibina"),
        also: vec!["surat binaan".into()],
        advice: vec![Advice { business: Business::Craft, because: words("Biaya merek lebih murah") }],
        sourced: Day::parse("2026-11-24").unwrap(),
        unconfirmed: vec![words("Jangka waktu")],
        product: words("Surat keterangan"),
        requirements: vec![requirement("Usaha di kabupaten ini", None), requirement("Foto KTP", Some("ktp"))],
        procedure: vec![words("Kirim"), words("Diperiksa"), words("Terbit")],
        legal_basis: vec![LegalBasis { title: "PP 7/2021".into(), url: None }],
        complaint: words("Loket 3"),
        facilities: words("Ruang tunggu"),
        competence: words("Dua verifikator"),
        form: form(),
        reasons: vec![Choice { key: key("buram"), label: words("Foto tidak terbaca") }],
        retention_months: 60,
        way,
    }
}

fn spoilt(spoil: impl Fn(&mut Service)) -> Vec<(String, Fault)> {
    let mut service = service(Way::Own(own()));
    spoil(&mut service);
    check(&service).into_iter().map(|problem| (problem.place, problem.fault)).collect()
}

fn spoilt_own(spoil: impl Fn(&mut Own)) -> Vec<(String, Fault)> {
    spoilt(|service| {
        let mut own = own();
        spoil(&mut own);
        service.way = Way::Own(own);
    })
}

fn spoilt_accompanied(spoil: impl Fn(&mut Accompanied)) -> Vec<(String, Fault)> {
    spoilt(|service| {
        let mut accompanied = accompanied();
        spoil(&mut accompanied);
        service.way = Way::Accompanied(accompanied);
    })
}

/// Puts one field more into the last section.
fn with_field(required: bool, kind: FieldKind) -> Vec<(String, Fault)> {
    let field = Field { required, ..field("baru", kind) };
    spoilt(|service| service.form.sections[2].fields.push(field.clone()))
}

fn told(place: &str, fault: Fault) -> Vec<(String, Fault)> {
    vec![(place.to_owned(), fault)]
}

#[test]
fn a_good_service_can_be_published() {
    assert_eq!(check(&service(Way::Own(own()))), []);
    assert_eq!(check(&service(Way::Accompanied(accompanied()))), []);
}

#[test]
fn every_part_of_the_standard_is_there() {
    use Fault::*;
    assert_eq!(spoilt(|service| service.name = words(" ")), told("name", Empty));
    assert_eq!(spoilt(|service| service.product = words("")), told("product", Empty));
    assert_eq!(spoilt(|service| service.summary = words("")), told("summary", Empty));
    assert_eq!(spoilt(|service| service.also.push(" ".into())), told("also", Empty));
    assert_eq!(spoilt(|service| service.unconfirmed.push(words(""))), told("unconfirmed", Empty));
    assert_eq!(spoilt(|service| service.advice[0].because = words("")), told("advice.kerajinan", Empty));
    assert_eq!(spoilt(|service| service.advice.push(service.advice[0].clone())), told("advice.kerajinan", Twice));
    assert_eq!(spoilt(|service| service.complaint = words("")), told("complaint", Empty));
    assert_eq!(spoilt(|service| service.facilities = words("")), told("facilities", Empty));
    assert_eq!(spoilt(|service| service.competence = words("")), told("competence", Empty));
    assert_eq!(spoilt(|service| service.procedure.clear()), told("procedure", Empty));
    assert_eq!(spoilt(|service| service.procedure[1] = words("")), told("procedure", Empty));
    assert_eq!(spoilt(|service| service.legal_basis.clear()), told("legal_basis", Empty));
    assert_eq!(spoilt(|service| service.legal_basis[0].title.clear()), told("legal_basis", Empty));
    assert_eq!(spoilt(|service| service.reasons.clear()), told("reasons", Empty));
    assert_eq!(spoilt(|service| service.reasons.push(service.reasons[0].clone())), told("reasons.buram", Twice));
    assert_eq!(spoilt(|service| service.retention_months = 0), told("retention_months", TooSmall));
    assert_eq!(spoilt(|service| service.version = 0), told("version", TooSmall));
}

#[test]
fn what_is_needed_is_announced_and_asked_for() {
    use Fault::*;
    let nothing = spoilt(|service| service.requirements.clear());
    assert_eq!(nothing, [told("requirements", Empty), told("form.ktp", NotAnnounced)].concat());
    assert_eq!(spoilt(|service| service.requirements[0].name = words("")), told("requirements.1", Empty));
    assert_eq!(spoilt(|service| service.requirements[0].field = Some(key("lain"))), told("requirements.1", Unknown));
    let file = FieldKind::File { kinds: vec![FileKind::Pdf], most_bytes: 1, most: 1, most_pages: 1 };
    assert_eq!(with_field(true, file.clone()), told("form.baru", NotAnnounced));
    assert_eq!(with_field(false, file), []);
}

#[test]
fn a_form_can_be_filled_in() {
    use Fault::*;
    let sections = spoilt(|service| service.form.sections.clear());
    assert_eq!(sections, [told("form", Empty), told("requirements.2", Unknown)].concat());
    assert_eq!(spoilt(|service| service.form.sections[0].title = words("")), told("form.pemilik", Empty));
    let same = |service: &mut Service| service.form.sections[1].key = key("pemilik");
    assert_eq!(spoilt(same), told("form.pemilik", Twice));
    // The same key in another section stands twice too: paths do not name sections.
    let again = |service: &mut Service| service.form.sections[2].fields.push(field("nama", FieldKind::Nib));
    assert_eq!(spoilt(again), told("form.nama", Twice));
    assert_eq!(spoilt(|service| service.form.sections[0].fields[0].label = words("")), told("form.nama", Empty));
}

#[test]
fn every_field_can_be_answered() {
    use Fault::*;
    let option = |name: &str| Choice { key: key(name), label: words(name) };
    let number = |least, most| FieldKind::Number { least, most, unit: words("") };
    let rupiah = |least, most| FieldKind::Rupiah { least: Rupiah::new(least), most: Rupiah::new(most) };
    let file = |kinds: &[FileKind], most_bytes, most| FieldKind::File {
        kinds: kinds.to_vec(),
        most_bytes,
        most,
        most_pages: 1,
    };
    let group = |least, most, fields: Vec<Field>| FieldKind::Group { least, most, fields };
    let nib = || field("nib", FieldKind::Nib);
    for (kind, expected) in [
        (FieldKind::Line { most: 0 }, told("form.baru", TooSmall)),
        (FieldKind::Text { most: 5_000 }, vec![]),
        (FieldKind::Text { most: 5_001 }, told("form.baru", TooLarge)),
        (number(-1, 5), told("form.baru", TooSmall)),
        (number(5, 5), vec![]),
        (number(6, 5), told("form.baru", NoRange)),
        (rupiah(-1, 5), told("form.baru", TooSmall)),
        (rupiah(6, 5), told("form.baru", NoRange)),
        (rupiah(0, 100_000_000_001), told("form.baru", TooLarge)),
        (FieldKind::Choice { options: vec![] }, told("form.baru", Empty)),
        (FieldKind::Choice { options: vec![option("a"), option("a")] }, told("form.baru.a", Twice)),
        (FieldKind::Choice { options: vec![Choice { label: words(""), ..option("a") }] }, told("form.baru.a", Empty)),
        (group(0, 0, vec![nib()]), told("form.baru", TooSmall)),
        (group(0, 51, vec![nib()]), told("form.baru", TooLarge)),
        (group(3, 2, vec![nib()]), told("form.baru", NoRange)),
        (group(0, 1, vec![]), told("form.baru", Empty)),
        (group(0, 1, vec![nib(), nib()]), told("form.baru.nib", Twice)),
        (group(0, 1, vec![field("dalam", group(0, 1, vec![nib()]))]), told("form.baru.dalam", GroupInGroup)),
        (group(0, 1, vec![field("teks", FieldKind::Line { most: 0 })]), told("form.baru.teks", TooSmall)),
        (file(&[], 1, 1), told("form.baru", Empty)),
        (file(&[FileKind::Foto], 0, 1), told("form.baru", TooSmall)),
        (file(&[FileKind::Foto], 1, 0), told("form.baru", TooSmall)),
        (file(&[FileKind::Foto], 10 * 1024 * 1024, 1), vec![]),
        (file(&[FileKind::Foto], 10 * 1024 * 1024 + 1, 1), told("form.baru", TooLarge)),
    ] {
        assert_eq!(with_field(false, kind.clone()), expected, "{kind:?}");
    }
}

#[test]
fn an_own_service_promises_something() {
    use Fault::*;
    assert_eq!(spoilt_own(|own| own.norm = 0), told("norm", TooSmall));
    assert_eq!(spoilt_own(|own| own.fee = Rupiah::new(-1)), told("fee", TooSmall));
    assert_eq!(spoilt_own(|own| own.most_rounds = 0), told("most_rounds", TooSmall));
    assert_eq!(spoilt_own(|own| own.correction_days = 0), told("correction_days", TooSmall));
    assert_eq!(spoilt_own(|own| own.resume_days = 0), told("resume_days", TooSmall));
    assert_eq!(spoilt_own(|own| own.objection_days = 0), told("objection_days", TooSmall));
    assert_eq!(spoilt_own(|own| own.objection_norm = Some(0)), told("objection_norm", TooSmall));
    assert_eq!(spoilt_own(|own| own.validity_months = Some(0)), told("validity_months", TooSmall));
    assert_eq!(spoilt_own(|own| own.validity_months = None), []);
}

#[test]
fn an_accompanied_permit_comes_to_an_end() {
    use Fault::*;
    assert_eq!(spoilt_accompanied(|permit| permit.stages.clear()), told("stages", Empty));
    assert_eq!(spoilt_accompanied(|permit| permit.agency = words("")), told("agency", Empty));
    assert_eq!(spoilt_accompanied(|permit| permit.help.clear()), told("help", Empty));
    assert_eq!(spoilt_accompanied(|permit| permit.fees.clear()), told("fees", Empty));
    assert_eq!(spoilt_accompanied(|permit| permit.fees[0].what = words("")), told("fees", Empty));
    assert_eq!(spoilt_accompanied(|permit| permit.fees[0].amount = Rupiah::new(-1)), told("fees", TooSmall));
    assert_eq!(spoilt_accompanied(|permit| permit.stages[0].norm = Some(0)), told("stages.berkas", TooSmall));
    assert_eq!(spoilt_accompanied(|permit| permit.stages[1].norm = Some(3)), told("stages.kirim", NotOurs));
    assert_eq!(spoilt_accompanied(|permit| permit.stages[0].norm = None), told("stages.berkas", NoPromise));
    assert_eq!(spoilt_accompanied(|permit| permit.stages[1].next.push(key("x"))), told("stages.kirim", Unknown));
    assert_eq!(spoilt_accompanied(|permit| drop(permit.stages[2].next.pop())), told("stages.ditolak", Unreached));
    // Round and round between applicant and agency.
    let circle = spoilt_accompanied(|permit| {
        permit.stages.truncate(3);
        permit.stages[2].next.truncate(1);
    });
    let dead = ["berkas", "kirim", "periksa"].map(|stage| told(&format!("stages.{stage}"), DeadEnd));
    assert_eq!(circle, dead.concat());
    assert_eq!(spoilt_accompanied(|permit| permit.duties[0].every = Some(0)), told("duties.label", TooSmall));
    assert_eq!(spoilt_accompanied(|permit| permit.validity_months = Some(0)), told("validity_months", TooSmall));
    let twice = spoilt_accompanied(|permit| permit.duties.push(permit.duties[0].clone()));
    assert_eq!(twice, told("duties.label", Twice));
}
