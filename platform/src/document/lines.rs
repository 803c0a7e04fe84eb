//! Breaking text into lines.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::face::Face;

/// The lines of a text that are no wider than `width` points. Each but the last of a paragraph keeps the space at which
/// it was broken, so that whoever copies or listens gets whole words; it does not count as width.
///
/// A word that is too wide for a line is broken where it must be. An empty text has no lines, an empty paragraph one.
pub(super) fn break_lines(text: &str, face: &Face, size: f32, width: f32) -> Vec<String> {
    text.lines().flat_map(|paragraph| break_paragraph(&clean(paragraph, face), face, size, width)).collect()
}

fn break_paragraph(text: &str, face: &Face, size: f32, width: f32) -> Vec<String> {
    let mut lines = vec![];
    let mut line = String::new();
    for word in text.split_inclusive(' ') {
        if !line.is_empty() && face.width(&format!("{line}{}", word.trim_end()), size) > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(word);
        while face.width(line.trim_end(), size) > width {
            let rest = line.split_off(fitting(&line, face, size, width));
            if rest.is_empty() {
                break;
            }
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    lines.push(line);
    lines
}

/// How many bytes of a word fit: at least one character.
fn fitting(word: &str, face: &Face, size: f32, width: f32) -> usize {
    let ends = word.char_indices().map(|(start, character)| start + character.len_utf8());
    let first = word.chars().next().map_or(0, char::len_utf8);
    ends.take_while(|end| face.width(&word[..*end], size) <= width).last().unwrap_or(first)
}

/// What can be set: one space between words, nothing invisible, letters with their accents as one character (NFC: nobody
/// places loose accents here), a question mark for what the typeface does not have.
pub(super) fn clean(text: &str, face: &Face) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let shown = composed.chars().filter(|c| !invisible(*c)).map(|c| match c {
        c if c.is_control() => ' ',
        c if face.has(c) || c.is_whitespace() => c,
        _ => '?',
    });
    let shown: String = shown.collect();
    // The space that does not break stays one.
    let words = shown.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Soft hyphens, joiners, marks of direction and of byte order: they would turn or hide what is read.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::super::face::{Fonts, Weight};
    use super::{break_lines, clean};

    const SIZE: f32 = 10.0;

    #[test]
    fn lines_are_full_but_not_too_wide_and_lose_nothing() {
        let fonts = Fonts::load();
        let face = fonts.face(Weight::Regular);
        let text =
            "Permohonan Anda sudah kami terima dan akan diperiksa oleh petugas dinas pada hari kerja berikutnya.";
        let lines = break_lines(text, face, SIZE, 120.0);
        assert_eq!(lines.concat(), text);
        assert!(lines.len() > 3);
        for pair in lines.windows(2) {
            assert!(face.width(pair[0].trim_end(), SIZE) <= 120.0, "{:?}", pair[0]);
            let next = pair[1].split(' ').next().unwrap();
            assert!(face.width(&format!("{}{next}", pair[0]), SIZE) > 120.0, "{next:?} had room on {:?}", pair[0]);
        }
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_and_line_ends_stay() {
        let fonts = Fonts::load();
        let face = fonts.face(Weight::Bold);
        let word = "Pertanggungjawabankeuangandaerahkabupaten";
        let lines = break_lines(&format!("Kata {word} itu"), face, SIZE, 60.0);
        assert_eq!(lines.concat(), format!("Kata {word} itu"));
        assert!(lines.iter().all(|line| face.width(line.trim_end(), SIZE) <= 60.0), "{lines:?}");
        assert_eq!(break_lines("Jalan Mawar 1\nTigaraksa", face, SIZE, 500.0), ["Jalan Mawar 1", "Tigaraksa"]);
        // Narrower than any character: one in each line, and no endless loop.
        assert_eq!(break_lines("abc", face, SIZE, 0.5), ["a", "b", "c"]);
    }

    #[test]
    fn what_cannot_be_set_is_seen_and_what_hides_is_gone() {
        let fonts = Fonts::load();
        let face = fonts.face(Weight::Regular);
        assert_eq!(clean("  Café\tŁódź\u{200b}  Đặng\u{202e} ", face), "Café Łódź Đặng");
        assert_eq!(clean("Jose\u{301}", face), "José");
        assert_eq!(clean("Toko 北京 \u{1F600}\u{0}", face), "Toko ?? ?");
    }
}
