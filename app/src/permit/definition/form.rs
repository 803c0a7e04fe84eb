//! `/dinas/layanan/{slug}/draf/isian`: the sections and fields of the form, in their order.

use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::Draft;
use serde_json::Value;

use super::item::{answer, text};
use super::part::{FORM, form_sections, list, named};
use super::place::{NEW, Place};
use super::{address, definition, draft_of, typed_here};
use crate::html::IntoHtml;
use crate::page::{Missing, page};
use crate::permit::already::what_was_wrong;
use crate::request::param;
use crate::text::{KeepText, Lang, field_type};
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

/// The page, below that of the service.
pub(super) const HERE: &str = "/draf/isian";

async fn load(platform: Platform, visitor: Visitor, slug: String) -> Result<(String, Draft, Refused), Missing> {
    let draft = draft_of(&platform, &visitor, &slug).await?;
    let refused = typed_here(&platform, &visitor, &address(&slug, HERE)).await?;
    Ok((slug, draft, refused))
}

/// `/dinas/layanan/{slug}/draf/isian`.
#[component]
pub fn DraftFormPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("slug")), |(slug, draft, refused)| {
        let t = lang();
        let definition = definition(&draft.service);
        let count = form_sections(&definition).count();
        let sections = form_sections(&definition)
            .enumerate()
            .map(|(number, section)| section_view(&slug, section, number, count, t))
            .collect_view();
        view! {
            <Desk title=t.part_form().to_owned() lead=t.part_form_lead()>
                <a class="back" href=address(&slug, "")>
                    <Icon name="chevron-left" class="i i--16"/>{draft.service.name.get(t).to_owned()}
                </a>
                {what_was_wrong(&refused, None)}
                {(count == 0).then(|| view! { <p class="note note--plain"><Icon name="info"/><span>{t.no_sections()}</span></p> })}
                <form class="stack keep__form" method="post" action="/aksi/dinas/layanan/urutan">
                    {hidden(&slug, draft.revision)}
                    {sections}
                </form>
                <div>
                    <a class="btn btn--line" href=address(&slug, &format!("{HERE}/{NEW}"))><Icon name="plus"/>{t.new_section()}</a>
                </div>
            </Desk>
        }
    })
}

/// What every form about a draft carries.
pub(super) fn hidden(slug: &str, revision: i64) -> AnyView {
    view! {
        <input type="hidden" name="slug" value=slug.to_owned()/>
        <input type="hidden" name="revisi" value=revision/>
    }
    .into_html()
}

fn section_view(slug: &str, section: &Value, number: usize, count: usize, t: Lang) -> AnyView {
    let (key, title) = named(section, "title", t);
    let at = format!("{FORM}/{key}");
    let to = |below: &str| address(slug, &format!("/draf/{at}{below}"));
    let title_id = format!("{key}-judul");
    let label_id = title_id.clone();
    view! {
        <section class="card stack" id=key aria-labelledby=title_id>
            <div class="rowset__h">
                <h2 class="h3" id=label_id>{title.clone()}</h2>
                <div class="rowset__tools">
                    {movers(&at, &title, number, count, t)}
                    <a class="btn btn--quiet" href=to("")><Icon name="pencil"/>{t.edit_section()}</a>
                </div>
            </div>
            {fields_view(slug, &at, list(section, "fields"), t)}
            <div>
                <a class="btn btn--quiet" href=to(&format!("/{NEW}")) aria-label=t.new_field_in(&title)>
                    <Icon name="plus"/>{t.new_field()}
                </a>
            </div>
        </section>
    }
    .into_html()
}

fn fields_view(slug: &str, at: &str, fields: &[Value], t: Lang) -> AnyView {
    if fields.is_empty() {
        return view! { <p class="muted">{t.no_fields()}</p> }.into_html();
    }
    let rows = fields
        .iter()
        .enumerate()
        .map(|(number, field)| {
            let (key, label) = named(field, "label", t);
            let at = format!("{at}/{key}");
            let required =
                answer(field, "required").as_bool().unwrap_or(false).then(|| format!("\u{a0}· {}", t.required_short()));
            let kind = field_type(&text(answer(field, "type")), t);
            view! {
                <li class="keep__field">
                    <div>
                        <a href=address(slug, &format!("/draf/{at}"))>{label.clone()}</a>
                        <span class="muted small">{kind}{required}</span>
                    </div>
                    <div class="rowset__tools">{movers(&at, &label, number, fields.len(), t)}</div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="keep__fields">{rows}</ol> }.into_html()
}

fn movers(at: &str, name: &str, number: usize, count: usize, t: Lang) -> AnyView {
    let button = |way: &str, icon: &'static str, label: String| {
        let step = format!("{way} {at}");
        view! {
            <button class="btn btn--quiet" name="langkah" value=step aria-label=label.clone() title=label><Icon name=icon/></button>
        }
    };
    view! {
        {(number > 0).then(|| button("naik", "chevron-up", t.move_up(name)))}
        {(number + 1 < count).then(|| button("turun", "chevron-down", t.move_down(name)))}
    }
    .into_html()
}

/// The fields inside a group, on the page of the group.
pub(super) fn inner_fields(slug: &str, revision: i64, group: &Place, t: Lang) -> AnyView {
    let new = address(slug, &format!("/draf/{}/{NEW}", group.at));
    view! {
        <form class="card stack" id="kelompok" method="post" action="/aksi/dinas/layanan/urutan">
            {hidden(slug, revision)}
            <h2 class="h3">{t.inner_fields()}</h2>
            {fields_view(slug, &group.at, list(&group.object, "fields"), t)}
            <div><a class="btn btn--quiet" href=new><Icon name="plus"/>{t.new_field()}</a></div>
        </form>
    }
    .into_html()
}
