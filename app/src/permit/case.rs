//! `/izin/kasus/{nomor}` and its pages: the draft as a list of tasks, and where the case is once it was handed in.

mod accompany;
mod answers;
mod check;
mod field;
mod hand_in;
mod journey;
mod keep;
mod objection;
mod promise;
mod save;
mod section;
mod sent;
mod status;
mod survey;
mod tasks;
mod value;

use domain::permit::mandate::part_of;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Applicant, CaseShown, Helper, Tracked, find_applicant, list_helpers, show_case, track_case};

pub(super) use self::accompany::{duties_card, finish_form, permit_card};
pub use self::check::CheckPage;
pub(super) use self::keep::keep;
pub(super) use self::save::file_problem;
pub use self::section::SectionPage;
pub use self::sent::SentPage;
use self::status::{own_view, tracked_view};
pub use self::survey::SurveyPage;
use self::tasks::tasks_view;
use super::mandate::asks;
use super::start::recall_pin;
use crate::action::recall;
use crate::page::{Missing, page};
use crate::request::param;
use crate::visitor::{Visitor, visitor};

/// The name of the form with which an applicant acts, for recalling what was refused.
pub(super) const ACT: &str = "izin-tindak";

/// The address of a case.
pub(super) fn case_path(number: &str) -> String {
    format!("/izin/kasus/{number}")
}

/// The case that this visitor has shown to be the applicant of. Everybody else goes to where numbers are typed.
async fn own(platform: &Platform, visitor: &Visitor, number: &str) -> Result<(Applicant, CaseShown), Missing> {
    let applicant = applicant(platform, visitor, number).await?;
    let case = show(platform, &applicant).await?;
    Ok((applicant, case))
}

/// Where everybody goes who has not shown to be the applicant.
fn elsewhere() -> Missing {
    Missing::Elsewhere("/lacak".to_owned())
}

async fn applicant(platform: &Platform, visitor: &Visitor, number: &str) -> Result<Applicant, Missing> {
    let found = find_applicant(platform, &visitor.actor, &visitor.case_keys, number).await?;
    // Whoever helped with it reads there that the mandate is over.
    let elsewhere = || match part_of(&visitor.actor) {
        Some(_) => Missing::Elsewhere("/akun/kuasa".to_owned()),
        None => elsewhere(),
    };
    found.ok_or_else(elsewhere)
}

async fn show(platform: &Platform, applicant: &Applicant) -> Result<CaseShown, Missing> {
    show_case(platform, applicant).await?.ok_or_else(elsewhere)
}

enum Shown {
    Own {
        case: Box<CaseShown>,
        pin: Option<String>,
        /// Who can be asked to help.
        helpers: Vec<Helper>,
        refused: Refused,
        objection: Refused,
        platform: Platform,
    },
    Tracked {
        case: Box<Tracked>,
        refused_pin: Refused,
        platform: Platform,
    },
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    match own(&platform, &visitor, &number).await {
        Ok((applicant, case)) => Ok(Shown::Own {
            helpers: if asks(&case) { list_helpers(&platform).await? } else { Vec::new() },
            case: Box::new(case),
            pin: applicant.pin().map(str::to_owned),
            refused: recall(&platform, visitor.typed, ACT).await?,
            objection: recall(&platform, visitor.typed, objection::FORM).await?,
            platform,
        }),
        Err(Missing::Elsewhere(to)) => {
            let pair = visitor.tracked.as_deref().and_then(|pair| pair.split_once('.'));
            let Some((number, digits)) = pair.filter(|(tracked, _)| *tracked == number) else {
                return Err(Missing::Elsewhere(to));
            };
            let case = track_case(&platform, number, digits).await?.ok_or(Missing::Elsewhere(to))?;
            let refused_pin = recall_pin(&platform, &visitor).await?;
            Ok(Shown::Tracked { case: Box::new(case), refused_pin, platform })
        }
        Err(missing) => Err(missing),
    }
}

/// `/izin/kasus/{nomor}`.
#[component]
pub fn CasePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |shown| match shown {
        Shown::Own { case, pin, helpers, refused, .. } if case.submitted_at.is_none() => {
            tasks_view(&case, pin, &helpers, &refused)
        }
        Shown::Own { case, pin, helpers, refused, objection, platform } => {
            own_view(&case, pin, &helpers, (&refused, &objection), &platform)
        }
        Shown::Tracked { case, refused_pin, platform } => tracked_view(&case, &refused_pin, &platform),
    })
}
