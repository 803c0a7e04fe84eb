//! Reading forms that carry files: part by part, so that never more than one file is in memory.

use domain::document::UnfitPdf;
use domain::permit::answers::Problem;
use domain::picture::{MOST_BYTES, Unfit};
use leptos::server_fn::codec::MultipartData;
use platform::attachment::UnfitFile;
use platform::picture::UploadError;

use crate::text::{CartText, CaseText, Lang, PictureText, answer_problem};

/// What is typed beside files: the longest answer of a form, in any script. Bytes.
const MOST_TEXT: usize = 40_000;

/// The endpoints that take files; everywhere else a form is small.
pub const UPLOADS: [&str; 10] = [
    "/aksi/usaha/foto/tambah",
    "/aksi/usaha/toko-foto/simpan",
    "/aksi/pesanan/bukti",
    "/aksi/izin/isi",
    "/aksi/dinas/izin/foto",
    "/aksi/pengaduan/kirim",
    "/aksi/pengaduan/balas",
    "/aksi/dinas/pelatihan/bahan",
    "/aksi/pendampingan/kunjungan",
    "/aksi/pendampingan/foto",
];

/// A part of a form.
pub enum Part {
    /// A field that was typed.
    Text {
        /// The field.
        name: String,
        /// What was typed.
        value: String,
    },
    /// A file that was chosen.
    File(File),
}

/// A chosen file.
pub struct File {
    /// The field in which it was chosen.
    pub field: String,
    /// As it is called on the person's device, shortened for a message.
    pub name: String,
    /// Its content; too much of it is not kept.
    pub content: Result<Vec<u8>, Unfit>,
}

/// The form ended before it was complete: the network broke off, or it is none.
#[derive(Debug)]
pub struct Broken;

/// A form that is read part by part.
pub struct Form(Option<multer::Multipart<'static>>);

impl Form {
    /// Starts to read.
    pub fn open(data: MultipartData) -> Self {
        Self(data.into_inner())
    }

    /// The next part; `None` after the last. A file input that was left empty is passed over.
    ///
    /// # Errors
    /// See [`Broken`].
    pub async fn next(&mut self) -> Result<Option<Part>, Broken> {
        let parts = self.0.as_mut().ok_or(Broken)?;
        while let Some(mut field) = parts.next_field().await.map_err(|_| Broken)? {
            let field_name = field.name().unwrap_or_default().to_owned();
            let file = field.file_name().map(shorten);
            let most = if file.is_some() { MOST_BYTES } else { MOST_TEXT };
            let mut content = Ok(Vec::new());
            // What is too much is read and thrown away: an answer is only heard when all was sent.
            while let Some(chunk) = field.chunk().await.map_err(|_| Broken)? {
                content = content.and_then(|mut bytes: Vec<u8>| {
                    bytes.extend_from_slice(&chunk);
                    if bytes.len() > most { Err(Unfit::Heavy) } else { Ok(bytes) }
                });
            }
            let Some(name) = file else {
                let value = String::from_utf8_lossy(&content.unwrap_or_default()).into_owned();
                return Ok(Some(Part::Text { name: field_name, value }));
            };
            if !name.is_empty() || content.as_ref().is_ok_and(|bytes| !bytes.is_empty()) {
                return Ok(Some(Part::File(File { field: field_name, name, content })));
            }
        }
        Ok(None)
    }

    /// Reads what is left and throws it away, so that the answer is heard.
    pub async fn skip(mut self) {
        while let Ok(Some(_)) = self.next().await {}
    }
}

/// The end of a long name is kept: it tells files apart.
fn shorten(name: &str) -> String {
    let clean: Vec<char> = name.chars().filter(|c| !c.is_control()).collect();
    match clean.len() {
        ..=40 => clean.iter().collect(),
        length => format!("…{}", clean[length - 39..].iter().collect::<String>()),
    }
}

/// Why a file was not taken, for the person who chose it.
pub fn upload_error(error: &UploadError, t: Lang) -> String {
    match error {
        UploadError::Unfit(unfit) => unfit_text(*unfit, t).to_owned(),
        UploadError::Store(error) => {
            leptos::logging::error!("upload: {error}");
            t.store_full().to_owned()
        }
        UploadError::Db(error) => {
            leptos::logging::error!("upload: {error:?}");
            t.try_later().to_owned()
        }
    }
}

/// What is wrong with a picture and what to do.
pub fn unfit_text(unfit: Unfit, t: Lang) -> &'static str {
    match unfit {
        Unfit::Foreign => t.unfit_foreign(),
        Unfit::Heic => t.unfit_heic(),
        Unfit::Animated => t.unfit_animated(),
        Unfit::Cut => t.unfit_cut(),
        Unfit::Heavy => t.unfit_heavy(),
        Unfit::Vast => t.unfit_vast(),
        Unfit::Small => t.unfit_small(),
        Unfit::Unreadable => t.unfit_unreadable(),
    }
}

/// Why a document was not taken, for the person who chose it.
pub fn unfit_file_text(unfit: &UnfitFile, t: Lang) -> String {
    match unfit {
        UnfitFile::Picture(unfit) => unfit_text(*unfit, t).to_owned(),
        UnfitFile::Pdf(UnfitPdf::Cut) => t.file_pdf_cut().to_owned(),
        UnfitFile::Pdf(UnfitPdf::Locked) => t.file_pdf_locked().to_owned(),
        UnfitFile::Pdf(UnfitPdf::Unreadable) => t.file_pdf_unreadable().to_owned(),
        UnfitFile::Pdf(UnfitPdf::TooManyPages(most)) => t.file_pdf_pages(*most),
        UnfitFile::NotAPhoto => t.file_is_pdf().to_owned(),
        UnfitFile::TooLarge(most) => answer_problem(t, Problem::FileTooLarge(*most)),
        UnfitFile::TooMany(most) => t.file_too_many(*most),
        UnfitFile::Infected => t.file_infected().to_owned(),
        UnfitFile::NotScanned(why) => {
            leptos::logging::error!("a document is not scanned: {why}");
            t.file_not_scanned().to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn the_end_of_a_name_is_kept() {
        assert_eq!(shorten("IMG_2041.jpg"), "IMG_2041.jpg");
        let long = shorten(&format!("{}IMG_2041.jpg", "WhatsApp Image ".repeat(9)));
        assert!(long.chars().count() == 40 && long.ends_with("IMG_2041.jpg"), "{long}");
        assert_eq!(shorten("a\r\nb.png"), "ab.png");
    }
}
