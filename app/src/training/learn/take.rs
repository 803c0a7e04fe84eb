//! Beginning an attempt and handing it in.

use std::collections::BTreeMap;

use leptos::prelude::*;
use platform::Platform;
use platform::training::{HandIn, HandedIn, Participant, QuizError, find_participant, hand_in_quiz, start_quiz};

use super::quiz::quiz_path;
use crate::action::{Word, done, escape, forget_refused, go_to, refuse};
use crate::text::{CartText, Lang, LearnText};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const QUIZ: &str = "kelas-kuis";
/// The error that says which questions have no answer.
pub(super) const MISSING: &str = "jawaban";
/// How a form is sent.
pub(super) const SAVE: &str = "simpan";
pub(super) const FINISH: &str = "kirim";
pub(super) const ANYWAY: &str = "paksa";
/// The most answers that are read.
const MOST: usize = 600;

/// Name and value of the input of a choice: of questions with one answer all share the name.
pub(super) fn answer_name(nth: usize, place: usize, several: bool) -> (String, String) {
    if several {
        (format!("jawab[p{nth}-{place}]"), "1".to_owned())
    } else {
        (format!("jawab[p{nth}]"), place.to_string())
    }
}

/// The choices taken of each question, from the names and values of a form.
fn read(sent: &BTreeMap<String, String>) -> Vec<Vec<usize>> {
    let mut answers: Vec<Vec<usize>> = Vec::new();
    let taken = sent.iter().take(MOST).filter_map(|(name, value)| {
        // A letter first: names that are numbers would be read as the places of a list.
        let name = name.strip_prefix('p')?;
        let (nth, place) = name.split_once('-').unwrap_or((name, value));
        nth.parse::<usize>().ok().filter(|nth| *nth < MOST).zip(place.parse::<usize>().ok())
    });
    for (nth, place) in taken {
        if answers.len() <= nth {
            answers.resize(nth + 1, Vec::new());
        }
        answers[nth].push(place);
    }
    answers
}

/// Begins an attempt; one that is under way goes on.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pelatihan/kuis/mulai")]
pub async fn begin_quiz(nomor: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let back = quiz_path(&escape(&nomor));
    let Some(participant) = participant(&platform, &nomor).await else {
        go_to(&back);
        return Ok(());
    };
    match start_quiz(&platform, &participant).await {
        Ok(()) => {
            forget_refused();
            go_to(&back);
        }
        Err(error) => refuse(QUIZ, &[], vec![("kuis", problem(error, visitor().lang))], &back).await,
    }
    Ok(())
}

/// Keeps or takes the answers of an attempt.
///
/// # Errors
/// Never for a form: the page is shown again with a message, and what was answered is kept.
#[server(prefix = "/aksi", endpoint = "pelatihan/kuis")]
pub async fn send_quiz(
    nomor: String,
    percobaan: i64,
    #[server(default)] cara: String,
    #[server(default)] jawab: BTreeMap<String, String>,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let t = visitor().lang;
    let back = quiz_path(&escape(&nomor));
    let Some(participant) = participant(&platform, &nomor).await else {
        go_to(&back);
        return Ok(());
    };
    let how = match cara.as_str() {
        SAVE => HandIn::Save,
        ANYWAY => HandIn::Anyway,
        _ => HandIn::Finish,
    };
    match hand_in_quiz(&platform, &participant, percobaan, &read(&jawab), how).await {
        Ok(HandedIn::Saved) => done(Word::Saved, &back),
        Ok(HandedIn::Marked) => done(Word::Sent, &back),
        Ok(HandedIn::Missing(which)) => {
            let which = which.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            refuse(QUIZ, &[], vec![(MISSING, t.le_quiz_missing(&which))], &back).await;
        }
        Err(error) => refuse(QUIZ, &[], vec![("kuis", problem(error, t))], &back).await,
    }
    Ok(())
}

async fn participant(platform: &Platform, number: &str) -> Option<Participant> {
    let visitor = visitor();
    find_participant(platform, &visitor.actor, &visitor.class_keys, number).await.ok().flatten()
}

fn problem(error: QuizError, t: Lang) -> String {
    match error {
        QuizError::NotNow => t.le_quiz_not_now().to_owned(),
        QuizError::TimeOver => t.le_quiz_over().to_owned(),
        QuizError::Db(error) => {
            leptos::logging::error!("the quiz: {error:?}");
            t.try_later().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_both_kinds_are_read_and_nonsense_is_not() {
        let sent = [("p0", "2"), ("p2-0", "1"), ("p2-3", "1"), ("x", "1"), ("p3", "y"), ("p999999", "1")];
        let sent = sent.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        assert_eq!(read(&sent), [vec![2], vec![], vec![0, 3]]);
    }
}
