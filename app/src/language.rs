//! The switch between the two languages.

use leptos::prelude::*;

use crate::action::{go_to, local_path, set_cookie};
use crate::visitor::lang;

/// Changes the language and shows the same page again. The choice is kept for a year.
#[server(prefix = "/aksi", endpoint = "bahasa")]
pub async fn switch_language(kembali: String) -> Result<(), ServerFnError> {
    set_cookie("bahasa", lang().other().as_str(), 31_536_000);
    go_to(local_path(&kembali));
    Ok(())
}
