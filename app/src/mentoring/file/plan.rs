//! What shall be reached, and who does what until when.

use domain::mentoring::{By, Side, State};
use leptos::prelude::*;
use platform::mentoring::{ActionShown, GoalShown};
use uuid::Uuid;

use super::Shown;
use crate::html::IntoHtml;
use crate::mentoring::fold;
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry};
use crate::text::{CartText, Lang, MentoringText, side_label};
use crate::ui::Icon;

/// The section; an owner sees it once it is proposed.
pub(super) fn plan(shown: &Shown) -> Option<AnyView> {
    let (t, file) = (shown.t, &shown.file);
    let early = matches!(file.state, State::Diajukan | State::Diagnosis);
    let empty = file.goals.is_empty() && file.actions.is_empty();
    if (early && file.is(By::Usaha) && !file.proposed) || (empty && !shown.plans()) {
        return None;
    }
    let until = file.ends_on.map(|day| t.me_plan_until(&day.words(t)));
    let standing = match file.agreed {
        Some(at) => t.me_plan_agreed(&at.day().words(t)),
        None => t.me_plan_draft().to_owned(),
    };
    let standing = [Some(standing), until].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let goals = file.goals.iter().map(|goal| goal_row(shown, goal)).collect_view();
    let goals = (!file.goals.is_empty()).then(|| {
        view! { <div class="stack stack--2"><h3>{t.me_goals()}</h3><ul class="roster">{goals}</ul></div> }
    });
    let actions = action_list(shown, None);
    let warn = (shown.plans() && file.proposed)
        .then(|| view! { <p class="note note--warn note--bare">{t.me_plan_changes()}</p> });
    let forms = shown.plans().then(|| {
        view! {
            <div class="folds">
                {fold(t.me_add_goal(), file.goals.is_empty() || shown.came_back("tujuan"), goal_form(shown))}
                {fold(t.me_add_action(), file.actions.is_empty() || shown.came_back("tindakan") || shown.came_back("tenggat"), action_form(shown))}
            </div>
        }
    });
    Some(
        view! {
            <section class="card stack" id="rencana" aria-labelledby="j-rencana">
                <div><h2 class="h3" id="j-rencana">{t.me_plan()}</h2><p class="muted small">{standing}</p></div>
                {warn}
                {goals}
                {actions}
                {forms}
            </section>
        }
        .into_html(),
    )
}

fn goal_row(shown: &Shown, goal: &GoalShown) -> AnyView {
    let t = shown.t;
    let after = goal
        .value_after
        .clone()
        .map(|after| view! { <div><dt>{t.me_result()}</dt><dd class="strong">{after}</dd></div> });
    view! {
        <li>
            <div class="roster__who">
                <p class="strong">{goal.goal.clone()}</p>
                <p class="muted small">{goal.indicator.clone()}</p>
                <dl class="values">
                    <div><dt>{t.me_before()}</dt><dd>{goal.value_before.clone()}</dd></div>
                    <div><dt>{t.me_target()}</dt><dd>{goal.value_target.clone()}</dd></div>
                    {after}
                </dl>
            </div>
            {shown.plans().then(|| remove(shown, "tujuan", goal.id, &goal.goal))}
        </li>
    }
    .into_html()
}

/// What was agreed in the plan and at visits, or at one visit only.
pub(super) fn action_list(shown: &Shown, visit: Option<Uuid>) -> Option<AnyView> {
    let t = shown.t;
    let chosen = shown.file.actions.iter().filter(|action| visit.is_none() || action.visit == visit);
    let items: Vec<AnyView> = chosen.map(|action| action_row(shown, action, visit.is_some())).collect();
    (!items.is_empty()).then(|| {
        let title = if visit.is_some() { t.me_visit_agreed() } else { t.me_actions() };
        view! { <div class="stack stack--2"><h3>{title}</h3><ul class="roster">{items}</ul></div> }.into_html()
    })
}

