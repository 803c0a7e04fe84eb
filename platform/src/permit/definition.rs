//! A service as it is stored.

use domain::permit::service::Service;

/// A service read from its JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Definition(pub Service);

impl TryFrom<String> for Definition {
    type Error = serde_json::Error;
    fn try_from(text: String) -> Result<Self, serde_json::Error> {
        read_definition(&text).map(Self)
    }
}

/// Reads the JSON of a service, as one office gives it to another.
///
/// # Errors
/// Says where it is no JSON, or not that of a service.
pub fn read_definition(text: &str) -> Result<Service, serde_json::Error> {
    serde_json::from_str(text)
}

/// The JSON of a service.
pub(super) fn write(service: &Service) -> String {
    serde_json::to_string(service).expect("a service has only keys that are text")
}
