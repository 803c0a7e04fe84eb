//! The typeface: which glyph a character has, and how wide it is.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::kern::{Subtable0, SubtableKind};
use skrifa::{FontRef, MetadataProvider};

// Plus Jakarta Sans 2.071, made smaller with fontTools: Latin characters only, no hints, kerning as a plain table of
// pairs (`kern`), because no text shaper reads `GPOS` here.
const REGULAR: &[u8] = include_bytes!("../../data/fonts/PlusJakartaSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../data/fonts/PlusJakartaSans-Bold.ttf");

/// What is added to a space, in parts of the type size: the typeface was drawn for headings, where words stand closer.
const WORD_SPACE: f32 = 0.04;

/// Both weights.
pub(super) struct Fonts {
    regular: Face,
    bold: Face,
}

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// One weight.
pub(super) struct Face {
    font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    kerning: Option<Subtable0<'static>>,
    units_per_em: f32,
}

impl Fonts {
    /// Reads the fonts that are part of the program.
    pub fn load() -> Self {
        Self { regular: Face::load(REGULAR), bold: Face::load(BOLD) }
    }

    /// The face of a weight.
    pub fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Face {
    /// The files are part of the program, and every test reads them: a damaged one is no state to go on from.
    fn load(data: &'static [u8]) -> Self {
        let font = Font::new(data.into(), 0).expect("the font of the program");
        let file = FontRef::new(data).expect("the font of the program");
        let kerning = file.kern().ok().and_then(|kern| kern.subtables().next()?.ok()?.kind().ok());
        Self {
            units_per_em: font.units_per_em(),
            font,
            charmap: file.charmap(),
            metrics: file.glyph_metrics(Size::unscaled(), LocationRef::default()),
            kerning: match kerning {
                Some(SubtableKind::Format0(pairs)) => Some(pairs),
                _ => None,
            },
        }
    }

    /// The font to draw with.
    pub fn font(&self) -> Font {
        self.font.clone()
    }

    /// Whether there is a glyph for it.
    pub fn has(&self, character: char) -> bool {
        self.charmap.map(character).is_some()
    }

    /// The glyphs of a line, their widths in parts of the type size.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let ids: Vec<skrifa::GlyphId> = text.chars().map(|c| self.charmap.map(c).unwrap_or_default()).collect();
        let place = |(at, (start, character)): (usize, (usize, char))| {
            let kerning = ids.get(at + 1).map_or(0, |next| self.kern(ids[at], *next));
            let advance = self.metrics.advance_width(ids[at]).unwrap_or_default() + kerning as f32;
            let wider = if character == ' ' { WORD_SPACE } else { 0.0 };
            KrillaGlyph::new(
                GlyphId::new(ids[at].to_u32()),
                advance / self.units_per_em + wider,
                0.0,
                0.0,
                0.0,
                start..start + character.len_utf8(),
                None,
            )
        };
        text.char_indices().enumerate().map(place).collect()
    }

    /// How wide a line is at a type size, in points.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        self.glyphs(text).iter().map(|glyph| glyph.x_advance * size).sum()
    }

    fn kern(&self, left: skrifa::GlyphId, right: skrifa::GlyphId) -> i32 {
        self.kerning.as_ref().and_then(|pairs| pairs.kerning(left, right)).unwrap_or_default()
    }
}
