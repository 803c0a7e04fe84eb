//! Saving a part of an application while somebody types, and two windows of it without scripts.

use crate::client::{Client, between, encode};
use crate::privacy::post_parts;
use crate::process::{Process, on_both_databases};

/// A guest with a draft; answers its number.
fn applicant(process: &Process) -> (Client, String) {
    let mut guest = process.client();
    let token = "cd".repeat(32);
    let start = [("token", &*token), ("layanan", "binaan"), ("nama", "Tarsinah"), ("hp", "0857 1234 9876")];
    let page = guest.post("/aksi/izin/mulai", &start).unwrap().header("location").to_owned();
    (guest, page.rsplit('/').next().unwrap_or_default().to_owned())
}

/// What stands in a field of a page.
fn value(page: &str, name: &str) -> String {
    let field = between(page, "<input", ">").find(|field| field.contains(&format!("name=\"{name}\"")));
    let field = field.unwrap_or_else(|| panic!("{name} in {page}"));
    between(field, "value=\"", "\"").next().unwrap_or_default().to_owned()
}

/// What the script of a page sends.
fn autosave(client: &mut Client, fields: &[(&str, &str)]) -> String {
    client.post("/aksi/izin/simpan", &[("isian", &encode(fields))]).unwrap().text()
}

on_both_databases! {
    fn only_the_applicant_saves(kind: Kind) {
        let process = Process::start(kind).serving();
        let (mut guest, number) = applicant(&process);
        let fields = [("_nomor", &*number), ("_bagian", "pemilik"), ("_jendela", "a"), ("_urutan", "1"), ("nik", "36030")];
        assert_eq!(autosave(&mut process.client(), &fields), "\"Locked\"");
        let page = format!("/izin/kasus/{number}/isi/pemilik");
        assert_eq!(value(&guest.get(&page).unwrap().text(), "nik"), "");
        let text = autosave(&mut guest, &fields);
        assert!(text.starts_with("{\"Saved\":{\"clock\":\""), "{text}");
        let shown = guest.get(&page).unwrap();
        assert_eq!((value(&shown.text(), "nik"), shown.header("cache-control")), ("36030".to_owned(), "no-store"));
        assert_eq!(autosave(&mut guest, &[("_nomor", &*number), ("_bagian", "tidak-ada")]), "\"Closed\"");
        assert_eq!(autosave(&mut guest, &[]), "\"Locked\"");
        // Nothing that was typed is in the log.
        assert!(!process.log().contains("36030") && process.log().contains("/aksi/izin/simpan"));
    }

    fn an_older_window_gets_back_what_was_typed_and_the_database_cannot_read_it(kind: Kind) {
        let process = Process::start(kind).serving();
        let (mut guest, number) = applicant(&process);
        let path = format!("/izin/kasus/{number}/isi/pemilik");
        let (older, newer) = (guest.get(&path).unwrap().text(), guest.get(&path).unwrap().text());
        let mut send = |page: &str, nik: &str| {
            let (window, revision) = (value(page, "_jendela"), value(page, "_revisi"));
            let own = [("_nomor", &*number), ("_bagian", "pemilik"), ("_tombol", "nanti")];
            let seen = [("_jendela", &*window), ("_revisi", &*revision), ("_urutan", "0"), ("nik", nik)];
            let answer = post_parts(&mut guest, "/aksi/izin/isi", &[&own[..], &seen[..]].concat()).unwrap();
            (answer.header("location").to_owned(), guest.get(&path).unwrap().text())
        };
        assert_eq!(send(&newer, "3603990199990001").0, format!("/izin/kasus/{number}"));
        let (to, page) = send(&older, "3603990199990002");
        assert_eq!(to, path);
        assert!(page.contains("diubah di jendela lain"), "{page}");
        assert_eq!(value(&page, "nik"), "3603990199990002");
        assert_eq!(process.number("select count(*) from flash"), 1);
        assert_eq!(process.number("select count(*) from flash where body like '%3603990199990002%' or body like '%nik%'"), 0);
        // Told, it may replace it.
        assert_eq!(send(&page, "3603990199990002").0, format!("/izin/kasus/{number}"));
        assert_eq!(value(&guest.get(&path).unwrap().text(), "nik"), "3603990199990002");
    }
}
