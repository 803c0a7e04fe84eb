//! A draft: its parts with how far each is.

use domain::permit::answers::Progress;
use domain::permit::state::State;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::permit::{CaseShown, Helper};

use super::case_path;
use crate::html::IntoHtml;
use crate::permit::crumbs::crumbs;
use crate::permit::mandate::mandate_card;
use crate::text::{CaseText, Lang, MandateText};
use crate::ui::{ErrorSummary, Icon, PageHead, Said};
use crate::visitor::lang;

pub(super) fn tasks_view(case: &CaseShown, pin: Option<String>, helpers: &[Helper], refused: &Refused) -> AnyView {
    let t = lang();
    let title = t.draft_title(case.service.name.get(t));
    let left = case
        .service
        .form
        .sections
        .iter()
        .filter(|section| case.checked.progress(section, &case.typed) != Progress::Done)
        .count();
    let told = if left == 0 { t.tasks_all_done().to_owned() } else { t.tasks_left(left) };
    let open = case.state == State::Draf;
    view! {
        <PageHead title=title.clone() description=t.apply_lead().to_owned() canonical=None/>
        <main id="isi" class="wrap">
            {crumbs(&case.service, t)}
            <div class="form-page stack stack--6 mb-12">
                <Said/>
                <ErrorSummary errors=refused.errors.clone() kept=false/>
                <h1>{title}</h1>
                {number_card(case, pin, t)}
                {if open {
                    view! {
                        <section class="card stack" aria-labelledby="j-isi">
                            <div><h2 id="j-isi">{t.tasks()}</h2><p class="muted">{told}</p></div>
                            {task_list(case, t)}
                            <div class="row"><a class="btn btn--big" href=format!("{}/periksa", case_path(&case.number))>{t.check_and_send()}</a></div>
                        </section>
                        <p class="muted small">{t.draft_kept()}</p>
                        {mandate_card(case, helpers, t)}
                        {(!case.helps).then(|| drop_form(case, t))}
                    }.into_html()
                } else {
                    view! { <p class="note note--plain"><Icon name="info"/><span>{crate::text::case_state(t, case.state)}"."</span></p> }.into_html()
                }}
            </div>
        </main>
    }
    .into_html()
}

/// Number and PIN, as long as this device knows them: to be written down.
fn number_card(case: &CaseShown, pin: Option<String>, t: Lang) -> AnyView {
    let (title, hint) = match case.helps {
        true => (t.case_number(), t.helped_number_hint()),
        false => (t.keep_number(), t.keep_number_hint()),
    };
    let pin = pin.map(|pin| view! { <div><dt>{t.case_pin()}</dt><dd class="mono" data-pin="">{pin}</dd></div> });
    view! {
        <section class="note note--plain" aria-labelledby="j-nomor">
            <Icon name="key-round"/>
            <div class="stack stack--2">
                <div><h2 class="h3" id="j-nomor">{title}</h2><p class="small">{hint}</p></div>
                <dl class="keycard">
                    <div><dt>{t.case_number()}</dt><dd class="mono" data-nomor="">{case.number.clone()}</dd></div>
                    {pin}
                </dl>
            </div>
        </section>
    }
    .into_html()
}

fn task_list(case: &CaseShown, t: Lang) -> AnyView {
    let items = case
        .service
        .form
        .sections
        .iter()
        .map(|section| {
            let (class, icon, words) = match case.checked.progress(section, &case.typed) {
                Progress::Done => ("state state--go", "check", t.task_done()),
                Progress::Incomplete => ("state state--wait", "circle-alert", t.task_incomplete()),
                Progress::NotStarted => ("state", "minus", t.task_not_started()),
            };
            let to = format!("{}/isi/{}", case_path(&case.number), section.key);
            view! {
                <li>
                    <a class="strong" href=to>{section.title.get(t).to_owned()}</a>
                    <span class=class><Icon name=icon/>{words}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="tasks">{items}</ol> }.into_html()
}

fn drop_form(case: &CaseShown, t: Lang) -> AnyView {
    view! {
        <details class="fold">
            <summary>{t.draft_drop()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/izin/batal">
                <input type="hidden" name="nomor" value=case.number.clone()/>
                <p class="muted">{t.draft_drop_hint()}</p>
                <div><button class="btn btn--danger">{t.withdraw_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}
