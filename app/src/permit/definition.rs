//! `/dinas/layanan`: the services for who keeps them. The definition of a service is data, so its pages are made from
//! questions about data (`part`), shown (`show`) and read (`take`) by one mechanism.

mod act;
mod edit;
mod form;
mod item;
mod json;
mod list;
mod one;
mod part;
mod place;
mod preview;
mod problem;
mod remove;
mod show;
mod state;
mod take;

use domain::account::Capability;
use domain::permit::service::Service;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Draft, DraftError, find_draft};
use serde_json::Value;

pub use self::edit::DraftPage;
pub use self::form::DraftFormPage;
pub use self::json::{DraftJsonPage, service_json};
pub use self::list::ServicesDeskPage;
pub use self::one::ServiceFilePage;
pub use self::preview::PreviewPage;
use crate::action::recall;
use crate::page::{Missing, only};
use crate::visitor::Visitor;

/// The name of all forms here; [`AT`] tells them apart.
const FORM: &str = "layanan";
/// The field of a refused form that says which page it was: what was typed on one stays there.
const AT: &str = "di";
/// The field of a refused form that says from which revision it was made.
const SEEN: &str = "revisi";

/// The page of a service, or one below it.
fn address(slug: &str, below: &str) -> String {
    format!("/dinas/layanan/{slug}{below}")
}

/// The JSON of a service, in which pages ask and answer.
fn definition(service: &Service) -> Value {
    serde_json::to_value(service).unwrap_or_default()
}

/// The draft that a page is about; without one its service says what to do.
async fn draft_of(platform: &Platform, visitor: &Visitor, slug: &str) -> Result<Draft, Missing> {
    only(visitor, Capability::ManageServices)?;
    let draft = find_draft(platform, &visitor.actor, slug).await.map_err(missing)?;
    draft.ok_or_else(|| Missing::Elsewhere(address(slug, "")))
}

/// What was typed on this very page when it was refused.
async fn typed_here(platform: &Platform, visitor: &Visitor, at: &str) -> Result<Refused, Missing> {
    let refused = recall(platform, visitor.typed, FORM).await?;
    Ok(if refused.value(AT) == at { refused } else { Refused::default() })
}

/// What a page says instead of a service.
fn missing(error: DraftError) -> Missing {
    match error {
        DraftError::NotFound => Missing::NotFound,
        DraftError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    }
}
