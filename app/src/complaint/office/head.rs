//! What is promised, who complains, and who answers.

use domain::complaint::Privacy;
use domain::phone::Phone;
use leptos::prelude::*;
use platform::complaint::Contact;

use super::file::Opened;
use crate::html::IntoHtml;
use crate::permit::of_reading;
use crate::text::{ComplaintDeskText, ComplaintText, DeskText, Lang, complaint_privacy};
use crate::ui::Icon;

/// The card with the facts.
pub(super) fn head(opened: &Opened, t: Lang) -> AnyView {
    let file = &opened.file;
    let fact = |name: &'static str, value: AnyView| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    let words = |text: String| text.into_html();
    let clock = file.reading.as_ref().zip(file.due).map(|(reading, due)| {
        view! {
            <div class="row">
                {of_reading(reading, opened.now, t)}
                <span class="small">{t.promise_until(&due.day().short(t))}</span>
            </div>
        }
    });
    let case = opened.shown.as_ref().and_then(|(_, case)| case.clone()).or_else(|| file.case.clone());
    let case = case.map(|number| {
        let to = format!("/dinas/izin/{number}");
        fact(t.complaint_case(), view! { <a class="mono" href=to>{number}</a> }.into_html())
    });
    let known = file.shop.clone().map(|(slug, name)| {
        fact(t.complaint_shop_known(), view! { <a href=format!("/toko/{slug}")>{name}</a> }.into_html())
    });
    let shop = (!file.about.is_empty()).then(|| fact(t.complaint_shop(), words(file.about.clone())));
    let officer = file.about_officer.clone().map(|(_, name)| fact(t.complaint_officer(), words(name)));
    let lapor = file.lapor.clone().map(|lapor| fact(t.lapor_number(), words(lapor)));
    let late = (file.late > 0).then(|| fact(t.complaint_late_name(), words(t.complaint_late(file.late))));
    let handler = file.handler.as_ref().map_or_else(|| t.no_handler().to_owned(), |(_, name)| name.clone());
    view! {
        <section class="card stack">
            {clock}
            <dl class="spec spec--tight spec--case">
                {complainant(opened, t)}
                {fact(t.complaint_privacy(), words(complaint_privacy(t, file.privacy).to_owned()))}
                {fact(t.complaint_came(), words(file.filed_at.words(t)))}
                {case}
                {shop}
                {known}
                {officer}
                {fact(t.column_handler(), words(handler))}
                {lapor}
                {late}
            </dl>
        </section>
    }
    .into_html()
}

/// Name and phone, or the way to them.
fn complainant(opened: &Opened, t: Lang) -> AnyView {
    let file = &opened.file;
    let contact = opened.shown.as_ref().map(|(contact, _)| contact).or(file.contact.as_ref());
    if let Some(Contact { name, phone }) = contact {
        let phone = Phone::parse(phone).ok().map(|phone| {
            let dial = format!("tel:{}", phone.as_str());
            view! { <div><dt>{t.complaint_phone()}</dt><dd><a href=dial>{phone.local()}</a></dd></div> }
        });
        return view! { <div><dt>{t.complainant()}</dt><dd>{name.clone()}</dd></div>{phone} }.into_html();
    }
    let value = match file.privacy {
        _ if file.forgotten => t.complainant_forgotten().into_html(),
        Privacy::TanpaNama => t.complainant_none().into_html(),
        _ if file.may_show => {
            let to = format!("/dinas/pengaduan/{}?tampilkan=pelapor", file.number);
            view! {
                <span class="row">
                    {t.complainant_secret()}
                    <a class="doc__link" href=to rel="nofollow"><Icon name="eye" class="i i--16"/>{t.complainant_show()}</a>
                </span>
                <span class="muted">{t.complainant_show_hint()}</span>
            }
            .into_html()
        }
        _ => view! { {t.complainant_secret()}". "{t.complainant_involved()} }.into_html(),
    };
    view! { <div><dt>{t.complainant()}</dt><dd>{value}</dd></div> }.into_html()
}
