//! Services of the office, on both databases.

use domain::account::{Actor, Duty, Role};
use domain::permit::check::Fault;
use domain::permit::service::{Service, Way};
use platform::permit::{
    PublishError, ServiceStateError, find_service, find_service_version, list_services, publish_service,
    set_service_open,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases, setup};

async fn with_services(app: &TestApp) -> Actor {
    setup::prepare(app, "36.03").await.unwrap();
    let id = app.new_id();
    let sql = "insert into account (id, name, email, password_hash, state, created_at) \
         values ($1, 'Bambang', 'bambang@contoh.id', '', 'active', 0)";
    app.db.run(sql, args![id]).await.unwrap();
    Actor::Account { id, roles: vec![Role::Admin], duties: vec![] }
}

async fn newest(app: &TestApp, slug: &str) -> Service {
    find_service(app, slug).await.unwrap().unwrap().service
}

/// The next version, with another norm.
fn next(service: &Service, norm: u16) -> Service {
    let mut next = Service { version: service.version + 1, ..service.clone() };
    let Way::Own(own) = &mut next.way else { panic!("not an own service") };
    own.norm = norm;
    next
}

fn slugs(services: &[Service]) -> Vec<String> {
    services.iter().map(Service::slug).collect()
}

on_both_databases! {
    async fn a_new_site_has_six_services_and_gets_them_once(app: TestApp) {
        with_services(&app).await;
        setup::prepare(&app, "36.03").await.unwrap();
        let services = list_services(&app).await.unwrap();
        assert_eq!(slugs(&services), ["nib", "binaan", "pirt", "halal", "rekomendasi-merek", "merek"]);
        assert_eq!(list_services(&app).await.unwrap().len(), 6);
        let found = find_service(&app, "rekomendasi-merek").await.unwrap().unwrap();
        assert_eq!((&found.service, found.published_at), (&services[4], app.now()));
        assert!(find_service(&app, "rekomendasi_merek").await.unwrap().is_none());
    }

    async fn a_site_from_before_gets_services_too(app: TestApp) {
        with_services(&app).await;
        for table in ["delete from service_version", "delete from service"] {
            app.db.run(table, args![]).await.unwrap();
        }
        setup::prepare(&app, "36.03").await.unwrap();
        assert_eq!(list_services(&app).await.unwrap().len(), 6);
    }

    async fn a_new_version_counts_and_the_old_one_stays_for_its_cases(app: TestApp) {
        let admin = with_services(&app).await;
        let first = newest(&app, "binaan").await;
        let second = next(&first, 7);
        app.clock.advance(std::time::Duration::from_secs(3_600));
        publish_service(&app, &admin, &second).await.unwrap();
        // Sent twice is one version.
        publish_service(&app, &admin, &second).await.unwrap();
        let found = find_service(&app, "binaan").await.unwrap().unwrap();
        assert_eq!((&found.service, found.published_at), (&second, app.now()));
        assert_eq!(list_services(&app).await.unwrap()[1], second);
        assert_eq!(find_service_version(&app, "binaan", 1).await.unwrap().as_deref(), Some(&first));
        assert_eq!(find_service_version(&app, "binaan", 3).await.unwrap(), None);
        let by = "select version from service_version where published_by = $1";
        assert_eq!(app.db.all::<(i64,)>(by, args![admin.id()]).await.unwrap(), [(2,)]);
    }

    async fn what_cannot_be_decided_is_not_published(app: TestApp) {
        let admin = with_services(&app).await;
        let first = newest(&app, "binaan").await;
        let wrong = publish_service(&app, &admin, &next(&first, 0)).await.unwrap_err();
        let PublishError::Wrong(problems) = wrong else { panic!("{wrong}") };
        assert_eq!((problems.len(), problems[0].place.as_str(), problems[0].fault), (1, "norm", Fault::TooSmall));
        assert_eq!(newest(&app, "binaan").await, first);
    }

    async fn who_publishes_on_an_old_page_is_told_so(app: TestApp) {
        let admin = with_services(&app).await;
        let first = newest(&app, "binaan").await;
        publish_service(&app, &admin, &next(&first, 7)).await.unwrap();
        let other = publish_service(&app, &admin, &next(&first, 9)).await;
        assert!(matches!(other, Err(PublishError::NotNext { newest: 2 })), "{other:?}");
        let skipped = Service { version: 4, ..first };
        assert!(matches!(publish_service(&app, &admin, &skipped).await, Err(PublishError::NotNext { newest: 2 })));
        assert_eq!(newest(&app, "binaan").await.version, 2);
    }

    async fn of_two_at_the_same_moment_one_publishes(app: TestApp) {
        let admin = with_services(&app).await;
        let first = newest(&app, "binaan").await;
        let (seven, nine) = (next(&first, 7), next(&first, 9));
        let (one, other) = tokio::join!(publish_service(&app, &admin, &seven), publish_service(&app, &admin, &nine));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        let winner = if one.is_ok() { seven } else { nine };
        assert_eq!(newest(&app, "binaan").await, winner);
    }

    async fn a_new_service_is_the_last_of_the_list(app: TestApp) {
        let admin = with_services(&app).await;
        let code = "izin_baru".to_owned().try_into().unwrap();
        let service = Service { code, ..newest(&app, "binaan").await };
        let later = Service { version: 2, ..service.clone() };
        assert!(matches!(publish_service(&app, &admin, &later).await, Err(PublishError::NotNext { newest: 0 })));
        assert_eq!(list_services(&app).await.unwrap().len(), 6);
        publish_service(&app, &admin, &service).await.unwrap();
        assert_eq!(slugs(&list_services(&app).await.unwrap())[6], "izin-baru");
    }

    async fn a_closed_service_is_hidden_until_it_opens_again(app: TestApp) {
        let admin = with_services(&app).await;
        set_service_open(&app, &admin, "halal", false).await.unwrap();
        assert!(find_service(&app, "halal").await.unwrap().is_none());
        assert!(!slugs(&list_services(&app).await.unwrap()).contains(&"halal".to_owned()));
        assert_eq!(list_services(&app).await.unwrap().len(), 5);
        // Its cases still find their version.
        assert!(find_service_version(&app, "halal", 1).await.unwrap().is_some());
        set_service_open(&app, &admin, "halal", true).await.unwrap();
        assert!(find_service(&app, "halal").await.unwrap().is_some());
        let unknown = set_service_open(&app, &admin, "tidak-ada", true).await;
        assert!(matches!(unknown, Err(ServiceStateError::NotFound)));
    }

    async fn only_who_keeps_the_services_publishes(app: TestApp) {
        with_services(&app).await;
        let first = newest(&app, "binaan").await;
        let officer = Actor::Account { id: app.new_id(), roles: vec![Role::Petugas], duties: Duty::ALL.to_vec() };
        for actor in [Actor::Guest, officer] {
            let refused = publish_service(&app, &actor, &next(&first, 7)).await;
            assert!(matches!(refused, Err(PublishError::Forbidden(_))));
        }
        assert_eq!(newest(&app, "binaan").await, first);
    }
}
