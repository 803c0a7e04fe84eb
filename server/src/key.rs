//! The key that seals personal data: from the environment, or from a file beside the database.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use platform::ports::Entropy;
use platform::sealing::DataKey;

/// Where the key is.
#[derive(Debug, Clone)]
pub enum KeySource {
    /// `DATA_KEY`.
    Given(DataKey),
    /// `DATA_KEY_FILE`.
    File {
        /// Which.
        path: PathBuf,
        /// Whether it is made when it is missing: not in production, where several servers need the same.
        make: bool,
    },
}

impl KeySource {
    /// Reads the environment.
    ///
    /// # Errors
    /// A message for the person who starts the server. It never repeats what was set.
    pub fn from(get: impl Fn(&str) -> Option<String>, production: bool) -> Result<Self, String> {
        match get("DATA_KEY") {
            Some(typed) => DataKey::parse(&typed)
                .map(KeySource::Given)
                .ok_or_else(|| "DATA_KEY is not 64 hexadecimal digits; `openssl rand -hex 32` makes one".to_owned()),
            None => Ok(KeySource::File {
                path: get("DATA_KEY_FILE").unwrap_or_else(|| "data/data.key".to_owned()).into(),
                make: !production,
            }),
        }
    }

    /// The key.
    ///
    /// # Errors
    /// A message for the person who starts the server.
    pub fn load(&self, entropy: &dyn Entropy) -> Result<DataKey, String> {
        match self {
            KeySource::Given(key) => Ok(key.clone()),
            KeySource::File { path, make } => read(path, *make, entropy),
        }
    }
}

fn read(path: &Path, make: bool, entropy: &dyn Entropy) -> Result<DataKey, String> {
    let place = path.display();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && make => return write(path, entropy),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(format!(
                "there is no {place}: set DATA_KEY, or DATA_KEY_FILE to a file with 64 hexadecimal digits \
                 (`openssl rand -hex 32`). Without this key personal data in the database cannot be read: keep a copy"
            ));
        }
        Err(error) => return Err(format!("DATA_KEY_FILE: {place} cannot be read: {error}")),
    };
    DataKey::parse(&text).ok_or_else(|| format!("DATA_KEY_FILE: {place} does not hold 64 hexadecimal digits"))
}

/// Makes a key that only this user can read.
fn write(path: &Path, entropy: &dyn Entropy) -> Result<DataKey, String> {
    let cannot = |error: std::io::Error| format!("DATA_KEY_FILE: {} cannot be made: {error}", path.display());
    let mut bytes = [0; 32];
    entropy.fill(&mut bytes);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = match options.open(path) {
        Ok(file) => file,
        // Another process was faster.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return read(path, false, entropy),
        Err(error) => return Err(cannot(error)),
    };
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    file.write_all(digits.as_bytes()).map_err(cannot)?;
    Ok(DataKey::new(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::OsEntropy;

    #[test]
    fn a_missing_key_is_made_once_and_never_in_production() {
        let folder = std::env::temp_dir().join(format!("sikum-key-{}", std::process::id()));
        let path = folder.join("data.key");
        let source = |make| KeySource::File { path: path.clone(), make };
        assert!(source(false).load(&OsEntropy).unwrap_err().contains("openssl rand"));
        let same = |source: KeySource| {
            source.load(&OsEntropy).unwrap();
            std::fs::read_to_string(&path).unwrap()
        };
        assert_eq!(same(source(true)), same(source(true)));
        assert_eq!(same(source(true)), same(source(false)));
        std::fs::write(&path, "nonsense").unwrap();
        assert!(source(true).load(&OsEntropy).unwrap_err().contains("64"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
