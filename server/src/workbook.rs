//! Tables as workbooks (Office Open XML).

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// A table as a workbook of one sheet; the first row says what stands in each column, and stays in view. Every cell is
/// text: numbers keep their zeros, and nothing that was typed is a formula.
///
/// # Errors
/// When the table has more rows or columns, or a cell more characters, than a sheet can hold.
pub fn workbook(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let head = Format::new().set_bold();
    for (nth, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            if nth == 0 {
                sheet.write_string_with_format(nth, column, cell, &head)?;
            } else {
                sheet.write_string(nth, column, cell)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::workbook;
    use std::io::Read;

    /// A part of a workbook, which is a ZIP file.
    fn part(book: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn what_is_typed_is_text_and_never_a_formula() {
        let rows =
            [vec!["Nama", "Nomor HP"], vec!["=HYPERLINK(\"http://x\")", "081211112222"], vec!["<b> & Siti", "-1"]];
        let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect::<Vec<_>>());
        let book = workbook(&rows).unwrap();
        let sheet = part(&book, "xl/worksheets/sheet1.xml");
        assert!(!sheet.contains("<f>"), "{sheet}");
        assert_eq!(sheet.matches("t=\"s\"").count(), 6, "every cell is text");
        let texts = part(&book, "xl/sharedStrings.xml");
        for text in ["=HYPERLINK(\"http://x\")", "081211112222", "&lt;b&gt; &amp; Siti", "-1"] {
            assert!(texts.contains(text), "{text} in {texts}");
        }
    }
}
