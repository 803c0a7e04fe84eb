//! Which cases are asked for, and in which order they come.

use domain::permit::state::State;
use domain::time::Timestamp;
use uuid::Uuid;

use crate::db::Select;
use crate::permit::case::Sought;
use crate::shop::catalogue::Cursor;

/// A drawer of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Desk {
    /// The office has to act; by what is left of the promise.
    #[default]
    Running,
    /// The applicant or another agency has to act; the longest waiting first.
    Waiting,
    /// Somebody objects to a refusal; the longest waiting first.
    Objections,
    /// Decided, taken back, over; the latest first.
    Done,
}

/// Who works on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Assigned {
    /// Anybody or nobody.
    #[default]
    Any,
    /// Who asks.
    Me,
    /// Nobody yet.
    Nobody,
    /// Somebody, by their account.
    To(Uuid),
}

/// How much is left of a promise while its clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nothing: it is broken.
    Nothing,
    /// This working day or the next one is the last.
    Little,
    /// More than that.
    Enough,
}

/// Which cases are asked for.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// The drawer.
    pub desk: Desk,
    /// Only with so much left of the promise; only where a clock runs.
    pub left: Option<Left>,
    /// Only of this service, by its slug.
    pub service: Option<String>,
    /// Only from this kecamatan, by its code.
    pub kecamatan: Option<String>,
    /// Only in this state.
    pub state: Option<State>,
    /// Who works on them.
    pub assigned: Assigned,
    /// A number, or how words of the name or business begin; empty for all.
    pub words: String,
    /// The case before the first of this page.
    pub after: Option<Cursor>,
}

/// What a filter is compared with.
pub(super) struct Asked {
    /// Who asks.
    pub account: Uuid,
    pub sought: Sought,
    pub now: Timestamp,
    /// When the working day after this one ends.
    pub soon: Timestamp,
}

/// Adds what a case, called `c`, has to fit.
pub(super) fn narrow(select: &mut Select, filter: &CaseFilter, asked: &Asked) {
    match filter.desk {
        Desk::Running => select.push("c.due_at is not null"),
        Desk::Waiting => select
            .push("c.due_at is null and c.state in ('perlu_perbaikan', 'menunggu_bayar', 'dihentikan', 'didampingi')"),
        Desk::Objections => select.push("c.id in (select o.case_id from objection o where o.state = 'diajukan')"),
        Desk::Done => select.push(
            "c.state in ('terbit', 'ditolak', 'ditarik', 'kedaluwarsa', 'dicabut', 'selesai') \
             and c.submitted_at is not null",
        ),
    };
    match filter.left {
        None => {}
        Some(Left::Nothing) => drop(select.bind("and c.due_at < ?", asked.now)),
        Some(Left::Little) => {
            select.bind("and c.due_at >= ?", asked.now);
            select.bind("and c.due_at <= ?", asked.soon);
        }
        Some(Left::Enough) => drop(select.bind("and c.due_at > ?", asked.soon)),
    }
    if let Some(service) = &filter.service {
        select.bind("and c.service = ?", service);
    }
    if let Some(kecamatan) = &filter.kecamatan {
        select.bind("and c.kecamatan = ?", kecamatan);
    }
    if let Some(state) = filter.state {
        select.bind("and c.state = ?", state.as_str());
    }
    match filter.assigned {
        Assigned::Any => {}
        Assigned::Me => drop(select.bind("and c.assignee = ?", asked.account)),
        Assigned::Nobody => drop(select.push("and c.assignee is null")),
        Assigned::To(account) => drop(select.bind("and c.assignee = ?", account)),
    }
    asked.sought.narrow(select);
}

/// Towards the end of a list, or towards its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    On,
    Back,
}

/// Adds the order of a drawer, from behind a case on.
pub(super) fn order(select: &mut Select, desk: Desk, way: Way, from: Option<Cursor>) {
    let (beyond, order) = match (desk, way) {
        (Desk::Running, Way::On) => ("and (c.due_at, c.id) > (?,", "order by c.due_at, c.id"),
        (Desk::Running, Way::Back) => ("and (c.due_at, c.id) < (?,", "order by c.due_at desc, c.id desc"),
        (Desk::Waiting | Desk::Objections, Way::On) | (Desk::Done, Way::Back) => {
            ("and (c.updated_at, c.id) > (?,", "order by c.updated_at, c.id")
        }
        (Desk::Waiting | Desk::Objections, Way::Back) | (Desk::Done, Way::On) => {
            ("and (c.updated_at, c.id) < (?,", "order by c.updated_at desc, c.id desc")
        }
    };
    if let Some(cursor) = from {
        select.bind(beyond, cursor.key);
        select.bind("?)", cursor.id);
    }
    select.push(order);
}
