//! Objections to refusals, on both databases.

#[path = "support/case.rs"]
mod support;

use std::sync::Arc;

use domain::account::{Actor, Duty};
use domain::permit::objection::Objection;
use domain::permit::reason::{OBJECTION, Reason};
use domain::permit::state::{Action, State};
use domain::permit::step::Refused;
use domain::typed::Text;
use domain::verify::seal::PaperKind;
use platform::deadlines::run_deadlines;
use platform::permit::*;
use platform::testing::TestApp;
use platform::verify::{Standing, check_paper};
use platform::{args, on_both_databases};
use support::*;

const WORDS: &str = "NIB saya benar, lihat lampiran dari OSS.";

fn words() -> Text<2000> {
    Text::parse(WORDS).unwrap()
}

/// A case that Budi examined and Ratna refused.
async fn refused(app: &TestApp, token: &str) -> (Started, Applicant, Actor, Actor) {
    let (started, applicant) = submitted(app, token).await;
    let budi = officer(app, "Budi", &[Duty::Verifikator, Duty::Penyetuju]).await;
    let ratna = officer(app, "Ratna", &[Duty::Penyetuju]).await;
    let number = &started.number;
    step(app, &budi, number, Action::TakeUp).await.unwrap();
    accept_all(app, &budi, number).await;
    let because = |action, seen| CaseDeed {
        reason: Reason::parse("bukan_umk", "Terlalu besar.").ok(),
        ..CaseDeed::of(action, seen)
    };
    let seen = moves(app, number).await;
    decide_case(app, &budi, number, &because(Action::ProposeRefusal, seen)).await.unwrap();
    let seen = moves(app, number).await;
    assert_eq!(decide_case(app, &ratna, number, &because(Action::Refuse, seen)).await.unwrap(), State::Ditolak);
    (started, applicant, budi, ratna)
}

async fn answer(app: &TestApp, who: &Actor, number: &str, action: Action) -> Result<State, StepError> {
    let deed = CaseDeed {
        reason: Reason::parse(OBJECTION, "Bukti dari OSS sah.").ok(),
        ..CaseDeed::of(action, moves(app, number).await)
    };
    decide_case(app, who, number, &deed).await
}

async fn told(app: &TestApp, words: &str) -> i64 {
    let sql = "select count(*) from outbox where body like $1";
    app.db.one::<(i64,)>(sql, args![format!("%{words}%")]).await.unwrap().unwrap().0
}

