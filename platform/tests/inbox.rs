//! Working through the inbox: what is urgent, one case after the other, several at once, and what is seen on a visit.
//! On both databases.

#[path = "support/case.rs"]
#[allow(dead_code)] // other tests need more of it
mod support;

use std::time::Duration;

use domain::account::{Actor, Duty};
use domain::permit::state::{Action, State};
use domain::permit::step::Refused;
use domain::typed::Text;
use platform::attachment::UnfitFile;
use platform::permit::*;
use platform::ports::BlobStore;
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use support::*;
use tokio::task::JoinSet;

async fn chosen(app: &TestApp, number: &str) -> Chosen {
    Chosen { number: number.to_owned(), seen: moves(app, number).await }
}

async fn assignee(app: &TestApp, number: &str) -> Option<uuid::Uuid> {
    let sql = "select assignee from permit_case where number = $1";
    app.db.one::<(Option<uuid::Uuid>,)>(sql, args![number]).await.unwrap().unwrap().0
}

/// A case where somebody is expected.
async fn to_visit(app: &TestApp, examiner: &Actor) -> Started {
    let (started, _) = submitted(app, "v").await;
    step(app, examiner, &started.number, Action::TakeUp).await.unwrap();
    accept_all(app, examiner, &started.number).await;
    let today = app.now().day();
    let calendar = calendar(app).await.unwrap();
    let day = (1..9).map(|days| today.plus(days)).find(|day| calendar.off(*day).is_none());
    let seen = moves(app, &started.number).await;
    let deed = CaseDeed { visit_on: day, ..CaseDeed::of(Action::PlanVisit, seen) };
    assert_eq!(decide_case(app, examiner, &started.number, &deed).await.unwrap(), State::Kunjungan);
    started
}

