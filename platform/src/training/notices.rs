//! The messages about classes: what happened, until when to answer, when and where.

use domain::lang::Lang;
use domain::notice::hide;
use domain::time::Timestamp;
use domain::training::registration::{Action, By, State};

use super::participant::give_key_until;
use super::register::Registered;
use super::row::{Class, POSITION, Registration};
use super::take::Deed;
use crate::db::{DbError, Tx};
use crate::notice::{About, Person, Told};
use crate::{Platform, args, secret};

/// To whoever registered: with a seat, or at which place of the waiting list. The only message with the PIN.
pub(super) async fn registered(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    registered: &Registered,
) -> Result<(), DbError> {
    let Class { title, starts_at, .. } = class;
    let when = starts_at.words(Lang::Id);
    let text = match registration.state {
        State::Terdaftar => format!("Anda terdaftar di kelas {title}, {when}{}.", place(tx, class).await?),
        _ => {
            let nth = position(tx, registration).await?;
            format!(
                "Kelas {title} ({when}) sedang penuh. Anda nomor {nth} di daftar tunggu; kami kabari bila ada kursi."
            )
        }
    };
    let pin = hide(&registered.pin);
    let link = hide(&format!("{}/k/{}", platform.public_url, registered.secret));
    let text = format!("{text} Nomor {}, PIN {pin}. Lihat atau batalkan: {link}", registration.number);
    tell(platform, tx, registration, "class_registered", class, text).await
}

/// To whoever is next: the seat is kept until then. Its link answers, and ends with the offer.
pub(super) async fn offered(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    until: Timestamp,
) -> Result<(), DbError> {
    let key = secret::new(platform);
    give_key_until(tx, registration.id, &key, until).await?;
    let (title, when) = (&class.title, class.starts_at.words(Lang::Id));
    let until = until.words(Lang::Id);
    let link = hide(&format!("{}/k/{key}", platform.public_url));
    let text = format!(
        "Ada kursi untuk Anda di kelas {title}, {when}. Terima atau lepaskan sebelum {until}; sesudah itu kursi ditawarkan kepada berikutnya. Jawab: {link}"
    );
    tell(platform, tx, registration, "class_offered", class, text).await
}

/// What a step means for whoever registered. Of their own steps they read on the page.
pub(super) async fn moved(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    deed: Deed<'_>,
) -> Result<(), DbError> {
    let title = &class.title;
    let text = match (deed.action, deed.by) {
        (Action::Accept, _) => {
            let when = class.starts_at.words(Lang::Id);
            format!("Anda terdaftar di kelas {title}, {when}{}.", place(tx, class).await?)
        }
        (Action::Lapse, _) => {
            format!("Tawaran kursi di kelas {title} sudah lewat waktunya dan diberikan kepada berikutnya.")
        }
        (Action::EndWaiting, _) => {
            format!(
                "Pendaftaran kelas {title} sudah ditutup dan tidak ada kursi yang kosong. Lihat kelas lain: {}/pelatihan",
                platform.public_url
            )
        }
        (Action::Cancel, By::Petugas) => {
            format!("Pendaftaran Anda di kelas {title} dibatalkan oleh dinas. Alasan: {}", deed.reason)
        }
        (Action::Reject, _) => format!("Pendaftaran Anda di kelas {title} tidak diterima. Alasan: {}", deed.reason),
        _ => return Ok(()),
    };
    let text = with_page(platform, registration, text);
    tell(platform, tx, registration, "class_moved", class, text).await
}

/// To whoever has a seat: a session begins soon.
pub(super) async fn remind(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    starts_at: Timestamp,
) -> Result<(), DbError> {
    let (title, when) = (&class.title, starts_at.words(Lang::Id));
    let text = format!(
        "Jangan lupa kelas {title}, {when}{}. Tidak jadi datang? Batalkan agar kursinya dipakai orang lain.",
        place(tx, class).await?
    );
    let text = with_page(platform, registration, text);
    tell(platform, tx, registration, "class_reminder", class, text).await
}

