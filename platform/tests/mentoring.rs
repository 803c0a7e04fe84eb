//! A mentoring from the request to the plan on which both sides agree: who sees it, who has it, what is refused; on both
//! databases.

#[path = "support/mentoring.rs"]
mod support;

use domain::account::Actor;
use domain::mentoring::{Action, AppointmentState, By, Side, State};
use platform::mentoring::*;
use platform::on_both_databases;
use support::*;

on_both_databases! {
    async fn the_same_form_is_one_request_and_two_are_open_at_most(app: TestApp) {
        let story = Story::asked(&app).await;
        let (siti, second) = (&story.owner, request(&app, "Katering Siti"));
        let number = request_mentoring(&app, siti, &second).await.unwrap();
        assert_eq!(request_mentoring(&app, siti, &second).await.unwrap(), number);
        assert_eq!(list_own_mentorings(&app, siti).await.unwrap().len(), 2);
        let third = request(&app, "Kue Siti");
        assert_eq!(why(request_mentoring(&app, siti, &third).await), "TooMany");
        assert_eq!(request_mentoring(&app, siti, &second).await.unwrap(), number, "sent again it is still no error");
        assert_eq!(why(request_mentoring(&app, &story.stranger, &second).await), "NotFound");
        assert_eq!(why(request_mentoring(&app, &Actor::Guest, &third).await), "Forbidden(Forbidden)");
        story.expect_told(&[]).await;
        story.step(siti, Action::Stop).await.unwrap();
        request_mentoring(&app, siti, &third).await.unwrap();
    }

    async fn forms_sent_at_the_same_time_are_two_mentorings_at_most(app: TestApp) {
        let siti = owner(&app, "Siti").await;
        let hands = (0..24).map(|nth| {
            let (app, siti, request) = (app.clone(), siti.clone(), request(&app, &format!("Usaha {nth}")));
            async move { why(request_mentoring(&app, &siti, &request).await) }
        });
        assert_eq!(at_once(hands).await, [["TooMany"; 22].as_slice(), &["done"; 2]].concat());
    }

    async fn whoever_has_no_part_in_it_finds_nothing(app: TestApp) {
        let story = Story::asked(&app).await;
        let find = async |who: &Actor| why(find_mentoring(&app, who, &story.number).await);
        let times = async |who: &Actor| why(list_slots(&app, who, &story.number).await);
        assert_eq!(find(&Actor::Guest).await, "Forbidden(Forbidden)");
        assert_eq!(find(&story.stranger).await, "NotFound");
        assert_eq!(why(find_mentoring(&app, &story.owner, "x").await), "NotFound");
        let shown = story.sees(&story.mentor).await;
        assert_eq!((shown.parts.as_slice(), shown.allowed.as_slice()), (&[By::Pendamping][..], &[Action::Assign][..]));
        assert_eq!((shown.owner.name.as_str(), shown.owner.phone), ("Siti", None), "not before somebody has it");
        let shown = story.sees(&story.coordinator).await;
        assert!(shown.is(By::Koordinator) && shown.owner.phone.is_some());
        assert_eq!(story.step(&story.mentor, Action::Assign).await.unwrap(), State::Diagnosis);
        let shown = story.sees(&story.mentor).await;
        assert!(shown.owner.phone.is_some());
        let seen_by_owner = story.sees(&story.owner).await;
        assert_eq!(seen_by_owner.mentor.map(|mentor| mentor.name).as_deref(), Some("Bayu"));
        for who in [&story.other, &story.stranger] {
            assert_eq!((find(who).await, times(who).await), ("NotFound".into(), "NotFound".into()));
            let deed = story.deed(Action::Assign, shown.moves);
            assert_eq!(why(story.send(who, deed).await), "NotFound");
        }
        assert!(list_own_mentorings(&app, &story.stranger).await.unwrap().is_empty());
    }

    async fn of_two_mentors_who_take_it_at_the_same_time_one_has_it(app: TestApp) {
        let story = Story::asked(&app).await;
        let hands = [&story.mentor, &story.other].map(|mentor| {
            let (app, mentor, number) = (app.clone(), mentor.clone(), story.number.clone());
            let deed = story.deed(Action::Assign, 1);
            async move { why(move_mentoring(&app, &mentor, &number, &deed).await) }
        });
        assert_eq!(at_once(hands).await, ["NotFound", "done"]);
        story.expect_told(&[("Siti", "Pendamping Anda untuk Dapur Siti adalah")]).await;
    }

    async fn a_mentor_takes_it_once_and_for_nobody_else(app: TestApp) {
        let story = Story::asked(&app).await;
        let seen = story.sees(&story.mentor).await.moves;
        let deed = MentoringDeed { mentor: story.other.id(), ..story.deed(Action::Assign, seen) };
        for _ in 0..2 {
            assert_eq!(story.send(&story.mentor, deed.clone()).await.unwrap(), State::Diagnosis);
        }
        let shown = story.sees(&story.mentor).await;
        assert_eq!((shown.mentor.unwrap().id, shown.moves), (story.mentor.id().unwrap(), seen + 1));
        story.expect_told(&[("Siti", "adalah Bayu")]).await;
    }

    async fn another_name_on_the_same_page_is_another_step(app: TestApp) {
        let story = Story::asked(&app).await;
        let give = |to: &Actor| MentoringDeed { mentor: to.id(), ..story.deed(Action::Assign, 1) };
        let mentor = async || story.sees(&story.owner).await.mentor.map(|mentor| mentor.name);
        for _ in 0..2 {
            story.send(&story.coordinator, give(&story.mentor)).await.unwrap();
        }
        story.expect_told(&[("Bayu", "Anda mendampingi"), ("Siti", "adalah Bayu")]).await;
        story.send(&story.coordinator, give(&story.other)).await.unwrap();
        assert_eq!(mentor().await.as_deref(), Some("Dewi"));
        let told = [("Bayu", "dialihkan"), ("Dewi", "Anda mendampingi"), ("Siti", "adalah Dewi")];
        story.expect_told(&told).await;
    }

    async fn another_day_or_other_words_on_the_same_page_are_another_step(app: TestApp) {
        let story = Story::proposed(&app).await;
        let seen = story.sees(&story.mentor).await.moves;
        for (ahead, moves) in [(30, 1), (30, 1), (40, 2)] {
            let deed = MentoringDeed { ends_on: Some(story.day(ahead)), ..story.deed(Action::Propose, seen) };
            story.send(&story.mentor, deed).await.unwrap();
            let shown = story.sees(&story.owner).await;
            assert_eq!((shown.ends_on, shown.moves), (Some(story.day(ahead)), seen + moves));
        }
        let seen = seen + 2;
        story.send(&story.owner, story.deed(Action::Object, seen)).await.unwrap();
        let other = MentoringDeed { words: Some(text("Dan lagi.")), ..story.deed(Action::Object, seen) };
        assert_eq!(why(story.send(&story.owner, other).await), "Changed", "what was typed is not lost");
        assert_eq!(why(story.send(&story.owner, story.deed(Action::Object, seen)).await), "done");
    }

    async fn only_somebody_who_mentors_is_given_it_and_never_ones_own(app: TestApp) {
        let story = Story::asked(&app).await;
        for nobody in [&story.stranger, &story.owner, &story.coordinator, &Actor::Guest] {
            assert_eq!(why(story.give_to(nobody).await), "NoMentor");
        }
        let rina = mentor(&app, "Rina").await;
        let own = Story { owner: rina.clone(), number: ask(&app, &rina, "Kebun Rina").await, ..story };
        assert_eq!(why(own.step(&rina, Action::Assign).await), "NoMentor");
        assert_eq!(why(own.give_to(&rina).await), "NoMentor");
        assert!(mentor_day(&app, &rina).await.unwrap().waiting.iter().all(|card| card.number != own.number));
        app.db.run("update account set state = 'blocked' where id = $1", platform::args![own.other.id()]).await.unwrap();
        assert_eq!(why(own.give_to(&own.other).await), "NoMentor");
    }

    async fn whoever_hands_it_over_calls_the_appointments_off(app: TestApp) {
        let story = Story::asked(&app).await;
        assert_eq!(story.give_to(&story.mentor).await.unwrap(), State::Diagnosis);
        story.expect_told(&[("Bayu", "Anda mendampingi Dapur Siti"), ("Siti", "adalah Bayu")]).await;
        workdays(&app, &story.mentor).await;
        let slot = story.slots().await[4];
        story.book(&story.owner, slot).await.unwrap();
        story.expect_told(&[("Bayu", "Janji temu")]).await;
        assert_eq!(why(story.step(&story.mentor, Action::Assign).await), "Refused(NotYours)");
        assert_eq!(story.give_to(&story.other).await.unwrap(), State::Diagnosis);
        story.expect_told(&[("Bayu", "dialihkan"), ("Dewi", "Anda mendampingi"), ("Siti", "janji dengan pendamping sebelumnya")]).await;
        assert_eq!(why(find_mentoring(&app, &story.mentor, &story.number).await), "NotFound");
        let appointments = story.sees(&story.other).await.appointments;
        assert_eq!(appointments.iter().map(|one| one.state).collect::<Vec<_>>(), [AppointmentState::Batal]);
        assert_eq!(count(&app, "select count(*) from due_job where kind = 'appointment_reminder'").await, 0);
        workdays(&app, &story.other).await;
        story.book(&story.other, slot).await.unwrap();
    }

    async fn a_plan_is_proposed_when_it_is_complete(app: TestApp) {
        let story = Story::taken(&app).await;
        let (bayu, number) = (&story.mentor, story.number.as_str());
        let propose = async || why(story.step(bayu, Action::Propose).await);
        assert_eq!(propose().await, "Refused(NoDiagnosis)");
        add_finding(&app, bayu, number, &finding("Tidak ada pembukuan.")).await.unwrap();
        assert_eq!(propose().await, "Refused(NoPlan)");
        add_goal(&app, bayu, number, &goal("Omzet naik")).await.unwrap();
        assert_eq!(propose().await, "Refused(NoPlan)");
        add_action(&app, bayu, number, &story.action("Mencatat penjualan", Side::Usaha, 0)).await.unwrap();
        let seen = story.sees(bayu).await.moves;
        for ends_on in [None, Some(story.day(-1)), Some(story.day(0)), Some(story.day(401))] {
            let deed = MentoringDeed { ends_on, ..story.deed(Action::Propose, seen) };
            assert_eq!(why(story.send(bayu, deed).await), "Day");
        }
        assert_eq!(why(story.step(&story.owner, Action::Agree).await), "Refused(NotProposed)");
        let last = MentoringDeed { ends_on: Some(story.day(400)), ..story.deed(Action::Propose, seen) };
        story.send(bayu, last).await.unwrap();
        let shown = story.sees(&story.owner).await;
        assert_eq!((shown.proposed, shown.ends_on), (true, Some(story.day(400))));
        assert_eq!(shown.allowed, [Action::Agree, Action::Object, Action::Stop]);
    }

    async fn lines_of_the_plan_are_written_by_its_mentor_until_both_agree(app: TestApp) {
        let story = Story::taken(&app).await;
        let (bayu, number) = (&story.mentor, story.number.as_str());
        for (who, expected) in [
            (&story.owner, "Refused(NotYours)"),
            (&story.coordinator, "Refused(NotYours)"),
            (&story.other, "NotFound"),
            (&Actor::Guest, "Forbidden(Forbidden)"),
        ] {
            assert_eq!(why(add_finding(&app, who, number, &finding("x")).await), expected);
            assert_eq!(why(add_goal(&app, who, number, &goal("x")).await), expected);
            let action = story.action("x", Side::Usaha, 1);
            assert_eq!(why(add_action(&app, who, number, &action).await), expected);
            assert_eq!(why(remove_line(&app, who, number, PlanLine::Goal, app.new_id()).await), expected);
        }
        for ahead in [-1, 401] {
            assert_eq!(why(add_action(&app, bayu, number, &story.action("x", Side::Usaha, ahead)).await), "Day");
        }
        for nth in 0..20 {
            add_finding(&app, bayu, number, &finding(&format!("Temuan {nth}"))).await.unwrap();
            add_goal(&app, bayu, number, &goal(&format!("Tujuan {nth}"))).await.unwrap();
            add_action(&app, bayu, number, &story.action("Mencatat", Side::Usaha, 1)).await.unwrap();
        }
        assert_eq!(why(add_finding(&app, bayu, number, &finding("x")).await), "TooMany");
        assert_eq!(why(add_goal(&app, bayu, number, &goal("x")).await), "TooMany");
        assert_eq!(why(add_action(&app, bayu, number, &story.action("x", Side::Usaha, 1)).await), "TooMany");
        let shown = story.sees(bayu).await;
        let (finding, goal, action) = (shown.findings[0].id, shown.goals[0].id, shown.actions[0].id);
        for (line, id) in [(PlanLine::Finding, finding), (PlanLine::Goal, goal), (PlanLine::Action, action)] {
            for _ in 0..2 {
                remove_line(&app, bayu, number, line, id).await.unwrap();
            }
        }
        let shown = story.sees(bayu).await;
        assert_eq!((shown.findings.len(), shown.goals.len(), shown.actions.len()), (19, 19, 19));
        story.step(bayu, Action::Propose).await.unwrap();
        story.step(&story.owner, Action::Agree).await.unwrap();
        assert_eq!(why(add_goal(&app, bayu, number, &support::goal("x")).await), "Refused(NotNow)");
        assert_eq!(why(remove_line(&app, bayu, number, PlanLine::Goal, shown.goals[0].id).await), "Refused(NotNow)");
    }

    async fn an_owner_agrees_to_the_plan_that_was_shown_and_to_no_other(app: TestApp) {
        let story = Story::proposed(&app).await;
        let shown = story.sees(&story.owner).await;
        let answer = async |action, seen| why(story.send(&story.owner, story.deed(action, seen)).await);
        add_goal(&app, &story.mentor, &story.number, &goal("Dua cabang")).await.unwrap();
        for action in [Action::Agree, Action::Object] {
            assert_eq!(answer(action, shown.moves).await, "Refused(NotProposed)");
        }
        story.step(&story.mentor, Action::Propose).await.unwrap();
        for action in [Action::Agree, Action::Object] {
            assert_eq!(answer(action, shown.moves).await, "Changed");
        }
        let shown = story.sees(&story.owner).await;
        assert_eq!((shown.goals.len(), shown.agreed), (2, None));
        for _ in 0..2 {
            assert_eq!(answer(Action::Agree, shown.moves).await, "done", "the same form twice is no error");
        }
        let agreed = story.sees(&story.owner).await;
        assert_eq!((agreed.state, agreed.agreed), (State::Disepakati, Some(app.now())));
        assert_eq!(agreed.moves, shown.moves + 1);
    }

    async fn an_owner_asks_for_another_plan_with_words(app: TestApp) {
        let story = Story::proposed(&app).await;
        let seen = story.sees(&story.owner).await.moves;
        let silent = MentoringDeed { words: None, ..story.deed(Action::Object, seen) };
        assert_eq!(why(story.send(&story.owner, silent).await), "Refused(NoWords)");
        assert_eq!(why(story.step(&story.mentor, Action::Agree).await), "Refused(NotYours)");
        assert_eq!(why(story.step(&story.coordinator, Action::Agree).await), "Refused(NotYours)");
        story.step(&story.owner, Action::Object).await.unwrap();
        let shown = story.sees(&story.owner).await;
        assert_eq!((shown.state, shown.proposed), (State::Diagnosis, false));
        assert_eq!((shown.events[0].name.as_str(), shown.events[0].note.as_str()), ("Siti", "Ada alasannya."));
        assert_eq!(why(story.step(&story.owner, Action::Agree).await), "Refused(NotProposed)");
        story.step(&story.mentor, Action::Propose).await.unwrap();
        assert_eq!(story.step(&story.owner, Action::Agree).await.unwrap(), State::Disepakati);
    }

    async fn whoever_has_a_part_in_it_stops_it_with_a_reason(app: TestApp) {
        let story = Story::asked(&app).await;
        assert_eq!(why(story.step(&story.mentor, Action::Stop).await), "Refused(NotYours)");
        story.step(&story.owner, Action::Stop).await.unwrap();
        story.expect_told(&[]).await;
        assert_eq!(why(find_mentoring(&app, &story.mentor, &story.number).await), "NotFound");
        for nth in 0..3 {
            let story = Story::taken(&app).await;
            let (bayu, siti) = (("Bayu", "dihentikan. Alasan: Ada"), ("Siti", "dihentikan. Alasan: Ada"));
            let (who, told) = match nth {
                0 => (&story.owner, vec![bayu]),
                1 => (&story.mentor, vec![siti]),
                _ => (&story.coordinator, vec![bayu, siti]),
            };
            story.booked().await;
            story.forget_told().await;
            let silent = MentoringDeed { words: None, ..story.deed(Action::Stop, story.sees(who).await.moves) };
            assert_eq!(why(story.send(who, silent).await), "Refused(NoWords)");
            assert_eq!(story.step(who, Action::Stop).await.unwrap(), State::Dihentikan);
            story.expect_told(&told).await;
            let shown = story.sees(who).await;
            assert_eq!((shown.appointments[0].state, shown.allowed.len()), (AppointmentState::Batal, 0));
            assert_eq!(why(story.give_to(&story.other).await), "Refused(NotNow)");
            for action in [Action::Propose, Action::Agree, Action::Evaluate, Action::Resume] {
                assert_eq!(why(story.step(who, action).await), "Refused(NotNow)", "{action}");
            }
        }
    }
}
