//! Many permit cases, to measure with: copies of the demo cases, each with a number, a secret, a seal and a chain of its
//! own. Their documents are not copied.

use std::collections::HashSet;
use std::sync::Arc;

use domain::number::{Kind, PublicNumber};
use domain::permit::calendar::Calendar;
use domain::permit::chain::{BEGINNING, Event};
use domain::permit::clock::{self, Entry, Pace};
use domain::permit::outcome::{Ending, outcome};
use domain::permit::service::Way;
use domain::permit::state::State;
use domain::phone::Phone;
use domain::time::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use super::SeedError;
use crate::db::{DbError, Insert};
use crate::permit::{calendar, month, open_answers, seal_answers, version_of_case, words_of};
use crate::{Platform, args, secret};

/// One of so many copies is of a case that is still open: an office does not have a hundred thousand on its desk.
const ONE_OPEN_OF: usize = 50;
/// None of the first copies is: the desks of the demo are as its stories tell.
const CLOSED_FIRST: usize = 1_000;
/// So many copies are written at once.
const AT_ONCE: usize = 500;
/// How many days longer a copy takes.
const SLOWER: [i64; 7] = [0, 1, 0, 2, 1, 0, 4];
/// What applicants answer: mark of most elements, of the time, of complaints.
const MARKS: [[i64; 3]; 6] = [[4, 4, 4], [3, 3, 3], [4, 3, 4], [3, 2, 3], [4, 4, 3], [3, 4, 2]];
/// Closed copies lie up to so many weeks back, so that days of the week stay what they were.
const WEEKS: usize = 156;

