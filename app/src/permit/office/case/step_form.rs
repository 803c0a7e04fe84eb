//! The form of one step.

use domain::permit::clock::last_day;
use domain::permit::service::{Service, Way};
use domain::permit::state::Action;
use domain::permit::verdict::Verdict;
use domain::shop::badge::Kind;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::permit::CaseFile;

use super::Opened;
use super::labels::label;
use crate::html::IntoHtml;
use crate::permit::office::field::{Question, of_form};
use crate::text::{AccompanyText, DeskText, Lang, desk_action};
use crate::ui::Icon;

/// What cannot be undone is confirmed.
pub(super) const fn is_final(action: Action) -> bool {
    matches!(action, Action::Approve | Action::Refuse | Action::Pay | Action::Revoke | Action::Grant | Action::Dismiss)
}

const fn icon(action: Action) -> &'static str {
    match action {
        Action::TakeUp => "inbox",
        Action::AskCorrection => "send",
        Action::PlanVisit => "calendar-days",
        Action::ReportVisit => "file-check",
        Action::Return => "undo-2",
        Action::Approve | Action::Grant => "circle-check",
        Action::Refuse | Action::Revoke | Action::ProposeRefusal | Action::Dismiss => "ban",
        Action::Pay => "banknote",
        Action::Advise => "mail",
        Action::Record => "badge-check",
        _ => "arrow-right",
    }
}

/// The form, with what the step asks for.
pub(super) fn step_form(opened: &Opened, action: Action, first: bool, t: Lang) -> AnyView {
    let case = &opened.case;
    let refused = of_form(&opened.refused.0, "langkah", action.as_str());
    let class = match action {
        Action::Refuse | Action::Revoke => "btn btn--danger",
        _ if first => "btn btn--big",
        _ => "btn btn--line",
    };
    let reason = action.needs_reason().then(|| reason_fields(case, action, &refused, t));
    let sure = is_final(action).then(|| sure_field(action, &refused, t));
    view! {
        <form class="stack" method="post" action="/aksi/dinas/izin/langkah">
            <input type="hidden" name="nomor" value=case.number.clone()/>
            <input type="hidden" name="langkah" value=action.as_str()/>
            <input type="hidden" name="terlihat" value=case.moves/>
            {before(opened, action, t)}
            {own_field(opened, action, &refused, t)}
            {reason}
            {note_field(action, &refused, t)}
            {sure}
            <button class=class><Icon name=icon(action)/>{desk_action(action, t)}</button>
        </form>
    }
    .into_html()
}

/// What whoever takes the step should know.
fn before(opened: &Opened, action: Action, t: Lang) -> Option<AnyView> {
    let case = &opened.case;
    match action {
        Action::AskCorrection => {
            let unjudged = case.verdicts.unjudged(&case.handed_in).len();
            let warning = (unjudged > 0).then(|| {
                view! { <p class="note note--warn"><Icon name="triangle-alert"/><span>{t.unjudged_warning(unjudged)}</span></p> }
            });
            let asked = case
                .verdicts
                .0
                .iter()
                .filter_map(|(path, verdict)| match verdict {
                    Verdict::Replace { reason, .. } => {
                        Some((label(&case.service, path, t), reason.text.as_str().to_owned()))
                    }
                    _ => None,
                })
                .map(|(name, why)| view! { <li><strong>{name}</strong>": "{why}</li> })
                .collect_view();
            let form = view! {
                {warning}
                <div><p class="strong">{t.will_be_asked()}</p><ul class="asked">{asked}</ul></div>
                <p class="small muted">{t.pauses_clock()}</p>
            };
            Some(form.into_html())
        }
        Action::Refuse => {
            let Way::Own(own) = &case.service.way else { return None };
            let until = last_day(opened.now, own.objection_days).words(t);
            Some(view! { <p class="note"><Icon name="info"/><span>{t.objection_until(&until)}</span></p> }.into_html())
        }
        Action::Grant => Some(view! { <p class="small muted">{t.grant_means()}</p> }.into_html()),
        Action::Dismiss => Some(view! { <p class="small muted">{t.dismiss_means()}</p> }.into_html()),
        Action::Pay => Some(view! { <p class="strong">{t.owed(case.owed)}</p> }.into_html()),
        Action::Record => Some(view! { <p class="small muted">{t.record_means()}</p> }.into_html()),
        _ => None,
    }
}

