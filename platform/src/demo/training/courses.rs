//! What is taught in the demo, where, and when: days are counted from today.

use domain::training::Picture;

/// A course of the demo.
pub(super) struct Course {
    pub title: &'static str,
    pub summary: &'static str,
    pub description: &'static str,
    pub category: &'static str,
    pub audience: &'static str,
    pub beginner: bool,
    pub bring: &'static str,
    pub picture: Picture,
    /// The share of its sessions that a certificate asks for; 0 without one. Percent.
    pub minimum: u8,
}

/// What is taught.
pub(super) const COURSES: &[Course] = &[
    Course {
        title: "Foto produk dengan HP",
        summary: "Foto terang dan rapi untuk etalase, cukup dengan HP dan cahaya jendela.",
        description: "Banyak produk enak kalah karena fotonya gelap. Di kelas ini Anda memotret produk sendiri: latar \
                      polos, cahaya dari jendela, dan tiga sudut yang selalu berhasil.\n\nSetiap peserta pulang dengan \
                      lima foto yang siap dipasang di toko.",
        category: "pemasaran",
        audience: "Pemilik usaha mikro, semua jenis produk",
        beginner: true,
        bring: "HP berkamera dan satu sampai tiga produk Anda",
        picture: Picture::Foto,
        minimum: 100,
    },
    Course {
        title: "Keamanan pangan untuk P-IRT",
        summary: "Penyuluhan keamanan pangan, syarat untuk mengurus SPP-IRT.",
        description: "Kebersihan dapur, bahan tambahan yang boleh dipakai, penyimpanan, dan label. Diakhiri soal \
                      singkat.\n\nSertifikat kelas ini dipakai saat mengurus SPP-IRT.",
        category: "produksi-pangan",
        audience: "Pengolah makanan dan minuman rumahan",
        beginner: true,
        bring: "KTP dan contoh label, bila sudah ada",
        picture: Picture::Pangan,
        minimum: 100,
    },
    Course {
        title: "NIB dan halal self-declare",
        summary: "Mendaftar NIB dan sertifikat halal jalur pernyataan, langkah demi langkah.",
        description: "Siapa yang perlu NIB, KBLI mana yang cocok, dan kapan produk Anda boleh memakai jalur pernyataan \
                      halal. Kita isi formulirnya bersama di layar.",
        category: "legalitas",
        audience: "Semua jenis usaha",
        beginner: true,
        bring: "",
        picture: Picture::Berkas,
        minimum: 0,
    },
    Course {
        title: "Catatan keuangan harian",
        summary: "Memisahkan uang usaha dan uang dapur, dengan buku atau HP.",
        description: "Lima menit setiap malam: uang masuk, uang keluar, dan sisa stok. Di akhir kelas Anda tahu apakah \
                      usaha Anda untung, dan berapa gaji yang pantas untuk diri sendiri.",
        category: "keuangan",
        audience: "Pemilik usaha mikro",
        beginner: true,
        bring: "Nota belanja satu pekan terakhir",
        picture: Picture::Catatan,
        minimum: 100,
    },
    Course {
        title: "Batik cap untuk pemula",
        summary: "Tiga hari dari kain putih sampai kain yang bisa dijual.",
        description: "Mengenal malam, cap, dan pewarna yang aman. Setiap peserta menyelesaikan satu kain dua meter.\n\n\
                      Bahan disediakan; kainnya Anda bawa pulang.",
        category: "kerajinan",
        audience: "Perajin dan calon perajin",
        beginner: true,
        bring: "Baju yang boleh kotor",
        picture: Picture::Batik,
        minimum: 67,
    },
    Course {
        title: "Jualan lewat WhatsApp",
        summary: "Katalog, balasan cepat, dan daftar pelanggan tanpa aplikasi tambahan.",
        description: "Menyiapkan WhatsApp Business: katalog, jam buka, balasan cepat, label pesanan. Lalu berlatih \
                      melayani pesanan dari awal sampai dibayar.",
        category: "pemasaran",
        audience: "Pemilik usaha mikro",
        beginner: true,
        bring: "HP sendiri dengan WhatsApp",
        picture: Picture::Ponsel,
        minimum: 0,
    },
    Course {
        title: "Kemasan dan label pangan",
        summary: "Kemasan yang menjaga isi, label yang benar menurut aturan.",
        description: "Memilih kemasan menurut umur simpan, lalu menyusun label: nama, isi bersih, bahan, kode, tanggal, \
                      dan nomor izin. Bawa kemasan Anda, kita periksa bersama.",
        category: "produksi-pangan",
        audience: "Pengolah makanan dan minuman",
        beginner: false,
        bring: "Contoh produk dengan kemasannya",
        picture: Picture::Kemasan,
        minimum: 100,
    },
    Course {
        title: "Anyaman bambu: topi sampai tas",
        summary: "Dua hari dengan perajin Tigaraksa, dari membelah bambu sampai menjual.",
        description: "Memilih dan membelah bambu, anyaman dasar, lalu satu topi dan satu tas kecil. Di akhir: menghitung \
                      harga jual yang menutup waktu Anda.",
        category: "kerajinan",
        audience: "Perajin yang sudah mengenal anyaman dasar",
        beginner: false,
        bring: "Pisau raut, bila punya",
        picture: Picture::Anyaman,
        minimum: 100,
    },
    Course {
        title: "Ekspor pertama Anda",
        summary: "Dari sampel sampai dokumen: apa yang diminta pembeli luar negeri.",
        description: "Memilih pasar, menghitung harga, sampel, dokumen, dan cara dibayar dengan aman. Dengan cerita dari \
                      pelaku usaha yang sudah mengirim.",
        category: "ekspor",
        audience: "Usaha yang sudah punya NIB dan produksi tetap",
        beginner: false,
        bring: "",
        picture: Picture::Ekspor,
        minimum: 0,
    },
];

