//! Why a step was not taken, and what to do then.

use domain::permit::step::Refused;
use domain::permit::verdict::NoCorrection;
use domain::shop::badge::ValidityError;
use domain::time::Timestamp;
use platform::permit::StepError;

use crate::page::Missing;
use crate::shop::seller::legality::number_problem;
use crate::text::{AccompanyText, DeskText, Lang, LegalityText, OfficeText, desk_event};

/// The field of a form that a message belongs to; [`WHOLE`] where it is about the case.
pub(super) type Problem = (&'static str, String);

/// Not about one field.
pub(super) const WHOLE: &str = "umum";

/// In words.
pub(super) fn problem(error: StepError, t: Lang) -> Problem {
    let whole = |text: &str| (WHOLE, text.to_owned());
    match error {
        StepError::Forbidden(_) => whole(t.no_right()),
        // The office acts without one.
        StepError::NotFound | StepError::MandateOver => whole(t.gone()),
        StepError::Already(None) => whole(t.already_somehow()),
        StepError::Already(Some(last)) => {
            let name = last.name.unwrap_or_else(|| t.by_guest().to_owned());
            let action = desk_event(&last.action, t).to_lowercase();
            (WHOLE, t.already(&action, &name, &Timestamp::from_micros(last.at).words(t)))
        }
        StepError::NoCorrection(NoCorrection::Unjudged(_)) => whole(t.not_all_judged()),
        StepError::NoCorrection(NoCorrection::Nothing) => whole(t.nothing_to_replace()),
        StepError::VisitDay => ("tanggal", t.no_visit_day().to_owned()),
        StepError::NoWords => ("catatan", t.no_words().to_owned()),
        StepError::NoPermit => ("nomor_izin", t.number_missing().to_owned()),
        StepError::Number(kind, error) => ("nomor_izin", number_problem(kind, error, t)),
        StepError::Validity(ValidityError::Missing) => ("berlaku", t.day_missing().to_owned()),
        StepError::Validity(ValidityError::Over(day)) => ("berlaku", t.day_over(&day.words(t))),
        StepError::IssuedDay => ("terbit", t.issued_day_wrong().to_owned()),
        StepError::NoProduct => ("produk", t.wrong_product().to_owned()),
        StepError::Refused(Refused::NoStage) => ("tahap", t.stage_missing().to_owned()),
        StepError::Refused(Refused::NoReason) => ("kode", t.code_missing().to_owned()),
        StepError::Refused(Refused::Unpaid) => ("jumlah", t.unpaid().to_owned()),
        StepError::Refused(refused) => whole(against(refused, t)),
        StepError::Db(error) => {
            leptos::logging::error!("a step of a case: {error:?}");
            whole(t.try_later())
        }
    }
}

fn against(refused: Refused, t: Lang) -> &'static str {
    match refused {
        Refused::NotNow => t.not_now(),
        Refused::NotYours => t.no_right(),
        Refused::OwnCase => t.own_case(),
        Refused::FourEyes => t.four_eyes(),
        Refused::Involved => t.involved(),
        Refused::Incomplete => t.incomplete(),
        Refused::NotAccepted => t.not_accepted(),
        Refused::NotVisited => t.not_visited(),
        Refused::NoRoundLeft => t.no_round_left(),
        Refused::NeedsConsent => t.needs_consent(),
        Refused::Unpaid => t.unpaid(),
        Refused::TooLate => t.too_late(),
        Refused::TooEarly => t.too_early(),
        Refused::NoReason => t.code_missing(),
        Refused::NoStage => t.stage_missing(),
    }
}

/// The same for a page that cannot be shown.
pub(super) fn missing(error: StepError) -> Missing {
    match error {
        StepError::Forbidden(_) => Missing::NotAllowed,
        StepError::NotFound => Missing::NotFound,
        error => error.into(),
    }
}
