//! What a course gives beside its sessions: written for all its classes, and what came of it in each.

mod materials;
mod question;
mod quiz;
mod results;
mod send;

use uuid::Uuid;

pub use self::materials::MaterialsPage;
pub use self::question::QuestionPage;
pub use self::quiz::QuizFormPage;
pub use self::results::ResultsPage;
use crate::page::Missing;

/// The address of a course's materials.
pub(super) fn materials_path(course: Uuid) -> String {
    format!("/dinas/pelatihan/materi/{course}/bahan")
}

/// The address of a course's quiz.
pub(super) fn quiz_path(course: Uuid) -> String {
    format!("/dinas/pelatihan/materi/{course}/kuis")
}

/// The course that an address names.
fn course_of(id: &str) -> Result<Uuid, Missing> {
    Uuid::try_parse(id).map_err(|_| Missing::NotFound)
}
