//! A believable regency to look around in. The same number makes the same shops and products; dates are around today.

mod goods;
mod office;
mod orders;
mod pictures;

use domain::account::{Duty, Role};
use domain::phone::Phone;
use domain::slug::slug;
use uuid::Uuid;

use self::goods::{GOODS, Good, SHOPS};
use crate::db::{DbError, Tx};
use crate::ports::BlobError;
use crate::reference::Reference;
use crate::shop::listing::search_text;
use crate::{Platform, args};

/// The password of every demo account; shown on the sign-in page in demo mode, which production refuses.
pub const PASSWORD: &str = "rumah-sikum-2026";

/// A demo account.
#[derive(Debug)]
pub struct DemoAccount {
    /// What it shows.
    pub role: Role,
    /// What it signs in with.
    pub phone: &'static str,
    name: &'static str,
}

/// One demo account per role. The business owner's shop is the first of [`SHOPS`].
pub const ACCOUNTS: &[DemoAccount] = &[
    DemoAccount { role: Role::Pembeli, phone: "0811-1000-0001", name: "Siti Nurjanah" },
    DemoAccount { role: Role::PelakuUsaha, phone: "0811-1000-0002", name: "Rohimah" },
    DemoAccount { role: Role::Petugas, phone: "0811-1000-0003", name: "Hendra Saputra" },
    DemoAccount { role: Role::Pendamping, phone: "0811-1000-0004", name: "Rina Marlina" },
    DemoAccount { role: Role::Admin, phone: "0811-1000-0005", name: "Bambang Hidayat" },
];

/// From so many products on the demo data has a history of orders too; tests with fewer need none.
const WITH_ORDERS: usize = 200;

/// The end of the demo products' P-IRT numbers: it stands in their last two digits.
const PIRT_UNTIL: &str = "2030-12-31";

/// Why demo data could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// The database refused.
    #[error("demo data: database")]
    Db(#[from] DbError),
    /// A picture could not be stored.
    #[error("demo data: pictures")]
    Blob(#[from] BlobError),
}

/// Loads demo data with this many products into a database that has no shop yet; answers whether it did.
///
/// # Errors
/// When the database or the picture store refuses.
pub async fn seed(platform: &Platform, products: usize) -> Result<bool, SeedError> {
    let known: Option<(i64,)> = platform.db.one("select count(*) from usaha", args![]).await?;
    if known.is_some_and(|(count,)| count > 0) {
        return Ok(false);
    }
    let reference = platform.reference().await?;
    let pictures = pictures::store(platform).await?;
    let mut tx = platform.db.begin().await?;
    pictures.insert(platform, &mut tx).await?;
    let owner_hash = crate::account::password::hash(platform, PASSWORD);
    for account in ACCOUNTS.iter().filter(|account| account.role != Role::PelakuUsaha) {
        let (id, phone) = (platform.new_id(), e164(account.phone));
        insert_account(platform, &mut tx, id, account.name, &phone, account.role, &owner_hash).await?;
    }
    let mut shops = Vec::new();
    for (index, (name, sells)) in SHOPS.iter().enumerate() {
        shops.push((insert_shop(platform, &mut tx, reference, &owner_hash, index, name).await?, *name, *sells));
    }
    let mut made = 0;
    'all: for round in 0.. {
        for (shop_index, (shop, shop_name, sells)) in shops.iter().enumerate() {
            let suits = GOODS.iter().filter(|good| sells.contains(&good.category));
            let choices: Vec<(&Good, &str)> =
                suits.flat_map(|good| good.styles.iter().map(move |style| (good, *style))).collect();
            // Every third way first, so that a shop's first products differ.
            let pick = (round * 3 + shop_index) % choices.len();
            let (good, style) = choices[pick];
            let series = round / choices.len();
            let new = NewProduct { shop: *shop, shop_name, good, style, series, nth: made };
            new.insert(platform, &mut tx, reference, &pictures).await?;
            made += 1;
            if made == products {
                break 'all;
            }
        }
    }
    tx.commit().await?;
    if products >= WITH_ORDERS {
        orders::seed(platform).await?;
        office::seed(platform, reference, &pictures, &owner_hash, products).await?;
    }
    Ok(true)
}

#[derive(Clone, Copy)]
struct Shop {
    id: Uuid,
    kecamatan: &'static str,
    nib: bool,
}

