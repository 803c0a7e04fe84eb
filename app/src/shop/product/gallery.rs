//! The pictures: radio buttons switch them, so it works without script.

use leptos::prelude::*;
use platform::shop::pictures::MOST;
use uuid::Uuid;

use crate::html::IntoHtml;
use crate::text::{Lang, ShopText};
use crate::ui::{Load, Picture};

pub(super) fn gallery(pictures: &[Uuid], tint: i64, name: &str, t: Lang) -> AnyView {
    let ground = format!("shot t{tint}");
    let pictures = &pictures[..pictures.len().min(MOST)];
    let radios = pictures
        .iter()
        .enumerate()
        .map(|(index, _)| view! {
            <input class="vh" r#type="radio" name="g" id=format!("g{}", index + 1) checked={index == 0} aria-label=t.photo(index + 1)/>
        })
        .collect_view();
    let shots = pictures
        .iter()
        .enumerate()
        .map(|(index, id)| {
            view! {
                <figure class=format!("{ground} shot--{}", index + 1)>
                    <Picture
                        id=Some(*id)
                        alt=format!("{name}, {}", t.photo(index + 1))
                        sizes="(min-width: 960px) 640px, 100vw"
                        load=if index == 0 { Load::First } else { Load::Later }
                    />
                </figure>
            }
        })
        .collect_view();
    let nav = (pictures.len() > 1).then(|| {
        let labels = pictures
            .iter()
            .enumerate()
            .map(|(index, id)| {
                view! {
                    <label r#for=format!("g{}", index + 1) class=format!("t{tint}")>
                        <span class="vh">{t.photo(index + 1)}</span>
                        <Picture id=Some(*id) sizes="104px" load=Load::Later/>
                    </label>
                }
            })
            .collect_view();
        view! { <div class="gallery__nav">{labels}</div> }
    });
    view! {
        <div class="gallery">
            {(pictures.len() > 1).then_some(radios)}
            <div class={if pictures.len() > 1 { "gallery__main" } else { "gallery__main gallery__main--one" }}>{shots}</div>
            {nav}
        </div>
    }.into_html()
}
