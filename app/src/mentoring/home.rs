//! `/pendampingan`: what it is, how it goes, and one's own.

use std::sync::Arc;

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::{MentoringCard, list_own_mentorings};
use platform::reference::Reference;

use super::card::cards;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::text::{Lang, MentoringText};
use crate::ui::{Icon, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    own: Vec<MentoringCard>,
    reference: Arc<Reference>,
    signed_in: bool,
    mentor: bool,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    Ok(Shown {
        own: list_own_mentorings(&platform, &visitor.actor).await?,
        reference: platform.reference().await?.clone(),
        signed_in: visitor.actor.id().is_some(),
        mentor: visitor.actor.may(Capability::Mentor),
    })
}

/// `/pendampingan`.
#[component]
pub fn MentoringHomePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let own = shown.signed_in.then(|| own(&shown, t));
        let mentor = shown.mentor.then(|| {
            view! { <a class="btn btn--line btn--big" href="/pendampingan/hari-ini"><Icon name="calendar-days"/>{t.me_to_day()}</a> }
        });
        let canonical = Some("/pendampingan".to_owned());
        view! {
            <PageHead title=t.me_title().to_owned() description=t.me_lead().to_owned() canonical=canonical/>
            <main id="isi" class="wrap section stack stack--6">
                <div class="stack">
                    <div><h1>{t.me_title()}</h1><p class="muted">{t.me_lead()}</p></div>
                    <Said/>
                    <div class="row">
                        <a class="btn btn--big" href="/pendampingan/ajukan"><Icon name="plus"/>{t.me_ask()}</a>
                        {mentor}
                    </div>
                </div>
                {own}
                {how(t)}
            </main>
        }
    })
}

fn own(shown: &Shown, t: Lang) -> AnyView {
    let items = cards(&shown.own, &shown.reference, true, t);
    let list = if items.is_empty() {
        view! { <p class="muted">{t.me_own_none()}</p> }.into_html()
    } else {
        view! { <ul class="bought">{items}</ul> }.into_html()
    };
    view! {
        <section class="card stack" aria-labelledby="j-milik">
            <h2 class="h3" id="j-milik">{t.me_own()}</h2>
            {list}
        </section>
    }
    .into_html()
}

fn how(t: Lang) -> AnyView {
    let steps = [
        ("message-circle", t.me_how_ask(), t.me_how_ask_text()),
        ("search", t.me_how_plan(), t.me_how_plan_text()),
        ("users", t.me_how_do(), t.me_how_do_text()),
        ("award", t.me_how_end(), t.me_how_end_text()),
    ]
    .map(|(icon, title, text)| {
        view! {
            <li class="ev">
                <span class="ev__i"><Icon name=icon/></span>
                <div><h3>{title}</h3><p class="muted">{text}</p></div>
            </li>
        }
    });
    view! {
        <section class="stack" aria-labelledby="j-jalan">
            <h2 id="j-jalan">{t.me_how()}</h2>
            <ol class="line-t">{steps.collect_view()}</ol>
        </section>
    }
    .into_html()
}
