//! A product as its seller makes it: its states, and what it needs before shoppers see it.

use crate::money::Rupiah;
use crate::typed::{Line, Text, Whole};
use crate::words;

words! {
    /// Whether shoppers see a product.
    pub enum ProductState {
        /// Its seller is not ready.
        Draft = "draft",
        /// Shoppers see it, if the shop is open.
        Published = "published",
        /// Put away; orders keep what was bought.
        Archived = "archived",
    }
}

words! {
    /// What a seller does with a whole product.
    pub enum ProductAction {
        /// Shows it to shoppers.
        Publish = "terbitkan",
        /// Takes it back to draft.
        Withdraw = "tarik",
        /// Puts it away.
        Archive = "arsipkan",
        /// Takes it out of the archive again, as a draft.
        Restore = "pulihkan",
    }
}

impl ProductAction {
    /// The states in which it can be done.
    const fn from(self) -> &'static [ProductState] {
        match self {
            ProductAction::Publish => &[ProductState::Draft],
            ProductAction::Withdraw => &[ProductState::Published],
            ProductAction::Archive => &[ProductState::Draft, ProductState::Published],
            ProductAction::Restore => &[ProductState::Archived],
        }
    }

    /// The state to which it leads.
    pub const fn to(self) -> ProductState {
        match self {
            ProductAction::Publish => ProductState::Published,
            ProductAction::Withdraw | ProductAction::Restore => ProductState::Draft,
            ProductAction::Archive => ProductState::Archived,
        }
    }

    /// Whether it can be done to a product in this state.
    pub fn allowed(self, state: ProductState) -> bool {
        self.from().contains(&state)
    }
}

/// A price in rupiah.
pub type Price = Whole<100, 1_000_000_000>;
/// A weight with packaging, in gram.
pub type Gram = Whole<1, 500_000>;
/// Pieces that lie in the shop.
pub type Pieces = Whole<0, 99_999>;
/// A value of an option, for example "Balado" or "250 g".
pub type OptionValue = Line<40>;

/// The most variants of one product.
pub const MOST_VARIANTS: i64 = 30;

/// What a seller says about a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Its name.
    pub name: Line<80>,
    /// Slug of its category, one without children.
    pub category: String,
    /// In the seller's words.
    pub description: Option<Text<2000>>,
    /// Berat bersih: net weight or content as printed on the label.
    pub net_weight: Option<Line<40>>,
    /// Komposisi: ingredients as printed on the label.
    pub composition: Option<Line<500>>,
    /// Masa simpan: shelf life as printed on the label.
    pub shelf_life: Option<Line<80>>,
}

/// What a seller says about a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Rasa, flavour.
    pub option1: Option<OptionValue>,
    /// Ukuran, size.
    pub option2: Option<OptionValue>,
    /// Its price.
    pub price: Price,
    /// With packaging.
    pub weight: Gram,
}

impl Terms {
    /// The price.
    pub fn price(&self) -> Rupiah {
        Rupiah::new(self.price.get())
    }
}

/// What a product lacks before shoppers may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// A description.
    Description,
    /// A variant with a price.
    Variant,
    /// Net weight, for food.
    NetWeight,
    /// Ingredients, for food.
    Composition,
    /// Shelf life, for food.
    ShelfLife,
}

/// What is known of a product, as far as publishing asks.
#[derive(Debug, Clone, Copy)]
pub struct Ready<'p> {
    /// Whether the law asks for a label: food and drink.
    pub food: bool,
    /// Description.
    pub description: &'p str,
    /// Net weight.
    pub net_weight: &'p str,
    /// Ingredients.
    pub composition: &'p str,
    /// Shelf life.
    pub shelf_life: &'p str,
    /// Variants that are sold.
    pub variants: i64,
}

impl Ready<'_> {
    /// What is missing, in the order of the form; nothing when it can be published.
    ///
    /// The label of food names ingredients, net content and expiry (PP 69/1999, art. 3).
    pub fn lacks(self) -> Vec<Lack> {
        let empty = |text: &str| text.trim().is_empty();
        [
            (self.variants == 0, Lack::Variant),
            (empty(self.description), Lack::Description),
            (self.food && empty(self.net_weight), Lack::NetWeight),
            (self.food && empty(self.composition), Lack::Composition),
            (self.food && empty(self.shelf_life), Lack::ShelfLife),
        ]
        .into_iter()
        .filter_map(|(lacking, lack)| lacking.then_some(lack))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_goes_only_these_ways() {
        use ProductAction::*;
        use ProductState::*;
        let allowed = [
            (Draft, Publish, Published),
            (Draft, Archive, Archived),
            (Published, Withdraw, Draft),
            (Published, Archive, Archived),
            (Archived, Restore, Draft),
        ];
        for state in ProductState::ALL {
            for action in ProductAction::ALL {
                let listed = allowed.contains(&(*state, *action, action.to()));
                assert_eq!(action.allowed(*state), listed, "{state} {action}");
            }
        }
    }

    #[test]
    fn food_needs_its_label_before_it_is_shown() {
        let full =
            Ready { food: true, description: "a", net_weight: "b", composition: "c", shelf_life: "d", variants: 1 };
        assert_eq!(full.lacks(), []);
        let bare = Ready { description: " ", net_weight: "", composition: "", shelf_life: "", variants: 0, ..full };
        let label = [Lack::NetWeight, Lack::Composition, Lack::ShelfLife];
        assert_eq!(bare.lacks(), [&[Lack::Variant, Lack::Description], &label[..]].concat());
        assert_eq!(Ready { food: false, ..bare }.lacks(), [Lack::Variant, Lack::Description]);
    }
}
