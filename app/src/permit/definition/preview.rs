//! `/dinas/layanan/{slug}/pratinjau`: the public page of a draft, before it is one.

use leptos::prelude::*;
use platform::Platform;
use platform::permit::{Draft, ServiceShown};

use super::{address, draft_of};
use crate::page::{Missing, page};
use crate::permit::service::service_view;
use crate::request::param;
use crate::text::KeepText;
use crate::ui::{Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<(String, Draft), Missing> {
    Ok((slug.clone(), draft_of(&platform, &visitor, &slug).await?))
}

/// `/dinas/layanan/{slug}/pratinjau`.
#[component]
pub fn PreviewPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |(slug, draft)| {
        let t = lang();
        let version = draft.service.version;
        let shown = ServiceShown { service: draft.service, published_at: draft.at };
        view! {
            <PageHead title=t.preview().to_owned() description=t.preview_note().to_owned() canonical=None/>
            <main id="isi" class="wrap">
                <a class="back" href=address(&slug, "")>
                    <Icon name="chevron-left" class="i i--16"/>{t.draft_title(version)}
                </a>
                <div class="note note--warn mb-6">
                    <Icon name="eye"/>
                    <div><strong>{t.preview_note()}</strong><p>{t.preview_note_text()}</p></div>
                </div>
                {service_view(&shown, t)}
            </main>
        }
    })
}
