//! `/verifikasi` and `/verifikasi/{kode}`: whether a letter or a certificate is genuine and holds, for anybody and without
//! signing in.

use domain::time::length_words;
use domain::verify::VerifyCode;
use leptos::prelude::*;
use platform::Platform;
use platform::rate_limit::{Limit, take};
use platform::signing::SealLink;
use platform::verify::{About, PaperShown, Standing, check_paper};

use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::{Query, param, query};
use crate::text::{Lang, VerifyText, WaitText, paper_label};
use crate::ui::{Icon, PageHead};
use crate::visitor::{lang, visitor};

/// Per address of the network: enough for a bank's counter, too little for trying codes.
const TRIES: Limit = Limit { tries: 60, seconds: 600 };

/// `/verifikasi`.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let typed = query().get("kode").unwrap_or_default().trim().to_owned();
    // A form without script leads to the code's own page.
    let to = VerifyCode::parse(&typed).ok().map(|code| format!("/verifikasi/{}", code.as_str()));
    page(async move { to.map_or(Ok(typed), |to| Err(Missing::Elsewhere(to))) }, |typed: String| {
        let t = lang();
        let wrong = (!typed.is_empty()).then(|| t.verify_code_wrong());
        view! {
            <PageHead title=t.verify_title().to_owned() description=t.verify_lead().to_owned() canonical=Some("/verifikasi".to_owned())/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <div><h1>{t.verify_title()}</h1><p class="muted">{t.verify_lead()}</p></div>
                    {code_form(&typed, wrong, t)}
                </div>
            </main>
        }
    })
}

fn code_form(typed: &str, wrong: Option<&'static str>, t: Lang) -> AnyView {
    let class = if wrong.is_some() { "field field--error" } else { "field" };
    view! {
        <form class="card stack" action="/verifikasi">
            <div class=class>
                <label r#for="kode">{t.verify_code()}</label>
                <span class="hint" id="kode-hint">{t.verify_code_hint()}</span>
                <input class="input mono" id="kode" name="kode" autocomplete="off" autocapitalize="characters" required
                    value=typed.to_owned() aria-describedby="kode-hint"/>
                {wrong.map(|wrong| view! { <p class="error" role="alert"><Icon name="circle-alert" class="i i--16"/>{wrong}</p> })}
            </div>
            <div><button class="btn btn--big">{t.verify_button()}</button></div>
        </form>
    }
    .into_html()
}

struct Shown {
    paper: Option<PaperShown>,
    wait: Option<i64>,
}

async fn load(platform: Platform, ip: String, code: String, query: Query) -> Result<Shown, Missing> {
    if let Some(wait) = take(&platform, &format!("verify:{ip}"), TRIES).await? {
        return Ok(Shown { paper: None, wait: Some(wait) });
    }
    let link = match (query.get("d"), query.get("k"), query.get("s")) {
        (Some(d), Some(k), Some(s)) => Some(SealLink { d, k, s }),
        _ => None,
    };
    Ok(Shown { paper: check_paper(&platform, &code, link).await?, wait: None })
}

/// `/verifikasi/{kode}`.
#[component]
pub fn PaperPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor().ip, param("kode"), query()), |shown| {
        let t = lang();
        let body = match (&shown.paper, shown.wait) {
            (Some(paper), _) => paper_view(paper, t),
            (None, Some(seconds)) => {
                view! { <p class="note note--warn"><Icon name="clock"/><span>{t.too_many_tries(seconds)}</span></p> }
                    .into_html()
            }
            (None, None) => unknown(t),
        };
        view! {
            <PageHead title=t.verify_title().to_owned() description=t.verify_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <h1>{t.verify_title()}</h1>
                    {body}
                    <p><a href="/verifikasi">{t.verify_another()}</a></p>
                </div>
            </main>
        }
    })
}

fn unknown(t: Lang) -> AnyView {
    view! {
        <div class="note note--stop">
            <Icon name="circle-x"/>
            <div><h2>{t.verify_unknown()}</h2><p>{t.verify_unknown_text()}</p></div>
        </div>
    }
    .into_html()
}

fn paper_view(paper: &PaperShown, t: Lang) -> AnyView {
    let (class, icon, title) = match &paper.standing {
        _ if paper.signed == Some(false) => ("note note--stop", "circle-x", t.verify_forged().to_owned()),
        Standing::Valid if matches!(paper.about, About::Class { .. }) => {
            ("note note--ok", "circle-check", t.verify_genuine().to_owned())
        }
        Standing::Valid => ("note note--ok", "circle-check", t.verify_valid().to_owned()),
        Standing::Over => ("note note--stop", "circle-x", t.verify_over().to_owned()),
        Standing::Revoked(day) => ("note note--stop", "circle-x", t.verify_revoked(&day.long(t))),
        Standing::Replaced(_) => ("note note--warn", "info", t.verify_replaced().to_owned()),
        Standing::Refusal => ("note note--warn", "info", t.verify_refusal().to_owned()),
    };
    let seal = match paper.signed {
        Some(true) => Some(t.verify_signed()),
        Some(false) => Some(t.verify_forged_text()),
        None => None,
    };
    let newer = match &paper.standing {
        Standing::Replaced(newer) => Some(view! {
            <p><a href=format!("/verifikasi/{}", newer.as_str())>{t.verify_newer()}</a></p>
        }),
        _ => None,
    };
    view! {
        <div class=class>
            <Icon name=icon class="i i--24"/>
            <div><h2>{title}</h2>{seal.map(|seal| view! { <p>{seal}</p> })}{newer}</div>
        </div>
        <section class="card" aria-label=t.verify_facts()>
            <dl class="answers">
                <div><dt>{t.verify_number()}</dt><dd class="mono">{paper.number.clone()}</dd></div>
                <div><dt>{t.verify_kind()}</dt><dd>{paper_label(t, paper.kind)}</dd></div>
                <div><dt>{t.verify_holder()}</dt><dd>{paper.holder.clone()}</dd></div>
                {about(paper, t)}
                <div><dt>{t.verify_issued()}</dt><dd>{paper.issued.long(t)}</dd></div>
                <div><dt>{t.verify_code()}</dt><dd class="mono">{paper.code.to_string()}</dd></div>
            </dl>
        </section>
        <p class="muted small">{t.verify_compare()}" "<a href=format!("/verifikasi/{}/data.json", paper.code.as_str())>{t.verify_json()}</a></p>
    }
    .into_html()
}

/// What it is about, as lines of the list.
fn about(paper: &PaperShown, t: Lang) -> AnyView {
    let line = |label: &'static str, value: String| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    match &paper.about {
        About::Decision { service, subject, until } => {
            let until = until.map_or(t.verify_no_end().to_owned(), |day| day.long(t));
            let until = (paper.standing != Standing::Refusal).then(|| line(t.verify_until(), until));
            let subject = (!subject.is_empty()).then(|| line(t.verify_subject(), subject.clone()));
            view! { {line(t.verify_service(), service.get(t).to_owned())}{subject}{until} }.into_html()
        }
        About::Class { title, first, last, minutes } => {
            let days = if first == last { first.long(t) } else { format!("{} – {}", first.long(t), last.long(t)) };
            view! {
                {line(t.verify_class(), title.clone())}
                {line(t.verify_days(), days)}
                {line(t.verify_length(), length_words(*minutes, t))}
            }
            .into_html()
        }
    }
}
