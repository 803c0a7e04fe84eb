//! `/pelatihan/{slug}/daftar`: name, phone, kecamatan; nothing else, unless seats are kept for women.

use domain::time::Timestamp;
use leptos::prelude::*;
use platform::account::find_own_contact;
use platform::flash::Refused;
use platform::training::{ClassShown, find_class, list_own_registrations};
use platform::{Platform, secret};

use super::{facts, local, registration_path};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{CartText, CommonText, Lang, RegistrationText};
use crate::ui::{ErrorSummary, Field, Icon, PageHead, described};
use crate::visitor::{Visitor, lang, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "kelas-daftar";

struct Shown {
    class: ClassShown,
    /// The kecamatan of the venue.
    place: Option<String>,
    kecamatan: Vec<(String, String)>,
    /// The registration that this device or account has already.
    own: Option<String>,
    refused: Refused,
    token: String,
    /// Name and phone of the account.
    contact: (String, String),
    now: Timestamp,
}

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<Shown, Missing> {
    let class = find_class(&platform, &slug).await?.ok_or(Missing::NotFound)?;
    let reference = platform.reference().await?;
    let own = list_own_registrations(&platform, &visitor.actor, &visitor.class_keys).await?;
    let live = own.into_iter().find(|own| own.slug == class.slug && own.state.is_live());
    let refused = recall(&platform, visitor.typed, FORM).await?;
    // The token stays with the typed values: the form that comes back is still the same form.
    let token = match refused.value("token") {
        kept if kept.is_empty() => secret::new(&platform),
        kept => kept,
    };
    let contact = match visitor.actor.id() {
        Some(account) => {
            let (name, phone) = find_own_contact(&platform, account).await?;
            (name, local(&phone))
        }
        None => (String::new(), String::new()),
    };
    Ok(Shown {
        place: class.venue.as_ref().map(|venue| reference.kecamatan_name(&venue.kecamatan).to_owned()),
        kecamatan: reference.kecamatan.iter().map(|region| (region.code.clone(), region.name.clone())).collect(),
        own: live.map(|own| own.number),
        now: platform.now(),
        class,
        refused,
        token,
        contact,
    })
}

/// `/pelatihan/{slug}/daftar`.
#[component]
pub fn RegisterPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |shown| {
        let t = lang();
        let class = &shown.class;
        let title = t.reg_title(&class.course.title);
        let body = match &shown.own {
            Some(number) => own_note(number, t),
            None if class.is_open(shown.now) => form(&shown, t),
            None => closed(class, shown.now, t),
        };
        view! {
            <PageHead title=title description=t.reg_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href="/pelatihan">{t.nav_training()}</a><Icon name="chevron-right"/>
                    <a href=format!("/pelatihan/{}", class.slug)>{class.course.title.clone()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{t.reg_crumb()}</span>
                </nav>
                <div class="form-page stack stack--6 mb-12">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    <div><h1>{class.course.title.clone()}</h1><p class="muted">{t.reg_lead()}</p></div>
                    {facts(class, shown.place.as_deref(), t)}
                    {body}
                </div>
            </main>
        }
    })
}

fn own_note(number: &str, t: Lang) -> AnyView {
    view! {
        <div class="note note--plain">
            <Icon name="circle-check"/>
            <div class="stack stack--2">
                <strong>{t.reg_already_here()}</strong>
                <div><a class="btn" href=registration_path(number)>{t.reg_see()}</a></div>
            </div>
        </div>
    }
    .into_html()
}

/// Why nobody can register now.
fn closed(class: &ClassShown, now: Timestamp, t: Lang) -> AnyView {
    let text = if class.state.takes_place() && now < class.opens_at {
        t.reg_opens(&class.opens_at.words(t))
    } else {
        t.reg_over().to_owned()
    };
    view! {
        <div class="note note--plain">
            <Icon name="info"/>
            <div class="stack stack--2"><span>{text}</span><div><a class="btn btn--line" href="/pelatihan">{t.reg_others()}</a></div></div>
        </div>
    }
    .into_html()
}

/// Whether whoever comes now surely waits: no seat is free for anybody.
fn full(class: &ClassShown) -> bool {
    class.free() == 0
}

fn seats_note(class: &ClassShown, t: Lang) -> AnyView {
    let (icon, text) = match class.free() {
        0 => ("users", t.reg_full(class.waiting)),
        free if free == class.kept() => ("users", t.reg_only_kept(free)),
        free => ("ticket", t.reg_free(free, class.seats())),
    };
    view! { <p class="note note--plain"><Icon name=icon/><span>{text}</span></p> }.into_html()
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let Shown { class, refused, kecamatan, .. } = shown;
    let typed = |name: &str, other: &str| match refused.value(name) {
        empty if empty.is_empty() => other.to_owned(),
        typed => typed,
    };
    let (name, phone) = (typed("nama", &shown.contact.0), typed("hp", &shown.contact.1));
    let chosen = refused.value("kec");
    let options = kecamatan
        .iter()
        .map(|(code, name)| view! { <option value=code.clone() selected=*code == chosen>{name.clone()}</option> })
        .collect_view();
    let woman = class.asks_woman().then(|| {
        let checked = !refused.value("perempuan").is_empty();
        view! {
            <label class="check">
                <input type="checkbox" name="perempuan" value="ya" checked=checked/>
                <span>{t.reg_woman()}<span class="hint block">{t.reg_woman_hint()}</span></span>
            </label>
        }
    });
    let (name_about, phone_about) = (described("nama", false, refused), described("hp", true, refused));
    let kec_about = described("kec", true, refused);
    let button = if full(class) { t.reg_wait_button() } else { t.reg_button() };
    let until = t.reg_cancel_until(&class.cancel_until.words(t));
    view! {
        {seats_note(class, t)}
        <form class="card stack" method="post" action="/aksi/pelatihan/daftar">
            <input type="hidden" name="token" value=shown.token.clone()/>
            <input type="hidden" name="kelas" value=class.slug.clone()/>
            <Field name="nama" label=t.reg_name().to_owned() refused=refused.clone()>
                <input class="input" id="nama" name="nama" autocomplete="name" maxlength="80" required value=name aria-describedby=name_about/>
            </Field>
            <Field name="hp" label=t.phone_label().to_owned() hint=t.reg_phone_hint() refused=refused.clone()>
                <input class="input" id="hp" name="hp" r#type="tel" inputmode="tel" autocomplete="tel" required value=phone aria-describedby=phone_about/>
            </Field>
            <Field name="kec" label=t.reg_kecamatan().to_owned() hint=t.reg_kecamatan_hint() refused=refused.clone()>
                <select class="select" id="kec" name="kec" required aria-describedby=kec_about>
                    <option value="">{t.reg_choose()}</option>
                    {options}
                </select>
            </Field>
            {woman}
            <div class="stack stack--2">
                <div><button class="btn btn--big">{button}</button></div>
                <p class="hint">{until}</p>
            </div>
        </form>
    }
    .into_html()
}