/// What only this step asks for.
fn own_field(opened: &Opened, action: Action, refused: &Refused, t: Lang) -> Option<AnyView> {
    let typed = |name: &str, fallback: String| if refused.form.is_empty() { fallback } else { refused.value(name) };
    match action {
        Action::PlanVisit => {
            let day =
                Question { form: action.as_str(), name: "tanggal", label: t.visit_day(), hint: t.visit_day_hint() };
            let (id, about) = (day.id(), day.about(refused));
            let value = typed("tanggal", opened.next_workday.to_string());
            let least = opened.now.day().to_string();
            let input = view! { <input class="input" type="date" id=id name="tanggal" required min=least value=value aria-describedby=about/> };
            Some(day.around(input.into_html(), refused))
        }
        Action::ReportVisit => {
            let report =
                Question { form: action.as_str(), name: "catatan", label: DeskText::report(t), hint: t.report_hint() };
            Some(report.text(2000, true, refused))
        }
        Action::Advance => Some(stage_field(opened, refused, t)),
        Action::Record => Some(record_fields(opened, refused, t)),
        Action::Pay => {
            let amount = Question { form: action.as_str(), name: "jumlah", label: t.amount(), hint: "" };
            let (id, about) = (amount.id(), amount.about(refused));
            let value = typed("jumlah", domain::money::Grouped(opened.case.owed.amount().unsigned_abs()).to_string());
            let input = view! { <input class="input" id=id name="jumlah" inputmode="numeric" required value=value aria-describedby=about/> };
            Some(amount.around(input.into_html(), refused))
        }
        _ => None,
    }
}

/// The stages that can follow.
fn stage_field(opened: &Opened, refused: &Refused, t: Lang) -> AnyView {
    let case = &opened.case;
    let question = Question { form: Action::Advance.as_str(), name: "tahap", label: t.next_stage(), hint: "" };
    let (id, about, typed) = (question.id(), question.about(refused), refused.value("tahap"));
    let here = case.service.accompanied().zip(case.stage.as_deref());
    let here = here.and_then(|(permit, stage)| Some((permit, permit.stage(stage)?)));
    let following: Vec<_> = here.map(|(permit, stage)| permit.following(stage).collect()).unwrap_or_default();
    let one = following.len() == 1;
    let options = following
        .into_iter()
        .map(|stage| {
            let key = stage.key.to_string();
            let chosen = key == typed;
            view! { <option value=key selected=chosen>{stage.name.get(t).to_owned()}</option> }
        })
        .collect_view();
    let select = view! {
        <select class="select" id=id name="tahap" required aria-describedby=about>
            {(!one).then(|| view! { <option value="">{t.choose_stage()}</option> })}
            {options}
        </select>
    };
    question.around(select.into_html(), refused)
}

/// What stands on the document that was issued.
fn record_fields(opened: &Opened, refused: &Refused, t: Lang) -> AnyView {
    let case = &opened.case;
    let known = case.accompaniment.as_ref().and_then(|known| known.permit.as_ref());
    let typed = |name: &str, known: Option<String>| {
        if refused.form.is_empty() { known.unwrap_or_default() } else { refused.value(name) }
    };
    let form = Action::Record.as_str();
    let input = |name: &'static str, kind: &'static str, label: &'static str, hint: &'static str, value: String| {
        let question = Question { form, name, label, hint };
        let (id, about, required) = (question.id(), question.about(refused), name != "berlaku");
        let input = view! {
            <input class="input" type=kind id=id name=name required=required maxlength="60" autocomplete="off" value=value aria-describedby=about/>
        };
        question.around(input.into_html(), refused)
    };
    let number = typed("nomor_izin", known.map(|issued| issued.number.clone()));
    let issued = typed("terbit", known.map(|issued| issued.on.to_string()));
    let until = typed("berlaku", known.and_then(|issued| issued.until).map(|day| day.to_string()));
    let kind = case.service.accompanied().and_then(|permit| permit.number);
    let of_food = kind.is_some_and(|kind| Kind::OF_FOOD.contains(&kind));
    let product = (of_food && !case.products.is_empty()).then(|| product_field(case, refused, t));
    view! {
        {input("nomor_izin", "text", t.number_as_printed(), "", number)}
        {input("terbit", "date", t.issued_day(), "", issued)}
        {input("berlaku", "date", t.last_day_printed(), t.last_day_printed_hint(), until)}
        {product}
    }
    .into_html()
}

