//! What is wrong with a draft, in words, with the page on which it is mended.

use domain::permit::check::Problem;
use serde_json::Value;

use super::item::{Item, Kind, answer, join, text};
use super::part::{FORM, form_sections, list, named, parts, said};
use crate::text::{KeepText, Lang, fault_words};

/// Below the page of the service: where it is mended; and what is wrong.
pub(super) fn explain(definition: &Value, problem: &Problem, t: Lang) -> (String, String) {
    let steps: Vec<&str> = problem.place.split('.').collect();
    let (to, what) = match steps[0] {
        "form" => in_form(definition, &steps[1..], t),
        key => in_part(definition, key, steps.get(1).copied(), t),
    };
    (to, format!("{what}: {}", fault_words(problem.fault, t)))
}

fn in_part(definition: &Value, key: &str, row: Option<&str>, t: Lang) -> (String, String) {
    let Some((part, item)) = parts(definition).find_map(|part| part.item(key).map(|item| (part, item))) else {
        return (String::new(), key.to_owned());
    };
    let rows = answer(definition, key).as_array().map_or(&[][..], Vec::as_slice);
    let number = row.and_then(|row| {
        let known =
            rows.iter().rposition(|object| ["key", "business"].iter().any(|key| text(answer(object, key)) == row));
        known.or_else(|| row.parse::<usize>().ok()?.checked_sub(1))
    });
    let label = (item.label)(t);
    let (anchor, what) = match number {
        Some(number) => (join(key, &number.to_string()), t.row_number(label, number + 1)),
        None => (item.anchor(""), label.to_owned()),
    };
    (format!("/draf/{}#{anchor}", part.slug), what)
}

fn in_form(definition: &Value, steps: &[&str], t: Lang) -> (String, String) {
    let overview = || (format!("/draf/{FORM}"), t.part_form().to_owned());
    let Some(key) = steps.first() else { return overview() };
    for section in form_sections(definition) {
        let section_key = text(answer(section, "key"));
        if let Some(field) = list(section, "fields").iter().rfind(|field| text(answer(field, "key")) == *key) {
            let (at, name) = (format!("/draf/{FORM}/{section_key}/{key}"), named(field, "label", t).1);
            let Some(inner) = steps.get(1) else { return (at, name) };
            let is_group = text(answer(field, "type")) == "group";
            return match is_group {
                true => (format!("{at}/{inner}"), format!("{name} / {inner}")),
                false => (format!("{at}#options"), format!("{name} / {inner}")),
            };
        }
    }
    match form_sections(definition).find(|section| text(answer(section, "key")) == *key) {
        Some(section) if said(answer(section, "title"), t).trim().is_empty() => {
            (format!("/draf/{FORM}/{key}"), format!("{} {key}", t.q_section()))
        }
        Some(section) => (format!("/draf/{FORM}#{key}"), named(section, "title", t).1),
        None => overview(),
    }
}

/// Whether somebody who looks at a part finds the place of a problem there.
pub(super) fn is_in(slug: &str, definition: &Value, problem: &Problem) -> bool {
    let key = problem.place.split('.').next().unwrap_or_default();
    match parts(definition).find(|part| part.slug == slug) {
        Some(part) => part.item(key).is_some() || (slug == FORM && key == "form"),
        None => false,
    }
}

/// Whether a question takes rows.
pub(super) const fn has_rows(item: &Item) -> bool {
    matches!(item.kind, Kind::Rows(_))
}

#[cfg(test)]
mod tests {
    use domain::permit::check::Fault;
    use serde_json::json;

    use super::*;

    #[test]
    fn every_place_has_a_page_and_words() {
        let field = json!({ "key": "nib", "label": { "id": "Nomor NIB" }, "type": "choice", "options": [] });
        let definition = json!({
            "kind": "own",
            "reasons": [{ "key": "kabur" }, { "key": "salah" }],
            "form": { "sections": [{ "key": "usaha", "title": { "id": "Usaha" }, "fields": [field] }] },
        });
        for (place, to, what) in [
            ("norm", "/draf/aturan#norm", "Jangka waktu (hari kerja)"),
            ("name", "/draf/nama#name.id", "Nama layanan"),
            ("requirements.2", "/draf/syarat#requirements.1", "Syarat 2"),
            ("reasons.salah", "/draf/alasan#reasons.1", "Alasan 2"),
            ("form", "/draf/isian", "Formulir pemohon"),
            ("form.nib", "/draf/isian/usaha/nib", "Nomor NIB"),
            ("form.nib.kecil", "/draf/isian/usaha/nib#options", "Nomor NIB / kecil"),
            ("form.usaha", "/draf/isian#usaha", "Usaha"),
        ] {
            let problem = Problem { place: place.to_owned(), fault: Fault::Empty };
            let expected = (to.to_owned(), format!("{what}: belum diisi"));
            assert_eq!(explain(&definition, &problem, Lang::Id), expected, "{place}");
        }
    }
}
