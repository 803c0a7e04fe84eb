//! `/usaha/legalitas/ajukan`: handing one number in.

use domain::account::Capability;
use domain::identifier::NumberError;
use domain::shop::badge::{Kind, Number, State, Term, ValidityError};
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::badge::{BadgeShort, Submission, SubmitError, find_own_legality, submit_badge};
use uuid::Uuid;

use super::badge_name;
use crate::action::{Word, done, go_to, recall, refuse};
use crate::page::{Missing, only, page};
use crate::request::query;
use crate::text::{CartText, ConsoleText, Lang, LegalityText};
use crate::ui::{Desk, ErrorSummary, Field, Icon, described};
use crate::visitor::{Visitor, lang, visitor};

/// The longest holder. Characters.
const HOLDER: usize = 120;

struct Opened {
    kind: Kind,
    product: Option<Uuid>,
    subject: String,
    shop: String,
    latest: Option<BadgeShort>,
    refused: Refused,
}

/// The name under which a refused form is kept: one per number.
fn form_name(kind: Kind, product: Option<Uuid>) -> String {
    format!("legal-{kind}-{}", product.map(|id| id.simple().to_string()).unwrap_or_default())
}

async fn load(
    platform: Platform,
    visitor: Visitor,
    kind: Option<Kind>,
    product: Option<Uuid>,
) -> Result<Opened, Missing> {
    only(&visitor, Capability::RunShop)?;
    let kind = kind.ok_or(Missing::NotFound)?;
    let elsewhere = || Missing::Elsewhere("/usaha/legalitas".to_owned());
    let own = find_own_legality(&platform, &visitor.actor).await?.ok_or_else(elsewhere)?;
    let (subject, slots) = match product {
        None => (own.shop.name.clone(), own.of_shop),
        Some(id) => own
            .products
            .into_iter()
            .find(|(product, _)| product.id == id)
            .map(|(product, slots)| (product.name, slots))
            .ok_or(Missing::NotFound)?,
    };
    let slot = slots.into_iter().find(|slot| slot.kind == kind).ok_or(Missing::NotFound)?;
    if !slot.open {
        return Err(elsewhere());
    }
    let refused = recall(&platform, visitor.typed, &form_name(kind, product)).await?;
    Ok(Opened { kind, product, subject, shop: own.shop.name, latest: slot.latest, refused })
}

/// `/usaha/legalitas/ajukan`.
#[component]
pub fn HandInPage() -> impl IntoView {
    let query = query();
    let kind = query.get("jenis").and_then(|kind| kind.parse().ok());
    let product = query.get("produk").and_then(|id| Uuid::parse_str(id).ok());
    page(load(expect_context::<Platform>(), visitor(), kind, product), form_view)
}

fn form_view(opened: Opened) -> impl IntoView {
    let t = lang();
    let Opened { kind, product, subject, shop, latest, refused } = opened;
    let name = badge_name(kind, t);
    // What is being put right is shown again; a renewal begins empty.
    let kept = latest.as_ref().filter(|badge| matches!(badge.stored, State::Diajukan | State::Ditolak));
    let typed = |field: &str, kept: Option<String>| refused.values.get(field).cloned().or(kept).unwrap_or_default();
    let number = typed("nomor", kept.map(BadgeShort::shown));
    let holder = typed("pemegang", Some(latest.as_ref().map_or(shop, |badge| badge.holder.clone())));
    let until =
        typed("berlaku", kept.filter(|badge| !badge.until_estimated).and_then(|badge| badge.valid_until.clone()));
    let about = |field, hint| described(field, hint, &refused);
    let (number_about, holder_about, until_about) =
        (about("nomor", true), about("pemegang", true), about("berlaku", true));
    let number_hint = match kind {
        Kind::Nib => t.hint_nib(),
        Kind::Pirt => t.hint_pirt(),
        Kind::Bpom => t.hint_bpom(),
        Kind::Halal => t.hint_halal(),
        Kind::Merek | Kind::Binaan => t.hint_merek(),
    };
    let until_hint = match kind.term() {
        Term::Endless => None,
        Term::MayEnd => Some(t.last_day_may()),
        Term::Ends if kind == Kind::Pirt => Some(t.last_day_pirt()),
        Term::Ends => Some(t.last_day_ends()),
    };
    let digits_only = matches!(kind, Kind::Nib).then_some("numeric");
    let reason = kept.and_then(|badge| badge.reason.clone()).map(|reason| t.because(&reason));
    view! {
        <Desk title=t.hand_in_title(name) lead=t.for_subject(&subject)>
            <div class="stack max-w-[36rem]">
                <a class="back" href="/usaha/legalitas"><Icon name="chevron-left"/>{t.legality_title()}</a>
                {reason.map(|reason| view! { <p class="note note--warn"><Icon name="info"/><span>{reason}</span></p> })}
                <ErrorSummary errors=refused.errors.clone()/>
                <form class="card stack" method="post" action="/aksi/usaha/legalitas">
                    <input type="hidden" name="jenis" value=kind.as_str()/>
                    <input type="hidden" name="produk" value=product.map(|id| id.to_string())/>
                    <Field name="nomor" label=t.number_of(name) hint=number_hint refused=refused.clone()>
                        <input class="input" id="nomor" name="nomor" maxlength="60" required autocomplete="off" autocapitalize="characters"
                            spellcheck="false" inputmode=digits_only value=number aria-describedby=number_about/>
                    </Field>
                    <Field name="pemegang" label=t.holder().to_owned() hint=t.holder_hint() refused=refused.clone()>
                        <input class="input" id="pemegang" name="pemegang" maxlength=HOLDER required value=holder aria-describedby=holder_about/>
                    </Field>
                    {until_hint.map(|hint| view! {
                        <Field name="berlaku" label=t.last_day().to_owned() hint=hint refused=refused.clone()>
                            <input class="input" id="berlaku" name="berlaku" r#type="date" value=until aria-describedby=until_about/>
                        </Field>
                    })}
                    <p class="hint">{t.document_hint()}</p>
                    <div class="row">
                        <button class="btn"><Icon name="send"/>{t.send()}</button>
                        <a class="btn btn--quiet" href="/usaha/legalitas">{ConsoleText::cancel(t)}</a>
                    </div>
                </form>
            </div>
        </Desk>
    }
}

