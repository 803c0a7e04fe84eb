//! On to the next case of the list that an officer goes through, and back.

use leptos::prelude::*;
use platform::permit::{Beside, CaseFilter};

use crate::html::IntoHtml;
use crate::permit::office::inbox::{address, case_address};
use crate::text::{DeskText, Lang};
use crate::ui::Icon;

/// The list that somebody came from, with what stands beside this case in it.
pub(super) struct Listed {
    pub filter: CaseFilter,
    pub beside: Beside,
}

/// Back to the list.
pub(super) fn back(listed: Option<&Listed>, t: Lang) -> AnyView {
    let to = listed.map_or_else(|| "/dinas/izin".to_owned(), |listed| address(&listed.filter));
    view! { <a class="back" href=to><Icon name="chevron-left"/>{t.back_to_inbox()}</a> }.into_html()
}

/// The cases before and after this one; browsers reach them with their access keys too.
pub(super) fn beside(listed: &Listed, t: Lang) -> AnyView {
    let Listed { filter, beside } = listed;
    let link = |number: &Option<String>, name: &'static str, icon: &'static str, key: &'static str| {
        match number {
        Some(number) => {
            view! { <a href=case_address(number, filter) accesskey=key title=name aria-label=name><Icon name=icon/></a> }.into_html()
        }
        None => view! { <span class="beside__none" aria-hidden="true"><Icon name=icon/></span> }.into_html(),
    }
    };
    view! {
        <nav class="beside" aria-label=t.beside()>
            {link(&beside.before, t.case_before(), "chevron-left", "p")}
            {link(&beside.after, t.case_after(), "chevron-right", "n")}
        </nav>
    }
    .into_html()
}
