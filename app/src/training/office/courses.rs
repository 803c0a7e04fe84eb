//! `/dinas/pelatihan/materi`: what is taught.

use leptos::prelude::*;
use platform::Platform;
use platform::training::{OfficeCourse, list_courses};

use super::{ORGANISE, missing, rooms};
use crate::page::{Missing, only, page};
use crate::text::TrainingDeskText;
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor) -> Result<Vec<OfficeCourse>, Missing> {
    only(&visitor, ORGANISE)?;
    list_courses(&platform, &visitor.actor).await.map_err(missing)
}

/// `/dinas/pelatihan/materi`.
#[component]
pub fn CoursesPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |courses| {
        let t = lang();
        let items = courses
            .into_iter()
            .map(|course| {
                view! {
                    <li>
                        <div class="roster__who">
                            <a class="strong" href=format!("/dinas/pelatihan/materi/{}", course.id)>{course.title}</a>
                            <p class="muted small">{t.td_used_by(course.classes)}</p>
                        </div>
                        <div class="row">
                            <a class="btn btn--line" href=format!("/dinas/pelatihan/baru?materi={}", course.id)>{t.td_new_class()}</a>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <Desk title=t.td_courses().to_owned() lead=t.td_none_course()>
                {rooms("/dinas/pelatihan/materi", t)}
                <div><a class="btn" href="/dinas/pelatihan/materi/baru"><Icon name="plus"/>{t.td_new_course()}</a></div>
                <ul class="card roster">{items}</ul>
            </Desk>
        }
    })
}
