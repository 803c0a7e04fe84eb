//! Showing a product to shoppers, taking it back, putting it away.

use domain::shop::product::{Lack, ProductAction, ProductState};
use leptos::prelude::*;
use platform::Platform;
use platform::shop::product::{ChangeStateError, OwnProductPage, change_product_state};
use uuid::Uuid;

use super::super::form::Form;
use crate::action::{Word, done, go_to};
use crate::html::IntoHtml;
use crate::text::{Lang, SellerText};
use crate::ui::Icon;
use crate::visitor::visitor;

pub(super) const FORM: &str = "usaha-produk-status";

/// The field that a lack is about.
const fn field(lack: Lack) -> &'static str {
    match lack {
        Lack::Description => "tentang",
        Lack::Variant => "j-pilihan",
        Lack::NetWeight => "bersih",
        Lack::Composition => "komposisi",
        Lack::ShelfLife => "tahan",
    }
}

/// What a product lacks, for its seller.
pub(super) fn lack_words(lack: Lack, t: Lang) -> &'static str {
    match lack {
        Lack::Description => t.lack_description(),
        Lack::Variant => t.lack_variant(),
        Lack::NetWeight => t.lack_net_weight(),
        Lack::Composition => t.lack_composition(),
        Lack::ShelfLife => t.lack_shelf_life(),
    }
}

/// Fields and words of what a product lacks.
pub(super) fn lacking(lacks: &[Lack], t: Lang) -> Vec<(&'static str, &'static str)> {
    lacks.iter().map(|lack| (field(*lack), lack_words(*lack, t))).collect()
}

pub(super) fn state_card(found: &OwnProductPage, t: Lang) -> AnyView {
    let product = &found.product;
    let id = product.id;
    match product.state {
        ProductState::Draft => {
            let ready = found.lacks.is_empty();
            let lacks = lacking(&found.lacks, t)
                .into_iter()
                .map(|(field, words)| view! { <li><a href=format!("#{field}")>{words}</a></li> })
                .collect_view();
            view! {
                <section class="card stack" aria-labelledby="j-status">
                    <h2 class="h3" id="j-status">{if ready { t.ready_title() } else { t.not_ready_title() }}</h2>
                    {(!ready).then(|| view! { <ul class="lacks">{lacks}</ul> })}
                    {ready.then(|| view! { <p class="muted">{t.ready_text()}</p> })}
                    {ready.then(|| button(id, ProductAction::Publish, "btn btn--big btn--wide", t.publish()))}
                    {put_away(id, t)}
                </section>
            }
            .into_html()
        }
        ProductState::Published => {
            let path = format!("/produk/{}", product.slug);
            let seen = if product.listed { t.seen_text() } else { t.seen_later_text() };
            view! {
                <section class="card stack" aria-labelledby="j-status">
                    <h2 class="h3" id="j-status">{t.published_title()}</h2>
                    <p class="muted">{seen}</p>
                    {product.listed.then(|| view! {
                        <a class="btn btn--line" href=path><Icon name="external-link"/>{t.see_as_shopper()}</a>
                    })}
                    {button(id, ProductAction::Withdraw, "btn btn--line btn--wide", t.withdraw())}
                    {put_away(id, t)}
                </section>
            }
            .into_html()
        }
        ProductState::Archived => view! {
            <section class="card stack" aria-labelledby="j-status">
                <h2 class="h3" id="j-status">{t.archived_title()}</h2>
                <p class="muted">{t.archived_text()}</p>
                {button(id, ProductAction::Restore, "btn btn--big btn--wide", t.restore())}
            </section>
        }
        .into_html(),
    }
}

fn button(id: Uuid, action: ProductAction, class: &'static str, name: &'static str) -> AnyView {
    view! {
        <form method="post" action="/aksi/usaha/produk/status">
            <input type="hidden" name="id" value=id.to_string()/>
            <button class=class name="aksi" value=action.as_str()>{name}</button>
        </form>
    }
    .into_html()
}

/// Putting away is asked twice: the first click only unfolds what it means.
fn put_away(id: Uuid, t: Lang) -> AnyView {
    view! {
        <details class="fold">
            <summary>{t.archive()}<Icon name="chevron-down"/></summary>
            <div class="stack stack--2">
                <p class="muted">{t.archive_text()}</p>
                {button(id, ProductAction::Archive, "btn btn--danger", t.archive_yes())}
            </div>
        </details>
    }
    .into_html()
}

/// Does something with a whole product.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/produk/status")]
pub async fn submit_product_state(id: String, #[server(default)] aksi: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let (Ok(product), Ok(action)) = (Uuid::try_parse(&id), aksi.parse::<ProductAction>()) else {
        go_to("/usaha/produk");
        return Ok(());
    };
    let back = format!("/usaha/produk/{product}");
    let mut form = Form::new(FORM, back.clone());
    match change_product_state(&platform, &visitor.actor, product, action).await {
        Ok(()) => done(Word::Done, &back),
        // The page shows where it is now.
        Err(ChangeStateError::NotNow) => go_to(&back),
        Err(ChangeStateError::NotFound) => go_to("/usaha/produk"),
        Err(ChangeStateError::Forbidden(_)) => form.not_allowed(),
        Err(ChangeStateError::Lacks(lacks)) => {
            for (field, words) in lacking(&lacks, t) {
                form.wrong(field, words);
            }
            form.refuse().await;
        }
        Err(error @ ChangeStateError::Db(_)) => form.unavailable("j-status", &error).await,
    }
    Ok(())
}
