//! Whether an uploaded PDF can be read by everybody, and is not too long.

use std::sync::Arc;

use domain::document::{UnfitPdf, is_whole};
use hayro_syntax::{LoadPdfError, Pdf};

/// Answers the file when it is fit. It is read away from the requests; a reader that panics found something that it
/// cannot read.
pub(super) async fn check(bytes: Vec<u8>, most_pages: u16) -> Result<Vec<u8>, UnfitPdf> {
    tokio::task::spawn_blocking(move || fit(bytes, most_pages)).await.unwrap_or(Err(UnfitPdf::Unreadable))
}

fn fit(bytes: Vec<u8>, most_pages: u16) -> Result<Vec<u8>, UnfitPdf> {
    if !is_whole(&bytes) {
        return Err(UnfitPdf::Cut);
    }
    let bytes = Arc::new(bytes);
    let pages = match Pdf::new(bytes.clone()) {
        Ok(pdf) => pdf.pages().len(),
        Err(LoadPdfError::Decryption(_)) => return Err(UnfitPdf::Locked),
        Err(LoadPdfError::Invalid) => return Err(UnfitPdf::Unreadable),
    };
    match pages {
        0 => Err(UnfitPdf::Unreadable),
        pages if pages > usize::from(most_pages) => Err(UnfitPdf::TooManyPages(most_pages)),
        _ => Ok(Arc::unwrap_or_clone(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of empty pages, as small as one can be; `trailer` adds to its last part.
    fn pdf(pages: usize, trailer: &str) -> Vec<u8> {
        let kids: String = (0..pages).map(|nth| format!("{} 0 R ", nth + 3)).collect();
        let mut objects =
            vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned(), format!("<</Type/Pages/Kids[{kids}]/Count {pages}>>")];
        objects.extend((0..pages).map(|_| "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned()));
        let (mut text, mut places) = ("%PDF-1.4\n".to_owned(), "0000000000 65535 f \n".to_owned());
        for (object, number) in objects.iter().zip(1..) {
            places += &format!("{:010} 00000 n \n", text.len());
            text += &format!("{number} 0 obj\n{object}\nendobj\n");
        }
        let (count, begins) = (objects.len() + 1, text.len());
        text += &format!(
            "xref\n0 {count}\n{places}trailer\n<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{begins}\n%%EOF"
        );
        text.into_bytes()
    }

    #[test]
    fn a_pdf_is_whole_open_and_not_too_long() {
        let fit = |bytes: Vec<u8>| fit(bytes, 2).map(|fit| fit.len());
        assert_eq!(fit(pdf(2, "")), Ok(pdf(2, "").len()));
        assert_eq!(fit(pdf(3, "")), Err(UnfitPdf::TooManyPages(2)));
        assert_eq!(fit(pdf(0, "")), Err(UnfitPdf::Unreadable));
        let whole = pdf(2, "");
        assert_eq!(fit(whole[..whole.len() - 5].to_vec()), Err(UnfitPdf::Cut));
        assert_eq!(fit(b"%PDF-1.4 nothing at all %%EOF".to_vec()), Err(UnfitPdf::Unreadable));
        let lock = "/ID[<00><00>] /Encrypt <</Filter/Standard/V 2/R 3/Length 128/P -4/O<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>\
             /U<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>>>";
        assert_eq!(fit(pdf(1, lock)), Err(UnfitPdf::Locked));
    }
}
