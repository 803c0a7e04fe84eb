//! Complaints, on both databases.

#[path = "support/case.rs"]
mod support;

use std::sync::Arc;
use std::time::Duration;

use domain::account::{Actor, Duty};
use domain::complaint::{Action, Privacy, Refused, State, Story};
use domain::permit::clock::Light;
use domain::permit::state::Action as CaseAction;
use domain::phone::Phone;
use domain::typed::{Line, Text};
use platform::complaint::*;
use platform::deadlines::run_deadlines;
use platform::held::PinError;
use platform::notice::{MessageFilter, hand_off, list_messages};
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use support::*;
use uuid::Uuid;

const STORY: &str = "Petugas loket menyuruh saya kembali tiga kali tanpa alasan kelinci.";
const NAME: &str = "Mursalim Pelapor";
const PHONE: &str = "0812 9988 7766";

fn filing(token: &str, about: About, privacy: Privacy) -> Filing {
    let contact = Some((Line::parse(NAME).unwrap(), Phone::parse(PHONE).unwrap()));
    Filing { token: token.to_owned(), about, story: Story::parse(STORY).unwrap(), privacy, contact }
}

async fn filed(app: &TestApp, token: &str, privacy: Privacy) -> (Filed, Complainant) {
    platform::setup::prepare(app, "36.03").await.unwrap();
    let filed = file_complaint(app, &Actor::Guest, &filing(token, About::Other, privacy)).await.unwrap();
    let complainant = complainant(app, &filed).await;
    (filed, complainant)
}

async fn complainant(app: &TestApp, filed: &Filed) -> Complainant {
    let keys = [filed.secret.clone()];
    find_complainant(app, &Actor::Guest, &keys, &filed.number).await.unwrap().unwrap()
}

async fn moves(app: &TestApp, number: &str) -> i64 {
    let sql = "select moves from complaint where number = $1";
    app.db.one::<(i64,)>(sql, args![number]).await.unwrap().unwrap().0
}

fn words(text: &str) -> Option<Text<2000>> {
    Text::parse(text).ok()
}

async fn act(app: &TestApp, who: &Actor, number: &str, deed: ComplaintDeed) -> Result<State, ComplaintError> {
    let seen = moves(app, number).await;
    decide_complaint(app, who, number, &ComplaintDeed { seen, ..deed }).await
}

async fn forward(app: &TestApp, who: &Actor, number: &str, to: &Actor) -> Result<State, ComplaintError> {
    act(app, who, number, ComplaintDeed { handler: to.id(), ..ComplaintDeed::of(Action::Forward, 0) }).await
}

async fn answer(app: &TestApp, who: &Actor, number: &str) -> Result<State, ComplaintError> {
    let deed = ComplaintDeed {
        text: words("Kami minta maaf, loket sudah kami tegur."),
        ..ComplaintDeed::of(Action::Answer, 0)
    };
    act(app, who, number, deed).await
}

async fn told(app: &TestApp, kind: &str) -> i64 {
    let sql = "select count(*) from outbox where kind = $1";
    app.db.one::<(i64,)>(sql, args![kind]).await.unwrap().unwrap().0
}

async fn office(app: &TestApp) -> (Actor, Actor) {
    (officer(app, "Wiwin", &[Duty::Loket]).await, officer(app, "Yudi", &[Duty::Lapangan]).await)
}

