//! What was found out about the business.

use domain::mentoring::Priority;
use leptos::prelude::*;
use platform::mentoring::FindingShown;

use super::Shown;
use super::plan::remove;
use crate::html::IntoHtml;
use crate::mentoring::{areas, fold};
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry};
use crate::text::{MentoringText, area_label, priority_label};
use crate::ui::Icon;

/// The section, with the form for its mentor.
pub(super) fn diagnosis(shown: &Shown) -> Option<AnyView> {
    let t = shown.t;
    let findings = &shown.file.findings;
    if findings.is_empty() && !shown.plans() {
        return None;
    }
    let items = findings.iter().map(|finding| one(shown, finding)).collect_view();
    let list = if findings.is_empty() {
        view! { <p class="muted">{t.me_diagnosis_none()}</p> }.into_html()
    } else {
        view! { <ul class="roster">{items}</ul> }.into_html()
    };
    let form =
        shown.plans().then(|| fold(t.me_add_finding(), findings.is_empty() || shown.came_back("temuan"), form(shown)));
    Some(
        view! {
            <section class="card stack" id="diagnosis" aria-labelledby="j-diagnosis">
                <h2 class="h3" id="j-diagnosis">{t.me_diagnosis()}</h2>
                {list}
                {form}
            </section>
        }
        .into_html(),
    )
}

fn one(shown: &Shown, finding: &FindingShown) -> AnyView {
    let t = shown.t;
    let class = if finding.priority == Priority::Tinggi { "state state--wait" } else { "state" };
    let evidence = (!finding.evidence.is_empty())
        .then(|| view! { <p class="muted small">{format!("{}: {}", t.me_evidence(), finding.evidence)}</p> });
    view! {
        <li>
            <div class="roster__who">
                <p class="strong">{finding.finding.clone()}</p>
                <p class="muted small">{area_label(t, finding.area)}</p>
                {evidence}
            </div>
            <div class="row">
                <span class=class>{priority_label(t, finding.priority)}</span>
                {shown.plans().then(|| remove(shown, "temuan", finding.id, &finding.finding))}
            </div>
        </li>
    }
    .into_html()
}

fn form(shown: &Shown) -> AnyView {
    let (t, refused) = (shown.t, &shown.refused);
    let line = |name, label, need| Entry { name, label, hint: "", kind: Kind::Line, most: 200, need };
    let priorities: Vec<(String, String)> =
        Priority::ALL.iter().map(|one| (one.to_string(), priority_label(t, *one).to_owned())).collect();
    view! {
        <form class="stack" method="post" action="/aksi/pendampingan/temuan">
            <input type="hidden" name="nomor" value=shown.file.number.clone()/>
            {entry(line("temuan", t.me_finding(), Need::Must), "", refused, t)}
            {choice("bidang", t.me_area(), &areas(t), None, shown.file.area.as_str(), refused)}
            {choice("penting", t.me_priority(), &priorities, None, Priority::Sedang.as_str(), refused)}
            {entry(line("bukti", t.me_evidence(), Need::May), "", refused, t)}
            <div><button class="btn"><Icon name="plus"/>{t.me_add_finding()}</button></div>
        </form>
    }
    .into_html()
}
