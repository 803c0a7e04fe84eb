//! Taking files: the good ones are kept, the others are named with what is wrong.

use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::picture::UploadError;
use platform::shop::pictures::{PictureError, add_product_picture, set_shop_picture};
use uuid::Uuid;

use super::product_page::product_path;
use super::{problem, shop_page};
use crate::action::{Word, done, go_to, refuse};
use crate::page::signed_in;
use crate::text::PictureText;
use crate::upload::{Broken, File, Form, Part};
use crate::visitor::visitor;

/// Adds pictures to a product.
///
/// # Errors
/// Never for a form: the page is shown again with a message for each file that was not taken.
#[server(prefix = "/aksi", endpoint = "usaha/foto/tambah", input = MultipartFormData)]
pub async fn add_product_photos(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let mut form = Form::open(data);
    if signed_in(&visitor).is_err() {
        form.skip().await;
        go_to("/masuk?kembali=/usaha");
        return Ok(());
    }
    let t = visitor.lang;
    let (mut product, mut taken, mut problems) = (Uuid::nil(), 0, Vec::new());
    loop {
        match form.next().await {
            Ok(Some(Part::Text { name, value })) if name == "produk" => {
                product = Uuid::try_parse(&value).unwrap_or_default();
            }
            Ok(Some(Part::Text { .. })) => {}
            Ok(Some(Part::File(File { name, content, .. }))) => {
                let result = match content {
                    Ok(bytes) => add_product_picture(&platform, &visitor.actor, product, bytes).await,
                    Err(unfit) => Err(PictureError::Upload(UploadError::Unfit(unfit))),
                };
                match result {
                    Ok(()) => taken += 1,
                    Err(error) => problems.push(("foto", t.file_problem(&name, &problem(&error, t)))),
                }
            }
            Ok(None) => break,
            Err(_) => {
                problems.push(("foto", t.upload_broken().to_owned()));
                break;
            }
        }
    }
    let path = product_path(product);
    if taken == 0 && problems.is_empty() {
        problems.push(("foto", t.nothing_chosen().to_owned()));
    }
    if problems.is_empty() {
        done(Word::Saved, &path);
    } else {
        let kept = if taken > 0 { "1" } else { "" };
        refuse("foto", &[("tersimpan", kept)], problems, &path).await;
    }
    Ok(())
}

/// Gives the shop its picture.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/toko-foto/simpan", input = MultipartFormData)]
pub async fn save_shop_photo(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let form = Form::open(data);
    if signed_in(&visitor).is_err() {
        form.skip().await;
        go_to("/masuk?kembali=/usaha/toko/foto");
        return Ok(());
    }
    let t = visitor.lang;
    let problem = match first_file(form).await {
        Ok(Some(File { name, content, .. })) => {
            let result = match content {
                Ok(bytes) => set_shop_picture(&platform, &visitor.actor, bytes).await,
                Err(unfit) => Err(PictureError::Upload(UploadError::Unfit(unfit))),
            };
            result.err().map(|error| t.file_problem(&name, &problem(&error, t)))
        }
        Ok(None) => Some(t.nothing_chosen().to_owned()),
        Err(_) => Some(t.upload_broken().to_owned()),
    };
    match problem {
        None => done(Word::Saved, shop_page::PATH),
        Some(problem) => refuse("foto-toko", &[], vec![("foto", problem)], shop_page::PATH).await,
    }
    Ok(())
}

async fn first_file(mut form: Form) -> Result<Option<File>, Broken> {
    let mut first = None;
    while let Some(part) = form.next().await? {
        if let Part::File(file) = part {
            first = first.or(Some(file));
        }
    }
    Ok(first)
}
