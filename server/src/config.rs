//! Configuration by environment variables. A wrong value stops the start with a message that names it.

use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use app::Site;
use domain::complaint::Days;
use domain::permit::calendar::{Leave, OfficeHours};
use domain::shop::order::Deadlines;
use platform::permit::Office;

use crate::clamd::Clamd;
use crate::key::KeySource;
use crate::mail::MailConfig;
use crate::metrics::Readers;

/// Everything that is set from outside. The table in README.md lists the same variables.
#[derive(Debug, Clone)]
pub struct Config {
    /// `DATABASE_URL`: `sqlite://file` or `postgres://...`.
    pub database_url: String,
    /// `DATABASE_CONNECTIONS`: readers (SQLite) or pool size (PostgreSQL).
    pub database_connections: u32,
    /// `LISTEN_ADDR`.
    pub listen: SocketAddr,
    /// `SITE_DIR`: the built CSS, WASM and static files.
    pub site_dir: PathBuf,
    /// Where uploaded pictures are.
    pub media: Media,
    /// `REGION_CODE`: the regency's Kemendagri code.
    pub region_code: String,
    /// `TRUSTED_PROXY=1`: the visitor's address is the last one in `X-Forwarded-For`.
    pub trusted_proxy: bool,
    /// `METRICS_TOKEN`: who may read `/metrics`.
    pub metrics_readers: Readers,
    /// `LIVE_PAGES`: so many open pages of cases are told what happens; each is a connection.
    pub live_pages: usize,
    /// `STOP_DELAY`: for so long `/readyz` says that the end has begun before no connection is taken any more.
    pub stop_delay: Duration,
    /// `ENVIRONMENT=production`: officers need a second step at sign-in.
    pub production: bool,
    /// `PAY_HOURS_GUEST` and `PAY_HOURS_ACCOUNT`: so long an order waits for a bank transfer.
    pub deadlines: Deadlines,
    /// `ATTENDANCE_AFTER`: so long after a session people can still say that they were there. Minutes.
    pub attendance_after: i64,
    /// `OFFICE_HOURS` and `COLLECTIVE_LEAVE`: when the office works, for promised working days. `COMPLAINT_VERIFY_DAYS`,
    /// `COMPLAINT_ANSWER_DAYS` and `COMPLAINT_WAIT_DAYS`: how many of them the parts of a complaint may take.
    /// `COMPLAINT_RETENTION_MONTHS`: how long a complaint that ended is kept whole.
    pub office: Office,
    /// `DATA_KEY` or `DATA_KEY_FILE`: seals what is personal in the database.
    pub data_key: KeySource,
    /// `SIGNING_KEY` or `SIGNING_KEY_FILE`: signs the codes on letters; former public keys stand behind it.
    pub signing_key: KeySource,
    /// `OFFICE_NAME`: at the head of letters.
    pub office_name: String,
    /// `OFFICE_ADDRESS`: below it, lines separated by `;`.
    pub office_address: String,
    /// `OFFICE_PLACE`: before the date of a letter.
    pub office_place: String,
    /// `OFFICE_POSITION`: of who decides, above the name.
    pub office_position: String,
    /// `TRAINING_POSITION`: the position of who issues certificates of classes.
    pub training_position: String,
    /// `CLAMD`: the virus scanner that looks through documents of applicants.
    pub clamd: Option<Clamd>,
    /// `SMTP_URL` and `MAIL_FROM`: the mail server; without one e-mails wait in the outbox.
    pub mail: Option<MailConfig>,
    /// Names and address of this deployment.
    pub site: Site,
}

/// The file store.
#[derive(Debug, Clone)]
pub enum Media {
    /// `MEDIA_DIR`: a folder.
    Folder(PathBuf),
    /// `MEDIA_STORE`: a bucket.
    S3(S3),
}

/// A bucket of a service that speaks S3.
#[derive(Clone)]
pub struct S3 {
    /// Its name.
    pub bucket: String,
    /// What stands before all keys; may be empty.
    pub prefix: String,
    /// `S3_ENDPOINT`; `None` for Amazon's own.
    pub endpoint: Option<String>,
    /// `S3_REGION`.
    pub region: String,
    /// `S3_ACCESS_KEY_ID`.
    pub access_key_id: String,
    /// `S3_SECRET_ACCESS_KEY`.
    pub secret_access_key: String,
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "s3://{}/{}", self.bucket, self.prefix)
    }
}

