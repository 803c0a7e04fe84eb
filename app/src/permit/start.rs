//! `/izin/{slug}/ajukan`: beginning an application, or going on with one.

use domain::account::Actor;
use domain::permit::service::{Service, Way};
use domain::phone::Phone;
use domain::typed::Line;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::held::PinError;
use platform::permit::{Start, StartError, find_drafts, find_service, open_with_pin, start_case};
use platform::rate_limit::{Limit, take};
use platform::{Platform, secret};

use super::crumbs::crumbs;
use super::keys::remember;
use super::mandate::{begin_form, recall_begin};
use crate::action::{forget_refused, go_to, recall, refuse};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::shop::phone_error;
use crate::text::{AccompanyText, CartText, CaseText, Lang, WaitText};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, described};
use crate::visitor::{Visitor, lang, visitor};

/// The forms' names, for recalling what was refused.
const START: &str = "izin-mulai";
/// As [`START`], for opening with a PIN.
const OPEN: &str = "izin-buka";
/// Per address of the network, behind which a carrier puts many telephones; too little for filling the database.
const TRIES: Limit = Limit { tries: 120, seconds: 3600 };

struct Shown {
    service: Service,
    drafts: Vec<String>,
    token: String,
    name: String,
    actor: Actor,
    refused: Refused,
    refused_other: Refused,
    refused_pin: Refused,
}

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<Shown, Missing> {
    let service = find_service(&platform, &slug).await?.ok_or(Missing::NotFound)?.service;
    let refused = recall(&platform, visitor.typed, START).await?;
    let token = Some(refused.value("token")).filter(|token| !token.is_empty());
    Ok(Shown {
        drafts: find_drafts(&platform, &visitor.actor, &visitor.case_keys, &slug).await?,
        token: token.unwrap_or_else(|| secret::new(&platform)),
        refused_other: recall_begin(&platform, &visitor).await?,
        refused_pin: recall(&platform, visitor.typed, OPEN).await?,
        name: visitor.name.unwrap_or_default(),
        actor: visitor.actor,
        refused,
        service,
    })
}

/// `/izin/{slug}/ajukan`.
#[component]
pub fn ApplyPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |shown| {
        let t = lang();
        let slug = shown.service.slug();
        let name = shown.service.name.get(t);
        let (title, lead) = match &shown.service.way {
            Way::Own(_) => (t.apply_for(name), t.apply_lead()),
            Way::Accompanied(_) => (t.ask_company_title(name), t.ask_company_lead()),
        };
        let errors =
            [shown.refused.errors.clone(), shown.refused_other.errors.clone(), shown.refused_pin.errors.clone()]
                .concat();
        view! {
            <PageHead title=title.clone() description=lead.to_owned() canonical=None/>
            <main id="isi" class="wrap">
                {crumbs(&shown.service, t)}
                <div class="form-page stack stack--6 mb-12">
                    <ErrorSummary errors=errors kept=false/>
                    <div><h1>{title}</h1><p class="muted">{lead}</p></div>
                    {drafts(&shown.drafts, t)}
                    {begin_form(&shown.actor, &slug, &shown.token, &shown.refused_other, t)}
                    {start_form(&shown, &slug, t)}
                    {pin_form(&shown.refused_pin, &slug, t)}
                </div>
            </main>
        }
    })
}

fn drafts(drafts: &[String], t: Lang) -> Option<AnyView> {
    let items = drafts
        .iter()
        .map(|number| {
            view! { <li><a href=format!("/izin/kasus/{number}")>{t.draft_continue(number)}</a></li> }
        })
        .collect_view();
    (!drafts.is_empty()).then(|| {
        view! {
            <section class="note note--plain" aria-labelledby="j-draf">
                <Icon name="file-text"/>
                <div><h2 class="h3" id="j-draf">{t.drafts_title()}</h2><ul class="stack stack--2">{items}</ul></div>
            </section>
        }
        .into_html()
    })
}

fn start_form(shown: &Shown, slug: &str, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let typed = refused.value("nama");
    let phone = refused.value("hp");
    let name = if typed.is_empty() { shown.name.clone() } else { typed };
    let (name_about, phone_about) = (described("nama", false, refused), described("hp", true, refused));
    view! {
        <form class="card stack" method="post" action="/aksi/izin/mulai">
            <h2>{t.who_applies()}</h2>
            <input type="hidden" name="token" value=shown.token.clone()/>
            <input type="hidden" name="layanan" value=slug.to_owned()/>
            <Field name="nama" label=t.applicant_name().to_owned() refused=refused.clone()>
                <input class="input" id="nama" name="nama" autocomplete="name" maxlength="80" required value=name aria-describedby=name_about/>
            </Field>
            <Field name="hp" label=t.phone_label().to_owned() hint=t.applicant_phone_hint() refused=refused.clone()>
                <input class="input" id="hp" name="hp" r#type="tel" inputmode="tel" autocomplete="tel" required value=phone aria-describedby=phone_about/>
            </Field>
            <div><button class="btn btn--big">{t.start_button()}</button></div>
        </form>
    }
    .into_html()
}

