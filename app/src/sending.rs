//! A form with files is sent with a bar that says how far it is, and again when the line was cut. Without scripts the
//! browser sends it by itself; the answer is the same page.

#[cfg(feature = "hydrate")]
mod sender;

use domain::lang::Lang;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::text::SendingText;

/// With this header the island asks for the address of the next page, and in it gets it: sent on, it would read that page
/// itself, and with it what the page says only once.
pub(crate) const NEXT_PAGE: &str = "x-halaman";

/// The place below the buttons of the form with this id, in the form, where is said how far it is. Empty until then.
#[cfg(feature = "ssr")]
#[component]
pub(crate) fn Sending(lang: Lang, form: &'static str) -> impl IntoView {
    view! {
        <div class="sending">
            <p role="status"></p>
            <div class="sending__bar" hidden>
                <progress aria-label=lang.sending_bar() max="100" value="0"></progress>
                <p class="sending__count" aria-hidden="true"></p>
                <button type="button" class="btn btn--line" data-batal="">{lang.sending_stop()}</button>
            </div>
            <button type="button" class="btn sending__again" data-ulang="" hidden>{lang.sending_again()}</button>
            <SendFiles lang=lang form=form.to_owned()/>
        </div>
    }
}

/// Sends the form with this id when files are chosen in it, and says so in its `.sending`. It shows nothing of its own,
/// which keeps it small.
#[island]
pub fn SendFiles(lang: Lang, form: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    sender::watch(&form, lang);
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, lang);
}
