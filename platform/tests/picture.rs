//! Uploaded pictures, on both databases.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::picture::{MOST_BYTES, Unfit};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use platform::picture::{UploadError, WIDTHS, key, process_next, remove_unused};
use platform::shop::catalogue::{Filter, From, find_product, find_shop, list_products};
use platform::shop::pictures::{
    MOST, PictureError, add_product_picture, find_product_pictures, find_shop_picture, place_product_picture,
    remove_product_picture, remove_shop_picture, set_shop_picture,
};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, setup};
use proptest::prelude::*;
use uuid::Uuid;

/// Left half red, right half blue, with a green corner at the top left.
fn drawing(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, x < width / 4 && y < height / 4) {
        (_, true) => Rgb([0, 200, 0]),
        (true, _) => Rgb([220, 0, 0]),
        (false, _) => Rgb([0, 0, 220]),
    })
}

fn file(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.into().write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

fn png(width: u32, height: u32) -> Vec<u8> {
    file(drawing(width, height), ImageFormat::Png)
}

/// A photograph as a phone makes it, held upright: stored lying down, with an EXIF segment that says so and where it was
/// taken.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let image = drawing(width, height);
    let mut jpeg = jpeg_of(&image);
    let exif = exif_turned_right_with_place();
    let mut segment = vec![0xff, 0xe1];
    segment.extend((exif.len() as u16 + 2).to_be_bytes());
    segment.extend(exif);
    jpeg.splice(2..2, segment);
    jpeg
}

/// A file of the repository's fixtures would hide what is in it: the JPEG is put together here.
fn jpeg_of(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.encode_image(image).unwrap();
    bytes
}

const PLACE: &[u8] = b"Kp. Rahasia 12, Legok";

/// TIFF, big endian, two entries: orientation 6 (turn right), and a description.
fn exif_turned_right_with_place() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend([0x01, 0x0e, 0, 2, 0, 0, 0, PLACE.len() as u8, 0, 0, 0, 38]);
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
    exif.extend([0, 0, 0, 0]);
    exif.extend(PLACE);
    exif
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// The demo shop's owner, their shop's address, and one of their products.
async fn shop(app: &TestApp) -> (Actor, String, Uuid) {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 60).await.unwrap();
    let sql = "select u.owner_id, u.slug, p.id from product p join usaha u on u.id = p.usaha_id order by p.id limit 1";
    let (owner, slug, product): (Uuid, String, Uuid) = app.db.one(sql, args![]).await.unwrap().unwrap();
    (account(owner, Role::PelakuUsaha, &[]), slug, product)
}

/// As [`shop`], with a product that has no picture.
async fn bare(app: &TestApp) -> (Actor, String, Uuid) {
    let (owner, slug, product) = shop(app).await;
    let drawn = find_product_pictures(app, &owner, product).await.unwrap().pictures[0].id;
    remove_product_picture(app, &owner, product, drawn).await.unwrap();
    (owner, slug, product)
}

fn account(id: Uuid, role: Role, duties: &[Duty]) -> Actor {
    Actor::Account { id, roles: vec![role], duties: duties.into() }
}

async fn work(app: &TestApp) {
    while process_next(app).await.unwrap() {}
}

async fn ids(app: &TestApp, owner: &Actor, product: Uuid) -> Vec<Uuid> {
    find_product_pictures(app, owner, product).await.unwrap().pictures.iter().map(|picture| picture.id).collect()
}

async fn product_slug(app: &TestApp, product: Uuid) -> String {
    app.db.one::<(String,)>("select slug from product where id = $1", args![product]).await.unwrap().unwrap().0
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}

fn unfit(result: Result<(), PictureError>) -> Unfit {
    match result {
        Err(PictureError::Upload(UploadError::Unfit(unfit))) => unfit,
        other => panic!("{other:?}"),
    }
}

async fn decoded(app: &TestApp, id: Uuid, width: u32) -> (Vec<u8>, RgbImage) {
    let bytes = app.platform.blobs.get(&key(id, width)).await.unwrap().unwrap();
    let image = image::load_from_memory_with_format(&bytes, ImageFormat::WebP).unwrap().to_rgb8();
    (bytes, image)
}

