//! Reads a letter as people do: its text, its pixels, and with a telephone its code.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache, InterpreterSettings,
    SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::Dict;
use hayro::kurbo::{Affine, BezPath, Rect};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// A file that was read.
pub struct Letter(Pdf);

impl Letter {
    pub fn open(bytes: &[u8]) -> Self {
        Self(Pdf::new(bytes.to_vec()).expect("a PDF file"))
    }

    pub fn page_count(&self) -> usize {
        self.0.pages().len()
    }

    /// What is read on a page from top to bottom, without the head and foot that every page has.
    pub fn text(&self, page: usize) -> String {
        self.listen(page).content
    }

    /// The head and foot of a page.
    pub fn margin(&self, page: usize) -> String {
        self.listen(page).artifacts
    }

    fn listen(&self, page: usize) -> Listener {
        let page = &self.0.pages()[page];
        let (cache, settings) = (InterpreterCache::new(), InterpreterSettings::default());
        let area = Rect::new(0.0, 0.0, 600.0, 900.0);
        let mut context = Context::new(Affine::IDENTITY, area, &cache, page.xref(), settings);
        let mut listener = Listener::default();
        interpret_page(page, &mut context, &mut listener);
        assert_eq!(listener.marked.len(), 0, "what was begun is ended");
        listener
    }

    /// A page at so many dots per inch.
    pub fn pixels(&self, page: usize, dots: f32) -> Pixmap {
        let scale = dots / 72.0;
        let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let page = &self.0.pages()[page];
        render(page, &RenderCache::new(), &InterpreterSettings::default(), &RenderSettings::default(), &settings)
    }

    /// What a telephone reads on a page, and how many modules wide the code is. It comes nearer until it reads something:
    /// the decoder does not find every code at every size.
    pub fn scan(&self, page: usize) -> Vec<(String, usize)> {
        let looks = [300.0, 250.0, 400.0, 200.0].into_iter().map(|dots| self.scan_at(page, dots));
        looks.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn scan_at(&self, page: usize, dots: f32) -> Vec<(String, usize)> {
        let pixels = self.pixels(page, dots);
        let (width, height) = (usize::from(pixels.width()), usize::from(pixels.height()));
        let light = |x: usize, y: usize| {
            let pixel = pixels.data()[y * width + x];
            ((u16::from(pixel.r) + u16::from(pixel.g) + u16::from(pixel.b)) / 3) as u8
        };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
        let codes = image.detect_grids();
        let read = codes.iter().map(|code| code.decode().expect("a whole code"));
        read.map(|(data, text)| (text, data.version.to_size())).collect()
    }
}

/// Hears the text of a page, apart from what is marked as an artifact.
#[derive(Default)]
struct Listener {
    content: String,
    artifacts: String,
    /// Whether each of the marks that have begun is an artifact.
    marked: Vec<bool>,
}

impl<'a> Device<'a> for Listener {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let text = match self.marked.last() {
                Some(false) => &mut self.content,
                Some(true) => &mut self.artifacts,
                None => panic!("text that is neither content nor artifact"),
            };
            match glyph.as_unicode().expect("a character") {
                BfString::Char(character) => text.push(character),
                BfString::String(string) => text.push_str(&string),
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&Dict<'_>>) {
        self.marked.push(tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        let ended = self.marked.pop().expect("something to end");
        let text = if ended { &mut self.artifacts } else { &mut self.content };
        // A mark is a line, and a line that was broken ends in a space.
        if !text.is_empty() && !text.ends_with([' ', '\n']) {
            text.push('\n');
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: hayro::hayro_interpret::BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
