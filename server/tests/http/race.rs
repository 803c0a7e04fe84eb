//! Many want the last piece.

use std::sync::Barrier;

use crate::process::{Process, on_both_databases};
use crate::purchase::{fill_cart, fill_form, send};

const GUESTS: usize = 50;

on_both_databases! {
    fn of_fifty_guests_one_gets_the_last_piece_and_the_others_are_told(kind: Kind) {
        let process = Process::start(kind);
        process.change("update stock set on_hand = 1");
        let process = process.serving();
        let variant = &process.variants()[0];
        let ready = Barrier::new(GUESTS);
        let answers: Vec<(String, String)> = std::thread::scope(|scope| {
            let guests: Vec<_> = (0..GUESTS).map(|nth| scope.spawn({
                let (process, ready) = (&process, &ready);
                move || {
                    let mut guest = process.client();
                    fill_cart(&mut guest, variant).unwrap();
                    let form = fill_form(&mut guest, &format!("Tamu {nth}")).unwrap();
                    ready.wait();
                    let answer = send(&mut guest, &form).unwrap();
                    assert_eq!((answer.status / 100, answer.header("location").is_empty()), (3, false));
                    let to = answer.header("location").to_owned();
                    let page = guest.get(&to).unwrap();
                    assert_eq!(page.status, 200, "{to}");
                    (to, page.text())
                }
            })).collect();
            guests.into_iter().map(|guest| guest.join().unwrap()).collect()
        });
        let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|(to, _)| to == "/pesanan/terima-kasih");
        assert_eq!((won.len(), lost.len()), (1, GUESTS - 1));
        for (to, page) in lost {
            assert_eq!(to, "/keranjang");
            assert!(page.contains("Stok atau harga baru saja berubah") && page.contains("Stok habis."), "{page}");
        }
        assert_eq!(process.number("select count(*) from shop_order"), 1);
        assert_eq!(process.number("select count(*) from checkout_group"), 1);
        assert_eq!(process.number("select count(*) from order_line"), 1);
        assert_eq!(process.number("select cast(sum(reserved) as bigint) from stock"), 1);
        process.assert_books_agree();
    }
}
