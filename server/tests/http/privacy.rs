//! What is told about visitors: nothing.

use crate::client::{Answer, Client, between};
use crate::process::{Process, on_both_databases};
use crate::purchase::{fill_cart, fill_form, order};

/// Sends a form that may carry files, here without any.
pub fn post_parts(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
    let part = |(name, value): &(&str, &str)| {
        format!("--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body: String = fields.iter().map(part).chain(["--batas--\r\n".to_owned()]).collect();
    client.ask("POST", path, Some(("multipart/form-data; boundary=batas", &body)))
}

on_both_databases! {
    fn neither_log_nor_metrics_know_who_bought(kind: Kind) {
        let process = Process::start(kind).serving();
        let mut guest = process.client();
        fill_cart(&mut guest, &process.variants()[0]).unwrap();
        let mut form = fill_form(&mut guest, "Zulaikha Penanda").unwrap();
        form.retain(|(name, _)| name != "hp");
        form.push(("hp".into(), "0857 1234 9876".into()));
        form.push(("alamat".into(), "Gang Penanda Lima".into()));
        let page = order(&mut guest, &form).unwrap().text();
        assert!(page.contains("PSN-"));
        // Typed, refused, looked for and tracked.
        guest.post("/aksi/masuk", &[("siapa", "085712349876"), ("sandi", "rahasia-penanda")]).unwrap();
        guest.get("/produk?q=Penanda").unwrap();
        guest.get("/pesanan/PSN-PNND-PNND-P").unwrap();
        guest.get("/k/kuncipenanda").unwrap();
        guest.get("/Penanda/tidak-ada").unwrap();
        let metrics = guest.get("/metrics").unwrap().text();
        let log = process.log();
        assert!(log.contains("/aksi/pesan") && log.contains("answered"), "{log}");
        assert!(metrics.contains("route=\"/aksi/pesan\"") && metrics.contains("sikum_outbox_waiting"), "{metrics}");
        let secret = guest.cookies.iter().find(|(name, _)| name == "kunci").unwrap().1.clone();
        for text in [log, metrics] {
            let plain = text.to_lowercase();
            for known in ["penanda", "zulaikha", "12349876", "pnnd", &secret.to_lowercase()] {
                assert!(!plain.contains(known), "{known} in {text}");
            }
        }
    }

    fn neither_log_nor_metrics_nor_tracker_know_who_applied(kind: Kind) {
        let process = Process::start(kind).serving();
        let mut guest = process.client();
        let token = "ab".repeat(32);
        let start = [("token", &*token), ("layanan", "binaan"), ("nama", "Zulaikha Penanda"), ("hp", "0857 1234 9876")];
        let to = guest.post("/aksi/izin/mulai", &start).unwrap().header("location").to_owned();
        let number = to.strip_prefix("/izin/kasus/").unwrap().to_owned();
        let page = guest.get(&to).unwrap().text();
        let shown = between(&page, "data-pin", "</").next().unwrap_or_else(|| panic!("{page}"));
        let pin = shown.rsplit('>').next().unwrap_or_default().to_owned();
        assert_eq!(pin.len(), 6);
        let answers = [("_nomor", &*number), ("_bagian", "pemilik"), ("_tombol", "nanti"), ("nik", "3603990199990009")];
        assert_eq!(post_parts(&mut guest, "/aksi/izin/isi", &answers).unwrap().header("location"), to);
        assert!(guest.get(&format!("{to}/isi/pemilik")).unwrap().text().contains("3603990199990009"));
        // Wrongly opened, looked for and checked.
        let wrong = [("nomor", &*number), ("pin", "penanda"), ("kembali", "/izin")];
        guest.post("/aksi/izin/buka", &wrong).unwrap();
        guest.post("/aksi/lacak", &[("nomor", &number), ("hp4", "9876")]).unwrap();
        guest.get("/verifikasi/penanda?d=penanda&k=penanda&s=penanda").unwrap();
        guest.get("/izin/berkas/penanda?sampai=1&tanda=penanda").unwrap();
        let stranger = process.client().get(&to).unwrap();
        assert_eq!((stranger.status, stranger.header("location")), (302, "/lacak"));
        let (metrics, log) = (guest.get("/metrics").unwrap().text(), process.log());
        assert!(log.contains("/aksi/izin/isi") && metrics.contains("route=\"/aksi/izin/isi\""), "{log}");
        let key = guest.cookies.iter().find(|(name, _)| name == "izin").unwrap().1.clone();
        for text in [log, metrics] {
            let plain = text.to_lowercase();
            for known in ["penanda", "zulaikha", "12349876", "99019999", &number.to_lowercase(), &key, &token, &pin] {
                assert!(!plain.contains(known), "{known} in {text}");
            }
        }
    }
}
