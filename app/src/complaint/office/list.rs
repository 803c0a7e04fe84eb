//! `/dinas/pengaduan`: complaints by drawer, the most urgent first.

use std::collections::HashMap;

use domain::account::Capability;
use domain::complaint::Privacy;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{ComplaintCard, ComplaintList, Drawer, list_complaints};
use platform::permit::list_services;
use platform::shop::catalogue::Cursor;

use super::missing;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::permit::{legend, of_days};
use crate::request::{Query, query};
use crate::text::{
    ComplaintDeskText, ComplaintText, DeskText, Lang, complaint_privacy, complaint_state, complaint_subject,
};
use crate::ui::{Desk, Icon, Onward};
use crate::visitor::{Visitor, lang, visitor};
use crate::when::dated;

struct Listed {
    drawer: Drawer,
    list: ComplaintList,
    later: bool,
    /// By the slug of the service.
    names: HashMap<String, String>,
    /// Whether this officer sees all of them.
    all: bool,
    now: Timestamp,
}

const fn word(drawer: Drawer) -> &'static str {
    match drawer {
        Drawer::Verify => "periksa",
        Drawer::Answer => "jawab",
        Drawer::Waiting => "menunggu",
        Drawer::Done => "selesai",
    }
}

fn read(query: &Query) -> (Drawer, Option<Cursor>) {
    let drawer = match query.get("laci") {
        Some("jawab") => Drawer::Answer,
        Some("menunggu") => Drawer::Waiting,
        Some("selesai") => Drawer::Done,
        _ => Drawer::Verify,
    };
    (drawer, query.get("sesudah").and_then(Cursor::parse))
}

async fn load(platform: Platform, visitor: Visitor, drawer: Drawer, after: Option<Cursor>) -> Result<Listed, Missing> {
    only(&visitor, Capability::HandleComplaints)?;
    let list = list_complaints(&platform, &visitor.actor, drawer, after).await.map_err(missing)?;
    let services = list_services(&platform).await?;
    Ok(Listed {
        names: services.iter().map(|found| (found.slug(), found.name.get(visitor.lang).to_owned())).collect(),
        all: visitor.actor.may(Capability::VerifyComplaints),
        later: after.is_some(),
        now: platform.now(),
        drawer,
        list,
    })
}

/// `/dinas/pengaduan`.
#[component]
pub fn ComplaintsPage() -> impl IntoView {
    let (drawer, after) = read(&query());
    page(load(expect_context::<Platform>(), visitor(), drawer, after), list_view)
}

fn address(drawer: Drawer) -> String {
    format!("/dinas/pengaduan?laci={}", word(drawer))
}

fn list_view(listed: Listed) -> AnyView {
    let t = lang();
    let Listed { drawer, list, later, names, all, now } = listed;
    let counts = list.counts;
    let drawers = [
        (Drawer::Verify, t.drawer_verify(), Some(counts.verify)),
        (Drawer::Answer, t.drawer_answer(), Some(counts.answer)),
        (Drawer::Waiting, t.drawer_reply(), Some(counts.waiting)),
        (Drawer::Done, t.drawer_settled(), None),
    ]
    .map(|(other, name, count)| {
        let current = (other == drawer).then_some("true");
        view! { <a class="chip" href=address(other) aria-current=current>{name}{count.map(|count| view! { " "<b>{count}</b> })}</a> }
    });
    let over = (counts.overdue > 0).then(|| {
        view! { <span class="sla sla--r"><Icon name="triangle-alert"/>{t.over_time(counts.overdue)}</span> }
    });
    let next = list.next.map(|next| format!("{}&sesudah={next}", address(drawer)));
    let given =
        (!all).then(|| view! { <p class="note note--plain"><Icon name="info"/><span>{t.only_given()}</span></p> });
    let content =
        if list.complaints.is_empty() { empty_view(drawer, t) } else { table(list.complaints, drawer, &names, now, t) };
    view! {
        <Desk title=ComplaintText::complaints_title(t).to_owned() lead=t.complaints_desk_lead(&now.day().words(t))>
            <div class="inbox__bar">
                <nav class="ib__mine" aria-label=ComplaintText::complaints_title(t)>{drawers}</nav>
                {over}
            </div>
            {given}
            {content}
            <Onward first=later.then(|| address(drawer)) next=next/>
            {legend(false, t)}
        </Desk>
    }
    .into_html()
}

