//! Pictures: uploaded, checked, made into the widths in which they are shown, and removed when nothing shows them.
//!
//! A picture begins as a row that nothing shows and a private original. Whoever shows it attaches it in the transaction
//! that makes it visible; the worker makes the sizes. What is never attached, or is detached later, is removed an hour
//! afterwards: a crash at any moment leaves nothing behind.

mod clean;
mod coding;
mod process;
mod upload;

use uuid::Uuid;

pub use clean::remove_unused;
pub(crate) use coding::{fit, one_at_a_time};
pub use process::process_next;
pub use upload::UploadError;
pub(crate) use upload::{attach, detach, upload};

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

/// The key of the file as it was uploaded. Never served: it may hold where it was taken.
fn original_key(id: Uuid) -> String {
    format!("original/{}", id.simple())
}