/// To whoever has a seat and was not absent all the time: the class is over, and this is left to do.
pub(super) async fn finished(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    quiz: bool,
) -> Result<(), DbError> {
    let left =
        if quiz { "Kerjakan kuisnya, baca bahannya, dan beri masukan" } else { "Baca bahannya dan beri masukan" };
    let text = format!("Kelas {} sudah selesai. {left}; tidak sampai lima menit.", class.title);
    let text = with_page(platform, registration, text);
    tell(platform, tx, registration, "class_finished", class, text).await
}

/// To whoever has a seat or waits: the class does not take place.
pub(super) async fn cancelled(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    reason: &str,
) -> Result<(), DbError> {
    let (title, when) = (&class.title, class.starts_at.words(Lang::Id));
    let text = format!(
        "Kelas {title}, {when}, tidak jadi diadakan. Alasan: {reason} Lihat kelas lain: {}/pelatihan",
        platform.public_url
    );
    tell(platform, tx, registration, "class_cancelled", class, text).await
}

/// To whoever has a seat or waits: time or place are others now.
pub(super) async fn changed(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
) -> Result<(), DbError> {
    let (title, when) = (&class.title, class.starts_at.words(Lang::Id));
    let text = format!(
        "Jadwal atau tempat kelas {title} berubah: sekarang {when}{}. Tidak bisa datang? Batalkan di halamannya.",
        place(tx, class).await?
    );
    let text = with_page(platform, registration, text);
    tell(platform, tx, registration, "class_changed", class, text).await
}

/// To whoever was at a class: the certificate is there.
pub(super) async fn certified(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    certificate: &str,
) -> Result<(), DbError> {
    let title = &class.title;
    let text = format!("Sertifikat Anda untuk kelas {title} sudah terbit dengan nomor {certificate}. Unduh di sini.");
    let text = with_page(platform, registration, text);
    tell(platform, tx, registration, "certificate_issued", class, text).await
}

/// To whoever had a certificate: it was taken back.
pub(super) async fn revoked(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    registration: &Registration,
    reason: &str,
) -> Result<(), DbError> {
    let text = format!("Sertifikat Anda untuk kelas {} dicabut oleh dinas. Alasan: {reason}", class.title);
    let text = with_page(platform, registration, text);
    tell(platform, tx, registration, "certificate_revoked", class, text).await
}

/// At which place of the waiting list somebody is, counted from one.
async fn position(tx: &mut Tx, registration: &Registration) -> Result<i64, DbError> {
    let found: Option<(i64,)> = tx.one(POSITION, args![registration.class_id, registration.entry]).await?;
    Ok(found.map_or(1, |(count,)| count))
}

/// `, di Aula Kecamatan Tigaraksa (Jl. …)`; for an online class nothing: its link is on the page.
async fn place(tx: &mut Tx, class: &Class) -> Result<String, DbError> {
    let sql = "select name, address from venue where id = $1";
    let venue: Option<(String, String)> = tx.one(sql, args![class.venue_id]).await?;
    Ok(match venue {
        Some((name, address)) => format!(", di {name} ({address})"),
        None => " (daring)".to_owned(),
    })
}

fn with_page(platform: &Platform, registration: &Registration, text: String) -> String {
    let (site, number) = (&platform.public_url, &registration.number);
    format!("{text} Nomor {number}: {site}/pelatihan/pendaftaran/{number}")
}

async fn tell(
    platform: &Platform,
    tx: &mut Tx,
    registration: &Registration,
    kind: &'static str,
    class: &Class,
    body: String,
) -> Result<(), DbError> {
    let sql = "select email from account where id = $1";
    let email: Option<(Option<String>,)> = tx.one(sql, args![registration.account_id]).await?;
    let person = Person {
        name: registration.name.clone(),
        phone: Some(registration.phone.clone()),
        email: email.and_then(|(email,)| email),
    };
    let about = About::Registration(registration.id);
    person.tell(platform, tx, &Told { kind, subject: format!("Kelas {}", class.title), body, about }).await
}
