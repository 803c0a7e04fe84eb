//! Tables for spreadsheets (RFC 4180), written so that a spreadsheet in Indonesia opens them as they are.

/// Between two cells. Where the comma stands in decimals, as in Indonesia, spreadsheets expect a semicolon.
const SEPARATOR: char = ';';
/// Says that the text is UTF-8; without it Excel guesses another coding.
const MARK: char = '\u{feff}';

/// A table under construction, row by row.
#[derive(Debug, Clone)]
pub struct Csv(String);

impl Csv {
    /// A table with its first row: what stands in each column.
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self(MARK.into());
        table.row(columns);
        table
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[&str]) {
        for (nth, cell) in cells.iter().enumerate() {
            if nth > 0 {
                self.0.push(SEPARATOR);
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// A whole table: the first row says what stands in each column.
    pub fn of(rows: &[Vec<String>]) -> String {
        let mut table = Self(MARK.into());
        for row in rows {
            table.row(&row.iter().map(String::as_str).collect::<Vec<_>>());
        }
        table.finish()
    }

    /// The whole table.
    pub fn finish(self) -> String {
        self.0
    }

    /// Writes a cell. What a spreadsheet would take for a formula gets an apostrophe in front: names and notes are typed
    /// by strangers, and a formula can send away what stands beside it.
    fn cell(&mut self, cell: &str) {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let quoted = cell.contains([SEPARATOR, ',', '"', '\r', '\n', '\t']);
        if quoted {
            self.0.push('"');
        }
        if formula {
            self.0.push('\'');
        }
        for character in cell.chars() {
            if character == '"' {
                self.0.push('"');
            }
            self.0.push(character);
        }
        if quoted {
            self.0.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Csv, MARK};

    /// Reads a table as a spreadsheet does: quotes around a cell, doubled within.
    fn parse(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let mut rest = text.strip_prefix(MARK).expect("the mark of UTF-8").chars().peekable();
        while let Some(character) = rest.next() {
            match character {
                '"' if quoted && rest.peek() == Some(&'"') => cell.extend(rest.next()),
                '"' => quoted = !quoted,
                ';' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(rest.next(), Some('\n'), "a row ends with both");
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                _ => cell.push(character),
            }
        }
        assert!(cell.is_empty() && row.is_empty() && !quoted, "the last row is whole");
        rows
    }

    #[test]
    fn a_table_reads_as_it_was_meant() {
        let mut table = Csv::new(&["Nomor", "Nama"]);
        table.row(&["PSN-1", "Siti \"Iti\"; Nurjanah"]);
        table.row(&["25000", "=HYPERLINK(\"http://x\")"]);
        let text = "\u{feff}Nomor;Nama\r\nPSN-1;\"Siti \"\"Iti\"\"; Nurjanah\"\r\n\
             25000;\"'=HYPERLINK(\"\"http://x\"\")\"\r\n";
        assert_eq!(table.finish(), text);
        let rows = [["Nomor", "Nama"], ["PSN-1", "Siti \"Iti\"; Nurjanah"], ["25000", "=HYPERLINK(\"http://x\")"]];
        assert_eq!(Csv::of(&rows.map(|row| row.map(str::to_owned).to_vec())), text);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_stays_in_its_cell_and_is_no_formula(
            rows in proptest::collection::vec(proptest::array::uniform3("[=+@;,\"'\r\n\t a-]{0,6}|.{0,12}"), 0..6),
        ) {
            let mut table = Csv::new(&["a", "b", "c"]);
            for row in &rows {
                table.row(&row.each_ref().map(String::as_str));
            }
            let read = parse(&table.finish());
            prop_assert_eq!(&read[0], &["a", "b", "c"]);
            prop_assert_eq!(read.len(), rows.len() + 1);
            for (typed, read) in rows.iter().flatten().zip(read[1..].iter().flatten()) {
                prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", read);
                // The apostrophe is all that is added, and only where it is needed.
                if read != typed {
                    prop_assert_eq!(read, &format!("'{typed}"));
                    prop_assert!(typed.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", typed);
                }
            }
        }
    }
}
