//! The form above the officers' lists.

use leptos::prelude::*;

use crate::html::Inner;
use crate::text::{CommonText, OfficeText};
use crate::ui::SearchField;
use crate::visitor::lang;

/// Words and one choice, which narrow what a tab shows.
#[component]
pub(super) fn DeskFilter(
    /// The list.
    action: &'static str,
    /// The tab that stays open.
    tab: &'static str,
    /// What the words find.
    find: &'static str,
    /// What was looked for last.
    words: String,
    /// Name and label of the choice, and what it says when nothing is chosen.
    choice: (&'static str, &'static str, &'static str),
    /// The list without filter, where there is one.
    clear: Option<String>,
    /// The options of the choice.
    children: Inner,
) -> impl IntoView {
    let t = lang();
    let (name, label, all) = choice;
    view! {
        <form class="deskfilter" action=action role="search">
            <input type="hidden" name="keadaan" value=tab/>
            <div class="seek"><SearchField label=find words=words/></div>
            <label>
                <span class="vh">{label}</span>
                <select class="select" name=name>
                    <option value="">{all}</option>
                    {children.into_html()}
                </select>
            </label>
            <button class="btn btn--line">{CommonText::search(t)}</button>
            {clear.map(|path| view! { <a class="btn btn--quiet" href=path>{t.clear_filter()}</a> })}
        </form>
    }
}
