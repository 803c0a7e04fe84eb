//! What waits in the officers' rooms: shops to admit, numbers to verify, some that were refused or end soon.

use domain::account::Role;
use domain::shop::badge::{Action, State};
use domain::slug::slug;
use uuid::Uuid;

use super::tables::Tables;
use super::{ACCOUNTS, Badge, Demo, SHOPS, e164};
use crate::db::{DbError, Tx};
use crate::shop::listing::{self, Products};
use crate::{Platform, args};

/// A shop that is not public yet.
struct Waiting {
    name: &'static str,
    /// Its place beyond the demo shops, which decides on owner, phone and address; none of these has a NIB.
    index: usize,
    sells: &'static [&'static str],
    /// Days since it was handed in.
    days: i64,
    /// Which numbers of its foods are handed in too.
    numbers: &'static [&'static str],
    /// Why it was sent back.
    returned: Option<&'static str>,
}

const WAITING: &[Waiting] = &[
    Waiting {
        name: "Dapur Emak Ijah",
        index: 48,
        sells: &["keripik", "kacang"],
        days: 6,
        numbers: &["halal", "pirt"],
        returned: None,
    },
    Waiting { name: "Kerupuk Bu Aan", index: 55, sells: &["kerupuk"], days: 3, numbers: &["halal"], returned: None },
    Waiting { name: "Kopi Tubruk Jayanti", index: 62, sells: &["kopi-teh"], days: 1, numbers: &[], returned: None },
    Waiting {
        name: "Manisan Ceu Kokom",
        index: 69,
        sells: &["manisan"],
        days: 9,
        numbers: &[],
        returned: Some("Alamat belum lengkap: tulis nama jalan atau kampung, RT/RW, dan patokan."),
    },
];

/// Beyond any number of shops: their phones must differ. A multiple of 7, 20 and 29, so that NIB, owner and kecamatan are
/// those of the place.
const BEYOND: usize = 1_218_000;

/// Refused numbers of the demo owner's: product by place, and why.
const REFUSED: &[&str] = &[
    "Nomor tidak ditemukan di halaman pencarian BPJPH. Periksa lagi angka pada sertifikat.",
    "Nama pemegang pada sertifikat berbeda dengan nama usaha. Lampirkan surat keterangan atau pakai sertifikat sendiri.",
];

/// How much longer one of the demo owner's numbers is valid. Days.
const ENDS_IN: i64 = 20;

/// Adds what waits to demo data that already has `products` products.
pub(super) async fn seed(demo: &Demo<'_>, products: usize) -> Result<(), DbError> {
    let platform = demo.platform;
    let officer = ACCOUNTS.iter().find(|account| account.role == Role::Petugas).map(|account| e164(account.phone));
    let mut tx = platform.db.begin().await?;
    let (officer,): (Uuid,) =
        tx.one("select id from account where phone = $1", args![officer]).await?.ok_or(DbError::Lost { touched: 0 })?;
    let mut tables = Tables::new();
    for (index, waiting) in WAITING.iter().enumerate() {
        let (name, place) = (waiting.name.to_owned(), slug(waiting.name));
        let shop = demo.open_shop(&mut tables, BEYOND + waiting.index, name, place, waiting.sells);
        for round in 0..2 {
            demo.add_product(&mut tables, &shop, products + index * 2 + round, round);
        }
        tables.write(&mut tx).await?;
        hold_back(platform, &mut tx, shop.id, waiting, officer).await?;
    }
    hand_in_elsewhere(demo, &mut tx).await?;
    demo_owner(platform, &mut tx, officer).await?;
    tx.commit().await
}

