//! A seller's own products.

use domain::account::{Actor, Capability};
use domain::money::Rupiah;
use domain::search::normalise;
use domain::shop::product::ProductState;
use sqlx::FromRow;
use uuid::Uuid;

use super::OwnProductError;
use crate::db::Select;
use crate::{Platform, args};

/// How many products a page shows.
pub const OWN_PAGE: i64 = 20;

/// Which of the seller's products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OwnTab {
    /// All but those put away.
    #[default]
    All,
    /// Shoppers see them.
    Shown,
    /// Not ready.
    Draft,
    /// Shoppers see them and cannot buy them.
    SoldOut,
    /// Put away.
    Archived,
}

impl OwnTab {
    /// All, in the order in which they are offered.
    pub const ALL: [OwnTab; 5] = [OwnTab::All, OwnTab::Shown, OwnTab::Draft, OwnTab::SoldOut, OwnTab::Archived];

    /// The word in the address of the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            OwnTab::All => "semua",
            OwnTab::Shown => "tampil",
            OwnTab::Draft => "draf",
            OwnTab::SoldOut => "habis",
            OwnTab::Archived => "arsip",
        }
    }

    /// Reads the word; anything unknown is all.
    pub fn parse(word: &str) -> Self {
        OwnTab::ALL.into_iter().find(|tab| tab.as_str() == word).unwrap_or_default()
    }

    const fn condition(self) -> &'static str {
        match self {
            OwnTab::All => "and p.state <> 'archived'",
            OwnTab::Shown => "and p.state = 'published'",
            OwnTab::Draft => "and p.state = 'draft'",
            OwnTab::SoldOut => "and p.state = 'published' and not p.available",
            OwnTab::Archived => "and p.state = 'archived'",
        }
    }
}

/// What a seller asks the list for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFilter {
    /// Which products.
    pub tab: OwnTab,
    /// Words to find.
    pub words: String,
    /// The page, from 0.
    pub page: i64,
}

/// A product in a seller's list.
#[derive(Debug, Clone, FromRow)]
pub struct OwnProduct {
    /// The product.
    pub id: Uuid,
    /// Its place in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Whether shoppers see it.
    #[sqlx(try_from = "String")]
    pub state: ProductState,
    /// Whether any variant can be bought.
    pub available: bool,
    /// The cheapest variant's price; 0 without a variant.
    #[sqlx(try_from = "i64")]
    pub price: Rupiah,
    /// Whether others cost more.
    pub varies: bool,
    /// The cover picture.
    pub cover_id: Option<Uuid>,
    /// The ground behind it.
    pub tint: i64,
    /// Variants that are sold.
    pub variants: i64,
    /// Pieces of these that lie in the shop.
    pub on_hand: i64,
    /// Of these, promised to orders.
    pub reserved: i64,
    /// The first of the variants: the only one, mostly.
    pub first_variant: Option<Uuid>,
}

/// A page of a seller's list.
#[derive(Debug, Clone)]
pub struct OwnProducts {
    /// At most [`OWN_PAGE`] products, newest first.
    pub items: Vec<OwnProduct>,
    /// How many products each tab holds, in the order of [`OwnTab::ALL`], without regard to the words.
    pub counts: [i64; 5],
    /// Whether there is a page after this one.
    pub more: bool,
}

/// Lists the products of the actor's shop.
///
/// # Errors
/// When the actor may not run a shop, or the database does not answer.
pub async fn list_own_products(
    platform: &Platform,
    actor: &Actor,
    filter: &OwnFilter,
) -> Result<OwnProducts, OwnProductError> {
    let owner = actor.require(Capability::RunShop)?;
    let mut query = Select::new(
        "select p.id, p.slug, p.name, p.state, p.available, p.price_min as price, p.price_max > p.price_min as varies, \
         p.cover_id, p.tint, count(v.id) as variants, cast(coalesce(sum(s.on_hand), 0) as bigint) as on_hand, \
         cast(coalesce(sum(s.reserved), 0) as bigint) as reserved, \
         (select f.id from variant f where f.product_id = p.id and not f.archived order by f.position, f.id limit 1) \
         as first_variant \
         from product p join usaha u on u.id = p.usaha_id \
         left join variant v on v.product_id = p.id and not v.archived left join stock s on s.variant_id = v.id",
    );
    query.bind("where u.owner_id = ?", owner).push(filter.tab.condition());
    for term in normalise(&filter.words).split_whitespace().take(8) {
        query.bind("and p.search_text like ?", format!("%{term}%"));
    }
    query.push("group by p.seq order by p.created_at desc, p.id desc").bind("limit ?", OWN_PAGE + 1);
    query.bind("offset ?", filter.page.max(0).saturating_mul(OWN_PAGE));
    let mut items: Vec<OwnProduct> = query.all(&platform.db).await?;
    let more = items.len() as i64 > OWN_PAGE;
    items.truncate(OWN_PAGE as usize);
    let counts = "select count(case when p.state <> 'archived' then 1 end), \
         count(case when p.state = 'published' then 1 end), count(case when p.state = 'draft' then 1 end), \
         count(case when p.state = 'published' and not p.available then 1 end), \
         count(case when p.state = 'archived' then 1 end) \
         from product p join usaha u on u.id = p.usaha_id where u.owner_id = $1";
    let (all, shown, draft, sold_out, archived): (i64, i64, i64, i64, i64) =
        platform.db.one(counts, args![owner]).await?.unwrap_or_default();
    Ok(OwnProducts { items, counts: [all, shown, draft, sold_out, archived], more })
}
