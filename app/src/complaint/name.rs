//! What a complaint is called.

use domain::complaint::Subject;
use platform::Platform;
use platform::complaint::OwnComplaint;
use platform::db::DbError;
use platform::permit::find_service_version;

use crate::text::{ComplaintText, Lang};

/// The name of the service that a complaint is about.
pub(super) async fn service_name(platform: &Platform, slug: Option<&str>, t: Lang) -> Result<Option<String>, DbError> {
    let Some(slug) = slug else { return Ok(None) };
    let service = find_service_version(platform, slug, 1).await?;
    Ok(service.map(|service| service.name.get(t).to_owned()))
}

/// The heading of a complaint. `case` is its permit case, where that may be known.
pub(super) fn title(subject: Subject, service: Option<&str>, case: Option<&str>, t: Lang) -> String {
    match (subject, service, case) {
        (Subject::Izin, _, Some(number)) => t.complaint_of_case(number),
        (Subject::Izin, _, None) => t.complaint_of_case_secret().to_owned(),
        (Subject::Layanan, Some(name), _) => t.complaint_of_service(name),
        (Subject::Layanan, None, _) => t.complaint_of_service(t.about_service()),
        (Subject::Toko, ..) => t.complaint_of_shop().to_owned(),
        (Subject::Lain, ..) => t.complaint_of_other().to_owned(),
    }
}

/// What a complaint is called in a list.
pub(crate) async fn complaint_title(platform: &Platform, complaint: &OwnComplaint, t: Lang) -> Result<String, DbError> {
    let service = service_name(platform, complaint.service.as_deref(), t).await?;
    Ok(title(complaint.subject, service.as_deref(), None, t))
}
