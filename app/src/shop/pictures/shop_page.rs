//! `/usaha/toko/foto`.

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::pictures::{OwnPicture, ShopPicture, find_shop_picture};

use super::missing;
use super::tile::{pending_note, tile};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::text::PictureText;
use crate::ui::{Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

/// The page's own address.
pub(super) const PATH: &str = "/usaha/toko/foto";

async fn load(platform: Platform, visitor: Visitor) -> Result<(ShopPicture, Refused), Missing> {
    only(&visitor, Capability::RunShop)?;
    let found = find_shop_picture(&platform, &visitor.actor).await.map_err(missing)?;
    Ok((found, recall(&platform, visitor.typed, "foto-toko").await?))
}

/// `/usaha/toko/foto`.
#[component]
pub fn ShopPhotoPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(found, refused)| {
        let t = lang();
        let pending = found.picture.as_ref().is_some_and(OwnPicture::is_pending);
        let button = if found.picture.is_some() { t.replace_photo() } else { t.upload_photo() };
        let about = described("foto", true, &refused);
        let title = refused.errors.first().map(|_| t.files_refused(refused.errors.len()));
        let shown = match &found.picture {
            Some(picture) => view! {
                <div class="photo">
                    {tile(picture, found.name.clone(), t)}
                    <details class="photo__del">
                        <summary><Icon name="trash-2"/>{t.remove_this_photo()}</summary>
                        <form class="stack stack--2" method="post" action="/aksi/usaha/toko-foto/hapus">
                            <p class="small">{t.remove_question()}</p>
                            <button class="btn btn--danger">{t.remove_this_photo()}</button>
                        </form>
                    </details>
                </div>
            }
            .into_html(),
            None => view! {
                <div class="card stack stack--2">
                    <Icon name="camera" class="i i--24"/>
                    <h2 class="h3">{t.no_photos()}</h2>
                    <p class="muted">{t.no_shop_photo_hint()}</p>
                </div>
            }
            .into_html(),
        };
        view! {
            <Desk title=t.shop_photo().to_owned() lead=t.shop_photo_lead()>
                <div class="row gap-4">
                    <a class="back" href="/usaha/toko"><Icon name="arrow-left"/>{t.back_to_shop()}</a>
                    <a class="back" href=format!("/toko/{}", found.slug)><Icon name="eye"/>{t.see_public_page()}</a>
                </div>
                <ErrorSummary errors=refused.errors.clone() kept=false title=title/>
                {pending.then(|| pending_note(PATH, t))}
                <div class="photos photos--one">
                    {shown}
                    <form class="card stack" method="post" action="/aksi/usaha/toko-foto/simpan" enctype="multipart/form-data">
                        <Field name="foto" label=t.choose_photo().to_owned() hint=t.photo_hint() refused=refused.clone()>
                            <input class="input" id="foto" name="foto" r#type="file" accept="image/*" required aria-describedby=about/>
                        </Field>
                        <p class="muted small">{t.privacy_hint()}</p>
                        <div><button class="btn"><Icon name="upload"/>{button}</button></div>
                    </form>
                </div>
            </Desk>
        }
    })
}
