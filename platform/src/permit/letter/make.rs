//! Making the file of a letter. Nothing that it is made of changes any more, so making it twice gives the same bytes.

use domain::lang::Lang;
use domain::permit::answers::Path;
use domain::permit::service::Own;
use domain::time::{Day, Timestamp};
use domain::verify::VerifyCode;
use domain::verify::seal::{PaperKind, Seal};
use sqlx::FromRow;
use uuid::Uuid;

use super::key;
use crate::db::DbError;
use crate::document::{Decision, Fact, Objection, Outcome, Signature, decision};
use crate::paper::{PaperError, keep};
use crate::permit::case::{open_answers, own};
use crate::permit::services::version_of_case;
use crate::permit::words::in_words;
use crate::{Platform, args};

/// How many letters one round makes.
const BATCH: i64 = 20;

#[derive(FromRow)]
struct Row {
    code: String,
    case_id: Uuid,
    #[sqlx(try_from = "String")]
    kind: PaperKind,
    number: String,
    holder: String,
    subject: String,
    issued_at: i64,
    valid_until: Option<String>,
    signer: String,
    service: String,
    version: i64,
    handed_in: Vec<u8>,
    submitted_at: i64,
    last_day: Option<String>,
    reason: Option<String>,
}

const UNMADE: &str = "select l.code, l.case_id, l.kind, l.number, l.holder, l.subject, l.issued_at, l.valid_until, \
     a.name as signer, c.service, c.version, c.handed_in, c.submitted_at, c.last_day, \
     (select e.public_text from case_event e where e.case_id = c.id and e.action = 'tolak' and e.at <= l.issued_at \
     order by e.seq desc limit 1) \
     as reason from letter l join permit_case c on c.id = l.case_id join account a on a.id = l.signed_by \
     where l.digest is null";

/// Makes the file of the letter of a case, if it has one that is not made yet.
///
/// # Errors
/// See [`PaperError`].
pub async fn make_letter(platform: &Platform, number: &str) -> Result<(), PaperError> {
    let mut select = crate::db::Select::new(UNMADE);
    select.bind("and l.number = ?", number);
    match select.one::<Row>(&platform.db).await? {
        Some(row) => make(platform, row).await,
        None => Ok(()),
    }
}

/// Makes the files that are missing: a decision does not wait for them. Answers how many.
///
/// # Errors
/// See [`PaperError`].
pub async fn make_missing_letters(platform: &Platform) -> Result<u64, PaperError> {
    let mut select = crate::db::Select::new(UNMADE);
    select.push("order by l.issued_at").bind("limit ?", BATCH);
    let rows: Vec<Row> = select.all(&platform.db).await?;
    let count = rows.len() as u64;
    for row in rows {
        make(platform, row).await?;
    }
    Ok(count)
}

async fn make(platform: &Platform, row: Row) -> Result<(), PaperError> {
    let code = row.code.clone();
    let digest = keep(platform, &key(&code), decision(&compose(platform, row).await?)).await?;
    let sql = "update letter set digest = $2 where code = $1 and digest is null";
    platform.db.run(sql, args![code, digest]).await?;
    Ok(())
}

async fn compose(platform: &Platform, row: Row) -> Result<Decision, PaperError> {
    let lang = Lang::Id;
    let service = version_of_case(platform, &row.service, row.version).await?;
    let own: &Own = own(&service)?;
    let typed = open_answers(platform, row.case_id, &row.handed_in)?;
    let reference = platform.reference().await?;
    let facts = own.letter.facts.iter().filter_map(|key| {
        let path = Path::of(key);
        let (field, text) = (service.form.at(&path)?, typed.texts.get(&path)?);
        Some(Fact::new(field.label.get(lang), in_words(field, text.trim(), reference, lang)))
    });
    let facts: Vec<Fact> = facts.collect();
    let issued = Timestamp::from_micros(row.issued_at);
    let until = row.valid_until.as_deref().and_then(Day::parse);
    let code = VerifyCode::parse(&row.code).map_err(|error| DbError::Unreadable(error.to_string()))?;
    let seal = Seal::new(row.kind, &row.number, issued.day(), until, &row.holder);
    let outcome = match row.kind {
        PaperKind::Refusal => Outcome::Refused {
            reason: row.reason.into_iter().collect(),
            objection: Objection {
                until: row.last_day.as_deref().and_then(Day::parse).unwrap_or(issued.day()),
                steps: vec![format!(
                    "Ajukan di {}/izin/kasus/{} dengan PIN Anda, atau di loket dinas dengan nomor ini.",
                    platform.public_url, row.number
                )],
            },
        },
        _ => Outcome::Granted { title: service.name.get(lang).to_owned(), form: own.letter.form, until },
    };
    let text = Some(own.letter.text.get(lang).to_owned()).filter(|text| !text.is_empty());
    let granted = row.kind != PaperKind::Refusal;
    Ok(Decision {
        lang,
        letterhead: platform.paper.letterhead.clone(),
        case_number: None,
        service: service.name.get(lang).to_owned(),
        holder: row.holder,
        business: Some(row.subject).filter(|subject| !subject.is_empty() && facts.is_empty()),
        facts,
        handed_in: Timestamp::from_micros(row.submitted_at),
        issued,
        outcome,
        paragraphs: text.into_iter().filter(|_| granted).collect(),
        legal_basis: service.legal_basis.iter().map(|basis| basis.title.clone()).collect(),
        signature: Signature {
            place_date: format!("{}, {}", platform.paper.place, issued.day().words(lang)),
            position: platform.paper.position.clone(),
            name: row.signer,
        },
        verify_url: format!("{}/verifikasi", platform.public_url),
        seal_link: platform.paper.keys.seal_link(&platform.public_url, &code, &seal),
        number: row.number,
        code,
    })
}
