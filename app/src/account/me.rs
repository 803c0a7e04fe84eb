//! `/akun`.

use std::sync::Arc;

use domain::account::{Actor, Capability, Role};
use domain::permit::mandate::part_of;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::account::{SecondStep, show_second_step};
use platform::complaint::{OwnComplaint, list_own_complaints};
use platform::mentoring::{MentoringCard, list_own_mentorings};
use platform::permit::{OwnCase, list_own_cases};
use platform::reference::Reference;
use platform::shop::order::{OrderHeader, list_own_orders};
use platform::training::{OwnRegistration, find_feed, list_own_registrations};

use crate::complaint::complaint_title;
use crate::html::IntoHtml;
use crate::mentoring::own_mentorings;
use crate::page::{Missing, page, signed_in};
use crate::text::{
    AccountText, CaseText, CommonText, ComplaintText, Lang, MandateText, MentoringText, case_state, complaint_state,
    status_label,
};
use crate::training::own_classes;
use crate::ui::{Icon, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    visitor: Visitor,
    orders: Vec<OrderHeader>,
    cases: Vec<OwnCase>,
    complaints: Vec<(OwnComplaint, String)>,
    classes: Vec<OwnRegistration>,
    mentorings: Vec<MentoringCard>,
    reference: Arc<Reference>,
    feed: Option<String>,
    second_step: SecondStep,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    let account = signed_in(&visitor)?;
    let orders = list_own_orders(&platform, account).await?;
    let cases = list_own_cases(&platform, account).await?;
    let mut complaints = Vec::new();
    for complaint in list_own_complaints(&platform, account).await? {
        let name = complaint_title(&platform, &complaint, visitor.lang).await?;
        complaints.push((complaint, name));
    }
    let classes = list_own_registrations(&platform, &visitor.actor, &visitor.class_keys).await?;
    let feed = find_feed(&platform, &visitor.actor).await?;
    Ok(Shown {
        mentorings: list_own_mentorings(&platform, &visitor.actor).await?,
        reference: platform.reference().await?.clone(),
        orders,
        cases,
        complaints,
        classes,
        feed,
        second_step: show_second_step(&platform, account).await?,
        visitor,
    })
}

/// `/akun`.
#[component]
pub fn AccountPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let Shown { visitor, orders, cases, complaints, classes, mentorings, reference, feed, second_step } = shown;
        let name = visitor.name.clone().unwrap_or_default();
        view! {
            <PageHead title=t.account_title().to_owned() description=t.account_title().to_owned() canonical=None/>
            <main id="isi" class="wrap section stack stack--6">
                <h1>{t.hello(&name)}</h1>
                <Said/>
                {visitor.must_set_up.then(|| view! {
                    <div class="note note--warn">
                        <Icon name="shield-check"/>
                        <div class="stack stack--2">
                            <strong>{t.second_required()}</strong>
                            <div><a class="btn" href="/akun/dua-langkah">{t.second_begin()}</a></div>
                        </div>
                    </div>
                })}
                <div class="two">
                    <div class="stack">{orders_view(orders, t)}{cases_view(cases, t)}{own_mentorings(&mentorings, &reference, t)}{own_classes(classes, feed, t)}{complaints_view(complaints, t)}</div>
                    {ways(&visitor, second_step, t)}
                </div>
            </main>
        }
    })
}

fn orders_view(orders: Vec<OrderHeader>, t: Lang) -> AnyView {
    let none = orders.is_empty();
    let orders = orders
        .into_iter()
        .map(|order| view! {
            <li>
                <div>
                    <a class="strong" href=format!("/pesanan/{}", order.number)>{order.shop}</a>
                    <p class="muted small">{order.number}"\u{a0}· "{Timestamp::from_micros(order.created_at).day().words(t)}</p>
                </div>
                <div class="bought__end">
                    <strong>{order.total.to_string()}</strong>
                    <p class="muted small">{status_label(t, order.status)}</p>
                </div>
            </li>
        })
        .collect_view();
    view! {
        <section class="card stack" aria-labelledby="j-pesanan">
            <h2 id="j-pesanan">{t.my_orders()}</h2>
            {if none {
                view! {
                    <p>{t.no_orders()}". "<span class="muted">{t.no_orders_hint()}</span></p>
                    <div class="row">
                        <a class="btn" href="/produk">{t.nav_shop()}</a>
                        <a class="btn btn--line" href="/lacak">{t.nav_track()}</a>
                    </div>
                }.into_html()
            } else {
                view! { <ul class="bought">{orders}</ul> }.into_html()
            }}
        </section>
    }
    .into_html()
}

