//! `/izin/kasus/{nomor}/periksa`: everything once more before it is handed in.

use std::sync::Arc;

use domain::permit::state::State;
use domain::phone::Phone;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::CaseShown;
use platform::reference::Reference;

use super::answers::answers;
use super::section::{named, problems};
use super::{ACT, case_path, own};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{AccompanyText, CaseText, CommonText, Lang};
use crate::ui::{ErrorSummary, Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    case: CaseShown,
    refused: Refused,
    reference: Arc<Reference>,
    platform: Platform,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    let (_, case) = own(&platform, &visitor, &number).await?;
    if !case.state.is_open_for_changes() {
        return Err(Missing::Elsewhere(case_path(&case.number)));
    }
    let refused = recall(&platform, visitor.typed, ACT).await?;
    Ok(Shown { case, refused, reference: platform.reference().await?.clone(), platform })
}

/// `/izin/kasus/{nomor}/periksa`.
#[component]
pub fn CheckPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |shown| {
        let t = lang();
        let Shown { case, refused, reference, platform } = &shown;
        let back = case_path(&case.number);
        let phone = Phone::parse(&case.phone).map_or(case.phone.clone(), |phone| phone.local());
        view! {
            <PageHead title=t.check_title().to_owned() description=t.check_title().to_owned() canonical=None/>
            <main id="isi" class="wrap">
                <nav class="crumbs" aria-label=t.breadcrumbs()>
                    <a href=back>{case.service.name.get(t).to_owned()}</a><Icon name="chevron-right"/>
                    <span aria-current="page">{t.check_title()}</span>
                </nav>
                <div class="form-page stack stack--6 mb-12">
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <h1>{t.check_title()}</h1>
                    {missing(case, t)}
                    <section class="card stack" aria-labelledby="j-kontak">
                        <h2 class="h3" id="j-kontak">{t.contact()}</h2>
                        <dl class="answers">
                            <div><dt>{t.applicant_name()}</dt><dd>{case.name.clone()}</dd></div>
                            <div><dt>{t.phone()}</dt><dd>{phone}</dd></div>
                        </dl>
                    </section>
                    {answers(case, reference, platform, t)}
                    {case.is_ready().then(|| send_form(case, refused, t))}
                    {is_unchanged(case).then(|| view! { <p class="note note--plain"><Icon name="info"/><span>{t.not_changed()}</span></p> })}
                </div>
            </main>
        }
    })
}

/// Whether an accompanied permit has nothing new to hand in.
fn is_unchanged(case: &CaseShown) -> bool {
    case.state == State::Didampingi && case.checked.is_complete() && !case.is_ready()
}

/// What is missing or wrong, with links to where it is mended.
fn missing(case: &CaseShown, t: Lang) -> Option<AnyView> {
    let items: Vec<AnyView> = case
        .service
        .form
        .sections
        .iter()
        .flat_map(|section| {
            let to = format!("{}/isi/{}?cek=1", case_path(&case.number), section.key);
            let wrong = named(case, problems(case, section, t), t).into_iter();
            wrong.map(move |(field, problem)| {
                view! { <li><a href=format!("{to}#{field}")>{problem}</a></li> }.into_html()
            })
        })
        .collect();
    let count = items.len();
    (count > 0).then(|| {
        view! {
            <div class="note note--warn">
                <Icon name="circle-alert"/>
                <div><h2 class="h3">{t.check_missing(count)}</h2><ul class="links">{items}</ul></div>
            </div>
        }
        .into_html()
    })
}

fn send_form(case: &CaseShown, refused: &Refused, t: Lang) -> AnyView {
    let error = refused.error("benar").map(str::to_owned);
    let class = if error.is_some() { "field field--error" } else { "field" };
    let button = match case.state {
        State::Draf => t.send_application(),
        State::Didampingi => t.send_changes(),
        _ => t.send_correction(),
    };
    view! {
        <form class="card stack" method="post" action="/aksi/izin/kirim">
            <input type="hidden" name="nomor" value=case.number.clone()/>
            <div class=class>
                <label class="check"><input type="checkbox" id="benar" name="benar" value="ya"/><span>{t.statement()}</span></label>
                {error.map(|error| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error}</p> })}
            </div>
            <div><button class="btn btn--big"><Icon name="send"/>{button}</button></div>
            <p class="hint">{t.send_hint()}</p>
        </form>
    }
    .into_html()
}
