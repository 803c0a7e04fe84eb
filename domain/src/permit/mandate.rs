//! A mandate (kuasa): somebody of the office's side, a mentor or the counter, acts for the applicant in one case, until a
//! day or until either of them ends it.

use super::state::By;
use crate::account::{Actor, Duty, Role};
use crate::time::Day;

/// For how many days a mandate can be given, counting from the day after; the middle one is offered first. No source says
/// how long: a proposal.
pub const DAYS: [u16; 3] = [7, 30, 90];
/// What is offered first.
pub const USUAL: u16 = 30;

/// The last day of a mandate that is begun today with a case.
pub fn usual(today: Day) -> Day {
    today.plus(i64::from(USUAL))
}

/// The last day of a mandate that is given today for so many days; `None` for a number that is not offered.
pub fn until(today: Day, days: u16) -> Option<Day> {
    DAYS.contains(&days).then(|| today.plus(i64::from(days)))
}

/// In which part an account helps applicants: a mentor as such, an officer at the counter; `None` for everybody else.
pub fn part_of(actor: &Actor) -> Option<By> {
    match actor {
        Actor::Account { roles, .. } if roles.contains(&Role::Pendamping) => Some(By::Pendamping),
        Actor::Account { roles, duties, .. } if roles.contains(&Role::Petugas) && duties.contains(&Duty::Loket) => {
            Some(By::Loket)
        }
        _ => None,
    }
}

/// Where a mandate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Runs,
    /// Its last day is over.
    Over,
    /// It was ended.
    Ended,
}

/// Where a mandate is today.
pub fn standing(until: Day, ended: bool, today: Day) -> Standing {
    match (ended, until < today) {
        (true, _) => Standing::Ended,
        (false, true) => Standing::Over,
        (false, false) => Standing::Runs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn account(roles: &[Role], duties: &[Duty]) -> Actor {
        Actor::Account { id: uuid::Uuid::nil(), roles: roles.into(), duties: duties.into() }
    }

    #[test]
    fn a_mandate_holds_through_its_last_day_unless_it_is_ended() {
        let last = until(day("2026-11-28"), 7).unwrap();
        assert_eq!(last, day("2026-12-05"));
        for (ended, today, expected) in [
            (false, "2026-11-28", Standing::Runs),
            (false, "2026-12-05", Standing::Runs),
            (false, "2026-12-06", Standing::Over),
            (true, "2026-11-28", Standing::Ended),
            (true, "2026-12-06", Standing::Ended),
        ] {
            assert_eq!(standing(last, ended, day(today)), expected, "{ended} {today}");
        }
        assert!(DAYS.contains(&USUAL));
        assert_eq!(Some(usual(day("2026-11-28"))), until(day("2026-11-28"), USUAL));
        for days in [0, 1, 8, 365, u16::MAX] {
            assert_eq!(until(day("2026-11-28"), days), None, "{days} is not offered");
        }
    }

    #[test]
    fn mentors_and_the_counter_help_and_nobody_else() {
        assert_eq!(part_of(&Actor::Guest), None);
        assert_eq!(part_of(&account(&[Role::Pembeli, Role::Pendamping], &[])), Some(By::Pendamping));
        assert_eq!(part_of(&account(&[Role::Petugas], &[Duty::Loket])), Some(By::Loket));
        assert_eq!(part_of(&account(&[Role::Pembeli], &[Duty::Loket])), None, "a duty without the office is none");
        for duty in Duty::ALL.iter().filter(|duty| **duty != Duty::Loket) {
            assert_eq!(part_of(&account(&[Role::Petugas], &[*duty])), None, "{duty}");
        }
        for role in [Role::Pembeli, Role::PelakuUsaha, Role::Petugas, Role::Admin] {
            assert_eq!(part_of(&account(&[role], &[])), None, "{role}");
        }
    }
}
