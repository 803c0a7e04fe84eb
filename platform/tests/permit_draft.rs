//! The next version of a service while two admins work on it, on both databases.

use domain::account::{Actor, Role};
use domain::permit::check::Fault;
use domain::permit::service::{Service, Way};
use platform::permit::{
    Draft, DraftError, begin_draft, change_draft, discard_draft, find_draft, find_service, find_service_file,
    find_service_version, import_draft, list_service_desk, publish_draft, publish_service, set_service_open,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases, setup};

/// A site with its services, and two admins.
async fn with_admins(app: &TestApp) -> (Actor, Actor) {
    setup::prepare(app, "36.03").await.unwrap();
    (admin(app, "Bambang").await, admin(app, "Sri").await)
}

async fn admin(app: &TestApp, name: &str) -> Actor {
    let id = app.new_id();
    let sql =
        "insert into account (id, name, email, password_hash, state, created_at) values ($1, $2, $3, '', 'active', 0)";
    app.db.run(sql, args![id, name, format!("{name}@contoh.id")]).await.unwrap();
    Actor::Account { id, roles: vec![Role::Admin], duties: vec![] }
}

async fn draft(app: &TestApp, admin: &Actor) -> Draft {
    find_draft(app, admin, "binaan").await.unwrap().unwrap()
}

/// The same with another norm.
fn with_norm(service: &Service, norm: u16) -> Service {
    let mut service = service.clone();
    let Way::Own(own) = &mut service.way else { panic!("not an own service") };
    own.norm = norm;
    service
}

/// A draft that takes so many days, and its revision.
async fn draft_with_norm(app: &TestApp, admin: &Actor, norm: u16) -> i64 {
    begin_draft(app, admin, "binaan").await.unwrap();
    let Draft { service, revision, .. } = draft(app, admin).await;
    change_draft(app, admin, "binaan", revision, &with_norm(&service, norm)).await.unwrap();
    revision + 1
}

async fn public(app: &TestApp) -> Service {
    find_service(app, "binaan").await.unwrap().unwrap().service
}

