//! `/usaha/legalitas`: the numbers of one's own shop and products.

mod form;
mod next;

use domain::account::Capability;
use domain::shop::badge::{Kind, State};
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{Companion, find_companion};
use platform::shop::badge::{BadgeShort, OwnLegality, Slot, find_own_legality};
use uuid::Uuid;

pub use self::form::HandInPage;
pub(crate) use self::form::number_problem;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::text::{Lang, LegalityText, ShopText};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor) -> Result<(Option<OwnLegality>, Companion, Day), Missing> {
    only(&visitor, Capability::RunShop)?;
    let companion = find_companion(&platform, &visitor.actor).await?;
    Ok((find_own_legality(&platform, &visitor.actor).await?, companion, platform.now().day()))
}

/// `/usaha/legalitas`.
#[component]
pub fn LegalityPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(own, companion, today)| {
        let t = lang();
        let content = match own {
            Some(own) => own_view(own, &companion, today, t),
            None => no_shop(t),
        };
        view! { <Desk title=t.legality_title().to_owned() lead=t.legality_lead().to_owned()>{content}</Desk> }
    })
}

/// What somebody without a shop reads.
fn no_shop(t: Lang) -> AnyView {
    view! {
        <section class="card stack">
            <h2 class="h3">{t.no_shop_yet()}</h2>
            <p>{t.no_shop_yet_text()}</p>
            <div><a class="btn" href="/usaha"><Icon name="store"/>{t.open_a_shop()}</a></div>
        </section>
    }
    .into_html()
}

fn own_view(own: OwnLegality, companion: &Companion, today: Day, t: Lang) -> AnyView {
    let next = next::next_step(&own, companion, today, t);
    let underway = next::underway(companion, t);
    let duties = next::duties(companion, t);
    let OwnLegality { shop, of_shop, products } = own;
    let no_food = products.is_empty();
    let of_shop: Vec<_> = of_shop.into_iter().map(|slot| slot_view(slot, None, &shop.name, today, t)).collect();
    let products = products
        .into_iter()
        .map(|(product, slots)| {
            let slots: Vec<_> =
                slots.into_iter().map(|slot| slot_view(slot, Some(product.id), &product.name, today, t)).collect();
            view! {
                <section class="card stack" id=format!("p-{}", product.id)>
                    <h3>{product.name}</h3>
                    <ul class="papers">{slots}</ul>
                </section>
            }
        })
        .collect_view();
    view! {
        {next}
        {underway}
        {duties}
        <section class="stack stack--2" aria-labelledby="j-usaha">
            <h2 id="j-usaha">{t.of_business()}</h2>
            <div class="card"><ul class="papers">{of_shop}</ul></div>
        </section>
        <section class="stack" aria-labelledby="j-produk">
            <h2 id="j-produk">{t.of_products()}</h2>
            {no_food.then(|| view! { <p class="muted">{t.no_food()}</p> })}
            <div class="papercards">{products}</div>
        </section>
    }
    .into_html()
}

fn slot_view(slot: Slot, product: Option<Uuid>, subject: &str, today: Day, t: Lang) -> AnyView {
    let Slot { kind, latest, holding, open } = slot;
    let name = badge_name(kind, t);
    let state = latest.as_ref().map(|badge| badge.state(today));
    let chip = match state {
        Some(state) => state_chip(state, t),
        None => view! { <span class="state">{t.state_none()}</span> }.into_html(),
    };
    let action = match state {
        None => t.hand_in(),
        Some(State::Diajukan) => t.change_number(),
        Some(State::Ditolak | State::Dicabut) => t.put_right(),
        Some(State::Terverifikasi | State::Kedaluwarsa) => t.renew(),
    };
    let to = match product {
        Some(product) => format!("/usaha/legalitas/ajukan?jenis={kind}&produk={product}"),
        None => format!("/usaha/legalitas/ajukan?jenis={kind}"),
    };
    let label = t.hand_in_label(action, name, subject);
    let class = match state {
        Some(State::Ditolak) => "btn",
        // Most foods have a P-IRT and need none.
        None if kind == Kind::Bpom => "btn btn--quiet",
        _ => "btn btn--line",
    };
    let still = holding.map(|old| t.still_shown(&old.shown()));
    view! {
        <li class="paper">
            <div class="paper__t">
                <p class="row"><strong>{name}</strong>{chip}</p>
                {latest.map(|badge| details(&badge, today, t))}
                {still.map(|text| view! { <p class="small">{text}</p> })}
            </div>
            {open.then(|| view! { <a class=class href=to aria-label=label>{action}</a> })}
        </li>
    }
    .into_html()
}

fn details(badge: &BadgeShort, today: Day, t: Lang) -> AnyView {
    let state = badge.state(today);
    let day = |micros: i64| Timestamp::from_micros(micros).day().words(t);
    let until = badge.until().map(|until| match (state, badge.until_estimated) {
        (State::Kedaluwarsa, _) => t.over_since(&until.words(t)),
        (_, true) => t.until_about(&until.words(t)),
        (_, false) => LegalityText::until(t, &until.words(t)),
    });
    let what = match (state, badge.decided_at) {
        (State::Diajukan, _) => Some(t.waits_since(&day(badge.created_at))),
        (State::Terverifikasi, Some(at)) => Some(t.verified_by_office(&day(at))),
        _ => None,
    };
    let reason = badge.reason.as_ref().map(|reason| t.because(reason));
    let lines = [what, until.filter(|_| !matches!(state, State::Ditolak | State::Dicabut))].into_iter().flatten();
    let lines = lines.collect::<Vec<_>>().join(" ");
    view! {
        <p class="mono">{badge.shown()}</p>
        {(!lines.is_empty()).then(|| view! { <p class="muted small">{lines}</p> })}
        {reason.map(|reason| view! { <p class="small paper__why">{reason}</p> })}
    }
    .into_html()
}

/// A badge's state in words and colour.
pub(crate) fn state_chip(state: State, t: Lang) -> AnyView {
    let (class, icon, name) = match state {
        State::Diajukan => ("state state--wait", "clock", t.state_waiting()),
        State::Terverifikasi => ("state state--go", "badge-check", t.state_verified()),
        State::Ditolak => ("state state--stop", "circle-x", t.state_refused()),
        State::Dicabut => ("state state--stop", "ban", t.state_revoked()),
        State::Kedaluwarsa => ("state state--stop", "calendar-days", t.state_over()),
    };
    view! { <span class=class><Icon name=icon/>{name}</span> }.into_html()
}

/// The name of a kind of badge.
pub(crate) fn badge_name(kind: Kind, t: Lang) -> &'static str {
    match kind {
        Kind::Halal => t.halal(),
        Kind::Pirt => t.pirt(),
        Kind::Nib => t.nib(),
        Kind::Bpom => t.badge_bpom(),
        Kind::Merek => t.badge_merek(),
        Kind::Binaan => t.badge_binaan(),
    }
}
