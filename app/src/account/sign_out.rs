//! Signing out.

use leptos::prelude::*;
use platform::Platform;
use platform::account::sign_out;

use super::SESSION;
use crate::action::{go_to, set_cookie};
use crate::visitor::visitor;

/// Ends this browser's session.
///
/// # Errors
/// When the database does not answer: the session would live on.
#[server(prefix = "/aksi", endpoint = "keluar")]
pub async fn submit_sign_out() -> Result<(), ServerFnError> {
    if let Some(token) = visitor().session {
        let platform = expect_context::<Platform>();
        sign_out(&platform, &token).await.map_err(|error| ServerFnError::new(error.to_string()))?;
    }
    set_cookie(SESSION, "", 0);
    go_to("/");
    Ok(())
}
