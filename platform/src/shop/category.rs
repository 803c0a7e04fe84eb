//! The tree of categories that a new site starts with.

use crate::args;
use crate::db::{DbError, Tx};

/// slug, parent, Indonesian, English, picture, ground.
const CATEGORIES: &[(&str, &str, &str, &str, &str, i64)] = &[
    ("makanan-ringan", "", "Makanan ringan", "Snacks", "1f35a", 1),
    ("keripik", "makanan-ringan", "Keripik", "Chips", "1f34c", 5),
    ("kerupuk", "makanan-ringan", "Kerupuk", "Crackers", "1f358", 1),
    ("kue-kering", "makanan-ringan", "Kue kering", "Cookies", "1f36a", 3),
    ("kacang", "makanan-ringan", "Kacang", "Nuts", "1f95c", 8),
    ("manisan", "makanan-ringan", "Manisan & dodol", "Sweets", "1f36c", 7),
    ("roti-kue", "makanan-ringan", "Roti & kue basah", "Bread & cakes", "1f950", 5),
    ("minuman", "", "Minuman", "Drinks", "1f9cb", 4),
    ("kopi-teh", "minuman", "Kopi & teh", "Coffee & tea", "2615", 2),
    ("minuman-segar", "minuman", "Minuman segar", "Fresh drinks", "1f9c3", 4),
    ("bumbu", "", "Bumbu & sambal", "Spices & sambal", "1f336-fe0f", 3),
    ("sambal", "bumbu", "Sambal", "Sambal", "1f336-fe0f", 3),
    ("hasil-laut", "bumbu", "Hasil laut & telur", "Seafood & eggs", "1f990", 7),
    ("madu-gula", "bumbu", "Madu & gula", "Honey & sugar", "1f36f", 5),
    ("kerajinan", "", "Kerajinan", "Crafts", "1f9fa", 8),
    ("anyaman", "kerajinan", "Anyaman", "Woven goods", "1f9fa", 8),
    ("kayu-gerabah", "kerajinan", "Kayu & gerabah", "Wood & pottery", "1f3fa", 1),
    ("hiasan", "kerajinan", "Hiasan & mainan", "Decoration & toys", "1f3ee", 3),
    ("batik-busana", "", "Batik & busana", "Batik & clothing", "1f458", 6),
    ("batik", "batik-busana", "Batik", "Batik", "1f458", 6),
    ("pakaian", "batik-busana", "Pakaian", "Clothes", "1f455", 4),
    ("aksesori", "batik-busana", "Aksesori", "Accessories", "1f4ff", 2),
    ("tas-sandal", "", "Tas & sandal", "Bags & sandals", "1f461", 5),
    ("tas", "tas-sandal", "Tas & dompet", "Bags & wallets", "1f45c", 1),
    ("sandal-sepatu", "tas-sandal", "Sandal & sepatu", "Sandals & shoes", "1f45e", 8),
    ("tanaman", "", "Tanaman", "Plants", "1fab4", 2),
    ("tanaman-hias", "tanaman", "Tanaman hias", "Ornamental plants", "1fab4", 2),
    ("buket", "tanaman", "Buket & bunga", "Bouquets", "1f490", 3),
    ("jasa", "", "Jasa", "Services", "1f6e0-fe0f", 7),
    ("jahit-sablon", "jasa", "Jahit & sablon", "Sewing & printing", "1faa1", 6),
    ("katering", "jasa", "Katering", "Catering", "1f371", 1),
    ("perbaikan", "jasa", "Perbaikan & angkut", "Repair & transport", "1f6e0-fe0f", 7),
];

/// The categories whose products are food: the law asks for more on their labels (P-IRT or MD, halal).
const FOOD: [&str; 3] = ["makanan-ringan", "minuman", "bumbu"];

/// Writes the tree into an empty database.
pub(crate) async fn load_categories(tx: &mut Tx) -> Result<(), DbError> {
    for (position, (slug, parent, name_id, name_en, picture, tint)) in CATEGORIES.iter().enumerate() {
        let parent = (!parent.is_empty()).then_some(*parent);
        let food = FOOD.contains(&parent.unwrap_or(slug)) || *slug == "katering";
        tx.run(
            "insert into category (slug, parent, name_id, name_en, food, position, picture, tint) \
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            args![*slug, parent, *name_id, *name_en, food, position as i64, *picture, *tint],
        )
        .await?;
    }
    Ok(())
}
