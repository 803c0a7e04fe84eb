//! One's own certificates.

use leptos::prelude::*;
use platform::Platform;
use platform::training::{OwnAward, OwnCertificate, RegistrationShown, list_own_certificates};

use super::registration::registration_path;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::text::{AttendanceText, CertificateText, Lang, lack_label};
use crate::ui::{Icon, PageHead};
use crate::visitor::{Visitor, lang, visitor};

/// The address of the file of a registration's certificate.
pub(super) fn file_path(registration: &str) -> String {
    format!("{}/sertifikat", registration_path(registration))
}

/// The address where anybody checks a certificate.
pub(super) fn check_path(code: &str) -> String {
    format!("/verifikasi/{code}")
}

/// What the page of a registration says about its certificate.
pub(super) fn own_award(own: &RegistrationShown, t: Lang) -> Option<AnyView> {
    let (class, content) = match own.award.as_ref()? {
        OwnAward::Holds(certificate) => ("todo", there(certificate, t)),
        OwnAward::Earned => ("todo todo--wait", view! { <p>{t.cert_soon()}</p> }.into_html()),
        OwnAward::Lacks(lack) => {
            ("todo todo--wait", view! { <p>{lack_label(t, *lack, own.attended())}</p> }.into_html())
        }
        OwnAward::Revoked(reason) => ("todo todo--wait", view! { <p>{t.cert_revoked(reason)}</p> }.into_html()),
    };
    let title = if class == "todo" { t.cert_there() } else { t.cert_title() };
    Some(view! { <div class=class id="sertifikat"><h2>{title}</h2>{content}</div> }.into_html())
}

fn there(certificate: &OwnCertificate, t: Lang) -> AnyView {
    view! {
        <p><span class="mono">{certificate.number.clone()}</span>"\u{a0}· "{t.cert_issued(&certificate.issued_at.day().long(t))}</p>
        <div class="todo__a">
            <a class="btn btn--big" href=file_path(&certificate.registration)><Icon name="download"/>{t.cert_file()}</a>
            <a class="btn btn--line btn--big" href=check_path(&certificate.code)>{t.cert_check()}</a>
        </div>
        <p class="hint">{t.cert_share()}</p>
    }
    .into_html()
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Vec<OwnCertificate>, Missing> {
    Ok(list_own_certificates(&platform, &visitor.actor, &visitor.class_keys).await?)
}

/// `/pelatihan/sertifikat`.
#[component]
pub fn OwnCertificatesPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |own| {
        let t = lang();
        let content = if own.is_empty() {
            view! {
                <div class="card stack">
                    <p>{t.cert_own_none()}</p>
                    <p class="muted">{t.cert_own_hint()}</p>
                    <div><a class="btn btn--line" href="/lacak">{t.att_other()}</a></div>
                </div>
            }
            .into_html()
        } else {
            let rows = own.iter().map(|certificate| row(certificate, t)).collect_view();
            view! { <section class="card"><ul class="roster">{rows}</ul></section> }.into_html()
        };
        view! {
            <PageHead title=t.cert_own().to_owned() description=t.cert_own_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <div><h1>{t.cert_own()}</h1><p class="muted">{t.cert_own_lead()}</p></div>
                    {content}
                </div>
            </main>
        }
    })
}

fn row(certificate: &OwnCertificate, t: Lang) -> AnyView {
    let about = format!("{}\u{a0}· {}", certificate.holder, t.cert_issued(&certificate.issued_at.day().long(t)));
    let which = format!(": {}", certificate.title);
    view! {
        <li>
            <div class="roster__who">
                <strong>{certificate.title.clone()}</strong>
                <p class="muted small">{about}</p>
                <p class="mono small">{certificate.number.clone()}</p>
            </div>
            <div class="row">
                <a class="btn btn--line" href=file_path(&certificate.registration)><Icon name="download"/>"PDF"<span class="vh">{which.clone()}</span></a>
                <a class="btn btn--line" href=check_path(&certificate.code)>{t.cert_check()}<span class="vh">{which}</span></a>
            </div>
        </li>
    }
    .into_html()
}
