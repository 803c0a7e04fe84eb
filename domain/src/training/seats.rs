//! The seats of a class, in pools: most are for everybody, some may be kept for those whom the class wants to reach.

use crate::words;

words! {
    /// For whom a pool is.
    pub enum PoolKind {
        /// People from one kecamatan.
        Kecamatan = "kecamatan",
        /// Women.
        Perempuan = "perempuan",
        /// People who never attended a class here.
        PertamaKali = "pertama_kali",
        /// Everybody.
        Umum = "umum",
    }
}

/// Some seats of a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// For whom.
    pub kind: PoolKind,
    /// The code of the kecamatan, where it is for one; empty otherwise.
    pub place: String,
    /// How many seats it has.
    pub seats: i64,
    /// How many of them somebody has, or is offered.
    pub taken: i64,
}

/// What of a person the pools ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The code of their kecamatan.
    pub kecamatan: String,
    /// Whether she says that she is a woman; asked only where seats are kept for women.
    pub woman: bool,
    /// Whether they never attended a class here.
    pub first_time: bool,
}

impl Pool {
    /// Whether somebody may have a seat of it.
    pub fn is_for(&self, person: &Person) -> bool {
        match self.kind {
            PoolKind::Umum => true,
            PoolKind::Kecamatan => self.place == person.kecamatan,
            PoolKind::Perempuan => person.woman,
            PoolKind::PertamaKali => person.first_time,
        }
    }

    /// How many seats are left.
    pub const fn free(&self) -> i64 {
        self.seats - self.taken
    }
}

/// Whether no seat is left for anybody.
pub fn is_full(pools: &[Pool]) -> bool {
    pools.iter().all(|pool| pool.free() <= 0)
}

/// The pool from which somebody gets a seat now; `None` while no seat is free for them. Seats that are kept for few go
/// first, so that those for everybody last longest.
pub fn find_seat(pools: &[Pool], person: &Person) -> Option<usize> {
    let free = |(_, pool): &(usize, &Pool)| pool.free() > 0 && pool.is_for(person);
    pools.iter().enumerate().filter(free).min_by_key(|(_, pool)| pool.kind).map(|(index, _)| index)
}

/// Gives the seats that nobody took to everybody: what was kept is kept no longer.
pub fn release(pools: &mut [Pool]) {
    let mut freed = 0;
    for pool in pools.iter_mut().filter(|pool| pool.kind != PoolKind::Umum) {
        freed += pool.free();
        pool.seats = pool.taken;
    }
    if let Some(general) = pools.iter_mut().find(|pool| pool.kind == PoolKind::Umum) {
        general.seats += freed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pool(kind: PoolKind, place: &str, seats: i64, taken: i64) -> Pool {
        Pool { kind, place: place.to_owned(), seats, taken }
    }

    fn person(kecamatan: &str, woman: bool, first_time: bool) -> Person {
        Person { kecamatan: kecamatan.to_owned(), woman, first_time }
    }

    #[test]
    fn a_kept_seat_goes_before_one_for_everybody() {
        let mut pools = [
            pool(PoolKind::Umum, "", 2, 0),
            pool(PoolKind::Perempuan, "", 1, 0),
            pool(PoolKind::Kecamatan, "36.03.17", 1, 0),
        ];
        let siti = person("36.03.17", true, false);
        for expected in [Some(2), Some(1), Some(0), Some(0), None] {
            let found = find_seat(&pools, &siti);
            assert_eq!(found, expected);
            if let Some(index) = found {
                pools[index].taken += 1;
            }
        }
        assert_eq!(find_seat(&[pool(PoolKind::Perempuan, "", 5, 0)], &person("36.03.17", false, true)), None);
        assert_eq!(find_seat(&[pool(PoolKind::PertamaKali, "", 5, 4)], &person("", false, true)), Some(0));
    }

    proptest! {
        #[test]
        fn releasing_keeps_the_number_of_seats(seats in prop::collection::vec((0..9_i64, 0..9_i64), 2..5)) {
            let kinds = [PoolKind::Umum, PoolKind::Perempuan, PoolKind::PertamaKali, PoolKind::Kecamatan];
            let mut pools: Vec<Pool> =
                seats.iter().zip(kinds).map(|((seats, taken), kind)| pool(kind, "", *seats, *taken.min(seats))).collect();
            let (all, taken): (i64, i64) = pools.iter().fold((0, 0), |(a, t), p| (a + p.seats, t + p.taken));
            release(&mut pools);
            prop_assert_eq!(pools.iter().map(|pool| pool.seats).sum::<i64>(), all);
            prop_assert_eq!(pools.iter().map(|pool| pool.taken).sum::<i64>(), taken);
            prop_assert!(pools[1..].iter().all(|pool| pool.free() == 0));
        }
    }
}
