//! What the public catalogue of training says, on both databases.

#[path = "support/class.rs"]
mod support;

use domain::training::clash::Span;
use domain::training::class::Action;
use platform::on_both_databases;
use platform::training::*;
use support::*;

on_both_databases! {
    async fn the_catalogue_shows_what_is_public_and_not_over(app: TestApp) {
        let later = class(&app, "Batik cap", plan(&app, 13, 1)).await;
        let soon = class(&app, "Foto produk", plan(&app, 9, 3)).await;
        let cancelled = class(&app, "Ekspor", plan(&app, 15, 3)).await;
        step(&app, &cancelled, Action::Cancel).await.unwrap();
        let organiser = organiser(&app).await;
        let course = course(&app, &organiser, "Draf").await;
        let hidden = create_class(&app, &organiser, &draft(course, plan(&app, 17, 3))).await.unwrap();
        for nth in 0..3 {
            join(&app, &later, &somebody(nth)).await;
        }
        join(&app, &soon, &somebody(9)).await;

        let classes = list_classes(&app).await.unwrap();
        let slugs: Vec<&str> = classes.iter().map(|class| class.slug.as_str()).collect();
        assert_eq!(slugs, [soon.as_str(), later.as_str()]);
        let (foto, batik) = (&classes[0], &classes[1]);
        assert_eq!((foto.seats, foto.free, foto.waiting, foto.sessions), (3, 2, 0, 1));
        assert_eq!(foto.first_ends_at, foto.starts_at.plus_hours(3));
        assert!(foto.is_online() && foto.beginner);
        assert_eq!((batik.free, batik.waiting), (0, 2));
        assert_eq!((foto.standing(app.now()), batik.standing(app.now())), (Standing::Open, Standing::Full));
        assert_eq!(*remember_classes(&app).await.unwrap(), classes);

        let public = list_public_slugs(&app).await.unwrap();
        assert!(public.contains(&cancelled) && !public.contains(&hidden));
        assert_eq!(public.len(), 3);
        app.clock.advance(std::time::Duration::from_secs(11 * 24 * 3600));
        assert!(list_classes(&app).await.unwrap().is_empty());
    }

    async fn the_calendar_has_every_session_of_its_days(app: TestApp) {
        let mut two = plan(&app, 9, 3);
        let first = two.sessions[0];
        two.sessions.push(Span { from: first.from.plus_days(1), to: first.to.plus_days(1) });
        let slug = class(&app, "Anyaman", two).await;
        let gone = class(&app, "Ekspor", plan(&app, 13, 3)).await;
        step(&app, &gone, Action::Cancel).await.unwrap();
        let days = |from: i64, to: i64| {
            let start = first.from.day();
            (start.plus(from).start(), start.plus(to).start())
        };
        for (from, to, expected) in [(0, 2, 2), (1, 2, 1), (0, 1, 1), (2, 9, 0), (-5, 0, 0)] {
            let (from, to) = days(from, to);
            let found = list_sessions(&app, from, to).await.unwrap();
            assert_eq!(found.len(), expected, "{from:?} {to:?}");
            assert!(found.iter().all(|session| session.slug == slug));
        }
    }
}
