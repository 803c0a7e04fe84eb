//! What the catalogue keeps of a product so that a list is read from one table: price, stock, cover, trust marks, words.
//!
//! Every use case that changes where these come from calls [`refresh`] in its transaction.

use domain::search::normalise;
use sqlx::FromRow;
use uuid::Uuid;

use super::catalogue::keep_words;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Which products are looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Products {
    /// One product.
    One(Uuid),
    /// Everything that a shop sells.
    OfShop(Uuid),
}

macro_rules! refresh {
    ($condition:literal) => {
        concat!(
            "update product set \
             listed = (state = 'published' and exists (select 1 from usaha u where u.id = product.usaha_id and u.state = 'open')), \
             available = exists (select 1 from variant v join stock s on s.variant_id = v.id \
               where v.product_id = product.id and not v.archived and s.on_hand > s.reserved), \
             price_min = coalesce((select min(v.price) from variant v where v.product_id = product.id and not v.archived), 0), \
             price_max = coalesce((select max(v.price) from variant v where v.product_id = product.id and not v.archived), 0), \
             kecamatan = (select u.kecamatan from usaha u where u.id = product.usaha_id), \
             cover_id = (select pp.picture_id from product_picture pp join picture x on x.id = pp.picture_id \
               where pp.product_id = product.id and x.state = 'ready' order by pp.position, pp.picture_id limit 1), \
             halal_until = (select max(coalesce(b.valid_until, '9999-12-31')) from badge b \
               where b.product_id = product.id and b.kind = 'halal' and b.state = 'terverifikasi'), \
             pirt_until = (select max(coalesce(b.valid_until, '9999-12-31')) from badge b \
               where b.product_id = product.id and b.kind = 'pirt' and b.state = 'terverifikasi'), \
             nib_until = (select max(coalesce(b.valid_until, '9999-12-31')) from badge b \
               where b.usaha_id = product.usaha_id and b.product_id is null and b.kind = 'nib' and b.state = 'terverifikasi') \
             where ",
            $condition
        )
    };
}

/// Brings the catalogue's own columns up to date. The products are locked first, in the order in which checkouts write
/// them: a statement that waited for a row would count with what was true before it waited.
///
/// # Errors
/// Only when the database does not answer.
pub(crate) async fn refresh(platform: &Platform, tx: &mut Tx, products: Products) -> Result<(), DbError> {
    let (lock, sql, id) = match products {
        Products::One(product) => ("select id from product where id = $1 for update", refresh!("id = $1"), product),
        Products::OfShop(shop) => {
            ("select id from product where usaha_id = $1 order by id for update", refresh!("usaha_id = $1"), shop)
        }
    };
    if let Tx::Postgres(_) = tx {
        tx.all::<(Uuid,)>(lock, args![id]).await?;
    }
    tx.run(sql, args![id]).await?;
    refresh_words(platform, tx, products).await
}

#[derive(FromRow)]
struct Named {
    id: Uuid,
    name: String,
    shop: String,
    category: String,
    kecamatan: String,
    search_text: String,
}

macro_rules! named {
    ($condition:literal) => {
        concat!(
            "select p.id, p.name, u.name as shop, c.name_id as category, p.kecamatan, p.search_text from product p \
             join usaha u on u.id = p.usaha_id join category c on c.slug = p.category where ",
            $condition
        )
    };
}

/// The words by which a product is found: its own name, its shop's, its category's and its kecamatan's.
async fn refresh_words(platform: &Platform, tx: &mut Tx, products: Products) -> Result<(), DbError> {
    let (sql, id) = match products {
        Products::One(product) => (named!("p.id = $1"), product),
        Products::OfShop(shop) => (named!("p.usaha_id = $1"), shop),
    };
    let reference = platform.reference().await?;
    let found: Vec<Named> = tx.all(sql, args![id]).await?;
    for product in found {
        let kecamatan = reference.kecamatan_name(&product.kecamatan);
        let words = search_text(&product.name, &product.shop, &product.category, kecamatan);
        if words != product.search_text {
            keep_words(tx, words.split_whitespace().collect()).await?;
            tx.run("update product set search_text = $2 where id = $1", args![product.id, words]).await?;
        }
    }
    Ok(())
}

/// The words by which a product is found.
pub(crate) fn search_text(name: &str, shop: &str, category: &str, kecamatan: &str) -> String {
    normalise(&format!("{name} {shop} {category} {kecamatan}"))
}
