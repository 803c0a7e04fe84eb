//! Text that flows from page to page.

use super::face::Fonts;
use super::lines::break_lines;
use super::marks::{Area, Element, Entry, Kind, Line, Mark, PAGE, Pages, Role, Shape, Style};

/// The left edge of the text, 22 mm.
pub(super) const LEFT: f32 = 62.363;
/// The width of the text.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
/// Where the text of a following page begins.
pub(super) const TOP: f32 = 84.0;
/// Where the text of a page ends.
const BOTTOM: f32 = PAGE.1 - 68.0;

/// A column of [`Flow::columns`].
pub(super) struct Column<'a> {
    pub x: f32,
    pub width: f32,
    pub style: Style,
    pub text: &'a str,
    /// The element that the text belongs to.
    pub element: usize,
}

/// Pages in the making, and where the next line goes.
pub(super) struct Flow<'a> {
    pub fonts: &'a Fonts,
    pub page: usize,
    /// The upper edge of what comes next.
    pub y: f32,
    marks: Vec<Mark>,
    elements: Vec<Element>,
    entries: Vec<Entry>,
}

impl<'a> Flow<'a> {
    /// Begins at the top of the first page.
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, page: 0, y: TOP, marks: vec![], elements: vec![], entries: vec![] }
    }

    /// What has been set.
    pub fn finish(self) -> Pages {
        Pages { count: self.page + 1, marks: self.marks, elements: self.elements, entries: self.entries }
    }

    /// A new part of the structure; parts are read in the order in which they were made.
    pub fn element(&mut self, kind: Kind, parent: Option<usize>) -> usize {
        self.elements.push(Element { kind, parent });
        self.elements.len() - 1
    }

    /// A new heading, which also goes into the list beside the pages.
    pub fn heading(&mut self, level: u16, title: &str) -> usize {
        self.entries.push(Entry { title: title.to_owned(), page: self.page, y: self.y });
        self.element(Kind::Heading { level, title: title.to_owned() }, None)
    }

    /// Something on the present page.
    pub fn mark(&mut self, role: Role, shape: Shape) {
        self.marks.push(Mark { page: self.page, role, shape });
    }

    /// Something on every page from a first one on.
    pub fn furniture(&mut self, from: usize, role: Role, shape: impl Fn(usize) -> Shape) {
        self.marks.extend((from..=self.page).map(|page| Mark { page, role, shape: shape(page) }));
    }

    /// Goes to the next page unless there is room; what no page has room for begins where it is.
    pub fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP && height <= BOTTOM - TOP {
            self.new_page();
        }
    }

    /// A line of text whose upper edge is `y`.
    pub fn line(&mut self, role: Role, style: Style, x: f32, y: f32, text: String) {
        // Half of the leading, and half of what a small letter with its ascender is high.
        let baseline = y + style.leading / 2.0 + style.size * 0.36;
        self.mark(role, Shape::Line(Line { x, baseline, style, text }));
    }

    /// Lines beneath each other, all of them on the present page; answers their common height.
    pub fn stack(&mut self, role: Role, style: Style, x: f32, y: f32, lines: Vec<String>) -> f32 {
        let height = lines.len() as f32 * style.leading;
        for (index, line) in lines.into_iter().enumerate() {
            self.line(role, style, x, y + index as f32 * style.leading, line);
        }
        height
    }

    /// The lines of a text in a style.
    pub fn lines(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        break_lines(text, self.fonts.face(style.weight), style.size, width)
    }

    /// A paragraph that flows over pages, with no line left alone on one of them.
    pub fn paragraph(&mut self, element: usize, style: Style, text: &str) {
        let mut lines = self.lines(text, style, WIDTH);
        while !lines.is_empty() {
            let fit = ((BOTTOM - self.y) / style.leading).max(0.0) as usize;
            let take = match lines.len() {
                all if all <= fit => all,
                2 | 3 => 0,
                _ if fit < 2 => 0,
                all if all - fit == 1 => fit - 1,
                _ => fit,
            };
            let rest = lines.split_off(take);
            self.y += self.stack(Role::Element(element), style, LEFT, self.y, lines);
            lines = rest;
            if !lines.is_empty() {
                self.new_page();
            }
        }
    }

    /// Texts beside each other, together on a page where possible.
    pub fn columns(&mut self, columns: &[Column<'_>]) {
        let leading = columns.iter().map(|column| column.style.leading).fold(0.0, f32::max);
        let texts: Vec<Vec<String>> =
            columns.iter().map(|column| self.lines(column.text, column.style, column.width)).collect();
        let count = texts.iter().map(Vec::len).max().unwrap_or_default();
        self.need(count as f32 * leading);
        for index in 0..count {
            self.need(leading);
            for (column, lines) in columns.iter().zip(&texts) {
                if let Some(line) = lines.get(index) {
                    self.line(Role::Element(column.element), column.style, column.x, self.y, line.clone());
                }
            }
            self.y += leading;
        }
    }

    /// A bar over the whole width.
    pub fn bar(&mut self, role: Role, y: f32, height: f32, color: super::marks::Color) {
        self.mark(role, Shape::Bar { area: Area { x: LEFT, y, width: WIDTH, height }, color });
    }

    /// Goes to the next page.
    pub fn new_page(&mut self) {
        self.page += 1;
        self.y = TOP;
    }
}
