//! What organisers do: courses, venues, classes.

mod class;
mod course;
mod step;
mod venue;

use domain::account::Forbidden;
use domain::training::class::Refused;
use domain::training::plan::Fault;
use thiserror::Error;

pub use self::class::{ClassDraft, SessionDraft, create_class};
pub use self::course::{CourseDraft, save_course};
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
    /// Somebody else changed it since the page was shown.
    #[error("changed meanwhile")]
    Changed,
    /// The database did not answer.
    #[error("organise: database")]
    Db(#[from] DbError),
}
