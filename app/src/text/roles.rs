//! Roles and duties in words.

use domain::account::{AccountAction, Duty, Role};

use super::Lang;

/// What an account is for.
pub fn role_label(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Id, Role::Pembeli) => "Pembeli",
        (Lang::Id, Role::PelakuUsaha) => "Pelaku usaha",
        (Lang::Id, Role::Petugas) => "Petugas dinas",
        (Lang::Id, Role::Pendamping) => "Pendamping",
        (Lang::Id, Role::Admin) => "Admin",
        (Lang::En, Role::Pembeli) => "Shopper",
        (Lang::En, Role::PelakuUsaha) => "Shop owner",
        (Lang::En, Role::Petugas) => "Officer",
        (Lang::En, Role::Pendamping) => "Mentor",
        (Lang::En, Role::Admin) => "Administrator",
    }
}

/// What somebody in that role does here.
pub fn role_work(lang: Lang, role: Role) -> &'static str {
    match (lang, role) {
        (Lang::Id, Role::Pembeli) => "Belanja dan menyimpan pesanan.",
        (Lang::Id, Role::PelakuUsaha) => "Mengelola toko, produk, dan pesanan masuk.",
        (Lang::Id, Role::Petugas) => "Memeriksa dan memutuskan sesuai tugasnya.",
        (Lang::Id, Role::Pendamping) => "Membantu pelaku usaha di kecamatannya.",
        (Lang::Id, Role::Admin) => "Mengatur akun, peran, dan tugas.",
        (Lang::En, Role::Pembeli) => "Shops and keeps orders.",
        (Lang::En, Role::PelakuUsaha) => "Runs a shop, its products and its orders.",
        (Lang::En, Role::Petugas) => "Checks and decides, by duty.",
        (Lang::En, Role::Pendamping) => "Helps the shop owners of a kecamatan.",
        (Lang::En, Role::Admin) => "Looks after accounts, roles and duties.",
    }
}

/// What an officer is in charge of.
pub fn duty_label(lang: Lang, duty: Duty) -> &'static str {
    match (lang, duty) {
        (Lang::Id, Duty::Loket) => "Loket",
        (Lang::Id, Duty::Verifikator) => "Verifikator berkas",
        (Lang::Id, Duty::Lapangan) => "Petugas lapangan",
        (Lang::Id, Duty::Penyetuju) => "Penyetuju",
        (Lang::Id, Duty::Bendahara) => "Bendahara",
        (Lang::Id, Duty::Pelatihan) => "Admin pelatihan",
        (Lang::Id, Duty::Toko) => "Admin toko",
        (Lang::Id, Duty::Data) => "Admin data",
        (Lang::En, Duty::Loket) => "Counter",
        (Lang::En, Duty::Verifikator) => "Document checks",
        (Lang::En, Duty::Lapangan) => "Field visits",
        (Lang::En, Duty::Penyetuju) => "Approval",
        (Lang::En, Duty::Bendahara) => "Treasurer",
        (Lang::En, Duty::Pelatihan) => "Training",
        (Lang::En, Duty::Toko) => "Shops",
        (Lang::En, Duty::Data) => "Register",
    }
}

/// What happened to an account.
pub fn account_action(lang: Lang, action: AccountAction) -> &'static str {
    use AccountAction::*;
    match (lang, action) {
        (Lang::Id, Created) => "Akun dibuat",
        (Lang::Id, Granted) => "Diberi peran",
        (Lang::Id, Revoked) => "Peran dicabut",
        (Lang::Id, Blocked) => "Akun diblokir",
        (Lang::Id, Unblocked) => "Blokir dibuka",
        (Lang::Id, SecondStepOn) => "Verifikasi dua langkah dinyalakan",
        (Lang::Id, SecondStepOff) => "Verifikasi dua langkah dimatikan",
        (Lang::Id, PasswordChanged) => "Kata sandi diganti",
        (Lang::Id, PasswordRecovered) => "Kata sandi dipulihkan dengan kode",
        (Lang::En, Created) => "Account opened",
        (Lang::En, Granted) => "Role given",
        (Lang::En, Revoked) => "Role taken away",
        (Lang::En, Blocked) => "Account blocked",
        (Lang::En, Unblocked) => "Account unblocked",
        (Lang::En, SecondStepOn) => "Two-step verification turned on",
        (Lang::En, SecondStepOff) => "Two-step verification turned off",
        (Lang::En, PasswordChanged) => "Password changed",
        (Lang::En, PasswordRecovered) => "Password recovered with a code",
    }
}
