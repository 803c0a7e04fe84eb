//! What the applicant objects to, for whoever answers.

use domain::permit::objection::Objection;
use leptos::prelude::*;
use platform::permit::ObjectionShown;

use crate::html::IntoHtml;
use crate::text::{DeskText, Lang};
use crate::ui::Icon;

/// The card with the last objection.
pub(super) fn objection_card(objection: &ObjectionShown, t: Lang) -> AnyView {
    let came = t.objection_came(&objection.filed_at.words(t));
    let answered = objection.decided_at.map(|at| at.words(t)).unwrap_or_default();
    let standing = match objection.state {
        Objection::Open => {
            let due = objection.due.map(|day| t.objection_due(&day.long(t))).unwrap_or_default();
            view! { <p class="note"><Icon name="info"/><span>{format!("{due} {}", t.objection_rule()).trim().to_owned()}</span></p> }.into_html()
        }
        Objection::Granted => view! { <p class="strong">{t.objection_granted(&answered)}</p> }.into_html(),
        Objection::Dismissed => view! { <p class="strong">{t.objection_dismissed(&answered)}</p> }.into_html(),
    };
    let answer = objection.answer.clone().map(|answer| view! { <p class="prewrap">{answer}</p> });
    view! {
        <section class="card stack stack--2" aria-labelledby="j-keberatan">
            <h2 class="h3" id="j-keberatan">{t.objection_title()}</h2>
            <p class="small muted">{came}</p>
            <p class="prewrap">{objection.text.clone()}</p>
            {standing}
            {answer}
        </section>
    }
    .into_html()
}
