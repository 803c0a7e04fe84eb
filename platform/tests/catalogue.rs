//! The catalogue as shoppers use it, on both databases.

use std::collections::HashSet;

use domain::money::Rupiah;
use domain::region::RegionCode;
use domain::shop::badge::Kind;
use platform::shop::catalogue::{Filter, From, PAGE, Sort, find_facets, find_product, find_shop, list_products};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, setup};

/// Products of every shop; with one more the whole demo would be loaded, its year of orders and all cases.
const MARKET: usize = 199;

async fn with_products(app: &TestApp, count: usize) {
    setup::prepare(app, "36.03").await.unwrap();
    assert!(demo::seed(app, count).await.unwrap());
}

fn words(words: &str) -> Filter {
    Filter { words: words.to_owned(), ..Filter::default() }
}

on_both_databases! {
    async fn a_new_site_knows_the_regency(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        setup::prepare(&app, "36.03").await.unwrap();
        let reference = app.reference().await.unwrap();
        assert_eq!(reference.kecamatan.len(), 29);
        let villages: usize = reference.kecamatan.iter().map(|k| reference.desa(&k.code).len()).sum();
        assert_eq!(villages, 274);
        assert_eq!(reference.kecamatan_name("36.03.20"), "Legok");
        assert!(reference.desa("36.03.20").iter().all(|desa| desa.postcode.is_some()));
    }

    async fn demo_data_is_loaded_once(app: TestApp) {
        with_products(&app, 30).await;
        assert!(!demo::seed(&app, 30).await.unwrap());
        assert_eq!(find_facets(&app, &Filter::default()).await.unwrap().total, 30);
    }

    async fn the_demo_year_has_orders_in_many_states_and_its_stock_adds_up(app: TestApp) {
        with_products(&app, 200).await;
        let states: Vec<(String, i64)> =
            app.db.all("select status, count(*) from shop_order group by status", args![]).await.unwrap();
        assert!(states.len() >= 5, "{states:?}");
        assert!(states.iter().map(|(_, count)| count).sum::<i64>() > 250);
        let (wrong,): (i64,) = app.db.one(
            "select count(*) from stock s where s.on_hand <> (select coalesce(sum(m.quantity), 0) from stock_movement m \
             where m.variant_id = s.variant_id and m.kind in ('adjust', 'sale'))", args![]).await.unwrap().unwrap();
        assert_eq!(wrong, 0);
        let future = "select count(*) from shop_order where created_at > $1 or updated_at > $1";
        assert_eq!(app.db.one::<(i64,)>(future, args![app.now()]).await.unwrap(), Some((0,)));
    }

    async fn a_word_is_found_whole_and_in_part(app: TestApp) {
        with_products(&app, MARKET).await;
        for (typed, expected) in [("keripik", "Keripik"), ("ripik", "Keripik"), ("BATIK cap", "batik cap"), ("kopi robusta", "Kopi robusta")] {
            let page = list_products(&app, &words(typed), From::Start).await.unwrap();
            assert!(!page.items.is_empty() && page.instead.is_none(), "{typed}");
            assert!(page.items.iter().any(|card| card.name.contains(expected)), "{typed}");
        }
        // Shop, category and kecamatan are searched too.
        assert!(!list_products(&app, &words("rohimah"), From::Start).await.unwrap().items.is_empty());
        assert!(!list_products(&app, &words("anyaman tigaraksa"), From::Start).await.unwrap().items.is_empty());
    }

    async fn every_word_of_the_demo_products_is_known(app: TestApp) {
        with_products(&app, MARKET).await;
        let texts: Vec<(String,)> = app.db.all("select search_text from product", args![]).await.unwrap();
        let known: Vec<(String,)> = app.db.all("select word from search_word", args![]).await.unwrap();
        let known: HashSet<&str> = known.iter().map(|(word,)| word.as_str()).collect();
        assert!(texts.iter().flat_map(|(text,)| text.split(' ')).all(|word| known.contains(word)));
    }

    async fn a_mistyped_word_finds_similar_products(app: TestApp) {
        with_products(&app, MARKET).await;
        for (typed, meant, expected) in [
            ("kripik", "keripik", "Keripik"),
            ("sambel", "sambal", "Sambal"),
            ("Beras Rengginag", "beras rengginang", "Rengginang"),
        ] {
            let page = list_products(&app, &words(typed), From::Start).await.unwrap();
            assert_eq!(page.instead.as_deref(), Some(meant));
            assert!(page.items.iter().any(|card| card.name.contains(expected)), "{typed}");
            // The counts beside the list are those of what is listed.
            let facets = find_facets(&app, &words(typed)).await.unwrap();
            assert_eq!(facets.total, find_facets(&app, &words(meant)).await.unwrap().total);
        }
        assert!(list_products(&app, &words("xqzwv"), From::Start).await.unwrap().items.is_empty());
        // Signs that mean something to a database mean nothing here.
        for odd in ["%", "_", "\"", "' or 1=1 --", "a*", "(", "es"] {
            list_products(&app, &words(odd), From::Start).await.unwrap();
        }
    }

    async fn filters_hold_together_and_are_counted(app: TestApp) {
        with_products(&app, MARKET).await;
        let filter = Filter {
            category: Some("makanan-ringan".into()),
            price_max: Some(Rupiah::new(15_000)),
            halal: true,
            available: true,
            ..Filter::default()
        };
        let page = list_products(&app, &filter, From::Start).await.unwrap();
        assert!(page.items.iter().all(|card| card.marks.halal(app.now().day()) && card.available && card.price <= Rupiah::new(15_000)));
        let facets = find_facets(&app, &filter).await.unwrap();
        assert!(page.after.is_none() && !page.items.is_empty());
        assert_eq!(facets.total as usize, page.items.len());
        assert_eq!(facets.halal, facets.total);

        let legok = RegionCode::parse("36.03.20").unwrap();
        let there = Filter { kecamatan: vec![legok], ..Filter::default() };
        let page = list_products(&app, &there, From::Start).await.unwrap();
        assert!(!page.items.is_empty() && page.items.iter().all(|card| card.kecamatan == "36.03.20"));
        // The other kecamatan are still counted, so that one can be added.
        assert!(find_facets(&app, &there).await.unwrap().kecamatan.len() > 20);
    }

    async fn pages_follow_each_other_without_gap_or_repeat(app: TestApp) {
        with_products(&app, 130).await;
        for sort in Sort::ALL {
            let filter = Filter { sort, ..Filter::default() };
            let mut seen = Vec::new();
            let mut from = From::Start;
            let last = loop {
                let page = list_products(&app, &filter, from).await.unwrap();
                seen.extend(page.items.iter().map(|card| card.id));
                match page.after {
                    Some(cursor) => from = From::After(cursor),
                    None => break page,
                }
            };
            assert_eq!(seen.len(), 130);
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 130, "{sort:?}");
            let back = list_products(&app, &filter, From::Before(last.before.unwrap())).await.unwrap();
            assert_eq!(back.items.len(), PAGE);
        }
    }

    async fn a_product_page_shows_variants_badges_and_shop(app: TestApp) {
        with_products(&app, MARKET).await;
        let card = list_products(&app, &words("keripik pisang"), From::Start).await.unwrap().items.remove(0);
        let found = find_product(&app, &card.slug).await.unwrap().unwrap();
        assert_eq!(found.product.name, card.name);
        assert_eq!(found.variants.first().map(|variant| variant.price), Some(card.price));
        assert_eq!(found.pictures.len(), 1);
        assert_eq!(found.badges.iter().any(|badge| badge.kind == Kind::Halal), card.marks.halal(app.now().day()));
        assert!(found.related.iter().all(|other| other.id != card.id));
        let (shop, products) = find_shop(&app, &found.product.shop_slug).await.unwrap().unwrap();
        assert_eq!(shop.name, card.shop);
        assert!(products.iter().any(|other| other.id == card.id));
        assert!(find_product(&app, "tidak-ada").await.unwrap().is_none());
    }

    async fn a_badge_goes_out_by_itself_when_it_ends(app: TestApp) {
        with_products(&app, MARKET).await;
        let filter = Filter { pirt: true, ..Filter::default() };
        let card = list_products(&app, &filter, From::Start).await.unwrap().items.remove(0);
        let shown = async |app: &TestApp| {
            let found = find_product(app, &card.slug).await.unwrap().unwrap();
            found.badges.iter().any(|badge| badge.kind == Kind::Pirt)
        };
        assert!(shown(&app).await && card.marks.pirt(app.now().day()));
        // Valid until the last day of 2030.
        app.clock.advance(std::time::Duration::from_secs(86_400 * 365 * 5));
        assert!(!shown(&app).await);
        assert!(!card.marks.pirt(app.now().day()));
        assert!(list_products(&app, &filter, From::Start).await.unwrap().items.is_empty());
    }
}
