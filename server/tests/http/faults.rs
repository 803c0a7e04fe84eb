//! The process is killed, or the database is away for a while.

use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use platform::testing::Kind;

use crate::client::{Client, between};
use crate::process::{Process, on_both_databases};
use crate::purchase::{buy, fill_cart, fill_form, order, send};
use crate::stopping::eventually;

/// Orders that are answered before the process is killed.
const ORDERS: usize = 20;
/// Guests that buy at the same time.
const GUESTS: usize = 8;

on_both_databases! {
    fn after_a_kill_every_order_that_was_answered_is_there(kind: Kind) {
        let mut process = Process::start(kind);
        process.change("update stock set on_hand = 100000");
        process.serve();
        let variants = process.variants();
        let placed: Mutex<Vec<Vec<(String, String)>>> = Mutex::default();
        let address = process.address;
        std::thread::scope(|scope| {
            for guest in 0..GUESTS {
                let (placed, variants) = (&placed, &variants);
                scope.spawn(move || {
                    // Until the connection breaks.
                    for nth in 0.. {
                        let mut client = Client::new(address);
                        let variant = &variants[(guest + nth * GUESTS) % variants.len()];
                        let answer = fill_cart(&mut client, variant)
                            .and_then(|()| fill_form(&mut client, "Siti"))
                            .and_then(|form| Ok(send(&mut client, &form)?));
                        let Ok(answer) = answer else { return };
                        assert_eq!(answer.header("location"), "/pesanan/terima-kasih");
                        placed.lock().unwrap().push(client.cookies);
                    }
                });
            }
            eventually("orders are placed", || placed.lock().unwrap().len() >= ORDERS);
            process.kill();
        });
        process.serve();
        let placed = placed.into_inner().unwrap();
        for cookies in &placed {
            let mut guest = process.client();
            guest.cookies.clone_from(cookies);
            let page = guest.get("/pesanan/terima-kasih").unwrap();
            assert!(page.status == 200 && page.text().contains("PSN-"), "{}", page.text());
        }
        assert!(process.number("select count(*) from shop_order") >= placed.len() as i64);
        process.assert_books_agree();
        // And business goes on.
        buy(&mut process.client(), &variants[0]).unwrap();
    }
}

/// Says that the service is disturbed, in words.
fn assert_disturbed(client: &mut Client, path: &str) {
    let page = client.get(path).unwrap();
    assert_eq!(page.status, 503, "{path}: {}", page.text());
    assert!(page.text().contains("Layanan sedang terganggu"), "{path}: {}", page.text());
}

#[test]
fn while_postgres_is_away_pages_say_so_and_afterwards_everything_goes_on() {
    let mut process = Process::start(Kind::Postgres);
    let proxy = Proxy::to(process.url());
    process.serve_from(&proxy.url(process.url()));
    let variants = process.variants();
    let mut guest = process.client();
    fill_cart(&mut guest, &variants[0]).unwrap();
    let form = fill_form(&mut guest, "Siti").unwrap();

    proxy.cut();
    assert_eq!(guest.get("/healthz").unwrap().status, 200);
    assert_eq!(guest.get("/readyz").unwrap().status, 503);
    assert!(guest.get("/metrics").unwrap().text().contains("sikum_database_up 0\n"));
    for path in ["/", "/produk?q=kopi", "/keranjang", "/checkout?kec=ambil"] {
        assert_disturbed(&mut guest, path);
    }
    // Nothing is ordered, and the answer does not pretend so.
    let answer = send(&mut guest, &form).unwrap();
    assert_eq!(answer.status, 303);
    assert_disturbed(&mut guest, answer.header("location"));

    proxy.mend();
    eventually("it is ready again", || process.client().get("/readyz").unwrap().status == 200);
    assert_eq!(process.number("select count(*) from shop_order"), 0);
    assert_eq!(guest.get(answer.header("location")).unwrap().status / 100, 3);
    // The same form, sent again, is one order.
    assert!(order(&mut guest, &form).unwrap().text().contains("PSN-"));
    assert_eq!(process.number("select count(*) from shop_order"), 1);
    process.assert_books_agree();
}

