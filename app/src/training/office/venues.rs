//! `/dinas/pelatihan/tempat`: where classes take place.

use leptos::prelude::*;
use platform::Platform;
use platform::training::{OfficeVenue, list_venues};

use super::{ORGANISE, missing, rooms};
use crate::page::{Missing, only, page};
use crate::text::TrainingDeskText;
use crate::ui::{Desk, Icon};
use crate::visitor::{Visitor, lang, visitor};

async fn load(platform: Platform, visitor: Visitor) -> Result<Vec<(OfficeVenue, String)>, Missing> {
    only(&visitor, ORGANISE)?;
    let reference = platform.reference().await?;
    let venues = list_venues(&platform, &visitor.actor).await.map_err(missing)?;
    let named = |venue: OfficeVenue| {
        let kecamatan = reference.kecamatan_name(&venue.kecamatan).to_owned();
        (venue, kecamatan)
    };
    Ok(venues.into_iter().map(named).collect())
}

/// `/dinas/pelatihan/tempat`.
#[component]
pub fn VenuesPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |venues| {
        let t = lang();
        let items = venues
            .into_iter()
            .map(|(venue, kecamatan)| {
                view! {
                    <li>
                        <div>
                            <a class="strong" href=format!("/dinas/pelatihan/tempat/{}", venue.id)>{venue.name}</a>
                            <p class="muted small">{kecamatan}</p>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <Desk title=t.td_venues().to_owned()>
                {rooms("/dinas/pelatihan/tempat", t)}
                <div><a class="btn" href="/dinas/pelatihan/tempat/baru"><Icon name="plus"/>{t.td_new_venue()}</a></div>
                <ul class="card bought">{items}</ul>
            </Desk>
        }
    })
}
