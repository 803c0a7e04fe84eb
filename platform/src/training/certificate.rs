//! Certificates: rows are written when they are issued, their files are made right after and never changed.

mod award;
mod check;
mod end;
mod file;
mod issue;
mod make;
mod own;
mod row;

pub use self::award::{Award, Awarded, Awards, find_awards};
pub(crate) use self::check::find_certificate;
pub use self::end::{correct_certificate, revoke_certificate};
pub use self::file::open_certificate;
pub use self::issue::{issue_by_hand, issue_certificates};
pub use self::make::make_missing_certificates;
pub(super) use self::own::own_award;
pub use self::own::{OwnAward, OwnCertificate, list_own_certificates};

use domain::training::registration::{By, State};
use uuid::Uuid;

use super::events::{CERTIFICATE, Happened, append};
use crate::Platform;
use crate::db::{DbError, Tx};

/// The key of a certificate in the store.
fn key(code: &str) -> String {
    format!("certificate/{code}.pdf")
}

/// Writes down why an organiser decided about somebody's certificate.
async fn note(platform: &Platform, tx: &mut Tx, registration: Uuid, officer: Uuid, why: &str) -> Result<(), DbError> {
    let (by, state) = (By::Petugas, State::Terdaftar);
    append(platform, tx, registration, Happened { by, actor: Some(officer), action: CERTIFICATE, state, note: why })
        .await
}
