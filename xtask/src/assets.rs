//! Files with the hash of their content in their name, and compressed copies beside them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::process::root;

/// What compresses well; pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 8] = ["js", "wasm", "css", "svg", "webmanifest", "html", "txt", "json"];

/// The first 64 bits of the SHA-256, in hexadecimal.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// How much time compression may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For a page on this machine.
    Quick,
    /// For everybody else, and for the size budget.
    Best,
}

/// Writes the site folder.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    effort: Effort,
    paths: BTreeMap<String, String>,
}

impl Site {
    /// An empty folder beside the one in use: a running server keeps its files until [`Site::finish`].
    pub fn create(effort: Effort) -> Result<Self> {
        let folder = root().join("target").join("site");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("pkg"))?;
        Ok(Self { folder, effort, paths: BTreeMap::new() })
    }

    /// Adds a file under a hashed name.
    pub fn add_hashed(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("/pkg/{stem}.{}.{ending}", hash(content));
        self.write(&path, content)?;
        self.paths.insert(name.to_owned(), path);
        Ok(())
    }

    /// A text in which the plain path of every file added so far (`/pkg/app.css`) is its hashed one.
    pub fn with_hashed_paths(&self, text: &str) -> String {
        self.paths.iter().fold(text.to_owned(), |text, (name, path)| text.replace(&format!("/pkg/{name}"), path))
    }

    /// Adds a file that must keep its name, such as `/favicon.svg`.
    pub fn add_root(&self, name: &str, content: &[u8]) -> Result<()> {
        self.write(&format!("/{name}"), content)
    }

    /// Writes the manifest that the server reads, and puts the folder into its place.
    pub fn finish(self) -> Result<()> {
        fs::write(self.folder.join("assets.json"), serde_json::to_vec_pretty(&self.paths)?)?;
        let (site, old) = (root().join("site"), root().join("target").join("site-old"));
        let _ = fs::remove_dir_all(&old);
        if site.exists() {
            fs::rename(&site, &old).context("cannot move the old site folder away")?;
        }
        fs::rename(&self.folder, &site).context("cannot put the site folder into its place")
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<()> {
        let file = self.folder.join(&path[1..]);
        fs::write(&file, content)?;
        if file.extension().is_some_and(|ending| COMPRESSIBLE.iter().any(|known| ending == *known)) {
            fs::write(with_ending(&file, "br"), brotli(content, self.effort)?)?;
            fs::write(with_ending(&file, "gz"), gzip(content)?)?;
        }
        Ok(())
    }
}

/// Compresses with Brotli. The best takes seconds, so the same content is compressed once.
pub fn brotli(content: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let quality = match effort {
        Effort::Quick => 5,
        Effort::Best => 11,
    };
    let folder = root().join("target").join("compressed");
    let file = folder.join(format!("{}.{quality}.br", hash(content)));
    if let Ok(known) = fs::read(&file) {
        return Ok(known);
    }
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    fs::create_dir_all(&folder)?;
    // Under its name only when it is whole: an interrupted build must not leave half a file to be found.
    let unfinished = with_ending(&file, "part");
    fs::write(&unfinished, &compressed)?;
    fs::rename(unfinished, file)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
