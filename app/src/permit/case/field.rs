//! A question of a form, as its kind asks for: the right keyboard, what was typed, what is wrong.

use domain::permit::answers::Path;
use domain::permit::form::{Choice, Field as Question, FieldKind, FileKind};
use domain::region::Level;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{CaseShown, file_link};
use platform::reference::Reference;

use super::value::{Named, answer_words};
use crate::html::IntoHtml;
use crate::text::{CaseText, CommonText, Lang};
use crate::ui::{Field, Icon, described};

/// What stands around a question.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub case: &'a CaseShown,
    pub refused: &'a Refused,
    pub reference: &'a Reference,
    pub platform: &'a Platform,
    pub t: Lang,
}

/// Up to so many options are shown at once; more go into a list.
const RADIOS: usize = 6;

/// A question outside groups, or a group.
pub(super) fn field_view(field: &Question, around: &Around) -> AnyView {
    let path = Path::of(&field.key);
    match &field.kind {
        FieldKind::Group { least, most, fields } => group(field, *least, *most, fields, around),
        _ => question(field, path, around),
    }
}

fn question(field: &Question, path: Path, around: &Around) -> AnyView {
    let t = around.t;
    if !around.case.may_change(&path) {
        return locked(field, &path, around);
    }
    let asked = around.case.asked.iter().find(|judged| path.is_within(&judged.path));
    let asked = asked.map(|judged| {
        view! { <p class="note note--warn"><Icon name="message-circle"/><span>{t.asked_because(judged.reason.text.as_str())}</span></p> }
    });
    let optional = if field.required { String::new() } else { format!(" {}", t.optional()) };
    let label = format!("{}{optional}", field.label.get(t));
    let hint = hint(field, t);
    let name = path.as_str().to_owned();
    let about = described(&name, !hint.is_empty(), around.refused);
    match &field.kind {
        FieldKind::Choice { options } if options.len() <= RADIOS => radios(&path, options, asked, label, hint, around),
        kind => {
            let input = input(kind, &path, about, around);
            view! {
                <div class="stack stack--2">
                    {asked}
                    <Field name=name label=label hint=hint refused=around.refused.clone()>{input}</Field>
                </div>
            }
            .into_html()
        }
    }
}

/// What is accepted is read, not changed.
fn locked(field: &Question, path: &Path, around: &Around) -> AnyView {
    let t = around.t;
    let words = answer_words(
        field,
        path,
        &Named {
            files: &around.case.files,
            typed: &around.case.typed,
            reference: around.reference,
            platform: around.platform,
            t,
        },
    );
    view! {
        <div class="field">
            <p class="label">{field.label.get(t).to_owned()}</p>
            <div>{words}</div>
            <p class="hint">{t.locked_answer()}</p>
        </div>
    }
    .into_html()
}

fn typed(path: &Path, around: &Around) -> String {
    around.case.typed.texts.get(path).cloned().unwrap_or_default()
}

fn input(kind: &FieldKind, path: &Path, about: Option<String>, around: &Around) -> AnyView {
    let (id, value) = (path.as_str().to_owned(), typed(path, around));
    let name = id.clone();
    let line = |most: u16, mode: &'static str, complete: &'static str| {
        view! {
            <input class="input" id=id.clone() name=name.clone() maxlength=most.to_string() inputmode=mode autocomplete=complete
                value=value.clone() aria-describedby=about.clone()/>
        }
        .into_html()
    };
    match kind {
        FieldKind::Line { most } => line(*most, "text", if name == "nama" { "name" } else { "on" }),
        FieldKind::Text { most } => view! {
            <textarea class="textarea" id=id name=name rows="4" maxlength=most.to_string() aria-describedby=about>{value}</textarea>
        }
        .into_html(),
        FieldKind::Rupiah { .. } => {
            let field = line(20, "numeric", "off");
            view! { <div class="with-unit"><span aria-hidden="true">"Rp"</span>{field}</div> }.into_html()
        }
        FieldKind::Number { unit, .. } => {
            let (field, unit) = (line(15, "numeric", "off"), unit.get(around.t).to_owned());
            view! { <div class="with-unit">{field}<span>{unit}</span></div> }.into_html()
        }
        FieldKind::Date { .. } => view! {
            <input class="input" r#type="date" id=id name=name value=value aria-describedby=about/>
        }
        .into_html(),
        FieldKind::Nik | FieldKind::Npwp | FieldKind::Nib | FieldKind::Kbli { .. } => line(24, "numeric", "off"),
        FieldKind::Choice { options } => select(id, &value, about, option_list(options, &value, around.t), around.t),
        FieldKind::Region { level } => {
            select(id, &value, about, regions(around.reference, *level, &value), around.t)
        }
        FieldKind::File { kinds, most, .. } => files(path, kinds, *most, about, around),
        // Groups do not stand within groups.
        FieldKind::Group { .. } => ().into_html(),
    }
}

