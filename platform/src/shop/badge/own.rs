//! The numbers of one's own shop and products.

use domain::account::{Actor, Capability, Forbidden};
use domain::shop::badge::{Handover, Kind, State, handover};
use domain::shop::usaha::ShopState;
use domain::time::Day;
use sqlx::FromRow;
use thiserror::Error;
use uuid::Uuid;

use super::row::{BadgeShort, of_shop_and_products};
use crate::db::DbError;
use crate::{Platform, args};

/// Everything that an owner handed in or could.
#[derive(Debug, Clone)]
pub struct OwnLegality {
    /// The shop.
    pub shop: OwnShop,
    /// Numbers of the business.
    pub of_shop: Vec<Slot>,
    /// Numbers of each food, by name.
    pub products: Vec<(OwnProduct, Vec<Slot>)>,
}

/// The owner's shop.
#[derive(Debug, Clone, FromRow)]
pub struct OwnShop {
    /// The shop.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: ShopState,
    /// Why it was sent back or suspended.
    pub state_reason: Option<String>,
}

/// A food of the owner's.
#[derive(Debug, Clone, FromRow)]
pub struct OwnProduct {
    /// The product.
    pub id: Uuid,
    /// Its name.
    pub name: String,
}

/// One kind of number on one shop or product.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The kind.
    pub kind: Kind,
    /// What was handed in last.
    pub latest: Option<BadgeShort>,
    /// What buyers see, where that is another one: its renewal is in the making.
    pub holding: Option<BadgeShort>,
    /// Whether a number can be handed in now.
    pub open: bool,
}

impl Slot {
    fn new(kind: Kind, product: Option<Uuid>, badges: &[BadgeShort], today: Day) -> Self {
        let mut own = badges.iter().filter(|badge| (badge.kind, badge.product_id) == (kind, product));
        let latest = own.next().cloned();
        let holding = own.find(|badge| badge.state(today) == State::Terverifikasi).cloned();
        let known = latest.as_ref().map(|badge| (badge.stored, badge.until()));
        Self { kind, latest, holding, open: handover(known, today) != Handover::None }
    }
}

/// Why nothing is shown.
#[derive(Debug, Error)]
pub enum OwnLegalityError {
    /// Not for this person.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database did not answer.
    #[error("own badges: database")]
    Db(#[from] DbError),
}

/// The numbers of the actor's own shop and of the foods that it sells; `None` without a shop.
///
/// # Errors
/// See [`OwnLegalityError`].
pub async fn find_own_legality(platform: &Platform, actor: &Actor) -> Result<Option<OwnLegality>, OwnLegalityError> {
    let owner = actor.require(Capability::RunShop)?;
    let db = &platform.db;
    let shop = "select id, name, state, state_reason from usaha where owner_id = $1 order by created_at limit 1";
    let Some(shop) = db.one::<OwnShop>(shop, args![owner]).await? else { return Ok(None) };
    let products = "select p.id, p.name from product p join category c on c.slug = p.category \
         where p.usaha_id = $1 and p.state <> 'archived' and c.food order by p.name, p.id";
    let products: Vec<OwnProduct> = db.all(products, args![shop.id]).await?;
    let badges = of_shop_and_products(db, shop.id).await?;
    let today = platform.now().day();
    let slots = |kinds: &[Kind], product: Option<Uuid>| -> Vec<Slot> {
        kinds.iter().map(|kind| Slot::new(*kind, product, &badges, today)).collect()
    };
    Ok(Some(OwnLegality {
        of_shop: slots(&Kind::OF_SHOP, None),
        products: products
            .into_iter()
            .map(|product| {
                let slots = slots(&Kind::OF_FOOD, Some(product.id));
                (product, slots)
            })
            .collect(),
        shop,
    }))
}
