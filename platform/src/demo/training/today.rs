//! A class that is going on now.

use domain::account::Actor;
use domain::phone::Phone;
use domain::training::clash::Span;
use domain::training::plan::{Plan, Seats};
use domain::training::seats::PoolKind;
use uuid::Uuid;

use super::super::SeedError;
use super::{CONTACT, Stage, line};
use crate::training::{
    ClassDraft, Proof, Registering, attendance_code, check_in, find_class, find_participant, register,
};
use crate::{args, secret};

impl Stage<'_> {
    /// A class whose first session began a quarter of an hour ago; some have said that they are there. A shopper and an
    /// owner with accounts have seats in it.
    pub(super) async fn class_of_today(&self, course: Uuid, venue: Uuid) -> Result<(), SeedError> {
        let starts_at = self.now.plus_seconds(-15 * 60);
        let span = |day: i64| Span { from: starts_at.plus_days(day), to: starts_at.plus_days(day).plus_hours(3) };
        let draft = ClassDraft {
            course,
            venue: Some(venue),
            link: None,
            trainer: line("Rina Marlina")?,
            contact: line(CONTACT)?,
            plan: Plan {
                sessions: vec![span(0), span(1)],
                opens_at: starts_at.plus_days(-20),
                closes_at: starts_at.plus_hours(-20),
                cancel_until: starts_at.plus_hours(-20),
                release_at: None,
                offer_hours: 24,
                seats: vec![Seats { kind: PoolKind::Umum, place: String::new(), count: 24 }],
            },
            topics: vec![Some(line("Uang masuk dan uang keluar")?), Some(line("Untung, dan gaji sendiri")?)],
        };
        self.clock.set(starts_at.plus_days(-21));
        let slug = self.publish(draft).await?;
        let mut people = Vec::new();
        for nth in 0..14 {
            self.clock.set(starts_at.plus_days(-18).plus_hours(nth * 7));
            people.push(self.registration(5_000 + nth as u64, &slug).await?);
        }
        for phone in ["0811-1000-0001", "0811-1000-0002"] {
            self.account_registration(phone, &slug).await?;
        }
        let class = find_class(self.past, &slug).await?;
        let Some(session) = class.and_then(|class| class.sessions.first().map(|session| session.id)) else {
            return Ok(());
        };
        for (nth, (number, secret)) in people.iter().enumerate().take(9) {
            self.clock.set(starts_at.plus_seconds(-600 + nth as i64 * 97).min(self.now));
            let digits = attendance_code(self.past, session).digits;
            let found = find_participant(self.past, &Actor::Guest, std::slice::from_ref(secret), number).await?;
            if let Some(participant) = found {
                check_in(self.past, &participant, session, Proof::Digits(&digits)).await.map_err(SeedError::case)?;
            }
        }
        Ok(())
    }

    /// Somebody who registers with an account, where there is one; answers the number.
    pub(super) async fn account_registration(&self, phone: &str, slug: &str) -> Result<Option<String>, SeedError> {
        let phone = Phone::parse(phone).map_err(SeedError::case)?;
        let sql = "select id, name from account where phone = $1";
        let found: Option<(Uuid, String)> = self.past.db.one(sql, args![phone.as_str()]).await?;
        let Some((id, name)) = found else { return Ok(None) };
        let actor = Actor::Account { id, roles: Vec::new(), duties: Vec::new() };
        let registering = Registering {
            token: secret::new(self.past),
            name: line(&name)?,
            phone,
            kecamatan: self.past.reference().await?.kecamatan[0].code.clone(),
            woman: true,
        };
        let registered = register(self.past, &actor, slug, &registering).await.map_err(SeedError::case)?;
        Ok(Some(registered.number))
    }
}