fn refused(result: Result<State, ComplaintError>) -> Refused {
    match result {
        Err(ComplaintError::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// Every text and every blob of every table, as one heap of bytes.
async fn everything(app: &TestApp) -> Vec<u8> {
    let mut heap = Vec::new();
    for sql in [
        "select told from complaint",
        "select sealed from complaint_contact",
        "select sealed from complaint_message",
        "select pin_hash from complaint",
        "select key_hash from complaint_key",
    ] {
        let rows: Vec<(Vec<u8>,)> = app.db.all(sql, args![]).await.unwrap();
        rows.into_iter().for_each(|(bytes,)| heap.extend(bytes));
    }
    for sql in [
        "select number || token || state || subject || coalesce(service, '') || privacy || coalesce(lapor, '') from complaint",
        "select by_part || action || coalesce(from_state, '') || to_state from complaint_event",
        "select kind from complaint_message",
        "select kind || subject || body || last_error from outbox",
        "select key from rate_limit",
    ] {
        let rows: Vec<(String,)> = app.db.all(sql, args![]).await.unwrap();
        rows.into_iter().for_each(|(text,)| heap.extend(text.into_bytes()));
    }
    heap
}

fn holds(heap: &[u8], words: &str) -> bool {
    heap.windows(words.len()).any(|window| window == words.as_bytes())
}

on_both_databases! {
    async fn a_complaint_is_answered_replied_to_answered_again_and_settled(app: TestApp) {
        let (filed, me) = filed(&app, "t", Privacy::Biasa).await;
        let number = &filed.number;
        assert!(number.starts_with("ADU-"));
        // The form came twice: one complaint.
        let again = file_complaint(&app, &Actor::Guest, &filing("t", About::Other, Privacy::Biasa)).await.unwrap();
        assert_eq!(again, filed);
        assert_eq!(app.db.one::<(i64,)>("select count(*) from complaint", args![]).await.unwrap(), Some((1,)));
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        // Three working days after Tuesday, 24 November 2026.
        assert_eq!((shown.state, shown.text.as_str()), (State::Masuk, STORY));
        assert_eq!(shown.due.unwrap().day().to_string(), "2026-11-27");
        assert_eq!(told(&app, "complaint_moved").await, 1);
        let (wiwin, yudi) = office(&app).await;
        let list = list_complaints(&app, &wiwin, Drawer::Verify, None).await.unwrap();
        assert_eq!((list.complaints.len(), list.counts.verify, list.complaints[0].left), (1, 1, Some((Light::Hijau, 3))));
        // Whoever neither verifies nor answers it does not learn of it.
        assert!(matches!(open_complaint(&app, &yudi, number).await, Err(ComplaintError::NotFound)));
        assert_eq!(list_complaints(&app, &yudi, Drawer::Verify, None).await.unwrap().complaints.len(), 0);
        let file = open_complaint(&app, &wiwin, number).await.unwrap();
        assert_eq!(file.allowed, [Action::Forward, Action::Decline, Action::Note, Action::Lapor]);
        assert_eq!(file.contact.unwrap().name, NAME);
        assert_eq!(refused(answer(&app, &wiwin, number).await), Refused::NotNow);
        days(&app, 1);
        assert_eq!(forward(&app, &wiwin, number, &yudi).await.unwrap(), State::Diteruskan);
        assert_eq!(told(&app, "complaint_given").await, 1);
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        // Five working days after Wednesday.
        assert_eq!(shown.due.unwrap().day().to_string(), "2026-12-02");
        assert_eq!(refused(answer(&app, &wiwin, number).await), Refused::NotYours);
        let file = open_complaint(&app, &yudi, number).await.unwrap();
        assert_eq!(file.allowed, [Action::Answer, Action::Note, Action::Lapor]);
        let note = ComplaintDeed { text: words("Sudah saya tanya loket."), ..ComplaintDeed::of(Action::Note, 0) };
        assert_eq!(act(&app, &yudi, number, note).await.unwrap(), State::Diteruskan);
        assert_eq!(answer(&app, &yudi, number).await.unwrap(), State::Dijawab);
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        assert_eq!((shown.messages.len(), shown.messages[0].kind), (1, MessageKind::Answer));
        // Ten working days after Wednesday, among them none that is off.
        assert_eq!(shown.due.unwrap().day().to_string(), "2026-12-09");
        let reply = Text::parse("Kemarin masih disuruh kembali.").unwrap();
        assert_eq!(reply_to_answer(&app, &me, &reply, "r").await.unwrap(), State::Diteruskan);
        assert_eq!(reply_to_answer(&app, &me, &reply, "r").await.unwrap(), State::Diteruskan);
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        assert_eq!((shown.messages.len(), shown.due.unwrap().day().to_string().as_str()), (2, "2026-12-02"));
        assert_eq!(told(&app, "complaint_reply").await, 1);
        assert_eq!(answer(&app, &yudi, number).await.unwrap(), State::Dijawab);
        assert_eq!(settle_complaint(&app, &me).await.unwrap(), State::Selesai);
        assert_eq!(settle_complaint(&app, &me).await.unwrap(), State::Selesai);
        assert!(matches!(reply_to_answer(&app, &me, &reply, "r").await, Err(ComplaintError::Refused(Refused::NotNow))));
        run_deadlines(&app).await.unwrap();
        let file = open_complaint(&app, &wiwin, number).await.unwrap();
        let steps: Vec<&str> = file.events.iter().rev().map(|event| event.action.as_str()).collect();
        let expected =
            ["adukan", "baca", "teruskan", "baca", "catat", "jawab", "balas", "jawab", "selesai", "baca"];
        assert_eq!((steps.as_slice(), file.late), (expected.as_slice(), 0));
        assert_eq!(app.db.one::<(i64,)>("select count(*) from due_job", args![]).await.unwrap(), Some((0,)));
    }

    async fn an_answer_without_reply_ends_after_ten_working_days(app: TestApp) {
        let (filed, me) = filed(&app, "t", Privacy::Biasa).await;
        let (wiwin, yudi) = office(&app).await;
        forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
        answer(&app, &yudi, &filed.number).await.unwrap();
        // Until the office closes on Tuesday, 8 December.
        days(&app, 14);
        run_deadlines(&app).await.unwrap();
        assert_eq!(show_complaint(&app, &me).await.unwrap().unwrap().state, State::Dijawab);
        app.clock.advance(Duration::from_secs(8 * 3600));
        run_deadlines(&app).await.unwrap();
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        assert_eq!((shown.state, shown.due), (State::Selesai, None));
        assert!(settle_complaint(&app, &me).await.is_err());
    }

    async fn days_off_do_not_count_and_days_are_configuration(app: TestApp) {
        let mut app = app;
        days(&app, 29);
        // Wednesday, 23 December: Christmas and collective leave follow.
        let (_, me) = filed(&app, "a", Privacy::Biasa).await;
        let due = show_complaint(&app, &me).await.unwrap().unwrap().due.unwrap();
        assert_eq!(due.day().to_string(), "2026-12-30");
        app.platform.office.complaints.verify = 1;
        let (_, me) = filed_again(&app, "b").await;
        assert_eq!(show_complaint(&app, &me).await.unwrap().unwrap().due.unwrap().day().to_string(), "2026-12-28");
    }

    async fn a_broken_promise_is_told_to_the_heads_once_and_counted(app: TestApp) {
        let (filed, _) = filed(&app, "t", Privacy::Biasa).await;
        let (wiwin, yudi) = office(&app).await;
        for name in ["Ratna", "Dadang"] {
            officer(&app, name, &[Duty::Penyetuju]).await;
        }
        days(&app, 3);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "complaint_overdue").await, 0);
        days(&app, 1);
        run_deadlines(&app).await.unwrap();
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "complaint_overdue").await, 2, "to each head");
        assert_eq!(count_complaints(&app, &wiwin).await.unwrap().overdue, 1);
        forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
        // The next promise is broken too, and the answer is faster than the timer.
        days(&app, 10);
        assert_eq!(answer(&app, &yudi, &filed.number).await.unwrap(), State::Dijawab);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "complaint_overdue").await, 2);
        assert_eq!(open_complaint(&app, &yudi, &filed.number).await.unwrap().late, 2);
    }

    async fn what_is_no_matter_of_this_office_is_sent_elsewhere(app: TestApp) {
        let (filed, me) = filed(&app, "t", Privacy::Biasa).await;
        let (wiwin, _) = office(&app).await;
        let number = &filed.number;
        let none = act(&app, &wiwin, number, ComplaintDeed::of(Action::Decline, 0)).await;
        assert!(matches!(none, Err(ComplaintError::NoWords)), "{none:?}");
        let deed = ComplaintDeed {
            text: words("Jalan kabupaten diurus Dinas Bina Marga."),
            lapor: Line::parse("1234567").ok(),
            ..ComplaintDeed::of(Action::Decline, 0)
        };
        assert_eq!(act(&app, &wiwin, number, deed).await.unwrap(), State::TidakDiproses);
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        assert_eq!((shown.lapor.as_deref(), shown.messages[0].kind), (Some("1234567"), MessageKind::Reason));
        let later = ComplaintDeed { lapor: Line::parse("7654321").ok(), ..ComplaintDeed::of(Action::Lapor, 0) };
        assert_eq!(act(&app, &wiwin, number, later).await.unwrap(), State::TidakDiproses);
        assert_eq!(show_complaint(&app, &me).await.unwrap().unwrap().lapor.as_deref(), Some("7654321"));
        assert_eq!(app.db.one::<(i64,)>("select count(*) from due_job", args![]).await.unwrap(), Some((0,)));
    }

    async fn what_people_write_is_sealed(app: TestApp) {
        platform::setup::prepare(&app, "36.03").await.unwrap();
        let about = About::Shop(Line::parse("Toko Kelapa Muda Wibisana").ok());
        let filed = file_complaint(&app, &Actor::Guest, &filing("t", about, Privacy::Rahasia)).await.unwrap();
        let me = complainant(&app, &filed).await;
        let (wiwin, yudi) = office(&app).await;
        forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
        let note = ComplaintDeed { text: words("Catatan rahasia jerapah."), ..ComplaintDeed::of(Action::Note, 0) };
        act(&app, &wiwin, &filed.number, note).await.unwrap();
        answer(&app, &yudi, &filed.number).await.unwrap();
        reply_to_answer(&app, &me, &Text::parse("Balasan merpati.").unwrap(), "r").await.unwrap();
        let heap = everything(&app).await;
        assert!(holds(&heap, "teruskan"), "the heap holds something");
        for planted in ["kelinci", "Wibisana", "jerapah", "merpati", "tegur", "Mursalim", "81299887766", &filed.secret] {
            assert!(!holds(&heap, planted), "{planted}");
        }
        let shown = show_complaint(&app, &me).await.unwrap().unwrap();
        assert_eq!((shown.about.as_str(), shown.messages.len()), ("Toko Kelapa Muda Wibisana", 2));
    }

    async fn events_are_never_changed(app: TestApp) {
        filed(&app, "t", Privacy::Biasa).await;
        assert!(app.db.run("update complaint_event set action = 'x'", args![]).await.is_err());
        assert!(app.db.run("delete from complaint_event", args![]).await.is_err());
    }

    async fn an_anonymous_complaint_keeps_nobody(app: TestApp) {
        platform::setup::prepare(&app, "36.03").await.unwrap();
        let account = officer(&app, "Siti", &[]).await;
        let filed = file_complaint(&app, &account, &filing("t", About::Other, Privacy::TanpaNama)).await.unwrap();
        assert_eq!(app.db.one::<(i64,)>("select count(*) from complaint_contact", args![]).await.unwrap(), Some((0,)));
        let kept = "select count(*) from complaint where account_id is not null";
        assert_eq!(app.db.one::<(i64,)>(kept, args![]).await.unwrap(), Some((0,)));
        assert_eq!(app.db.one::<(i64,)>("select count(*) from outbox", args![]).await.unwrap(), Some((0,)));
        let heap = everything(&app).await;
        assert!(!holds(&heap, "81299887766") && !holds(&heap, "Mursalim"));
        assert!(find_complainant(&app, &account, &[], &filed.number).await.unwrap().is_none(), "not by account");
        let (number, key) = open_complaint_with_pin(&app, &filed.number, &filed.pin).await.unwrap();
        let me = find_complainant(&app, &Actor::Guest, &[key], &number).await.unwrap().unwrap();
        assert!(me.pin().is_none(), "a key that a PIN was exchanged for ends");
        let (wiwin, yudi) = office(&app).await;
        forward(&app, &wiwin, &number, &yudi).await.unwrap();
        answer(&app, &yudi, &number).await.unwrap();
        assert_eq!((told(&app, "complaint_moved").await, told(&app, "complaint_given").await), (0, 1));
        let file = open_complaint(&app, &wiwin, &number).await.unwrap();
        assert!(file.contact.is_none() && !file.may_show);
        assert!(matches!(show_complainant(&app, &wiwin, &number).await, Err(ComplaintError::NotFound)));
        assert_eq!(settle_complaint(&app, &me).await.unwrap(), State::Selesai);
        days(&app, 1);
        assert_eq!(forget_old_complaint_keys(&app).await.unwrap(), 1);
    }

    async fn only_who_verifies_and_who_answers_sees_who_complains_in_secret(app: TestApp) {
        let (filed, _) = filed(&app, "t", Privacy::Rahasia).await;
        let (wiwin, yudi) = office(&app).await;
        let number = &filed.number;
        let nani = officer(&app, "Nani", &[Duty::Bendahara]).await;
        assert!(open_complaint(&app, &wiwin, number).await.unwrap().contact.is_none());
        assert_eq!(show_complainant(&app, &wiwin, number).await.unwrap().0.name, NAME);
        assert!(show_complainant(&app, &yudi, number).await.is_err());
        forward(&app, &wiwin, number, &yudi).await.unwrap();
        assert_eq!(show_complainant(&app, &yudi, number).await.unwrap().0.name, NAME);
        // The one before does not see it any more.
        forward(&app, &wiwin, number, &nani).await.unwrap();
        assert!(matches!(show_complainant(&app, &yudi, number).await, Err(ComplaintError::NotFound)));
        let file = open_complaint(&app, &nani, number).await.unwrap();
        let looked = |action: &str| file.events.iter().filter(|event| event.action == action).count();
        assert_eq!((looked("baca_pelapor"), looked("baca")), (2, 2));
        // Who else reads the outbox does not learn that there is a message.
        let toko = officer(&app, "Tono", &[Duty::Toko]).await;
        let secret = |list: platform::notice::MessageList| {
            list.messages.iter().find(|message| message.recipient_name == NAME).map(|message| message.id)
        };
        let seen = secret(list_messages(&app, &wiwin, &MessageFilter::default()).await.unwrap()).unwrap();
        assert_eq!(secret(list_messages(&app, &toko, &MessageFilter::default()).await.unwrap()), None);
        assert!(hand_off(&app, &toko, seen).await.is_err());
        hand_off(&app, &wiwin, seen).await.unwrap();
    }

    async fn a_wrong_pin_and_an_unknown_number_look_the_same_and_are_limited(app: TestApp) {
        let (filed, _) = filed(&app, "t", Privacy::Biasa).await;
        let unknown = domain::number::PublicNumber::new(domain::number::Kind::Complaint, 42).to_string();
        for number in [&filed.number, &unknown] {
            for _ in 0..5 {
                assert!(matches!(open_complaint_with_pin(&app, number, "x").await, Err(PinError::Wrong)));
            }
            assert!(matches!(open_complaint_with_pin(&app, number, &filed.pin).await, Err(PinError::Wait(_))));
        }
        app.clock.advance(Duration::from_secs(901));
        let (_, key) = open_complaint_with_pin(&app, &filed.number.to_lowercase(), &filed.pin).await.unwrap();
        assert!(find_complainant(&app, &Actor::Guest, std::slice::from_ref(&key), &filed.number).await.unwrap().is_some());
        assert!(find_complainant(&app, &Actor::Guest, &[key], &unknown).await.unwrap().is_none());
    }

    async fn a_case_is_complained_about_by_its_applicant_and_handled_by_others(app: TestApp) {
        let (started, _) = submitted(&app, "t").await;
        let budi = officer(&app, "Budi", &[Duty::Verifikator, Duty::Loket]).await;
        let (wiwin, yudi) = office(&app).await;
        step(&app, &budi, &started.number, CaseAction::TakeUp).await.unwrap();
        accept_all(&app, &budi, &started.number).await;
        let about = |keys: &[String]| About::Case { number: started.number.clone(), keys: keys.to_vec() };
        let theirs = [started.secret.clone()];
        let strange = file_complaint(&app, &Actor::Guest, &filing("a", about(&[]), Privacy::Biasa)).await;
        assert!(matches!(strange, Err(FileError::NotTheirCase)), "{strange:?}");
        let anonymous = file_complaint(&app, &Actor::Guest, &filing("b", about(&theirs), Privacy::TanpaNama)).await;
        assert!(matches!(anonymous, Err(FileError::NotAnonymous)), "{anonymous:?}");
        let filed = file_complaint(&app, &Actor::Guest, &filing("c", about(&theirs), Privacy::Rahasia)).await.unwrap();
        let number = &filed.number;
        // Whoever worked on the case may neither act on the complaint nor get it.
        assert!(open_complaint(&app, &budi, number).await.unwrap().involved);
        assert_eq!(refused(forward(&app, &budi, number, &yudi).await), Refused::Involved);
        assert!(show_complainant(&app, &budi, number).await.is_err());
        assert_eq!(refused(forward(&app, &wiwin, number, &budi).await), Refused::WrongHandler);
        let file = open_complaint(&app, &wiwin, number).await.unwrap();
        assert_eq!(file.case, None, "it would name the applicant");
        assert!(file.handlers.iter().all(|(id, _)| Some(*id) != budi.id()));
        assert_eq!(show_complainant(&app, &wiwin, number).await.unwrap().1.as_deref(), Some(started.number.as_str()));
        assert_eq!(forward(&app, &wiwin, number, &yudi).await.unwrap(), State::Diteruskan);
        assert_eq!(answer(&app, &yudi, number).await.unwrap(), State::Dijawab);
    }

    async fn an_officer_complained_about_neither_acts_nor_learns_of_it(app: TestApp) {
        let (filed, _) = filed(&app, "t", Privacy::Biasa).await;
        let (wiwin, yudi) = office(&app).await;
        let dadang = officer(&app, "Dadang", &[Duty::Penyetuju]).await;
        let number = &filed.number;
        let about = |officer: &Actor, to: &Actor| ComplaintDeed {
            about_officer: officer.id(),
            handler: to.id(),
            ..ComplaintDeed::of(Action::Forward, 0)
        };
        assert_eq!(refused(act(&app, &wiwin, number, about(&wiwin, &yudi)).await), Refused::Involved);
        assert_eq!(refused(act(&app, &wiwin, number, about(&yudi, &yudi)).await), Refused::WrongHandler);
        assert_eq!(act(&app, &wiwin, number, about(&dadang, &yudi)).await.unwrap(), State::Diteruskan);
        assert!(matches!(open_complaint(&app, &dadang, number).await, Err(ComplaintError::NotFound)));
        assert_eq!(list_complaints(&app, &dadang, Drawer::Answer, None).await.unwrap().counts.answer, 0);
        days(&app, 10);
        run_deadlines(&app).await.unwrap();
        assert_eq!(told(&app, "complaint_overdue").await, 0, "the only head is complained about");
    }

    async fn a_citizen_is_no_handler(app: TestApp) {
        let (filed, _) = filed(&app, "t", Privacy::Biasa).await;
        let (wiwin, _) = office(&app).await;
        let siti = officer(&app, "Siti", &[]).await;
        assert_eq!(refused(forward(&app, &wiwin, &filed.number, &siti).await), Refused::WrongHandler);
        let nobody = ComplaintDeed { handler: Some(Uuid::nil()), ..ComplaintDeed::of(Action::Forward, 0) };
        assert_eq!(refused(act(&app, &wiwin, &filed.number, nobody).await), Refused::WrongHandler);
        assert!(matches!(open_complaint(&app, &siti, &filed.number).await, Err(ComplaintError::Forbidden(_))));
    }

    async fn twenty_officers_answer_once(app: TestApp) {
        let (filed, _) = filed(&app, "t", Privacy::Biasa).await;
        // Twenty windows of officers who verify: each sends it to somebody at the same moment.
        let (_, yudi) = office(&app).await;
        let mut heads = Vec::new();
        for nth in 0..20 {
            heads.push(officer(&app, &format!("Kepala {nth}"), &[Duty::Penyetuju]).await);
        }
        let (app, number, to) = (Arc::new(app), filed.number.clone(), yudi.id());
        let race = |action: Action, heads: Vec<Actor>, seen: i64| {
            let (app, number) = (app.clone(), number.clone());
            async move {
                let tries: Vec<_> = heads.into_iter().map(|head| {
                    let (app, number) = (app.clone(), number.clone());
                    tokio::spawn(async move {
                        let deed = ComplaintDeed {
                            handler: to,
                            text: words("Sudah kami tindak lanjuti."),
                            ..ComplaintDeed::of(action, seen)
                        };
                        decide_complaint(&app, &head, &number, &deed).await
                    })
                }).collect();
                let (mut done, mut slower) = (0, 0);
                for tried in tries {
                    match tried.await.unwrap() {
                        Ok(_) => done += 1,
                        Err(ComplaintError::Already(Some(last))) => {
                            assert!(last.name.unwrap().starts_with("Kepala"));
                            slower += 1;
                        }
                        Err(other) => panic!("{other}"),
                    }
                }
                (done, slower)
            }
        };
        assert_eq!(race(Action::Forward, heads.clone(), 0).await, (1, 19));
        assert_eq!(race(Action::Note, heads, 1).await, (1, 19));
        // The handler's own twenty windows: one answer, and the others learn that it is sent.
        let seen = moves(&app, &number).await;
        let tries: Vec<_> = (0..20).map(|_| {
            let (app, number, yudi) = (app.clone(), number.clone(), yudi.clone());
            tokio::spawn(async move {
                let deed = ComplaintDeed { text: words("Selesai kami perbaiki."), ..ComplaintDeed::of(Action::Answer, seen) };
                decide_complaint(&app, &yudi, &number, &deed).await
            })
        }).collect();
        for tried in tries {
            assert_eq!(tried.await.unwrap().unwrap(), State::Dijawab);
        }
        let answers = "select count(*) from complaint_message where kind = 'jawaban'";
        assert_eq!(app.db.one::<(i64,)>(answers, args![]).await.unwrap(), Some((1,)));
    }

    async fn figures_say_nothing_about_few(app: TestApp) {
        let (wiwin, yudi) = office(&app).await;
        for nth in 0..6 {
            let (filed, _) = filed(&app, &format!("t{nth}"), Privacy::TanpaNama).await;
            assert_eq!(complaint_figures(&app).await.unwrap().is_some(), nth >= 4);
            forward(&app, &wiwin, &filed.number, &yudi).await.unwrap();
            answer(&app, &yudi, &filed.number).await.unwrap();
        }
        assert_eq!(complaint_figures(&app).await.unwrap(), Some(ComplaintFigures { filed: 6, in_time: Some(100) }));
        let (late, _) = filed(&app, "late", Privacy::TanpaNama).await;
        days(&app, 7);
        forward(&app, &wiwin, &late.number, &yudi).await.unwrap();
        answer(&app, &yudi, &late.number).await.unwrap();
        assert_eq!(complaint_figures(&app).await.unwrap(), Some(ComplaintFigures { filed: 7, in_time: None }));
    }
}

async fn filed_again(app: &TestApp, token: &str) -> (Filed, Complainant) {
    filed(app, token, Privacy::Biasa).await
}