/// An action; below a visit it is only read.
fn action_row(shown: &Shown, action: &ActionShown, only_read: bool) -> AnyView {
    let (t, file) = (shown.t, &shown.file);
    let late = action.done.is_none() && file.state.runs() && action.due < shown.now.day();
    let when = match action.done {
        Some(at) => t.me_done_on(&at.day().short(t)),
        None => t.me_due_on(&action.due.words(t)),
    };
    let state = match (action.done.is_some(), late) {
        (true, _) => Some(view! { <span class="state state--go"><Icon name="check"/>{t.me_done()}</span> }.into_html()),
        (false, true) => Some(view! { <span class="state state--stop">{t.me_late()}</span> }.into_html()),
        (false, false) => None,
    };
    let mine = file.is(By::Pendamping) || (file.is(By::Usaha) && action.side == Side::Usaha);
    let mark = (mine && file.state.runs() && !only_read).then(|| done_form(shown, action));
    let go = (file.is(By::Usaha) && action.done.is_none() && action.side == Side::Usaha && !only_read)
        .then(|| action.service.as_deref().map(|service| way_there(service, t)))
        .flatten();
    let drop = (shown.plans() && action.visit.is_none() && !only_read)
        .then(|| remove(shown, "tindakan", action.id, &action.what));
    view! {
        <li>
            <div class="roster__who">
                <p class="strong">{action.what.clone()}</p>
                <p class="muted small">{format!("{}\u{a0}· {when}", side_label(t, action.side))}</p>
            </div>
            <div class="row">{state}{go}{mark}{drop}</div>
        </li>
    }
    .into_html()
}

/// The button that leads to the service with which something is done.
pub(in crate::mentoring) fn way_there(service: &str, t: Lang) -> AnyView {
    let (path, label) = match service {
        "pelatihan" => ("/pelatihan".to_owned(), t.me_go_classes()),
        slug => (format!("/izin/{slug}"), t.me_go_service()),
    };
    view! { <a class="btn btn--line btn--small" href=path>{label}</a> }.into_html()
}

fn done_form(shown: &Shown, action: &ActionShown) -> AnyView {
    let t = shown.t;
    let (value, label, name, look) = match action.done {
        Some(_) => ("", t.me_reopen(), t.me_mark_open(&action.what), "btn btn--quiet btn--small"),
        None => ("1", t.me_done(), t.me_mark_done(&action.what), "btn btn--line btn--small"),
    };
    view! {
        <form method="post" action="/aksi/pendampingan/tindakan/selesai">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            <input type="hidden" name="tindakan" value=action.id.to_string()/>
            <input type="hidden" name="selesai" value=value/>
            <button class=look aria-label=name>{label}</button>
        </form>
    }
    .into_html()
}

/// The button that takes a line of the plan out.
pub(super) fn remove(shown: &Shown, line: &'static str, id: Uuid, what: &str) -> AnyView {
    let t = shown.t;
    view! {
        <form method="post" action="/aksi/pendampingan/hapus">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            <input type="hidden" name="baris" value=line/>
            <input type="hidden" name="id" value=id.to_string()/>
            <button class="btn btn--line btn--small" aria-label=t.me_remove_line(what)><Icon name="trash-2"/>{CartText::remove(t)}</button>
        </form>
    }
    .into_html()
}

fn goal_form(shown: &Shown) -> AnyView {
    let (t, refused) = (shown.t, &shown.refused);
    let line = |name, label, most| Entry { name, label, hint: "", kind: Kind::Line, most, need: Need::Must };
    view! {
        <form class="stack" method="post" action="/aksi/pendampingan/tujuan">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            {entry(line("tujuan", t.me_goal(), 160), "", refused, t)}
            {entry(line("ukuran", t.me_indicator(), 120), "", refused, t)}
            <div class="pair">
                {entry(line("awal", t.me_before(), 80), "", refused, t)}
                {entry(line("sasaran", t.me_target(), 80), "", refused, t)}
            </div>
            <div><button class="btn"><Icon name="plus"/>{t.me_add_goal()}</button></div>
        </form>
    }
    .into_html()
}

fn action_form(shown: &Shown) -> AnyView {
    let (t, refused) = (shown.t, &shown.refused);
    let what =
        Entry { name: "tindakan", label: t.me_action(), hint: "", kind: Kind::Line, most: 160, need: Need::Must };
    let due = Entry { name: "tenggat", label: t.me_due(), hint: "", kind: Kind::Date, most: 10, need: Need::Must };
    let services = [vec![("pelatihan".to_owned(), t.me_classes().to_owned())], shown.services.clone()].concat();
    view! {
        <form class="stack" method="post" action="/aksi/pendampingan/tindakan">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            {entry(what, "", refused, t)}
            <div class="pair">
                {choice("pihak", t.me_side(), &sides(t), None, Side::Usaha.as_str(), refused)}
                {entry(due, "", refused, t)}
            </div>
            {choice("layanan", t.me_service(), &services, Some(t.me_service_none()), "", refused)}
            <div><button class="btn"><Icon name="plus"/>{t.me_add_action()}</button></div>
        </form>
    }
    .into_html()
}

/// Who can do something, to choose from.
pub(in crate::mentoring) fn sides(t: Lang) -> Vec<(String, String)> {
    Side::ALL.iter().map(|side| (side.to_string(), side_label(t, *side).to_owned())).collect()
}
