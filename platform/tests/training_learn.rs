//! Materials, the quiz and what participants think, on both databases.

#[path = "support/class.rs"]
mod class;

use std::time::Duration;

use class::*;
use domain::account::Actor;
use domain::training::certificate::Lack;
use domain::training::class::Action;
use domain::training::feedback::Marks;
use domain::training::material::{Address, MOST};
use domain::training::quiz::{Choice, Question};
use domain::typed::{Line, Text};
use platform::deadlines::run_deadlines;
use platform::testing::TestApp;
use platform::training::*;
use platform::{args, on_both_databases};
use tokio::task::JoinSet;
use uuid::Uuid;

/// The smallest PDF that readers open.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF";
const MINUTE: u64 = 60;

/// A published class of a course with certificates, in ten days.
async fn setup(app: &TestApp) -> (Actor, Uuid, String) {
    let organiser = organiser(app).await;
    let course = course_with(app, &organiser, "Foto produk", Some(50)).await;
    let slug = create_class(app, &organiser, &draft(course, plan(app, 9, 40))).await.unwrap();
    step(app, &slug, Action::Publish).await.unwrap();
    (organiser, course, slug)
}

/// Moves the clock to a minute after the class began.
async fn begin(app: &TestApp, slug: &str) {
    let starts_at = find_class(app, slug).await.unwrap().unwrap().starts_at().unwrap();
    let seconds = (starts_at.micros() - app.now().micros()) / 1_000_000 + 60;
    app.clock.advance(Duration::from_secs(u64::try_from(seconds).unwrap()));
    while run_deadlines(app).await.unwrap() > 0 {}
}

fn question(nth: usize, several: bool) -> Question {
    let choice = |(place, text): (usize, &str)| Choice {
        text: format!("{text} {nth}"),
        right: place == 0 || (several && place == 1),
    };
    let choices = ["benar", "juga", "salah"].into_iter().enumerate().map(choice).collect();
    Question { text: format!("Soal {nth}?"), several, choices, why: format!("Sebab {nth}.") }
}

const RULES: QuizRules = QuizRules { open: true, pass: 66, attempts: 2, minutes: None, shuffled: true };

/// A quiz of three questions, of which the last asks for all that is right; two right answers pass.
async fn quiz(app: &TestApp, organiser: &Actor, course: Uuid, rules: QuizRules) {
    for nth in 0..3 {
        let change = QuizChange::Add(question(nth, nth == 2));
        change_quiz(app, organiser, course, nth as i64, change).await.unwrap();
    }
    change_quiz(app, organiser, course, 3, QuizChange::Rules(rules)).await.unwrap();
}

/// The answers of a sheet: right ones to so many questions in its order, wrong ones to the others.
fn answers(sheet: &QuizSheet, right: usize) -> Vec<Vec<usize>> {
    let taken = |text: &str, several: bool, right: bool| match text.split(' ').next() {
        Some("benar") => right,
        Some("juga") => right && several,
        _ => !right,
    };
    let answer = |(nth, asked): (usize, &Asked)| {
        let choices = asked.choices.iter().enumerate();
        choices.filter(|(_, (text, _))| taken(text, asked.several, nth < right)).map(|(place, _)| place).collect()
    };
    sheet.asked.iter().enumerate().map(answer).collect()
}

async fn learning(app: &TestApp, someone: &Someone) -> Learning {
    find_learning(app, &someone.participant).await.unwrap().unwrap()
}

async fn own(app: &TestApp, someone: &Someone) -> OwnQuiz {
    learning(app, someone).await.quiz.unwrap()
}

/// Begins an attempt and hands it in with so many right answers.
async fn attempt(app: &TestApp, someone: &Someone, right: usize) -> Result<HandedIn, QuizError> {
    start_quiz(app, &someone.participant).await?;
    let sheet = own(app, someone).await.sheet.unwrap();
    hand_in_quiz(app, &someone.participant, sheet.nth, &answers(&sheet, right), HandIn::Finish).await
}

fn reading(title: &str, public: bool) -> MaterialDraft {
    let content = MaterialContent::Reading(Text::parse("Satu.\n\nDua.").unwrap());
    MaterialDraft { title: Line::parse(title).unwrap(), public, content }
}

fn material(title: &str, content: MaterialContent) -> MaterialDraft {
    MaterialDraft { title: Line::parse(title).unwrap(), public: false, content }
}

