//! The messages that complaints send. What was written stands in none of them: it is read on the complaint's page.

use domain::complaint::{Action, Privacy, State};
use domain::lang::Lang;
use domain::notice::hide;
use domain::time::Timestamp;
use uuid::Uuid;

use super::row::{Complaint, Contact};
use crate::db::{DbError, Tx};
use crate::notice::{About, Person, SECRET_COMPLAINT, Told, heads};
use crate::{Platform, args};

/// To whoever complained: it has come in. The only message with the PIN.
pub(super) async fn received(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &Complaint,
    pin: &str,
) -> Result<(), DbError> {
    let text = format!("Pengaduan Anda sudah kami terima dan diperiksa paling lambat {}.", due(complaint));
    to_complainant(platform, tx, complaint, text, &format!(", PIN {}", hide(pin))).await
}

/// What a step means for others.
pub(super) async fn moved(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &Complaint,
    action: Action,
) -> Result<(), DbError> {
    let until = due(complaint);
    let text = match action {
        Action::Forward => {
            let words =
                format!("Pengaduan {} diteruskan kepada Anda; dijawab paling lambat {until}.", complaint.number);
            to_handler(platform, tx, complaint, "complaint_given", &words).await?;
            format!("Pengaduan Anda sudah diteruskan kepada petugas yang menangani; dijawab paling lambat {until}.")
        }
        Action::Answer => format!(
            "Pengaduan Anda sudah dijawab. Balas bila belum selesai; tanpa balasan sampai {until}, pengaduan ditutup."
        ),
        Action::Decline => {
            "Pengaduan Anda tidak dapat kami proses; alasan dan tempat yang tepat ada di halamannya.".to_owned()
        }
        Action::Lapor => "Pengaduan Anda mendapat nomor LAPOR; nomornya ada di halaman pengaduan.".to_owned(),
        Action::Close => "Pengaduan Anda ditutup karena jawabannya tidak dibalas.".to_owned(),
        Action::Reply => {
            let words =
                format!("Pelapor membalas jawaban atas pengaduan {}; dijawab paling lambat {until}.", complaint.number);
            return to_handler(platform, tx, complaint, "complaint_reply", &words).await;
        }
        Action::Settle => {
            let words = format!("Pelapor menyatakan pengaduan {} selesai.", complaint.number);
            return to_handler(platform, tx, complaint, "complaint_settled", &words).await;
        }
        Action::Note => return Ok(()),
    };
    to_complainant(platform, tx, complaint, text, "").await
}

/// To the heads: a promise was not kept. Not to one whom the complaint is about.
pub(super) async fn overdue(platform: &Platform, tx: &mut Tx, complaint: &Complaint) -> Result<(), DbError> {
    let not_yet = if complaint.state == State::Masuk { "diperiksa" } else { "dijawab" };
    let words = format!("Pengaduan {} melewati waktu yang dijanjikan dan belum {not_yet}.", complaint.number);
    let words = format!("{words} Buka: {}", office_page(platform, complaint));
    let told = told(complaint, "complaint_overdue", words);
    for head in heads(tx, complaint.about_officer).await? {
        head.tell(platform, tx, &told).await?;
    }
    Ok(())
}

fn told(complaint: &Complaint, kind: &'static str, body: String) -> Told {
    let subject = format!("Pengaduan {}", complaint.number);
    Told { kind, subject, body, about: About::Complaint(complaint.id) }
}

fn office_page(platform: &Platform, complaint: &Complaint) -> String {
    format!("{}/dinas/pengaduan/{}", platform.public_url, complaint.number)
}

async fn to_handler(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &Complaint,
    kind: &'static str,
    words: &str,
) -> Result<(), DbError> {
    let sql = "select name, phone, email from account where id = $1 and state = 'active'";
    let Some(handler) = tx.one::<Person>(sql, args![complaint.handler]).await? else { return Ok(()) };
    let body = format!("{words} Buka: {}", office_page(platform, complaint));
    handler.tell(platform, tx, &told(complaint, kind, body)).await
}

/// Nobody, when the complaint is anonymous.
async fn to_complainant(
    platform: &Platform,
    tx: &mut Tx,
    complaint: &Complaint,
    text: String,
    pin: &str,
) -> Result<(), DbError> {
    let Some(Contact { name, phone }) = complaint.contact(platform, tx).await? else { return Ok(()) };
    let account: Option<Uuid> = complaint.account_id;
    let email: Option<(Option<String>,)> = tx.one("select email from account where id = $1", args![account]).await?;
    let (site, number) = (&platform.public_url, &complaint.number);
    let body = format!("{text} Nomor {number}{pin}. Buka: {site}/pengaduan/{number}");
    let kind = if complaint.privacy == Privacy::Rahasia { SECRET_COMPLAINT } else { "complaint_moved" };
    let person = Person { name, phone: Some(phone), email: email.and_then(|(email,)| email) };
    person.tell(platform, tx, &told(complaint, kind, body)).await
}

/// The day of what runs now, in words.
fn due(complaint: &Complaint) -> String {
    complaint.due_at.map(|due| Timestamp::from_micros(due).day().words(Lang::Id)).unwrap_or_default()
}
