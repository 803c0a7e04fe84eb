//! From marks to the bytes of a PDF file.

use std::num::NonZeroU16;

use domain::time::Timestamp;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::graphic::Graphic;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::{Document as Pdf, SerializeSettings};

use super::face::Fonts;
use super::marks::{Area, BRAND, BRAND_DEEP, Color, Element, Entry, Kind, Line, Mark, PAGE, Pages, Role, Shape};
use super::ornament::{LOGO_SIDE, TILE_SIDE, kawung, logo_ground, logo_leaves, logo_roof, modules};
use super::{Document, DocumentError};

/// The marigold of the logo, and that of the pattern as it looks on its ground.
const MARIGOLD: Color = (0xf5, 0x9e, 0x0b);
const PATTERN: Color = (0xa0, 0x96, 0x55);
const WHITE: Color = (0xff, 0xff, 0xff);
const BLACK: Color = (0, 0, 0);

/// Draws the pages and says what everything on them means.
pub(super) fn draw(document: &Document, pages: Pages, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| DocumentError::Pdf(format!("{error:?}")))?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline(&pages.entries));

    let mut leaves: Vec<Vec<Identifier>> = pages.elements.iter().map(|_| vec![]).collect();
    // Drawn once, shown on every page.
    let mut band = None;
    for index in 0..pages.count {
        let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| DocumentError::Pdf("page size".into()))?;
        let mut page = pdf.start_page_with(size);
        let mut surface = page.surface();
        for mark in pages.marks.iter().filter(|mark| mark.page == index) {
            let tag = match (mark.role, &mark.shape) {
                (Role::Artifact(kind), _) => ContentTag::Artifact(Artifact::with_kind(kind)),
                (Role::Element(_), Shape::Line(_)) => ContentTag::Span(SpanTag::empty()),
                (Role::Element(_), _) => ContentTag::Other,
            };
            let id = surface.start_tagged(tag);
            draw_mark(&mut surface, mark, fonts, &mut band);
            surface.end_tagged();
            if let Role::Element(element) = mark.role {
                leaves[element].push(id);
            }
        }
        surface.finish();
        for (element, leaves) in pages.elements.iter().zip(&mut leaves) {
            if let Kind::Link { url, alt, page: on, area } = &element.kind
                && *on == index
                && let Some(area) = rect(*area)
            {
                let target = Target::Action(Action::Link(LinkAction::new(url.clone())));
                let annotation = Annotation::new_link(LinkAnnotation::new(area, target), Some(alt.clone()));
                leaves.push(page.add_tagged_annotation(annotation));
            }
        }
        page.finish();
    }
    pdf.set_tag_tree(tag_tree(document, &pages.elements, leaves));
    pdf.finish().map_err(|error| DocumentError::Pdf(format!("{error:?}")))
}

fn draw_mark(surface: &mut Surface<'_>, mark: &Mark, fonts: &Fonts, band: &mut Option<Graphic>) {
    match &mark.shape {
        Shape::Line(line) => draw_line(surface, line, fonts),
        Shape::Bar { area, color } => fill(surface, bar(*area), *color),
        Shape::Band(area) => {
            let band = band.get_or_insert_with(|| draw_band(surface, area.width, area.height));
            surface.push_transform(&Transform::from_translate(area.x, area.y));
            surface.draw_graphic(band.clone());
            surface.pop();
        }
        Shape::Logo(area) => {
            let scale = area.width / LOGO_SIDE;
            surface.push_transform(&Transform::from_row(scale, 0.0, 0.0, scale, area.x, area.y));
            fill(surface, logo_ground(), BRAND);
            stroke(surface, logo_roof(), MARIGOLD, 3.4);
            fill(surface, logo_leaves(), WHITE);
            surface.pop();
        }
        // Black: cameras know it best.
        Shape::Code { area, code } => fill(surface, modules(code, *area), BLACK),
    }
}

fn draw_line(surface: &mut Surface<'_>, line: &Line, fonts: &Fonts) {
    let face = fonts.face(line.style.weight);
    surface.set_stroke(None);
    surface.set_fill(Some(paint(line.style.color)));
    let glyphs = face.glyphs(&line.text);
    surface.draw_glyphs(
        Point::from_xy(line.x, line.baseline),
        &glyphs,
        face.font(),
        &line.text,
        line.style.size,
        false,
    );
}

