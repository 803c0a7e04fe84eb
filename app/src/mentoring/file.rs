//! `/pendampingan/{nomor}`: where a mentoring is, what can be done now, and everything that was written about it.

mod diagnosis;
mod history;
mod meetings;
mod people;
mod plan;
mod todo;
mod visits;

use std::sync::Arc;

use domain::account::Capability;
use domain::lang::Lang;
use domain::mentoring::{By, State};
use domain::time::Timestamp;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::mentoring::{Load, MentoringFile, find_mentoring, list_load};
use platform::permit::list_services;
use platform::reference::Reference;

pub(super) use self::plan::{sides, way_there};
use super::{FORM, missing};
use crate::action::recall;
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::request::param;
use crate::text::{MentoringText, area_label, mentoring_state};
use crate::ui::{ErrorSummary, Icon, PageHead, Progress, Said};
use crate::visitor::{Visitor, lang, visitor};

/// What the page shows.
struct Shown {
    file: MentoringFile,
    /// Mentors to choose from, for a coordinator.
    mentors: Vec<Load>,
    /// Services of the office, by slug, for the plan.
    services: Vec<(String, String)>,
    reference: Arc<Reference>,
    refused: Refused,
    now: Timestamp,
    t: Lang,
}

impl Shown {
    /// Whether the reader writes the plan now.
    fn plans(&self) -> bool {
        self.file.is(By::Pendamping) && self.file.state == State::Diagnosis
    }

    /// Whether a form that holds this field came back.
    fn came_back(&self, field: &str) -> bool {
        self.refused.error(field).is_some()
    }
}

async fn load(platform: Platform, visitor: Visitor, number: String) -> Result<Shown, Missing> {
    signed_in(&visitor)?;
    let file = find_mentoring(&platform, &visitor.actor, &number).await.map_err(missing)?;
    let mentors = match visitor.actor.may(Capability::CoordinateMentoring) && file.is(By::Koordinator) {
        true => list_load(&platform, &visitor.actor).await.map_err(missing)?,
        false => Vec::new(),
    };
    let services = list_services(&platform).await?;
    let services = services.iter().map(|service| (service.slug(), service.name.get(visitor.lang).to_owned())).collect();
    Ok(Shown {
        file,
        mentors,
        services,
        reference: platform.reference().await?.clone(),
        refused: recall(&platform, visitor.typed, FORM).await?,
        now: platform.now(),
        t: visitor.lang,
    })
}

/// `/pendampingan/{nomor}`.
#[component]
pub fn MentoringPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("nomor")), |shown| {
        let (t, file) = (lang(), &shown.file);
        let state = mentoring_state(t, file.state);
        let what = format!("{}\u{a0}· {}", area_label(t, file.area), shown.reference.kecamatan_name(&file.kecamatan));
        let names = [t.me_diagnosis(), t.me_plan(), t.me_visits(), t.me_result()];
        let progress = (file.state != State::Dihentikan).then(|| {
            view! { <Progress names=names behind=behind(file.state, file.proposed)/> }
        });
        view! {
            <PageHead title=format!("{} {}", file.business, file.number) description=state.to_owned() canonical=None/>
            <main id="isi" class="wrap section stack">
                {way_back(file, t)}
                <Said/>
                <ErrorSummary errors=shown.refused.errors.clone()/>
                <div class="tr">
                    <section class="tr__head card card--lift" aria-labelledby="j-usaha">
                        <div class="tr__top">
                            <p class="tr__ref"><span class="muted small">{t.me_number()}</span><strong class="mono" data-nomor="">{file.number.clone()}</strong></p>
                            <span class=state_class(file.state)>{state}</span>
                        </div>
                        <div><h1 id="j-usaha">{file.business.clone()}</h1><p class="muted">{what}</p></div>
                        {progress}
                        {todo::todo(&shown)}
                    </section>
                    <aside class="tr__side stack" aria-label=t.me_people()>
                        {people::people(&shown)}
                        {meetings::meetings(&shown)}
                        {history::history(&shown)}
                    </aside>
                    <div class="tr__line stack stack--6">
                        {diagnosis::diagnosis(&shown)}
                        {plan::plan(&shown)}
                        {visits::visits(&shown)}
                    </div>
                </div>
            </main>
        }
    })
}

/// A mentor came from their day, a coordinator from their desk, an owner from their own.
fn way_back(file: &MentoringFile, t: Lang) -> AnyView {
    let (path, label) = if file.is(By::Pendamping) {
        ("/pendampingan/hari-ini", t.me_my_day())
    } else if file.is(By::Koordinator) {
        ("/dinas/pendampingan", t.me_title())
    } else {
        ("/pendampingan", t.me_title())
    };
    view! { <a class="back" href=path><Icon name="chevron-left"/>{label}</a> }.into_html()
}

fn behind(state: State, proposed: bool) -> usize {
    match state {
        State::Diagnosis if proposed => 1,
        State::Diajukan | State::Diagnosis | State::Dihentikan => 0,
        State::Disepakati | State::Berjalan => 2,
        State::Evaluasi => 3,
        State::Selesai => 4,
    }
}

fn state_class(state: State) -> &'static str {
    match state {
        State::Diajukan | State::Evaluasi => "state state--wait",
        State::Selesai => "state state--go",
        State::Dihentikan => "state",
        _ => "state state--info",
    }
}
