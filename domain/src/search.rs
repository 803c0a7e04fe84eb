//! How words are made comparable.

/// Lower case, no accents, single spaces between runs of letters and digits.
pub fn normalise(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase).map(without_accent) {
        if character.is_alphanumeric() {
            plain.push(character);
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// The letter without its accent, for the accents of European loan words.
pub(crate) fn without_accent(character: char) -> char {
    match character {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    }
}

/// How alike a word must be to be taken for another that was mistyped.
const ALIKE: f32 = 0.34;

/// The word most like a mistyped one; of several the shortest, then the first of the alphabet.
pub fn closest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let wanted = trigrams(typed);
    let length = typed.chars().count();
    words
        .filter(|word| word.chars().count().abs_diff(length) <= 3)
        .map(|word| (similarity(&wanted, &trigrams(word)), word))
        .filter(|(alike, _)| *alike >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (b.1.len(), b.1).cmp(&(a.1.len(), a.1))))
        .map(|(_, word)| word)
}

/// The runs of three letters of a word, with two spaces before and one after, sorted: as PostgreSQL's pg_trgm cuts them.
fn trigrams(word: &str) -> Vec<[char; 3]> {
    let mut found = Vec::with_capacity(word.len() + 1);
    let mut last = [' '; 3];
    for letter in word.chars().chain(std::iter::once(' ')) {
        last = [last[1], last[2], letter];
        found.push(last);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How much of their trigrams two words share, from 0 to 1 (Jaccard).
fn similarity(one: &[[char; 3]], other: &[[char; 3]]) -> f32 {
    let shared = one.iter().filter(|trigram| other.binary_search(trigram).is_ok()).count();
    shared as f32 / (one.len() + other.len() - shared) as f32
}

#[cfg(test)]
mod tests {
    use super::{closest, normalise};

    #[test]
    fn text_becomes_plain_words() {
        assert_eq!(normalise("  Kopi “Robusta”, 200 g! Café"), "kopi robusta 200 g cafe");
        assert_eq!(normalise("--"), "");
    }

    #[test]
    fn a_mistyped_word_is_taken_for_the_one_most_like_it() {
        let words = "batik kerupuk keripik keripiknya sambal rengginang pisang kopi kapur";
        for (typed, meant) in [
            ("kripik", Some("keripik")),
            ("sambel", Some("sambal")),
            ("rengginag", Some("rengginang")),
            ("krupuk", Some("kerupuk")),
            ("batiq", Some("batik")),
            ("xqzwv", None),
        ] {
            assert_eq!(closest(typed, words.split(' ')), meant, "{typed}");
        }
    }

    #[test]
    fn of_words_as_much_alike_the_shortest_is_taken() {
        assert_eq!(closest("kopa", ["kopb", "kopc", "kop"].into_iter()), Some("kop"));
        assert_eq!(closest("kopa", ["kopc", "kopb"].into_iter()), Some("kopb"));
    }
}
