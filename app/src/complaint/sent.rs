//! `/pengaduan/{nomor}/terkirim`: number, PIN, and what comes next until when. It survives a bookmark.

use domain::complaint::{Days, Privacy};
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{ComplaintShown, find_complainant, show_complaint};

use super::complaint_path;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::ComplaintText;
use crate::ui::{Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    complaint: ComplaintShown,
    pin: Option<String>,
    days: Days,
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    let elsewhere = || Missing::Elsewhere(complaint_path(&crate::action::escape(&number)));
    let found = find_complainant(&platform, &visitor.actor, &visitor.complaint_keys, &number).await?;
    let complainant = found.ok_or_else(elsewhere)?;
    let complaint = show_complaint(&platform, &complainant).await?.ok_or_else(elsewhere)?;
    Ok(Shown { complaint, pin: complainant.pin().map(str::to_owned), days: platform.office.complaints })
}

/// `/pengaduan/{nomor}/terkirim`.
#[component]
pub fn ComplaintSentPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |Shown { complaint, pin, days }| {
        let t = lang();
        let keep = match complaint.privacy {
            Privacy::TanpaNama => t.complaint_sent_only_way(),
            Privacy::Biasa | Privacy::Rahasia => t.complaint_sent_keep(),
        };
        let pin =
            pin.map(|pin| view! { <div><dt>{t.complaint_pin()}</dt><dd class="mono" data-pin="">{pin}</dd></div> });
        let verify = complaint.due.map(|due| t.complaint_next_1(&due.day().long(t)));
        view! {
            <PageHead title=t.complaint_sent_title().to_owned() description=t.complaint_sent_title().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <div class="note note--ok">
                        <Icon name="circle-check"/>
                        <div class="stack stack--2">
                            <h1>{t.complaint_sent_title()}</h1>
                            <dl class="keycard">
                                <div><dt>{t.complaint_number()}</dt><dd class="mono" data-nomor="">{complaint.number.clone()}</dd></div>
                                {pin}
                            </dl>
                            <p class="strong">{keep}</p>
                        </div>
                    </div>
                    <section class="card stack" aria-labelledby="j-lanjut">
                        <h2 id="j-lanjut">{t.complaint_next()}</h2>
                        <ol class="guide std__steps">
                            {verify.map(|verify| view! { <li>{verify}</li> })}
                            <li>{t.complaint_next_2(days.answer)}</li>
                            <li>{t.complaint_next_3(days.wait)}</li>
                        </ol>
                        <div class="row">
                            <a class="btn btn--big" href=complaint_path(&complaint.number)>{t.complaint_see()}</a>
                        </div>
                    </section>
                </div>
            </main>
        }
    })
}
