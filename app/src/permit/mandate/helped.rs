//! `/akun/kuasa`: the applications that somebody helps with.

use std::collections::HashMap;

use domain::permit::mandate::{Standing, part_of};
use domain::permit::state::State;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::permit::{Helped, list_helped, list_services};

use crate::action::{go_to, recall, refuse};
use crate::html::IntoHtml;
use crate::page::{Missing, page, signed_in};
use crate::permit::case::case_path;
use crate::text::{Lang, MandateText, case_state, standing_label};
use crate::ui::{Alert, PageHead, Said};
use crate::visitor::{Visitor, lang, visitor};

struct Shown {
    helped: Vec<Helped>,
    /// The names of services, by their slugs.
    services: HashMap<String, String>,
    /// A form that came too late.
    late: Refused,
}

async fn load(platform: Platform, visitor: Visitor) -> Result<Shown, Missing> {
    signed_in(&visitor)?;
    part_of(&visitor.actor).ok_or(Missing::NotAllowed)?;
    let services = list_services(&platform).await?;
    let services = services.iter().map(|service| (service.slug(), service.name.get(visitor.lang).to_owned()));
    let late = recall(&platform, visitor.typed, LATE).await?;
    Ok(Shown { services: services.collect(), helped: list_helped(&platform, &visitor.actor).await?, late })
}

/// The name under which a form is remembered that came too late.
const LATE: &str = "kuasa-berakhir";

/// Sends the browser on from a form of a case that is not open to it: to where numbers are typed, or, whoever helps others,
/// to the list that says whose mandate is over.
pub(crate) async fn locked_out() {
    let visitor = visitor();
    match part_of(&visitor.actor) {
        Some(_) => {
            refuse(LATE, &[], vec![(LATE, visitor.lang.mandate_over().to_owned())], "/akun/kuasa").await;
        }
        None => go_to("/lacak"),
    }
}

/// `/akun/kuasa`.
#[component]
pub fn HelpedPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |Shown { helped, services, late }| {
        let t = lang();
        let none = helped.is_empty();
        let late = late.error(LATE).map(str::to_owned).map(|words| {
            view! { <Alert text=words/> }
        });
        let items = helped.into_iter().map(|helped| item(helped, &services, t)).collect_view();
        view! {
            <PageHead title=t.helped_title().to_owned() description=t.helped_lead().to_owned() canonical=None/>
            <main id="isi" class="wrap section stack stack--6">
                <div><h1>{t.helped_title()}</h1><p class="muted">{t.helped_lead()}</p></div>
                <Said/>
                {late}
                <section class="card stack" aria-label=t.helped_title()>
                    {if none {
                        view! { <p>{t.helped_none()}</p> }.into_html()
                    } else {
                        view! { <ul class="bought">{items}</ul> }.into_html()
                    }}
                    <div><a class="btn btn--line" href="/izin">{t.helped_services()}</a></div>
                </section>
            </main>
        }
    })
}

fn item(helped: Helped, services: &HashMap<String, String>, t: Lang) -> AnyView {
    let service = services.get(&helped.service).cloned().unwrap_or_default();
    let name = match helped.standing {
        Standing::Runs => view! { <a class="strong" href=case_path(&helped.number)>{helped.name}</a> }.into_html(),
        _ => view! { <span>{helped.name}</span> }.into_html(),
    };
    let end = match helped.state {
        Some(state) => {
            let waits = matches!(state, State::Draf | State::PerluPerbaikan | State::Dihentikan);
            let class = if waits { "small strong" } else { "small" };
            view! { <p class=class>{case_state(t, state)}</p><p class="muted small">{t.helped_until(&helped.until.short(t))}</p> }.into_html()
        }
        None => view! { <p class="muted small">{standing_label(helped.standing, t)}</p> }.into_html(),
    };
    view! {
        <li>
            <div>{name}<p class="muted small">{format!("{}\u{a0}· {service}", helped.number)}</p></div>
            <div class="bought__end">{end}</div>
        </li>
    }
    .into_html()
}
