//! Who was at a session: said with a code that is shown there, or entered from the list on paper, on both databases.

#[path = "support/class.rs"]
mod support;

use std::time::Duration;

use domain::account::Actor;
use domain::training::attendance::{Way, Window};
use domain::training::clash::Span;
use domain::training::class::{Action as ClassAction, Refused};
use domain::training::plan::Fault;
use domain::training::registration::{Action, State};
use domain::typed::Line;
use platform::deadlines::run_deadlines;
use platform::on_both_databases;
use platform::testing::TestApp;
use platform::training::*;
use support::*;
use uuid::Uuid;

/// A class with one session in ten days from nine to twelve, and the session.
async fn one_session(app: &TestApp) -> (String, Uuid) {
    let slug = class(app, "Foto produk", plan(app, 9, 5)).await;
    let session = sessions(app, &slug).await[0].id;
    (slug, session)
}

async fn sessions(app: &TestApp, slug: &str) -> Vec<Session> {
    find_class(app, slug).await.unwrap().unwrap().sessions
}

/// Moves the clock to so many minutes after the beginning of a session.
async fn go_to(app: &TestApp, slug: &str, minutes: i64) {
    let starts_at = sessions(app, slug).await[0].starts_at;
    let seconds = starts_at.plus_seconds(minutes * 60).micros() - app.now().micros();
    wait(app, u64::try_from(seconds / 1_000_000).unwrap());
    run_deadlines(app).await.unwrap();
}

fn wait(app: &TestApp, seconds: u64) {
    app.clock.advance(Duration::from_secs(seconds));
}

fn scan_of(code: &AttendanceCode) -> String {
    code.address.rsplit('/').next().unwrap().to_owned()
}

fn why(text: &str) -> Line<160> {
    Line::parse(text).unwrap()
}

/// What is known of the first session: whether they were there, and how.
async fn known(app: &TestApp, someone: &Someone) -> Option<(bool, Way)> {
    someone.sees(app).await.attendance[0].mark.clone().map(|mark| (mark.present, mark.way))
}

