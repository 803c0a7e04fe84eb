//! `/usaha/produk/{id}/foto` and `/usaha/toko/foto`: the pictures of one's own products and shop.

mod arrange;
mod product_page;
mod shop_page;
mod tile;
mod upload;

use platform::shop::pictures::PictureError;

pub use self::product_page::ProductPhotosPage;
pub use self::shop_page::ShopPhotoPage;
use crate::page::Missing;
use crate::text::{CartText, Lang, PictureText};
use crate::upload::upload_error;

/// Why a page has no pictures to show.
fn missing(error: PictureError) -> Missing {
    match error {
        PictureError::NotFound => Missing::NotFound,
        PictureError::Forbidden(_) => Missing::NotAllowed,
        other => Missing::from(other),
    }
}

/// Why something was not done, for the owner.
fn problem(error: &PictureError, t: Lang) -> String {
    match error {
        PictureError::Upload(error) => upload_error(error, t),
        PictureError::Full => t.photos_full().to_owned(),
        PictureError::NotFound | PictureError::Forbidden(_) => t.not_yours().to_owned(),
        PictureError::Db(error) => {
            leptos::logging::error!("pictures: {error:?}");
            t.try_later().to_owned()
        }
    }
}
