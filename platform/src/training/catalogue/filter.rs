//! Choosing from the classes, without the database: there are few enough of them.

use std::collections::BTreeMap;

use domain::search::normalise;
use domain::time::{Day, Timestamp};
use domain::training::choice::{Order, Place, SeatsLeft, When};

use super::{ClassCard, Standing};

/// What is looked for. Of several answers to one question any will do; every question must be answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words of the title, the summary or the venue, each from its beginning.
    pub words: String,
    /// The slug of a category.
    pub category: Option<String>,
    /// When it begins.
    pub when: Vec<When>,
    /// Whether there are seats.
    pub seats: Vec<SeatsLeft>,
    /// Where it is.
    pub place: Vec<Place>,
    /// Codes of kecamatan.
    pub kecamatan: Vec<String>,
    /// Only where nothing needs to be known before.
    pub beginner: bool,
    /// In which order; `None` for the next one first.
    pub order: Option<Order>,
}

/// How many classes each answer would find, with all the other questions as they are answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// By [`When::ALL`].
    pub when: Vec<usize>,
    /// By [`SeatsLeft::ALL`].
    pub seats: Vec<usize>,
    /// By [`Place::ALL`].
    pub place: Vec<usize>,
    /// By the code of the kecamatan: only those that have one.
    pub kecamatan: BTreeMap<String, usize>,
    /// Those for beginners.
    pub beginner: usize,
}

fn is_when(class: &ClassCard, when: When, today: Day) -> bool {
    let day = class.starts_at.day();
    match when {
        When::Week => day <= today.end_of_week(),
        When::NextMonth => day.first_of_month() == today.first_of_month().plus_months(1),
        When::Weekend => day.weekday() >= 5,
    }
}

fn has_seats(class: &ClassCard, seats: SeatsLeft, now: Timestamp) -> bool {
    let standing = match seats {
        SeatsLeft::Free => Standing::Open,
        SeatsLeft::Full => Standing::Full,
    };
    class.standing(now) == standing
}

fn is_at(class: &ClassCard, place: Place) -> bool {
    class.is_online() == (place == Place::Online)
}

fn has_words(class: &ClassCard, words: &str) -> bool {
    let text = normalise(&format!("{} {} {}", class.title, class.summary, class.venue.as_deref().unwrap_or_default()));
    normalise(words).split(' ').all(|typed| text.split(' ').any(|word| word.starts_with(typed)))
}

fn any<T: Copy>(chosen: &[T], fits: impl Fn(T) -> bool) -> bool {
    chosen.is_empty() || chosen.iter().any(|one| fits(*one))
}

impl Filter {
    /// Whether a class is what is looked for.
    pub fn finds(&self, class: &ClassCard, now: Timestamp) -> bool {
        self.category.as_ref().is_none_or(|category| *category == class.category)
            && (!self.beginner || class.beginner)
            && any(&self.when, |when| is_when(class, when, now.day()))
            && any(&self.seats, |seats| has_seats(class, seats, now))
            && any(&self.place, |place| is_at(class, place))
            && (self.kecamatan.is_empty() || class.kecamatan.as_ref().is_some_and(|code| self.kecamatan.contains(code)))
            && (self.words.is_empty() || has_words(class, &self.words))
    }

    /// The classes that are looked for, in their order.
    pub fn choose(&self, classes: &[ClassCard], now: Timestamp) -> Vec<ClassCard> {
        let mut found: Vec<ClassCard> = classes.iter().filter(|class| self.finds(class, now)).cloned().collect();
        if self.order == Some(Order::MostSeats) {
            let open = |class: &ClassCard| if class.standing(now) == Standing::Open { class.free } else { 0 };
            found.sort_by_key(|class| -open(class));
        }
        found
    }

