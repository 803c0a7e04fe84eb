//! What stands where on which page, and what it means: the result of setting, the input of drawing.

use krilla::tagging::ArtifactType;
use qrcode::QrCode;

use super::face::Weight;

/// A4, in points of 1/72 inch; the origin is at the top left.
pub(super) const PAGE: (f32, f32) = (595.276, 841.89);

/// Something that is drawn.
pub(super) struct Mark {
    /// Counted from 0.
    pub page: usize,
    pub role: Role,
    pub shape: Shape,
}

/// What a mark is for somebody who listens.
#[derive(Clone, Copy)]
pub(super) enum Role {
    /// Part of an element, by its place in [`Pages::elements`].
    Element(usize),
    /// Nothing: ornament, or repeated on every page.
    Artifact(ArtifactType),
}

/// What is drawn; lengths in points.
pub(super) enum Shape {
    Line(Line),
    /// A filled rectangle.
    Bar {
        area: Area,
        color: Color,
    },
    /// The local pattern.
    Band(Area),
    Logo(Area),
    /// The dark modules fill the area; it is white around it.
    Code {
        area: Area,
        code: QrCode,
    },
}

/// A line of text.
pub(super) struct Line {
    pub x: f32,
    pub baseline: f32,
    pub style: Style,
    pub text: String,
}

/// A rectangle.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Red, green, blue.
pub(super) type Color = (u8, u8, u8);

// As on the site: style/tokens.css.
pub(super) const INK: Color = (0x1c, 0x19, 0x17);
pub(super) const MUTED: Color = (0x6b, 0x64, 0x59);
pub(super) const HAIR: Color = (0xe7, 0xe0, 0xd4);
pub(super) const BRAND: Color = (0x0f, 0x76, 0x6e);
pub(super) const BRAND_DEEP: Color = (0x13, 0x4e, 0x4a);

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Type size in points.
    pub size: f32,
    /// From line to line, in points.
    pub leading: f32,
    pub weight: Weight,
    pub color: Color,
}

/// A part of the logical structure.
pub(super) struct Element {
    pub kind: Kind,
    pub parent: Option<usize>,
}

/// What a part is.
pub(super) enum Kind {
    Heading {
        level: u16,
        title: String,
    },
    Paragraph,
    Table,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    List,
    Item,
    Label,
    Body,
    Figure {
        alt: String,
        page: usize,
        area: Area,
    },
    /// Its area answers to a click.
    Link {
        url: String,
        alt: String,
        page: usize,
        area: Area,
    },
}

/// A heading for the list beside the pages.
pub(super) struct Entry {
    pub title: String,
    pub page: usize,
    pub y: f32,
}

/// A letter that is set.
pub(super) struct Pages {
    pub count: usize,
    pub marks: Vec<Mark>,
    pub elements: Vec<Element>,
    pub entries: Vec<Entry>,
}
