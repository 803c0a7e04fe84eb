//! The box that opens an order by its number.

use leptos::prelude::*;

use super::Icon;
use crate::text::CommonText;
use crate::visitor::lang;

/// "Lacak": number and last four digits of the phone. A POST, so that neither ends up in an address.
#[component]
pub fn TrackForm() -> impl IntoView {
    let t = lang();
    view! {
        <form class="card card--lift lacak" method="post" action="/aksi/lacak" aria-labelledby="lacak-j">
            <div class="lacak__top">
                <span class="lacak__i"><Icon name="package" class="i i--24"/></span>
                <div>
                    <h2 id="lacak-j">{t.track_title()}</h2>
                    <p class="hint">{t.track_hint()}</p>
                </div>
            </div>
            <div class="lacak__f">
                <div class="field">
                    <label for="nomor">{t.track_number()}</label>
                    <input class="input" id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" placeholder="PSN-7K4M-92QX-D" required/>
                </div>
                <div class="field">
                    <label for="hp4">{t.track_phone()}</label>
                    <input class="input" id="hp4" name="hp4" inputmode="numeric" maxlength="4" autocomplete="off" placeholder="0000" required/>
                </div>
            </div>
            <button class="btn btn--wide">{t.track_go()}</button>
        </form>
    }
}
