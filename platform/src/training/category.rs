//! The categories of training that a new site starts with, and their names.

use sqlx::FromRow;

use crate::db::{DbError, Tx};
use crate::{Platform, args};

/// Slug, Indonesian, English: subjects of classes in the regency, from its own announcements.
const CATEGORIES: &[(&str, &str, &str)] = &[
    ("legalitas", "Legalitas", "Permits"),
    ("pemasaran", "Pemasaran", "Marketing"),
    ("keuangan", "Keuangan", "Finance"),
    ("produksi-pangan", "Produksi pangan", "Food production"),
    ("kerajinan", "Kerajinan", "Crafts"),
    ("ekspor", "Ekspor", "Export"),
];

/// A category.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct TrainingCategory {
    /// Its name in addresses.
    pub slug: String,
    /// Its Indonesian name.
    pub name_id: String,
    /// Its English name.
    pub name_en: String,
}

/// Writes the categories into an empty database.
pub(crate) async fn load_training_categories(tx: &mut Tx) -> Result<(), DbError> {
    for (position, (slug, name_id, name_en)) in CATEGORIES.iter().enumerate() {
        let sql = "insert into training_category (slug, position, name_id, name_en) values ($1, $2, $3, $4)";
        tx.run(sql, args![*slug, position as i64, *name_id, *name_en]).await?;
    }
    Ok(())
}

/// All categories, in their order.
///
/// # Errors
/// Only when the database does not answer.
pub async fn list_training_categories(platform: &Platform) -> Result<Vec<TrainingCategory>, DbError> {
    platform.db.all("select slug, name_id, name_en from training_category order by position", args![]).await
}
