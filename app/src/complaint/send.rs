//! Sending a complaint.

use domain::complaint::{Privacy, Story, Subject};
use domain::phone::Phone;
use domain::typed::{Line, Problem};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use platform::Platform;
use platform::complaint::{About, FileError, Filing, file_complaint, remove_waiting_file};
use platform::rate_limit::{Limit, take};
use uuid::Uuid;

use super::attach::{FILES, REMOVE, take_file};
use super::complaint_path;
use super::keys::remember;
use crate::action::{escape, forget_refused, go_to, refuse};
use crate::shop::phone_error;
use crate::text::{CartText, ComplaintText, Lang, PictureText, WaitText, story_problem};
use crate::upload::{Form, Part};
use crate::visitor::{Visitor, visitor};

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "pengaduan";
/// Per address of the network: enough for a market hall, too little for filling the office's day.
const TRIES: Limit = Limit { tries: 30, seconds: 3600 };

/// What was typed.
#[derive(Default, Clone)]
struct TypedComplaint {
    token: String,
    subject: String,
    case: String,
    service: String,
    shop: String,
    story: String,
    privacy: String,
    name: String,
    phone: String,
    /// Which file is to be taken back, instead of sending.
    remove: String,
}

impl TypedComplaint {
    /// Takes a field.
    fn take(&mut self, name: &str, value: String) {
        let field = match name {
            "token" => &mut self.token,
            "perihal" => &mut self.subject,
            "izin" => &mut self.case,
            "layanan" => &mut self.service,
            "toko" => &mut self.shop,
            "cerita" => &mut self.story,
            "identitas" => &mut self.privacy,
            "nama" => &mut self.name,
            "hp" => &mut self.phone,
            REMOVE => &mut self.remove,
            _ => return,
        };
        *field = value;
    }
}

/// Makes a complaint. Sent twice, it is one.
///
/// # Errors
/// Never for a form: it is shown again with a message, with what was typed and with the files that were taken.
#[server(prefix = "/aksi", endpoint = "pengaduan/kirim", input = MultipartFormData)]
pub async fn send_complaint(data: MultipartData) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let (typed, mut problems) = read_form(&platform, &visitor, Form::open(data)).await;
    if let Ok(file) = Uuid::try_parse(&typed.remove) {
        if let Err(error) = remove_waiting_file(&platform, &typed.token, file).await {
            leptos::logging::error!("take a file of a complaint back: {error:?}");
            problems.push((FILES, visitor.lang.try_later().to_owned()));
        }
    } else {
        match send(&platform, &visitor, &typed, problems).await {
            Ok((number, secret)) => {
                remember(&visitor, &secret);
                forget_refused();
                go_to(&format!("{}/terkirim", complaint_path(&number)));
                return Ok(());
            }
            Err(wrong) => problems = wrong,
        }
    }
    let TypedComplaint { token, subject, case, service, shop, story, privacy, name, phone, .. } = typed;
    let back = if case.is_empty() { "/pengaduan".to_owned() } else { format!("/pengaduan?izin={}", escape(&case)) };
    // Who wants to stay anonymous is not kept for a minute either.
    let (name, phone) = match privacy.parse() {
        Ok(Privacy::TanpaNama) => (String::new(), String::new()),
        _ => (name, phone),
    };
    let kept = [
        ("token", token.as_str()),
        ("perihal", &subject),
        ("layanan", &service),
        ("toko", &shop),
        ("cerita", &story),
        ("identitas", &privacy),
        ("nama", &name),
        ("hp", &phone),
    ];
    refuse(FORM, &kept, problems, &back).await;
    Ok(())
}