/// Hands a number in.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/legalitas")]
pub async fn submit_number(
    jenis: String,
    nomor: String,
    pemegang: String,
    #[server(default)] berlaku: String,
    #[server(default)] produk: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let Ok(kind) = jenis.parse::<Kind>() else {
        go_to("/usaha/legalitas");
        return Ok(());
    };
    let product = Uuid::parse_str(&produk).ok();
    let mut errors = Vec::new();
    let number = Number::parse(kind, &nomor).map_err(|error| errors.push(("nomor", number_problem(kind, error, t))));
    let holder: String = pemegang.trim().chars().take(HOLDER).collect();
    if holder.is_empty() {
        errors.push(("pemegang", t.holder_missing().to_owned()));
    }
    let until = match berlaku.trim() {
        "" => None,
        text => Day::parse(text).or_else(|| {
            errors.push(("berlaku", crate::text::OfficeText::day_wrong(t).to_owned()));
            None
        }),
    };
    if let (Ok(number), true) = (number, errors.is_empty()) {
        let submission = Submission { number, product, holder, until };
        match submit_badge(&platform, &visitor.actor, &submission).await {
            Ok(_) => {
                let anchor = product.map(|id| format!("#p-{id}")).unwrap_or_default();
                done(Word::Sent, &format!("/usaha/legalitas{anchor}"));
                return Ok(());
            }
            Err(error) => errors.push(problem(error, t)),
        }
    }
    let back = match product {
        Some(product) => format!("/usaha/legalitas/ajukan?jenis={kind}&produk={product}"),
        None => format!("/usaha/legalitas/ajukan?jenis={kind}"),
    };
    let values = [("nomor", nomor.as_str()), ("pemegang", pemegang.as_str()), ("berlaku", berlaku.as_str())];
    refuse(&form_name(kind, product), &values, errors, &back).await;
    Ok(())
}

fn problem(error: SubmitError, t: Lang) -> (&'static str, String) {
    match error {
        SubmitError::Validity(ValidityError::Missing) => {
            ("berlaku", crate::text::OfficeText::day_missing(t).to_owned())
        }
        SubmitError::Validity(ValidityError::Over(day)) => {
            ("berlaku", crate::text::OfficeText::day_over(t, &day.words(t)))
        }
        SubmitError::Holds => ("nomor", t.still_holds().to_owned()),
        SubmitError::NoProduct => ("nomor", t.wrong_product().to_owned()),
        SubmitError::NoShop => ("nomor", t.no_shop_yet_text().to_owned()),
        SubmitError::Forbidden(_) => ("nomor", ConsoleText::not_allowed_text(t).to_owned()),
        SubmitError::Db(error) => {
            leptos::logging::error!("hand in a number: {error:?}");
            ("nomor", CartText::try_later(t).to_owned())
        }
    }
}

/// What is wrong with a number, for the person who typed it.
pub(crate) fn number_problem(kind: Kind, error: NumberError, t: Lang) -> String {
    match (kind, error) {
        (_, NumberError::Empty) => t.number_missing().to_owned(),
        (_, NumberError::NotDigits) => t.number_digits().to_owned(),
        (_, NumberError::Ketetapan) => t.halal_ketetapan().to_owned(),
        (Kind::Bpom, NumberError::Prefix) => t.bpom_prefix().to_owned(),
        (Kind::Halal, NumberError::Prefix) => t.halal_prefix().to_owned(),
        (_, NumberError::Prefix) => t.merek_prefix().to_owned(),
        (Kind::Nib, NumberError::Length(found)) => t.nib_length(found),
        (Kind::Pirt, NumberError::Length(found)) => t.pirt_length(found),
        (Kind::Bpom, NumberError::Length(found)) => t.bpom_length(found),
        (Kind::Halal, NumberError::Length(found)) => t.halal_length(found),
        (Kind::Merek | Kind::Binaan, NumberError::Length(found)) => t.merek_length(found),
    }
}
