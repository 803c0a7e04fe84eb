//! `/dinas/pendampingan`: what waits, how much each mentor has, and what is under way.

use std::sync::Arc;

use domain::account::Capability;
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::{Load, MentoringCard, MentoringDrawer, list_load, list_mentorings};
use platform::reference::Reference;
use uuid::Uuid;

use super::card::cards;
use super::missing;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{Lang, MentoringText};
use crate::ui::Desk;
use crate::visitor::{Visitor, lang, visitor};

const HERE: &str = "/dinas/pendampingan";

struct Shown {
    drawer: MentoringDrawer,
    mentor: Option<Uuid>,
    list: Vec<MentoringCard>,
    load: Vec<Load>,
    reference: Arc<Reference>,
}

fn word(drawer: MentoringDrawer) -> &'static str {
    match drawer {
        MentoringDrawer::Waiting => "menunggu",
        MentoringDrawer::Running => "berjalan",
        MentoringDrawer::Ended => "berakhir",
    }
}

async fn load(platform: Platform, visitor: Visitor, drawer: String, mentor: String) -> Result<Shown, Missing> {
    only(&visitor, Capability::CoordinateMentoring)?;
    let mentor = Uuid::try_parse(&mentor).ok();
    let drawer = match drawer.as_str() {
        "berjalan" => MentoringDrawer::Running,
        "berakhir" => MentoringDrawer::Ended,
        _ if mentor.is_some() => MentoringDrawer::Running,
        _ => MentoringDrawer::Waiting,
    };
    Ok(Shown {
        drawer,
        mentor,
        list: list_mentorings(&platform, &visitor.actor, drawer, mentor).await.map_err(missing)?,
        load: list_load(&platform, &visitor.actor).await.map_err(missing)?,
        reference: platform.reference().await?.clone(),
    })
}

/// `/dinas/pendampingan`.
#[component]
pub fn MentoringDeskPage() -> impl IntoView {
    let (drawer, mentor) = {
        let query = query();
        let text = |name| query.get(name).unwrap_or_default().to_owned();
        (text("laci"), text("pendamping"))
    };
    page(load(expect_context::<Platform>(), visitor(), drawer, mentor), |shown| {
        let t = lang();
        view! {
            <Desk title=t.me_title().to_owned() lead=t.me_desk_lead()>
                <div class="duo">
                    <div class="stack">{drawers(&shown, t)}{list(&shown, t)}</div>
                    <div class="stack">{loads(&shown.load, t)}</div>
                </div>
            </Desk>
        }
    })
}

fn drawers(shown: &Shown, t: Lang) -> AnyView {
    let chips = [
        (MentoringDrawer::Waiting, t.me_desk_waiting()),
        (MentoringDrawer::Running, t.me_desk_running()),
        (MentoringDrawer::Ended, t.me_desk_ended()),
    ]
    .map(|(drawer, name)| {
        let here = drawer == shown.drawer && shown.mentor.is_none();
        let to = format!("{HERE}?laci={}", word(drawer));
        view! { <a class="chip" href=to aria-current=here.then_some("page")>{name}</a> }
    });
    let mentor = shown.load.iter().find(|mentor| Some(mentor.id) == shown.mentor);
    let mentor = mentor.map(|mentor| view! { <span class="chip chip--on">{mentor.name.clone()}</span> });
    view! { <nav class="ib__mine" aria-label=t.me_title()>{chips.collect_view()}{mentor}</nav> }.into_html()
}

fn list(shown: &Shown, t: Lang) -> AnyView {
    let items = cards(&shown.list, &shown.reference, true, t);
    if items.is_empty() {
        return view! { <p class="card muted">{t.me_desk_none()}</p> }.into_html();
    }
    view! { <ul class="card bought">{items}</ul> }.into_html()
}

fn loads(load: &[Load], t: Lang) -> AnyView {
    let rows = load.iter().map(|mentor| {
        let to = format!("{HERE}?laci=berjalan&pendamping={}", mentor.id);
        view! {
            <tr>
                <th scope="row"><a href=to>{mentor.name.clone()}</a></th>
                <td>{mentor.open}</td><td>{mentor.ahead}</td><td>{mentor.late}</td><td>{mentor.unreported}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = if load.is_empty() {
        view! { <p class="muted">{t.me_desk_no_mentors()}</p> }.into_html()
    } else {
        view! {
            <div class="scrollx">
                <table class="plain">
                    <thead><tr><th scope="col">{t.me_mentor()}</th><th scope="col">{t.me_desk_open()}</th><th scope="col">{t.me_desk_ahead()}</th><th scope="col">{t.me_desk_late()}</th><th scope="col">{t.me_desk_unreported()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_html()
    };
    view! {
        <section class="card stack" aria-labelledby="j-beban">
            <h2 class="h3" id="j-beban">{t.me_desk_load()}</h2>
            {table}
        </section>
    }
    .into_html()
}
