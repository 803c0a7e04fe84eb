//! Files of complaints, how long complaints are kept, whose they are, and who may not handle one about a shop; on both
//! databases.

#[path = "support/order.rs"]
#[allow(dead_code)] // other tests need more of it
mod orders;
#[path = "support/case.rs"]
#[allow(dead_code)] // other tests need more of it
mod support;

use std::sync::Arc;
use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::complaint::{Action, MOST_FILES, Privacy, Refused, State, Story};
use domain::permit::form::FileKind;
use domain::phone::Phone;
use domain::shop::order::{Delivery, Payment};
use domain::shop::usaha::Decision;
use domain::typed::{Line, Text};
use platform::attachment::UnfitFile;
use platform::complaint::*;
use platform::deadlines::run_deadlines;
use platform::ports::{ScanError, Scanner};
use platform::shop::usaha::{Decide, decide_shop};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, setup};
use support::*;
use uuid::Uuid;

const STORY: &str = "Petugas loket menyuruh saya kembali tiga kali tanpa alasan kelinci.";
/// One empty page.
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
    2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF";
/// What a telephone writes beside the pixels.
const PLACE: &[u8] = b"6.2615 S 106.4783 E Mursalim";

struct TestScanner;

#[async_trait::async_trait]
impl Scanner for TestScanner {
    async fn scan(&self, _: &[u8]) -> Result<(), ScanError> {
        Err(ScanError::Infected)
    }
}

