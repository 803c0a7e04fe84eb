//! Rows of classes and registrations, as use cases read them.

use domain::time::Timestamp;
use domain::training::class::State as ClassState;
use domain::training::registration::State;
use domain::training::seats::Person;
use sqlx::FromRow;
use uuid::Uuid;

use crate::args;
use crate::db::{DbError, Tx};

macro_rules! class_by {
    ($condition:literal) => {
        concat!(
            "select c.id, k.title, c.state, c.venue_id, c.opens_at, c.closes_at, \
             c.cancel_until, c.release_at, c.offer_hours, c.starts_at, c.ends_at, c.entries \
             from class c join course k on k.id = c.course_id where ",
            $condition
        )
    };
}

/// A class.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Class {
    pub id: Uuid,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub state: ClassState,
    pub venue_id: Option<Uuid>,
    #[sqlx(try_from = "i64")]
    pub opens_at: Timestamp,
    #[sqlx(try_from = "i64")]
    pub closes_at: Timestamp,
    #[sqlx(try_from = "i64")]
    pub cancel_until: Timestamp,
    pub release_at: Option<i64>,
    pub offer_hours: i64,
    #[sqlx(try_from = "i64")]
    pub starts_at: Timestamp,
    #[sqlx(try_from = "i64")]
    pub ends_at: Timestamp,
    pub entries: i64,
}

impl Class {
    /// The class with this id.
    pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        tx.one(class_by!("c.id = $1"), args![id]).await
    }

    /// The class at this address.
    pub async fn at(tx: &mut Tx, slug: &str) -> Result<Option<Self>, DbError> {
        tx.one(class_by!("c.slug = $1"), args![slug]).await
    }
}

/// At which place of the waiting list of a class somebody with this entry is, counted from one.
pub(super) const POSITION: &str =
    "select count(*) from registration where class_id = $1 and state = 'daftar_tunggu' and entry <= $2";

/// Somebody's registration.
#[derive(Debug, Clone, FromRow)]
pub(super) struct Registration {
    pub id: Uuid,
    pub number: String,
    pub class_id: Uuid,
    pub account_id: Option<Uuid>,
    pub name: String,
    pub phone: String,
    pub kecamatan: String,
    pub woman: bool,
    pub first_time: bool,
    #[sqlx(try_from = "String")]
    pub state: State,
    pub entry: i64,
    pub pool_kind: Option<String>,
    pub pool_place: Option<String>,
    pub offer_until: Option<i64>,
}

macro_rules! registrations {
    ($rest:literal) => {
        concat!(
            "select id, number, class_id, account_id, name, phone, kecamatan, woman, first_time, state, entry, \
             pool_kind, pool_place, offer_until from registration where ",
            $rest
        )
    };
}

impl Registration {
    /// The registration with this id.
    pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Self>, DbError> {
        tx.one(registrations!("id = $1"), args![id]).await
    }

    /// Those of a class that are in a state, in the order of coming.
    pub async fn all_in(tx: &mut Tx, class: Uuid, state: State) -> Result<Vec<Self>, DbError> {
        tx.all(registrations!("class_id = $1 and state = $2 order by entry"), args![class, state.as_str()]).await
    }

    /// Those whose offer is over.
    pub async fn all_lapsed(tx: &mut Tx, class: Uuid, now: Timestamp) -> Result<Vec<Self>, DbError> {
        let sql = registrations!("class_id = $1 and state = 'ditawari' and offer_until <= $2 order by entry");
        tx.all(sql, args![class, now]).await
    }

    /// What the pools ask for.
    pub fn person(&self) -> Person {
        Person { kecamatan: self.kecamatan.clone(), woman: self.woman, first_time: self.first_time }
    }

    /// The pool whose seat is held.
    pub fn pool(&self) -> Option<(&str, &str)> {
        self.pool_kind.as_deref().zip(self.pool_place.as_deref())
    }
}
