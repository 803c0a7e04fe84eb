//! The messages that cases send: what happened, what comes next, until when. Steps within the office are read on the
//! case's page; a message comes when the applicant has to do something, or has got an answer.

use domain::lang::Lang;
use domain::notice::hide;
use domain::permit::service::{Service, StageBy};
use domain::permit::state::{Action, State};
use domain::time::{Day, Timestamp};
use uuid::Uuid;

use super::case::{Case, Happened, append};
use super::mandate::Helper;
use super::take::Deed;
use crate::db::{DbError, Tx};
use crate::notice::{About, Person, Told, heads};
use crate::{Platform, args, secret};

/// The event of a promise that was not kept.
const OVERDUE: &str = "lewat_janji";

/// To the applicant: what a step means for them. `secret` opens the case, where it is at hand.
pub(super) async fn moved(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    service: &Service,
    deed: Deed<'_>,
    secret: Option<&str>,
) -> Result<(), DbError> {
    let name = &service.name.id;
    let until = case.last_day().map(|day| day.words(Lang::Id)).unwrap_or_default();
    let why = deed.reason.map(|reason| format!(" Alasan: {}", reason.text.as_str())).unwrap_or_default();
    let text = match (deed.action, case.state) {
        (Action::Submit, State::Didampingi) => {
            format!("Permintaan pendampingan {name} sudah kami terima. {}", stage(case, service))
        }
        (Action::Advance, _) => {
            let note = deed.note.map(|note| format!(" {note}")).unwrap_or_default();
            format!("Pendampingan {name}: {}{note}", stage(case, service))
        }
        (Action::Advise, _) => {
            format!("Pesan dinas tentang {name}: {}", deed.note.unwrap_or_default())
        }
        (Action::Record, _) => {
            let number = deed.issued.map(|issued| issued.number.as_str()).unwrap_or_default();
            format!("{name} Anda sudah dicatat dinas dengan nomor {number}. Kewajiban sesudahnya ada di halaman ini.")
        }
        (Action::Resubmit, State::Didampingi) => return mended(platform, tx, case).await,
        (Action::Submit, _) => {
            format!("Permohonan {name} sudah kami terima. Selesai paling lambat {}.", due(case))
        }
        (Action::AskCorrection, _) => {
            format!("Permohonan {name} perlu Anda perbaiki paling lambat {until}. Waktu layanan dijeda selama itu.")
        }
        (Action::Stop, _) => {
            format!("Permohonan {name} dihentikan karena belum diperbaiki. Masih dapat dilanjutkan sampai {until}.")
        }
        (Action::PlanVisit, _) => {
            let day = deed.visit_on.map(|day| day.words(Lang::Id)).unwrap_or_default();
            format!("Petugas akan datang melihat usaha Anda untuk permohonan {name} pada {day}.")
        }
        (Action::Approve, State::MenungguBayar) => {
            format!("Permohonan {name} disetujui. Bayar biayanya di loket dinas.")
        }
        (_, State::Terbit) => format!("Permohonan {name} disetujui dan suratnya terbit."),
        (Action::Object, _) => {
            objected(platform, tx, case).await?;
            format!("Keberatan Anda atas penolakan {name} sudah kami terima dan akan dijawab.")
        }
        (Action::Grant, _) => format!(
            "Keberatan Anda dikabulkan: penolakan {name} batal dan permohonan diperiksa lagi, selesai paling lambat {}.{why}",
            due(case)
        ),
        (Action::Dismiss, _) => format!("Keberatan Anda atas penolakan {name} sudah dijawab: penolakan tetap.{why}"),
        (Action::Refuse | Action::GiveUp, _) => {
            format!("Permohonan {name} ditolak.{why} Anda dapat mengajukan keberatan sampai {until}.")
        }
        (Action::Revoke, _) => format!("Surat dari permohonan {name} dicabut.{why}"),
        (Action::Expire, _) => format!("Masa berlaku surat dari permohonan {name} sudah berakhir."),
        _ => return Ok(()),
    };
    to_applicant(platform, tx, case, text, secret).await
}

/// To the applicant, once: the limit for a correction ends soon.
pub(super) async fn remind(platform: &Platform, tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    let Some(until) = case.last_day() else { return Ok(()) };
    let text = format!("Jangan lupa: permohonan Anda menunggu perbaikan sampai {}.", until.words(Lang::Id));
    to_applicant(platform, tx, case, text, None).await
}

/// To the heads: a promise was not kept. It is written down, and counted in public.
pub(super) async fn overdue(platform: &Platform, tx: &mut Tx, case: &mut Case) -> Result<(), DbError> {
    let happened = Happened::staying(case, None, domain::permit::state::By::Sistem.as_str(), OVERDUE);
    append(platform, tx, case, happened).await?;
    let (number, site) = (&case.number, &platform.public_url);
    let what = if case.state == State::Ditolak { "Keberatan atas" } else { "Permohonan" };
    for head in heads(tx, None).await? {
        let body = format!(
            "{what} {number} melewati waktu yang dijanjikan dan belum dijawab. Buka: {site}/dinas/izin/{number}"
        );
        head.tell(platform, tx, &told(case, "case_overdue", body)).await?;
    }
    Ok(())
}

