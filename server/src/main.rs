//! The process of Rumah Sikum: configuration, HTTP, sessions, background worker, adapters.

mod blobs;
mod calendars;
mod clamd;
mod clock;
mod command;
mod config;
mod documents;
mod exports;
mod guard;
mod health;
mod http_log;
mod identify;
mod key;
mod limit;
mod live;
mod mail;
mod media;
mod metrics;
mod pages;
mod pictures;
mod private_file;
mod proofs;
mod router;
mod seo;
mod serve;
mod static_files;
mod stop;
mod workbook;
mod worker;

use std::process::ExitCode;

/// A page is thousands of small pieces of text: with this allocator a list takes a quarter less time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match command::run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("rumah-sikum: {message}");
            ExitCode::FAILURE
        }
    }
}
