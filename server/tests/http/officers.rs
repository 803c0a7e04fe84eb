//! In production an officer signs in with two steps, or does nothing.

use domain::time::Timestamp;
use platform::account::totp;

use crate::client::{Client, between};
use crate::process::{Process, on_both_databases};

const LOGIN: &str = "admin@contoh.id";
const ROOM: &str = "/dinas/pengguna";

/// What the app on the telephone shows, some steps of 30 seconds from now.
#[allow(clippy::disallowed_methods)] // the server looks at the same clock
fn code(key: &str, steps: i64) -> String {
    let seconds = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64;
    let now = Timestamp::from_micros(seconds * 1_000_000);
    totp::code(&totp::from_base32(key).unwrap(), totp::step(now) + steps)
}

/// Hands in the password; answers where that leads.
fn sign_in(client: &mut Client, password: &str) -> String {
    let fields = [("akun", LOGIN), ("sandi", password), ("kembali", ROOM)];
    client.post("/aksi/masuk", &fields).unwrap().header("location").to_owned()
}

on_both_databases! {
    fn the_first_administrator_sets_up_the_second_step_before_anything_else(kind: Kind) {
        let settings = [("ENVIRONMENT", "production"), ("PUBLIC_URL", "https://sikum.test")];
        let process = Process::start_with(kind, &settings).serving();
        let appointed = process.command().args(["admin", LOGIN]).output().unwrap();
        let said = String::from_utf8(appointed.stdout).unwrap();
        let password = between(&said, "told only now: ", "\n").next().unwrap_or_else(|| panic!("{said}")).to_owned();

        let mut admin = process.client();
        assert_eq!(sign_in(&mut admin, &password), ROOM);
        assert!(admin.cookies.iter().all(|(name, _)| name.starts_with("__Host-")));
        let closed = admin.get(ROOM).unwrap();
        assert_eq!((closed.status, closed.header("location")), (302, "/akun/dua-langkah"));
        // Nor does a form without its page.
        let someone = "00000000-0000-0000-0000-000000000000";
        let refused = admin.post("/aksi/dinas/pengguna/blokir", &[("id", someone), ("alasan", "x")]).unwrap();
        assert_eq!(refused.header("location"), format!("{ROOM}/{someone}"));

        admin.post("/aksi/akun/dua-langkah/mulai", &[]).unwrap();
        let page = admin.get("/akun/dua-langkah").unwrap().text();
        let key = between(&page, "guide__key\">", "<").next().unwrap().replace(' ', "");
        admin.post("/aksi/akun/dua-langkah/nyalakan", &[("kode", &code(&key, -1))]).unwrap();
        assert!(admin.get("/akun/dua-langkah").unwrap().text().contains("data-pemulihan"));
        assert_eq!(admin.get(ROOM).unwrap().status, 200);

        // From now on a password is half of it.
        admin.post("/aksi/keluar", &[]).unwrap();
        assert!(sign_in(&mut admin, &password).starts_with("/masuk/kode"));
        assert_eq!(admin.get(ROOM).unwrap().status, 302);
        let fields = [("kode", code(&key, 0)), ("kembali", ROOM.to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(admin.post("/aksi/masuk/kode", &fields).unwrap().header("location"), ROOM);
        assert_eq!(admin.get(ROOM).unwrap().status, 200);

        let log = process.log();
        assert!(!log.contains(&password) && !log.contains(&key) && !log.contains(LOGIN), "{log}");
    }
}
