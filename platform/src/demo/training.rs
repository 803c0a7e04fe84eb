//! Courses, venues and classes around today, with people who registered: made by the use cases that people use, on a clock
//! that is set back.

mod courses;
mod learning;
mod today;

use std::sync::Arc;

use domain::account::{Actor, Role};
use domain::permit::calendar::{Calendar, Off};
use domain::phone::Phone;
use domain::time::{Day, Timestamp};
use domain::training::clash::Span;
use domain::training::class::Action as ClassAction;
use domain::training::plan::{Plan, Seats};
use domain::training::registration::Action;
use domain::training::seats::PoolKind;
use domain::typed::{Line, Text};
use uuid::Uuid;

use self::courses::{CLASSES, COURSES, Class, Course, VENUES};
use self::learning::WITH_QUIZ;
use super::SeedError;
use super::past::{PastClock, past};
use crate::deadlines::run_deadlines;
use crate::permit::calendar;
use crate::training::{
    ClassDeed, ClassDraft, CourseDraft, Entry, Registering, VenueDraft, answer, create_class, enter_attendance,
    find_class, find_participant, issue_certificates, move_class, register, save_course, save_venue,
};
use crate::{Platform, args, secret};

const FIRST: [&str; 16] = [
    "Siti",
    "Dewi",
    "Asep",
    "Nurhayati",
    "Rahmat",
    "Euis",
    "Yayah",
    "Ujang",
    "Fitri",
    "Mulyadi",
    "Rohimah",
    "Wawan",
    "Lina",
    "Suharti",
    "Dadan",
    "Ani",
];
const LAST: [&str; 11] = [
    "Aminah",
    "Hidayat",
    "Sari",
    "Kurniawan",
    "Lestari",
    "Supriadi",
    "Handayani",
    "Maulana",
    "Wulandari",
    "Rohman",
    "Puspita",
];

/// In so many days the class takes place whose registration opens now.
const OPEN_DAYS: i64 = 20;

/// The class whose certificates are issued, by its day counted from today; the organiser has not come to the later ones.
const CERTIFIED: i64 = -48;
/// The shopper and the owner with accounts, and the classes they were at, by their days.
const WITH_ACCOUNT: [(&str, &[i64]); 2] = [("0811-1000-0001", &[-48, -34, -9]), ("0811-1000-0002", &[-48, -34, -20])];

/// Where online classes meet.
const LINK: &str = "https://rapat.contoh.id/kelas-umkm";
/// Whom people ask.
const CONTACT: &str = "Loket pelatihan, (021) 555 0100, Senin sampai Jumat 08.00–15.30";

struct Stage<'s> {
    past: &'s Platform,
    clock: &'s PastClock,
    admin: &'s Actor,
    now: Timestamp,
    calendar: Arc<Calendar>,
}

/// The administrator, who makes it all.
async fn find_admin(platform: &Platform) -> Result<Option<Actor>, SeedError> {
    let id: Option<(Uuid,)> =
        platform.db.one("select account_id from account_grant where role = 'admin' limit 1", args![]).await?;
    Ok(id.map(|(id,)| Actor::Account { id, roles: vec![Role::Admin], duties: Vec::new() }))
}

/// One online class with so many seats, whose registration opens now: for measuring how many can come at once.
pub(super) async fn seed_open(platform: &Platform, seats: i64) -> Result<(), SeedError> {
    let (past, clock) = past(platform);
    let Some(admin) = find_admin(platform).await? else { return Ok(()) };
    let stage =
        Stage { past: &past, clock: &clock, admin: &admin, now: platform.now(), calendar: calendar(platform).await? };
    let course = stage.course(&COURSES[0]).await?;
    let soon = stage.now.day().plus(OPEN_DAYS).start();
    let plan = Plan {
        sessions: vec![Span { from: soon.plus_hours(9), to: soon.plus_hours(12) }],
        opens_at: stage.now,
        closes_at: soon,
        cancel_until: soon,
        release_at: None,
        offer_hours: 24,
        seats: vec![Seats { kind: PoolKind::Umum, place: String::new(), count: seats }],
    };
    clock.set(stage.now);
    stage
        .publish(ClassDraft {
            course,
            venue: None,
            link: Some(line(LINK)?),
            trainer: line("Bayu Prasetyo")?,
            contact: line(CONTACT)?,
            plan,
            topics: Vec::new(),
        })
        .await?;
    Ok(())
}

