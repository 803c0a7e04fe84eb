//! Pieces of the pages of figures.

use domain::permit::figures::{FEWEST, Told, per_cent, tell};
use leptos::prelude::*;
use platform::permit::{Figures, Performance};

use crate::html::IntoHtml;
use crate::text::{FigureText, Lang, band_name, grouped};
use crate::ui::{Bar, BarChart, Icon};

/// A count as it is told.
pub(super) fn count(told: Told) -> String {
    match told {
        Told::Count(count) => grouped(i64::try_from(count).unwrap_or(i64::MAX)).to_string(),
        Told::Few => "<5".to_owned(),
        Told::Hidden => "··".to_owned(),
    }
}

/// A count by itself.
pub(super) fn alone(number: u64) -> String {
    count(Told::of(number))
}

/// A number with a decimal comma where that is usual.
pub(super) fn decimal(number: String, t: Lang) -> String {
    if t == Lang::Id { number.replace('.', ",") } else { number }
}

/// One figure.
pub(super) fn fig(name: &'static str, number: String, below: Option<String>) -> AnyView {
    view! {
        <div class="card fig">
            <span class="fig__t">{name}</span>
            <strong class="fig__n">{number}</strong>
            {below.map(|below| view! { <span class="muted small">{below}</span> })}
        </div>
    }
    .into_html()
}

/// How many were decided in time, with the chart of the months.
pub(super) fn in_time(figures: &Figures, counted: &Performance, t: Lang) -> AnyView {
    let decided: u64 = figures.months.values().map(|(decided, _)| decided).sum();
    let share = per_cent(figures.on_time, decided);
    let head = match share {
        Some(share) => view! {
            <p class="fig__big">{format!("{share}%")}</p>
            <p class="muted small">{t.figure_of(decided)}</p>
        }
        .into_html(),
        None => view! { <p class="muted">{t.figure_too_few()}</p> }.into_html(),
    };
    let months = months(&counted.from, &counted.to);
    let counts: Vec<u64> =
        months.iter().map(|month| figures.months.get(month).map_or(0, |(decided, _)| *decided)).collect();
    let told = tell(&counts);
    let shares: Vec<Option<u64>> = months
        .iter()
        .map(|month| figures.months.get(month).and_then(|(decided, on_time)| per_cent(*on_time, *decided)))
        .collect();
    let bars =
        months.iter().zip(&told).map(|(month, told)| Bar { label: short(month, t), value: told.count(), good: true });
    let rows = months.iter().zip(&told).zip(&shares).map(|((month, told), share)| {
        let share = share.map_or("–".to_owned(), |share| format!("{share}%"));
        view! { <tr><th scope="row">{long(month, t)}</th><td>{count(*told)}</td><td>{share}</td></tr> }
    });
    let rows = rows.rev().collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-tepat">
            <h2 class="h3" id="j-tepat">{t.figure_on_time()}</h2>
            {head}
            <h3 class="strong">{t.months_title()}</h3>
            <BarChart words=t.months_words(&alone(decided)) bars=bars.collect()/>
            <details class="fold">
                <summary>{t.table_of()}<Icon name="chevron-down"/></summary>
                <table class="plain">
                    <thead><tr><th scope="col">{t.column_month()}</th><th scope="col">{t.figure_decided()}</th><th scope="col">{t.figure_on_time()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    }
    .into_html()
}

/// The figure of the survey.
pub(super) fn satisfaction(figures: &Figures, t: Lang) -> AnyView {
    let index = figures.index().filter(|index| index.respondents >= FEWEST);
    match index {
        Some(index) => fig(
            t.figure_index(),
            decimal(index.value.to_string(), t),
            Some(format!("{}\u{a0}· {}", band_name(t, index.band), t.figure_respondents(index.respondents))),
        ),
        None => fig(t.figure_index(), "–".to_owned(), Some(t.figure_no_index().to_owned())),
    }
}

/// How it is counted, when, and the tables as a file.
pub(super) fn method(counted: &Performance, csv: String, t: Lang) -> AnyView {
    view! {
        <section class="card stack stack--2" aria-labelledby="j-cara">
            <h2 class="h3" id="j-cara">{t.how_counted()}</h2>
            <p class="small">{t.how_counted_text()}</p>
            <p class="small muted">{t.counted_at(&counted.at.words(t))}</p>
            <p><a class="doc__link" href=csv><Icon name="download"/>{t.take_csv()}</a></p>
        </section>
    }
    .into_html()
}

/// Every month from the first to the last.
pub(super) fn months(from: &str, to: &str) -> Vec<String> {
    let read = |month: &str| Some((month.get(..4)?.parse::<i64>().ok()?, month.get(5..7)?.parse::<i64>().ok()?));
    let (Some((year, month)), Some((last_year, last_month))) = (read(from), read(to)) else { return Vec::new() };
    let (first, last) = (year * 12 + month - 1, last_year * 12 + last_month - 1);
    (first..=last).map(|month| format!("{:04}-{:02}", month / 12, month % 12 + 1)).collect()
}

/// `Nov`.
fn short(month: &str, t: Lang) -> String {
    long(month, t).chars().take(3).collect()
}

/// `November 2026`.
pub(super) fn long(month: &str, t: Lang) -> String {
    let day = domain::time::Day::parse(&format!("{month}-01"));
    let words = day.map(|day| day.words(t)).unwrap_or_default();
    words.split_once(' ').map_or(words.clone(), |(_, month)| month.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_has_all_its_months() {
        assert_eq!(months("2025-11", "2026-02"), ["2025-11", "2025-12", "2026-01", "2026-02"]);
        assert_eq!(months("2026-01", "2026-12").len(), 12);
        assert!(months("x", "2026-01").is_empty());
        assert_eq!((long("2026-11", Lang::Id).as_str(), short("2026-05", Lang::Id).as_str()), ("November 2026", "Mei"));
    }

    #[test]
    fn small_counts_are_not_told() {
        assert_eq!(["0", "<5", "5"], [alone(0).as_str(), alone(4).as_str(), alone(5).as_str()]);
        assert_eq!(decimal("88.25".to_owned(), Lang::Id), "88,25");
    }
}
