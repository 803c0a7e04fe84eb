//! `/dinas/pelatihan`: the classes by drawer.

use domain::training::class::State;
use leptos::prelude::*;
use platform::Platform;
use platform::training::{ClassDrawer, OfficeClass, list_office_classes};

use super::{ORGANISE, class_path, missing, rooms};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{Lang, TrainingDeskText, class_state};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

const fn word(drawer: ClassDrawer) -> &'static str {
    match drawer {
        ClassDrawer::Drafts => "rancangan",
        ClassDrawer::Running => "berjalan",
        ClassDrawer::Over => "selesai",
    }
}

async fn load(
    platform: Platform,
    visitor: Visitor,
    drawer: ClassDrawer,
) -> Result<(ClassDrawer, Vec<OfficeClass>), Missing> {
    only(&visitor, ORGANISE)?;
    Ok((drawer, list_office_classes(&platform, &visitor.actor, drawer).await.map_err(missing)?))
}

/// `/dinas/pelatihan`.
#[component]
pub fn OfficeClassesPage() -> impl IntoView {
    let drawer = match query().get("laci") {
        Some("rancangan") => ClassDrawer::Drafts,
        Some("selesai") => ClassDrawer::Over,
        _ => ClassDrawer::Running,
    };
    page(load(expect_context::<Platform>(), visitor(), drawer), |(drawer, classes)| {
        let t = lang();
        let drawers = [
            (ClassDrawer::Drafts, t.td_drafts()),
            (ClassDrawer::Running, t.td_running()),
            (ClassDrawer::Over, t.td_over()),
        ]
        .map(|(other, name)| {
            let current = (other == drawer).then_some("true");
            view! { <a class="chip" href=format!("/dinas/pelatihan?laci={}", word(other)) aria-current=current>{name}</a> }
        });
        let content = if classes.is_empty() {
            view! { <p class="note note--plain"><Icon name="info"/><span>{t.td_none()}</span></p> }.into_html()
        } else {
            table(classes, t)
        };
        view! {
            <Desk title=t.room_training().to_owned()>
                {rooms("/dinas/pelatihan", t)}
                <div class="inbox__bar">
                    <nav class="ib__mine" aria-label=t.td_classes()>{drawers}</nav>
                    <a class="btn" href="/dinas/pelatihan/baru"><Icon name="plus"/>{t.td_new_class()}</a>
                </div>
                {content}
            </Desk>
        }
    })
}

/// The look of a state.
pub(super) const fn state_class(state: State) -> &'static str {
    match state {
        State::Draf => "state state--wait",
        State::Terbit | State::Berjalan => "state state--go",
        State::PendaftaranTutup => "state state--info",
        State::Selesai => "state state--info",
        State::Batal => "state state--stop",
    }
}

fn table(classes: Vec<OfficeClass>, t: Lang) -> AnyView {
    let rows = classes
        .into_iter()
        .map(|class| {
            let offered = (class.offered > 0).then(|| view! { <span>{t.td_offered(class.offered)}</span> });
            let waiting = (class.waiting > 0).then(|| view! { <span>{t.td_wait(class.waiting)}</span> });
            let until = (class.state == State::Terbit)
                .then(|| view! { <span>{t.td_until(&class.closes_at.day().short(t))}</span> });
            view! {
                <tr role="row">
                    <td role="cell" class="c-who">
                        <a href=class_path(&class.slug)>{class.title}</a>
                        <span>{class.venue.unwrap_or_else(|| t.td_online().to_owned())}</span>
                    </td>
                    <td role="cell" class="c-due c-due--p"><b>{class.starts_at.day().short(t)}</b>{until}</td>
                    <td role="cell" class="c-sla"><span class=state_class(class.state)>{class_state(t, class.state)}</span></td>
                    <td role="cell" class="c-due c-due--p"><b>{t.td_seats_taken(class.registered, class.seats)}</b>{offered}{waiting}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="cases cases--class" role="table">
            <caption class="vh">{t.td_classes()}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{t.td_class()}</th>
                    <th role="columnheader" scope="col">{t.td_when()}</th>
                    <th role="columnheader" scope="col">{t.td_stage()}</th>
                    <th role="columnheader" scope="col">{t.td_seats()}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_html()
}
