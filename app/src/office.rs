//! `/dinas`: what waits, for whoever has a duty here.

use domain::account::Capability;
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{ComplaintCounts, count_complaints};
use platform::mentoring::count_waiting_mentorings;
use platform::permit::{CaseCounts, calendar, count_cases, list_visits};
use platform::shop::badge::{BadgeCounts, count_badges};
use platform::shop::usaha::{LateShop, ShopCounts, count_shops, list_late_shops};
use platform::training::{TrainingCounts, count_training};

use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::permit::missing_year_note;
use crate::shop::office::{age, days};
use crate::text::{ComplaintDeskText, DeskText, Lang, MentoringText, OfficeText, TrainingDeskText, grouped};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

/// Objections in the inbox.
const OBJECTIONS: &str = "/dinas/izin?laci=keberatan";
/// Complaints that have to be answered.
const COMPLAINTS_TO_ANSWER: &str = "/dinas/pengaduan?laci=jawab";

struct Overview {
    shops: Option<(ShopCounts, Vec<LateShop>)>,
    badges: Option<BadgeCounts>,
    /// A coming year whose days off are missing, for who can add them.
    missing_year: Option<i64>,
    /// How many cases run, and how many of them are over their time.
    cases: Option<CaseCounts>,
    visits: Option<i64>,
    complaints: Option<ComplaintCounts>,
    training: Option<TrainingCounts>,
    /// Requests for mentoring that nobody has.
    mentoring: Option<i64>,
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Overview, Missing> {
    signed_in(&visitor)?;
    let actor = &visitor.actor;
    if !actor.works_in_office() {
        return Err(Missing::NotAllowed);
    }
    let shops = match actor.may(Capability::DecideShops) {
        true => Some((count_shops(&platform, actor).await?, list_late_shops(&platform, actor).await?)),
        false => None,
    };
    let badges = match actor.may(Capability::VerifyBadges) {
        true => Some(count_badges(&platform, actor).await?),
        false => None,
    };
    let missing_year = match actor.may(Capability::ManageServices) {
        true => calendar(&platform).await?.missing_year(platform.now().day()),
        false => None,
    };
    let cases = match actor.may(Capability::ReadCases) {
        true => Some(count_cases(&platform, actor).await?),
        false => None,
    };
    let visits = match actor.may(Capability::VisitCases) {
        true => Some(list_visits(&platform, actor).await?.len() as i64),
        false => None,
    };
    let complaints = match actor.may(Capability::HandleComplaints) {
        true => Some(count_complaints(&platform, actor).await?),
        false => None,
    };
    let training = match actor.may(Capability::OrganiseTraining) {
        true => Some(count_training(&platform, actor).await?),
        false => None,
    };
    let mentoring = match actor.may(Capability::CoordinateMentoring) {
        true => Some(count_waiting_mentorings(&platform, actor).await?),
        false => None,
    };
    let now = platform.now();
    Ok(Overview { shops, badges, missing_year, cases, visits, complaints, training, mentoring, now })
}

/// `/dinas`.
#[component]
pub fn OfficePage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |overview| {
        let Overview { shops, badges, missing_year, cases, visits, complaints, training, mentoring, now } = overview;
        let t = lang();
        let nothing =
            shops.is_none() && badges.is_none() && cases.is_none() && complaints.is_none() && training.is_none();
        let shop_tiles = shops.as_ref().map(|(shops, _)| {
            [
                tile("/dinas/toko", "store", t.tile_shops(), shops.waiting, shops.oldest, now, t),
                tile("/dinas/toko?keadaan=perbaikan", "pencil", t.tile_returned(), shops.returned, None, now, t),
            ]
        });
        let badge_tiles = badges.map(|badges| {
            [
                tile("/dinas/lencana", "badge-check", t.tile_badges(), badges.waiting, badges.oldest, now, t),
                tile(
                    "/dinas/lencana?keadaan=segera-berakhir",
                    "calendar-days",
                    t.tile_ending(),
                    badges.ending,
                    None,
                    now,
                    t,
                ),
            ]
        });
        let case_tiles = cases.map(|counts| {
            let over = counts.overdue;
            let below = if over > 0 { t.over_time(over) } else { t.none_over_time().to_owned() };
            let class = if over > 0 { "c-over small" } else { "muted small" };
            let below = view! { <span class=class>{below}</span> }.into_html();
            let objections = (counts.objections > 0)
                .then(|| tile(OBJECTIONS, "undo-2", DeskText::drawer_objections(t), counts.objections, None, now, t));
            view! { {tile_with("/dinas/izin", "inbox", t.tile_cases(), counts.running, below)}{objections} }
        });
        let visit_tile = visits
            .map(|visits| tile("/dinas/izin/kunjungan", "map-pin", DeskText::tile_visits(t), visits, None, now, t));
        let complaint_tile = complaints.map(|counts| {
            let over = counts.overdue;
            let below = if over > 0 { t.over_time(over) } else { t.none_over_time().to_owned() };
            let class = if over > 0 { "c-over small" } else { "muted small" };
            let below = view! { <span class=class>{below}</span> }.into_html();
            // To the first drawer with something in it.
            let to = if counts.verify == 0 && counts.answer > 0 { COMPLAINTS_TO_ANSWER } else { "/dinas/pengaduan" };
            tile_with(to, "message-circle", t.tile_complaints(), counts.verify + counts.answer, below)
        });
        let training_tile = training.map(|counts| {
            let missing = counts.incomplete;
            let below =
                (missing > 0).then(|| view! { <span class="c-over small">{t.tile_sheets(missing)}</span> }).into_html();
            tile_with("/dinas/pelatihan", "graduation-cap", t.tile_training(), counts.coming, below)
        });
        let mentoring_tile =
            mentoring.map(|count| tile("/dinas/pendampingan", "users", t.me_tile(), count, None, now, t));
        view! {
            <Desk title=t.office_title().to_owned() lead=now.day().words(t)>
                {missing_year.map(|year| missing_year_note(year, t))}
                {nothing.then(|| view! { <p class="note note--plain"><Icon name="info"/><span>{t.office_nothing()}</span></p> })}
                <ul class="tiles">{case_tiles}{visit_tile}{complaint_tile}{training_tile}{mentoring_tile}{shop_tiles}{badge_tiles}</ul>
                {shops.map(|(_, late)| late_view(late, now, t))}
            </Desk>
        }
    })
}

