//! `/dinas/pelatihan/materi/{id}`: a course; `baru` for a new one.

use domain::training::Picture;
use domain::typed::{Line, Text, Whole};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{CourseDraft, find_course, list_training_categories, save_course};
use uuid::Uuid;

use super::learn::{materials_path, quiz_path};
use super::{ORGANISE, WHOLE, missing, problems, rooms};
use crate::action::{Word, done, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry, tick};
use crate::shop::seller::form::Form;
use crate::text::{Lang, LearnText, TrainingDeskText};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "pelatihan-materi";
const HERE: &str = "/dinas/pelatihan/materi";

struct Shown {
    id: Option<Uuid>,
    course: Option<CourseDraft>,
    categories: Vec<(String, String)>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, id: String) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let id = if id == "baru" { None } else { Some(Uuid::try_parse(&id).map_err(|_| Missing::NotFound)?) };
    let course = match id {
        Some(id) => Some(find_course(&platform, &visitor.actor, id).await.map_err(missing)?),
        None => None,
    };
    let categories = list_training_categories(&platform).await?;
    let name = |category: platform::training::TrainingCategory| match visitor.lang {
        Lang::Id => (category.slug, category.name_id),
        Lang::En => (category.slug, category.name_en),
    };
    let categories = categories.into_iter().map(name).collect();
    Ok(Shown { id, course, categories, refused: recall(&platform, visitor.typed, FORM).await? })
}

/// `/dinas/pelatihan/materi/{id}`.
#[component]
pub fn CourseFormPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("id")), |shown| {
        let t = lang();
        let title = if shown.id.is_some() { t.td_course() } else { t.td_new_course() };
        let all = shown.id.map(|id| {
            view! {
                <p class="muted">{t.td_course_all()}</p>
                <div class="row">
                    <a class="btn btn--line" href=materials_path(id)><Icon name="book-open"/>{t.ld_materials()}</a>
                    <a class="btn btn--line" href=quiz_path(id)><Icon name="circle-check"/>{t.le_quiz()}</a>
                </div>
            }
        });
        view! {
            <Desk title=title.to_owned()>
                {rooms(HERE, t)}
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {all}
                    {form(&shown, t)}
                </div>
            </Desk>
        }
    })
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let (course, refused) = (shown.course.as_ref(), &shown.refused);
    let line = |name, label, most, need| Entry { name, label, hint: "", kind: Kind::Line, most, need };
    let text = |read: fn(&CourseDraft) -> &str| course.map(read).unwrap_or_default().to_owned();
    let words = Entry {
        name: "uraian",
        label: t.td_description(),
        hint: t.td_description_hint(),
        kind: Kind::Words,
        most: 4000,
        need: Need::Must,
    };
    let minimum =
        Entry { name: "hadir", label: t.td_minimum(), hint: "", kind: Kind::Number, most: 3, need: Need::May };
    let least = course.map_or("100".to_owned(), |course| course.minimum.to_string());
    let pictures: Vec<(String, String)> =
        Picture::ALL.iter().map(|picture| (picture.to_string(), picture.to_string())).collect();
    let bring = text(|course| course.bring.as_ref().map(Line::as_str).unwrap_or_default());
    view! {
        <form class="card stack" method="post" action="/aksi/dinas/pelatihan/materi">
            <input type="hidden" name="id" value=shown.id.map(|id| id.to_string()).unwrap_or_default()/>
            {entry(line("judul", t.td_course_title(), 80, Need::Must), &text(|course| course.title.as_str()), refused, t)}
            {entry(line("ringkas", t.td_summary(), 160, Need::Must), &text(|course| course.summary.as_str()), refused, t)}
            {entry(words, &text(|course| course.description.as_str()), refused, t)}
            {choice("bidang", t.td_category(), &shown.categories, Some(t.td_pick()), &text(|course| &course.category), refused)}
            {entry(line("untuk", t.td_audience(), 120, Need::Must), &text(|course| course.audience.as_str()), refused, t)}
            {tick("pemula", t.td_beginner(), course.is_none_or(|course| course.beginner), refused)}
            {entry(line("bawa", t.td_bring(), 160, Need::May), &bring, refused, t)}
            {choice("gambar", t.td_picture(), &pictures, None, &text(|course| course.picture.as_str()), refused)}
            {tick("sertifikat", t.td_certificate(), course.is_some_and(|course| course.certificate), refused)}
            {entry(minimum, &least, refused, t)}
            <button class="btn btn--big btn--wide">{t.td_save()}</button>
        </form>
    }
    .into_html()
}

/// Writes a course.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[allow(clippy::too_many_arguments)] // the fields of the form
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/materi")]
pub async fn submit_course(
    #[server(default)] id: String,
    #[server(default)] judul: String,
    #[server(default)] ringkas: String,
    #[server(default)] uraian: String,
    #[server(default)] bidang: String,
    #[server(default)] untuk: String,
    #[server(default)] pemula: String,
    #[server(default)] bawa: String,
    #[server(default)] gambar: String,
    #[server(default)] sertifikat: String,
    #[server(default)] hadir: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let known = Uuid::try_parse(&id).ok();
    let mut form = Form::new(FORM, format!("{HERE}/{}", known.map_or("baru".to_owned(), |id| id.to_string())));
    for (field, typed) in [("bidang", &bidang), ("pemula", &pemula), ("gambar", &gambar), ("sertifikat", &sertifikat)] {
        form.keep(field, typed);
    }
    let title = form.read("judul", t.td_course_title(), &judul, Line::parse);
    let summary = form.read("ringkas", t.td_summary(), &ringkas, Line::parse);
    let description = form.read("uraian", t.td_description(), &uraian, Text::parse);
    let audience = form.read("untuk", t.td_audience(), &untuk, Line::parse);
    let bring = form.read("bawa", t.td_bring(), &bawa, Line::parse_optional);
    let minimum = form.read("hadir", t.td_minimum(), &hadir, |text| match text.trim() {
        "" => Whole::new(100),
        text => Whole::<0, 100>::parse(text),
    });
    let (Some(title), Some(summary), Some(description), Some(audience), Some(bring), Some(minimum)) =
        (title, summary, description, audience, bring, minimum)
    else {
        form.refuse().await;
        return Ok(());
    };
    let draft = CourseDraft {
        title,
        summary,
        description,
        category: bidang,
        audience,
        beginner: !pemula.is_empty(),
        bring,
        picture: gambar.parse().unwrap_or(Picture::Kelas),
        certificate: !sertifikat.is_empty(),
        minimum: u8::try_from(minimum.get()).unwrap_or(100),
    };
    match save_course(&platform, &visitor.actor, known, &draft).await {
        Ok(_) => done(Word::Saved, HERE),
        Err(error) => {
            for (field, problem) in problems(error, t) {
                form.wrong(if field == WHOLE { "bidang" } else { &field }, problem);
            }
            form.refuse().await;
        }
    }
    Ok(())
}
