//! A chart of bars, drawn on the server: once for wide screens and once for narrow ones. Its table stands with it.

use leptos::prelude::*;

use crate::html::IntoHtml;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is of, short.
    pub label: String,
    /// How high; `None` where nothing is told.
    pub value: Option<u64>,
    /// Whether it is as promised.
    pub good: bool,
}

const HEIGHT: u64 = 192;
const TOP: u64 = 24;
const FLOOR: u64 = 164;
const LEFT: u64 = 8;

/// The chart; `words` say what it shows. `goal` is the place after which bars are over what is promised.
#[component]
pub fn BarChart(
    /// What it shows, for whoever does not see it.
    words: String,
    /// From the left.
    bars: Vec<Bar>,
    /// A line is drawn after so many bars.
    #[prop(default = None)]
    goal: Option<usize>,
) -> impl IntoView {
    view! {
        {drawn("chart only-wide", 580, &words, &bars, goal)}
        {drawn("chart only-narrow", 316, &words, &bars, goal)}
    }
}

fn drawn(class: &'static str, width: u64, words: &str, bars: &[Bar], goal: Option<usize>) -> AnyView {
    let most = bars.iter().filter_map(|bar| bar.value).max().unwrap_or(0).max(1);
    let step = (width - LEFT) as f64 / bars.len().max(1) as f64;
    let (bar_width, narrow) = (step * 0.66, step < 30.0);
    let columns = bars.iter().enumerate().map(|(nth, bar)| {
        let left = LEFT as f64 + step * nth as f64 + (step - bar_width) / 2.0;
        let middle = left + bar_width / 2.0;
        let height = bar.value.unwrap_or(0) as f64 / most as f64 * (FLOOR - TOP) as f64;
        let class = if bar.good { "chart__bar chart__bar--ok" } else { "chart__bar" };
        let rect = (height > 0.0).then(|| {
            let rounded = (bar_width / 4.0).min(4.0).min(height / 2.0);
            view! { <rect class=class x=tenth(left) y=tenth(FLOOR as f64 - height) width=tenth(bar_width) height=tenth(height) rx=tenth(rounded)/> }
        });
        // On a narrow screen every other label has room.
        let label = (!narrow || nth % 2 == 0).then(|| {
            view! { <text class="chart__t" x=tenth(middle) y="185" text-anchor="middle">{bar.label.clone()}</text> }
        });
        let value = bar.value.filter(|value| *value > 0 && !narrow).map(|value| {
            view! { <text class="chart__t" x=tenth(middle) y=tenth(FLOOR as f64 - height - 6.0) text-anchor="middle">{value}</text> }
        });
        view! { {rect}{label}{value} }
    });
    let columns = columns.collect_view();
    let line = goal.map(|bars| {
        let x = tenth(LEFT as f64 + step * bars as f64);
        view! { <line class="chart__goal" x1=x.clone() x2=x y1="8" y2=FLOOR.to_string()/> }
    });
    view! {
        <svg class=class viewBox=format!("0 0 {width} {HEIGHT}") role="img" aria-label=words.to_owned()>
            <line class="chart__grid" x1=LEFT.to_string() x2=width.to_string() y1=FLOOR.to_string() y2=FLOOR.to_string()/>
            {columns}
            {line}
        </svg>
    }
    .into_html()
}

/// A length in the drawing.
fn tenth(length: f64) -> String {
    format!("{length:.1}")
}
