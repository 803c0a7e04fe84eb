//! A case from the draft to its end, on both databases.

#[path = "support/case.rs"]
mod support;

use std::sync::Arc;
use std::time::Duration;

use domain::account::{Actor, Duty};
use domain::document::UnfitPdf;
use domain::permit::answers::{Path, Problem};
use domain::permit::clock::Pace;
use domain::permit::form::FileKind;
use domain::permit::reason::Reason;
use domain::permit::state::{Action, State};
use domain::permit::step::Refused;
use domain::permit::verdict::{NoCorrection, Verdict};
use domain::typed::Text;
use platform::attachment::UnfitFile;
use platform::deadlines::run_deadlines;
use platform::held::PinError;
use platform::permit::*;
use platform::ports::{ScanError, Scanner};
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use support::*;

fn path(name: &str) -> Path {
    Path::from_name(name)
}

/// One empty page.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF";

/// A scanner that finds something in files with this word, and is away for others.
struct TestScanner;

#[async_trait::async_trait]
impl Scanner for TestScanner {
    async fn scan(&self, file: &[u8]) -> Result<(), ScanError> {
        match file {
            PDF => Err(ScanError::Away("no answer".to_owned())),
            b"EICAR" => Err(ScanError::Infected),
            _ => Ok(()),
        }
    }
}

fn reason() -> Reason {
    Reason::parse("tidak_terbaca", "Foto KTP buram.").unwrap()
}

async fn shown(app: &TestApp, applicant: &Applicant) -> CaseShown {
    show_case(app, applicant).await.unwrap().unwrap()
}

