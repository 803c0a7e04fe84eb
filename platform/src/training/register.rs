//! Registering for a class: a seat while one is free, a place on the waiting list otherwise.

use domain::account::Actor;
use domain::number::{Kind, PublicNumber};
use domain::phone::Phone;
use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::{By, State};
use domain::training::seats::{Person, Pool, find_seat};
use domain::typed::Line;
use thiserror::Error;
use uuid::Uuid;

use super::clash::find_clash;
use super::events::{Happened, REGISTER, append};
use super::notices;
use super::participant::give_key;
use super::row::{Class, Registration};
use super::seats::{self, change_taken, find_pools};
use crate::db::{DbError, Tx};
use crate::{Platform, args, secret};

/// Who registers.
#[derive(Debug, Clone)]
pub struct Registering {
    /// The form's own secret: the same form sent twice is one registration.
    pub token: String,
    /// Their name, as it stands on the list of participants.
    pub name: Line<80>,
    /// Their number: who they are, for seats and hours.
    pub phone: Phone,
    /// The code of their kecamatan.
    pub kecamatan: String,
    /// Whether she says that she is a woman; asked only where seats are kept for women.
    pub woman: bool,
}

/// Somebody who registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The number of the registration.
    pub number: String,
    /// Lets its holder act.
    pub secret: String,
    /// For the same by number.
    pub pin: String,
    /// With a seat, or on the waiting list.
    pub state: State,
}

/// Why nobody was registered. Nothing changed.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// There is no such class, or it is not public.
    #[error("no such class")]
    NotFound,
    /// Registration opens later.
    #[error("registration opens at {0:?}")]
    NotYet(Timestamp),
    /// Registration is over.
    #[error("registration is over")]
    Over,
    /// Somebody with this phone is registered; the number, where it is this account's own.
    #[error("registered already")]
    Already(Option<String>),
    /// They have a seat in another class at the same hours; its title.
    #[error("a clash with {0}")]
    Clash(String),
    /// No kecamatan of the regency has this code.
    #[error("no such kecamatan")]
    NoKecamatan,
    /// The database did not answer.
    #[error("register: database")]
    Db(#[from] DbError),
}

/// Registers somebody for the class at an address.
///
/// # Errors
/// See [`RegisterError`]. Sending the same form again is no error and answers the first result.
pub async fn register(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    registering: &Registering,
) -> Result<Registered, RegisterError> {
    if platform.reference().await?.kecamatan(&registering.kecamatan).is_none() {
        return Err(RegisterError::NoKecamatan);
    }
    let mut tx = seats::begin(platform).await?;
    if let Some(registered) = find_registered(&mut tx, registering).await? {
        return Ok(registered);
    }
    let class = Class::at(&mut tx, slug).await?.filter(|class| class.state.is_public());
    let class = class.ok_or(RegisterError::NotFound)?;
    check_window(&class, platform.now())?;
    check_person(&mut tx, &class, actor, registering).await?;
    let registered = insert(platform, &mut tx, &class, actor, registering).await?;
    tx.commit().await?;
    Ok(registered)
}

/// Secret and PIN follow from the form's token, so that a repeat answers the same and neither is stored.
fn registered(number: String, token: &str, state: State) -> Registered {
    let secret = secret::derive(token, "registration");
    Registered { number, pin: secret::pin_of(&secret), secret, state }
}

fn stored(token: &str) -> String {
    secret::derive(token, "token")
}

async fn find_registered(tx: &mut Tx, registering: &Registering) -> Result<Option<Registered>, DbError> {
    let sql = "select id from registration where token = $1";
    let Some((id,)) = tx.one::<(Uuid,)>(sql, args![stored(&registering.token)]).await? else { return Ok(None) };
    let found = Registration::find(tx, id).await?;
    Ok(found.map(|found| registered(found.number, &registering.token, found.state)))
}

fn check_window(class: &Class, now: Timestamp) -> Result<(), RegisterError> {
    match class.state {
        ClassState::Terbit if now < class.opens_at => Err(RegisterError::NotYet(class.opens_at)),
        ClassState::Terbit if now < class.closes_at => Ok(()),
        _ => Err(RegisterError::Over),
    }
}

/// Nobody has two seats in a class, or seats in two classes at the same hours.
async fn check_person(
    tx: &mut Tx,
    class: &Class,
    actor: &Actor,
    registering: &Registering,
) -> Result<(), RegisterError> {
    let (phone, account) = (registering.phone.as_str(), actor.id());
    let sql = "select number, account_id from registration where class_id = $1 and phone = $2 \
         and state in ('terdaftar', 'daftar_tunggu', 'ditawari')";
    if let Some((number, owner)) = tx.one::<(String, Option<Uuid>)>(sql, args![class.id, phone]).await? {
        // Whose registration it is does not follow from knowing the phone.
        return Err(RegisterError::Already((owner.is_some() && owner == account).then_some(number)));
    }
    match find_clash(tx, class.id, phone).await? {
        Some(other) => Err(RegisterError::Clash(other)),
        None => Ok(()),
    }
}

/// Whether they were never at a session.
async fn is_first_time(tx: &mut Tx, phone: &str) -> Result<bool, DbError> {
    let sql = "select count(*) from registration r join attendance a on a.registration_id = r.id \
         where r.phone = $1 and a.present";
    Ok(tx.one::<(i64,)>(sql, args![phone]).await?.is_none_or(|(count,)| count == 0))
}

async fn insert(
    platform: &Platform,
    tx: &mut Tx,
    class: &Class,
    actor: &Actor,
    registering: &Registering,
) -> Result<Registered, DbError> {
    let phone = registering.phone.as_str();
    let person = Person {
        kecamatan: registering.kecamatan.clone(),
        woman: registering.woman,
        first_time: is_first_time(tx, phone).await?,
    };
    let pools = find_pools(tx, class.id).await?;
    // Whoever waits was offered every seat that they could have: what is free now is free for whoever comes.
    let seat: Option<&Pool> = find_seat(&pools, &person).map(|index| &pools[index]);
    let state = if seat.is_some() { State::Terdaftar } else { State::DaftarTunggu };
    let (id, now) = (platform.new_id(), platform.now());
    let number = PublicNumber::new(Kind::Registration, u64::from_le_bytes(platform.random()));
    let registered = registered(number.to_string(), &registering.token, state);
    let sql = "insert into registration (id, number, token, class_id, account_id, name, phone, kecamatan, woman, \
         first_time, pin_hash, state, entry, pool_kind, pool_place, since_at, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)";
    let args = args![
        id,
        number.as_str(),
        stored(&registering.token),
        class.id,
        actor.id(),
        registering.name.as_str(),
        phone,
        &registering.kecamatan,
        person.woman,
        person.first_time,
        secret::pin_hash(id, &registered.pin),
        state.as_str(),
        class.entries + 1,
        seat.map(|pool| pool.kind.as_str()),
        seat.map(|pool| pool.place.as_str()),
        now
    ];
    tx.run(sql, args).await?;
    tx.run_one("update class set entries = entries + 1 where id = $1", args![class.id]).await?;
    if let Some(pool) = seat {
        change_taken(tx, class.id, (pool.kind.as_str(), &pool.place), 1).await?;
    }
    give_key(tx, id, &registered.secret).await?;
    append(platform, tx, id, Happened { by: By::Peserta, actor: None, action: REGISTER, state, note: "" }).await?;
    let row = Registration::find(tx, id).await?.ok_or(DbError::Lost { touched: 0 })?;
    notices::registered(platform, tx, class, &row, &registered).await?;
    Ok(registered)
}
