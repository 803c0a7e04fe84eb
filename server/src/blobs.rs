//! The file store: a local folder, or an S3 bucket.

use std::path::Path;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::prefix::PrefixStore;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};
use platform::ports::{BlobError, BlobStore};

use crate::config::{Media, S3};

/// A request waits for the store: it is tried again, but not for minutes.
const RETRIES: usize = 3;
/// As [`RETRIES`].
const PATIENCE: Duration = Duration::from_secs(20);

/// Files in an object store.
#[derive(Debug)]
pub struct Blobs(Box<dyn ObjectStore>);

impl Blobs {
    /// The store that the configuration names.
    ///
    /// # Errors
    /// A message for the person who starts the server.
    pub fn open(media: &Media) -> Result<Self, String> {
        match media {
            Media::Folder(folder) => Self::local(folder),
            Media::S3(s3) => Self::s3(s3),
        }
    }

    /// A store in a local folder, made if it is not there.
    fn local(folder: &Path) -> Result<Self, String> {
        let refused = |error: &dyn std::fmt::Display| format!("MEDIA_DIR {} cannot be used: {error}", folder.display());
        std::fs::create_dir_all(folder).map_err(|error| refused(&error))?;
        Ok(Self(Box::new(LocalFileSystem::new_with_prefix(folder).map_err(|error| refused(&error))?)))
    }

    /// A bucket of any service that speaks S3.
    fn s3(s3: &S3) -> Result<Self, String> {
        // The one implementation of cryptography in this program; set before the first connection asks for it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&s3.bucket)
            .with_region(&s3.region)
            .with_access_key_id(&s3.access_key_id)
            .with_secret_access_key(&s3.secret_access_key)
            .with_retry(RetryConfig { max_retries: RETRIES, retry_timeout: PATIENCE, ..RetryConfig::default() })
            // Not every service knows how to delete in bulk.
            .with_disable_bulk_delete(true);
        if let Some(endpoint) = &s3.endpoint {
            builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
        }
        let store = builder.build().map_err(|error| format!("MEDIA_STORE cannot be used: {error}"))?;
        Ok(Self(Box::new(PrefixStore::new(store, s3.prefix.as_str()))))
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

    async fn delete(&self, key: &str) -> Result<(), BlobError> {
        match self.0.delete(&key.into()).await {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(BlobError(error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests;
