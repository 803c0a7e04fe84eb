//! Adding, changing and removing a day off, and a whole year pasted at once.

use domain::permit::calendar::{OffDay, OffKind};
use domain::permit::decree::read_days;
use domain::time::Day;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{HolidayError, add_holiday, change_holiday, import_holidays, remove_holiday};

use super::FORM;
use crate::action::{Word, done};
use crate::html::IntoHtml;
use crate::permit::already::ALREADY;
use crate::shop::seller::form::Form;
use crate::text::{CalendarText, CartText, Lang, day_fault, off_label};
use crate::ui::{Field, Icon, described};
use crate::visitor::visitor;

/// The page.
pub(super) const HERE: &str = "/dinas/kalender";

/// The page of a year.
pub(super) fn address_of(year: i64) -> String {
    format!("{HERE}?tahun={year}")
}

/// Day, kind and name.
pub(super) fn fields(chosen: Option<&(Day, OffDay)>, year: i64, refused: &Refused, t: Lang) -> AnyView {
    // What was typed for another day stays with that.
    let before = chosen.map(|(day, _)| day.to_string()).unwrap_or_default();
    let refused = if refused.value("sebelum") == before { refused.clone() } else { Refused::default() };
    let typed = |name: &str, stored: String| refused.values.get(name).cloned().unwrap_or(stored);
    let day = typed("tanggal", before.clone());
    let name = typed("nama", chosen.map(|(_, off)| off.name.clone()).unwrap_or_default());
    let kind = typed("jenis", chosen.map_or(OffKind::LiburNasional, |(_, off)| off.kind).to_string());
    let kinds = OffKind::ALL
        .iter()
        .map(|one| {
            let selected = one.as_str() == kind;
            view! { <option value=one.as_str() selected=selected>{off_label(*one, t)}</option> }
        })
        .collect_view();
    let about = |name: &str| described(name, false, &refused);
    let (about_day, about_kind, about_name) = (about("tanggal"), about("jenis"), about("nama"));
    view! {
        <input type="hidden" name="sebelum" value=before/>
        <input type="hidden" name="tahun" value=year/>
        <Field name="tanggal" label=t.col_day().to_owned() refused=refused.clone()>
            <input class="input" id="tanggal" name="tanggal" type="date" required value=day aria-describedby=about_day/>
        </Field>
        <Field name="nama" label=t.day_name().to_owned() refused=refused.clone()>
            <input class="input" id="nama" name="nama" maxlength="100" autocomplete="off" required value=name aria-describedby=about_name/>
        </Field>
        <Field name="jenis" label=t.col_kind().to_owned() refused=refused.clone()>
            <select class="select" id="jenis" name="jenis" aria-describedby=about_kind>{kinds}</select>
        </Field>
    }
    .into_html()
}

