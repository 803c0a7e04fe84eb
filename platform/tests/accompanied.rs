//! Permits of other agencies that the office accompanies, on both databases.

#[path = "support/case.rs"]
#[allow(dead_code)] // what is of own services only
mod support;

use std::collections::BTreeMap;

use domain::account::{Actor, Duty, Role};
use domain::lang::Lang;
use domain::permit::answers::Path;
use domain::permit::key::Key;
use domain::permit::state::{Action, State};
use domain::permit::step::Refused;
use domain::phone::Phone;
use domain::shop::badge::Kind;
use domain::time::Day;
use domain::typed::{Line, Text};
use platform::deadlines::run_deadlines;
use platform::permit::*;
use platform::shop::badge::find_own_legality;
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, setup};
use support::{days, moves, officer, photo};
use tokio::task::JoinSet;
use uuid::Uuid;

const NUMBER: &str = "2153603010245-31";

fn key(stage: &str) -> Key {
    Key::parse(stage).unwrap()
}

/// A P-IRT that somebody asked the office to accompany.
async fn asked(app: &TestApp, who: &Actor, token: &str) -> (Started, Applicant) {
    setup::prepare(app, "36.03").await.unwrap();
    let start = Start {
        token: token.to_owned(),
        name: Line::parse("Tarsinah Wulan").unwrap(),
        phone: Phone::parse("0812 3456 7890").unwrap(),
    };
    let started = start_case(app, who, "pirt", &start).await.unwrap();
    let keys = [started.secret.clone()];
    let applicant = find_applicant(app, who, &keys, &started.number).await.unwrap().unwrap();
    support::fill(app, &applicant, "usaha", &[("nib", "1242300876140"), ("alamat_produksi", "Kp. Curug RT 1")]).await;
    product(app, &applicant, "Plastik 250 g").await;
    add_file(app, &applicant, &Path::from_name("label"), "label.png", photo(10)).await.unwrap();
    assert_eq!(hand_in(app, &applicant).await.unwrap(), State::Didampingi);
    (started, applicant)
}

async fn product(app: &TestApp, applicant: &Applicant, package: &str) {
    let answers = [("nama_produk", "Keripik"), ("komposisi", "Pisang, gula"), ("kemasan", package), ("tahan", "90")];
    support::fill(app, applicant, "produk", &answers).await;
}

async fn act(app: &TestApp, who: &Actor, number: &str, deed: CaseDeed) -> Result<State, StepError> {
    decide_case(app, who, number, &CaseDeed { seen: moves(app, number).await, ..deed }).await
}

fn on(stage: &str) -> CaseDeed {
    CaseDeed { stage: Some(key(stage)), ..CaseDeed::of(Action::Advance, 0) }
}

fn issued(number: &str, day: &str, product: Option<Uuid>) -> CaseDeed {
    let (number, on) = (Line::parse(number).unwrap(), Day::parse(day).unwrap());
    CaseDeed { issued: Some(Issued { number, on, until: None, product }), ..CaseDeed::of(Action::Record, 0) }
}

async fn told(app: &TestApp, words: &str) -> i64 {
    let sql = "select count(*) from outbox where body like $1";
    app.db.one::<(i64,)>(sql, args![format!("%{words}%")]).await.unwrap().unwrap().0
}

async fn shown(app: &TestApp, applicant: &Applicant) -> CaseShown {
    show_case(app, applicant).await.unwrap().unwrap()
}

async fn desk(app: &TestApp, who: &Actor, desk: Desk) -> Vec<CaseCard> {
    list_cases(app, who, &CaseFilter { desk, ..CaseFilter::default() }).await.unwrap().cases
}

