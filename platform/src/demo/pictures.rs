//! The demo pictures: Fluent Emoji (MIT, see README.md beside them).

use std::collections::HashMap;

use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::picture::{WIDTHS, key};
use crate::ports::BlobError;
use crate::{Platform, args};

macro_rules! pictures {
    ($($name:literal)+) => { &[$(($name, include_bytes!(concat!("pictures/", $name, ".webp")) as &[u8]),)+] };
}

static PICTURES: &[(&str, &[u8])] = pictures! {
    "1f336-fe0f" "1f33a" "1f33d" "1f345" "1f34c" "1f34d" "1f358" "1f35a" "1f35b" "1f360" "1f364" "1f36a" "1f36b" "1f36c" "1f36f" "1f371" "1f375" "1f37f" "1f380" "1f392" "1f3ee" "1f3fa" "1f41f" "1f452" "1f455" "1f457" "1f458" "1f45a" "1f45b" "1f45c" "1f45e" "1f461" "1f490" "1f4bb" "1f4ff" "1f69a" "1f6cd-fe0f" "1f6e0-fe0f" "1f944" "1f950" "1f954" "1f95a" "1f95c" "1f95f" "1f964" "1f965" "1f96d" "1f980" "1f990" "1f9c1" "1f9c3" "1f9cb" "1f9e2" "1f9e3" "1f9f5" "1f9f6" "1f9f8" "1f9f9" "1f9fa" "1fa81" "1fa91" "1fa98" "1faa1" "1faad" "1fab4" "1fad6" "2615"
};

/// The file of a picture; nothing where there is none of this name.
pub(super) fn file(name: &str) -> &'static [u8] {
    PICTURES.iter().find(|(known, _)| *known == name).map_or(&[], |(_, bytes)| bytes)
}

/// The stored pictures.
pub(super) struct Stored(HashMap<&'static str, Uuid>);

impl Stored {
    /// The picture with this name.
    pub fn id(&self, name: &str) -> Option<Uuid> {
        self.0.get(name).copied()
    }

    /// Writes the pictures' rows.
    pub async fn insert(&self, platform: &Platform, tx: &mut Tx) -> Result<(), DbError> {
        for id in self.0.values() {
            tx.run(
                "insert into picture (id, state, width, height, created_at) values ($1, 'ready', 256, 256, $2)",
                args![*id, platform.now()],
            )
            .await?;
        }
        Ok(())
    }
}

/// Stores the files. They are small, so one file serves all widths.
pub(super) async fn store(platform: &Platform) -> Result<Stored, BlobError> {
    let mut ids = HashMap::new();
    for (name, bytes) in PICTURES {
        let id = platform.new_id();
        for width in WIDTHS {
            platform.blobs.put(&key(id, width), bytes.to_vec()).await?;
        }
        ids.insert(*name, id);
    }
    Ok(Stored(ids))
}
