//! `/usaha`: what waits, what was sold, and what is best done next.

use domain::account::Capability;
use domain::shop::first_steps::{Facts, Step};
use domain::shop::usaha::ShopState;
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::usaha::{LowStock, Overview, OwnShop, find_overview};

use super::hand_in::hand_in_button;
use crate::html::IntoHtml;
use crate::mentoring::{NextSteps, next_steps};
use crate::page::{Missing, only, page};
use crate::text::{Lang, MentoringText, SellerText, grouped};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor) -> Result<(Option<Overview>, NextSteps, Day), Missing> {
    only(&visitor, Capability::RunShop)?;
    let next = NextSteps::find(&platform, &visitor).await?;
    Ok((find_overview(&platform, &visitor.actor).await?, next, platform.now().day()))
}

/// `/usaha`.
#[component]
pub fn SellerPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(overview, next, today)| match overview {
        Some(overview) => overview_view(overview, next, today),
        None => invitation(next, lang()),
    })
}

fn invitation(next: NextSteps, t: Lang) -> AnyView {
    let points = [("clock", t.invite_quick()), ("wallet", t.invite_free()), ("shield-check", t.invite_checked())]
        .into_iter()
        .map(|(icon, words)| view! { <li class="point"><Icon name=icon/><span>{words}</span></li> })
        .collect_view();
    view! {
        <Desk title=t.invite_title().to_owned() lead=t.invite_lead()>
            {next_steps(next, t)}
            <div class="card stack narrow invite">
                <div class="awning" aria-hidden="true"></div>
                <ul class="stack stack--2">{points}</ul>
                <a class="btn btn--big btn--wide" href="/usaha/buka">{t.invite_button()}</a>
            </div>
        </Desk>
    }
    .into_html()
}

fn overview_view(overview: Overview, next: NextSteps, today: Day) -> AnyView {
    let t = lang();
    let facts = overview.facts;
    let complete = facts.steps().iter().all(|(_, done)| *done);
    let state = state_note(&overview.shop, t);
    let closed = closed_note(&overview.shop, today, t);
    let numbers = numbers(&overview, t);
    view! {
        <Desk title=overview.shop.name.clone() lead=today.words(t)>
            {state}
            {closed}
            <div class="duo">
                <div class="stack">
                    {(!complete).then(|| steps_view(facts, t))}
                    {numbers}
                    {next_steps(next, t)}
                </div>
                <div class="stack">{low_view(overview.low, facts.published, t)}{shortcuts(t)}</div>
            </div>
        </Desk>
    }
    .into_html()
}

/// The shop's state in words, and what to do about it.
fn state_note(shop: &OwnShop, t: Lang) -> AnyView {
    let reason = shop.state_reason.clone();
    match shop.state {
        ShopState::Open => view! {
            <p class="row">
                <span class="state state--go"><Icon name="circle-check"/>{t.shop_open()}</span>
                <a class="more" href=format!("/toko/{}", shop.slug)>{t.see_as_shopper()}<Icon name="external-link" class="i i--16"/></a>
            </p>
        }
        .into_html(),
        ShopState::Pending => {
            let (title, text) = match reason {
                Some(_) => (t.shop_asked(), t.shop_asked_text()),
                None => (t.shop_pending(), t.shop_pending_text()),
            };
            let asked = reason.is_some();
            view! {
                <div class="note note--warn">
                    <Icon name="clock"/>
                    <div class="stack stack--2">
                        <strong>{title}</strong>
                        {reason.map(|reason| view! { <blockquote class="quote">{reason}</blockquote> })}
                        <p>{text}</p>
                        {asked.then(|| view! {
                            <div class="row"><a class="btn" href="/usaha/toko">{t.correct_button()}</a>{hand_in_button(t)}</div>
                        })}
                    </div>
                </div>
            }
            .into_html()
        }
        ShopState::Suspended => view! {
            <div class="note note--stop">
                <Icon name="ban"/>
                <div class="stack stack--2">
                    <strong>{t.shop_suspended()}</strong>
                    {reason.map(|reason| view! { <blockquote class="quote">{reason}</blockquote> })}
                    <p>{t.shop_suspended_text()}</p>
                </div>
            </div>
        }
        .into_html(),
    }
}

/// "Toko libur", while it lasts or lies ahead.
fn closed_note(shop: &OwnShop, today: Day, t: Lang) -> Option<AnyView> {
    let (from, to) = (Day::parse(shop.closed_from.as_deref()?)?, Day::parse(shop.closed_to.as_deref()?)?);
    let note = view! {
        <p class="note note--warn">
            <Icon name="calendar-days"/>
            <span>{t.closed_set(&from.words(t), &to.words(t))}" "<a href="/usaha/toko/libur">{t.change_closed()}</a></span>
        </p>
    };
    (today <= to).then(|| note.into_html())
}