/// Adds copies until there are so many cases.
pub(super) async fn seed(platform: &Platform, cases: usize) -> Result<(), SeedError> {
    let known: Option<(i64,)> = platform.db.one("select count(*) from permit_case", args![]).await?;
    let known = known.map_or(0, |(count,)| usize::try_from(count).unwrap_or_default());
    if cases <= known {
        return Ok(());
    }
    let taken: Vec<(String,)> = platform.db.all("select number from permit_case", args![]).await?;
    let numbers = taken.into_iter().map(|(number,)| number).collect();
    let mut copier = Copier { platform, calendar: calendar(platform).await?, now: platform.now(), numbers };
    let originals = copier.originals().await?;
    let (open, closed): (Vec<_>, Vec<_>) = originals.iter().partition(|original| original.row.state.is_open());
    let issued: Vec<_> = closed.iter().copied().filter(|original| original.row.state == State::Terbit).collect();
    let mut tables = Tables::new();
    for nth in known..cases {
        let (of, back) = if nth > CLOSED_FIRST && nth % ONE_OPEN_OF == 0 {
            (open[nth / ONE_OPEN_OF % open.len()], nth % 3)
        } else {
            // Most are issued, as in an office that explains beforehand what is needed.
            let of = if nth % 4 == 0 { &closed } else { &issued };
            (of[nth % of.len()], (1 + nth % WEEKS) * 7)
        };
        let other = closed[nth / closed.len() % closed.len()];
        copier.copy(&mut tables, nth, of, &other.row.subject, -(back as i64))?;
        if nth % AT_ONCE == 0 || nth + 1 == cases {
            let mut tx = platform.db.begin().await?;
            tables.case.write(&mut tx).await?;
            tables.event.write(&mut tx).await?;
            tables.word.write(&mut tx).await?;
            tables.outcome.write(&mut tx).await?;
            tables.answer.write(&mut tx).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

struct Tables {
    case: Insert,
    event: Insert,
    word: Insert,
    outcome: Insert,
    answer: Insert,
}

impl Tables {
    fn new() -> Self {
        let case = "insert into permit_case (id, number, token, service, version, state, name, phone, phone_last4, \
             subject, kecamatan, pin_hash, answers, handed_in, assignee, submitted_at, due_at, last_day, moves, rounds, \
             visit_on, visited_at, paid, decided_at, events, seal, surveyed, created_at, updated_at)";
        let event = "insert into case_event (case_id, seq, at, actor, by_role, action, from_state, to_state, \
             public_text, internal_note, reason_code, seal)";
        let word = "insert into case_word (case_id, word)";
        let outcome = "insert into case_outcome (case_id, service, month, ending, charged, on_time, pauses, \
             paused_days, reason_code)";
        let answer = "insert into survey_answer (id, service, month, u1, u2, u3, u4, u5, u6, u7, u8, u9)";
        Self {
            case: Insert::new(case),
            event: Insert::new(event),
            word: Insert::new(word),
            outcome: Insert::new(outcome),
            answer: Insert::new(answer),
        }
    }
}

/// A demo case.
struct Original {
    row: Row,
    answers: domain::permit::answers::Typed,
    events: Vec<EventRow>,
    /// The promised working days.
    norm: u16,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    service: String,
    version: i64,
    #[sqlx(try_from = "String")]
    state: State,
    name: String,
    subject: String,
    kecamatan: Option<String>,
    handed_in: Vec<u8>,
    assignee: Option<Uuid>,
    submitted_at: i64,
    last_day: Option<String>,
    moves: i64,
    rounds: i64,
    visit_on: Option<String>,
    visited_at: Option<i64>,
    paid: i64,
    decided_at: Option<i64>,
    created_at: i64,
    updated_at: i64,
}

#[derive(FromRow)]
struct EventRow {
    at: i64,
    actor: Option<Uuid>,
    by_role: String,
    action: String,
    from_state: Option<String>,
    to_state: String,
    public_text: Option<String>,
    internal_note: Option<String>,
    reason_code: Option<String>,
}

struct Copier<'p> {
    platform: &'p Platform,
    calendar: Arc<Calendar>,
    now: Timestamp,
    /// Among hundreds of thousands, the same random number may well come twice.
    numbers: HashSet<String>,
}

impl Copier<'_> {
    /// The demo cases of own services that were handed in.
    async fn originals(&self) -> Result<Vec<Original>, DbError> {
        let sql = "select id, service, version, state, name, subject, kecamatan, handed_in, assignee, submitted_at, \
             last_day, moves, rounds, visit_on, visited_at, paid, decided_at, created_at, updated_at from permit_case \
             where submitted_at is not null order by id";
        let mut originals = Vec::new();
        for row in self.platform.db.all::<Row>(sql, args![]).await? {
            let service = version_of_case(self.platform, &row.service, row.version).await?;
            let Way::Own(own) = &service.way else { continue };
            let sql = "select at, actor, by_role, action, from_state, to_state, public_text, internal_note, \
                 reason_code from case_event where case_id = $1 order by seq";
            let events = self.platform.db.all(sql, args![row.id]).await?;
            let answers = open_answers(self.platform, row.id, &row.handed_in)?;
            originals.push(Original { row, answers, events, norm: own.norm });
        }
        Ok(originals)
    }

    /// Adds the nth copy, about another business, so many days later.
    fn copy(
        &mut self,
        tables: &mut Tables,
        nth: usize,
        of: &Original,
        subject: &str,
        days: i64,
    ) -> Result<(), SeedError> {
        let (platform, row) = (self.platform, &of.row);
        let later = |at: i64| Timestamp::from_micros(at).plus_days(days).plus_seconds(nth as i64 % 600);
        // Some take a day or two longer than their original, where that is no day off.
        let slower = |at: i64, seq: i64| {
            let (at, slow) = (later(at), SLOWER[nth / 7 % SLOWER.len()]);
            let slowed = at.plus_days(slow);
            if seq > 2 && slowed < self.now && self.calendar.off(slowed.day()).is_none() { slowed } else { at }
        };
        let (id, code) = (platform.new_id(), secret::new(platform));
        let number = std::iter::repeat_with(|| PublicNumber::new(Kind::Permit, u64::from_le_bytes(platform.random())))
            .find(|number| self.numbers.insert(number.as_str().to_owned()))
            .ok_or(DbError::Lost { touched: 0 })?;
        let phone = Phone::parse(&format!("0858{:08}", nth % 100_000_000)).map_err(SeedError::case)?;
        let mut seal = BEGINNING;
        let mut entries = Vec::new();
        for (happened, seq) in of.events.iter().zip(1..) {
            let event = Event {
                case: id,
                seq,
                at: slower(happened.at, seq),
                actor: happened.actor,
                by: &happened.by_role,
                on_behalf_of: None,
                action: &happened.action,
                from: happened.from_state.as_deref(),
                to: &happened.to_state,
                public_text: happened.public_text.as_deref(),
                internal_note: happened.internal_note.as_deref(),
                reason_code: happened.reason_code.as_deref(),
            };
            if event.from != Some(event.to) {
                let state = State::try_from(happened.to_state.clone()).map_err(SeedError::case)?;
                entries.push(Entry { at: event.at, state });
            }
            seal = Sha256::digest(event.bytes(&seal)).into();
            tables.event.add(args![
                id,
                seq,
                event.at,
                event.actor,
                event.by,
                event.action,
                event.from,
                event.to,
                event.public_text,
                event.internal_note,
                event.reason_code,
                seal
            ]);
        }
        let answers = self.outcome(tables, nth, id, of, &entries);
        let running = row.state.pace() == Some(Pace::Running);
        let due = running.then(|| clock::read(&entries, of.norm, &self.calendar, self.now)).flatten();
        for word in words_of(number.as_str(), &row.name, subject) {
            tables.word.add(args![id, word]);
        }
        let sealed = seal_answers(platform, id, &of.answers);
        tables.case.add(args![
            id,
            number.as_str(),
            secret::derive(&code, "token"),
            &row.service,
            row.version,
            row.state.as_str(),
            &row.name,
            phone.as_str(),
            phone.last4(),
            subject,
            row.kecamatan.as_deref(),
            secret::pin_hash(id, &secret::pin_of(&code)),
            sealed.clone(),
            sealed,
            row.assignee,
            later(row.submitted_at),
            due.map(|reading| reading.due),
            row.last_day.as_deref(),
            row.moves,
            row.rounds,
            row.visit_on.as_deref(),
            row.visited_at.map(later),
            row.paid,
            row.decided_at.map(later),
            of.events.len() as i64,
            seal,
            answers,
            later(row.created_at),
            later(row.updated_at)
        ]);
        Ok(())
    }

    /// Adds the figures of a copy, and of some what was answered in the survey; answers whether it was.
    fn outcome(&self, tables: &mut Tables, nth: usize, id: Uuid, of: &Original, entries: &[Entry]) -> bool {
        let Some(outcome) = outcome(entries, of.norm, &self.calendar) else { return false };
        let (service, month) = (&of.row.service, month(&outcome));
        let refusal = of.events.iter().rev().find(|event| event.action == "tolak" && outcome.ending == Ending::Refused);
        let reason = refusal.and_then(|event| event.reason_code.as_deref());
        tables.outcome.add(args![
            id,
            service,
            month.as_str(),
            outcome.ending.as_str(),
            i64::from(outcome.charged),
            outcome.on_time,
            i64::from(outcome.pauses),
            i64::from(outcome.paused_days),
            reason
        ]);
        let answers = outcome.ending.is_decision() && nth % 5 < 3;
        if answers {
            let [usual, time, complaints] = MARKS[nth / 3 % MARKS.len()];
            let mut row = args![self.platform.new_id(), service, month];
            row.extend([usual, usual, time, 4, usual, usual, 4, 3, complaints].map(Into::into));
            tables.answer.add(row);
        }
        answers
    }
}
