//! How a letter is laid out: head, title, text, code and names, foot.

use krilla::tagging::ArtifactType;
use qrcode::{EcLevel, QrCode};

use super::face::{Fonts, Weight};
use super::flow::{Column, Flow, LEFT, WIDTH};
use super::marks::{Area, BRAND, BRAND_DEEP, HAIR, INK, Kind, Line, MUTED, PAGE, Pages, Role, Shape, Style};
use super::{Block, Code, Document, DocumentError, Fact, Letterhead, Signature, words};

const BODY: Style = Style { size: 10.5, leading: 16.0, weight: Weight::Regular, color: INK };
const LABEL: Style = Style { color: MUTED, ..BODY };
const STRONG: Style = Style { weight: Weight::Bold, ..BODY };
const TITLE: Style = Style { size: 16.0, leading: 22.0, weight: Weight::Bold, color: INK };
const LARGE: Style = Style { size: 21.0, leading: 28.0, weight: Weight::Bold, color: BRAND_DEEP };
const HEADING: Style = Style { size: 11.5, leading: 18.0, weight: Weight::Bold, color: BRAND_DEEP };
const OFFICE: Style = Style { size: 15.0, leading: 20.0, weight: Weight::Bold, color: BRAND_DEEP };
const ABOVE: Style = Style { size: 10.0, leading: 14.0, weight: Weight::Bold, color: MUTED };
const SMALL: Style = Style { size: 8.5, leading: 12.5, weight: Weight::Regular, color: MUTED };
const SMALL_STRONG: Style = Style { weight: Weight::Bold, color: INK, ..SMALL };
const SMALL_LINK: Style = Style { color: BRAND, ..SMALL };

/// The pattern at the head of every page, within the margins: office printers leave the edge white.
const BAND: Area = Area { x: LEFT, y: 34.0, width: WIDTH, height: 11.2 };
/// What labels of facts take of the width, and where the values begin.
const LABELS: f32 = 148.0;
const VALUES: f32 = 160.0;
/// The side of a code's dark modules: 30 mm.
const CODE: f32 = 85.04;
/// What a code keeps white around itself, in modules: the standard's quiet zone.
const QUIET: f32 = 4.0;
/// The column of names, at the right.
const NAMES: f32 = 172.0;
/// The empty space between position and name, 20 mm.
const HAND: f32 = 56.7;

/// Lays a letter out.
pub(super) fn set(document: &Document, fonts: &Fonts) -> Result<Pages, DocumentError> {
    let (pages, alone) = try_set(document, fonts, None)?;
    if !alone {
        return Ok(pages);
    }
    // Names on a page of their own could be put behind any text: the last part of the text, with its heading, goes there
    // too.
    let from = document.body.iter().rposition(|block| !matches!(block, Block::Heading(_)));
    let headings = document.body[..from.unwrap_or_default()].iter().rev();
    let headings = headings.take_while(|block| matches!(block, Block::Heading(_))).count();
    try_set(document, fonts, from.map(|from| from - headings)).map(|(pages, _)| pages)
}

/// Lays a letter out, with a new page before one of its blocks. Also answers whether its names stand alone on a page.
fn try_set(document: &Document, fonts: &Fonts, break_at: Option<usize>) -> Result<(Pages, bool), DocumentError> {
    let mut flow = Flow::new(fonts);
    letterhead(&mut flow, document);
    title(&mut flow, document);
    for (index, block) in document.body.iter().enumerate() {
        if break_at == Some(index) {
            flow.new_page();
        }
        match block {
            Block::Heading(text) => heading(&mut flow, text),
            Block::Paragraph(text) => paragraph(&mut flow, text),
            Block::Facts(facts) => table(&mut flow, facts),
            Block::Steps(steps) => list(&mut flow, steps),
            Block::Centred { text, large } => middle(&mut flow, text, *large),
            Block::SignIn { columns, people } => sign_in(&mut flow, columns, people),
        }
    }
    let text_ends = flow.page;
    closing(&mut flow, document)?;
    let alone = flow.page > text_ends;
    furniture(&mut flow, document);
    Ok((flow.finish(), alone))
}

