//! Which classes the Rust sources use, found by reading their tokens: no compiler is needed, and comments and other
//! text cannot be mistaken for code.

use std::iter::Peekable;
use std::str::CharIndices;

/// A class and the line of the source that names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Used {
    /// The class.
    pub name: String,
    /// Counted from 1.
    pub line: usize,
}

/// The classes that a source names in `class="..."`, `class=expression`, `class:name=...`, `let class = ...` and
/// `.class(...)`. Words with `{` in them are put together at run time and are left out.
pub fn used_classes(source: &str) -> Vec<Used> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != Kind::Word("class") {
            continue;
        }
        let before = at.checked_sub(1).map(|before| &tokens[before].kind);
        match tokens.get(at + 1).map(|next| &next.kind) {
            Some(Kind::Sign('=')) if tokens.get(at + 2).is_some_and(|next| next.kind != Kind::Sign('=')) => {
                collect(&tokens[at + 2..], false, &mut found);
            }
            Some(Kind::Sign('(')) if before == Some(&Kind::Sign('.')) => collect(&tokens[at + 1..], true, &mut found),
            Some(Kind::Sign(':')) => found.extend(named(source, &tokens[at + 1..])),
            _ => {}
        }
    }
    found
}

/// Every string of a source, for the utilities that are kept in constants or answered by functions.
pub fn words(source: &str) -> Vec<String> {
    let strings = tokens(source).into_iter().filter_map(|token| match token.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    });
    strings.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The strings of one attribute value: a literal, a group in brackets, or an expression up to the next attribute, the
/// end of the tag or of the statement. Strings that are only compared are no classes.
fn collect(tokens: &[Token], group_only: bool, found: &mut Vec<Used>) {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        match &token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') if depth <= 1 => {
                // The end of the group, or of the one around the attribute. `if ... {} else {}` goes on.
                let goes_on = tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Word("else"));
                let opened_first = at > 0 && matches!(tokens[0].kind, Kind::Sign('(' | '{'));
                if depth == 0 || group_only || (opened_first && !goes_on) {
                    return;
                }
                depth -= 1;
            }
            Kind::Sign(')' | ']' | '}') => depth -= 1,
            Kind::Sign('>' | '/' | ';' | ',') if depth == 0 => return,
            Kind::Word(_) if depth == 0 && at > 0 && starts_attribute(&tokens[at..]) => return,
            Kind::Text(text) if !is_compared(tokens, at) => {
                let names = text.split_whitespace().filter(|name| !name.contains(['{', '}']));
                found.extend(names.map(|name| Used { name: name.to_owned(), line: token.line }));
                if at == 0 {
                    return;
                }
            }
            _ => {}
        }
    }
}

fn starts_attribute(tokens: &[Token]) -> bool {
    matches!(tokens, [_, equals, value, ..] if equals.kind == Kind::Sign('=') && !matches!(value.kind, Kind::Sign('=' | '>')))
        || matches!(tokens, [_, colon, name, ..] if colon.kind == Kind::Sign(':') && matches!(name.kind, Kind::Word(_)))
}

/// `== "x"`, `"x" =>`, `"x" |`, `Some("x") =>`: a value that is looked at, not one that is answered.
fn is_compared(tokens: &[Token], at: usize) -> bool {
    let sign = |at: Option<usize>, wanted: char| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == Kind::Sign(wanted))
    };
    let before = |steps: usize| at.checked_sub(steps);
    let equals = sign(before(1), '=') && (sign(before(2), '=') || sign(before(2), '!'));
    let mut after = at + 1;
    while sign(Some(after), ')') {
        after += 1;
    }
    equals || sign(Some(after), '|') || (sign(Some(after), '=') && sign(Some(after + 1), '>'))
}

/// `class:is-open=...`: the name after the colon, when it stands directly behind it (`let class: String` has a space).
fn named(source: &str, from_colon: &[Token]) -> Option<Used> {
    let [colon, name, ..] = from_colon else { return None };
    let rest = &source[colon.start + 1..];
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))?;
    let is_attribute = length > 0 && rest[length..].trim_start().starts_with('=');
    is_attribute.then(|| Used { name: rest[..length].to_owned(), line: name.line })
}

#[derive(Debug, PartialEq)]
enum Kind<'a> {
    Word(&'a str),
    Text(String),
    Sign(char),
}

#[derive(Debug)]
struct Token<'a> {
    kind: Kind<'a>,
    line: usize,
    start: usize,
}

type Chars<'a> = Peekable<CharIndices<'a>>;

