//! `/dinas/izin/{nomor}`: a case with everything that the office may see, and what can be done with it.

mod accompany;
mod answers;
mod beside;
mod consent;
mod documents;
mod head;
mod history;
mod labels;
mod objection;
mod order;
mod photos;
mod step;
mod step_form;
mod steps;
mod verdict;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::account::{Actor, Capability};
use domain::permit::answers::Path;
use domain::permit::state::{Action, State};
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{CaseFile, CaseFilter, calendar, file_link, find_beside, open_case, show_sensitive};
use platform::reference::Reference;
use uuid::Uuid;

use self::answers::answers;
use self::beside::{Listed, back, beside};
use self::documents::documents;
use self::head::head;
use self::history::history;
use self::objection::objection_card;
use self::photos::{photo_form, photos};
use self::steps::steps;
use super::inbox::read;
use super::problem::missing;
use super::visits;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::{param, query};
use crate::text::{DeskText, desk_state};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

/// The name of the forms with the steps of a case.
pub(super) fn form(number: &str) -> String {
    format!("izin-{number}")
}

/// The name of the forms with the verdicts of a case.
fn verdict_form(number: &str) -> String {
    format!("nilai-{number}")
}

/// What the page is made from.
pub(super) struct Opened {
    case: CaseFile,
    actor: Actor,
    /// The list that the officer came from.
    listed: Option<Listed>,
    /// The refused step, verdict and photograph.
    refused: (Refused, Refused, Refused),
    /// What is masked and was asked for.
    shown: Option<(Path, String)>,
    reference: Arc<Reference>,
    /// Where each document can be seen.
    links: BTreeMap<Uuid, String>,
    /// The first day on which somebody could go there.
    next_workday: Day,
    now: Timestamp,
}

impl Opened {
    /// Whether this officer may judge documents now.
    fn may_judge(&self) -> bool {
        self.case.state == State::Verifikasi && self.case.allowed.contains(&Action::ProposeRefusal)
    }

    /// Whether this officer may see what is masked.
    fn may_show(&self) -> bool {
        may_show(&self.actor)
    }
}

fn may_show(actor: &Actor) -> bool {
    actor.may(Capability::ExamineCases) || actor.may(Capability::DecideCases)
}

async fn load(
    platform: Platform,
    visitor: Visitor,
    number: String,
    show: Option<Path>,
    list: Option<CaseFilter>,
) -> Result<Opened, Missing> {
    only(&visitor, Capability::ReadCases)?;
    let actor = visitor.actor;
    let shown = match show.filter(|_| may_show(&actor)) {
        Some(path) => show_sensitive(&platform, &actor, &number, &path).await.ok().map(|text| (path, text)),
        None => None,
    };
    let case = open_case(&platform, &actor, &number).await.map_err(missing)?;
    let reference = platform.reference().await?.clone();
    let refused = (
        recall(&platform, visitor.typed, &form(&case.number)).await?,
        recall(&platform, visitor.typed, &verdict_form(&case.number)).await?,
        recall(&platform, visitor.typed, &photo_form(&case.number)).await?,
    );
    let listed = match list {
        Some(filter) => {
            let beside = find_beside(&platform, &actor, &filter, &case.number).await.map_err(visits::missing)?;
            Some(Listed { filter, beside })
        }
        None => None,
    };
    let files = case.files.keys().copied().chain(case.photos.iter().map(|photo| photo.id));
    let (now, calendar) = (platform.now(), calendar(&platform).await?);
    let next_workday = (1..60).map(|days| now.day().plus(days)).find(|day| calendar.off(*day).is_none());
    Ok(Opened {
        links: files.map(|file| (file, file_link(&platform, file))).collect(),
        listed,
        next_workday: next_workday.unwrap_or_else(|| now.day()),
        case,
        actor,
        refused,
        shown,
        reference,
        now,
    })
}

/// `/dinas/izin/{nomor}`.
#[component]
pub fn CaseFilePage() -> impl IntoView {
    let query = query();
    let show = query.get("tampilkan").filter(|path| !path.is_empty()).map(Path::from_name);
    let list = query.get("laci").map(|_| read(&query));
    page(load(expect_context::<Platform>(), visitor(), param("nomor"), show, list), case_view)
}

fn case_view(opened: Opened) -> AnyView {
    let t = lang();
    let case = &opened.case;
    let (number, state) = (case.number.clone(), desk_state(case.state, t));
    let (title, lead) = (labels::subject(case), case.service.name.get(t).to_owned());
    let jump = (!case.allowed.is_empty()).then(|| {
        view! { <a class="btn btn--line desk__jump" href="#langkah" accesskey="l">{t.jump_to_step()}<Icon name="chevron-down"/></a> }
    });
    let (facts, typed, papers) = (head(&opened, t), answers(&opened, t), documents(&opened, t));
    let objection = case.objection.as_ref().map(|objection| objection_card(objection, t));
    let accompanied = accompany::cards(&opened, t);
    let visited = photos(&opened, &opened.refused.2, t);
    let (next, past) = (steps(&opened, t), history(&opened, t));
    view! {
        <Desk title=title lead=lead>
            <div class="row">
                {back(opened.listed.as_ref(), t)}
                <span class="mono">{number}</span>
                <span class="stage">{state}</span>
                {opened.listed.as_ref().map(|listed| beside(listed, t))}
                {jump}
            </div>
            <div class="permitfile">
                <div class="stack">{facts}{typed}</div>
                <div class="permitfile__docs stack">{papers}{visited}</div>
                <div class="permitfile__steps stack">{objection}{next}{accompanied}{past}</div>
            </div>
        </Desk>
    }
    .into_html()
}
