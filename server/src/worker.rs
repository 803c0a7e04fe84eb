//! What happens without anybody asking: deadlines, e-mails, and forgetting what is old.
//!
//! Every piece of work is one transaction, so it may be cut off at any moment: what was not finished is still due.

use std::time::Duration;

use domain::time::Day;
use platform::complaint::forget_old_complaint_keys;
use platform::db::DbError;
use platform::deadlines::run_deadlines;
use platform::notice::{deliver, forget_secrets};
use platform::permit::forget_old_keys;
use platform::shop::badge::remind_of_badges;
use platform::shop::cart::forget_old_carts;
use platform::training::forget_old_registration_keys;
use platform::{Platform, account, flash, rate_limit};

use crate::stop::Stop;

/// Between two rounds.
const PAUSE: Duration = Duration::from_secs(5);

/// Works until the process stops; the round that has begun is finished.
pub async fn work(platform: Platform, stop: Stop) {
    let mut reminded = None;
    while !stop.has_begun() {
        if let Err(error) = round(&platform, &stop, &mut reminded).await {
            tracing::error!(?error, "a round of the worker failed");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = stop.clone().begun() => {}
        }
    }
}

/// `reminded` is the day on which owners were reminded last: once a day is enough.
async fn round(platform: &Platform, stop: &Stop, reminded: &mut Option<Day>) -> Result<(), DbError> {
    let done = run_deadlines(platform).await?;
    if done > 0 {
        tracing::info!(done, "deadlines carried out");
    }
    let sent = deliver(platform, || !stop.has_begun()).await?;
    if sent > 0 {
        tracing::info!(sent, "e-mails sent");
    }
    forget_secrets(platform).await?;
    flash::forget_old(platform).await?;
    rate_limit::forget_old(platform).await?;
    account::forget_old(platform).await?;
    forget_old_carts(platform).await?;
    forget_old_keys(platform).await?;
    forget_old_complaint_keys(platform).await?;
    forget_old_registration_keys(platform).await?;
    let today = platform.now().day();
    if *reminded != Some(today) {
        while remind_of_badges(platform).await? > 0 {}
        *reminded = Some(today);
    }
    Ok(())
}
