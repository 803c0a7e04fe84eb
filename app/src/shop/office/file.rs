//! `/dinas/toko/{id}`: everything a shop's owner wrote, what it sells, what was decided, and the decision.

use domain::account::Capability;
use domain::phone::Phone;
use domain::shop::usaha::{Decision, ShopState};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::usaha::{ShopEvent, ShopFile, ShopFileProduct, ShopWritten, find_shop_file};
use uuid::Uuid;

use super::decide_shop::decide_form;
use super::queue::age;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::legality::{badge_name, state_chip};
use crate::text::{Lang, OfficeText};
use crate::ui::{Desk, Icon, Load, Picture};
use crate::visitor::{Visitor, lang, visitor};

struct Opened {
    file: ShopFile,
    place: String,
    refused: Refused,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, id: Option<Uuid>) -> Result<Opened, Missing> {
    only(&visitor, Capability::DecideShops)?;
    let id = id.ok_or(Missing::NotFound)?;
    let file = find_shop_file(&platform, &visitor.actor, id).await?.ok_or(Missing::NotFound)?;
    let reference = platform.reference().await?;
    let desa = reference.find_desa(&file.shop.desa).map_or(file.shop.desa.as_str(), |desa| &desa.name);
    let place = format!("{}, {desa}, {}", file.shop.address, reference.kecamatan_name(&file.shop.kecamatan));
    let refused = recall(&platform, visitor.typed, &format!("toko-{id}")).await?;
    Ok(Opened { place, refused, now: platform.now(), file })
}

/// `/dinas/toko/{id}`.
#[component]
pub fn ShopFilePage() -> impl IntoView {
    let id = Uuid::parse_str(&param("id")).ok();
    page(load(expect_context::<Platform>(), visitor(), id), |Opened { file, place, refused, now }| {
        let t = lang();
        let ShopFile { shop, products, badges, history, own } = file;
        let seen = history.len() as i64;
        let light = (shop.state == ShopState::Pending && shop.state_reason.is_none())
            .then(|| age(shop.handed_in_at.unwrap_or(shop.created_at), now, t));
        let badges = badges
            .into_iter()
            .map(|badge| {
                view! {
                    <li class="row">
                        <a href=format!("/dinas/lencana/{}", badge.id)>{badge_name(badge.kind, t)}" "{badge.shown()}</a>
                        {state_chip(badge.state(now.day()), t)}
                    </li>
                }
            })
            .collect::<Vec<_>>();
        view! {
            <Desk title=shop.name.clone()>
                <div class="row">
                    <a class="back" href="/dinas/toko"><Icon name="chevron-left"/>{t.back_to_shops()}</a>
                    {shop_state(&shop, t)}
                    {light}
                </div>
                <div class="casefile">
                    <div class="stack">
                        <section class="card stack">
                            {written(&shop, place, t)}
                            {(shop.state == ShopState::Open).then(|| view! {
                                <a class="btn btn--line" href=format!("/toko/{}", shop.slug)><Icon name="store"/>{t.see_shop()}</a>
                            })}
                        </section>
                        <section class="card stack stack--2" aria-labelledby="j-nomor">
                            <h2 class="h3" id="j-nomor">{t.numbers()}</h2>
                            {badges.is_empty().then(|| view! { <p class="muted">{t.no_numbers()}</p> })}
                            <ul class="stack stack--2">{badges}</ul>
                        </section>
                        {products_view(products, shop.state, t)}
                    </div>
                    <div class="stack casefile__side">
                        {decide_form(&shop, own, seen, &refused, t)}
                        {history_view(history, t)}
                    </div>
                </div>
            </Desk>
        }
    })
}

fn shop_state(shop: &ShopWritten, t: Lang) -> AnyView {
    let (class, name) = match (shop.state, &shop.state_reason) {
        (ShopState::Pending, None) => ("state state--wait", t.tab_waiting()),
        (ShopState::Pending, Some(_)) => ("state", t.tab_returned()),
        (ShopState::Open, _) => ("state state--go", t.tab_open()),
        (ShopState::Suspended, _) => ("state state--stop", t.tab_suspended()),
    };
    view! { <span class=class>{name}</span> }.into_html()
}

