//! `/pelatihan/pendaftaran/{nomor}/belajar`: what a class gives beside its sessions.

mod feedback;
mod materials;
mod quiz;
mod result;
mod sheet;
mod take;

use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{Learning, find_learning, find_participant};

use self::feedback::{FEEDBACK, feedback};
pub(super) use self::materials::material_list;
pub use self::quiz::QuizPage;
use self::quiz::quiz_card;
use super::registration::registration_path;
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::text::LearnText;
use crate::ui::{ErrorSummary, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

/// The address of what a registration's class gives beside its sessions.
pub(super) fn learn_path(number: &str) -> String {
    format!("{}/belajar", registration_path(number))
}

/// What somebody with a seat finds; whoever has not shown that it is theirs is asked for the PIN where that is asked.
async fn own(platform: &Platform, visitor: &Visitor, number: &str) -> Result<Learning, Missing> {
    let found = find_participant(platform, &visitor.actor, &visitor.class_keys, number).await?;
    let learning = match &found {
        Some(participant) => find_learning(platform, participant).await?,
        None => None,
    };
    learning.ok_or_else(|| Missing::Elsewhere(registration_path(&number.chars().take(24).collect::<String>())))
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<(Learning, Refused), Missing> {
    let learning = own(&platform, &visitor, &number).await?;
    Ok((learning, recall(&platform, visitor.typed, FEEDBACK).await?))
}

/// `/pelatihan/pendaftaran/{nomor}/belajar`.
#[component]
pub fn LearnPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |(learning, refused)| {
        let t = lang();
        let materials = if learning.materials.is_empty() {
            view! { <p class="muted">{t.le_no_materials()}</p> }.into_html()
        } else {
            view! { <p class="muted">{t.le_light_first()}</p>{material_list(&learning.materials, t)} }.into_html()
        };
        let quiz = learning.quiz.as_ref().map(|quiz| quiz_card(&learning.number, quiz, t));
        let feedback = learning.feedback.map(|given| feedback(&learning.number, given, &refused, t));
        view! {
            <PageHead title=t.le_title().to_owned() description=learning.title.clone() canonical=None/>
            <main id="isi" class="wrap section">
                <div class="form-page stack stack--6">
                    <Said/>
                    <ErrorSummary errors=refused.errors.clone()/>
                    <p><a href=registration_path(&learning.number)>{t.le_back()}</a></p>
                    <div><h1>{t.le_title()}</h1><p class="muted">{t.le_lead(&learning.title)}</p></div>
                    {quiz}
                    {feedback}
                    <section class="card stack stack--2" aria-labelledby="j-bahan">
                        <h2 class="h3" id="j-bahan">{t.le_materials()}</h2>
                        {materials}
                    </section>
                </div>
            </main>
        }
    })
}
