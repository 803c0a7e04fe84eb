//! What happens to a class by itself: registration ends, kept seats are kept no longer, offers end, it begins and is over,
//! and those who have a seat are reminded.

use domain::time::Timestamp;
use domain::training::class::{Action as ClassAction, By as ClassBy, Facts, State as ClassState, next};
use domain::training::registration::{Action, State};
use domain::training::seats::release;
use uuid::Uuid;

use super::line::move_up;
use super::notices;
use super::row::{Class, Registration};
use super::seats::{find_pools, write_seats};
use super::take::{Deed, StepError, take};
use crate::db::{DbError, Tx};
use crate::notice::{clear_timers, set_timer};
use crate::{Platform, args};

/// Registration ends.
const CLOSE: &str = "class_close";
/// Kept seats are for everybody from now on.
const RELEASE: &str = "class_release";
/// An offer ends.
const LAPSE: &str = "class_lapse";
/// The first session begins.
const BEGIN: &str = "class_begin";
/// The last session is over.
const FINISH: &str = "class_finish";
/// A session begins soon.
const REMIND: &str = "class_remind";
/// So long before a session people are reminded. Seconds.
const AHEAD: i64 = 24 * 3600;

/// Sets the timers of the state that a class is in; all others have no meaning any more. A reminder that is due stays,
/// whatever became due at the same time.
pub(super) async fn set_timers(platform: &Platform, tx: &mut Tx, class: &Class) -> Result<(), DbError> {
    if !class.state.takes_place() {
        return clear_timers(tx, class.id).await;
    }
    tx.run("delete from due_job where subject_id = $1 and kind <> $2", args![class.id, REMIND]).await?;
    match class.state {
        ClassState::Terbit => {
            set_timer(platform, tx, CLOSE, class.id, class.closes_at).await?;
            if let Some(release) = class.release_at {
                set_timer(platform, tx, RELEASE, class.id, release.into()).await?;
            }
            set_timer(platform, tx, BEGIN, class.id, class.starts_at).await?;
            watch_sessions(platform, tx, class.id).await?;
        }
        ClassState::PendaftaranTutup => set_timer(platform, tx, BEGIN, class.id, class.starts_at).await?,
        ClassState::Berjalan => set_timer(platform, tx, FINISH, class.id, class.ends_at).await?,
        ClassState::Draf | ClassState::Selesai | ClassState::Batal => {}
    }
    watch_offers(platform, tx, class.id).await
}

/// Sets the timer of the offer that ends first.
pub(super) async fn watch_offers(platform: &Platform, tx: &mut Tx, class: Uuid) -> Result<(), DbError> {
    let sql = "select min(offer_until) from registration where class_id = $1 and state = 'ditawari'";
    match tx.one::<(Option<i64>,)>(sql, args![class]).await?.and_then(|(until,)| until) {
        Some(until) => set_timer(platform, tx, LAPSE, class, until.into()).await,
        None => Ok(()),
    }
}

/// Sets the timer of the next session of which nobody was reminded.
async fn watch_sessions(platform: &Platform, tx: &mut Tx, class: Uuid) -> Result<(), DbError> {
    let sql = "select min(starts_at) from class_session where class_id = $1 and starts_at > $2";
    let after = platform.now().plus_seconds(AHEAD);
    match tx.one::<(Option<i64>,)>(sql, args![class, after]).await?.and_then(|(starts,)| starts) {
        Some(starts) => {
            set_timer(platform, tx, REMIND, class, Timestamp::from_micros(starts).plus_seconds(-AHEAD)).await
        }
        None => Ok(()),
    }
}