/// To the holder of a permit: something has to be done soon, `None` the permit itself ends.
pub(super) async fn duty(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    service: &Service,
    what: Option<&str>,
    until: Day,
) -> Result<(), DbError> {
    let (name, until) = (&service.name.id, until.words(Lang::Id));
    let text = match what {
        Some(what) => format!("Jangan lupa kewajiban {name}: {what}, paling lambat {until}."),
        None => format!("{name} Anda berlaku sampai {until}. Urus perpanjangannya sebelum hari itu."),
    };
    to_applicant(platform, tx, case, text, None).await
}

/// To whoever accompanies it: the applicant mended what was handed in.
async fn mended(platform: &Platform, tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    let sql = "select a.name, a.phone, a.email from permit_case c join account a on a.id = c.assignee where c.id = $1";
    let Some(officer) = tx.one::<Person>(sql, args![case.id]).await? else { return Ok(()) };
    let (number, site) = (&case.number, &platform.public_url);
    let body = format!("Pemohon {number} memperbarui isiannya. Buka: {site}/dinas/izin/{number}");
    officer.tell(platform, tx, &told(case, "case_mended", body)).await
}

/// To the owner of a case that somebody began for them: who acts for them, and how to end that.
pub(super) async fn begun_for(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    service: &Service,
    helper: &Helper,
    until: Day,
    secret: &str,
) -> Result<(), DbError> {
    let (name, part, until) = (&helper.name, helper.part, until.words(Lang::Id));
    let text = format!(
        "{name} ({part}) mulai mengurus {} atas nama Anda, dengan kuasa sampai {until}. Lihat isinya atau ambil alih kapan saja; bila Anda tidak memintanya, ambil alih lalu hapus drafnya.",
        service.name.id
    );
    to_applicant(platform, tx, case, text, Some(secret)).await
}

/// To whoever was asked to act for an applicant.
pub(super) async fn asked_to_help(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    helper: Uuid,
    until: Day,
) -> Result<(), DbError> {
    let sql = "select name, phone, email from account where id = $1";
    let Some(person) = tx.one::<Person>(sql, args![helper]).await? else { return Ok(()) };
    let (number, site, until) = (&case.number, &platform.public_url, until.words(Lang::Id));
    let body =
        format!("Anda diberi kuasa mengurus permohonan {number} sampai {until}. Buka: {site}/izin/kasus/{number}");
    person.tell(platform, tx, &told(case, "case_mandate", body)).await
}

/// The stage where an accompanied permit is, and whose turn it is.
fn stage(case: &Case, service: &Service) -> String {
    let Some(permit) = service.accompanied() else { return String::new() };
    let Some(stage) = case.stage.as_deref().and_then(|stage| permit.stage(stage)) else { return String::new() };
    let turn = match stage.by {
        _ if stage.next.is_empty() => String::new(),
        StageBy::Pemohon => " Sekarang giliran Anda.".to_owned(),
        StageBy::Lembaga => format!(" Sekarang menunggu {}.", permit.agency.id),
        StageBy::Dinas => format!(" Kami kerjakan paling lambat {}.", due(case)),
    };
    format!("Tahap: {}.{turn}", stage.name.id)
}

/// To the heads: somebody objects to a refusal.
async fn objected(platform: &Platform, tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    let (number, site) = (&case.number, &platform.public_url);
    for head in heads(tx, None).await? {
        let body = format!(
            "Ada keberatan atas penolakan {number}. Dijawab oleh penyetuju yang belum pernah menanganinya: {site}/dinas/izin/{number}"
        );
        head.tell(platform, tx, &told(case, "case_objection", body)).await?;
    }
    Ok(())
}

fn told(case: &Case, kind: &'static str, body: String) -> Told {
    Told { kind, subject: format!("Permohonan {}", case.number), body, about: About::Case(case.id) }
}

async fn to_applicant(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    text: String,
    secret: Option<&str>,
) -> Result<(), DbError> {
    let (site, number) = (&platform.public_url, &case.number);
    let open = match secret {
        Some(secret) => {
            let (link, pin) = (hide(&format!("{site}/k/{secret}")), hide(&secret::pin_of(secret)));
            format!("Nomor {number}, PIN {pin}. Buka: {link}")
        }
        None => format!("Nomor {number}. Buka: {site}/izin/kasus/{number}"),
    };
    let email: Option<(Option<String>,)> =
        tx.one("select email from account where id = $1", args![case.account_id]).await?;
    let email = email.and_then(|(email,)| email);
    let person =
        Person { name: case.name.clone(), phone: Some(case.phone.clone()).filter(|phone| !phone.is_empty()), email };
    person.tell(platform, tx, &told(case, "case_moved", format!("{text} {open}"))).await
}

/// The day of the promise, in words.
fn due(case: &Case) -> String {
    case.due_at.map(|due| Timestamp::from_micros(due).day().words(Lang::Id)).unwrap_or_default()
}
