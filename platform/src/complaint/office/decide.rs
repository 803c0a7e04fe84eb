//! An officer takes a step of a complaint.

use domain::account::Actor;
use domain::complaint::{Action, Refused, State};
use domain::typed::{Line, Text};
use uuid::Uuid;

use super::enter;
use crate::Platform;
use crate::complaint::take::{ComplaintError, Deed, not_moved, take};

/// A step, as an officer sends it.
#[derive(Debug, Clone)]
pub struct ComplaintDeed {
    /// What is done.
    pub action: Action,
    /// How often the complaint had been moved when its page was shown.
    pub seen: i64,
    /// An answer, a reason, a note.
    pub text: Option<Text<2000>>,
    /// Who shall answer it.
    pub handler: Option<Uuid>,
    /// The officer whom it is about.
    pub about_officer: Option<Uuid>,
    /// Its number at LAPOR.
    pub lapor: Option<Line<40>>,
    /// The shop that it is about: its name, its address here, or the number of an order.
    pub shop: Option<Line<120>>,
}

impl ComplaintDeed {
    /// A step without anything.
    pub fn of(action: Action, seen: i64) -> Self {
        Self { action, seen, text: None, handler: None, about_officer: None, lapor: None, shop: None }
    }
}

/// Takes a step of a complaint.
///
/// # Errors
/// See [`ComplaintError`]. Sent twice by the same person, it is one step.
pub async fn decide_complaint(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    deed: &ComplaintDeed,
) -> Result<State, ComplaintError> {
    let mut tx = platform.db.begin().await?;
    let (mut complaint, account, parts) = enter(&mut tx, actor, number).await?;
    if not_moved(&mut tx, &complaint, deed.seen, account, deed.action).await?.is_none() {
        return Ok(complaint.state);
    }
    let mut refused = Refused::NotYours;
    for by in parts {
        let step = Deed {
            text: deed.text.as_ref().map(Text::as_str),
            handler: deed.handler,
            about_officer: deed.about_officer.filter(|_| deed.action == Action::Forward),
            shop: deed.shop.as_ref().map(Line::as_str),
            lapor: deed.lapor.as_ref().map(Line::as_str),
            ..Deed::of(deed.action, by, Some(account))
        };
        match take(platform, &mut tx, &mut complaint, step).await {
            Ok(state) => {
                tx.commit().await?;
                return Ok(state);
            }
            // Perhaps in another part.
            Err(ComplaintError::Refused(Refused::NotYours)) => {}
            Err(ComplaintError::Refused(why)) => {
                refused = why;
                break;
            }
            Err(error) => return Err(error),
        }
    }
    Err(refused.into())
}
