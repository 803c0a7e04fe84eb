//! What narrows the inbox.

use domain::permit::key::Words;
use domain::permit::state::State;
use leptos::prelude::*;
use platform::permit::{Assigned, CaseFilter};
use platform::reference::Region;
use uuid::Uuid;

use super::address::{address, assigned_word, drawer_word, pairs, states};
use crate::html::IntoHtml;
use crate::text::{CommonText, DeskText, Lang, desk_state};
use crate::ui::SearchField;

/// Whether more than drawer and officer is asked for.
pub(super) fn is_filtered(filter: &CaseFilter) -> bool {
    filter.left.is_some()
        || matches!(filter.assigned, Assigned::To(_))
        || filter.service.is_some()
        || filter.kecamatan.is_some()
        || filter.state.is_some()
        || !filter.words.is_empty()
}

fn choice(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
) -> AnyView {
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <label>
            <span class="vh">{label}</span>
            <select class="select" name=name><option value="">{all}</option>{options}</select>
        </label>
    }
    .into_html()
}

/// The form above the list.
pub(super) fn filter_form(
    filter: &CaseFilter,
    services: Vec<(String, Words)>,
    kecamatan: Vec<Region>,
    colleagues: &[(Uuid, String)],
    t: Lang,
) -> AnyView {
    let services = services.into_iter().map(|(slug, name)| (slug, name.get(t).to_owned())).collect();
    let states =
        states(filter.desk).iter().map(|state| (state.to_string(), desk_state(*state, t).to_owned())).collect();
    let kecamatan = kecamatan.into_iter().map(|region| (region.code, region.name)).collect();
    let officers = [(Assigned::Me, t.assigned_me()), (Assigned::Nobody, t.assigned_nobody())];
    let officers = officers.into_iter().chain(colleagues.iter().map(|(id, name)| (Assigned::To(*id), name.as_str())));
    let officers = officers.map(|(assigned, name)| (assigned_word(assigned), name.to_owned())).collect();
    let clear = (is_filtered(filter) || filter.assigned != Assigned::Any)
        .then(|| address(&CaseFilter { desk: filter.desk, ..CaseFilter::default() }));
    // What is chosen by a tile stays.
    let left = pairs(filter).into_iter().find(|(name, _)| *name == "sisa");
    let left = left.map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    view! {
        <form class="inbox__filter" action="/dinas/izin" role="search">
            <input type="hidden" name="laci" value=drawer_word(filter.desk)/>
            {left}
            <div class="seek"><SearchField label=t.find() words=filter.words.clone()/></div>
            {choice("petugas", t.who(), t.assigned_any(), officers, &assigned_word(filter.assigned))}
            {choice("tahap", t.stage(), t.all_stages(), states, filter.state.map_or("", State::as_str))}
            {choice("layanan", DeskText::service(t), DeskText::all_services(t), services, &text(&filter.service))}
            {choice("kec", DeskText::kecamatan(t), t.all_kecamatan(), kecamatan, &text(&filter.kecamatan))}
            <div class="inbox__go">
                <button class="btn btn--line">{CommonText::search(t)}</button>
                {clear.map(|path| view! { <a class="btn btn--quiet" href=path>{DeskText::clear_filter(t)}</a> })}
            </div>
        </form>
    }
    .into_html()
}
