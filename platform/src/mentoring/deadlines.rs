//! What happens by itself: both sides are reminded of an appointment.

use domain::time::Timestamp;
use uuid::Uuid;

use super::notices;
use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// An appointment is a day ahead.
pub(super) const REMINDER: &str = "appointment_reminder";

/// Carries out a timer of an appointment that is locked; answers whether the kind is known.
pub(crate) async fn carry_out(platform: &Platform, tx: &mut Tx, kind: &str, id: Uuid) -> Result<bool, DbError> {
    if kind != REMINDER {
        return Ok(false);
    }
    let sql = "select m.number, a.starts_at, a.place from appointment a join mentoring m on m.id = a.mentoring_id \
         where a.id = $1 and a.state = 'terjadwal' and a.starts_at > $2";
    let found: Option<(String, i64, String)> = tx.one(sql, args![id, platform.now()]).await?;
    if let Some((number, starts_at, place)) = found {
        notices::remind(platform, tx, &number, Timestamp::from_micros(starts_at), &place).await?;
    }
    Ok(true)
}
