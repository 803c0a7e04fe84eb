//! Taking a step of a complaint.

use domain::account::Actor;
use domain::complaint::{Action, Refused};
use domain::time::Timestamp;
use domain::typed::{Line, Problem, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{ComplaintDeed, ComplaintError, decide_complaint};
use uuid::Uuid;

use super::{WHOLE, form};
use crate::action::{Word, done, escape, refuse};
use crate::text::{ComplaintDeskText, DeskText, Lang, complaint_step};
use crate::visitor::visitor;

type Problems = Vec<(&'static str, String)>;

/// What was typed for a step.
struct TypedStep<'t> {
    text: &'t str,
    handler: &'t str,
    officer: &'t str,
    lapor: &'t str,
    shop: &'t str,
}

/// Takes a step of a complaint.
///
/// # Errors
/// Never for a form: the page is shown again with a message and with what was typed.
#[allow(clippy::too_many_arguments)] // the fields of all steps; each form has some of them
#[server(prefix = "/aksi", endpoint = "dinas/pengaduan/langkah")]
pub async fn take_complaint_step(
    nomor: String,
    #[server(default)] langkah: String,
    #[server(default)] terlihat: i64,
    #[server(default)] teks: String,
    #[server(default)] penangan: String,
    #[server(default)] petugas: String,
    #[server(default)] lapor: String,
    #[server(default)] toko: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = format!("/dinas/pengaduan/{}", escape(&nomor));
    let typed = TypedStep { text: &teks, handler: &penangan, officer: &petugas, lapor: &lapor, shop: &toko };
    match act(&platform, &visitor.actor, &nomor, (&langkah, terlihat), &typed, visitor.lang).await {
        Ok(()) => done(Word::Done, &back),
        Err(problems) => {
            let kept = [
                ("langkah", langkah.as_str()),
                ("teks", &teks),
                ("penangan", &penangan),
                ("petugas", &petugas),
                ("lapor", &lapor),
                ("toko", &toko),
            ];
            refuse(&form(&nomor), &kept, problems, &format!("{back}#langkah")).await;
        }
    }
    Ok(())
}

async fn act(
    platform: &Platform,
    actor: &Actor,
    number: &str,
    (step, seen): (&str, i64),
    typed: &TypedStep<'_>,
    t: Lang,
) -> Result<(), Problems> {
    let action: Action = step.parse().map_err(|_| vec![(WHOLE, t.not_now().to_owned())])?;
    let deed = read(action, seen, typed, t)?;
    decide_complaint(platform, actor, number, &deed).await.map(drop).map_err(|error| vec![problem(error, t)])
}

/// Reads what a step asks for; everything that is wrong is said at once.
fn read(action: Action, seen: i64, typed: &TypedStep<'_>, t: Lang) -> Result<ComplaintDeed, Problems> {
    let mut problems = Vec::new();
    let mut deed = ComplaintDeed::of(action, seen);
    match Text::parse_optional(typed.text) {
        Ok(text) => deed.text = text,
        Err(_) => problems.push(("teks", t.c_text_long().to_owned())),
    }
    let speaks = matches!(action, Action::Answer | Action::Decline | Action::Note);
    if speaks && typed.text.trim().is_empty() {
        problems.push(("teks", t.c_text_missing().to_owned()));
    }
    match Line::parse_optional(typed.lapor) {
        Ok(lapor) => deed.lapor = lapor,
        Err(Problem::TooLong(_)) => problems.push(("lapor", t.c_lapor_long().to_owned())),
        Err(_) => {}
    }
    if action == Action::Lapor && typed.lapor.trim().is_empty() {
        problems.push(("lapor", t.c_lapor_missing().to_owned()));
    }
    if action == Action::Forward {
        match Line::parse_optional(typed.shop) {
            Ok(shop) => deed.shop = shop,
            Err(_) => problems.push(("toko", t.c_shop_unknown().to_owned())),
        }
        deed.handler = Uuid::try_parse(typed.handler).ok();
        deed.about_officer = Uuid::try_parse(typed.officer).ok();
        if deed.handler.is_none() {
            problems.push(("penangan", t.c_handler_missing().to_owned()));
        }
    }
    if problems.is_empty() { Ok(deed) } else { Err(problems) }
}

/// Why a step was not taken, and what to do then.
fn problem(error: ComplaintError, t: Lang) -> (&'static str, String) {
    let whole = |text: &str| (WHOLE, text.to_owned());
    match error {
        ComplaintError::Forbidden(_) => whole(t.no_right()),
        ComplaintError::NotFound => whole(t.c_gone()),
        ComplaintError::Already(None) => whole(t.c_changed()),
        ComplaintError::Already(Some(last)) => {
            let name = last.name.unwrap_or_else(|| t.by_complainant().to_owned());
            let action = complaint_step(t, &last.action).to_lowercase();
            (WHOLE, t.already(&action, &name, &Timestamp::from_micros(last.at).words(t)))
        }
        ComplaintError::Refused(Refused::NotNow) => whole(t.not_now()),
        ComplaintError::Refused(Refused::NotYours) => whole(t.no_right()),
        ComplaintError::Refused(Refused::Involved) => whole(t.you_are_involved()),
        ComplaintError::Refused(Refused::WrongHandler) => ("penangan", t.c_wrong_handler().to_owned()),
        ComplaintError::NoShop => ("toko", t.c_shop_unknown().to_owned()),
        ComplaintError::NoWords => ("teks", t.c_text_missing().to_owned()),
        ComplaintError::Db(error) => {
            leptos::logging::error!("a step of a complaint: {error:?}");
            whole(DeskText::try_later(t))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(action: Action, typed: &TypedStep<'_>) -> Vec<&'static str> {
        read(action, 0, typed, Lang::Id).err().unwrap_or_default().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn each_step_asks_for_what_it_needs() {
        let none = TypedStep { text: " ", handler: "", officer: "", lapor: "", shop: "" };
        assert_eq!(wrong(Action::Forward, &none), ["penangan"]);
        for action in [Action::Answer, Action::Decline, Action::Note] {
            assert_eq!(wrong(action, &none), ["teks"]);
        }
        assert_eq!(wrong(Action::Lapor, &none), ["lapor"]);
        let long = "x".repeat(2001);
        assert_eq!(wrong(Action::Answer, &TypedStep { text: &long, ..none }), ["teks"]);
    }
}
