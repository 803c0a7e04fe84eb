//! Words of the two consoles' frame.

use super::Lang;

messages! { ConsoleText;
    console_seller: "Ruang usaha" / "Your business";
    console_office: "Ruang petugas" / "Officers' room";
    to_public_site: "Ke halaman belanja" / "To the public site";
    room_summary: "Ringkasan" / "Overview";
    room_orders: "Pesanan" / "Orders";
    room_outbox: "Pesan keluar" / "Messages";
    not_allowed_title: "Halaman ini bukan untuk akun Anda" / "This page is not for your account";
    not_allowed_text: "Akun Anda tidak mempunyai tugas untuk halaman ini. Bila seharusnya ada, hubungi admin." / "Your account has no duty for this page. If it should, ask the administrator.";
    said_saved: "Perubahan tersimpan." / "Changes saved.";
    said_done: "Berhasil." / "Done.";
    said_sent: "Terkirim." / "Sent.";
    said_removed: "Sudah dihapus." / "Removed.";
    said_already: "Ini sudah dilakukan sebelumnya. Di bawah keadaan terbarunya." / "This was done before. Below is the latest state.";
    save: "Simpan" / "Save";
    cancel: "Batal" / "Cancel";
    back: "Kembali" / "Back";
}
