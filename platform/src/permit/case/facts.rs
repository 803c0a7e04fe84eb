//! What is true of a case at the moment of a step.

use std::sync::Arc;

use domain::money::Rupiah;
use domain::permit::answers::{Typed, read};
use domain::permit::clock::{self, Entry};
use domain::permit::key::Key;
use domain::permit::reason::Reason;
use domain::permit::service::{Accompanied, Service, Visit, Way};
use domain::permit::state::{By, State};
use domain::permit::step::{AtStage, Facts, Onward, Tie};
use domain::permit::verdict::{Correction, Verdict, Verdicts};
use uuid::Uuid;

use super::{Case, course, entries, handed_in, open_answers, read_verdicts};
use crate::db::{DbError, Tx};
use crate::permit::calendar::calendar_within;
use crate::permit::mandate::is_partial;
use crate::permit::{accompany, objection};
use crate::{Platform, args};

/// What somebody brings to a step.
#[derive(Debug, Clone, Copy)]
pub(in crate::permit) struct With<'w> {
    /// In which part.
    pub by: By,
    /// With which account.
    pub actor: Option<Uuid>,
    /// Why.
    pub reason: Option<&'w Reason>,
    /// What is being paid.
    pub pays: Rupiah,
    /// The stage of an accompanied permit that is asked for.
    pub stage: Option<&'w Key>,
}

/// What the definition of a service demands of a step. An accompanied permit is not decided here: it demands nothing.
#[derive(Default)]
struct Demands {
    visit: bool,
    most_rounds: u8,
    fee: i64,
    stage: Option<AtStage>,
}

impl Demands {
    fn of(service: &Service, case: &Case, to: Option<&Key>) -> Result<Self, DbError> {
        Ok(match &service.way {
            Way::Own(own) => Self {
                visit: own.visit == Visit::Needed,
                most_rounds: own.most_rounds,
                fee: own.fee.amount(),
                stage: None,
            },
            Way::Accompanied(permit) => Self { stage: Some(at_stage(permit, case, to)?), ..Self::default() },
        })
    }
}

/// Where an accompanied permit is: before the hand-in at its first stage.
fn at_stage(permit: &Accompanied, case: &Case, to: Option<&Key>) -> Result<AtStage, DbError> {
    let here = match &case.stage {
        Some(stage) => permit.stage(stage),
        None => Some(accompany::begin(permit)?),
    };
    let here = here.ok_or_else(|| DbError::Unreadable(format!("the stage of {}", case.number)))?;
    let to = to.and_then(|to| permit.following(here).find(|stage| stage.key == *to));
    let onward = |end: bool| if end { Onward::End } else { Onward::Stage };
    Ok(AtStage { by: here.by, to: to.map(|stage| onward(stage.next.is_empty())) })
}

/// A case with everything that was worked out for its facts.
pub(in crate::permit) struct Known<'w> {
    /// The facts.
    pub facts: Facts<'w>,
    /// The version of the service with which it began.
    pub service: Arc<Service>,
    /// When it came into which state.
    pub entries: Vec<Entry>,
    /// What the applicant is working on.
    pub answers: Typed,
    /// What the office sees.
    pub handed_in: Typed,
    /// What was said about it.
    pub verdicts: Verdicts,
}

impl Known<'_> {
    /// What the applicant may change now, when the office asked for a correction.
    pub fn correction(&self) -> Correction {
        correction(&self.verdicts)
    }
}

/// What has to be replaced.
pub(in crate::permit) fn correction(verdicts: &Verdicts) -> Correction {
    let replaced = verdicts.0.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Replace { .. }));
    Correction::of(replaced.map(|(path, _)| path.clone()))
}

/// Works the facts of a locked case out.
pub(in crate::permit) async fn facts<'w>(
    platform: &Platform,
    tx: &mut Tx,
    case: &Case,
    with: With<'w>,
) -> Result<Known<'w>, DbError> {
    let service = case.service(platform, tx).await?;
    let demands = Demands::of(&service, case, with.stage)?;
    let (entries, now) = (entries(tx, case.id).await?, platform.now());
    let (answers, handed_in) = (open_answers(platform, case.id, &case.answers)?, handed_in(platform, case)?);
    let verdicts = read_verdicts(tx, case.id).await?;
    let late = match course(&service, entries.clone(), case.stage()) {
        Some(course) => clock::read(&course.entries, course.norm, &*calendar_within(platform, tx).await?, now)
            .is_some_and(|reading| reading.is_late_to_ask()),
        None => false,
    };
    let changed = correction(&verdicts).unchanged(&handed_in, &answers).is_empty();
    let facts = Facts {
        today: now.day(),
        last_day: case.last_day(),
        tie: tie(tx, case, with).await?,
        complete: changed && read(&service.form, &answers, now.day()).is_complete(),
        accepted: verdicts.is_accepted(&handed_in),
        visit_missing: demands.visit && case.visited_at.is_none(),
        rounds: case.rounds as u8,
        most_rounds: demands.most_rounds,
        late,
        head_consents: case.rounds > 0 && case.consented_round == case.rounds,
        owed: Rupiah::new(demands.fee - case.paid - with.pays.amount()),
        objection: objection::standing(tx, case).await?,
        involved: case.state == State::Ditolak && objection::was_involved(tx, case.id, with.actor).await?,
        stage: demands.stage,
        reason: with.reason,
    };
    Ok(Known { facts, service, entries, answers, handed_in, verdicts })
}

/// How the person who acts stands to a case: whose it is, and who worked on the other side of the desk.
async fn tie(tx: &mut Tx, case: &Case, with: With<'_>) -> Result<Tie, DbError> {
    let Some(actor) = with.actor else { return Ok(Tie::None) };
    if case.account_id == Some(actor) || (with.by.is_office() && is_partial(tx, case, actor).await?) {
        return Ok(Tie::Applicant);
    }
    let other = match with.by {
        By::Verifikator => By::Penyetuju,
        By::Penyetuju => By::Verifikator,
        _ => return Ok(Tie::None),
    };
    let sql = "select count(*) from case_event where case_id = $1 and actor = $2 and by_role = $3 \
         and action not in ('baca', 'ditolak_sistem')";
    let found: Option<(i64,)> = tx.one(sql, args![case.id, actor, other.as_str()]).await?;
    Ok(if found.is_some_and(|(count,)| count > 0) { Tie::OtherOffice } else { Tie::None })
}
