//! The list of a session on paper, to be signed by hand.

use domain::account::Actor;
use domain::lang::Lang;
use uuid::Uuid;

use super::sheet::{Sheet, find_sheet};
use crate::Platform;
use crate::document::{SignIn, Signature, sign_in};
use crate::paper::{PaperError, print};
use crate::reference::Reference;
use crate::training::OrganiseError;

/// The list of a session as a PDF file; `None` for who does not organise, and where there is no such session.
///
/// # Errors
/// See [`PaperError`].
pub async fn print_sheet(
    platform: &Platform,
    actor: &Actor,
    slug: &str,
    session: Uuid,
    lang: Lang,
) -> Result<Option<Vec<u8>>, PaperError> {
    let sheet = match find_sheet(platform, actor, slug, session).await {
        Ok(sheet) => sheet,
        Err(OrganiseError::Db(error)) => return Err(error.into()),
        Err(_) => return Ok(None),
    };
    let list = compose(platform, platform.reference().await?, sheet, lang);
    print(sign_in(&list)).await.map(Some)
}

fn compose(platform: &Platform, reference: &Reference, sheet: Sheet, lang: Lang) -> SignIn {
    let (class, session) = (sheet.class, sheet.session);
    let (online, hours, trainer) = match lang {
        Lang::Id => ("Daring", "pukul", "Pengajar"),
        Lang::En => ("Online", "at", "Trainer"),
    };
    let clock = |(hour, minute): (u8, u8)| format!("{hour:02}.{minute:02}");
    let (from, to) = (clock(session.starts_at.clock()), clock(session.ends_at.clock()));
    let day = session.starts_at.day();
    let place = class.venue.as_ref().map_or_else(
        || online.to_owned(),
        |venue| format!("{}, {}, {}", venue.name, venue.address, reference.kecamatan_name(&venue.kecamatan)),
    );
    let person = |person: super::sheet::SheetPerson| {
        let from = reference.kecamatan_name(&person.kecamatan).to_owned();
        (person.name, from)
    };
    SignIn {
        lang,
        letterhead: platform.paper.letterhead.clone(),
        course: class.course.title,
        session: format!("{}: {}, {hours} {from}–{to}", sheet.nth, day.long(lang)),
        place,
        people: sheet.people.into_iter().map(person).collect(),
        printed: platform.now(),
        signature: Signature {
            place_date: format!("{}, {}", platform.paper.place, day.words(lang)),
            position: trainer.to_owned(),
            name: class.trainer,
        },
    }
}
