//! A badge as it is read in several places.

use domain::shop::badge::{Kind, Number, State};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::args;
use crate::db::{Db, DbError};

/// A badge without its product and history.
#[derive(Debug, Clone, FromRow)]
pub struct BadgeShort {
    /// The badge.
    pub id: Uuid,
    /// What it stands for.
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// The number as it is stored.
    pub number: String,
    /// Who the document names.
    pub holder: String,
    /// The product; `None` for one of the shop itself.
    pub product_id: Option<Uuid>,
    /// The last day as it is stored.
    pub valid_until: Option<String>,
    /// Whether that day was inferred from the number.
    pub until_estimated: bool,
    /// The state as it is stored; [`BadgeShort::state`] says what it means today.
    #[sqlx(rename = "state", try_from = "String")]
    pub stored: State,
    /// Why it was refused or revoked.
    pub reason: Option<String>,
    /// When an officer decided, micro-seconds UTC.
    pub decided_at: Option<i64>,
    /// When the number was handed in last, micro-seconds UTC.
    pub created_at: i64,
}

impl BadgeShort {
    /// The last day; `None` when it does not end.
    pub fn until(&self) -> Option<Day> {
        self.valid_until.as_deref().and_then(Day::parse)
    }

    /// The state on a day.
    pub fn state(&self, today: Day) -> State {
        self.stored.on(today, self.until())
    }

    /// The number as people write it.
    pub fn shown(&self) -> String {
        Number::shown(self.kind, &self.number)
    }
}

/// The badges of a shop itself, the latest first.
pub(crate) async fn of_shop(db: &Db, shop: Uuid) -> Result<Vec<BadgeShort>, DbError> {
    let sql = "select id, kind, number, holder, product_id, valid_until, until_estimated, state, reason, decided_at, \
         created_at from badge where usaha_id = $1 and product_id is null order by created_at desc, id desc";
    db.all(sql, args![shop]).await
}

/// All badges of a shop and its products, the latest first.
pub(super) async fn of_shop_and_products(db: &Db, shop: Uuid) -> Result<Vec<BadgeShort>, DbError> {
    let sql = "select id, kind, number, holder, product_id, valid_until, until_estimated, state, reason, decided_at, \
         created_at from badge where usaha_id = $1 order by created_at desc, id desc";
    db.all(sql, args![shop]).await
}
