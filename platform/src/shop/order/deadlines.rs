//! What happens to an order when nobody acts in time.

use domain::shop::order::{Action, By};
use uuid::Uuid;

use super::act::{Act, ActError, Who, act_within};
use super::notices::{self, Reminder};
use crate::Platform;
use crate::db::{DbError, Tx};

/// What a timer does.
enum Due {
    /// A step that nobody took in time, and why.
    Step(Action, &'static str),
    /// A word to the seller.
    Remind(Reminder),
}

fn due(kind: &str) -> Option<Due> {
    Some(match kind {
        "pay_by" => Due::Step(Action::Expire, ""),
        "accept_by" => Due::Step(Action::Cancel, "Toko tidak menanggapi sampai batas waktu."),
        "pickup_by" => Due::Step(Action::Cancel, "Pesanan tidak diambil sampai batas waktu."),
        "complete_by" => Due::Step(Action::Complete, ""),
        "remind_accept" => Due::Remind(Reminder::Accept),
        "remind_ship" => Due::Remind(Reminder::Ship),
        _ => return None,
    })
}

/// Carries out a timer of an order that is locked; answers whether the kind is known.
pub(crate) async fn carry_out(platform: &Platform, tx: &mut Tx, kind: &str, order: Uuid) -> Result<bool, DbError> {
    match due(kind) {
        Some(Due::Step(action, note)) => {
            let act = Act { note: note.to_owned(), ..Act::default() };
            let who = Who { by: By::Sistem, account: None };
            // Refused, the order has moved on: the timer has no meaning any more.
            if let Err(ActError::Db(error)) = act_within(platform, tx, order, action, who, &act).await {
                return Err(error);
            }
        }
        Some(Due::Remind(reminder)) => notices::remind(platform, tx, order, reminder).await?,
        None => return Ok(false),
    }
    Ok(true)
}
