//! Training (pelatihan): classes (angkatan) with sessions (sesi), seats in pools, and those who register for them.

pub mod attendance;
pub mod certificate;
pub mod choice;
pub mod clash;
pub mod class;
pub mod feedback;
pub mod ics;
pub mod material;
pub mod plan;
pub mod quiz;
pub mod registration;
pub mod seats;

use crate::words;

words! {
    /// The pictures of courses: the word names the file.
    pub enum Picture {
        /// A class.
        Kelas = "kelas",
        /// A camera.
        Foto = "foto",
        /// A pot.
        Pangan = "pangan",
        /// A form.
        Berkas = "berkas",
        /// A receipt.
        Catatan = "catatan",
        /// Thread.
        Batik = "batik",
        /// A telephone.
        Ponsel = "ponsel",
        /// A parcel.
        Kemasan = "kemasan",
        /// A hat of bamboo.
        Anyaman = "anyaman",
        /// A ship.
        Ekspor = "ekspor",
    }
}
