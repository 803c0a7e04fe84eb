//! Somebody acts for the applicant: who may, what, for how long, and that the applicant takes over. On both databases.

#[path = "support/case.rs"]
#[allow(dead_code)] // other tests need more of it
mod support;

use std::collections::BTreeMap;

use domain::account::{Actor, Duty, Role};
use domain::complaint::{Privacy, Story};
use domain::permit::answers::Path;
use domain::permit::mandate::Standing;
use domain::permit::state::{Action, By, State};
use domain::permit::step::Refused;
use domain::permit::verdict::Verdict;
use domain::phone::Phone;
use domain::typed::Line;
use platform::complaint::{self, About, Filing, file_complaint};
use platform::permit::*;
use platform::testing::TestApp;
use platform::{args, on_both_databases, setup};
use support::*;
use tokio::task::JoinSet;
use uuid::Uuid;

/// The owner's number.
const OWNER: &str = "0812 7777 8888";

async fn mentor(app: &TestApp, name: &str) -> Actor {
    let id = app.new_id();
    let sql =
        "insert into account (id, name, phone, password_hash, state, created_at) values ($1, $2, $3, '', 'active', 0)";
    let phone = format!("+62811{:08}", u32::from_le_bytes(app.random::<4>()) % 100_000_000);
    app.db.run(sql, args![id, name, phone]).await.unwrap();
    let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, 'pendamping', '', 0)";
    app.db.run(sql, args![id]).await.unwrap();
    Actor::Account { id, roles: vec![Role::Pembeli, Role::Pendamping], duties: vec![] }
}

fn start(token: &str) -> Start {
    Start { token: token.to_owned(), name: Line::parse("Kusnadi").unwrap(), phone: Phone::parse(OWNER).unwrap() }
}

/// The messages to the owner, and the secret in the first of them.
async fn told(app: &TestApp, number: &str) -> (Vec<String>, String) {
    let sql = "select o.body from outbox o join permit_case c on c.id = o.case_id where c.number = $1 and o.recipient = $2 \
         order by o.created_at, o.id";
    let phone = Phone::parse(OWNER).unwrap();
    let rows: Vec<(String,)> = app.db.all(sql, args![number, phone.as_str()]).await.unwrap();
    let bodies: Vec<String> = rows.into_iter().map(|(body,)| body).collect();
    let at = bodies[0].find("/k/").unwrap() + 3;
    let secret = bodies[0][at..at + 64].to_owned();
    (bodies, secret)
}

async fn acts(app: &TestApp, actor: &Actor, number: &str) -> Option<Applicant> {
    find_applicant(app, actor, &[], number).await.unwrap()
}

async fn owner(app: &TestApp, number: &str) -> Applicant {
    let (_, secret) = told(app, number).await;
    find_applicant(app, &Actor::Guest, &[secret], number).await.unwrap().unwrap()
}

/// Fills everything in.
async fn fill_in(app: &TestApp, applicant: &Applicant) {
    fill(app, applicant, "pemohon", &[("nama", "Kusnadi"), ("nik", "3603014107850001"), ("nib", "1242300876140")])
        .await;
    fill(app, applicant, "merek", &[("nama_merek", "Kus"), ("barang", "Keripik"), ("dipakai", "sudah")]).await;
    for (path, shade) in [("ktp", 10), ("etiket", 20)] {
        add_file(app, applicant, &Path::from_name(path), "foto.png", photo(shade)).await.unwrap();
    }
}

/// A draft that a mentor began for an owner.
async fn begun(app: &TestApp) -> (String, Actor) {
    setup::prepare(app, "36.03").await.unwrap();
    let rina = mentor(app, "Rina").await;
    (begin_for(app, &rina, SERVICE, &start("t")).await.unwrap(), rina)
}

