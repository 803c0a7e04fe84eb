//! Certificates: who gets one, what anybody may know of it, and how one ends, on both databases.

#[path = "support/class.rs"]
mod class;
#[allow(dead_code)] // of what a paper shows, this file asks for some
#[path = "support/pdf.rs"]
mod pdf;

use class::*;
use domain::account::Actor;
use domain::training::certificate::{Ending, Lack};
use domain::training::clash::Span;
use domain::training::class::{Action, Refused};
use domain::typed::Line;
use domain::verify::seal::PaperKind;
use pdf::Letter;
use platform::signing::SealLink;
use platform::testing::TestApp;
use platform::training::*;
use platform::verify::{About, PaperShown, Standing, check_paper};
use platform::{args, on_both_databases};

const REFUSED: Result<(), Option<Refused>> = Err(Some(Refused::NotNow));

/// A class of five sessions on five days, of which a certificate asks for 80 %.
async fn five_sessions(app: &TestApp) -> (Actor, String) {
    let organiser = organiser(app).await;
    let course = course_with(app, &organiser, "Pembukuan sederhana", Some(80)).await;
    let mut plan = plan(app, 9, 40);
    let first = plan.sessions[0];
    plan.sessions = (0..5).map(|day| Span { from: first.from.plus_days(day), to: first.to.plus_days(day) }).collect();
    let slug = create_class(app, &organiser, &draft(course, plan)).await.unwrap();
    step(app, &slug, Action::Publish).await.unwrap();
    (organiser, slug)
}

/// A class that is over, with somebody who was at so many of its five sessions.
async fn taught(app: &TestApp, sessions: usize) -> (Actor, String, Someone) {
    let (organiser, slug) = five_sessions(app).await;
    let siti = join(app, &slug, &somebody(1)).await;
    finish(app, &slug).await;
    attend(app, &organiser, &slug, &siti, sessions).await;
    (organiser, slug, siti)
}

fn why(text: &str) -> Line<160> {
    Line::parse(text).unwrap()
}

fn refusal<T>(result: Result<T, OrganiseError>) -> Result<(), Option<Refused>> {
    match result {
        Ok(_) => Ok(()),
        Err(OrganiseError::Refused(refused)) => Err(Some(refused)),
        Err(_) => Err(None),
    }
}

async fn held(app: &TestApp, someone: &Someone) -> OwnCertificate {
    match someone.sees(app).await.award {
        Some(OwnAward::Holds(certificate)) => certificate,
        award => panic!("{award:?}"),
    }
}

async fn check(app: &TestApp, code: &str) -> PaperShown {
    check_paper(app, code, None).await.unwrap().unwrap()
}

async fn file(app: &TestApp, someone: &Someone) -> Option<Vec<u8>> {
    let keys = [someone.registered.secret.clone()];
    open_certificate(app, &Actor::Guest, &keys, &someone.registered.number).await.unwrap()
}

