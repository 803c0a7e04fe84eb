//! An owner asks for mentoring.

use domain::account::{Actor, Forbidden};
use domain::mentoring::{Area, By, MOST_OPEN, State};
use domain::number::{Kind, PublicNumber};
use domain::typed::{Line, Text};
use uuid::Uuid;

use super::row::{ASKED, Mentoring, append};
use super::take::MentoringError;
use crate::db::{Sql, Tx};
use crate::{Platform, args};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct MentoringRequest {
    /// The form's token, which becomes the mentoring's id: the same form sent again is one request.
    pub id: Uuid,
    /// The business.
    pub business: Line<80>,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// What it is about.
    pub area: Area,
    /// In the owner's words.
    pub need: Text<1000>,
}

/// Asks for mentoring; answers its number. A business has [`MOST_OPEN`] at most at a time.
///
/// # Errors
/// See [`MentoringError`]. Sending the same form again is no error and answers the first number.
pub async fn request_mentoring(
    platform: &Platform,
    actor: &Actor,
    request: &MentoringRequest,
) -> Result<String, MentoringError> {
    let account = actor.id().ok_or(Forbidden)?;
    let mut tx = platform.db.begin().await?;
    // One request of an account after the other: else two would find room for one.
    lock_account(&mut tx, account).await?;
    let sql = "select number, account_id from mentoring where id = $1";
    if let Some((number, owner)) = tx.one::<(String, Uuid)>(sql, args![request.id]).await? {
        return if owner == account { Ok(number) } else { Err(MentoringError::NotFound) };
    }
    let sql = "select count(*) from mentoring where account_id = $1 and state not in ('selesai', 'dihentikan')";
    let open: Option<(i64,)> = tx.one(sql, args![account]).await?;
    if open.is_some_and(|(open,)| open >= MOST_OPEN) {
        return Err(MentoringError::TooMany);
    }
    let number = PublicNumber::new(Kind::Mentoring, u64::from_le_bytes(platform.random()));
    let sql = "insert into mentoring (id, number, account_id, business, kecamatan, area, need, state, since_at, asked_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)";
    let args = args![
        request.id,
        number.as_str(),
        account,
        request.business.as_str(),
        request.kecamatan.as_str(),
        request.area.as_str(),
        request.need.as_str(),
        State::Diajukan.as_str(),
        platform.now()
    ];
    tx.run_one(sql, args).await?;
    let (mut mentoring, _) = Mentoring::lock(&mut tx, actor, number.as_str()).await?;
    append(platform, &mut tx, &mut mentoring, (account, By::Usaha), ASKED, "").await?;
    tx.commit().await?;
    Ok(number.to_string())
}

async fn lock_account(tx: &mut Tx, account: Uuid) -> Result<(), MentoringError> {
    let sql =
        Sql::either("select id from account where id = $1", "select id from account where id = $1 for no key update");
    let found: Option<(Uuid,)> = tx.one(sql, args![account]).await?;
    found.map(drop).ok_or(Forbidden.into())
}
