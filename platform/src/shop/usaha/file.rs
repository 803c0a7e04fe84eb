//! One shop as an officer reads it: everything its owner wrote, what it sells, and what was decided.

use domain::account::{Actor, Capability};
use domain::money::Rupiah;
use domain::shop::usaha::{Decision, ShopState};
use sqlx::FromRow;
use uuid::Uuid;

use super::desk::DeskError;
use crate::shop::badge::BadgeShort;
use crate::{Platform, args};

/// Products that are shown at most.
const MOST: i64 = 60;

/// A shop's file.
#[derive(Debug, Clone)]
pub struct ShopFile {
    /// What its owner wrote.
    pub shop: ShopWritten,
    /// Its products, those that are for sale first.
    pub products: Vec<ShopFileProduct>,
    /// The numbers that were handed in for the shop itself.
    pub badges: Vec<BadgeShort>,
    /// What was decided, the latest first.
    pub history: Vec<ShopEvent>,
    /// Whether it is the reader's own shop: then somebody else decides.
    pub own: bool,
}

/// What a shop's owner wrote.
#[derive(Debug, Clone, FromRow)]
pub struct ShopWritten {
    /// The shop.
    pub id: Uuid,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Who runs it.
    pub owner: String,
    /// Code of its kecamatan.
    pub kecamatan: String,
    /// Code of its desa.
    pub desa: String,
    /// Street address.
    pub address: String,
    /// In the owner's words.
    pub description: String,
    /// Opening hours in words.
    pub opening_hours: String,
    /// The shop's public number.
    pub phone: String,
    /// Whether things can be fetched.
    pub pickup: bool,
    /// Whether it delivers.
    pub courier: bool,
    /// Whether cash is taken.
    pub cod: bool,
    /// Whether bank transfers are taken.
    pub transfer: bool,
    /// The name of the bank.
    pub bank_name: Option<String>,
    /// Whom the account belongs to: it should be the owner.
    pub bank_holder: Option<String>,
    /// To how many kecamatan it delivers.
    pub served: i64,
    /// Where it is.
    #[sqlx(try_from = "String")]
    pub state: ShopState,
    /// Why it was sent back or suspended.
    pub state_reason: Option<String>,
    /// When it was handed in first, micro-seconds UTC.
    pub created_at: i64,
    /// When it was handed in again.
    pub handed_in_at: Option<i64>,
    owner_id: Uuid,
}

/// A product in a shop's file.
#[derive(Debug, Clone, FromRow)]
pub struct ShopFileProduct {
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// In the seller's words.
    pub description: String,
    /// Ingredients.
    pub composition: String,
    /// `draft` or `published`.
    pub state: String,
    /// Whether shoppers see it.
    pub listed: bool,
    /// The cheapest variant.
    #[sqlx(try_from = "i64")]
    pub price: Rupiah,
    /// The cover picture.
    pub cover_id: Option<Uuid>,
    /// The ground behind it.
    pub tint: i64,
}

/// A decision in a shop's history.
#[derive(Debug, Clone, FromRow)]
pub struct ShopEvent {
    /// When, micro-seconds UTC.
    pub at: i64,
    /// Who.
    pub name: String,
    /// What.
    #[sqlx(try_from = "String")]
    pub decision: Decision,
    /// Why; may be empty.
    pub reason: String,
}

/// A shop's file; `None` when there is no such shop.
///
/// # Errors
/// See [`DeskError`].
pub async fn find_shop_file(platform: &Platform, actor: &Actor, shop: Uuid) -> Result<Option<ShopFile>, DeskError> {
    let officer = actor.require(Capability::DecideShops)?;
    let db = &platform.db;
    let written = "select u.id, u.slug, u.name, a.name as owner, u.kecamatan, u.desa, u.address, u.description, \
         u.opening_hours, u.phone, u.pickup, u.courier, u.cod, u.transfer, u.bank_name, u.bank_holder, \
         (select count(*) from courier_fee f where f.usaha_id = u.id) as served, u.state, u.state_reason, \
         u.created_at, u.handed_in_at, u.owner_id from usaha u join account a on a.id = u.owner_id where u.id = $1";
    let Some(shop) = db.one::<ShopWritten>(written, args![shop]).await? else { return Ok(None) };
    let products = "select slug, name, description, composition, state, listed, price_min as price, cover_id, tint \
         from product where usaha_id = $1 and state <> 'archived' order by state desc, name, id limit $2";
    let history = "select e.at, a.name, e.decision, e.reason from usaha_event e \
         join account a on a.id = e.by_account where e.usaha_id = $1 order by e.at desc, e.id desc";
    Ok(Some(ShopFile {
        products: db.all(products, args![shop.id, MOST]).await?,
        badges: crate::shop::badge::of_shop(db, shop.id).await?,
        history: db.all(history, args![shop.id]).await?,
        own: shop.owner_id == officer,
        shop,
    }))
}
