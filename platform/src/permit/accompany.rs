//! Permits of other agencies that the office accompanies: the stage where a case is, what the agency issued in the end, and
//! what its holder has to do then. We are not connected to any agency: everything here is entered by people.

mod advance;
mod companion;
mod duty;
mod record;
mod show;

pub use self::advance::advance;
pub(super) use self::advance::{begin, move_on};
pub use self::companion::{Companion, CompanionError, OwnDuty, Underway, find_companion};
pub use self::duty::{DutyShown, finish_duty, finish_duty_for};
pub(super) use self::duty::{next_reminder, remind};
pub use self::record::Issued;
pub(super) use self::record::record;
pub use self::show::{Accompaniment, PermitShown, Reached};
pub(super) use self::show::{accompaniment, reached};
