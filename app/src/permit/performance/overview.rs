//! `/transparansi`: all services.

use std::sync::Arc;

use domain::permit::figures::{FEWEST, per_cent, tell};
use domain::permit::service::{Service, Way};
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{ComplaintFigures, complaint_figures};
use platform::permit::{Performance, Period, find_service_version, performance, performance_years};

use super::parts::{alone, count, decimal, fig, in_time, method, satisfaction};
use super::period::{chooser, read, suffix};
use super::training::{Training, training};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::query;
use crate::text::{ComplaintText, FigureText, Lang};
use crate::ui::PageHead;
use crate::visitor::lang;

struct Shown {
    counted: Arc<Performance>,
    services: Vec<Arc<Service>>,
    years: Vec<i64>,
    period: Period,
    /// Of the last twelve months, so only told with the other figures of that time.
    complaints: Option<ComplaintFigures>,
    training: Training,
}

async fn load(platform: Platform, period: Period) -> Result<Shown, Missing> {
    let counted = performance(&platform, &period).await?;
    let mut services = Vec::new();
    for slug in counted.services.keys() {
        // A service that is closed now has its figures too.
        services.extend(find_service_version(&platform, slug, 1).await?);
    }
    let complaints = match period {
        Period::LastYear => complaint_figures(&platform).await?,
        Period::Year(_) => None,
    };
    let training = Training::load(&platform, &period).await?;
    Ok(Shown { counted, services, years: performance_years(&platform).await?, period, complaints, training })
}

/// `/transparansi`.
#[component]
pub fn FiguresPage() -> impl IntoView {
    let period = read(query().get("periode"));
    page(load(expect_context::<Platform>(), period), |shown| {
        let t = lang();
        let all = &shown.counted.all;
        let complaints = shown.complaints.map(|told| {
            fig(
                t.figure_complaints(),
                told.filed.to_string(),
                told.in_time.map(|share| t.figure_complaints_in_time(share)),
            )
        });
        view! {
            <PageHead title=t.figures_title().to_owned() description=t.figures_lead().to_owned() canonical=Some("/transparansi".to_owned())/>
            <main id="isi" class="wrap section stack">
                <div><h1>{t.figures_title()}</h1><p class="muted">{t.figures_lead()}</p></div>
                {chooser("/transparansi", &shown.years, &shown.period, t)}
                <div class="figs">
                    {in_time(all, &shown.counted, t)}
                    <div class="figs__side">
                        {fig(t.figure_submitted(), alone(all.submitted), None)}
                        {fig(t.figure_running(), alone(all.running), None)}
                        {fig(t.figure_overdue(), all.overdue.to_string(), None)}
                        {satisfaction(all, t)}
                        {complaints}
                    </div>
                </div>
                {table(&shown, t)}
                {training(&shown.training, t)}
                {method(&shown.counted, format!("/transparansi/data.csv{}", suffix(&shown.period)), t)}
            </main>
        }
    })
}

fn table(shown: &Shown, t: Lang) -> AnyView {
    let figures: Vec<_> = shown
        .services
        .iter()
        .map(|service| shown.counted.services.get(&service.slug()).cloned().unwrap_or_default())
        .collect();
    let submitted = tell(&figures.iter().map(|figures| figures.submitted).collect::<Vec<_>>());
    let decided = tell(&figures.iter().map(platform::permit::Figures::decided).collect::<Vec<_>>());
    let rows = shown.services.iter().zip(&figures).zip(submitted.into_iter().zip(decided)).map(
        |((service, figures), (submitted, decided))| {
            let norm = if let Way::Own(own) = &service.way { Some(own.norm) } else { None };
            let days = |days: Option<u16>| days.map_or("–".to_owned(), |days| days.to_string());
            let share =
                per_cent(figures.on_time, figures.decided()).map_or("–".to_owned(), |share| format!("{share}%"));
            let index = figures.index().filter(|index| index.respondents >= FEWEST);
            let index = index.map_or("–".to_owned(), |index| decimal(index.value.to_string(), t));
            let to = format!("/transparansi/{}{}", service.slug(), suffix(&shown.period));
            view! {
                <tr>
                    <th scope="row"><a href=to>{service.name.get(t).to_owned()}</a></th>
                    <td>{count(submitted)}</td>
                    <td>{count(decided)}</td>
                    <td>{days(figures.durations.percentile(50))}</td>
                    <td>{days(figures.durations.percentile(90))}</td>
                    <td>{days(norm)}</td>
                    <td>{share}</td>
                    <td>{index}</td>
                </tr>
            }
        },
    );
    let rows = rows.collect_view();
    view! {
        <div class="card figs__table">
            <h2 class="h3" id="j-layanan">{t.services_title_figures()}</h2>
            <div class="nota__table" tabindex="0" role="region" aria-labelledby="j-layanan">
                <table class="plain">
                    <thead><tr>
                        <td></td>
                        <th scope="col">{t.figure_submitted()}</th>
                        <th scope="col">{t.figure_decided()}</th>
                        <th scope="col">{t.figure_median()}</th>
                        <th scope="col">{t.figure_p90()}</th>
                        <th scope="col">{t.figure_norm()}</th>
                        <th scope="col">{t.figure_on_time()}</th>
                        <th scope="col">"IKM"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_html()
}
