//! The cases of a drawer: a table, or cards on a phone.

use domain::account::{Actor, Capability};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::permit::{CaseCard, CaseFilter, Desk as Drawer};

use super::super::claim::{may_take, take_form};
use super::super::light::of_card;
use super::case_address;
use super::several::{choose_box, was_chosen};
use crate::html::IntoHtml;
use crate::text::{DeskText, Lang, desk_state};
use crate::when::dated;

/// The id of the table.
pub(super) const ID: &str = "daftar";

/// What the rows have in common.
pub(super) struct Table<'t> {
    pub filter: &'t CaseFilter,
    pub actor: &'t Actor,
    pub refused: &'t Refused,
    pub here: &'t str,
    pub now: Timestamp,
}

/// Whether somebody may take a case together with others, or give it to somebody.
pub(super) fn may_choose(actor: &Actor, card: &CaseCard) -> bool {
    let gives = card.state.is_open() && actor.may(Capability::DecideCases);
    gives || may_take(actor, card.state, card.assignee.is_some())
}

/// A case, with the name of its kecamatan.
pub(super) struct Row {
    pub card: CaseCard,
    pub place: Option<String>,
}

/// All of them.
pub(super) fn table(rows: Vec<Row>, whole: &Table<'_>, t: Lang) -> AnyView {
    let (caption, last) = match whole.filter.desk {
        Drawer::Running => (t.drawer_running(), t.column_promise()),
        Drawer::Waiting => (t.drawer_waiting(), t.column_until()),
        Drawer::Objections => (t.drawer_objections(), t.column_promise()),
        Drawer::Done => (t.drawer_done(), t.column_since()),
    };
    let rows = rows.into_iter().map(|row| row_view(row, whole, t)).collect_view();
    view! {
        <table class="cases cases--6" id=ID role="table">
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
    .into_html()
}

fn row_view(row: Row, whole: &Table<'_>, t: Lang) -> AnyView {
    let Row { card, place } = row;
    let Table { filter, actor, refused, here, now } = *whole;
    let drawer = filter.desk;
    let pick =
        may_choose(actor, &card).then(|| choose_box(&card.number, card.moves, was_chosen(refused, &card.number), t));
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
        Some(place) => format!("{}\u{a0}· {place}", card.number),
        None => card.number.clone(),
    };
    let stage =
        card.stage.as_ref().map_or_else(|| desk_state(card.state, t).to_owned(), |stage| stage.get(t).to_owned());
    let takes = may_take(actor, card.state, card.assignee.is_some());
    let nobody = (card.assignee.is_none() && !takes && drawer == Drawer::Running).then(|| t.nobody_yet());
    let take = takes.then(|| take_form(&card.number, card.moves, here, t.take(), t));
    view! {
        <tr role="row">
            <td role="cell" class="c-sla">{pick}{light}</td>
            <td role="cell" class="c-who">
                <a href=case_address(&card.number, filter)>{subject}</a>
                <span>{below}</span>
            </td>
            <td role="cell" class="c-lay">{card.service.get(t).to_owned()}</td>
            <td role="cell" class="c-th"><span class="stage">{stage}</span></td>
            <td role="cell" class=class><b>{main}</b><span>{came}</span></td>
            <td role="cell" class="c-by">{card.assignee.map(|name| view! { <span class="c-by__n">{name}</span> })}{nobody}{take}</td>
        </tr>
    }
    .into_html()
}
