//! The filters of the classes: a plain GET form, and what is chosen as links that take it back.

use leptos::prelude::*;
use platform::reference::Reference;
use platform::training::{Facets, Filter};

use domain::training::choice::{Place, SeatsLeft, When};

use super::query::{address, cleared};
use crate::html::IntoHtml;
use crate::text::{Lang, ShopText, TrainingText, place_choice, seats_choice, when_choice};
use crate::ui::{Icon, facet_check};

/// Kecamatan shown before the others are unfolded.
const FIRST_KECAMATAN: usize = 5;

fn facet(legend: &'static str, checks: Vec<AnyView>) -> AnyView {
    view! { <fieldset class="facet"><legend>{legend}</legend><div>{checks}</div></fieldset> }.into_html()
}

/// The form: a sheet on the phone, a column on wide screens.
pub(super) fn facet_form(filter: &Filter, facets: &Facets, reference: &Reference, t: Lang) -> AnyView {
    let hidden = [
        ("q", Some(filter.words.clone()).filter(|words| !words.is_empty())),
        ("bidang", filter.category.clone()),
        ("urut", filter.order.map(|order| order.to_string())),
    ];
    let hidden = hidden
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| view! { <input type="hidden" name=name value=value/> }))
        .collect_view();
    let when = When::ALL.iter().zip(&facets.when);
    let when =
        when.map(|(one, n)| facet_check("kapan", one.as_str(), when_choice(t, *one), filter.when.contains(one), *n));
    let seats = SeatsLeft::ALL.iter().zip(&facets.seats);
    let seats =
        seats.map(|(one, n)| facet_check("kursi", one.as_str(), seats_choice(t, *one), filter.seats.contains(one), *n));
    let place = Place::ALL.iter().zip(&facets.place);
    let place = place
        .map(|(one, n)| facet_check("tempat", one.as_str(), place_choice(t, *one), filter.place.contains(one), *n));
    view! {
        <form class="facets" id="saring" action="/pelatihan" aria-label=t.filter_classes()>
            {hidden}
            <div class="facets__bar">
                <span>{t.filters()}</span>
                <a class="clear facets__clear" href=address(&cleared(filter))>{t.clear_all()}</a>
                <a class="tool" href="#isi" aria-label=t.close_filters()><Icon name="x" class="i i--24"/></a>
            </div>
            <div class="facets__list">
                {facet(t.facet_when(), when.collect())}
                {facet(t.facet_seats(), seats.collect())}
                {facet(t.facet_place(), place.collect())}
                {facet(t.facet_level(), vec![facet_check("pemula", "1", t.for_beginners(), filter.beginner, facets.beginner)])}
                {(!facets.kecamatan.is_empty()).then(|| facet(t.facet_kecamatan(), kecamatan(filter, facets, reference, t)))}
            </div>
            <div class="facets__go"><button class="btn btn--wide">{t.show_classes()}</button></div>
        </form>
    }
    .into_html()
}

/// The chosen ones, then those with most classes; the others are folded.
fn kecamatan(filter: &Filter, facets: &Facets, reference: &Reference, t: Lang) -> Vec<AnyView> {
    let mut places: Vec<_> = facets
        .kecamatan
        .iter()
        .map(|(code, count)| {
            (!filter.kecamatan.contains(code), usize::MAX - count, reference.kecamatan_name(code), code)
        })
        .collect();
    places.sort();
    let mut checks: Vec<_> = places
        .into_iter()
        .map(|(other, rest, name, code)| facet_check("kec", code, name, !other, usize::MAX - rest))
        .collect();
    let folded = checks.split_off(checks.len().min(FIRST_KECAMATAN.max(filter.kecamatan.len())));
    if !folded.is_empty() {
        let more = t.other_kecamatan(folded.len());
        let fold = view! {
            <details class="fold"><summary>{more}<Icon name="chevron-down" class="i i--16"/></summary>{folded}</details>
        };
        checks.push(fold.into_html());
    }
    checks
}

/// What is chosen, each as a link to the list without it.
pub(super) fn active(filter: &Filter, reference: &Reference, t: Lang) -> Vec<AnyView> {
    let mut chips = Vec::new();
    let mut chip = |label: &str, without: Filter| {
        let remove = t.remove_filter(label);
        chips.push(
            view! { <a class="chip chip--on" href=address(&without) aria-label=remove>{label.to_owned()}<Icon name="x" class="i i--16"/></a> }
                .into_html(),
        );
    };
    for when in &filter.when {
        let rest = filter.when.iter().filter(|other| *other != when).copied().collect();
        chip(when_choice(t, *when), Filter { when: rest, ..filter.clone() });
    }
    for seats in &filter.seats {
        let rest = filter.seats.iter().filter(|other| *other != seats).copied().collect();
        chip(seats_choice(t, *seats), Filter { seats: rest, ..filter.clone() });
    }
    for place in &filter.place {
        let rest = filter.place.iter().filter(|other| *other != place).copied().collect();
        chip(place_choice(t, *place), Filter { place: rest, ..filter.clone() });
    }
    if filter.beginner {
        chip(t.for_beginners(), Filter { beginner: false, ..filter.clone() });
    }
    for code in &filter.kecamatan {
        let rest = filter.kecamatan.iter().filter(|other| *other != code).cloned().collect();
        chip(reference.kecamatan_name(code), Filter { kecamatan: rest, ..filter.clone() });
    }
    chips
}
