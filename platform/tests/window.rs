//! Windows in which the same part of an application is open, on both databases.

#[path = "support/case.rs"]
#[allow(dead_code)] // other tests need more of it
mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use domain::permit::answers::Path;
use domain::permit::state::State;
use platform::permit::*;
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use support::*;

const SECTION: &str = "pemohon";

fn texts(answers: &[(&str, &str)]) -> BTreeMap<Path, String> {
    answers.iter().map(|(name, text)| (Path::from_name(name), (*text).to_owned())).collect()
}

async fn open(app: &TestApp, applicant: &Applicant) -> Window {
    open_window(app, applicant, SECTION).await.unwrap()
}

async fn save(app: &TestApp, applicant: &Applicant, name: &str, window: &Window) -> Result<(), SaveError> {
    save_section(app, applicant, SECTION, texts(&[("nama", name)]), window).await
}

/// What a window sends next.
fn next(window: &Window) -> Window {
    Window { nth: window.nth + 1, ..window.clone() }
}

async fn saved_name(app: &TestApp, applicant: &Applicant) -> String {
    let case = show_case(app, applicant).await.unwrap().unwrap();
    case.typed.texts.get(&Path::from_name("nama")).cloned().unwrap_or_default()
}

on_both_databases! {
    async fn an_older_window_overwrites_nothing_and_loses_nothing(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let (older, newer) = (open(&app, &applicant).await, open(&app, &applicant).await);
        assert_ne!(older.id, newer.id);
        save(&app, &applicant, "Siti", &newer).await.unwrap();
        let Err(SaveError::Changed { unsaved }) = save(&app, &applicant, "Sita", &older).await else { panic!("saved") };
        assert_eq!(saved_name(&app, &applicant).await, "Siti");
        // What was typed comes back, for this part of this case only, and nobody else can read it.
        assert!(!format!("{unsaved:?}").contains("Sita"));
        let unsaved = unsaved.into_text();
        assert_eq!(open_unsaved(&applicant, SECTION, &unsaved), Some(texts(&[("nama", "Sita")])));
        assert_eq!(open_unsaved(&applicant, "merek", &unsaved), None);
        let (_, other) = begin(&app, "u").await;
        assert_eq!(open_unsaved(&other, SECTION, &unsaved), None);
        assert_eq!(open_unsaved(&applicant, SECTION, "x"), None);
        // Who has seen what is saved may replace it.
        let seen = open(&app, &applicant).await;
        save(&app, &applicant, "Sita", &seen).await.unwrap();
        assert_eq!(saved_name(&app, &applicant).await, "Sita");
    }

    async fn a_window_goes_on_from_what_it_saved_itself(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let first = open(&app, &applicant).await;
        let (second, third) = (next(&first), next(&next(&first)));
        save(&app, &applicant, "S", &first).await.unwrap();
        save(&app, &applicant, "Siti R", &third).await.unwrap();
        // Sent before, it came later: what is newer stays.
        save(&app, &applicant, "Siti", &second).await.unwrap();
        assert_eq!(saved_name(&app, &applicant).await, "Siti R");
        // Once another window has saved, this one has not seen it.
        save(&app, &applicant, "Sita", &open(&app, &applicant).await).await.unwrap();
        assert!(matches!(save(&app, &applicant, "Siti", &next(&third)).await, Err(SaveError::Changed { .. })));
    }

    async fn the_same_again_is_no_change(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let (older, newer) = (open(&app, &applicant).await, open(&app, &applicant).await);
        save(&app, &applicant, "Siti", &newer).await.unwrap();
        save(&app, &applicant, "Siti", &older).await.unwrap();
        assert_eq!(open(&app, &applicant).await.revision, 1);
        // Forms and scripts end lines differently.
        save(&app, &applicant, "Siti\r\nRohimah", &next(&newer)).await.unwrap();
        assert_eq!(saved_name(&app, &applicant).await, "Siti\nRohimah");
        save(&app, &applicant, "Siti\nRohimah", &older).await.unwrap();
        assert_eq!(open(&app, &applicant).await.revision, 2);
    }

    async fn other_parts_and_windows_without_a_name_are_apart(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let nobody = Window::default();
        save(&app, &applicant, "Siti", &nobody).await.unwrap();
        assert!(matches!(save(&app, &applicant, "Sita", &nobody).await, Err(SaveError::Changed { .. })));
        let brand = texts(&[("nama_merek", "Bu Siti")]);
        save_section(&app, &applicant, "merek", brand, &nobody).await.unwrap();
        assert_eq!(open(&app, &applicant).await.revision, 1);
    }

    async fn windows_that_save_at_the_same_time_do_so_one_after_another(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        let (one, two) = (open(&app, &applicant).await, open(&app, &applicant).await);
        let (first, second) = tokio::join!(save(&app, &applicant, "Siti", &one), save(&app, &applicant, "Sita", &two));
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        assert_eq!(saved_name(&app, &applicant).await, if first.is_ok() { "Siti" } else { "Sita" });
    }

    async fn what_was_handed_in_is_not_saved_over(app: TestApp) {
        let (_, applicant) = complete(&app, "t").await;
        let window = open(&app, &applicant).await;
        assert_eq!(hand_in(&app, &applicant).await.unwrap(), State::Diajukan);
        assert!(matches!(save(&app, &applicant, "Sita", &window).await, Err(SaveError::NotNow)));
    }

    async fn windows_are_forgotten_with_their_draft(app: TestApp) {
        let (_, applicant) = begin(&app, "t").await;
        save(&app, &applicant, "Siti", &open(&app, &applicant).await).await.unwrap();
        app.clock.advance(Duration::from_secs(91 * 86_400));
        assert_eq!(forget_old_drafts(&app).await.unwrap(), 1);
        let left: Option<(i64,)> = app.db.one("select count(*) from case_section", args![]).await.unwrap();
        assert_eq!(left, Some((0,)));
    }
}