fn letterhead(flow: &mut Flow<'_>, document: &Document) {
    const LOGO: f32 = 46.0;
    let Letterhead { above, name, below } = &document.letterhead;
    let top = BAND.y + BAND.height + 16.0;
    let logo = Area { x: LEFT, y: top + 1.0, width: LOGO, height: LOGO };
    let alt = words::logo(document.lang).to_owned();
    let figure = flow.element(Kind::Figure { alt, page: 0, area: logo }, None);
    flow.mark(Role::Element(figure), Shape::Logo(logo));

    let (x, width) = (LEFT + LOGO + 14.0, WIDTH - LOGO - 14.0);
    let element = flow.element(Kind::Paragraph, None);
    let mut y = top;
    for (text, style) in [(above, ABOVE), (name, OFFICE)].into_iter().chain(below.iter().map(|text| (text, SMALL))) {
        let lines = flow.lines(text, style, width);
        y += flow.stack(Role::Element(element), style, x, y, lines);
    }
    y = y.max(top + LOGO + 2.0) + 9.0;
    let ornament = Role::Artifact(ArtifactType::Layout);
    flow.bar(ornament, y, 1.6, BRAND_DEEP);
    flow.bar(ornament, y + 2.8, 0.5, BRAND_DEEP);
    flow.y = y + 26.0;
}

fn title(flow: &mut Flow<'_>, document: &Document) {
    let element = flow.heading(1, &document.title);
    centred(flow, element, TITLE, &document.title);
    if let Some(number) = &document.number {
        let element = flow.element(Kind::Paragraph, None);
        centred(flow, element, LABEL, &format!("{}: {number}", words::number(document.lang)));
    }
    flow.y += 16.0;
}

fn centred(flow: &mut Flow<'_>, element: usize, style: Style, text: &str) {
    for line in flow.lines(text, style, WIDTH) {
        let width = flow.fonts.face(style.weight).width(line.trim_end(), style.size);
        flow.line(Role::Element(element), style, LEFT + (WIDTH - width) / 2.0, flow.y, line);
        flow.y += style.leading;
    }
}

fn middle(flow: &mut Flow<'_>, text: &str, large: bool) {
    let (style, below) = if large { (LARGE, 14.0) } else { (BODY, 4.0) };
    flow.need(flow.lines(text, style, WIDTH).len() as f32 * style.leading);
    let element = flow.element(Kind::Paragraph, None);
    centred(flow, element, style, text);
    flow.y += below;
}

fn heading(flow: &mut Flow<'_>, text: &str) {
    let lines = flow.lines(text, HEADING, WIDTH);
    let height = lines.len() as f32 * HEADING.leading;
    flow.y += 6.0;
    // Not without the first lines of what it is the heading of.
    flow.need(height + 3.0 * BODY.leading);
    let element = flow.heading(2, text);
    flow.stack(Role::Element(element), HEADING, LEFT, flow.y, lines);
    flow.y += height + 3.0;
}

fn paragraph(flow: &mut Flow<'_>, text: &str) {
    let element = flow.element(Kind::Paragraph, None);
    flow.paragraph(element, BODY, text);
    flow.y += 8.0;
}

fn table(flow: &mut Flow<'_>, facts: &[Fact]) {
    let table = flow.element(Kind::Table, None);
    let ornament = Role::Artifact(ArtifactType::Layout);
    for fact in facts {
        let row = flow.element(Kind::Row, Some(table));
        let header = flow.element(Kind::RowHeader, Some(row));
        let cell = flow.element(Kind::Cell, Some(row));
        flow.y += 3.5;
        // A row without a value would be no row to who listens.
        let value = if fact.value.trim().is_empty() { "–" } else { &fact.value };
        flow.columns(&[
            Column { x: LEFT, width: LABELS, style: LABEL, text: &fact.label, element: header },
            Column { x: LEFT + VALUES, width: WIDTH - VALUES, style: BODY, text: value, element: cell },
        ]);
        flow.y += 3.5;
        flow.bar(ornament, flow.y, 0.6, HAIR);
    }
    flow.y += 14.0;
}

