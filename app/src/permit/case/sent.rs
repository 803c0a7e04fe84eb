//! `/izin/kasus/{nomor}/terkirim`: number, what comes next and until when. It survives a bookmark.

use domain::permit::clock::Pace;
use domain::permit::service::Way;
use leptos::prelude::*;
use platform::Platform;
use platform::permit::CaseShown;

use super::{case_path, own};
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::{AccompanyText, CaseText, PermitText, VerifyText};
use crate::ui::{Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    case: CaseShown,
    pin: Option<String>,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    let (applicant, case) = own(&platform, &visitor, &number).await?;
    if case.submitted_at.is_none() {
        return Err(Missing::Elsewhere(case_path(&case.number)));
    }
    Ok(Shown { case, pin: applicant.pin().map(str::to_owned) })
}

/// `/izin/kasus/{nomor}/terkirim`.
#[component]
pub fn SentPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |Shown { case, pin }| {
        let t = lang();
        let promise = case
            .promise
            .as_ref()
            .filter(|promise| promise.reading.pace != Pace::Stopped)
            .map(|promise| t.sent_promise(&promise.reading.due.day().long(t)));
        let pin = pin.map(|pin| view! { <div><dt>{t.case_pin()}</dt><dd class="mono" data-pin="">{pin}</dd></div> });
        let steps = match &case.service.way {
            Way::Own(_) => [t.sent_next_1(), t.sent_next_2(), t.sent_next_3()],
            Way::Accompanied(_) => [t.company_next_1(), t.company_next_2(), t.company_next_3()],
        };
        view! {
            <PageHead title=t.sent_title().to_owned() description=t.sent_title().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <div class="note note--ok">
                        <Icon name="circle-check"/>
                        <div class="stack stack--2">
                            <h1>{t.sent_title()}</h1>
                            <p>{case.service.name.get(t).to_owned()}</p>
                            <dl class="keycard">
                                <div><dt>{t.case_number()}</dt><dd class="mono" data-nomor="">{case.number.clone()}</dd></div>
                                {pin}
                            </dl>
                            {promise.map(|promise| view! { <p class="strong">{promise}</p> })}
                        </div>
                    </div>
                    <section class="card stack" aria-labelledby="j-lanjut">
                        <h2 id="j-lanjut">{t.sent_next()}</h2>
                        <ol class="guide std__steps">
                            {steps.map(|step| view! { <li>{step}</li> }).collect_view()}
                        </ol>
                        <div class="row">
                            <a class="btn btn--big" href=case_path(&case.number)>{t.sent_track()}</a>
                            <a class="btn btn--line" href=format!("{}/tanda-terima", case_path(&case.number))><Icon name="download"/>{t.receipt_download()}</a>
                        </div>
                        <p class="muted">{t.sent_how_to_track()}</p>
                    </section>
                    {case.service.is_free().then(|| view! {
                        <div class="note note--ok"><Icon name="shield-check"/><div><strong>{t.free_case()}</strong><p>{t.free_text()}</p></div></div>
                    })}
                </div>
            </main>
        }
    })
}