async fn insert_shop(
    platform: &Platform,
    tx: &mut Tx,
    reference: &Reference,
    owner_hash: &str,
    index: usize,
    name: &str,
) -> Result<Shop, DbError> {
    // A shop that names a kecamatan lies there; the others are spread.
    let kecamatan = reference
        .kecamatan
        .iter()
        .find(|kecamatan| name.contains(&kecamatan.name))
        .unwrap_or(&reference.kecamatan[(index * 7) % reference.kecamatan.len()]);
    let villages = reference.desa(&kecamatan.code);
    let desa = &villages[(index * 5) % villages.len()];
    let now = platform.now();
    let owner = platform.new_id();
    // The first shop belongs to the demo account of its role.
    let phone = match index {
        0 => e164(ACCOUNTS[1].phone),
        _ => format!("+62812{:08}", 70_000_000 + index * 1_037),
    };
    insert_account(platform, tx, owner, OWNERS[index % OWNERS.len()], &phone, Role::PelakuUsaha, owner_hash).await?;
    let id = platform.new_id();
    let opened = now.plus_days(-(40 + (index as i64 * 37) % 600));
    tx.run(
        "insert into usaha (id, slug, name, owner_id, kecamatan, desa, address, description, opening_hours, phone, \
         pickup, courier, cod, transfer, bank_name, bank_account, bank_holder, state, created_at, decided_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'open', $18, $18)",
        args![
            id,
            slug(name),
            name,
            owner,
            &kecamatan.code,
            &desa.code,
            format!("Kp. {} No. {}, RT {:02}/RW {:02}", desa.name, 3 + (index * 7) % 60, 1 + index % 6, 1 + index % 4),
            format!(
                "Usaha keluarga di {}, {}. Dibuat sendiri dalam jumlah kecil, dikirim selagi baru.",
                desa.name, kecamatan.name
            ),
            ["Senin–Sabtu 08.00–17.00", "Setiap hari 07.00–19.00", "Senin–Jumat 09.00–16.00"][index % 3],
            &phone,
            true,
            index % 5 != 4,
            true,
            true,
            ["Bank BJB", "BRI", "Bank Banten"][index % 3],
            format!("00{:010}", 1_234_500_000_u64 + index as u64 * 7_919),
            OWNERS[index % OWNERS.len()],
            opened
        ],
    )
    .await?;
    for (neighbour, served) in reference.kecamatan.iter().enumerate() {
        let distance = (neighbour + 29 - (index * 7) % 29) % 29;
        if served.code == kecamatan.code || distance < 9 {
            let fee = if served.code == kecamatan.code { 5_000 } else { 8_000 + 1_000 * (distance as i64 / 2) };
            tx.run(
                "insert into courier_fee (usaha_id, kecamatan, fee) values ($1, $2, $3)",
                args![id, &served.code, fee],
            )
            .await?;
        }
    }
    let nib = index % 7 != 6;
    if nib {
        let number = format!("12{:011}", 4_230_087_614_u64 + index as u64 * 104_729);
        insert_badge(platform, tx, "nib", &number, name, id, None, None).await?;
    }
    let code: &'static str = Box::leak(kecamatan.code.clone().into_boxed_str());
    Ok(Shop { id, kecamatan: code, nib })
}

fn e164(phone: &str) -> String {
    Phone::parse(phone).expect("a demo number is a number").as_str().to_owned()
}

async fn insert_account(
    platform: &Platform,
    tx: &mut Tx,
    id: Uuid,
    name: &str,
    phone: &str,
    role: Role,
    hash: &str,
) -> Result<(), DbError> {
    let now = platform.now();
    tx.run(
        "insert into account (id, name, phone, email, password_hash, state, created_at) \
         values ($1, $2, $3, null, $4, 'active', $5)",
        args![id, name, phone, hash, now],
    )
    .await?;
    let duties = if role == Role::Petugas { Duty::ALL } else { &[] };
    let duties = duties.iter().map(|duty| duty.as_str()).chain((role != Role::Petugas).then_some(""));
    for duty in duties {
        tx.run(
            "insert into account_grant (account_id, role, duty, granted_at) values ($1, $2, $3, $4)",
            args![id, role.as_str(), duty, now],
        )
        .await?;
    }
    Ok(())
}

#[allow(clippy::too_many_arguments)]
async fn insert_badge(
    platform: &Platform,
    tx: &mut Tx,
    kind: &str,
    number: &str,
    holder: &str,
    shop: Uuid,
    product: Option<Uuid>,
    valid_until: Option<String>,
) -> Result<(), DbError> {
    tx.run(
        "insert into badge (id, kind, number, holder, usaha_id, product_id, valid_until, state, decided_at, created_at) \
         values ($1, $2, $3, $4, $5, $6, $7, 'terverifikasi', $8, $8)",
        args![platform.new_id(), kind, number, holder, shop, product, valid_until, platform.now().plus_days(-21)],
    )
    .await
    .map(drop)
}

struct NewProduct<'a> {
    shop: Shop,
    shop_name: &'a str,
    good: &'a Good,
    style: &'a str,
    /// How often this shop has made the same before: only large data sets repeat.
    series: usize,
    nth: usize,
}

