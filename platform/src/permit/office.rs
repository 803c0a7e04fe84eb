//! What the office does to a case.

mod choose;
mod decide;
mod inbox;
mod judge;
mod open;
mod photo;
mod visits;

use domain::account::{Actor, Capability, Forbidden};
use domain::permit::state::By;
use uuid::Uuid;

pub use self::choose::{Chosen, PassedOver, give_cases, list_colleagues, take_case, take_cases};
pub(super) use self::decide::find_and_lock;
pub use self::decide::{CaseDeed, assign_case, consent_to_correction, decide_case};
pub use self::inbox::{
    Assigned, Beside, CaseCard, CaseCounts, CaseFilter, CaseList, CasesError, Desk, Left, count_cases, find_beside,
    list_cases,
};
pub use self::judge::judge_document;
pub(super) use self::open::note_reading;
pub use self::open::{CaseFile, open_case, show_sensitive};
pub use self::photo::{PhotoError, add_photo, remove_photo};
pub use self::visits::{PlannedVisit, list_visits};

/// The parts in which an officer may act.
const PARTS: [(Capability, By); 4] = [
    (Capability::ExamineCases, By::Verifikator),
    (Capability::VisitCases, By::PetugasLapangan),
    (Capability::DecideCases, By::Penyetuju),
    (Capability::TakePayments, By::Bendahara),
];

/// The parts of somebody who may read cases, with their account.
fn parts(actor: &Actor) -> Result<(Uuid, Vec<By>), Forbidden> {
    let account = actor.require(Capability::ReadCases)?;
    Ok((account, PARTS.iter().filter(|(capability, _)| actor.may(*capability)).map(|(_, by)| *by).collect()))
}
