//! Sending a proof: by the account that ordered, or with the order's secret or PIN.

use domain::account::Actor;
use domain::shop::order::{Payment, Status};
use domain::time::Timestamp;
use uuid::Uuid;

use super::{MOST, ProofError};
use crate::db::Sql;
use crate::notice::{About, Message, post};
use crate::picture::{fit, one_at_a_time};
use crate::shop::order::prove_buyer;
use crate::{Platform, args};

/// The longer side of a stored proof: small print stays readable. Pixels.
const LONGEST: u32 = 1600;

/// Stores a picture of the transfer for an order whose money is awaited; the shop is told.
///
/// # Errors
/// See [`ProofError`].
pub async fn upload_proof(
    platform: &Platform,
    actor: &Actor,
    order: Uuid,
    secret_or_pin: &str,
    file: Vec<u8>,
) -> Result<(), ProofError> {
    prove_buyer(platform, actor, order, secret_or_pin).await?;
    // Asked before the work as well as after it: nobody makes us decode for nothing.
    let found: Option<Asked> = platform.db.one(ASKED, args![order]).await?;
    found.ok_or(ProofError::NotFound)?.check()?;
    let picture = one_at_a_time(move || fit(&file, LONGEST)).await.map_err(ProofError::Unfit)?;
    let id = platform.new_id();
    let key = format!("proof/{}.webp", id.simple());
    platform.blobs.put(&key, picture).await?;
    let result = insert(platform, order, id, &key).await;
    if result.is_err()
        && let Err(error) = platform.blobs.delete(&key).await
    {
        tracing::error!(%error, "a proof that was not taken is left in the store");
    }
    result
}

async fn insert(platform: &Platform, order: Uuid, id: Uuid, key: &str) -> Result<(), ProofError> {
    let mut tx = platform.db.begin().await?;
    let lock =
        Sql::either("select id from shop_order where id = $1", "select id from shop_order where id = $1 for update");
    tx.one::<(Uuid,)>(lock, args![order]).await?.ok_or(ProofError::NotFound)?;
    let asked: Asked = tx.one(ASKED, args![order]).await?.ok_or(ProofError::NotFound)?;
    asked.check()?;
    let sql = "insert into payment_proof (id, order_id, file, uploaded_at, state) values ($1, $2, $3, $4, 'menunggu')";
    tx.run(sql, args![id, order, key, platform.now()]).await?;
    let until = asked.pay_by.map(|at| Timestamp::from_micros(at).words(domain::lang::Lang::Id));
    let until = until.map(|until| format!(" sebelum {until}")).unwrap_or_default();
    let message = Message {
        kind: "proof_sent",
        channel: "whatsapp",
        recipient: asked.shop_phone,
        name: asked.shop,
        subject: format!("Bukti transfer {}", asked.number),
        body: format!(
            "Pembeli mengirim bukti transfer untuk pesanan {}. Periksa uangnya di rekening Anda, lalu konfirmasi{until}: \
             {}/usaha/pesanan/{}",
            asked.number, platform.public_url, asked.number
        ),
        about: About::Order(order),
    };
    post(platform, &mut tx, message).await?;
    tx.commit().await?;
    Ok(())
}

const ASKED: &str = "select o.number, o.status, o.payment, o.pay_by, u.name as shop, u.phone as shop_phone, \
     (select count(*) from payment_proof p where p.order_id = o.id) as sent, \
     (select count(*) from payment_proof p where p.order_id = o.id and p.state = 'menunggu') as waiting \
     from shop_order o join usaha u on u.id = o.usaha_id where o.id = $1";

/// What decides whether an order takes a proof.
#[derive(sqlx::FromRow)]
struct Asked {
    number: String,
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    payment: Payment,
    pay_by: Option<i64>,
    shop: String,
    shop_phone: String,
    sent: i64,
    waiting: i64,
}

impl Asked {
    fn check(&self) -> Result<(), ProofError> {
        if self.status != Status::MenungguPembayaran || self.payment != Payment::Transfer {
            Err(ProofError::NotNow)
        } else if self.waiting > 0 {
            Err(ProofError::Waiting)
        } else if self.sent >= MOST {
            Err(ProofError::TooMany)
        } else {
            Ok(())
        }
    }
}
