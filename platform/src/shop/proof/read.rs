//! What is known of proofs, and the pictures themselves: only for seller, officer and buyer.

use domain::account::{Actor, Capability};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::DbError;
use crate::shop::order::find_buyer;
use crate::{Platform, args};

/// A proof without its picture.
#[derive(Debug, Clone, FromRow)]
pub struct ProofShown {
    /// The proof.
    pub id: Uuid,
    /// `menunggu`, `diterima`, `ditolak`.
    pub state: String,
    /// Why it was refused.
    pub reason: String,
    /// When it was sent, micro-seconds UTC.
    pub uploaded_at: i64,
    /// When it was decided on.
    pub decided_at: Option<i64>,
}

impl ProofShown {
    /// Whether the seller has still to look at it.
    pub fn is_waiting(&self) -> bool {
        self.state == "menunggu"
    }
}

/// The proofs of an order, latest first. The caller has made sure that the reader may see the order.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_proofs(platform: &Platform, order: Uuid) -> Result<Vec<ProofShown>, DbError> {
    let sql = "select id, state, reason, uploaded_at, decided_at from payment_proof where order_id = $1 \
         order by uploaded_at desc, id desc";
    platform.db.all(sql, args![order]).await
}

/// The picture of a proof (WebP) for the order's seller, an officer in charge, the account that ordered, or the holder
/// of the order's secret. `None` for everybody else: whether there is one is nobody's business.
///
/// # Errors
/// When the database or the file store does not answer.
pub async fn open_proof(
    platform: &Platform,
    actor: &Actor,
    order_secret: Option<&str>,
    proof: Uuid,
) -> Result<Option<Vec<u8>>, super::ProofError> {
    let sql = "select p.order_id, p.file, u.owner_id from payment_proof p join shop_order o on o.id = p.order_id \
         join usaha u on u.id = o.usaha_id where p.id = $1";
    let found: Option<(Uuid, String, Uuid)> = platform.db.one(sql, args![proof]).await?;
    let Some((order, file, owner)) = found else { return Ok(None) };
    let seller = actor.may(Capability::RunShop) && actor.id() == Some(owner);
    let may = seller
        || actor.may(Capability::ActOnOrders)
        || find_buyer(platform, actor, order, order_secret).await?.is_some();
    if may { Ok(platform.blobs.get(&file).await?) } else { Ok(None) }
}