#[test]
fn while_another_program_holds_sqlite_reading_goes_on_and_nothing_is_half_written() {
    let process = Process::start(Kind::Sqlite).serving();
    let variants = process.variants();
    let mut guest = process.client();
    fill_cart(&mut guest, &variants[0]).unwrap();
    let form = fill_form(&mut guest, "Siti").unwrap();
    process.holding_the_writer(|| {
        assert_eq!(guest.get("/produk").unwrap().status, 200);
        let answer = send(&mut guest, &form).unwrap();
        assert!(answer.header("location").starts_with("/gangguan?kembali="), "{}", answer.head);
        assert_disturbed(&mut guest, answer.header("location"));
    });
    assert_eq!(process.number("select count(*) from shop_order"), 0);
    let back = guest.get("/gangguan?kembali=%2Fcheckout%3Fkec%3Dambil").unwrap();
    assert_eq!((back.status / 100, back.header("location")), (3, "/checkout?kec=ambil"));
    assert!(order(&mut guest, &form).unwrap().text().contains("PSN-"));
    process.assert_books_agree();
}

#[test]
fn a_backup_is_whole_while_orders_come_in() {
    let process = Process::start(Kind::Sqlite).serving();
    let variants = process.variants();
    let (done, address) = (AtomicBool::new(false), process.address);
    let copy = process.folder.join("copy.db");
    let back_up = || process.command().arg("backup").arg(&copy).output().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut guest = Client::new(address);
            for variant in variants.iter().cycle().take_while(|_| !done.load(Ordering::Relaxed)) {
                // Until something is sold out, and then the next.
                let _ = buy(&mut guest, variant);
            }
        });
        eventually("somebody has ordered", || process.number("select count(*) from shop_order") > 0);
        let output = back_up();
        done.store(true, Ordering::Relaxed);
        assert!(output.status.success(), "{output:?}");
    });
    // What is there is not written over.
    let again = back_up();
    assert!(!again.status.success() && String::from_utf8_lossy(&again.stderr).contains("exists already"), "{again:?}");
    let orders = process.number("select count(*) from shop_order");
    let copied = process.number_in(&format!("sqlite://{}", copy.display()), "select count(*) from shop_order");
    assert!((1..=orders).contains(&copied), "{copied} of {orders}");
}

/// Stands before PostgreSQL and can be cut, as a network or a server that starts anew.
struct Proxy {
    address: SocketAddr,
    target: SocketAddr,
    open: Arc<Mutex<Vec<TcpStream>>>,
    cut: Arc<AtomicBool>,
}

impl Proxy {
    /// Before the server of this address.
    fn to(url: &str) -> Self {
        let host = between(url, "@", "/").next().unwrap();
        let target = std::net::ToSocketAddrs::to_socket_addrs(host).unwrap().next().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let proxy = Self { address: listener.local_addr().unwrap(), target, open: Arc::default(), cut: Arc::default() };
        let (target, open, cut) = (proxy.target, proxy.open.clone(), proxy.cut.clone());
        std::thread::spawn(move || {
            for near in listener.incoming().flatten() {
                if cut.load(Ordering::SeqCst) {
                    continue;
                }
                let far = TcpStream::connect(target).unwrap();
                open.lock().unwrap().extend([near.try_clone().unwrap(), far.try_clone().unwrap()]);
                for (from, to) in [(near.try_clone(), far.try_clone()), (Ok(far), Ok(near))] {
                    let (mut from, mut to) = (from.unwrap(), to.unwrap());
                    std::thread::spawn(move || {
                        let _ = std::io::copy(&mut from, &mut to);
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
            }
        });
        proxy
    }

    /// The same database through this proxy.
    fn url(&self, direct: &str) -> String {
        direct.replacen(between(direct, "@", "/").next().unwrap(), &self.address.to_string(), 1)
    }

    /// Breaks every connection, and takes no other.
    fn cut(&self) {
        self.cut.store(true, Ordering::SeqCst);
        for connection in self.open.lock().unwrap().drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
        std::thread::sleep(Duration::from_millis(100));
    }

    fn mend(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}
