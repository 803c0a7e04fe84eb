//! What an empty database needs before anyone can use it: regions, categories, services, days off, subjects of training.

use std::io::Read;

use crate::db::{DbError, Tx};
use crate::permit::{load_holidays, load_services};
use crate::shop::category::load_categories;
use crate::training::load_training_categories;
use crate::{Platform, args};

/// All regions of the country with postcodes (MIT, see LICENSE-wilayah.txt).
static REGIONS: &[u8] = include_bytes!("../data/wilayah.csv.gz");

/// Loads the regions of a regency (for example `36.03`) and the categories, the services, the days off and the subjects of
/// training, whatever the database has none of.
///
/// # Errors
/// When the database does not answer.
pub async fn prepare(platform: &Platform, regency: &str) -> Result<(), DbError> {
    let count = "select (select count(*) from region), (select count(*) from service), (select count(*) from holiday), \
         (select count(*) from training_category)";
    // A database that cannot be written to now, and needs nothing, does not keep anybody from reading.
    let complete = |(regions, services, holidays, training): (i64, i64, i64, i64)| {
        regions.min(services).min(holidays).min(training) > 0
    };
    if platform.db.one(count, args![]).await?.is_some_and(complete) {
        return Ok(());
    }
    let mut tx = platform.db.begin().await?;
    let (regions, services, holidays, training): (i64, i64, i64, i64) =
        tx.one(count, args![]).await?.unwrap_or_default();
    if regions == 0 {
        load_regions(&mut tx, regency).await?;
        load_categories(&mut tx).await?;
    }
    if services == 0 {
        load_services(platform, &mut tx).await?;
    }
    if holidays == 0 {
        load_holidays(&mut tx).await?;
    }
    if training == 0 {
        load_training_categories(&mut tx).await?;
    }
    tx.commit().await
}

async fn load_regions(tx: &mut Tx, regency: &str) -> Result<(), DbError> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(REGIONS).read_to_string(&mut text).expect("the regions compiled in can be read");
    // The file is in order of code: a region comes after the one it lies in.
    for line in text.lines().filter(|line| line.starts_with(regency)) {
        let mut fields = line.splitn(3, ',');
        let (Some(code), Some(name), postcode) = (fields.next(), fields.next(), fields.next()) else { continue };
        let parent = (code != regency).then(|| code.rsplit_once('.').map(|(parent, _)| parent)).flatten();
        let postcode = postcode.filter(|postcode| !postcode.is_empty());
        tx.run(
            "insert into region (code, parent, name, postcode) values ($1, $2, $3, $4)",
            args![code, parent, name, postcode],
        )
        .await?;
    }
    Ok(())
}
