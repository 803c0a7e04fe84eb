//! Files that people hand in with an application or a complaint: what is taken, and the links by which they are shown.
//! Which of them somebody may see, and when they are removed, is said where they belong.

mod link;
mod pdf;

use domain::document::{UnfitPdf, is_pdf};
use domain::permit::form::FileKind;
use domain::picture::Unfit;
use sha2::{Digest, Sha256};
use thiserror::Error;

pub(crate) use self::link::{link, link_holds};
use crate::Platform;
use crate::picture::{fit, one_at_a_time};
use crate::ports::ScanError;

/// The longer side of a stored photograph: small print stays readable. Pixels.
const LONGEST: u32 = 2000;

/// Why a file was not taken. Nothing is left of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UnfitFile {
    /// Neither a picture nor a PDF that can be read, or not the kind that is asked for here.
    #[error("a picture that is none: {0}")]
    Picture(Unfit),
    /// A PDF that nobody could open.
    #[error("a PDF: {0}")]
    Pdf(UnfitPdf),
    /// A PDF where only photographs are taken.
    #[error("a photograph is asked for")]
    NotAPhoto,
    /// More than so many bytes.
    #[error("more than {0} bytes")]
    TooLarge(u32),
    /// More than so many files.
    #[error("more than {0} files")]
    TooMany(u8),
    /// The virus scanner found something.
    #[error("the virus scanner refuses it")]
    Infected,
    /// The virus scanner does not answer: what nobody looked at is not taken. For an officer, without the file's name.
    #[error("not scanned: {0}")]
    NotScanned(String),
}

impl From<ScanError> for UnfitFile {
    fn from(error: ScanError) -> Self {
        match error {
            ScanError::Infected => UnfitFile::Infected,
            ScanError::Away(why) => UnfitFile::NotScanned(why),
        }
    }
}

/// An opened file.
pub struct Opened {
    /// What it is.
    pub kind: FileKind,
    /// As it was called on the person's device.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What is taken somewhere.
pub(crate) struct Takes {
    pub kinds: Vec<FileKind>,
    pub most_bytes: u32,
    pub most: u8,
    pub most_pages: u16,
}

impl Takes {
    /// Whether one more fits beside so many.
    pub fn has_room(&self, there: usize) -> Result<(), UnfitFile> {
        if there >= usize::from(self.most) { Err(UnfitFile::TooMany(self.most)) } else { Ok(()) }
    }

    /// What a file is, and how it is stored. A photograph is coded anew: that leaves place, time and camera behind, and
    /// whatever else was in it.
    pub async fn read(&self, platform: &Platform, bytes: Vec<u8>) -> Result<(FileKind, Vec<u8>), UnfitFile> {
        if bytes.len() > self.most_bytes as usize {
            return Err(UnfitFile::TooLarge(self.most_bytes));
        }
        platform.scan(&bytes).await?;
        if is_pdf(&bytes) {
            if !self.kinds.contains(&FileKind::Pdf) {
                return Err(UnfitFile::NotAPhoto);
            }
            let pdf = pdf::check(bytes, self.most_pages).await.map_err(UnfitFile::Pdf)?;
            return Ok((FileKind::Pdf, pdf));
        }
        if !self.kinds.contains(&FileKind::Foto) {
            return Err(UnfitFile::Picture(Unfit::Foreign));
        }
        let photo = one_at_a_time(move || fit(&bytes, LONGEST)).await.map_err(UnfitFile::Picture)?;
        Ok((FileKind::Foto, photo))
    }
}

/// What tells whether a file came before: of what was sent, not of what is stored.
pub(crate) fn digest(sent: &[u8]) -> [u8; 32] {
    Sha256::digest(sent).into()
}

/// A name for people: without paths and what is invisible.
pub(crate) fn tidy(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: String = last.chars().filter(|c| !c.is_control()).take(80).collect();
    if visible.trim().is_empty() { "dokumen".to_owned() } else { visible }
}
