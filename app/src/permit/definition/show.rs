//! The questions about a definition as inputs, with what is stored or what was typed last.

use domain::money::Grouped;
use leptos::prelude::*;
use platform::flash::Refused;
use serde_json::Value;

use super::item::{Item, Kind, Options, REMOVE, answer, input_name, join, text, typed_rows};
use crate::html::IntoHtml;
use crate::text::{CartText, CommonText, KeepText, Lang};
use crate::ui::{Field, Icon, described};

/// So many empty rows follow the last one.
const SPARE: usize = 2;
/// Sizes of files to choose from. Megabytes.
const SIZES: [i64; 5] = [1, 2, 5, 8, 10];
const MEGABYTE: i64 = 1024 * 1024;

/// What inputs are made from.
pub(super) struct Showing<'s> {
    /// The whole definition, for what can be chosen.
    pub definition: &'s Value,
    /// What was typed and wrong.
    pub refused: &'s Refused,
    /// The reader's language.
    pub t: Lang,
}

impl Showing<'_> {
    /// The inputs of some questions about an object.
    pub fn items<'i>(&self, items: impl IntoIterator<Item = &'i Item>, path: &str, object: &Value) -> Vec<AnyView> {
        let one = |item: &Item| self.item(item, (item.label)(self.t), &join(path, item.key), answer(object, item.key));
        items.into_iter().map(one).collect()
    }

    /// What was typed, else what is stored.
    fn value(&self, path: &str, stored: &Value) -> String {
        if self.refused.values.is_empty() { text(stored) } else { self.refused.value(path) }
    }

    fn item(&self, item: &Item, label: &str, path: &str, stored: &Value) -> AnyView {
        let hint = (item.hint)(self.t);
        let may = format!("{label} {}", self.t.optional());
        let label = if matches!(item.kind, Kind::MaybeWhole(_) | Kind::Address) { &may } else { label };
        match item.kind {
            Kind::Words | Kind::Paragraph => self.words(item.kind, label, hint, path, stored),
            Kind::Line | Kind::Key => self.input(path, label, hint, "text", "text", self.value(path, stored)),
            Kind::Address => self.input(path, label, hint, "text", "url", self.value(path, stored)),
            Kind::Lines => {
                let parts = stored.as_array().into_iter().flatten().map(text);
                let joined = Value::from(parts.collect::<Vec<_>>().join(", "));
                self.input(path, label, hint, "text", "text", self.value(path, &joined))
            }
            Kind::Whole(_) | Kind::MaybeWhole(_) => {
                let number = stored.as_u64().map(|number| Value::from(Grouped(number).to_string()));
                self.input(path, label, hint, "text", "numeric", self.value(path, &number.unwrap_or_default()))
            }
            Kind::Day => self.input(path, label, hint, "date", "none", self.value(path, stored)),
            Kind::Tick => {
                let ticked = self.ticked(path, stored.as_bool().unwrap_or(false));
                tick(path, label.to_owned(), ticked)
            }
            Kind::Choice(options) => self.choice(path, label, hint, options(self.definition, self.t), None, stored),
            Kind::MaybeChoice(options) => {
                let none = Some(self.t.none_option());
                self.choice(path, label, hint, options(self.definition, self.t), none, stored)
            }
            Kind::Size => {
                let stored_size = stored.as_i64().filter(|size| SIZES.iter().all(|known| known * MEGABYTE != *size));
                let sizes = SIZES.map(|size| ((size * MEGABYTE).to_string(), self.t.megabytes(size)));
                let odd = stored_size.map(|size| (size.to_string(), self.t.bytes(Grouped(size.unsigned_abs()))));
                self.choice(path, label, hint, sizes.into_iter().chain(odd).collect(), None, stored)
            }
            Kind::Boxes(options) => self.boxes(path, label, options, stored),
            Kind::Rows(items) => self.rows(items, label, hint, path, stored),
            Kind::Kept => {
                let kept = if self.refused.values.is_empty() { stored.to_string() } else { self.refused.value(path) };
                view! { <input type="hidden" name=input_name(path) value=kept/> }.into_html()
            }
        }
    }

    fn words(&self, kind: Kind, label: &str, hint: &'static str, path: &str, stored: &Value) -> AnyView {
        let languages = [("id", self.t.in_indonesian(label)), ("en", self.t.in_english(label))];
        let inputs = languages
            .into_iter()
            .map(|(language, label)| {
                let path = join(path, language);
                let value = self.value(&path, answer(stored, language));
                let about = described(&path, !hint.is_empty(), self.refused);
                let invalid = self.refused.error(&path).map(|_| "true");
                let name = input_name(&path);
                let input = if matches!(kind, Kind::Paragraph) {
                    view! {
                        <textarea class="textarea" id=path.clone() name=name rows="3" lang=language aria-describedby=about
                            aria-invalid=invalid>{value}</textarea>
                    }
                    .into_html()
                } else {
                    view! {
                        <input class="input" id=path.clone() name=name lang=language autocomplete="off" value=value
                            aria-describedby=about aria-invalid=invalid/>
                    }
                    .into_html()
                };
                view! { <Field name=path label=label hint=hint refused=self.refused.clone()>{input}</Field> }
            })
            .collect_view();
        view! { <div class="pair">{inputs}</div> }.into_html()
    }

    fn input(
        &self,
        path: &str,
        label: &str,
        hint: &'static str,
        kind: &'static str,
        mode: &'static str,
        value: String,
    ) -> AnyView {
        let about = described(path, !hint.is_empty(), self.refused);
        let invalid = self.refused.error(path).map(|_| "true");
        let (id, name) = (path.to_owned(), input_name(path));
        view! {
            <Field name=id.clone() label=label.to_owned() hint=hint refused=self.refused.clone()>
                <input class="input" id=id name=name r#type=kind inputmode=mode autocomplete="off"
                    value=value aria-describedby=about aria-invalid=invalid/>
            </Field>
        }
        .into_html()
    }

    fn choice(
        &self,
        path: &str,
        label: &str,
        hint: &'static str,
        options: Vec<(String, String)>,
        none: Option<&'static str>,
        stored: &Value,
    ) -> AnyView {
        let chosen = self.value(path, stored);
        let about = described(path, !hint.is_empty(), self.refused);
        let lost = !chosen.is_empty() && options.iter().all(|(value, _)| *value != chosen);
        let lost = lost.then(|| (chosen.clone(), format!("{chosen} (?)")));
        // Nothing is chosen for a new row: the empty choice is refused where there has to be one.
        let none = none.or_else(|| chosen.is_empty().then(|| self.t.choose()));
        let options = options
            .into_iter()
            .chain(lost)
            .map(|(value, name)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{name}</option> }
            })
            .collect_view();
        let (id, name) = (path.to_owned(), input_name(path));
        view! {
            <Field name=id.clone() label=label.to_owned() hint=hint refused=self.refused.clone()>
                <select class="select" id=id name=name aria-describedby=about>
                    {none.map(|none| view! { <option value="">{none}</option> })}
                    {options}
                </select>
            </Field>
        }
        .into_html()
    }

    fn ticked(&self, path: &str, stored: bool) -> bool {
        if self.refused.values.is_empty() { stored } else { !self.refused.value(path).is_empty() }
    }

    fn boxes(&self, path: &str, label: &str, options: Options, stored: &Value) -> AnyView {
        let stored = stored.as_array().cloned().unwrap_or_default();
        let boxes = options(self.definition, self.t)
            .into_iter()
            .map(|(value, name)| {
                let path = join(path, &value);
                let ticked = self.ticked(&path, stored.iter().any(|stored| text(stored) == value));
                tick(&path, name, ticked)
            })
            .collect_view();
        view! { <fieldset id=path.to_owned()><legend class="label">{label.to_owned()}</legend>{boxes}</fieldset> }
            .into_html()
    }

    fn rows(&self, items: &'static [Item], label: &str, hint: &'static str, path: &str, stored: &Value) -> AnyView {
        let stored = stored.as_array().map_or(&[][..], Vec::as_slice);
        let typed = typed_rows(self.refused.values.keys(), path);
        let filled = if self.refused.values.is_empty() { stored.len() } else { typed.saturating_sub(SPARE) };
        let count = if self.refused.values.is_empty() { stored.len() + SPARE } else { typed.max(SPARE) };
        let rows = (0..count)
            .map(|number| {
                let object = stored.get(number).unwrap_or(&Value::Null);
                self.row(items, label, path, number, filled, object)
            })
            .collect_view();
        let title_id = format!("{path}-judul");
        let label_id = title_id.clone();
        view! {
            <section class="card stack" id=path.to_owned() aria-labelledby=title_id>
                <div>
                    <h2 class="h3" id=label_id>{label.to_owned()}</h2>
                    {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
                    <p class="hint">{self.t.rows_hint()}</p>
                </div>
                {rows}
            </section>
        }
        .into_html()
    }

    fn row(
        &self,
        items: &'static [Item],
        label: &str,
        list: &str,
        number: usize,
        filled: usize,
        object: &Value,
    ) -> AnyView {
        let t = self.t;
        let path = join(list, &number.to_string());
        let name = if number < filled { t.row_number(label, number + 1) } else { t.row_new(label) };
        let inputs: Vec<AnyView> = items
            .iter()
            .map(|item| {
                let label = if item.key.is_empty() { label } else { (item.label)(t) };
                self.item(item, label, &join(&path, item.key), answer(object, item.key))
            })
            .collect();
        let button = |way: &str, icon: &'static str, label: String| {
            let step = format!("{way} {path}");
            view! {
                <button class="btn btn--quiet" name="langkah" value=step aria-label=label.clone() title=label><Icon name=icon/></button>
            }
        };
        let remove = join(&path, REMOVE);
        let removed = self.ticked(&remove, false);
        let tools = (number < filled).then(|| {
            view! {
                <div class="rowset__tools">
                    {(number > 0).then(|| button("naik", "chevron-up", t.move_up(&name)))}
                    {(number + 1 < filled).then(|| button("turun", "chevron-down", t.move_down(&name)))}
                    {tick(&remove, t.remove_row().to_owned(), removed)}
                </div>
            }
        });
        view! {
            <div class="rowset" role="group" aria-label=name.clone() id=path.clone()>
                <div class="rowset__h"><span class="strong">{name.clone()}</span>{tools}</div>
                {inputs}
            </div>
        }
        .into_html()
    }
}

fn tick(path: &str, label: String, ticked: bool) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" id=path.to_owned() name=input_name(path) value="1" checked=ticked/>
            <span>{label}</span>
        </label>
    }
    .into_html()
}

/// Pressed by the return key, which would otherwise press the first button that moves a row.
pub(super) fn first_button() -> AnyView {
    view! { <button class="vh" tabindex="-1" aria-hidden="true"></button> }.into_html()
}