/// Name, address, kecamatan, step-free, note.
pub(super) const VENUES: &[(&str, &str, &str, bool, &str)] = &[
    (
        "Aula Kecamatan Tigaraksa",
        "Jl. Aria Jaya Santika No. 1",
        "Tigaraksa",
        true,
        "Masuk dari pintu samping, ada landaian.",
    ),
    ("Balai Latihan Kerja", "Jl. Raya Curug Km 2", "Curug", true, "Parkir motor di belakang gedung B."),
    ("Kantor Kecamatan Balaraja", "Jl. Raya Serang Km 24", "Balaraja", true, ""),
    (
        "Sanggar Batik Kelapa Dua",
        "Jl. Danau Kelapa Dua No. 8",
        "Kelapa Dua",
        false,
        "Ada tiga anak tangga di pintu masuk.",
    ),
    ("Gedung Serbaguna Pasar Kemis", "Jl. Raya Pasar Kemis No. 5", "Pasar Kemis", true, ""),
    ("Kantor Kecamatan Mauk", "Jl. Raya Mauk No. 10", "Mauk", true, ""),
    ("Balai Desa Daru", "Jl. Raya Daru No. 3", "Jambe", false, "Ruang di lantai dasar, satu anak tangga."),
];

/// A class: which course, which venue (`None` online), its day counted from today, from and to (hours and minutes), on how
/// many days in a row, seats, seats kept for women, how many registered, who teaches.
pub(super) struct Class(
    pub usize,
    pub Option<usize>,
    pub i64,
    pub (i64, i64),
    pub (i64, i64),
    pub i64,
    pub i64,
    pub i64,
    pub u64,
    pub &'static str,
);

/// The classes, the first one first.
pub(super) const CLASSES: &[Class] = &[
    Class(1, Some(1), -48, (8, 30), (15, 0), 1, 30, 0, 24, "Dr. Wulan Astuti"),
    Class(2, None, -34, (13, 0), (15, 0), 1, 100, 0, 41, "Lilis Suryani"),
    Class(0, Some(4), -20, (9, 0), (12, 0), 1, 25, 0, 24, "Bayu Prasetyo"),
    Class(3, Some(0), -9, (9, 0), (12, 0), 1, 30, 0, 22, "Rina Marlina"),
    Class(0, Some(0), 2, (9, 0), (12, 0), 1, 25, 0, 19, "Bayu Prasetyo"),
    Class(1, Some(1), 4, (8, 30), (15, 0), 1, 30, 0, 28, "Dr. Wulan Astuti"),
    Class(2, None, 6, (13, 0), (15, 0), 1, 100, 0, 42, "Lilis Suryani"),
    Class(3, Some(2), 9, (9, 0), (12, 0), 1, 30, 8, 16, "Rina Marlina"),
    Class(4, Some(3), 12, (9, 0), (15, 0), 3, 16, 0, 21, "Ibu Komariah"),
    Class(5, Some(4), 15, (13, 0), (16, 0), 1, 40, 0, 29, "Bayu Prasetyo"),
    Class(6, Some(5), 18, (8, 30), (12, 0), 1, 25, 0, 5, "Dr. Wulan Astuti"),
    Class(7, Some(6), 21, (9, 0), (15, 0), 2, 20, 0, 11, "Pak Saepudin"),
    Class(0, Some(5), 26, (13, 0), (16, 0), 1, 20, 0, 4, "Bayu Prasetyo"),
    Class(8, None, 31, (19, 0), (21, 0), 2, 60, 0, 13, "Anisa Rahmawati"),
    Class(1, Some(2), 37, (8, 30), (15, 0), 1, 30, 10, 0, "Dr. Wulan Astuti"),
    Class(5, None, 44, (19, 0), (21, 0), 1, 100, 0, 0, "Bayu Prasetyo"),
];
