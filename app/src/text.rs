//! The words people read, in Bahasa Indonesia and English.
//!
//! Each message is a method of [`Lang`], so a missing one does not compile, and neither does one with a missing
//! language or a forgotten value.

pub use domain::lang::Lang;

/// A count as people write it: `1.217`.
pub fn grouped(count: i64) -> domain::money::Grouped {
    domain::money::Grouped(count.unsigned_abs())
}

/// Declares messages: `name: "Indonesian" / "English";` or, with values, `name(n: i64): "{n} produk" / "{n} products";`.
macro_rules! messages {
    ($trait:ident; $($name:ident $(($($value:ident: $type:ty),+))?: $id:literal / $en:literal;)+) => {
        /// Messages of one room.
        #[allow(missing_docs)]
        pub trait $trait {
            $(messages!(@declare $name $(($($value: $type),+))?);)+
        }
        impl $trait for Lang {
            $(messages!(@define $name $(($($value: $type),+))?, $id, $en);)+
        }
    };
    (@declare $name:ident) => { fn $name(self) -> &'static str; };
    (@declare $name:ident ($($value:ident: $type:ty),+)) => { fn $name(self, $($value: $type),+) -> String; };
    (@define $name:ident, $id:literal, $en:literal) => {
        fn $name(self) -> &'static str { match self { Lang::Id => $id, Lang::En => $en } }
    };
    (@define $name:ident ($($value:ident: $type:ty),+), $id:literal, $en:literal) => {
        fn $name(self, $($value: $type),+) -> String { match self { Lang::Id => format!($id), Lang::En => format!($en) } }
    };
}

mod accompany;
mod account;
mod attendance;
mod calendar;
mod cart;
mod case;
mod case_desk;
mod certificate;
mod common;
mod complaint;
mod complaint_desk;
mod console;
mod draft;
mod help;
mod keep;
mod learn;
mod legality;
mod mandate;
mod mentoring;
mod office;
mod order;
mod outbox;
mod performance;
mod permit;
mod picture;
mod registration;
mod roles;
mod seller;
mod sending;
mod shop;
mod status;
mod training;
mod training_desk;
mod users;
mod verify;
mod wait;

pub use accompany::AccompanyText;
pub use account::AccountText;
pub use attendance::{AttendanceText, attendance_way};
pub use calendar::{CalendarText, day_fault, off_label};
pub use cart::CartText;
pub use case::{CaseText, answer_problem, case_state, case_step};
pub use case_desk::{DeskText, desk_action, desk_event, desk_next, desk_part, desk_state};
pub use certificate::{CertificateText, ending_label, lack_label};
pub use common::CommonText;
pub use complaint::{
    ComplaintText, complaint_privacy, complaint_state, complaint_step, complaint_subject, story_problem,
};
pub use complaint_desk::{ComplaintDeskText, complaint_action};
pub use console::ConsoleText;
pub use draft::DraftText;
pub use help::HelpText;
pub use keep::{KeepText, fault_words, field_type, level_label, visit_label, when_label};
pub use learn::{LearnText, mark_label, material_kind, question_fault};
pub use legality::LegalityText;
pub use mandate::{MandateText, part_label, standing_label};
pub use mentoring::{
    MentoringText, appointment_state, area_label, mentoring_event, mentoring_state, priority_label, side_label,
    way_label,
};
pub use office::OfficeText;
pub use order::{
    OrderText, action_hint, action_label, by_label, delivery_label, due_label, event_label, payment_label, tab_label,
};
pub use outbox::{OutboxText, channel_label, message_state};
pub use performance::{FigureText, band_name, element_name, element_question};
pub use permit::{PermitText, business_label, duration, stage_by_label};
pub use picture::PictureText;
pub use registration::{RegistrationText, registration_state};
pub use roles::{account_action, duty_label, role_label, role_work};
pub use seller::SellerText;
pub use sending::{SendingText, sent_of};
pub use shop::ShopText;
pub use status::{status_label, status_next};
pub use training::{TrainingText, kept_for, order_label, place_choice, seats_choice, when_choice};
pub use training_desk::{TrainingDeskText, class_action, class_state, decision_label, plan_fault};
pub use users::UsersText;
pub use verify::{VerifyText, paper_label};
pub use wait::WaitText;
