//! Messages to people: sent once, tried again, passed on by those who may. On both databases.

#[path = "support/order.rs"]
mod support;

use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::notice::{Channel, State};
use domain::shop::order::{Action, Delivery, Payment};
use platform::notice::{
    HandOffError, MessageFilter, OutboxError, Outgoing, deliver, forget_secrets, hand_off, list_messages,
    list_order_messages, retry, take_back,
};
use platform::ports::{Email, MailError, Mailer};
use platform::shop::order::{Act, act_as_seller};
use platform::testing::TestApp;
use platform::{Platform, args, on_both_databases};
use support::{Ordered, demo_account, market, order, place};
use uuid::Uuid;

/// A mail server of the test's making.
#[derive(Default)]
struct FakeMailer {
    got: Mutex<Vec<Email>>,
    trouble: Mutex<Option<MailError>>,
}

impl FakeMailer {
    fn fail(&self, error: Option<MailError>) {
        *self.trouble.lock().unwrap() = error;
    }

    fn ids(&self) -> Vec<Uuid> {
        self.got.lock().unwrap().iter().map(|email| email.id).collect()
    }
}

#[async_trait::async_trait]
impl Mailer for FakeMailer {
    async fn send(&self, email: &Email) -> Result<(), MailError> {
        // Others get their turn while this one is on its way.
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        match self.trouble.lock().unwrap().clone() {
            Some(error) => Err(error),
            None => {
                self.got.lock().unwrap().push(email.clone());
                Ok(())
            }
        }
    }
}

fn with(app: &TestApp, mailer: &Arc<FakeMailer>) -> Platform {
    app.platform.clone().with_mailer(mailer.clone())
}

/// Orders at a shop whose owner has an e-mail address.
async fn orders_with_email(app: &TestApp, many: usize) -> Ordered {
    let (variant, owner, rival) = market(app, 500).await;
    let sql = "update account set email = $2 where id = $1";
    app.db.run(sql, args![owner.id().unwrap(), "pemilik@contoh.id"]).await.unwrap();
    let mut last = None;
    for _ in 0..many {
        last = Some(place(app, variant, Delivery::Pickup, Payment::AtPickup, None).await);
    }
    let (id, number, placed) = last.unwrap();
    Ordered { id, number, placed, owner, rival }
}

async fn outbox(app: &TestApp, channel: Channel) -> Vec<Outgoing> {
    let officer = demo_account(app, Role::Admin, &[]).await;
    let filter = MessageFilter { channel: Some(channel), ..MessageFilter::default() };
    list_messages(app, &officer, &filter).await.unwrap().messages
}

async fn one_email(app: &TestApp) -> Outgoing {
    outbox(app, Channel::Email).await.remove(0)
}

/// The message to the buyer of this kind.
async fn to_buyer(app: &TestApp, reader: &Actor, order: &Ordered, kind: &str) -> Outgoing {
    let messages = list_order_messages(app, reader, order.id).await.unwrap();
    messages.into_iter().find(|message| message.kind == kind).unwrap()
}

