//! The pictures of products and shops, as their owner arranges them.

mod product;
mod shop;

use domain::account::Forbidden;
use domain::picture::Unfit;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

pub use product::{
    MOST, ProductPictures, add_product_picture, find_product_pictures, place_product_picture, remove_product_picture,
};
pub use shop::{ShopPicture, find_shop_picture, remove_shop_picture, set_shop_picture};

use crate::db::DbError;
use crate::picture::UploadError;

/// A picture as its owner sees it.
#[derive(Debug, Clone, FromRow)]
pub struct OwnPicture {
    /// The picture.
    pub id: Uuid,
    /// `pending`, `ready` or `failed`.
    pub state: String,
    /// Why it failed, as stored; empty otherwise.
    pub reason: String,
}

impl OwnPicture {
    /// Why it failed; `None` for a picture that did not.
    pub fn failure(&self) -> Option<Unfit> {
        (self.state == "failed").then(|| self.reason.parse().unwrap_or(Unfit::Unreadable))
    }

    /// Whether its sizes are being made.
    pub fn is_pending(&self) -> bool {
        self.state == "pending"
    }
}

/// Why it was not done. Nothing changed.
#[derive(Debug, Error)]
pub enum PictureError {
    /// Only who runs a shop has pictures.
    #[error("pictures: not allowed")]
    Forbidden(#[from] Forbidden),
    /// There is no such product, shop or picture, or it is somebody else's.
    #[error("pictures: no such thing")]
    NotFound,
    /// There are [`MOST`] already.
    #[error("pictures: too many")]
    Full,
    /// The file was not taken.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// The database did not answer.
    #[error("pictures: database")]
    Db(#[from] DbError),
}
