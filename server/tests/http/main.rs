//! The whole process over HTTP, on both databases: what happens when many come at once, when it is stopped or killed,
//! when the database is away, and what it tells about its visitors.

mod autosave;
#[allow(dead_code)] // xtask measures with more of it
#[path = "../../../xtask/src/bench/client.rs"]
mod client;
mod faults;
mod files;
mod live;
mod officers;
mod privacy;
mod process;
#[allow(dead_code)]
#[path = "../../../xtask/src/bench/purchase.rs"]
mod purchase;
mod race;
#[path = "../../../xtask/src/bench/register.rs"]
mod register;
mod seats;
mod stopping;
