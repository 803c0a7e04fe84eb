//! A small memory for answers that may be a little old: counts beside filters, never what a person decides on.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex};

use domain::time::Timestamp;

/// Remembers answers for a while, and at most so many.
#[derive(Debug)]
pub struct Cache<K, V> {
    entries: Mutex<HashMap<K, (Timestamp, Arc<V>)>>,
    most: usize,
    seconds: i64,
}

impl<K: Hash + Eq, V> Cache<K, V> {
    /// A memory for `most` answers, each good for `seconds`.
    pub fn new(most: usize, seconds: i64) -> Self {
        Self { entries: Mutex::new(HashMap::new()), most, seconds }
    }

    /// The answer, if it is known and fresh.
    pub fn get<Q>(&self, key: &Q, now: Timestamp) -> Option<Arc<V>>
    where
        K: std::borrow::Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let entries = self.entries.lock().ok()?;
        let (until, value) = entries.get(key)?;
        (now < *until).then(|| value.clone())
    }

    /// Forgets everything: what was remembered has changed.
    pub fn clear(&self) {
        if let Ok(mut entries) = self.entries.lock() {
            entries.clear();
        }
    }

    /// Remembers an answer. When the memory is full it forgets what is stale, or else everything.
    pub fn put(&self, key: K, value: V, now: Timestamp) -> Arc<V> {
        let value = Arc::new(value);
        if let Ok(mut entries) = self.entries.lock() {
            if entries.len() >= self.most {
                entries.retain(|_, (until, _)| now < *until);
                if entries.len() >= self.most {
                    entries.clear();
                }
            }
            entries.insert(key, (now.plus_seconds(self.seconds), value.clone()));
        }
        value
    }
}
