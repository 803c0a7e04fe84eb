//! What all papers of the office share: its letterhead, the keys that sign, and how a file is made and kept.

use std::sync::Arc;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::Platform;
use crate::db::DbError;
use crate::document::{Document, DocumentError, Letterhead, render};
use crate::ports::BlobError;
use crate::signing::SigningKeys;

/// The office's paper: configuration.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The head of it.
    pub letterhead: Letterhead,
    /// Where the office is: `Tigaraksa`.
    pub place: String,
    /// The position of who decides: `Kepala Bidang Usaha Mikro`.
    pub position: String,
    /// The position of who issues certificates of classes: `Penanggung jawab pelatihan`.
    pub training_position: String,
    /// The keys that sign the codes on it.
    pub keys: Arc<SigningKeys>,
}

/// Why a paper was not made. It is tried again.
#[derive(Debug, Error)]
pub enum PaperError {
    /// It cannot be drawn.
    #[error("a paper cannot be drawn")]
    Document(#[from] DocumentError),
    /// The store is full or does not answer.
    #[error("a paper: file store")]
    Store(#[from] BlobError),
    /// The database did not answer.
    #[error("a paper: database")]
    Db(#[from] DbError),
}

/// Sets a paper: the bytes of its file.
pub(crate) async fn print(document: Document) -> Result<Vec<u8>, PaperError> {
    let bytes = tokio::task::spawn_blocking(move || render(&document)).await;
    Ok(bytes.map_err(|error| DocumentError::Pdf(error.to_string()))??)
}

/// Sets a paper and keeps its file under a key; answers the digest of its bytes (SHA-256).
pub(crate) async fn keep(platform: &Platform, key: &str, document: Document) -> Result<[u8; 32], PaperError> {
    let bytes = print(document).await?;
    let digest = Sha256::digest(&bytes).into();
    platform.blobs.put(key, bytes).await?;
    Ok(digest)
}