on_both_databases! {
    async fn a_mentor_begins_and_sends_for_an_owner_who_is_told_and_sees_it(app: TestApp) {
        let (number, rina) = begun(&app).await;
        assert_eq!(begin_for(&app, &rina, SERVICE, &start("t")).await.unwrap(), number, "sent twice, it is one");
        let (bodies, secret) = told(&app, &number).await;
        assert_eq!(bodies.len(), 1);
        assert!(bodies[0].contains("Rina (pendamping)") && bodies[0].contains(&number));
        // What the helper knows opens nothing.
        let mine = [platform::secret::derive("t", "case")];
        assert!(find_applicant(&app, &Actor::Guest, &mine, &number).await.unwrap().is_none());
        let helper = acts(&app, &rina, &number).await.unwrap();
        assert!(helper.helps() && helper.pin().is_none());
        fill_in(&app, &helper).await;
        assert_eq!(hand_in(&app, &helper).await.unwrap(), State::Diajukan);
        // The owner holds the keys, and reads who did what and who looked.
        let owner = find_applicant(&app, &Actor::Guest, std::slice::from_ref(&secret), &number).await.unwrap().unwrap();
        assert!(!owner.helps() && owner.pin().is_some());
        show_case(&app, &helper).await.unwrap().unwrap();
        let case = show_case(&app, &owner).await.unwrap().unwrap();
        assert_eq!(case.events.iter().find_map(|event| event.sent_by()), Some(("Rina", By::Pendamping)));
        assert!(case.events.iter().any(|event| event.action == "baca" && event.by_role == "pendamping"));
        assert_eq!(case.mandate.as_ref().map(|mandate| mandate.standing), Some(Standing::Runs));
        let (bodies, _) = told(&app, &number).await;
        assert_eq!(bodies.len(), 2, "the owner is told that it was handed in");
        assert!(!bodies[1].contains("/k/") && !bodies[1].contains(owner.pin().unwrap()));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn only_who_helps_begins_for_somebody_and_not_for_oneself(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        for actor in [Actor::Guest, officer(&app, "Budi", &[Duty::Verifikator]).await, officer(&app, "Ani", &[]).await] {
            assert!(matches!(begin_for(&app, &actor, SERVICE, &start("t")).await, Err(BeginError::Forbidden(_))));
        }
        let counter = officer(&app, "Wiwin", &[Duty::Loket]).await;
        let number = begin_for(&app, &counter, SERVICE, &start("t")).await.unwrap();
        let case = show_case(&app, &owner(&app, &number).await).await.unwrap().unwrap();
        assert_eq!(case.mandate.map(|mandate| (mandate.name, mandate.part)), Some(("Wiwin".to_owned(), By::Loket)));
        let rina = mentor(&app, "Rina").await;
        let sql = "update account set phone = $2 where id = $1";
        let phone = Phone::parse("0812 1111 2222").unwrap();
        app.db.run(sql, args![rina.id(), phone.as_str()]).await.unwrap();
        let own = Start { phone, ..start("u") };
        assert!(matches!(begin_for(&app, &rina, SERVICE, &own).await, Err(BeginError::Own)));
        assert!(matches!(begin_for(&app, &rina, "tidak-ada", &start("v")).await, Err(BeginError::NotFound)));
        // Another's form with the same token is another case.
        assert!(begin_for(&app, &rina, SERVICE, &start("t")).await.is_err());
    }

    async fn what_is_the_applicants_alone_stays_so(app: TestApp) {
        let (number, rina) = begun(&app).await;
        let helper = acts(&app, &rina, &number).await.unwrap();
        let refused = Err::<State, _>(Refused::NotYours);
        let is = |result: Result<State, StepError>| result.map_err(|error| match error {
            StepError::Refused(refused) => refused,
            error => panic!("{error}"),
        });
        assert_eq!(is(withdraw(&app, &helper).await), refused);
        fill_in(&app, &helper).await;
        hand_in(&app, &helper).await.unwrap();
        assert_eq!(is(withdraw(&app, &helper).await), refused);
        let about = About::Case { number: number.clone(), keys: Vec::new() };
        let contact = Some((Line::parse("Rina").unwrap(), Phone::parse("0812 1111 3333").unwrap()));
        let story = Story::parse("Petugas lama sekali menjawab permohonan ini.").unwrap();
        let filing = Filing { token: "a".to_owned(), about, story, privacy: Privacy::Biasa, contact };
        assert!(matches!(file_complaint(&app, &rina, &filing).await, Err(complaint::FileError::NotTheirCase)));
        // Nobody gives on what they were given.
        let other = mentor(&app, "Lia").await;
        assert!(matches!(give_mandate(&app, &helper, other.id().unwrap(), 30).await, Err(MandateError::NotYours)));
        // A stopped case is taken up again by its owner.
        let sql = "update permit_case set state = 'dihentikan', last_day = '2099-01-01' where number = $1";
        app.db.run(sql, args![&number]).await.unwrap();
        assert_eq!(is(hand_in(&app, &helper).await), refused);
        let sql = "update permit_case set state = 'ditolak' where number = $1";
        app.db.run(sql, args![&number]).await.unwrap();
        let marks = Marks::new([4; 9]).unwrap();
        assert!(matches!(answer_survey(&app, &helper, &marks).await, Err(SurveyError::NotNow)));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn the_owner_takes_over_and_from_then_on_nothing_is_done_for_them(app: TestApp) {
        let (number, rina) = begun(&app).await;
        let helper = acts(&app, &rina, &number).await.unwrap();
        fill_in(&app, &helper).await;
        let owner = owner(&app, &number).await;
        end_mandate(&app, &owner).await.unwrap();
        end_mandate(&app, &owner).await.unwrap();
        assert!(acts(&app, &rina, &number).await.is_none());
        // A page that was open before saves and sends nothing.
        assert!(matches!(hand_in(&app, &helper).await, Err(StepError::MandateOver)));
        let window = open_window(&app, &helper, "merek").await.unwrap();
        let texts = BTreeMap::from([(Path::from_name("nama_merek"), "Lain".to_owned())]);
        assert!(matches!(save_section(&app, &helper, "merek", texts, &window).await, Err(SaveError::NotNow)));
        let added = add_file(&app, &helper, &Path::from_name("ktp"), "a.png", photo(3)).await;
        assert!(matches!(added, Err(FileError::NotNow)));
        // What was filled in stays, and the owner goes on.
        assert_eq!(hand_in(&app, &owner).await.unwrap(), State::Diajukan);
        let helped = list_helped(&app, &rina).await.unwrap();
        assert_eq!(helped.iter().map(|helped| (helped.standing, helped.state)).collect::<Vec<_>>(), [(Standing::Ended, None)]);
        days(&app, 40);
        assert!(list_helped(&app, &rina).await.unwrap().is_empty());
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn a_mandate_ends_with_its_day(app: TestApp) {
        let (number, rina) = begun(&app).await;
        days(&app, 30);
        let helper = acts(&app, &rina, &number).await.unwrap();
        fill_in(&app, &helper).await;
        days(&app, 1);
        assert!(acts(&app, &rina, &number).await.is_none());
        assert!(matches!(hand_in(&app, &helper).await, Err(StepError::MandateOver)));
        assert_eq!(list_helped(&app, &rina).await.unwrap()[0].standing, Standing::Over);
        // Who is no mentor any more helps nobody, whatever was given.
        let owner = owner(&app, &number).await;
        give_mandate(&app, &owner, rina.id().unwrap(), 7).await.unwrap();
        assert!(acts(&app, &rina, &number).await.is_some());
        let Actor::Account { id, .. } = rina else { unreachable!() };
        let retired = Actor::Account { id, roles: vec![Role::Pembeli], duties: vec![] };
        assert!(acts(&app, &retired, &number).await.is_none());
    }

    async fn an_owner_asks_somebody_to_help(app: TestApp) {
        let (started, applicant) = complete(&app, "t").await;
        let (rina, lia) = (mentor(&app, "Rina").await, mentor(&app, "Lia").await);
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        officer(&app, "Wiwin", &[Duty::Loket]).await;
        let names: Vec<String> = list_helpers(&app).await.unwrap().into_iter().map(|helper| helper.name).collect();
        assert_eq!(names, ["Lia", "Rina", "Wiwin"], "mentors first, and nobody else");
        for (helper, days) in [(budi.id().unwrap(), 30), (Uuid::nil(), 30), (app.new_id(), 7)] {
            assert!(matches!(give_mandate(&app, &applicant, helper, days).await, Err(MandateError::NoHelper)));
        }
        assert!(matches!(give_mandate(&app, &applicant, rina.id().unwrap(), 31).await, Err(MandateError::Days)));
        give_mandate(&app, &applicant, rina.id().unwrap(), 7).await.unwrap();
        give_mandate(&app, &applicant, rina.id().unwrap(), 7).await.unwrap();
        let sql = "select count(*) from mandate";
        assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0, 1, "given twice, it is one");
        let sql = "select count(*) from outbox where kind = 'case_mandate'";
        assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0, 1, "she is told once");
        // Another in her place: one at a time.
        give_mandate(&app, &applicant, lia.id().unwrap(), 30).await.unwrap();
        assert!(acts(&app, &rina, &started.number).await.is_none());
        let helper = acts(&app, &lia, &started.number).await.unwrap();
        hand_in(&app, &helper).await.unwrap();
        // Whoever helps can stop.
        end_mandate(&app, &helper).await.unwrap();
        assert!(acts(&app, &lia, &started.number).await.is_none());
        withdraw(&app, &applicant).await.unwrap();
        assert!(matches!(give_mandate(&app, &applicant, lia.id().unwrap(), 30).await, Err(MandateError::NotNow)));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn a_draft_that_nobody_goes_on_with_is_forgotten_with_its_mandate(app: TestApp) {
        let (number, rina) = begun(&app).await;
        fill_in(&app, &acts(&app, &rina, &number).await.unwrap()).await;
        days(&app, 91);
        assert_eq!(forget_old_drafts(&app).await.unwrap(), 1);
        for sql in ["select count(*) from permit_case", "select count(*) from mandate", "select count(*) from outbox"] {
            assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0, 0, "{sql}");
        }
        assert!(list_helped(&app, &rina).await.unwrap().is_empty());
    }

    async fn who_helped_does_not_decide(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        let duties = [Duty::Loket, Duty::Verifikator, Duty::Lapangan, Duty::Penyetuju];
        let wiwin = officer(&app, "Wiwin", &duties).await;
        let number = begin_for(&app, &wiwin, SERVICE, &start("t")).await.unwrap();
        let helper = acts(&app, &wiwin, &number).await.unwrap();
        fill_in(&app, &helper).await;
        hand_in(&app, &helper).await.unwrap();
        // Also after the mandate is over.
        end_mandate(&app, &helper).await.unwrap();
        assert!(matches!(step(&app, &wiwin, &number, Action::TakeUp).await, Err(StepError::Refused(Refused::OwnCase))));
        assert!(open_case(&app, &wiwin, &number).await.unwrap().allowed.is_empty());
        let budi = officer(&app, "Budi", &[Duty::Verifikator]).await;
        step(&app, &budi, &number, Action::TakeUp).await.unwrap();
        let judged = judge_document(&app, &wiwin, &number, &Path::from_name("ktp"), &Verdict::Accepted).await;
        assert!(matches!(judged, Err(StepError::Refused(Refused::OwnCase))));
        accept_all(&app, &budi, &number).await;
        step(&app, &budi, &number, Action::Forward).await.unwrap();
        assert!(matches!(step(&app, &wiwin, &number, Action::Approve).await, Err(StepError::Refused(Refused::OwnCase))));
        let sari = officer(&app, "Sari", &[Duty::Penyetuju]).await;
        step(&app, &sari, &number, Action::Approve).await.unwrap();
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }

    async fn taking_over_and_sending_at_once_end_in_one_of_the_two(app: TestApp) {
        let (number, rina) = begun(&app).await;
        let helper = acts(&app, &rina, &number).await.unwrap();
        fill_in(&app, &helper).await;
        let owner = owner(&app, &number).await;
        let mut tried = JoinSet::new();
        for nth in 0..10 {
            let (platform, helper, owner) = (app.platform.clone(), helper.clone(), owner.clone());
            tried.spawn(async move {
                match nth {
                    5 => end_mandate(&platform, &owner).await.map(|()| None).map_err(|error| panic!("{error}")),
                    _ => hand_in(&platform, &helper).await.map(Some),
                }
            });
        }
        let results = tried.join_all().await;
        let sent = results.iter().any(|result| matches!(result, Ok(Some(State::Diajukan))));
        for result in &results {
            assert!(matches!(result, Ok(_) | Err(StepError::MandateOver)), "{result:?}");
        }
        let case = show_case(&app, &owner).await.unwrap().unwrap();
        assert_eq!(case.state, if sent { State::Diajukan } else { State::Draf });
        let events = case.events.iter().filter(|event| event.action == "ajukan").count();
        assert_eq!(events, usize::from(sent));
        assert_eq!(case.mandate.map(|mandate| mandate.standing), Some(Standing::Ended));
        assert_eq!(verify_chains(&app).await.unwrap(), []);
    }
}
