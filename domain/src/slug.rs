//! Names in addresses.

/// The longest slug.
const LONGEST: usize = 60;

/// `Keripik Pisang "Bu Rohimah" 250 g` becomes `keripik-pisang-bu-rohimah-250-g`. Empty when nothing is left.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in name.chars().flat_map(char::to_lowercase).map(crate::search::without_accent) {
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') && character != '\'' {
            slug.push('-');
        }
        if slug.len() == LONGEST {
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_plain_words() {
        for (name, expected) in [
            ("Keripik Pisang \"Bu Rohimah\" 250 g", "keripik-pisang-bu-rohimah-250-g"),
            ("  Kopi -- Café é 100%", "kopi-cafe-e-100"),
            ("Jum'at Berkah", "jumat-berkah"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(name), expected);
        }
        assert!(slug(&"a".repeat(100)).len() <= 60);
    }
}
