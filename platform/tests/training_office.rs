//! What organisers do with a class and with those who registered, on both databases.

#[path = "support/class.rs"]
mod support;

use domain::account::Actor;
use domain::training::class::{Action as ClassAction, State as ClassState};
use domain::training::plan::{Fault, Plan};
use domain::training::registration::{Action, Refused, State};
use domain::training::seats::PoolKind;
use domain::typed::Line;
use platform::on_both_databases;
use platform::testing::TestApp;
use platform::training::*;
use support::*;

fn reason() -> Line<200> {
    Line::parse("Bukan sasaran kelas ini.").unwrap()
}

async fn change(app: &TestApp, slug: &str, edit: impl FnOnce(&mut ClassDraft)) -> Result<(), OrganiseError> {
    let organiser = organiser(app).await;
    let mut file = find_class_file(app, &organiser, slug).await.unwrap();
    edit(&mut file.draft);
    change_class(app, &organiser, slug, file.revision, &file.draft).await
}

on_both_databases! {
    async fn a_moved_session_keeps_its_id_and_everybody_is_told(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        join(&app, &slug, &somebody(1)).await;
        join(&app, &slug, &somebody(2)).await;
        let before = find_class(&app, &slug).await.unwrap().unwrap().sessions[0].clone();
        change(&app, &slug, |draft| draft.trainer = Line::parse("Wulan").unwrap()).await.unwrap();
        assert_eq!(told(&app, "class_changed").await, 0, "who teaches is nobody's calendar");
        change(&app, &slug, |draft| {
            let session = &mut draft.plan.sessions[0];
            (session.from, session.to) = (session.from.plus_hours(2), session.to.plus_hours(2));
        }).await.unwrap();
        let after = find_class(&app, &slug).await.unwrap().unwrap().sessions[0].clone();
        assert_eq!((after.id, after.sequence), (before.id, before.sequence + 1));
        assert_eq!(after.starts_at, before.starts_at.plus_hours(2));
        assert_eq!(told(&app, "class_changed").await, 2);
    }

    async fn more_seats_are_offered_at_once_and_fewer_than_taken_is_refused(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        join(&app, &slug, &somebody(1)).await;
        join(&app, &slug, &somebody(2)).await;
        let third = join(&app, &slug, &somebody(3)).await;
        let fewer = change(&app, &slug, |draft| draft.plan.seats = vec![pool(PoolKind::Umum, "", 1)]).await;
        assert!(matches!(fewer, Err(OrganiseError::Faults(faults)) if faults == [Fault::Seats]));
        change(&app, &slug, |draft| draft.plan.seats = vec![pool(PoolKind::Umum, "", 3)]).await.unwrap();
        assert_eq!(third.state(&app).await, State::Ditawari);
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!((class.seats(), class.free()), (3, 0));
    }

    async fn an_old_page_changes_nothing(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        let organiser = organiser(&app).await;
        let file = find_class_file(&app, &organiser, &slug).await.unwrap();
        change(&app, &slug, |draft| draft.trainer = Line::parse("Wulan").unwrap()).await.unwrap();
        let late = change_class(&app, &organiser, &slug, file.revision, &file.draft).await;
        assert!(matches!(late, Err(OrganiseError::Changed)));
        assert_eq!(find_class(&app, &slug).await.unwrap().unwrap().trainer, "Wulan");
    }

    async fn a_copy_is_a_draft_with_the_same_plan(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 2)).await;
        let organiser = organiser(&app).await;
        let file = find_class_file(&app, &organiser, &slug).await.unwrap();
        let copy = create_class(&app, &organiser, &file.draft).await.unwrap();
        assert_eq!(copy, format!("{slug}-2"));
        let copied = find_class_file(&app, &organiser, &copy).await.unwrap();
        assert_eq!((copied.class.state, &copied.draft.plan), (ClassState::Draf, &file.draft.plan));
        assert_eq!(list_office_classes(&app, &organiser, ClassDrawer::Drafts).await.unwrap().len(), 1);
        assert_eq!(list_office_classes(&app, &organiser, ClassDrawer::Running).await.unwrap()[0].seats, 2);
    }

    async fn who_is_refused_reads_why_and_the_seat_goes_on(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        let organiser = organiser(&app).await;
        let first = join(&app, &slug, &somebody(1)).await;
        let second = join(&app, &slug, &somebody(2)).await;
        let number = &first.registered.number;
        let state = decide_registration(&app, &organiser, number, Action::Reject, &reason()).await.unwrap();
        assert_eq!(state, State::Ditolak);
        assert_eq!(first.sees(&app).await.reason.as_deref(), Some("Bukan sasaran kelas ini."));
        assert_eq!(second.state(&app).await, State::Ditawari);
        let again = decide_registration(&app, &organiser, number, Action::Reject, &reason()).await;
        assert!(matches!(again, Err(OrganiseError::Registration(Refused::NotNow))));
        let people = list_participants(&app, &organiser, &slug).await.unwrap();
        assert_eq!(people.iter().map(|one| one.entry).collect::<Vec<_>>(), [1, 2]);
    }

    async fn nobody_jumps_the_queue_but_by_a_decision_with_a_reason_and_a_free_seat(app: TestApp) {
        let seats = vec![pool(PoolKind::Umum, "", 1), pool(PoolKind::Kecamatan, "36.03.17", 1)];
        let slug = class(&app, "Foto produk", Plan { seats, ..plan(&app, 9, 0) }).await;
        let organiser = organiser(&app).await;
        join(&app, &slug, &somebody(1)).await;
        let waits = join(&app, &slug, &somebody(2)).await;
        let none = decide_registration(&app, &organiser, &waits.registered.number, Action::Offer, &reason()).await;
        assert!(matches!(none, Err(OrganiseError::NoSeat)), "the free seat is kept for others");
        change(&app, &slug, |draft| {
            draft.plan.seats = vec![pool(PoolKind::Umum, "", 1), pool(PoolKind::Kecamatan, "36.03.01", 1)];
        }).await.unwrap();
        // It is for them now, and was offered at once.
        assert_eq!(waits.state(&app).await, State::Ditawari);
    }

    async fn only_organisers_see_who_registered(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 1)).await;
        assert!(matches!(list_participants(&app, &Actor::Guest, &slug).await, Err(OrganiseError::Forbidden(_))));
        assert!(matches!(step(&app, &slug, ClassAction::Publish).await, Err(OrganiseError::Refused(_))));
    }
}
