//! A buyer's picture of a bank transfer. Uploaded is not paid: the seller looks at their account and decides.

mod read;
mod refuse;
mod upload;

use domain::account::Forbidden;
use domain::picture::Unfit;
use thiserror::Error;
use uuid::Uuid;

pub use read::{ProofShown, list_proofs, open_proof};
pub use refuse::refuse_proof;
pub use upload::upload_proof;

use crate::db::{DbError, Tx};
use crate::ports::BlobError;
use crate::shop::order::ActError;
use crate::{Platform, args};

/// So many proofs may be sent for an order.
pub const MOST: i64 = 5;

/// Why it was not done. Nothing changed.
#[derive(Debug, Error)]
pub enum ProofError {
    /// There is no such order or proof, or it is not this person's.
    #[error("proof: no such thing")]
    NotFound,
    /// Only the seller or an officer decides.
    #[error("proof: not allowed")]
    Forbidden(#[from] Forbidden),
    /// Neither the secret nor the PIN of the order.
    #[error("proof: wrong PIN")]
    WrongPin,
    /// Too many PINs were tried; so many seconds to wait.
    #[error("proof: wait {0} seconds")]
    Wait(i64),
    /// No transfer is awaited any more, or the proof was decided on already.
    #[error("proof: not possible now")]
    NotNow,
    /// One is being looked at.
    #[error("proof: one is waiting")]
    Waiting,
    /// [`MOST`] were sent.
    #[error("proof: too many")]
    TooMany,
    /// A refusal says why.
    #[error("proof: no reason")]
    NoReason,
    /// It is not a picture that can be read.
    #[error("proof: {0}")]
    Unfit(Unfit),
    /// The store is full or does not answer.
    #[error("proof: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("proof: database")]
    Db(#[from] DbError),
}

/// Why somebody did not show to be the buyer.
impl From<ActError> for ProofError {
    fn from(error: ActError) -> Self {
        match error {
            ActError::WrongPin => ProofError::WrongPin,
            ActError::Wait(seconds) => ProofError::Wait(seconds),
            ActError::Forbidden(forbidden) => ProofError::Forbidden(forbidden),
            ActError::NoReason => ProofError::NoReason,
            ActError::Db(error) => ProofError::Db(error),
            ActError::Already { .. } | ActError::NotNow | ActError::OutOfStock => ProofError::NotNow,
            ActError::NotFound => ProofError::NotFound,
        }
    }
}

/// The money has come: the proof that waits is accepted, in the transaction that records it.
pub(super) async fn accept(
    platform: &Platform,
    tx: &mut Tx,
    order: Uuid,
    account: Option<Uuid>,
) -> Result<(), DbError> {
    let sql = "update payment_proof set state = 'diterima', decided_at = $2, decided_by = $3 \
         where order_id = $1 and state = 'menunggu'";
    tx.run(sql, args![order, platform.now(), account]).await.map(drop)
}