/// Taking a day out.
pub(super) fn remove_form(day: Day, t: Lang) -> AnyView {
    view! {
        <details class="card fold">
            <summary>{t.remove_day()}<Icon name="chevron-down"/></summary>
            <form class="stack stack--2" method="post" action="/aksi/dinas/kalender/hapus">
                <input type="hidden" name="tanggal" value=day.to_string()/>
                <p class="muted">{t.remove_day_text()}</p>
                <div><button class="btn btn--danger">{t.yes_remove_day()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// A whole year, pasted.
pub(super) fn import_form(year: i64, refused: &Refused, t: Lang) -> AnyView {
    let open = !refused.value("daftar").is_empty() || refused.error("daftar").is_some();
    let value = refused.value("daftar");
    let about = described("daftar", true, refused);
    let example = format!("{year}-01-01;libur_nasional;Tahun Baru {year} Masehi");
    view! {
        <details class="card fold" id="tempel" open=open>
            <summary>{t.import_title()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/dinas/kalender/daftar">
                <input type="hidden" name="tahun" value=year/>
                <p class="muted">{t.import_text()}</p>
                <Field name="daftar" label=t.import_label().to_owned() hint=example refused=refused.clone()>
                    <textarea class="textarea keep__json" id="daftar" name="daftar" rows="8" spellcheck="false" required
                        aria-describedby=about>{value}</textarea>
                </Field>
                <div><button class="btn btn--line">{t.import_button()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// Adds a day off, or changes the one that stood there before.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/kalender")]
pub async fn submit_day(
    #[server(default)] sebelum: String,
    #[server(default)] tahun: i64,
    #[server(default)] tanggal: String,
    #[server(default)] jenis: String,
    #[server(default)] nama: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let before = Day::parse(&sebelum);
    let back = before.map_or_else(|| address_of(tahun), |day| format!("{HERE}?ubah={day}"));
    let mut form = Form::new(FORM, back);
    for (name, value) in [("sebelum", &sebelum), ("tanggal", &tanggal), ("jenis", &jenis)] {
        form.keep(name, value);
    }
    let day = Day::parse(tanggal.trim());
    if day.is_none() {
        form.wrong("tanggal", t.day_wrong_here());
    }
    let name = form.read("nama", t.day_name(), &nama, Line::<100>::parse);
    let kind = jenis.parse::<OffKind>().ok();
    if kind.is_none() {
        form.wrong("jenis", t.kind_wrong());
    }
    let (Some(day), Some(name), Some(kind)) = (day, name, kind) else {
        form.refuse().await;
        return Ok(());
    };
    let off = OffDay { kind, name: name.as_str().to_owned() };
    let result = match before {
        Some(before) => change_holiday(&platform, &visitor.actor, before, day, &off).await,
        None => add_holiday(&platform, &visitor.actor, day, &off).await,
    };
    match result {
        Ok(()) => done(Word::Saved, &address_of(day.date().0)),
        Err(HolidayError::Forbidden(_)) => form.not_allowed(),
        Err(HolidayError::Taken(name)) => {
            form.wrong("tanggal", t.day_taken(&name));
            form.refuse().await;
        }
        Err(HolidayError::NotFound) => {
            // Shown again as a new day, with what was typed.
            let mut form = Form::new(FORM, address_of(day.date().0));
            for (name, value) in [("sebelum", ""), ("tanggal", &tanggal), ("jenis", &jenis), ("nama", &nama)] {
                form.keep(name, value);
            }
            form.wrong(ALREADY, t.day_gone());
            form.refuse().await;
        }
        Err(error @ HolidayError::Db(_)) => form.unavailable("tanggal", &error).await,
    }
    Ok(())
}

/// Takes a day out of the calendar.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/kalender/hapus")]
pub async fn submit_removed_day(#[server(default)] tanggal: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let Some(day) = Day::parse(&tanggal) else {
        crate::action::go_to(HERE);
        return Ok(());
    };
    let back = address_of(day.date().0);
    let mut form = Form::new(FORM, back.clone());
    match remove_holiday(&platform, &visitor.actor, day).await {
        Ok(()) => done(Word::Removed, &back),
        Err(HolidayError::Forbidden(_)) => form.not_allowed(),
        Err(error) => {
            leptos::logging::error!("remove a day off: {error:?}");
            form.wrong(ALREADY, visitor.lang.try_later());
            form.refuse().await;
        }
    }
    Ok(())
}

/// Writes the days of a pasted list.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/kalender/daftar")]
pub async fn submit_days(
    #[server(default)] tahun: i64,
    #[server(default)] daftar: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, format!("{}#tempel", address_of(tahun)));
    form.keep("daftar", &daftar);
    let days = match read_days(&daftar) {
        Ok(days) if !days.is_empty() => days,
        Ok(_) => {
            form.wrong("daftar", t.import_empty());
            form.refuse().await;
            return Ok(());
        }
        Err(faults) => {
            let lines = faults.iter().map(|fault| t.import_line(fault.line, day_fault(fault.fault, t)));
            form.wrong("daftar", lines.collect::<Vec<_>>().join(" "));
            form.refuse().await;
            return Ok(());
        }
    };
    let year = days.first().map_or(tahun, |(day, _)| day.date().0);
    match import_holidays(&platform, &visitor.actor, &days).await {
        Ok(()) => done(Word::Saved, &address_of(year)),
        Err(HolidayError::Forbidden(_)) => form.not_allowed(),
        Err(error) => form.unavailable("daftar", &error).await,
    }
    Ok(())
}