/// For the person who runs the server.
impl std::fmt::Display for Media {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Media::Folder(folder) => write!(f, "{}", folder.display()),
            Media::S3(s3) => write!(f, "{s3:?}"),
        }
    }
}

impl Media {
    fn from(get: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let Some(store) = get("MEDIA_STORE") else {
            return Ok(Media::Folder(get("MEDIA_DIR").unwrap_or_else(|| "data/media".to_owned()).into()));
        };
        let (bucket, prefix) = match store.strip_prefix("s3://") {
            Some(place) => place.split_once('/').unwrap_or((place, "")),
            None => ("", ""),
        };
        if bucket.is_empty() {
            return Err(format!("MEDIA_STORE is {store:?}: expected s3://bucket or s3://bucket/prefix"));
        }
        let endpoint = get("S3_ENDPOINT");
        if endpoint.as_ref().is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            return Err("S3_ENDPOINT must start with https:// (or http:// inside your own network)".into());
        }
        let needed = |name: &str| get(name).ok_or_else(|| format!("{name} is missing: MEDIA_STORE needs it"));
        Ok(Media::S3(S3 {
            bucket: bucket.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
            endpoint,
            region: get("S3_REGION").unwrap_or_else(|| "us-east-1".to_owned()),
            access_key_id: needed("S3_ACCESS_KEY_ID")?,
            secret_access_key: needed("S3_SECRET_ACCESS_KEY")?,
        }))
    }
}

/// `08:00-16:00`.
fn office_hours(typed: &str) -> Option<OfficeHours> {
    let minutes = |clock: &str| {
        let (hours, minutes) = clock.trim().split_once([':', '.'])?;
        let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (minutes < 60).then_some(hours * 60 + minutes)
    };
    let (opens, closes) = typed.split_once('-')?;
    OfficeHours::new(minutes(opens)?, minutes(closes)?)
}

