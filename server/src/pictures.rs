//! Uploaded pictures get their sizes, and what nothing needs is removed: beside the worker, so that a large photograph
//! holds up no deadline.

use std::time::Duration;

use platform::Platform;
use platform::complaint::{forget_ended_complaints, remove_unused_complaint_files};
use platform::permit::{
    forget_closed_cases, forget_old_drafts, keep_missing_outcomes, make_missing_letters, remove_unused_files,
};
use platform::picture::{process_next, remove_unused};
use platform::training::make_missing_certificates;

use crate::stop::Stop;

/// Between looking for new pictures.
const PAUSE: Duration = Duration::from_secs(1);
/// Between two rounds of cleaning, in pauses.
const CLEAN: u32 = 60;

/// Works until the process stops; the picture that has begun is finished.
pub async fn work(platform: Platform, stop: Stop) {
    let (mut rounds, mut outcomes_missing) = (0_u32, true);
    while !stop.has_begun() {
        match process_next(&platform).await {
            // There may be more.
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(?error, "pictures cannot be looked for"),
        }
        // Somebody looks on while those of a whole class are made.
        if let Err(error) = make_missing_certificates(&platform).await {
            tracing::error!(?error, "certificates that are missing cannot be made");
        }
        if rounds.is_multiple_of(CLEAN) {
            clean(&platform).await;
        }
        // Every case has its figures from its end on: only those that ended before there were any are looked for.
        if outcomes_missing {
            match keep_missing_outcomes(&platform).await {
                Ok(kept) => outcomes_missing = kept > 0,
                Err(error) => tracing::error!(?error, "the figures of cases cannot be worked out"),
            }
        }
        rounds = rounds.wrapping_add(1);
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = stop.clone().begun() => {}
        }
    }
}

/// Makes letters that are missing, removes pictures, documents and words that nothing needs; what fails is tried again.
async fn clean(platform: &Platform) {
    if let Err(error) = remove_unused(platform).await {
        tracing::error!(?error, "pictures that nothing needs cannot be removed");
    }
    if let Err(error) = make_missing_letters(platform).await {
        tracing::error!(?error, "letters that are missing cannot be made");
    }
    let removed =
        [remove_unused_files(platform).await, forget_old_drafts(platform).await, forget_closed_cases(platform).await];
    for result in removed {
        if let Err(error) = result {
            tracing::error!(?error, "documents that nothing needs cannot be removed");
        }
    }
    for result in [remove_unused_complaint_files(platform).await, forget_ended_complaints(platform).await] {
        if let Err(error) = result {
            tracing::error!(?error, "complaints that are over cannot be forgotten");
        }
    }
}
