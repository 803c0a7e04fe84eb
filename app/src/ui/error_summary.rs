//! What was wrong with a form, at its top, with links to the fields.

use leptos::prelude::*;

use super::Icon;
use crate::text::CommonText;
use crate::visitor::lang;

/// The error summary; nothing when nothing was wrong.
#[component]
pub fn ErrorSummary(
    /// Field (also the id of its input) and message.
    errors: Vec<(String, String)>,
    /// Whether other fields were filled and are kept.
    #[prop(default = true)]
    kept: bool,
    /// Instead of counting entries.
    #[prop(default = None)]
    title: Option<String>,
    /// What is well, below.
    #[prop(default = None)]
    note: Option<String>,
) -> impl IntoView {
    let t = lang();
    let count = errors.len();
    (count > 0).then(|| {
        let links = errors
            .into_iter()
            .map(|(field, error)| view! { <li><a href=format!("#{field}")>{error}</a></li> })
            .collect_view();
        view! {
            <div class="errors" role="alert" tabindex="-1">
                <Icon name="circle-alert" class="i i--24"/>
                <div>
                    <h2>{title.unwrap_or_else(|| t.error_summary(count))}</h2>
                    <ul>{links}</ul>
                    {kept.then(|| view! { <p class="small">{t.other_entries_kept()}</p> })}
                    {note.map(|note| view! { <p class="small">{note}</p> })}
                </div>
            </div>
        }
    })
}
