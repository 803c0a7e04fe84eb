//! Writing the diagnosis and the plan.

use domain::mentoring::{Area, Priority, Side};
use domain::time::Day;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::mentoring::{
    ActionDraft, FindingDraft, GoalDraft, MentoringError, PlanLine, add_action, add_finding, add_goal, remove_line,
};
use uuid::Uuid;

use super::{FORM, WHOLE, mentoring_path, refused};
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::text::MentoringText;
use crate::visitor::visitor;

/// Answers a form: it is saved, or why not.
async fn answer(form: Form, field: &str, back: &str, result: Result<(), MentoringError>) {
    match result {
        Ok(()) => done(Word::Saved, back),
        Err(error) => refused(form, field, error, visitor().lang).await,
    }
}

/// Adds something that was found out.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/temuan")]
pub async fn submit_finding(
    nomor: String,
    #[server(default)] temuan: String,
    #[server(default)] bidang: String,
    #[server(default)] penting: String,
    #[server(default)] bukti: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = format!("{}#diagnosis", mentoring_path(&nomor));
    let mut form = Form::new(FORM, back.clone());
    form.keep("bidang", &bidang);
    form.keep("penting", &penting);
    let finding = form.read("temuan", t.me_finding(), &temuan, Line::parse);
    let evidence = form.read("bukti", t.me_evidence(), &bukti, Line::parse_optional);
    let (Some(finding), Some(evidence)) = (finding, evidence) else {
        form.refuse().await;
        return Ok(());
    };
    let area = bidang.parse().unwrap_or(Area::Pemasaran);
    let draft = FindingDraft { area, finding, priority: penting.parse().unwrap_or(Priority::Sedang), evidence };
    let result = add_finding(&platform, &visitor.actor, &nomor, &draft).await;
    answer(form, "temuan", &back, result).await;
    Ok(())
}

/// Adds a goal.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/tujuan")]
pub async fn submit_goal(
    nomor: String,
    #[server(default)] tujuan: String,
    #[server(default)] ukuran: String,
    #[server(default)] awal: String,
    #[server(default)] sasaran: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = format!("{}#rencana", mentoring_path(&nomor));
    let mut form = Form::new(FORM, back.clone());
    let goal = form.read("tujuan", t.me_goal(), &tujuan, Line::parse);
    let indicator = form.read("ukuran", t.me_indicator(), &ukuran, Line::parse);
    let before = form.read("awal", t.me_before(), &awal, Line::parse);
    let target = form.read("sasaran", t.me_target(), &sasaran, Line::parse);
    let (Some(goal), Some(indicator), Some(before), Some(target)) = (goal, indicator, before, target) else {
        form.refuse().await;
        return Ok(());
    };
    let draft = GoalDraft { goal, indicator, before, target };
    let result = add_goal(&platform, &visitor.actor, &nomor, &draft).await;
    answer(form, "tujuan", &back, result).await;
    Ok(())
}

/// Adds an action.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/tindakan")]
pub async fn submit_action(
    nomor: String,
    #[server(default)] tindakan: String,
    #[server(default)] pihak: String,
    #[server(default)] tenggat: String,
    #[server(default)] layanan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back = format!("{}#rencana", mentoring_path(&nomor));
    let mut form = Form::new(FORM, back.clone());
    form.keep("pihak", &pihak);
    form.keep("layanan", &layanan);
    form.keep("tenggat", &tenggat);
    let what = form.read("tindakan", t.me_action(), &tindakan, Line::parse);
    let due = Day::parse(&tenggat);
    if due.is_none() {
        form.wrong("tenggat", t.me_day_wrong());
    }
    let (Some(what), Some(due)) = (what, due) else {
        form.refuse().await;
        return Ok(());
    };
    let service = Some(layanan).filter(|slug| !slug.is_empty());
    let draft = ActionDraft { what, side: pihak.parse().unwrap_or(Side::Usaha), due, service };
    let result = add_action(&platform, &visitor.actor, &nomor, &draft).await;
    let field = if matches!(result, Err(MentoringError::Day)) { "tenggat" } else { "tindakan" };
    answer(form, field, &back, result).await;
    Ok(())
}

/// Takes a line of the plan out.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/hapus")]
pub async fn drop_line(nomor: String, baris: String, id: String) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let (line, part) = match baris.as_str() {
        "temuan" => (PlanLine::Finding, "diagnosis"),
        "tujuan" => (PlanLine::Goal, "rencana"),
        _ => (PlanLine::Action, "rencana"),
    };
    let back = format!("{}#{part}", mentoring_path(&nomor));
    let id = Uuid::try_parse(&id).unwrap_or_default();
    match remove_line(&platform, &visitor.actor, &nomor, line, id).await {
        Ok(()) => done(Word::Removed, &back),
        Err(error) => refused(Form::new(FORM, back), WHOLE, error, visitor.lang).await,
    }
    Ok(())
}
