//! `/pendampingan/jam`: when a mentor can be met, and when not.

use std::collections::BTreeMap;

use domain::account::Capability;
use domain::mentoring::Hours;
use domain::time::{Day, weekdays};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::mentoring::{MentorHours, MentoringError, add_away, find_hours, remove_away, set_hours};
use uuid::Uuid;

use super::{missing, refused};
use crate::action::{Word, done, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::shop::seller::entry::{Entry, Kind, Need, entry, typed};
use crate::shop::seller::form::Form;
use crate::text::{CartText, Lang, MentoringText};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const HERE: &str = "/pendampingan/jam";
const HOURS: &str = "pendampingan-jam";
const AWAY: &str = "pendampingan-libur";

struct Shown {
    hours: MentorHours,
    refused: Refused,
    refused_away: Refused,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    only(&visitor, Capability::Mentor)?;
    Ok(Shown {
        hours: find_hours(&platform, &visitor.actor).await.map_err(missing)?,
        refused: recall(&platform, visitor.typed, HOURS).await?,
        refused_away: recall(&platform, visitor.typed, AWAY).await?,
    })
}

/// `/pendampingan/jam`.
#[component]
pub fn HoursPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        let errors = [shown.refused.errors.clone(), shown.refused_away.errors.clone()].concat();
        view! {
            <Desk title=t.me_hours().to_owned() lead=t.me_hours_lead()>
                <a class="back" href="/pendampingan/hari-ini"><Icon name="chevron-left"/>{t.me_my_day()}</a>
                <div class="narrow stack">
                    <ErrorSummary errors=errors/>
                    {week(&shown, t)}
                    {away(&shown, t)}
                </div>
            </Desk>
        }
    })
}

/// So many times of a day there are: before noon and after it.
const TIMES: usize = 2;

/// The name of a field of a weekday, `h0dari1` for the first on a Monday.
fn field(nth: u8, end: &str, time: usize) -> String {
    format!("h{nth}{end}{}", time + 1)
}

fn week(shown: &Shown, t: Lang) -> AnyView {
    let days = (0..7_u8).map(|nth| {
        let day = weekdays(t)[usize::from(nth)];
        let set: Vec<_> = shown.hours.hours.iter().filter(|hours| hours.weekday == nth).collect();
        let rows = (0..TIMES).map(|time| row(shown, (nth, day, time), set.get(time).copied(), t)).collect_view();
        view! { <fieldset class="field hours"><legend class="strong">{day}</legend>{rows}</fieldset> }
    });
    view! {
        <form class="card stack" method="post" action="/aksi/pendampingan/jam">
            {days.collect_view()}
            <button class="btn btn--big btn--wide">{t.me_hours_save()}</button>
        </form>
    }
    .into_html()
}

/// From when to when on a day.
fn row(shown: &Shown, (nth, day, time): (u8, &str, usize), set: Option<&Hours>, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let stored = |minute: Option<u16>| minute.map(clock).unwrap_or_default();
    let (from, to) = (field(nth, "dari", time), field(nth, "sampai", time));
    let (from_name, to_name) = (format!("jam[{from}]"), format!("jam[{to}]"));
    let from_value = typed(refused, &from, &stored(set.map(|hours| hours.from)));
    let to_value = typed(refused, &to, &stored(set.map(|hours| hours.to)));
    let error = refused.error(&from).map(|error| {
        view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error.to_owned()}</p> }
    });
    let (from_label, to_label) = (t.me_hours_from(day, time + 1), t.me_hours_to(day, time + 1));
    view! {
        <div class="hours__row">
            <input class="input" id=from name=from_name r#type="time" value=from_value aria-label=from_label/>
            <span aria-hidden="true">"–"</span>
            <input class="input" id=to name=to_name r#type="time" value=to_value aria-label=to_label/>
            {error}
        </div>
    }
    .into_html()
}