fn titles(materials: &[Material]) -> Vec<&str> {
    materials.iter().map(|material| material.title.as_str()).collect()
}

on_both_databases! {
    async fn the_lightest_material_comes_first_and_strangers_see_what_is_public(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        let address = || Address::parse("https://video.contoh.id/a").unwrap();
        let add = async |draft| add_material(&app, &organiser, course, draft).await;
        add(material("Film", MaterialContent::Video(address(), Some(12), Some(60)))).await.unwrap();
        add(material("Situs", MaterialContent::Link(address()))).await.unwrap();
        add(material("Berkas", MaterialContent::File(PDF.to_vec()))).await.unwrap();
        add(reading("Bacaan", true)).await.unwrap();
        let siti = join(&app, &slug, &somebody(1)).await;
        let all = learning(&app, &siti).await.materials;
        assert_eq!(titles(&all), ["Bacaan", "Berkas", "Situs", "Film"]);
        assert_eq!((all[3].bytes, all[3].minutes), (Some(60 * 1_048_576), Some(12)));
        assert!(all[1].bytes.is_some_and(|bytes| bytes > 0));
        let class = find_class(&app, &slug).await.unwrap().unwrap();
        assert_eq!(titles(&list_public_materials(&app, class.id).await.unwrap()), ["Bacaan"]);
    }

    async fn a_file_opens_for_who_has_a_seat_and_the_office_and_nobody_else(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        add_material(&app, &organiser, course, material("Panduan", MaterialContent::File(PDF.to_vec()))).await.unwrap();
        let siti = join(&app, &slug, &somebody(1)).await;
        let file = learning(&app, &siti).await.materials[0].id;
        let open = async |actor: &Actor, keys: &[String]| open_material(&app, actor, keys, file).await.unwrap();
        let key = [siti.registered.secret.clone()];
        let opened = open(&Actor::Guest, &key).await.unwrap();
        assert_eq!((opened.name.as_str(), opened.bytes.starts_with(b"%PDF")), ("Panduan", true));
        assert!(open(&organiser, &[]).await.is_some());
        assert!(open(&Actor::Guest, &[]).await.is_none());
        assert!(open(&Actor::Guest, &["0".repeat(64)]).await.is_none());
        // A seat in a class of another course opens nothing, nor does one that was given back.
        let other = class(&app, "Kelas lain", plan(&app, 13, 5)).await;
        let budi = join(&app, &other, &somebody(2)).await;
        assert!(open(&Actor::Guest, std::slice::from_ref(&budi.registered.secret)).await.is_none());
        answer(&app, &siti.participant, domain::training::registration::Action::Cancel).await.unwrap();
        assert!(open(&Actor::Guest, &key).await.is_none());
        assert!(find_learning(&app, &siti.participant).await.unwrap().is_none());
    }

    async fn what_is_removed_is_gone_with_its_file(app: TestApp) {
        let (organiser, course, _) = setup(&app).await;
        add_material(&app, &organiser, course, material("Panduan", MaterialContent::File(PDF.to_vec()))).await.unwrap();
        let file = list_materials(&app, &organiser, course).await.unwrap()[0].id;
        remove_material(&app, &organiser, file).await.unwrap();
        assert!(list_materials(&app, &organiser, course).await.unwrap().is_empty());
        assert!(open_material(&app, &organiser, &[], file).await.unwrap().is_none());
        remove_material(&app, &organiser, file).await.unwrap();
    }

    async fn what_is_no_file_is_not_taken_and_a_course_has_only_so_many(app: TestApp) {
        let (organiser, course, _) = setup(&app).await;
        let add = async |draft| add_material(&app, &organiser, course, draft).await;
        let bad = add(material("Buruk", MaterialContent::File(b"MZ\x90 program".to_vec()))).await;
        assert!(matches!(bad, Err(MaterialError::Unfit(_))));
        for nth in 0..MOST {
            add(reading(&format!("Bacaan {nth}"), false)).await.unwrap();
        }
        assert!(matches!(add(reading("Lagi", false)).await, Err(MaterialError::TooMany)));
        let nowhere = add_material(&app, &organiser, app.new_id(), reading("Bacaan", false)).await;
        assert!(matches!(nowhere, Err(MaterialError::NotFound)));
        let stranger = add_material(&app, &Actor::Guest, course, reading("Bacaan", false)).await;
        assert!(matches!(stranger, Err(MaterialError::Forbidden(_))));
    }

    async fn the_sending_of_a_file_that_breaks_off_is_seen_by_organisers_only(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        app.blobs.set_full(true);
        let lost = add_material(&app, &organiser, course, material("Panduan", MaterialContent::File(PDF.to_vec()))).await;
        assert!(matches!(lost, Err(MaterialError::Store(_))));
        app.blobs.set_full(false);
        let seen = list_materials(&app, &organiser, course).await.unwrap();
        assert_eq!((seen.len(), seen[0].stored), (1, false));
        assert!(learning(&app, &siti).await.materials.is_empty());
        remove_material(&app, &organiser, seen[0].id).await.unwrap();
        assert!(list_materials(&app, &organiser, course).await.unwrap().is_empty());
    }

    async fn two_of_three_right_answers_pass_and_one_does_not(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, RULES).await;
        let (siti, budi) = (join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await);
        assert!(!own(&app, &siti).await.begun);
        assert!(matches!(start_quiz(&app, &siti.participant).await, Err(QuizError::NotNow)), "before it begins");
        begin(&app, &slug).await;
        assert_eq!(attempt(&app, &siti, 2).await.unwrap(), HandedIn::Marked);
        assert_eq!(attempt(&app, &budi, 1).await.unwrap(), HandedIn::Marked);
        let (good, bad) = (own(&app, &siti).await, own(&app, &budi).await);
        assert!(good.passed() && good.explains() && !good.may_start());
        assert_eq!((good.finished[0].right, good.finished[0].of), (2, 3));
        let rights = good.finished[0].explained.iter().map(|(_, right, _)| *right).collect::<Vec<_>>();
        assert_eq!(rights, [true, true, false]);
        // Who can try again does not read what would have been right.
        assert!(!bad.passed() && bad.may_start() && bad.finished[0].explained.is_empty());
        assert_eq!(bad.left(), 1);
    }

    async fn after_the_last_attempt_there_is_no_other_and_everything_is_explained(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, RULES).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        begin(&app, &slug).await;
        attempt(&app, &siti, 1).await.unwrap();
        attempt(&app, &siti, 0).await.unwrap();
        let own = own(&app, &siti).await;
        assert_eq!((own.left(), own.passed(), own.explains()), (0, false, true));
        assert_eq!(own.finished.iter().map(|attempt| attempt.explained.len()).collect::<Vec<_>>(), [3, 3]);
        assert!(matches!(attempt(&app, &siti, 3).await, Err(QuizError::NotNow)));
    }

    async fn answers_are_kept_until_they_are_handed_in_and_what_is_missing_is_said(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, RULES).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        begin(&app, &slug).await;
        start_quiz(&app, &siti.participant).await.unwrap();
        let sheet = own(&app, &siti).await.sheet.unwrap();
        let hand_in = async |given: &[Vec<usize>], how| hand_in_quiz(&app, &siti.participant, 1, given, how).await.unwrap();
        assert_eq!(hand_in(&[vec![0], vec![], vec![1]], HandIn::Save).await, HandedIn::Saved);
        let kept = own(&app, &siti).await.sheet.unwrap();
        assert!(kept.asked[0].choices[0].1 && kept.asked[2].choices[1].1);
        assert!(kept.asked[1].choices.iter().all(|(_, taken)| !taken));
        assert_eq!(texts(&kept), texts(&sheet), "the order stays");
        assert_eq!(hand_in(&[vec![0], vec![], vec![]], HandIn::Finish).await, HandedIn::Missing(vec![2, 3]));
        assert!(own(&app, &siti).await.sheet.is_some());
        assert_eq!(hand_in(&answers(&sheet, 2)[..2], HandIn::Anyway).await, HandedIn::Marked);
        assert!(own(&app, &siti).await.passed());
        let again = hand_in_quiz(&app, &siti.participant, 1, &answers(&sheet, 3), HandIn::Finish).await;
        assert!(matches!(again, Err(QuizError::NotNow)), "handed in is handed in");
    }

    async fn when_the_time_is_over_what_was_kept_is_marked(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, QuizRules { minutes: Some(10), ..RULES }).await;
        let (siti, budi) = (join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await);
        begin(&app, &slug).await;
        for someone in [&siti, &budi] {
            start_quiz(&app, &someone.participant).await.unwrap();
        }
        let sheet = own(&app, &siti).await.sheet.unwrap();
        assert_eq!(sheet.until, Some(app.now().plus_seconds(600)));
        hand_in_quiz(&app, &siti.participant, 1, &answers(&sheet, 2), HandIn::Save).await.unwrap();
        app.clock.advance(Duration::from_secs(10 * MINUTE + 30));
        let budis = own(&app, &budi).await.sheet.unwrap();
        let late = hand_in_quiz(&app, &budi.participant, 1, &answers(&budis, 3), HandIn::Finish).await;
        assert_eq!(late.unwrap(), HandedIn::Marked, "networks are slow");
        app.clock.advance(Duration::from_secs(MINUTE));
        let later = hand_in_quiz(&app, &siti.participant, 1, &answers(&sheet, 3), HandIn::Finish).await;
        assert!(matches!(later, Err(QuizError::TimeOver)));
        let own = own(&app, &siti).await;
        assert_eq!((own.finished[0].right, own.passed()), (2, true));
        // Nobody has to come back for it: the certificate knows.
        run_deadlines(&app).await.unwrap();
        let sql = "select count(*) from quiz_attempt where passed and ended_at is not null";
        assert_eq!(app.db.one::<(i64,)>(sql, args![]).await.unwrap(), Some((2,)));
    }

    async fn twenty_windows_begin_one_attempt(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, RULES).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        begin(&app, &slug).await;
        let mut windows = JoinSet::new();
        for _ in 0..20 {
            let (platform, participant) = (app.platform.clone(), siti.participant.clone());
            windows.spawn(async move { start_quiz(&platform, &participant).await });
        }
        for result in windows.join_all().await {
            result.unwrap();
        }
        let (count,): (i64,) = app.db.one("select count(*) from quiz_attempt", args![]).await.unwrap().unwrap();
        assert_eq!(count, 1);
    }

    async fn an_attempt_keeps_the_questions_that_it_began_with(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, RULES).await;
        let siti = join(&app, &slug, &somebody(1)).await;
        begin(&app, &slug).await;
        start_quiz(&app, &siti.participant).await.unwrap();
        let before = own(&app, &siti).await.sheet.unwrap();
        change_quiz(&app, &organiser, course, 4, QuizChange::Remove(0)).await.unwrap();
        assert_eq!(own(&app, &siti).await.sheet.unwrap(), before);
        hand_in_quiz(&app, &siti.participant, 1, &answers(&before, 3), HandIn::Finish).await.unwrap();
        assert_eq!(own(&app, &siti).await.finished[0].of, 3);
    }

    async fn of_two_organisers_one_changes_the_quiz_and_a_faulty_question_is_refused(app: TestApp) {
        let (organiser, course, _) = setup(&app).await;
        let mut hands = JoinSet::new();
        for nth in 0..2 {
            let (platform, organiser) = (app.platform.clone(), organiser.clone());
            let change = QuizChange::Add(question(nth, false));
            hands.spawn(async move { change_quiz(&platform, &organiser, course, 0, change).await });
        }
        let results = hands.join_all().await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
        assert!(results.iter().any(|result| matches!(result, Err(OrganiseError::Changed))));
        let mut faulty = question(9, false);
        faulty.choices[1].right = true;
        let refused = change_quiz(&app, &organiser, course, 1, QuizChange::Add(faulty)).await;
        assert!(matches!(refused, Err(OrganiseError::Changed)));
        let gone = change_quiz(&app, &organiser, course, 1, QuizChange::Remove(5)).await;
        assert!(matches!(gone, Err(OrganiseError::Changed)));
        assert_eq!(find_quiz(&app, &organiser, course).await.unwrap().quiz.questions.len(), 1);
        let (versions,): (i64,) = app.db.one("select count(*) from quiz", args![]).await.unwrap().unwrap();
        assert_eq!(versions, 1, "what nobody began with is not kept");
        let stranger = change_quiz(&app, &Actor::Guest, course, 1, QuizChange::Remove(0)).await;
        assert!(matches!(stranger, Err(OrganiseError::Forbidden(_))));
    }

    async fn a_certificate_asks_for_the_quiz_where_there_is_one(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        quiz(&app, &organiser, course, RULES).await;
        let (siti, budi) = (join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await);
        finish(&app, &slug).await;
        for someone in [&siti, &budi] {
            attend(&app, &organiser, &slug, someone, 1).await;
        }
        attempt(&app, &siti, 3).await.unwrap();
        attempt(&app, &budi, 0).await.unwrap();
        assert_eq!(siti.sees(&app).await.award, Some(OwnAward::Earned));
        assert_eq!(budi.sees(&app).await.award, Some(OwnAward::Lacks(Lack::Quiz)));
        assert_eq!(issue_certificates(&app, &organiser, &slug).await.unwrap(), 1);
        attempt(&app, &budi, 2).await.unwrap();
        assert_eq!(issue_certificates(&app, &organiser, &slug).await.unwrap(), 1, "as soon as it is passed");
    }

    async fn a_quiz_without_questions_or_closed_asks_for_nothing(app: TestApp) {
        let (organiser, course, slug) = setup(&app).await;
        change_quiz(&app, &organiser, course, 0, QuizChange::Rules(RULES)).await.unwrap();
        let siti = join(&app, &slug, &somebody(1)).await;
        assert!(learning(&app, &siti).await.quiz.is_none());
        change_quiz(&app, &organiser, course, 1, QuizChange::Add(question(1, false))).await.unwrap();
        assert!(learning(&app, &siti).await.quiz.is_some());
        change_quiz(&app, &organiser, course, 2, QuizChange::Rules(QuizRules { open: false, ..RULES })).await.unwrap();
        assert!(learning(&app, &siti).await.quiz.is_none());
        assert!(!find_class(&app, &slug).await.unwrap().unwrap().course.quiz);
    }

    async fn what_people_think_is_asked_once_and_told_only_of_five_or_more(app: TestApp) {
        let (organiser, _, slug) = setup(&app).await;
        let mut people = Vec::new();
        for nth in 0..6 {
            people.push(join(&app, &slug, &somebody(nth)).await);
        }
        let say = async |someone: &Someone, mark: u8, words: &str| {
            let draft = FeedbackDraft { marks: Marks::new(mark, 4, 3).unwrap(), words: Text::parse_optional(words).unwrap() };
            give_feedback(&app, &someone.participant, &draft).await
        };
        assert!(matches!(say(&people[0], 4, "").await, Err(FeedbackError::NotNow)), "before it is over");
        finish(&app, &slug).await;
        attend(&app, &organiser, &slug, &people[5], 0).await;
        assert_eq!(learning(&app, &people[0]).await.feedback, Some(false));
        for someone in &people[..4] {
            say(someone, 4, "Bagus.").await.unwrap();
        }
        say(&people[0], 1, "Dua kali.").await.unwrap();
        assert_eq!(learning(&app, &people[0]).await.feedback, Some(true));
        let few = find_results(&app, &organiser, &slug).await.unwrap();
        assert_eq!((few.answers, few.means, few.words.len()), (4, None, 0));
        say(&people[4], 2, "").await.unwrap();
        let told = find_results(&app, &organiser, &slug).await.unwrap();
        assert_eq!((told.answers, told.means.unwrap().content, told.words.len()), (5, 36, 4));
        assert!(told.words.iter().all(|words| words == "Bagus."));
        // Who never was there is not asked.
        assert!(matches!(say(&people[5], 1, "").await, Err(FeedbackError::NotNow)));
        assert!(learning(&app, &people[5]).await.feedback.is_none());
        assert!(matches!(find_results(&app, &Actor::Guest, &slug).await, Err(OrganiseError::Forbidden(_))));
    }

    async fn who_was_there_is_told_once_that_the_class_is_over(app: TestApp) {
        let (organiser, _, slug) = setup(&app).await;
        let (siti, budi) = (join(&app, &slug, &somebody(1)).await, join(&app, &slug, &somebody(2)).await);
        begin(&app, &slug).await;
        attend(&app, &organiser, &slug, &siti, 1).await;
        attend(&app, &organiser, &slug, &budi, 0).await;
        finish(&app, &slug).await;
        assert_eq!(told(&app, "class_finished").await, 1);
        while run_deadlines(&app).await.unwrap() > 0 {}
        assert_eq!(told(&app, "class_finished").await, 1);
    }
}

fn texts(sheet: &QuizSheet) -> Vec<&str> {
    sheet.asked.iter().map(|asked| asked.text.as_str()).collect()
}
