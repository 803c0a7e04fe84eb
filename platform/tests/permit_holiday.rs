//! The table of days off, on both databases.

use domain::account::{Actor, Role};
use domain::permit::calendar::{OffDay, OffKind};
use domain::time::Day;
use platform::permit::{
    HolidayError, add_holiday, calendar, change_holiday, import_holidays, list_holidays, remove_holiday,
};
use platform::testing::TestApp;
use platform::{on_both_databases, setup};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn off(name: &str) -> OffDay {
    OffDay { kind: OffKind::LiburNasional, name: name.to_owned() }
}

async fn with_days(app: &TestApp) -> Actor {
    setup::prepare(app, "36.03").await.unwrap();
    Actor::Account { id: app.new_id(), roles: vec![Role::Admin], duties: vec![] }
}

/// The name of a day off; `None` for a day on which the office works.
async fn named(app: &TestApp, admin: &Actor, of: &str) -> Option<String> {
    let days = list_holidays(app, admin).await.unwrap();
    days.into_iter().find(|(known, _)| *known == day(of)).map(|(_, off)| off.name)
}

on_both_databases! {
    async fn a_day_that_is_added_counts_at_once(app: TestApp) {
        let admin = with_days(&app).await;
        let wednesday = day("2026-12-09");
        assert_eq!(calendar(&app).await.unwrap().off(wednesday), None);
        add_holiday(&app, &admin, wednesday, &off("Pilkada")).await.unwrap();
        assert!(calendar(&app).await.unwrap().off(wednesday).is_some());
        // Sent twice it is one day; under another name it is told what it is.
        add_holiday(&app, &admin, wednesday, &off("Pilkada")).await.unwrap();
        let other = add_holiday(&app, &admin, wednesday, &off("Libur")).await;
        assert!(matches!(other, Err(HolidayError::Taken(name)) if name == "Pilkada"));
        remove_holiday(&app, &admin, wednesday).await.unwrap();
        remove_holiday(&app, &admin, wednesday).await.unwrap();
        assert_eq!(calendar(&app).await.unwrap().off(wednesday), None);
    }

    async fn a_day_is_moved_and_named_anew(app: TestApp) {
        let admin = with_days(&app).await;
        let count = list_holidays(&app, &admin).await.unwrap().len();
        let (christmas, later) = (day("2026-12-25"), day("2026-12-28"));
        change_holiday(&app, &admin, christmas, christmas, &off("Natal")).await.unwrap();
        assert_eq!(named(&app, &admin, "2026-12-25").await.as_deref(), Some("Natal"));
        for _ in 0..2 {
            change_holiday(&app, &admin, christmas, later, &off("Natal")).await.unwrap();
        }
        assert_eq!(named(&app, &admin, "2026-12-25").await, None);
        assert_eq!(named(&app, &admin, "2026-12-28").await.as_deref(), Some("Natal"));
        assert_eq!(list_holidays(&app, &admin).await.unwrap().len(), count);
        // It does not push another day out.
        let taken = change_holiday(&app, &admin, later, day("2027-01-01"), &off("Natal")).await;
        assert!(matches!(taken, Err(HolidayError::Taken(_))));
        assert_eq!(named(&app, &admin, "2026-12-28").await.as_deref(), Some("Natal"));
        let gone = change_holiday(&app, &admin, christmas, christmas, &off("Natal")).await;
        assert!(matches!(gone, Err(HolidayError::NotFound)));
        assert_eq!(named(&app, &admin, "2026-12-25").await, None);
    }

    async fn a_decree_fills_a_year_and_changes_what_it_names(app: TestApp) {
        let admin = with_days(&app).await;
        for (known, _) in list_holidays(&app, &admin).await.unwrap() {
            if known >= day("2027-01-02") {
                remove_holiday(&app, &admin, known).await.unwrap();
            }
        }
        remove_holiday(&app, &admin, day("2027-01-01")).await.unwrap();
        assert_eq!(calendar(&app).await.unwrap().missing_year(app.now().day()), Some(2027));
        let decree = [(day("2027-01-01"), off("Tahun Baru")), (day("2026-12-25"), off("Hari Natal"))];
        for _ in 0..2 {
            import_holidays(&app, &admin, &decree).await.unwrap();
        }
        assert_eq!(calendar(&app).await.unwrap().missing_year(app.now().day()), None);
        assert_eq!(named(&app, &admin, "2026-12-25").await.as_deref(), Some("Hari Natal"));
        assert!(named(&app, &admin, "2026-12-24").await.is_some());
    }
}
