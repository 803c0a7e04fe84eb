//! The pages of cases that are open on this server.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

/// So many pages of one case may be open: an applicant's devices, and who else has number and digits.
const MOST_OF_ONE: usize = 20;

/// The open pages, by the number of their case.
#[derive(Debug)]
pub struct Pages {
    most: usize,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    cases: HashMap<String, watch::Sender<i64>>,
    pages: usize,
}

/// As many pages are open as this server takes, or as one case may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

/// An open page. Dropped, it is closed, whatever the reason.
#[derive(Debug)]
pub struct OpenPage {
    all: Arc<Pages>,
    number: String,
    moves: watch::Receiver<i64>,
}

impl Pages {
    /// None yet, and never more than `most`.
    pub fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most, open: Mutex::default() })
    }

    /// A page of a case is opened that had been moved so often.
    ///
    /// # Errors
    /// See [`Full`].
    pub fn open(self: &Arc<Self>, number: String, moves: i64) -> Result<OpenPage, Full> {
        let mut open = self.lock();
        if open.pages >= self.most {
            return Err(Full);
        }
        let told = open.cases.entry(number.clone()).or_insert_with(|| watch::Sender::new(moves));
        if told.receiver_count() >= MOST_OF_ONE {
            return Err(Full);
        }
        let mut receiver = told.subscribe();
        // What a page saw last and what was told here may differ by a moment: it is told again.
        receiver.mark_changed();
        open.pages += 1;
        Ok(OpenPage { all: self.clone(), number, moves: receiver })
    }

    /// The cases that have an open page.
    pub fn cases(&self) -> Vec<String> {
        self.lock().cases.keys().cloned().collect()
    }

    /// Tells the pages of a case how often it was moved, where that is news.
    pub fn tell(&self, number: &str, moves: i64) {
        if let Some(told) = self.lock().cases.get(number) {
            told.send_if_modified(|known| std::mem::replace(known, moves) != moves);
        }
    }

    /// How many are open.
    pub fn count(&self) -> usize {
        self.lock().pages
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenPage {
    /// How often the case was moved: at once, and then whenever it is moved.
    pub async fn next(&mut self) -> Option<i64> {
        self.moves.changed().await.ok()?;
        Some(*self.moves.borrow_and_update())
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut open = self.all.lock();
        open.pages -= 1;
        // This page's own receiver is still there.
        if open.cases.get(&self.number).is_some_and(|told| told.receiver_count() <= 1) {
            open.cases.remove(&self.number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_page_is_told_at_once_and_then_what_is_new() {
        let pages = Pages::new(9);
        let mut page = pages.open("IZN-1".to_owned(), 2).unwrap();
        let mut other = pages.open("IZN-2".to_owned(), 7).unwrap();
        assert_eq!((page.next().await, other.next().await), (Some(2), Some(7)));
        pages.tell("IZN-1", 2);
        pages.tell("IZN-3", 1);
        pages.tell("IZN-1", 3);
        assert_eq!(page.next().await, Some(3));
        let silent = tokio::time::timeout(std::time::Duration::from_millis(20), other.next());
        assert!(silent.await.is_err(), "nothing happened to the other case");
    }

    #[tokio::test]
    async fn a_closed_page_leaves_nothing_behind() {
        let pages = Pages::new(2);
        let first = pages.open("IZN-1".to_owned(), 0).unwrap();
        let second = pages.open("IZN-1".to_owned(), 0).unwrap();
        assert_eq!(pages.open("IZN-2".to_owned(), 0).unwrap_err(), Full);
        drop(first);
        assert_eq!((pages.cases(), pages.count()), (vec!["IZN-1".to_owned()], 1));
        drop(second);
        assert_eq!((pages.cases(), pages.count()), (vec![], 0));
    }

    #[tokio::test]
    async fn one_case_does_not_take_all() {
        let pages = Pages::new(1_000);
        let open: Vec<OpenPage> = (0..MOST_OF_ONE).map(|_| pages.open("IZN-1".to_owned(), 0).unwrap()).collect();
        assert_eq!(pages.open("IZN-1".to_owned(), 0).unwrap_err(), Full);
        assert!(pages.open("IZN-2".to_owned(), 0).is_ok());
        drop(open);
        assert_eq!(pages.count(), 0);
    }
}
