//! `/pendampingan/ajukan`: asking for mentoring.

use domain::account::Capability;
use domain::mentoring::Area;
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::mentoring::{MentoringError, MentoringRequest, request_mentoring};
use platform::shop::usaha::find_own_shop;
use uuid::Uuid;

use super::{areas, mentoring_path, refused};
use crate::action::{Word, done, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry};
use crate::shop::seller::form::Form;
use crate::text::{Lang, MentoringText};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const ASK: &str = "pendampingan-ajukan";
const HERE: &str = "/pendampingan/ajukan";

struct Shown {
    token: String,
    /// The name and kecamatan of the visitor's shop.
    shop: (String, String),
    kecamatan: Vec<(String, String)>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    signed_in(&visitor)?;
    let shop = match visitor.actor.may(Capability::RunShop) {
        true => find_own_shop(&platform, &visitor.actor).await?,
        false => None,
    };
    let reference = platform.reference().await?;
    let refused = recall(&platform, visitor.typed, ASK).await?;
    // The token stays with the typed values: the form that comes back is still the same form.
    let token = match refused.value("token") {
        kept if kept.is_empty() => platform.new_id().to_string(),
        kept => kept,
    };
    Ok(Shown {
        token,
        shop: shop.map(|shop| (shop.name, shop.kecamatan)).unwrap_or_default(),
        kecamatan: reference.kecamatan.iter().map(|region| (region.code.clone(), region.name.clone())).collect(),
        refused,
    })
}

/// `/pendampingan/ajukan`.
#[component]
pub fn AskPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |shown| {
        let t = lang();
        view! {
            <Desk title=t.me_ask().to_owned() lead=t.me_ask_lead()>
                <a class="back" href="/pendampingan"><Icon name="chevron-left"/>{t.me_title()}</a>
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {form(&shown, t)}
                </div>
            </Desk>
        }
    })
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let refused = &shown.refused;
    let (name, kecamatan) = &shown.shop;
    let business =
        Entry { name: "usaha", label: t.me_business(), hint: "", kind: Kind::Line, most: 80, need: Need::Must };
    let need = Entry {
        name: "cerita",
        label: t.me_need(),
        hint: t.me_need_hint(),
        kind: Kind::Words,
        most: 1000,
        need: Need::Must,
    };
    view! {
        <form class="card stack" method="post" action="/aksi/pendampingan/ajukan">
            <input type="hidden" name="token" value=shown.token.clone()/>
            {entry(business, name, refused, t)}
            {choice("kec", t.me_kecamatan(), &shown.kecamatan, Some(t.me_pick()), kecamatan, refused)}
            {choice("bidang", t.me_area(), &areas(t), Some(t.me_pick()), "", refused)}
            {entry(need, "", refused, t)}
            <button class="btn btn--big btn--wide"><Icon name="send"/>{t.me_send()}</button>
        </form>
    }
    .into_html()
}

/// Asks for mentoring.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pendampingan/ajukan")]
pub async fn ask_for_mentoring(
    #[server(default)] token: String,
    #[server(default)] usaha: String,
    #[server(default)] kec: String,
    #[server(default)] bidang: String,
    #[server(default)] cerita: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(ASK, HERE);
    form.keep("token", &token);
    form.keep("kec", &kec);
    form.keep("bidang", &bidang);
    let business = form.read("usaha", t.me_business(), &usaha, Line::parse);
    let known = platform.reference().await.is_ok_and(|reference| reference.kecamatan(&kec).is_some());
    if !known {
        form.wrong("kec", t.me_pick_missing());
    }
    let area = bidang.parse::<Area>().ok();
    if area.is_none() {
        form.wrong("bidang", t.me_pick_missing());
    }
    let need = form.read("cerita", t.me_need(), &cerita, Text::parse);
    let (Some(business), Some(area), Some(need), true) = (business, area, need, known) else {
        form.refuse().await;
        return Ok(());
    };
    let id = Uuid::try_parse(&token).unwrap_or_else(|_| platform.new_id());
    let request = MentoringRequest { id, business, kecamatan: kec, area, need };
    match request_mentoring(&platform, &visitor.actor, &request).await {
        Ok(number) => done(Word::Sent, &mentoring_path(&number)),
        Err(MentoringError::TooMany) => {
            form.wrong("usaha", t.me_too_many_open());
            form.refuse().await;
        }
        Err(error) => refused(form, "usaha", error, t).await,
    }
    Ok(())
}
