//! Words of a draft that the browser keeps.

use super::Lang;

messages! { DraftText;
    draft_kept: "Draf tersimpan di perangkat ini." / "The draft is kept on this device.";
    draft_back: "Draf Anda dipulihkan. Periksa, lalu kirim." / "Your draft is back. Look it over, then send it.";
    draft_drop: "Buang draf" / "Discard the draft";
}
