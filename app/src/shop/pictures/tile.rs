//! One picture as its owner sees it: the picture, or where it is on its way.

use leptos::prelude::*;
use platform::shop::pictures::OwnPicture;

use crate::html::IntoHtml;
use crate::text::{Lang, PictureText};
use crate::ui::{Icon, Load, Picture};
use crate::upload::unfit_text;

pub(super) fn tile(picture: &OwnPicture, alt: String, t: Lang) -> AnyView {
    let failure = picture.failure().map(|unfit| unfit_text(unfit, t));
    if let Some(why) = failure {
        return view! {
            <div class="shot-tile shot-tile--failed"><Icon name="triangle-alert" class="i i--24"/><strong>{t.failed()}</strong><span>{why}</span></div>
        }
        .into_html();
    }
    if picture.is_pending() {
        return view! {
            <div class="shot-tile"><Icon name="clock" class="i i--24"/><span>{t.being_made()}</span></div>
        }
        .into_html();
    }
    view! {
        <div class="shot-tile"><Picture id=Some(picture.id) alt=alt sizes="(min-width: 960px) 260px, 46vw" load=Load::Now/></div>
    }
    .into_html()
}

/// Says that pictures are on their way, with a link that looks again.
pub(super) fn pending_note(path: &str, t: Lang) -> AnyView {
    view! {
        <div class="note" role="status">
            <Icon name="clock"/>
            <div class="stack stack--2">
                <span>{t.being_made_text()}</span>
                <div class="row"><a class="btn btn--line" href=path.to_owned()><Icon name="refresh-cw"/>{t.look_again()}</a></div>
            </div>
        </div>
    }
    .into_html()
}