fn clock(minutes: u16) -> String {
    // The end of the day is the last minute that an input of time has.
    let minutes = minutes.min(24 * 60 - 1);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn away(shown: &Shown, t: Lang) -> AnyView {
    let items = shown.hours.away.iter().map(|away| {
        let days = format!("{} – {}", away.from.words(t), away.to.words(t));
        let label = t.me_remove_line(&days);
        view! {
            <li>
                <p class="roster__who">{days}</p>
                <form method="post" action="/aksi/pendampingan/libur/hapus">
                    <input type="hidden" name="id" value=away.id.to_string()/>
                    <button class="btn btn--line btn--small" aria-label=label><Icon name="trash-2"/>{CartText::remove(t)}</button>
                </form>
            </li>
        }
    });
    let items = items.collect_view();
    let none = shown.hours.away.is_empty().then(|| view! { <p class="muted">{t.me_away_none()}</p> });
    let day = |name, label| Entry { name, label, hint: "", kind: Kind::Date, most: 10, need: Need::Must };
    view! {
        <section class="card stack" id="libur" aria-labelledby="j-libur">
            <div><h2 class="h3" id="j-libur">{t.me_away()}</h2><p class="muted small">{t.me_away_stays()}</p></div>
            {none}
            <ul class="roster">{items}</ul>
            <form class="stack" method="post" action="/aksi/pendampingan/libur">
                <div class="pair">
                    {entry(day("dari", t.me_away_from()), "", &shown.refused_away, t)}
                    {entry(day("hingga", t.me_away_to()), "", &shown.refused_away, t)}
                </div>
                <div><button class="btn btn--line"><Icon name="plus"/>{t.me_away_add()}</button></div>
            </form>
        </section>
    }
    .into_html()
}

/// Minutes after midnight of `09:30`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Sets the hours of the week.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/jam")]
pub async fn save_hours(#[server(default)] jam: BTreeMap<String, String>) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(HOURS, HERE);
    let mut hours = Vec::new();
    for (nth, time) in (0..7).flat_map(|nth| (0..TIMES).map(move |time| (nth, time))) {
        let text = |end: &str| jam.get(&field(nth, end, time)).map(|text| text.trim()).unwrap_or_default();
        let (from, to) = (text("dari"), text("sampai"));
        form.keep(&field(nth, "dari", time), from);
        form.keep(&field(nth, "sampai", time), to);
        if from.is_empty() && to.is_empty() {
            continue;
        }
        match minutes(from).zip(minutes(to)).and_then(|(from, to)| Hours::new(nth, from, to)) {
            Some(read) => hours.push(read),
            None => form.wrong(&field(nth, "dari", time), t.me_hours_wrong()),
        }
    }
    if !form.is_right() {
        form.refuse().await;
        return Ok(());
    }
    match set_hours(&platform, &visitor.actor, &hours).await {
        Ok(()) => done(Word::Saved, HERE),
        Err(error) => refused(form, &field(0, "dari", 0), error, t).await,
    }
    Ok(())
}

/// Adds days off.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/libur")]
pub async fn submit_away(
    #[server(default)] dari: String,
    #[server(default)] hingga: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(AWAY, format!("{HERE}#libur"));
    form.keep("dari", &dari);
    form.keep("hingga", &hingga);
    let (Some(from), Some(to)) = (Day::parse(&dari), Day::parse(&hingga)) else {
        form.wrong("dari", t.me_away_wrong());
        form.refuse().await;
        return Ok(());
    };
    match add_away(&platform, &visitor.actor, from, to).await {
        Ok(()) => done(Word::Saved, &format!("{HERE}#libur")),
        Err(MentoringError::Day) => {
            form.wrong("hingga", t.me_away_wrong());
            form.refuse().await;
        }
        Err(error) => refused(form, "dari", error, t).await,
    }
    Ok(())
}

/// Removes days off.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/libur/hapus")]
pub async fn drop_away(id: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let back = format!("{HERE}#libur");
    match remove_away(&platform, &visitor.actor, Uuid::try_parse(&id).unwrap_or_default()).await {
        Ok(()) => done(Word::Removed, &back),
        Err(error) => refused(Form::new(AWAY, back), "dari", error, visitor.lang).await,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{clock, minutes};

    #[test]
    fn a_time_is_read_as_it_is_shown() {
        for text in ["00:00", "09:30", "23:59"] {
            assert_eq!(minutes(text).map(clock).as_deref(), Some(text));
        }
        for text in ["", "24:00", "9", "09:60", "x:y"] {
            assert_eq!(minutes(text), None, "{text:?}");
        }
    }
}
