//! Open pages of cases: who is told, what, and how many.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::client::Client;
use crate::process::{Process, on_both_databases};
use crate::stopping::eventually;

/// An answer that goes on.
struct Stream {
    lines: BufReader<TcpStream>,
    head: String,
}

impl Stream {
    /// What a browser asks for whose cookies these are.
    fn open(process: &Process, visitor: &Client, path: &str) -> Self {
        let mut stream = TcpStream::connect(process.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let cookies: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let about = "Accept: text/event-stream\r\nAccept-Encoding: gzip, br";
        let cookies = cookies.join("; ");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: a\r\n{about}\r\nCookie: {cookies}\r\n\r\n").unwrap();
        let (mut lines, mut head) = (BufReader::new(stream), String::new());
        while !head.ends_with("\r\n\r\n") {
            assert!(lines.read_line(&mut head).unwrap() > 0, "{head}");
        }
        Self { lines, head }
    }

    fn status(&self) -> u16 {
        self.head[9..12].parse().unwrap()
    }

    /// The data of the next event; `None` after the last.
    fn next(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            if let Some(data) = line.strip_prefix("data: ") {
                return Some(data.trim_end().to_owned());
            }
        }
    }
}

/// A guest with a case that was handed in; answers the path of its events too.
fn applicant(process: &Process) -> (Client, String) {
    let mut guest = process.client();
    let token = "cd".repeat(32);
    let start = [("token", &*token), ("layanan", "binaan"), ("nama", "Tarsinah"), ("hp", "0857 1234 9876")];
    let page = guest.post("/aksi/izin/mulai", &start).unwrap().header("location").to_owned();
    (guest, format!("{page}/peristiwa"))
}

fn open_pages(process: &Process) -> String {
    let metrics = process.client().get("/metrics").unwrap().text();
    metrics.lines().find_map(|line| line.strip_prefix("sikum_live_pages ")).unwrap_or_default().to_owned()
}

const HAND_IN: &str = "update permit_case set submitted_at = created_at, moves = 1";
const MOVE: &str = "update permit_case set moves = moves + 1";

on_both_databases! {
    fn an_open_page_is_told_what_another_server_moved(kind: Kind) {
        let process = Process::start(kind).serving();
        let (guest, path) = applicant(&process);
        assert_eq!(Stream::open(&process, &guest, &path).status(), 404, "a draft");
        process.change(HAND_IN);
        let mut first = Stream::open(&process, &guest, &path);
        let mut second = Stream::open(&process, &guest, &path);
        assert_eq!((first.status(), second.status()), (200, 200));
        let head = first.head.to_lowercase();
        for line in ["content-type: text/event-stream", "cache-control: no-store", "x-accel-buffering: no"] {
            assert!(head.contains(line), "{head}");
        }
        assert!(!head.contains("content-encoding"), "{head}");
        assert_eq!((first.next().as_deref(), second.next().as_deref()), (Some("1"), Some("1")));
        process.change(MOVE);
        assert_eq!((first.next().as_deref(), second.next().as_deref()), (Some("2"), Some("2")));
        assert_eq!(open_pages(&process), "2");
        // Whoever closes the page is forgotten, without waiting for the next event.
        drop((first, second));
        eventually("no page is open", || open_pages(&process) == "0");
    }

    fn unknown_and_not_mine_look_the_same(kind: Kind) {
        let process = Process::start(kind).serving();
        let (guest, path) = applicant(&process);
        process.change(HAND_IN);
        let mut others = process.client();
        let start = [("token", &*"ef".repeat(32)), ("layanan", "binaan"), ("nama", "Siti"), ("hp", "0857 1234 0000")];
        others.post("/aksi/izin/mulai", &start).unwrap();
        let ended = |visitor: &Client, path: &str| {
            let stream = Stream::open(&process, visitor, path);
            let told = stream.head.lines().filter(|line| !line.starts_with("x-request-id") && !line.starts_with("date"));
            (stream.status(), told.collect::<Vec<_>>().join("\n"))
        };
        let unknown = ended(&guest, "/izin/kasus/IZN-0000-0000-0/peristiwa");
        assert_eq!(unknown.0, 404);
        assert_eq!(ended(&others, &path), unknown);
        assert_eq!(ended(&process.client(), &path), unknown);
        assert_eq!(ended(&guest, "/izin/kasus/x/peristiwa"), unknown);
        assert_eq!(open_pages(&process), "0");
        // Number and digits open the page, and follow it.
        let number = path.split('/').nth(3).unwrap().to_owned();
        others.post("/aksi/lacak", &[("nomor", &number), ("hp4", "9876")]).unwrap();
        assert_eq!(Stream::open(&process, &others, &path).next().as_deref(), Some("1"));
    }

    fn a_full_server_says_so_and_stays_well(kind: Kind) {
        let process = Process::start_with(kind, &[("LIVE_PAGES", "2")]).serving();
        let (guest, path) = applicant(&process);
        process.change(HAND_IN);
        let open: Vec<Stream> = (0..2).map(|_| Stream::open(&process, &guest, &path)).collect();
        let refused = Stream::open(&process, &guest, &path);
        assert_eq!(refused.status(), 503);
        assert!(refused.head.to_lowercase().contains("retry-after: 60"), "{}", refused.head);
        let page = path.trim_end_matches("/peristiwa");
        assert_eq!(process.client().get("/produk").unwrap().status, 200);
        assert!(process.client().get(page).unwrap().status < 500);
        drop(open);
        eventually("there is room", || Stream::open(&process, &guest, &path).status() == 200);
    }

    fn open_pages_do_not_hold_up_the_end(kind: Kind) {
        let mut process = Process::start(kind).serving();
        let (guest, path) = applicant(&process);
        process.change(HAND_IN);
        let mut open = Stream::open(&process, &guest, &path);
        assert_eq!(open.next().as_deref(), Some("1"));
        process.ask_to_stop();
        assert_eq!(open.next(), None);
        assert!(process.wait().success());
        let log = process.log();
        assert!(log.contains("stopped") && !log.contains("cut off"), "{log}");
    }
}