fn empty_view(drawer: Drawer, t: Lang) -> AnyView {
    let (class, icon, text) = match drawer {
        Drawer::Verify => ("note note--ok", "circle-check", t.none_verify()),
        Drawer::Answer => ("note note--ok", "circle-check", t.none_answer()),
        Drawer::Waiting => ("note note--plain", "info", t.none_reply()),
        Drawer::Done => ("note note--plain", "info", t.none_settled()),
    };
    view! { <p class=class><Icon name=icon/><span>{text}</span></p> }.into_html()
}

fn drawer_name(drawer: Drawer, t: Lang) -> &'static str {
    match drawer {
        Drawer::Verify => t.drawer_verify(),
        Drawer::Answer => t.drawer_answer(),
        Drawer::Waiting => t.drawer_reply(),
        Drawer::Done => t.drawer_settled(),
    }
}

fn table(
    complaints: Vec<ComplaintCard>,
    drawer: Drawer,
    names: &HashMap<String, String>,
    now: Timestamp,
    t: Lang,
) -> AnyView {
    let last = match drawer {
        Drawer::Verify | Drawer::Answer => t.column_promise(),
        Drawer::Waiting => t.column_until(),
        Drawer::Done => t.column_since(),
    };
    let rows = complaints.into_iter().map(|card| row_view(card, drawer, names, now, t)).collect_view();
    view! {
        <table class="cases cases--6" role="table">
            <caption class="vh">{drawer_name(drawer, t)}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{DeskText::column_left(t)}</th>
                    <th role="columnheader" scope="col">{t.column_complaint()}</th>
                    <th role="columnheader" scope="col">{t.complaint_privacy()}</th>
                    <th role="columnheader" scope="col">{t.stage()}</th>
                    <th role="columnheader" scope="col">{last}</th>
                    <th role="columnheader" scope="col">{t.column_handler()}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_html()
}

fn row_view(card: ComplaintCard, drawer: Drawer, names: &HashMap<String, String>, now: Timestamp, t: Lang) -> AnyView {
    let light = card.left.zip(card.due).map(|(left, due)| of_days(left, due, now, t));
    let service = card.service.as_ref().and_then(|slug| names.get(slug)).cloned();
    let subject = service.unwrap_or_else(|| complaint_subject(t, card.subject).to_owned());
    let day = |at: Timestamp| dated(at.day(), now, t);
    let (class, main) = match drawer {
        Drawer::Verify | Drawer::Answer => ("c-due", card.due.map(|due| due.day().short(t)).unwrap_or_default()),
        Drawer::Waiting => ("c-due c-due--p", card.due.map(|due| t.until_day(&day(due))).unwrap_or_default()),
        Drawer::Done => ("c-due c-due--p", t.since_day(&day(card.since))),
    };
    let lock = (card.privacy == Privacy::Rahasia).then(|| view! { <Icon name="lock" class="i i--16"/>" " });
    let handler = match card.handler {
        Some(name) => view! { <span class="c-by__n">{name}</span> }.into_html(),
        None => view! { {t.no_handler()} }.into_html(),
    };
    view! {
        <tr role="row">
            <td role="cell" class="c-sla">{light}</td>
            <td role="cell" class="c-who">
                <a href=format!("/dinas/pengaduan/{}", card.number)>{card.number.clone()}</a>
                <span>{subject}</span>
            </td>
            <td role="cell" class="c-lay">{lock}{complaint_privacy(t, card.privacy)}</td>
            <td role="cell" class="c-th"><span class="stage">{complaint_state(t, card.state)}</span></td>
            <td role="cell" class=class><b>{main}</b><span>{t.came_in(&day(card.filed_at))}</span></td>
            <td role="cell" class="c-by">{handler}</td>
        </tr>
    }
    .into_html()
}
