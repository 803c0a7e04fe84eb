//! Words of the administration of accounts.

use super::Lang;

messages! { UsersText;
    room_users: "Pengguna" / "Users";
    users_lead: "Cari akun, beri peran dan tugas, atau blokir akun." / "Find an account, give roles and duties, or block an account.";
    users_search: "Nama, nomor HP, atau surel" / "Name, mobile number or e-mail";
    users_role: "Peran" / "Role";
    users_all_roles: "Semua peran" / "All roles";
    users_none: "Tidak ada akun yang cocok. Periksa ketikan atau hapus saringan." / "No account matches. Check the spelling or clear the filter.";
    users_more: "Akun berikutnya" / "More accounts";
    users_name: "Nama" / "Name";
    users_contact: "Nomor atau surel" / "Number or e-mail";
    users_since: "Sejak" / "Since";
    users_state: "Keadaan" / "State";
    user_active: "Aktif" / "Active";
    user_blocked: "Diblokir" / "Blocked";
    user_since(day: &str): "Akun sejak {day}" / "Account since {day}";
    user_sessions(count: usize): "Masuk di {count} perangkat" / "Signed in on {count} devices";
    user_second_on: "Verifikasi dua langkah menyala" / "Two-step verification is on";
    user_second_off: "Tanpa verifikasi dua langkah" / "No two-step verification";
    grants_title: "Peran dan tugas" / "Roles and duties";
    grants_hint: "Berlaku sejak halaman berikutnya yang dibuka orang ini." / "In force from the next page this person opens.";
    duties_title: "Tugas petugas" / "Duties of the officer";
    duties_hint: "Tanpa tugas, petugas tidak bisa memutuskan apa pun." / "Without a duty an officer decides nothing.";
    block_title: "Blokir akun" / "Block the account";
    block_text: "Orang ini langsung keluar dari semua perangkat dan tidak bisa masuk lagi sampai blokir dibuka." / "This person is signed out everywhere at once and cannot sign in until unblocked.";
    block_reason: "Alasan" / "Reason";
    block_reason_hint: "Tercatat di riwayat akun." / "Kept in the account's history.";
    block_button: "Blokir akun ini" / "Block this account";
    block_reason_missing: "Tulis alasannya." / "Write down the reason.";
    unblock_title: "Akun ini diblokir" / "This account is blocked";
    unblock_button: "Buka blokir" / "Unblock";
    second_reset_title: "Hapus verifikasi dua langkah" / "Remove two-step verification";
    second_reset_text: "Hanya bila orang ini kehilangan HP dan semua kode pemulihan. Pastikan dulu bahwa itu benar dia." / "Only if this person lost the phone and all recovery codes. First make sure it is really them.";
    second_reset_button: "Hapus dan keluarkan dari semua perangkat" / "Remove and sign out everywhere";
    history_title: "Riwayat akun" / "History of the account";
    history_empty: "Belum ada perubahan." / "Nothing has changed yet.";
    history_by(name: &str): "oleh {name}" / "by {name}";
    history_operator: "pengelola server" / "the server's operator";
    oneself: "Anda tidak bisa mencabut peran admin atau memblokir akun Anda sendiri." / "You cannot take away your own administration or block yourself.";
    oneself_note: "Ini akun Anda sendiri: peran admin tidak bisa dilepas dan akun tidak bisa diblokir dari sini." / "This is your own account: you cannot give up administration or block it here.";
}
