//! Calling an appointment off, or saying that nobody came.

use domain::mentoring::AppointmentState;
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::end_appointment;
use uuid::Uuid;

use super::{FORM, WHOLE, mentoring_path, refused};
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::visitor::visitor;

/// Ends an appointment without a visit.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/janji/akhiri")]
pub async fn finish_appointment(nomor: String, janji: String, menjadi: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = format!("{}#janji", mentoring_path(&nomor));
    let appointment = Uuid::try_parse(&janji).unwrap_or_default();
    let to = menjadi.parse().unwrap_or(AppointmentState::Batal);
    match end_appointment(&platform, &visitor.actor, &nomor, appointment, to).await {
        Ok(()) => done(Word::Done, &back),
        Err(error) => refused(Form::new(FORM, back), WHOLE, error, visitor.lang).await,
    }
    Ok(())
}