on_both_databases! {
    async fn the_digits_on_the_screen_count_while_they_are_shown_and_a_minute_more(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let euis = join(&app, &slug, &somebody(2)).await;
        go_to(&app, &slug, -30).await;
        let code = attendance_code(&app, session);
        wait(&app, code.left as u64 + 59);
        let spaced = format!("{} {}", &code.digits[..3], &code.digits[3..]);
        check_in(&app, &siti.participant, session, Proof::Digits(&spaced)).await.unwrap();
        assert_eq!(known(&app, &siti).await, Some((true, Way::Kode)));
        wait(&app, 1);
        let late = check_in(&app, &euis.participant, session, Proof::Digits(&code.digits)).await;
        assert!(matches!(late, Err(CheckInError::Wrong)));
        assert_eq!(known(&app, &euis).await, None);
    }

    async fn before_and_after_the_window_nothing_changes(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        for (minutes, expected) in [(-31, "early"), (-30, "open"), (239, "open"), (240, "over")] {
            go_to(&app, &slug, minutes).await;
            let digits = attendance_code(&app, session).digits;
            let said = check_in(&app, &siti.participant, session, Proof::Digits(&digits)).await;
            let (what, record) = match said {
                Ok(()) => ("open", true),
                Err(CheckInError::Early(_)) => ("early", false),
                Err(CheckInError::Over) => ("over", false),
                Err(error) => panic!("{error:?}"),
            };
            assert_eq!(what, expected, "{minutes}");
            assert_eq!(known(&app, &siti).await.is_some(), record, "{minutes}");
            app.db.run("delete from attendance", platform::args![]).await.unwrap();
        }
    }

    async fn a_scan_is_kept_for_a_quarter_of_an_hour(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let euis = join(&app, &slug, &somebody(2)).await;
        go_to(&app, &slug, 0).await;
        let code = scan_of(&attendance_code(&app, session));
        let scan = keep_scan(&app, session, &code).unwrap();
        assert_eq!(scanned_session(&app, &scan), Some(session));
        // Scanned again while it is shown it is kept again; later it is an old code.
        assert!(keep_scan(&app, session, &code).is_some());
        wait(&app, 14 * 60);
        assert!(keep_scan(&app, session, &code).is_none());
        check_in(&app, &siti.participant, session, Proof::Scan(&scan)).await.unwrap();
        assert_eq!(known(&app, &siti).await, Some((true, Way::Qr)));
        wait(&app, 61);
        let late = check_in(&app, &euis.participant, session, Proof::Scan(&scan)).await;
        assert!(matches!(late, Err(CheckInError::Wrong)));
    }

    async fn a_forged_scan_or_one_of_another_session_says_nothing(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let other = class(&app, "Kemasan", plan(&app, 9, 5)).await;
        let other = sessions(&app, &other).await[0].id;
        let siti = join(&app, &slug, &somebody(1)).await;
        go_to(&app, &slug, 0).await;
        assert!(keep_scan(&app, session, "00000000000000000000").is_none());
        assert!(keep_scan(&app, session, &scan_of(&attendance_code(&app, other))).is_none());
        let theirs = keep_scan(&app, other, &scan_of(&attendance_code(&app, other))).unwrap();
        let longer = theirs.replacen(&other.simple().to_string(), &session.simple().to_string(), 1);
        for scan in [theirs.as_str(), longer.as_str(), "", "..", "x.1.y"] {
            let said = check_in(&app, &siti.participant, session, Proof::Scan(scan)).await;
            assert!(matches!(said, Err(CheckInError::Wrong)), "{scan}");
        }
        let elsewhere = check_in(&app, &siti.participant, other, Proof::Scan(&theirs)).await;
        assert!(matches!(elsewhere, Err(CheckInError::NotFound)));
        assert_eq!(known(&app, &siti).await, None);
    }

    async fn digits_cannot_be_guessed(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        go_to(&app, &slug, 0).await;
        let right = attendance_code(&app, session).digits;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for _ in 0..8 {
            let said = check_in(&app, &siti.participant, session, Proof::Digits(wrong)).await;
            assert!(matches!(said, Err(CheckInError::Wrong)));
        }
        let said = check_in(&app, &siti.participant, session, Proof::Digits(&right)).await;
        assert!(matches!(said, Err(CheckInError::Wait(seconds)) if seconds > 0));
    }

    async fn only_who_has_a_seat_can_be_there(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        let session = sessions(&app, &slug).await[0].id;
        let siti = join(&app, &slug, &somebody(1)).await;
        let waiting = join(&app, &slug, &somebody(2)).await;
        assert_eq!(waiting.state(&app).await, State::DaftarTunggu);
        go_to(&app, &slug, 0).await;
        let digits = attendance_code(&app, session).digits;
        let said = check_in(&app, &waiting.participant, session, Proof::Digits(&digits)).await;
        assert!(matches!(said, Err(CheckInError::NoSeat)));
        step(&app, &slug, ClassAction::Cancel).await.unwrap();
        let said = check_in(&app, &siti.participant, session, Proof::Digits(&digits)).await;
        assert!(matches!(said, Err(CheckInError::NotFound)));
    }

    async fn scan_and_paper_are_one_record_and_the_first_stands(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let organiser = organiser(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let euis = join(&app, &slug, &somebody(2)).await;
        let dewi = join(&app, &slug, &somebody(3)).await;
        go_to(&app, &slug, 5).await;
        let digits = attendance_code(&app, session).digits;
        check_in(&app, &siti.participant, session, Proof::Digits(&digits)).await.unwrap();
        let entry = |someone: &Someone, present: bool, note: Option<Line<160>>| Entry {
            number: someone.registered.number.clone(), present, note,
        };
        let paper = [entry(&siti, false, None), entry(&euis, true, None), entry(&dewi, false, Some(why("Sakit.")))];
        assert_eq!(enter_attendance(&app, &organiser, session, &paper).await.unwrap(), 2);
        assert_eq!(enter_attendance(&app, &organiser, session, &paper).await.unwrap(), 0);
        assert_eq!(known(&app, &siti).await, Some((true, Way::Kode)));
        assert_eq!(known(&app, &euis).await, Some((true, Way::Daftar)));
        assert_eq!(dewi.sees(&app).await.attendance[0].mark.clone().unwrap().note, "Sakit.");
        // Twice by the same person is no error; against the organiser's word it is.
        check_in(&app, &euis.participant, session, Proof::Digits(&digits)).await.unwrap();
        let against = check_in(&app, &dewi.participant, session, Proof::Digits(&digits)).await;
        assert!(matches!(against, Err(CheckInError::Absent)));
        let sheet = find_sheet(&app, &organiser, &slug, session).await.unwrap();
        assert_eq!((sheet.present(), sheet.people.len(), sheet.window), (2, 3, Window::Open));
    }

    async fn what_was_recorded_wrongly_is_corrected_with_a_reason(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let organiser = organiser(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        go_to(&app, &slug, 400).await;
        let number = siti.registered.number.clone();
        let absent = Entry { number: number.clone(), present: false, note: None };
        enter_attendance(&app, &organiser, session, &[absent]).await.unwrap();
        correct_attendance(&app, &organiser, session, &number, true, &why("Tanda tangan terlewat.")).await.unwrap();
        assert_eq!(known(&app, &siti).await, Some((true, Way::Daftar)));
        let sees = siti.sees(&app).await;
        assert_eq!(sees.attendance[0].mark.clone().unwrap().note, "Tanda tangan terlewat.");
        assert_eq!(sees.reason, None, "a correction is no decision about the seat");
        assert_eq!(told(&app, "class_moved").await, 0);
    }

    async fn an_organiser_enters_nothing_too_early_and_others_nothing_at_all(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let organiser = organiser(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let entry = [Entry { number: siti.registered.number.clone(), present: true, note: None }];
        let early = enter_attendance(&app, &organiser, session, &entry).await;
        assert!(matches!(early, Err(OrganiseError::Refused(Refused::NotNow))));
        go_to(&app, &slug, 0).await;
        let guest = enter_attendance(&app, &Actor::Guest, session, &entry).await;
        assert!(matches!(guest, Err(OrganiseError::Forbidden(_))));
        let guest = correct_attendance(&app, &Actor::Guest, session, &entry[0].number, true, &why("x")).await;
        assert!(matches!(guest, Err(OrganiseError::Forbidden(_))));
        assert!(matches!(find_sheet(&app, &Actor::Guest, &slug, session).await, Err(OrganiseError::Forbidden(_))));
        assert_eq!(known(&app, &siti).await, None);
    }

    async fn whoever_gave_the_seat_back_is_passed_over_on_the_paper(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let organiser = organiser(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let euis = join(&app, &slug, &somebody(2)).await;
        answer(&app, &siti.participant, Action::Cancel).await.unwrap();
        go_to(&app, &slug, 0).await;
        let line = |someone: &Someone| Entry { number: someone.registered.number.clone(), present: true, note: None };
        assert_eq!(enter_attendance(&app, &organiser, session, &[line(&siti), line(&euis)]).await.unwrap(), 1);
        assert_eq!(find_sheet(&app, &organiser, &slug, session).await.unwrap().people.len(), 1);
    }

    async fn the_sessions_that_are_open_are_those_of_this_device(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let keys = [siti.registered.secret.clone()];
        let open = || async { list_open_sessions(&app, &Actor::Guest, &keys).await.unwrap() };
        assert!(open().await.is_empty());
        go_to(&app, &slug, -30).await;
        let found = open().await;
        assert_eq!((found.len(), found[0].session, found[0].present), (1, session, None));
        assert!(list_open_sessions(&app, &Actor::Guest, &["0".repeat(64)]).await.unwrap().is_empty());
        let digits = attendance_code(&app, session).digits;
        check_in(&app, &siti.participant, session, Proof::Digits(&digits)).await.unwrap();
        assert_eq!(open().await[0].present, Some(true));
        go_to(&app, &slug, 240).await;
        assert!(open().await.is_empty());
    }

    async fn somebody_who_was_at_a_session_comes_no_more_for_the_first_time(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        join(&app, &slug, &somebody(2)).await;
        go_to(&app, &slug, 0).await;
        let digits = attendance_code(&app, session).digits;
        check_in(&app, &siti.participant, session, Proof::Digits(&digits)).await.unwrap();
        go_to(&app, &slug, 300).await;
        let next = class(&app, "Kemasan", plan(&app, 9, 5)).await;
        for nth in [1, 2] {
            let again = Registering { token: format!("again-{nth}"), ..somebody(nth) };
            join(&app, &next, &again).await;
        }
        let people = list_participants(&app, &organiser(&app).await, &next).await.unwrap();
        assert_eq!(people.iter().map(|person| person.first_time).collect::<Vec<_>>(), [false, true]);
    }

    async fn a_session_that_has_begun_stays_as_it_was(app: TestApp) {
        let mut plan = plan(&app, 9, 5);
        let first = plan.sessions[0];
        plan.sessions.push(Span { from: first.from.plus_days(1), to: first.to.plus_days(1) });
        let slug = class(&app, "Batik", plan).await;
        let organiser = organiser(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        let before = sessions(&app, &slug).await;
        go_to(&app, &slug, 5).await;
        let digits = attendance_code(&app, before[0].id).digits;
        check_in(&app, &siti.participant, before[0].id, Proof::Digits(&digits)).await.unwrap();
        let file = find_class_file(&app, &organiser, &slug).await.unwrap();
        let mut draft = file.draft.clone();
        draft.plan.sessions[0].to = draft.plan.sessions[0].to.plus_hours(1);
        let moved = change_class(&app, &organiser, &slug, file.revision, &draft).await;
        assert!(matches!(moved, Err(OrganiseError::Faults(faults)) if faults == [Fault::Begun]));
        let mut draft = file.draft.clone();
        draft.plan.sessions.remove(0);
        let gone = change_class(&app, &organiser, &slug, file.revision, &draft).await;
        assert!(matches!(gone, Err(OrganiseError::Faults(faults)) if faults == [Fault::Begun]));
        // What is to come may be moved, and a session may be added.
        let mut draft = file.draft;
        let later = &mut draft.plan.sessions[1];
        (later.from, later.to) = (later.from.plus_hours(2), later.to.plus_hours(2));
        draft.plan.sessions.push(Span { from: first.from.plus_days(2), to: first.to.plus_days(2) });
        change_class(&app, &organiser, &slug, file.revision, &draft).await.unwrap();
        let after = sessions(&app, &slug).await;
        assert_eq!((after.len(), after[0].id, after[1].id), (3, before[0].id, before[1].id));
        assert_eq!(known(&app, &siti).await, Some((true, Way::Kode)));
    }

    async fn a_session_that_is_moved_forgets_who_was_early(app: TestApp) {
        let (slug, session) = one_session(&app).await;
        let organiser = organiser(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        go_to(&app, &slug, -20).await;
        let digits = attendance_code(&app, session).digits;
        check_in(&app, &siti.participant, session, Proof::Digits(&digits)).await.unwrap();
        let file = find_class_file(&app, &organiser, &slug).await.unwrap();
        let mut draft = file.draft;
        let only = &mut draft.plan.sessions[0];
        (only.from, only.to) = (only.from.plus_days(1), only.to.plus_days(1));
        (draft.plan.opens_at, draft.plan.closes_at) = (hours(&app, -24), hours(&app, 0));
        change_class(&app, &organiser, &slug, file.revision, &draft).await.unwrap();
        assert_eq!(known(&app, &siti).await, None);
    }
}