on_both_databases! {
    async fn a_permit_goes_from_stage_to_stage_to_its_end(app: TestApp) {
        let (started, applicant) = asked(&app, &Actor::Guest, "t").await;
        let number = &started.number;
        let rina = officer(&app, "Rina", &[Duty::Verifikator]).await;
        // The office promises its own stage only: two working days after Tuesday, 24 November 2026.
        let promise = shown(&app, &applicant).await.promise.unwrap().reading;
        assert_eq!((promise.norm, promise.due.day().to_string().as_str()), (2, "2026-11-26"));
        let card = desk(&app, &rina, Desk::Running).await.remove(0);
        assert_eq!((card.stage.unwrap().id.as_str(), card.left.unwrap().1), ("Produk dan label disiapkan", 2));
        assert_eq!(told(&app, "Permintaan pendampingan SPP-IRT").await, 1);
        // Only what follows, and not without saying what.
        for (deed, refused) in [(on("terpenuhi"), Refused::NoStage), (CaseDeed::of(Action::Advance, 0), Refused::NoStage)] {
            let tried = act(&app, &rina, number, deed).await;
            assert!(matches!(&tried, Err(StepError::Refused(why)) if *why == refused), "{tried:?}");
        }
        assert!(matches!(advance(&app, &applicant, &key("isi_oss")).await, Err(StepError::Refused(Refused::NotYours))));
        let words = CaseDeed { note: Text::parse("Label sudah benar.").ok(), ..on("isi_oss") };
        assert_eq!(act(&app, &rina, number, words).await.unwrap(), State::Didampingi);
        assert_eq!(told(&app, "Sekarang giliran Anda. Label sudah benar.").await, 1);
        for lang in [Lang::Id, Lang::En] {
            let receipt = open_receipt(&app, &applicant, lang).await.unwrap().unwrap();
            assert!(receipt.starts_with(b"%PDF"), "{lang:?}");
        }
        // It waits for others now: no promise runs, and it lies in the other drawer.
        assert!(shown(&app, &applicant).await.promise.is_none());
        assert_eq!((desk(&app, &rina, Desk::Running).await.len(), desk(&app, &rina, Desk::Waiting).await.len()), (0, 1));
        // The applicant says what happened, twice.
        for _ in 0..2 {
            advance(&app, &applicant, &key("terbit")).await.unwrap();
        }
        for stage in ["pkp", "periksa_dapur"] {
            act(&app, &rina, number, on(stage)).await.unwrap();
        }
        assert_eq!(act(&app, &rina, number, on("terpenuhi")).await.unwrap(), State::Selesai);
        let case = shown(&app, &applicant).await;
        let reached: Vec<String> = case.accompaniment.unwrap().reached.into_iter().map(|reached| reached.stage).collect();
        assert_eq!(reached, ["siapkan", "isi_oss", "terbit", "pkp", "periksa_dapur", "terpenuhi"]);
        assert_eq!((case.state, desk(&app, &rina, Desk::Done).await.len()), (State::Selesai, 1));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
        // Other agencies' time says nothing about the office.
        assert_eq!(keep_missing_outcomes(&app).await.unwrap(), 0);
        // Whoever has number and digits sees the stages, and nothing that was said.
        let tracked = track_case(&app, number, "7890").await.unwrap().unwrap();
        assert_eq!(tracked.reached.len(), 6);
        assert!(tracked.reached.iter().all(|reached| reached.words.is_none()));
    }

    async fn what_is_only_accompanied_can_be_mended_at_any_time(app: TestApp) {
        let (started, applicant) = asked(&app, &Actor::Guest, "t").await;
        let rina = officer(&app, "Rina", &[Duty::Verifikator]).await;
        let package = async || {
            let file = open_case(&app, &rina, &started.number).await.unwrap();
            file.handed_in.texts[&Path::from_name("kemasan")].clone()
        };
        assert!(!shown(&app, &applicant).await.is_ready(), "nothing changed");
        product(&app, &applicant, "Plastik 500 g").await;
        assert_eq!(package().await, "Plastik 250 g", "the office sees what was sent");
        assert!(shown(&app, &applicant).await.is_ready());
        assert_eq!(hand_in(&app, &applicant).await.unwrap(), State::Didampingi);
        assert_eq!(package().await, "Plastik 500 g");
        let empty = BTreeMap::from([(Path::from_name("kemasan"), String::new())]);
        let window = open_window(&app, &applicant, "produk").await.unwrap();
        save_section(&app, &applicant, "produk", empty, &window).await.unwrap();
        assert!(matches!(hand_in(&app, &applicant).await, Err(StepError::Refused(Refused::Incomplete))));
        assert_eq!(withdraw(&app, &applicant).await.unwrap(), State::Ditarik);
        assert!(act(&app, &rina, &started.number, on("isi_oss")).await.is_err());
        assert_eq!(keep_missing_outcomes(&app).await.unwrap(), 0);
    }

    async fn a_number_that_was_issued_brings_duties_and_reminders(app: TestApp) {
        let (started, applicant) = asked(&app, &Actor::Guest, "t").await;
        let number = &started.number;
        let rina = officer(&app, "Rina", &[Duty::Verifikator]).await;
        assert!(matches!(act(&app, &rina, number, CaseDeed::of(Action::Record, 0)).await, Err(StepError::NoPermit)));
        assert!(matches!(act(&app, &rina, number, issued("123", "2026-11-20", None)).await, Err(StepError::Number(Kind::Pirt, _))));
        assert!(matches!(act(&app, &rina, number, issued(NUMBER, "2026-11-25", None)).await, Err(StepError::IssuedDay)));
        act(&app, &rina, number, issued(NUMBER, "2026-11-20", None)).await.unwrap();
        let known = shown(&app, &applicant).await.accompaniment.unwrap();
        let permit = known.permit.unwrap();
        assert_eq!((permit.number.as_str(), permit.until.unwrap().to_string().as_str(), permit.badge), (NUMBER, "2031-11-20", false));
        let due: Vec<(Option<&str>, String)> =
            known.duties.iter().map(|duty| (duty.key.as_deref(), duty.due.to_string())).collect();
        assert_eq!(due[..2], [(Some("cppb"), "2027-02-20".to_owned()), (Some("pkp"), "2027-02-20".to_owned())]);
        assert_eq!(due[2..], [(Some("perpanjang"), "2031-08-20".to_owned()), (None, "2031-11-20".to_owned())]);
        // Thirty days before, once; whoever is late to look sends one reminder for two that were due.
        days(&app, 57);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "Jangan lupa kewajiban").await, 0);
        days(&app, 2);
        run_deadlines(&app).await.unwrap();
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "Jangan lupa kewajiban").await, 2);
        for _ in 0..2 {
            finish_duty(&app, &applicant, "pkp", 0).await.unwrap();
        }
        days(&app, 40);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "Jangan lupa kewajiban").await, 3, "only of what is open");
        finish_duty_for(&app, &rina, number, "cppb", 0).await.unwrap();
        assert!(matches!(finish_duty(&app, &applicant, "tidak_ada", 0).await, Err(StepError::NotFound)));
        let open = shown(&app, &applicant).await.accompaniment.unwrap().duties;
        assert_eq!(open.iter().filter(|duty| duty.done_at.is_none()).count(), 2);
        // Its end is told 90 days before.
        days(&app, 1_640);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "Urus perpanjangannya").await, 1);
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn a_duty_that_comes_again_is_due_anew(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let start = Start { token: "t".to_owned(), name: Line::parse("Iis").unwrap(), phone: Phone::parse("0812 3456 7890").unwrap() };
        let started = start_case(&app, &Actor::Guest, "nib", &start).await.unwrap();
        let applicant = support::applicant(&app, &started).await;
        let desa = "select code from region where code like '36.03.17.%' order by code limit 1";
        let (desa,): (String,) = app.db.one(desa, args![]).await.unwrap().unwrap();
        let answers = [("nama_usaha", "Seblak"), ("kegiatan", "Membuat seblak."), ("desa", desa.as_str())];
        support::fill(&app, &applicant, "usaha", &answers).await;
        hand_in(&app, &applicant).await.unwrap();
        let rina = officer(&app, "Rina", &[Duty::Verifikator]).await;
        act(&app, &rina, &started.number, issued("1281200764310", "2026-11-24", None)).await.unwrap();
        finish_duty(&app, &applicant, "perbarui_data", 0).await.unwrap();
        let duties = shown(&app, &applicant).await.accompaniment.unwrap().duties;
        let again = duties.iter().find(|duty| duty.key.as_deref() == Some("perbarui_data") && duty.done_at.is_none());
        assert_eq!(again.map(|duty| (duty.again, duty.due.to_string())), Some((1, "2028-11-24".to_owned())));
    }

    async fn a_recorded_number_lights_the_badge_of_the_owners_product(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        demo::seed(&app, 60).await.unwrap();
        let sql = "select a.id, u.id, p.id from product p join usaha u on u.id = p.usaha_id \
             join account a on a.id = u.owner_id where a.phone = '+6281110000002' order by p.slug limit 1";
        let (owner, shop, food): (Uuid, Uuid, Uuid) = app.db.one(sql, args![]).await.unwrap().unwrap();
        app.db.run("delete from badge where usaha_id = $1", args![shop]).await.unwrap();
        let owner = Actor::Account { id: owner, roles: vec![Role::PelakuUsaha], duties: Vec::new() };
        let (started, applicant) = asked(&app, &owner, "t").await;
        let rina = officer(&app, "Rina", &[Duty::Verifikator]).await;
        let file = open_case(&app, &rina, &started.number).await.unwrap();
        assert!(file.products.iter().any(|(product, _)| *product == food));
        let elsewhere = act(&app, &rina, &started.number, issued(NUMBER, "2026-11-20", Some(app.new_id()))).await;
        assert!(matches!(elsewhere, Err(StepError::NoProduct)), "{elsewhere:?}");
        for _ in 0..2 {
            act(&app, &rina, &started.number, issued(NUMBER, "2026-11-20", Some(food))).await.unwrap();
        }
        let legality = find_own_legality(&app, &owner).await.unwrap().unwrap();
        let (_, slots) = legality.products.iter().find(|(product, _)| product.id == food).unwrap();
        let badge = slots.iter().find(|slot| slot.kind == Kind::Pirt).and_then(|slot| slot.latest.clone()).unwrap();
        assert_eq!(badge.state(app.now().day()), domain::shop::badge::State::Terverifikasi);
        let sql = "select count(*) from badge where usaha_id = $1";
        assert_eq!(app.db.one::<(i64,)>(sql, args![shop]).await.unwrap().unwrap().0, 1);
        let known = shown(&app, &applicant).await.accompaniment.unwrap();
        // The badge reminds of its end by itself.
        assert!(known.permit.unwrap().badge && known.duties.iter().all(|duty| duty.key.is_some()));
        let companion = find_companion(&app, &owner).await.unwrap();
        assert!(companion.underway.iter().any(|underway| underway.number == started.number));
        assert!(companion.duties.iter().any(|duty| duty.number == started.number));
        // Nobody in the office accompanies their own permit.
        let both = Actor::Account { id: owner.id().unwrap(), roles: vec![Role::Petugas], duties: vec![Duty::Verifikator] };
        assert!(matches!(act(&app, &both, &started.number, on("isi_oss")).await, Err(StepError::Refused(Refused::OwnCase))));
    }

    async fn twenty_officers_at_once_take_it_one_stage_further(app: TestApp) {
        let (started, _) = asked(&app, &Actor::Guest, "t").await;
        let mut officers = Vec::new();
        for nth in 0..20 {
            officers.push(officer(&app, &format!("Petugas {nth}"), &[Duty::Verifikator]).await);
        }
        let deed = CaseDeed { seen: moves(&app, &started.number).await, ..on("isi_oss") };
        let mut tried = JoinSet::new();
        for officer in officers {
            let (platform, number, deed) = (app.platform.clone(), started.number.clone(), deed.clone());
            tried.spawn(async move { decide_case(&platform, &officer, &number, &deed).await });
        }
        let results = tried.join_all().await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        assert_eq!(results.iter().filter(|result| matches!(result, Err(StepError::Already(Some(_))))).count(), 19);
    }
}
