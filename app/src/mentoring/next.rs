//! An owner's next steps: what was agreed with the mentor, and permits that wait for the owner.

use domain::permit::service::StageBy;
use domain::permit::state::State;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::{OwnStep, OwnStepKind, list_own_steps};
use platform::permit::{Companion, OwnCase, find_companion, list_own_cases};

use super::file::way_there;
use super::mentoring_path;
use crate::html::IntoHtml;
use crate::page::Missing;
use crate::text::{Lang, MentoringText, case_state};
use crate::ui::Icon;
use crate::visitor::Visitor;

/// So many steps are shown; the rest is on the page of the mentoring.
const MOST: usize = 6;

/// What an owner has to do next.
pub(crate) struct NextSteps {
    mentoring: Vec<OwnStep>,
    cases: Vec<OwnCase>,
    companion: Companion,
    today: Day,
}

impl NextSteps {
    /// Finds them.
    ///
    /// # Errors
    /// Only when the database does not answer.
    pub async fn find(platform: &Platform, visitor: &Visitor) -> Result<Self, Missing> {
        let account = visitor.actor.id().ok_or(Missing::NotAllowed)?;
        let cases = list_own_cases(platform, account).await?;
        let waits = |case: &OwnCase| matches!(case.state, State::Draf | State::PerluPerbaikan | State::Dihentikan);
        Ok(Self {
            mentoring: list_own_steps(platform, &visitor.actor).await?,
            cases: cases.into_iter().filter(waits).collect(),
            companion: find_companion(platform, &visitor.actor).await?,
            today: platform.now().day(),
        })
    }
}

/// The card; nothing where there is nothing to do.
pub(crate) fn next_steps(next: NextSteps, t: Lang) -> Option<AnyView> {
    let today = next.today;
    let mentoring = next.mentoring.iter().map(|step| of_mentoring(step, today, t));
    let cases = next.cases.iter().map(|case| {
        let name = if case.subject.is_empty() { &case.number } else { &case.subject };
        let to = format!("/izin/kasus/{}", case.number);
        line("file-text", t.me_next_permit(name), to, Some(case_state(t, case.state).to_owned()), None)
    });
    let turns = next.companion.underway.iter().filter(|underway| underway.by == StageBy::Pemohon);
    let turns = turns.map(|turn| {
        let to = format!("/izin/kasus/{}", turn.number);
        line("file-text", t.me_next_permit(turn.service.get(t)), to, Some(turn.stage.get(t).to_owned()), None)
    });
    let items: Vec<AnyView> = mentoring.chain(cases).chain(turns).take(MOST).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="card stack stack--2" aria-labelledby="j-berikut">
                <h2 class="h3" id="j-berikut">{t.me_next()}</h2>
                <ul class="roster">{items}</ul>
            </section>
        }
        .into_html()
    })
}

fn of_mentoring(step: &OwnStep, today: Day, t: Lang) -> AnyView {
    let path = mentoring_path(&step.number);
    let day = step.at.map(Timestamp::day);
    let (icon, words, part) = match step.kind {
        OwnStepKind::Plan => ("flag", t.me_next_plan(&step.words), "#rencana"),
        OwnStepKind::Result => ("award", t.me_next_result(&step.words), "#langkah"),
        OwnStepKind::Visit => ("eye", t.me_next_visit(&day.map(|day| day.short(t)).unwrap_or_default()), "#kunjungan"),
        OwnStepKind::Meet => {
            ("calendar-days", t.me_next_meet(&step.at.map(|at| at.words(t)).unwrap_or_default()), "#janji")
        }
        OwnStepKind::Action => ("arrow-right", step.words.clone(), "#rencana"),
    };
    let below = match step.kind {
        OwnStepKind::Action => day.map(|day| {
            if day < today {
                format!("{}\u{a0}· {}", t.me_due_on(&day.words(t)), t.me_late())
            } else {
                t.me_due_on(&day.words(t))
            }
        }),
        OwnStepKind::Meet => Some(step.words.clone()),
        OwnStepKind::Visit => Some(step.words.clone()),
        OwnStepKind::Plan | OwnStepKind::Result => None,
    };
    line(icon, words, format!("{path}{part}"), below, step.service.as_deref().map(|service| way_there(service, t)))
}

fn line(icon: &'static str, words: String, to: String, below: Option<String>, way: Option<AnyView>) -> AnyView {
    view! {
        <li>
            <div class="roster__who nextline">
                <Icon name=icon/>
                <div>
                    <a class="strong" href=to>{words}</a>
                    {below.map(|below| view! { <p class="muted small">{below}</p> })}
                </div>
            </div>
            {way}
        </li>
    }
    .into_html()
}
