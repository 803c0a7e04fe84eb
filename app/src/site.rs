//! What this deployment is called and where: configuration that pages show.

use leptos::prelude::*;

/// The regency that runs this site. Every name is configuration.
#[derive(Debug, Clone)]
pub struct Site {
    /// "Rumah Sikum".
    pub brand: String,
    /// "Kabupaten Tangerang".
    pub regency: String,
    /// "Kab. Tangerang".
    pub regency_short: String,
    /// "https://sikum.example.go.id", without a slash at the end.
    pub public_url: String,
    /// Whether demo accounts are shown on the sign-in page.
    pub demo: bool,
}

/// The site of this request.
pub fn site() -> std::sync::Arc<Site> {
    expect_context()
}
