//! Permits and services of the office: their pages and islands.

#[cfg(feature = "ssr")]
mod already;
mod autosave;
#[cfg(feature = "ssr")]
mod calendar;
#[cfg(feature = "ssr")]
mod card;
#[cfg(feature = "ssr")]
mod case;
#[cfg(feature = "ssr")]
mod crumbs;
#[cfg(feature = "ssr")]
mod definition;
#[cfg(feature = "ssr")]
mod facts;
#[cfg(feature = "ssr")]
mod json_ld;
#[cfg(feature = "ssr")]
mod keys;
mod list_keys;
mod live;
#[cfg(feature = "ssr")]
mod mandate;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
mod performance;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod services;
#[cfg(feature = "ssr")]
mod start;
#[cfg(feature = "ssr")]
pub use autosave::*;
pub use list_keys::*;
pub use live::*;
#[cfg(feature = "ssr")]
pub(crate) use office::{Question, legend, of_days, of_form, of_reading};
#[cfg(feature = "ssr")]
pub use {
    calendar::CalendarPage,
    case::{CasePage, CheckPage, SectionPage, SentPage, SurveyPage},
    definition::{
        DraftFormPage, DraftJsonPage, DraftPage, PreviewPage, ServiceFilePage, ServicesDeskPage, service_json,
    },
    mandate::HelpedPage,
    office::{CaseFilePage, InboxPage, VisitsPage},
    performance::{FiguresPage, ServiceFiguresPage, performance_csv},
    service::ServicePage,
    services::ServicesPage,
    start::ApplyPage,
};
#[cfg(feature = "ssr")]
pub(crate) use {calendar::missing_year_note, keys::remember};
