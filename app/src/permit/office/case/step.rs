//! Taking a step of a case.

use domain::account::Actor;
use domain::money::Rupiah;
use domain::permit::key::Key;
use domain::permit::reason::{OBJECTION, Reason};
use domain::permit::state::Action;
use domain::time::Day;
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::{CaseDeed, Issued, decide_case};
use uuid::Uuid;

use super::form;
use super::step_form::is_final;
use crate::action::{Word, done, refuse};
use crate::permit::office::inbox::back_to_case;
use crate::permit::office::problem::{Problem, WHOLE, problem};
use crate::text::{AccompanyText, DeskText, Lang, LegalityText, OfficeText};
use crate::visitor::visitor;

/// What was typed for a step.
struct TypedStep<'t> {
    code: &'t str,
    text: &'t str,
    note: &'t str,
    day: &'t str,
    amount: &'t str,
    stage: &'t str,
    number: &'t str,
    issued: &'t str,
    until: &'t str,
    product: &'t str,
    sure: bool,
}

/// Takes a step of a case.
///
/// # Errors
/// Never for a form: the page is shown again with a message and with what was typed.
#[allow(clippy::too_many_arguments)] // the fields of all steps; each form has some of them
#[server(prefix = "/aksi", endpoint = "dinas/izin/langkah")]
pub async fn take_case_step(
    nomor: String,
    #[server(default)] langkah: String,
    #[server(default)] terlihat: i64,
    #[server(default)] kode: String,
    #[server(default)] alasan: String,
    #[server(default)] catatan: String,
    #[server(default)] tanggal: String,
    #[server(default)] jumlah: String,
    #[server(default)] tahap: String,
    #[server(default)] nomor_izin: String,
    #[server(default)] terbit: String,
    #[server(default)] berlaku: String,
    #[server(default)] produk: String,
    #[server(default)] yakin: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = back_to_case(&nomor);
    let typed = TypedStep {
        code: &kode,
        text: &alasan,
        note: &catatan,
        day: &tanggal,
        amount: &jumlah,
        stage: &tahap,
        number: &nomor_izin,
        issued: &terbit,
        until: &berlaku,
        product: &produk,
        sure: !yakin.is_empty(),
    };
    match act(&platform, &visitor.actor, &nomor, &langkah, terlihat, &typed, visitor.lang).await {
        Ok(()) => done(Word::Done, &back),
        Err(problems) => {
            let kept = [
                ("langkah", langkah.as_str()),
                ("kode", &kode),
                ("alasan", &alasan),
                ("catatan", &catatan),
                ("tanggal", &tanggal),
                ("jumlah", &jumlah),
                ("tahap", &tahap),
                ("nomor_izin", &nomor_izin),
                ("terbit", &terbit),
                ("berlaku", &berlaku),
                ("produk", &produk),
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
    step: &str,
    seen: i64,
    typed: &TypedStep<'_>,
    t: Lang,
) -> Result<(), Vec<Problem>> {
    let action: Action = step.parse().map_err(|_| vec![(WHOLE, t.not_now().to_owned())])?;
    let deed = read(action, seen, typed, t)?;
    decide_case(platform, actor, number, &deed).await.map(drop).map_err(|error| vec![problem(error, t)])
}

/// Reads what a step asks for; everything that is wrong is said at once.
fn read(action: Action, seen: i64, typed: &TypedStep<'_>, t: Lang) -> Result<CaseDeed, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut deed = CaseDeed::of(action, seen);
    if action == Action::PlanVisit {
        deed.visit_on = Day::parse(typed.day.trim());
        if deed.visit_on.is_none() {
            problems.push(("tanggal", t.no_visit_day().to_owned()));
        }
    }
    if action == Action::Pay {
        match Rupiah::parse(typed.amount) {
            Ok(amount) => deed.pays = amount,
            Err(_) => problems.push(("jumlah", t.amount_wrong().to_owned())),
        }
    }
    if action == Action::Advance {
        deed.stage = Key::parse(typed.stage).ok();
        if deed.stage.is_none() {
            problems.push(("tahap", t.stage_missing().to_owned()));
        }
    }
    if action == Action::Record {
        deed.issued = read_issued(typed, &mut problems, t);
    }
    if action.needs_reason() {
        let code = if action.answers_objection() { OBJECTION } else { typed.code.trim() };
        if code.is_empty() {
            problems.push(("kode", t.code_missing().to_owned()));
        }
        // Code and words are each said to be missing.
        match Reason::parse(if code.is_empty() { "-" } else { code }, typed.text) {
            Ok(reason) => deed.reason = Some(reason),
            Err(_) => problems.push(("alasan", t.text_missing().to_owned())),
        }
    }
    match Text::parse(typed.note) {
        Ok(note) => deed.note = Some(note),
        Err(_) if typed.note.trim().is_empty() => {
            let missing = match action {
                Action::ReportVisit => Some(t.no_report()),
                Action::Advise => Some(t.no_words()),
                _ => None,
            };
            problems.extend(missing.map(|words| ("catatan", words.to_owned())));
        }
        Err(_) => problems.push(("catatan", t.note_too_long().to_owned())),
    }
    if is_final(action) && !typed.sure {
        problems.push(("yakin", t.sure_missing().to_owned()));
    }
    if problems.is_empty() { Ok(deed) } else { Err(problems) }
}

/// What stands on the document of the other agency.
fn read_issued(typed: &TypedStep<'_>, problems: &mut Vec<Problem>, t: Lang) -> Option<Issued> {
    let number = Line::parse(typed.number);
    if number.is_err() {
        problems.push(("nomor_izin", t.number_missing().to_owned()));
    }
    let on = Day::parse(typed.issued.trim());
    if on.is_none() {
        problems.push(("terbit", t.issued_day_wrong().to_owned()));
    }
    let until = match typed.until.trim() {
        "" => Ok(None),
        text => Day::parse(text).map(Some).ok_or(()),
    };
    if until.is_err() {
        problems.push(("berlaku", OfficeText::day_wrong(t).to_owned()));
    }
    Some(Issued { number: number.ok()?, on: on?, until: until.ok()?, product: Uuid::parse_str(typed.product).ok() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedStep<'static> {
        TypedStep {
            code: "",
            text: "",
            note: "",
            day: "",
            amount: "",
            stage: "",
            number: "",
            issued: "",
            until: "",
            product: "",
            sure: false,
        }
    }

    fn wrong(action: Action, typed: &TypedStep<'_>) -> Vec<&'static str> {
        let problems = read(action, 0, typed, Lang::Id).err().unwrap_or_default();
        problems.into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(wrong(Action::TakeUp, &typed()), [""; 0]);
        assert_eq!(wrong(Action::Refuse, &typed()), ["kode", "alasan", "yakin"]);
        assert_eq!(wrong(Action::Dismiss, &typed()), ["alasan", "yakin"]);
        assert_eq!(wrong(Action::PlanVisit, &typed()), ["tanggal"]);
        assert_eq!(wrong(Action::Advance, &typed()), ["tahap"]);
        assert_eq!(wrong(Action::Advise, &typed()), ["catatan"]);
        assert_eq!(wrong(Action::Record, &typed()), ["nomor_izin", "terbit"]);
        let days = TypedStep { number: "1", issued: "2026-11-24", until: "besok", ..typed() };
        assert_eq!(wrong(Action::Record, &days), ["berlaku"]);
        assert_eq!(wrong(Action::ReportVisit, &typed()), ["catatan"]);
        assert_eq!(wrong(Action::Pay, &TypedStep { amount: "lunas", ..typed() }), ["jumlah", "yakin"]);
    }

    #[test]
    fn what_is_right_becomes_a_deed() {
        let typed = TypedStep { code: "bukan_umk", text: "Terlalu besar.", sure: true, ..typed() };
        let deed = read(Action::Refuse, 3, &typed, Lang::Id).unwrap();
        assert_eq!(deed.reason.unwrap().code.as_str(), "bukan_umk");
        let paid = TypedStep { amount: "50.000", ..typed };
        assert_eq!(read(Action::Pay, 3, &paid, Lang::Id).unwrap().pays, Rupiah::new(50_000));
    }
}
