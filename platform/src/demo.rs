//! A believable regency to look around in. The same number makes the same shops and products; dates are around today.

mod cases;
mod complaints;
mod copies;
mod goods;
mod mentoring;
mod office;
mod orders;
mod past;
mod pictures;
mod tables;
mod training;

use domain::account::{Duty, Role};
use domain::phone::Phone;
use domain::slug::slug;
use uuid::Uuid;

use self::goods::{GOODS, Good, MORE_SHOPS, SHOPS};
use self::tables::Tables;
use crate::db::DbError;
use crate::ports::BlobError;
use crate::reference::{Reference, Region};
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
    /// What an officer is in charge of.
    pub duties: &'static [Duty],
    name: &'static str,
}

impl DemoAccount {
    /// The duty of an officer who has only one.
    pub fn only_duty(&self) -> Option<Duty> {
        if let [duty] = self.duties { Some(*duty) } else { None }
    }
}

/// One demo account per role, then one per duty with permit cases: nobody examines and decides the same case. The business
/// owner's shop is the first of [`SHOPS`].
pub const ACCOUNTS: &[DemoAccount] = &[
    DemoAccount { role: Role::Pembeli, phone: "0811-1000-0001", duties: &[], name: "Siti Nurjanah" },
    DemoAccount { role: Role::PelakuUsaha, phone: "0811-1000-0002", duties: &[], name: "Rohimah" },
    DemoAccount { role: Role::Petugas, phone: "0811-1000-0003", duties: Duty::ALL, name: "Hendra Saputra" },
    DemoAccount { role: Role::Pendamping, phone: "0811-1000-0004", duties: &[], name: "Rina Marlina" },
    DemoAccount { role: Role::Admin, phone: "0811-1000-0005", duties: &[], name: "Bambang Hidayat" },
    officer("0811-1000-0011", &[Duty::Loket], "Wiwin Setiawati"),
    officer("0811-1000-0012", &[Duty::Verifikator], "Rina Kartika"),
    officer("0811-1000-0013", &[Duty::Lapangan], "Yudi Permana"),
    officer("0811-1000-0014", &[Duty::Penyetuju], "Dadang Sudrajat"),
    officer("0811-1000-0015", &[Duty::Bendahara], "Nani Suryani"),
];

const fn officer(phone: &'static str, duties: &'static [Duty], name: &'static str) -> DemoAccount {
    DemoAccount { role: Role::Petugas, phone, duties, name }
}

/// How much demo data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Products; with more than the market of [`SHOPS`] holds come more shops.
    pub products: usize,
    /// Orders over the last year.
    pub orders: u32,
    /// Permit cases; with more than the stories of the demo, the others are copies of theirs.
    pub cases: u32,
    /// Seats of one more class, whose registration is open and for which nobody has registered yet; 0 without it.
    pub seats: u32,
}

/// What a new site is filled with.
pub const AMOUNT: Amount = Amount { products: 200, orders: 320, cases: 980, seats: 0 };

/// A shop sells about so many products.
const PRODUCTS_PER_SHOP: usize = 12;
/// So many products are written at once.
const AT_ONCE: usize = 500;

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
    /// A permit case, a complaint, a class or a mentoring did not go as told.
    #[error("demo data: permit cases, complaints, classes and mentorings")]
    Case(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl SeedError {
    fn case(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        SeedError::Case(Box::new(error))
    }
}

/// Loads demo data with this many products into a database that has no shop yet; answers whether it did. With fewer
/// than the usual number (in tests) nobody has ordered yet.
///
/// # Errors
/// When the database or the picture store refuses.
pub async fn seed(platform: &Platform, products: usize) -> Result<bool, SeedError> {
    let orders = if products < AMOUNT.products { 0 } else { AMOUNT.orders };
    seed_with(platform, Amount { products, orders, cases: 0, seats: 0 }).await
}

/// As [`seed`], of any size: 100,000 products in a minute.
///
/// # Errors
/// When the database or the picture store refuses.
pub async fn seed_with(platform: &Platform, amount: Amount) -> Result<bool, SeedError> {
    let known: Option<(i64,)> = platform.db.one("select count(*) from usaha", args![]).await?;
    if known.is_some_and(|(count,)| count > 0) {
        return Ok(false);
    }
    let reference = platform.reference().await?;
    let pictures = pictures::store(platform).await?;
    let mut tx = platform.db.begin().await?;
    pictures.insert(platform, &mut tx).await?;
    let demo = Demo {
        platform,
        reference,
        pictures: &pictures,
        owner_hash: crate::account::password::hash(platform, PASSWORD),
    };
    let mut tables = Tables::new();
    let accounts = ACCOUNTS.iter().chain([&mentoring::SECOND_MENTOR]);
    for account in accounts.filter(|account| account.role != Role::PelakuUsaha) {
        let owner = Owner { id: platform.new_id(), name: account.name, role: account.role, duties: account.duties };
        demo.add_account(&mut tables, owner, &e164(account.phone));
    }
    let count = SHOPS.len().max(amount.products / PRODUCTS_PER_SHOP);
    let shops: Vec<Shop> = (0..count).map(|index| demo.add_shop(&mut tables, index)).collect();
    for nth in 0..amount.products {
        demo.add_product(&mut tables, &shops[nth % shops.len()], nth, nth / shops.len());
        if nth % AT_ONCE == 0 {
            tables.write(&mut tx).await?;
        }
    }
    tables.write(&mut tx).await?;
    tx.commit().await?;
    orders::seed(platform, amount.orders.into()).await?;
    if amount.products >= AMOUNT.products {
        office::seed(&demo, amount.products).await?;
        cases::seed(platform).await?;
        copies::seed(platform, amount.cases as usize).await?;
        complaints::seed(platform).await?;
        training::seed(platform).await?;
        mentoring::seed(platform).await?;
    }
    if amount.seats > 0 {
        training::seed_open(platform, amount.seats.into()).await?;
    }
    platform.db.refresh_statistics().await?;
    Ok(true)
}

/// A shop that products are made for.
struct Shop {
    id: Uuid,
    index: usize,
    name: String,
    kecamatan: String,
    nib: bool,
    /// What it may make, and how.
    choices: Vec<(&'static Good, &'static str)>,
}

/// Whose account it is.
struct Owner {
    id: Uuid,
    name: &'static str,
    role: Role,
    duties: &'static [Duty],
}

/// What rows are made from.
struct Demo<'a> {
    platform: &'a Platform,
    reference: &'a Reference,
    pictures: &'a pictures::Stored,
    owner_hash: String,
}