fn select(id: String, value: &str, about: Option<String>, options: AnyView, t: Lang) -> AnyView {
    view! {
        <select class="select" id=id.clone() name=id aria-describedby=about>
            <option value="" selected=value.is_empty()>{t.choose_one()}</option>
            {options}
        </select>
    }
    .into_html()
}

fn option_list(options: &[Choice], chosen: &str, t: Lang) -> AnyView {
    let option = |choice: &Choice| {
        let selected = choice.key.as_str() == chosen;
        view! { <option value=choice.key.to_string() selected=selected>{choice.label.get(t).to_owned()}</option> }
    };
    options.iter().map(option).collect_view().into_html()
}

/// Kecamatan, or the desa of each.
fn regions(reference: &Reference, level: Level, chosen: &str) -> AnyView {
    let option = |code: &str, name: &str| {
        let selected = code == chosen;
        view! { <option value=code.to_owned() selected=selected>{name.to_owned()}</option> }
    };
    reference
        .kecamatan
        .iter()
        .map(|kecamatan| {
            if level == Level::Kecamatan {
                return option(&kecamatan.code, &kecamatan.name).into_html();
            }
            let desa = reference.desa(&kecamatan.code).iter().map(|desa| option(&desa.code, &desa.name)).collect_view();
            view! { <optgroup label=kecamatan.name.clone()>{desa}</optgroup> }.into_html()
        })
        .collect_view()
        .into_html()
}

fn radios(
    path: &Path,
    options: &[Choice],
    asked: Option<impl IntoView + 'static>,
    label: String,
    hint: String,
    around: &Around,
) -> AnyView {
    let (t, chosen, name) = (around.t, typed(path, around), path.as_str().to_owned());
    let error = around.refused.error(&name).map(str::to_owned);
    let class = if error.is_some() { "field field--error" } else { "field" };
    let items = options
        .iter()
        .enumerate()
        .map(|(nth, choice)| {
            // The summary of what is wrong leads to the first one.
            let id = if nth == 0 { name.clone() } else { format!("{name}-{nth}") };
            let checked = choice.key.as_str() == chosen;
            view! {
                <label class="choice">
                    <input type="radio" id=id name=name.clone() value=choice.key.to_string() checked=checked/>
                    <span class="choice__title">{choice.label.get(t).to_owned()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="stack stack--2">
            {asked}
            <fieldset class=class>
                <legend class="label">{label}</legend>
                {(!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> })}
                <div class="stack stack--2">{items}</div>
                {error.map(|error| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error}</p> })}
            </fieldset>
        </div>
    }
    .into_html()
}