/// The band at its own origin, to be drawn wherever it is needed.
fn draw_band(surface: &mut Surface<'_>, width: f32, height: f32) -> Graphic {
    // As many whole tiles as are nearest to square ones.
    let tiles = (width / height).round().max(1.0);
    let mut stream = surface.stream_builder();
    let mut inner = stream.surface();
    fill(&mut inner, bar(Area { x: 0.0, y: 0.0, width, height }), BRAND_DEEP);
    // The ends of strokes are round; the band's edges are not.
    let clip = bar(Area { x: 0.0, y: 0.0, width, height });
    if let Some(clip) = &clip {
        inner.push_clip_path(clip, &FillRule::NonZero);
    }
    inner.push_transform(&Transform::from_scale(width / tiles / TILE_SIDE, height / TILE_SIDE));
    stroke(&mut inner, kawung(tiles as usize), PATTERN, 1.1);
    inner.pop();
    if clip.is_some() {
        inner.pop();
    }
    inner.finish();
    Graphic::new(stream.finish(), false)
}

fn fill(surface: &mut Surface<'_>, path: Option<Path>, color: Color) {
    surface.set_stroke(None);
    surface.set_fill(Some(paint(color)));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, color: Color, width: f32) {
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: paint(color).paint,
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    }));
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn paint((red, green, blue): Color) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn bar(area: Area) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(rect(area)?);
    path.finish()
}

fn rect(area: Area) -> Option<Rect> {
    Rect::from_xywh(area.x, area.y, area.width, area.height)
}

fn metadata(document: &Document) -> Metadata {
    Metadata::new()
        .title(document.name(" "))
        .authors(vec![document.letterhead.name.clone()])
        .language(document.lang.as_str().to_owned())
        .creator("Rumah Sikum".to_owned())
        .creation_date(date(document.created))
}

fn date(time: Timestamp) -> DateTime {
    let ((year, month, day), (hour, minute)) = (time.day().date(), time.clock());
    let second = time.micros().div_euclid(1_000_000).rem_euclid(60) as u8;
    let year = u16::try_from(year).unwrap_or_default();
    // Tangerang is at UTC+7.
    DateTime::new(year).month(month).day(day).hour(hour).minute(minute).second(second).utc_offset_hour(7)
}

fn outline(entries: &[Entry]) -> Outline {
    let mut outline = Outline::new();
    for entry in entries {
        let place = XyzDestination::new(entry.page, Point::from_xy(0.0, entry.y));
        outline.push_child(OutlineNode::new(entry.title.clone(), place));
    }
    outline
}

fn tag_tree(document: &Document, elements: &[Element], leaves: Vec<Vec<Identifier>>) -> TagTree {
    let mut leaves: Vec<Vec<Node>> =
        leaves.into_iter().map(|leaves| leaves.into_iter().map(Node::Leaf).collect()).collect();
    let mut tree = TagTree::new().with_lang(Some(document.lang.as_str().to_owned()));
    for group in parts(None, elements, &mut leaves) {
        tree.push(group);
    }
    tree
}

/// The elements within a parent, whole, in the order of reading: first the parent's own marks, then its parts.
fn parts(parent: Option<usize>, elements: &[Element], leaves: &mut [Vec<Node>]) -> Vec<TagGroup> {
    let mut groups = vec![];
    // A part is made after what it is part of.
    let first = parent.map_or(0, |parent| parent + 1);
    for (index, element) in elements.iter().enumerate().skip(first).filter(|(_, part)| part.parent == parent) {
        let mut children = std::mem::take(&mut leaves[index]);
        children.extend(parts(Some(index), elements, leaves).into_iter().map(Node::Group));
        groups.push(TagGroup::with_children(tag(&element.kind), children));
    }
    groups
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading { level, title } => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::List => Tag::L(ListNumbering::Decimal).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Figure { alt, page, area } => {
            Tag::Figure(Some(alt.clone())).with_bbox(rect(*area).map(|area| BBox::new(*page, area))).into()
        }
        Kind::Link { .. } => Tag::Link.into(),
    }
}
