//! The stream of events for one open page.

use std::convert::Infallible;
use std::time::Duration;

use app::Visitor;
use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{Stream, StreamExt, unfold};
use platform::permit::find_followed;

use super::pages::OpenPage;
use crate::router::AppState;

/// After so long an answer ends; the browser asks again, and who it is is found out anew.
const LASTS: Duration = Duration::from_secs(600);
/// A silent connection would be closed by proxies, and nobody would notice that the browser has gone.
const HEARTBEAT: Duration = Duration::from_secs(25);
/// The browser waits so long before it asks again.
const AGAIN: Duration = Duration::from_secs(5);
/// The same for a browser that found the server full. Seconds.
const AGAIN_WHEN_FULL: &str = "60";

/// Stands behind the layer that finds out who is asking.
pub fn routes() -> Router<AppState> {
    Router::new().route("/izin/kasus/{nomor}/peristiwa", get(events))
}

async fn events(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Path(number): Path<String>,
) -> Response {
    let (keys, tracked) = (&visitor.case_keys, visitor.tracked.as_deref());
    let followed = match find_followed(&state.platform, &visitor.actor, keys, tracked, &number).await {
        Ok(Some(followed)) => followed,
        // Who has a session that cannot be read now may be the applicant.
        Ok(None) if visitor.unknown => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Ok(None) => return StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(?error, "a case cannot be followed");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let Ok(page) = state.pages.open(followed.number, followed.moves) else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, AGAIN_WHEN_FULL)]).into_response();
    };
    let stop = state.stop.clone();
    let over = async move {
        tokio::select! {
            () = tokio::time::sleep(LASTS) => {}
            () = stop.begun() => {}
        }
    };
    let events = Sse::new(stream(page, over)).keep_alive(KeepAlive::new().interval(HEARTBEAT));
    // Proxies of the nginx family collect an answer before they send it on, unless it says no.
    let headers = [(header::CACHE_CONTROL, "no-store"), (HeaderName::from_static("x-accel-buffering"), "no")];
    (headers, events).into_response()
}

/// What one page is told, until it is over.
fn stream(page: OpenPage, over: impl Future<Output = ()>) -> impl Stream<Item = Result<Event, Infallible>> {
    let told = unfold(page, |mut page| async move {
        let moves = page.next().await?;
        Some((Ok(Event::default().retry(AGAIN).data(moves.to_string())), page))
    });
    told.take_until(Box::pin(over))
}

#[cfg(test)]
mod tests {
    use super::stream;
    use crate::live::Pages;
    use futures_util::StreamExt;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn an_answer_ends_and_gives_its_place_back() {
        let pages = Pages::new(1);
        let (end, ended) = oneshot::channel::<()>();
        let over = async move { drop(ended.await) };
        let mut told = Box::pin(stream(pages.open("IZN-1".to_owned(), 4).unwrap(), over));
        assert!(told.next().await.is_some());
        pages.tell("IZN-1", 5);
        assert!(told.next().await.is_some());
        end.send(()).unwrap();
        assert!(told.next().await.is_none());
        drop(told);
        assert_eq!(pages.count(), 0);
    }
}
