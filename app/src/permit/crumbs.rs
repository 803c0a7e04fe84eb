//! The way to the pages of a service's applications.

use domain::permit::service::Service;
use leptos::prelude::*;

use crate::html::IntoHtml;
use crate::text::{CommonText, Lang};
use crate::ui::Icon;

/// Home, all services, this one.
pub(super) fn crumbs(service: &Service, t: Lang) -> AnyView {
    view! {
        <nav class="crumbs" aria-label=t.breadcrumbs()>
            <a href="/">{t.home()}</a><Icon name="chevron-right"/>
            <a href="/izin">{t.permits_title()}</a><Icon name="chevron-right"/>
            <a href=format!("/izin/{}", service.slug())>{service.name.get(t).to_owned()}</a>
        </nav>
    }
    .into_html()
}
