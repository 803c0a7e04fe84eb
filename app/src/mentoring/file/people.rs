//! Who takes part, how they are reached, and what the owner said.

use domain::mentoring::By;
use leptos::prelude::*;
use platform::mentoring::Contact;

use super::Shown;
use crate::html::IntoHtml;
use crate::text::{Lang, MentoringText};
use crate::ui::{Icon, call_button};

/// The card beside.
pub(super) fn people(shown: &Shown) -> AnyView {
    let (t, file) = (shown.t, &shown.file);
    let mentor = match &file.mentor {
        Some(mentor) => view! { <dd>{mentor.name.clone()}</dd> }.into_html(),
        None => view! { <dd class="muted">{t.me_no_mentor()}</dd> }.into_html(),
    };
    let other = if file.is(By::Usaha) { file.mentor.as_ref() } else { Some(&file.owner) };
    view! {
        <section class="card stack" aria-labelledby="j-orang">
            <h2 class="h3" id="j-orang">{t.me_people()}</h2>
            <dl class="spec spec--tight spec--case">
                <div><dt>{t.me_owner()}</dt><dd>{file.owner.name.clone()}</dd></div>
                <div><dt>{t.me_mentor()}</dt>{mentor}</div>
            </dl>
            {other.and_then(|other| reach(other, t))}
            <div><h3 class="small muted">{t.me_said()}</h3><p class="prewrap">{file.need.clone()}</p></div>
        </section>
    }
    .into_html()
}

/// By telephone, else by e-mail.
fn reach(other: &Contact, t: Lang) -> Option<AnyView> {
    if let Some(call) = other.phone.as_deref().and_then(|phone| call_button(phone, t)) {
        return Some(view! { <div>{call}</div> }.into_html());
    }
    let email = other.email.clone()?;
    let to = format!("mailto:{email}");
    let write = view! { <a class="btn btn--line" href=to><Icon name="mail"/>{email}</a> };
    Some(view! { <div>{write}</div> }.into_html())
}
