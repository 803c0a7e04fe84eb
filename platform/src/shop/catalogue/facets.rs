//! How many products each filter would leave.

use std::sync::Arc;

use sqlx::FromRow;

use super::filter::{Filter, Sort};
use super::{list, search};
use crate::Platform;
use crate::db::{DbError, Select};

/// Counts beside the filters. At most half a minute old.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// Products that the filter leaves.
    pub total: i64,
    /// Of these, available now.
    pub available: i64,
    /// Of these, with a verified halal certificate.
    pub halal: i64,
    /// Of these, with a verified P-IRT number.
    pub pirt: i64,
    /// Of these, from shops with a verified NIB.
    pub nib: i64,
    /// Per kecamatan code, without regard to the kecamatan that the filter names; most first.
    pub kecamatan: Vec<(String, i64)>,
}

#[derive(FromRow)]
struct Counted {
    kecamatan: String,
    total: i64,
    available: i64,
    halal: i64,
    pirt: i64,
    nib: i64,
}

/// Counts what the filter leaves.
///
/// # Errors
/// Only when the database does not answer.
pub async fn find_facets(platform: &Platform, filter: &Filter) -> Result<Arc<Facets>, DbError> {
    let key = Filter { sort: Sort::default(), ..filter.clone() };
    if let Some(known) = platform.facets.get(&key, platform.now()) {
        return Ok(known);
    }
    let today = platform.now().day().to_string();
    let mut query =
        Select::new("select p.kecamatan, count(*) as total, count(case when p.available then 1 end) as available,");
    query
        .bind("count(case when p.halal_until >= ? then 1 end) as halal,", &today)
        .bind("count(case when p.pirt_until >= ? then 1 end) as pirt,", &today)
        .bind("count(case when p.nib_until >= ? then 1 end) as nib", &today)
        .push("from product p where p.listed");
    search::look_up(platform, &key.words).await?.narrow(&mut query, &platform.db);
    let anywhere = Filter { kecamatan: Vec::new(), ..key.clone() };
    list::narrow(&mut query, platform, &anywhere).await?;
    query.push("group by p.kecamatan");
    let counted: Vec<Counted> = query.all(&platform.db).await?;
    let mut facets = Facets::default();
    for row in &counted {
        facets.kecamatan.push((row.kecamatan.clone(), row.total));
        if key.kecamatan.is_empty() || key.kecamatan.iter().any(|code| code.as_str() == row.kecamatan) {
            facets.total += row.total;
            facets.available += row.available;
            facets.halal += row.halal;
            facets.pirt += row.pirt;
            facets.nib += row.nib;
        }
    }
    facets.kecamatan.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(platform.facets.put(key, facets, platform.now()))
}