on_both_databases! {
    async fn what_is_left_of_a_promise_finds_cases_and_counts_them(app: TestApp) {
        let (late, _) = submitted(&app, "a").await;
        days(&app, 7);
        let (soon, _) = submitted(&app, "b").await;
        days(&app, 7);
        let (calm, _) = submitted(&app, "c").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        // A promise of five working days, so there is a moment for each.
        let left = async |left: Left| {
            let list = list_cases(&app, &budi, &CaseFilter { left: Some(left), ..CaseFilter::default() }).await.unwrap();
            for card in &list.cases {
                let over = card.due.unwrap() < app.now();
                let days = card.left.unwrap().1;
                assert!(match left { Left::Nothing => over, Left::Little => !over && days <= 2, Left::Enough => days > 2 });
            }
            list.cases.into_iter().map(|card| card.number).collect::<Vec<_>>()
        };
        let (mut seen_soon, mut seen_calm, mut seen_late) = (false, false, false);
        for _ in 0..12 {
            let found = [left(Left::Nothing).await, left(Left::Little).await, left(Left::Enough).await];
            let counts = count_cases(&app, &budi).await.unwrap();
            assert_eq!([counts.overdue, counts.urgent, counts.calm()], found.clone().map(|found| found.len() as i64));
            assert_eq!(found.concat().len(), 3, "each case is in one of them");
            seen_late |= found[0].contains(&late.number);
            seen_soon |= found[1].contains(&soon.number);
            seen_calm |= found[2].contains(&calm.number);
            days(&app, 1);
        }
        assert!(seen_late && seen_soon && seen_calm);
    }

    async fn one_case_leads_to_the_next_of_its_list(app: TestApp) {
        let mut numbers = Vec::new();
        for token in ["a", "b", "c"] {
            numbers.push(submitted(&app, token).await.0.number);
            days(&app, 1);
        }
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let all = CaseFilter::default();
        let order: Vec<String> =
            list_cases(&app, &budi, &all).await.unwrap().cases.into_iter().map(|card| card.number).collect();
        assert_eq!(order.len(), 3);
        let beside = async |filter: &CaseFilter, number: &str| find_beside(&app, &budi, filter, number).await.unwrap();
        let expected = |before: Option<usize>, after: Option<usize>| Beside {
            before: before.map(|at| order[at].clone()),
            after: after.map(|at| order[at].clone()),
        };
        assert_eq!(beside(&all, &order[0]).await, expected(None, Some(1)));
        assert_eq!(beside(&all, &order[1]).await, expected(Some(0), Some(2)));
        assert_eq!(beside(&all, &order[2]).await, expected(Some(1), None));
        // The filter is kept, and a case that has left the list leads to its first one.
        step(&app, &budi, &order[1], Action::TakeUp).await.unwrap();
        let free = CaseFilter { assigned: Assigned::Nobody, ..CaseFilter::default() };
        assert_eq!(beside(&free, &order[0]).await, expected(None, Some(2)));
        assert_eq!(beside(&free, &order[1]).await, expected(None, Some(0)));
        assert_eq!(beside(&all, "IZN-0000-0000-0000").await, Beside::default());
        // The latest first, where it is done.
        let siti = officer(&app, "Siti", &[Duty::Loket]).await;
        let done = CaseFilter { desk: Desk::Done, ..CaseFilter::default() };
        assert_eq!(find_beside(&app, &siti, &done, &order[0]).await.unwrap(), Beside::default());
        assert!(matches!(find_beside(&app, &Actor::Guest, &all, &order[0]).await, Err(CasesError::Forbidden(_))));
    }

    async fn several_cases_are_taken_and_given_each_by_itself(app: TestApp) {
        let mut cases = Vec::new();
        for token in ["a", "b", "c"] {
            let (started, applicant) = submitted(&app, token).await;
            cases.push((chosen(&app, &started.number).await, applicant));
        }
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let wati = officer(&app, "Wati", &[Duty::Verifikator]).await;
        let head = officer(&app, "Sari", &[Duty::Penyetuju]).await;
        let all: Vec<Chosen> = cases.iter().map(|(chosen, _)| chosen.clone()).collect();
        // One is taken by somebody else, one is taken back meanwhile.
        take_case(&app, &wati, &all[0]).await.unwrap();
        withdraw(&app, &cases[1].1).await.unwrap();
        let passed = take_cases(&app, &budi, &all).await;
        let passed: Vec<&str> = passed.iter().map(|(number, _)| number.as_str()).collect();
        assert_eq!(passed, [all[0].number.as_str(), all[1].number.as_str()]);
        assert_eq!(assignee(&app, &all[2].number).await, budi.id());
        assert_eq!(assignee(&app, &all[0].number).await, wati.id());
        // Taken again it stays where it is, without a word.
        let again = [chosen(&app, &all[2].number).await];
        assert!(take_cases(&app, &budi, &again).await.is_empty());
        // Only a head gives, and only to who works on cases.
        assert_eq!(list_colleagues(&app, &budi).await.unwrap(), []);
        let names: Vec<String> = list_colleagues(&app, &head).await.unwrap().into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["Budi", "Sari", "Wati"]);
        assert_eq!(give_cases(&app, &budi, &all, wati.id().unwrap()).await.len(), 3);
        assert_eq!(give_cases(&app, &head, &all, app.new_id()).await.len(), 3);
        let passed = give_cases(&app, &head, &all, wati.id().unwrap()).await;
        assert!(matches!(&passed[..], [(number, StepError::Refused(Refused::NotNow))] if *number == all[1].number));
        assert_eq!(assignee(&app, &all[2].number).await, wati.id());
        // A head looks at what somebody has.
        let of = |officer: &Actor| CaseFilter { assigned: Assigned::To(officer.id().unwrap()), ..CaseFilter::default() };
        assert_eq!(list_cases(&app, &head, &of(&wati)).await.unwrap().cases.len(), 2);
        assert!(list_cases(&app, &head, &of(&budi)).await.unwrap().cases.is_empty());
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn a_case_that_twenty_take_at_once_is_one_persons(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let head = officer(&app, "Sari", &[Duty::Penyetuju]).await;
        let first = officer(&app, "Budi", &[Duty::Verifikator]).await;
        step(&app, &first, &started.number, Action::TakeUp).await.unwrap();
        // The head gives it back to nobody's hands: as after an objection.
        app.db.run("update permit_case set assignee = null where number = $1", args![&started.number]).await.unwrap();
        let seen = chosen(&app, &started.number).await;
        let mut tried = JoinSet::new();
        for nth in 0..20 {
            let officer = officer(&app, &format!("Petugas {nth}"), &[Duty::Verifikator]).await;
            let (platform, seen) = (app.platform.clone(), seen.clone());
            tried.spawn(async move { take_case(&platform, &officer, &seen).await });
        }
        let results = tried.join_all().await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        assert_eq!(results.iter().filter(|result| matches!(result, Err(StepError::Already(Some(_))))).count(), 19);
        assert!(matches!(take_case(&app, &head, &seen).await, Err(StepError::Already(Some(_)))));
    }

    async fn a_visit_has_photographs_that_only_the_office_sees(app: TestApp) {
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let yudi = officer(&app, "Yudi", &[Duty::Lapangan]).await;
        let Started { number, secret, .. } = to_visit(&app, &budi).await;
        assert!(matches!(add_photo(&app, &budi, &number, "a.png", photo(1)).await, Err(PhotoError::Step(StepError::Forbidden(_)))));
        add_photo(&app, &yudi, &number, "../dapur.png", photo(1)).await.unwrap();
        app.clock.advance(Duration::from_secs(60));
        add_photo(&app, &yudi, &number, "alat.png", photo(2)).await.unwrap();
        let refused = add_photo(&app, &yudi, &number, "catatan.txt", b"bukan foto".to_vec()).await;
        assert!(matches!(refused, Err(PhotoError::File(FileError::Unfit(_)))));
        let case = open_case(&app, &yudi, &number).await.unwrap();
        let names: Vec<&str> = case.photos.iter().map(|photo| photo.name.as_str()).collect();
        assert_eq!(names, ["dapur.png", "alat.png"]);
        assert!(case.files.values().all(|file| file.name == "foto.png"), "they are no documents of the applicant");
        // The office opens it; with the same link the applicant does not.
        let link = file_link(&app, case.photos[0].id);
        let query = link.split_once('?').unwrap().1;
        let mut values = query.split('&').map(|pair| pair.split_once('=').unwrap().1.to_owned());
        let (until, signature) = (values.next().unwrap().parse::<i64>().unwrap(), values.next().unwrap());
        let open = async |actor: &Actor, keys: &[String]| {
            open_file(&app, actor, keys, case.photos[0].id, until, &signature).await.unwrap().is_some()
        };
        assert!(open(&budi, &[]).await);
        let (other, _) = begin(&app, "other").await;
        assert!(!open(&Actor::Guest, &[other.secret]).await);
        assert!(!open(&Actor::Guest, &[secret]).await, "not even with the case's own secret");
        // What was taken by mistake goes, with a trace; after the report nothing changes any more.
        remove_photo(&app, &yudi, &number, case.photos[1].id).await.unwrap();
        let seen = moves(&app, &number).await;
        let report = CaseDeed { note: Some(Text::parse("Dapur bersih.").unwrap()), ..CaseDeed::of(Action::ReportVisit, seen) };
        decide_case(&app, &yudi, &number, &report).await.unwrap();
        for refused in [
            add_photo(&app, &yudi, &number, "a.png", photo(3)).await,
            remove_photo(&app, &yudi, &number, case.photos[0].id).await,
        ] {
            assert!(matches!(refused, Err(PhotoError::Step(StepError::Refused(Refused::NotNow)))));
        }
        let case = open_case(&app, &budi, &number).await.unwrap();
        assert_eq!(case.photos.len(), 1);
        let of_photos = case.events.iter().filter(|event| event.action.contains("foto_kunjungan")).count();
        assert_eq!(of_photos, 3, "two taken, one removed");
        // Removed and refused photographs leave the store; the one that is shown stays.
        days(&app, 1);
        assert_eq!(remove_unused_files(&app).await.unwrap(), 1);
        assert!(app.blobs.get(&format!("case/{}", case.photos[0].id.simple())).await.unwrap().is_some());
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn a_visit_has_room_for_twelve_photographs(app: TestApp) {
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let yudi = officer(&app, "Yudi", &[Duty::Lapangan]).await;
        let number = to_visit(&app, &budi).await.number;
        for nth in 0..11 {
            add_photo(&app, &yudi, &number, "a.png", photo(nth)).await.unwrap();
        }
        // What came twice, as the first answer was not heard, is one.
        add_photo(&app, &yudi, &number, "a.png", photo(10)).await.unwrap();
        // The last place is given once.
        let mut tried = JoinSet::new();
        for nth in 20..24 {
            let (platform, yudi, number) = (app.platform.clone(), yudi.clone(), number.clone());
            tried.spawn(async move { add_photo(&platform, &yudi, &number, "b.png", photo(nth)).await });
        }
        let results = tried.join_all().await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        assert!(results.iter().all(|result| matches!(result, Ok(()) | Err(PhotoError::File(FileError::Unfit(UnfitFile::TooMany(12)))))));
    }
}
