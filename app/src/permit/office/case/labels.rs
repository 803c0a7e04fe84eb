//! What the places of a form are called.

use domain::permit::answers::Path;
use domain::permit::form::{Field, FieldKind};
use domain::permit::service::Service;
use platform::permit::CaseFile;

use crate::text::{DeskText, Lang};

/// What a case is about: the business or brand, or who applied.
pub(super) fn subject(case: &CaseFile) -> String {
    if case.subject.is_empty() { case.name.clone() } else { case.subject.clone() }
}

/// The label of a place of the form, with its row where it stands in a group.
pub(super) fn label(service: &Service, path: &Path, t: Lang) -> String {
    let Some(field) = service.form.at(path) else { return path.as_str().to_owned() };
    match path.as_str().split('.').collect::<Vec<_>>()[..] {
        [_, row, _] => {
            let row = row.parse::<usize>().unwrap_or_default() + 1;
            format!("{}, {}", field.label.get(t), t.row_number(row).to_lowercase())
        }
        _ => field.label.get(t).to_owned(),
    }
}

/// The label of a reason's code.
pub(super) fn reason(service: &Service, code: &str, t: Lang) -> String {
    let known = service.reasons.iter().find(|reason| reason.key.as_str() == code);
    known.map_or_else(|| code.to_owned(), |reason| reason.label.get(t).to_owned())
}

/// The fields of a form's section with their places; those of a group once for each row that is filled in.
pub(super) fn places<'f>(case: &CaseFile, fields: &'f [Field]) -> Vec<(Path, &'f Field)> {
    let mut places = Vec::new();
    for field in fields {
        match &field.kind {
            FieldKind::Group { most, fields, .. } => {
                for row in 0..usize::from(*most) {
                    let inner = fields.iter().map(|inner| (Path::in_row(&field.key, row, &inner.key), inner));
                    let inner: Vec<_> = inner.collect();
                    if inner.iter().any(|(path, _)| case.handed_in.has(path)) {
                        places.extend(inner);
                    }
                }
            }
            _ => places.push((Path::of(&field.key), field)),
        }
    }
    places
}
