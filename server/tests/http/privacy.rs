//! What is told about visitors: nothing.

use crate::process::{Process, on_both_databases};
use crate::purchase::{fill_cart, fill_form, order};

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
}
