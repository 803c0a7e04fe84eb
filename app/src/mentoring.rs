//! Mentoring: asking for it, the page of a mentoring, a mentor's day, and the coordinator's desk.

mod act;
mod ask;
mod book;
mod card;
mod day;
mod desk;
mod file;
mod home;
mod hours;
mod meet;
mod next;
mod photo;
mod plan;
mod report;
mod visit;

use domain::mentoring::{Area, Refused};
use leptos::prelude::*;
use platform::mentoring::MentoringError;

pub(crate) use self::card::own_mentorings;
pub(crate) use self::next::{NextSteps, next_steps};
pub use self::{
    ask::AskPage, book::BookPage, day::MentorDayPage, desk::MentoringDeskPage, file::MentoringPage,
    home::MentoringHomePage, hours::HoursPage, visit::VisitPage,
};
use crate::html::IntoHtml;
use crate::page::Missing;
use crate::shop::seller::form::Form;
use crate::text::{CartText, Lang, MentoringText, area_label};
use crate::upload::unfit_file_text;

/// The name of all forms on the page of a mentoring, for recalling what was refused.
const FORM: &str = "pendampingan";
/// The errors of a form that belong to no field.
const WHOLE: &str = "semua";

/// The address of a mentoring.
fn mentoring_path(number: &str) -> String {
    format!("/pendampingan/{number}")
}

/// What a page says instead of a mentoring.
fn missing(error: MentoringError) -> Missing {
    match error {
        MentoringError::NotFound => Missing::NotFound,
        MentoringError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    }
}

/// Why nothing was done, and what to do then.
fn problem(error: &MentoringError, t: Lang) -> String {
    let text = match error {
        MentoringError::NotFound => t.me_gone(),
        MentoringError::Forbidden(_) | MentoringError::Refused(Refused::NotYours) => t.me_not_yours(),
        MentoringError::Refused(Refused::NoDiagnosis) => t.me_missing_finding(),
        MentoringError::Refused(Refused::NoPlan) => t.me_missing_plan(),
        MentoringError::Refused(Refused::NotProposed) | MentoringError::Changed => t.me_changed(),
        MentoringError::Refused(Refused::NoWords) => t.me_words_missing(),
        MentoringError::Refused(Refused::NotNow) => t.me_not_now(),
        MentoringError::NoMentor => t.me_mentor_missing(),
        MentoringError::TooMany => t.me_too_many(),
        MentoringError::NotFree => t.me_book_taken(),
        MentoringError::Day => t.me_day_wrong(),
        MentoringError::Sent => t.me_visit_sent_before(),
        MentoringError::Confirmed => t.me_is_confirmed(),
        MentoringError::NoConsent => t.me_no_consent(),
        MentoringError::Unfit(unfit) => return unfit_file_text(unfit, t),
        MentoringError::Db(error) => {
            leptos::logging::error!("mentoring: {error:?}");
            CartText::try_later(t)
        }
        MentoringError::Store(error) => {
            leptos::logging::error!("mentoring: {error}");
            CartText::try_later(t)
        }
    };
    text.to_owned()
}

/// Shows a form again with why nothing was done, at a field; a guest signs in first.
async fn refused(mut form: Form, field: &str, error: MentoringError, t: Lang) {
    if matches!(error, MentoringError::Forbidden(_)) {
        return form.not_allowed();
    }
    form.wrong(field, problem(&error, t));
    form.refuse().await;
}

/// The parts of a business, to choose from.
fn areas(t: Lang) -> Vec<(String, String)> {
    Area::ALL.iter().map(|area| (area.to_string(), area_label(t, *area).to_owned())).collect()
}

/// Something that opens when it is wanted.
fn fold(label: &'static str, open: bool, content: AnyView) -> AnyView {
    view! {
        <details class="fold fold--step" open=open>
            <summary>{label}<crate::ui::Icon name="chevron-down"/></summary>
            {content}
        </details>
    }
    .into_html()
}
