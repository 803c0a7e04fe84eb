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
    /// Nobody can read it.
    #[error("unreadable")]
    Unreadable,
    /// More than so many pages.
    #[error("more than {0} pages")]
    TooManyPages(u16),
}

/// Whether a file says of itself to be a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    has(&bytes[..bytes.len().min(EDGE)], b"%PDF-")
}

/// Whether a PDF has its end: what is cut off can often be read, but not all of it.
pub fn is_whole(pdf: &[u8]) -> bool {
    has(&pdf[pdf.len().saturating_sub(EDGE)..], b"%%EOF")
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
        assert!(is_pdf(whole) && is_whole(whole));
        assert!(is_pdf(&whole[..40]) && !is_whole(&whole[..40]));
        for other in [&b""[..], b"<html>%PD", b"GIF89a"] {
            assert!(!is_pdf(other));
        }
    }
}
