//! The numbers of one's own shop and products.

use domain::account::Actor;
use domain::shop::badge::{Handover, Kind, State, handover};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use super::row::{BadgeShort, of_shop_and_products};
use crate::shop::usaha::{OwnShop, OwnShopError, find_own_shop};
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

/// The numbers of the actor's own shop and of the foods that it sells; `None` without a shop.
///
/// # Errors
/// When the actor may not run a shop, or the database does not answer.
pub async fn find_own_legality(platform: &Platform, actor: &Actor) -> Result<Option<OwnLegality>, OwnShopError> {
    let Some(shop) = find_own_shop(platform, actor).await? else { return Ok(None) };
    let db = &platform.db;
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
