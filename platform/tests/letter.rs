//! Letters of decisions, and checking them, on both databases.

#[path = "support/case.rs"]
mod support;

use domain::account::{Actor, Duty};
use domain::lang::Lang;
use domain::permit::reason::Reason;
use domain::permit::state::{Action, State};
use domain::verify::seal::PaperKind;
use platform::permit::*;
use platform::signing::SealLink;
use platform::testing::TestApp;
use platform::verify::{About, Standing, check_paper};
use platform::{args, on_both_databases};
use support::*;

/// A case that waits for the decision.
async fn to_decide(app: &TestApp, token: &str) -> (Started, Applicant, Actor) {
    let (started, applicant) = submitted(app, token).await;
    let budi = officer(app, "Budi", &[Duty::Verifikator]).await;
    step(app, &budi, &started.number, Action::TakeUp).await.unwrap();
    accept_all(app, &budi, &started.number).await;
    step(app, &budi, &started.number, Action::Forward).await.unwrap();
    (started, applicant, officer(app, "Ratna", &[Duty::Penyetuju]).await)
}

async fn code_of(app: &TestApp, number: &str) -> String {
    let found: Option<(String,)> =
        app.db.one("select code from letter where number = $1", args![number]).await.unwrap();
    found.unwrap().0
}

async fn standing(app: &TestApp, code: &str) -> Standing {
    check_paper(app, code, None).await.unwrap().unwrap().standing
}

fn reason() -> Option<Reason> {
    Reason::parse("bukan_umk", "Usaha ini bukan usaha mikro atau kecil.").ok()
}

on_both_databases! {
    async fn an_approval_makes_a_letter_that_anybody_can_check(app: TestApp) {
        let (started, _, ratna) = to_decide(&app, "t").await;
        let number = &started.number;
        assert_eq!(step(&app, &ratna, number, Action::Approve).await.unwrap(), State::Terbit);
        let keys = [started.secret.clone()];
        let pdf = open_letter(&app, &Actor::Guest, &keys, number).await.unwrap().unwrap();
        assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000);
        assert!(open_letter(&app, &Actor::Guest, &[], number).await.unwrap().is_none());
        let code = code_of(&app, number).await;
        let letter = check_paper(&app, &code.to_lowercase(), None).await.unwrap().unwrap();
        assert_eq!((letter.kind, &letter.standing, letter.signed), (PaperKind::Recommendation, &Standing::Valid, None));
        let About::Decision { subject, until, .. } = &letter.about else { panic!("{letter:?}") };
        assert_eq!((letter.holder.as_str(), subject.as_str()), ("Tarsinah Wulan", "Bu Rohimah"));
        assert_eq!(until.unwrap().to_string(), "2027-11-24");
        let told = format!("{letter:?}");
        assert!(!told.contains("3603014107850001") && !told.contains("81234567890"));
        assert!(check_paper(&app, "0000-0000-0000-0000-0", None).await.unwrap().is_none());
        assert!(check_paper(&app, "nonsense", None).await.unwrap().is_none());
        days(&app, 366);
        assert_eq!(standing(&app, &code).await, Standing::Over);
    }

    async fn a_letter_is_made_once_and_never_changes(app: TestApp) {
        let (started, _, ratna) = to_decide(&app, "t").await;
        let number = &started.number;
        // The store is full at the moment of the decision: that holds all the same.
        app.blobs.set_full(true);
        assert_eq!(step(&app, &ratna, number, Action::Approve).await.unwrap(), State::Terbit);
        assert!(app.blobs.keys("letter/").is_empty());
        app.blobs.set_full(false);
        assert_eq!(make_missing_letters(&app).await.unwrap(), 1);
        assert_eq!(make_missing_letters(&app).await.unwrap(), 0);
        let keys = [started.secret.clone()];
        let first = open_letter(&app, &Actor::Guest, &keys, number).await.unwrap().unwrap();
        app.db.run("update account set name = 'Orang Lain'", args![]).await.unwrap();
        assert_eq!(open_letter(&app, &Actor::Guest, &keys, number).await.unwrap().unwrap(), first);
        let (digest,): (Vec<u8>,) = app.db.one("select digest from letter", args![]).await.unwrap().unwrap();
        assert_eq!(digest.len(), 32);
    }

    async fn a_seal_fits_only_its_own_letter(app: TestApp) {
        let (one, _, ratna) = to_decide(&app, "t").await;
        let (other, _, _) = to_decide(&app, "u").await;
        for number in [&one.number, &other.number] {
            step(&app, &ratna, number, Action::Approve).await.unwrap();
        }
        let letter = check_paper(&app, &code_of(&app, &one.number).await, None).await.unwrap().unwrap();
        let About::Decision { until, .. } = letter.about else { panic!("{letter:?}") };
        let seal = domain::verify::seal::Seal::new(letter.kind, &letter.number, letter.issued, until, &letter.holder);
        let link = app.paper.keys.seal_link("", &letter.code, &seal);
        let part = |name: &str| {
            let rest = link.split_once(&format!("{name}=")).unwrap().1;
            rest.split('&').next().unwrap().to_owned()
        };
        let (d, k, s) = (part("d"), part("k"), part("s"));
        let signed = async |code: &str, s: &str| {
            check_paper(&app, code, Some(SealLink { d: &d, k: &k, s })).await.unwrap().unwrap().signed
        };
        assert_eq!(signed(letter.code.as_str(), &s).await, Some(true));
        assert_eq!(signed(letter.code.as_str(), &s.replace(['A', 'B'], "C")).await, Some(false), "forged");
        assert_eq!(signed(&code_of(&app, &other.number).await, &s).await, Some(false), "of another letter");
    }

    async fn a_revoked_letter_says_so(app: TestApp) {
        let (started, _, ratna) = to_decide(&app, "t").await;
        let number = &started.number;
        step(&app, &ratna, number, Action::Approve).await.unwrap();
        days(&app, 3);
        let deed = CaseDeed { reason: reason(), ..CaseDeed::of(Action::Revoke, moves(&app, number).await) };
        assert_eq!(decide_case(&app, &ratna, number, &deed).await.unwrap(), State::Dicabut);
        let code = code_of(&app, number).await;
        assert_eq!(standing(&app, &code).await, Standing::Revoked(app.now().day()));
    }

    async fn a_refusal_has_a_letter_too_and_is_no_permit(app: TestApp) {
        let (started, _, ratna) = to_decide(&app, "t").await;
        let number = &started.number;
        let deed = CaseDeed { reason: reason(), ..CaseDeed::of(Action::Refuse, moves(&app, number).await) };
        assert_eq!(decide_case(&app, &ratna, number, &deed).await.unwrap(), State::Ditolak);
        assert_eq!(standing(&app, &code_of(&app, number).await).await, Standing::Refusal);
        let keys = [started.secret.clone()];
        assert!(open_letter(&app, &Actor::Guest, &keys, number).await.unwrap().is_some());
    }

    async fn the_receipt_is_for_the_applicant_and_for_what_was_handed_in(app: TestApp) {
        let (_, draft) = complete(&app, "t").await;
        assert!(open_receipt(&app, &draft, Lang::Id).await.unwrap().is_none());
        hand_in(&app, &draft).await.unwrap();
        for lang in [Lang::Id, Lang::En] {
            assert!(open_receipt(&app, &draft, lang).await.unwrap().unwrap().starts_with(b"%PDF-"));
        }
    }
}
