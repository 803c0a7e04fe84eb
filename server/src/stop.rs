//! The orderly end: who is told to stop, and who asks whether it has begun.

use std::time::Duration;

use tokio::sync::watch;

/// How long requests in flight and the worker's current piece of work may take after the end has begun.
pub const LIMIT: Duration = Duration::from_secs(20);

/// Whether this process has been told to stop.
#[derive(Debug, Clone)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens for SIGTERM and Ctrl-C.
    pub fn on_signal() -> Self {
        let (tell, told) = watch::channel(false);
        tokio::spawn(async move {
            signal().await;
            tracing::info!("told to stop");
            tell.send_replace(true);
            // Whoever asks later must still find it said.
            tell.closed().await;
        });
        Self(told)
    }

    /// Whether the end has begun.
    pub fn has_begun(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until the end begins.
    pub async fn begun(mut self) {
        // Fails only when the listener is gone, and that is the end too.
        let _ = self.0.wait_for(|begun| *begun).await;
    }
}

async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).expect("a handler for SIGTERM can be set");
        tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
