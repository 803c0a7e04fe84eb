//! Which time is looked at, in addresses and words.

use leptos::prelude::*;
use platform::permit::Period;

use crate::html::IntoHtml;
use crate::text::{FigureText, Lang};

/// Reads `?periode=2026`; without it, the last twelve months.
pub(super) fn read(typed: Option<&str>) -> Period {
    let year = typed.and_then(|year| year.parse().ok()).filter(|year| (2000..=2999).contains(year));
    year.map_or(Period::LastYear, Period::Year)
}

/// What follows the path of a page.
pub(super) fn suffix(period: &Period) -> String {
    match period {
        Period::LastYear => String::new(),
        Period::Year(year) => format!("?periode={year}"),
    }
}

/// The links to the periods there are.
pub(super) fn chooser(path: &str, years: &[i64], now: &Period, t: Lang) -> AnyView {
    let link = |period: Period, name: String| {
        let current = (period == *now).then_some("true");
        view! { <a class="chip" href=format!("{path}{}", suffix(&period)) aria-current=current>{name}</a> }.into_html()
    };
    let years = years.iter().map(|year| link(Period::Year(*year), year.to_string())).collect_view();
    view! {
        <nav class="ib__mine" aria-label=t.period()>{link(Period::LastYear, t.last_year().to_owned())}{years}</nav>
    }
    .into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_or_the_last_twelve_months() {
        assert_eq!(read(Some("2026")), Period::Year(2026));
        for other in [None, Some(""), Some("26"), Some("x"), Some("-1")] {
            assert_eq!(read(other), Period::LastYear);
        }
        assert_eq!((suffix(&read(Some("2025"))).as_str(), suffix(&Period::LastYear).as_str()), ("?periode=2025", ""));
    }
}
