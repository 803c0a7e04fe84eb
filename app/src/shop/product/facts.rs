//! Badges, label facts and the shop.

use domain::phone::Phone;
use domain::shop::badge::Kind;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::shop::catalogue::BadgeShown;

use crate::html::IntoHtml;
use crate::shop::seller::legality::badge_name;
use crate::text::{Lang, ShopText, grouped};
use crate::ui::{Icon, ShopFace};

type Product = platform::shop::catalogue::ProductShown;

pub(super) fn legality(badges: &[BadgeShown], food: bool, t: Lang) -> AnyView {
    let items = badges
        .iter()
        .map(|badge| {
            let verified = badge.verified();
            let state = match (verified, badge.decided_at) {
                (true, Some(at)) => t.verified_on(&Timestamp::from_micros(at).day().words(t)),
                _ => t.not_verified().to_owned(),
            };
            let until = badge.valid_until.as_deref().and_then(Day::parse).map(|day| day.words(t));
            let until =
                until.map(|day| if badge.until_estimated { t.valid_until_about(&day) } else { t.valid_until(&day) });
            let check = badge.kind.public_check().filter(|_| verified).map(|(name, link)| {
                view! {
                    <a class="legal__a" href=link rel="noopener noreferrer" aria-label=t.check_at(name)>
                        <Icon name="external-link"/>
                    </a>
                }
            });
            view! {
                <li>
                    <span class=if verified { "legal__i" } else { "legal__i legal__i--wait" }>
                        <Icon name=if verified { "badge-check" } else { "clock" } class="i i--24"/>
                    </span>
                    <div>
                        <h3>{badge_name(badge.kind, t)}</h3>
                        <p class="mono">{badge.shown()}</p>
                        <p class="muted small">{state}</p>
                        {until.map(|until| view! { <p class="muted small">{until}</p> })}
                    </div>
                    {check}
                </li>
            }
        })
        .collect_view();
    let no_halal = food && !badges.iter().any(|badge| badge.kind == Kind::Halal && badge.verified());
    view! {
        <section aria-labelledby="j-legal">
            <h2 id="j-legal">{t.verified_title()}</h2>
            {(!badges.is_empty()).then(|| view! { <ul class="legal">{items}</ul> })}
            {no_halal.then(|| view! { <p class="note note--plain mt-3"><Icon name="info"/><span>{t.no_halal()}</span></p> })}
        </section>
    }.into_html()
}

pub(super) fn about(product: &Product, t: Lang) -> AnyView {
    let facts = [
        (t.net_weight(), &product.net_weight),
        (t.composition(), &product.composition),
        (t.shelf_life(), &product.shelf_life),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value.clone()}</dd></div> })
    .collect::<Vec<_>>();
    view! {
        <section aria-labelledby="j-tentang" class="prose">
            <h2 id="j-tentang">{t.about_product()}</h2>
            <p>{product.description.clone()}</p>
            {(!facts.is_empty()).then(|| view! { <dl class="spec">{facts}</dl> })}
        </section>
    }
    .into_html()
}

pub(super) fn shop_card(product: &Product, kecamatan: &str, pick_up: Option<AnyView>, t: Lang) -> AnyView {
    let to = format!("/toko/{}", product.shop_slug);
    let ask = Phone::parse(&product.phone).ok().map(|phone| phone.whatsapp(&t.ask_text(&product.name)));
    view! {
        <aside class="pd__shop" aria-labelledby="j-toko">
            <div class="card shop">
                <div class="awning" aria-hidden="true"></div>
                <div class="shop__h">
                    <ShopFace picture=product.shop_picture/>
                    <div>
                        <h2 id="j-toko"><a href=to.clone()>{product.shop.clone()}</a></h2>
                        <p class="muted small row shop__w"><Icon name="map-pin" class="i i--16"/>{kecamatan.to_owned()}</p>
                    </div>
                </div>
                <p class="small">{product.opening_hours.clone()}"\u{a0}· "{t.products_found(grouped(product.shop_products))}</p>
                <div class="shop__a">
                    {ask.map(|link| view! { <a class="btn btn--line" href=link rel="noopener"><Icon name="message-circle"/>{t.ask()}</a> })}
                    <a class="btn btn--line" href=to><Icon name="store"/>{t.visit()}</a>
                </div>
            </div>
            {pick_up}
            <div class="note note--ok">
                <Icon name="shield-check"/>
                <div><strong>{t.money_safe()}</strong><p class="small">{t.money_safe_text()}</p></div>
            </div>
        </aside>
    }.into_html()
}
