//! Regions and categories: loaded once, they change only with a new version of the data.

use std::collections::HashMap;

use sqlx::FromRow;

use crate::args;
use crate::db::{Db, DbError};

/// A kecamatan or desa.
#[derive(Debug, Clone, FromRow)]
pub struct Region {
    /// Kemendagri code, for example `36.03.20.2001`.
    pub code: String,
    /// Code of the region it lies in.
    pub parent: Option<String>,
    /// Its name.
    pub name: String,
    /// Postcode of a desa.
    pub postcode: Option<String>,
}

/// A category of products; the tree has two levels.
#[derive(Debug, Clone, FromRow)]
pub struct Category {
    /// Its place in addresses.
    pub slug: String,
    /// The category it belongs to; `None` at the top.
    pub parent: Option<String>,
    /// Indonesian name.
    pub name_id: String,
    /// English name.
    pub name_en: String,
    /// Whether the law asks for the attributes of food.
    pub food: bool,
    /// File name of its picture in the demo set.
    pub picture: String,
    /// Which of the eight grounds is behind the picture.
    pub tint: i64,
}

/// All regions and categories.
#[derive(Debug, Default)]
pub struct Reference {
    /// Kecamatan by name.
    pub kecamatan: Vec<Region>,
    /// Categories in their order.
    pub categories: Vec<Category>,
    desa: HashMap<String, Vec<Region>>,
}

impl Reference {
    /// Reads everything.
    pub async fn load(db: &Db) -> Result<Self, DbError> {
        let regions: Vec<Region> =
            db.all("select code, parent, name, postcode from region order by name", args![]).await?;
        let categories = db
            .all("select slug, parent, name_id, name_en, food, picture, tint from category order by position", args![])
            .await?;
        let mut reference = Self { categories, ..Self::default() };
        for region in regions {
            match region.code.len() {
                // 36.03.20
                8 => reference.kecamatan.push(region),
                // 36.03.20.2001
                13 => reference.desa.entry(region.code[..8].to_owned()).or_default().push(region),
                _ => {}
            }
        }
        Ok(reference)
    }

    /// The category with this slug.
    pub fn category(&self, slug: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.slug == slug)
    }

    /// The categories at the top.
    pub fn roots(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(|category| category.parent.is_none())
    }

    /// The categories below another.
    pub fn children(&self, slug: &str) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(move |category| category.parent.as_deref() == Some(slug))
    }

    /// The kecamatan with this code.
    pub fn kecamatan(&self, code: &str) -> Option<&Region> {
        self.kecamatan.iter().find(|region| region.code == code)
    }

    /// The name of a kecamatan, its code if it is unknown.
    pub fn kecamatan_name<'n>(&'n self, code: &'n str) -> &'n str {
        self.kecamatan(code).map_or(code, |region| &region.name)
    }

    /// The regency's code as four digits, as it stands within numbers: `3603`.
    pub fn regency_digits(&self) -> String {
        let code = self.kecamatan.first().map_or("", |kecamatan| &kecamatan.code);
        code.chars().filter(char::is_ascii_digit).take(4).collect()
    }

    /// The desa and kelurahan of a kecamatan, by name.
    pub fn desa(&self, kecamatan: &str) -> &[Region] {
        self.desa.get(kecamatan).map_or(&[], Vec::as_slice)
    }

    /// Whether a desa lies in a kecamatan.
    pub fn is_in(&self, desa: &str, kecamatan: &str) -> bool {
        self.find_desa(desa).is_some_and(|region| region.parent.as_deref() == Some(kecamatan))
    }

    /// The desa with this code.
    pub fn find_desa(&self, code: &str) -> Option<&Region> {
        self.desa.get(code.get(..8)?)?.iter().find(|region| region.code == code)
    }
}
