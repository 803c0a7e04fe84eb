use proptest::prelude::*;

use super::*;
use crate::time::{Day, Timestamp};

const SAID: Facts = Facts { diagnosed: true, planned: true, proposed: true, words: true };

/// What is allowed, written down once more: state, action, part, where it leads.
fn expected(state: State, action: Action, by: By) -> Option<State> {
    use {Action::*, By::*, State::*};
    match (state, action, by) {
        (Diajukan, Assign, Pendamping | Koordinator) => Some(Diagnosis),
        (Diagnosis | Disepakati | Berjalan | Evaluasi, Assign, Koordinator) => Some(state),
        (Diagnosis, Visit | Propose, Pendamping) | (Diagnosis, Object, Usaha) => Some(Diagnosis),
        (Diagnosis, Agree, Usaha) => Some(Disepakati),
        (Disepakati | Berjalan, Visit, Pendamping) => Some(Berjalan),
        (Berjalan, Evaluate, Pendamping) => Some(Evaluasi),
        (Evaluasi, Confirm, Usaha) => Some(Selesai),
        (Evaluasi, Resume, Usaha | Pendamping) => Some(Berjalan),
        (Diajukan, Stop, Pendamping) => None,
        (Selesai | Dihentikan, ..) => None,
        (_, Stop, _) => Some(Dihentikan),
        _ => None,
    }
}

#[test]
fn every_step_is_allowed_to_whom_it_should_and_nobody_else() {
    for state in State::ALL {
        for action in Action::ALL {
            for by in By::ALL {
                let taken = next(*state, *action, *by, SAID).ok();
                assert_eq!(taken, expected(*state, *action, *by), "{state} {action} {by}");
                assert_eq!(allowed(*state, *by, SAID).contains(action), taken.is_some());
            }
        }
    }
}

#[test]
fn each_line_of_the_table_stands_there_once_and_leaves_from_what_is_open() {
    for (nth, step) in STEPS.iter().enumerate() {
        let same = |other: &Step| other.from == step.from && other.action == step.action;
        assert!(!STEPS[nth + 1..].iter().any(same), "{step:?}");
        assert!(step.from.is_open());
    }
}

#[test]
fn a_step_without_what_belongs_to_it_is_refused() {
    use {Action::*, By::*};
    for (state, action, by, facts, why) in [
        (State::Diagnosis, Propose, Pendamping, Facts { diagnosed: false, ..SAID }, Refused::NoDiagnosis),
        (State::Diagnosis, Propose, Pendamping, Facts { planned: false, ..SAID }, Refused::NoPlan),
        (State::Diagnosis, Agree, Usaha, Facts { proposed: false, ..SAID }, Refused::NotProposed),
        (State::Diagnosis, Object, Usaha, Facts { words: false, ..SAID }, Refused::NoWords),
        (State::Berjalan, Evaluate, Pendamping, Facts { words: false, ..SAID }, Refused::NoWords),
        (State::Evaluasi, Resume, Usaha, Facts { words: false, ..SAID }, Refused::NoWords),
        (State::Berjalan, Stop, Koordinator, Facts { words: false, ..SAID }, Refused::NoWords),
        (State::Diajukan, Agree, Usaha, SAID, Refused::NotNow),
        (State::Diagnosis, Agree, Pendamping, SAID, Refused::NotYours),
    ] {
        assert_eq!(next(state, action, by, facts), Err(why), "{state} {action} {by}");
    }
}

#[test]
fn hours_hold_an_appointment() {
    for (weekday, from, to, fits) in
        [(0, 540, 600, true), (6, 1380, 1440, true), (0, 540, 599, false), (7, 540, 700, false), (0, 600, 540, false)]
    {
        assert_eq!(Hours::new(weekday, from, to).is_some(), fits, "{weekday} {from} {to}");
    }
}

/// Tuesday, 24 November 2026, 09.30 in Tangerang.
fn now() -> Timestamp {
    Day::new(2026, 11, 24).unwrap().start().plus_seconds(34_200)
}

fn at(day: i64, minutes: i64) -> Timestamp {
    now().day().plus(day).start().plus_seconds(minutes * 60)
}

#[test]
fn free_times_are_in_the_hours_and_in_nobodys_way() {
    let tuesday = [Hours::new(1, 9 * 60, 12 * 60 + 30).unwrap()];
    let starts = |off: &dyn Fn(Day) -> bool, busy: &[Busy]| -> Vec<Timestamp> {
        free(&tuesday, off, busy, now()).into_iter().map(|slot| slot.from).collect()
    };
    let none = |_: Day| false;
    // Nine has passed, and at half past eleven no whole hour is left.
    let of_today = [at(0, 600), at(0, 660)];
    assert_eq!(starts(&none, &[])[..2], of_today);
    assert_eq!(starts(&none, &[]).len(), 2 + 3 + 3);
    // Back to back is allowed, a minute of both is not.
    let before = Busy { from: at(0, 540), to: at(0, 600) };
    assert_eq!(starts(&none, &[before])[..2], of_today);
    let within = Busy { from: at(0, 659), to: at(0, 661) };
    assert_eq!(starts(&none, &[within])[0], at(7, 540));
    let today = now().day();
    assert_eq!(starts(&|day| day == today, &[])[0], at(7, 540));
}

proptest! {
    /// However hours overlap and whatever is taken: no time is offered that meets another or has begun.
    #[test]
    fn no_two_free_times_meet(
        hours in prop::collection::vec((0..7_u8, 0..1380_u16, 60..400_u16), 0..8),
        busy in prop::collection::vec((0..20_i64, 0..1440_i64, 1..300_i64), 0..8),
    ) {
        let hours: Vec<Hours> =
            hours.into_iter().filter_map(|(day, from, long)| Hours::new(day, from, (from + long).min(1440))).collect();
        let busy: Vec<Busy> =
            busy.into_iter().map(|(day, from, long)| Busy { from: at(day, from), to: at(day, from + long) }).collect();
        let slots = free(&hours, |_| false, &busy, now());
        for pair in slots.windows(2) {
            prop_assert!(pair[0].to() <= pair[1].from);
        }
        for slot in &slots {
            prop_assert!(slot.from > now() && slot.from.day().since(now().day()) < AHEAD_DAYS);
            prop_assert!(!busy.iter().any(|busy| slot.from < busy.to && busy.from < slot.to()));
            let day = slot.from.day();
            let within = |hours: &Hours| {
                usize::from(hours.weekday) == day.weekday()
                    && day.start().plus_seconds(i64::from(hours.from) * 60) <= slot.from
                    && slot.to() <= day.start().plus_seconds(i64::from(hours.to) * 60)
            };
            prop_assert!(hours.iter().any(within));
        }
    }
}
