//! Reading the answers of a form into a definition.

use std::collections::HashMap;

use domain::permit::key::Key;
use domain::slug::slug;
use domain::time::Day;
use domain::typed::{Line, Problem, Text, Whole};
use serde_json::{Value, json};

use super::item::{Item, Kind, REMOVE, answer, join, text, typed_rows};
use crate::shop::seller::form::Form;
use crate::text::{KeepText, Lang};

/// A sent form, and what is wrong with it.
pub(super) struct Taking<'f> {
    /// What was typed, by path.
    pub typed: &'f HashMap<String, String>,
    /// Notes what is wrong.
    pub form: &'f mut Form,
    /// The definition before, for what can be chosen.
    pub definition: &'f Value,
    /// The reader's language.
    pub t: Lang,
}

impl Taking<'_> {
    /// Writes the answers into an object. Wrong ones are noted and leave it as it is.
    pub fn items<'i>(&mut self, items: impl IntoIterator<Item = &'i Item>, path: &str, object: &mut Value) {
        for item in items {
            if let Some(value) = self.item(item, &join(path, item.key), object) {
                if item.key.is_empty() {
                    *object = value;
                } else {
                    object[item.key] = value;
                }
            }
        }
    }

    fn typed(&self, path: &str) -> &str {
        self.typed.get(path).map_or("", String::as_str)
    }

    fn item(&mut self, item: &Item, path: &str, object: &Value) -> Option<Value> {
        let label = (item.label)(self.t);
        match item.kind {
            Kind::Words | Kind::Paragraph => {
                let id = self.words(&join(path, "id"), label)?;
                let en = self.words(&join(path, "en"), label)?;
                Some(json!({ "id": id, "en": en }))
            }
            Kind::Line => Some(self.line(path, label)?.into()),
            Kind::Address => match self.line(path, label)? {
                none if none.is_empty() => Some(Value::Null),
                address if address.starts_with("https://") || address.starts_with("http://") => Some(address.into()),
                _ => self.wrong(path, self.t.address_wrong(label)),
            },
            Kind::Lines => {
                let line = self.line(path, label)?;
                Some(line.split(',').map(str::trim).filter(|part| !part.is_empty()).collect())
            }
            Kind::Key => match key(self.typed(path), object) {
                Some(key) => Some(key.as_str().into()),
                None => self.wrong(path, self.t.key_wrong(label)),
            },
            Kind::MaybeWhole(_) if self.typed(path).trim().is_empty() => Some(Value::Null),
            Kind::Whole(most) | Kind::MaybeWhole(most) => self.read(path, label, |text| whole(text, most)),
            Kind::Size => self.read(path, label, |text| whole(text, u32::MAX.into())),
            Kind::Day => match Day::parse(self.typed(path).trim()) {
                Some(day) => Some(day.to_string().into()),
                None => self.wrong(path, self.t.day_needed(label)),
            },
            Kind::Tick => Some((!self.typed(path).is_empty()).into()),
            Kind::MaybeChoice(_) if self.typed(path).is_empty() => Some(Value::Null),
            Kind::Choice(options) | Kind::MaybeChoice(options) => {
                let chosen = self.typed(path).to_owned();
                // What stands there already may stay, even where it leads nowhere: that is said before it is published.
                let known = options(self.definition, self.t).iter().any(|(value, _)| *value == chosen);
                if known || (!chosen.is_empty() && matches!(item.kind, Kind::MaybeChoice(_))) {
                    Some(chosen.into())
                } else {
                    self.wrong(path, self.t.choice_wrong(label))
                }
            }
            Kind::Boxes(options) => {
                let options = options(self.definition, self.t).into_iter().map(|(value, _)| value);
                Some(options.filter(|value| !self.typed(&join(path, value)).is_empty()).collect())
            }
            Kind::Rows(items) => Some(self.rows(items, path)),
            Kind::Kept => Some(serde_json::from_str(self.typed(path)).unwrap_or_default()),
        }
    }

    fn rows(&mut self, items: &'static [Item], path: &str) -> Value {
        let mut rows = Vec::new();
        for number in 0..typed_rows(self.typed.keys(), path) {
            let path = join(path, &number.to_string());
            if self.is_blank(items, &path) || !self.typed(&join(&path, REMOVE)).is_empty() {
                continue;
            }
            let mut row = json!({});
            self.items(items, &path, &mut row);
            rows.push(row);
        }
        rows.into()
    }

    /// Whether nothing was typed into a row; what is chosen says nothing.
    fn is_blank(&self, items: &[Item], path: &str) -> bool {
        items.iter().all(|item| {
            let path = join(path, item.key);
            let empty = |path: &str| self.typed(path).trim().is_empty();
            match item.kind {
                Kind::Words | Kind::Paragraph => empty(&join(&path, "id")) && empty(&join(&path, "en")),
                Kind::Line | Kind::Address | Kind::Lines | Kind::Key => empty(&path),
                Kind::Whole(_) | Kind::MaybeWhole(_) | Kind::Day => empty(&path),
                _ => true,
            }
        })
    }

    fn words(&mut self, path: &str, label: &str) -> Option<String> {
        let read = |text: &str| Text::<2_000>::parse_optional(text);
        Some(self.parse(path, label, read)?.map_or(String::new(), |text| text.as_str().to_owned()))
    }

    fn line(&mut self, path: &str, label: &str) -> Option<String> {
        let read = |text: &str| Line::<400>::parse_optional(text);
        Some(self.parse(path, label, read)?.map_or(String::new(), |line| line.as_str().to_owned()))
    }

    fn read(&mut self, path: &str, label: &str, read: impl FnOnce(&str) -> Result<i64, Problem>) -> Option<Value> {
        self.parse(path, label, read).map(Value::from)
    }

    fn parse<T>(&mut self, path: &str, label: &str, read: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        let typed = self.typed.get(path).map_or("", String::as_str);
        self.form.read(path, label, typed, read)
    }

    fn wrong(&mut self, path: &str, message: String) -> Option<Value> {
        self.form.wrong(path, message);
        None
    }
}

