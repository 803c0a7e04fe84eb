//! What people see: pages, components, islands and server functions of Rumah Sikum.
//!
//! Pages exist only on the server (feature `ssr`). Only islands are compiled for the browser as well (feature
//! `hydrate`): a page without an island sends no WASM.

#![recursion_limit = "512"]
#![allow(missing_docs)] // leptos' macros write items that cannot carry documentation

pub mod text;

#[cfg(feature = "ssr")]
mod account;
#[cfg(feature = "ssr")]
mod action;
#[cfg(feature = "ssr")]
pub mod assets;
#[cfg(feature = "ssr")]
mod complaint;
#[cfg(feature = "ssr")]
mod disturbed;
mod draft;
#[cfg(feature = "ssr")]
mod help;
#[cfg(feature = "ssr")]
mod home;
#[cfg(feature = "ssr")]
mod html;
#[cfg(feature = "ssr")]
mod keys;
#[cfg(feature = "ssr")]
mod language;
#[cfg(feature = "ssr")]
mod mentoring;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod permit;
#[cfg(feature = "ssr")]
pub mod request;
mod scanning;
mod sending;
#[cfg(feature = "ssr")]
mod shell;
pub mod shop;
#[cfg(feature = "ssr")]
mod site;
#[cfg(feature = "ssr")]
pub mod training;
#[cfg(feature = "hydrate")]
mod typed_form;
#[cfg(feature = "ssr")]
mod ui;
#[cfg(feature = "ssr")]
mod upload;
#[cfg(feature = "ssr")]
mod verify;
#[cfg(feature = "ssr")]
mod visitor;
#[cfg(feature = "ssr")]
mod when;

pub use scanning::*;
pub use sending::*;
#[cfg(feature = "ssr")]
pub use {
    action::{disturbed, find_cookie},
    shell::shell,
    site::Site,
    upload::UPLOADS,
    visitor::Visitor,
};
