//! The orderly end.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::process::{Process, on_both_databases};

/// Waits until something is so, and fails when it does not become so.
pub fn eventually(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("never: {what}");
}

on_both_databases! {
    fn a_request_in_flight_is_answered_before_the_end(kind: Kind) {
        let mut process = Process::start_with(kind, &[("STOP_DELAY", "2")]).serving();
        let form = format!("varian={}&jumlah=1", process.variants()[0]);
        // The head is sent, the body is not: somebody on a slow network.
        let mut slow = TcpStream::connect(process.address).unwrap();
        let about = "Content-Type: application/x-www-form-urlencoded\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin";
        write!(slow, "POST /aksi/keranjang/tambah HTTP/1.1\r\nHost: a\r\n{about}\r\nContent-Length: {}\r\n\r\n", form.len()).unwrap();
        // The other one is the request for the metrics.
        eventually("the request is in flight", || {
            process.client().get("/metrics").unwrap().text().contains("sikum_http_in_flight 2\n")
        });

        let mut known = process.client();
        assert_eq!(known.get("/readyz").unwrap().status, 200);
        process.ask_to_stop();
        eventually("it says that it is stopping", || {
            let answer = process.client().get("/readyz").unwrap();
            answer.status == 503 && answer.text() == "stopping"
        });
        // Until the balancer has noticed, visitors are served.
        assert_eq!(process.client().get("/produk").unwrap().status, 200);
        eventually("no new connection is taken", || TcpStream::connect(process.address).is_err());

        slow.write_all(form.as_bytes()).unwrap();
        let mut answer = String::new();
        slow.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 30") && answer.contains("location: /keranjang"), "{answer}");
        assert!(process.wait().success());
        assert_eq!(process.number("select count(*) from cart_line"), 1);
        let log = process.log();
        assert!(log.contains("told to stop") && log.contains("stopped") && !log.contains("cut off"), "{log}");
    }
}