impl NewProduct<'_> {
    async fn insert(
        &self,
        platform: &Platform,
        tx: &mut Tx,
        reference: &Reference,
        pictures: &pictures::Stored,
    ) -> Result<(), DbError> {
        let Self { shop, shop_name, good, style, series, nth } = self;
        let category = reference.category(good.category).expect("a demo product lies in a category");
        let root = category.parent.as_deref().unwrap_or(&category.slug);
        let suffix = if *series == 0 { String::new() } else { format!(" seri {}", series + 1) };
        let name = format!("{} {style}{suffix}", good.name);
        let id = platform.new_id();
        let cover = pictures.id(good.picture);
        let factor = |size: usize| [100, 190, 360][size.min(2)];
        let price = |size: usize| round_price((good.price + 500 * (*nth as i64 % 5)) * factor(size) / 100);
        let stock = |size: usize| [24, 7, 40, 0, 15, 3, 60][(nth + size * 3) % 7];
        let available = (0..good.sizes.len()).any(|size| stock(size) > 0);
        let food = category.food;
        let halal = food && nth % 6 != 5;
        let pirt = food && root != "jasa" && nth % 4 != 3;
        let published = platform.now().plus_hours(-((*nth as i64 * 19) % 9_000));
        // A few sell a lot, most a little.
        let luck = (*nth as i64 * 7_919) % 1_000;
        let sold = luck * luck * luck / 1_000_000 * luck / 800;
        let kecamatan = reference.kecamatan_name(shop.kecamatan);
        let search = search_text(&name, shop_name, &category.name_id, kecamatan);
        tx.run(
            "insert into product (id, usaha_id, slug, category, category_root, name, description, composition, net_weight, \
             shelf_life, state, kecamatan, listed, available, price_min, price_max, sold, cover_id, tint, halal_until, pirt_until, nib_until, \
             search_text, created_at, published_at, updated_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'published', $11, $12, $13, $14, $15, $16, $17, $18, $19, \
             $20, $21, $22, $23, $23, $23)",
            args![
                id,
                shop.id,
                format!("{}-{:04}", slug(&name), nth + 1),
                good.category,
                root,
                &name,
                format!("{name} buatan {shop_name}, {kecamatan}. Dibuat sesuai pesanan dalam jumlah kecil, tanpa perantara."),
                good.composition,
                if food { good.sizes[0] } else { "" },
                if food { "3 bulan, simpan rapat" } else { "" },
                shop.kecamatan,
                true,
                available,
                price(0),
                price(good.sizes.len() - 1),
                sold,
                cover,
                category.tint,
                halal.then_some("9999-12-31"),
                pirt.then_some(PIRT_UNTIL),
                shop.nib.then_some("9999-12-31"),
                search,
                published
            ],
        )
        .await?;
        tx.run("insert into product_picture (product_id, picture_id, position) values ($1, $2, 0)", args![id, cover])
            .await?;
        for (size, label) in good.sizes.iter().enumerate() {
            let variant = platform.new_id();
            tx.run(
                "insert into variant (id, product_id, option1, option2, price, weight_gram, position, archived) \
                 values ($1, $2, '', $3, $4, $5, $6, $7)",
                args![variant, id, *label, price(size), 250 * (size as i64 + 1), size as i64, false],
            )
            .await?;
            tx.run("insert into stock (variant_id, on_hand, reserved) values ($1, $2, 0)", args![variant, stock(size)])
                .await?;
            tx.run(
                "insert into stock_movement (id, variant_id, kind, quantity, at) values ($1, $2, 'adjust', $3, $4)",
                args![platform.new_id(), variant, stock(size), published],
            )
            .await?;
        }
        if halal {
            let number = format!("ID36110{:09}", 4_518_820 + nth * 13);
            insert_badge(platform, tx, "halal", &number, shop_name, shop.id, Some(id), None).await?;
        }
        if pirt {
            let number = format!("2153603{:06}30", 10_100 + nth);
            let until = Some(PIRT_UNTIL.to_owned());
            insert_badge(platform, tx, "pirt", &number, shop_name, shop.id, Some(id), until).await?;
        }
        Ok(())
    }
}

/// Prices end in 500 or 000.
fn round_price(price: i64) -> i64 {
    (price + 250) / 500 * 500
}

const OWNERS: &[&str] = &[
    "Rohimah",
    "Sarmin",
    "Euis Kartika",
    "Lilis Suryani",
    "Citra Lestari",
    "Ahmad Fauzi",
    "Mamat Suherman",
    "Yayah",
    "Dewi Anggraini",
    "Agus Setiawan",
    "Onah",
    "Nurhayati",
    "Dedi Kurniawan",
    "Siti Aminah",
    "Bambang Hidayat",
    "Wawan Gunawan",
    "Tuti Alawiyah",
    "Hendra Saputra",
    "Rina Marlina",
    "Jajang Nurjaman",
];