/// A whole number from zero up to a largest.
fn whole(text: &str, most: i64) -> Result<i64, Problem> {
    match Whole::<0, 100_000_000_000>::parse(text)?.get() {
        large if large > most => Err(Problem::TooLarge(most)),
        number => Ok(number),
    }
}

/// A key as it was typed, or as the words of its object make it.
fn key(typed: &str, object: &Value) -> Option<Key> {
    let typed = typed.trim();
    if !typed.is_empty() {
        return Key::parse(typed).ok();
    }
    let words = ["label", "name", "title"].into_iter().map(|key| text(answer(answer(object, key), "id")));
    let made: String = slug(&words.collect::<String>()).replace('-', "_").chars().take(40).collect();
    Key::parse(made.trim_end_matches('_')).ok()
}

/// Moves a row of a list up or down among what was typed: `naik requirements.2`.
pub(super) fn move_row(typed: HashMap<String, String>, step: &str) -> HashMap<String, String> {
    let Some((way, row)) = step.split_once(' ') else { return typed };
    let Some((list, number)) = row.rsplit_once('.') else { return typed };
    let Ok(number) = number.parse::<usize>() else { return typed };
    let other = match way {
        "naik" => number.checked_sub(1),
        "turun" => Some(number + 1).filter(|other| *other < typed_rows(typed.keys(), list)),
        _ => None,
    };
    let Some(other) = other else { return typed };
    let (one, other) = (format!("{list}.{number}"), format!("{list}.{other}"));
    let inside =
        |name: &str, row: &str| name.strip_prefix(row).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    typed
        .into_iter()
        .map(|(name, value)| {
            let moved = if inside(&name, &one) {
                name.replacen(&one, &other, 1)
            } else if inside(&name, &other) {
                name.replacen(&other, &one, 1)
            } else {
                name
            };
            (moved, value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_row_changes_places_with_its_neighbour() {
        let rows = typed(&[("a.0.id", "satu"), ("a.1.id", "dua"), ("a.10.id", "lain"), ("b.1.id", "tetap")]);
        let moved = move_row(rows.clone(), "naik a.1");
        let expected = typed(&[("a.0.id", "dua"), ("a.1.id", "satu"), ("a.10.id", "lain"), ("b.1.id", "tetap")]);
        assert_eq!(moved, expected);
        assert_eq!(move_row(rows.clone(), "turun a.0"), expected);
        for nowhere in ["naik a.0", "turun a.10", "hapus a.1", "naik", "naik a"] {
            assert_eq!(move_row(rows.clone(), nowhere), rows, "{nowhere}");
        }
    }

    #[test]
    fn a_key_is_typed_or_made_from_the_words() {
        let made = |typed: &str, words: &str| key(typed, &json!({ "label": { "id": words } })).map(String::from);
        assert_eq!(made(" luas ", ""), Some("luas".to_owned()));
        assert_eq!(made("", "Luas tempat (m2)"), Some("luas_tempat_m2".to_owned()));
        assert_eq!((made("Luas", "Luas"), made("", "2 foto"), made("", "")), (None, None, None));
    }

    #[test]
    fn numbers_stay_below_their_largest() {
        assert_eq!(whole("1.200", 65_535), Ok(1_200));
        assert_eq!(whole("70000", 65_535), Err(Problem::TooLarge(65_535)));
        assert_eq!(whole("", 9), Err(Problem::Empty));
    }
}