/// Words, strings and signs; comments, numbers' digits and characters in quotes are passed over.
fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut chars = source.char_indices().peekable();
    let mut tokens = Vec::new();
    let (mut line, mut counted) = (1, 0);
    while let Some((start, first)) = chars.next() {
        line += source[counted..start].matches('\n').count();
        counted = start;
        let rest = &source[start..];
        let kind = match first {
            _ if rest.starts_with("//") => {
                skip(&mut chars, start + rest.find('\n').unwrap_or(rest.len()));
                continue;
            }
            _ if rest.starts_with("/*") => {
                skip(&mut chars, start + rest.find("*/").map_or(rest.len(), |end| end + 2));
                continue;
            }
            '"' => Kind::Text(quoted(&mut chars)),
            '\'' => {
                // 'x' and '\n' are characters; 'a without a closing quote is a lifetime, or an apostrophe in a text.
                let mut ahead = rest[1..].chars();
                let length = match (ahead.next(), ahead.next(), ahead.next()) {
                    (Some('\\'), Some(_), _) => rest[3..].find('\'').map_or(1, |end| end + 4),
                    (Some(inner), Some('\''), _) => inner.len_utf8() + 2,
                    _ => 1,
                };
                skip(&mut chars, start + length);
                continue;
            }
            'r' if raw_hashes(rest).is_some() => {
                let end = format!("\"{}", "#".repeat(raw_hashes(rest).unwrap_or_default()));
                let open = rest.find('"').unwrap_or_default() + 1;
                let length = rest[open..].find(&end).unwrap_or(rest.len() - open);
                skip(&mut chars, start + open + length + end.len());
                Kind::Text(rest[open..open + length].to_owned())
            }
            c if c.is_alphanumeric() || c == '_' => {
                let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                skip(&mut chars, start + length);
                Kind::Word(&rest[..length])
            }
            c if c.is_whitespace() => continue,
            c => Kind::Sign(c),
        };
        tokens.push(Token { kind, line, start });
    }
    tokens
}

fn quoted(chars: &mut Chars) -> String {
    let mut text = String::new();
    while let Some((_, c)) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some((_, 'n' | 't' | 'r' | '\n')) | None => text.push(' '),
                Some((_, escaped)) => text.push(escaped),
            },
            c => text.push(c),
        }
    }
    text
}

/// How many `#` stand between `r` and `"`; `None` when this is no raw string.
fn raw_hashes(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

fn skip(chars: &mut Chars, to: usize) {
    while chars.next_if(|(at, _)| *at < to).is_some() {}
}

#[cfg(test)]
mod tests {
    use super::{used_classes, words};

    fn names(source: &str) -> Vec<String> {
        used_classes(source).into_iter().map(|used| used.name).collect()
    }

    #[test]
    fn classes_are_found_in_every_way_of_writing_them() {
        for (source, expected) in [
            (r#"<p class="row small">"#, &["row", "small"][..]),
            (r#"<p class={"row"} id="x">"#, &["row"]),
            (r#"<p class=("on", move || tab == "orders") id="x">"#, &["on"]),
            (r#"<p class=if open { "row" } else { "stack" } title="no class">"#, &["row", "stack"]),
            (r#"<p class=move || if open() { "row" } else { "stack" } aria-label="no">"#, &["row", "stack"]),
            (
                r#"<p class={match kind { "a" | "b" => "row", Some("c") => "stack", _ => "" }}>text "no"</p>"#,
                &["row", "stack"],
            ),
            (r#"<p class=format!("state state--{}", x) title="no">"#, &["state"]),
            (r#"<p class=format!("state state--{kind}")>"no"</p>"#, &["state"]),
            (r#"<p class:is-open=open class="row">"#, &["is-open", "row"]),
            (r##"<p class=r#"row small"#>"##, &["row", "small"]),
            (r#"let class = if on { "chip chip--on" } else { "chip" }; let no = "no";"#, &["chip", "chip--on", "chip"]),
            (r#"view.class("row").id("no")"#, &["row"]),
            (r#"<p class=kind.class() title="no">"#, &[]),
        ] {
            assert_eq!(names(source), expected, "{source}");
        }
    }

    #[test]
    fn other_text_is_no_class() {
        for source in [
            "// class=\"no\"",
            "/* class=\"no\" */",
            "let class: String = other(\"no\");",
            "fn f<'a>(class: &'a str) { g('\"', class == \"no\") }",
            "<p>Don't \"no\"</p>",
        ] {
            assert_eq!(names(source), [""; 0], "{source}");
        }
    }

    #[test]
    fn the_line_is_that_of_the_string() {
        let used = used_classes("let x = '\\'';\n/* a\nb */\nview! { <p class=\"row\"/> }");
        assert_eq!((used[0].name.as_str(), used[0].line), ("row", 4));
    }

    #[test]
    fn words_are_those_of_every_string() {
        assert_eq!(words("const GRID: &str = \"grid gap-4\"; // \"no\""), ["grid", "gap-4"]);
    }
}