/// Makes everything.
pub(super) async fn seed(platform: &Platform) -> Result<(), SeedError> {
    let (past, clock) = past(platform);
    let Some(admin) = find_admin(platform).await? else { return Ok(()) };
    let stage =
        Stage { past: &past, clock: &clock, admin: &admin, now: platform.now(), calendar: calendar(platform).await? };
    let mut courses = Vec::new();
    for course in COURSES {
        courses.push(stage.course(course).await?);
    }
    stage.learning(&courses).await?;
    let mut venues = Vec::new();
    for (name, address, kecamatan, step_free, note) in VENUES {
        venues.push(stage.venue(name, address, kecamatan, *step_free, note).await?);
    }
    for (nth, class) in CLASSES.iter().enumerate() {
        stage.class(nth as u64, class, &courses, &venues).await?;
    }
    stage.class_of_today(courses[3], venues[0]).await?;
    // What was said has long been passed on.
    let sql = "update outbox set state = 'handed_off', sent_at = created_at where registration_id is not null";
    platform.db.run(sql, args![]).await?;
    Ok(())
}

fn line<const MOST: usize>(text: &str) -> Result<Line<MOST>, SeedError> {
    Line::parse(text).map_err(SeedError::case)
}

impl Stage<'_> {
    async fn course(&self, course: &Course) -> Result<Uuid, SeedError> {
        self.clock.set(self.now.plus_days(-120));
        let draft = CourseDraft {
            title: line(course.title)?,
            summary: line(course.summary)?,
            description: Text::parse(course.description).map_err(SeedError::case)?,
            category: course.category.to_owned(),
            audience: line(course.audience)?,
            beginner: course.beginner,
            bring: Line::parse_optional(course.bring).map_err(SeedError::case)?,
            picture: course.picture,
            certificate: course.minimum > 0,
            minimum: course.minimum,
        };
        save_course(self.past, self.admin, None, &draft).await.map_err(SeedError::case)
    }

    async fn venue(
        &self,
        name: &str,
        address: &str,
        kecamatan: &str,
        step_free: bool,
        note: &str,
    ) -> Result<Uuid, SeedError> {
        let reference = self.past.reference().await?;
        let region = reference.kecamatan.iter().find(|region| region.name == kecamatan);
        let draft = VenueDraft {
            name: line(name)?,
            address: line(address)?,
            kecamatan: region.map(|region| region.code.clone()).unwrap_or_default(),
            capacity: None,
            step_free,
            note: Line::parse_optional(note).map_err(SeedError::case)?,
        };
        save_venue(self.past, self.admin, None, &draft).await.map_err(SeedError::case)
    }

    /// A class, published when its registration opened, and those who registered since.
    async fn class(&self, nth: u64, class: &Class, courses: &[Uuid], venues: &[Uuid]) -> Result<(), SeedError> {
        let Class(course, venue, after, from, to, days, seats, women, registered, trainer) = class;
        let first = class_day(self.now.day().plus(*after), &self.calendar);
        let at = |day: Day, (hour, minute): (i64, i64)| day.start().plus_seconds(hour * 3600 + minute * 60);
        let sessions: Vec<Span> =
            (0..*days).map(|n| Span { from: at(first.plus(n), *from), to: at(first.plus(n), *to) }).collect();
        let starts_at = at(first, *from);
        let opens_at = at(first.plus(-32), (9, 0));
        let pools = [(PoolKind::Umum, seats - women), (PoolKind::Perempuan, *women)];
        let pools = pools.into_iter().filter(|(_, count)| *count > 0);
        let plan = Plan {
            sessions,
            opens_at,
            closes_at: starts_at.plus_hours(-20),
            cancel_until: starts_at.plus_hours(-20),
            release_at: (*women > 0).then(|| starts_at.plus_days(-3)),
            offer_hours: 24,
            seats: pools.map(|(kind, count)| Seats { kind, place: String::new(), count }).collect(),
        };
        let draft = ClassDraft {
            course: courses[*course],
            venue: venue.map(|index| venues[index]),
            link: if venue.is_none() { Some(line(LINK)?) } else { None },
            trainer: line(trainer)?,
            contact: line(CONTACT)?,
            plan,
            topics: Vec::new(),
        };
        self.clock.set(opens_at.plus_days(-2).min(self.now));
        let slug = self.publish(draft).await?;
        let mut numbers = Vec::new();
        for person in 0..*registered {
            let pause = starts_at.plus_hours(-21).min(self.now).micros() - opens_at.micros();
            let step = pause / (*registered as i64 + 2);
            self.clock.set(Timestamp::from_micros(opens_at.micros() + step * (person as i64 + 1)));
            numbers.push(self.registration(nth * 97 + person, &slug).await?);
        }
        // In the class that is full, somebody gives a seat back this morning: the next is offered it.
        if *registered > *seats as u64 {
            self.clock.set(self.now.plus_hours(-2));
            let (number, secret) = &numbers[3];
            let found = find_participant(self.past, &Actor::Guest, std::slice::from_ref(secret), number).await?;
            if let Some(participant) = found {
                answer(self.past, &participant, Action::Cancel).await.map_err(SeedError::case)?;
            }
        }
        if *after < 0 {
            self.clock.set(starts_at.plus_hours(-21));
            let mut there = Vec::new();
            for (phone, classes) in WITH_ACCOUNT {
                if classes.contains(after) {
                    there.extend(self.account_registration(phone, &slug).await?);
                }
            }
            // The organiser has not got through the list of the last one.
            let missing = if *after > -10 { 3 } else { 0 };
            there.extend(numbers.iter().skip(missing).map(|(number, _)| number.clone()));
            self.paper_list(&slug, &there).await?;
            if *after == CERTIFIED || *course == WITH_QUIZ {
                self.finish(&slug).await?;
            }
            if *after == CERTIFIED {
                issue_certificates(self.past, self.admin, &slug).await.map_err(SeedError::case)?;
            }
            if *course == WITH_QUIZ {
                self.learned(&numbers).await?;
            }
        }
        Ok(())
    }

    /// What the list on paper said the day after: nearly everybody was there.
    async fn paper_list(&self, slug: &str, people: &[String]) -> Result<(), SeedError> {
        let class = find_class(self.past, slug).await?;
        for session in class.into_iter().flat_map(|class| class.sessions) {
            self.clock.set(session.ends_at.plus_hours(20).min(self.now));
            let absent = |nth: usize| nth % 8 == 5;
            let entry = |(nth, number): (usize, &String)| {
                let note = if absent(nth) { Some(line("Tidak ada kabar.")?) } else { None };
                Ok(Entry { number: number.clone(), present: !absent(nth), note })
            };
            let entries = people.iter().enumerate().map(entry).collect::<Result<Vec<_>, SeedError>>()?;
            enter_attendance(self.past, self.admin, session.id, &entries).await.map_err(SeedError::case)?;
        }
        Ok(())
    }

    /// Two days after the last session, when it is known to be over.
    async fn finish(&self, slug: &str) -> Result<(), SeedError> {
        let class = find_class(self.past, slug).await?;
        let ends_at = class.and_then(|class| class.sessions.last().map(|session| session.ends_at));
        let Some(ends_at) = ends_at else { return Ok(()) };
        self.clock.set(ends_at.plus_days(2));
        while run_deadlines(self.past).await.map_err(SeedError::case)? > 0 {}
        Ok(())
    }

    /// Makes a class that people can register for; answers its address.
    async fn publish(&self, draft: ClassDraft) -> Result<String, SeedError> {
        let slug = create_class(self.past, self.admin, &draft).await.map_err(SeedError::case)?;
        let publish = ClassDeed { action: ClassAction::Publish, reason: None, closes_at: None };
        move_class(self.past, self.admin, &slug, &publish).await.map_err(SeedError::case)?;
        Ok(slug)
    }

    async fn registration(&self, nth: u64, slug: &str) -> Result<(String, String), SeedError> {
        let reference = self.past.reference().await?;
        let (first, last) = (FIRST[nth as usize % FIRST.len()], LAST[nth as usize % LAST.len()]);
        let registering = Registering {
            token: secret::new(self.past),
            name: line(&format!("{first} {last}"))?,
            phone: Phone::parse(&format!("0819{:08}", 20_000_000 + nth * 1_013)).map_err(SeedError::case)?,
            kecamatan: reference.kecamatan[nth as usize * 7 % reference.kecamatan.len()].code.clone(),
            woman: nth.is_multiple_of(3),
        };
        let registered = register(self.past, &Actor::Guest, slug, &registering).await.map_err(SeedError::case)?;
        Ok((registered.number, registered.secret))
    }
}

/// The day, or the next one that is neither a Sunday nor a decreed day off.
fn class_day(day: Day, calendar: &Calendar) -> Day {
    let free = |day: &Day| day.weekday() != 6 && !matches!(calendar.off(*day), Some(Off::Decreed(_)));
    (0..).map(|later| day.plus(later)).find(free).unwrap_or(day)
}