fn pin_form(refused: &Refused, slug: &str, t: Lang) -> AnyView {
    view! {
        <details class="card fold" open=!refused.errors.is_empty()>
            <summary>{t.have_number()}<Icon name="chevron-down"/></summary>
            <p class="muted">{t.have_number_hint()}</p>
            {open_form(refused, "", &format!("/izin/{slug}/ajukan"), t)}
        </details>
    }
    .into_html()
}

/// Number and PIN, which open a case on this device. `number` is known already, or empty; `back` is this page.
pub(super) fn open_form(refused: &Refused, number: &str, back: &str, t: Lang) -> AnyView {
    let (about, typed) = (described("nomor", false, refused), refused.value("nomor"));
    let ask = number.is_empty().then(|| view! {
        <Field name="nomor" label=t.case_number().to_owned() refused=refused.clone()>
            <input class="input" id="nomor" name="nomor" autocomplete="off" autocapitalize="characters" placeholder="IZN-7K4M-92QX-D" required
                value=typed aria-describedby=about/>
        </Field>
    });
    let known = (!number.is_empty()).then(|| view! { <input type="hidden" name="nomor" value=number.to_owned()/> });
    let about = described("pin", false, refused);
    view! {
        <form class="stack" method="post" action="/aksi/izin/buka">
            <input type="hidden" name="kembali" value=back.to_owned()/>
            {ask}{known}
            <Field name="pin" label=t.case_pin().to_owned() refused=refused.clone()>
                <input class="input" id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="6" required aria-describedby=about/>
            </Field>
            <div><button class="btn btn--line">{t.open_button()}</button></div>
        </form>
    }
    .into_html()
}

/// What was refused when somebody tried to open a case with a PIN.
pub(super) async fn recall_pin(platform: &Platform, visitor: &Visitor) -> Result<Refused, Missing> {
    Ok(recall(platform, visitor.typed, OPEN).await?)
}

/// Begins an application. Sent twice, it is one.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/mulai")]
pub async fn start_application(token: String, layanan: String, nama: String, hp: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = format!("/izin/{layanan}/ajukan");
    let (name, phone) = (Line::<80>::parse(&nama), Phone::parse(&hp));
    let mut errors = Vec::new();
    if name.is_err() {
        errors.push(("nama", t.name_missing().to_owned()));
    }
    if let Err(error) = &phone {
        errors.push(("hp", phone_error(*error, t)));
    }
    if let (Ok(name), Ok(phone)) = (name, phone) {
        match take(&platform, &format!("izin:{}", visitor.ip), TRIES).await {
            Ok(None) => {
                let start = Start { token: token.clone(), name, phone };
                match start_case(&platform, &visitor.actor, &layanan, &start).await {
                    Ok(started) => {
                        remember(&visitor, &started.secret);
                        forget_refused();
                        go_to(&format!("/izin/kasus/{}", started.number));
                        return Ok(());
                    }
                    Err(StartError::NotFound) => errors.push(("nama", t.no_service_now().to_owned())),
                    Err(StartError::Db(error)) => {
                        leptos::logging::error!("begin an application: {error:?}");
                        errors.push(("nama", t.try_later().to_owned()));
                    }
                }
            }
            Ok(Some(wait)) => errors.push(("nama", t.too_many_tries(wait))),
            Err(error) => {
                leptos::logging::error!("begin an application: {error:?}");
                errors.push(("nama", t.try_later().to_owned()));
            }
        }
    }
    refuse(START, &[("token", &token), ("nama", &nama), ("hp", &hp)], errors, &back).await;
    Ok(())
}

/// Opens a case on this device.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "izin/buka")]
pub async fn open_application(nomor: String, pin: String, kembali: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let problem = match open_with_pin(&platform, &nomor, &pin).await {
        Ok((number, key)) => {
            remember(&visitor, &key);
            forget_refused();
            go_to(&format!("/izin/kasus/{number}"));
            return Ok(());
        }
        Err(PinError::Wrong) => t.pin_wrong_case().to_owned(),
        Err(PinError::Wait(seconds)) => t.too_many_tries(seconds),
        Err(PinError::Db(error)) => {
            leptos::logging::error!("open an application: {error:?}");
            t.try_later().to_owned()
        }
    };
    refuse(OPEN, &[("nomor", &nomor)], vec![("pin", problem)], crate::action::local_path(&kembali)).await;
    Ok(())
}
