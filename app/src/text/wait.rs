//! Having to wait, in words.

use super::Lang;

/// "Too many tries", with how long to wait as people say it.
pub trait WaitText {
    /// So many seconds to wait.
    fn too_many_tries(self, seconds: i64) -> String;
}

impl WaitText for Lang {
    fn too_many_tries(self, seconds: i64) -> String {
        let wait = domain::time::wait_words(seconds, self);
        match self {
            Lang::Id => format!("Terlalu sering mencoba. Coba lagi dalam {wait}."),
            Lang::En => format!("Too many tries. Try again in {wait}."),
        }
    }
}
