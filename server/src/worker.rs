//! What happens without anybody asking: deadlines, e-mails, and forgetting what is old.
//!
//! Every piece of work is one transaction, so it may be cut off at any moment: what was not finished is still due.

use std::time::Duration;

use platform::db::DbError;
use platform::notice::{deliver, forget_secrets};
use platform::shop::cart::forget_old_carts;
use platform::shop::order::run_deadlines;
use platform::{Platform, flash, rate_limit};

/// Between two rounds.
const PAUSE: Duration = Duration::from_secs(5);

/// Works until it is aborted.
pub async fn work(platform: Platform) {
    loop {
        if let Err(error) = round(&platform).await {
            tracing::error!(?error, "a round of the worker failed");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn round(platform: &Platform) -> Result<(), DbError> {
    let done = run_deadlines(platform).await?;
    if done > 0 {
        tracing::info!(done, "deadlines carried out");
    }
    let sent = deliver(platform).await?;
    if sent > 0 {
        tracing::info!(sent, "e-mails sent");
    }
    forget_secrets(platform).await?;
    flash::forget_old(platform).await?;
    rate_limit::forget_old(platform).await?;
    forget_old_carts(platform).await?;
    Ok(())
}