/// Carries out a timer of a class, within the lock of seats; answers whether the kind is known.
pub(crate) async fn carry_out(platform: &Platform, tx: &mut Tx, kind: &str, id: Uuid) -> Result<bool, DbError> {
    let Some(class) = Class::find(tx, id).await? else { return Ok(true) };
    match kind {
        CLOSE => move_class(platform, tx, class, ClassAction::Close).await?,
        BEGIN => move_class(platform, tx, class, ClassAction::Begin).await?,
        FINISH => move_class(platform, tx, class, ClassAction::Finish).await?,
        RELEASE => {
            let mut pools = find_pools(tx, id).await?;
            release(&mut pools);
            write_seats(tx, id, &pools).await?;
            move_up(platform, tx, id).await?;
        }
        LAPSE => {
            for mut offered in Registration::all_lapsed(tx, id, platform.now()).await? {
                step(platform, tx, &mut offered, Action::Lapse).await?;
            }
            watch_offers(platform, tx, id).await?;
        }
        REMIND => remind(platform, tx, &class).await?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// A step of a class that a date takes; one that is not possible any more has no meaning.
async fn move_class(platform: &Platform, tx: &mut Tx, mut class: Class, action: ClassAction) -> Result<(), DbError> {
    let facts = Facts { ready: true, window: false, reason: false };
    let Ok(to) = next(class.state, action, ClassBy::Sistem, facts) else { return Ok(()) };
    enter(platform, tx, &mut class, to).await
}

/// Writes the new state of a class, with what follows for those who wait and for its timers.
pub(super) async fn enter(platform: &Platform, tx: &mut Tx, class: &mut Class, to: ClassState) -> Result<(), DbError> {
    let sql = "update class set state = $2, updated_at = $3 where id = $1";
    tx.run_one(sql, args![class.id, to.as_str(), platform.now()]).await?;
    class.state = to;
    if matches!(to, ClassState::PendaftaranTutup | ClassState::Berjalan) {
        for mut waiting in Registration::all_in(tx, class.id, State::DaftarTunggu).await? {
            step(platform, tx, &mut waiting, Action::EndWaiting).await?;
        }
    }
    if to == ClassState::Selesai {
        tell_finished(platform, tx, class).await?;
    }
    set_timers(platform, tx, class).await
}

/// Tells those who have a seat what is left to do; nobody of whom it is known that they never were there.
async fn tell_finished(platform: &Platform, tx: &mut Tx, class: &Class) -> Result<(), DbError> {
    let sql = "select k.quiz from class c join course k on k.id = c.course_id where c.id = $1";
    let quiz = tx.one::<(bool,)>(sql, args![class.id]).await?.is_some_and(|(quiz,)| quiz);
    let sql = "select a.registration_id from attendance a join registration r on r.id = a.registration_id \
         where r.class_id = $1 group by a.registration_id \
         having max(case when a.present then 1 else 0 end) = 0 \
         and count(*) = (select count(*) from class_session s where s.class_id = $1)";
    let absent: Vec<(Uuid,)> = tx.all(sql, args![class.id]).await?;
    for registration in Registration::all_in(tx, class.id, State::Terdaftar).await? {
        if !absent.contains(&(registration.id,)) {
            notices::finished(platform, tx, class, &registration, quiz).await?;
        }
    }
    Ok(())
}

/// A step that happens by itself; one that is refused has no meaning any more.
async fn step(
    platform: &Platform,
    tx: &mut Tx,
    registration: &mut Registration,
    action: Action,
) -> Result<(), DbError> {
    match take(platform, tx, registration, Deed::of_itself(action)).await {
        Err(StepError::Db(error)) => Err(error),
        Ok(_) | Err(StepError::Refused(_)) => Ok(()),
    }
}

async fn remind(platform: &Platform, tx: &mut Tx, class: &Class) -> Result<(), DbError> {
    let now = platform.now();
    let sql = "select min(starts_at) from class_session where class_id = $1 and starts_at > $2 and starts_at <= $3";
    let next: Option<(Option<i64>,)> = tx.one(sql, args![class.id, now, now.plus_seconds(AHEAD)]).await?;
    if let Some(starts) = next.and_then(|(starts,)| starts).filter(|_| class.state.takes_place()) {
        for registration in Registration::all_in(tx, class.id, State::Terdaftar).await? {
            notices::remind(platform, tx, class, &registration, starts.into()).await?;
        }
    }
    watch_sessions(platform, tx, class.id).await
}
