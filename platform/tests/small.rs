//! Flash and rate limits, on both databases.

use std::time::Duration;

use platform::flash::{self, Refused};
use platform::rate_limit::{Limit, take};
use platform::{args, on_both_databases};

on_both_databases! {
    async fn typed_values_come_back_for_half_an_hour(app: TestApp) {
        let refused = Refused {
            form: "checkout".into(),
            values: [("nama".to_owned(), "Siti \"N\"".to_owned())].into(),
            errors: vec![("hp".into(), "kurang 2 angka".into())],
        };
        let id = flash::keep(&app, &refused).await.unwrap();
        let (body,): (String,) = app.db.one("select body from flash", args![]).await.unwrap().unwrap();
        assert!(body.bytes().all(|byte| byte.is_ascii_hexdigit()), "sealed: {body}");
        assert_eq!(flash::recall(&app, id, "checkout").await.unwrap(), Some(refused));
        assert_eq!(flash::recall(&app, id, "other").await.unwrap(), None);
        app.clock.advance(Duration::from_secs(1801));
        assert_eq!(flash::recall(&app, id, "checkout").await.unwrap(), None);
        assert_eq!(flash::forget_old(&app).await.unwrap(), 1);
    }

    async fn too_many_tries_have_to_wait(app: TestApp) {
        let limit = Limit { tries: 3, seconds: 60 };
        for _ in 0..3 {
            assert_eq!(take(&app, "a", limit).await.unwrap(), None);
        }
        app.clock.advance(Duration::from_secs(20));
        assert_eq!(take(&app, "a", limit).await.unwrap(), Some(41));
        assert_eq!(take(&app, "b", limit).await.unwrap(), None);
        app.clock.advance(Duration::from_secs(41));
        assert_eq!(take(&app, "a", limit).await.unwrap(), None);
    }
}
