//! Verifying, refusing and revoking a badge.

use domain::shop::badge::{Action, State, Term, ValidityError};
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::badge::{BadgeShort, DecideBadge, DecideBadgeError, DecidedBadge, Verdict, decide_badge};
use uuid::Uuid;

use super::badge::did;
use super::decision::{decision_card, own_shop_note, reason_field};
use crate::action::{Word, done, go_to, refuse};
use crate::html::IntoHtml;
use crate::text::{CartText, Lang, OfficeText};
use crate::ui::{Field, Icon, described};
use crate::visitor::visitor;

/// The form with the decisions that are possible now; nothing where an officer has nothing to decide.
pub(super) fn decide_form(
    badge: &BadgeShort,
    state: State,
    own: bool,
    seen: i64,
    refused: &Refused,
    t: Lang,
) -> AnyView {
    if own {
        return own_shop_note(t);
    }
    let forms = match state {
        State::Diajukan => view! {
            {verify_form(badge, seen, refused, t)}
            <hr/>
            {reason_form(badge.id, Action::Refuse, seen, refused, t)}
        }
        .into_html(),
        State::Terverifikasi => reason_form(badge.id, Action::Revoke, seen, refused, t),
        State::Ditolak | State::Dicabut | State::Kedaluwarsa => return ().into_html(),
    };
    decision_card(forms, refused, t)
}

fn hidden(badge: Uuid, action: Action, seen: i64) -> AnyView {
    view! {
        <input type="hidden" name="lencana" value=badge.to_string()/>
        <input type="hidden" name="terlihat" value=seen/>
        <input type="hidden" name="putusan" value=action.as_str()/>
    }
    .into_html()
}

fn verify_form(badge: &BadgeShort, seen: i64, refused: &Refused, t: Lang) -> AnyView {
    let day = (badge.kind.term() != Term::Endless).then(|| {
        let hint = if badge.kind.term() == Term::Ends { t.verify_until_hint() } else { t.verify_until_may_hint() };
        let about = described("berlaku", true, refused);
        let typed = refused.values.get("berlaku").cloned();
        let value = typed.or_else(|| badge.valid_until.clone()).unwrap_or_default();
        view! {
            <Field name="berlaku" label=t.verify_until().to_owned() hint=hint refused=refused.clone()>
                <input class="input" id="berlaku" name="berlaku" r#type="date" value=value aria-describedby=about/>
            </Field>
        }
    });
    view! {
        <form class="stack" method="post" action="/aksi/dinas/lencana">
            {hidden(badge.id, Action::Verify, seen)}
            {day}
            <button class="btn btn--wide"><Icon name="badge-check"/>{t.verify()}</button>
        </form>
    }
    .into_html()
}

fn reason_form(badge: Uuid, action: Action, seen: i64, refused: &Refused, t: Lang) -> AnyView {
    let (label, hint, button) = match action {
        Action::Refuse => (t.refuse_reason(), t.refuse_reason_hint(), t.refuse()),
        _ => (t.revoke_reason(), t.revoke_reason_hint(), t.revoke()),
    };
    view! {
        <form class="stack" method="post" action="/aksi/dinas/lencana">
            {hidden(badge, action, seen)}
            {reason_field(label, hint, refused)}
            <button class="btn btn--danger btn--wide"><Icon name="ban"/>{button}</button>
        </form>
    }
    .into_html()
}

/// Decides about a badge.
///
/// # Errors
/// Never for a form: the badge's file is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/lencana")]
pub async fn submit_badge_decision(
    lencana: String,
    putusan: String,
    #[server(default)] alasan: String,
    #[server(default)] berlaku: String,
    #[server(default)] terlihat: i64,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let (Ok(badge), Ok(action)) = (Uuid::parse_str(&lencana), putusan.parse::<Action>()) else {
        go_to("/dinas/lencana");
        return Ok(());
    };
    let back = format!("/dinas/lencana/{badge}");
    let verdict = match action {
        Action::Verify if berlaku.trim().is_empty() => Some(Verdict::Verify(None)),
        Action::Verify => Day::parse(berlaku.trim()).map(|day| Verdict::Verify(Some(day))),
        Action::Refuse => Some(Verdict::Refuse(alasan.clone())),
        _ => Some(Verdict::Revoke(alasan.clone())),
    };
    let problem = match verdict {
        None => ("berlaku", t.day_wrong().to_owned()),
        Some(verdict) => {
            let decide = DecideBadge { verdict, seen: terlihat };
            match decide_badge(&platform, &visitor.actor, badge, &decide).await {
                Ok(()) => {
                    done(Word::Done, &back);
                    return Ok(());
                }
                Err(error) => problem(error, t),
            }
        }
    };
    let values = [("alasan", alasan.as_str()), ("berlaku", berlaku.as_str())];
    refuse(&format!("lencana-{badge}"), &values, vec![problem], &back).await;
    Ok(())
}

fn problem(error: DecideBadgeError, t: Lang) -> (&'static str, String) {
    match error {
        DecideBadgeError::NoReason => ("alasan", t.reason_needed().to_owned()),
        DecideBadgeError::Validity(ValidityError::Missing) => ("berlaku", t.day_missing().to_owned()),
        DecideBadgeError::Validity(ValidityError::Over(day)) => ("berlaku", t.day_over(&day.words(t))),
        DecideBadgeError::OwnShop => ("sudah", t.own_shop().to_owned()),
        DecideBadgeError::Forbidden(_) => ("sudah", t.may_not().to_owned()),
        DecideBadgeError::Already(last) => ("sudah", already(last, t)),
        DecideBadgeError::NotFound => ("sudah", t.changed_meanwhile().to_owned()),
        DecideBadgeError::Db(error) => {
            leptos::logging::error!("decide on a badge: {error:?}");
            ("sudah", t.try_later().to_owned())
        }
    }
}

fn already(last: Option<DecidedBadge>, t: Lang) -> String {
    last.and_then(|last| {
        let who = last.name?;
        let when = Timestamp::from_micros(last.at).words(t);
        Some(t.already_decided(&did(last.action, t).to_lowercase(), &who, &when))
    })
    .unwrap_or_else(|| t.changed_meanwhile().to_owned())
}
