//! For search engines: `/robots.txt` and `/sitemap.xml`.

use std::fmt::Write;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::slug::slug;
use platform::Platform;
use platform::db::DbError;
use platform::permit::list_services;
use platform::shop::catalogue::list_addresses;
use platform::training::{list_public_slugs, list_training_categories};

use crate::router::AppState;

/// `/robots.txt` and `/sitemap.xml`.
pub fn routes() -> Router<AppState> {
    Router::new().route("/robots.txt", get(robots)).route("/sitemap.xml", get(sitemap))
}

async fn robots(State(state): State<AppState>) -> String {
    let closed = [
        "/keranjang",
        "/checkout",
        "/pesanan",
        "/k/",
        "/hadir",
        "/kalender/",
        "/akun",
        "/bukti",
        "/usaha",
        "/dinas",
        "/aksi",
    ];
    let mut text = String::from("User-agent: *\n");
    for path in closed {
        let _ = writeln!(text, "Disallow: {path}");
    }
    let _ = writeln!(text, "\nSitemap: {}/sitemap.xml", state.public_url);
    text
}

async fn sitemap(State(state): State<AppState>) -> Response {
    match write(&state.platform, &state.public_url).await {
        Ok(xml) => ([(header::CONTENT_TYPE, "application/xml")], xml).into_response(),
        Err(error) => {
            tracing::error!(?error, "the sitemap cannot be written");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn write(platform: &Platform, url: &str) -> Result<String, DbError> {
    let reference = platform.reference().await?;
    let (products, shops) = list_addresses(platform).await?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    // Slugs are plain ASCII words: nothing to escape.
    let mut add = |path: &str| {
        let _ = writeln!(xml, "<url><loc>{url}{path}</loc></url>");
    };
    for path in ["/", "/produk", "/kecamatan", "/pelatihan", "/izin", "/bantuan", "/privasi"] {
        add(path);
    }
    for category in &reference.categories {
        add(&format!("/produk?kategori={}", category.slug));
    }
    for kecamatan in &reference.kecamatan {
        add(&format!("/kecamatan/{}", slug(&kecamatan.name)));
    }
    for service in list_services(platform).await?.iter() {
        add(&format!("/izin/{}", service.slug()));
    }
    for category in list_training_categories(platform).await? {
        add(&format!("/pelatihan?bidang={}", category.slug));
    }
    for class in list_public_slugs(platform).await? {
        add(&format!("/pelatihan/{class}"));
    }
    for shop in shops {
        add(&format!("/toko/{shop}"));
    }
    for product in products {
        add(&format!("/produk/{product}"));
    }
    xml.push_str("</urlset>\n");
    Ok(xml)
}