impl Config {
    /// Reads the environment.
    ///
    /// # Errors
    /// A message for the person who starts the server: which variable, what is wrong, what is expected.
    pub fn from_env() -> Result<Self, String> {
        Self::from(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    }

    fn from(get: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let or = |name: &str, default: &str| get(name).unwrap_or_else(|| default.to_owned());
        let production = match or("ENVIRONMENT", "development").as_str() {
            "production" => true,
            "development" => false,
            other => return Err(format!("ENVIRONMENT is {other:?}: expected production or development")),
        };
        let demo = match or("DEMO", if production { "0" } else { "1" }).as_str() {
            "1" => true,
            "0" => false,
            other => return Err(format!("DEMO is {other:?}: expected 1 or 0")),
        };
        if production && demo {
            return Err("DEMO=1 is refused in production: demo accounts have public passwords".into());
        }
        let listen = or("LISTEN_ADDR", "127.0.0.1:3000");
        let listen: SocketAddr = listen
            .parse()
            .map_err(|_| format!("LISTEN_ADDR is {listen:?}: expected address:port, for example 0.0.0.0:3000"))?;
        let public_url = or("PUBLIC_URL", &format!("http://{listen}"));
        if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
            return Err(format!("PUBLIC_URL is {public_url:?}: expected https://name.of.the.site"));
        }
        if production && !public_url.starts_with("https://") {
            return Err("PUBLIC_URL must start with https:// in production: cookies are sent over HTTPS only".into());
        }
        let database_url = or("DATABASE_URL", "sqlite://data/rumah-sikum.db");
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|kind| database_url.starts_with(kind)) {
            return Err("DATABASE_URL must start with sqlite: or postgres:".into());
        }
        let number = |name: &str, default: &str, range: RangeInclusive<u32>| {
            let typed = or(name, default);
            let expected =
                || format!("{name} is {typed:?}: expected a number from {} to {}", range.start(), range.end());
            typed.parse::<u32>().ok().filter(|number| range.contains(number)).ok_or_else(expected)
        };
        let database_connections = number("DATABASE_CONNECTIONS", &usual_connections(&database_url), 1..=500)?;
        let hours = or("OFFICE_HOURS", "08:00-16:00");
        let hours = office_hours(&hours).ok_or_else(|| {
            format!("OFFICE_HOURS is {hours:?}: expected opening and closing, for example 08:00-16:00")
        })?;
        let leave = match or("COLLECTIVE_LEAVE", "off").as_str() {
            "off" => Leave::Off,
            "worked" => Leave::Worked,
            other => return Err(format!("COLLECTIVE_LEAVE is {other:?}: expected off or worked")),
        };
        // Under the third of a year, or a promise means nothing.
        let days = |name: &str, default: &str| number(name, default, 1..=90).map(|days| days as u16);
        let complaints = Days {
            verify: days("COMPLAINT_VERIFY_DAYS", "3")?,
            answer: days("COMPLAINT_ANSWER_DAYS", "5")?,
            wait: days("COMPLAINT_WAIT_DAYS", "10")?,
        };
        let complaint_retention = number("COMPLAINT_RETENTION_MONTHS", "24", 1..=240)? as u16;
        let office = Office { hours, leave, complaints, complaint_retention };
        let deadlines = Deadlines {
            pay_guest: number("PAY_HOURS_GUEST", "12", 1..=168)?.into(),
            pay_account: number("PAY_HOURS_ACCOUNT", "24", 1..=168)?.into(),
            ..Deadlines::default()
        };
        let trusted_proxy = match or("TRUSTED_PROXY", "0").as_str() {
            "1" => true,
            "0" => false,
            other => return Err(format!("TRUSTED_PROXY is {other:?}: expected 1 or 0")),
        };
        // Behind a proxy everybody comes from this machine, so that is no password in production.
        let metrics_readers = match (get("METRICS_TOKEN"), production) {
            (Some(token), _) if token.len() < 16 => return Err("METRICS_TOKEN is shorter than 16 characters".into()),
            (Some(token), _) => Readers::Token(token),
            (None, false) => Readers::ThisMachine,
            (None, true) => Readers::Nobody,
        };
        let region_code = or("REGION_CODE", "36.03");
        if domain::region::RegionCode::parse(&region_code).is_err() || region_code.len() != 5 {
            return Err(format!("REGION_CODE is {region_code:?}: expected the code of a regency, for example 36.03"));
        }
        let clamd = get("CLAMD").as_deref().map(Clamd::parse).transpose()?;
        let mail = match (get("SMTP_URL"), get("MAIL_FROM")) {
            (Some(url), Some(from)) => Some(MailConfig::parse(&url, &from, production)?),
            (None, _) => None,
            (Some(_), None) => {
                return Err("MAIL_FROM is missing: SMTP_URL needs the address that e-mails come from".into());
            }
        };
        Ok(Self {
            database_url,
            database_connections,
            listen,
            site_dir: or("SITE_DIR", "site").into(),
            media: Media::from(&get)?,
            region_code,
            trusted_proxy,
            metrics_readers,
            live_pages: number("LIVE_PAGES", "500", 0..=100_000)? as usize,
            stop_delay: Duration::from_secs(number("STOP_DELAY", "0", 0..=60)?.into()),
            production,
            deadlines,
            attendance_after: number("ATTENDANCE_AFTER", "60", 0..=1440)?.into(),
            office,
            data_key: KeySource::from(&get, "DATA_KEY", "DATA_KEY_FILE", "data/data.key", production),
            signing_key: KeySource::from(&get, "SIGNING_KEY", "SIGNING_KEY_FILE", "data/signing.key", production),
            office_address: or("OFFICE_ADDRESS", "Tigaraksa"),
            office_name: or("OFFICE_NAME", "Dinas Koperasi dan Usaha Mikro"),
            office_place: or("OFFICE_PLACE", "Tigaraksa"),
            office_position: or("OFFICE_POSITION", "Pejabat yang menyetujui"),
            training_position: or("TRAINING_POSITION", "Penanggung jawab pelatihan"),
            clamd,
            mail,
            site: Site {
                brand: or("BRAND", "Rumah Sikum"),
                regency: or("REGENCY", "Kabupaten Tangerang"),
                regency_short: or("REGENCY_SHORT", "Kab. Tangerang"),
                public_url: public_url.trim_end_matches('/').to_owned(),
                demo,
            },
        })
    }
}

/// Readers of SQLite compute, so there are as many as processors; connections to PostgreSQL mostly wait.
fn usual_connections(database_url: &str) -> String {
    let processors = || std::thread::available_parallelism().map_or(2, |processors| processors.get().max(2));
    if database_url.starts_with("sqlite:") { processors() } else { 8 }.to_string()
}

#[cfg(test)]
mod tests {
    use super::{Config, Deadlines, Readers};

