//! Which shop a complaint is about, as people name it.

use domain::number::{Kind, PublicNumber};
use uuid::Uuid;

use crate::args;
use crate::db::{DbError, Tx};

/// What stands before the name of a shop in its address.
const PATH: &str = "/toko/";

/// The shop of an order's number, of an address, or of a name that only one shop has; `None` where that is not clear.
pub(super) async fn find_shop(tx: &mut Tx, words: &str) -> Result<Option<Uuid>, DbError> {
    let words = words.trim();
    if let Ok(number) = PublicNumber::parse(Kind::Order, words) {
        let sql = "select usaha_id from shop_order where number = $1";
        let found: Option<(Uuid,)> = tx.one(sql, args![number.as_str()]).await?;
        return Ok(found.map(|(shop,)| shop));
    }
    if let Some((_, rest)) = words.split_once(PATH) {
        let slug: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        let found: Option<(Uuid,)> = tx.one("select id from usaha where slug = $1", args![slug]).await?;
        return Ok(found.map(|(shop,)| shop));
    }
    let sql = "select id from usaha where lower(name) = $1 limit 2";
    let found: Vec<(Uuid,)> = tx.all(sql, args![words.to_lowercase()]).await?;
    Ok(if let [(shop,)] = found[..] { Some(shop) } else { None })
}

/// Whether an officer owns a shop, or has decided about it or about one of its badges.
pub(super) async fn has_decided(tx: &mut Tx, shop: Uuid, account: Uuid) -> Result<bool, DbError> {
    let sql = "select (select count(*) from usaha where id = $1 and owner_id = $2) \
         + (select count(*) from usaha_event where usaha_id = $1 and by_account = $2) \
         + (select count(*) from badge_event e join badge b on b.id = e.badge_id \
            where b.usaha_id = $1 and e.by_account = $2) \
         + (select count(*) from badge where usaha_id = $1 and decided_by = $2)";
    let found: Option<(i64,)> = tx.one(sql, args![shop, account]).await?;
    Ok(found.is_some_and(|(count,)| count > 0))
}
