use super::*;

/// What is allowed, written down once more: state, action, part, where it leads.
fn expected(state: State, action: Action, by: By) -> Option<State> {
    use {Action::*, By::*, State::*};
    match (state, action, by) {
        (Masuk, Forward, Pemeriksa) | (Diteruskan, Forward, Pemeriksa) | (Dijawab, Reply, Pelapor) => Some(Diteruskan),
        (Masuk, Decline, Pemeriksa) => Some(TidakDiproses),
        (Diteruskan, Answer, Penangan) => Some(Dijawab),
        (Dijawab, Settle, Pelapor) | (Dijawab, Close, Sistem) => Some(Selesai),
        (Masuk, Note | Lapor, Pemeriksa) => Some(Masuk),
        (Diteruskan | Dijawab, Note | Lapor, Pemeriksa | Penangan) => Some(state),
        (TidakDiproses, Lapor, Pemeriksa) => Some(TidakDiproses),
        _ => None,
    }
}

/// Every state x action x part, for who had a part in the matter and who had none.
#[test]
fn every_step_is_allowed_to_whom_it_should_and_nobody_else() {
    let mut tried = 0;
    for state in State::ALL {
        for action in Action::ALL {
            for by in By::ALL {
                let free = next(*state, *action, *by, Facts::default());
                assert_eq!(free.ok(), expected(*state, *action, *by), "{state} {action} {by}");
                let involved = next(*state, *action, *by, Facts { involved: true });
                match (free, by) {
                    (Ok(_), By::Pemeriksa | By::Penangan) => assert_eq!(involved, Err(Refused::Involved)),
                    _ => assert_eq!(involved, free),
                }
                assert_eq!(allowed(*state, *by, Facts::default()).contains(action), free.is_ok());
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 5 * 8 * 4);
}

#[test]
fn each_line_of_the_table_stands_there_once() {
    for (nth, step) in STEPS.iter().enumerate() {
        let same = |other: &Step| other.from == step.from && other.action == step.action;
        assert!(!STEPS[nth + 1..].iter().any(same), "{step:?}");
        assert!(step.from.is_open() || step.action == Action::Lapor);
    }
}

#[test]
fn what_is_impossible_and_what_is_for_others_are_told_apart() {
    let none = Facts::default();
    assert_eq!(next(State::Selesai, Action::Answer, By::Penangan, none), Err(Refused::NotNow));
    assert_eq!(next(State::Masuk, Action::Forward, By::Penangan, none), Err(Refused::NotYours));
    assert_eq!(next(State::Masuk, Action::Forward, By::Penangan, Facts { involved: true }), Err(Refused::NotYours));
}

#[test]
fn days_run_while_something_can_happen() {
    for state in State::ALL {
        assert_eq!(Days::default().of(*state).is_some(), state.is_open(), "{state}");
    }
}

#[test]
fn a_complaint_about_a_case_names_its_applicant() {
    for privacy in Privacy::ALL {
        for subject in Subject::ALL {
            let impossible = *privacy == Privacy::TanpaNama && *subject == Subject::Izin;
            assert_eq!(privacy.goes_with(*subject), !impossible);
        }
    }
}

#[test]
fn a_story_has_twenty_to_four_thousand_characters() {
    let long = |count: usize| "é".repeat(count);
    assert_eq!(Story::parse("  \n "), Err(StoryProblem::Empty));
    assert_eq!(Story::parse(&long(19)), Err(StoryProblem::TooShort));
    assert_eq!(Story::parse(&long(20)).map(|story| story.as_str().chars().count()), Ok(20));
    assert!(Story::parse(&long(4000)).is_ok());
    assert_eq!(Story::parse(&long(4001)), Err(StoryProblem::TooLong));
}