fn list(flow: &mut Flow<'_>, steps: &[String]) {
    let list = flow.element(Kind::List, None);
    for (index, step) in steps.iter().enumerate() {
        let item = flow.element(Kind::Item, Some(list));
        let label = flow.element(Kind::Label, Some(item));
        let body = flow.element(Kind::Body, Some(item));
        flow.columns(&[
            Column { x: LEFT, width: 24.0, style: STRONG, text: &format!("{}.", index + 1), element: label },
            Column { x: LEFT + 24.0, width: WIDTH - 24.0, style: BODY, text: step, element: body },
        ]);
        flow.y += 3.0;
    }
    flow.y += 5.0;
}

/// A line for each to sign; every page has the names of the columns. Signing goes left and right in turn, so that a hand
/// has two lines of height.
fn sign_in(flow: &mut Flow<'_>, columns: &[String; 4], people: &[(String, String)]) {
    const AT: [(f32, f32); 4] = [(0.0, 24.0), (28.0, 188.0), (224.0, 96.0), (330.0, 140.0)];
    const ROW: f32 = 25.0;
    const SIDE: f32 = 70.0;
    let ornament = Role::Artifact(ArtifactType::Layout);
    let table = flow.element(Kind::Table, None);
    let row = flow.element(Kind::Row, Some(table));
    let roles = [(); 4].map(|()| Role::Element(flow.element(Kind::ColumnHeader, Some(row))));
    names_of(flow, columns, &AT, roles);
    for (nth, (name, place)) in (1..).zip(people) {
        let page = flow.page;
        // Room for a name on two lines.
        flow.need(2.0 * ROW);
        if flow.page > page {
            names_of(flow, columns, &AT, [ornament; 4]);
        }
        let row = flow.element(Kind::Row, Some(table));
        let [count, who, from, hand] =
            [Kind::Cell, Kind::RowHeader, Kind::Cell, Kind::Cell].map(|kind| flow.element(kind, Some(row)));
        let (top, count_text, hand_text) = (flow.y, nth.to_string(), format!("{nth}."));
        let side = if nth % 2 == 0 { SIDE } else { 0.0 };
        flow.y += 5.0;
        let column = |at: usize, style, text, element| {
            let (x, width) = AT[at];
            Column { x: LEFT + x, width, style, text, element }
        };
        let signing = Column { x: LEFT + AT[3].0 + side, ..column(3, SMALL, &hand_text, hand) };
        flow.columns(&[
            column(0, LABEL, &count_text, count),
            column(1, BODY, name, who),
            column(2, SMALL, place, from),
            signing,
        ]);
        flow.y = (flow.y + 4.0).max(top + ROW);
        flow.bar(ornament, flow.y, 0.6, HAIR);
    }
    flow.y += 14.0;
}

/// The names of columns, and a line below them.
fn names_of(flow: &mut Flow<'_>, columns: &[String; 4], at: &[(f32, f32); 4], roles: [Role; 4]) {
    for ((name, (x, _)), role) in columns.iter().zip(at).zip(roles) {
        flow.line(role, SMALL_STRONG, LEFT + x, flow.y, name.clone());
    }
    flow.y += SMALL_STRONG.leading + 4.0;
    flow.bar(Role::Artifact(ArtifactType::Layout), flow.y, 1.0, BRAND_DEEP);
}

/// Code at the left, names at the right, together on one page.
fn closing(flow: &mut Flow<'_>, document: &Document) -> Result<(), DocumentError> {
    let names = document.signature.as_ref().map_or(0.0, |signature| names_height(flow, signature));
    let code = document.code.as_ref().map_or(0.0, |_| CODE + 8.0);
    flow.y += 12.0;
    flow.need(names.max(code));
    let top = flow.y;
    let mut bottom = top;
    if let Some(code) = &document.code {
        bottom = draw_code(flow, code, document.signature.is_some(), top)?;
    }
    if let Some(signature) = &document.signature {
        bottom = bottom.max(draw_names(flow, signature, top));
    }
    flow.y = bottom;
    Ok(())
}