on_both_databases! {
    async fn a_draft_begins_as_a_copy_of_the_newest_version(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        assert_eq!(find_draft(&app, &bambang, "binaan").await.unwrap(), None);
        begin_draft(&app, &bambang, "binaan").await.unwrap();
        let first = draft(&app, &bambang).await;
        assert_eq!(first.service, Service { version: 2, ..public(&app).await });
        assert_eq!((first.revision, first.at, first.by.as_str()), (1, app.now(), "Bambang"));
        // Whoever begins later goes on with it.
        begin_draft(&app, &sri, "binaan").await.unwrap();
        assert_eq!(draft(&app, &sri).await, first);
        let unknown = begin_draft(&app, &bambang, "tidak-ada").await;
        assert!(matches!(unknown, Err(DraftError::NotFound)));
        // Nobody else sees anything of it.
        assert_eq!(public(&app).await.version, 1);
    }

    async fn who_saves_on_an_old_page_is_told_who_was_faster(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        begin_draft(&app, &bambang, "binaan").await.unwrap();
        let Draft { service, revision, .. } = draft(&app, &bambang).await;
        app.clock.advance(std::time::Duration::from_secs(60));
        change_draft(&app, &sri, "binaan", revision, &with_norm(&service, 7)).await.unwrap();
        let saved = app.now();
        app.clock.advance(std::time::Duration::from_secs(60));
        let late = change_draft(&app, &bambang, "binaan", revision, &with_norm(&service, 9)).await;
        let Err(DraftError::Saved { by, at }) = late else { panic!("{late:?}") };
        assert_eq!((by.as_str(), at), ("Sri", saved));
        assert_eq!(draft(&app, &bambang).await.service, with_norm(&service, 7));
        // Having seen it, it can be saved after all.
        change_draft(&app, &bambang, "binaan", revision + 1, &with_norm(&service, 9)).await.unwrap();
        assert_eq!(draft(&app, &sri).await.service, with_norm(&service, 9));
        // The same change sent twice is one change.
        change_draft(&app, &bambang, "binaan", revision + 1, &with_norm(&service, 9)).await.unwrap();
        assert_eq!(draft(&app, &sri).await.revision, revision + 2);
    }

    async fn of_two_who_save_at_the_same_moment_one_is_told(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        begin_draft(&app, &bambang, "binaan").await.unwrap();
        let Draft { service, revision, .. } = draft(&app, &bambang).await;
        let (seven, nine) = (with_norm(&service, 7), with_norm(&service, 9));
        let (one, other) = tokio::join!(
            change_draft(&app, &bambang, "binaan", revision, &seven),
            change_draft(&app, &sri, "binaan", revision, &nine)
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        assert_eq!(draft(&app, &sri).await.service, if one.is_ok() { seven } else { nine });
    }

    async fn a_draft_may_be_wrong_until_it_is_published(app: TestApp) {
        let (bambang, _) = with_admins(&app).await;
        let revision = draft_with_norm(&app, &bambang, 0).await;
        let wrong = publish_draft(&app, &bambang, "binaan", 2, revision).await;
        let Err(DraftError::Wrong(problems)) = wrong else { panic!("{wrong:?}") };
        assert_eq!((problems[0].place.as_str(), problems[0].fault), ("norm", Fault::TooSmall));
        assert_eq!(public(&app).await.version, 1);
        assert_eq!(draft(&app, &bambang).await.revision, revision);
    }

    async fn what_is_published_is_no_draft_any_more(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        let revision = draft_with_norm(&app, &sri, 7).await;
        let stale = publish_draft(&app, &bambang, "binaan", 2, revision - 1).await;
        assert!(matches!(stale, Err(DraftError::Saved { by, .. }) if by == "Sri"));
        publish_draft(&app, &bambang, "binaan", 2, revision).await.unwrap();
        let newest = public(&app).await;
        assert_eq!(newest.version, 2);
        let first = find_service_version(&app, "binaan", 1).await.unwrap().unwrap();
        assert_eq!(with_norm(&newest, 5).way, first.way);
        assert_eq!(find_draft(&app, &bambang, "binaan").await.unwrap(), None);
        let file = find_service_file(&app, &sri, "binaan").await.unwrap().unwrap();
        let versions: Vec<(u32, Option<&str>)> =
            file.versions.iter().map(|row| (row.version, row.by.as_deref())).collect();
        assert_eq!(versions, [(2, Some("Bambang")), (1, None)]);
        assert_eq!((file.newest, file.open, file.draft), (Some(newest), true, None));
        // Sent twice it is known, even when somebody has begun the one after.
        for _ in 0..2 {
            let again = publish_draft(&app, &bambang, "binaan", 2, revision).await;
            assert!(matches!(again, Err(DraftError::Published)), "{again:?}");
            begin_draft(&app, &sri, "binaan").await.unwrap();
        }
    }

    async fn of_two_who_publish_at_the_same_moment_one_does(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        let revision = draft_with_norm(&app, &sri, 7).await;
        let (one, other) = tokio::join!(
            publish_draft(&app, &bambang, "binaan", 2, revision),
            publish_draft(&app, &sri, "binaan", 2, revision)
        );
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let loser = one.and(other);
        assert!(matches!(loser, Err(DraftError::Published)), "{loser:?}");
        assert_eq!(public(&app).await.version, 2);
    }

    async fn a_draft_of_an_older_version_is_not_published_over_a_newer_one(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        let revision = draft_with_norm(&app, &bambang, 7).await;
        let other = Service { version: 2, ..with_norm(&public(&app).await, 9) };
        publish_service(&app, &sri, &other).await.unwrap();
        let refused = publish_draft(&app, &bambang, "binaan", 2, revision).await;
        assert!(matches!(refused, Err(DraftError::NotNext { newest: 2 })), "{refused:?}");
        assert_eq!(public(&app).await, other);
        // Saved anew it follows on the newer one.
        let known = draft(&app, &bambang).await.service;
        change_draft(&app, &bambang, "binaan", revision, &known).await.unwrap();
        publish_draft(&app, &bambang, "binaan", 3, revision + 1).await.unwrap();
        assert_eq!(public(&app).await.version, 3);
    }

    async fn a_draft_is_thrown_away_by_who_saw_it(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        let revision = draft_with_norm(&app, &sri, 7).await;
        let stale = discard_draft(&app, &bambang, "binaan", revision - 1).await;
        assert!(matches!(stale, Err(DraftError::Saved { .. })));
        discard_draft(&app, &bambang, "binaan", revision).await.unwrap();
        discard_draft(&app, &bambang, "binaan", revision).await.unwrap();
        assert_eq!(find_draft(&app, &bambang, "binaan").await.unwrap(), None);
        let gone = change_draft(&app, &bambang, "binaan", revision, &public(&app).await).await;
        assert!(matches!(gone, Err(DraftError::NotFound)));
    }

    async fn a_definition_of_another_office_becomes_a_new_service(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        let known = public(&app).await;
        let taken = import_draft(&app, &bambang, &known).await;
        assert!(matches!(taken, Err(DraftError::OtherService)));
        let theirs = Service { code: "izin_baru".to_owned().try_into().unwrap(), version: 7, ..known };
        import_draft(&app, &bambang, &theirs).await.unwrap();
        assert!(matches!(import_draft(&app, &sri, &theirs).await, Err(DraftError::OtherService)));
        let desk = list_service_desk(&app, &sri).await.unwrap();
        let last = desk.last().unwrap();
        assert_eq!((desk.len(), last.slug.as_str(), &last.newest, last.open), (7, "izin-baru", &None, false));
        // The draft of one service takes no definition of another.
        let mixed = change_draft(&app, &sri, "izin-baru", 1, &public(&app).await).await;
        assert!(matches!(mixed, Err(DraftError::OtherService)));
        publish_draft(&app, &sri, "izin-baru", 1, 1).await.unwrap();
        assert_eq!(find_service(&app, "izin-baru").await.unwrap().unwrap().service.version, 1);
    }

    async fn the_list_shows_closed_services_and_drafts(app: TestApp) {
        let (bambang, sri) = with_admins(&app).await;
        set_service_open(&app, &bambang, "halal", false).await.unwrap();
        begin_draft(&app, &sri, "binaan").await.unwrap();
        let desk = list_service_desk(&app, &bambang).await.unwrap();
        let shown: Vec<(&str, bool, bool)> =
            desk.iter().map(|row| (row.slug.as_str(), row.open, row.draft.is_some())).collect();
        assert_eq!(
            shown,
            [
                ("nib", true, false),
                ("binaan", true, true),
                ("pirt", true, false),
                ("halal", false, false),
                ("rekomendasi-merek", true, false),
                ("merek", true, false)
            ]
        );
        assert_eq!(desk[1].draft, Some(("Sri".to_owned(), app.now())));
        assert_eq!(desk[1].newest.as_ref().unwrap().version, 1);
        assert_eq!(find_service_file(&app, &bambang, "tidak-ada").await.unwrap(), None);
    }
}
