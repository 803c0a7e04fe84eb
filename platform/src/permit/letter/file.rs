//! The files of a case that go to its applicant: the letter, and the receipt.

use domain::account::{Actor, Capability};
use domain::lang::Lang;
use domain::money::Rupiah;
use domain::permit::service::Way;

use super::key;
use super::make::make_letter;
use crate::document::{Receipt, receipt};
use crate::paper::{PaperError, print};
use crate::permit::applicant::{Applicant, find_applicant};
use crate::permit::show::show_case;
use crate::{Platform, args};

/// The letter of a case, for its applicant and the office. `None` for everybody else, and where there is none.
///
/// # Errors
/// See [`PaperError`].
pub async fn open_letter(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    number: &str,
) -> Result<Option<Vec<u8>>, PaperError> {
    let office = actor.may(Capability::ReadCases);
    if !office && find_applicant(platform, actor, keys, number).await?.is_none() {
        return Ok(None);
    }
    let sql = "select code, digest is not null from letter where number = $1 order by issued_at desc limit 1";
    let found: Option<(String, bool)> = platform.db.one(sql, args![number]).await?;
    let Some((code, made)) = found else { return Ok(None) };
    if !made {
        // The decision came first and the file broke off.
        make_letter(platform, number).await?;
    }
    Ok(platform.blobs.get(&key(&code)).await?)
}

/// The receipt of a case that was handed in, for its applicant. `None` for everybody else, and for a draft.
///
/// # Errors
/// See [`PaperError`].
pub async fn open_receipt(
    platform: &Platform,
    applicant: &Applicant,
    lang: Lang,
) -> Result<Option<Vec<u8>>, PaperError> {
    let Some(case) = show_case(platform, applicant).await? else { return Ok(None) };
    let Some(handed_in) = case.submitted_at else { return Ok(None) };
    let (fee, begun) = match &case.service.way {
        Way::Own(own) => (fee(own.fee, lang), 1),
        // What the agency takes is between the applicant and the agency; and handing in here is no step of its procedure.
        Way::Accompanied(_) => (fee(Rupiah::ZERO, lang), 0),
    };
    let norm = case.promise.as_ref().map(|promise| promise.reading.norm);
    let paper = Receipt {
        lang,
        letterhead: platform.paper.letterhead.clone(),
        service: case.service.name.get(lang).to_owned(),
        applicant: match (case.events.iter().find_map(|event| event.sent_by()), lang) {
            (Some((name, part)), Lang::Id) => format!("{}, dikirim oleh {name} ({part})", case.name),
            (Some((name, part)), Lang::En) => format!("{}, sent by {name} ({part})", case.name),
            (None, _) => case.name,
        },
        business: None,
        handed_in,
        due: case.promise.map(|promise| promise.reading.due.day()),
        due_words: norm.map(|norm| match lang {
            Lang::Id => format!("{norm} hari kerja"),
            Lang::En => format!("{norm} working days"),
        }),
        fee: Some(fee),
        next: case.service.procedure.iter().skip(begun).map(|step| step.get(lang).to_owned()).collect(),
        track_url: format!("{}/lacak", platform.public_url),
        pin: applicant.pin().map(str::to_owned),
        number: case.number,
    };
    Ok(Some(print(receipt(&paper)).await?))
}

/// What the office takes, in words.
fn fee(fee: Rupiah, lang: Lang) -> String {
    match (fee, lang) {
        (Rupiah::ZERO, Lang::Id) => "Gratis. Petugas tidak boleh menerima uang.".to_owned(),
        (Rupiah::ZERO, Lang::En) => "Free. Officers may not accept money.".to_owned(),
        (fee, _) => fee.to_string(),
    }
}
