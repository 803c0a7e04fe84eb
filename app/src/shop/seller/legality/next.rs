//! What is best done next, in words: a turn of one's own, a duty that is due, or the first number that is missing.

use domain::permit::service::StageBy;
use domain::shop::badge::{Kind, State};
use domain::time::Day;
use leptos::prelude::*;
use platform::permit::{Companion, OwnDuty};
use platform::shop::badge::{OwnLegality, Slot};

use super::badge_name;
use crate::html::IntoHtml;
use crate::text::{Lang, LegalityText, stage_by_label};
use crate::ui::Icon;

/// The order in which a business gets its numbers; a food needs the first of them before it is sold.
const ORDER: [Kind; 4] = [Kind::Nib, Kind::Pirt, Kind::Halal, Kind::Merek];
/// A duty comes before new numbers when it is due so soon. Days.
const SOON: i64 = 30;

/// The card at the top.
pub(super) fn next_step(own: &OwnLegality, companion: &Companion, today: Day, t: Lang) -> AnyView {
    let turn = companion.underway.iter().find(|underway| underway.by == StageBy::Pemohon);
    let duty = companion.duties.iter().find(|duty| duty.due.since(today) <= SOON);
    let (words, hint, to, label) = match (turn, duty, missing(own, companion, today)) {
        (Some(turn), ..) => {
            let words = t.next_step_turn(turn.service.get(t), turn.stage.get(t));
            (words, None, Some(case(&turn.number)), t.open_case().to_owned())
        }
        (None, Some(duty), _) => (due(duty, t), None, Some(case(&duty.number)), t.open_case().to_owned()),
        (None, None, Some((kind, subject, slug))) => {
            let name = badge_name(kind, t);
            let (words, to) = (t.next_step_number(name, &subject), format!("/izin/{slug}/ajukan"));
            (words, Some(t.next_step_how()), Some(to), t.get_company(name))
        }
        (None, None, None) => (t.next_step_none().to_owned(), None, None, String::new()),
    };
    let class = if to.is_some() { "todo" } else { "todo todo--wait" };
    view! {
        <section class=class aria-labelledby="j-lanjut">
            <h2 id="j-lanjut">{t.next_step()}</h2>
            <p class="strong">{words}</p>
            {hint.map(|hint| view! { <p>{hint}</p> })}
            {to.map(|to| view! { <div class="todo__a"><a class="btn" href=to><Icon name="arrow-right"/>{label}</a></div> })}
        </section>
    }
    .into_html()
}

/// The first number that neither holds, nor waits, nor is on its way, and the service with which it is got.
fn missing(own: &OwnLegality, companion: &Companion, today: Day) -> Option<(Kind, String, String)> {
    let lacks = |slot: &Slot, kind: Kind| {
        let there = slot.latest.as_ref().map(|badge| badge.state(today));
        slot.kind == kind && slot.holding.is_none() && !matches!(there, Some(State::Diajukan | State::Terverifikasi))
    };
    ORDER.iter().find_map(|kind| {
        let (_, slug) = companion.services.iter().find(|(known, _)| known == kind)?;
        if companion.underway.iter().any(|underway| underway.kind == Some(*kind)) {
            return None;
        }
        let of_shop = own.of_shop.iter().any(|slot| lacks(slot, *kind)).then(|| own.shop.name.clone());
        let of_food = || {
            let food = own.products.iter().find(|(_, slots)| {
                // A food that is registered nationally needs no permit of the regency.
                let registered = slots.iter().any(|slot| slot.kind == Kind::Bpom && !lacks(slot, Kind::Bpom));
                !(*kind == Kind::Pirt && registered) && slots.iter().any(|slot| lacks(slot, *kind))
            });
            food.map(|(product, _)| product.name.clone())
        };
        Some((*kind, of_shop.or_else(of_food)?, slug.clone()))
    })
}

/// What is on its way at other agencies.
pub(super) fn underway(companion: &Companion, t: Lang) -> Option<AnyView> {
    let items: Vec<_> = companion
        .underway
        .iter()
        .map(|underway| {
            let class = if underway.by == StageBy::Pemohon { "state state--wait" } else { "state state--info" };
            view! {
                <li class="paper">
                    <div class="paper__t">
                        <p class="row"><strong>{underway.service.get(t).to_owned()}</strong><span class=class>{stage_by_label(underway.by, t)}</span></p>
                        <p class="muted small">{t.underway_at(underway.stage.get(t))}</p>
                    </div>
                    <a class="btn btn--line" href=case(&underway.number) aria-label=format!("{} {}", t.open_case(), underway.service.get(t))>{t.open_case()}</a>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="stack stack--2" aria-labelledby="j-didampingi">
                <h2 id="j-didampingi">{t.underway()}</h2>
                <div class="card"><ul class="papers">{items}</ul></div>
            </section>
        }
        .into_html()
    })
}

/// What has to be done for permits that were issued.
pub(super) fn duties(companion: &Companion, t: Lang) -> Option<AnyView> {
    let items: Vec<_> =
        companion.duties.iter().map(|duty| view! { <li><a href=case(&duty.number)>{due(duty, t)}</a></li> }).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="stack stack--2" aria-labelledby="j-kewajiban">
                <h2 id="j-kewajiban">{t.open_duties()}</h2>
                <div class="card"><ul class="dots">{items}</ul></div>
            </section>
        }
        .into_html()
    })
}

fn due(duty: &OwnDuty, t: Lang) -> String {
    let what = duty.name.as_ref().map_or(t.duty_renewal(), |name| name.get(t));
    t.next_step_duty(what, duty.service.get(t), &duty.due.words(t))
}

fn case(number: &str) -> String {
    format!("/izin/kasus/{number}")
}
