//! The product card and its grid.

use domain::time::Day;
use leptos::prelude::*;
use platform::reference::Reference;
use platform::shop::catalogue::ProductCard;

use super::{Icon, Load, Picture};
use crate::html::IntoHtml;
use crate::text::{Lang, ShopText};
use crate::visitor::lang;

/// From so many sold pieces on a product is called popular.
const POPULAR: i64 = 1_000;
/// A product is called new for so many days.
const NEW: i64 = 14;

/// What cards need besides the products.
#[derive(Clone)]
pub struct ProductCards {
    /// The products, in order.
    pub items: Vec<ProductCard>,
    /// Names of kecamatan, one per product.
    pub places: Vec<String>,
    /// The day on which they are shown.
    pub today: Day,
}

impl ProductCards {
    /// Prepares cards.
    pub fn new(items: Vec<ProductCard>, reference: &Reference, now: domain::time::Timestamp) -> Self {
        let places = items.iter().map(|card| reference.kecamatan_name(&card.kecamatan).to_owned()).collect();
        Self { items, places, today: now.day() }
    }
}

/// A grid of product cards.
#[component]
pub fn ProductGrid(
    cards: ProductCards,
    /// How many pictures load at once; the others wait until they are near.
    #[prop(default = 4)]
    eager: usize,
    /// `goods` and its variants.
    #[prop(default = "goods")]
    class: &'static str,
) -> impl IntoView {
    let t = lang();
    let today = cards.today;
    let cards = cards.items.into_iter().zip(cards.places).enumerate();
    let cards: Vec<_> = cards
        .map(|(index, (card, place))| {
            let load = match index {
                0 if eager > 0 => Load::First,
                _ if index < eager => Load::Now,
                _ => Load::Later,
            };
            card_view(t, card, place, today, load)
        })
        .collect();
    view! { <ul class=class>{cards}</ul> }
}

fn card_view(t: Lang, card: ProductCard, place: String, today: Day, load: Load) -> AnyView {
    let new_since = today.plus(-NEW).start().micros();
    let flag = match () {
        () if !card.available => None,
        () if card.sold >= POPULAR => Some(t.flag_best()),
        () if card.published_at >= new_since => Some(t.flag_new()),
        () => None,
    };
    let badges: Vec<_> =
        [(card.marks.halal(today), t.halal()), (card.marks.pirt(today), t.pirt()), (card.marks.nib(today), t.nib())]
            .into_iter()
            .filter(|(has, _)| *has)
            .map(|(_, name)| view! { <li class="badge"><Icon name="badge-check"/>{name}</li> })
            .collect();
    view! {
        <li class=if card.available { "good" } else { "good good--out" }>
            <div class=ground(card.tint)>
                <Picture id=card.cover sizes="(min-width: 960px) 240px, (min-width: 620px) 32vw, 46vw" load=load/>
                {flag.map(|flag| view! { <span class="good__flag">{flag}</span> })}
                {(!card.available).then(|| view! { <span class="good__flag good__flag--out">{t.sold_out()}</span> })}
            </div>
            <div class="good__body">
                <h3 class="good__name"><a href=format!("/produk/{}", card.slug)>{card.name}</a></h3>
                <p class="price">{card.varies.then(|| view! { <small>{t.starting_at()}" "</small> })}{card.price.to_string()}</p>
                <p class="good__shop">
                    <span>{card.shop}</span>
                    <span class="good__where"><Icon name="map-pin"/>{place}</span>
                </p>
                {(!badges.is_empty()).then(|| view! { <ul class="badges" aria-label=t.legality()>{badges}</ul> })}
            </div>
        </li>
    }.into_html()
}

/// The class of the ground behind a picture: 1 to 8 for drawings, 0 for photographs, which fill the square.
fn ground(tint: i64) -> &'static str {
    const GROUNDS: [&str; 9] = [
        "good__pic good__pic--photo",
        "good__pic t1",
        "good__pic t2",
        "good__pic t3",
        "good__pic t4",
        "good__pic t5",
        "good__pic t6",
        "good__pic t7",
        "good__pic t8",
    ];
    GROUNDS[usize::try_from(tint).ok().filter(|tint| *tint < GROUNDS.len()).unwrap_or(0)]
}
