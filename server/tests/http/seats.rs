//! Many want a seat of a class.

use std::sync::Barrier;

use crate::process::{Process, on_both_databases};
use crate::register::{Place, fill_form, find_class, is_whole, read_place, send};

const PEOPLE: usize = 50;
const SEATS: usize = 10;

on_both_databases! {
    fn of_fifty_people_ten_get_a_seat_and_forty_stand_in_line(kind: Kind) {
        let process = Process::start_seeded(kind, &[], &["--seats", "10"]).serving();
        let class = &find_class(&mut process.client()).unwrap();
        let ready = Barrier::new(PEOPLE);
        let places: Vec<Place> = std::thread::scope(|scope| {
            let people: Vec<_> = (0..PEOPLE).map(|nth| scope.spawn({
                let (process, ready) = (&process, &ready);
                move || {
                    let mut person = process.client();
                    let form = fill_form(&mut person, class, nth);
                    // Before anything can fail here: the others wait for everybody.
                    ready.wait();
                    let path = send(&mut person, &form.unwrap()).unwrap();
                    read_place(&mut person, &path).unwrap()
                }
            })).collect();
            people.into_iter().map(|person| person.join().unwrap()).collect()
        });
        assert!(is_whole(&places, SEATS), "{places:?}");
        // As they read it, so it is stored: the seats went to those who came first, and everybody came once.
        for (what, sql, expected) in [
            ("taken", "select taken from class_pool", 10),
            ("came", "select entries from class", 50),
            ("entries", "select count(distinct entry) from registration where entry between 1 and 50", 50),
            ("seated", "select count(*) from registration where state = 'terdaftar' and entry <= 10", 10),
            ("waiting", "select count(*) from registration where state = 'daftar_tunggu' and entry > 10", 40),
            ("all", "select count(*) from registration", 50),
            ("told", "select count(*) from outbox where kind = 'class_registered'", 50),
        ] {
            assert_eq!(process.number(sql), expected, "{what}");
        }
    }
}
