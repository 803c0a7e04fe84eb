//! Refusing a proof: the buyer is told why and may send another.

use domain::account::{Actor, Capability};
use domain::lang::Lang;
use domain::time::Timestamp;
use uuid::Uuid;

use super::ProofError;
use crate::db::Sql;
use crate::notice::{About, Message, post};
use crate::{Platform, args};

/// Refuses a proof that waits, for the order's seller or an officer.
///
/// # Errors
/// See [`ProofError`].
pub async fn refuse_proof(platform: &Platform, actor: &Actor, proof: Uuid, reason: &str) -> Result<(), ProofError> {
    let officer = actor.may(Capability::ActOnOrders);
    let account = if officer { actor.require(Capability::ActOnOrders)? } else { actor.require(Capability::RunShop)? };
    let reason: String = reason.trim().chars().take(300).collect();
    if reason.is_empty() {
        return Err(ProofError::NoReason);
    }
    let mut tx = platform.db.begin().await?;
    // The order is locked as for every act on it: money cannot be recorded meanwhile.
    let sql = Sql::either(
        "select o.id, o.number, o.pay_by, g.buyer_name, g.buyer_phone from payment_proof p \
         join shop_order o on o.id = p.order_id join usaha u on u.id = o.usaha_id \
         join checkout_group g on g.id = o.group_id where p.id = $1 and (u.owner_id = $2 or $3)",
        "select o.id, o.number, o.pay_by, g.buyer_name, g.buyer_phone from payment_proof p \
         join shop_order o on o.id = p.order_id join usaha u on u.id = o.usaha_id \
         join checkout_group g on g.id = o.group_id where p.id = $1 and (u.owner_id = $2 or $3) for update of o",
    );
    let found: Option<(Uuid, String, Option<i64>, String, String)> =
        tx.one(sql, args![proof, account, officer]).await?;
    let (order, number, pay_by, buyer, phone) = found.ok_or(ProofError::NotFound)?;
    let sql = "update payment_proof set state = 'ditolak', reason = $2, decided_at = $3, decided_by = $4 \
         where id = $1 and state = 'menunggu'";
    if tx.run(sql, args![proof, &reason, platform.now(), account]).await? == 0 {
        return Err(ProofError::NotNow);
    }
    let until = pay_by.map(|at| format!(" sebelum {}", Timestamp::from_micros(at).words(Lang::Id))).unwrap_or_default();
    let message = Message {
        kind: "proof_refused",
        channel: "whatsapp",
        recipient: phone,
        name: buyer,
        subject: format!("Bukti transfer {number}"),
        body: format!(
            "Toko belum dapat menerima bukti transfer pesanan {number}: {reason} Kirim bukti lain{until}: {}/pesanan/{number}",
            platform.public_url
        ),
        about: About::Order(order),
    };
    post(platform, &mut tx, message).await?;
    tx.commit().await?;
    Ok(())
}
