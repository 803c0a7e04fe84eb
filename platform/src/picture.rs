//! Pictures: where their files lie and in which widths they are shown.

use uuid::Uuid;

/// The widths in which every picture is stored. Pixels.
pub const WIDTHS: [u32; 4] = [160, 320, 640, 1280];

/// The key of a picture's file in the store.
pub fn key(id: Uuid, width: u32) -> String {
    format!("picture/{}-{width}.webp", id.simple())
}

/// The public path of a picture's file.
pub fn path(id: Uuid, width: u32) -> String {
    format!("/media/{}-{width}.webp", id.simple())
}