fn tile(
    to: &'static str,
    icon: &'static str,
    name: &'static str,
    count: i64,
    oldest: Option<i64>,
    now: Timestamp,
    t: Lang,
) -> AnyView {
    let below = match oldest {
        Some(since) => view! { <span class="muted small">{t.oldest_waits(&days(since, now, t))}</span> }.into_html(),
        None if count == 0 => view! { <span class="muted small">{t.tile_done()}</span> }.into_html(),
        None => ().into_html(),
    };
    tile_with(to, icon, name, count, below)
}

fn tile_with(to: &'static str, icon: &'static str, name: &'static str, count: i64, below: AnyView) -> AnyView {
    let light = if count > 0 { "tile__i tile__i--on" } else { "tile__i" };
    view! {
        <li>
            <a class="tile" href=to>
                <span class=light><Icon name=icon class="i i--24"/></span>
                <span class="tile__n">{grouped(count).to_string()}</span>
                <span class="tile__t">{name}</span>
                {below}
            </a>
        </li>
    }
    .into_html()
}

fn late_view(late: Vec<LateShop>, now: Timestamp, t: Lang) -> AnyView {
    let none = late.is_empty();
    let rows = late
        .into_iter()
        .map(|shop| {
            view! {
                <tr role="row">
                    <td role="cell" class="c-sla">{age(shop.since, now, t)}</td>
                    <td role="cell" class="c-who"><a href=format!("/dinas/toko/{}", shop.id)>{shop.name}</a></td>
                    <td role="cell" class="c-due c-due--p"><b>{t.late_orders(shop.orders)}</b></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--2" aria-labelledby="j-terlambat">
            <h2 id="j-terlambat">{t.late_title()}</h2>
            {if none {
                view! { <p class="note note--ok"><Icon name="circle-check"/><span>{t.late_none()}</span></p> }.into_html()
            } else {
                view! {
                    <p class="muted">{t.late_lead()}</p>
                    <table class="cases cases--3" role="table" aria-labelledby="j-terlambat">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th role="columnheader" scope="col">{t.column_age()}</th>
                                <th role="columnheader" scope="col">{t.shop_label()}</th>
                                <th role="columnheader" scope="col">{t.late_column()}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                }.into_html()
            }}
        </section>
    }
    .into_html()
}
