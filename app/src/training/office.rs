//! `/dinas/pelatihan`: organising classes.

mod act;
mod award;
mod awards;
mod course;
mod courses;
mod enter;
mod file;
mod form;
mod learn;
mod list;
mod moment;
mod participants;
mod save;
mod screen;
mod sheet;
mod venue;
mod venues;

use domain::account::Capability;
use leptos::prelude::*;
use platform::training::OrganiseError;

pub use self::awards::AwardsPage;
pub use self::course::CourseFormPage;
pub use self::courses::CoursesPage;
pub use self::file::OfficeClassPage;
pub use self::form::{EditClassPage, NewClassPage};
pub use self::learn::{MaterialsPage, QuestionPage, QuizFormPage, ResultsPage};
pub use self::list::OfficeClassesPage;
pub use self::participants::participants_table;
pub use self::screen::CodeScreenPage;
pub use self::sheet::SheetPage;
pub use self::venue::VenueFormPage;
pub use self::venues::VenuesPage;
use crate::html::IntoHtml;
use crate::page::Missing;
use crate::text::{Lang, TrainingDeskText, plan_fault};

/// What these pages ask for.
const ORGANISE: Capability = Capability::OrganiseTraining;
/// The errors of a form that belong to no field.
const WHOLE: &str = "semua";

/// The address of a class in the office.
fn class_path(slug: &str) -> String {
    format!("/dinas/pelatihan/{slug}")
}

/// The address of a class's certificates in the office.
fn awards_path(slug: &str) -> String {
    format!("{}/sertifikat", class_path(slug))
}

/// The address of how a class's quiz went and what participants think, in the office.
fn results_path(slug: &str) -> String {
    format!("{}/hasil", class_path(slug))
}

/// The address of the attendance list of a session.
fn sheet_path(slug: &str, session: &str) -> String {
    format!("/dinas/pelatihan/{slug}/hadir/{session}")
}

/// What a page says instead of a class.
fn missing(error: OrganiseError) -> Missing {
    match error {
        OrganiseError::NotFound => Missing::NotFound,
        OrganiseError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    }
}

/// Why nothing was changed, by field, and what to do then.
fn problems(error: OrganiseError, t: Lang) -> Vec<(String, String)> {
    let whole = |text: &str| vec![(WHOLE.to_owned(), text.to_owned())];
    match error {
        OrganiseError::Faults(faults) => {
            faults.into_iter().map(|fault| (fault.to_string(), plan_fault(t, fault).to_owned())).collect()
        }
        OrganiseError::NotFound => whole(t.td_gone()),
        OrganiseError::Changed => whole(t.td_changed()),
        OrganiseError::NoSeat => whole(t.td_no_seat()),
        OrganiseError::Forbidden(_) | OrganiseError::Refused(_) | OrganiseError::Registration(_) => {
            whole(t.td_not_now())
        }
        OrganiseError::Db(error) => {
            leptos::logging::error!("organise training: {error:?}");
            whole(crate::text::CartText::try_later(t))
        }
    }
}

/// The rooms of training: classes, courses, venues.
fn rooms(here: &str, t: Lang) -> AnyView {
    let rooms = [
        ("/dinas/pelatihan", t.td_classes()),
        ("/dinas/pelatihan/materi", t.td_courses()),
        ("/dinas/pelatihan/tempat", t.td_venues()),
    ]
    .map(|(path, name)| {
        view! { <a class="chip" href=path aria-current=(path == here).then_some("page")>{name}</a> }
    });
    view! { <nav class="ib__mine" aria-label=t.room_training()>{rooms}</nav> }.into_html()
}
