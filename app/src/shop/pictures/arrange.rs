//! Order, cover, removal.

use leptos::prelude::*;
use platform::Platform;
use platform::shop::pictures::{PictureError, place_product_picture, remove_product_picture, remove_shop_picture};
use uuid::Uuid;

use super::product_page::product_path;
use super::{problem, shop_page};
use crate::action::{Word, done, go_to, refuse};
use crate::visitor::visitor;

/// Moves a picture of a product to a place in the order; place 0 makes it the cover.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/foto/urut")]
pub async fn place_product_photo(produk: Uuid, foto: Uuid, tempat: usize) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let result = place_product_picture(&platform, &visitor().actor, produk, foto, tempat).await;
    answer(result, "foto", Word::Saved, &product_path(produk)).await;
    Ok(())
}

/// Takes a picture away from a product.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/foto/hapus")]
pub async fn remove_product_photo(produk: Uuid, foto: Uuid) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let result = remove_product_picture(&platform, &visitor().actor, produk, foto).await;
    answer(result, "foto", Word::Removed, &product_path(produk)).await;
    Ok(())
}

/// Takes the picture of the shop away.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/toko-foto/hapus")]
pub async fn remove_shop_photo() -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let result = remove_shop_picture(&platform, &visitor().actor).await;
    answer(result, "foto-toko", Word::Removed, shop_page::PATH).await;
    Ok(())
}

async fn answer(result: Result<(), PictureError>, form: &str, word: Word, path: &str) {
    match result {
        Ok(()) => done(word, path),
        // The page itself sends a guest to sign in, and says to others that it is not theirs.
        Err(PictureError::Forbidden(_)) => go_to(path),
        Err(error) => refuse(form, &[], vec![("foto", problem(&error, visitor().lang))], path).await,
    }
}
