//! Sending a complaint.

use domain::complaint::{Privacy, Story, Subject};
use domain::phone::Phone;
use domain::typed::{Line, Problem};
use leptos::prelude::*;
use platform::Platform;
use platform::complaint::{About, FileError, Filing, file_complaint};
use platform::rate_limit::{Limit, take};

use super::complaint_path;
use super::keys::remember;
use crate::action::{escape, forget_refused, go_to, refuse};
use crate::shop::phone_error;
use crate::text::{CartText, ComplaintText, Lang, WaitText, story_problem};
use crate::visitor::{Visitor, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "pengaduan";
/// Per address of the network: enough for a market hall, too little for filling the office's day.
const TRIES: Limit = Limit { tries: 30, seconds: 3600 };

/// What was typed.
struct TypedComplaint<'t> {
    token: &'t str,
    subject: &'t str,
    case: &'t str,
    service: &'t str,
    shop: &'t str,
    story: &'t str,
    privacy: &'t str,
    name: &'t str,
    phone: &'t str,
}

/// Makes a complaint. Sent twice, it is one.
///
/// # Errors
/// Never for a form: it is shown again with a message and with what was typed.
#[allow(clippy::too_many_arguments)] // the fields of the form
#[server(prefix = "/aksi", endpoint = "pengaduan/kirim")]
pub async fn send_complaint(
    token: String,
    #[server(default)] perihal: String,
    #[server(default)] izin: String,
    #[server(default)] layanan: String,
    #[server(default)] toko: String,
    #[server(default)] cerita: String,
    #[server(default)] identitas: String,
    #[server(default)] nama: String,
    #[server(default)] hp: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let typed = TypedComplaint {
        token: &token,
        subject: &perihal,
        case: &izin,
        service: &layanan,
        shop: &toko,
        story: &cerita,
        privacy: &identitas,
        name: &nama,
        phone: &hp,
    };
    let problems = match send(&platform, &visitor, &typed).await {
        Ok((number, secret)) => {
            remember(&visitor, &secret);
            forget_refused();
            go_to(&format!("{}/terkirim", complaint_path(&number)));
            return Ok(());
        }
        Err(problems) => problems,
    };
    let back = if izin.is_empty() { "/pengaduan".to_owned() } else { format!("/pengaduan?izin={}", escape(&izin)) };
    // Who wants to stay anonymous is not kept for a minute either.
    let (nama, hp) = match identitas.parse() {
        Ok(Privacy::TanpaNama) => (String::new(), String::new()),
        _ => (nama, hp),
    };
    let kept = [
        ("token", token.as_str()),
        ("perihal", &perihal),
        ("layanan", &layanan),
        ("toko", &toko),
        ("cerita", &cerita),
        ("identitas", &identitas),
        ("nama", &nama),
        ("hp", &hp),
    ];
    refuse(FORM, &kept, problems, &back).await;
    Ok(())
}

type Problems = Vec<(&'static str, String)>;

/// Answers number and secret.
async fn send(
    platform: &Platform,
    visitor: &Visitor,
    typed: &TypedComplaint<'_>,
) -> Result<(String, String), Problems> {
    let t = visitor.lang;
    let filing = read(typed, &visitor.case_keys, t)?;
    let whole = |text: String| vec![("cerita", text)];
    match take(platform, &format!("complain:{}", visitor.ip), TRIES).await {
        Ok(None) => {}
        Ok(Some(wait)) => return Err(whole(t.too_many_tries(wait))),
        Err(error) => {
            leptos::logging::error!("make a complaint: {error:?}");
            return Err(whole(t.try_later().to_owned()));
        }
    }
    match file_complaint(platform, &visitor.actor, &filing).await {
        Ok(filed) => Ok((filed.number, filed.secret)),
        Err(FileError::NoService) => Err(vec![("layanan", t.pick_service().to_owned())]),
        Err(FileError::NotTheirCase) => Err(vec![("perihal", t.about_case_closed().to_owned())]),
        Err(FileError::NotAnonymous) => Err(vec![("identitas", t.privacy_case_note().to_owned())]),
        Err(FileError::NoContact) => Err(vec![("nama", t.c_name_missing().to_owned())]),
        Err(FileError::Db(error)) => {
            leptos::logging::error!("make a complaint: {error:?}");
            Err(whole(t.try_later().to_owned()))
        }
    }
}

/// Reads the form; everything that is wrong is said at once.
fn read(typed: &TypedComplaint<'_>, case_keys: &[String], t: Lang) -> Result<Filing, Problems> {
    let mut problems = Vec::new();
    let about = match typed.subject.parse() {
        Ok(Subject::Layanan) => {
            if typed.service.is_empty() {
                problems.push(("layanan", t.pick_service().to_owned()));
            }
            Some(About::Service(typed.service.to_owned()))
        }
        Ok(Subject::Izin) => Some(About::Case { number: typed.case.to_owned(), keys: case_keys.to_vec() }),
        Ok(Subject::Toko) => match Line::parse_optional(typed.shop) {
            Ok(shop) => Some(About::Shop(shop)),
            Err(_) => {
                problems.push(("toko", t.shop_too_long().to_owned()));
                None
            }
        },
        Ok(Subject::Lain) => Some(About::Other),
        Err(_) => {
            problems.push(("perihal", t.pick_about().to_owned()));
            None
        }
    };
    let story =
        Story::parse(typed.story).map_err(|problem| problems.push(("cerita", story_problem(t, problem).to_owned())));
    let privacy =
        typed.privacy.parse::<Privacy>().map_err(|_| problems.push(("identitas", t.pick_privacy().to_owned())));
    let contact = match privacy {
        Ok(Privacy::Biasa | Privacy::Rahasia) => {
            let name = Line::parse(typed.name).map_err(|problem| {
                let words = if problem == Problem::Empty { t.c_name_missing() } else { t.c_name_long() };
                problems.push(("nama", words.to_owned()));
            });
            let phone = Phone::parse(typed.phone).map_err(|error| problems.push(("hp", phone_error(error, t))));
            name.ok().zip(phone.ok())
        }
        Ok(Privacy::TanpaNama) | Err(()) => None,
    };
    match (about, story, privacy) {
        (Some(about), Ok(story), Ok(privacy)) if problems.is_empty() => {
            Ok(Filing { token: typed.token.to_owned(), about, story, privacy, contact })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedComplaint<'static> {
        TypedComplaint {
            token: "t",
            subject: "",
            case: "",
            service: "",
            shop: "",
            story: "",
            privacy: "",
            name: "",
            phone: "",
        }
    }

    fn wrong(typed: &TypedComplaint<'_>) -> Vec<&'static str> {
        read(typed, &[], Lang::Id).err().unwrap_or_default().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(wrong(&typed()), ["perihal", "cerita", "identitas"]);
        let named = TypedComplaint { privacy: "rahasia", subject: "layanan", ..typed() };
        assert_eq!(wrong(&named), ["layanan", "cerita", "nama", "hp"]);
    }

    #[test]
    fn an_anonymous_complaint_carries_nothing_that_was_typed_about_a_person() {
        let typed = TypedComplaint {
            subject: "lain",
            story: "Lampu di depan loket mati sejak Senin.",
            privacy: "tanpa_nama",
            name: "Siti",
            phone: "081234567890",
            ..typed()
        };
        assert_eq!(read(&typed, &[], Lang::Id).unwrap().contact, None);
    }
}
