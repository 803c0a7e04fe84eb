//! What belongs to a permit of another agency: our help, its stages, and what its holder has to do.

use domain::permit::service::{Accompanied, Duty};
use leptos::prelude::*;

use crate::html::IntoHtml;
use crate::text::{Lang, PermitText, duration, stage_by_label};
use crate::ui::Icon;

pub(super) fn help(permit: &Accompanied, t: Lang) -> AnyView {
    let items = permit
        .help
        .iter()
        .map(|help| view! { <li><Icon name="users"/><div>{help.get(t).to_owned()}</div></li> })
        .collect_view();
    view! {
        <section aria-labelledby="j-bantu"><h2 id="j-bantu">{t.our_help()}</h2><ul class="ticks">{items}</ul></section>
    }
    .into_html()
}

pub(super) fn stages(permit: &Accompanied, t: Lang) -> AnyView {
    let items = permit
        .stages
        .iter()
        .map(|stage| {
            let time = stage.norm.map(|days| format!("\u{a0}· {}", t.working_days(days)));
            view! {
                <li>
                    <span>{stage.name.get(t).to_owned()}</span>
                    <span class="muted small">{stage_by_label(stage.by, t)}{time}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="j-tahap">
            <h2 id="j-tahap">{t.stages()}</h2>
            <p class="muted">{t.stages_hint(permit.agency.get(t))}</p>
            <ul class="stages">{items}</ul>
        </section>
    }
    .into_html()
}

pub(super) fn duties(permit: &Accompanied, t: Lang) -> Option<AnyView> {
    let items = permit
        .duties
        .iter()
        .map(|duty| {
            view! {
                <li>
                    <Icon name="calendar-days"/>
                    <div><strong>{duty.name.get(t).to_owned()}</strong><p class="muted">{when(duty, t)}</p></div>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <section aria-labelledby="j-kewajiban">
                <h2 id="j-kewajiban">{t.duties()}</h2>
                <ul class="ticks">{items}</ul>
            </section>
        }
        .into_html()
    })
}

fn when(duty: &Duty, t: Lang) -> String {
    let first = duration(duty.months, t);
    match duty.every {
        Some(every) => t.duty_again(&first, &duration(every, t)),
        None => t.duty_once(&first),
    }
}
