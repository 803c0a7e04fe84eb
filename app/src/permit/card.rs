//! A service in the list.

use domain::permit::service::{Service, Way};
use domain::shop::badge::Kind;
use leptos::prelude::*;

use super::facts::{fee, issuer, time};
use crate::html::IntoHtml;
use crate::text::{Lang, PermitText};
use crate::ui::Icon;

/// Grounds of cards: one after the other.
const GROUNDS: usize = 8;

/// A card that leads to a service.
pub(super) fn card(nth: usize, service: &Service, t: Lang) -> AnyView {
    view! {
        <li class="class svc">
            <div class=format!("class__head t{}", nth % GROUNDS + 1)>
                <span class="svc__i"><Icon name=icon(service) class="i i--24"/></span>
                {service.is_free().then(|| view! { <span class="state state--go"><Icon name="check"/>{t.free()}</span> })}
            </div>
            <div class="class__body">
                <h3 class="class__name"><a href=format!("/izin/{}", service.slug())>{service.name.get(t).to_owned()}</a></h3>
                <p>{service.summary.get(t).to_owned()}</p>
                <ul class="facts">
                    <li><Icon name="clock"/>{time(service, t)}</li>
                    <li><Icon name="ticket"/>{fee(service, t)}</li>
                    <li><Icon name="landmark"/>{issuer(service, t)}</li>
                </ul>
            </div>
        </li>
    }
    .into_html()
}

fn icon(service: &Service) -> &'static str {
    let number = match &service.way {
        Way::Own(_) => return "file-check",
        Way::Accompanied(accompanied) => accompanied.number,
    };
    match number {
        Some(Kind::Nib) => "building-2",
        Some(Kind::Pirt | Kind::Bpom) => "package-check",
        Some(Kind::Halal) => "badge-check",
        Some(Kind::Merek) => "award",
        Some(Kind::Binaan) | None => "scroll-text",
    }
}
