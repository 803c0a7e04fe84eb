//! When owner and mentor meet: free times, booking one, calling it off, being reminded; and what each has before them.
//! On both databases.

#[path = "support/mentoring.rs"]
mod support;

use domain::account::Actor;
use domain::mentoring::{Action, AppointmentState, Hours, Side, Slot};
use domain::time::{Day, Timestamp};
use platform::deadlines::run_deadlines;
use platform::mentoring::*;
use platform::on_both_databases;
use platform::testing::TestApp;
use support::*;

/// The moment of a day at an hour in Tangerang.
fn at(day: Day, hour: i64) -> Slot {
    Slot { from: day.start().plus_hours(hour) }
}

fn days_of(slots: &[Slot]) -> Vec<Day> {
    let mut days: Vec<Day> = slots.iter().map(|slot| slot.from.day()).collect();
    days.dedup();
    days
}

/// Moves the clock to a moment.
fn go_to(app: &TestApp, moment: Timestamp) {
    minutes(app, u64::try_from((moment.micros() - app.now().micros()) / 60_000_000).unwrap());
}

async fn end(story: &Story, who: &Actor, appointment: &AppointmentShown, to: AppointmentState) -> String {
    why(end_appointment(&story.app, who, &story.number, appointment.id, to).await)
}

async fn state_of(story: &Story, appointment: &AppointmentShown) -> AppointmentState {
    let there = story.sees(&story.owner).await.appointments;
    there.into_iter().find(|other| other.id == appointment.id).unwrap().state
}

/// Another mentoring that the same mentor has.
async fn beside(story: &Story, name: &str) -> (Actor, String) {
    let owner = owner(&story.app, name).await;
    let number = ask(&story.app, &owner, name).await;
    let deed = story.deed(Action::Assign, 1);
    move_mentoring(&story.app, &story.mentor, &number, &deed).await.unwrap();
    (owner, number)
}