/// The person's applications; nothing where there is none.
fn cases_view(cases: Vec<OwnCase>, t: Lang) -> Option<AnyView> {
    let none = cases.is_empty();
    let cases = cases
        .into_iter()
        .map(|case| {
            let name = if case.subject.is_empty() { case.number.clone() } else { case.subject };
            view! {
                <li>
                    <div>
                        <a class="strong" href=format!("/izin/kasus/{}", case.number)>{name}</a>
                        <p class="muted small">{case.number}"\u{a0}· "{Timestamp::from_micros(case.updated_at).day().words(t)}</p>
                    </div>
                    <div class="bought__end"><p class="small">{case_state(t, case.state)}</p></div>
                </li>
            }
        })
        .collect_view();
    (!none).then(|| {
        view! {
            <section class="card stack" aria-labelledby="j-izin">
                <h2 id="j-izin">{t.my_permits()}</h2>
                <ul class="bought">{cases}</ul>
            </section>
        }
        .into_html()
    })
}

/// The person's complaints, but no anonymous ones; nothing where there is none.
fn complaints_view(complaints: Vec<(OwnComplaint, String)>, t: Lang) -> Option<AnyView> {
    let none = complaints.is_empty();
    let complaints = complaints
        .into_iter()
        .map(|(complaint, name)| {
            view! {
                <li>
                    <div>
                        <a class="strong" href=format!("/pengaduan/{}", complaint.number)>{name}</a>
                        <p class="muted small">{complaint.number}"\u{a0}· "{Timestamp::from_micros(complaint.updated_at).day().words(t)}</p>
                    </div>
                    <div class="bought__end"><p class="small">{complaint_state(t, complaint.state)}</p></div>
                </li>
            }
        })
        .collect_view();
    (!none).then(|| {
        view! {
            <section class="card stack" aria-labelledby="j-pengaduan">
                <h2 id="j-pengaduan">{t.my_complaints()}</h2>
                <ul class="bought">{complaints}</ul>
            </section>
        }
        .into_html()
    })
}

/// Where this person can go from here.
fn ways(visitor: &Visitor, second_step: SecondStep, t: Lang) -> AnyView {
    let owner = matches!(&visitor.actor, Actor::Account { roles, .. } if roles.contains(&Role::PelakuUsaha));
    let shop = if owner { t.my_shop_hint() } else { t.open_shop_hint() };
    let second = if second_step.on { t.second_on() } else { t.second_off() };
    let helps = part_of(&visitor.actor).is_some();
    let mentors = visitor.actor.may(Capability::Mentor);
    let work = [
        mentors.then(|| way("/pendampingan/hari-ini", "calendar-days", t.me_my_day(), t.me_day_lead())),
        helps.then(|| way("/akun/kuasa", "users", t.helped_title(), t.helped_hint())),
        visitor.actor.works_in_office().then(|| way("/dinas", "inbox", t.my_office(), t.my_office_hint())),
        visitor.actor.may(Capability::RunShop).then(|| way("/usaha", "store", t.my_shop(), shop)),
    ];
    view! {
        <div class="stack">
            <nav class="card" aria-label=t.account_title()>
                <ul class="ways">
                    {work.into_iter().flatten().collect_view()}
                    {way("/akun/sandi", "key-round", t.password_label(), t.password_title())}
                    {way("/akun/perangkat", "smartphone", t.devices_title(), t.devices_hint())}
                    {way("/akun/dua-langkah", "shield-check", t.second_title(), second)}
                </ul>
            </nav>
            <form method="post" action="/aksi/keluar">
                <button class="btn btn--line btn--wide"><Icon name="log-out"/>{t.sign_out()}</button>
            </form>
        </div>
    }
    .into_html()
}

fn way(path: &'static str, icon: &'static str, name: &'static str, hint: &'static str) -> AnyView {
    view! {
        <li>
            <a class="way" href=path>
                <Icon name=icon class="i i--24"/>
                <span class="way__t"><strong>{name}</strong><small>{hint}</small></span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_html()
}
