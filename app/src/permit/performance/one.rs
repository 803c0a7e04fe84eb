//! `/transparansi/{slug}`: one service.

use std::sync::Arc;

use domain::permit::figures::{FEWEST, Told, tell};
use domain::permit::outcome::Ending;
use domain::permit::service::{Service, Way};
use domain::permit::survey::Element;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{Figures, Performance, Period, find_service_version, performance, performance_years};

use super::parts::{alone, count, decimal, fig, in_time, method, satisfaction};
use super::period::{chooser, read, suffix};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::{param, query};
use crate::text::{CommonText, FigureText, Lang, case_state, element_name};
use crate::ui::{Bar, BarChart, Icon, PageHead};
use crate::visitor::lang;

struct Shown {
    counted: Arc<Performance>,
    service: Arc<Service>,
    figures: Figures,
    years: Vec<i64>,
    period: Period,
}

async fn load(platform: Platform, slug: String, period: Period) -> Result<Shown, Missing> {
    let service = find_service_version(&platform, &slug, 1).await?.ok_or(Missing::NotFound)?;
    let counted = performance(&platform, &period).await?;
    let figures = counted.services.get(&slug).cloned().unwrap_or_default();
    Ok(Shown { counted, service, figures, years: performance_years(&platform).await?, period })
}

