//! Decoding, cutting, and coding as WebP. Everything but the pixels is left behind: place, time, camera, preview.

use std::io::Cursor;

use domain::picture::{Format, LEAST_SIDE, MOST_PIXELS, Unfit, recognise};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits, RgbImage};
use tokio::sync::Semaphore;

use super::WIDTHS;

/// The quality of photographs, of 100: about 12 KB at 320 pixels.
const QUALITY: f32 = 72.0;
/// The quality of a document whose small print is read.
const QUALITY_TEXT: f32 = 80.0;

/// A picture in one width.
#[derive(Debug)]
pub(crate) struct Sized {
    /// The width that its name says. Pixels; a small picture is not blown up to it.
    pub width: u32,
    /// A WebP file.
    pub bytes: Vec<u8>,
}

/// Runs a piece of coding away from the requests. One at a time: a decoded photograph takes up to 160 MB.
///
/// A decoder that panics found something it cannot read.
pub(crate) async fn one_at_a_time<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Unfit> + Send + 'static,
) -> Result<T, Unfit> {
    static TURN: Semaphore = Semaphore::const_new(1);
    let _turn = TURN.acquire().await.map_err(|_| Unfit::Unreadable)?;
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Unfit::Unreadable))
}

/// Checks a file by its content and its header, decoding nothing.
pub(crate) fn check(bytes: &[u8]) -> Result<(), Unfit> {
    match recognise(bytes)? {
        Format::Jpeg => check_header(&open(JpegDecoder::new(Cursor::new(bytes)))?),
        Format::Png => {
            let decoder = open(PngDecoder::with_limits(Cursor::new(bytes), limits()))?;
            check_header(&decoder)?;
            let animated = open(decoder.is_apng())?;
            if animated { Err(Unfit::Animated) } else { Ok(()) }
        }
        Format::Webp => {
            let decoder = open(WebPDecoder::new(Cursor::new(bytes)))?;
            check_header(&decoder)?;
            if decoder.has_animation() { Err(Unfit::Animated) } else { Ok(()) }
        }
    }
}

fn check_header(decoder: &impl ImageDecoder) -> Result<(), Unfit> {
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Unfit::Vast);
    }
    if width.min(height) < LEAST_SIDE { Err(Unfit::Small) } else { Ok(()) }
}

/// The square around the middle in all widths, largest first, and the side of the largest.
pub(crate) fn squares(bytes: &[u8]) -> Result<(Vec<Sized>, u32), Unfit> {
    let (mut image, orientation) = decode(bytes)?;
    let side = image.width().min(image.height());
    let (left, top) = ((image.width() - side) / 2, (image.height() - side) / 2);
    image = image.crop_imm(left, top, side, side);
    image = shrink(image, WIDTHS[WIDTHS.len() - 1]);
    // A square around the middle is the same one however the camera was held: the small copy is turned.
    image.apply_orientation(orientation);
    let mut image = flatten(&image);
    let largest = image.width();
    let mut sizes = Vec::with_capacity(WIDTHS.len());
    for width in WIDTHS.into_iter().rev() {
        if image.width() > width {
            image = image::imageops::resize(&image, width, width, FilterType::CatmullRom);
        }
        sizes.push(Sized { width, bytes: encode(&image, QUALITY)? });
    }
    Ok((sizes, largest))
}

/// The whole picture, its longer side at most so many pixels: for documents, of which nothing may be cut off.
pub(crate) fn fit(bytes: &[u8], longest: u32) -> Result<Vec<u8>, Unfit> {
    check(bytes)?;
    let (image, orientation) = decode(bytes)?;
    let mut image = shrink(image, longest);
    image.apply_orientation(orientation);
    encode(&flatten(&image), QUALITY_TEXT)
}

fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Unfit> {
    check(bytes)?;
    let input = Cursor::new(bytes);
    match recognise(bytes)? {
        Format::Jpeg => read(open(JpegDecoder::new(input))?),
        Format::Png => read(open(PngDecoder::with_limits(input, limits()))?),
        Format::Webp => read(open(WebPDecoder::new(input))?),
    }
}

fn read(mut decoder: impl ImageDecoder) -> Result<(DynamicImage, Orientation), Unfit> {
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    open(decoder.set_limits(limits()))?;
    Ok((open(DynamicImage::from_decoder(decoder))?, orientation))
}

/// A pixel takes at most 8 bytes.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_PIXELS * 8);
    limits
}

fn open<T>(result: ImageResult<T>) -> Result<T, Unfit> {
    result.map_err(|error| match error {
        ImageError::Limits(_) => Unfit::Vast,
        _ => Unfit::Unreadable,
    })
}

/// Makes the longer side at most so many pixels: roughly and quickly to twice that, then well.
fn shrink(image: DynamicImage, longest: u32) -> DynamicImage {
    let longer = image.width().max(image.height());
    if longer <= longest {
        return image;
    }
    let near = if longer > longest * 3 { image.thumbnail(longest * 2, longest * 2) } else { image };
    near.resize(longest, longest, FilterType::CatmullRom)
}

/// What is transparent becomes white, as in the program that made it.
fn flatten(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let image = image.to_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [r, g, b, alpha] = image.get_pixel(x, y).0.map(u32::from);
        let over_white = |value: u32| ((value * alpha + 255 * (255 - alpha)) / 255) as u8;
        image::Rgb([r, g, b].map(over_white))
    })
}

fn encode(image: &RgbImage, quality: f32) -> Result<Vec<u8>, Unfit> {
    let encoder = webp::Encoder::from_rgb(image, image.width(), image.height());
    encoder.encode_simple(false, quality).map(|file| file.to_vec()).map_err(|_| Unfit::Unreadable)
}
