//! Who has a seat: the transaction in which that changes, and the pools of a class.

use std::ops::{Deref, DerefMut};

use domain::training::seats::{Pool, PoolKind};
use sqlx::FromRow;
use tokio::sync::OwnedMutexGuard;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Any number that nothing else locks.
const LOCK: i64 = 0x7365_6174;

/// A transaction that may change seats, and this server's turn: whoever else wants one waits for it in the order of
/// coming, and meanwhile holds no connection that another page needs.
pub(super) struct Turn {
    tx: Tx,
    _turn: OwnedMutexGuard<()>,
}

impl Deref for Turn {
    type Target = Tx;
    fn deref(&self) -> &Tx {
        &self.tx
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut Tx {
        &mut self.tx
    }
}

impl Turn {
    /// Keeps what was changed, and lets the next begin.
    pub async fn commit(self) -> Result<(), DbError> {
        self.tx.commit().await
    }
}

/// Begins a transaction that may change seats.
pub(super) async fn begin(platform: &Platform) -> Result<Turn, DbError> {
    let turn = platform.memory.seats.clone().lock_owned().await;
    let mut tx = platform.db.begin().await?;
    lock(&mut tx).await?;
    Ok(Turn { tx, _turn: turn })
}

/// Waits until nobody else changes seats; SQLite has one writer anyway.
///
/// One lock for all classes rather than one for each: a person's seats in several classes depend on one another through
/// the hours, and locks taken in different orders would meet head-on.
pub(crate) async fn lock(tx: &mut Tx) -> Result<(), DbError> {
    if let Tx::Postgres(_) = tx {
        tx.run("select pg_advisory_xact_lock($1)", args![LOCK]).await?;
    }
    Ok(())
}

/// The pools of a class.
pub(super) const POOLS: &str =
    "select kind, place, seats, taken from class_pool where class_id = $1 order by kind, place";

/// A pool as it is stored.
#[derive(FromRow)]
pub(super) struct PoolRow {
    #[sqlx(try_from = "String")]
    kind: PoolKind,
    place: String,
    seats: i64,
    taken: i64,
}

impl From<PoolRow> for Pool {
    fn from(row: PoolRow) -> Self {
        Pool { kind: row.kind, place: row.place, seats: row.seats, taken: row.taken }
    }
}

/// The pools of a class.
pub(super) async fn find_pools(tx: &mut Tx, class: Uuid) -> Result<Vec<Pool>, DbError> {
    let rows: Vec<PoolRow> = tx.all(POOLS, args![class]).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Takes a seat of a pool (`by` 1) or gives one back (-1). The database refuses more than there are.
pub(super) async fn change_taken(tx: &mut Tx, class: Uuid, pool: (&str, &str), by: i64) -> Result<(), DbError> {
    let sql = "update class_pool set taken = taken + $4 where class_id = $1 and kind = $2 and place = $3 \
         and taken + $4 between 0 and seats";
    tx.run_one(sql, args![class, pool.0, pool.1, by]).await
}

/// Writes how many seats each pool has.
pub(super) async fn write_seats(tx: &mut Tx, class: Uuid, pools: &[Pool]) -> Result<(), DbError> {
    for pool in pools {
        let sql = "update class_pool set seats = $4 where class_id = $1 and kind = $2 and place = $3";
        tx.run_one(sql, args![class, pool.kind.as_str(), pool.place.as_str(), pool.seats]).await?;
    }
    Ok(())
}