/// The shop is not public, has sold nothing, and its numbers wait.
async fn hold_back(
    platform: &Platform,
    tx: &mut Tx,
    shop: Uuid,
    waiting: &Waiting,
    officer: Uuid,
) -> Result<(), DbError> {
    let handed_in = platform.now().plus_days(-waiting.days);
    let decided = waiting.returned.map(|_| platform.now().plus_days(-1));
    let sql = "update usaha set state = 'pending', state_reason = $2, created_at = $3, decided_at = $4 where id = $1";
    tx.run(sql, args![shop, waiting.returned, handed_in, decided]).await?;
    tx.run("update product set sold = 0, published_at = $2 where usaha_id = $1", args![shop, handed_in]).await?;
    for kind in ["halal", "pirt"].into_iter().filter(|kind| !waiting.numbers.contains(kind)) {
        tx.run("delete from badge where usaha_id = $1 and kind = $2", args![shop, kind]).await?;
    }
    let sql = "update badge set state = 'diajukan', decided_at = null, created_at = $2 where usaha_id = $1";
    tx.run(sql, args![shop, handed_in.plus_hours(2)]).await?;
    if let (Some(reason), Some(at)) = (waiting.returned, decided) {
        tx.run(
            "insert into usaha_event (id, usaha_id, at, by_account, decision, state, reason) \
             values ($1, $2, $3, $4, 'kembalikan', 'pending', $5)",
            args![platform.new_id(), shop, at, officer, reason],
        )
        .await?;
    }
    listing::refresh(platform, tx, Products::OfShop(shop)).await
}

/// Two numbers that need a second look: a P-IRT of another regency, and a trademark.
async fn hand_in_elsewhere(demo: &Demo<'_>, tx: &mut Tx) -> Result<(), DbError> {
    let mut tables = Tables::new();
    let without = "select p.id, p.usaha_id, u.name from product p join usaha u on u.id = p.usaha_id \
         join category c on c.slug = p.category where c.food and p.listed and p.pirt_until is null \
         order by p.slug limit 1";
    if let Some((product, shop, holder)) = tx.one::<(Uuid, Uuid, String)>(without, args![]).await? {
        let number = "206367101004229".to_owned();
        let until = Some("2029-12-31");
        demo.add_badge(
            &mut tables,
            Badge { kind: "pirt", number, holder: &holder, shop, product: Some(product), until },
        );
    }
    let batik = SHOPS.iter().find(|(name, _)| name.starts_with("Batik")).map_or("", |(name, _)| name);
    if let Some((shop,)) = tx.one::<(Uuid,)>("select id from usaha where name = $1", args![batik]).await? {
        let number = "IDM001204518".to_owned();
        demo.add_badge(&mut tables, Badge { kind: "merek", number, holder: batik, shop, product: None, until: None });
    }
    tables.write(tx).await?;
    let sql = "update badge set state = 'diajukan', decided_at = null, created_at = $1 \
         where number in ('206367101004229', 'IDM001204518')";
    tx.run(sql, args![demo.platform.now().plus_days(-2)]).await.map(drop)
}

/// The demo owner has refused halal numbers to put right, and a P-IRT that ends soon.
async fn demo_owner(platform: &Platform, tx: &mut Tx, officer: Uuid) -> Result<(), DbError> {
    let first = "select id from usaha where name = $1";
    let Some((shop,)) = tx.one::<(Uuid,)>(first, args![SHOPS[0].0]).await? else { return Ok(()) };
    let halal = "select b.id, b.number from badge b join product p on p.id = b.product_id \
         where b.usaha_id = $1 and b.kind = 'halal' order by p.slug";
    let halal: Vec<(Uuid, String)> = tx.all(halal, args![shop]).await?;
    let at = platform.now().plus_days(-4);
    for ((badge, number), reason) in halal.iter().zip(REFUSED) {
        let sql = "update badge set state = 'ditolak', reason = $2, decided_by = $3, decided_at = $4 where id = $1";
        tx.run(sql, args![*badge, *reason, officer, at]).await?;
        tx.run(
            "insert into badge_event (id, badge_id, at, by_account, action, state, number, reason) \
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            args![
                platform.new_id(),
                *badge,
                at,
                officer,
                Action::Refuse.as_str(),
                State::Ditolak.as_str(),
                number,
                *reason
            ],
        )
        .await?;
    }
    let until = platform.now().day().plus(ENDS_IN);
    let ending = "select b.id, b.number from badge b join product p on p.id = b.product_id \
         where b.usaha_id = $1 and b.kind = 'pirt' order by p.slug desc limit 1";
    if let Some((badge, number)) = tx.one::<(Uuid, String)>(ending, args![shop]).await? {
        let number = format!("{}{:02}", &number[..13], until.date().0 % 100);
        let sql = "update badge set number = $2, valid_until = $3 where id = $1";
        tx.run(sql, args![badge, number, until.to_string()]).await?;
    }
    listing::refresh(platform, tx, Products::OfShop(shop)).await
}
