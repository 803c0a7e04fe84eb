//! Mentorings for tests: an owner, mentors, a coordinator, and a mentoring at each place of its cycle.
#![allow(dead_code)] // each file of tests uses some of it

use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::mentoring::{Action, AppointmentState, Area, Hours, Priority, Side, Slot, State, Way};
use domain::time::Day;
use domain::typed::{Line, Text, Whole};
use platform::mentoring::*;
use platform::testing::TestApp;
use platform::{args, setup};
use tokio::task::JoinSet;
use uuid::Uuid;

/// Siti's mentoring, and everybody around it.
pub struct Story {
    /// Where it is told.
    pub app: TestApp,
    /// Siti, whose business it is.
    pub owner: Actor,
    /// Bayu, who mentors her.
    pub mentor: Actor,
    /// Dewi, who mentors too.
    pub other: Actor,
    /// Euis, who gives mentorings to mentors.
    pub coordinator: Actor,
    /// Tono, who sells things and has nothing to do with it.
    pub stranger: Actor,
    /// The mentoring.
    pub number: String,
}

impl Story {
    /// Nobody has it yet.
    pub async fn asked(app: &TestApp) -> Self {
        setup::prepare(app, "36.03").await.unwrap();
        let owner = self::owner(app, "Siti").await;
        let mentor = self::mentor(app, "Bayu").await;
        let other = self::mentor(app, "Dewi").await;
        let coordinator = account(app, "Euis", Role::Petugas, &[Duty::Pelatihan]).await;
        let stranger = self::owner(app, "Tono").await;
        let number = ask(app, &owner, "Dapur Siti").await;
        Self { app: app.clone(), owner, mentor, other, coordinator, stranger, number }
    }

    /// Bayu has it, and can be met.
    pub async fn taken(app: &TestApp) -> Self {
        let story = Self::asked(app).await;
        story.step(&story.mentor, Action::Assign).await.unwrap();
        workdays(app, &story.mentor).await;
        story
    }

    /// The plan is complete and lies before Siti: one action for her in ten days, one for Bayu in five.
    pub async fn proposed(app: &TestApp) -> Self {
        let story = Self::taken(app).await;
        let (app, bayu, number) = (&story.app, &story.mentor, &story.number);
        add_finding(app, bayu, number, &finding("Tidak ada pembukuan.")).await.unwrap();
        add_goal(app, bayu, number, &goal("Omzet naik")).await.unwrap();
        add_action(app, bayu, number, &story.action("Mencatat penjualan", Side::Usaha, 10)).await.unwrap();
        add_action(app, bayu, number, &story.action("Mengirim contoh buku kas", Side::Pendamping, 5)).await.unwrap();
        story.step(bayu, Action::Propose).await.unwrap();
        story
    }

    /// Both agreed.
    pub async fn agreed(app: &TestApp) -> Self {
        let story = Self::proposed(app).await;
        story.step(&story.owner, Action::Agree).await.unwrap();
        story
    }

    /// The first visit is reported.
    pub async fn running(app: &TestApp) -> (Self, Uuid) {
        let story = Self::agreed(app).await;
        let visit = story.visit();
        report_visit(app, &story.mentor, &story.number, &visit).await.unwrap();
        (story, visit.id)
    }

    /// What somebody reads.
    pub async fn sees(&self, who: &Actor) -> MentoringFile {
        find_mentoring(&self.app, who, &self.number).await.unwrap()
    }

    /// Takes a step, with everything that may come with it, on the page as it is now.
    pub async fn step(&self, who: &Actor, action: Action) -> Result<State, MentoringError> {
        let seen = self.sees(who).await.moves;
        self.send(who, self.deed(action, seen)).await
    }

    /// Sends the form of a step.
    pub async fn send(&self, who: &Actor, deed: MentoringDeed) -> Result<State, MentoringError> {
        move_mentoring(&self.app, who, &self.number, &deed).await
    }

    /// The form of a step; a plan ends in two months.
    pub fn deed(&self, action: Action, seen: i64) -> MentoringDeed {
        let (words, ends_on) = (Some(text("Ada alasannya.")), Some(self.day(60)));
        MentoringDeed { action, seen, words, mentor: None, ends_on, after: Vec::new() }
    }

    /// Gives it to a mentor.
    pub async fn give_to(&self, mentor: &Actor) -> Result<State, MentoringError> {
        let seen = self.sees(&self.coordinator).await.moves;
        let deed = MentoringDeed { mentor: mentor.id(), ..self.deed(Action::Assign, seen) };
        self.send(&self.coordinator, deed).await
    }

    /// The day so many days from now.
    pub fn day(&self, ahead: i64) -> Day {
        self.app.now().day().plus(ahead)
    }

    /// What somebody shall do within so many days.
    pub fn action(&self, what: &str, side: Side, ahead: i64) -> ActionDraft {
        ActionDraft { what: line(what), side, due: self.day(ahead), service: None }
    }

    /// A report of a visit today, on which photographs may be taken.
    pub fn visit(&self) -> VisitDraft {
        VisitDraft {
            id: self.app.new_id(),
            appointment: None,
            on: self.day(0),
            minutes: Whole::new(90).unwrap(),
            way: Way::Tempat,
            place: line("Rumah Siti"),
            kecamatan: Some("36.03.01".to_owned()),
            findings: text("Buku kas sudah dipakai."),
            internal: None,
            actions: Vec::new(),
            next_on: None,
            photo_consent: true,
        }
    }

