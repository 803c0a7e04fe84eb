//! What narrows the inbox, and its address.

use domain::permit::key::Words;
use domain::permit::state::State;
use leptos::prelude::*;
use platform::permit::{Assigned, CaseFilter, Desk as Drawer};
use platform::reference::Region;
use platform::shop::catalogue::Cursor;

use crate::action::escape;
use crate::request::Query;
use crate::text::{CommonText, DeskText, Lang, desk_state};
use crate::ui::SearchField;

const fn drawer_word(drawer: Drawer) -> &'static str {
    match drawer {
        Drawer::Running => "berjalan",
        Drawer::Waiting => "menunggu",
        Drawer::Objections => "keberatan",
        Drawer::Done => "selesai",
    }
}

const fn assigned_word(assigned: Assigned) -> &'static str {
    match assigned {
        Assigned::Any => "",
        Assigned::Me => "saya",
        Assigned::Nobody => "belum",
    }
}

/// The states of a drawer.
const fn states(drawer: Drawer) -> &'static [State] {
    use State::*;
    match drawer {
        Drawer::Running => &[Diajukan, Verifikasi, Kunjungan, Persetujuan],
        Drawer::Waiting => &[PerluPerbaikan, MenungguBayar, Dihentikan],
        Drawer::Objections => &[],
        Drawer::Done => &[Terbit, Ditolak, Ditarik, Kedaluwarsa, Dicabut],
    }
}

/// Reads the filter.
pub(super) fn read(query: &Query) -> CaseFilter {
    let word = |name: &str| query.get(name).map(str::trim).filter(|value| !value.is_empty());
    let desk = match word("laci") {
        Some("menunggu") => Drawer::Waiting,
        Some("keberatan") => Drawer::Objections,
        Some("selesai") => Drawer::Done,
        _ => Drawer::Running,
    };
    let assigned = match word("petugas") {
        Some("saya") => Assigned::Me,
        Some("belum") => Assigned::Nobody,
        _ => Assigned::Any,
    };
    CaseFilter {
        desk,
        assigned,
        service: word("layanan").map(str::to_owned),
        kecamatan: word("kec").map(str::to_owned),
        state: word("tahap").and_then(|state| state.parse().ok()).filter(|state| states(desk).contains(state)),
        words: word("q").map(|words| words.chars().take(60).collect()).unwrap_or_default(),
        after: word("sesudah").and_then(Cursor::parse),
    }
}

/// What [`read`] reads.
pub(super) fn address(filter: &CaseFilter) -> String {
    let after = filter.after.map(|cursor| cursor.to_string());
    let parts = [
        ("petugas", assigned_word(filter.assigned)),
        ("layanan", filter.service.as_deref().unwrap_or_default()),
        ("kec", filter.kecamatan.as_deref().unwrap_or_default()),
        ("tahap", filter.state.map_or("", State::as_str)),
        ("q", &filter.words),
        ("sesudah", after.as_deref().unwrap_or_default()),
    ];
    let parts: String = parts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("&{name}={}", escape(value)))
        .collect();
    format!("/dinas/izin?laci={}{parts}", drawer_word(filter.desk))
}

/// Whether more than drawer and officer is asked for.
pub(super) fn is_filtered(filter: &CaseFilter) -> bool {
    filter.service.is_some() || filter.kecamatan.is_some() || filter.state.is_some() || !filter.words.is_empty()
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
    .into_any()
}

/// The form above the list.
pub(super) fn filter_form(
    filter: &CaseFilter,
    services: Vec<(String, Words)>,
    kecamatan: Vec<Region>,
    t: Lang,
) -> AnyView {
    let services = services.into_iter().map(|(slug, name)| (slug, name.get(t).to_owned())).collect();
    let states =
        states(filter.desk).iter().map(|state| (state.to_string(), desk_state(*state, t).to_owned())).collect();
    let kecamatan = kecamatan.into_iter().map(|region| (region.code, region.name)).collect();
    let officers = [(Assigned::Me, t.assigned_me()), (Assigned::Nobody, t.assigned_nobody())]
        .map(|(assigned, name)| (assigned_word(assigned).to_owned(), name.to_owned()));
    let clear = (is_filtered(filter) || filter.assigned != Assigned::Any)
        .then(|| address(&CaseFilter { desk: filter.desk, ..CaseFilter::default() }));
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    view! {
        <form class="inbox__filter" action="/dinas/izin" role="search">
            <input type="hidden" name="laci" value=drawer_word(filter.desk)/>
            <div class="seek"><SearchField label=t.find() words=filter.words.clone()/></div>
            {choice("petugas", t.who(), t.assigned_any(), officers.into(), assigned_word(filter.assigned))}
            {choice("tahap", t.stage(), t.all_stages(), states, filter.state.map_or("", State::as_str))}
            {choice("layanan", DeskText::service(t), DeskText::all_services(t), services, &text(&filter.service))}
            {choice("kec", DeskText::kecamatan(t), t.all_kecamatan(), kecamatan, &text(&filter.kecamatan))}
            <div class="inbox__go">
                <button class="btn btn--line">{CommonText::search(t)}</button>
                {clear.map(|path| view! { <a class="btn btn--quiet" href=path>{DeskText::clear_filter(t)}</a> })}
            </div>
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_for() {
        for text in [
            "laci=berjalan",
            "laci=selesai&layanan=binaan&tahap=terbit&q=bu+siti",
            "laci=menunggu&petugas=saya&kec=36.03.20",
        ] {
            assert_eq!(address(&read(&Query::parse(text))), format!("/dinas/izin?{text}"));
        }
        // A state of another drawer is none.
        assert_eq!(address(&read(&Query::parse("laci=selesai&tahap=diajukan"))), "/dinas/izin?laci=selesai");
    }
}
