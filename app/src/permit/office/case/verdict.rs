//! What an officer says about a document or an answer.

use domain::permit::answers::Path;
use domain::permit::reason::Reason;
use domain::permit::service::Service;
use domain::permit::verdict::{Verdict, Verdicts};
use leptos::prelude::*;
use platform::Platform;
use platform::permit::judge_document;

use super::labels::reason;
use super::step_form::code_field;
use super::{Opened, verdict_form};
use crate::action::{Word, done, refuse};
use crate::html::IntoHtml;
use crate::permit::office::field::{Question, of_form};
use crate::permit::office::inbox::back_to_case;
use crate::permit::office::problem::{WHOLE, problem};
use crate::text::{DeskText, Lang};
use crate::ui::{Alert, Icon};
use crate::visitor::visitor;

/// The verdict on a place, or on the group that it stands in.
pub(super) fn found<'v>(verdicts: &'v Verdicts, path: &Path) -> Option<&'v Verdict> {
    verdicts.0.iter().find(|(at, _)| path.is_within(at)).map(|(_, verdict)| verdict)
}

/// What was said, in words.
pub(super) fn chip(verdict: Option<&Verdict>, service: &Service, t: Lang) -> AnyView {
    let (class, icon, name) = match verdict {
        None => ("state state--info", "clock", t.unjudged()),
        Some(Verdict::Accepted) => ("state state--go", "check", t.accepted()),
        Some(Verdict::Replace { .. }) => ("state state--wait", "undo-2", t.to_replace()),
        Some(Verdict::NotNeeded) => ("state", "ban", t.not_needed()),
    };
    let why = match verdict {
        Some(Verdict::Replace { reason: why, .. }) => {
            Some(format!("{}. {}", reason(service, why.code.as_str(), t), why.text.as_str()))
        }
        _ => None,
    };
    view! {
        <span class=class><Icon name=icon/>{name}</span>
        {why.map(|why| view! { <p class="small papersheet__why">{why}</p> })}
    }
    .into_html()
}

/// The form: one press for what is right, a reason for what is not.
pub(super) fn verdict_fields(opened: &Opened, path: &Path, name: &str, t: Lang) -> AnyView {
    let case = &opened.case;
    let refused = of_form(&opened.refused.1, "jalur", path.as_str());
    let said = found(&case.verdicts, path);
    let (code, text) = match said {
        Some(Verdict::Replace { reason, .. }) => (reason.code.as_str().to_owned(), reason.text.as_str().to_owned()),
        _ => (String::new(), String::new()),
    };
    let mut kept = refused.clone();
    if refused.form.is_empty() {
        kept.values.extend([("kode".to_owned(), code), ("alasan".to_owned(), text)]);
    }
    let form = format!("nilai-{}", path.as_str());
    let words = Question { form: &form, name: "alasan", label: DeskText::message(t), hint: t.message_hint() };
    let whole = refused.error(WHOLE).map(str::to_owned).map(|text| {
        view! { <Alert text=text/> }
    });
    let on = |this: bool| if this { "btn btn--line seg2__on" } else { "btn btn--line" };
    let accepted = on(matches!(said, Some(Verdict::Accepted)));
    let not_needed = on(matches!(said, Some(Verdict::NotNeeded)));
    view! {
        <form class="verdict" method="post" action="/aksi/dinas/izin/nilai" aria-label=t.verdict_of(name)>
            <input type="hidden" name="nomor" value=case.number.clone()/>
            <input type="hidden" name="jalur" value=path.as_str().to_owned()/>
            {whole}
            <div class="seg2">
                <button class=accepted name="putusan" value="diterima" formnovalidate><Icon name="check"/>{t.accept()}</button>
                <button class=not_needed name="putusan" value="tidak_berlaku" formnovalidate><Icon name="ban"/>{t.not_needed_button()}</button>
            </div>
            <details class="verdict__why" open=!refused.errors.is_empty()>
                <summary><Icon name="undo-2"/>{t.replace_open()}</summary>
                <div class="stack stack--2">
                    {code_field(&form, &case.service, &kept, t)}
                    {words.text(1000, false, &kept)}
                    <button class="btn btn--line" name="putusan" value="perlu_diganti"><Icon name="undo-2"/>{t.replace_save()}</button>
                </div>
            </details>
        </form>
    }
    .into_html()
}

/// Says about a document or an answer whether it is right.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/izin/nilai")]
pub async fn judge_case(
    nomor: String,
    jalur: String,
    #[server(default)] putusan: String,
    #[server(default)] kode: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = format!("{}#d-{jalur}", back_to_case(&nomor));
    let verdict = match putusan.as_str() {
        "diterima" => Ok(Verdict::Accepted),
        "tidak_berlaku" => Ok(Verdict::NotNeeded),
        "perlu_diganti" if kode.trim().is_empty() => Err(("kode", t.code_missing().to_owned())),
        "perlu_diganti" => Reason::parse(&kode, &alasan)
            .map(|reason| Verdict::Replace { reason, example: None })
            .map_err(|_| ("alasan", t.text_missing().to_owned())),
        _ => Err((WHOLE, t.verdict_missing().to_owned())),
    };
    let result = match verdict {
        Ok(verdict) => judge_document(&platform, &visitor.actor, &nomor, &Path::from_name(&jalur), &verdict)
            .await
            .map_err(|error| problem(error, t)),
        Err(problem) => Err(problem),
    };
    match result {
        Ok(()) => done(Word::Saved, &back),
        Err(problem) => {
            let typed = [("jalur", jalur.as_str()), ("kode", &kode), ("alasan", &alasan)];
            refuse(&verdict_form(&nomor), &typed, vec![problem], &back).await;
        }
    }
    Ok(())
}
