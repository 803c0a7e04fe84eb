//! A QR code, drawn as one path.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

/// Modules of quiet ground around the code, as the standard asks.
const QUIET: usize = 4;

/// A text for cameras; nothing when it is too long for a code. Always dark on white: many cameras read no other.
#[component]
pub fn Qr(
    /// What is read.
    text: String,
    /// What it is, for who cannot see it.
    label: &'static str,
) -> impl IntoView {
    QrCode::with_error_correction_level(text, EcLevel::M).ok().map(|code| {
        let width = code.width();
        let mut path = String::new();
        for (index, _) in code.to_colors().iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
            path.push_str(&format!("M{} {}h1v1h-1z", index % width + QUIET, index / width + QUIET));
        }
        let side = width + 2 * QUIET;
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label shape-rendering="crispEdges">
                <rect width=side.to_string() height=side.to_string() fill="#fff"></rect>
                <path d=path fill="#000"></path>
            </svg>
        }
    })
}