on_both_databases! {
    async fn free_are_the_mentors_hours_but_for_days_off_and_what_is_booked(app: TestApp) {
        let story = Story::taken(&app).await;
        let slots = story.slots().await;
        assert_eq!(slots[..3], [at(story.day(0), 10), at(story.day(0), 11), at(story.day(1), 9)]);
        assert!(slots.iter().all(|slot| slot.from.day().weekday() < 5), "no hours on a weekend");
        assert_eq!(days_of(&slots).last(), Some(&story.day(20)), "three weeks ahead");
        add_away(&app, &story.mentor, story.day(1), story.day(2)).await.unwrap();
        assert_eq!(days_of(&story.slots().await)[..2], [story.day(0), story.day(3)]);
        story.book(&story.owner, at(story.day(3), 10)).await.unwrap();
        let slots = story.slots().await;
        assert!(!slots.contains(&at(story.day(3), 10)) && slots.contains(&at(story.day(3), 11)));
        for (slot, reason) in [
            (at(story.day(0), 9), "it has begun"),
            (at(story.day(-1), 9), "it is over"),
            (at(story.day(1), 9), "the mentor is away"),
            (at(story.day(3), 12), "after the mentor's hours"),
            (at(story.day(4), 9), "a Saturday"),
            (at(story.day(21), 9), "too far ahead"),
            (Slot { from: story.day(3).start().plus_seconds(34_200) }, "half past nine is no beginning"),
        ] {
            for who in [&story.owner, &story.mentor] {
                assert_eq!(why(story.book(who, slot).await), "NotFree", "{reason}");
            }
        }
        assert_eq!(story.sees(&story.owner).await.appointments.len(), 1);
    }

    async fn nobody_meets_on_a_holiday(app: TestApp) {
        let story = Story::taken(&app).await;
        days(&app, 20);
        let christmas = Day::parse("2026-12-25").unwrap();
        let days = days_of(&story.slots().await);
        assert!(days.contains(&christmas.plus(-2)) && days.contains(&christmas.plus(3)));
        assert!(!days.contains(&christmas), "a Friday in the mentor's hours");
        for who in [&story.owner, &story.mentor] {
            assert_eq!(why(story.book(who, at(christmas, 9)).await), "NotFree");
        }
    }

    async fn there_are_no_times_where_nobody_meets(app: TestApp) {
        let asked = Story::asked(&app).await;
        assert!(asked.slots().await.is_empty());
        let slot = at(asked.day(1), 9);
        for who in [&asked.owner, &asked.mentor] {
            assert_eq!(why(asked.book(who, slot).await), "Refused(NotNow)");
        }
        let story = Story::taken(&app).await;
        for (who, books, lists) in [
            (&story.coordinator, "Refused(NotYours)", "done"),
            (&story.other, "NotFound", "NotFound"),
            (&story.stranger, "NotFound", "NotFound"),
            (&Actor::Guest, "Forbidden(Forbidden)", "Forbidden(Forbidden)"),
        ] {
            assert_eq!(why(story.book(who, slot).await), books);
            assert_eq!(why(list_slots(&app, who, &story.number).await), lists);
        }
        story.step(&story.owner, Action::Stop).await.unwrap();
        assert!(story.slots().await.is_empty());
        assert_eq!(why(story.book(&story.owner, slot).await), "Refused(NotNow)");
    }

    async fn two_lie_ahead_at_most_and_the_same_form_is_one(app: TestApp) {
        let story = Story::taken(&app).await;
        story.forget_told().await;
        let slots = story.slots().await;
        for _ in 0..2 {
            story.book(&story.owner, slots[0]).await.unwrap();
        }
        story.expect_told(&[("Bayu", "Janji temu pendampingan Dapur Siti: 24 November 2026, 10.00, Rumah Siti.")]).await;
        story.book(&story.mentor, slots[1]).await.unwrap();
        story.expect_told(&[("Siti", "24 November 2026, 11.00")]).await;
        assert_eq!(why(story.book(&story.owner, slots[2]).await), "TooMany");
        go_to(&app, slots[0].from);
        story.book(&story.owner, slots[2]).await.unwrap();
    }

    async fn what_is_called_off_is_free_again(app: TestApp) {
        let story = Story::taken(&app).await;
        let (siti, bayu) = (&story.owner, &story.mentor);
        for (who, told) in [(siti, "Bayu"), (bayu, "Siti")] {
            let appointment = story.booked().await;
            story.forget_told().await;
            let slot = Slot { from: appointment.starts_at };
            assert!(!story.slots().await.contains(&slot));
            assert_eq!(end(&story, &story.coordinator, &appointment, AppointmentState::Batal).await, "Refused(NotYours)");
            assert_eq!(end(&story, &story.other, &appointment, AppointmentState::Batal).await, "NotFound");
            assert_eq!(end(&story, bayu, &appointment, AppointmentState::TidakHadir).await, "Refused(NotNow)");
            assert_eq!(end(&story, bayu, &appointment, AppointmentState::Selesai).await, "Refused(NotNow)");
            for _ in 0..2 {
                assert_eq!(end(&story, who, &appointment, AppointmentState::Batal).await, "done");
            }
            story.expect_told(&[(told, "24 November 2026, 10.00, dibatalkan")]).await;
            assert!(story.slots().await.contains(&slot));
            assert_eq!(state_of(&story, &appointment).await, AppointmentState::Batal);
        }
    }

    async fn a_mentor_says_that_nobody_came_once_it_has_begun(app: TestApp) {
        let story = Story::taken(&app).await;
        let appointment = story.booked().await;
        story.forget_told().await;
        go_to(&app, appointment.starts_at);
        for to in [AppointmentState::TidakHadir, AppointmentState::Batal] {
            assert_eq!(end(&story, &story.owner, &appointment, to).await, "Refused(NotNow)");
        }
        assert_eq!(end(&story, &story.mentor, &appointment, AppointmentState::Batal).await, "Refused(NotNow)");
        assert_eq!(end(&story, &story.mentor, &appointment, AppointmentState::TidakHadir).await, "done");
        assert_eq!(state_of(&story, &appointment).await, AppointmentState::TidakHadir);
        story.expect_told(&[("Siti", "Pendamping tidak bertemu Anda")]).await;
    }

    async fn of_twenty_owners_who_book_one_hour_at_the_same_time_one_has_it(app: TestApp) {
        let story = Story::taken(&app).await;
        let slot = story.slots().await[0];
        let mut owners = vec![(story.owner.clone(), story.number.clone())];
        for nth in 1..20 {
            owners.push(beside(&story, &format!("Pemilik {nth}")).await);
        }
        let hands = owners.into_iter().map(|(owner, number)| {
            let app = app.clone();
            async move { why(book_appointment(&app, &owner, &number, &booking(slot)).await) }
        });
        assert_eq!(at_once(hands).await, [["NotFree"; 19].as_slice(), &["done"]].concat());
        assert_eq!(count(&app, "select count(*) from appointment").await, 1);
    }

    async fn an_owner_meets_one_of_two_mentors_at_a_time(app: TestApp) {
        let story = Story::taken(&app).await;
        workdays(&app, &story.other).await;
        let second = Story { number: ask(&app, &story.owner, "Katering Siti").await, ..Story::asked(&app).await };
        let second = Story { owner: story.owner.clone(), other: story.other.clone(), ..second };
        second.give_to(&story.other).await.unwrap();
        for slot in story.slots().await.into_iter().take(2) {
            let hands = [&story.number, &second.number].map(|number| {
                let (app, siti, number) = (app.clone(), story.owner.clone(), number.clone());
                async move { why(book_appointment(&app, &siti, &number, &booking(slot)).await) }
            });
            assert_eq!(at_once(hands).await, ["NotFree", "done"]);
            assert!(!story.slots().await.contains(&slot) && !second.slots().await.contains(&slot));
        }
        assert_eq!(count(&app, "select count(*) from appointment").await, 2);
    }

    async fn a_mentor_with_a_business_is_at_one_place_at_a_time(app: TestApp) {
        let story = Story::taken(&app).await;
        workdays(&app, &story.other).await;
        let own = ask(&app, &story.mentor, "Kebun Bayu").await;
        let deed = story.deed(Action::Assign, 1);
        move_mentoring(&app, &story.other, &own, &deed).await.unwrap();
        let slot = story.slots().await[0];
        let hands = [(&story.owner, &story.number), (&story.mentor, &own)].map(|(who, number)| {
            let (app, who, number) = (app.clone(), who.clone(), number.clone());
            async move { why(book_appointment(&app, &who, &number, &booking(slot)).await) }
        });
        assert_eq!(at_once(hands).await, ["NotFree", "done"]);
    }

    async fn both_are_reminded_a_day_before_and_once(app: TestApp) {
        let story = Story::taken(&app).await;
        let slot = at(story.day(2), 9);
        story.book(&story.owner, slot).await.unwrap();
        story.book(&story.owner, at(story.day(0), 10)).await.unwrap();
        story.forget_told().await;
        go_to(&app, slot.from.plus_hours(-24).plus_seconds(-60));
        run_deadlines(&app).await.unwrap();
        story.expect_told(&[]).await;
        minutes(&app, 1);
        for _ in 0..2 {
            run_deadlines(&app).await.unwrap();
        }
        let reminder = "Jangan lupa janji temu pendampingan Dapur Siti: 26 November 2026, 09.00, Rumah Siti.";
        story.expect_told(&[("Bayu", reminder), ("Siti", reminder)]).await;
        days(&app, 3);
        run_deadlines(&app).await.unwrap();
        story.expect_told(&[]).await;
    }

    async fn nobody_is_reminded_of_what_was_called_off(app: TestApp) {
        let story = Story::taken(&app).await;
        for ahead in [2, 3] {
            story.book(&story.owner, at(story.day(ahead), 9)).await.unwrap();
        }
        let first = story.sees(&story.owner).await.appointments.remove(0);
        assert_eq!(end(&story, &story.owner, &first, AppointmentState::Batal).await, "done");
        story.step(&story.mentor, Action::Stop).await.unwrap();
        story.forget_told().await;
        days(&app, 2);
        assert_eq!(run_deadlines(&app).await.unwrap(), 0);
        story.expect_told(&[]).await;
    }

    async fn a_mentor_sets_hours_and_days_off(app: TestApp) {
        let story = Story::asked(&app).await;
        let (bayu, dewi) = (&story.mentor, &story.other);
        assert_eq!(find_hours(&app, bayu).await.unwrap(), MentorHours::default());
        let hours = |weekday| Hours::new(weekday, 540, 720).unwrap();
        set_hours(&app, bayu, &[hours(3), hours(1), hours(1)]).await.unwrap();
        assert_eq!(find_hours(&app, bayu).await.unwrap().hours, [hours(1), hours(3)]);
        set_hours(&app, bayu, &[hours(4)]).await.unwrap();
        assert_eq!(find_hours(&app, bayu).await.unwrap().hours, [hours(4)]);
        for (from, to) in [(3, 2), (-2, -1), (0, 121)] {
            assert_eq!(why(add_away(&app, bayu, story.day(from), story.day(to)).await), "Day");
        }
        for nth in 0..30 {
            add_away(&app, bayu, story.day(nth), story.day(nth)).await.unwrap();
        }
        assert_eq!(why(add_away(&app, bayu, story.day(40), story.day(40)).await), "TooMany");
        let away = find_hours(&app, bayu).await.unwrap().away;
        remove_away(&app, dewi, away[29].id).await.unwrap();
        assert_eq!(find_hours(&app, bayu).await.unwrap().away.len(), 30, "days off of others stay");
        for _ in 0..2 {
            remove_away(&app, bayu, away[29].id).await.unwrap();
        }
        days(&app, 10);
        let left = find_hours(&app, bayu).await.unwrap().away;
        assert_eq!((left.len(), left[0].from), (19, app.now().day()), "what is over is not shown");
    }

    async fn an_owner_sees_what_is_to_be_done_next(app: TestApp) {
        let story = Story::proposed(&app).await;
        let steps = async || {
            let steps = list_own_steps(&app, &story.owner).await.unwrap();
            assert!(steps.iter().all(|step| step.number == story.number));
            steps.into_iter().map(|step| (step.kind, step.words, step.at)).collect::<Vec<_>>()
        };
        let (business, none) = ("Dapur Siti".to_owned(), Vec::<(OwnStepKind, String, Option<Timestamp>)>::new());
        assert_eq!(steps().await, [(OwnStepKind::Plan, business.clone(), None)]);
        story.step(&story.owner, Action::Agree).await.unwrap();
        let of_siti = (OwnStepKind::Action, "Mencatat penjualan".to_owned(), Some(story.day(10).start()));
        assert_eq!(steps().await, std::slice::from_ref(&of_siti), "nothing of what the mentor has to do");
        let soon = story.action("Membuka rekening usaha", Side::Usaha, 2);
        let visit = VisitDraft { actions: vec![soon], ..story.visit() };
        report_visit(&app, &story.mentor, &story.number, &visit).await.unwrap();
        let to_meet = at(story.day(3), 9);
        story.book(&story.mentor, to_meet).await.unwrap();
        let expected = [
            (OwnStepKind::Visit, business.clone(), Some(story.day(0).start())),
            (OwnStepKind::Action, "Membuka rekening usaha".to_owned(), Some(story.day(2).start())),
            (OwnStepKind::Meet, "Rumah Siti".to_owned(), Some(to_meet.from)),
            of_siti.clone(),
        ];
        assert_eq!(steps().await, expected);
        answer_visit(&app, &story.owner, &story.number, visit.id, None).await.unwrap();
        let done = story.sees(&story.owner).await.actions.iter().find(|one| one.visit.is_some()).unwrap().id;
        finish_action(&app, &story.owner, &story.number, done, true).await.unwrap();
        assert_eq!(steps().await, expected[2..]);
        story.step(&story.mentor, Action::Evaluate).await.unwrap();
        assert_eq!(steps().await, [(OwnStepKind::Result, business, None)]);
        story.step(&story.owner, Action::Confirm).await.unwrap();
        assert_eq!(steps().await, none);
        for who in [&story.stranger, &story.mentor, &Actor::Guest] {
            assert!(list_own_steps(&app, who).await.unwrap().is_empty());
        }
    }

    async fn a_mentors_day_shows_what_is_before_them(app: TestApp) {
        let story = Story::agreed(&app).await;
        let waiting = ask(&app, &story.stranger, "Warung Tono").await;
        let day = async |who: &Actor| mentor_day(&app, who).await.unwrap();
        let numbers = |cards: &[MentoringCard]| cards.iter().map(|card| card.number.clone()).collect::<Vec<_>>();
        story.book(&story.owner, at(story.day(8), 9)).await.unwrap();
        assert!(day(&story.mentor).await.stops.is_empty(), "more than a week ahead");
        let appointment = story.booked().await;
        let bayu = day(&story.mentor).await;
        assert_eq!(bayu.stops.iter().map(|stop| (stop.id, stop.owner.as_str())).collect::<Vec<_>>(),
            [(appointment.id, "Siti")]);
        assert!(bayu.has_hours && bayu.stops[0].phone.is_some());
        assert_eq!((numbers(&bayu.open), numbers(&bayu.waiting)), (vec![story.number.clone()], vec![waiting.clone()]));
        assert_eq!((bayu.open[0].actions, bayu.open[0].done), (2, 0));
        let promised = (story.number.clone(), "Mengirim contoh buku kas".to_owned(), story.day(5));
        assert_eq!(bayu.promised, [promised]);
        let dewi = day(&story.other).await;
        assert!(dewi.stops.is_empty() && dewi.open.is_empty() && dewi.promised.is_empty() && !dewi.has_hours);
        assert_eq!(numbers(&dewi.waiting), [waiting]);
        days(&app, 1);
        assert_eq!(day(&story.mentor).await.stops.len(), 1, "nobody reported it yet");
        let visit = VisitDraft { appointment: Some(appointment.id), ..story.visit() };
        report_visit(&app, &story.mentor, &story.number, &visit).await.unwrap();
        assert!(day(&story.mentor).await.stops.iter().all(|stop| stop.id != appointment.id));
    }

    async fn a_coordinator_sees_how_much_everybody_has(app: TestApp) {
        let story = Story::agreed(&app).await;
        let waiting = ask(&app, &story.stranger, "Warung Tono").await;
        let (_, second) = beside(&story, "Rina").await;
        story.booked().await;
        story.book(&story.owner, at(story.day(15), 9)).await.unwrap();
        let load = async || {
            let load = list_load(&app, &story.coordinator).await.unwrap();
            load.into_iter().map(|one| (one.name, one.open, one.ahead, one.late, one.unreported)).collect::<Vec<_>>()
        };
        let idle = ("Dewi".to_owned(), 0, 0, 0, 0);
        assert_eq!(load().await, [idle.clone(), ("Bayu".to_owned(), 2, 2, 0, 0)]);
        days(&app, 10);
        assert_eq!(load().await, [idle.clone(), ("Bayu".to_owned(), 2, 1, 1, 1)], "what is due today is not late");
        days(&app, 1);
        assert_eq!(load().await, [idle, ("Bayu".to_owned(), 2, 1, 2, 1)]);
        assert_eq!(count_waiting_mentorings(&app, &story.coordinator).await.unwrap(), 1);
        let drawer = async |drawer, mentor: Option<&Actor>| {
            let mentor = mentor.and_then(Actor::id);
            let cards = list_mentorings(&app, &story.coordinator, drawer, mentor).await.unwrap();
            cards.into_iter().map(|card| card.number).collect::<Vec<_>>()
        };
        assert_eq!(drawer(MentoringDrawer::Waiting, None).await, [waiting]);
        let mut running = drawer(MentoringDrawer::Running, Some(&story.mentor)).await;
        running.sort();
        let mut both = [story.number.clone(), second];
        both.sort();
        assert_eq!(running, both);
        assert!(drawer(MentoringDrawer::Running, Some(&story.other)).await.is_empty());
        story.step(&story.coordinator, Action::Stop).await.unwrap();
        assert_eq!(drawer(MentoringDrawer::Ended, None).await, std::slice::from_ref(&story.number));
        assert_eq!(load().await[1], ("Bayu".to_owned(), 1, 0, 0, 0));
    }
}
