//! Saving a part of the form while somebody types: nobody asked for it, so nothing is refused and nothing is left to be
//! said on the next page.

use leptos::prelude::*;
use platform::Platform;
use platform::permit::{SaveError, find_applicant, save_section};

use super::save::Sent;
use crate::permit::autosave::Kept;
use crate::visitor::visitor;

/// Saves what was typed so far, right or wrong.
pub(in crate::permit) async fn keep(form: &str) -> Result<Kept, ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let mut sent = Sent::default();
    form_urlencoded::parse(form.as_bytes()).for_each(|(name, value)| sent.take(&name, value.into_owned()));
    let broken = |error: &dyn std::fmt::Debug| {
        leptos::logging::error!("save an application while it is filled in: {error:?}");
        ServerFnError::ServerError(String::new())
    };
    let found = find_applicant(&platform, &visitor.actor, &visitor.case_keys, &sent.number).await;
    let Some(applicant) = found.map_err(|error| broken(&error))? else { return Ok(Kept::Locked) };
    match save_section(&platform, &applicant, &sent.section, sent.texts, &sent.window).await {
        Ok(()) => {
            let (hour, minute) = platform.now().clock();
            Ok(Kept::Saved { clock: format!("{hour:02}.{minute:02}") })
        }
        Err(SaveError::Changed { .. }) => Ok(Kept::Elsewhere),
        Err(SaveError::NotFound | SaveError::NotNow) => Ok(Kept::Closed),
        Err(SaveError::Db(error)) => Err(broken(&error)),
    }
}
