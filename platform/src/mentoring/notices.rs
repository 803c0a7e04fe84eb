//! The messages about mentoring: what happened, what is to be done, when both meet.

use domain::lang::Lang;
use domain::mentoring::{Action, AppointmentState, By};
use domain::time::Timestamp;
use uuid::Uuid;

use super::row::Mentoring;
use crate::db::{DbError, Tx};
use crate::notice::{About, Person, Told};
use crate::{Platform, args};

/// What a step means for the other side. Of their own steps people read on the page.
pub(super) async fn moved(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &Mentoring,
    by: By,
    action: Action,
    words: &str,
) -> Result<(), DbError> {
    let business = &mentoring.business;
    let mentor = match mentoring.mentor {
        Some(id) => person(tx, id).await?,
        None => None,
    };
    let name = mentor.as_ref().map_or("", |mentor| &mentor.name);
    let to_owner = match action {
        Action::Assign => format!(
            "Pendamping Anda untuk {business} adalah {name}. Pilih waktu bertemu di halamannya; janji dengan pendamping sebelumnya, bila ada, dibatalkan."
        ),
        Action::Propose => {
            format!("{name} menyusun rencana untuk {business}. Baca, lalu setujui atau minta diubah.")
        }
        Action::Visit => {
            format!("{name} menulis laporan kunjungan untuk {business}. Baca, lalu katakan apakah isinya benar.")
        }
        Action::Evaluate => {
            format!("{name} menulis hasil pendampingan {business}. Baca, lalu konfirmasi bila sudah sesuai.")
        }
        Action::Resume => format!("Pendampingan {business} dilanjutkan. Alasan: {words}"),
        Action::Stop => format!("Pendampingan {business} dihentikan. Alasan: {words}"),
        Action::Agree | Action::Object | Action::Confirm => String::new(),
    };
    let to_mentor = match action {
        Action::Assign => format!("Anda mendampingi {business}. Mulai dengan diagnosis dan janji temu."),
        Action::Agree => format!("Rencana untuk {business} disetujui. Silakan mulai."),
        Action::Object => format!("Pemilik {business} meminta rencana diubah: {words}"),
        Action::Confirm => format!("Pemilik {business} mengonfirmasi hasil pendampingan. Terima kasih."),
        Action::Resume => format!("Pendampingan {business} dilanjutkan. Alasan: {words}"),
        Action::Stop => format!("Pendampingan {business} dihentikan. Alasan: {words}"),
        Action::Propose | Action::Visit | Action::Evaluate => String::new(),
    };
    // What nobody had is stopped between its owner and the office.
    if by != By::Usaha && !to_owner.is_empty() {
        tell_owner(platform, tx, mentoring, "mentoring_moved", to_owner).await?;
    }
    if by != By::Pendamping
        && !to_mentor.is_empty()
        && let Some(mentor) = mentor
    {
        tell(platform, tx, &mentor, mentoring, "mentoring_moved", to_mentor).await?;
    }
    Ok(())
}

/// To the mentor who had it until now; nobody, where nobody had.
pub(super) async fn handed_over(platform: &Platform, tx: &mut Tx, mentoring: &Mentoring) -> Result<(), DbError> {
    let Some(former) = mentoring.mentor else { return Ok(()) };
    let Some(person) = person(tx, former).await? else { return Ok(()) };
    let Mentoring { number, business, .. } = mentoring;
    // Without the address of its page: that is not theirs any more.
    let body = format!(
        "Pendampingan {business} ({number}) dialihkan ke pendamping lain; janji Anda di sana dibatalkan. Terima kasih."
    );
    let (kind, subject) = ("mentoring_handed_over", format!("Pendampingan {business}"));
    person.tell(platform, tx, &Told { kind, subject, body, about: About::Mentoring(mentoring.id) }).await
}

/// To the other side: an appointment is made.
pub(super) async fn booked(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &Mentoring,
    by: By,
    at: Timestamp,
    place: &str,
) -> Result<(), DbError> {
    let (business, when) = (&mentoring.business, at.words(Lang::Id));
    let text = format!("Janji temu pendampingan {business}: {when}, {place}. Tidak bisa? Batalkan di halamannya.");
    tell_other(platform, tx, mentoring, by, "appointment_booked", text).await
}

/// To the other side: an appointment does not take place, or the mentor waited for nobody.
pub(super) async fn called_off(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &Mentoring,
    by: By,
    at: Timestamp,
    how: AppointmentState,
) -> Result<(), DbError> {
    let (business, when) = (&mentoring.business, at.words(Lang::Id));
    let text = match how {
        AppointmentState::TidakHadir => {
            format!("Pendamping tidak bertemu Anda pada janji {when} untuk {business}. Pilih waktu lain di halamannya.")
        }
        _ => format!("Janji temu pendampingan {business}, {when}, dibatalkan. Pilih waktu lain di halamannya."),
    };
    tell_other(platform, tx, mentoring, by, "appointment_off", text).await
}

/// To the mentor: what the owner says to a report.
pub(super) async fn objected(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &Mentoring,
    words: &str,
) -> Result<(), DbError> {
    let business = &mentoring.business;
    let text = format!("Pemilik {business} menulis bahwa laporan kunjungan belum benar: {words}");
    tell_other(platform, tx, mentoring, By::Usaha, "mentoring_objection", text).await
}

/// To both sides: they meet tomorrow.
pub(super) async fn remind(
    platform: &Platform,
    tx: &mut Tx,
    number: &str,
    at: Timestamp,
    place: &str,
) -> Result<(), DbError> {
    let Some(mentoring) = Mentoring::read(tx, number).await? else { return Ok(()) };
    let (business, when) = (&mentoring.business, at.words(Lang::Id));
    let text = format!("Jangan lupa janji temu pendampingan {business}: {when}, {place}.");
    tell_owner(platform, tx, &mentoring, "appointment_reminder", text.clone()).await?;
    tell_other(platform, tx, &mentoring, By::Usaha, "appointment_reminder", text).await
}

async fn tell_other(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &Mentoring,
    by: By,
    kind: &'static str,
    text: String,
) -> Result<(), DbError> {
    let to = if by == By::Usaha { mentoring.mentor } else { Some(mentoring.account_id) };
    let Some(to) = to else { return Ok(()) };
    match person(tx, to).await? {
        Some(person) => tell(platform, tx, &person, mentoring, kind, text).await,
        None => Ok(()),
    }
}

async fn tell_owner(
    platform: &Platform,
    tx: &mut Tx,
    mentoring: &Mentoring,
    kind: &'static str,
    text: String,
) -> Result<(), DbError> {
    tell_other(platform, tx, mentoring, By::Pendamping, kind, text).await
}

async fn person(tx: &mut Tx, account: Uuid) -> Result<Option<Person>, DbError> {
    tx.one("select name, phone, email from account where id = $1", args![account]).await
}

async fn tell(
    platform: &Platform,
    tx: &mut Tx,
    to: &Person,
    mentoring: &Mentoring,
    kind: &'static str,
    text: String,
) -> Result<(), DbError> {
    let (site, number) = (&platform.public_url, &mentoring.number);
    let body = format!("{text} Nomor {number}: {site}/pendampingan/{number}");
    let subject = format!("Pendampingan {}", mentoring.business);
    to.tell(platform, tx, &Told { kind, subject, body, about: About::Mentoring(mentoring.id) }).await
}
