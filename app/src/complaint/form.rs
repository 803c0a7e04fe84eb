//! `/pengaduan`: the form, and the way to a complaint that was made.

use domain::complaint::{Days, LONGEST, Privacy, SHORTEST, Subject};
use leptos::prelude::*;
use platform::complaint::{AttachedFile, list_waiting_files};
use platform::flash::Refused;
use platform::permit::{find_applicant, list_services};
use platform::{Platform, secret};

use super::attach::files_field;
use super::choices::choices;
use super::open::{OPEN, open_form};
use super::send::FORM;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::{Query, query};
use crate::sending::Sending;
use crate::text::{CartText, ComplaintText, Lang};
use crate::ui::{ErrorSummary, Field, Icon, Islands, PageHead, described};
use crate::visitor::{Visitor, lang, visitor};

/// The form, for the island that sends its files.
const ID: &str = "pengaduan-baru";
/// The national place for complaints.
const LAPOR: &str = "https://www.lapor.go.id";

struct Shown {
    /// The permit case that it is about, when it is theirs.
    case: Option<String>,
    /// The way to a complaint that was made is asked for.
    wants_open: bool,
    /// A case was named that is not open here.
    closed: bool,
    services: Vec<(String, String)>,
    service: String,
    token: String,
    /// Files that were taken before, when something else was wrong.
    waiting: Vec<AttachedFile>,
    name: String,
    days: Days,
    /// For how long it is kept whole, in months.
    kept: u16,
    refused: Refused,
    refused_pin: Refused,
}

async fn load(platform: Platform, visitor: Visitor, query: Query) -> Result<Shown, Missing> {
    let word = |name: &str| query.get(name).unwrap_or_default().to_owned();
    let (case, service) = (word("izin"), word("layanan"));
    let refused = recall(&platform, visitor.typed, FORM).await?;
    let token = Some(refused.value("token")).filter(|token| !token.is_empty());
    let waiting = match &token {
        Some(token) => list_waiting_files(&platform, token).await?,
        None => Vec::new(),
    };
    let theirs = match case.is_empty() {
        true => None,
        false => find_applicant(&platform, &visitor.actor, &visitor.case_keys, &case)
            .await?
            .filter(|applicant| !applicant.helps()),
    };
    let closed = !case.is_empty() && theirs.is_none();
    let names = list_services(&platform).await?;
    Ok(Shown {
        case: theirs.map(|_| case),
        closed,
        wants_open: query.get("buka").is_some(),
        services: names.iter().map(|found| (found.slug(), found.name.get(visitor.lang).to_owned())).collect(),
        service,
        waiting,
        token: token.unwrap_or_else(|| secret::new(&platform)),
        name: visitor.name.unwrap_or_default(),
        days: platform.office.complaints,
        kept: platform.office.complaint_retention,
        refused_pin: recall(&platform, visitor.typed, OPEN).await?,
        refused,
    })
}

/// `/pengaduan`.
#[component]
pub fn NewComplaintPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), query()), |shown| {
        let t = lang();
        let lead = t.complaints_lead(shown.days.verify, shown.days.answer);
        let errors = [shown.refused.errors.clone(), shown.refused_pin.errors.clone()].concat();
        let wrong = !shown.refused_pin.errors.is_empty();
        // With a case in its address the page is one person's.
        let canonical = (shown.case.is_none() && !shown.closed).then(|| "/pengaduan".to_owned());
        let closed = shown.closed.then(|| {
            view! { <p class="note note--warn"><Icon name="info"/><span>{t.about_case_closed()}</span></p> }
        });
        view! {
            <PageHead title=t.complaints_title().to_owned() description=lead.clone() canonical=canonical/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <ErrorSummary errors=errors kept=!wrong/>
                    <div><h1>{t.complaints_title()}</h1><p class="muted">{lead}</p></div>
                    {closed}
                    {complaint_form(&shown, t)}
                    <details class="card fold" id="lacak" open=wrong || shown.wants_open>
                        <summary>{t.complaint_have_number()}<Icon name="chevron-down"/></summary>
                        <p class="muted">{t.complaint_have_number_hint()}</p>
                        {open_form(&shown.refused_pin, "", t)}
                    </details>
                    <p class="muted">{t.complaint_lapor()}" "<a href=LAPOR rel="noopener noreferrer">"lapor.go.id"</a></p>
                </div>
            </main>
            <Islands/>
        }
    })
}

