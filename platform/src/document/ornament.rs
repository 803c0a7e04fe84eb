//! The logo, the local pattern and the squares of a code, as paths.

use krilla::geom::{Path, PathBuilder, Rect};
use qrcode::{Color, QrCode};

use super::marks::Area;

/// The side of the logo's and the pattern's own drawings.
pub(super) const LOGO_SIDE: f32 = 40.0;
pub(super) const TILE_SIDE: f32 = 24.0;

/// The ground of the logo (style/static/favicon.svg): a square with round corners.
pub(super) fn logo_ground() -> Option<Path> {
    // A quarter of a circle as one curve.
    const REACH: f32 = 11.0 * 0.552_285;
    let (near, far, side) = (11.0, LOGO_SIDE - 11.0, LOGO_SIDE);
    let mut path = PathBuilder::new();
    path.move_to(near, 0.0);
    path.line_to(far, 0.0);
    path.cubic_to(far + REACH, 0.0, side, near - REACH, side, near);
    path.line_to(side, far);
    path.cubic_to(side, far + REACH, far + REACH, side, far, side);
    path.line_to(near, side);
    path.cubic_to(near - REACH, side, 0.0, far + REACH, 0.0, far);
    path.line_to(0.0, near);
    path.cubic_to(0.0, near - REACH, near - REACH, 0.0, near, 0.0);
    path.close();
    path.finish()
}

/// The roof of the logo, to be stroked.
pub(super) fn logo_roof() -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(7.5, 19.5);
    path.line_to(20.0, 8.5);
    path.line_to(32.5, 19.5);
    path.finish()
}

/// The four leaves of the logo.
pub(super) fn logo_leaves() -> Option<Path> {
    let mut path = PathBuilder::new();
    for (right, down) in SIDES {
        let at = |x: f32, y: f32| (20.0 + right * x, 25.0 + down * y);
        let ((x, y), end) = (at(0.8, 0.8), at(8.4, 7.2));
        path.move_to(x, y);
        curve(&mut path, at(5.8, 0.8), at(8.2, 2.5), end);
        curve(&mut path, at(3.5, 7.1), at(0.9, 5.5), (x, y));
        path.close();
    }
    path.finish()
}

/// The pattern (kawung, style/tokens.css), so many tiles beside each other, to be stroked.
pub(super) fn kawung(tiles: usize) -> Option<Path> {
    let mut path = PathBuilder::new();
    for tile in 0..tiles {
        let middle = TILE_SIDE * (tile as f32 + 0.5);
        for (right, down) in SIDES {
            let at = |x: f32, y: f32| (middle + right * x, TILE_SIDE / 2.0 + down * y);
            let (start, end) = (at(11.0, 11.0), at(1.0, 1.0));
            path.move_to(start.0, start.1);
            curve(&mut path, at(4.0, 11.0), at(1.0, 8.0), end);
            curve(&mut path, at(8.0, 1.0), at(11.0, 4.0), start);
            path.close();
            stroke(&mut path, at(6.5, 6.5), at(4.5, 4.5));
        }
        for (x, y) in [(0.0, 1.0), (0.0, -1.0), (1.0, 0.0), (-1.0, 0.0)] {
            let at = |distance: f32| (middle + x * distance, TILE_SIDE / 2.0 + y * distance);
            stroke(&mut path, at(12.0), at(9.0));
        }
    }
    path.finish()
}

/// The dark modules of a code, those beside each other as one rectangle. It fills the area to its edges.
pub(super) fn modules(code: &QrCode, area: Area) -> Option<Path> {
    let side = code.width();
    let unit = area.width / side as f32;
    let mut path = PathBuilder::new();
    for (row, colors) in code.to_colors().chunks(side).enumerate() {
        let mut start = 0;
        for run in colors.chunk_by(|left, right| left == right) {
            let (x, y) = (area.x + start as f32 * unit, area.y + row as f32 * unit);
            let dark = run[0] == Color::Dark;
            if let Some(rect) = Rect::from_xywh(x, y, run.len() as f32 * unit, unit).filter(|_| dark) {
                path.push_rect(rect);
            }
            start += run.len();
        }
    }
    path.finish()
}

/// The four mirror images: which way is right, which way is down.
const SIDES: [(f32, f32); 4] = [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)];

fn curve(path: &mut PathBuilder, first: (f32, f32), second: (f32, f32), end: (f32, f32)) {
    path.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
}

fn stroke(path: &mut PathBuilder, start: (f32, f32), end: (f32, f32)) {
    path.move_to(start.0, start.1);
    path.line_to(end.0, end.1);
}
