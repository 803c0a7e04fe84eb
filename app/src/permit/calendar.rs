//! `/dinas/kalender`: the days off, year by year.

mod days;

use std::collections::BTreeSet;

use domain::account::Capability;
use domain::permit::calendar::{OffDay, OffKind};
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{HolidayError, calendar, list_holidays};

use self::days::{HERE, address_of, fields, import_form, remove_form};
use super::already::what_was_wrong;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{CalendarText, ConsoleText, KeepText, Lang, off_label};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

/// The name of the forms here.
const FORM: &str = "kalender";

struct Shown {
    days: Vec<(Day, OffDay)>,
    year: i64,
    today: Day,
    /// The day that is being changed.
    chosen: Option<(Day, OffDay)>,
    missing: Option<i64>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, year: Option<i64>, chosen: Option<Day>) -> Result<Shown, Missing> {
    only(&visitor, Capability::ManageServices)?;
    let days = list_holidays(&platform, &visitor.actor).await.map_err(|error| match error {
        HolidayError::Forbidden(_) => Missing::NotAllowed,
        error => error.into(),
    })?;
    let today = platform.now().day();
    let missing = calendar(&platform).await?.missing_year(today);
    let chosen = chosen.and_then(|day| days.iter().find(|(known, _)| *known == day).cloned());
    let year = chosen.as_ref().map(|(day, _)| day.date().0).or(year).unwrap_or(today.date().0);
    let refused = recall(&platform, visitor.typed, FORM).await?;
    Ok(Shown { days, year, today, chosen, missing, refused })
}

/// `/dinas/kalender`.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let query = query();
    let year = query.get("tahun").and_then(|year| year.parse().ok()).filter(|year| (2000..2200).contains(year));
    let chosen = query.get("ubah").and_then(Day::parse);
    page(load(expect_context::<Platform>(), visitor(), year, chosen), calendar_view)
}

/// Says that a coming year is missing, with the way to fill it in.
pub(crate) fn missing_year_note(year: i64, t: Lang) -> AnyView {
    view! {
        <div class="note note--warn">
            <Icon name="triangle-alert"/>
            <div><p>{t.year_missing(year)}</p><p><a href=format!("{}#tempel", address_of(year))>{t.add_them()}</a></p></div>
        </div>
    }
    .into_html()
}

fn calendar_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { days, year, today, chosen, missing, refused } = shown;
    let this_year = today.date().0;
    let years: BTreeSet<i64> =
        days.iter().map(|(day, _)| day.date().0).chain([this_year, this_year + 1, year]).collect();
    let tabs = years
        .into_iter()
        .map(|one| {
            let current = (one == year).then_some("true");
            view! { <a class="chip" href=address_of(one) aria-current=current>{one}</a> }
        })
        .collect_view();
    let of_year: Vec<(Day, OffDay)> = days.into_iter().filter(|(day, _)| day.date().0 == year).collect();
    let table = if of_year.is_empty() {
        view! { <p class="note note--plain"><Icon name="info"/><span>{t.no_days(year)}</span></p> }.into_html()
    } else {
        table(of_year, year, t)
    };
    let title = if chosen.is_some() { t.change_day() } else { t.add_day() };
    let removal = chosen.as_ref().map(|(day, _)| remove_form(*day, t));
    let cancel = chosen.is_some().then(|| view! { <a class="btn btn--quiet" href=address_of(year)>{t.cancel()}</a> });
    view! {
        <Desk title=t.calendar_title().to_owned() lead=t.calendar_lead()>
            <div class="row">
                <a class="back" href="/dinas/layanan"><Icon name="chevron-left" class="i i--16"/>{t.room_services()}</a>
                <a class="btn btn--quiet only-narrow" href="#hari"><Icon name="plus"/>{t.add_day()}</a>
            </div>
            {missing.map(|year| missing_year_note(year, t))}
            {what_was_wrong(&refused, None)}
            <nav class="ib__mine" aria-label=t.years()>{tabs}</nav>
            <div class="casefile">
                <div class="stack">{table}</div>
                <div class="stack casefile__side">
                    <form class="card stack" id="hari" method="post" action="/aksi/dinas/kalender">
                        <h2 class="h3">{title}</h2>
                        {fields(chosen.as_ref(), year, &refused, t)}
                        <div class="row"><button class="btn">{t.save()}</button>{cancel}</div>
                    </form>
                    {removal}
                    {import_form(year, &refused, t)}
                </div>
            </div>
        </Desk>
    }
    .into_html()
}

fn table(days: Vec<(Day, OffDay)>, year: i64, t: Lang) -> AnyView {
    let rows = days
        .into_iter()
        .map(|(day, off)| {
            let class = if off.kind == OffKind::LiburNasional { "state state--stop" } else { "state state--wait" };
            let to = format!("{HERE}?ubah={day}#hari");
            let said = t.change_named(&format!("{}, {}", off.name, day.short(t)));
            view! {
                <li class="keep__field">
                    <div><span class="strong">{off.name.clone()}</span><span class="muted small">{day.short(t)}</span></div>
                    <span class="rowset__tools">
                        <span class=class>{off_label(off.kind, t)}</span>
                        <a class="btn btn--quiet" href=to aria-label=said title=t.change()><Icon name="pencil"/></a>
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="card stack" aria-labelledby="j-tahun">
            <h2 class="h3" id="j-tahun">{year}</h2>
            <ol class="keep__fields">{rows}</ol>
        </section>
    }
    .into_html()
}