fn steps_view(facts: Facts, t: Lang) -> AnyView {
    let next = facts.next();
    let steps = facts.steps();
    let done = steps.iter().filter(|(_, done)| *done).count();
    let all = steps.len();
    let items = steps.into_iter().map(|(step, done)| step_view(step, done, next == Some(step), t)).collect_view();
    view! {
        <section class="card stack" aria-labelledby="j-langkah">
            <div>
                <h2 class="h3" id="j-langkah">{t.first_steps()}</h2>
                <p class="muted small">{t.steps_done(done, all)}</p>
            </div>
            <progress max=all.to_string() value=done.to_string() aria-label=t.first_steps()></progress>
            <ol class="firsts">{items}</ol>
        </section>
    }
    .into_html()
}

fn step_view(step: Step, done: bool, next: bool, t: Lang) -> AnyView {
    let (name, hint, path) = match step {
        Step::Correct => (t.step_correct(), t.step_correct_hint(), Some("/usaha/toko")),
        Step::Delivery => (t.step_delivery(), t.step_delivery_hint(), Some("/usaha/toko/kirim")),
        Step::Payment => (t.step_payment(), t.step_payment_hint(), Some("/usaha/toko/bayar")),
        Step::Product => (t.step_product(), t.step_product_hint(), Some("/usaha/produk/baru")),
        Step::Picture => (t.step_picture(), t.step_picture_hint(), Some("/usaha/produk")),
        Step::Publish => (t.step_publish(), t.step_publish_hint(), Some("/usaha/produk?tab=draf")),
        Step::Approval => (t.step_approval(), t.step_approval_hint(), None),
    };
    let (class, icon) = match (done, next, path) {
        (true, ..) => ("firsts__i firsts__i--done", "circle-check"),
        (false, _, None) => ("firsts__i", "clock"),
        (false, true, _) => ("firsts__i firsts__i--next", "arrow-right"),
        (false, false, _) => ("firsts__i", "minus"),
    };
    view! {
        <li class=class>
            <Icon name=icon/>
            <div>
                {match path.filter(|_| !done) {
                    Some(path) if !next => view! { <a class="strong" href=path>{name}</a> }.into_html(),
                    _ => view! { <span class="strong">{name}</span> }.into_html(),
                }}
                {done.then(|| view! { <span class="vh">{t.step_is_done()}</span> })}
                {(!done).then(|| view! { <p class="muted small">{hint}</p> })}
                {next.then(|| path.map(|path| view! { <a class="btn firsts__go" href=path>{t.step_go()}</a> }))}
            </div>
        </li>
    }
    .into_html()
}

/// What waits, as links to the orders; and what was sold today.
fn numbers(overview: &Overview, t: Lang) -> AnyView {
    let tiles = [
        (overview.to_accept, "waits__i waits__i--now", t.orders_to_accept()),
        (overview.to_be_paid, "waits__i", t.orders_to_be_paid()),
        (overview.to_prepare, "waits__i", t.orders_to_prepare()),
        (overview.ready, "waits__i", t.orders_ready()),
        (overview.sent, "waits__i", t.orders_sent()),
    ]
    .into_iter()
    .map(|(count, class, name)| {
        let class = if count == 0 { "waits__i waits__i--none" } else { class };
        view! { <a class=class href="/usaha/pesanan"><b>{count}</b><span>{name}</span></a> }
    })
    .collect_view();
    let sold = overview.sold_today.to_string();
    view! {
        <section class="card stack" aria-labelledby="j-hari">
            <h2 class="h3" id="j-hari">{t.orders_title()}</h2>
            <p class="sold"><strong>{sold}</strong><span class="muted">{t.sold_today(grouped(overview.orders_today))}</span></p>
            <div class="waits">{tiles}</div>
        </section>
    }
    .into_html()
}

fn low_view(low: Vec<LowStock>, published: i64, t: Lang) -> AnyView {
    if low.is_empty() {
        return (published > 0)
            .then(|| {
                view! {
                    <section class="card stack stack--2" aria-labelledby="j-tipis">
                        <h2 class="h3" id="j-tipis">{t.low_title()}</h2>
                        <p class="muted">{t.low_none()}</p>
                    </section>
                }
            })
            .into_html();
    }
    let items = low
        .into_iter()
        .map(|low| {
            let label = low.label();
            let class = if low.available == 0 { "state state--stop" } else { "state state--wait" };
            view! {
                <li class="lowline">
                    <span><a class="strong" href=format!("/usaha/produk/{}", low.product_id)>{low.name}</a><span class="muted small">{label}</span></span>
                    <span class=class>{t.left(low.available)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-tipis">
            <h2 class="h3" id="j-tipis">{t.low_title()}</h2>
            <ul>{items}</ul>
        </section>
    }
    .into_html()
}

fn shortcuts(t: Lang) -> AnyView {
    let links = [
        ("plus", "/usaha/produk/baru", t.add_product()),
        ("layout-list", "/usaha/produk", t.room_products()),
        ("settings", "/usaha/toko", t.shop_settings()),
        ("calendar-days", "/usaha/toko/libur", t.tab_closed()),
        ("users", "/pendampingan", t.me_room()),
    ]
    .into_iter()
    .map(|(icon, path, name)| view! { <a class="btn btn--line" href=path><Icon name=icon/>{name}</a> })
    .collect_view();
    view! { <nav class="card shortcuts" aria-label=t.shortcuts()>{links}</nav> }.into_html()
}
