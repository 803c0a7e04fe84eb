//! The states of a shop: one table says who may decide what when.

use crate::words;

words! {
    /// Where a shop is.
    pub enum ShopState {
        /// Handed in; not public.
        Pending = "pending",
        /// Public.
        Open = "open",
        /// Taken off the public site by an officer.
        Suspended = "suspended",
    }
}

words! {
    /// What is decided about a shop.
    pub enum Decision {
        /// It becomes public.
        Approve = "setujui",
        /// Something has to be put right first; it waits for its owner.
        Return = "kembalikan",
        /// The owner put it right; it waits for an officer again.
        HandIn = "ajukan_lagi",
        /// It is taken off the public site.
        Suspend = "tangguhkan",
        /// It becomes public again.
        Reopen = "buka_lagi",
    }
}

/// Who decides about a shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Who runs it.
    Owner,
    /// An officer, never of their own shop.
    Officer,
}

/// One allowed step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Before.
    pub from: ShopState,
    /// Before, within [`ShopState::Pending`]: whether it waits for its owner.
    pub returned: bool,
    /// What is decided.
    pub decision: Decision,
    /// After.
    pub to: ShopState,
    /// Who may.
    pub by: By,
}

const fn step(from: ShopState, returned: bool, decision: Decision, to: ShopState, by: By) -> Step {
    Step { from, returned, decision, to, by }
}

/// Every allowed step; what is not here is refused.
pub const STEPS: &[Step] = {
    use Decision::*;
    use ShopState::*;
    &[
        step(Pending, false, Approve, Open, By::Officer),
        step(Pending, false, Return, Pending, By::Officer),
        // The officer sees on the phone or at the counter that it is right now.
        step(Pending, true, Approve, Open, By::Officer),
        step(Pending, true, HandIn, Pending, By::Owner),
        step(Open, false, Suspend, Suspended, By::Officer),
        step(Suspended, false, Reopen, Open, By::Officer),
    ]
};

/// Where a decision leads; `None` when it is not allowed. `returned` says whether a pending shop waits for its owner.
pub fn next(from: ShopState, returned: bool, decision: Decision, by: By) -> Option<ShopState> {
    let returned = returned && from == ShopState::Pending;
    let same = |step: &&Step| (step.from, step.returned, step.decision, step.by) == (from, returned, decision, by);
    STEPS.iter().find(same).map(|step| step.to)
}

impl Decision {
    /// Whether the owner must be told why.
    pub const fn needs_reason(self) -> bool {
        matches!(self, Decision::Return | Decision::Suspend)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every state x decision x person, against the table as the office wrote it down.
    #[test]
    fn only_the_steps_of_the_table_are_allowed() {
        use Decision::*;
        let expected = |from, returned, by| match (from, returned, by) {
            (ShopState::Pending, false, By::Officer) => vec![(Approve, ShopState::Open), (Return, ShopState::Pending)],
            (ShopState::Pending, true, By::Officer) => vec![(Approve, ShopState::Open)],
            (ShopState::Pending, true, By::Owner) => vec![(HandIn, ShopState::Pending)],
            (ShopState::Open, _, By::Officer) => vec![(Suspend, ShopState::Suspended)],
            (ShopState::Suspended, _, By::Officer) => vec![(Reopen, ShopState::Open)],
            _ => vec![],
        };
        for from in ShopState::ALL {
            for returned in [false, true] {
                for by in [By::Owner, By::Officer] {
                    let allowed: Vec<_> = Decision::ALL
                        .iter()
                        .filter_map(|decision| next(*from, returned, *decision, by).map(|to| (*decision, to)))
                        .collect();
                    assert_eq!(allowed, expected(*from, returned, by), "{from} {returned} {by:?}");
                }
            }
        }
    }

    #[test]
    fn what_stops_a_shop_is_explained() {
        let explained: Vec<_> = Decision::ALL.iter().filter(|decision| decision.needs_reason()).collect();
        assert_eq!(explained, [&Decision::Return, &Decision::Suspend]);
    }
}
