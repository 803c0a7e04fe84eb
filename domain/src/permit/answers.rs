//! What an applicant typed into a service's form, and what it means. Nothing typed is lost: what cannot be read stays
//! as it is, beside what is wrong with it.

mod value;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::value::{MOST_CHARACTERS, Problem, Value};
use self::value::{read_files, read_value};
use super::form::{Field, FieldKind, FileKind, Form, Section};
use super::key::Key;
use crate::time::Day;

/// Where an answer stands, and the name of its input: `nama` or, in a row of a group, `produk.0.nama`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path(String);

impl Path {
    /// A path as it comes from a form or the database; one that no field has is never looked at.
    pub fn from_name(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// Of a field outside groups, or of a group itself.
    pub fn of(key: &Key) -> Self {
        Self(key.to_string())
    }

    /// Of a field in a row of a group. Rows begin with 0.
    pub fn in_row(group: &Key, row: usize, key: &Key) -> Self {
        Self(format!("{group}.{row}.{key}"))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the other, or stands in the group that the other is.
    pub fn is_within(&self, other: &Path) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// Row and field, when it stands in this group.
    fn in_group(&self, group: &Key) -> Option<(usize, &str)> {
        let (row, field) = self.0.strip_prefix(group.as_str())?.strip_prefix('.')?.split_once('.')?;
        let number: usize = row.parse().ok()?;
        (number.to_string() == row).then_some((number, field))
    }
}

impl Form {
    /// The field at a path; `None` when the form has none there.
    pub fn at(&self, path: &Path) -> Option<&Field> {
        self.fields().find_map(|field| match &field.kind {
            _ if field.key.as_str() == path.as_str() => Some(field),
            FieldKind::Group { fields, .. } => {
                let (_, name) = path.in_group(&field.key)?;
                fields.iter().find(|field| field.key.as_str() == name)
            }
            _ => None,
        })
    }
}

/// A file that was uploaded and recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uploaded {
    /// Its id in the store.
    pub id: Uuid,
    /// What it is, by its content.
    pub kind: FileKind,
    /// Its size.
    pub bytes: u32,
}

/// What was typed and uploaded, as it was typed: a draft. Holds personal data; debugs as its paths only.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed {
    /// Words and numbers.
    pub texts: BTreeMap<Path, String>,
    /// Files.
    pub files: BTreeMap<Path, Vec<Uploaded>>,
}

impl Typed {
    /// Whether something stands at a path or, for a group, in one of its rows.
    pub fn has(&self, path: &Path) -> bool {
        self.filled().any(|filled| filled.is_within(path))
    }

    /// Where files were handed in.
    pub fn documents(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter(|(_, files)| !files.is_empty()).map(|(path, _)| path)
    }

    /// What stands at a path or in the group there, without what is blank.
    pub(super) fn part(&self, path: &Path) -> Typed {
        let within = self.filled().filter(|filled| filled.is_within(path));
        let mut part = Typed::default();
        for at in within {
            part.texts.extend(self.texts.get(at).map(|text| (at.clone(), text.trim().to_owned())));
            part.files.extend(self.files.get(at).map(|files| (at.clone(), files.clone())));
        }
        part
    }

    fn filled(&self) -> impl Iterator<Item = &Path> {
        let texts = self.texts.iter().filter(|(_, text)| !text.trim().is_empty()).map(|(path, _)| path);
        texts.chain(self.documents())
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.filled().map(Path::as_str)).finish()
    }
}

/// A whole form, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// What could be read.
    pub values: BTreeMap<Path, Value>,
    /// What is missing or wrong, in the order of the form; nothing when it can be handed in.
    pub problems: Vec<(Path, Problem)>,
}

/// How far a section is, for the task list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is filled in.
    NotStarted,
    /// Something is missing or wrong.
    Incomplete,
    /// Nothing is missing or wrong.
    Done,
}

impl Checked {
    /// Whether it can be handed in.
    pub fn is_complete(&self) -> bool {
        self.problems.is_empty()
    }

    /// How far a section is.
    pub fn progress(&self, section: &Section, typed: &Typed) -> Progress {
        let paths: Vec<Path> = section.fields.iter().map(|field| Path::of(&field.key)).collect();
        let wrong = |path: &Path| self.problems.iter().any(|(at, _)| at.is_within(path));
        if !paths.iter().any(|path| typed.has(path)) {
            Progress::NotStarted
        } else if paths.iter().any(wrong) {
            Progress::Incomplete
        } else {
            Progress::Done
        }
    }
}

/// Reads everything that a form asks for; what it does not ask for is left alone.
pub fn read(form: &Form, typed: &Typed, today: Day) -> Checked {
    let mut reader = Reader { typed, today, checked: Checked::default() };
    for field in form.fields() {
        match &field.kind {
            FieldKind::Group { least, most, fields } => reader.group(field, *least, *most, fields),
            _ => reader.field(field, Path::of(&field.key)),
        }
    }
    reader.checked
}

struct Reader<'t> {
    typed: &'t Typed,
    today: Day,
    checked: Checked,
}

impl Reader<'_> {
    /// Rows in which nothing is filled in do not count: a page without script shows some to spare.
    fn group(&mut self, group: &Field, least: u8, most: u8, fields: &[Field]) {
        let asked = |name: &str| fields.iter().any(|field| field.key.as_str() == name);
        let row = |path: &Path| path.in_group(&group.key).filter(|(_, name)| asked(name)).map(|(row, _)| row);
        let rows: BTreeSet<usize> = self.typed.filled().filter_map(row).collect();
        let path = || Path::of(&group.key);
        match rows.len() {
            0 if group.required => self.checked.problems.push((path(), Problem::Missing)),
            0 => {}
            count if count < usize::from(least) => self.checked.problems.push((path(), Problem::TooFewRows(least))),
            count if count > usize::from(most) => self.checked.problems.push((path(), Problem::TooManyRows(most))),
            _ => {}
        }
        for row in rows.into_iter().take(usize::from(most)) {
            for field in fields {
                self.field(field, Path::in_row(&group.key, row, &field.key));
            }
        }
    }

    fn field(&mut self, field: &Field, path: Path) {
        let value = match &field.kind {
            FieldKind::File { kinds, most_bytes, most, .. } => {
                read_files(self.typed.files.get(&path).map_or(&[], Vec::as_slice), kinds, *most_bytes, *most)
            }
            kind => {
                let text = self.typed.texts.get(&path).map_or("", |text| text.trim());
                if text.is_empty() { Ok(None) } else { read_value(kind, text, self.today).map(Some) }
            }
        };
        match value {
            Ok(Some(value)) => drop(self.checked.values.insert(path, value)),
            Ok(None) if field.required => self.checked.problems.push((path, Problem::Missing)),
            Ok(None) => {}
            Err(problem) => self.checked.problems.push((path, problem)),
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
