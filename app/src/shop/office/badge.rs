//! `/dinas/lencana/{id}`: one number, what to compare it with, and the decision.

use domain::account::Capability;
use domain::shop::badge::{Action, Note};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::badge::{BadgeEvent, BadgeFile, BadgeWritten, find_badge_file};
use uuid::Uuid;

use super::decide_badge::decide_form;
use super::queue::age;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::legality::{badge_name, state_chip};
use crate::text::{Lang, OfficeText};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

struct Opened {
    file: BadgeFile,
    kecamatan: String,
    refused: Refused,
    may_open_shop: bool,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, id: Option<Uuid>) -> Result<Opened, Missing> {
    only(&visitor, Capability::VerifyBadges)?;
    let id = id.ok_or(Missing::NotFound)?;
    let file = find_badge_file(&platform, &visitor.actor, id).await?.ok_or(Missing::NotFound)?;
    let kecamatan = platform.reference().await?.kecamatan_name(&file.written.kecamatan).to_owned();
    let refused = recall(&platform, visitor.typed, &format!("lencana-{id}")).await?;
    let may_open_shop = visitor.actor.may(Capability::DecideShops);
    Ok(Opened { kecamatan, refused, may_open_shop, now: platform.now(), file })
}

/// `/dinas/lencana/{id}`.
#[component]
pub fn BadgeFilePage() -> impl IntoView {
    let id = Uuid::parse_str(&param("id")).ok();
    page(load(expect_context::<Platform>(), visitor(), id), |opened| {
        let t = lang();
        let Opened { file, kecamatan, refused, may_open_shop, now } = opened;
        let BadgeFile { written, notes, also, history, own, .. } = file;
        let (seen, today) = (history.len() as i64, now.day());
        let state = written.badge.state(today);
        let kind = written.badge.kind;
        let light = (state == domain::shop::badge::State::Diajukan).then(|| age(written.badge.created_at, now, t));
        let notes = notes_view(notes, also, t);
        view! {
            <Desk title=format!("{} {}", badge_name(kind, t), written.badge.shown())>
                <div class="row">
                    <a class="back" href="/dinas/lencana"><Icon name="chevron-left"/>{t.back_to_badges()}</a>
                    {state_chip(state, t)}
                    {light}
                </div>
                <div class="casefile">
                    <div class="stack">
                        <section class="card stack">
                            {facts(&written, kecamatan, may_open_shop, t)}
                        </section>
                        <section class="card stack" aria-labelledby="j-banding">
                            <h2 class="h3" id="j-banding">{t.check_title()}</h2>
                            <p class="muted">{t.check_hint()}</p>
                            {notes}
                            {kind.public_check().map(|(name, link)| view! {
                                <div><a class="btn btn--line" href=link rel="noopener noreferrer" target="_blank">
                                    <Icon name="external-link"/>{t.open_check(name)}
                                </a></div>
                            })}
                        </section>
                    </div>
                    <div class="stack casefile__side">
                        {decide_form(&written.badge, state, own, seen, &refused, t)}
                        {history_view(history, t)}
                    </div>
                </div>
            </Desk>
        }
    })
}

fn facts(written: &BadgeWritten, kecamatan: String, may_open_shop: bool, t: Lang) -> AnyView {
    let badge = &written.badge;
    let until = match badge.until() {
        Some(day) if badge.until_estimated => format!("{} ({})", day.words(t), t.estimated()),
        Some(day) => day.words(t),
        None => t.endless().to_owned(),
    };
    let shop = format!("{}\u{a0}· {}\u{a0}· {kecamatan}", written.shop, written.owner);
    let shop = match may_open_shop {
        true => view! { <a href=format!("/dinas/toko/{}", written.usaha_id)>{shop}</a> }.into_html(),
        false => shop.into_html(),
    };
    let product = written.product.clone().map(|name| {
        let to = written.product_slug.clone().filter(|_| written.listed == Some(true));
        let name = match to {
            Some(slug) => view! { <a href=format!("/produk/{slug}")>{name}</a> }.into_html(),
            None => name.into_html(),
        };
        view! { <div><dt>{t.product_label()}</dt><dd>{name}</dd></div> }
    });
    let composition = written
        .composition
        .clone()
        .filter(|text| !text.is_empty())
        .map(|text| view! { <div><dt>{t.composition_label()}</dt><dd>{text}</dd></div> });
    let reason = badge.reason.clone().map(|reason| {
        view! { <p class="note note--warn"><Icon name="info"/><span>{reason}</span></p> }
    });
    view! {
        <dl class="spec spec--file">
            <div><dt>{t.number_label()}</dt><dd class="mono">{badge.shown()}</dd></div>
            <div><dt>{t.holder_label()}</dt><dd>{badge.holder.clone()}</dd></div>
            {product}
            {composition}
            <div><dt>{t.shop_label()}</dt><dd>{shop}</dd></div>
            <div><dt>{t.until_label()}</dt><dd>{until}</dd></div>
            <div><dt>{t.handed_in()}</dt><dd>{Timestamp::from_micros(badge.created_at).words(t)}</dd></div>
        </dl>
        {reason}
    }
    .into_html()
}

fn notes_view(notes: Vec<Note>, also: Vec<String>, t: Lang) -> AnyView {
    let also = (!also.is_empty()).then(|| t.note_also(&also.join(", ")));
    let notes = notes.into_iter().map(|note| match note {
        Note::OldPirt => t.note_old_pirt().to_owned(),
        Note::OtherRegion(region) => t.note_region(&region),
        Note::UnknownPackaging => t.note_packaging().to_owned(),
        Note::OtherYear(year) => t.note_year(year),
    });
    notes
        .chain(also)
        .map(|text| view! { <p class="note note--warn"><Icon name="triangle-alert"/><span>{text}</span></p> })
        .collect_view()
        .into_html()
}

/// What was done to a badge, in words.
pub(super) fn did(action: Action, t: Lang) -> &'static str {
    match action {
        Action::Submit => t.did_submit(),
        Action::Verify => t.did_verify(),
        Action::Refuse => t.did_refuse(),
        Action::Revoke => t.did_revoke(),
        Action::Recheck => t.did_recheck(),
        Action::Replace => t.did_replace(),
    }
}

fn history_view(history: Vec<BadgeEvent>, t: Lang) -> AnyView {
    let none = history.is_empty();
    let events = history
        .into_iter()
        .map(|event| view! {
            <li class="event">
                <p><strong>{did(event.action, t)}</strong>" "<span class="muted small">{event.number}</span></p>
                <p class="muted small">
                    {event.name.unwrap_or_else(|| t.by_system().to_owned())}"\u{a0}· "{Timestamp::from_micros(event.at).words(t)}
                </p>
                {(!event.reason.is_empty()).then(|| view! { <p class="small">{event.reason}</p> })}
            </li>
        })
        .collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-riwayat">
            <h2 class="h3" id="j-riwayat">{t.history_badge()}</h2>
            {none.then(|| view! { <p class="muted">{t.no_history()}</p> })}
            <ol class="events">{events}</ol>
        </section>
    }
    .into_html()
}
