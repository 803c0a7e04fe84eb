//! Proofs of bank transfers: sent on the order's page, looked at on the seller's.
//!
//! [`buyer_proofs`] and [`seller_proofs`] are parts of those pages.

mod refuse;
mod send;

use domain::shop::order::{Payment, Status};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::shop::order::OrderHeader;
use platform::shop::proof::{MOST, ProofShown};
use uuid::Uuid;

use crate::html::IntoHtml;
use crate::text::{CartText, Lang, PictureText};
use crate::ui::{Field, Icon, described};

/// The forms' names, for recalling what was refused.
pub(super) const SEND: &str = "bukti";
/// As [`SEND`], for the seller's.
pub(super) const REFUSE: &str = "tolak-bukti";

/// The address of a proof's picture; the server decides who sees it.
fn picture_path(proof: Uuid) -> String {
    format!("/bukti/{proof}")
}

/// What the buyer sees of the proofs of an order, and the form for another one. Nothing for orders without transfer.
pub(super) fn buyer_proofs(
    header: &OrderHeader,
    proofs: &[ProofShown],
    refused: &Refused,
    trusted: bool,
    t: Lang,
) -> Option<AnyView> {
    let asked = header.payment == Payment::Transfer && header.status == Status::MenungguPembayaran;
    if !asked && proofs.is_empty() {
        return None;
    }
    let waiting = proofs.iter().any(ProofShown::is_waiting);
    let full = proofs.len() as i64 >= MOST;
    let list = proofs.iter().map(|proof| view! { <li>{state(proof, trusted, t)}</li> }).collect_view();
    let view = view! {
        <section class="stack stack--2 noprint" id="bukti" aria-labelledby="j-bukti">
            <h2 class="h3" id="j-bukti">{t.proof_title()}</h2>
            {(asked && proofs.is_empty()).then(|| view! { <p class="muted">{t.proof_lead()}</p> })}
            {(!proofs.is_empty()).then(|| view! { <ul class="stack stack--2">{list}</ul> })}
            {(asked && !waiting && full).then(|| view! { <p class="note note--plain"><Icon name="info"/><span>{t.proof_too_many()}</span></p> })}
            {(asked && !waiting && !full).then(|| form(header, refused, trusted, t))}
        </section>
    };
    Some(view.into_html())
}

fn form(header: &OrderHeader, refused: &Refused, trusted: bool, t: Lang) -> AnyView {
    let (pin_about, file_about) = (described("pin-bukti", true, refused), described("file-bukti", true, refused));
    let pin = (!trusted).then(|| view! {
        <Field name="pin-bukti" label=t.order_pin().to_owned() hint=t.proof_pin_hint() refused=refused.clone()>
            <input class="input" id="pin-bukti" name="pin" inputmode="numeric" autocomplete="off" maxlength="64" required
                aria-describedby=pin_about/>
        </Field>
    });
    view! {
        <form class="stack" method="post" action="/aksi/pesanan/bukti" enctype="multipart/form-data">
            <input type="hidden" name="nomor" value=header.number.clone()/>
            {pin}
            <Field name="file-bukti" label=t.proof_file().to_owned() hint=t.proof_hint() refused=refused.clone()>
                <input class="input" id="file-bukti" name="bukti" r#type="file" accept="image/*" required aria-describedby=file_about/>
            </Field>
            <div><button class="btn"><Icon name="upload"/>{t.proof_send()}</button></div>
        </form>
    }
    .into_html()
}

/// The proofs of an order with the form to refuse the one that waits, for its seller or an officer. `back` is the page
/// they are on. Confirming the money is the order's own action. Nothing for orders without transfer.
pub(super) fn seller_proofs(
    header: &OrderHeader,
    proofs: &[ProofShown],
    refused: &Refused,
    back: &str,
    t: Lang,
) -> Option<AnyView> {
    if proofs.is_empty() && (header.payment != Payment::Transfer || header.paid) {
        return None;
    }
    let back = back.to_owned();
    let list = proofs
        .iter()
        .map(|proof| {
            let form = proof.is_waiting().then(|| refuse_form(proof.id, refused, &back, t));
            view! {
                <li class="stack stack--2">
                    {state(proof, true, t)}
                    <a class="proof" href=picture_path(proof.id) target="_blank" rel="noopener">
                        <img src=picture_path(proof.id) alt=t.proof_see() loading="lazy" decoding="async"/>
                    </a>
                    {form}
                </li>
            }
        })
        .collect_view();
    let view = view! {
        <section class="card stack noprint" id="bukti" aria-labelledby="j-bukti">
            <h2 class="h3" id="j-bukti">{t.proof_title()}</h2>
            {if proofs.is_empty() {
                view! { <p class="muted">{t.proof_none()}</p> }.into_html()
            } else {
                view! { <p class="muted small">{t.proof_check()}</p><ul class="stack">{list}</ul> }.into_html()
            }}
        </section>
    };
    Some(view.into_html())
}

fn refuse_form(proof: Uuid, refused: &Refused, back: &str, t: Lang) -> AnyView {
    let (about, reason) = (described("alasan-bukti", true, refused), refused.value("alasan"));
    view! {
        <details class="fold" open=!refused.errors.is_empty()>
            <summary>{t.proof_refuse()}<Icon name="chevron-down"/></summary>
            <form class="stack" method="post" action="/aksi/usaha/bukti/tolak">
                <input type="hidden" name="bukti" value=proof.to_string()/>
                <input type="hidden" name="kembali" value=back.to_owned()/>
                <Field name="alasan-bukti" label=t.proof_refuse_reason().to_owned() hint=t.proof_refuse_hint() refused=refused.clone()>
                    <input class="input" id="alasan-bukti" name="alasan" maxlength="300" required value=reason aria-describedby=about/>
                </Field>
                <div><button class="btn btn--danger">{t.proof_refuse()}</button></div>
            </form>
        </details>
    }
    .into_html()
}

/// Where a proof is, in words.
fn state(proof: &ProofShown, may_see: bool, t: Lang) -> AnyView {
    let (class, icon, words) = match proof.state.as_str() {
        "diterima" => ("note note--ok", "circle-check", t.proof_accepted()),
        "ditolak" => ("note note--warn", "circle-x", t.proof_refused()),
        _ => ("note note--plain", "clock", t.proof_waiting()),
    };
    let sent = t.proof_sent_at(&Timestamp::from_micros(proof.uploaded_at).words(t));
    let reason = (!proof.reason.is_empty()).then(|| t.proof_reason(&proof.reason));
    view! {
        <div class=class>
            <Icon name=icon/>
            <div>
                <strong>{words}</strong>
                {reason.map(|reason| view! { <p>{reason}</p> })}
                <p class="muted small">
                    {sent}
                    {may_see.then(|| view! { "\u{a0}· "<a href=picture_path(proof.id) target="_blank" rel="noopener">{t.proof_see()}</a> })}
                </p>
            </div>
        </div>
    }
    .into_html()
}
