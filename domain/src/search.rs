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

/// The trigrams of a word, with two spaces before and one after, as PostgreSQL's pg_trgm cuts them.
pub fn trigrams(word: &str) -> Vec<String> {
    let padded: Vec<char> = "  ".chars().chain(word.chars()).chain(std::iter::once(' ')).collect();
    let mut found: Vec<String> = padded.windows(3).map(|window| window.iter().collect()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// How much of `word`'s trigrams the most similar word of `text` shares, from 0 to 1 (Jaccard).
pub fn similarity(word: &str, text: &str) -> f32 {
    let wanted = trigrams(word);
    text.split(' ')
        .map(|candidate| {
            let have = trigrams(candidate);
            let shared = wanted.iter().filter(|trigram| have.binary_search(trigram).is_ok()).count();
            shared as f32 / (wanted.len() + have.len() - shared) as f32
        })
        .fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::{normalise, similarity};

    #[test]
    fn text_becomes_plain_words() {
        assert_eq!(normalise("  Kopi “Robusta”, 200 g! Café"), "kopi robusta 200 g cafe");
        assert_eq!(normalise("--"), "");
    }

    #[test]
    fn a_mistyped_word_is_still_similar() {
        for (typed, text) in
            [("kripik", "keripik pisang"), ("sambel", "sambal bawang"), ("rengginag", "rengginang ketan")]
        {
            assert!(similarity(typed, text) >= 0.34, "{typed} ~ {text}: {}", similarity(typed, text));
        }
        assert!(similarity("batik", "keripik pisang") < 0.34);
    }
}
