//! A question about a definition: where its answer stands in the JSON of the service, and how it is written.

use serde_json::Value;

use crate::text::Lang;

/// Words of the interface.
pub(super) type Say = fn(Lang) -> &'static str;
/// What can be chosen in this definition: what is stored, and what people read.
pub(super) type Options = fn(&Value, Lang) -> Vec<(String, String)>;

/// A question.
pub(super) struct Item {
    /// The answer's name in its object; empty for rows that are their answer.
    pub key: &'static str,
    /// Above the input.
    pub label: Say,
    /// Between label and input; may be empty.
    pub hint: Say,
    /// How it is answered.
    pub kind: Kind,
}

/// How a question is answered.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Words in both languages, on one line.
    Words,
    /// Words in both languages, on several lines.
    Paragraph,
    /// A line of text.
    Line,
    /// An address of a page, or nothing.
    Address,
    /// Several short texts with commas between them.
    Lines,
    /// A name within the definition; made from the words before it when it stays empty.
    Key,
    /// A whole number up to a largest.
    Whole(i64),
    /// The same, or nothing.
    MaybeWhole(i64),
    /// A day.
    Day,
    /// Yes or no.
    Tick,
    /// One of several.
    Choice(Options),
    /// One of several, or nothing.
    MaybeChoice(Options),
    /// A size of files.
    Size,
    /// Any of several.
    Boxes(Options),
    /// As many as there are, each with the same questions.
    Rows(&'static [Item]),
    /// Nothing is asked: what stands there stays with its row.
    Kept,
}

impl Item {
    pub const fn new(key: &'static str, label: Say, kind: Kind) -> Self {
        Self { key, label, hint: |_| "", kind }
    }

    pub const fn hint(self, hint: Say) -> Self {
        Self { hint, ..self }
    }

    /// The id of the input that comes first.
    pub fn anchor(&self, path: &str) -> String {
        let path = join(path, self.key);
        match self.kind {
            Kind::Words | Kind::Paragraph => join(&path, "id"),
            _ => path,
        }
    }
}

/// The path of something inside something: `requirements.0` and `name` become `requirements.0.name`.
pub(super) fn join(path: &str, key: &str) -> String {
    match (path, key) {
        ("", key) => key.to_owned(),
        (path, "") => path.to_owned(),
        (path, key) => format!("{path}.{key}"),
    }
}

/// The name of the input for a path.
pub(super) fn input_name(path: &str) -> String {
    format!("isi[{path}]")
}

/// The box that takes a row away when the form is saved.
pub(super) const REMOVE: &str = "buang";

/// How many rows were typed: one more than the largest number behind the path.
pub(super) fn typed_rows<'k>(names: impl Iterator<Item = &'k String>, path: &str) -> usize {
    let number = |name: &String| -> Option<usize> {
        name.strip_prefix(path)?.strip_prefix('.')?.split('.').next()?.parse().ok().filter(|number| *number < 200)
    };
    names.filter_map(number).max().map_or(0, |last| last + 1)
}

/// What an object says for a key; itself for an empty one.
pub(super) fn answer<'v>(object: &'v Value, key: &str) -> &'v Value {
    if key.is_empty() { object } else { object.get(key).unwrap_or(&Value::Null) }
}

/// A text as it stands in a definition; empty for anything else.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
