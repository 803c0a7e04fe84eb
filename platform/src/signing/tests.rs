use domain::time::Day;
use domain::verify::VerifyCode;
use domain::verify::seal::{PaperKind, Seal};

use super::{KeyError, LinkError, SealLink, SigningKeys, VerifyError, bytes, hex};
use crate::ports::Entropy;

// RFC 8032, section 7.1, test 3.
const SEED: &str = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
const PUBLIC: &str = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
const MESSAGE: &[u8] = &[0xaf, 0x82];
const SIGNATURE: &str = "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
                         18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

const OTHER_SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

/// Counts up: a secret that can be foreseen.
struct Counting;

impl Entropy for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.iter_mut().enumerate().for_each(|(index, byte)| *byte = index as u8);
    }
}

fn keys(text: &str) -> SigningKeys {
    SigningKeys::read(text).unwrap()
}

fn seal() -> Seal {
    Seal::new(PaperKind::Statement, "IZN-7K4M-92QX-D", Day::parse("2026-11-24").unwrap(), None, "Siti Aminah")
}

#[test]
fn the_vector_of_rfc_8032_is_signed_and_verified() {
    let keys = keys(SEED);
    let signature = keys.sign(MESSAGE);
    assert_eq!(hex(&signature), SIGNATURE);
    assert_eq!(hex(keys.current.verifying_key().as_bytes()), PUBLIC);
    assert_eq!(keys.verify(MESSAGE, &keys.key_id(), &signature), Ok(()));
}

#[test]
fn a_changed_bit_anywhere_is_noticed() {
    let keys = keys(SEED);
    let (payload, id) = (seal().to_string().into_bytes(), keys.key_id());
    let signature = keys.sign(&payload);
    assert_eq!(keys.verify(&payload, &id, &signature), Ok(()));
    for at in 0..payload.len() {
        let mut changed = payload.clone();
        changed[at] ^= 1;
        assert_eq!(keys.verify(&changed, &id, &signature), Err(VerifyError::WrongSignature), "byte {at} of the text");
    }
    for at in 0..64 {
        let mut changed = signature;
        changed[at] ^= 1;
        assert_eq!(keys.verify(&payload, &id, &changed), Err(VerifyError::WrongSignature), "byte {at}");
    }
}

#[test]
fn another_key_neither_verifies_nor_passes_for_the_first() {
    let (ours, theirs) = (keys(SEED), keys(OTHER_SEED));
    let signature = theirs.sign(MESSAGE);
    assert_eq!(ours.verify(MESSAGE, &theirs.key_id(), &signature), Err(VerifyError::UnknownKey));
    assert_eq!(ours.verify(MESSAGE, &ours.key_id(), &signature), Err(VerifyError::WrongSignature));
}

#[test]
fn papers_of_a_former_key_stay_genuine_and_new_ones_are_signed_anew() {
    let old = keys(SEED);
    let link = old.seal_link("https://example.go.id", &VerifyCode::new([7; 10]), &seal());
    let new = keys(&format!("# since 2027\n{OTHER_SEED}\n{PUBLIC} # until 2026\n"));
    assert_ne!(new.key_id(), old.key_id());
    assert_eq!(new.verify(MESSAGE, &old.key_id(), &old.sign(MESSAGE)), Ok(()));
    assert_eq!(new.open_seal(parts(&link)), Ok(seal()));
    // The new key's papers are not the old one's.
    assert_eq!(old.verify(MESSAGE, &new.key_id(), &new.sign(MESSAGE)), Err(VerifyError::UnknownKey));
}

#[test]
fn the_list_of_public_keys_is_enough_to_check_and_holds_no_secret() {
    let keys = keys(&format!("{OTHER_SEED},{PUBLIC}"));
    let list = keys.public_keys();
    assert_eq!(list["keys"].as_array().map(Vec::len), Some(2));
    assert_eq!(list["keys"][0]["kid"], keys.key_id());
    assert_eq!(list["keys"][1]["crv"], "Ed25519");
    assert_eq!(bytes(list["keys"][1]["x"].as_str().unwrap()).map(|key| hex(&key)).as_deref(), Some(PUBLIC));
    assert!(!list.to_string().contains("\"d\""), "{list}");
}

#[test]
fn a_new_secret_is_read_back_and_shown_by_nothing() {
    let secret = SigningKeys::new_secret(&Counting);
    assert_eq!(secret, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    let shown = format!("{:?}", keys(&secret));
    assert!(shown.contains(&keys(&secret).key_id()) && !shown.contains(&secret[..16]), "{shown}");
    // The same seed in the other writing.
    assert_eq!(keys("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=").key_id(), keys(&secret).key_id());
}

#[test]
fn other_texts_hold_no_keys() {
    for (text, error) in [
        ("", KeyError::Missing),
        ("# nothing yet\n", KeyError::Missing),
        ("geheim", KeyError::Unreadable(1)),
        (&SEED[1..], KeyError::Unreadable(1)),
        (&format!("{SEED} geheim"), KeyError::Unreadable(2)),
        // The neutral point: a public key under which anything is signed.
        (&format!("{SEED} 0100000000000000000000000000000000000000000000000000000000000000"), KeyError::Unreadable(2)),
    ] {
        assert_eq!(SigningKeys::read(text).err(), Some(error), "{text:?}");
    }
}

#[test]
fn an_address_proves_its_seal_and_nothing_else() {
    let keys = keys(SEED);
    let link = keys.seal_link("https://example.go.id", &VerifyCode::new([7; 10]), &seal());
    assert!(link.starts_with("https://example.go.id/verifikasi/"), "{link}");
    let good = parts(&link);
    assert_eq!(keys.open_seal(good), Ok(seal()));
    let other = keys.seal_link(
        "https://example.go.id",
        &VerifyCode::new([7; 10]),
        &Seal::new(PaperKind::Statement, "IZN-7K4M-92QX-D", Day::parse("2026-11-24").unwrap(), None, "Budi"),
    );
    let forged = SealLink { d: parts(&other).d, ..good };
    assert_eq!(keys.open_seal(forged), Err(LinkError::Forged(VerifyError::WrongSignature)));
    assert_eq!(keys.open_seal(SealLink { k: "", ..good }), Err(LinkError::Forged(VerifyError::UnknownKey)));
    for broken in [SealLink { d: "ä", ..good }, SealLink { s: "AAAA", ..good }, SealLink { s: "*", ..good }] {
        assert_eq!(keys.open_seal(broken), Err(LinkError::Damaged));
    }
}

fn parts(link: &str) -> SealLink<'_> {
    let query = link.split_once('?').unwrap().1;
    let mut values = query.split('&').map(|part| part.split_once('=').unwrap().1);
    let mut next = || values.next().unwrap();
    SealLink { d: next(), k: next(), s: next() }
}
