//! `/dinas/izin`: permit cases by drawer, the most urgent first.

mod address;
mod filter;
mod lights;
mod several;
mod table;

use domain::account::{Actor, Capability};
use domain::permit::key::Words;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Assigned, CaseFilter, CaseList, Desk as Drawer, list_cases, list_colleagues, list_services};
use platform::reference::Region;
use uuid::Uuid;

pub(super) use self::address::{address, back_to_case, case_address, pairs, read};
use self::filter::{filter_form, is_filtered};
use self::lights::lights;
use self::several::several_form;
use self::table::{Row, Table, may_choose, table};
use super::claim::{FORM, may_take};
use super::light::legend;
use super::visits::missing;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::permit::list_keys::ListKeys;
use crate::request::query;
use crate::text::{DeskText, Lang};
use crate::ui::{Desk, Icon, Islands, Onward};
use crate::visitor::{Visitor, lang, visitor};

struct Listed {
    filter: CaseFilter,
    list: CaseList,
    places: Vec<Option<String>>,
    services: Vec<(String, Words)>,
    kecamatan: Vec<Region>,
    refused: Refused,
    colleagues: Vec<(Uuid, String)>,
    actor: Actor,
    here: String,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, filter: CaseFilter) -> Result<Listed, Missing> {
    only(&visitor, Capability::ReadCases)?;
    let reference = platform.reference().await?;
    let list = list_cases(&platform, &visitor.actor, &filter).await.map_err(missing)?;
    let place = |code: &Option<String>| code.as_deref().map(|code| reference.kecamatan_name(code).to_owned());
    let services = list_services(&platform).await?;
    Ok(Listed {
        places: list.cases.iter().map(|case| place(&case.kecamatan)).collect(),
        services: services.iter().map(|service| (service.slug(), service.name.clone())).collect(),
        kecamatan: reference.kecamatan.clone(),
        colleagues: list_colleagues(&platform, &visitor.actor).await?,
        refused: recall(&platform, visitor.typed, FORM).await?,
        now: platform.now(),
        here: visitor.path,
        actor: visitor.actor,
        filter,
        list,
    })
}

/// `/dinas/izin`.
#[component]
pub fn InboxPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), read(&query())), inbox_view)
}

fn inbox_view(listed: Listed) -> AnyView {
    let t = lang();
    let Listed { filter, list, places, services, kecamatan, refused, colleagues, actor, here, now } = listed;
    let counts = list.counts;
    let drawers = [
        (Drawer::Running, t.drawer_running(), Some(counts.running)),
        (Drawer::Waiting, t.drawer_waiting(), Some(counts.waiting)),
        (Drawer::Objections, t.drawer_objections(), Some(counts.objections)),
        (Drawer::Done, t.drawer_done(), None),
    ]
    .map(|(drawer, name, count)| {
        let to = address(&CaseFilter { desk: drawer, ..CaseFilter::default() });
        let current = (drawer == filter.desk).then_some("true");
        view! { <a class="chip" href=to aria-current=current>{name}{count.map(|count| view! { " "<b>{count}</b> })}</a> }
    });
    let already = (!refused.errors.is_empty()).then(|| {
        let lines = refused.errors.iter().map(|(_, text)| view! { <p>{text.clone()}</p> }).collect_view();
        view! { <div class="note note--warn" role="alert"><Icon name="triangle-alert"/><div>{lines}</div></div> }
    });
    let narrowed = filter_form(&filter, services, kecamatan, &colleagues, t);
    let first = filter.after.is_some().then(|| address(&CaseFilter { after: None, ..filter.clone() }));
    let next = list.next.map(|next| address(&CaseFilter { after: Some(next), ..filter.clone() }));
    let today = now.day().words(t);
    let lead = match filter.desk {
        Drawer::Running => t.inbox_lead(&today),
        Drawer::Waiting => t.inbox_lead_waiting(&today),
        Drawer::Objections => t.inbox_lead_objections(&today),
        Drawer::Done => t.inbox_lead_done(&today),
    };
    let content = if list.cases.is_empty() {
        empty_view(&filter, t)
    } else {
        let takes = list.cases.iter().any(|case| may_take(&actor, case.state, case.assignee.is_some()));
        let several =
            list.cases.iter().any(|case| may_choose(&actor, case)).then(|| several_form(takes, colleagues, &here, t));
        let rows = list.cases.into_iter().zip(places).map(|(card, place)| Row { card, place }).collect();
        let whole = Table { filter: &filter, actor: &actor, refused: &refused, here: &here, now };
        view! { {table(rows, &whole, t)}{several}<ListKeys table=table::ID.to_owned() words=t.list_keys().to_owned()/> }
            .into_html()
    };
    view! {
        <Desk title=t.inbox_title().to_owned() lead=lead>
            {already}
            <div class="inbox__bar">
                <nav class="ib__mine" aria-label=t.inbox_title()>{drawers}</nav>
                <a class="inbox__visits" href="/dinas/izin/kunjungan"><Icon name="map-pin"/>{t.to_visits()}</a>
            </div>
            {lights(&filter, &counts, t)}
            {narrowed}
            {content}
            <Onward first=first next=next/>
            {legend(true, t)}
        </Desk>
        <Islands/>
    }
    .into_html()
}

fn empty_view(filter: &CaseFilter, t: Lang) -> AnyView {
    let (class, icon, text) = match (filter.desk, filter.assigned) {
        (_, Assigned::Me) if !is_filtered(filter) => ("note note--plain", "inbox", t.none_mine()),
        (_, Assigned::Nobody) if !is_filtered(filter) => ("note note--ok", "circle-check", t.none_free()),
        _ if is_filtered(filter) => ("note note--plain", "search", t.nothing_matches()),
        (Drawer::Running, _) => ("note note--ok", "circle-check", t.nobody_waits()),
        (Drawer::Waiting, _) => ("note note--plain", "info", t.nobody_with_applicant()),
        (Drawer::Objections, _) => ("note note--ok", "circle-check", t.nobody_objects()),
        (Drawer::Done, _) => ("note note--plain", "info", t.none_done()),
    };
    view! { <p class=class><Icon name=icon/><span>{text}</span></p> }.into_html()
}
