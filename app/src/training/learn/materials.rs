//! A list of materials: what each is, how large, and where it opens.

use domain::training::material::{Kind, host, size_words};
use leptos::prelude::*;
use platform::training::Material;

use crate::html::IntoHtml;
use crate::text::{Lang, LearnText, material_kind};
use crate::ui::Icon;

/// The materials, as they are given.
pub(in crate::training) fn material_list(materials: &[Material], t: Lang) -> AnyView {
    let items = materials.iter().map(|material| view! { <li>{one(material, t)}</li> }).collect_view();
    view! { <ul class="materials">{items}</ul> }.into_html()
}

/// A material: a reading unfolds in its place, anything else opens in a new window.
fn one(material: &Material, t: Lang) -> AnyView {
    let about = format!("{}\u{a0}· {}", material_kind(t, material.kind), size(material, t));
    if material.kind == Kind::Bacaan {
        let paragraphs = material.body.split("\n\n").map(|text| view! { <p>{text.to_owned()}</p> }).collect_view();
        return view! {
            <details class="fold">
                <summary><Icon name="book-open"/><span class="materials__t"><strong>{material.title.clone()}</strong><span class="muted small">{about}</span></span><Icon name="chevron-down"/></summary>
                <div class="prose materials__text">{paragraphs}</div>
            </details>
        }
        .into_html();
    }
    let (icon, address) = match material.kind {
        Kind::Video => ("monitor", material.body.clone()),
        Kind::Tautan => ("external-link", material.body.clone()),
        _ => ("file-text", format!("/pelatihan/bahan/{}", material.id)),
    };
    view! {
        <a class="materials__a" href=address target="_blank" rel="noopener noreferrer">
            <Icon name=icon/>
            <span class="materials__t"><strong>{material.title.clone()}</strong><span class="muted small">{about}</span></span>
            <span class="vh">{format!(", {}", t.le_new_window())}</span>
        </a>
    }
    .into_html()
}

/// How large it is, for whoever pays for their data.
fn size(material: &Material, t: Lang) -> String {
    let bytes = material.bytes.map(|bytes| size_words(bytes.unsigned_abs()));
    match (material.kind, bytes) {
        (Kind::Bacaan, _) => t.le_here().to_owned(),
        (Kind::Berkas, bytes) => bytes.unwrap_or_default(),
        (Kind::Tautan, _) => t.le_elsewhere(host(&material.body)),
        (Kind::Video, bytes) => {
            let minutes = material.minutes.map(|minutes| domain::time::length_words(minutes, t));
            let size = bytes.map_or_else(|| t.le_video().to_owned(), |size| t.le_video_size(&size));
            [minutes, Some(size)].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
    }
}
