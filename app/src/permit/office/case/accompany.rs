//! An accompanied permit for the office: its stages, what was issued, and the duties of its holder.

use domain::permit::service::{Accompanied, StageBy};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{CaseFile, DutyShown, finish_duty_for};

use super::{Opened, form};
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::case::{duties_card, finish_form, permit_card};
use crate::permit::office::inbox::back_to_case;
use crate::permit::office::problem::problem;
use crate::text::{AccompanyText, Lang, stage_by_label};
use crate::visitor::visitor;

/// The cards; nothing for a service of our own.
pub(super) fn cards(opened: &Opened, t: Lang) -> Option<AnyView> {
    let case = &opened.case;
    let permit = case.service.accompanied()?;
    let known = case.accompaniment.as_ref()?;
    let finish = |duty: &DutyShown, name: &str| finish_form(&case.number, duty, name, "/aksi/dinas/izin/kewajiban", t);
    let cards = view! {
        {path(case, permit, t)}
        {known.permit.as_ref().map(|issued| permit_card(issued, permit, t))}
        {duties_card(&known.duties, permit, opened.now.day(), finish, t)}
    };
    Some(cards.into_html())
}

/// All stages of the permit, with the days on which they were reached.
fn path(case: &CaseFile, permit: &Accompanied, t: Lang) -> AnyView {
    let reached = case.accompaniment.as_ref().map(|known| known.reached.as_slice()).unwrap_or_default();
    let items = permit
        .stages
        .iter()
        .map(|stage| {
            let key = stage.key.as_str();
            let at = reached.iter().rev().find(|reached| reached.stage == key).map(|reached| reached.at.day().short(t));
            let here = case.stage.as_deref() == Some(key);
            let said = match (here, at) {
                (true, Some(at)) => format!("{at}\u{a0}· {}", t.stage_here()),
                (_, Some(at)) => at,
                _ => turn_of(stage.by, t).to_owned(),
            };
            let name = stage.name.get(t).to_owned();
            let name = if here {
                view! { <strong>{name}</strong> }.into_html()
            } else {
                view! { <span>{name}</span> }.into_html()
            };
            view! { <li aria-current=here.then_some("step")>{name}<span class="muted small">{said}</span></li> }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="j-tahap">
            <h2 class="h3" id="j-tahap">{t.path_title()}</h2>
            <ul class="stages">{items}</ul>
        </section>
    }
    .into_html()
}

/// Whose turn it is, as the office says it.
fn turn_of(by: StageBy, t: Lang) -> &'static str {
    match by {
        StageBy::Pemohon => t.turn_applicant(),
        by => stage_by_label(by, t),
    }
}

/// An officer writes down that a duty is done.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/kewajiban")]
pub async fn note_duty(
    nomor: String,
    #[server(default)] kewajiban: String,
    #[server(default)] kali: i64,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = back_to_case(&nomor);
    match finish_duty_for(&platform, &visitor.actor, &nomor, &kewajiban, kali).await {
        Ok(()) => done(Word::Saved, &back),
        Err(error) => {
            let problem = problem(error, visitor.lang);
            refuse(&form(&nomor), &[], vec![problem], &format!("{back}#langkah")).await;
        }
    }
    Ok(())
}