on_both_databases! {
    async fn a_refusal_falls_and_the_case_is_examined_again(app: TestApp) {
        let (started, applicant, budi, ratna) = refused(&app, "t").await;
        let number = &started.number;
        object(&app, &applicant, &words()).await.unwrap();
        object(&app, &applicant, &words()).await.unwrap();
        let shown = show_case(&app, &applicant).await.unwrap().unwrap();
        let objection = shown.objection.unwrap();
        assert_eq!((objection.text.as_str(), objection.state), (WORDS, Objection::Open));
        // Ten working days after Tuesday, 24 November 2026.
        assert_eq!((shown.state, objection.due.unwrap().to_string().as_str()), (State::Ditolak, "2026-12-08"));
        assert!(shown.promise.unwrap().reading.remaining > 0);
        assert_eq!(told(&app, "Ada keberatan atas penolakan").await, 2, "both heads");
        // Nobody who worked on it answers, in whatever part.
        for (involved, refused) in [(&budi, Refused::FourEyes), (&ratna, Refused::Involved)] {
            let tried = answer(&app, involved, number, Action::Dismiss).await;
            assert!(matches!(&tried, Err(StepError::Refused(why)) if *why == refused), "{tried:?}");
        }
        let sari = officer(&app, "Sari", &[Duty::Penyetuju]).await;
        let list = list_cases(&app, &sari, &CaseFilter { desk: Desk::Objections, ..CaseFilter::default() }).await.unwrap();
        assert_eq!((list.cases.len(), list.counts.objections, list.cases[0].left.unwrap().1), (1, 1, 10));
        let file = open_case(&app, &sari, number).await.unwrap();
        assert_eq!((file.allowed, file.objection.unwrap().text.as_str()), (vec![Action::Grant, Action::Dismiss], WORDS));
        let code = app.db.one::<(String,)>("select code from letter", args![]).await.unwrap().unwrap().0;
        days(&app, 2);
        assert_eq!(answer(&app, &sari, number, Action::Grant).await.unwrap(), State::Verifikasi);
        // The letter of the refusal falls, and the promise counts anew: five working days after Thursday.
        assert!(matches!(check_paper(&app, &code, None).await.unwrap().unwrap().standing, Standing::Revoked(_)));
        let shown = show_case(&app, &applicant).await.unwrap().unwrap();
        let reading = shown.promise.unwrap().reading;
        assert_eq!((reading.charged, reading.due.day().to_string().as_str()), (0, "2026-12-03"));
        assert_eq!(shown.objection.unwrap().answer.as_deref(), Some("Bukti dari OSS sah."));
        assert_eq!(told(&app, "Keberatan Anda dikabulkan").await, 1);
        // It goes on as any other, to a letter of its own.
        step(&app, &budi, number, Action::Forward).await.unwrap();
        assert_eq!(step(&app, &sari, number, Action::Approve).await.unwrap(), State::Terbit);
        let keys = [started.secret.clone()];
        assert!(open_letter(&app, &Actor::Guest, &keys, number).await.unwrap().is_some());
        let sql = "select code from letter where revoked_at is null";
        let code = app.db.one::<(String,)>(sql, args![]).await.unwrap().unwrap().0;
        let letter = check_paper(&app, &code, None).await.unwrap().unwrap();
        assert_eq!((letter.kind, letter.standing), (PaperKind::Recommendation, Standing::Valid));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn a_refusal_that_stays_is_final(app: TestApp) {
        let (started, applicant, _, _) = refused(&app, "t").await;
        object(&app, &applicant, &words()).await.unwrap();
        let until = show_case(&app, &applicant).await.unwrap().unwrap().last_day;
        let sari = officer(&app, "Sari", &[Duty::Penyetuju]).await;
        assert_eq!(answer(&app, &sari, &started.number, Action::Dismiss).await.unwrap(), State::Ditolak);
        let shown = show_case(&app, &applicant).await.unwrap().unwrap();
        assert_eq!((shown.last_day, shown.objection.unwrap().state), (until, Objection::Dismissed));
        assert!(matches!(object(&app, &applicant, &words()).await, Err(StepError::Refused(Refused::NotNow))));
        assert!(answer(&app, &sari, &started.number, Action::Grant).await.is_err());
        assert_eq!(told(&app, "penolakan tetap").await, 1);
        // Neither the words nor the answer are for whoever has number and digits only.
        let tracked = track_case(&app, &started.number, "7890").await.unwrap().unwrap();
        let seen = format!("{:?}", tracked.objection.unwrap());
        assert!(!seen.contains("OSS"), "{seen}");
    }

    async fn an_objection_comes_in_time_and_only_to_a_refusal(app: TestApp) {
        let (_, running) = submitted(&app, "a").await;
        assert!(matches!(object(&app, &running, &words()).await, Err(StepError::Refused(Refused::NotNow))));
        let (_, applicant, _, _) = refused(&app, "b").await;
        days(&app, 15);
        assert!(matches!(object(&app, &applicant, &words()).await, Err(StepError::Refused(Refused::TooLate))));
        assert_eq!(app.db.one::<(i64,)>("select count(*) from objection", args![]).await.unwrap(), Some((0,)));
    }

    async fn an_objection_that_nobody_answers_is_told_to_the_heads_once(app: TestApp) {
        let (_, applicant, _, _) = refused(&app, "t").await;
        object(&app, &applicant, &words()).await.unwrap();
        days(&app, 13);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "Keberatan atas IZN%melewati").await, 0);
        days(&app, 2);
        run_deadlines(&app).await.unwrap();
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "Keberatan atas IZN%melewati").await, 2, "to each head");
    }

    async fn what_an_applicant_writes_is_sealed(app: TestApp) {
        let (started, applicant, _, _) = refused(&app, "t").await;
        object(&app, &applicant, &words()).await.unwrap();
        let (text,): (Vec<u8>,) = app.db.one("select text from objection", args![]).await.unwrap().unwrap();
        assert!(!text.windows(4).any(|bytes| bytes == b"OSS."));
        let sql = "select count(*) from case_event where public_text like '%OSS%' or internal_note like '%OSS%'";
        assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap(), Some((0,)));
        assert_eq!(told(&app, "lampiran").await, 0);
        assert!(track_case(&app, &started.number, "7890").await.unwrap().is_some());
    }

    async fn twenty_heads_answer_once(app: TestApp) {
        let (started, applicant, _, _) = refused(&app, "t").await;
        object(&app, &applicant, &words()).await.unwrap();
        let (seen, number) = (moves(&app, &started.number).await, started.number.clone());
        let app = Arc::new(app);
        let mut tries = Vec::new();
        for nth in 0..20 {
            let head = officer(&app, &format!("Kepala {nth}"), &[Duty::Penyetuju]).await;
            let (app, number) = (app.clone(), number.clone());
            let action = if nth % 2 == 0 { Action::Grant } else { Action::Dismiss };
            tries.push(tokio::spawn(async move {
                let reason = Reason::parse(OBJECTION, "Sudah saya periksa.").ok();
                decide_case(&app, &head, &number, &CaseDeed { reason, ..CaseDeed::of(action, seen) }).await
            }));
        }
        let (mut done, mut slower) = (0, 0);
        for tried in tries {
            match tried.await.unwrap() {
                Ok(_) => done += 1,
                Err(StepError::Already(Some(last))) => {
                    assert!(last.name.unwrap().starts_with("Kepala"));
                    slower += 1;
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!((done, slower), (1, 19));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }
}
