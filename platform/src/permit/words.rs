//! An answer in words: what people read, not what is stored.

use domain::lang::Lang;
use domain::money::Rupiah;
use domain::permit::form::{Field, FieldKind};
use domain::time::Day;

use crate::reference::Reference;

/// What was typed into a field, as people read it; what cannot be read stays as it was typed.
pub fn in_words(field: &Field, text: &str, reference: &Reference, lang: Lang) -> String {
    let words = match &field.kind {
        FieldKind::Rupiah { .. } => Rupiah::parse(text).ok().map(|amount| amount.to_string()),
        FieldKind::Number { unit, .. } => Some(format!("{text} {}", unit.get(lang)).trim().to_owned()),
        FieldKind::Date { .. } => Day::parse(text).map(|day| day.words(lang)),
        FieldKind::Choice { options } => {
            let chosen = options.iter().find(|option| option.key.as_str() == text);
            chosen.map(|option| option.label.get(lang).to_owned())
        }
        FieldKind::Region { .. } => region(reference, text),
        _ => None,
    };
    words.unwrap_or_else(|| text.to_owned())
}

/// `Cukanggalih, Kec. Curug`.
fn region(reference: &Reference, code: &str) -> Option<String> {
    if let Some(kecamatan) = reference.kecamatan(code) {
        return Some(format!("Kec. {}", kecamatan.name));
    }
    let desa = reference.find_desa(code)?;
    Some(format!("{}, Kec. {}", desa.name, reference.kecamatan_name(code.get(..8)?)))
}
