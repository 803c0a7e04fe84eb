//! `/pelatihan/kalender?bulan=2026-12`: a month of classes; a table, and on the phone a list of the days that have any.

use std::sync::Arc;

use domain::permit::calendar::Calendar;
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::calendar;
use platform::training::{SessionShown, list_sessions};

use super::days::{clock, off_days, weekday};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::{Query, query};
use crate::text::{CommonText, Lang, TrainingText};
use crate::ui::{Icon, PageHead};
use crate::visitor::lang;

/// So many months before and after this one there are pages: no endless way for search engines.
const REACH: i64 = 12;

struct Month {
    first: Day,
    today: Day,
    sessions: Vec<SessionShown>,
    calendar: Arc<Calendar>,
}

/// The first day of the month that is asked for; this month where that cannot be read.
fn asked(query: &Query, today: Day) -> Day {
    let this = today.first_of_month();
    let month = query.get("bulan").and_then(|month| Day::parse(&format!("{}-01", month.trim())));
    month.filter(|month| away(*month, this).abs() <= REACH).unwrap_or(this)
}

/// How many months later than another.
fn away(month: Day, other: Day) -> i64 {
    let count = |day: Day| day.date().0 * 12 + i64::from(day.date().1);
    count(month) - count(other)
}

async fn load(platform: Platform, query: Query) -> Result<Month, Missing> {
    let today = platform.now().day();
    let first = asked(&query, today);
    let sessions = list_sessions(&platform, first.start(), first.plus_months(1).start()).await?;
    Ok(Month { first, today, sessions, calendar: calendar(&platform).await? })
}

/// `/pelatihan/kalender`.
#[component]
pub fn ClassCalendarPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), query()), month_view)
}

fn address(month: Day) -> String {
    let (year, month, _) = month.date();
    format!("/pelatihan/kalender?bulan={year:04}-{month:02}")
}

fn month_view(month: Month) -> AnyView {
    let t = lang();
    let Month { first, today, sessions, calendar } = month;
    let words = first.month(t);
    let (before, after) = (first.plus(-1).first_of_month(), first.plus_months(1));
    let this = today.first_of_month();
    let link = |to: Day, icon: &'static str, rel: &'static str| {
        (away(to, this).abs() <= REACH).then(|| {
            let text = to.month(t);
            let chevron = view! { <Icon name=icon/> };
            match rel {
                "prev" => view! { <a href=address(to) rel=rel>{chevron}{text}</a> }.into_html(),
                _ => view! { <a href=address(to) rel=rel>{text}{chevron}</a> }.into_html(),
            }
        })
    };
    let off = off_days(&calendar, first, t);
    let count = sessions.len();
    let named = (!off.is_empty()).then(|| {
        let days = off.iter().map(|(day, name)| view! { <li>{format!("{}: {name}", day.short(t))}</li> }).collect_view();
        view! { <section class="stack stack--2" aria-labelledby="j-libur"><h2 class="h3" id="j-libur">{t.calendar_off()}</h2><ul>{days}</ul></section> }
    });
    view! {
        <PageHead
            title=t.calendar_of(&words)
            description=t.calendar_description(&words)
            canonical=(count > 0).then(|| address(first))
        />
        <main id="isi" class="wrap">
            <nav class="crumbs" aria-label=t.breadcrumbs()>
                <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                <a href="/pelatihan">{t.nav_training()}</a><Icon name="chevron-right"/>
                <span aria-current="page">{t.month_calendar()}</span>
            </nav>
            <div class="title">
                <h1>{t.calendar_of(&words)}</h1>
                <div class="bar">
                    <a class="btn btn--line" href="/pelatihan"><Icon name="layout-list"/>{t.see_list()}</a>
                </div>
            </div>
            {(count == 0).then(|| view! { <p class="note note--plain mb-3"><Icon name="info"/><span>{t.calendar_empty()}</span></p> })}
            {table(first, today, &sessions, &off, t)}
            <nav class="pages mb-8" aria-label=t.calendar_months()>
                {link(before, "chevron-left", "prev")}{link(after, "chevron-right", "next")}
            </nav>
            <div class="mb-12">{named}</div>
        </main>
    }
    .into_html()
}

fn table(first: Day, today: Day, sessions: &[SessionShown], off: &[(Day, String)], t: Lang) -> AnyView {
    let next = first.plus_months(1);
    let monday = first.plus(-(first.weekday() as i64));
    let weeks = (0..6).map(|week| monday.plus(week * 7)).take_while(|week| *week < next);
    let rows = weeks
        .map(|week| {
            let days = (0..7).map(|nth| week.plus(nth)).map(|day| {
                if day < first || day >= next {
                    return view! { <td class="mcal__none"></td> }.into_html();
                }
                let name = off.iter().find(|(other, _)| *other == day).map(|(_, name)| name.clone());
                let of_day: Vec<&SessionShown> = sessions.iter().filter(|one| one.starts_at.day() == day).collect();
                day_view(day, day == today, name, &of_day, t)
            });
            view! { <tr>{days.collect_view()}</tr> }
        })
        .collect_view();
    let heads = (0..7).map(|nth| view! { <th scope="col">{weekday(nth, t)}</th> }).collect_view();
    view! {
        <table class="mcal">
            <caption class="vh">{t.calendar_of(&first.month(t))}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_html()
}

fn day_view(day: Day, today: bool, off: Option<String>, sessions: &[&SessionShown], t: Lang) -> AnyView {
    let class = match (sessions.is_empty() && off.is_none(), today) {
        (true, true) => "mcal__empty mcal__today",
        (true, false) => "mcal__empty",
        (false, true) => "mcal__today",
        (false, false) => "mcal__full",
    };
    let items = sessions
        .iter()
        .map(|session| {
            let place = session.venue.clone().unwrap_or_else(|| t.online().to_owned());
            let at: Timestamp = session.starts_at;
            view! {
                <li>
                    <a href=format!("/pelatihan/{}", session.slug)>{session.title.clone()}</a>
                    <span class="mcal__at">{format!("{}\u{a0}· {place}", clock(at))}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <td class=class aria-current=today.then_some("date")>
            <p class="mcal__day">
                <span class="only-wide">{day.date().2}</span>
                <span class="only-narrow">{day.long(t)}</span>
            </p>
            {off.map(|name| view! { <p class="mcal__off">{name}</p> })}
            {(!sessions.is_empty()).then(|| view! { <ul class="mcal__list">{items}</ul> })}
        </td>
    }
    .into_html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_that_cannot_be_read_or_is_far_away_is_this_one() {
        let today = Day::new(2026, 11, 25).unwrap();
        for (asked_for, expected) in [
            ("bulan=2026-12", "2026-12-01"),
            ("bulan=2025-11", "2025-11-01"),
            ("bulan=2025-10", "2026-11-01"),
            ("bulan=2026-13", "2026-11-01"),
            ("bulan=-9999999999-01", "2026-11-01"),
            ("", "2026-11-01"),
        ] {
            assert_eq!(asked(&Query::parse(asked_for), today).to_string(), expected, "{asked_for}");
        }
    }
}
