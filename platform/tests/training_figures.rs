//! How many people training reached, on both databases.

#[path = "support/class.rs"]
mod class;

use class::*;
use domain::account::Actor;
use domain::lang::Lang;
use domain::training::class::Action;
use platform::on_both_databases;
use platform::permit::Period;
use platform::training::*;

const BALARAJA: &str = "36.03.02";

on_both_databases! {
    async fn those_who_were_there_are_counted_by_subject_and_place(app: TestApp) {
        let organiser = organiser(&app).await;
        let course = course_with(&app, &organiser, "Foto produk", Some(100)).await;
        let slug = create_class(&app, &organiser, &draft(course, plan(&app, 9, 40))).await.unwrap();
        step(&app, &slug, Action::Publish).await.unwrap();
        let mut people = Vec::new();
        for nth in 0..9 {
            let kecamatan = if nth < 6 { TIGARAKSA } else { BALARAJA }.to_owned();
            people.push(join(&app, &slug, &platform::training::Registering { kecamatan, ..somebody(nth) }).await);
        }
        assert_eq!(*training_figures(&app, &Period::LastYear).await.unwrap(), TrainingFigures::default());
        finish(&app, &slug).await;
        for (nth, someone) in people.iter().enumerate() {
            attend(&app, &organiser, &slug, someone, usize::from(nth != 0)).await;
        }
        issue_certificates(&app, &organiser, &slug).await.unwrap();
        let (year, _, _) = app.now().day().date();
        let figures = training_figures(&app, &Period::Year(year)).await.unwrap();
        assert_eq!((figures.classes, figures.present, figures.certificates), (1, 8, 8));
        assert_eq!(figures.categories.values().copied().collect::<Vec<_>>(), [(1, 8)]);
        let places: Vec<_> = figures.kecamatan.iter().map(|(code, count)| (code.as_str(), *count)).collect();
        assert_eq!(places, [(TIGARAKSA, 5), (BALARAJA, 3)]);
        assert_eq!(training_figures(&app, &Period::Year(year - 1)).await.unwrap().classes, 0);
    }

    async fn the_list_to_sign_is_for_organisers(app: TestApp) {
        let slug = class(&app, "Foto produk", plan(&app, 9, 40)).await;
        join(&app, &slug, &somebody(1)).await;
        let session = find_class(&app, &slug).await.unwrap().unwrap().sessions[0].id;
        let organiser = organiser(&app).await;
        let list = print_sheet(&app, &organiser, &slug, session, Lang::Id).await.unwrap().unwrap();
        assert!(list.starts_with(b"%PDF-"));
        assert!(print_sheet(&app, &Actor::Guest, &slug, session, Lang::Id).await.unwrap().is_none());
        assert!(print_sheet(&app, &organiser, &slug, app.new_id(), Lang::Id).await.unwrap().is_none());
    }
}
