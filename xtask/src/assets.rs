//! Files with the hash of their content in their name, and compressed copies beside them.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::process::root;

/// The first 64 bits of the SHA-256, in hexadecimal.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the site folder.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    /// Plain name to public path.
    pub paths: BTreeMap<String, String>,
}

impl Site {
    /// An empty site folder.
    pub fn create() -> Result<Self> {
        let folder = root().join("site");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("pkg"))?;
        Ok(Self { folder, paths: BTreeMap::new() })
    }

    /// Adds a file under a hashed name and answers its public path.
    pub fn add_hashed(&mut self, name: &str, content: &[u8]) -> Result<String> {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("/pkg/{stem}.{}.{ending}", hash(content));
        self.write(&path, content)?;
        self.paths.insert(name.to_owned(), path.clone());
        Ok(path)
    }

    /// Adds a file that must keep its name, such as `/favicon.svg`.
    pub fn add_root(&mut self, name: &str, content: &[u8]) -> Result<()> {
        self.write(&format!("/{name}"), content)
    }

    /// Writes the manifest that the server reads.
    pub fn finish(self) -> Result<BTreeMap<String, String>> {
        fs::write(self.folder.join("assets.json"), serde_json::to_vec_pretty(&self.paths)?)?;
        Ok(self.paths)
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<()> {
        let file = self.folder.join(&path[1..]);
        fs::write(&file, content)?;
        let compressible = ["js", "wasm", "css", "svg", "webmanifest", "html", "txt"];
        if file.extension().is_some_and(|ending| compressible.iter().any(|known| ending == *known)) {
            for (ending, compress) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
                fs::write(with_ending(&file, ending), remembered(content, ending, compress)?)?;
            }
        }
        Ok(())
    }
}

/// Brotli at its best, as the size budget counts it.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Compressing well is slow; the same content is compressed once.
fn remembered(content: &[u8], ending: &str, compress: impl Fn(&[u8]) -> Result<Vec<u8>>) -> Result<Vec<u8>> {
    let folder = root().join("target").join("compressed");
    let file = folder.join(format!("{}.{ending}", hash(content)));
    if let Ok(known) = fs::read(&file) {
        return Ok(known);
    }
    let compressed = compress(content)?;
    fs::create_dir_all(&folder)?;
    fs::write(file, &compressed)?;
    Ok(compressed)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