/// Reads the form part by part: never more than one file is in memory. Answers what was wrong with files.
async fn read_form(platform: &Platform, visitor: &Visitor, mut form: Form) -> (TypedComplaint, Problems) {
    let (mut typed, mut problems) = (TypedComplaint::default(), Vec::new());
    loop {
        match form.next().await {
            Ok(Some(Part::Text { name, value })) => typed.take(&name, value),
            // The form says first which one it is.
            Ok(Some(Part::File(_))) if typed.token.is_empty() => {}
            Ok(Some(Part::File(file))) => problems.extend(take_file(platform, visitor, &typed.token, file).await),
            Ok(None) => break,
            Err(_) => {
                problems.push((FILES, visitor.lang.upload_broken().to_owned()));
                break;
            }
        }
    }
    (typed, problems)
}

type Problems = Vec<(&'static str, String)>;

/// Answers number and secret. Something was wrong with files already: then it is not sent.
async fn send(
    platform: &Platform,
    visitor: &Visitor,
    typed: &TypedComplaint,
    mut problems: Problems,
) -> Result<(String, String), Problems> {
    let t = visitor.lang;
    let filing = match read(typed, &visitor.case_keys, t) {
        Ok(filing) if problems.is_empty() => filing,
        Ok(_) => return Err(problems),
        Err(wrong) => {
            problems.extend(wrong);
            return Err(problems);
        }
    };
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
fn read(typed: &TypedComplaint, case_keys: &[String], t: Lang) -> Result<Filing, Problems> {
    let mut problems = Vec::new();
    let about = match typed.subject.parse::<Subject>() {
        Ok(Subject::Layanan) => {
            if typed.service.is_empty() {
                problems.push(("layanan", t.pick_service().to_owned()));
            }
            Some(About::Service(typed.service.clone()))
        }
        Ok(Subject::Izin) => Some(About::Case { number: typed.case.clone(), keys: case_keys.to_vec() }),
        Ok(Subject::Toko) => match Line::parse_optional(&typed.shop) {
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
        Story::parse(&typed.story).map_err(|problem| problems.push(("cerita", story_problem(t, problem).to_owned())));
    let privacy =
        typed.privacy.parse::<Privacy>().map_err(|_| problems.push(("identitas", t.pick_privacy().to_owned())));
    let contact = match privacy {
        Ok(Privacy::Biasa | Privacy::Rahasia) => {
            let name = Line::parse(&typed.name).map_err(|problem| {
                let words = if problem == Problem::Empty { t.c_name_missing() } else { t.c_name_long() };
                problems.push(("nama", words.to_owned()));
            });
            let phone = Phone::parse(&typed.phone).map_err(|error| problems.push(("hp", phone_error(error, t))));
            name.ok().zip(phone.ok())
        }
        Ok(Privacy::TanpaNama) | Err(()) => None,
    };
    match (about, story, privacy) {
        (Some(about), Ok(story), Ok(privacy)) if problems.is_empty() => {
            Ok(Filing { token: typed.token.clone(), about, story, privacy, contact })
        }
        _ => Err(problems),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> TypedComplaint {
        let mut typed = TypedComplaint { token: "t".to_owned(), ..TypedComplaint::default() };
        fields.iter().for_each(|(name, value)| typed.take(name, (*value).to_owned()));
        typed
    }

    fn wrong(typed: &TypedComplaint) -> Vec<&'static str> {
        read(typed, &[], Lang::Id).err().unwrap_or_default().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        assert_eq!(wrong(&typed(&[])), ["perihal", "cerita", "identitas"]);
        let named = typed(&[("identitas", "rahasia"), ("perihal", "layanan")]);
        assert_eq!(wrong(&named), ["layanan", "cerita", "nama", "hp"]);
    }

    #[test]
    fn an_anonymous_complaint_carries_nothing_that_was_typed_about_a_person() {
        let typed = typed(&[
            ("perihal", "lain"),
            ("cerita", "Lampu di depan loket mati sejak Senin."),
            ("identitas", "tanpa_nama"),
            ("nama", "Siti"),
            ("hp", "081234567890"),
        ]);
        assert_eq!(read(&typed, &[], Lang::Id).unwrap().contact, None);
    }
}