    /// The times that are free.
    pub async fn slots(&self) -> Vec<Slot> {
        list_slots(&self.app, &self.owner, &self.number).await.unwrap()
    }

    /// Books a time.
    pub async fn book(&self, who: &Actor, slot: Slot) -> Result<(), MentoringError> {
        book_appointment(&self.app, who, &self.number, &booking(slot)).await
    }

    /// Siti books the next free time; answers the appointment.
    pub async fn booked(&self) -> AppointmentShown {
        let slot = self.slots().await[0];
        self.book(&self.owner, slot).await.unwrap();
        let there = self.sees(&self.owner).await.appointments;
        let fixed = |one: &AppointmentShown| one.starts_at == slot.from && one.state == AppointmentState::Terjadwal;
        there.into_iter().find(fixed).unwrap()
    }

    /// Takes the messages about mentorings out of the outbox: there are these and no others, by name, with these words.
    pub async fn expect_told(&self, expected: &[(&str, &str)]) {
        let sql =
            "select recipient_name, body from outbox where mentoring_id is not null order by recipient_name, kind";
        let told: Vec<(String, String)> = self.app.db.all(sql, args![]).await.unwrap();
        assert_eq!(told.len(), expected.len(), "{told:#?}");
        for ((name, body), (to, words)) in told.iter().zip(expected) {
            assert!(name == to && body.contains(words), "{to}: {words} in {told:#?}");
            // Who has it no more gets no address: the page is closed to them.
            let leads_there = body.ends_with(&format!("/pendampingan/{}", self.number));
            assert_eq!(leads_there, !body.contains("dialihkan"), "{body}");
        }
        self.forget_told().await;
    }

    /// Takes the messages about mentorings out of the outbox.
    pub async fn forget_told(&self) {
        self.app.db.run("delete from outbox where mentoring_id is not null", args![]).await.unwrap();
    }
}

/// An account that can be reached in one way.
pub async fn account(app: &TestApp, name: &str, role: Role, duties: &[Duty]) -> Actor {
    let id = app.new_id();
    let sql = "insert into account (id, name, phone, password_hash, state, created_at) \
         values ($1, $2, $3, '', 'active', 0)";
    let phone = format!("+62812{:08}", id.as_u128() % 100_000_000);
    app.db.run(sql, args![id, name, phone]).await.unwrap();
    let duty = duties.first().map_or("", |duty| duty.as_str());
    let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, $2, $3, 0)";
    app.db.run(sql, args![id, role.as_str(), duty]).await.unwrap();
    Actor::Account { id, roles: vec![role], duties: duties.into() }
}

/// Somebody who has a business.
pub async fn owner(app: &TestApp, name: &str) -> Actor {
    account(app, name, Role::PelakuUsaha, &[]).await
}

/// Somebody who mentors.
pub async fn mentor(app: &TestApp, name: &str) -> Actor {
    account(app, name, Role::Pendamping, &[]).await
}

/// The form of somebody who asks.
pub fn request(app: &TestApp, business: &str) -> MentoringRequest {
    MentoringRequest {
        id: app.new_id(),
        business: line(business),
        kecamatan: "36.03.01".to_owned(),
        area: Area::Keuangan,
        need: text("Saya ingin tahu apakah usaha saya untung."),
    }
}

/// Asks for a mentoring.
pub async fn ask(app: &TestApp, owner: &Actor, business: &str) -> String {
    request_mentoring(app, owner, &request(app, business)).await.unwrap()
}

/// Something that was found out.
pub fn finding(words: &str) -> FindingDraft {
    FindingDraft { area: Area::Keuangan, finding: line(words), priority: Priority::Sedang, evidence: None }
}

/// Something that shall be reached.
pub fn goal(words: &str) -> GoalDraft {
    GoalDraft {
        goal: line(words),
        indicator: line("Omzet sebulan"),
        before: line("Rp2 juta"),
        target: line("Rp3 juta"),
    }
}

/// Bayu can be met from Monday to Friday from nine to twelve.
pub async fn workdays(app: &TestApp, mentor: &Actor) {
    let hours: Vec<Hours> = (0..5).map(|weekday| Hours::new(weekday, 9 * 60, 12 * 60).unwrap()).collect();
    set_hours(app, mentor, &hours).await.unwrap();
}

/// The form of somebody who books a time.
pub fn booking(slot: Slot) -> Booking {
    Booking { from: slot.from, way: Way::Tempat, place: line("Rumah Siti") }
}

/// Words on one line.
pub fn line<const MOST: usize>(words: &str) -> Line<MOST> {
    Line::parse(words).unwrap()
}

/// Words in paragraphs.
pub fn text<const MOST: usize>(words: &str) -> Text<MOST> {
    Text::parse(words).unwrap()
}

/// Why something was not done, as it is called in the code.
pub fn why<T>(result: Result<T, MentoringError>) -> String {
    match result {
        Ok(_) => "done".to_owned(),
        Err(error) => format!("{error:?}"),
    }
}

/// What people are told who do something at the same time, sorted.
pub async fn at_once<F>(hands: impl IntoIterator<Item = F>) -> Vec<String>
where
    F: Future<Output = String> + Send + 'static,
{
    let mut said = hands.into_iter().collect::<JoinSet<_>>().join_all().await;
    said.sort();
    said
}

/// Lets minutes pass.
pub fn minutes(app: &TestApp, minutes: u64) {
    app.clock.advance(Duration::from_secs(minutes * 60));
}

/// Lets days pass.
pub fn days(app: &TestApp, days: u64) {
    minutes(app, days * 24 * 60);
}

/// How many rows there are.
pub async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}
