//! Asks the database what was moved, by whichever server.

use std::sync::Arc;
use std::time::Duration;

use platform::Platform;
use platform::permit::list_moves;

use super::Pages;
use crate::stop::Stop;

/// Between two questions.
const PAUSE: Duration = Duration::from_secs(2);

/// Asks for the cases with an open page until the process stops: one question for all, none where no page is open.
pub async fn watch(platform: Platform, pages: Arc<Pages>, stop: Stop) {
    let mut answers = true;
    while !stop.has_begun() {
        let cases = pages.cases();
        if !cases.is_empty() {
            match list_moves(&platform, &cases).await {
                Ok(found) => {
                    found.iter().for_each(|(number, moves)| pages.tell(number, *moves));
                    answers = true;
                }
                // Once for a time in which the database is away.
                Err(error) if answers => {
                    tracing::error!(?error, "open pages of cases are not told what happens");
                    answers = false;
                }
                Err(_) => {}
            }
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = stop.clone().begun() => {}
        }
    }
}