impl Demo<'_> {
    /// Adds the nth shop of all.
    fn add_shop(&self, tables: &mut Tables, index: usize) -> Shop {
        match SHOPS.get(index) {
            Some((name, sells)) => self.open_shop(tables, index, (*name).to_owned(), slug(name), sells),
            // More than the market holds: the same trade, by its owner and village.
            None => {
                let (trade, sells) = MORE_SHOPS[index % MORE_SHOPS.len()];
                let kecamatan = &self.reference.kecamatan[(index * 7) % self.reference.kecamatan.len()];
                let name = format!("{trade} {} {}", OWNERS[index % OWNERS.len()], self.village(kecamatan, index).name);
                let slug = format!("{}-{index}", slug(&name));
                self.open_shop(tables, index, name, slug, sells)
            }
        }
    }

    fn village(&self, kecamatan: &Region, index: usize) -> &Region {
        let villages = self.reference.desa(&kecamatan.code);
        &villages[(index * 5) % villages.len()]
    }

    /// Adds an open shop; its index decides on owner, phone and place.
    fn open_shop(
        &self,
        tables: &mut Tables,
        index: usize,
        name: String,
        slug: String,
        sells: &'static [&'static str],
    ) -> Shop {
        let Self { platform, reference, .. } = self;
        let owner_name = OWNERS[index % OWNERS.len()];
        // A shop that names a kecamatan lies there; the others are spread.
        let spread = &reference.kecamatan[(index * 7) % reference.kecamatan.len()];
        let kecamatan = reference.kecamatan.iter().find(|k| name.contains(&k.name)).unwrap_or(spread);
        let desa = self.village(kecamatan, index);
        let owner = platform.new_id();
        // The first shop belongs to the demo account of its role.
        let phone = match index {
            0 => e164(ACCOUNTS[1].phone),
            _ => format!("+62812{:08}", (70_000_000 + index * 1_037) % 100_000_000),
        };
        let person = Owner { id: owner, name: owner_name, role: Role::PelakuUsaha, duties: &[] };
        self.add_account(tables, person, &phone);
        let id = platform.new_id();
        let opened = platform.now().plus_days(-(40 + (index as i64 * 37) % 600));
        tables.usaha.add(args![
            id,
            slug,
            &name,
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
            owner_name,
            "open",
            opened,
            opened
        ]);
        for (neighbour, served) in reference.kecamatan.iter().enumerate() {
            let distance = (neighbour + 29 - (index * 7) % 29) % 29;
            if served.code == kecamatan.code || distance < 9 {
                let fee = if served.code == kecamatan.code { 5_000 } else { 8_000 + 1_000 * (distance as i64 / 2) };
                tables.courier_fee.add(args![id, &served.code, fee]);
            }
        }
        let nib = index % 7 != 6;
        if nib {
            let number = format!("12{:011}", 4_230_087_614_u64 + index as u64 * 104_729);
            self.add_badge(tables, Badge { kind: "nib", number, holder: &name, shop: id, product: None, until: None });
        }
        let suits = GOODS.iter().filter(|good| sells.contains(&good.category));
        let choices = suits.flat_map(|good| good.styles.iter().map(move |style| (good, *style))).collect();
        Shop { id, index, name, kecamatan: kecamatan.code.clone(), nib, choices }
    }

    fn add_account(&self, tables: &mut Tables, Owner { id, name, role, duties }: Owner, phone: &str) {
        let now = self.platform.now();
        tables.account.add(args![id, name, phone, &self.owner_hash, "active", now]);
        let duties = duties.iter().map(|duty| duty.as_str()).chain((role != Role::Petugas).then_some(""));
        for duty in duties {
            tables.account_grant.add(args![id, role.as_str(), duty, now]);
        }
    }

    fn add_badge(&self, tables: &mut Tables, badge: Badge) {
        let Badge { kind, number, holder, shop, product, until } = badge;
        let (id, decided) = (self.platform.new_id(), self.platform.now().plus_days(-21));
        tables.badge.add(args![id, kind, number, holder, shop, product, until, "terverifikasi", decided, decided]);
    }

    /// Adds the nth product of all, which the shop makes in its `round`.
    fn add_product(&self, tables: &mut Tables, shop: &Shop, nth: usize, round: usize) {
        let Self { platform, reference, pictures, .. } = self;
        // Every third way first, so that a shop's first products differ.
        let (good, style) = shop.choices[(round * 3 + shop.index) % shop.choices.len()];
        // How often this shop has made the same before: only large data sets repeat.
        let series = round / shop.choices.len();
        let category = reference.category(good.category).expect("a demo product lies in a category");
        let root = category.parent.as_deref().unwrap_or(&category.slug);
        let suffix = if series == 0 { String::new() } else { format!(" seri {}", series + 1) };
        // Some are one product with a choice of flavours instead.
        let (name, flavours) = match category.food && nth % 6 == 4 {
            true => (format!("{}{suffix}", good.name), good.styles),
            false => (format!("{} {style}{suffix}", good.name), &[""][..]),
        };
        let sizes = good.sizes.len();
        let choices = flavours.len() * sizes;
        let id = platform.new_id();
        let cover = pictures.id(good.picture);
        let factor = |size: usize| [100, 190, 360][size.min(2)];
        let price = |size: usize| round_price((good.price + 500 * (nth as i64 % 5)) * factor(size) / 100);
        let stock = |choice: usize| [24, 7, 40, 0, 15, 3, 60][(nth + choice * 3) % 7];
        let available = (0..choices).any(|choice| stock(choice) > 0);
        let food = category.food;
        let halal = food && nth % 6 != 5;
        let pirt = food && root != "jasa" && nth % 4 != 3;
        let published = platform.now().plus_hours(-((nth as i64 * 19) % 9_000));
        // A few sell a lot, most a little.
        let luck = (nth as i64 * 7_919) % 1_000;
        let sold = luck * luck * luck / 1_000_000 * luck / 800;
        let kecamatan = reference.kecamatan_name(&shop.kecamatan);
        let words = search_text(&name, &shop.name, &category.name_id, kecamatan);
        tables.add_words(&words);
        tables.product.add(args![
            id,
            shop.id,
            format!("{}-{:04}", slug(&name), nth + 1),
            good.category,
            root,
            &name,
            format!(
                "{name} buatan {}, {kecamatan}. Dibuat sesuai pesanan dalam jumlah kecil, tanpa perantara.",
                shop.name
            ),
            good.composition,
            if food { good.sizes[0] } else { "" },
            if food { "3 bulan, simpan rapat" } else { "" },
            "published",
            &shop.kecamatan,
            true,
            available,
            price(0),
            price(sizes - 1),
            sold,
            cover,
            category.tint,
            halal.then_some("9999-12-31"),
            pirt.then_some(PIRT_UNTIL),
            shop.nib.then_some("9999-12-31"),
            &words,
            published,
            published,
            published
        ]);
        tables.product_picture.add(args![id, cover, 0]);
        for choice in 0..choices {
            let (flavour, size) = (capital(flavours[choice / sizes]), choice % sizes);
            let (variant, pieces, weight) = (platform.new_id(), stock(choice), 250 * (size as i64 + 1));
            let place = choice as i64;
            tables.variant.add(args![variant, id, flavour, good.sizes[size], price(size), weight, place, false]);
            tables.stock.add(args![variant, pieces, 0]);
            tables.stock_movement.add(args![platform.new_id(), variant, "adjust", pieces, published]);
        }
        let badge =
            |kind, number, until| Badge { kind, number, holder: &shop.name, shop: shop.id, product: Some(id), until };
        if halal {
            self.add_badge(tables, badge("halal", format!("ID36110{:09}", 4_518_820 + nth * 13), None));
        }
        if pirt {
            self.add_badge(tables, badge("pirt", format!("2153603{:06}30", 10_100 + nth), Some(PIRT_UNTIL)));
        }
    }
}

/// A verified trust mark of a shop, or of one of its products.
struct Badge<'a> {
    kind: &'static str,
    number: String,
    holder: &'a str,
    shop: Uuid,
    product: Option<Uuid>,
    until: Option<&'static str>,
}

fn e164(phone: &str) -> String {
    Phone::parse(phone).expect("a demo number is a number").as_str().to_owned()
}

/// "pedas manis" as "Pedas manis".
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
