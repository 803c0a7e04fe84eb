//! What the office does with complaints.

mod decide;
mod list;
mod open;

use domain::account::{Actor, Capability};
use domain::complaint::By;
use domain::number::{Kind, PublicNumber};
use uuid::Uuid;

pub use self::decide::{ComplaintDeed, decide_complaint};
pub use self::list::{ComplaintCard, ComplaintCounts, ComplaintList, Drawer, count_complaints, list_complaints};
pub use self::open::{ComplaintEvent, ComplaintFile, OfficeMessage, open_complaint, show_complainant};

use super::row::Complaint;
use super::take::ComplaintError;
use crate::args;
use crate::db::Tx;

/// The complaint with this number, locked, with the account of the officer and the parts in which they may act. Whoever
/// neither verifies nor answers it, and whoever it is about, does not learn that it exists.
pub(super) async fn enter(
    tx: &mut Tx,
    actor: &Actor,
    number: &str,
) -> Result<(Complaint, Uuid, Vec<By>), ComplaintError> {
    let account = actor.require(Capability::HandleComplaints)?;
    let number = PublicNumber::parse(Kind::Complaint, number).map_err(|_| ComplaintError::NotFound)?;
    let found: Option<(Uuid,)> = tx.one("select id from complaint where number = $1", args![number.as_str()]).await?;
    let (id,) = found.ok_or(ComplaintError::NotFound)?;
    let complaint = Complaint::lock(tx, id).await?.ok_or(ComplaintError::NotFound)?;
    let mut parts = Vec::new();
    if actor.may(Capability::VerifyComplaints) {
        parts.push(By::Pemeriksa);
    }
    if complaint.handler == Some(account) {
        parts.push(By::Penangan);
    }
    if parts.is_empty() || complaint.about_officer == Some(account) {
        return Err(ComplaintError::NotFound);
    }
    Ok((complaint, account, parts))
}
