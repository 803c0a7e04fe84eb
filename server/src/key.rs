//! Keys that are kept apart from the database: from the environment, or from a file beside it.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use platform::ports::Entropy;
use platform::secret::hex;

/// Where a key is.
#[derive(Clone)]
pub struct KeySource {
    /// The variable that holds it, for messages.
    name: &'static str,
    /// What it holds.
    given: Option<String>,
    /// Else the file.
    path: PathBuf,
    /// Whether the file is made when it is missing: not in production, where several servers need the same.
    make: bool,
}

/// Never the key.
impl std::fmt::Debug for KeySource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeySource").field("name", &self.name).field("path", &self.path).finish_non_exhaustive()
    }
}

impl KeySource {
    /// The key of a variable: what it holds, or the file that the same name with `_FILE` names.
    pub fn from(
        get: impl Fn(&str) -> Option<String>,
        name: &'static str,
        file: &'static str,
        usual: &str,
        production: bool,
    ) -> Self {
        Self { name, given: get(name), path: get(file).unwrap_or_else(|| usual.to_owned()).into(), make: !production }
    }

    /// The key, read by `read`, which answers nothing when it is none.
    ///
    /// # Errors
    /// A message for the person who starts the server. It never repeats the key.
    pub fn load<K>(&self, entropy: &dyn Entropy, read: impl Fn(&str) -> Option<K>) -> Result<K, String> {
        let text = match &self.given {
            Some(text) => text.clone(),
            None => self.text(entropy)?,
        };
        read(&text).ok_or_else(|| {
            format!("{} is no key of 64 hexadecimal digits; `openssl rand -hex 32` makes one", self.name)
        })
    }

    fn text(&self, entropy: &dyn Entropy) -> Result<String, String> {
        let (name, place) = (self.name, self.path.display());
        match std::fs::read_to_string(&self.path) {
            Ok(text) => Ok(text),
            Err(error) if error.kind() == ErrorKind::NotFound && self.make => self.write(entropy),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(format!(
                "there is no {place}: set {name} to 64 hexadecimal digits (`openssl rand -hex 32`), or {name}_FILE to a \
                 file that holds them. Keep a copy: what belongs to this key is lost without it"
            )),
            Err(error) => Err(format!("{name}_FILE: {place} cannot be read: {error}")),
        }
    }

    /// Makes a key that only this user can read.
    fn write(&self, entropy: &dyn Entropy) -> Result<String, String> {
        let cannot =
            |error: std::io::Error| format!("{}_FILE: {} cannot be made: {error}", self.name, self.path.display());
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        let digits = hex(&bytes);
        match create(&self.path, &digits) {
            // Another process was faster.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                std::fs::read_to_string(&self.path).map_err(cannot)
            }
            made => made.map(|()| digits).map_err(cannot),
        }
    }
}

fn create(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::OsEntropy;

    fn source(path: &Path, production: bool, given: Option<&str>) -> KeySource {
        let get = |name: &str| match name {
            "DATA_KEY" => given.map(str::to_owned),
            _ => Some(path.display().to_string()),
        };
        KeySource::from(get, "DATA_KEY", "DATA_KEY_FILE", "", production)
    }

    fn load(source: &KeySource) -> Result<String, String> {
        source.load(&OsEntropy, |text| (text.len() == 64).then(|| text.to_owned()))
    }

    #[test]
    fn a_missing_key_is_made_once_and_never_in_production() {
        let folder = std::env::temp_dir().join(format!("sikum-key-{}", std::process::id()));
        let path = folder.join("data.key");
        assert!(load(&source(&path, true, None)).unwrap_err().contains("openssl rand"));
        let made = load(&source(&path, false, None)).unwrap();
        assert_eq!(load(&source(&path, false, None)).as_ref(), Ok(&made));
        assert_eq!(load(&source(&path, true, None)).as_ref(), Ok(&made));
        let given = "5a".repeat(32);
        assert_eq!(load(&source(&path, true, Some(&given))), Ok(given.clone()));
        assert!(!format!("{:?}", source(&path, true, Some(&given))).contains("5a5a"));
        std::fs::write(&path, "rahasia").unwrap();
        let refused = load(&source(&path, false, None)).unwrap_err();
        assert!(refused.contains("DATA_KEY") && !refused.contains("rahasia"), "{refused}");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