on_both_databases! {
    async fn four_of_five_sessions_earn_one_and_three_do_not(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 4).await;
        let awards = find_awards(&app, &organiser, &slug).await.unwrap();
        assert_eq!((awards.due(), awards.held(), awards.unknown), (1, 0, 0));
        assert_eq!(siti.sees(&app).await.award, Some(OwnAward::Earned));
        assert_eq!(issue_certificates(&app, &organiser, &slug).await.unwrap(), 1);
        let certificate = held(&app, &siti).await;
        assert_eq!((certificate.holder.as_str(), certificate.title.as_str()), ("Peserta 1", "Pembukuan sederhana"));
        assert!(certificate.number.starts_with("SRT-"));
        assert_eq!(told(&app, "certificate_issued").await, 1);
    }

    async fn who_was_at_three_gets_none_but_by_hand_with_a_reason_that_they_read(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 3).await;
        assert_eq!(issue_certificates(&app, &organiser, &slug).await.unwrap(), 0);
        assert_eq!(siti.sees(&app).await.award, Some(OwnAward::Lacks(Lack::Attendance { needed: 4 })));
        assert_eq!(told(&app, "certificate_issued").await, 0);
        let number = &siti.registered.number;
        issue_by_hand(&app, &organiser, number, &why("Sakit, tugas pengganti selesai.")).await.unwrap();
        held(&app, &siti).await;
        let awards = find_awards(&app, &organiser, &slug).await.unwrap();
        assert_eq!(awards.people[0].certificate.as_ref().unwrap().reason, "Sakit, tugas pengganti selesai.");
        assert_eq!(refusal(issue_by_hand(&app, &organiser, number, &why("Lagi.")).await), REFUSED, "one is enough");
        assert_eq!(siti.sees(&app).await.reason, None, "nothing was decided about the seat");
        assert_eq!(told(&app, "certificate_issued").await, 1);
    }

    async fn before_the_class_is_over_there_is_none(app: TestApp) {
        let (organiser, slug) = five_sessions(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        assert_eq!(refusal(issue_certificates(&app, &organiser, &slug).await), REFUSED);
        assert_eq!(refusal(issue_by_hand(&app, &organiser, &siti.registered.number, &why("Cepat.")).await), REFUSED);
        assert_eq!(siti.sees(&app).await.award, Some(OwnAward::Lacks(Lack::NotOver)));
        step(&app, &slug, Action::Cancel).await.unwrap();
        assert_eq!(refusal(issue_certificates(&app, &organiser, &slug).await), REFUSED);
    }

    async fn a_course_without_certificates_gives_none(app: TestApp) {
        let slug = class(&app, "Tanpa sertifikat", plan(&app, 9, 5)).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        finish(&app, &slug).await;
        let organiser = organiser(&app).await;
        assert_eq!(refusal(issue_certificates(&app, &organiser, &slug).await), REFUSED);
        assert_eq!(siti.sees(&app).await.award, None);
    }

    async fn issued_twice_or_by_two_at_once_everybody_has_one(app: TestApp) {
        let (organiser, slug) = five_sessions(&app).await;
        let mut people = Vec::new();
        // More than one transaction issues.
        app.db.run("update class_pool set seats = 120", args![]).await.unwrap();
        for nth in 0..60 {
            people.push(join(&app, &slug, &somebody(nth)).await);
        }
        finish(&app, &slug).await;
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        for session in &class.sessions {
            let entry = |someone: &Someone| Entry { number: someone.registered.number.clone(), present: true, note: None };
            let entries: Vec<Entry> = people.iter().map(entry).collect();
            enter_attendance(&app, &organiser, session.id, &entries).await.unwrap();
        }
        let both = tokio::join!(issue_certificates(&app, &organiser, &slug), issue_certificates(&app, &organiser, &slug));
        assert_eq!(both.0.unwrap() + both.1.unwrap(), 60);
        assert_eq!(issue_certificates(&app, &organiser, &slug).await.unwrap(), 0);
        let awards = find_awards(&app, &organiser, &slug).await.unwrap();
        assert_eq!((awards.held(), awards.due(), awards.made()), (60, 0, 0));
        assert_eq!(told(&app, "certificate_issued").await, 60);
        let (codes,): (i64,) =
            app.db.one("select count(distinct code) from certificate", args![]).await.unwrap().unwrap();
        assert_eq!(codes, 60);
        for left in [40, 20, 0] {
            make_missing_certificates(&app).await.unwrap();
            let awards = find_awards(&app, &organiser, &slug).await.unwrap();
            assert_eq!(awards.held() - awards.made(), left);
        }
    }

    async fn the_paper_and_its_code_say_the_same_to_anybody(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 4).await;
        issue_certificates(&app, &organiser, &slug).await.unwrap();
        let certificate = held(&app, &siti).await;
        let paper = Letter::open(&file(&app, &siti).await.unwrap());
        let text = paper.text(0);
        for said in ["Sertifikat Pelatihan", &certificate.number, "Peserta 1", "Pembukuan sederhana", "4 dari 5 pertemuan",
            "15 jam", "Bayu", "Panitia"] {
            assert!(text.contains(said), "{said:?} in {text}");
        }
        let (link, _) = paper.scan(0).remove(0);
        let (address, query) = link.split_once('?').unwrap();
        let code = address.rsplit('/').next().unwrap();
        assert_eq!(code, certificate.code);
        let part = |name: &str| query.split('&').find_map(|part| part.strip_prefix(&format!("{name}="))).unwrap();
        let seal = SealLink { d: part("d"), k: part("k"), s: part("s") };
        let shown = check_paper(&app, code, Some(seal)).await.unwrap().unwrap();
        assert_eq!((shown.kind, &shown.standing, shown.signed), (PaperKind::Certificate, &Standing::Valid, Some(true)));
        assert_eq!((&shown.number, shown.holder.as_str()), (&certificate.number, "Peserta 1"));
        let About::Class { title, first, last, minutes } = &shown.about else { panic!("{shown:?}") };
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!((title.as_str(), *minutes), ("Pembukuan sederhana", 900));
        assert_eq!((*first, *last), (class.sessions[0].starts_at.day(), class.sessions[4].starts_at.day()));
        let told = format!("{shown:?} {text}");
        assert!(!told.contains("30000001") && !told.contains(&siti.registered.number), "neither phone nor registration");
        let forged = SealLink { d: part("d"), k: part("k"), s: &part("s").replace(['A', 'B'], "C") };
        assert_eq!(check_paper(&app, code, Some(forged)).await.unwrap().unwrap().signed, Some(false));
    }

    async fn the_file_is_for_its_holder_and_the_office_and_never_changes(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 5).await;
        assert_eq!(file(&app, &siti).await, None, "not issued");
        issue_certificates(&app, &organiser, &slug).await.unwrap();
        // The store is full: the certificate holds all the same, and its file is made later.
        app.blobs.set_full(true);
        let keys = [siti.registered.secret.clone()];
        let number = &siti.registered.number;
        assert!(open_certificate(&app, &Actor::Guest, &keys, number).await.is_err());
        app.blobs.set_full(false);
        let first = file(&app, &siti).await.unwrap();
        app.db.run("update account set name = 'Orang Lain'", args![]).await.unwrap();
        app.db.run("update course set title = 'Judul lain'", args![]).await.unwrap();
        assert_eq!(open_certificate(&app, &organiser, &[], number).await.unwrap().unwrap(), first);
        assert_eq!(open_certificate(&app, &Actor::Guest, &[], number).await.unwrap(), None, "a stranger");
        assert_eq!(check(&app, &held(&app, &siti).await.code).await.kind, PaperKind::Certificate);
    }

    async fn a_corrected_one_stands_in_the_place_of_the_old_one(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 5).await;
        issue_certificates(&app, &organiser, &slug).await.unwrap();
        let old = held(&app, &siti).await;
        let number = &siti.registered.number;
        correct_certificate(&app, &organiser, number, &Line::parse("Siti Aminah, S.E.").unwrap()).await.unwrap();
        let new = held(&app, &siti).await;
        assert_eq!((new.holder.as_str(), new.number == old.number), ("Siti Aminah, S.E.", false));
        let shown = check(&app, &old.code).await;
        let Standing::Replaced(newer) = shown.standing else { panic!("{shown:?}") };
        assert_eq!((newer.as_str(), shown.holder.as_str()), (new.code.as_str(), "Peserta 1"));
        assert_eq!(check(&app, &new.code).await.standing, Standing::Valid);
        assert!(Letter::open(&file(&app, &siti).await.unwrap()).text(0).contains("Siti Aminah, S.E."));
        let awards = find_awards(&app, &organiser, &slug).await.unwrap();
        assert_eq!((awards.people.len(), awards.held()), (1, 1), "of two versions one is shown");
        assert_eq!(told(&app, "certificate_issued").await, 2);
    }

    async fn a_revoked_one_says_so_and_is_given_again_only_by_hand(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 5).await;
        issue_certificates(&app, &organiser, &slug).await.unwrap();
        let old = held(&app, &siti).await;
        let number = &siti.registered.number;
        let never = revoke_certificate(&app, &organiser, number, Ending::Replaced, &why("Salah.")).await;
        assert_eq!(refusal(never), REFUSED, "that is correcting");
        revoke_certificate(&app, &organiser, number, Ending::NotEarned, &why("Daftar hadir dipalsukan.")).await.unwrap();
        assert_eq!(check(&app, &old.code).await.standing, Standing::Revoked(app.now().day()));
        let award = siti.sees(&app).await.award;
        assert_eq!(award, Some(OwnAward::Revoked("Daftar hadir dipalsukan.".to_owned())));
        assert_eq!(file(&app, &siti).await, None);
        assert_eq!(told(&app, "certificate_revoked").await, 1);
        let again = revoke_certificate(&app, &organiser, number, Ending::Misused, &why("Lagi.")).await;
        assert_eq!(refusal(again), REFUSED);
        assert_eq!(refusal(correct_certificate(&app, &organiser, number, &Line::parse("X").unwrap()).await), REFUSED);
        assert_eq!(issue_certificates(&app, &organiser, &slug).await.unwrap(), 0, "not by itself");
        issue_by_hand(&app, &organiser, number, &why("Ternyata asli.")).await.unwrap();
        assert_ne!(held(&app, &siti).await.code, old.code);
        assert_eq!(check(&app, &old.code).await.standing, Standing::Revoked(app.now().day()));
        let awards = find_awards(&app, &organiser, &slug).await.unwrap();
        assert_eq!((awards.people.len(), awards.held()), (1, 1), "the newest is shown");
    }

    async fn ones_own_are_those_of_the_account_and_of_the_device(app: TestApp) {
        let (organiser, slug, siti) = taught(&app, 5).await;
        issue_certificates(&app, &organiser, &slug).await.unwrap();
        let keys = [siti.registered.secret.clone()];
        let own = list_own_certificates(&app, &Actor::Guest, &keys).await.unwrap();
        assert_eq!(own, [held(&app, &siti).await]);
        assert_eq!(list_own_certificates(&app, &Actor::Guest, &[]).await.unwrap(), []);
        let account = organiser.id().unwrap();
        app.db.run("update registration set account_id = $1", args![account]).await.unwrap();
        assert_eq!(list_own_certificates(&app, &organiser, &keys).await.unwrap().len(), 1, "once");
        revoke_certificate(&app, &organiser, &siti.registered.number, Ending::WrongFacts, &why("Salah.")).await.unwrap();
        assert_eq!(list_own_certificates(&app, &organiser, &keys).await.unwrap(), []);
    }
}
