//! `/usaha/produk/{id}/foto`.

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::pictures::{MOST, OwnPicture, ProductPictures, find_product_pictures};
use uuid::Uuid;

use super::missing;
use super::tile::{pending_note, tile};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::text::{Lang, PictureText};
use crate::ui::{Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

/// The page of a product's pictures.
pub(super) fn product_path(product: Uuid) -> String {
    format!("/usaha/produk/{product}/foto")
}

async fn load(platform: Platform, visitor: Visitor, id: String) -> Result<(Uuid, ProductPictures, Refused), Missing> {
    only(&visitor, Capability::RunShop)?;
    let product = Uuid::try_parse(&id).map_err(|_| Missing::NotFound)?;
    let found = find_product_pictures(&platform, &visitor.actor, product).await.map_err(missing)?;
    Ok((product, found, recall(&platform, visitor.typed, "foto").await?))
}

/// `/usaha/produk/{id}/foto`.
#[component]
pub fn ProductPhotosPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("id")), |(product, found, refused)| {
        let t = lang();
        let pending = found.pictures.iter().any(OwnPicture::is_pending);
        let (name, path) = (found.name, product_path(product));
        let tiles = found
            .pictures
            .iter()
            .enumerate()
            .map(|(index, picture)| photo(product, picture, index, found.pictures.len(), &name, t))
            .collect_view();
        let empty = found.pictures.is_empty().then(|| {
            view! {
                <div class="card stack stack--2">
                    <Icon name="camera" class="i i--24"/>
                    <h2 class="h3">{t.no_photos()}</h2>
                    <p class="muted">{t.no_photos_hint()}</p>
                </div>
            }
        });
        let title = refused.errors.first().map(|_| t.files_refused(refused.errors.len()));
        view! {
            <Desk title=t.product_photos_of(&name) lead=t.photos_lead(MOST)>
                <div class="row gap-4">
                    <a class="back" href=format!("/usaha/produk/{product}")><Icon name="arrow-left"/>{t.back_to_product()}</a>
                    <a class="back" href=format!("/produk/{}", found.slug)><Icon name="eye"/>{t.see_public_page()}</a>
                </div>
                <ErrorSummary errors=refused.errors.clone() kept=false title=title note=kept_note(&refused, t)/>
                {pending.then(|| pending_note(&path, t))}
                <div class="photos">
                    {empty}
                    {(!found.pictures.is_empty()).then(|| view! { <ol class="photos__list">{tiles}</ol> })}
                    {form(product, MOST.saturating_sub(found.pictures.len()), &refused, t)}
                </div>
            </Desk>
        }
    })
}

/// Said when other files of the same upload were taken.
fn kept_note(refused: &Refused, t: Lang) -> Option<String> {
    (refused.value("tersimpan") == "1").then(|| t.other_files_kept().to_owned())
}

fn form(product: Uuid, left: usize, refused: &Refused, t: Lang) -> AnyView {
    if left == 0 {
        return view! { <p class="note note--plain"><Icon name="info"/><span>{t.photos_full()}</span></p> }.into_html();
    }
    let about = described("foto", true, refused);
    view! {
        <form class="card stack" method="post" action="/aksi/usaha/foto/tambah" enctype="multipart/form-data">
            <input type="hidden" name="produk" value=product.to_string()/>
            <Field name="foto" label=t.choose_photos().to_owned() hint=t.photos_hint(left) refused=refused.clone()>
                <input class="input" id="foto" name="foto" r#type="file" accept="image/*" multiple required aria-describedby=about/>
            </Field>
            <p class="muted small">{t.privacy_hint()}</p>
            <div><button class="btn"><Icon name="upload"/>{t.upload_photos()}</button></div>
        </form>
    }
    .into_html()
}

fn photo(product: Uuid, picture: &OwnPicture, index: usize, count: usize, name: &str, t: Lang) -> AnyView {
    let number = index + 1;
    let place = |to: usize, icon: &'static str, label: String| {
        view! {
            <form method="post" action="/aksi/usaha/foto/urut">
                {hidden(product, picture.id)}
                <input type="hidden" name="tempat" value=to.to_string()/>
                <button class="btn btn--line photo__i" aria-label=label.clone() title=label><Icon name=icon/></button>
            </form>
        }
    };
    let cover = view! {
        <form method="post" action="/aksi/usaha/foto/urut">
            {hidden(product, picture.id)}
            <input type="hidden" name="tempat" value="0"/>
            <button class="btn btn--line" aria-label=t.make_cover_of(number)>{t.make_cover()}</button>
        </form>
    };
    view! {
        <li class="photo">
            {tile(picture, format!("{name}, {}", t.photo_number(number)), t)}
            {(index == 0).then(|| view! { <span class="good__flag">{t.cover()}</span> })}
            <div class="photo__do">
                {(index > 0 && picture.state == "ready").then_some(cover)}
                {(index > 0).then(|| place(index - 1, "arrow-left", t.move_up(number)))}
                {(index + 1 < count).then(|| place(index + 1, "arrow-right", t.move_down(number)))}
            </div>
            <details class="photo__del">
                <summary aria-label=t.remove_photo(number)><Icon name="trash-2"/>{t.remove_this_photo()}</summary>
                <form class="stack stack--2" method="post" action="/aksi/usaha/foto/hapus">
                    {hidden(product, picture.id)}
                    <p class="small">{t.remove_question()}</p>
                    <button class="btn btn--danger" aria-label=t.remove_photo(number)>{t.remove_this_photo()}</button>
                </form>
            </details>
        </li>
    }
    .into_html()
}

fn hidden(product: Uuid, picture: Uuid) -> impl IntoView {
    view! {
        <input type="hidden" name="produk" value=product.to_string()/>
        <input type="hidden" name="foto" value=picture.to_string()/>
    }
}
