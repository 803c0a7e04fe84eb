//! Signing out.

use leptos::prelude::*;
use platform::Platform;
use platform::account::sign_out;

use super::enter::SESSION;
use crate::action::{go_to, set_cookie};
use crate::visitor::visitor;

/// What this browser keeps besides the session that tells about the person: their last order, and the one looked up.
const PERSONAL: [&str; 3] = ["kunci", "lacak", "isian"];

/// Ends this browser's session. Whoever sits down at it next finds nothing of this person.
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
    for name in PERSONAL {
        set_cookie(name, "", 0);
    }
    go_to("/");
    Ok(())
}