on_both_databases! {
    async fn a_photograph_stands_upright_in_four_widths_and_tells_nothing_else(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        let photo = photograph(2000, 1500);
        assert!(holds(&photo, PLACE));
        add_product_picture(&app, &owner, product, photo).await.unwrap();
        let pictures = find_product_pictures(&app, &owner, product).await.unwrap().pictures;
        assert!(pictures[0].is_pending());
        assert!(find_product(&app, &product_slug(&app, product).await).await.unwrap().unwrap().pictures.is_empty());
        work(&app).await;
        for width in WIDTHS {
            let (bytes, image) = decoded(&app, pictures[0].id, width).await;
            assert_eq!(image.dimensions(), (width, width));
            for trace in [PLACE, b"Exif", b"EXIF", b"XMP ", b"ICCP"] {
                assert!(!holds(&bytes, trace), "{trace:?}");
            }
            assert!(width > 320 || bytes.len() < 15 * 1024, "{width}: {} bytes", bytes.len());
            // Turned right: what lay on the left is above, and the corner came to the top right.
            let at = |x: u32, y: u32| image.get_pixel(x * width / 100, y * width / 100).0;
            assert!(at(20, 20)[0] > 150, "red above: {:?}", at(20, 20));
            assert!(at(50, 80)[2] > 150, "blue below: {:?}", at(50, 80));
            assert!(at(97, 8)[1] > 120, "green at the top right: {:?}", at(97, 8));
        }
        // The catalogue shows it at once, as a photograph.
        let slug = product_slug(&app, product).await;
        let page = find_product(&app, &slug).await.unwrap().unwrap();
        assert_eq!((page.pictures, page.product.tint), (vec![pictures[0].id], 0));
        let cards = list_products(&app, &Filter::default(), From::Start).await.unwrap().items;
        let covers: BTreeSet<_> = cards.iter().filter(|card| card.id == product).map(|card| card.cover).collect();
        assert!(covers.iter().all(|cover| *cover == Some(pictures[0].id)));
        // The original goes, with the place in it.
        assert_eq!(app.blobs.keys("original/").len(), 1);
        remove_unused(&app).await.unwrap();
        assert_eq!(app.blobs.keys("original/"), Vec::<String>::new());
    }

    async fn a_small_picture_is_not_blown_up_and_transparency_is_white(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        let clear = image::RgbaImage::from_pixel(400, 500, image::Rgba([255, 0, 0, 0]));
        add_product_picture(&app, &owner, product, file(clear, ImageFormat::Png)).await.unwrap();
        add_product_picture(&app, &owner, product, file(drawing(700, 300), ImageFormat::WebP)).await.unwrap();
        work(&app).await;
        let found = ids(&app, &owner, product).await;
        for (id, side) in [(found[0], 400), (found[1], 300)] {
            for width in WIDTHS {
                let (_, image) = decoded(&app, id, width).await;
                assert_eq!(image.dimensions(), (width.min(side), width.min(side)));
            }
        }
        let (_, image) = decoded(&app, found[0], 160).await;
        assert!(image.get_pixel(80, 80).0.iter().all(|value| *value > 250));
    }

    async fn what_is_no_picture_is_refused_and_leaves_nothing(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        let (rows, files) = (count(&app, "select count(*) from picture").await, app.blobs.keys("").len());
        let whole = photograph(640, 480);
        // A bomb: a small file whose header says 30,000 x 30,000.
        let mut bomb = png(200, 200);
        bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        let header = crc32(&bomb[12..29]).to_be_bytes();
        bomb[29..33].copy_from_slice(&header);
        for (file, expected) in [
            (b"halo, saya foto.jpg".to_vec(), Unfit::Foreign),
            (whole[..whole.len() / 2].to_vec(), Unfit::Cut),
            (vec![0; MOST_BYTES + 1], Unfit::Heavy),
            (bomb, Unfit::Vast),
            (png(500, 100), Unfit::Small),
        ] {
            assert_eq!(unfit(add_product_picture(&app, &owner, product, file).await), expected);
        }
        assert_eq!(count(&app, "select count(*) from picture").await, rows);
        assert_eq!(app.blobs.keys("").len(), files);
    }

    async fn what_only_decoding_shows_to_be_broken_fails_with_a_reason(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        let mut broken = png(300, 300);
        let middle = broken.len() / 2;
        broken[middle - 40..middle].fill(0x55);
        add_product_picture(&app, &owner, product, broken).await.unwrap();
        work(&app).await;
        let pictures = find_product_pictures(&app, &owner, product).await.unwrap().pictures;
        assert_eq!(pictures[0].failure(), Some(Unfit::Unreadable));
        // It is never shown, and its file goes.
        assert!(find_product(&app, &product_slug(&app, product).await).await.unwrap().unwrap().pictures.is_empty());
        remove_unused(&app).await.unwrap();
        assert_eq!(app.blobs.keys("original/"), Vec::<String>::new());
    }

    async fn after_a_crash_the_picture_is_made_again(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        add_product_picture(&app, &owner, product, png(400, 400)).await.unwrap();
        // A server took it and died.
        let claim = "update picture set claimed_until = $1, attempts = 1 where state = 'pending'";
        app.db.run(claim, args![app.now().plus_seconds(120)]).await.unwrap();
        assert!(!process_next(&app).await.unwrap());
        app.clock.advance(Duration::from_secs(121));
        work(&app).await;
        assert_eq!(find_product_pictures(&app, &owner, product).await.unwrap().pictures[0].state, "ready");
    }

    async fn a_picture_that_brings_servers_down_is_given_up(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        add_product_picture(&app, &owner, product, png(400, 400)).await.unwrap();
        app.db.run("update picture set attempts = 4 where state = 'pending'", args![]).await.unwrap();
        work(&app).await;
        let pictures = find_product_pictures(&app, &owner, product).await.unwrap().pictures;
        assert_eq!(pictures[0].failure(), Some(Unfit::Unreadable));
    }

    async fn two_servers_make_each_picture_once(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        for side in 0..6 {
            add_product_picture(&app, &owner, product, png(200 + side, 200)).await.unwrap();
        }
        let mut servers = tokio::task::JoinSet::new();
        for _ in 0..2 {
            let app = app.clone();
            servers.spawn(async move { while process_next(&app).await.unwrap() {} });
        }
        servers.join_all().await;
        assert_eq!(count(&app, "select count(*) from picture where state = 'pending'").await, 0);
        assert_eq!(count(&app, "select cast(sum(attempts) as bigint) from picture").await, 6);
    }

    async fn a_full_disk_is_said_and_leaves_nothing_half_written(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        let rows = count(&app, "select count(*) from picture").await;
        app.blobs.set_full(true);
        let refused = add_product_picture(&app, &owner, product, png(400, 400)).await;
        assert!(matches!(refused, Err(PictureError::Upload(UploadError::Store(_)))), "{refused:?}");
        assert_eq!(count(&app, "select count(*) from picture").await, rows);
        // Full while the sizes are made: they are made when there is room again.
        app.blobs.set_full(false);
        add_product_picture(&app, &owner, product, png(400, 400)).await.unwrap();
        app.blobs.set_full(true);
        for _ in 0..9 {
            app.clock.advance(Duration::from_secs(31));
            work(&app).await;
        }
        assert!(find_product_pictures(&app, &owner, product).await.unwrap().pictures[0].is_pending());
        app.blobs.set_full(false);
        app.clock.advance(Duration::from_secs(31));
        work(&app).await;
        assert_eq!(find_product_pictures(&app, &owner, product).await.unwrap().pictures[0].state, "ready");
    }

    async fn the_owner_arranges_the_pictures_and_the_first_is_the_cover(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        for side in [200, 220, 240] {
            add_product_picture(&app, &owner, product, png(side, side)).await.unwrap();
        }
        // The same file again is the same form again.
        add_product_picture(&app, &owner, product, png(220, 220)).await.unwrap();
        work(&app).await;
        let before = ids(&app, &owner, product).await;
        assert_eq!(before.len(), 3);
        let slug = product_slug(&app, product).await;
        for _ in 0..2 {
            place_product_picture(&app, &owner, product, before[2], 0).await.unwrap();
            assert_eq!(ids(&app, &owner, product).await, [before[2], before[0], before[1]]);
        }
        assert_eq!(find_product(&app, &slug).await.unwrap().unwrap().pictures[0], before[2]);
        let cover = "select cover_id from product where id = $1";
        assert_eq!(app.db.one::<(Option<Uuid>,)>(cover, args![product]).await.unwrap().unwrap().0, Some(before[2]));
        place_product_picture(&app, &owner, product, before[2], 99).await.unwrap();
        assert_eq!(ids(&app, &owner, product).await, before);
        for _ in 0..2 {
            remove_product_picture(&app, &owner, product, before[0]).await.unwrap();
            assert_eq!(ids(&app, &owner, product).await, before[1..]);
        }
        assert_eq!(app.db.one::<(Option<Uuid>,)>(cover, args![product]).await.unwrap().unwrap().0, Some(before[1]));
        let unknown = place_product_picture(&app, &owner, product, before[0], 0).await;
        assert!(matches!(unknown, Err(PictureError::NotFound)));
    }

    async fn a_product_has_eight_pictures_however_they_arrive(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        let mut hands = tokio::task::JoinSet::new();
        for side in 0..12 {
            let (app, owner) = (app.clone(), owner.clone());
            hands.spawn(async move { add_product_picture(&app, &owner, product, png(200 + side, 200)).await });
        }
        let answers = hands.join_all().await;
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), MOST);
        assert!(answers.iter().filter(|answer| answer.is_err()).all(|answer| matches!(answer, Err(PictureError::Full))));
        assert_eq!(ids(&app, &owner, product).await.len(), MOST);
    }

    async fn what_nothing_shows_is_removed_after_an_hour(app: TestApp) {
        let (owner, _, product) = bare(&app).await;
        add_product_picture(&app, &owner, product, png(200, 200)).await.unwrap();
        add_product_picture(&app, &owner, product, png(200, 210)).await.unwrap();
        work(&app).await;
        let found = ids(&app, &owner, product).await;
        // One was ordered: the order keeps its picture.
        let sql = "insert into order_line (order_id, variant_id, position, product_name, product_slug, variant_label, cover_id, \
             tint, price, quantity) select o.id, v.id, 0, 'a', 'a', '', $1, 0, 1000, 1 from shop_order o, variant v limit 1";
        let ordered = an_order(&app).await && app.db.run(sql, args![found[1]]).await.unwrap() == 1;
        assert!(ordered);
        for id in &found {
            remove_product_picture(&app, &owner, product, *id).await.unwrap();
        }
        // One was stored, and the request broke off before anything showed it.
        let lost = app.new_id();
        app.platform.blobs.put(&format!("original/{}", lost.simple()), vec![1]).await.unwrap();
        let sql = "insert into picture (id, state, width, height, created_at, detached_at, has_original) \
             values ($1, 'pending', 0, 0, $2, $2, $3)";
        app.db.run(sql, args![lost, app.now(), true]).await.unwrap();
        remove_unused(&app).await.unwrap();
        assert!(app.platform.blobs.get(&key(found[0], 320)).await.unwrap().is_some());
        app.clock.advance(Duration::from_secs(3601));
        while remove_unused(&app).await.unwrap() > 0 {}
        assert!(app.platform.blobs.get(&key(found[0], 320)).await.unwrap().is_none());
        assert!(app.platform.blobs.get(&key(found[1], 320)).await.unwrap().is_some());
        assert_eq!(app.blobs.keys("original/"), Vec::<String>::new());
        assert_eq!(count(&app, "select count(*) from picture where detached_at is not null").await, 0);
    }

    async fn a_drawing_that_others_show_stays(app: TestApp) {
        let (owner, _, product) = shop(&app).await;
        let drawn = ids(&app, &owner, product).await[0];
        let sql = "insert into product_picture (product_id, picture_id, position) \
             select id, $2, 9 from product where id <> $1 order by id desc limit 1 on conflict do nothing";
        app.db.run(sql, args![product, drawn]).await.unwrap();
        remove_product_picture(&app, &owner, product, drawn).await.unwrap();
        app.clock.advance(Duration::from_secs(3601));
        remove_unused(&app).await.unwrap();
        let shown = count(&app, "select count(*) from product_picture pp where not exists (select 1 from picture x where x.id = pp.picture_id)").await;
        assert_eq!(shown, 0);
        assert!(app.platform.blobs.get(&key(drawn, 320)).await.unwrap().is_some());
    }

    async fn a_shop_shows_its_picture_when_it_is_ready(app: TestApp) {
        let (owner, slug, _) = shop(&app).await;
        assert!(find_shop_picture(&app, &owner).await.unwrap().picture.is_none());
        set_shop_picture(&app, &owner, png(300, 300)).await.unwrap();
        assert_eq!(find_shop(&app, &slug).await.unwrap().unwrap().0.picture, None);
        work(&app).await;
        let first = find_shop_picture(&app, &owner).await.unwrap().picture.unwrap().id;
        assert_eq!(find_shop(&app, &slug).await.unwrap().unwrap().0.picture, Some(first));
        set_shop_picture(&app, &owner, photograph(600, 400)).await.unwrap();
        work(&app).await;
        assert_ne!(find_shop(&app, &slug).await.unwrap().unwrap().0.picture, Some(first));
        for _ in 0..2 {
            remove_shop_picture(&app, &owner).await.unwrap();
        }
        assert_eq!(find_shop(&app, &slug).await.unwrap().unwrap().0.picture, None);
        app.clock.advance(Duration::from_secs(3601));
        while remove_unused(&app).await.unwrap() > 0 {}
        assert!(app.platform.blobs.get(&key(first, 160)).await.unwrap().is_none());
    }

    async fn only_the_owner_touches_pictures(app: TestApp) {
        let (owner, _, product) = shop(&app).await;
        let picture = ids(&app, &owner, product).await[0];
        let sql = "select owner_id from usaha where owner_id <> $1 limit 1";
        let (other,): (Uuid,) = app.db.one(sql, args![owner.id()]).await.unwrap().unwrap();
        let me = owner.id().unwrap();
        // Another owner, and somebody without a shop: it is not found.
        for actor in [account(other, Role::PelakuUsaha, &[]), account(app.new_id(), Role::Pembeli, &[])] {
            assert!(matches!(find_product_pictures(&app, &actor, product).await, Err(PictureError::NotFound)));
            let results = [
                add_product_picture(&app, &actor, product, png(200, 200)).await,
                place_product_picture(&app, &actor, product, picture, 0).await,
                remove_product_picture(&app, &actor, product, picture).await,
            ];
            assert!(results.iter().all(|result| matches!(result, Err(PictureError::NotFound))), "{results:?}");
        }
        // Roles that run no shop: not allowed, even with the owner's own account.
        let officer = account(me, Role::Petugas, Duty::ALL);
        for actor in [Actor::Guest, officer, account(me, Role::Pendamping, &[]), account(me, Role::Admin, &[])] {
            let results = [
                add_product_picture(&app, &actor, product, png(200, 200)).await,
                place_product_picture(&app, &actor, product, picture, 0).await,
                remove_product_picture(&app, &actor, product, picture).await,
                set_shop_picture(&app, &actor, png(200, 200)).await,
                remove_shop_picture(&app, &actor).await,
                find_product_pictures(&app, &actor, product).await.map(drop),
                find_shop_picture(&app, &actor).await.map(drop),
            ];
            assert!(results.iter().all(|result| matches!(result, Err(PictureError::Forbidden(_)))), "{results:?}");
        }
        assert_eq!(ids(&app, &owner, product).await, [picture]);
    }
}

