//! Every public address of the shop, for search engines.

use crate::db::DbError;
use crate::{Platform, args};

/// A sitemap may hold no more.
const MOST: i64 = 45_000;

/// The slugs of listed products, newest first, and of open shops.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_addresses(platform: &Platform) -> Result<(Vec<String>, Vec<String>), DbError> {
    let products = "select slug from product where listed order by published_at desc, id desc limit $1";
    let shops = "select slug from usaha where state = 'open' order by created_at limit $1";
    let products: Vec<(String,)> = platform.db.all(products, args![MOST]).await?;
    let shops: Vec<(String,)> = platform.db.all(shops, args![MOST - products.len() as i64]).await?;
    let slugs = |rows: Vec<(String,)>| rows.into_iter().map(|(slug,)| slug).collect();
    Ok((slugs(products), slugs(shops)))
}
