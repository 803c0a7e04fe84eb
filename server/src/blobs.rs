//! The file store: a local folder.

use std::path::Path;

use object_store::local::LocalFileSystem;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload};
use platform::ports::{BlobError, BlobStore};

/// Files in an object store.
#[derive(Debug)]
pub struct Blobs(Box<dyn ObjectStore>);

impl Blobs {
    /// A store in a local folder, made if it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made or written.
    pub fn local(folder: &Path) -> Result<Self, String> {
        let refused = |error: &dyn std::fmt::Display| format!("MEDIA_DIR {} cannot be used: {error}", folder.display());
        std::fs::create_dir_all(folder).map_err(|error| refused(&error))?;
        Ok(Self(Box::new(LocalFileSystem::new_with_prefix(folder).map_err(|error| refused(&error))?)))
    }
}

#[async_trait::async_trait]
impl BlobStore for Blobs {
    async fn put(&self, key: &str, bytes: Vec<u8>) -> Result<(), BlobError> {
        let stored = self.0.put(&key.into(), PutPayload::from(bytes)).await;
        stored.map(drop).map_err(|error| BlobError(error.to_string()))
    }

    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, BlobError> {
        let found = match self.0.get(&key.into()).await {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(BlobError(error.to_string())),
        };
        let bytes = found.bytes().await.map_err(|error| BlobError(error.to_string()))?;
        Ok(Some(bytes.to_vec()))
    }
}
