//! The tables that demo data is written to.

use std::collections::BTreeSet;

use crate::db::{DbError, Insert, Tx};
use crate::shop::catalogue::keep_words;

macro_rules! tables {
    ($($name:ident ($columns:literal);)+) => {
        /// Rows on their way into the tables.
        pub(super) struct Tables {
            $(pub $name: Insert,)+
            new_words: BTreeSet<String>,
            kept_words: BTreeSet<String>,
        }

        impl Tables {
            /// Without rows.
            pub fn new() -> Self {
                Self {
                    $($name: Insert::new(concat!("insert into ", stringify!($name), " (", $columns, ")")),)+
                    new_words: BTreeSet::new(),
                    kept_words: BTreeSet::new(),
                }
            }

            /// Writes the rows; each table after those that it refers to.
            pub async fn write(&mut self, tx: &mut Tx) -> Result<(), DbError> {
                $(self.$name.write(tx).await?;)+
                keep_words(tx, self.new_words.iter().map(String::as_str).collect()).await?;
                self.kept_words.append(&mut self.new_words);
                Ok(())
            }

            /// Adds the words by which a product is found.
            pub fn add_words(&mut self, text: &str) {
                let new = text.split(' ').filter(|word| !self.kept_words.contains(*word));
                self.new_words.extend(new.map(str::to_owned));
            }
        }
    };
}

tables! {
    account("id, name, phone, password_hash, state, created_at");
    account_grant("account_id, role, duty, granted_at");
    usaha("id, slug, name, owner_id, kecamatan, desa, address, description, opening_hours, phone, pickup, courier, cod, \
        transfer, bank_name, bank_account, bank_holder, state, created_at, decided_at");
    courier_fee("usaha_id, kecamatan, fee");
    product("id, usaha_id, slug, category, category_root, name, description, composition, net_weight, shelf_life, state, \
        kecamatan, listed, available, price_min, price_max, sold, cover_id, tint, halal_until, pirt_until, nib_until, \
        search_text, created_at, published_at, updated_at");
    product_picture("product_id, picture_id, position");
    variant("id, product_id, option1, option2, price, weight_gram, position, archived");
    stock("variant_id, on_hand, reserved");
    stock_movement("id, variant_id, kind, quantity, at");
    badge("id, kind, number, holder, usaha_id, product_id, valid_until, state, decided_at, created_at");
}