/// Puts an order into the database, with nothing in it.
async fn an_order(app: &TestApp) -> bool {
    let (group, now) = (app.new_id(), app.now());
    let sql = "insert into checkout_group (id, token, buyer_name, buyer_phone, address, landmark, pin_hash, secret_hash, created_at) \
         values ($1, 'a', 'a', 'a', '', '', $2, $2, $3)";
    app.db.run(sql, args![group, [0_u8; 32], now]).await.unwrap();
    let sql = "insert into shop_order (id, number, group_id, usaha_id, phone_last4, status, paid, delivery, payment, subtotal, \
         delivery_fee, total, created_at, updated_at) select $1, 'a', $2, u.id, '0000', 'selesai', $3, 'ambil_di_toko', 'cod', 1, 0, 1, $4, $4 \
         from usaha u limit 1";
    app.db.run(sql, args![app.new_id(), group, true, now]).await.unwrap() == 1
}

/// The checksum of a PNG chunk.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever the sides: four squares, none wider than its name says or than the picture.
    #[test]
    fn sizes_never_exceed(width in 160..1500_u32, height in 160..1500_u32) {
        let bytes = jpeg_of(&drawing(width, height));
        platform::testing::run(platform::testing::Kind::Sqlite, move |app| async move {
            let (owner, _, _) = shop(&app).await;
            set_shop_picture(&app, &owner, bytes).await.unwrap();
            work(&app).await;
            let id = find_shop_picture(&app, &owner).await.unwrap().picture.unwrap().id;
            for named in WIDTHS {
                let (_, image) = decoded(&app, id, named).await;
                let side = named.min(width).min(height);
                assert_eq!(image.dimensions(), (side, side));
            }
        });
    }
}
