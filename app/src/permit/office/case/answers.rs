//! What was typed, section by section, in words.

use domain::permit::answers::Path;
use domain::permit::form::{Field, FieldKind};
use leptos::prelude::*;
use platform::permit::in_words;

use super::Opened;
use super::labels::{label, places};
use super::verdict::{chip, found, verdict_fields};
use crate::html::IntoHtml;
use crate::permit::office::inbox::pairs;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;

/// Every section that asks for more than documents.
pub(super) fn answers(opened: &Opened, t: Lang) -> AnyView {
    let case = &opened.case;
    let sections = case.service.form.sections.iter().filter_map(|section| {
        let rows: Vec<AnyView> = places(case, &section.fields)
            .into_iter()
            .filter(|(_, field)| !matches!(field.kind, FieldKind::File { .. }))
            .map(|(path, field)| answer(opened, &path, field, t))
            .collect();
        let title = section.title.get(t).to_owned();
        (!rows.is_empty()).then(|| view! { <h3 class="h3">{title}</h3><dl class="spec spec--answers">{rows}</dl> })
    });
    view! {
        <section class="card stack" aria-labelledby="j-isian">
            <h2 class="h3 vh" id="j-isian">{t.answers()}</h2>
            {sections.collect_view()}
        </section>
    }
    .into_html()
}

fn answer(opened: &Opened, path: &Path, field: &Field, t: Lang) -> AnyView {
    let case = &opened.case;
    let name = label(&case.service, path, t);
    let typed = case.handed_in.texts.get(path);
    let shown = opened.shown.as_ref().filter(|(at, _)| at == path).map(|(_, text)| text.clone());
    let is_shown = shown.is_some();
    let words = match (typed, shown) {
        (_, Some(text)) => view! { <span class="mono">{text}</span> }.into_html(),
        (None, _) => view! { <span class="muted">{t.no_answer()}</span> }.into_html(),
        (Some(text), _) => view! { <span>{in_words(field, text.trim(), &opened.reference, t)}</span> }.into_html(),
    };
    let masked =
        (opened.may_show() && case.masked.contains(path)).then(|| masked_form(opened, path, &name, is_shown, t));
    let said = found(&case.verdicts, path).map(|verdict| chip(Some(verdict), &case.service, t));
    let failed = opened.refused.1.value("jalur") == path.as_str();
    let judge = (opened.may_judge() && typed.is_some()).then(|| {
        let form = verdict_fields(opened, path, &name, t);
        view! {
            <details class="judge" open=failed>
                <summary aria-label=t.verdict_of(&name)><Icon name="pencil"/>{t.judge_answer()}</summary>
                {form}
            </details>
        }
    });
    view! {
        <div id=format!("d-{}", path.as_str())>
            <dt>{name}</dt>
            <dd>{words}{masked}{said}{judge}</dd>
        </div>
    }
    .into_html()
}

/// Asks for what is masked. It is a form that only asks, so that the number is neither kept nor sent anywhere else.
fn masked_form(opened: &Opened, path: &Path, name: &str, is_shown: bool, t: Lang) -> AnyView {
    if is_shown {
        return view! { <span class="small muted">{t.shown_recorded()}</span> }.into_html();
    }
    let at = path.as_str().to_owned();
    // The form's own address is left: the list that the officer goes through comes with it.
    let list = opened.listed.iter().flat_map(|listed| pairs(&listed.filter));
    let list = list.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view();
    view! {
        <form class="reveal">
            {list}
            <input type="hidden" name="tampilkan" value=at/>
            <button class="btn btn--line btn--small" aria-label=t.show_masked_named(name)><Icon name="eye"/>{t.show_masked()}</button>
            <span class="small muted">{t.look_recorded()}</span>
        </form>
    }
    .into_html()
}
