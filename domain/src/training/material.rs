//! What participants read and look at beside the sessions of a course.

use crate::words;

/// The most materials of a course.
pub const MOST: u8 = 30;
/// The largest file. Bytes.
pub const FILE_BYTES: u32 = 10 * 1024 * 1024;
/// The most pages of a file.
pub const FILE_PAGES: u16 = 200;
/// The longest address.
const MOST_ADDRESS: usize = 400;

words! {
    /// What a material is; the lightest first, for whoever pays for their data.
    pub enum Kind {
        /// A text on the page itself.
        Bacaan = "bacaan",
        /// A PDF or a picture.
        Berkas = "berkas",
        /// A page elsewhere.
        Tautan = "tautan",
        /// A video elsewhere.
        Video = "video",
    }
}

/// The address of a page elsewhere: `https://` or `http://`, a host, nothing that could be anything but an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads what was typed; without a scheme it is taken as `https://`. `None` for what is no address.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
        let (scheme, rest) = address.split_once("://")?;
        let host = rest.split(['/', '?', '#']).next()?;
        let name = host.split_once(':').map_or(host, |(name, _)| name);
        let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
        let named = name.split('.').count() > 1 && name.split('.').all(|part| !part.is_empty());
        let letters = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
        let clean =
            !address.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\'));
        let fits = address.chars().count() <= MOST_ADDRESS;
        (known && named && letters && clean && fits).then_some(Self(address))
    }

    /// As it is opened.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where an address leads, for people: `www.youtube.com`.
pub fn host(address: &str) -> &str {
    address.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default())
}

/// A size in bytes as people say it: `240 KB`, `1,5 MB`.
pub fn size_words(bytes: u64) -> String {
    match bytes {
        0..1024 => "1 KB".to_owned(),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        1_048_576..10_485_760 => {
            let tenths = (bytes * 10).div_ceil(1_048_576);
            if tenths.is_multiple_of(10) {
                format!("{} MB", tenths / 10)
            } else {
                format!("{},{} MB", tenths / 10, tenths % 10)
            }
        }
        _ => format!("{} MB", bytes.div_ceil(1_048_576)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_host_elsewhere_and_is_nothing_else() {
        for (typed, read) in [
            ("https://youtu.be/abc?t=1", Some("https://youtu.be/abc?t=1")),
            (" youtu.be/abc ", Some("https://youtu.be/abc")),
            ("http://contoh.go.id:8080/a", Some("http://contoh.go.id:8080/a")),
            ("javascript:alert(1)", None),
            ("javascript://a.b/%0aalert(1)", None),
            ("https://", None),
            ("https://localhost/a", None),
            ("https://a..b/", None),
            ("https://nama@contoh.id/", None),
            ("https://contoh.id/a b", None),
            ("https://contoh.id/\"><x>", None),
            ("", None),
        ] {
            assert_eq!(Address::parse(typed).as_ref().map(Address::as_str), read, "{typed}");
        }
        assert!(Address::parse(&format!("https://contoh.id/{}", "a".repeat(400))).is_none());
        assert_eq!(host(Address::parse("youtu.be/abc").unwrap().as_str()), "youtu.be");
    }

    #[test]
    fn sizes_are_said_in_few_digits() {
        for (bytes, said) in [
            (0, "1 KB"),
            (240 * 1024, "240 KB"),
            (1_048_576, "1 MB"),
            (1_572_864, "1,5 MB"),
            (10_485_760, "10 MB"),
            (62_914_561, "61 MB"),
        ] {
            assert_eq!(size_words(bytes), said);
        }
    }
}
