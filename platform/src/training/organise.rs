//! What organisers do: courses, venues, classes.

mod change;
mod class;
mod count;
mod course;
mod file;
mod list;
mod participants;
mod plan;
mod step;
mod venue;

use domain::account::Forbidden;
use domain::training::class::Refused;
use domain::training::plan::Fault;
use thiserror::Error;

pub use self::change::change_class;
pub use self::class::{ClassDraft, SessionDraft, create_class};
pub use self::count::{TrainingCounts, count_training};
pub use self::course::{CourseDraft, save_course};
pub use self::file::{ClassFile, find_class_file, find_course, find_venue};
pub use self::list::{
    ClassDrawer, OfficeClass, OfficeCourse, OfficeVenue, list_courses, list_office_classes, list_venues,
};
pub use self::participants::{ParticipantShown, decide_registration, list_participants};
pub use self::step::{ClassDeed, move_class};
pub use self::venue::{VenueDraft, save_venue};
use crate::db::DbError;

/// Why nothing was changed.
#[derive(Debug, Error)]
pub enum OrganiseError {
    /// Not this person's to do.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such class, course, venue, category or kecamatan.
    #[error("not found")]
    NotFound,
    /// The dates or seats do not fit.
    #[error("the plan has faults")]
    Faults(Vec<Fault>),
    /// The step is not possible.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The step of a registration is not possible.
    #[error(transparent)]
    Registration(domain::training::registration::Refused),
    /// No free seat is for this person.
    #[error("no free seat for them")]
    NoSeat,
    /// Somebody else changed it since the page was shown.
    #[error("changed meanwhile")]
    Changed,
    /// The database did not answer.
    #[error("organise: database")]
    Db(#[from] DbError),
}
