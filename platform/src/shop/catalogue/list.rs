//! One page of the catalogue.

use uuid::Uuid;

use super::filter::{Filter, Sort};
use super::{ProductCard, card, search};
use crate::Platform;
use crate::db::{DbError, Select};

/// How many products a page shows.
pub const PAGE: usize = 24;

/// A place in a list: the sort key and id of the product beside it. New products do not shift it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) key: i64,
    pub(crate) id: Uuid,
}

/// Which page of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum From {
    /// The first page.
    #[default]
    Start,
    /// The page after this place.
    After(Cursor),
    /// The page before this place.
    Before(Cursor),
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page {
    /// At most [`PAGE`] products.
    pub items: Vec<ProductCard>,
    /// Where the page before ends.
    pub before: Option<Cursor>,
    /// Where the page after begins.
    pub after: Option<Cursor>,
    /// What was looked for instead, because no word holds what was typed.
    pub instead: Option<String>,
}

impl Cursor {
    fn of(card: &ProductCard, sort: Sort) -> Self {
        let key = match sort {
            Sort::BestSold => card.sold,
            Sort::Newest => card.published_at,
            Sort::Cheapest => card.price.amount(),
        };
        Self { key, id: card.id }
    }

    /// Reads the form that [`std::fmt::Display`] writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (key, id) = text.split_once('.')?;
        Some(Self { key: key.parse().ok()?, id: Uuid::try_parse(id).ok()? })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.key, self.id.simple())
    }
}

/// Lists published products of open shops. A word that nothing has is taken for the one most like it.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_products(platform: &Platform, filter: &Filter, from: From) -> Result<Page, DbError> {
    let search = search::look_up(platform, &filter.words).await?;
    let mut query = Select::new(card::SELECT);
    search.narrow(&mut query, &platform.db);
    narrow(&mut query, platform, filter).await?;
    let (cursor, backwards) = match from {
        From::Start => (None, false),
        From::After(cursor) => (Some(cursor), false),
        From::Before(cursor) => (Some(cursor), true),
    };
    order(&mut query, filter.sort, cursor, backwards);
    query.bind("limit ?", PAGE as i64 + 1);
    let mut items: Vec<ProductCard> = query.all(&platform.db).await?;
    let more = items.len() > PAGE;
    items.truncate(PAGE);
    if backwards {
        items.reverse();
    }
    let (has_before, has_after) = match from {
        From::Start => (false, more),
        From::After(_) => (true, more),
        From::Before(_) => (more, true),
    };
    let edge = |card: Option<&ProductCard>| card.map(|card| Cursor::of(card, filter.sort));
    Ok(Page {
        before: edge(items.first()).filter(|_| has_before),
        after: edge(items.last()).filter(|_| has_after),
        items,
        instead: search.instead.clone(),
    })
}

/// Adds the conditions of a filter, apart from its words.
pub(super) async fn narrow(query: &mut Select, platform: &Platform, filter: &Filter) -> Result<(), DbError> {
    if let Some(slug) = &filter.category {
        match platform.reference().await?.category(slug) {
            Some(category) if category.parent.is_none() => query.bind("and p.category_root = ?", slug),
            _ => query.bind("and p.category = ?", slug),
        };
    }
    if let Some((last, others)) = filter.kecamatan.split_last() {
        query.push("and p.kecamatan in (");
        for code in others {
            query.bind("?,", code.as_str());
        }
        query.bind("?)", last.as_str());
    }
    if let Some(min) = filter.price_min {
        query.bind("and p.price_min >= ?", min);
    }
    if let Some(max) = filter.price_max {
        query.bind("and p.price_min <= ?", max);
    }
    if filter.available {
        query.push("and p.available");
    }
    let today = platform.now().day().to_string();
    for (wanted, condition) in [
        (filter.halal, "and p.halal_until >= ?"),
        (filter.pirt, "and p.pirt_until >= ?"),
        (filter.nib, "and p.nib_until >= ?"),
    ] {
        if wanted {
            query.bind(condition, &today);
        }
    }
    Ok(())
}

fn order(query: &mut Select, sort: Sort, cursor: Option<Cursor>, backwards: bool) {
    // Row values let both databases walk the index of the same columns.
    let (after, before, forth, back) = match sort {
        Sort::BestSold => (
            "and (p.sold, p.id) < (?,",
            "and (p.sold, p.id) > (?,",
            "order by p.sold desc, p.id desc",
            "order by p.sold, p.id",
        ),
        Sort::Newest => (
            "and (p.published_at, p.id) < (?,",
            "and (p.published_at, p.id) > (?,",
            "order by p.published_at desc, p.id desc",
            "order by p.published_at, p.id",
        ),
        Sort::Cheapest => (
            "and (p.price_min, p.id) > (?,",
            "and (p.price_min, p.id) < (?,",
            "order by p.price_min, p.id",
            "order by p.price_min desc, p.id desc",
        ),
    };
    if let Some(Cursor { key, id }) = cursor {
        query.bind(if backwards { before } else { after }, key);
        query.bind("?)", id);
    }
    query.push(if backwards { back } else { forth });
}
