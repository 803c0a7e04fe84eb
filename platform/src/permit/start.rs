//! Beginning a case: a draft that the office does not see.

use domain::account::Actor;
use domain::number::{Kind, PublicNumber};
use domain::permit::answers::Typed;
use domain::permit::chain::BEGINNING;
use domain::permit::state::{By, State};
use domain::phone::Phone;
use domain::typed::Line;
use thiserror::Error;
use uuid::Uuid;

use super::applicant::give_key;
use super::case::{Case, Happened, append, seal_answers};
use super::services::find_service;
use crate::db::{DbError, Tx};
use crate::{Platform, args, secret};

/// The action of the first event.
pub(super) const BEGIN: &str = "mulai";

/// Who applies.
#[derive(Debug, Clone)]
pub struct Start {
    /// The form's own secret: the same form sent twice is one case.
    pub token: String,
    /// Their name.
    pub name: Line<80>,
    /// Their number: for messages, and its last digits for tracking.
    pub phone: Phone,
}

impl Start {
    /// What is stored of the form's own secret.
    pub(super) fn stored(&self) -> String {
        secret::derive(&self.token, "token")
    }
}

/// A case that has begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// Its number.
    pub number: String,
    /// Lets its holder act.
    pub secret: String,
    /// For acting by number.
    pub pin: String,
}

/// Why no case began.
#[derive(Debug, Error)]
pub enum StartError {
    /// There is no such service, or it is closed.
    #[error("no such service")]
    NotFound,
    /// The database did not answer.
    #[error("begin a case: database")]
    Db(#[from] DbError),
}

/// Begins a case of a service's newest version.
///
/// # Errors
/// See [`StartError`]. Sending the same form again is no error and answers the first result.
pub async fn start_case(platform: &Platform, actor: &Actor, slug: &str, start: &Start) -> Result<Started, StartError> {
    match start_once(platform, actor, slug, start).await {
        // The same form arrived twice at the same moment: the other one was first.
        Err(StartError::Db(error)) if error.is_duplicate("permit_case", "token") => {
            find_started(platform, start).await?.ok_or(StartError::Db(error))
        }
        result => result,
    }
}

/// Secret and PIN follow from the form's token, so that a repeat answers the same and neither is stored.
fn started(number: String, token: &str) -> Started {
    let secret = secret::derive(token, "case");
    Started { number, pin: secret::pin_of(&secret), secret }
}

async fn find_started(platform: &Platform, start: &Start) -> Result<Option<Started>, DbError> {
    let sql = "select number from permit_case where token = $1";
    let found: Option<(String,)> = platform.db.one(sql, args![start.stored()]).await?;
    Ok(found.map(|(number,)| started(number, &start.token)))
}

async fn start_once(platform: &Platform, actor: &Actor, slug: &str, start: &Start) -> Result<Started, StartError> {
    if let Some(started) = find_started(platform, start).await? {
        return Ok(started);
    }
    let shown = find_service(platform, slug).await?.ok_or(StartError::NotFound)?;
    let mut tx = platform.db.begin().await?;
    let secret = started(String::new(), &start.token).secret;
    let draft = Draft { slug, version: shown.service.version, account: actor.id(), secret: &secret };
    let id = insert_draft(platform, &mut tx, start, draft).await?;
    let mut case = Case::lock(&mut tx, id).await?.ok_or(DbError::Lost { touched: 0 })?;
    let begun = Happened::staying(&case, actor.id(), By::Pemohon.as_str(), BEGIN);
    append(platform, &mut tx, &mut case, Happened { from: None, ..begun }).await?;
    tx.commit().await?;
    Ok(started(case.number, &start.token))
}

/// What a draft begins with.
pub(super) struct Draft<'d> {
    /// The service.
    pub slug: &'d str,
    /// Its newest version.
    pub version: u32,
    /// Whose it is.
    pub account: Option<Uuid>,
    /// What lets its holder act.
    pub secret: &'d str,
}

/// Writes a draft in which nothing is filled in, without its first event.
pub(super) async fn insert_draft(
    platform: &Platform,
    tx: &mut Tx,
    start: &Start,
    draft: Draft<'_>,
) -> Result<Uuid, DbError> {
    let (id, now) = (platform.new_id(), platform.now());
    let number = PublicNumber::new(Kind::Permit, u64::from_le_bytes(platform.random()));
    let sql = "insert into permit_case (id, number, token, service, version, state, account_id, name, phone, \
         phone_last4, pin_hash, answers, seal, created_at, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)";
    let args = args![
        id,
        number.as_str(),
        start.stored(),
        draft.slug,
        draft.version,
        State::Draf.as_str(),
        draft.account,
        start.name.as_str(),
        start.phone.as_str(),
        start.phone.last4(),
        secret::pin_hash(id, &secret::pin_of(draft.secret)),
        seal_answers(platform, id, &Typed::default()),
        BEGINNING,
        now
    ];
    tx.run(sql, args).await?;
    give_key(tx, id, draft.secret).await?;
    Ok(id)
}

/// Drafts that somebody may go on with: those of an account and those whose keys a device holds, of one service, the
/// last one first.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_drafts(
    platform: &Platform,
    actor: &Actor,
    keys: &[String],
    slug: &str,
) -> Result<Vec<String>, DbError> {
    let mut found: Vec<(i64, String)> = Vec::new();
    if let Some(account) = actor.id() {
        let sql = "select created_at, number from permit_case where account_id = $1 and service = $2 and state = 'draf' \
             order by created_at desc limit 10";
        found.extend(platform.db.all::<(i64, String)>(sql, args![account, slug]).await?);
    }
    for key in keys {
        let sql = "select c.created_at, c.number from case_key k join permit_case c on c.id = k.case_id \
             where k.key_hash = $1 and (k.expires_at is null or k.expires_at > $2) and c.service = $3 \
             and c.state = 'draf'";
        found.extend(platform.db.one::<(i64, String)>(sql, args![secret::hash(key), platform.now(), slug]).await?);
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    Ok(found.into_iter().map(|(_, number)| number).collect())
}
