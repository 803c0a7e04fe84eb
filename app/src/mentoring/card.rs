//! A mentoring in a list.

use leptos::prelude::*;
use platform::mentoring::MentoringCard;
use platform::reference::Reference;

use super::mentoring_path;
use crate::html::IntoHtml;
use crate::text::{Lang, MentoringText, area_label, mentoring_state};

/// The items of a list of mentorings, with who has each where that is not the reader.
pub(super) fn cards(cards: &[MentoringCard], reference: &Reference, mentors: bool, t: Lang) -> Vec<AnyView> {
    cards.iter().map(|card| one(card, reference.kecamatan_name(&card.kecamatan), mentors, t)).collect()
}

fn one(card: &MentoringCard, kecamatan: &str, mentors: bool, t: Lang) -> AnyView {
    let mentor = card.mentor.clone().filter(|_| mentors);
    let what = format!("{}\u{a0}· {kecamatan}", area_label(t, card.area));
    let state = if card.proposed && !card.state.runs() && card.state.meets() {
        t.me_wait_answer()
    } else {
        mentoring_state(t, card.state)
    };
    let progress = (card.state.runs() && card.actions > 0)
        .then(|| view! { <p class="muted small">{t.me_progress(card.done, card.actions)}</p> });
    let since =
        (!card.state.runs()).then(|| view! { <p class="muted small">{t.me_since(&card.since_at.day().short(t))}</p> });
    view! {
        <li>
            <div>
                <a class="strong" href=mentoring_path(&card.number)>{card.business.clone()}</a>
                <p class="muted small">{what}</p>
                {mentor.map(|mentor| view! { <p class="muted small">{format!("{}: {mentor}", t.me_mentor())}</p> })}
            </div>
            <div class="bought__end"><p class="small">{state}</p>{progress}{since}</div>
        </li>
    }
    .into_html()
}

/// An owner's own mentorings, for the page of the account; nothing where there are none.
pub(crate) fn own_mentorings(own: &[MentoringCard], reference: &Reference, t: Lang) -> Option<AnyView> {
    let items = cards(own, reference, true, t);
    (!items.is_empty()).then(|| {
        view! {
            <section class="card stack" aria-labelledby="j-pendampingan">
                <h2 id="j-pendampingan">{t.me_title()}</h2>
                <ul class="bought">{items}</ul>
            </section>
        }
        .into_html()
    })
}