/// A photograph with a segment that says where it was taken.
fn with_place() -> Vec<u8> {
    let image = image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([9, (x % 256) as u8, (y % 256) as u8]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let bytes = bytes.into_inner();
    let length = (PLACE.len() as u16 + 2).to_be_bytes();
    [&bytes[..2], &[0xff, 0xfe], &length, PLACE, &bytes[2..]].concat()
}

fn holds(heap: &[u8], words: &[u8]) -> bool {
    heap.windows(words.len()).any(|window| window == words)
}

async fn file_as(app: &TestApp, who: &Actor, token: &str, about: About, privacy: Privacy) -> Filed {
    setup::prepare(app, "36.03").await.unwrap();
    let contact = Some((Line::parse("Mursalim Pelapor").unwrap(), Phone::parse("0812 9988 7766").unwrap()));
    let filing = Filing { token: token.to_owned(), about, story: Story::parse(STORY).unwrap(), privacy, contact };
    file_complaint(app, who, &filing).await.unwrap()
}

async fn filed(app: &TestApp, token: &str, privacy: Privacy) -> (Filed, Complainant) {
    let filed = file_as(app, &Actor::Guest, token, About::Other, privacy).await;
    let keys = [filed.secret.clone()];
    let me = find_complainant(app, &Actor::Guest, &keys, &filed.number).await.unwrap().unwrap();
    (filed, me)
}

async fn add(app: &TestApp, token: &str, name: &str, bytes: &[u8]) -> Result<(), AttachError> {
    add_complaint_file(app, token, name, bytes.to_vec()).await
}

async fn act(app: &TestApp, who: &Actor, number: &str, deed: ComplaintDeed) -> Result<State, ComplaintError> {
    let sql = "select moves from complaint where number = $1";
    let seen = app.db.one::<(i64,)>(sql, args![number]).await.unwrap().unwrap().0;
    decide_complaint(app, who, number, &ComplaintDeed { seen, ..deed }).await
}

async fn forward(app: &TestApp, who: &Actor, number: &str, to: &Actor) -> Result<State, ComplaintError> {
    act(app, who, number, ComplaintDeed { handler: to.id(), ..ComplaintDeed::of(Action::Forward, 0) }).await
}

async fn answer(app: &TestApp, who: &Actor, number: &str) {
    let text = Text::parse("Kami minta maaf, loket sudah kami tegur.").ok();
    act(app, who, number, ComplaintDeed { text, ..ComplaintDeed::of(Action::Answer, 0) }).await.unwrap();
}

async fn office(app: &TestApp) -> (Actor, Actor) {
    (officer(app, "Wiwin", &[Duty::Loket]).await, officer(app, "Yudi", &[Duty::Lapangan]).await)
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}

/// The parts of a link: until when, and its mark.
fn parts(file: &AttachedFile) -> (i64, String) {
    let (_, query) = file.link.split_once("?sampai=").unwrap();
    let (until, mark) = query.split_once("&tanda=").unwrap();
    (until.parse().unwrap(), mark.to_owned())
}

async fn opens(app: &TestApp, who: &Actor, keys: &[String], file: &AttachedFile) -> bool {
    let (until, mark) = parts(file);
    open_complaint_file(app, who, keys, file.id, until, &mark).await.unwrap().is_some()
}

fn refused(result: Result<State, ComplaintError>) -> Refused {
    match result {
        Err(ComplaintError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

on_both_databases! {
    async fn files_wait_for_their_form_and_come_with_it(app: TestApp) {
        add(&app, "t", "C:\\foto\\loket kucing.jpg", &with_place()).await.unwrap();
        add(&app, "t", "surat.pdf", PDF).await.unwrap();
        add(&app, "t", "surat lagi.pdf", PDF).await.unwrap();
        let waiting = list_waiting_files(&app, "t").await.unwrap();
        let names: Vec<_> = waiting.iter().map(|file| (file.name.as_str(), file.kind)).collect();
        assert_eq!(names, [("loket kucing.jpg", FileKind::Foto), ("surat.pdf", FileKind::Pdf)]);
        assert!(list_waiting_files(&app, "other").await.unwrap().is_empty());
        // Nobody opens what waits, and nobody takes it back with another form.
        assert!(!opens(&app, &Actor::Guest, &[], &waiting[0]).await);
        remove_waiting_file(&app, "other", waiting[1].id).await.unwrap();
        remove_waiting_file(&app, "t", waiting[1].id).await.unwrap();
        assert_eq!(list_waiting_files(&app, "t").await.unwrap().len(), 1);
        add(&app, "t", "surat.pdf", PDF).await.unwrap();
        let (_, me) = filed(&app, "t", Privacy::Biasa).await;
        // The form came twice, with its files.
        add(&app, "t", "surat.pdf", PDF).await.unwrap();
        filed(&app, "t", Privacy::Biasa).await;
        assert!(list_waiting_files(&app, "t").await.unwrap().is_empty());
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        assert_eq!(shown.files.len(), 2);
        let sealed: Vec<(Vec<u8>,)> = app.db.all("select name from complaint_file", args![]).await.unwrap();
        assert!(sealed.iter().all(|(name,)| !holds(name, b"kucing")), "names are sealed");
        let (until, mark) = parts(&shown.files[0]);
        let (wiwin, _) = office(&app).await;
        let photo = open_complaint_file(&app, &wiwin, &[], shown.files[0].id, until, &mark).await.unwrap().unwrap();
        assert!(holds(&photo.bytes, b"WEBP") && !holds(&photo.bytes, b"Mursalim"), "the place is left behind");
    }

    async fn files_are_taken_by_their_content_and_no_more_than_a_few(app: TestApp) {
        let unfit = |result: Result<(), AttachError>| match result {
            Err(AttachError::Unfit(unfit)) => unfit,
            other => panic!("{other:?}"),
        };
        assert!(matches!(unfit(add(&app, "t", "a.jpg", b"<html>").await), UnfitFile::Picture(_)));
        assert!(matches!(unfit(add(&app, "t", "a.pdf", b"%PDF-1.7 cut").await), UnfitFile::Pdf(_)));
        let large = vec![0; 10 * 1024 * 1024 + 1];
        assert_eq!(unfit(add(&app, "t", "a.jpg", &large).await), UnfitFile::TooLarge(10 * 1024 * 1024));
        let scanned = app.platform.clone().with_scanner(Arc::new(TestScanner));
        assert_eq!(unfit(add_complaint_file(&scanned, "t", "a.pdf", PDF.to_vec()).await), UnfitFile::Infected);
        assert!(app.blobs.keys("complaint/").is_empty());
        app.blobs.set_full(true);
        assert!(matches!(add(&app, "t", "a.pdf", PDF).await, Err(AttachError::Store(_))));
        app.blobs.set_full(false);
        for shade in 1..=MOST_FILES {
            add(&app, "t", "a.png", &photo(shade)).await.unwrap();
        }
        assert_eq!(unfit(add(&app, "t", "a.png", &photo(9)).await), UnfitFile::TooMany(MOST_FILES));
        add(&app, "other", "a.png", &photo(9)).await.unwrap();
    }

    async fn the_same_file_in_two_windows_at_the_same_moment_is_one(app: TestApp) {
        let app = Arc::new(app);
        let tries: Vec<_> = (0..4).map(|_| {
            let app = app.clone();
            tokio::spawn(async move { add(&app, "t", "a.png", &photo(1)).await })
        }).collect();
        for tried in tries {
            tried.await.unwrap().unwrap();
        }
        assert_eq!(list_waiting_files(&app, "t").await.unwrap().len(), 1);
    }

    async fn a_reply_brings_files_of_its_own_once(app: TestApp) {
        let (filed, me) = filed(&app, "t", Privacy::Biasa).await;
        let (wiwin, yudi) = office(&app).await;
        forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
        answer(&app, &yudi, &filed.number).await;
        app.clock.advance(Duration::from_secs(60));
        let reply = Text::parse("Kemarin masih disuruh kembali.").unwrap();
        for _ in 0..2 {
            add(&app, "r", "bukti.png", &photo(1)).await.unwrap();
            reply_to_answer(&app, &me, &reply, "r").await.unwrap();
        }
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        let files: Vec<_> = shown.messages.iter().map(|message| message.files.len()).collect();
        assert_eq!((shown.files.len(), files), (0, vec![0, 1]));
        let file = open_complaint(&app, &yudi, &filed.number).await.unwrap();
        assert_eq!(file.messages[1].files[0].name, "bukti.png");
    }

    async fn who_may_read_the_complaint_opens_its_files_and_each_time_is_written_down(app: TestApp) {
        add(&app, "t", "bukti.png", &photo(1)).await.unwrap();
        let (filed, me) = filed(&app, "t", Privacy::Rahasia).await;
        let (wiwin, yudi) = office(&app).await;
        let file = show_complaint(&app, &me).await.unwrap().unwrap().files[0].clone();
        let keys = [filed.secret.clone()];
        assert!(opens(&app, &Actor::Guest, &keys, &file).await);
        assert!(!opens(&app, &Actor::Guest, &[], &file).await);
        assert!(!opens(&app, &Actor::Guest, &["other".to_owned()], &file).await);
        assert!(!opens(&app, &yudi, &[], &file).await, "not given to this officer");
        let (until, mark) = parts(&file);
        let later = open_complaint_file(&app, &wiwin, &[], file.id, until + 1, &mark).await.unwrap();
        assert!(later.is_none(), "the time is signed");
        let read = "select count(*) from complaint_event where action = 'baca_berkas'";
        assert_eq!(count(&app, read).await, 0, "who may not is told nothing and noted nowhere");
        assert!(opens(&app, &wiwin, &[], &file).await && opens(&app, &wiwin, &[], &file).await);
        assert_eq!(count(&app, read).await, 2);
        forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
        assert!(opens(&app, &yudi, &[], &file).await);
        // Who is complained about sees nothing of it.
        let about = ComplaintDeed { about_officer: yudi.id(), handler: officer(&app, "Nani", &[Duty::Bendahara]).await.id(), ..ComplaintDeed::of(Action::Forward, 0) };
        act(&app, &wiwin, &filed.number, about).await.unwrap();
        assert!(!opens(&app, &yudi, &[], &file).await);
        app.clock.advance(Duration::from_secs(3601));
        assert!(!opens(&app, &Actor::Guest, &keys, &file).await, "the link is over");
    }

    async fn who_had_a_part_does_not_see_files_that_may_show_who_complains(app: TestApp) {
        let own = officer(&app, "Budi", &[Duty::Loket]).await;
        add(&app, "t", "bukti.png", &photo(1)).await.unwrap();
        let (filed, me) = filed(&app, "t", Privacy::Rahasia).await;
        let file = show_complaint(&app, &me).await.unwrap().unwrap().files[0].clone();
        assert_eq!(open_complaint(&app, &own, &filed.number).await.unwrap().files.len(), 1);
        // As if Budi had decided about the shop that it is about.
        demo::seed(&app, 60).await.unwrap();
        let sql = "update complaint set usaha_id = (select id from usaha where state = 'open' order by id limit 1) \
             where number = $1";
        app.db.run(sql, args![&filed.number]).await.unwrap();
        let sql = "insert into usaha_event (id, usaha_id, at, by_account, decision, state, reason) \
             select $1, usaha_id, 0, $2, 'setujui', 'open', '' from complaint where number = $3";
        app.db.run(sql, args![app.new_id(), own.id(), &filed.number]).await.unwrap();
        let seen = open_complaint(&app, &own, &filed.number).await.unwrap();
        assert!(seen.involved && seen.files.is_empty());
        assert!(!opens(&app, &own, &[], &file).await);
    }

    async fn an_anonymous_complaint_keeps_no_name_of_a_file(app: TestApp) {
        add(&app, "t", "Mursalim Hadi.png", &photo(1)).await.unwrap();
        let (filed, me) = filed(&app, "t", Privacy::TanpaNama).await;
        let (wiwin, _) = office(&app).await;
        let own = show_complaint(&app, &me).await.unwrap().unwrap().files;
        let seen = open_complaint(&app, &wiwin, &filed.number).await.unwrap().files;
        assert_eq!((own[0].name.as_str(), seen[0].name.as_str()), ("", ""));
    }

    async fn what_no_complaint_shows_is_removed_after_some_hours(app: TestApp) {
        add(&app, "lost", "a.png", &photo(1)).await.unwrap();
        add(&app, "t", "b.png", &photo(2)).await.unwrap();
        app.blobs.set_full(true);
        assert!(add(&app, "t", "c.png", &photo(3)).await.is_err());
        app.blobs.set_full(false);
        filed(&app, "t", Privacy::Biasa).await;
        app.clock.advance(Duration::from_secs(2 * 3600));
        assert_eq!(remove_unused_complaint_files(&app).await.unwrap(), 0);
        app.clock.advance(Duration::from_secs(3600 + 1));
        assert_eq!(remove_unused_complaint_files(&app).await.unwrap(), 2);
        assert_eq!(remove_unused_complaint_files(&app).await.unwrap(), 0);
        assert_eq!(app.blobs.keys("complaint/").len(), 1);
        assert!(list_waiting_files(&app, "lost").await.unwrap().is_empty());
    }

    async fn what_was_written_is_forgotten_two_years_after_the_end(app: TestApp) {
        let account = officer(&app, "Siti", &[]).await;
        let (wiwin, yudi) = office(&app).await;
        add(&app, "t", "bukti.png", &photo(1)).await.unwrap();
        let ended = file_as(&app, &account, "t", About::Other, Privacy::Rahasia).await;
        forward(&app, &wiwin, &ended.number, &yudi).await.unwrap();
        answer(&app, &yudi, &ended.number).await;
        let (open, _) = filed(&app, "open", Privacy::Biasa).await;
        forward(&app, &wiwin, &open.number, &yudi).await.unwrap();
        let me = find_complainant(&app, &account, &[], &ended.number).await.unwrap().unwrap();
        add(&app, "r", "lagi.png", &photo(2)).await.unwrap();
        reply_to_answer(&app, &me, &Text::parse("Balasan merpati.").unwrap(), "r").await.unwrap();
        answer(&app, &yudi, &ended.number).await;
        settle_complaint(&app, &me).await.unwrap();
        let kept = "select count(*) from complaint where forgotten_at is not null";
        // Settled on Tuesday, 24 November 2026.
        days(&app, 365 + 366 - 1);
        run_deadlines(&app).await.unwrap();
        assert_eq!(forget_ended_complaints(&app).await.unwrap(), 0);
        days(&app, 2);
        app.blobs.set_full(false);
        assert_eq!(forget_ended_complaints(&app).await.unwrap(), 1);
        assert_eq!((forget_ended_complaints(&app).await.unwrap(), count(&app, kept).await), (0, 1));
        assert!(app.blobs.keys("complaint/").is_empty());
        // Nobody opens it any more: not by account, key or PIN.
        for keys in [vec![], vec![ended.secret.clone()]] {
            assert!(find_complainant(&app, &account, &keys, &ended.number).await.unwrap().is_none());
        }
        assert!(open_complaint_with_pin(&app, &ended.number, &ended.pin).await.is_err());
        assert!(list_own_complaints(&app, account.id().unwrap()).await.unwrap().is_empty());
        let file = open_complaint(&app, &wiwin, &ended.number).await.unwrap();
        assert!(file.forgotten && file.text.is_empty() && file.messages.is_empty() && file.files.is_empty());
        assert!(file.contact.is_none() && !file.may_show && file.about.is_empty());
        assert_eq!((file.state, file.handler.map(|(_, name)| name).as_deref()), (State::Selesai, Some("Yudi")));
        assert_eq!(file.events.iter().filter(|event| event.action == "masa_simpan").count(), 1);
        for table in [
            "select count(*) from complaint_contact c join complaint o on o.id = c.complaint_id where o.forgotten_at is not null",
            "select count(*) from complaint_message c join complaint o on o.id = c.complaint_id where o.forgotten_at is not null",
            "select count(*) from complaint_key c join complaint o on o.id = c.complaint_id where o.forgotten_at is not null",
            "select count(*) from outbox c join complaint o on o.id = c.complaint_id where o.forgotten_at is not null",
            "select count(*) from complaint_file",
        ] {
            assert_eq!(count(&app, table).await, 0, "{table}");
        }
        // The other one is whole: it has not ended.
        assert_eq!(open_complaint(&app, &wiwin, &open.number).await.unwrap().text, STORY);
    }

    async fn the_time_is_configuration_and_the_figures_stay(app: TestApp) {
        let mut app = app;
        app.platform.office.complaint_retention = 1;
        let (wiwin, yudi) = office(&app).await;
        for nth in 0..6 {
            let (filed, me) = filed(&app, &format!("t{nth}"), Privacy::TanpaNama).await;
            forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
            answer(&app, &yudi, &filed.number).await;
            settle_complaint(&app, &me).await.unwrap();
        }
        let before = complaint_figures(&app).await.unwrap();
        days(&app, 32);
        assert_eq!(forget_ended_complaints(&app).await.unwrap(), 6);
        assert_eq!(complaint_figures(&app).await.unwrap(), before);
        assert_eq!(before, Some(ComplaintFigures { filed: 6, in_time: Some(100) }));
    }

    async fn an_account_finds_its_complaints_but_no_anonymous_one(app: TestApp) {
        let siti = officer(&app, "Siti", &[]).await;
        let ani = officer(&app, "Ani", &[]).await;
        let plain = file_as(&app, &siti, "a", About::Other, Privacy::Biasa).await;
        app.clock.advance(Duration::from_secs(60));
        let secret = file_as(&app, &siti, "b", About::Service(SERVICE.to_owned()), Privacy::Rahasia).await;
        file_as(&app, &siti, "c", About::Other, Privacy::TanpaNama).await;
        file_as(&app, &ani, "d", About::Other, Privacy::Biasa).await;
        let own = list_own_complaints(&app, siti.id().unwrap()).await.unwrap();
        let numbers: Vec<&str> = own.iter().map(|complaint| complaint.number.as_str()).collect();
        assert_eq!(numbers, [secret.number.as_str(), plain.number.as_str()]);
        assert_eq!(own[0].service.as_deref(), Some(SERVICE));
    }

    async fn who_decided_about_a_shop_does_not_handle_a_complaint_about_it(app: TestApp) {
        let order = orders::order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let sql = "select u.id, u.name, u.slug, u.owner_id from usaha u join shop_order o on o.usaha_id = u.id \
             where o.id = $1";
        let (shop, name, slug, owner): (Uuid, String, String, Uuid) =
            app.db.one(sql, args![order.id]).await.unwrap().unwrap();
        let toni = officer(&app, "Toni", &[Duty::Toko, Duty::Loket]).await;
        let (wiwin, yudi) = office(&app).await;
        let decision = Decide { decision: Decision::Suspend, reason: "Alamat tidak ditemukan.".into(), seen: 0 };
        decide_shop(&app, &toni, shop, &decision).await.unwrap();
        let about = |words: &str| About::Shop(Line::parse(words).ok());
        // By its name, its address, or the number of an order there.
        for (nth, words) in [name.to_uppercase(), format!("https://contoh.id/toko/{slug}?x=1"), order.number].iter().enumerate() {
            let filed = file_as(&app, &Actor::Guest, &format!("t{nth}"), about(words), Privacy::Biasa).await;
            let file = open_complaint(&app, &toni, &filed.number).await.unwrap();
            assert_eq!(file.shop.map(|(slug, _)| slug).as_deref(), Some(slug.as_str()), "{words}");
            assert!(file.involved, "{words}");
            assert_eq!(refused(forward(&app, &toni, &filed.number, &yudi).await), Refused::Involved);
            assert_eq!(refused(forward(&app, &wiwin, &filed.number, &toni).await), Refused::WrongHandler);
            assert!(open_complaint(&app, &wiwin, &filed.number).await.unwrap().handlers.iter().all(|(id, _)| Some(*id) != toni.id()));
            assert_eq!(forward(&app, &wiwin, &filed.number, &yudi).await.unwrap(), State::Diteruskan);
        }
        // What nobody can tell is filled in by who gives it on, and counts at once.
        let filed = file_as(&app, &Actor::Guest, "u", about("toko kue di pojok"), Privacy::Biasa).await;
        assert!(!open_complaint(&app, &toni, &filed.number).await.unwrap().involved);
        let deed = |shop: &str, to: &Actor| ComplaintDeed { shop: Line::parse(shop).ok(), handler: to.id(), ..ComplaintDeed::of(Action::Forward, 0) };
        assert!(matches!(act(&app, &wiwin, &filed.number, deed("toko yang tidak ada", &yudi)).await, Err(ComplaintError::NoShop)));
        assert_eq!(refused(act(&app, &wiwin, &filed.number, deed(&name, &toni)).await), Refused::WrongHandler);
        assert_eq!(refused(act(&app, &toni, &filed.number, deed(&name, &yudi)).await), Refused::Involved);
        assert_eq!(act(&app, &wiwin, &filed.number, deed(&name, &yudi)).await.unwrap(), State::Diteruskan);
        // Nobody gets out of it by naming another shop.
        let other: (String,) = {
            let sql = "select slug from usaha where id <> $1 order by id limit 1";
            app.db.one(sql, args![shop]).await.unwrap().unwrap()
        };
        let other = format!("/toko/{}", other.0);
        assert_eq!(refused(act(&app, &toni, &filed.number, deed(&other, &yudi)).await), Refused::Involved);
        // A badge that was decided counts too, and so does the shop being one's own.
        let badge = "insert into badge (id, kind, number, holder, usaha_id, state, decided_by, created_at) \
             values ($1, 'nib', '1', 'x', $2, 'ditolak', $3, 0)";
        app.db.run(badge, args![app.new_id(), shop, yudi.id()]).await.unwrap();
        assert!(open_complaint(&app, &yudi, &filed.number).await.unwrap().involved);
        let owner = Actor::Account { id: owner, roles: vec![Role::Petugas], duties: vec![Duty::Penyetuju] };
        assert!(open_complaint(&app, &owner, &filed.number).await.unwrap().involved);
    }
}
