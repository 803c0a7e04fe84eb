//! `/dinas/pelatihan/tempat/{id}`: a venue; `baru` for a new one.

use domain::typed::{Line, Whole};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::training::{VenueDraft, find_venue, save_venue};
use uuid::Uuid;

use super::{ORGANISE, WHOLE, missing, problems, rooms};
use crate::action::{Word, done, recall};
use crate::html::IntoHtml;
use crate::page::{Missing, only, page};
use crate::request::param;
use crate::shop::seller::entry::{Entry, Kind, Need, choice, entry, tick};
use crate::shop::seller::form::Form;
use crate::text::{Lang, TrainingDeskText};
use crate::ui::{Desk, ErrorSummary};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "pelatihan-tempat";
const HERE: &str = "/dinas/pelatihan/tempat";

struct Shown {
    id: Option<Uuid>,
    venue: Option<VenueDraft>,
    kecamatan: Vec<(String, String)>,
    refused: Refused,
}

async fn load(platform: Platform, visitor: Visitor, id: String) -> Result<Shown, Missing> {
    only(&visitor, ORGANISE)?;
    let id = if id == "baru" { None } else { Some(Uuid::try_parse(&id).map_err(|_| Missing::NotFound)?) };
    let venue = match id {
        Some(id) => Some(find_venue(&platform, &visitor.actor, id).await.map_err(missing)?),
        None => None,
    };
    let reference = platform.reference().await?;
    let kecamatan = reference.kecamatan.iter().map(|region| (region.code.clone(), region.name.clone())).collect();
    Ok(Shown { id, venue, kecamatan, refused: recall(&platform, visitor.typed, FORM).await? })
}

/// `/dinas/pelatihan/tempat/{id}`.
#[component]
pub fn VenueFormPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor(), param("id")), |shown| {
        let t = lang();
        let title = if shown.id.is_some() { t.td_venues() } else { t.td_new_venue() };
        view! {
            <Desk title=title.to_owned()>
                {rooms(HERE, t)}
                <div class="narrow stack">
                    <ErrorSummary errors=shown.refused.errors.clone()/>
                    {form(&shown, t)}
                </div>
            </Desk>
        }
    })
}

fn form(shown: &Shown, t: Lang) -> AnyView {
    let (venue, refused) = (shown.venue.as_ref(), &shown.refused);
    let line = |name, label, most, need| Entry { name, label, hint: "", kind: Kind::Line, most, need };
    let text = |read: fn(&VenueDraft) -> &str| venue.map(read).unwrap_or_default().to_owned();
    let capacity = venue.and_then(|venue| venue.capacity).map(|people| people.to_string()).unwrap_or_default();
    let number =
        Entry { name: "kapasitas", label: t.td_capacity(), hint: "", kind: Kind::Number, most: 5, need: Need::May };
    let note = text(|venue| venue.note.as_ref().map(Line::as_str).unwrap_or_default());
    let kecamatan = text(|venue| &venue.kecamatan);
    view! {
        <form class="card stack" method="post" action="/aksi/dinas/pelatihan/tempat">
            <input type="hidden" name="id" value=shown.id.map(|id| id.to_string()).unwrap_or_default()/>
            {entry(line("nama", t.td_venue_name(), 80, Need::Must), &text(|venue| venue.name.as_str()), refused, t)}
            {entry(line("alamat", t.td_address(), 160, Need::Must), &text(|venue| venue.address.as_str()), refused, t)}
            {choice("kec", t.td_kecamatan(), &shown.kecamatan, Some(t.td_pick()), &kecamatan, refused)}
            {entry(number, &capacity, refused, t)}
            {tick("landai", t.td_step_free(), venue.is_none_or(|venue| venue.step_free), refused)}
            {entry(line("catatan", t.td_venue_note(), 160, Need::May), &note, refused, t)}
            <button class="btn btn--big btn--wide">{t.td_save()}</button>
        </form>
    }
    .into_html()
}

/// Writes a venue.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/tempat")]
pub async fn submit_venue(
    #[server(default)] id: String,
    #[server(default)] nama: String,
    #[server(default)] alamat: String,
    #[server(default)] kec: String,
    #[server(default)] kapasitas: String,
    #[server(default)] landai: String,
    #[server(default)] catatan: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let known = Uuid::try_parse(&id).ok();
    let mut form = Form::new(FORM, format!("{HERE}/{}", known.map_or("baru".to_owned(), |id| id.to_string())));
    form.keep("kec", &kec);
    form.keep("landai", &landai);
    let name = form.read("nama", t.td_venue_name(), &nama, Line::parse);
    let address = form.read("alamat", t.td_address(), &alamat, Line::parse);
    let note = form.read("catatan", t.td_venue_note(), &catatan, Line::parse_optional);
    let capacity = if kapasitas.trim().is_empty() {
        Some(None)
    } else {
        form.read("kapasitas", t.td_capacity(), &kapasitas, |text| Whole::<1, 50_000>::parse(text).map(Some))
    };
    let (Some(name), Some(address), Some(note), Some(capacity)) = (name, address, note, capacity) else {
        form.refuse().await;
        return Ok(());
    };
    let capacity = capacity.map(|people| people.get());
    let draft = VenueDraft { name, address, kecamatan: kec, capacity, step_free: !landai.is_empty(), note };
    match save_venue(&platform, &visitor.actor, known, &draft).await {
        Ok(_) => done(Word::Saved, HERE),
        Err(error) => {
            for (field, problem) in problems(error, t) {
                form.wrong(if field == WHOLE { "kec" } else { &field }, problem);
            }
            form.refuse().await;
        }
    }
    Ok(())
}
