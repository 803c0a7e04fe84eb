//! Classes for tests: an organiser, a course, and classes of it.
#![allow(dead_code)] // each file of tests uses some of it

use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::phone::Phone;
use domain::time::Timestamp;
use domain::training::Picture;
use domain::training::clash::Span;
use domain::training::class::Action;
use domain::training::plan::{Plan, Seats};
use domain::training::registration::State;
use domain::training::seats::PoolKind;
use domain::typed::{Line, Text};
use platform::deadlines::run_deadlines;
use platform::testing::TestApp;
use platform::training::*;
use platform::{args, setup};
use uuid::Uuid;

/// Where everybody lives who does not say otherwise.
pub const TIGARAKSA: &str = "36.03.01";

/// Somebody who organises training.
pub async fn organiser(app: &TestApp) -> Actor {
    setup::prepare(app, "36.03").await.unwrap();
    let id = app.new_id();
    let sql = "insert into account (id, name, email, password_hash, state, created_at) \
         values ($1, 'Panitia', $2, '', 'active', 0)";
    app.db.run(sql, args![id, format!("{}@contoh.id", id.simple())]).await.unwrap();
    Actor::Account { id, roles: vec![Role::Petugas], duties: vec![Duty::Pelatihan] }
}

/// A course without certificates.
pub async fn course(app: &TestApp, organiser: &Actor, title: &str) -> Uuid {
    course_with(app, organiser, title, None).await
}

/// A course, with certificates for who was at so many percent of the sessions.
pub async fn course_with(app: &TestApp, organiser: &Actor, title: &str, minimum: Option<u8>) -> Uuid {
    let draft = CourseDraft {
        title: Line::parse(title).unwrap(),
        summary: Line::parse("Ringkas.").unwrap(),
        description: Text::parse("Isi kelas.").unwrap(),
        category: "pemasaran".to_owned(),
        audience: Line::parse("Semua").unwrap(),
        beginner: true,
        bring: None,
        picture: Picture::Kelas,
        certificate: minimum.is_some(),
        minimum: minimum.unwrap_or_default(),
    };
    save_course(app, organiser, None, &draft).await.unwrap()
}

/// A plan with seats for everybody: it begins in ten days at this hour of the day, for three hours; registration is open
/// from now until eight days from now, and seats can be given back until nine.
pub fn plan(app: &TestApp, hour: i64, seats: i64) -> Plan {
    let now = app.now();
    let from = now.day().plus(10).start().plus_hours(hour);
    Plan {
        sessions: vec![Span { from, to: from.plus_hours(3) }],
        opens_at: now,
        closes_at: now.plus_days(8),
        cancel_until: now.plus_days(9),
        release_at: None,
        offer_hours: 24,
        seats: vec![pool(PoolKind::Umum, "", seats)],
    }
}

/// Seats for some.
pub fn pool(kind: PoolKind, place: &str, count: i64) -> Seats {
    Seats { kind, place: place.to_owned(), count }
}

/// A draft of an online class.
pub fn draft(course: Uuid, plan: Plan) -> ClassDraft {
    ClassDraft {
        course,
        venue: None,
        link: Some(Line::parse("https://rapat.contoh.id/rahasia").unwrap()),
        trainer: Line::parse("Bayu").unwrap(),
        contact: Line::parse("Loket").unwrap(),
        plan,
        topics: Vec::new(),
    }
}

/// A class of a course of its own, published.
pub async fn class(app: &TestApp, title: &str, plan: Plan) -> String {
    let organiser = organiser(app).await;
    let course = course(app, &organiser, title).await;
    let slug = create_class(app, &organiser, &draft(course, plan)).await.unwrap();
    step(app, &slug, Action::Publish).await.unwrap();
    slug
}

/// A step of an organiser, with a reason.
pub async fn step(app: &TestApp, slug: &str, action: Action) -> Result<domain::training::class::State, OrganiseError> {
    let reason = Line::parse("Pengajar berhalangan.").ok();
    move_class(app, &organiser(app).await, slug, &ClassDeed { action, reason, closes_at: None }).await
}

/// What somebody types, by a number of their own.
pub fn somebody(nth: u32) -> Registering {
    Registering {
        token: format!("token-{nth}"),
        name: Line::parse(&format!("Peserta {nth}")).unwrap(),
        phone: Phone::parse(&format!("0812{:08}", 30_000_000 + nth)).unwrap(),
        kecamatan: TIGARAKSA.to_owned(),
        woman: false,
    }
}

/// Somebody who registered, and how they act.
pub struct Someone {
    /// What they hold.
    pub registered: Registered,
    /// What they have shown.
    pub participant: Participant,
}

/// Registers somebody.
pub async fn join(app: &TestApp, slug: &str, registering: &Registering) -> Someone {
    let registered = register(app, &Actor::Guest, slug, registering).await.unwrap();
    let participant = participant(app, &registered).await;
    Someone { registered, participant }
}

/// Whoever holds the secret of a registration.
pub async fn participant(app: &TestApp, registered: &Registered) -> Participant {
    let keys = [registered.secret.clone()];
    find_participant(app, &Actor::Guest, &keys, &registered.number).await.unwrap().unwrap()
}

impl Someone {
    /// What they read.
    pub async fn sees(&self, app: &TestApp) -> RegistrationShown {
        show_registration(app, &self.participant).await.unwrap().unwrap()
    }

    /// Where they are.
    pub async fn state(&self, app: &TestApp) -> State {
        self.sees(app).await.state
    }
}

/// Moves the clock behind the last session.
pub async fn finish(app: &TestApp, slug: &str) {
    let class = find_class(app, slug).await.unwrap().unwrap();
    let ends_at = class.sessions.last().unwrap().ends_at;
    let seconds = (ends_at.micros() - app.now().micros()) / 1_000_000 + 1;
    app.clock.advance(Duration::from_secs(u64::try_from(seconds).unwrap()));
    // One timer sets the next.
    while run_deadlines(app).await.unwrap() > 0 {}
    assert_eq!(find_class(app, slug).await.unwrap().unwrap().state, domain::training::class::State::Selesai);
}

/// Says that somebody was at the first sessions, so many of them, and not at the others.
pub async fn attend(app: &TestApp, organiser: &Actor, slug: &str, someone: &Someone, sessions: usize) {
    let class = find_class(app, slug).await.unwrap().unwrap();
    for (nth, session) in class.sessions.iter().enumerate() {
        let entry = Entry { number: someone.registered.number.clone(), present: nth < sessions, note: None };
        enter_attendance(app, organiser, session.id, &[entry]).await.unwrap();
    }
}

/// How many messages of a kind there are.
pub async fn told(app: &TestApp, kind: &str) -> i64 {
    app.db.one::<(i64,)>("select count(*) from outbox where kind = $1", args![kind]).await.unwrap().unwrap().0
}

/// The moment so many hours from now.
pub fn hours(app: &TestApp, hours: i64) -> Timestamp {
    app.now().plus_hours(hours)
}
