//! Region codes of the Ministry of Home Affairs (Kemendagri): `36.03`, `36.03.20`, `36.03.20.2001`.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::words;

/// A well-formed region code; whether the region exists, the region table knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RegionCode(String);

words! {
    /// How large a region is.
    pub enum Level {
        /// Province.
        Provinsi = "provinsi",
        /// Regency or city.
        Kabupaten = "kabupaten",
        /// District.
        Kecamatan = "kecamatan",
        /// Village, rural or urban.
        Desa = "desa",
    }
}

/// Not a region code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a region code")]
pub struct RegionCodeError;

impl RegionCode {
    /// Reads a code of any level below the country.
    ///
    /// # Errors
    /// When the groups are not 2, 2, 2 and 4 digits.
    pub fn parse(text: &str) -> Result<Self, RegionCodeError> {
        let text = text.trim();
        let lengths = [2, 2, 2, 4];
        let groups: Vec<&str> = text.split('.').collect();
        let well_formed = groups.len() <= lengths.len()
            && groups
                .iter()
                .zip(lengths)
                .all(|(group, length)| group.len() == length && group.bytes().all(|byte| byte.is_ascii_digit()));
        if well_formed { Ok(Self(text.to_owned())) } else { Err(RegionCodeError) }
    }

    /// How large the region is: how many groups the code has.
    pub fn level(&self) -> Level {
        Level::ALL[self.0.matches('.').count().min(3)]
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, RegionCode};

    #[test]
    fn codes_have_groups_of_two_two_two_and_four() {
        for (text, good) in [
            ("36", true),
            ("36.03", true),
            ("36.03.20", true),
            ("36.03.20.2001", true),
            ("36.3", false),
            ("36.03.20.201", false),
            ("36.03.20.2001.1", false),
            ("36.0a", false),
            ("", false),
        ] {
            assert_eq!(RegionCode::parse(text).is_ok(), good, "{text:?}");
        }
    }

    #[test]
    fn a_code_tells_its_level() {
        let level = |text| RegionCode::parse(text).unwrap().level();
        let levels = ["36", "36.03", "36.03.20", "36.03.20.2001"].map(level);
        assert_eq!(levels, [Level::Provinsi, Level::Kabupaten, Level::Kecamatan, Level::Desa]);
    }
}
