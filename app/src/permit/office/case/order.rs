//! Which step stands first: the one that is most likely taken now.

use domain::permit::state::{Action, State};
use domain::permit::verdict::Verdict;
use platform::permit::CaseFile;

/// What was judged to be replaced.
pub(super) fn has_to_replace(case: &CaseFile) -> bool {
    case.verdicts.0.values().any(|verdict| matches!(verdict, Verdict::Replace { .. }))
}

/// The step that stands open, if one is likely.
pub(super) fn first(case: &CaseFile) -> Option<Action> {
    let proposed = case.events.iter().find(|event| event.from_state.as_deref() != Some(event.to_state.as_str()));
    let refusal = proposed.is_some_and(|event| event.action == Action::ProposeRefusal.as_str());
    let likely: &[Action] = match case.state {
        State::Diajukan => &[Action::TakeUp],
        State::Verifikasi if has_to_replace(case) => &[Action::AskCorrection],
        State::Verifikasi => &[Action::Forward, Action::PlanVisit],
        State::Kunjungan => &[Action::ReportVisit],
        State::Persetujuan if refusal => &[Action::Refuse],
        State::Persetujuan => &[Action::Approve],
        State::MenungguBayar => &[Action::Pay],
        State::Didampingi => &[Action::Advance],
        _ => &[],
    };
    likely.iter().copied().find(|action| case.allowed.contains(action))
}

/// Every other step that can be taken, in the order of the table. Nothing is asked for while nothing has to be replaced.
pub(super) fn others(case: &CaseFile, first: Option<Action>) -> Vec<Action> {
    let mut found: Vec<Action> = Vec::new();
    for action in &case.allowed {
        let fits = *action != Action::AskCorrection || has_to_replace(case);
        if Some(*action) != first && fits && !found.contains(action) {
            found.push(*action);
        }
    }
    found
}
