//! Messages to people: what of a text is secret, and how often sending is tried.

use crate::words;

words! {
    /// Which way a message goes.
    pub enum Channel {
        /// By e-mail; the worker sends it.
        Email = "email",
        /// By WhatsApp; a person passes it on.
        Whatsapp = "whatsapp",
    }
}

words! {
    /// Where a message is.
    pub enum State {
        /// Not sent yet.
        Waiting = "waiting",
        /// Handed to the mail server.
        Sent = "sent",
        /// Given up.
        Failed = "failed",
        /// A person took it and passed it on.
        HandedOff = "handed_off",
    }
}

/// Around what is secret in a stored text; no keyboard types them.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// What stands in the place of a secret.
const DOTS: &str = "••••••";

/// Marks a part of a message as secret: a PIN, a code, a link that acts. Only its recipient, and whoever takes the
/// message to pass it on, may see it.
pub fn hide(secret: &str) -> String {
    format!("{OPEN}{secret}{CLOSE}")
}

/// Whether a text holds something secret.
pub fn has_secret(text: &str) -> bool {
    text.contains(OPEN)
}

/// The text as it is sent.
pub fn revealed(text: &str) -> String {
    text.replace([OPEN, CLOSE], "")
}

/// The text as officers read it, and as it is kept after it was sent: dots for every secret.
pub fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        shown.push_str(before);
        shown.push_str(DOTS);
        // An end that is missing hides everything to the end.
        rest = after.split_once(CLOSE).map_or("", |(_, after)| after);
    }
    shown + rest
}

/// How long to wait after so many failed tries, in seconds; `None` when it is time to give up: after about a day, when
/// no mail server is still only restarting.
pub fn pause(tries: i64) -> Option<i64> {
    const MINUTES: [i64; 7] = [1, 5, 15, 60, 3 * 60, 6 * 60, 12 * 60];
    let index = usize::try_from(tries - 1).ok()?;
    MINUTES.get(index).map(|minutes| minutes * 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn secrets_are_dots_for_everybody_but_the_recipient() {
        let text = format!("Lihat {} (PIN {}).", hide("https://a/k/0f"), hide("123456"));
        assert!(has_secret(&text));
        assert_eq!(revealed(&text), "Lihat https://a/k/0f (PIN 123456).");
        assert_eq!(masked(&text), "Lihat •••••• (PIN ••••••).");
        assert!(!has_secret(&masked(&text)));
        assert_eq!(masked("Pesanan siap."), "Pesanan siap.");
        assert_eq!(masked("PIN \u{e000}123456"), "PIN ••••••");
    }

    #[test]
    fn pauses_grow_and_end() {
        let pauses: Vec<i64> = (1..).map_while(pause).collect();
        assert!(pauses.is_sorted() && pauses.len() == 7);
        assert!((20 * 3600..30 * 3600).contains(&pauses.iter().sum::<i64>()));
        assert_eq!(pause(0), None);
    }

    proptest! {
        #[test]
        fn no_secret_shines_through(before in "[a-z ]{0,8}", secret in "[0-9]{6}", after in "[a-z ]{0,8}") {
            let text = format!("{before}{}{after}", hide(&secret));
            prop_assert!(!masked(&text).contains(&secret));
            prop_assert_eq!(revealed(&text), format!("{before}{secret}{after}"));
        }
    }
}
