//! What an uploaded picture may be. Its content decides, never its name or what the browser says.

use crate::words;

/// The largest file that is taken. Bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most pixels that are decoded: a small file can unfold into gigabytes.
pub const MOST_PIXELS: u64 = 40_000_000;
/// The shorter side has at least so many pixels: the smallest width in which pictures are shown.
pub const LEAST_SIDE: u32 = 160;

words! {
    /// Why a file is no picture for us.
    pub enum Unfit {
        /// Neither JPEG nor PNG nor WebP.
        Foreign = "bukan_gambar",
        /// An iPhone's own format.
        Heic = "heic",
        /// It moves.
        Animated = "bergerak",
        /// The file ends too early.
        Cut = "terpotong",
        /// More than [`MOST_BYTES`].
        Heavy = "terlalu_berat",
        /// More than [`MOST_PIXELS`].
        Vast = "terlalu_luas",
        /// Less than [`LEAST_SIDE`].
        Small = "terlalu_kecil",
        /// It cannot be decoded.
        Unreadable = "tidak_terbaca",
    }
}

/// The formats that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Photographs.
    Jpeg,
    /// Drawings and screenshots.
    Png,
    /// Either.
    Webp,
}

/// Reads from a file's first bytes what it is, and from its last whether it is all there.
///
/// # Errors
/// Says what is wrong, for the person who chose the file.
pub fn recognise(bytes: &[u8]) -> Result<Format, Unfit> {
    if bytes.len() > MOST_BYTES {
        return Err(Unfit::Heavy);
    }
    let format = match bytes {
        [0xff, 0xd8, 0xff, ..] => Format::Jpeg,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Format::Png,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Format::Webp,
        // An ISO file whose brand is one of the HEIF family's.
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if brand.starts_with(b"he") || brand.starts_with(b"mif1") => {
            return Err(Unfit::Heic);
        }
        _ => return Err(Unfit::Foreign),
    };
    let whole = match format {
        Format::Jpeg => jpeg_is_whole(bytes),
        Format::Png => ends_with_iend(bytes),
        Format::Webp => riff_length(bytes).is_some_and(|length| length <= bytes.len()),
    };
    if whole { Ok(format) } else { Err(Unfit::Cut) }
}

/// Walks over the segments (an embedded preview lies inside one) to the scan, and looks for the end marker after it.
fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xff, marker, high, low]) = bytes.get(at..at + 4) {
        match marker {
            // Fill bytes before a marker.
            0xff => at += 1,
            0xda => return bytes[at..].windows(2).any(|pair| pair == [0xff, 0xd9]),
            _ => at += 2 + usize::from(u16::from_be_bytes([*high, *low])),
        }
    }
    false
}

/// The last chunk of a PNG; some programs append something of their own.
fn ends_with_iend(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    tail.windows(8).any(|window| window == b"IEND\xae\x42\x60\x82")
}

/// The length that a RIFF file says it has.
fn riff_length(bytes: &[u8]) -> Option<usize> {
    let said = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    usize::try_from(said).ok()?.checked_add(8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A JPEG in miniature: a preview inside a segment, a scan, the end.
    fn jpeg() -> Vec<u8> {
        let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1, 0, 8, 0xff, 0xd8, 0, 0, 0xff, 0xd9];
        bytes.extend([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0, 4, 0xff, 0xd9]);
        bytes
    }

    #[test]
    fn content_decides() {
        let riff = |length: u32| [b"RIFF", &length.to_le_bytes()[..], b"WEBPVP8 "].concat();
        let png = |end: &[u8]| [b"\x89PNG\r\n\x1a\n", end].concat();
        for (bytes, expected) in [
            (jpeg(), Ok(Format::Jpeg)),
            (jpeg()[..20].to_vec(), Err(Unfit::Cut)),
            (png(b"IEND\xae\x42\x60\x82"), Ok(Format::Png)),
            (png(b"IDAT"), Err(Unfit::Cut)),
            (riff(8), Ok(Format::Webp)),
            (riff(9), Err(Unfit::Cut)),
            (b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), Err(Unfit::Heic)),
            (b"GIF89a\x01\0\x01\0".to_vec(), Err(Unfit::Foreign)),
            (b"halo, ini bukan gambar".to_vec(), Err(Unfit::Foreign)),
            (b"<svg onload=alert(1)>".to_vec(), Err(Unfit::Foreign)),
            (Vec::new(), Err(Unfit::Foreign)),
            (vec![0xff; MOST_BYTES + 1], Err(Unfit::Heavy)),
        ] {
            assert_eq!(recognise(&bytes), expected, "{:?}", &bytes[..bytes.len().min(24)]);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_are_a_surprise(start in 0..4_usize, tail in proptest::collection::vec(any::<u8>(), 0..80)) {
            let head: &[u8] = [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBP", b""][start];
            let _ = recognise(&[head, &tail].concat());
        }
    }
}