    fn refused(set: &[(&str, &str)]) -> String {
        Config::from(|name| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())).unwrap_err()
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = Config::from(|_| None).unwrap();
        assert_eq!(config.listen.port(), 3000);
        assert!(config.site.demo);
        assert_eq!(config.deadlines, Deadlines::default());
    }

    #[test]
    fn guests_and_accounts_have_a_time_to_pay_of_their_own() {
        let config = Config::from(|name| {
            let hours = [("PAY_HOURS_GUEST", "2"), ("PAY_HOURS_ACCOUNT", "168")];
            hours.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
        });
        let deadlines = config.unwrap().deadlines;
        assert_eq!((deadlines.pay(false), deadlines.pay(true)), (2, 168));
    }

    #[test]
    fn metrics_are_never_open_in_production() {
        let readers = |set: &[(&str, &str)]| {
            let get = |name: &str| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned());
            Config::from(get).unwrap().metrics_readers
        };
        let production = [("ENVIRONMENT", "production"), ("PUBLIC_URL", "https://a")];
        assert_eq!(readers(&[]), Readers::ThisMachine);
        assert_eq!(readers(&production), Readers::Nobody);
        let token = "0123456789abcdef";
        assert_eq!(readers(&[production[0], production[1], ("METRICS_TOKEN", token)]), Readers::Token(token.into()));
    }

    #[test]
    fn a_secret_is_not_printed() {
        let set = [("MEDIA_STORE", "s3://foto/a/"), ("S3_ACCESS_KEY_ID", "kunci"), ("S3_SECRET_ACCESS_KEY", "rahasia")];
        let config = Config::from(|name| set.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()));
        let printed = format!("{:?}", config.unwrap().media);
        assert!(printed.contains("s3://foto/a") && !printed.contains("rahasia"), "{printed}");
    }

    #[test]
    fn a_wrong_value_is_named() {
        for (set, expected) in [
            (vec![("LISTEN_ADDR", "here")], "LISTEN_ADDR"),
            (vec![("DATABASE_URL", "mysql://x")], "DATABASE_URL"),
            (vec![("DATABASE_CONNECTIONS", "0")], "DATABASE_CONNECTIONS"),
            (vec![("REGION_CODE", "Tangerang")], "REGION_CODE"),
            (vec![("METRICS_TOKEN", "short")], "METRICS_TOKEN"),
            (vec![("STOP_DELAY", "61")], "STOP_DELAY"),
            (vec![("LIVE_PAGES", "many")], "LIVE_PAGES"),
            (vec![("PAY_HOURS_GUEST", "0")], "PAY_HOURS_GUEST"),
            (vec![("ATTENDANCE_AFTER", "an hour")], "ATTENDANCE_AFTER"),
            (vec![("PAY_HOURS_ACCOUNT", "a day")], "PAY_HOURS_ACCOUNT"),
            (vec![("OFFICE_HOURS", "16:00-08:00")], "OFFICE_HOURS"),
            (vec![("OFFICE_HOURS", "pagi")], "OFFICE_HOURS"),
            (vec![("COMPLAINT_ANSWER_DAYS", "0")], "COMPLAINT_ANSWER_DAYS"),
            (vec![("COMPLAINT_RETENTION_MONTHS", "0")], "COMPLAINT_RETENTION_MONTHS"),
            (vec![("COLLECTIVE_LEAVE", "maybe")], "COLLECTIVE_LEAVE"),
            (vec![("SMTP_URL", "smtps://host")], "MAIL_FROM"),
            (vec![("SMTP_URL", "host"), ("MAIL_FROM", "a@b.id")], "SMTP_URL"),
            (vec![("ENVIRONMENT", "prod")], "ENVIRONMENT"),
            (vec![("MEDIA_STORE", "foto")], "MEDIA_STORE"),
            (vec![("MEDIA_STORE", "s3:///a")], "MEDIA_STORE"),
            (vec![("MEDIA_STORE", "s3://foto")], "S3_ACCESS_KEY_ID"),
            (vec![("MEDIA_STORE", "s3://foto"), ("S3_ACCESS_KEY_ID", "a")], "S3_SECRET_ACCESS_KEY"),
            (vec![("MEDIA_STORE", "s3://foto"), ("S3_ENDPOINT", "minio:9000")], "S3_ENDPOINT"),
            (vec![("ENVIRONMENT", "production"), ("PUBLIC_URL", "http://a")], "PUBLIC_URL"),
            (vec![("ENVIRONMENT", "production"), ("PUBLIC_URL", "https://a"), ("DEMO", "1")], "DEMO"),
        ] {
            assert!(refused(&set).starts_with(expected), "{set:?}");
        }
    }
}
