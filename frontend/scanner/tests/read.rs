//! Codes as a camera sees them.

use qrcode::{Color, EcLevel, QrCode};
use scanner::read;

const ADDRESS: &str = "https://sikum.example.go.id/hadir/0192f3a1b2c34d5e8f90a1b2c3d4e5f6/0123456789abcdef0123";
const SIDE: usize = 480;

/// How a code is held before the camera.
#[derive(Debug, Clone, Copy)]
struct View {
    /// Turned, in degrees.
    turned: f64,
    /// Pixels for each module at the top.
    scale: f64,
    /// How much smaller the bottom is than the top.
    tilt: f64,
    /// Each pixel is up to so much lighter or darker.
    noise: i32,
    /// How much darker the right side is than the left one.
    shade: f64,
}

const STRAIGHT: View = View { turned: 0.0, scale: 6.0, tilt: 0.0, noise: 0, shade: 0.0 };

/// Numbers that look like chance, and are the same each time.
struct Chance(u32);

impl Chance {
    fn up_to(&mut self, most: i32) -> i32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as i32 % (2 * most + 1) - most
    }
}

fn picture(text: &str, view: View) -> Vec<u8> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).unwrap();
    let (modules, colors) = (code.width() as f64, code.to_colors());
    let (sin, cos) = view.turned.to_radians().sin_cos();
    let (middle, mut chance) = (SIDE as f64 / 2.0, Chance(7));
    let mut pixels = Vec::new();
    for at in 0..SIDE * SIDE {
        let (x, y) = ((at % SIDE) as f64 - middle, (at / SIDE) as f64 - middle);
        let (x, y) = (x * cos + y * sin, y * cos - x * sin);
        let scale = view.scale * (1.0 - view.tilt * (y / SIDE as f64 + 0.5));
        let (x, y) = (x / scale + modules / 2.0, y / scale + modules / 2.0);
        let on = (0.0..modules).contains(&x) && (0.0..modules).contains(&y);
        let dark = on && colors[y as usize * code.width() + x as usize] == Color::Dark;
        let light = if dark { 40.0 } else { 225.0 } * (1.0 - view.shade * (at % SIDE) as f64 / SIDE as f64);
        let light = light as i32 + if view.noise > 0 { chance.up_to(view.noise) } else { 0 };
        let light = light.clamp(0, 255) as u8;
        pixels.extend([light, light, light, 255]);
    }
    pixels
}

#[test]
fn codes_are_read_as_cameras_see_them() {
    for view in [
        STRAIGHT,
        View { scale: 3.0, ..STRAIGHT },
        View { turned: 17.0, ..STRAIGHT },
        View { turned: 90.0, ..STRAIGHT },
        View { turned: 203.0, scale: 5.0, ..STRAIGHT },
        View { noise: 40, ..STRAIGHT },
        View { shade: 0.5, ..STRAIGHT },
        View { tilt: 0.25, ..STRAIGHT },
        View { turned: 12.0, scale: 7.0, tilt: 0.15, noise: 30, shade: 0.35 },
    ] {
        assert_eq!(read(&picture(ADDRESS, view), SIDE, SIDE).as_deref(), Some(ADDRESS), "{view:?}");
    }
}

#[test]
fn what_holds_no_code_says_nothing() {
    let mut chance = Chance(3);
    let noise: Vec<u8> = (0..SIDE * SIDE * 4).map(|_| (chance.up_to(127) + 127) as u8).collect();
    assert_eq!(read(&noise, SIDE, SIDE), None);
    assert_eq!(read(&vec![255; SIDE * SIDE * 4], SIDE, SIDE), None);
    // Half a code is none.
    let mut half = picture(ADDRESS, STRAIGHT);
    half[SIDE * SIDE * 2..].fill(255);
    assert_eq!(read(&half, SIDE, SIDE), None);
}

#[test]
fn numbers_that_do_not_belong_together_say_nothing() {
    let pixels = picture(ADDRESS, STRAIGHT);
    for (width, height) in [(0, 0), (SIDE, 0), (SIDE, SIDE + 1), (usize::MAX, 2), (1, usize::MAX)] {
        assert_eq!(read(&pixels, width, height), None, "{width} x {height}");
    }
    assert_eq!(read(&[], 0, 0), None);
}