on_both_databases! {
    async fn a_form_sent_twice_begins_one_case(app: TestApp) {
        let (first, _) = begin(&app, "t").await;
        let (again, _) = begin(&app, "t").await;
        assert_eq!(first, again);
        let (other, _) = begin(&app, "u").await;
        assert_ne!(first.number, other.number);
        assert!(first.number.starts_with("IZN-") && first.pin.len() == 6);
    }

    async fn what_is_typed_is_kept_right_or_wrong(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        fill(&app, &applicant, "pemohon", &[("nama", "Siti"), ("nik", "123"), ("nama_merek", "elsewhere")]).await;
        let case = shown(&app, &applicant).await;
        assert_eq!(case.typed.texts.get(&path("nik")).map(String::as_str), Some("123"));
        assert!(!case.typed.has(&path("nama_merek")), "a field of another section is not saved");
        let wrong = |name: &str| case.checked.problems.iter().find(|(at, _)| *at == path(name)).map(|(_, problem)| *problem);
        assert!(matches!(wrong("nik"), Some(Problem::Nik(_))));
        assert_eq!(wrong("ktp"), Some(Problem::Missing));
        assert_eq!(wrong("nama"), None);
        assert!(matches!(hand_in(&app, &applicant).await, Err(StepError::Refused(Refused::Incomplete))));
        // What is left out of a form was emptied.
        fill(&app, &applicant, "pemohon", &[("nama", "Siti")]).await;
        assert!(!shown(&app, &applicant).await.typed.has(&path("nik")));
    }

    async fn nobody_reads_answers_in_the_database(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let sql = "select answers, handed_in from permit_case where number = $1";
        let (answers, handed_in): (Vec<u8>, Vec<u8>) = app.db.one(sql, args![&started.number]).await.unwrap().unwrap();
        for sealed in [&answers, &handed_in] {
            for secret in ["3603014107850001", "Keripik", "nik"] {
                assert!(!sealed.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
            }
        }
        // Moved to another case it does not open.
        let (other, applicant) = begin(&app, "u").await;
        let sql = "update permit_case set answers = $2 where number = $1";
        app.db.run(sql, args![&other.number, answers]).await.unwrap();
        assert!(show_case(&app, &applicant).await.is_err());
    }

    async fn only_the_applicant_gets_in(app: TestApp) {
        let (started, _) = begin(&app, "t").await;
        let (other, _) = begin(&app, "u").await;
        let find = async |actor: &Actor, keys: &[String]| find_applicant(&app, actor, keys, &started.number).await.unwrap();
        assert!(find(&Actor::Guest, &[]).await.is_none());
        assert!(find(&Actor::Guest, std::slice::from_ref(&other.secret)).await.is_none());
        assert!(find(&officer(&app, "Budi", &[Duty::Verifikator]).await, &[]).await.is_none());
        let found = find(&Actor::Guest, &[other.secret.clone(), started.secret.clone()]).await.unwrap();
        assert_eq!(found.pin(), Some(started.pin.as_str()));
        assert_eq!(find_case_of_key(&app, &started.secret).await.unwrap().as_deref(), Some(started.number.as_str()));
    }

    async fn a_pin_opens_a_case_for_half_a_day_and_cannot_be_guessed(app: TestApp) {
        let (started, _) = begin(&app, "t").await;
        let typed = started.number.to_lowercase().replace('-', " ");
        let (number, key) = open_with_pin(&app, &typed, &started.pin).await.unwrap();
        assert_eq!(number, started.number);
        let find = async || find_applicant(&app, &Actor::Guest, std::slice::from_ref(&key), &number).await.unwrap();
        assert_eq!(find().await.unwrap().pin(), None, "a key for a PIN does not show the PIN");
        app.clock.advance(Duration::from_secs(13 * 3600));
        assert!(find().await.is_none());
        assert_eq!(forget_old_keys(&app).await.unwrap(), 1);
        for _ in 0..5 {
            assert!(matches!(open_with_pin(&app, &number, "000000").await, Err(PinError::Wrong)));
        }
        assert!(matches!(open_with_pin(&app, &number, &started.pin).await, Err(PinError::Wait(_))));
        assert!(matches!(open_with_pin(&app, "IZN-0000-0000-0", "000000").await, Err(PinError::Wrong)));
        assert!(matches!(open_with_pin(&app, "nonsense", "000000").await, Err(PinError::Wrong)));
    }

    async fn documents_are_taken_by_their_content(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let add = async |name: &str, bytes: &[u8]| add_file(&app, &applicant, &path(name), "KTP saya.jpg", bytes.to_vec()).await;
        assert!(matches!(add("ktp", b"<html>").await, Err(FileError::Unfit(_))));
        assert!(matches!(add("ktp", b"%PDF-1.7 cut").await, Err(FileError::Unfit(UnfitFile::Pdf(UnfitPdf::Cut)))));
        assert!(matches!(add("etiket", b"%PDF-1.7 %%EOF").await, Err(FileError::Unfit(UnfitFile::NotAPhoto))));
        assert!(matches!(add("nama", &photo(1)).await, Err(FileError::NotFound)));
        assert!(matches!(add("ktp", &vec![0; 5_242_881]).await, Err(FileError::Unfit(UnfitFile::TooLarge(5_242_880)))));
        assert!(app.blobs.keys("case/").is_empty());
        add("ktp", PDF).await.unwrap();
        assert!(matches!(add("ktp", &photo(1)).await, Err(FileError::Unfit(UnfitFile::TooMany(1)))));
        let file = shown(&app, &applicant).await.files[0].clone();
        assert_eq!(file.name, "KTP saya.jpg");
        remove_file(&app, &applicant, &path("ktp"), file.id).await.unwrap();
        remove_file(&app, &applicant, &path("ktp"), file.id).await.unwrap();
        assert!(shown(&app, &applicant).await.files.is_empty());
        app.clock.advance(Duration::from_secs(3601));
        assert_eq!(remove_unused_files(&app).await.unwrap(), 1);
        assert!(app.blobs.keys("case/").is_empty());
    }

    async fn what_the_virus_scanner_has_not_found_clean_is_not_taken(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let scanned = app.platform.clone().with_scanner(Arc::new(TestScanner));
        let add = async |bytes: &[u8]| add_file(&scanned, &applicant, &path("ktp"), "ktp.pdf", bytes.to_vec()).await;
        assert!(matches!(add(b"EICAR").await, Err(FileError::Unfit(UnfitFile::Infected))));
        assert!(matches!(add(PDF).await, Err(FileError::Unfit(UnfitFile::NotScanned(_)))));
        assert!(app.blobs.keys("case/").is_empty());
        add(&photo(1)).await.unwrap();
    }

    async fn a_full_store_loses_nothing_that_was_typed(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        fill(&app, &applicant, "pemohon", &[("nama", "Siti")]).await;
        app.blobs.set_full(true);
        let result = add_file(&app, &applicant, &path("ktp"), "a.png", photo(1)).await;
        assert!(matches!(result, Err(FileError::Store(_))));
        let case = shown(&app, &applicant).await;
        assert!(case.files.is_empty() && case.typed.has(&path("nama")));
        app.blobs.set_full(false);
        app.clock.advance(Duration::from_secs(3601));
        assert_eq!(remove_unused_files(&app).await.unwrap(), 1, "the row of the broken upload");
        add_file(&app, &applicant, &path("ktp"), "a.png", photo(1)).await.unwrap();
    }

    async fn a_document_that_is_sent_twice_is_one(app: TestApp) {
        let app = Arc::new(app);
        let (_, applicant) = begin(&app, "t").await;
        let add = async |name: &str, bytes: Vec<u8>| add_file(&app, &applicant, &path(name), "a.png", bytes).await;
        for _ in 0..2 {
            add("ktp", PDF.to_vec()).await.unwrap();
            add("etiket", photo(1)).await.unwrap();
        }
        let files = shown(&app, &applicant).await.files;
        assert_eq!(files.len(), 2);
        assert_eq!(app.blobs.keys("case/").len(), 2, "nothing was coded for nothing");
        // Two windows at the same moment: neither was there when the other looked first.
        let tries: Vec<_> = (0..4).map(|_| {
            let (app, applicant) = (app.clone(), applicant.clone());
            tokio::spawn(async move { add_file(&app, &applicant, &path("etiket"), "b.png", photo(2)).await })
        }).collect();
        for tried in tries {
            assert!(matches!(tried.await.unwrap(), Err(FileError::Unfit(UnfitFile::TooMany(1)))));
        }
        let etiket = files.iter().find(|file| file.name == "a.png" && file.kind == FileKind::Foto).unwrap();
        remove_file(&app, &applicant, &path("etiket"), etiket.id).await.unwrap();
        let tries: Vec<_> = (0..4).map(|_| {
            let (app, applicant) = (app.clone(), applicant.clone());
            tokio::spawn(async move { add_file(&app, &applicant, &path("etiket"), "b.png", photo(2)).await })
        }).collect();
        for tried in tries {
            tried.await.unwrap().unwrap();
        }
        assert_eq!(shown(&app, &applicant).await.files.len(), 2);
        // What was taken back may come again.
        add("ktp", PDF.to_vec()).await.unwrap();
        let ktp = shown(&app, &applicant).await.files.iter().find(|file| file.kind == FileKind::Pdf).unwrap().id;
        remove_file(&app, &applicant, &path("ktp"), ktp).await.unwrap();
        add("ktp", PDF.to_vec()).await.unwrap();
        assert_eq!(shown(&app, &applicant).await.files.len(), 2);
    }

    async fn a_document_opens_by_its_link_for_who_may(app: TestApp) {
        let (started, applicant) = complete(&app, "t").await;
        let file = shown(&app, &applicant).await.files[0].id;
        let link = file_link(&app, file);
        let (_, query) = link.split_once("?sampai=").unwrap();
        let (until, signature) = query.split_once("&tanda=").unwrap();
        let until: i64 = until.parse().unwrap();
        let keys = [started.secret.clone()];
        let office = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let open = async |actor: &Actor, keys: &[String], until, signature: &str| {
            open_file(&app, actor, keys, file, until, signature).await.unwrap().is_some()
        };
        assert!(open(&Actor::Guest, &keys, until, signature).await);
        assert!(!open(&Actor::Guest, &[], until, signature).await);
        assert!(!open(&Actor::Guest, &keys, until + 1, signature).await, "the time is signed");
        assert!(!open(&office, &[], until, signature).await, "a draft is not the office's");
        hand_in(&app, &applicant).await.unwrap();
        assert!(open(&office, &[], until, signature).await);
        app.clock.advance(Duration::from_secs(3601));
        assert!(!open(&Actor::Guest, &keys, until, signature).await, "the link is over");
    }

    async fn a_case_is_handed_in_once_and_promised_a_day(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        assert_eq!(hand_in(&app, &applicant).await.unwrap(), State::Diajukan);
        let case = shown(&app, &applicant).await;
        // Handed in on Tuesday, 24 November 2026; five working days later.
        let reading = case.promise.unwrap().reading;
        assert_eq!((reading.due.day().to_string().as_str(), reading.remaining), ("2026-12-01", 5));
        assert_eq!(case.events.iter().filter(|event| event.action == "ajukan").count(), 1);
        let sent: Vec<(String,)> = app.db.all("select body from outbox", args![]).await.unwrap();
        assert_eq!(sent.len(), 1);
        let body = domain::notice::revealed(&sent[0].0);
        assert!(body.contains(&started.number) && body.contains(&started.pin) && body.contains("1 Desember 2026"), "{body}");
        assert!(!domain::notice::masked(&sent[0].0).contains(&started.pin));
    }

    async fn the_tracker_tells_nothing_personal(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        assert!(track_case(&app, &started.number, "0000").await.unwrap().is_none());
        assert!(track_case(&app, "IZN-0000-0000-0", "7890").await.unwrap().is_none());
        let tracked = track_case(&app, &started.number.to_lowercase(), " 7890 ").await.unwrap().unwrap();
        assert_eq!(tracked.state, State::Diajukan);
        let told = format!("{tracked:?}");
        for secret in ["3603014107850001", "Tarsinah", "Wulan", "81234567890"] {
            assert!(!told.contains(secret), "{secret}");
        }
        let (draft, _) = begin(&app, "u").await;
        assert!(track_case(&app, &draft.number, "7890").await.unwrap().is_none(), "a draft is nobody's business");
    }

    async fn a_case_is_examined_by_one_and_decided_by_another(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let both = officer(&app, "Budi", &[Duty::Verifikator, Duty::Penyetuju]).await;
        let head = officer(&app, "Ratna", &[Duty::Penyetuju]).await;
        let number = &started.number;
        assert_eq!(step(&app, &both, number, Action::TakeUp).await.unwrap(), State::Verifikasi);
        assert!(matches!(step(&app, &both, number, Action::Forward).await, Err(StepError::Refused(Refused::NotAccepted))));
        accept_all(&app, &both, number).await;
        assert_eq!(step(&app, &both, number, Action::Forward).await.unwrap(), State::Persetujuan);
        assert!(matches!(step(&app, &both, number, Action::Approve).await, Err(StepError::Refused(Refused::FourEyes))));
        assert_eq!(step(&app, &head, number, Action::Approve).await.unwrap(), State::Terbit);
        let case = shown(&app, &applicant).await;
        assert_eq!(case.last_day.unwrap().to_string(), "2027-11-24");
        assert_eq!(case.promise.unwrap().reading.pace, Pace::Stopped);
        // Both refused attempts are written down.
        let refused = |event: &&CaseEvent| event.action == "ditolak_sistem";
        assert_eq!(case.events.iter().filter(refused).count(), 2);
    }

    async fn what_colleagues_tell_each_other_stays_in_the_office(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let head = officer(&app, "Ratna", &[Duty::Penyetuju]).await;
        let number = &started.number;
        step(&app, &budi, number, Action::TakeUp).await.unwrap();
        for (who, action) in [(&budi, Action::ProposeRefusal), (&head, Action::Return)] {
            let reason = Reason::parse("bukan_umk", &format!("Untuk rekan: {action}")).ok();
            let deed = CaseDeed { reason, ..CaseDeed::of(action, moves(&app, number).await) };
            decide_case(&app, who, number, &deed).await.unwrap();
        }
        let told = format!("{:?}", shown(&app, &applicant).await.events);
        assert!(!told.contains("Untuk rekan"), "{told}");
        let inside = format!("{:?}", open_case(&app, &head, number).await.unwrap().events);
        assert!(inside.contains("Untuk rekan: usulkan_tolak") && inside.contains("Untuk rekan: kembalikan"), "{inside}");
    }

    async fn a_correction_opens_only_what_was_refused(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let number = &started.number;
        step(&app, &budi, number, Action::TakeUp).await.unwrap();
        let ask = async || {
            let seen = moves(&app, number).await;
            decide_case(&app, &budi, number, &CaseDeed { reason: Some(reason()), ..CaseDeed::of(Action::AskCorrection, seen) }).await
        };
        assert!(matches!(ask().await, Err(StepError::NoCorrection(NoCorrection::Unjudged(_)))));
        accept_all(&app, &budi, number).await;
        assert!(matches!(ask().await, Err(StepError::NoCorrection(NoCorrection::Nothing))));
        let refuse = Verdict::Replace { reason: reason(), example: None };
        judge_document(&app, &budi, number, &path("ktp"), &refuse).await.unwrap();
        judge_document(&app, &budi, number, &path("nama_merek"), &refuse).await.unwrap();
        assert_eq!(ask().await.unwrap(), State::PerluPerbaikan);
        let case = shown(&app, &applicant).await;
        assert_eq!(case.asked.len(), 2);
        assert!(case.may_change(&path("ktp")) && case.may_change(&path("nama_merek")) && !case.may_change(&path("barang")));
        assert_eq!(case.promise.as_ref().unwrap().reading.pace, Pace::Paused);
        // Nothing changed yet.
        assert!(!case.is_ready());
        assert!(matches!(hand_in(&app, &applicant).await, Err(StepError::Refused(Refused::Incomplete))));
        fill(&app, &applicant, "merek", &[("nama_merek", "Bu Siti"), ("barang", "Semua"), ("dipakai", "belum")]).await;
        let file = case.files.iter().find(|file| case.typed.files[&path("ktp")][0].id == file.id).unwrap().id;
        remove_file(&app, &applicant, &path("ktp"), file).await.unwrap();
        add_file(&app, &applicant, &path("ktp"), "baru.png", photo(99)).await.unwrap();
        let locked = add_file(&app, &applicant, &path("etiket"), "baru.png", photo(99)).await;
        assert!(matches!(locked, Err(FileError::NotNow)));
        let case = shown(&app, &applicant).await;
        assert_eq!(case.typed.texts[&path("barang")], "Keripik pisang", "what was accepted stays");
        assert!(case.is_ready());
        assert_eq!(hand_in(&app, &applicant).await.unwrap(), State::Verifikasi);
        let opened = open_case(&app, &budi, number).await.unwrap();
        assert_eq!(opened.handed_in.texts[&path("nama_merek")], "Bu Siti");
        assert_eq!(opened.verdicts.0.keys().map(Path::as_str).collect::<Vec<_>>(), ["etiket"], "the rest is judged anew");
        assert_eq!(opened.files.len(), 3, "what the office saw before is still there");
    }

    async fn a_correction_that_never_comes_stops_the_case_and_then_ends_it(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let number = &started.number;
        step(&app, &budi, number, Action::TakeUp).await.unwrap();
        let refuse = Verdict::Replace { reason: reason(), example: None };
        judge_document(&app, &budi, number, &path("ktp"), &refuse).await.unwrap();
        judge_document(&app, &budi, number, &path("etiket"), &Verdict::Accepted).await.unwrap();
        let deed = CaseDeed { reason: Some(reason()), ..CaseDeed::of(Action::AskCorrection, moves(&app, number).await) };
        decide_case(&app, &budi, number, &deed).await.unwrap();
        days(&app, 12);
        assert_eq!(run_deadlines(&app).await.unwrap(), 1, "a reminder");
        assert_eq!(shown(&app, &applicant).await.state, State::PerluPerbaikan);
        days(&app, 3);
        assert_eq!(run_deadlines(&app).await.unwrap(), 1);
        assert_eq!(shown(&app, &applicant).await.state, State::Dihentikan);
        days(&app, 179);
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        days(&app, 2);
        assert_eq!(run_deadlines(&app).await.unwrap(), 1);
        let case = shown(&app, &applicant).await;
        assert_eq!(case.state, State::Ditolak);
        assert_eq!(case.events[0].by_role, "sistem");
    }

    async fn twenty_officers_decide_once(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let number = started.number.clone();
        step(&app, &budi, &number, Action::TakeUp).await.unwrap();
        accept_all(&app, &budi, &number).await;
        step(&app, &budi, &number, Action::Forward).await.unwrap();
        let seen = moves(&app, &number).await;
        let mut heads = Vec::new();
        for nth in 0..20 {
            heads.push(officer(&app, &format!("Kepala {nth}"), &[Duty::Penyetuju]).await);
        }
        let tasks: Vec<_> = heads
            .into_iter()
            .enumerate()
            .map(|(nth, head)| {
                let (platform, number) = (app.platform.clone(), number.clone());
                tokio::spawn(async move {
                    let action = if nth % 2 == 0 { Action::Approve } else { Action::Refuse };
                    let reason = (action == Action::Refuse).then(reason);
                    let deed = CaseDeed { reason, ..CaseDeed::of(action, seen) };
                    decide_case(&platform, &head, &number, &deed).await
                })
            })
            .collect();
        let (mut done, mut told) = (0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Ok(_) => done += 1,
                Err(StepError::Already(Some(last))) => {
                    assert!(last.name.is_some_and(|name| name.starts_with("Kepala")));
                    told += 1;
                }
                Err(error) => panic!("{error:?}"),
            }
        }
        assert_eq!((done, told), (1, 19));
        let decided = "select count(*) from case_event where action in ('setujui', 'tolak')";
        assert_eq!(app.db.one::<(i64,)>(decided, args![]).await.unwrap(), Some((1,)));
    }

    async fn who_looked_is_written_down_and_sees_masked_numbers(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let counter = officer(&app, "Loket", &[Duty::Loket]).await;
        let number = &started.number;
        for _ in 0..3 {
            let opened = open_case(&app, &budi, number).await.unwrap();
            assert_eq!(opened.handed_in.texts[&path("nik")], "3603••••••••0001");
            assert_eq!(opened.masked, [path("nik")]);
            assert_eq!(opened.allowed, [Action::TakeUp]);
        }
        assert!(open_case(&app, &counter, number).await.unwrap().allowed.is_empty());
        assert!(matches!(show_sensitive(&app, &counter, number, &path("nik")).await, Err(StepError::Forbidden(_))));
        assert_eq!(show_sensitive(&app, &budi, number, &path("nik")).await.unwrap(), "3603014107850001");
        let events = shown(&app, &applicant).await.events;
        let looked: Vec<_> = events.iter().filter(|event| event.action.starts_with("baca")).collect();
        let who: Vec<_> = looked.iter().map(|event| event.name.as_deref().unwrap()).collect();
        assert_eq!(who, ["Budi", "Loket", "Budi"]);
        assert!(matches!(open_case(&app, &Actor::Guest, number).await, Err(StepError::Forbidden(_))));
    }

    async fn what_happened_holds_together_like_a_chain(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        step(&app, &budi, &started.number, Action::TakeUp).await.unwrap();
        accept_all(&app, &budi, &started.number).await;
        assert_eq!(verify_chains(&app).await.unwrap(), []);
        let sql = "update case_event set internal_note = 'etiket: perlu_diganti' where action = 'nilai' and seq = 5";
        assert_eq!(app.db.run(sql, args![]).await.unwrap(), 1);
        assert_eq!(verify_chains(&app).await.unwrap(), [(started.number.clone(), 5)]);
        app.db.run("delete from case_event where seq = 5", args![]).await.unwrap();
        assert_eq!(verify_chains(&app).await.unwrap(), [(started.number.clone(), 5)]);
    }

    async fn the_inbox_is_in_the_order_of_what_is_left(app: TestApp) {
        let (first, _) = submitted(&app, "a").await;
        days(&app, 1);
        let (second, applicant) = submitted(&app, "b").await;
        let (draft, _) = complete(&app, "c").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let list = async |filter: CaseFilter| list_cases(&app, &budi, &filter).await.unwrap();
        let numbers = |list: &CaseList| list.cases.iter().map(|case| case.number.clone()).collect::<Vec<_>>();
        let all = list(CaseFilter::default()).await;
        assert_eq!(numbers(&all), [first.number.clone(), second.number.clone()]);
        assert!(!numbers(&all).contains(&draft.number));
        assert_eq!(all.counts, CaseCounts { running: 2, ..CaseCounts::default() });
        assert_eq!(all.cases.iter().map(|case| case.left.unwrap().1).collect::<Vec<_>>(), [5, 5]);
        step(&app, &budi, &first.number, Action::TakeUp).await.unwrap();
        let mine = list(CaseFilter { assigned: Assigned::Me, ..CaseFilter::default() }).await;
        assert_eq!(numbers(&mine), std::slice::from_ref(&first.number));
        let free = list(CaseFilter { assigned: Assigned::Nobody, ..CaseFilter::default() }).await;
        assert_eq!(numbers(&free), std::slice::from_ref(&second.number));
        let found = list(CaseFilter { words: "bu rohimah".to_owned(), ..CaseFilter::default() }).await;
        assert_eq!(found.cases.len(), 2);
        withdraw(&app, &applicant).await.unwrap();
        let done = list(CaseFilter { desk: Desk::Done, ..CaseFilter::default() }).await;
        assert_eq!(numbers(&done), std::slice::from_ref(&second.number));
        days(&app, 20);
        assert_eq!(run_deadlines(&app).await.unwrap(), 1, "the promise was not kept");
        assert_eq!(verify_chains(&app).await.unwrap(), []);
        // Going on does not tell it again.
        accept_all(&app, &budi, &first.number).await;
        step(&app, &budi, &first.number, Action::Forward).await.unwrap();
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        assert_eq!(list(CaseFilter::default()).await.counts, CaseCounts { running: 1, overdue: 1, ..CaseCounts::default() });
    }

    async fn visits_stand_in_the_order_of_the_route(app: TestApp) {
        let (later, _) = submitted(&app, "a").await;
        let (sooner, _) = submitted(&app, "b").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let field = officer(&app, "Yudi", &[Duty::Lapangan]).await;
        let calendar = calendar(&app).await.unwrap();
        let workdays: Vec<_> = (1..9).map(|ahead| app.now().day().plus(ahead)).filter(|day| calendar.off(*day).is_none()).collect();
        for (started, day) in [(&later, workdays[1]), (&sooner, workdays[0])] {
            step(&app, &budi, &started.number, Action::TakeUp).await.unwrap();
            accept_all(&app, &budi, &started.number).await;
            let seen = moves(&app, &started.number).await;
            let deed = CaseDeed { visit_on: Some(day), ..CaseDeed::of(Action::PlanVisit, seen) };
            assert_eq!(decide_case(&app, &budi, &started.number, &deed).await.unwrap(), State::Kunjungan);
        }
        let numbers = async || list_visits(&app, &field).await.unwrap().into_iter().map(|visit| visit.number).collect::<Vec<_>>();
        assert_eq!(numbers().await, [sooner.number.clone(), later.number.clone()]);
        let seen = moves(&app, &sooner.number).await;
        let note = Some(Text::parse("Tempat sesuai.").unwrap());
        let deed = CaseDeed { note, ..CaseDeed::of(Action::ReportVisit, seen) };
        decide_case(&app, &field, &sooner.number, &deed).await.unwrap();
        assert_eq!(numbers().await, std::slice::from_ref(&later.number));
        assert_eq!(count_cases(&app, &field).await.unwrap().running, 2);
    }

    async fn a_paused_case_shows_what_is_left_and_until_when(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        step(&app, &budi, &started.number, Action::TakeUp).await.unwrap();
        let replace = Verdict::Replace { reason: reason(), example: None };
        judge_document(&app, &budi, &started.number, &path("ktp"), &replace).await.unwrap();
        judge_document(&app, &budi, &started.number, &path("etiket"), &Verdict::Accepted).await.unwrap();
        let seen = moves(&app, &started.number).await;
        let deed = CaseDeed { reason: Some(reason()), ..CaseDeed::of(Action::AskCorrection, seen) };
        decide_case(&app, &budi, &started.number, &deed).await.unwrap();
        let (asked, now) = (app.now().day(), app.now());
        days(&app, 3);
        let waiting = CaseFilter { desk: Desk::Waiting, ..CaseFilter::default() };
        let list = list_cases(&app, &budi, &waiting).await.unwrap();
        let case = &list.cases[0];
        assert_eq!((case.left, case.frozen, case.since), (None, Some(5), now));
        assert_eq!(case.last_day, Some(asked.plus(14)));
    }

    async fn a_case_is_found_by_the_beginnings_of_its_words_and_by_its_number(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let finds = async |typed: &str| {
            let filter = CaseFilter { words: typed.to_owned(), ..CaseFilter::default() };
            list_cases(&app, &budi, &filter).await.unwrap().cases.len()
        };
        let number = started.number.clone();
        for typed in ["tarsi", "WULAN bu", "rohimah, tarsinah", &number, &number.to_lowercase(), &number.replace('-', ""), &number[..8], &number[4..]] {
            assert_eq!(finds(typed).await, 1, "{typed}");
        }
        for typed in ["tarsi keripik", "arsinah", "%", "IZN-0000-0000-0"] {
            assert_eq!(finds(typed).await, usize::from(typed == "%"), "{typed}");
        }
        // Another name of the brand counts from when it is handed in.
        step(&app, &budi, &number, Action::TakeUp).await.unwrap();
        judge_document(&app, &budi, &number, &path("nama_merek"), &Verdict::Replace { reason: reason(), example: None }).await.unwrap();
        accept_all(&app, &budi, &number).await;
        let deed = CaseDeed { reason: Some(reason()), ..CaseDeed::of(Action::AskCorrection, moves(&app, &number).await) };
        decide_case(&app, &budi, &number, &deed).await.unwrap();
        fill(&app, &applicant, "merek", &[("nama_merek", "Cap Kelinci")]).await;
        assert_eq!(finds("kelinci").await, 0);
        hand_in(&app, &applicant).await.unwrap();
        assert_eq!((finds("kelinci").await, finds("rohimah").await), (1, 0));
    }

    async fn what_was_kept_long_enough_is_removed_and_the_decision_stays(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        withdraw(&app, &applicant).await.unwrap();
        let months = find_service(&app, SERVICE).await.unwrap().unwrap().service.retention_months;
        let last = app.now().day().plus_months(months);
        days(&app, u64::try_from(last.since(app.now().day())).unwrap());
        assert_eq!(forget_closed_cases(&app).await.unwrap(), 0);
        assert_eq!(app.blobs.keys("case/").len(), 2);
        days(&app, 1);
        assert_eq!(forget_closed_cases(&app).await.unwrap(), 1);
        assert_eq!(forget_closed_cases(&app).await.unwrap(), 0);
        assert!(app.blobs.keys("case/").is_empty());
        assert!(track_case(&app, &started.number, "7890").await.unwrap().is_none());
        assert!(track_case(&app, &started.number, "").await.unwrap().is_none());
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let case = open_case(&app, &budi, &started.number).await.unwrap();
        assert_eq!((case.state, case.phone.as_str(), case.handed_in.texts.len(), case.files.len()), (State::Ditarik, "", 0, 0));
        assert!(case.events.iter().any(|event| event.action == "masa_simpan"));
        let told: Option<(i64,)> = app.db.one("select count(*) from outbox where case_id is not null", args![]).await.unwrap();
        assert_eq!(told, Some((0,)));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn old_drafts_are_forgotten_with_their_documents(app: TestApp) {
        complete(&app, "t").await;
        let (kept, _) = submitted(&app, "u").await;
        days(&app, 89);
        assert_eq!(forget_old_drafts(&app).await.unwrap(), 0);
        days(&app, 2);
        assert_eq!(forget_old_drafts(&app).await.unwrap(), 1);
        let left: Vec<(String,)> = app.db.all("select number from permit_case", args![]).await.unwrap();
        assert_eq!(left, [(kept.number,)]);
        assert_eq!(app.blobs.keys("case/").len(), 2);
    }
}
