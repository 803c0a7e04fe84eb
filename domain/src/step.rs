//! Tables of steps: who may do what when. States, actions and parts are each room's own.

/// One allowed step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<S, A, B: 'static> {
    /// Before.
    pub from: S,
    /// What is done.
    pub action: A,
    /// After.
    pub to: S,
    /// Who may do it.
    pub by: &'static [B],
}

/// A line of a table.
pub(crate) const fn step<S: Copy, A: Copy, B>(from: S, action: A, to: S, by: &'static [B]) -> Step<S, A, B> {
    Step { from, action, to, by }
}

/// Where a table leads.
///
/// # Errors
/// `not_now` where nobody can do it in this state, `not_yours` where somebody else can.
pub(crate) fn find<S: Copy + PartialEq, A: Copy + PartialEq, B: PartialEq, E>(
    steps: &[Step<S, A, B>],
    (from, action, by): (S, A, B),
    not_now: E,
    not_yours: E,
) -> Result<S, E> {
    let mut possible = steps.iter().filter(|step| step.from == from && step.action == action).peekable();
    if possible.peek().is_none() {
        return Err(not_now);
    }
    possible.find(|step| step.by.contains(&by)).map(|step| step.to).ok_or(not_yours)
}