/// `/transparansi/{slug}`.
#[component]
pub fn ServiceFiguresPage() -> impl IntoView {
    let period = read(query().get("periode"));
    page(load(expect_context::<Platform>(), param("slug"), period), |shown| {
        let t = lang();
        let (figures, name) = (&shown.figures, shown.service.name.get(t).to_owned());
        let path = format!("/transparansi/{}", shown.service.slug());
        let days = |days: Option<u16>| days.map_or("–".to_owned(), |days| t.figure_days(days));
        view! {
            <PageHead title=t.figures_of(&name) description=t.figures_lead().to_owned() canonical=Some(path.clone())/>
            <main id="isi" class="wrap section stack">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                    <a href=format!("/transparansi{}", suffix(&shown.period))>{t.figures_title()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{name.clone()}</span>
                </nav>
                <h1>{name}</h1>
                {chooser(&path, &shown.years, &shown.period, t)}
                <div class="figs">
                    {in_time(figures, &shown.counted, t)}
                    <div class="figs__side">
                        {fig(t.figure_median(), days(figures.durations.percentile(50)), norm(&shown.service).map(|norm| format!("{}: {}", t.figure_norm(), t.figure_days(norm))))}
                        {fig(t.figure_p90(), days(figures.durations.percentile(90)), None)}
                        {fig(t.figure_overdue(), figures.overdue.to_string(), Some(format!("{}: {}", t.figure_running(), alone(figures.running))))}
                        {satisfaction(figures, t)}
                    </div>
                </div>
                <div class="figs">
                    {durations(figures, norm(&shown.service), t)}
                    <div class="figs__side">
                        {endings(figures, t)}
                        {reasons(figures, &shown.service, t)}
                    </div>
                </div>
                {elements(figures, t)}
                {method(&shown.counted, format!("{path}/data.csv{}", suffix(&shown.period)), t)}
            </main>
        }
    })
}

fn norm(service: &Service) -> Option<u16> {
    if let Way::Own(own) = &service.way { Some(own.norm) } else { None }
}

fn durations(figures: &Figures, norm: Option<u16>, t: Lang) -> Option<AnyView> {
    let norm = norm.filter(|norm| *norm <= 30 && figures.decided() >= FEWEST)?;
    // Twice the promise shows how late the late ones are.
    let most = norm.saturating_mul(2).min(norm + 10);
    let counts = figures.durations.spread(most);
    let told = tell(&counts);
    let label = |day: u16| if day > most { format!(">{most}") } else { day.to_string() };
    let words = |day: u16| if day > most { t.durations_more(most) } else { day.to_string() };
    let bars = (0..).zip(&told).map(|(day, told)| Bar { label: label(day), value: told.count(), good: day <= norm });
    let rows =
        (0..).zip(&told).map(|(day, told)| view! { <tr><th scope="row">{words(day)}</th><td>{count(*told)}</td></tr> });
    let rows = rows.collect_view();
    let shown = view! {
        <section class="card" aria-labelledby="j-lama">
            <h2 class="h3" id="j-lama">{t.durations_title()}</h2>
            <BarChart words=t.durations_words(norm) bars=bars.collect() goal=Some(usize::from(norm) + 1)/>
            <p class="key small">
                <span><i class="k k--ok"></i>{t.key_in_time()}</span>
                <span><i class="k"></i>{t.key_late()}</span>
                <span><i class="k k--goal"></i>{t.key_norm()}</span>
            </p>
            <details class="fold">
                <summary>{t.table_of()}<Icon name="chevron-down"/></summary>
                <table class="plain">
                    <thead><tr><th scope="col">{t.column_days()}</th><th scope="col">{t.column_count()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    };
    Some(shown.into_html())
}

fn endings(figures: &Figures, t: Lang) -> AnyView {
    let counts: Vec<u64> = Ending::ALL.iter().map(|ending| figures.endings.get(ending).copied().unwrap_or(0)).collect();
    let rows = Ending::ALL.iter().zip(tell(&counts)).map(|(ending, told)| {
        let name = ending.as_str().parse().map_or("", |state| case_state(t, state));
        view! { <tr><th scope="row">{name}</th><td>{count(told)}</td></tr> }
    });
    let days = (figures.paused >= FEWEST).then(|| figures.paused_days as f64 / figures.paused as f64);
    let pauses = days.map(|days| {
        let words = t.figure_pauses_of(&alone(figures.paused), &decimal(format!("{days:.1}"), t));
        view! { <p class="small">{format!("{}: {words}", t.figure_pauses())}</p> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-hasil">
            <h2 class="h3" id="j-hasil">{t.endings_title()}</h2>
            <table class="plain"><tbody>{rows}</tbody></table>
            {pauses}
        </section>
    }
    .into_html()
}

/// Reasons, the most frequent first; all small ones together are one line.
pub(super) fn told_reasons(figures: &Figures, service: &Service, t: Lang) -> Vec<(String, Told)> {
    let name = |code: &String| {
        let known = service.reasons.iter().find(|reason| reason.key.as_str() == code);
        known.map_or_else(|| code.replace('_', " "), |reason| reason.label.get(t).to_owned())
    };
    let mut reasons: Vec<(String, u64)> = figures.reasons.iter().map(|(code, count)| (name(code), *count)).collect();
    reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let told = tell(&reasons.iter().map(|(_, count)| *count).collect::<Vec<_>>());
    reasons.into_iter().map(|(name, _)| name).zip(told).collect()
}

fn reasons(figures: &Figures, service: &Service, t: Lang) -> AnyView {
    let rows = told_reasons(figures, service, t);
    let none = rows.is_empty().then(|| view! { <p class="muted">{t.reasons_none()}</p> });
    let rows =
        rows.into_iter().map(|(name, told)| view! { <tr><th scope="row">{name}</th><td>{count(told)}</td></tr> });
    let rows = rows.collect_view();
    view! {
        <section class="card stack stack--2" aria-labelledby="j-alasan">
            <h2 class="h3" id="j-alasan">{t.reasons_title()}</h2>
            {none}
            <table class="plain"><tbody>{rows}</tbody></table>
        </section>
    }
    .into_html()
}

fn elements(figures: &Figures, t: Lang) -> Option<AnyView> {
    let index = figures.index().filter(|index| index.respondents >= FEWEST)?;
    let rows = Element::ALL.iter().zip(index.means).map(|(element, mean)| {
        view! { <tr><th scope="row">{element_name(t, *element)}</th><td>{decimal(mean.to_string(), t)}</td></tr> }
    });
    let rows = rows.collect_view();
    let shown = view! {
        <section class="card" aria-labelledby="j-unsur">
            <h2 class="h3" id="j-unsur">{t.elements_title()}</h2>
            <table class="plain">
                <thead><tr><th scope="col">{t.column_element()}</th><th scope="col">{t.column_mean()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    };
    Some(shown.into_html())
}
