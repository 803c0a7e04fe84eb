//! `/lacak`: an order or a permit case by its number and the last four digits of its phone.

use domain::number::{Kind, PublicNumber};
use leptos::prelude::*;
use platform::Platform;
use platform::db::DbError;
use platform::flash::Refused;
use platform::permit::track_case;
use platform::rate_limit::{Limit, take};
use platform::shop::order::track_order;

use crate::action::{forget_refused, go_to, recall, refuse, set_cookie};
use crate::page::{Missing, page};
use crate::text::{CartText, CommonText, ComplaintText, WaitText};
use crate::ui::{ErrorSummary, PageHead, TrackForm};
use crate::visitor::{lang, visitor};

/// Per address of the network: enough for a household, too little for guessing.
const TRIES: Limit = Limit { tries: 20, seconds: 600 };
/// How long a looked-up order stays open on this device. Seconds.
const KEPT: i64 = 86_400;

/// `/lacak`.
#[component]
pub fn TrackPage() -> impl IntoView {
    let platform = expect_context::<Platform>();
    let typed = visitor().typed;
    page(async move { Ok::<_, Missing>(recall(&platform, typed, "lacak").await?) }, |refused: Refused| {
        let t = lang();
        view! {
            <PageHead title=t.track_title().to_owned() description=t.track_lead().to_owned() canonical=Some("/lacak".to_owned())/>
            <main id="isi" class="wrap section">
                <div class="stack max-w-[32rem]">
                    <h1 class="vh">{t.track_title()}</h1>
                    <ErrorSummary errors=refused.errors.clone() kept=false/>
                    <TrackForm number=refused.value("nomor")/>
                    <p class="muted">{t.track_lead()}</p>
                    <p><a href="/pengaduan?buka=ya#lacak">{t.track_complaint()}</a></p>
                </div>
            </main>
        }
    })
}

/// Opens an order or a permit case on this device.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "lacak")]
pub async fn track(nomor: String, hp4: String) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let problem = match take(&platform, &format!("track:{}", visitor.ip), TRIES).await {
        Ok(Some(wait)) => t.too_many_tries(wait),
        Ok(None) => match find(&platform, &nomor, &hp4).await {
            Ok(Some((number, path))) => {
                set_cookie("lacak", &format!("{number}.{}", hp4.trim()), KEPT);
                forget_refused();
                go_to(&path);
                return Ok(());
            }
            Ok(None) => t.track_not_found().to_owned(),
            Err(_) => t.try_later().to_owned(),
        },
        Err(_) => t.try_later().to_owned(),
    };
    refuse("lacak", &[("nomor", &nomor)], vec![("nomor", problem)], "/lacak").await;
    Ok(())
}

/// The order or permit case with this number and these digits: the number as it is written, and its page.
async fn find(platform: &Platform, number: &str, last4: &str) -> Result<Option<(String, String)>, DbError> {
    if let (Some(_), Ok(number)) =
        (track_order(platform, number, last4).await?, PublicNumber::parse(Kind::Order, number))
    {
        return Ok(Some((number.to_string(), format!("/pesanan/{number}"))));
    }
    // The pages of complaints and registrations ask everybody for the PIN, whether there is one with this number or not;
    // that of a mentoring asks to sign in.
    for (kind, prefix, path) in [
        (Kind::Complaint, "ADU", "/pengaduan"),
        (Kind::Registration, "PLT", "/pelatihan/pendaftaran"),
        (Kind::Mentoring, "PDP", "/pendampingan"),
    ] {
        let named = number.trim().get(..3).is_some_and(|letters| letters.eq_ignore_ascii_case(prefix));
        if let (true, Ok(number)) = (named, PublicNumber::parse(kind, number)) {
            return Ok(Some((number.to_string(), format!("{path}/{number}"))));
        }
    }
    let case = track_case(platform, number, last4).await?;
    Ok(case.map(|case| (case.number.clone(), format!("/izin/kasus/{}", case.number))))
}
