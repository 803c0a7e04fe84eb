//! The chain of what happened in a case: each event is sealed together with the seal of the one before, so that nothing
//! can be changed, left out or put in between without breaking all later seals. Reading is an event too.
//!
//! The hash function (SHA-256) is the caller's.

use uuid::Uuid;

use crate::time::Timestamp;

/// The seal of an event.
pub type Seal = [u8; 32];

/// What comes before the first event.
pub const BEGINNING: Seal = [0; 32];

/// One line of `case_event`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event<'e> {
    /// The case.
    pub case: Uuid,
    /// 1, 2, 3, ... within the case.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// The account that acted; `None` for a guest or a date.
    pub actor: Option<Uuid>,
    /// In which part: a word of [`super::state::By`], or another for who only read.
    pub by: &'e str,
    /// Whom it was done for.
    pub on_behalf_of: Option<Uuid>,
    /// What was done: a word of [`super::state::Action`], or another such as `baca`.
    pub action: &'e str,
    /// Before; `None` for the first.
    pub from: Option<&'e str>,
    /// After.
    pub to: &'e str,
    /// What the applicant and the tracker read.
    pub public_text: Option<&'e str>,
    /// What only the office reads.
    pub internal_note: Option<&'e str>,
    /// The code of the reason.
    pub reason_code: Option<&'e str>,
}

impl Event<'_> {
    /// The bytes that are hashed: the seal before, then every part with its length before it, so that no two events
    /// have the same. A new part of an event must come with a new number in front.
    pub fn bytes(&self, before: &Seal) -> Vec<u8> {
        let mut bytes = vec![1];
        bytes.extend(before);
        let uuid = |id: &Option<Uuid>| id.map(|id| id.as_bytes().to_vec());
        let text = |text: &Option<&str>| text.map(|text| text.as_bytes().to_vec());
        let parts = [
            Some(self.case.as_bytes().to_vec()),
            Some(self.seq.to_be_bytes().to_vec()),
            Some(self.at.micros().to_be_bytes().to_vec()),
            uuid(&self.actor),
            text(&Some(self.by)),
            uuid(&self.on_behalf_of),
            text(&Some(self.action)),
            text(&self.from),
            text(&Some(self.to)),
            text(&self.public_text),
            text(&self.internal_note),
            text(&self.reason_code),
        ];
        for part in parts {
            // What is missing differs from what is empty.
            let length = part.as_ref().map_or(u64::MAX, |part| part.len() as u64);
            bytes.extend(length.to_be_bytes());
            bytes.extend(part.unwrap_or_default());
        }
        bytes
    }
}

/// The first event whose seal is wrong or whose number is not the next; `None` when the chain holds. An end that was
/// cut off shows only to who kept the last seal.
pub fn first_broken(events: &[(Event, Seal)], hash: impl Fn(&[u8]) -> Seal) -> Option<usize> {
    let mut before = BEGINNING;
    events.iter().zip(1..).position(|((event, seal), seq)| {
        let right = event.seq == seq && hash(&event.bytes(&before)) == *seal;
        before = *seal;
        !right
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FNV-1a, four times with different beginnings: enough for a test.
    fn hash(bytes: &[u8]) -> Seal {
        let part = |start: u64| {
            bytes.iter().fold(0xcbf2_9ce4_8422_2325 ^ start, |sum, byte| {
                (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
            })
        };
        std::array::from_fn(|index| part(index as u64 / 8).to_be_bytes()[index % 8])
    }

    fn event(seq: i64) -> Event<'static> {
        Event {
            case: Uuid::from_u128(1),
            seq,
            at: Timestamp::from_micros(seq * 1_000),
            actor: Some(Uuid::from_u128(2)),
            by: "verifikator",
            on_behalf_of: None,
            action: "minta_perbaikan",
            from: Some("verifikasi"),
            to: "perlu_perbaikan",
            public_text: Some("Foto KTP buram."),
            internal_note: None,
            reason_code: Some("buram"),
        }
    }

    fn chain(length: i64) -> Vec<(Event<'static>, Seal)> {
        let mut before = BEGINNING;
        let sealed = (1..=length).map(|seq| {
            before = hash(&event(seq).bytes(&before));
            (event(seq), before)
        });
        sealed.collect()
    }

    #[test]
    fn a_chain_holds_until_something_is_changed_left_out_or_put_in() {
        assert_eq!(first_broken(&chain(5), hash), None);
        assert_eq!(first_broken(&[], hash), None);
        let mut left_out = chain(5);
        left_out.remove(2);
        assert_eq!(first_broken(&left_out, hash), Some(2));
        let mut exchanged = chain(5);
        exchanged.swap(1, 2);
        assert_eq!(first_broken(&exchanged, hash), Some(1));
        let mut twice = chain(5);
        twice.insert(3, twice[2]);
        assert_eq!(first_broken(&twice, hash), Some(3));
        // Sealed anew after a change: the one after it tells.
        let mut resealed = chain(5);
        resealed[1].0.to = "ditolak";
        resealed[1].1 = hash(&resealed[1].0.bytes(&resealed[0].1));
        assert_eq!(first_broken(&resealed, hash), Some(2));
        // Everything sealed anew without the first event: its number is missing.
        let headless = hash(&event(2).bytes(&BEGINNING));
        assert_eq!(first_broken(&[(event(2), headless)], hash), Some(0));
    }

    #[test]
    fn every_part_of_an_event_is_sealed() {
        let whole = event(1);
        let other = Some(Uuid::from_u128(9));
        let changed = [
            Event { case: Uuid::from_u128(9), ..whole },
            Event { seq: 2, ..whole },
            Event { at: Timestamp::from_micros(1), ..whole },
            Event { actor: other, ..whole },
            Event { actor: None, ..whole },
            Event { by: "penyetuju", ..whole },
            Event { on_behalf_of: other, ..whole },
            Event { action: "teruskan", ..whole },
            Event { from: None, ..whole },
            Event { to: "persetujuan", ..whole },
            Event { public_text: Some(""), ..whole },
            Event { public_text: None, ..whole },
            // The same words, one part further.
            Event { public_text: None, internal_note: whole.public_text, ..whole },
            Event { internal_note: Some(""), ..whole },
            Event { reason_code: None, ..whole },
        ];
        let mut all: Vec<Vec<u8>> = changed.iter().map(|event| event.bytes(&BEGINNING)).collect();
        all.extend([whole.bytes(&BEGINNING), whole.bytes(&[1; 32])]);
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