fn written(shop: &ShopWritten, place: String, t: Lang) -> AnyView {
    let or_none = |ways: Vec<String>| if ways.is_empty() { t.none_chosen().to_owned() } else { ways.join(", ") };
    let receiving = [
        shop.pickup.then(|| t.by_pickup().to_owned()),
        (shop.courier && shop.served > 0).then(|| t.by_courier(shop.served)),
    ];
    let transfer = match (&shop.bank_name, &shop.bank_holder) {
        (Some(bank), Some(holder)) if shop.transfer => Some(t.by_transfer(bank, holder)),
        _ => None,
    };
    let paying = [shop.cod.then(|| t.by_cash().to_owned()), transfer];
    let facts = [
        (t.owner(), shop.owner.clone()),
        (t.place(), place),
        (t.opening(), shop.opening_hours.clone()),
        (t.describes(), shop.description.clone()),
        (t.receiving(), or_none(receiving.into_iter().flatten().collect())),
        (t.paying(), or_none(paying.into_iter().flatten().collect())),
        (t.handed_in(), Timestamp::from_micros(shop.handed_in_at.unwrap_or(shop.created_at)).words(t)),
    ]
    .into_iter()
    .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    .collect_view();
    let contact = Phone::parse(&shop.phone).ok().map(|phone| {
        let link = phone.whatsapp("");
        view! { <div><dt>{t.contact()}</dt><dd><a href=link rel="noopener">{phone.local()}</a></dd></div> }
    });
    view! { <dl class="spec spec--file">{facts}{contact}</dl> }.into_html()
}

fn products_view(products: Vec<ShopFileProduct>, state: ShopState, t: Lang) -> AnyView {
    let count = products.len();
    let items = products
        .into_iter()
        .map(|product| {
            let public = product.listed.then(|| format!("/produk/{}", product.slug));
            let (class, name) = match (product.listed, product.state.as_str()) {
                (true, _) => ("state state--go", t.state_public()),
                (false, "published") if state != ShopState::Open => ("state state--wait", t.published_waiting()),
                _ => ("state", t.draft()),
            };
            view! {
                <li class="filegood">
                    <span class=ground(product.tint)><Picture id=product.cover_id sizes="72px" load=Load::Later/></span>
                    <div class="stack stack--2">
                        <p><strong>{product.name}</strong>"\u{a0}· "{product.price.to_string()}" "<span class=class>{name}</span></p>
                        <p class="small">{product.description}</p>
                        {(!product.composition.is_empty()).then(|| view! {
                            <p class="small muted">{t.composition_label()}": "{product.composition}</p>
                        })}
                        {public.map(|to| view! { <a class="small" href=to>{t.see_product()}</a> })}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack" aria-labelledby="j-produk">
            <h2 class="h3" id="j-produk">{t.its_products(count)}</h2>
            {(count == 0).then(|| view! { <p class="muted">{t.no_products()}</p> })}
            <ul class="filegoods">{items}</ul>
        </section>
    }
    .into_html()
}

fn ground(tint: i64) -> &'static str {
    const GROUNDS: [&str; 9] = [
        "filegood__pic",
        "filegood__pic t1",
        "filegood__pic t2",
        "filegood__pic t3",
        "filegood__pic t4",
        "filegood__pic t5",
        "filegood__pic t6",
        "filegood__pic t7",
        "filegood__pic t8",
    ];
    GROUNDS[usize::try_from(tint).ok().filter(|tint| *tint < GROUNDS.len()).unwrap_or(0)]
}

/// What was decided, in words.
pub(super) fn did(decision: Decision, t: Lang) -> &'static str {
    match decision {
        Decision::Approve => t.did_approve(),
        Decision::Return => t.did_return(),
        Decision::HandIn => t.did_hand_in(),
        Decision::Suspend => t.did_suspend(),
        Decision::Reopen => t.did_reopen(),
    }
}

fn history_view(history: Vec<ShopEvent>, t: Lang) -> AnyView {
    let none = history.is_empty();
    let events = history
        .into_iter()
        .map(|event| {
            view! {
                <li class="event">
                    <p><strong>{did(event.decision, t)}</strong></p>
                    <p class="muted small">{event.name}"\u{a0}· "{Timestamp::from_micros(event.at).words(t)}</p>
                    {(!event.reason.is_empty()).then(|| view! { <p class="small">{event.reason}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-riwayat">
            <h2 class="h3" id="j-riwayat">{OfficeText::history(t)}</h2>
            {none.then(|| view! { <p class="muted">{t.no_history()}</p> })}
            <ol class="events">{events}</ol>
        </section>
    }
    .into_html()
}
