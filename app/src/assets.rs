//! The public paths of our own files: their names carry a hash of their content, so they can be kept for ever.

use std::collections::HashMap;
use std::sync::OnceLock;

static PATHS: OnceLock<HashMap<String, String>> = OnceLock::new();

/// Tells the pages where the files are; the server calls it once with the manifest that the build wrote.
pub fn register(paths: HashMap<String, String>) {
    let _ = PATHS.set(paths);
}

/// The public path of a file by its plain name, for example `app.css`. Without a manifest (in tests): `/pkg/app.css`.
pub fn path(name: &'static str) -> String {
    match PATHS.get().and_then(|paths| paths.get(name)) {
        Some(path) => path.clone(),
        None => format!("/pkg/{name}"),
    }
}

/// The public path of a file that may not be there.
pub fn find(name: &str) -> Option<&'static str> {
    PATHS.get()?.get(name).map(String::as_str)
}
