//! A list of cases as an address says it.

use domain::permit::state::State;
use leptos::prelude::with_context;
use platform::permit::{Assigned, CaseFilter, Desk as Drawer, Left};
use platform::shop::catalogue::Cursor;
use uuid::Uuid;

use crate::action::escape;
use crate::request::Query;

pub(super) const fn drawer_word(drawer: Drawer) -> &'static str {
    match drawer {
        Drawer::Running => "berjalan",
        Drawer::Waiting => "menunggu",
        Drawer::Objections => "keberatan",
        Drawer::Done => "selesai",
    }
}

pub(super) fn assigned_word(assigned: Assigned) -> String {
    match assigned {
        Assigned::Any => String::new(),
        Assigned::Me => "saya".to_owned(),
        Assigned::Nobody => "belum".to_owned(),
        Assigned::To(account) => account.to_string(),
    }
}

const fn left_word(left: Left) -> &'static str {
    match left {
        Left::Nothing => "lewat",
        Left::Little => "segera",
        Left::Enough => "cukup",
    }
}

/// The states of a drawer.
pub(super) const fn states(drawer: Drawer) -> &'static [State] {
    use State::*;
    match drawer {
        Drawer::Running => &[Diajukan, Verifikasi, Kunjungan, Persetujuan],
        Drawer::Waiting => &[PerluPerbaikan, MenungguBayar, Dihentikan],
        Drawer::Objections => &[],
        Drawer::Done => &[Terbit, Ditolak, Ditarik, Kedaluwarsa, Dicabut],
    }
}

/// Reads the filter.
pub(in crate::permit::office) fn read(query: &Query) -> CaseFilter {
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
        other => other.and_then(|id| Uuid::try_parse(id).ok()).map_or(Assigned::Any, Assigned::To),
    };
    let left = match word("sisa").filter(|_| desk == Drawer::Running) {
        Some("lewat") => Some(Left::Nothing),
        Some("segera") => Some(Left::Little),
        Some("cukup") => Some(Left::Enough),
        _ => None,
    };
    CaseFilter {
        desk,
        left,
        assigned,
        service: word("layanan").map(str::to_owned),
        kecamatan: word("kec").map(str::to_owned),
        state: word("tahap").and_then(|state| state.parse().ok()).filter(|state| states(desk).contains(state)),
        words: word("q").map(|words| words.chars().take(60).collect()).unwrap_or_default(),
        after: word("sesudah").and_then(Cursor::parse),
    }
}

/// What [`read`] reads, name by name.
pub(in crate::permit::office) fn pairs(filter: &CaseFilter) -> Vec<(&'static str, String)> {
    let after = filter.after.map(|cursor| cursor.to_string());
    let parts = [
        ("laci", drawer_word(filter.desk).to_owned()),
        ("sisa", filter.left.map_or("", left_word).to_owned()),
        ("petugas", assigned_word(filter.assigned)),
        ("layanan", filter.service.clone().unwrap_or_default()),
        ("kec", filter.kecamatan.clone().unwrap_or_default()),
        ("tahap", filter.state.map_or("", State::as_str).to_owned()),
        ("q", filter.words.clone()),
        ("sesudah", after.unwrap_or_default()),
    ];
    parts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn query_of(filter: &CaseFilter) -> String {
    let pairs: Vec<String> =
        pairs(filter).into_iter().map(|(name, value)| format!("{name}={}", escape(&value))).collect();
    pairs.join("&")
}

/// The list.
pub(in crate::permit::office) fn address(filter: &CaseFilter) -> String {
    format!("/dinas/izin?{}", query_of(filter))
}

/// A case of the list, so that its neighbours can be found.
pub(in crate::permit::office) fn case_address(number: &str, filter: &CaseFilter) -> String {
    format!("/dinas/izin/{number}?{}", query_of(&CaseFilter { after: None, ..filter.clone() }))
}

/// The page of a case after something was done to it: with the list that the officer came from, if they came from one.
pub(in crate::permit::office) fn back_to_case(number: &str) -> String {
    let came = with_context::<http::request::Parts, _>(|parts| {
        parts.headers.get(http::header::REFERER).and_then(|came| came.to_str().ok()).map(str::to_owned)
    });
    list_in(&came.flatten().unwrap_or_default())
        .map_or_else(|| format!("/dinas/izin/{number}"), |filter| case_address(number, &filter))
}

/// The list in the address of one of its pages.
fn list_in(address: &str) -> Option<CaseFilter> {
    let (path, query) = address.split_once('?')?;
    let query = Query::parse(query.split('#').next().unwrap_or_default());
    (path.contains("/dinas/izin") && query.get("laci").is_some()).then(|| read(&query))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_for() {
        for text in [
            "laci=berjalan",
            "laci=berjalan&sisa=lewat",
            "laci=selesai&layanan=binaan&tahap=terbit&q=bu+siti",
            "laci=menunggu&petugas=saya&kec=36.03.20",
            "laci=berjalan&petugas=01a20b0a-5bf0-7ea6-87a5-fcd334d93087",
        ] {
            assert_eq!(address(&read(&Query::parse(text))), format!("/dinas/izin?{text}"));
        }
        // Only what runs has time left. A state of another drawer is none.
        assert_eq!(address(&read(&Query::parse("laci=selesai&tahap=diajukan&sisa=lewat"))), "/dinas/izin?laci=selesai");
    }

    #[test]
    fn a_case_is_gone_back_to_in_its_list() {
        let list = |came: &str| list_in(came).map(|filter| case_address("IZN-1", &filter));
        let here = Some("/dinas/izin/IZN-1?laci=menunggu&kec=36.03.20".to_owned());
        assert_eq!(
            list(
                "https://rumah.example/dinas/izin?laci=menunggu&kec=36.03.20&sesudah=1-00000000000000000000000000000000"
            ),
            here
        );
        assert_eq!(list("https://rumah.example/dinas/izin/IZN-7?laci=menunggu&kec=36.03.20#langkah"), here);
        assert_eq!(list("https://rumah.example/dinas/izin/IZN-7"), None);
        assert_eq!(list("https://rumah.example/produk?laci=menunggu"), None);
        assert_eq!(list(""), None);
    }
}
