//! Sending a registration.

use domain::phone::Phone;
use domain::typed::Line;
use leptos::prelude::*;
use platform::Platform;
use platform::rate_limit::{Limit, take};
use platform::training::{RegisterError, Registering, register};

use super::form::FORM;
use super::{registration_path, remember};
use crate::action::{escape, forget_refused, go_to, refuse};
use crate::shop::phone_error;
use crate::text::{CartText, Lang, RegistrationText, WaitText};
use crate::visitor::{Visitor, visitor};

/// Per address of the network: a whole market hall may register at the minute of opening, behind one address of its
/// carrier.
const TRIES: Limit = Limit { tries: 300, seconds: 3600 };

type Problems = Vec<(&'static str, String)>;

/// Registers somebody for a class. Sent twice, it is one registration.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "pelatihan/daftar")]
pub async fn register_for_class(
    token: String,
    kelas: String,
    nama: String,
    hp: String,
    #[server(default)] kec: String,
    #[server(default)] perempuan: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let typed = [("token", token.as_str()), ("nama", &nama), ("hp", &hp), ("kec", &kec), ("perempuan", &perempuan)];
    let sent = match read(&typed, visitor.lang) {
        Ok(registering) => send(&platform, &visitor, &kelas, &registering).await,
        Err(problems) => Err(problems),
    };
    match sent {
        Ok(number) => {
            forget_refused();
            go_to(&registration_path(&number));
        }
        Err(problems) => refuse(FORM, &typed, problems, &format!("/pelatihan/{}/daftar", escape(&kelas))).await,
    }
    Ok(())
}

/// Reads the form; everything that is wrong is said at once.
fn read(typed: &[(&str, &str); 5], t: Lang) -> Result<Registering, Problems> {
    let [(_, token), (_, name), (_, phone), (_, kecamatan), (_, woman)] = *typed;
    let mut problems = Vec::new();
    let name = Line::<80>::parse(name).map_err(|_| problems.push(("nama", t.reg_name_missing().to_owned())));
    let phone = Phone::parse(phone).map_err(|error| problems.push(("hp", phone_error(error, t))));
    if kecamatan.is_empty() {
        problems.push(("kec", t.reg_kecamatan_missing().to_owned()));
    }
    match (name, phone) {
        (Ok(name), Ok(phone)) if problems.is_empty() => Ok(Registering {
            token: token.to_owned(),
            name,
            phone,
            kecamatan: kecamatan.to_owned(),
            woman: !woman.is_empty(),
        }),
        _ => Err(problems),
    }
}

/// Answers the number.
async fn send(
    platform: &Platform,
    visitor: &Visitor,
    slug: &str,
    registering: &Registering,
) -> Result<String, Problems> {
    let t = visitor.lang;
    let whole = |text: String| vec![("nama", text)];
    match take(platform, &format!("kelas:{}", visitor.ip), TRIES).await {
        Ok(None) => {}
        Ok(Some(wait)) => return Err(whole(t.too_many_tries(wait))),
        Err(error) => {
            leptos::logging::error!("register for a class: {error:?}");
            return Err(whole(t.try_later().to_owned()));
        }
    }
    match register(platform, &visitor.actor, slug, registering).await {
        Ok(registered) => {
            remember(visitor, &registered.secret);
            Ok(registered.number)
        }
        Err(RegisterError::Already(Some(number))) => Ok(number),
        Err(RegisterError::Already(None)) => Err(vec![("hp", t.reg_already().to_owned())]),
        Err(RegisterError::Clash(other)) => Err(whole(t.reg_clash(&other))),
        Err(RegisterError::NoKecamatan) => Err(vec![("kec", t.reg_kecamatan_missing().to_owned())]),
        Err(RegisterError::NotYet(at)) => Err(whole(t.reg_opens(&at.words(t)))),
        Err(RegisterError::NotFound | RegisterError::Over) => Err(whole(t.reg_over().to_owned())),
        Err(RegisterError::Db(error)) => {
            leptos::logging::error!("register for a class: {error:?}");
            Err(whole(t.try_later().to_owned()))
        }
    }
}
