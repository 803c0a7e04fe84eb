//! The cases of a drawer: a table, or cards on a phone.

use domain::account::Actor;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::permit::{CaseCard, Desk as Drawer};

use super::super::claim::{may_take, take_form};
use super::super::light::of_card;
use crate::text::{DeskText, Lang, desk_state};
use crate::when::dated;

/// A case, with the name of its kecamatan.
pub(super) struct Row {
    pub card: CaseCard,
    pub place: Option<String>,
}

/// All of them.
pub(super) fn table(rows: Vec<Row>, drawer: Drawer, actor: &Actor, here: &str, now: Timestamp, t: Lang) -> AnyView {
    let (caption, last) = match drawer {
        Drawer::Running => (t.drawer_running(), t.column_promise()),
        Drawer::Waiting => (t.drawer_waiting(), t.column_until()),
        Drawer::Objections => (t.drawer_objections(), t.column_promise()),
        Drawer::Done => (t.drawer_done(), t.column_since()),
    };
    let rows = rows.into_iter().map(|row| row_view(row, drawer, actor, here, now, t)).collect_view();
    view! {
        <table class="cases cases--6" role="table">
            <caption class="vh">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{DeskText::column_left(t)}</th>
                    <th role="columnheader" scope="col">{DeskText::column_subject(t)}</th>
                    <th role="columnheader" scope="col">{DeskText::service(t)}</th>
                    <th role="columnheader" scope="col">{t.stage()}</th>
                    <th role="columnheader" scope="col">{last}</th>
                    <th role="columnheader" scope="col">{t.column_who()}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row_view(row: Row, drawer: Drawer, actor: &Actor, here: &str, now: Timestamp, t: Lang) -> AnyView {
    let Row { card, place } = row;
    let light = of_card(&card, now, t);
    let came = t.came_in(&dated(card.submitted_at.day(), now, t));
    let (class, main) = match drawer {
        Drawer::Running | Drawer::Objections => ("c-due", card.due.map(|due| due.day().short(t)).unwrap_or_default()),
        Drawer::Waiting => {
            let until = card.last_day.map(|day| t.until_day(&dated(day, now, t)));
            ("c-due c-due--p", until.unwrap_or_else(|| t.since_day(&dated(card.since.day(), now, t))))
        }
        Drawer::Done => ("c-due c-due--p", t.since_day(&dated(card.since.day(), now, t))),
    };
    let subject = if card.subject.is_empty() { card.name.clone() } else { card.subject.clone() };
    let below = match place {
        Some(place) => format!("{} · {place}", card.number),
        None => card.number.clone(),
    };
    let stage =
        card.stage.as_ref().map_or_else(|| desk_state(card.state, t).to_owned(), |stage| stage.get(t).to_owned());
    let takes = may_take(actor, card.state, card.assignee.is_some());
    let nobody = (card.assignee.is_none() && !takes && drawer == Drawer::Running).then(|| t.nobody_yet());
    let take = takes.then(|| take_form(&card.number, card.state, card.moves, here, t.take(), t));
    view! {
        <tr role="row">
            <td role="cell" class="c-sla">{light}</td>
            <td role="cell" class="c-who">
                <a href=format!("/dinas/izin/{}", card.number)>{subject}</a>
                <span>{below}</span>
            </td>
            <td role="cell" class="c-lay">{card.service.get(t).to_owned()}</td>
            <td role="cell" class="c-th"><span class="stage">{stage}</span></td>
            <td role="cell" class=class><b>{main}</b><span>{came}</span></td>
            <td role="cell" class="c-by">{card.assignee.map(|name| view! { <span class="c-by__n">{name}</span> })}{nobody}{take}</td>
        </tr>
    }
    .into_any()
}
