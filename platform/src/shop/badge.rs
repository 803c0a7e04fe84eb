//! Badges: owners hand numbers in, officers compare them with the documents, time ends them.

mod certify;
mod decide;
mod desk;
mod file;
mod own;
mod recheck;
mod remind;
mod row;
mod submit;
mod tell;

pub(crate) use certify::certify;
pub use decide::{DecideBadge, DecideBadgeError, DecidedBadge, Verdict, decide_badge};
pub use desk::{BadgeCounts, BadgeDesk, BadgeFilter, BadgeRow, BadgeTab, count_badges, list_badges_to_decide};
pub use file::{BadgeEvent, BadgeFile, BadgeWritten, find_badge_file};
pub use own::{OwnLegality, OwnProduct, Slot, find_own_legality};
pub use recheck::recheck_badges;
pub use remind::remind_of_badges;
pub use row::BadgeShort;
pub(crate) use row::of_shop;
pub use submit::{Submission, SubmitError, submit_badge};
