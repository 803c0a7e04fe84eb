//! Taking a report of a visit, and the owner's answer to one.

use std::collections::BTreeMap;

use domain::mentoring::{Side, Way};
use domain::time::Day;
use domain::typed::{Line, Text, Whole};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::mentoring::{ActionDraft, MentoringError, VisitDraft, answer_visit, report_visit};
use uuid::Uuid;

use super::photo::{answer, take};
use super::{FORM, mentoring_path, refused};
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::text::{Lang, MentoringText, PictureText};
use crate::upload::{self, Part};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const REPORT: &str = "pendampingan-kunjungan";
/// So many lines there are for what was agreed.
pub(super) const ROWS: usize = 3;
/// So many fields are read at most.
const MOST_FIELDS: usize = 40;

/// The name of a field of a line.
pub(super) fn row_name(field: &str, nth: usize) -> String {
    format!("{field}{nth}")
}

/// What was typed, by field.
type Typed = BTreeMap<String, String>;

/// Takes a report. Its photographs come after what was typed: first the report is written, then they are, one by one.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/kunjungan", input = MultipartFormData)]
pub async fn submit_visit(data: MultipartData) -> Result<(), ServerFnError> {
    let (platform, t) = (expect_context::<Platform>(), visitor().lang);
    let mut parts = upload::Form::open(data);
    let mut sent = Typed::new();
    let mut next = parts.next().await;
    while let Ok(Some(Part::Text { name, value })) = next {
        if sent.len() < MOST_FIELDS {
            sent.insert(name, value);
        }
        next = parts.next().await;
    }
    let number = sent.get("nomor").cloned().unwrap_or_default();
    let mut form = Form::new(REPORT, format!("{}/kunjungan", mentoring_path(&number)));
    if next.is_err() {
        form.wrong("foto", t.upload_broken());
    }
    let Some(draft) = read(&mut form, &sent, t) else {
        parts.skip().await;
        form.refuse().await;
        return Ok(());
    };
    let reported = report_visit(&platform, &visitor().actor, &number, &draft).await;
    if let Err(error) = reported {
        parts.skip().await;
        let field = if matches!(error, MentoringError::Day) { "tanggal" } else { "temuan" };
        // The form that comes back is another report.
        if matches!(error, MentoringError::Sent) {
            form.keep("token", "");
        }
        refused(form, field, error, t).await;
        return Ok(());
    }
    let mut problems = Vec::new();
    loop {
        match next {
            Ok(Some(Part::File(file))) => problems.extend(take(&platform, &number, draft.id, file, t).await),
            Ok(Some(Part::Text { .. })) => {}
            Ok(None) => break,
            Err(_) => {
                problems.push(t.upload_broken().to_owned());
                break;
            }
        }
        next = parts.next().await;
    }
    answer(&number, draft.id, problems).await;
    Ok(())
}

/// Reads what was typed; everything that is wrong is said at once.
fn read(form: &mut Form, sent: &Typed, t: Lang) -> Option<VisitDraft> {
    let text = |field: &str| sent.get(field).map(String::as_str).unwrap_or_default();
    for field in ["token", "janji", "cara", "kec", "tanggal", "berikut", "izin"] {
        form.keep(field, text(field));
    }
    let on = Day::parse(text("tanggal"));
    if on.is_none() {
        form.wrong("tanggal", t.me_day_wrong());
    }
    let minutes = form.read("menit", t.me_visit_minutes(), text("menit"), Whole::parse);
    let place = form.read("tempat", t.me_book_place(), text("tempat"), Line::parse);
    let findings = form.read("temuan", t.me_visit_findings(), text("temuan"), Text::parse);
    let internal = form.read("internal", t.me_visit_internal(), text("internal"), Text::parse_optional);
    let mut actions = Vec::new();
    for nth in 1..=ROWS {
        let [what, side, due] = ["tindakan", "pihak", "tenggat"].map(|field| row_name(field, nth));
        for field in [&what, &side, &due] {
            form.keep(field, text(field));
        }
        if text(&what).trim().is_empty() && text(&due).is_empty() {
            continue;
        }
        match (Line::parse(text(&what)), text(&side).parse::<Side>(), Day::parse(text(&due))) {
            (Ok(what), Ok(side), Some(due)) => actions.push(ActionDraft { what, side, due, service: None }),
            _ => form.wrong(&what, t.me_visit_row_wrong()),
        }
    }
    let next_on = Day::parse(text("berikut"));
    if next_on.is_none() && !text("berikut").is_empty() {
        form.wrong("berikut", t.me_day_wrong());
    }
    let way = text("cara").parse().unwrap_or(Way::Tempat);
    let kecamatan = Some(text("kec").to_owned()).filter(|code| way == Way::Tempat && !code.is_empty());
    let draft = VisitDraft {
        id: Uuid::try_parse(text("token")).ok()?,
        appointment: Uuid::try_parse(text("janji")).ok(),
        on: on?,
        minutes: minutes?,
        way,
        place: place?,
        kecamatan,
        findings: findings?,
        internal: internal?,
        actions,
        next_on,
        photo_consent: !text("izin").is_empty(),
    };
    form.is_right().then_some(draft)
}

/// The owner answers a report: without words it is right.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/kunjungan/jawab")]
pub async fn answer_report(nomor: String, kunjungan: String, keliru: Option<String>) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let visit = Uuid::try_parse(&kunjungan).unwrap_or_default();
    let back = format!("{}#k-{}", mentoring_path(&nomor), visit.simple());
    let mut form = Form::new(FORM, back.clone());
    let field = format!("keliru-{}", visit.simple());
    let words = match keliru {
        Some(typed) => match form.read(&field, t.me_visit_wrong_words(), &typed, Text::parse) {
            Some(words) => Some(words),
            None => {
                form.refuse().await;
                return Ok(());
            }
        },
        None => None,
    };
    match answer_visit(&platform, &visitor.actor, &nomor, visit, words.as_ref()).await {
        Ok(()) => done(Word::Done, &back),
        Err(error) => refused(form, &field, error, t).await,
    }
    Ok(())
}
