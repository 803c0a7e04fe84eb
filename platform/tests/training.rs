//! Registration for classes, seats and the waiting list, on both databases.

#[path = "support/class.rs"]
mod support;

use std::sync::Arc;
use std::time::Duration;

use domain::account::Actor;
use domain::training::class::{Action as ClassAction, State as ClassState};
use domain::training::registration::{Action, PassedOver, Refused, State};
use domain::training::seats::PoolKind;
use platform::deadlines::run_deadlines;
use platform::testing::TestApp;
use platform::training::*;
use platform::{args, on_both_databases};
use support::*;

const HOUR: u64 = 3600;

fn refused(result: Result<State, ActError>) -> Refused {
    match result {
        Err(ActError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// Carries out everything that is due, so many hours later.
async fn later(app: &TestApp, hours: u64) {
    app.clock.advance(Duration::from_secs(hours * HOUR));
    while run_deadlines(app).await.unwrap() > 0 {}
}

/// Seats and line are as they must be, whatever happened: each pool counts exactly those who hold its seats, nobody holds
/// two, and nobody waits while a seat is free for them.
async fn expect_in_order(app: &TestApp, slug: &str) {
    let class = find_class(app, slug).await.unwrap().unwrap();
    for pool in &class.pools {
        assert!((0..=pool.seats).contains(&pool.taken), "{pool:?}");
        let sql = "select count(*) from registration where class_id = $1 and pool_kind = $2 and pool_place = $3";
        let held: (i64,) = app.db.one(sql, args![class.id, pool.kind.as_str(), &pool.place]).await.unwrap().unwrap();
        assert_eq!(held.0, pool.taken, "{pool:?}");
    }
    let sql = "select count(*) from (select phone from registration where class_id = $1 \
         and state in ('terdaftar', 'ditawari', 'daftar_tunggu') group by phone having count(*) > 1) twice";
    assert_eq!(app.db.one::<(i64,)>(sql, args![class.id]).await.unwrap().unwrap().0, 0);
    let general = class.pools.iter().find(|pool| pool.kind == PoolKind::Umum).unwrap();
    assert!(class.waiting == 0 || general.free() == 0, "{} wait, {} are free", class.waiting, general.free());
}

on_both_databases! {
    async fn the_first_get_seats_the_others_wait_and_a_repeat_changes_nothing(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        let mut people = Vec::new();
        for nth in 0..4 {
            people.push(join(&app, &slug, &somebody(nth)).await);
        }
        let states: Vec<State> = people.iter().map(|one| one.registered.state).collect();
        assert_eq!(states, [State::Terdaftar, State::Terdaftar, State::DaftarTunggu, State::DaftarTunggu]);
        assert_eq!(people[3].sees(&app).await.position, Some(2));
        assert_eq!(people[0].sees(&app).await.link.as_deref(), Some("https://rapat.contoh.id/rahasia"));
        assert_eq!(people[2].sees(&app).await.link, None, "whoever waits has no link yet");
        let again = register(&app, &Actor::Guest, &slug, &somebody(0)).await.unwrap();
        assert_eq!(again, people[0].registered);
        assert_eq!(told(&app, "class_registered").await, 4);
        // The same phone with another form: whose it is follows from nothing.
        let other_form = Registering { token: "lain".to_owned(), ..somebody(0) };
        let result = register(&app, &Actor::Guest, &slug, &other_form).await;
        assert!(matches!(result, Err(RegisterError::Already(None))));
        expect_in_order(&app, &slug).await;
    }

    async fn fifty_at_once_for_ten_seats_are_ten_and_forty_in_line(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 10)).await;
        let tasks: Vec<_> = (0..50).map(|nth| {
            let (app, slug) = (app.clone(), slug.clone());
            tokio::spawn(async move { register(&app, &Actor::Guest, &slug, &somebody(nth)).await.unwrap() })
        }).collect();
        let mut states = Vec::new();
        for task in tasks {
            states.push(task.await.unwrap().state);
        }
        assert_eq!(states.iter().filter(|state| **state == State::Terdaftar).count(), 10);
        assert_eq!(states.iter().filter(|state| **state == State::DaftarTunggu).count(), 40);
        // The seats went to the first ten, and everybody has a place of their own.
        let sql = "select entry, state from registration order by entry";
        let line: Vec<(i64, String)> = app.db.all(sql, args![]).await.unwrap();
        assert!(line.iter().map(|(entry, _)| *entry).eq(1..=50));
        assert!(line[..10].iter().all(|(_, state)| state == "terdaftar"));
        expect_in_order(&app, &slug).await;
    }

    async fn fifty_at_once_for_two_pools_fill_both(app: TestApp) {
        let seats = vec![pool(PoolKind::Umum, "", 6), pool(PoolKind::Perempuan, "", 4)];
        let slug = class(&app, "Foto produk", domain::training::plan::Plan { seats, ..plan(&app, 9, 0) }).await;
        let tasks: Vec<_> = (0..50).map(|nth| {
            let (app, slug) = (app.clone(), slug.clone());
            let registering = Registering { woman: nth % 2 == 0, ..somebody(nth) };
            tokio::spawn(async move { register(&app, &Actor::Guest, &slug, &registering).await.unwrap() })
        }).collect();
        for task in tasks {
            task.await.unwrap();
        }
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!((class.free(), class.waiting), (0, 40));
        let sql = "select count(*) from registration where pool_kind = 'perempuan' and not woman";
        let sql = platform::db::Sql::either(
            "select count(*) from registration where pool_kind = 'perempuan' and woman = 0", sql);
        assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0, 0);
        expect_in_order(&app, &slug).await;
    }

    async fn a_seat_given_back_is_offered_in_turn_and_can_be_taken_left_or_lapse(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        let first = join(&app, &slug, &somebody(1)).await;
        let second = join(&app, &slug, &somebody(2)).await;
        let third = join(&app, &slug, &somebody(3)).await;
        let fourth = join(&app, &slug, &somebody(4)).await;
        assert_eq!(answer(&app, &first.participant, Action::Cancel).await.unwrap(), State::Batal);
        assert_eq!(answer(&app, &first.participant, Action::Cancel).await.unwrap(), State::Batal, "twice is once");
        let offered = second.sees(&app).await;
        assert_eq!((offered.state, offered.offer_until), (State::Ditawari, Some(hours(&app, 24))));
        assert_eq!(told(&app, "class_offered").await, 1);
        // The offer blocks the seat.
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!(class.free(), 0);
        let late = join(&app, &slug, &somebody(5)).await;
        assert_eq!(late.registered.state, State::DaftarTunggu);
        assert_eq!(answer(&app, &second.participant, Action::Decline).await.unwrap(), State::Lepas);
        assert_eq!(third.state(&app).await, State::Ditawari);
        // One micro-second before its end an offer holds; at its end it does not, and it goes on by itself.
        app.clock.advance(Duration::from_secs(24 * HOUR) - Duration::from_micros(1));
        run_deadlines(&app).await.unwrap();
        assert_eq!(third.state(&app).await, State::Ditawari);
        app.clock.advance(Duration::from_micros(1));
        assert_eq!(refused(answer(&app, &third.participant, Action::Accept).await), Refused::TooLate);
        later(&app, 0).await;
        assert_eq!((third.state(&app).await, fourth.state(&app).await), (State::Lepas, State::Ditawari));
        assert_eq!(answer(&app, &fourth.participant, Action::Accept).await.unwrap(), State::Terdaftar);
        assert_eq!(answer(&app, &fourth.participant, Action::Accept).await.unwrap(), State::Terdaftar, "twice is once");
        assert_eq!((told(&app, "class_offered").await, late.sees(&app).await.position), (3, Some(1)));
        // Who is off the list is off, and joins at the end.
        assert_eq!(answer(&app, &late.participant, Action::Leave).await.unwrap(), State::Keluar);
        let sixth = join(&app, &slug, &somebody(6)).await;
        let back = join(&app, &slug, &Registering { token: "lagi".to_owned(), ..somebody(2) }).await;
        assert_eq!((sixth.sees(&app).await.position, back.sees(&app).await.position), (Some(1), Some(2)));
        expect_in_order(&app, &slug).await;
    }

    async fn accepting_at_the_end_of_an_offer_is_taken_or_over_and_the_seat_is_one(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        let people = [join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await,
            join(&app, &slug, &somebody(3)).await];
        answer(&app, &people[0].participant, Action::Cancel).await.unwrap();
        app.clock.advance(Duration::from_secs(24 * HOUR));
        let (racing, theirs) = (app.clone(), people[1].participant.clone());
        let accept = tokio::spawn(async move { answer(&racing, &theirs, Action::Accept).await });
        let racing = app.clone();
        let lapse = tokio::spawn(async move { run_deadlines(&racing).await });
        assert!(accept.await.unwrap().is_err());
        lapse.await.unwrap().unwrap();
        assert_eq!((people[1].state(&app).await, people[2].state(&app).await), (State::Lepas, State::Ditawari));
        expect_in_order(&app, &slug).await;
    }

    async fn two_seats_given_back_at_once_are_offered_to_two(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        let mut people = Vec::new();
        for nth in 0..4 {
            people.push(join(&app, &slug, &somebody(nth)).await);
        }
        let tasks: Vec<_> = people[..2].iter().map(|one| {
            let (app, participant) = (app.clone(), one.participant.clone());
            tokio::spawn(async move { answer(&app, &participant, Action::Cancel).await.unwrap() })
        }).collect();
        for task in tasks {
            assert_eq!(task.await.unwrap(), State::Batal);
        }
        assert_eq!((people[2].state(&app).await, people[3].state(&app).await), (State::Ditawari, State::Ditawari));
        assert_eq!(told(&app, "class_offered").await, 2);
        expect_in_order(&app, &slug).await;
    }

    async fn a_clash_is_refused_and_passed_over_without_losing_the_place(app: TestApp) {
        let morning = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        let noon = class(&app, "Batik cap", plan(&app, 11, 5)).await;
        let after = class(&app, "Keuangan", plan(&app, 14, 5)).await;
        let holder = join(&app, &morning, &somebody(1)).await;
        let waits = join(&app, &morning, &somebody(2)).await;
        let behind = join(&app, &morning, &somebody(3)).await;
        // 09.00 to 12.00 and 11.00 to 14.00 clash; waiting is no seat, so the other class may be taken.
        let result = register(&app, &Actor::Guest, &noon, &Registering { token: "a".into(), ..somebody(1) }).await;
        assert!(matches!(result, Err(RegisterError::Clash(title)) if title == "Foto produk"));
        let elsewhere = join(&app, &noon, &Registering { token: "b".into(), ..somebody(2) }).await;
        // 11.00 to 14.00 and 14.00 to 17.00 follow one another.
        join(&app, &after, &Registering { token: "c".into(), ..somebody(2) }).await;
        answer(&app, &holder.participant, Action::Cancel).await.unwrap();
        let passed = waits.sees(&app).await;
        assert_eq!((passed.state, passed.position), (State::DaftarTunggu, Some(1)));
        assert_eq!(passed.passed_over[0].1, PassedOver::Clash("Batik cap".to_owned()));
        assert_eq!(behind.state(&app).await, State::Ditawari);
        answer(&app, &behind.participant, Action::Decline).await.unwrap();
        assert_eq!(waits.sees(&app).await.passed_over.len(), 1, "the same reason is said once");
        // What was in the way is gone: the seat that nobody could have is theirs.
        answer(&app, &elsewhere.participant, Action::Cancel).await.unwrap();
        assert_eq!(waits.state(&app).await, State::Ditawari);
        expect_in_order(&app, &morning).await;
    }

    async fn kept_seats_go_to_those_they_are_for_until_they_are_released(app: TestApp) {
        let seats = vec![pool(PoolKind::Umum, "", 1), pool(PoolKind::Kecamatan, "36.03.17", 2)];
        let base = plan(&app, 9, 0);
        let plan = domain::training::plan::Plan { seats, release_at: Some(hours(&app, 48)), ..base };
        let slug = class(&app, "Foto produk", plan).await;
        let from = |nth, kecamatan: &str| Registering { kecamatan: kecamatan.to_owned(), ..somebody(nth) };
        join(&app, &slug, &from(1, TIGARAKSA)).await;
        let waits = join(&app, &slug, &from(2, TIGARAKSA)).await;
        let also = join(&app, &slug, &from(3, TIGARAKSA)).await;
        let near = join(&app, &slug, &from(4, "36.03.17")).await;
        assert_eq!((waits.registered.state, near.registered.state), (State::DaftarTunggu, State::Terdaftar));
        answer(&app, &near.participant, Action::Cancel).await.unwrap();
        assert_eq!(waits.sees(&app).await.passed_over[0].1, PassedOver::Quota);
        later(&app, 48).await;
        assert_eq!((waits.state(&app).await, also.state(&app).await), (State::Ditawari, State::Ditawari));
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!((class.seats(), class.free(), class.kept()), (3, 0, 0));
    }

    async fn after_the_end_of_registration_nobody_is_offered_a_seat_and_the_list_is_over(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        let people = [join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await,
            join(&app, &slug, &somebody(3)).await, join(&app, &slug, &somebody(4)).await];
        app.clock.advance(Duration::from_secs(8 * 24 * HOUR - HOUR));
        answer(&app, &people[0].participant, Action::Cancel).await.unwrap();
        later(&app, 1).await;
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!((class.state, class.waiting), (ClassState::PendaftaranTutup, 0));
        assert_eq!((people[2].state(&app).await, people[3].state(&app).await), (State::Ditawari, State::Lepas));
        let result = register(&app, &Actor::Guest, &slug, &somebody(9)).await;
        assert!(matches!(result, Err(RegisterError::Over)));
        // The offer that was made before still holds; what is given back now is offered to nobody.
        assert_eq!(answer(&app, &people[2].participant, Action::Accept).await.unwrap(), State::Terdaftar);
        answer(&app, &people[1].participant, Action::Cancel).await.unwrap();
        assert_eq!(told(&app, "class_offered").await, 1);
        // A seat can be given back until nine days from the beginning.
        later(&app, 24).await;
        assert_eq!(refused(answer(&app, &people[2].participant, Action::Cancel).await), Refused::TooLate);
    }

    async fn a_class_begins_and_ends_by_itself_and_people_are_reminded_once(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        join(&app, &slug, &somebody(1)).await;
        // Ten days from Tuesday, 24 November, 09.00, are Friday, 4 December, 09.00.
        later(&app, 9 * 24 - 1).await;
        assert_eq!(told(&app, "class_reminder").await, 0);
        later(&app, 1).await;
        later(&app, 1).await;
        assert_eq!(told(&app, "class_reminder").await, 1);
        later(&app, 23).await;
        assert_eq!(find_class(&app, &slug).await.unwrap().unwrap().state, ClassState::Berjalan);
        later(&app, 3).await;
        assert_eq!(find_class(&app, &slug).await.unwrap().unwrap().state, ClassState::Selesai);
        assert_eq!(told(&app, "class_reminder").await, 1);
        assert!(matches!(step(&app, &slug, ClassAction::Cancel).await, Err(OrganiseError::Refused(_))));
    }

    async fn a_cancelled_class_tells_everybody_and_gives_no_seats(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        let people = [join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await,
            join(&app, &slug, &somebody(3)).await];
        answer(&app, &people[0].participant, Action::Cancel).await.unwrap();
        assert_eq!(step(&app, &slug, ClassAction::Cancel).await.unwrap(), ClassState::Batal);
        // The one with the offer and the one who waits; who left before is not told.
        assert_eq!(told(&app, "class_cancelled").await, 2);
        assert_eq!(refused(answer(&app, &people[1].participant, Action::Accept).await), Refused::NotNow);
        let shown = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!((shown.reason.as_deref(), shown.sessions[0].sequence), (Some("Pengajar berhalangan."), 1));
        // Its hours are free again.
        let other = class(&app, "Batik cap", plan(&app, 9, 5)).await;
        join(&app, &other, &Registering { token: "lain".to_owned(), ..somebody(2) }).await;
        later(&app, 9 * 24 + 1).await;
        later(&app, 4 * 24).await;
        assert_eq!(find_class(&app, &slug).await.unwrap().unwrap().state, ClassState::Batal);
        assert_eq!(told(&app, "class_reminder").await, 1, "of the other class only");
    }

    async fn registration_opens_at_its_time_and_drafts_are_nobodys(app: TestApp) {
        let base = plan(&app, 9, 2);
        let plan = domain::training::plan::Plan { opens_at: hours(&app, 5), ..base };
        let organiser = organiser(&app).await;
        let course = course(&app, &organiser, "Foto produk").await;
        let slug = create_class(&app, &organiser, &draft(course, plan)).await.unwrap();
        assert_eq!(slug, "foto-produk-4-desember-2026");
        assert!(find_class(&app, &slug).await.unwrap().is_none());
        let result = register(&app, &Actor::Guest, &slug, &somebody(1)).await;
        assert!(matches!(result, Err(RegisterError::NotFound)));
        step(&app, &slug, ClassAction::Publish).await.unwrap();
        let result = register(&app, &Actor::Guest, &slug, &somebody(1)).await;
        assert!(matches!(result, Err(RegisterError::NotYet(at)) if at == hours(&app, 5)));
        later(&app, 5).await;
        join(&app, &slug, &somebody(1)).await;
        let nowhere = Registering { kecamatan: "36.04.01".to_owned(), ..somebody(2) };
        assert!(matches!(register(&app, &Actor::Guest, &slug, &nowhere).await, Err(RegisterError::NoKecamatan)));
    }

    async fn whatever_people_do_seats_and_line_stay_in_order(app: TestApp) {
        let seats = vec![pool(PoolKind::Umum, "", 3), pool(PoolKind::Perempuan, "", 2)];
        let base = plan(&app, 9, 0);
        let plan = domain::training::plan::Plan { seats, release_at: Some(hours(&app, 60)), offer_hours: 3, ..base };
        let slug = class(&app, "Foto produk", plan).await;
        let mut people: Vec<Someone> = Vec::new();
        for turn in 0..160_u32 {
            // A fixed mixture: the same on both databases.
            let dice = turn.wrapping_mul(2_654_435_761) >> 16;
            let who = dice as usize % people.len().max(1);
            match dice % 8 {
                0..3 => {
                    let registering = Registering { woman: turn % 2 == 0, ..somebody(turn) };
                    people.push(join(&app, &slug, &registering).await);
                }
                7 => later(&app, 1).await,
                action if !people.is_empty() => {
                    let action = [Action::Cancel, Action::Accept, Action::Decline, Action::Leave][action as usize - 3];
                    let result = answer(&app, &people[who].participant, action).await;
                    assert!(matches!(result, Ok(_) | Err(ActError::Refused(_))), "{result:?}");
                }
                _ => {}
            }
            expect_in_order(&app, &slug).await;
        }
        // Nobody who still waits came before somebody of the same kind who was offered a seat later than they came.
        let sql = "select count(*) from registration w join registration o on o.class_id = w.class_id \
             and o.woman = w.woman and o.entry > w.entry where w.state = 'daftar_tunggu' and o.state = 'ditawari'";
        assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0, 0);
    }

    async fn number_and_pin_open_a_registration_and_nothing_else_does(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        let one = join(&app, &slug, &somebody(1)).await;
        let (number, pin) = (&one.registered.number, &one.registered.pin);
        assert!(number.starts_with("PLT-"));
        let (_, key) = open_registration_with_pin(&app, &number.to_lowercase(), pin).await.unwrap();
        assert!(find_participant(&app, &Actor::Guest, &[key], number).await.unwrap().is_some());
        assert!(find_participant(&app, &Actor::Guest, &["x".to_owned()], number).await.unwrap().is_none());
        assert_eq!(find_registration_of_key(&app, &one.registered.secret).await.unwrap().as_ref(), Some(number));
        let wrong = open_registration_with_pin(&app, number, "000000").await;
        assert!(matches!(wrong, Err(platform::held::PinError::Wrong)));
    }

    async fn twenty_sending_the_same_form_are_one_registration(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 5)).await;
        let app = Arc::new(app);
        let tasks: Vec<_> = (0..20).map(|_| {
            let (app, slug) = (app.clone(), slug.clone());
            tokio::spawn(async move { register(&app, &Actor::Guest, &slug, &somebody(1)).await.unwrap().number })
        }).collect();
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.push(task.await.unwrap());
        }
        numbers.dedup();
        assert_eq!(numbers.len(), 1);
        assert_eq!(find_class(&app, &slug).await.unwrap().unwrap().free(), 4);
    }
}
