//! The address behind a paper's QR code: the page that knows the paper, and the signed text for who has no network.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::verify::VerifyCode;
use domain::verify::seal::Seal;

use super::SigningKeys;

/// The part of the address that is signed: what stands behind `d`, `k` and `s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealLink<'a> {
    /// The seal's text, base64url.
    pub d: &'a str,
    /// The name of the key.
    pub k: &'a str,
    /// The signature, base64url.
    pub s: &'a str,
}

/// The address does not prove what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is damaged: not base64url, not a signature, or not a seal.
    #[error("damaged address")]
    Damaged,
    /// The signature does not fit.
    #[error(transparent)]
    Forged(#[from] super::VerifyError),
}

impl SigningKeys {
    /// The address for a paper's QR code: `https://host/verifikasi/{code}?d=…&k=…&s=…`.
    ///
    /// `public_url` is the site's address without a slash at the end. With a host of 30 letters and a holder's name of
    /// 20, the code has 65 x 65 modules at error level M: 0.46 mm each when 30 mm wide, which telephones read from
    /// paper. The longest name makes it 69 x 69.
    pub fn seal_link(&self, public_url: &str, code: &VerifyCode, seal: &Seal) -> String {
        let text = seal.to_string();
        let signature = URL_SAFE_NO_PAD.encode(self.sign(text.as_bytes()));
        let (data, key) = (URL_SAFE_NO_PAD.encode(&text), self.key_id());
        format!("{public_url}/verifikasi/{}?d={data}&k={key}&s={signature}", code.as_str())
    }

    /// What the address of a paper proves. Whether the paper is still valid, only the database knows; a page must also
    /// see that the seal's number is that of the code in its path.
    ///
    /// # Errors
    /// When the address is damaged or the signature does not fit.
    pub fn open_seal(&self, link: SealLink<'_>) -> Result<Seal, LinkError> {
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| LinkError::Damaged);
        let text = String::from_utf8(decode(link.d)?).map_err(|_| LinkError::Damaged)?;
        let signature: [u8; 64] = decode(link.s)?.try_into().map_err(|_| LinkError::Damaged)?;
        self.verify(text.as_bytes(), link.k, &signature)?;
        Seal::parse(&text).map_err(|_| LinkError::Damaged)
    }
}
