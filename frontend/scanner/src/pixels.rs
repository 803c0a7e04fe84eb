//! Our own reader: from pixels to text.

use quircs::Quirc;

/// Bytes of a pixel of a canvas: red, green, blue, opacity.
const BYTES: usize = 4;

/// The text of the first code in a picture that can be read whole. `pixels` is what `ImageData.data` of a canvas holds,
/// row by row; `width` and `height` are in pixels. `None` when there is no such code, or when the numbers do not belong
/// together.
pub fn read(pixels: &[u8], width: usize, height: usize) -> Option<String> {
    let expected = width.checked_mul(height)?.checked_mul(BYTES)?;
    if expected == 0 || pixels.len() != expected {
        return None;
    }
    // As bright as it looks (Rec. 601), in 256ths.
    let light = |pixel: &[u8]| {
        let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
        ((77 * red + 150 * green + 29 * blue) >> 8) as u8
    };
    let light: Vec<u8> = pixels.chunks_exact(BYTES).map(light).collect();
    let mut finder = Quirc::default();
    finder
        .identify(width, height, &light)
        .flatten()
        .find_map(|code| String::from_utf8(code.decode().ok()?.payload).ok())
}
