//! Saying that one is at a session.

use leptos::prelude::*;
use platform::Platform;
use platform::training::{CheckInError, Proof, check_in, find_participant};
use uuid::Uuid;

use super::{HERE, kept_scan};
use crate::action::{Word, done, escape, go_to, local_path, refuse};
use crate::text::{AttendanceText, CartText, Lang, WaitText};
use crate::training::registration_path;
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(in crate::training) const CHECK_IN: &str = "kelas-hadir";

/// The id of the field of a registration and a session: several can be on a page.
pub(super) fn field_id(number: &str, session: &str) -> String {
    format!("kode-{number}-{session}")
}

/// Writes down that whoever registered is at a session: with the digits that they typed, or with the scan that the device
/// keeps. Sent twice, it is one record.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pelatihan/hadir")]
pub async fn say_present(
    nomor: String,
    sesi: String,
    #[server(default)] kode: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let found = find_participant(&platform, &visitor.actor, &visitor.class_keys, &nomor).await;
    let (Ok(Some(participant)), Ok(session)) = (found, Uuid::try_parse(&sesi)) else {
        // The page asks for the PIN.
        go_to(&registration_path(&escape(&nomor)));
        return Ok(());
    };
    let back = if kembali.is_empty() { HERE } else { local_path(&kembali) };
    let scan = kept_scan().unwrap_or_default();
    let proof = if kode.trim().is_empty() { Proof::Scan(&scan) } else { Proof::Digits(&kode) };
    match check_in(&platform, &participant, session, proof).await {
        Ok(()) => done(Word::Done, back),
        Err(error) => {
            let field = field_id(&nomor, &sesi);
            let typed = [(field.as_str(), kode.as_str())];
            refuse(CHECK_IN, &typed, vec![(field.as_str(), problem(error, proof, t))], back).await;
        }
    }
    Ok(())
}

fn problem(error: CheckInError, proof: Proof<'_>, t: Lang) -> String {
    match error {
        CheckInError::Wrong if matches!(proof, Proof::Scan(_)) => t.att_wrong_session().to_owned(),
        CheckInError::Wrong => t.att_wrong().to_owned(),
        CheckInError::Early(opens_at) => t.att_early(&opens_at.words(t)),
        CheckInError::Over => t.att_over().to_owned(),
        CheckInError::NoSeat | CheckInError::NotFound => t.att_no_seat().to_owned(),
        CheckInError::Absent => t.att_absent().to_owned(),
        CheckInError::Wait(seconds) => t.too_many_tries(seconds),
        CheckInError::Db(error) => {
            leptos::logging::error!("say present: {error:?}");
            t.try_later().to_owned()
        }
    }
}
