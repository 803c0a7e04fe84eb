//! One-time codes that an app on a telephone makes: TOTP (RFC 6238) with SHA-1, six digits and 30 seconds, which every
//! such app knows.

use domain::time::Timestamp;
use hmac::{Hmac, Mac};
use sha1::Sha1;

/// A code is good for so many seconds.
const STEP: i64 = 30;
/// The alphabet of base 32 (RFC 4648), in which secrets are typed.
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The number of the 30 seconds in which `now` lies.
pub fn step(now: Timestamp) -> i64 {
    now.micros().div_euclid(STEP * 1_000_000)
}

/// The code of a step: six digits.
pub fn code(secret: &[u8], step: i64) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).expect("a key may have any length");
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    // Dynamic truncation, RFC 4226 section 5.3.
    let at = usize::from(digest[19] & 0xf);
    let word = u32::from_be_bytes([digest[at] & 0x7f, digest[at + 1], digest[at + 2], digest[at + 3]]);
    format!("{:06}", word % 1_000_000)
}

/// The step, after the one used last, whose code this is: the present one, or one before or after for clocks that are
/// a little off.
pub fn find_step(secret: &[u8], typed: &str, now: Timestamp, used: i64) -> Option<i64> {
    let now = step(now);
    (now - 1..=now + 1)
        .find(|step| *step > used && crate::secret::same(code(secret, *step).as_bytes(), typed.as_bytes()))
}

/// Bytes in base 32, without padding.
pub fn base32(bytes: &[u8]) -> String {
    let bits = |at: usize| {
        let byte = |index: usize| bytes.get(index).copied().map_or(0, u16::from);
        let word = (byte(at / 8) << 8) | byte(at / 8 + 1);
        ALPHABET[usize::from(word >> (11 - at % 8) & 31)] as char
    };
    (0..bytes.len() * 8).step_by(5).map(bits).collect()
}

/// Bytes from base 32; `None` when the text is none.
pub fn from_base32(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for character in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == character)?;
        held = (held << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{base32, code, find_step, from_base32, step};
    use domain::time::Timestamp;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    /// RFC 6238, appendix B: the last six of the eight digits there.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(SECRET, step(at(seconds))), expected);
        }
    }

    #[test]
    fn a_code_is_good_a_little_earlier_and_later_but_once() {
        let used = 0;
        for (seconds, expected) in [(59 - 30, Some(1)), (59, Some(1)), (59 + 30, Some(1)), (59 + 60, None)] {
            assert_eq!(find_step(SECRET, "287082", at(seconds), used), expected, "{seconds}");
        }
        assert_eq!(find_step(SECRET, "287082", at(59), 1), None);
        assert_eq!(find_step(SECRET, "28708", at(59), used), None);
    }

    /// RFC 4648, section 10.
    #[test]
    fn base32_is_that_of_the_standard() {
        for (bytes, text) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
            assert_eq!(from_base32(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(base32(SECRET), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(from_base32("not base 32"), None);
    }
}
