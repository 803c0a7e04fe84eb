//! Names in addresses that are not taken yet.

use std::collections::HashSet;

use domain::slug::slug;

use crate::args;
use crate::db::{DbError, Tx};

/// Whose addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// `/toko/{slug}`.
    Shop,
    /// `/produk/{slug}`.
    Product,
    /// What is taught; it has no page of its own.
    Course,
    /// `/pelatihan/{slug}`.
    Class,
}

/// The slug of a name, numbered when it is taken. Two that ask at the same moment may get the same: the unique column
/// refuses the second, and its caller tries again (see [`again`]).
pub(crate) async fn free_slug(tx: &mut Tx, of: Of, name: &str) -> Result<String, DbError> {
    let (taken, nameless) = match of {
        Of::Shop => ("select slug from usaha where slug = $1 or slug like $2", "toko"),
        Of::Product => ("select slug from product where slug = $1 or slug like $2", "produk"),
        Of::Course => ("select slug from course where slug = $1 or slug like $2", "pelatihan"),
        Of::Class => ("select slug from class where slug = $1 or slug like $2", "kelas"),
    };
    let wanted = match slug(name) {
        empty if empty.is_empty() => nameless.to_owned(),
        wanted => wanted,
    };
    let taken: Vec<(String,)> = tx.all(taken, args![&wanted, format!("{wanted}-%")]).await?;
    let taken: HashSet<String> = taken.into_iter().map(|(slug,)| slug).collect();
    if !taken.contains(&wanted) {
        return Ok(wanted);
    }
    // One of so many numbers is free.
    let free = (2..=taken.len() + 2).map(|number| format!("{wanted}-{number}")).find(|slug| !taken.contains(slug));
    Ok(free.unwrap_or(wanted))
}

/// How often something new is tried when others take its address at the same moment.
const TRIES: usize = 5;

/// Tries again while somebody else was first to take what must be unique.
pub(crate) async fn again<T, E, F>(mut attempt: impl FnMut() -> F, taken: impl Fn(&E) -> bool) -> Result<T, E>
where
    F: Future<Output = Result<T, E>>,
{
    for _ in 1..TRIES {
        match attempt().await {
            Err(error) if taken(&error) => {}
            result => return result,
        }
    }
    attempt().await
}