on_both_databases! {
    async fn without_a_mail_server_emails_wait_and_nothing_fails(app: TestApp) {
        orders_with_email(&app, 1).await;
        assert_eq!(deliver(&app, || true).await.unwrap(), 0);
        let email = one_email(&app).await;
        assert_eq!((email.state, email.attempts), (State::Waiting, 0));
    }

    async fn an_owner_with_an_address_gets_an_email(app: TestApp) {
        let o = orders_with_email(&app, 1).await;
        let mailer = Arc::new(FakeMailer::default());
        assert_eq!(deliver(&with(&app, &mailer), || true).await.unwrap(), 1);
        assert_eq!(deliver(&with(&app, &mailer), || true).await.unwrap(), 0);
        let got = mailer.got.lock().unwrap().clone();
        assert_eq!(got[0].to, "pemilik@contoh.id");
        assert!(got[0].subject.contains(&o.number) && got[0].body.contains("26 November 2026, 09.00"), "{}", got[0].body);
        let email = one_email(&app).await;
        assert_eq!((email.state, email.sent_at), (State::Sent, Some(app.now().micros())));
    }

    async fn a_server_that_stops_leaves_the_rest_to_others(app: TestApp) {
        orders_with_email(&app, 3).await;
        let mailer = Arc::new(FakeMailer::default());
        let platform = with(&app, &mailer);
        // Told to stop while the first is on its way.
        assert_eq!(deliver(&platform, || mailer.ids().is_empty()).await.unwrap(), 1);
        assert_eq!(deliver(&platform, || true).await.unwrap(), 2, "nothing is left claimed");
    }

    async fn two_servers_send_each_email_once(app: TestApp) {
        orders_with_email(&app, 12).await;
        let mailer = Arc::new(FakeMailer::default());
        let (a, b, c) = (with(&app, &mailer), with(&app, &mailer), with(&app, &mailer));
        let (a, b, c) = tokio::join!(deliver(&a, || true), deliver(&b, || true), deliver(&c, || true));
        assert_eq!(a.unwrap() + b.unwrap() + c.unwrap(), 12);
        let ids = mailer.ids();
        assert_eq!((ids.len(), ids.iter().collect::<HashSet<_>>().len()), (12, 12));
    }

    async fn a_mail_server_that_is_away_for_a_while_loses_nothing(app: TestApp) {
        orders_with_email(&app, 3).await;
        let mailer = Arc::new(FakeMailer::default());
        let platform = with(&app, &mailer);
        mailer.fail(Some(MailError::Later("Server surel tidak tersambung.".into())));
        for tries in 1..=4 {
            assert_eq!(deliver(&platform, || true).await.unwrap(), 0);
            let email = one_email(&app).await;
            assert_eq!((email.state, email.attempts), (State::Waiting, tries));
            assert_eq!(email.last_error, "Server surel tidak tersambung.");
            // It is not asked again before the pause is over.
            assert_eq!(deliver(&platform, || true).await.unwrap(), 0);
            assert_eq!(one_email(&app).await.attempts, tries);
            app.clock.advance(Duration::from_micros((email.due_at - app.now().micros()) as u64));
        }
        mailer.fail(None);
        assert_eq!(deliver(&platform, || true).await.unwrap(), 3);
        assert!(outbox(&app, Channel::Email).await.iter().all(|email| email.state == State::Sent));
    }

    async fn what_cannot_be_sent_is_given_up_and_an_officer_tries_again(app: TestApp) {
        let o = orders_with_email(&app, 1).await;
        let mailer = Arc::new(FakeMailer::default());
        let platform = with(&app, &mailer);
        mailer.fail(Some(MailError::Later("Server surel menjawab 451.".into())));
        let mut rounds = 0;
        while one_email(&app).await.state == State::Waiting {
            deliver(&platform, || true).await.unwrap();
            app.clock.advance(Duration::from_secs(13 * 3600));
            rounds += 1;
        }
        assert_eq!(rounds, 8);
        let email = one_email(&app).await;
        assert_eq!((email.state, email.attempts), (State::Failed, 8));
        let officer = demo_account(&app, Role::Petugas, &[Duty::Loket]).await;
        assert!(matches!(retry(&app, &o.owner, email.id).await, Err(HandOffError::Forbidden(_))));
        retry(&app, &officer, email.id).await.unwrap();
        // Pressed twice.
        retry(&app, &officer, email.id).await.unwrap();
        mailer.fail(Some(MailError::Never("Server surel menolak alamat ini (550).".into())));
        deliver(&platform, || true).await.unwrap();
        assert_eq!(one_email(&app).await.state, State::Failed, "no such mailbox: no second try");
        mailer.fail(None);
        retry(&app, &officer, email.id).await.unwrap();
        assert_eq!(deliver(&platform, || true).await.unwrap(), 1);
        assert!(matches!(retry(&app, &officer, email.id).await, Err(HandOffError::NotNow)));
    }

    async fn a_server_that_dies_while_sending_leaves_the_email_to_another(app: TestApp) {
        orders_with_email(&app, 1).await;
        let mailer = Arc::new(FakeMailer::default());
        let platform = with(&app, &mailer);
        // Another server has claimed it, and is never heard of again.
        app.db.run("update outbox set claimed_until = $1 where channel = 'email' and state = 'waiting'",
            args![app.now().plus_seconds(120)]).await.unwrap();
        assert_eq!(deliver(&platform, || true).await.unwrap(), 0, "somebody else's claim is kept");
        app.clock.advance(Duration::from_secs(121));
        assert_eq!(deliver(&platform, || true).await.unwrap(), 1);
        assert_eq!(one_email(&app).await.state, State::Sent);
    }

    async fn a_secret_is_seen_only_by_whoever_takes_the_message(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let officer = demo_account(&app, Role::Petugas, &[Duty::Loket]).await;
        let admin = demo_account(&app, Role::Admin, &[]).await;
        for reader in [&officer, &admin, &o.owner] {
            let message = to_buyer(&app, reader, &o, "order_placed_buyer").await;
            assert!(message.secret && message.to_pass_on.is_none());
            assert!(!message.body.contains(&o.placed.pin) && !message.body.contains(&o.placed.secret));
        }
        let id = to_buyer(&app, &officer, &o, "order_placed_buyer").await.id;
        // The seller could act as the buyer with it.
        assert!(matches!(hand_off(&app, &o.owner, id).await, Err(HandOffError::NotFound)));
        hand_off(&app, &officer, id).await.unwrap();
        hand_off(&app, &officer, id).await.unwrap();
        let taken = to_buyer(&app, &officer, &o, "order_placed_buyer").await;
        let text = taken.to_pass_on.unwrap();
        assert!(text.contains(&o.placed.pin) && text.contains(&o.placed.secret));
        assert_eq!(taken.taken_by.as_deref(), Some("Hendra Saputra"));
        assert!(matches!(hand_off(&app, &admin, id).await, Err(HandOffError::Taken { .. })));
        assert!(to_buyer(&app, &admin, &o, "order_placed_buyer").await.to_pass_on.is_none());
        // After an hour it is gone, from the page and from the table.
        app.clock.advance(Duration::from_secs(3601));
        assert!(to_buyer(&app, &officer, &o, "order_placed_buyer").await.to_pass_on.is_none());
        assert_eq!(forget_secrets(&app).await.unwrap(), 1);
        assert_eq!(forget_secrets(&app).await.unwrap(), 0);
        let sql = "select body from outbox where id = $1";
        let (body,): (String,) = app.db.one(sql, args![id]).await.unwrap().unwrap();
        assert!(!body.contains(&o.placed.pin) && !body.contains(&o.placed.secret));
    }

    async fn a_seller_passes_on_what_is_for_the_buyer(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        act_as_seller(&app, &o.owner, &o.number, Action::Accept, &Act::default()).await.unwrap();
        let message = to_buyer(&app, &o.owner, &o, "order_moved").await;
        assert!(!message.secret && message.body.contains("26 November 2026, 09.00"), "{}", message.body);
        assert!(list_order_messages(&app, &o.rival, o.id).await.unwrap().is_empty());
        assert!(matches!(list_order_messages(&app, &Actor::Guest, o.id).await, Err(OutboxError::Forbidden(_))));
        assert!(matches!(hand_off(&app, &o.rival, message.id).await, Err(HandOffError::NotFound)));
        assert!(matches!(hand_off(&app, &Actor::Guest, message.id).await, Err(HandOffError::Forbidden(_))));
        hand_off(&app, &o.owner, message.id).await.unwrap();
        assert!(to_buyer(&app, &o.owner, &o, "order_moved").await.to_pass_on.is_some());
        // Not sent after all: the officer sends it.
        take_back(&app, &o.owner, message.id).await.unwrap();
        take_back(&app, &o.owner, message.id).await.unwrap();
        let officer = demo_account(&app, Role::Petugas, &[Duty::Toko]).await;
        hand_off(&app, &officer, message.id).await.unwrap();
        assert!(matches!(take_back(&app, &o.owner, message.id).await, Err(HandOffError::NotNow)));
        // What is for the shop is not the shop's to send.
        let for_shop = outbox(&app, Channel::Whatsapp).await.into_iter().find(|m| m.kind == "order_placed_seller");
        assert!(matches!(hand_off(&app, &o.owner, for_shop.unwrap().id).await, Err(HandOffError::NotFound)));
    }

    async fn two_officers_send_a_message_once(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let officer = demo_account(&app, Role::Petugas, &[Duty::Toko]).await;
        let admin = demo_account(&app, Role::Admin, &[]).await;
        let id = to_buyer(&app, &admin, &o, "order_placed_buyer").await.id;
        let (a, b) = tokio::join!(hand_off(&app, &officer, id), hand_off(&app, &admin, id));
        assert!(a.is_ok() != b.is_ok());
    }

    async fn only_officers_with_the_duty_read_the_outbox(app: TestApp) {
        let o = order(&app, Delivery::Pickup, Payment::AtPickup).await;
        let all = MessageFilter::default();
        let mut refused = vec![Actor::Guest, o.owner.clone()];
        for duty in Duty::ALL.iter().filter(|duty| !matches!(duty, Duty::Toko | Duty::Loket)) {
            refused.push(demo_account(&app, Role::Petugas, &[*duty]).await);
        }
        for actor in refused {
            assert!(matches!(list_messages(&app, &actor, &all).await, Err(OutboxError::Forbidden(_))), "{actor:?}");
        }
    }

    async fn messages_are_found_and_paged(app: TestApp) {
        let o = orders_with_email(&app, 20).await;
        let officer = demo_account(&app, Role::Petugas, &[Duty::Loket]).await;
        let list = list_messages(&app, &officer, &MessageFilter::default()).await.unwrap();
        assert_eq!((list.messages.len(), list.counts[0]), (30, (State::Waiting, 60)));
        let mut ids: HashSet<Uuid> = list.messages.iter().map(|message| message.id).collect();
        let next = MessageFilter { after: list.after, ..MessageFilter::default() };
        let next = list_messages(&app, &officer, &next).await.unwrap();
        ids.extend(next.messages.iter().map(|message| message.id));
        assert_eq!((ids.len(), next.after), (60, None));
        for (words, state, expected) in
            [(o.number.as_str(), None, 3), ("SITI", None, 20), ("pemilik@", Some(State::Waiting), 20), ("", Some(State::Failed), 0), ("50%", None, 0)]
        {
            let filter = MessageFilter { words: words.into(), state, ..MessageFilter::default() };
            let found = list_messages(&app, &officer, &filter).await.unwrap();
            assert_eq!(found.messages.len(), expected, "{words}");
        }
    }
}