fn complaint_form(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let about = match &shown.case {
        Some(number) => about_case(number, t),
        None => about_fields(shown, t),
    };
    let (story_about, story) = (described("cerita", true, refused), refused.value("cerita"));
    view! {
        <form id=ID class="card stack complain" method="post" action="/aksi/pengaduan/kirim" enctype="multipart/form-data">
            <input type="hidden" name="token" value=shown.token.clone()/>
            // What the Enter key presses: the first button of a form.
            <button hidden></button>
            {about}
            <Field name="cerita" label=t.complaint_story().to_owned() hint=t.complaint_story_hint() refused=refused.clone()>
                <textarea class="textarea" id="cerita" name="cerita" rows="7" required minlength=SHORTEST maxlength=LONGEST
                    aria-describedby=story_about>{story}</textarea>
            </Field>
            {files_field(&shown.waiting, refused, t)}
            {privacy_field(shown, t)}
            {contact_fields(shown, t)}
            <p class="muted small">{t.complaint_kept(shown.kept)}</p>
            <div><button class="btn btn--big"><Icon name="send"/>{t.complaint_send()}</button></div>
            <Sending lang=t form=ID/>
        </form>
    }
    .into_html()
}

fn about_case(number: &str, t: Lang) -> AnyView {
    view! {
        <input type="hidden" name="perihal" value=Subject::Izin.as_str()/>
        <input type="hidden" name="izin" value=number.to_owned()/>
        <p class="note" id="perihal"><Icon name="file-text"/><span>{t.about_case_of(number)}</span></p>
    }
    .into_html()
}

fn about_fields(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let typed = refused.value("layanan");
    let service = if typed.is_empty() { shown.service.clone() } else { typed };
    let chosen = refused.value("perihal");
    let chosen = if chosen.is_empty() && !service.is_empty() { Subject::Layanan.as_str().to_owned() } else { chosen };
    let options = [
        (Subject::Layanan.as_str(), t.about_service(), t.about_service_note()),
        (Subject::Toko.as_str(), t.about_shop(), t.about_shop_note()),
        (Subject::Lain.as_str(), t.about_other(), ""),
    ];
    let names = shown
        .services
        .iter()
        .map(|(slug, name)| view! { <option value=slug.clone() selected=*slug == service>{name.clone()}</option> })
        .collect_view();
    let (service_about, shop_about) = (described("layanan", false, refused), described("toko", false, refused));
    let shop = refused.value("toko");
    view! {
        {choices("perihal", t.complaint_about(), &options, &chosen, refused)}
        <div class="complain__service">
            <Field name="layanan" label=t.which_service().to_owned() refused=refused.clone()>
                <select class="select" id="layanan" name="layanan" aria-describedby=service_about>
                    <option value="">{t.choose_service()}</option>
                    {names}
                </select>
            </Field>
        </div>
        <div class="complain__shop">
            <Field name="toko" label=t.which_shop().to_owned() refused=refused.clone()>
                <input class="input" id="toko" name="toko" maxlength="120" value=shop aria-describedby=shop_about/>
            </Field>
        </div>
    }
    .into_html()
}

fn privacy_field(shown: &Shown, t: Lang) -> AnyView {
    let mut options = vec![
        (Privacy::Biasa.as_str(), t.privacy_plain(), t.privacy_plain_note()),
        (Privacy::Rahasia.as_str(), t.privacy_secret(), t.privacy_secret_note()),
    ];
    let case = shown.case.is_some();
    if !case {
        options.push((Privacy::TanpaNama.as_str(), t.privacy_none(), t.privacy_none_note()));
    }
    let typed = shown.refused.value("identitas");
    let chosen = if typed.is_empty() { Privacy::Biasa.as_str().to_owned() } else { typed };
    let note = case.then(|| view! { <p class="muted small">{t.privacy_case_note()}</p> });
    view! { {choices("identitas", t.complaint_who(), &options, &chosen, &shown.refused)}{note} }.into_html()
}

/// Name and phone; put out of sight by the style where somebody stays anonymous, and not looked at then.
fn contact_fields(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let typed = refused.value("nama");
    let (name, phone) = (if typed.is_empty() { shown.name.clone() } else { typed }, refused.value("hp"));
    let (name_about, phone_about) = (described("nama", false, refused), described("hp", true, refused));
    view! {
        <div class="stack complain__contact">
            <Field name="nama" label=t.complainant_name().to_owned() refused=refused.clone()>
                <input class="input" id="nama" name="nama" autocomplete="name" maxlength="80" value=name aria-describedby=name_about/>
            </Field>
            <Field name="hp" label=t.phone_label().to_owned() hint=t.complainant_phone_hint() refused=refused.clone()>
                <input class="input" id="hp" name="hp" r#type="tel" inputmode="tel" autocomplete="tel" value=phone aria-describedby=phone_about/>
            </Field>
        </div>
    }
    .into_html()
}
