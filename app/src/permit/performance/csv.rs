//! The figures as a table for spreadsheets.

use domain::csv::Csv;
use domain::lang::Lang;
use domain::permit::figures::{FEWEST, per_cent, tell};
use domain::permit::outcome::Ending;
use domain::permit::survey::Element;
use platform::Platform;
use platform::db::DbError;
use platform::permit::{Figures, find_service_version, performance};

use super::one::told_reasons;
use super::parts::{count, decimal, months};
use super::period::read;
use super::training::Training;
use crate::request::Query;
use crate::text::element_name;

/// The figures of a service, or of all, one in a line: what, of what, how much. `None` for a service that is none.
///
/// # Errors
/// Only when the database does not answer.
pub async fn performance_csv(platform: &Platform, slug: Option<&str>, query: &str) -> Result<Option<String>, DbError> {
    let (t, period) = (Lang::Id, read(Query::parse(query).get("periode")));
    let counted = performance(platform, &period).await?;
    let mut table = Csv::new(&["layanan", "angka", "rincian", "nilai"]);
    let none = Figures::default();
    let slugs: Vec<&str> = match slug {
        Some(slug) => vec![slug],
        None => counted.services.keys().map(String::as_str).collect(),
    };
    for slug in slugs {
        let Some(service) = find_service_version(platform, slug, 1).await? else { return Ok(None) };
        let figures = counted.services.get(slug).unwrap_or(&none);
        let mut row = |what: &str, of: &str, value: String| table.row(&[slug, what, of, &value]);
        let days = |days: Option<u16>| days.map(|days| days.to_string()).unwrap_or_default();
        row("masuk", "", super::parts::alone(figures.submitted));
        row("berjalan sekarang", "", super::parts::alone(figures.running));
        row("lewat janji sekarang", "", figures.overdue.to_string());
        row("waktu tengah, hari kerja", "", days(figures.durations.percentile(50)));
        row("persentil 90, hari kerja", "", days(figures.durations.percentile(90)));
        let share = per_cent(figures.on_time, figures.decided());
        row("tepat waktu, persen", "", share.map(|share| share.to_string()).unwrap_or_default());
        let endings: Vec<u64> =
            Ending::ALL.iter().map(|ending| figures.endings.get(ending).copied().unwrap_or(0)).collect();
        for (ending, told) in Ending::ALL.iter().zip(tell(&endings)) {
            row("hasil", ending.as_str(), count(told));
        }
        let months = months(&counted.from, &counted.to);
        let decided: Vec<u64> =
            months.iter().map(|month| figures.months.get(month).map_or(0, |(decided, _)| *decided)).collect();
        for (month, told) in months.iter().zip(tell(&decided)) {
            row("diputus per bulan", month, count(told));
        }
        for (reason, told) in told_reasons(figures, &service, t) {
            row("alasan penolakan", &reason, count(told));
        }
        if let Some(index) = figures.index().filter(|index| index.respondents >= FEWEST) {
            row("IKM", index.band.as_str(), decimal(index.value.to_string(), t));
            row("IKM, penjawab", "", index.respondents.to_string());
            for (element, mean) in Element::ALL.iter().zip(index.means) {
                row("SKM", element_name(t, *element), decimal(mean.to_string(), t));
            }
        }
    }
    if slug.is_none() {
        let training = Training::load(platform, &period).await?;
        let mut row = |what: &str, of: &str, value: String| table.row(&["pelatihan", what, of, &value]);
        row("kelas", "", training.counted.classes.to_string());
        row("sertifikat", "", super::parts::alone(training.counted.certificates));
        for (subject, classes, told) in training.subjects(t) {
            row("kelas per bidang", &subject, classes.to_string());
            row("hadir per bidang", &subject, count(told));
        }
        for (place, told) in training.places() {
            row("hadir per kecamatan", &place, count(told));
        }
    }
    Ok(Some(table.finish()))
}
