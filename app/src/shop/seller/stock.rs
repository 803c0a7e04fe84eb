//! Counting stock: a number and a button, in the list and on the product's page.

use domain::shop::product::Pieces;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::product::{StockError, set_stock};
use uuid::Uuid;

use super::form::Form;
use crate::action::{forget_refused, go_to, local_path};
use crate::html::IntoHtml;
use crate::text::{ConsoleText, Lang, SellerText};
use crate::ui::Icon;
use crate::visitor::visitor;

/// The form that was refused, if it was one of these.
pub(super) const FORM: &str = "usaha-stok";

/// A variant in need of a count.
pub(super) struct Count<'c> {
    /// The variant.
    pub variant: Uuid,
    /// What it is called, for those who do not see where the field stands.
    pub name: &'c str,
    /// Pieces that lie in the shop.
    pub on_hand: i64,
    /// Of these, promised to orders.
    pub reserved: i64,
    /// The page to come back to.
    pub back: &'c str,
}

/// The name of a variant's field, and the input's id.
fn field(variant: Uuid) -> String {
    format!("stok-{}", variant.simple())
}

/// The form for one variant.
pub(super) fn stock_form(count: &Count<'_>, refused: &Refused, saved: Option<Uuid>, t: Lang) -> AnyView {
    let Count { variant, name, on_hand, reserved, back } = *count;
    let id = field(variant);
    let error = refused.error(&id).map(str::to_owned);
    let value = refused.values.get(&id).cloned().unwrap_or_else(|| on_hand.to_string());
    let error_id = format!("{id}-error");
    let about = error.is_some().then(|| error_id.clone());
    let invalid = error.is_some().then_some("true");
    view! {
        <form class="tally" method="post" action="/aksi/usaha/stok">
            <input type="hidden" name="varian" value=variant.to_string()/>
            <input type="hidden" name="lama" value=on_hand.to_string()/>
            <input type="hidden" name="kembali" value=back.to_owned()/>
            <label class="tally__l" for=id.clone()>{t.stock_label()}<span class="vh">" "{name.to_owned()}</span></label>
            <input class="input tally__n" id=id name="jumlah" inputmode="numeric" autocomplete="off" maxlength="7"
                value=value aria-describedby=about aria-invalid=invalid/>
            <button class="btn btn--line">{t.save()}<span class="vh">" "{name.to_owned()}</span></button>
            {(reserved > 0).then(|| view! { <span class="muted small tally__p">{t.promised(reserved)}</span> })}
            {(saved == Some(variant)).then(|| view! {
                <span class="tally__ok" role="status"><Icon name="circle-check" class="i i--16"/>{t.stock_saved()}</span>
            })}
            {error.map(|error| view! {
                <p class="error" id=error_id><Icon name="circle-alert" class="i i--16"/>{error}</p>
            })}
        </form>
    }
    .into_html()
}

/// The variant whose count was just taken over, from the address of the page.
pub(super) fn saved(query: Option<&str>) -> Option<Uuid> {
    Uuid::try_parse(query?).ok()
}

/// An address without the note of an earlier count.
fn without_note(path: &str) -> String {
    let path = local_path(path);
    let Some((page, query)) = path.split_once('?') else { return path.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("tersimpan=")).collect();
    if kept.is_empty() { page.to_owned() } else { format!("{page}?{}", kept.join("&")) }
}

/// Takes over a count.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/stok")]
pub async fn submit_stock(
    varian: String,
    #[server(default)] jumlah: String,
    #[server(default)] lama: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = without_note(&kembali);
    let (Ok(variant), Ok(seen)) = (Uuid::try_parse(&varian), lama.parse()) else {
        go_to(&back);
        return Ok(());
    };
    let id = field(variant);
    let mut form = Form::new(FORM, format!("{back}#{id}"));
    let Some(pieces) = form.read(&id, t.stock_label(), &jumlah, Pieces::parse) else {
        form.refuse().await;
        return Ok(());
    };
    match set_stock(&platform, &visitor.actor, variant, seen, pieces).await {
        Ok(()) => {
            forget_refused();
            let joint = if back.contains('?') { '&' } else { '?' };
            go_to(&format!("{back}{joint}tersimpan={variant}#{id}"));
        }
        Err(StockError::NotFound) => go_to("/usaha/produk"),
        Err(StockError::Forbidden(_)) => form.not_allowed(),
        Err(StockError::Promised(pieces)) => {
            form.wrong(&id, t.stock_promised(pieces));
            form.refuse().await;
        }
        Err(StockError::Moved(pieces)) => {
            form.wrong(&id, t.stock_moved(pieces));
            form.refuse().await;
        }
        Err(error @ StockError::Db(_)) => form.unavailable(&id, &error).await,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without_note;

    #[test]
    fn the_note_of_an_earlier_count_goes() {
        for (path, expected) in [
            ("/usaha/produk", "/usaha/produk"),
            ("/usaha/produk?tab=draf&tersimpan=1&hal=2", "/usaha/produk?tab=draf&hal=2"),
            ("/usaha/produk?tersimpan=1", "/usaha/produk"),
            ("//evil.example?a=1", "/"),
        ] {
            assert_eq!(without_note(path), expected);
        }
    }
}
