//! `/izin/kasus/{nomor}/peristiwa`: tells the open page of a case how often the case was moved, as server-sent events.
//! Nothing personal: the page is asked for again by whoever wants to know what happened.
//!
//! One question every two seconds finds what any server of this site has moved ([`watch`]), whatever number of pages is
//! open here; [`Pages`] hands it on to them.

mod answer;
mod pages;
mod watch;

pub use self::answer::routes;
pub use self::pages::Pages;
pub use self::watch::watch;