/// Which food of the applicant's shop the number is for.
fn product_field(case: &CaseFile, refused: &Refused, t: Lang) -> AnyView {
    let question = Question { form: Action::Record.as_str(), name: "produk", label: t.for_product(), hint: "" };
    let (id, about, typed) = (question.id(), question.about(refused), refused.value("produk"));
    let options = case
        .products
        .iter()
        .map(|(product, name)| {
            let product = product.to_string();
            let chosen = product == typed;
            view! { <option value=product selected=chosen>{name.clone()}</option> }
        })
        .collect_view();
    let select = view! {
        <select class="select" id=id name="produk" aria-describedby=about>
            <option value="">{t.for_no_product()}</option>
            {options}
        </select>
    };
    question.around(select.into_html(), refused)
}

/// The code of a reason, as this version of the service has them.
pub(super) fn code_field(form: &str, service: &Service, refused: &Refused, t: Lang) -> AnyView {
    let code = Question { form, name: "kode", label: t.code(), hint: "" };
    let (id, about, typed) = (code.id(), code.about(refused), refused.value("kode"));
    let options = service
        .reasons
        .iter()
        .map(|reason| {
            let (key, name) = (reason.key.to_string(), reason.label.get(t).to_owned());
            let chosen = key == typed;
            view! { <option value=key selected=chosen>{name}</option> }
        })
        .collect_view();
    let input = view! {
        <select class="select" id=id name="kode" aria-describedby=about><option value="">{t.choose_code()}</option>{options}</select>
    };
    code.around(input.into_html(), refused)
}

/// Why: a code that is counted, and words.
fn reason_fields(case: &CaseFile, action: Action, refused: &Refused, t: Lang) -> AnyView {
    let (label, hint) = match action {
        Action::ProposeRefusal | Action::Return => (t.message_inside(), t.internal_hint()),
        Action::AskCorrection => (t.general_message(), t.message_hint()),
        Action::Grant | Action::Dismiss => (t.answer_label(), t.message_hint()),
        _ => (DeskText::message(t), t.message_hint()),
    };
    let words = Question { form: action.as_str(), name: "alasan", label, hint };
    // An answer to an objection is counted as one, whatever it is about.
    let code = (!action.answers_objection()).then(|| code_field(action.as_str(), &case.service, refused, t));
    view! {
        {code}
        {words.text(1000, true, refused)}
    }
    .into_html()
}

/// What only the office reads; of an accompanied permit, what the applicant reads.
fn note_field(action: Action, refused: &Refused, t: Lang) -> Option<AnyView> {
    if let Action::Advance | Action::Advise = action {
        let required = action == Action::Advise;
        let hint = if required { t.words_to_applicant_hint() } else { t.words_optional_hint() };
        let words = Question { form: action.as_str(), name: "catatan", label: t.words_to_applicant(), hint };
        return Some(words.text(2000, required, refused));
    }
    let may = matches!(action, Action::Forward | Action::Approve | Action::Refuse | Action::PlanVisit);
    let note = Question { form: action.as_str(), name: "catatan", label: t.internal_note(), hint: t.internal_hint() };
    may.then(|| note.text(2000, false, refused))
}

fn sure_field(action: Action, refused: &Refused, t: Lang) -> AnyView {
    let id = crate::permit::office::field::id(action.as_str(), "yakin");
    let error = refused.error("yakin").map(str::to_owned);
    let about = error.as_ref().map(|_| format!("{id}-error"));
    let error = error.map(|error| {
        view! { <p class="error" id=format!("{id}-error")><Icon name="circle-alert" class="i i--16"/>{error}</p> }
    });
    view! {
        <div>
            <label class="check"><input type="checkbox" id=id.clone() name="yakin" value="ya" required aria-describedby=about/>{t.sure()}</label>
            {error}
        </div>
    }
    .into_html()
}
