//! What an uploaded document may be, besides a picture. Its content decides, never its name or what the browser says.

use thiserror::Error;

/// How far from its edges the marks of a PDF may stand: some programs write something of their own there. Bytes.
const EDGE: usize = 1024;

/// Why a file is no PDF for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UnfitPdf {
    /// The file ends too early.
    #[error("cut off")]
    Cut,
    /// It asks for a password: an officer could not open it.
    #[error("locked with a password")]
    Locked,
}

/// Whether a file says of itself to be a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    has(&bytes[..bytes.len().min(EDGE)], b"%PDF-")
}

/// Whether a PDF is whole and can be opened by everybody.
///
/// # Errors
/// Says what is wrong, for the person who chose the file.
pub fn check_pdf(bytes: &[u8]) -> Result<(), UnfitPdf> {
    if !has(&bytes[bytes.len().saturating_sub(EDGE)..], b"%%EOF") {
        return Err(UnfitPdf::Cut);
    }
    // The entry of the trailer that says how it is encrypted; in a stream of other text the word does not end so.
    if has(bytes, b"/Encrypt ") || has(bytes, b"/Encrypt\n") || has(bytes, b"/Encrypt\r") {
        return Err(UnfitPdf::Locked);
    }
    Ok(())
}

fn has(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides() {
        let whole = b"%PDF-1.7\n1 0 obj <<>> endobj trailer << /Root 1 0 R >>\n%%EOF\n";
        assert!(is_pdf(whole));
        assert_eq!(check_pdf(whole), Ok(()));
        assert_eq!(check_pdf(&whole[..40]), Err(UnfitPdf::Cut));
        let locked = b"%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 5 0 R >>\n%%EOF";
        assert_eq!(check_pdf(locked), Err(UnfitPdf::Locked));
        // A name written in a text is no lock.
        assert_eq!(check_pdf(b"%PDF-1.7 (see /EncryptMetadata) %%EOF"), Ok(()));
        for other in [&b""[..], b"<html>%PD", b"GIF89a"] {
            assert!(!is_pdf(other));
        }
    }
}
