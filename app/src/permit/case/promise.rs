//! The promised day, and why it is that day: a calendar for the eye, the same in words for everybody.

use domain::permit::clock::Pace;
use domain::time::{Day, Timestamp, weekdays};
use leptos::prelude::*;
use platform::permit::{CountedDay, Promise};

use crate::html::IntoHtml;
use crate::text::{CaseText, Lang, PermitText};
use crate::ui::Icon;

/// A calendar longer than so many weeks says less than the words below it.
const MOST_WEEKS: i64 = 7;

pub(super) fn promise_view(promise: &Promise, now: Timestamp, t: Lang) -> AnyView {
    let reading = &promise.reading;
    let due = reading.due.day().long(t);
    let (title, note) = match reading.pace {
        Pace::Running if reading.overdue => (t.promise_title(), Some(t.promise_overdue().to_owned())),
        Pace::Running => (t.promise_title(), None),
        Pace::Paused => (t.promise_title(), Some(t.promise_if_today().to_owned())),
        Pace::Stopped => (t.promise_was(), Some(decided(promise, t))),
    };
    let open = reading.pace != Pace::Stopped;
    view! {
        <section class="card stack" aria-labelledby="j-janji">
            <div>
                <h2 id="j-janji">{title}</h2>
                <p class="promise">{due}</p>
                {note.map(|note| view! { <p class="muted">{note}</p> })}
            </div>
            {open.then(|| calendar(promise, now.day(), t)).flatten()}
            <dl class="sum tr__sum">
                <div><dt>{t.promise_norm()}</dt><dd>{t.working_days(reading.norm)}</dd></div>
                <div><dt>{t.promise_used()}</dt><dd>{t.working_days(reading.charged)}</dd></div>
                {(reading.pace == Pace::Paused).then(|| view! { <div><dt>{t.promise_paused_since()}</dt><dd>{reading.since.day().short(t)}</dd></div> })}
                {open.then(|| view! { <div><dt>{t.promise_left()}</dt><dd>{t.working_days(reading.remaining)}</dd></div> })}
            </dl>
            {how(promise, t)}
        </section>
    }
    .into_html()
}

/// When it was decided, and whether that was in time.
fn decided(promise: &Promise, t: Lang) -> String {
    let day = t.promise_decided(&promise.reading.since.day().words(t));
    if promise.reading.overdue { format!("{day}. {}", t.promise_late()) } else { format!("{day}.") }
}

/// Weeks from Monday to Sunday, from the submission to the promised day.
fn calendar(promise: &Promise, today: Day, t: Lang) -> Option<AnyView> {
    let ((first, _), (last, _)) = (promise.days.first()?, promise.days.last()?);
    let monday = first.plus(-(first.weekday() as i64));
    let weeks = last.since(monday) / 7 + 1;
    if weeks > MOST_WEEKS {
        return None;
    }
    let heads = weekdays(t)
        .map(|name| view! { <li class="cal__h">{name.chars().take(3).collect::<String>()}</li> })
        .collect_view();
    let days = (0..weeks * 7)
        .map(|offset| {
            let day = monday.plus(offset);
            let found = promise.days.iter().find(|(known, _)| *known == day);
            day_view(day, found.map(|(_, kind)| kind), day == *last, today, t)
        })
        .collect_view();
    let paused = promise.days.iter().any(|(_, kind)| *kind == CountedDay::Paused);
    let view = view! {
        <ol class="cal" aria-hidden="true">{heads}{days}</ol>
        <p class="legend small" aria-hidden="true">
            <span><i class="lg lg--h"></i>{t.legend_counted()}</span>
            {paused.then(|| view! { <span><i class="lg lg--p"></i>{t.legend_paused()}</span> })}
            <span><i class="lg lg--n"></i>{t.legend_left()}</span>
        </p>
    };
    Some(view.into_html())
}

fn day_view(day: Day, kind: Option<&CountedDay>, is_due: bool, today: Day, t: Lang) -> AnyView {
    let (mut class, mut said) = match kind {
        None if day.weekday() >= 5 => ("day off", None),
        None => ("day", None),
        Some(CountedDay::Submitted) => ("day in", Some(t.day_submitted().to_owned())),
        Some(CountedDay::Charged(nth)) if day < today => ("day h", Some(t.day_nth(*nth))),
        Some(CountedDay::Charged(_)) if is_due => ("day n end", Some(t.day_end().to_owned())),
        Some(CountedDay::Charged(nth)) => ("day n", Some(t.day_nth(*nth))),
        Some(CountedDay::Paused) => ("day p", None),
        Some(CountedDay::Weekend | CountedDay::Holiday(_)) => ("day off", None),
    };
    if day == today && !is_due {
        (class, said) = ("day now", Some(t.day_today().to_owned()));
    }
    let (_, _, number) = day.date();
    view! { <li class=class><b>{number}</b>{said.map(|said| view! { <span>{said}</span> })}</li> }.into_html()
}

/// The rule, and the days that it leaves out here.
fn how(promise: &Promise, t: Lang) -> AnyView {
    let off = promise
        .days
        .iter()
        .filter_map(|(day, kind)| match kind {
            CountedDay::Holiday(name) => Some(format!("{}: {name}", day.short(t))),
            CountedDay::Paused => Some(format!("{}: {}", day.short(t), t.day_paused())),
            _ => None,
        })
        .map(|line| view! { <li>{line}</li> })
        .collect::<Vec<_>>();
    let some = !off.is_empty();
    view! {
        <details class="fold tr__how">
            <summary><Icon name="info"/>{t.how_counted()}<Icon name="chevron-down"/></summary>
            <div class="stack stack--2 small">
                <p>{t.how_counted_1()}</p>
                <p>{t.how_counted_2()}</p>
                {some.then(|| view! { <p>{t.how_off()}</p><ul class="dots">{off}</ul> })}
            </div>
        </details>
    }
    .into_html()
}
