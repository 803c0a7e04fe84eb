//! What deciding about a shop and about a badge have in common.

use leptos::prelude::*;
use platform::flash::Refused;

use crate::html::IntoHtml;
use crate::text::{Lang, OfficeText};
use crate::ui::{Alert, ErrorSummary, Field, Icon, described};

/// The card with the forms of a decision and what was wrong with the last one. That somebody was faster is told apart
/// from what is wrong with a form.
pub(super) fn decision_card(forms: AnyView, refused: &Refused, t: Lang) -> AnyView {
    let already = refused.error("sudah").map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    let errors = refused.errors.iter().filter(|(field, _)| field != "sudah").cloned().collect();
    view! {
        <section class="card stack" aria-labelledby="j-putusan">
            <h2 class="h3" id="j-putusan">{t.decision()}</h2>
            {already}
            <ErrorSummary errors=errors kept=false/>
            {forms}
        </section>
    }
    .into_html()
}

/// In the card's place where it is the officer's own shop: somebody else decides.
pub(super) fn own_shop_note(t: Lang) -> AnyView {
    view! { <p class="note note--warn"><Icon name="info"/><span>{t.own_shop()}</span></p> }.into_html()
}

/// Why it is decided so; the owner reads it. The hint may be empty.
pub(super) fn reason_field(label: &'static str, hint: &'static str, refused: &Refused) -> AnyView {
    let about = described("alasan", !hint.is_empty(), refused);
    let typed = refused.value("alasan");
    view! {
        <Field name="alasan" label=label.to_owned() hint=hint refused=refused.clone()>
            <textarea class="textarea" id="alasan" name="alasan" rows="3" maxlength="500" aria-describedby=about>{typed}</textarea>
        </Field>
    }
    .into_html()
}
