//! NPWP: the number of a taxpayer. The three forms are those of PMK 112/2022.

use super::{Nik, NikError, digits, squeeze, without_words};
use crate::words;

words! {
    /// Which of the three forms a number has.
    pub enum NpwpKind {
        /// Fifteen digits, the form of before 2022.
        Lama = "lama",
        /// Sixteen digits of an entity: a zero and the old fifteen.
        Badan16 = "badan16",
        /// The NIK of a resident.
        Nik16 = "nik16",
    }
}

/// Fifteen or sixteen digits. As sensitive as a NIK, which it may be: prints and debugs masked.
#[derive(Clone, PartialEq, Eq)]
pub struct Npwp(String);

impl Npwp {
    /// Reads a number in any of its forms: `01.234.567.8-901.000`, `0012345678901000`, a NIK.
    ///
    /// # Errors
    /// Says what is wrong. Sixteen digits that do not begin with zero must be a NIK, whose provinces begin with 11.
    pub fn parse(text: &str) -> Result<Self, NikError> {
        let plain = squeeze(text);
        let number = without_words(&plain, &["NPWP", "NOMOR", "NO"]);
        digits(number, 15..=16).map_err(NikError::Shape)?;
        if number.len() == 16 && !number.starts_with('0') {
            Nik::parse(number)?;
        }
        Ok(Self(number.to_owned()))
    }

    /// The form that it has.
    pub fn kind(&self) -> NpwpKind {
        match (self.0.len(), self.0.starts_with('0')) {
            (15, _) => NpwpKind::Lama,
            (_, true) => NpwpKind::Badan16,
            (_, false) => NpwpKind::Nik16,
        }
    }

    /// The digits: to be encrypted, never logged, never part of an address.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// As it stands on the taxpayer's own documents: `01.234.567.8-901.000`; sixteen digits plain.
    pub fn on_document(&self) -> String {
        match self.kind() {
            NpwpKind::Lama => {
                let part = |from: usize, to: usize| &self.0[from..to];
                let (tax, office) = ([part(0, 2), part(2, 5), part(5, 8), part(8, 9)], [part(9, 12), part(12, 15)]);
                format!("{}-{}", tax.join("."), office.join("."))
            }
            NpwpKind::Badan16 | NpwpKind::Nik16 => self.0.clone(),
        }
    }
}

/// `••••••••••••1000`.
impl std::fmt::Display for Npwp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "••••••••••••{}", &self.0[self.0.len() - 4..])
    }
}

impl std::fmt::Debug for Npwp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::NumberError;

    #[test]
    fn all_three_forms_are_read() {
        let shape = |error| Err(NikError::Shape(error));
        for (text, expected) in [
            ("01.234.567.8-901.000", Ok((NpwpKind::Lama, "01.234.567.8-901.000"))),
            ("NPWP 012345678901000", Ok((NpwpKind::Lama, "01.234.567.8-901.000"))),
            ("0012345678901000", Ok((NpwpKind::Badan16, "0012345678901000"))),
            ("3603 0124 0290 0001", Ok((NpwpKind::Nik16, "3603012402900001"))),
            ("3603019902900001", Err(NikError::BirthDate)),
            ("01.234.567.8-901", shape(NumberError::Length(12))),
            ("01.234.567.8-901.00O", shape(NumberError::NotDigits)),
            ("NPWP", shape(NumberError::Empty)),
        ] {
            let found = Npwp::parse(text).map(|npwp| (npwp.kind(), npwp.on_document()));
            assert_eq!(found, expected.map(|(kind, words)| (kind, words.to_owned())), "{text:?}");
        }
        assert_eq!(format!("{:?}", Npwp::parse("0012345678901000").unwrap()), "••••••••••••1000");
    }
}
