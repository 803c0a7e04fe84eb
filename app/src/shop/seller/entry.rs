//! The inputs of a seller's forms: one look, the right keyboard, what was typed kept.

use leptos::prelude::*;
use platform::flash::Refused;
use platform::reference::{Category, Region};

use super::category_name;
use crate::html::IntoHtml;
use crate::text::{CartText, CommonText, Lang};
use crate::ui::{Field, described};

/// How a field is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Words,
    /// A whole number.
    Number,
    /// A mobile number.
    Phone,
    /// A day.
    Date,
}

/// A field of a form.
pub(crate) struct Entry {
    /// Its name, and the input's id.
    pub name: &'static str,
    /// Above the input.
    pub label: &'static str,
    /// Between label and input; may be empty.
    pub hint: &'static str,
    /// How it is typed into.
    pub kind: Kind,
    /// The most characters.
    pub most: usize,
    /// Whether it may stay empty.
    pub need: Need,
}

/// Whether a field may stay empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// It may not.
    Must,
    /// It may, for now: something else asks for it later, and says so.
    Later,
    /// It may.
    May,
}

/// What was typed into a field when the form was refused, else what is stored.
pub(crate) fn typed(refused: &Refused, name: &str, stored: &str) -> String {
    refused.values.get(name).cloned().unwrap_or_else(|| stored.to_owned())
}

/// A labelled input.
pub(crate) fn entry(entry: Entry, stored: &str, refused: &Refused, t: Lang) -> AnyView {
    let Entry { name, label, hint, kind, most, need } = entry;
    let required = need == Need::Must;
    let value = typed(refused, name, stored);
    let about = described(name, !hint.is_empty(), refused);
    let invalid = refused.error(name).map(|_| "true");
    let (kind_of, mode, complete) = match kind {
        Kind::Line | Kind::Words => ("text", "text", "off"),
        Kind::Number => ("text", "numeric", "off"),
        Kind::Phone => ("tel", "tel", "tel"),
        Kind::Date => ("date", "none", "off"),
    };
    let input = if kind == Kind::Words {
        view! {
            <textarea class="textarea" id=name name=name rows="4" maxlength=most.to_string() required=required
                aria-describedby=about aria-invalid=invalid>{value}</textarea>
        }
        .into_html()
    } else {
        view! {
            <input class="input" id=name name=name r#type=kind_of inputmode=mode autocomplete=complete
                maxlength=most.to_string() required=required value=value aria-describedby=about aria-invalid=invalid/>
        }
        .into_html()
    };
    labelled(name, label, hint, need, refused, input, t)
}

fn labelled(
    name: &'static str,
    label: &str,
    hint: &'static str,
    need: Need,
    refused: &Refused,
    input: AnyView,
    t: Lang,
) -> AnyView {
    let label = if need == Need::May { format!("{label} {}", t.optional()) } else { label.to_owned() };
    let refused = refused.clone();
    view! { <Field name=name label=label hint=hint refused=refused>{input}</Field> }.into_html()
}

/// A box to tick.
pub(crate) fn tick(name: &'static str, label: &'static str, stored: bool, refused: &Refused) -> AnyView {
    let checked = !typed(refused, name, if stored { "1" } else { "" }).is_empty();
    view! {
        <label class="check tickbox">
            <input r#type="checkbox" id=name name=name value="1" checked=checked/>
            <span>{label}</span>
        </label>
    }
    .into_html()
}

/// A list to choose from: value and name. `none` is what stands first, for nothing chosen.
pub(crate) fn choice(
    name: &'static str,
    label: &'static str,
    options: &[(String, String)],
    none: Option<&str>,
    stored: &str,
    refused: &Refused,
) -> AnyView {
    let chosen = typed(refused, name, stored);
    let about = described(name, false, refused);
    let none = none.map(|none| view! { <option value="">{none.to_owned()}</option> });
    let options = options
        .iter()
        .map(|(value, name)| view! { <option value=value.clone() selected=*value == chosen>{name.clone()}</option> })
        .collect_view();
    view! {
        <Field name=name label=label.to_owned() refused=refused.clone()>
            <select class="select" id=name name=name aria-describedby=about>{none}{options}</select>
        </Field>
    }
    .into_html()
}

/// The choice of a desa in a kecamatan.
pub(super) fn desa_choice(desa: &[Region], stored: &str, refused: &Refused, t: Lang) -> AnyView {
    let chosen = typed(refused, "desa", stored);
    let about = described("desa", false, refused);
    let options = desa
        .iter()
        .map(|desa| {
            let label = match &desa.postcode {
                Some(postcode) => format!("{} ({postcode})", desa.name),
                None => desa.name.clone(),
            };
            view! { <option value=desa.code.clone() selected=desa.code == chosen>{label}</option> }
        })
        .collect_view();
    let input = view! {
        <select class="select" id="desa" name="desa" required aria-describedby=about>
            <option value="">{t.choose()}</option>
            {options}
        </select>
    };
    labelled("desa", t.village(), "", Need::Must, refused, input.into_html(), t)
}

/// The choice of a category; the stylesheet unfolds the fields of food for those marked.
pub(super) fn category_choice(
    tree: Vec<(Category, Vec<Category>)>,
    label: &'static str,
    stored: &str,
    refused: &Refused,
    t: Lang,
) -> AnyView {
    let chosen = typed(refused, "kategori", stored);
    let about = described("kategori", false, refused);
    let groups = tree
        .into_iter()
        .map(|(root, children)| {
            let options = children
                .into_iter()
                .map(|category| {
                    let class = category.food.then_some("is-food");
                    let selected = category.slug == chosen;
                    view! { <option class=class value=category.slug.clone() selected=selected>{category_name(&category, t)}</option> }
                })
                .collect_view();
            view! { <optgroup label=category_name(&root, t)>{options}</optgroup> }
        })
        .collect_view();
    let input = view! {
        <select class="select" id="kategori" name="kategori" required aria-describedby=about>
            <option value="">{t.choose()}</option>
            {groups}
        </select>
    };
    labelled("kategori", label, "", Need::Must, refused, input.into_html(), t)
}
