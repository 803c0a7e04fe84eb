//! Complaints: anybody makes one, the office verifies it, gives it to somebody and answers, and whoever complained says
//! whether that settles it.
//!
//! What people write is sealed. An anonymous complaint keeps neither name nor phone nor account; of a secret one they are
//! shown to who verifies and who answers, and each look is written down. Files come with a complaint and with a reply
//! (`attached`); some time after its end only what the figures need is left (`clean`).

mod attached;
mod clean;
mod complainant;
mod deadlines;
mod figures;
mod file;
mod notices;
mod office;
mod respond;
mod row;
mod shop;
mod show;
mod take;

pub use self::attached::{
    AttachError, AttachedFile, add_complaint_file, list_waiting_files, open_complaint_file, remove_waiting_file,
};
pub use self::clean::{forget_ended_complaints, remove_unused_complaint_files};
pub use self::complainant::{Complainant, find_complainant, forget_old_complaint_keys, open_complaint_with_pin};
pub(crate) use self::deadlines::carry_out;
pub use self::figures::{ComplaintFigures, complaint_figures};
pub use self::file::{About, FileError, Filed, Filing, file_complaint};
pub use self::office::{
    ComplaintCard, ComplaintCounts, ComplaintDeed, ComplaintEvent, ComplaintFile, ComplaintList, Drawer, OfficeMessage,
    count_complaints, decide_complaint, list_complaints, open_complaint, show_complainant,
};
pub use self::respond::{reply_to_answer, settle_complaint};
pub use self::row::{Contact, MessageKind};
pub use self::show::{ComplaintShown, OwnComplaint, ShownMessage, list_own_complaints, show_complaint};
pub use self::take::ComplaintError;
