//! Help and privacy: short answers in plain words.

use leptos::prelude::*;

use crate::text::{CommonText, ComplaintText, HelpText};
use crate::ui::PageHead;
use crate::visitor::lang;

type Answers = Vec<(&'static str, &'static str)>;

/// `/bantuan`.
#[component]
pub fn HelpPage() -> impl IntoView {
    let t = lang();
    let answers = vec![
        (t.help_buy(), t.help_buy_text()),
        (t.help_pay(), t.help_pay_text()),
        (t.help_track(), t.help_track_text()),
        (t.help_cancel(), t.help_cancel_text()),
        (t.help_pin(), t.help_pin_text()),
        (t.help_badge(), t.help_badge_text()),
        (t.help_shop(), t.help_shop_text()),
        (t.help_no_answer(), t.help_no_answer_text()),
    ];
    answers_page(t.help_title(), t.help_lead(), "/bantuan", answers)
}

/// `/privasi`.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    let t = lang();
    let answers = vec![
        (t.privacy_order(), t.privacy_order_text()),
        (t.privacy_class(), t.privacy_class_text()),
        (t.privacy_mentoring(), t.privacy_mentoring_text()),
        (t.privacy_account(), t.privacy_account_text()),
        (t.privacy_cookie(), t.privacy_cookie_text()),
        (t.privacy_others(), t.privacy_others_text()),
        (t.privacy_rights(), t.privacy_rights_text()),
    ];
    answers_page(t.privacy_title(), t.privacy_lead(), "/privasi", answers)
}

fn answers_page(title: &'static str, lead: &'static str, path: &str, answers: Answers) -> impl IntoView + use<> {
    let t = lang();
    let answers = answers
        .into_iter()
        .map(|(question, answer)| view! { <section class="card stack stack--2"><h2 class="h3">{question}</h2><p>{answer}</p></section> })
        .collect_view();
    view! {
        <PageHead title=title.to_owned() description=lead.to_owned() canonical=Some(path.to_owned())/>
        <main id="isi" class="wrap section">
            <div class="stack max-w-[44rem]">
                <div><h1>{title}</h1><p class="muted">{lead}</p></div>
                {answers}
                <div class="row">
                    <a class="btn" href="/produk">{t.nav_shop()}</a>
                    <a class="btn btn--line" href="/lacak">{t.nav_track()}</a>
                    <a class="btn btn--line" href="/pengaduan">{t.make_complaint()}</a>
                </div>
            </div>
        </main>
    }
}
