//! `/pelatihan/{slug}`: a class, and whether there is a seat.

mod facts;
mod join;

use std::sync::Arc;

use domain::time::Timestamp;
use domain::training::class::State;
use leptos::prelude::*;
use platform::Platform;
use platform::reference::Reference;
use platform::training::{ClassCard, ClassShown, Material, find_class, list_public_materials, remember_classes};

use self::facts::{know, sessions, venue};
use self::join::join;
use super::card::{class_cards, ground};
use super::json_ld::event;
use super::learn::material_list;
use crate::assets;
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::request::param;
use crate::site::site;
use crate::text::{CommonText, Lang, LearnText, TrainingText};
use crate::ui::{Icon, JsonLd, PageHead};
use crate::visitor::lang;

/// Other classes of the same category on the page.
const SIMILAR: usize = 3;

struct Shown {
    class: ClassShown,
    similar: Vec<ClassCard>,
    materials: Vec<Material>,
    reference: Arc<Reference>,
    now: Timestamp,
}

async fn load(platform: Platform, slug: String) -> Result<Shown, Missing> {
    let class = find_class(&platform, &slug).await?.ok_or(Missing::NotFound)?;
    let all = remember_classes(&platform).await?;
    let alike = |other: &&ClassCard| other.category == class.course.category && other.slug != class.slug;
    let similar = all.iter().filter(alike).take(SIMILAR).cloned().collect();
    let materials = list_public_materials(&platform, class.id).await?;
    Ok(Shown { class, similar, materials, reference: platform.reference().await?.clone(), now: platform.now() })
}

/// `/pelatihan/{slug}`.
#[component]
pub fn ClassPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), param("slug")), class_view)
}

fn class_view(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { class, similar, materials, reference, now } = shown;
    let kecamatan = class.venue.as_ref().map_or("", |venue| reference.kecamatan_name(&venue.kecamatan)).to_owned();
    let picture = assets::find(&format!("kelas-{}.webp", class.course.picture));
    let title = class.course.title.clone();
    let (canonical, data) = (format!("/pelatihan/{}", class.slug), event(&class, &kecamatan, picture, &site()));
    let paragraphs =
        class.course.description.split("\n\n").map(|text| view! { <p>{text.to_owned()}</p> }).collect_view();
    let materials = (!materials.is_empty()).then(|| {
        view! {
            <section aria-labelledby="j-bahan">
                <h2 id="j-bahan">{t.le_materials()}</h2>
                <p class="muted">{t.le_public_lead()}</p>
                {material_list(&materials, t)}
            </section>
        }
    });
    let others = (!similar.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="j-lain">
                <div class="head">
                    <h2 id="j-lain">{t.similar_classes()}</h2>
                    <a class="head__more" href="/pelatihan">{t.full_schedule()}<Icon name="chevron-right"/></a>
                </div>
                <ul class="classes classes--3">{class_cards(&similar, &reference, now, t)}</ul>
            </section>
        }
    });
    view! {
        <PageHead title=title.clone() description=class.course.summary.clone() canonical=Some(canonical)/>
        <JsonLd data=data/>
        <main id="isi" class="wrap">
            <nav class="crumbs" aria-label=t.breadcrumbs()>
                <a href="/">{t.home()}</a><Icon name="chevron-right"/>
                <a href="/pelatihan">{t.nav_training()}</a><Icon name="chevron-right"/>
                <span aria-current="page">{title.clone()}</span>
            </nav>
            <div class="std">
                <div class="std__top lesson">
                    <div class=format!("{} lesson__pic", ground(&class.course.picture))>
                        {picture.map(|src| view! { <img src=src alt="" width="128" height="128"/> })}
                    </div>
                    <div>
                        <h1>{title}</h1>
                        <p class="hero__lead">{class.course.summary.clone()}</p>
                        {marks(&class, t)}
                    </div>
                </div>
                <aside class="std__side stack" aria-labelledby="j-ikut">
                    {instead(&class, now, t)}
                    {join(&class, &reference, now, t)}
                </aside>
                <div class="std__main stack stack--6">
                    <section class="prose" aria-labelledby="j-isi"><h2 id="j-isi">{t.what_you_learn()}</h2>{paragraphs}</section>
                    {sessions(&class, now, t)}
                    {venue(&class, &kecamatan, t)}
                    {know(&class, t)}
                    {materials}
                </div>
            </div>
            {others}
        </main>
    }
    .into_html()
}

fn marks(class: &ClassShown, t: Lang) -> AnyView {
    let marks = [
        (class.course.beginner, t.beginner()),
        (class.course.certificate, t.with_certificate()),
        (class.venue.is_none(), t.online()),
    ];
    let marks = marks
        .into_iter()
        .filter(|(has, _)| *has)
        .map(|(_, name)| view! { <li class="badge"><Icon name="badge-check"/>{name}</li> })
        .collect_view();
    view! {
        <ul class="badges mt-3"><li class="badge"><Icon name="ticket"/>{t.free_of_charge()}</li>{marks}</ul>
    }
    .into_html()
}

/// Said before everything else where nobody can come any more.
fn instead(class: &ClassShown, now: Timestamp, t: Lang) -> Option<AnyView> {
    let over = class.sessions.last().is_some_and(|session| session.ends_at <= now);
    match class.state {
        State::Batal => Some(
            view! {
                <div class="note note--stop">
                    <Icon name="circle-x"/>
                    <div><strong>{t.class_cancelled()}</strong>{class.reason.clone().map(|why| view! { <p>{why}</p> })}</div>
                </div>
            }
            .into_html(),
        ),
        State::Selesai => Some(over_note(t)),
        _ if over => Some(over_note(t)),
        _ => None,
    }
}

fn over_note(t: Lang) -> AnyView {
    view! {
        <div class="note note--plain">
            <Icon name="info"/>
            <div><strong>{t.class_over()}</strong><p><a href="/pelatihan">{t.class_over_hint()}</a></p></div>
        </div>
    }
    .into_html()
}
