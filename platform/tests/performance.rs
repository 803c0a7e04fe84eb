//! Public figures and the survey, on both databases.

#[path = "support/case.rs"]
mod support;

use domain::account::Duty;
use domain::permit::outcome::Ending;
use domain::permit::reason::{OBJECTION, Reason};
use domain::permit::state::{Action, State};
use domain::typed::Text;
use platform::demo::{AMOUNT, Amount, seed_with};
use platform::permit::*;
use platform::testing::TestApp;
use platform::{args, on_both_databases, setup};
use support::*;

type Row = (String, String, String, i64, bool, i64, i64, Option<String>);

async fn outcomes(app: &TestApp) -> Vec<Row> {
    let sql = "select service, month, ending, charged, on_time, pauses, paused_days, reason_code from case_outcome \
         order by case_id";
    app.db.all(sql, args![]).await.unwrap()
}

async fn figures(app: &TestApp) -> Figures {
    // What is remembered is five minutes old at most.
    app.clock.advance(std::time::Duration::from_secs(301));
    let counted = performance(app, &Period::LastYear).await.unwrap();
    counted.services.get(SERVICE).cloned().unwrap_or_default()
}

fn marks(mark: u8) -> Marks {
    Marks::new([mark; 9]).unwrap()
}

on_both_databases! {
    async fn a_case_is_counted_when_it_ends_and_not_while_its_refusal_has_fallen(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        let number = &started.number;
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let ratna = officer(&app, "Ratna", &[Duty::Penyetuju]).await;
        let now = figures(&app).await;
        assert_eq!((now.submitted, now.running, now.decided()), (1, 1, 0));
        step(&app, &budi, number, Action::TakeUp).await.unwrap();
        accept_all(&app, &budi, number).await;
        days(&app, 2);
        let because = |action, code: &str, seen| CaseDeed { reason: Reason::parse(code, "Sudah diperiksa.").ok(), ..CaseDeed::of(action, seen) };
        let seen = moves(&app, number).await;
        decide_case(&app, &budi, number, &because(Action::ProposeRefusal, "bukan_umk", seen)).await.unwrap();
        let seen = moves(&app, number).await;
        decide_case(&app, &ratna, number, &because(Action::Refuse, "bukan_umk", seen)).await.unwrap();
        let refused = ("rekomendasi-merek".to_owned(), "2026-11".to_owned(), "ditolak".to_owned(), 1, true, 0, 0, Some("bukan_umk".to_owned()));
        assert_eq!(outcomes(&app).await, [refused]);
        object(&app, &applicant, &Text::parse("Keliru.").unwrap()).await.unwrap();
        assert_eq!(outcomes(&app).await.len(), 1, "an objection changes nothing yet");
        let sari = officer(&app, "Sari", &[Duty::Penyetuju]).await;
        let seen = moves(&app, number).await;
        decide_case(&app, &sari, number, &because(Action::Grant, OBJECTION, seen)).await.unwrap();
        assert_eq!(outcomes(&app).await, []);
        step(&app, &budi, number, Action::Forward).await.unwrap();
        assert_eq!(step(&app, &sari, number, Action::Approve).await.unwrap(), State::Terbit);
        let counted = figures(&app).await;
        assert_eq!((counted.decided(), counted.on_time, counted.endings.get(&Ending::Issued)), (1, 1, Some(&1)));
        assert!(counted.reasons.is_empty());
    }

    async fn figures_that_are_missing_are_worked_out_anew_and_are_the_same(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        assert!(seed_with(&app, Amount { orders: 0, cases: 90, ..AMOUNT }).await.unwrap());
        let kept = outcomes(&app).await;
        assert!(kept.len() > 40 && kept.iter().any(|row| !row.4) && kept.iter().any(|row| row.5 > 0), "{kept:?}");
        assert_eq!(keep_missing_outcomes(&app).await.unwrap(), 0);
        app.db.run("delete from case_outcome", args![]).await.unwrap();
        assert_eq!(keep_missing_outcomes(&app).await.unwrap(), kept.len() as u64);
        assert_eq!(outcomes(&app).await, kept);
        // Every case that was decided in the period is counted once.
        app.clock.advance(std::time::Duration::from_secs(301));
        let counted = performance(&app, &Period::LastYear).await.unwrap();
        let in_period = kept.iter().filter(|row| row.1 >= counted.from && row.1 <= counted.to && row.2 != "ditarik");
        assert_eq!(counted.services.values().map(Figures::decided).sum::<u64>(), in_period.count() as u64);
        assert!(performance_years(&app).await.unwrap().contains(&2026));
    }

    async fn an_applicant_is_asked_once_after_the_decision_and_nobody_knows_who_answered(app: TestApp) {
        let (started, applicant) = submitted(&app, "t").await;
        assert!(matches!(answer_survey(&app, &applicant, &marks(4)).await, Err(SurveyError::NotNow)));
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        let ratna = officer(&app, "Ratna", &[Duty::Penyetuju]).await;
        step(&app, &budi, &started.number, Action::TakeUp).await.unwrap();
        accept_all(&app, &budi, &started.number).await;
        step(&app, &budi, &started.number, Action::Forward).await.unwrap();
        step(&app, &ratna, &started.number, Action::Approve).await.unwrap();
        assert!(show_case(&app, &applicant).await.unwrap().unwrap().surveys);
        answer_survey(&app, &applicant, &marks(3)).await.unwrap();
        answer_survey(&app, &applicant, &marks(1)).await.unwrap();
        assert!(!show_case(&app, &applicant).await.unwrap().unwrap().surveys);
        let index = figures(&app).await.index().unwrap();
        assert_eq!((index.respondents, index.value.to_string().as_str()), (1, "75.00"));
        // Neither a number that counts up nor a moment leads back to the case, and no event says more than that.
        let (id,): (uuid::Uuid,) = app.db.one("select id from survey_answer", args![]).await.unwrap().unwrap();
        assert_eq!(id.get_version_num(), 4);
        assert!(Marks::new([4, 4, 4, 4, 4, 4, 4, 4, 5]).is_none() && Marks::new([0; 9]).is_none());
    }
}