/// What was uploaded, each with a button that takes it back, and the input for more.
fn files(path: &Path, kinds: &[FileKind], most: u8, about: Option<String>, around: &Around) -> AnyView {
    let t = around.t;
    let there = around.case.typed.files.get(path).map(Vec::as_slice).unwrap_or_default();
    let list = there
        .iter()
        .filter_map(|uploaded| around.case.files.iter().find(|file| file.id == uploaded.id))
        .map(|file| {
            let (name, link) = (file.name.clone(), file_link(around.platform, file.id));
            let photo = file.kind == FileKind::Foto;
            let picture = photo.then(|| view! { <img class="doc__pic" src=link.clone() alt="" loading="lazy" decoding="async"/> });
            let icon = (!photo).then(|| view! { <span class="doc__pic"><Icon name="file-text" class="i i--24"/></span> });
            view! {
                <li class="doc">
                    {picture}{icon}
                    <div>
                        <p class="strong">{name.clone()}</p>
                        <p class="small"><a href=link target="_blank" rel="noopener">{t.file_see()}<span class="vh">" "{name.clone()}", "{t.file_new_window()}</span></a></p>
                    </div>
                    <button class="btn btn--quiet" name="_hapus" value=format!("{}|{}", path.as_str(), file.id) aria-label=t.file_remove(&name)>
                        <Icon name="trash-2"/>{t.file_remove_short()}
                    </button>
                </li>
            }
        })
        .collect_view();
    let several = most > 1;
    let room = there.len() < usize::from(most);
    let accept = match (kinds.contains(&FileKind::Foto), kinds.contains(&FileKind::Pdf)) {
        (true, true) => "image/*,application/pdf",
        (false, true) => "application/pdf",
        _ => "image/*",
    };
    let (id, name) = (path.as_str().to_owned(), path.as_str().to_owned());
    // With no room for more the label still needs something to name.
    let input = if room {
        view! { <input class="input" r#type="file" id=id name=name accept=accept multiple=several aria-describedby=about/> }.into_html()
    } else {
        view! { <output class="vh" id=id>{there.len()}</output> }.into_html()
    };
    view! {
        {(!there.is_empty()).then(|| view! { <ul class="stack stack--2">{list}</ul> })}
        {input}
    }
    .into_html()
}

/// Rows of the same questions. One to spare is shown: a page without script has no other way to add.
fn group(group: &Question, least: u8, most: u8, fields: &[Question], around: &Around) -> AnyView {
    let t = around.t;
    let within = |path: &Path, row: usize| path.as_str().starts_with(&format!("{}.{row}.", group.key));
    let typed = &around.case.typed;
    let filled = (0..usize::from(most))
        .filter(|row| typed.texts.keys().chain(typed.files.keys()).any(|path| within(path, *row)))
        .max()
        .map_or(0, |last| last + 1);
    let shown = (filled + 1).max(usize::from(least)).clamp(1, usize::from(most));
    let rows = (0..shown)
        .map(|row| {
            let questions = fields
                .iter()
                .map(|field| question(field, Path::in_row(&group.key, row, &field.key), around))
                .collect_view();
            view! { <fieldset class="card stack"><legend class="label">{t.row_of(row + 1)}</legend>{questions}</fieldset> }
        })
        .collect_view();
    let error = around.refused.error(group.key.as_str()).map(str::to_owned);
    let hint = if group.hint.is_empty() { t.row_hint().to_owned() } else { group.hint.get(t).to_owned() };
    view! {
        <section class="stack" id=group.key.to_string() tabindex="-1">
            <div><h2 class="h3">{group.label.get(t).to_owned()}</h2><p class="hint">{hint}</p></div>
            {error.map(|error| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error}</p> })}
            {rows}
            {(shown < usize::from(most)).then(|| view! { <div><button class="btn btn--line" name="_tombol" value="tambah">{t.row_more()}</button></div> })}
        </section>
    }
    .into_html()
}

/// What the service says, or else an example of what is asked.
fn hint(field: &Question, t: Lang) -> String {
    let said = field.hint.get(t).trim().to_owned();
    let usual = match &field.kind {
        FieldKind::Nik => t.hint_nik().to_owned(),
        FieldKind::Nib => t.hint_nib().to_owned(),
        FieldKind::Npwp => t.hint_npwp().to_owned(),
        FieldKind::Kbli { version } => t.hint_kbli(version.as_str()),
        FieldKind::File { kinds, most_bytes, .. } => {
            let megabytes = most_bytes / 1_048_576;
            match (kinds.contains(&FileKind::Foto), kinds.contains(&FileKind::Pdf)) {
                (true, true) => t.file_takes_both(megabytes),
                (false, true) => t.file_takes_pdf(megabytes),
                _ => t.file_takes_photo(megabytes),
            }
        }
        _ => String::new(),
    };
    match (said.is_empty(), usual.is_empty(), &field.kind) {
        (true, _, _) => usual,
        (false, false, FieldKind::File { .. }) => format!("{said} {usual}"),
        _ => said,
    }
}