    /// How many classes each answer would find.
    pub fn facets(&self, classes: &[ClassCard], now: Timestamp) -> Facets {
        let count = |filter: &Filter| classes.iter().filter(|class| filter.finds(class, now)).count();
        let mut kecamatan = BTreeMap::new();
        let anywhere = Filter { kecamatan: Vec::new(), ..self.clone() };
        for class in classes.iter().filter(|class| anywhere.finds(class, now)) {
            if let Some(code) = &class.kecamatan {
                *kecamatan.entry(code.clone()).or_insert(0) += 1;
            }
        }
        // What is chosen stays, to be taken back.
        for code in &self.kecamatan {
            kecamatan.entry(code.clone()).or_insert(0);
        }
        let when = |one: &When| count(&Filter { when: vec![*one], ..self.clone() });
        let seats = |one: &SeatsLeft| count(&Filter { seats: vec![*one], ..self.clone() });
        let place = |one: &Place| count(&Filter { place: vec![*one], ..self.clone() });
        Facets {
            when: When::ALL.iter().map(when).collect(),
            seats: SeatsLeft::ALL.iter().map(seats).collect(),
            place: Place::ALL.iter().map(place).collect(),
            kecamatan,
            beginner: count(&Filter { beginner: true, ..self.clone() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::training::class::State;

    use super::*;

    fn now() -> Timestamp {
        // A Wednesday.
        Day::new(2026, 11, 25).unwrap().start().plus_hours(10)
    }

    fn class(slug: &str, after: i64, free: i64, place: Option<(&str, &str)>) -> ClassCard {
        let starts_at = now().day().plus(after).start().plus_hours(9);
        ClassCard {
            slug: slug.to_owned(),
            state: State::Terbit,
            title: format!("Kelas {slug}"),
            summary: "Ringkas.".to_owned(),
            category: "pemasaran".to_owned(),
            picture: "kelas".to_owned(),
            beginner: after % 2 == 0,
            audience: "Semua".to_owned(),
            certificate: false,
            venue: place.map(|(venue, _)| venue.to_owned()),
            kecamatan: place.map(|(_, code)| code.to_owned()),
            seats: 20,
            free,
            waiting: 0,
            opens_at: now().plus_days(-9),
            closes_at: starts_at.plus_hours(-1),
            starts_at,
            first_ends_at: starts_at.plus_hours(3),
            sessions: 1,
        }
    }

    fn classes() -> Vec<ClassCard> {
        vec![
            class("foto", 1, 5, Some(("Aula Tigaraksa", "36.03.01"))),
            class("pangan", 3, 0, Some(("Balai Curug", "36.03.17"))),
            class("halal", 6, 50, None),
            class("batik", 10, 8, Some(("Sanggar", "36.03.17"))),
            class("ekspor", 45, 9, None),
        ]
    }

    #[test]
    fn each_question_is_answered() {
        let none = Filter::default;
        for (filter, expected) in [
            (none(), "foto pangan halal batik ekspor"),
            (Filter { words: "KELAS pan".to_owned(), ..none() }, "pangan"),
            (Filter { words: "sanggar".to_owned(), ..none() }, "batik"),
            (Filter { words: "anggar".to_owned(), ..none() }, ""),
            (Filter { category: Some("ekspor".to_owned()), ..none() }, ""),
            (Filter { when: vec![When::Week], ..none() }, "foto pangan"),
            (Filter { when: vec![When::NextMonth], ..none() }, "halal batik"),
            (Filter { when: vec![When::Weekend], ..none() }, "pangan batik ekspor"),
            (Filter { when: vec![When::Weekend, When::NextMonth], ..none() }, "pangan halal batik ekspor"),
            (Filter { seats: vec![SeatsLeft::Full], ..none() }, "pangan"),
            (Filter { seats: vec![SeatsLeft::Free, SeatsLeft::Full], ..none() }, "foto pangan halal batik ekspor"),
            (Filter { place: vec![Place::Online], ..none() }, "halal ekspor"),
            (Filter { kecamatan: vec!["36.03.17".to_owned()], ..none() }, "pangan batik"),
            (Filter { beginner: true, ..none() }, "halal batik"),
            (Filter { beginner: true, place: vec![Place::OnSite], ..none() }, "batik"),
            (Filter { order: Some(Order::MostSeats), ..none() }, "halal ekspor batik foto pangan"),
        ] {
            let found: Vec<String> = filter.choose(&classes(), now()).into_iter().map(|class| class.slug).collect();
            assert_eq!(found.join(" "), expected, "{filter:?}");
        }
    }

    #[test]
    fn an_answer_is_counted_as_if_it_were_the_only_one_to_its_question() {
        let filter = Filter { place: vec![Place::OnSite], kecamatan: vec!["36.03.01".to_owned()], ..Filter::default() };
        let facets = filter.facets(&classes(), now());
        assert_eq!(facets.place, [1, 0]);
        assert_eq!(facets.when, [1, 0, 0]);
        assert_eq!(facets.seats, [1, 0]);
        let kecamatan: Vec<(&str, usize)> = facets.kecamatan.iter().map(|(code, n)| (code.as_str(), *n)).collect();
        assert_eq!(kecamatan, [("36.03.01", 1), ("36.03.17", 2)]);
        assert_eq!(facets.beginner, 0);
    }

    #[test]
    fn what_somebody_can_do_follows_from_the_dates_and_the_seats() {
        let open = class("a", 5, 3, None);
        for (class, expected) in [
            (ClassCard { opens_at: now().plus_hours(1), ..open.clone() }, Standing::Soon),
            (open.clone(), Standing::Open),
            (ClassCard { free: 0, ..open.clone() }, Standing::Full),
            (ClassCard { closes_at: now(), ..open.clone() }, Standing::Closed),
            (ClassCard { state: State::PendaftaranTutup, ..open.clone() }, Standing::Closed),
            (ClassCard { state: State::Berjalan, starts_at: now().plus_hours(-1), ..open.clone() }, Standing::Running),
        ] {
            assert_eq!(class.standing(now()), expected);
        }
    }
}
