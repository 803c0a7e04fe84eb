//! Where a badge is, and who leads it where.

use super::REMINDERS;
use crate::time::Day;
use crate::words;

words! {
    /// Where a badge is.
    pub enum State {
        /// Handed in; nobody has looked yet.
        Diajukan = "diajukan",
        /// An officer compared it with the document.
        Terverifikasi = "terverifikasi",
        /// An officer could not confirm it; the reason is kept.
        Ditolak = "ditolak",
        /// It was verified and is not any more; the reason is kept.
        Dicabut = "dicabut",
        /// It was verified and its last day has passed. Never stored: it follows from the day.
        Kedaluwarsa = "kedaluwarsa",
    }
}

words! {
    /// What is done to a badge.
    pub enum Action {
        /// The number is handed in, put right, or renewed.
        Submit = "ajukan",
        /// It is right.
        Verify = "verifikasi",
        /// It cannot be confirmed.
        Refuse = "tolak",
        /// It holds no longer.
        Revoke = "cabut",
        /// The product was changed, so it is looked at again.
        Recheck = "periksa_lagi",
        /// A newer number was verified in its place.
        Replace = "ganti",
    }
}

/// Who acts on a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Who runs the shop.
    Owner,
    /// An officer, never on a badge of their own shop.
    Officer,
    /// What follows from something else.
    System,
}

/// One allowed step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Before; `None` for a badge that is not there yet.
    pub from: Option<State>,
    /// What is done.
    pub action: Action,
    /// After.
    pub to: State,
    /// Who may.
    pub by: By,
}

const fn step(from: Option<State>, action: Action, to: State, by: By) -> Step {
    Step { from, action, to, by }
}

/// Every allowed step; what is not here is refused.
pub const STEPS: &[Step] = {
    use Action::*;
    use State::*;
    &[
        step(None, Submit, Diajukan, By::Owner),
        // A slip of the finger is put right before anybody looks.
        step(Some(Diajukan), Submit, Diajukan, By::Owner),
        step(Some(Ditolak), Submit, Diajukan, By::Owner),
        step(Some(Kedaluwarsa), Submit, Diajukan, By::Owner),
        step(Some(Dicabut), Submit, Diajukan, By::Owner),
        step(Some(Diajukan), Verify, Terverifikasi, By::Officer),
        step(Some(Diajukan), Refuse, Ditolak, By::Officer),
        step(Some(Terverifikasi), Revoke, Dicabut, By::Officer),
        step(Some(Terverifikasi), Recheck, Diajukan, By::System),
        step(Some(Terverifikasi), Replace, Dicabut, By::System),
        step(Some(Kedaluwarsa), Replace, Dicabut, By::System),
    ]
};

/// Where `action` by `by` leads; `None` when it is not allowed.
pub fn next(from: Option<State>, action: Action, by: By) -> Option<State> {
    STEPS.iter().find(|step| (step.from, step.action, step.by) == (from, action, by)).map(|step| step.to)
}

impl State {
    /// The state on a day: a verified badge is over after its last day, whether or not anything ran meanwhile.
    pub fn on(self, today: Day, until: Option<Day>) -> State {
        match until {
            Some(until) if self == State::Terverifikasi && until < today => State::Kedaluwarsa,
            _ => self,
        }
    }
}

/// What an owner's new number does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handover {
    /// It makes a badge. A badge that still holds stays beside it until the new one is verified.
    New,
    /// It changes the badge that is there.
    Same,
    /// Nothing: the badge that is there holds and does not end soon.
    None,
}

/// What handing in does to the latest badge of its kind on the same shop or product.
pub fn handover(latest: Option<(State, Option<Day>)>, today: Day) -> Handover {
    let Some((stored, until)) = latest else { return Handover::New };
    let state = stored.on(today, until);
    let ends_soon = until.is_some_and(|until| until <= today.plus(REMINDERS[0]));
    match state {
        State::Terverifikasi if ends_soon => Handover::New,
        _ if next(Some(state), Action::Submit, By::Owner).is_some() => Handover::Same,
        _ => Handover::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn only_the_steps_of_the_table_are_allowed() {
        use Action::*;
        use State::*;
        let states = State::ALL.iter().map(|state| Some(*state)).chain([None]);
        for from in states {
            for by in [By::Owner, By::Officer, By::System] {
                let expected = match (from, by) {
                    (Some(Terverifikasi), By::Owner) => vec![],
                    (_, By::Owner) => vec![(Submit, Diajukan)],
                    (Some(Diajukan), By::Officer) => vec![(Verify, Terverifikasi), (Refuse, Ditolak)],
                    (Some(Terverifikasi), By::Officer) => vec![(Revoke, Dicabut)],
                    (Some(Terverifikasi), By::System) => vec![(Recheck, Diajukan), (Replace, Dicabut)],
                    (Some(Kedaluwarsa), By::System) => vec![(Replace, Dicabut)],
                    _ => vec![],
                };
                let allowed: Vec<_> =
                    Action::ALL.iter().filter_map(|action| next(from, *action, by).map(|to| (*action, to))).collect();
                assert_eq!(allowed, expected, "{from:?} {by:?}");
            }
        }
    }

    #[test]
    fn a_badge_is_over_the_day_after_its_last() {
        let until = Some(day("2026-12-31"));
        for (state, today, expected) in [
            (State::Terverifikasi, "2026-12-31", State::Terverifikasi),
            (State::Terverifikasi, "2027-01-01", State::Kedaluwarsa),
            (State::Diajukan, "2027-01-01", State::Diajukan),
            (State::Dicabut, "2027-01-01", State::Dicabut),
        ] {
            assert_eq!(state.on(day(today), until), expected, "{state} {today}");
        }
        assert_eq!(State::Terverifikasi.on(day("2099-01-01"), None), State::Terverifikasi);
    }

    #[test]
    fn a_holding_badge_is_renewed_beside_and_everything_else_in_place() {
        let today = day("2026-11-24");
        for (latest, expected) in [
            (None, Handover::New),
            (Some((State::Diajukan, None)), Handover::Same),
            (Some((State::Ditolak, None)), Handover::Same),
            (Some((State::Dicabut, None)), Handover::Same),
            (Some((State::Terverifikasi, None)), Handover::None),
            (Some((State::Terverifikasi, Some("2027-02-23"))), Handover::None),
            (Some((State::Terverifikasi, Some("2027-02-22"))), Handover::New),
            (Some((State::Terverifikasi, Some("2026-11-24"))), Handover::New),
            (Some((State::Terverifikasi, Some("2026-11-23"))), Handover::Same),
        ] {
            assert_eq!(handover(latest.map(|(state, until)| (state, until.map(day))), today), expected, "{latest:?}");
        }
    }
}