fn draw_code(flow: &mut Flow<'_>, code: &Code, beside_names: bool, top: f32) -> Result<f32, DocumentError> {
    let modules = QrCode::with_error_correction_level(&code.content, EcLevel::M);
    let modules = modules.map_err(|_| DocumentError::CodeTooLong)?;
    let quiet = QUIET * CODE / modules.width() as f32;
    let area = Area { x: LEFT, y: top + 4.0, width: CODE, height: CODE };
    let figure = flow.element(Kind::Figure { alt: code.alt.clone(), page: flow.page, area }, None);
    flow.mark(Role::Element(figure), Shape::Code { area, code: modules });

    let x = LEFT + CODE + quiet + 6.0;
    let width = LEFT + WIDTH - x - if beside_names { NAMES + 12.0 } else { 0.0 };
    let title = flow.element(Kind::Paragraph, None);
    let lines = flow.lines(&code.title, SMALL_STRONG, width);
    let mut y = area.y + flow.stack(Role::Element(title), SMALL_STRONG, x, area.y, lines);
    let words: Vec<String> = code.lines.iter().flat_map(|line| flow.lines(line, SMALL_LINK, width)).collect();
    let height = words.len() as f32 * SMALL_LINK.leading;
    let paragraph = flow.element(Kind::Paragraph, None);
    let link = Area { x, y, width, height };
    let link = Kind::Link { url: code.content.clone(), alt: code.title.clone(), page: flow.page, area: link };
    let link = flow.element(link, Some(paragraph));
    y += flow.stack(Role::Element(link), SMALL_LINK, x, y, words);
    Ok(y.max(area.y + CODE + quiet))
}

fn names_height(flow: &Flow<'_>, signature: &Signature) -> f32 {
    let count = |text: &str, style: Style| flow.lines(text, style, NAMES).len() as f32 * style.leading;
    count(&signature.place_date, BODY) + count(&signature.position, BODY) + HAND + count(&signature.name, STRONG)
}

fn draw_names(flow: &mut Flow<'_>, signature: &Signature, top: f32) -> f32 {
    let x = LEFT + WIDTH - NAMES;
    let mut y = top;
    let texts = [(&signature.place_date, BODY, 0.0), (&signature.position, BODY, HAND), (&signature.name, STRONG, 0.0)];
    for (text, style, below) in texts {
        let element = flow.element(Kind::Paragraph, None);
        let lines = flow.lines(text, style, NAMES);
        y += flow.stack(Role::Element(element), style, x, y, lines) + below;
    }
    y
}

/// What is the same on every page, and its number.
fn furniture(flow: &mut Flow<'_>, document: &Document) {
    let (lang, count) = (document.lang, flow.page + 1);
    let foot = PAGE.1 - 58.0;
    let ornament = Role::Artifact(ArtifactType::Layout);
    flow.furniture(0, ornament, |_| Shape::Band(BAND));
    let hair = Area { x: LEFT, y: foot, width: WIDTH, height: 0.6 };
    flow.furniture(0, ornament, |_| Shape::Bar { area: hair, color: HAIR });

    let face = flow.fonts.face(SMALL.weight);
    let line = |x: f32, baseline: f32, text: String| Shape::Line(Line { x, baseline, style: SMALL, text });
    let numbers = |page: usize| format!("{} {} {} {count}", words::page(lang), page + 1, words::of(lang));
    let right = |text: &str| LEFT + WIDTH - face.width(text, SMALL.size);
    flow.furniture(0, Role::Artifact(ArtifactType::PageNumber), |page| {
        line(right(&numbers(page)), foot + 16.0, numbers(page))
    });
    let room = WIDTH - face.width(&numbers(count), SMALL.size) - 16.0;
    for (index, text) in flow.lines(&document.foot, SMALL, room).into_iter().take(3).enumerate() {
        let baseline = foot + 16.0 + index as f32 * SMALL.leading;
        flow.furniture(0, Role::Artifact(ArtifactType::Footer), |_| line(LEFT, baseline, text.clone()));
    }
    let running = super::lines::clean(&document.name(" · "), face);
    flow.furniture(1, Role::Artifact(ArtifactType::Header), |_| {
        line(LEFT, BAND.y + BAND.height + 17.0, running.clone())
    });
}
