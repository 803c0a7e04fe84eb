//! Signing up, in and out, sessions, passwords and the second step, on both databases.

use std::time::Duration;

use domain::account::{Actor, Login, Role};
use domain::notice::masked;
use domain::time::Timestamp;
use platform::account::{
    ChangePasswordError, FinishSignInError, NewAccount, Offer, Origin, RecoverError, SecondStepError, SignInError,
    SignUpError, SignedIn, change_password, find_session, finish_sign_in, forget_old, list_sessions, recover_account,
    request_recovery, revoke_other_sessions, revoke_session, show_second_step, sign_in, sign_out, sign_up,
    start_second_step, stop_second_step, totp,
};
use platform::testing::TestApp;
use platform::{args, on_both_databases, secret};
use uuid::Uuid;

const PASSWORD: &str = "kopi tanpa gula pagi";
const PHONE: &str = "081234567890";
const HOME: Origin = Origin { ip: "10.0.0.1", user_agent: "Mozilla Chrome/1 Android", session: None };

fn login(text: &str) -> Login {
    Login::parse(text).unwrap()
}

async fn open_account(app: &TestApp, text: &str) -> Uuid {
    let new = NewAccount { name: "Siti".into(), login: login(text), password: PASSWORD.into() };
    sign_up(app, new, "10.0.0.1").await.unwrap()
}

/// Signs in without a second step.
async fn session(app: &TestApp, text: &str, password: &str) -> String {
    match sign_in(app, &login(text), password, &HOME).await.unwrap() {
        SignedIn::Session { token, .. } => token,
        SignedIn::Code { .. } => panic!("a code is asked for"),
    }
}

async fn actor(app: &TestApp, token: &str) -> Actor {
    find_session(app, token).await.unwrap().expect("a session").actor
}

/// The code that the last message holds.
async fn code_from_outbox(app: &TestApp) -> String {
    let sql = "select body from outbox where kind = 'recovery_code' order by id desc";
    let (body,): (String,) = app.db.one(sql, args![]).await.unwrap().unwrap();
    let code: String = body.chars().skip_while(|c| !c.is_ascii_digit()).take(6).collect();
    assert!(!masked(&body).contains(&code), "officers read it: {body}");
    code
}

/// Turns the second step on; answers what the app on the telephone would know, and the session.
async fn with_second_step(app: &TestApp) -> (Offer, String) {
    open_account(app, PHONE).await;
    let token = session(app, PHONE, PASSWORD).await;
    let seed = Offer::seed(app);
    let offer = Offer::of(&seed).unwrap();
    let actor = actor(app, &token).await;
    start_second_step(app, &actor, &token, &seed, &code_of(&offer, app.now())).await.unwrap();
    app.clock.advance(Duration::from_secs(60));
    (offer, token)
}

fn code_of(offer: &Offer, now: Timestamp) -> String {
    totp::code(&totp::from_base32(&offer.key).unwrap(), totp::step(now))
}

async fn half(app: &TestApp) -> String {
    match sign_in(app, &login(PHONE), PASSWORD, &HOME).await.unwrap() {
        SignedIn::Code { half } => half,
        SignedIn::Session { .. } => panic!("no code is asked for"),
    }
}

on_both_databases! {
    async fn one_account_per_number_and_address(app: TestApp) {
        open_account(&app, PHONE).await;
        let again = NewAccount { name: "S".into(), login: login("+62 812-3456-7890"), password: PASSWORD.into() };
        assert!(matches!(sign_up(&app, again, "10.0.0.1").await, Err(SignUpError::Taken)));
        let weak = NewAccount { name: "S".into(), login: login("a@contoh.id"), password: "12345678".into() };
        assert!(matches!(sign_up(&app, weak, "10.0.0.1").await, Err(SignUpError::Weak(_))));
        open_account(&app, "siti@contoh.id").await;
        session(&app, "Siti@Contoh.id", PASSWORD).await;
    }

    async fn a_session_ends_with_signing_out(app: TestApp) {
        let account = open_account(&app, PHONE).await;
        let token = session(&app, PHONE, PASSWORD).await;
        let signed = find_session(&app, &token).await.unwrap().unwrap();
        assert_eq!(signed.actor, Actor::Account { id: account, roles: vec![Role::Pembeli], duties: vec![] });
        sign_out(&app, &token).await.unwrap();
        assert_eq!(find_session(&app, &token).await.unwrap(), None);
        assert_eq!(find_session(&app, "").await.unwrap(), None);
    }

    async fn a_session_nobody_uses_ends_after_thirty_days(app: TestApp) {
        open_account(&app, PHONE).await;
        let token = session(&app, PHONE, PASSWORD).await;
        app.clock.advance(Duration::from_secs(29 * 86_400));
        assert!(find_session(&app, &token).await.unwrap().is_some());
        app.clock.advance(Duration::from_secs(29 * 86_400));
        assert!(find_session(&app, &token).await.unwrap().is_some());
        app.clock.advance(Duration::from_secs(31 * 86_400));
        assert_eq!(find_session(&app, &token).await.unwrap(), None);
        assert_eq!(forget_old(&app).await.unwrap(), 1);
    }

    async fn signing_in_ends_the_session_that_was_there(app: TestApp) {
        open_account(&app, PHONE).await;
        let old = session(&app, PHONE, PASSWORD).await;
        let origin = Origin { session: Some(&old), ..HOME };
        let signed = sign_in(&app, &login(PHONE), PASSWORD, &origin).await.unwrap();
        assert!(matches!(signed, SignedIn::Session { ref token, .. } if *token != old));
        assert_eq!(find_session(&app, &old).await.unwrap(), None);
    }

    async fn only_wrong_passwords_make_one_wait(app: TestApp) {
        open_account(&app, PHONE).await;
        for _ in 0..20 {
            session(&app, PHONE, PASSWORD).await;
        }
        for _ in 0..8 {
            let wrong = sign_in(&app, &login(PHONE), "kopi dengan gula", &HOME).await;
            assert!(matches!(wrong, Err(SignInError::Wrong)));
        }
        // Even the right one has to wait now, and only this account.
        let wait = sign_in(&app, &login(PHONE), PASSWORD, &HOME).await;
        assert!(matches!(wait, Err(SignInError::Wait(900..=901))), "{wait:?}");
        let other = sign_in(&app, &login("081300000000"), PASSWORD, &HOME).await;
        assert!(matches!(other, Err(SignInError::Wrong)));
        app.clock.advance(Duration::from_secs(901));
        session(&app, PHONE, PASSWORD).await;
    }

    async fn sessions_are_listed_and_ended(app: TestApp) {
        let account = open_account(&app, PHONE).await;
        let (phone, laptop) = (session(&app, PHONE, PASSWORD).await, session(&app, PHONE, PASSWORD).await);
        session(&app, PHONE, PASSWORD).await;
        let listed = list_sessions(&app, account).await.unwrap();
        assert_eq!(listed.len(), 3);
        assert_eq!(listed[0].user_agent, HOME.user_agent);

        // Another account cannot end it.
        let stranger = open_account(&app, "siti@contoh.id").await;
        assert!(!revoke_session(&app, stranger, &secret::hash(&laptop)).await.unwrap());
        assert!(revoke_session(&app, account, &secret::hash(&laptop)).await.unwrap());
        assert!(!revoke_session(&app, account, &secret::hash(&laptop)).await.unwrap());
        assert_eq!(find_session(&app, &laptop).await.unwrap(), None);

        assert_eq!(revoke_other_sessions(&app, account, &phone).await.unwrap(), 1);
        assert!(find_session(&app, &phone).await.unwrap().is_some());
    }

    async fn a_new_password_ends_all_other_sessions(app: TestApp) {
        open_account(&app, PHONE).await;
        let (here, there) = (session(&app, PHONE, PASSWORD).await, session(&app, PHONE, PASSWORD).await);
        let me = actor(&app, &here).await;
        let new = "teh manis sore hari";
        let change = async |present: &str, new: &str| change_password(&app, &me, &here, present, new).await;
        assert!(matches!(change("salah sama sekali", new).await, Err(ChangePasswordError::Wrong)));
        assert!(matches!(change(PASSWORD, "081234567890").await, Err(ChangePasswordError::Weak(_))));
        let guest = change_password(&app, &Actor::Guest, "", PASSWORD, new).await;
        assert!(matches!(guest, Err(ChangePasswordError::Forbidden(_))));
        assert!(find_session(&app, &there).await.unwrap().is_some());

        change(PASSWORD, new).await.unwrap();
        assert!(find_session(&app, &here).await.unwrap().is_some());
        assert_eq!(find_session(&app, &there).await.unwrap(), None);
        assert!(matches!(sign_in(&app, &login(PHONE), PASSWORD, &HOME).await, Err(SignInError::Wrong)));
        session(&app, PHONE, new).await;
    }

    async fn a_forgotten_password_is_replaced_with_a_code(app: TestApp) {
        open_account(&app, PHONE).await;
        let old = session(&app, PHONE, PASSWORD).await;
        request_recovery(&app, &login(PHONE), "10.0.0.1").await.unwrap();
        let code = code_from_outbox(&app).await;
        let new = "teh manis sore hari";
        let recover = async |code: &str, new: &str| recover_account(&app, &login(PHONE), code, new, "10.0.0.1").await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        assert!(matches!(recover(wrong, new).await, Err(RecoverError::Wrong)));
        assert!(matches!(recover(&code, "12345678").await, Err(RecoverError::Weak(_))));
        recover(&format!(" {code} "), new).await.unwrap();
        assert_eq!(find_session(&app, &old).await.unwrap(), None);
        session(&app, PHONE, new).await;
        // Once.
        assert!(matches!(recover(&code, PASSWORD).await, Err(RecoverError::Wrong)));
    }

    async fn a_code_is_worth_nothing_after_five_tries_or_fifteen_minutes(app: TestApp) {
        open_account(&app, PHONE).await;
        let recover = async |code: &str| recover_account(&app, &login(PHONE), code, "teh manis sore hari", "ip").await;
        request_recovery(&app, &login(PHONE), "ip").await.unwrap();
        let code = code_from_outbox(&app).await;
        for _ in 0..5 {
            assert!(matches!(recover(if code == "000000" { "1" } else { "000000" }).await, Err(RecoverError::Wrong)));
        }
        assert!(matches!(recover(&code).await, Err(RecoverError::Wrong)));

        request_recovery(&app, &login(PHONE), "ip").await.unwrap();
        let code = code_from_outbox(&app).await;
        app.clock.advance(Duration::from_secs(901));
        assert!(matches!(recover(&code).await, Err(RecoverError::Wrong)));
        session(&app, PHONE, PASSWORD).await;
    }

    async fn whether_there_is_an_account_is_not_told(app: TestApp) {
        let nobody = login("siapa@contoh.id");
        for _ in 0..3 {
            request_recovery(&app, &nobody, "10.0.0.1").await.unwrap();
        }
        assert!(matches!(request_recovery(&app, &nobody, "10.0.0.1").await, Err(RecoverError::Wait(_))));
        let (messages,): (i64,) = app.db.one("select count(*) from outbox", args![]).await.unwrap().unwrap();
        assert_eq!(messages, 0);
        let tried = recover_account(&app, &nobody, "123456", "teh manis sore hari", "10.0.0.1").await;
        assert!(matches!(tried, Err(RecoverError::Wrong)));
        assert!(matches!(sign_in(&app, &nobody, PASSWORD, &HOME).await, Err(SignInError::Wrong)));
    }

    async fn one_code_handed_in_twenty_times_at_once_sets_one_password(app: TestApp) {
        open_account(&app, PHONE).await;
        request_recovery(&app, &login(PHONE), "ip").await.unwrap();
        let code = code_from_outbox(&app).await;
        let mut hands = tokio::task::JoinSet::new();
        for hand in 0..20 {
            let (app, code) = (app.clone(), code.clone());
            let new = format!("teh manis sore hari {hand}");
            hands.spawn(async move {
                recover_account(&app, &login(PHONE), &code, &new, "ip").await.map(|()| new)
            });
        }
        let answers = hands.join_all().await;
        let winners: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().ok()).collect();
        assert_eq!(winners.len(), 1);
        session(&app, PHONE, winners[0]).await;
    }

    async fn the_second_step_asks_for_a_code_before_there_is_a_session(app: TestApp) {
        let (offer, _) = with_second_step(&app).await;
        let (sessions,): (i64,) = app.db.one("select count(*) from session", args![]).await.unwrap().unwrap();
        let half = half(&app).await;
        assert_eq!(app.db.one::<(i64,)>("select count(*) from session", args![]).await.unwrap(), Some((sessions,)));
        assert_eq!(find_session(&app, &half).await.unwrap(), None);

        let wrong = finish_sign_in(&app, &half, "123", &HOME).await;
        assert!(matches!(wrong, Err(FinishSignInError::Wrong)));
        let code = code_of(&offer, app.now());
        let typed = format!("{} {}", &code[..3], &code[3..]);
        let Ok(SignedIn::Session { token, .. }) = finish_sign_in(&app, &half, &typed, &HOME).await else { panic!() };
        assert!(find_session(&app, &token).await.unwrap().is_some());
        // Half a sign-in is good once.
        assert!(matches!(finish_sign_in(&app, &half, &code, &HOME).await, Err(FinishSignInError::Over)));
    }

    async fn a_code_works_once(app: TestApp) {
        let (offer, _) = with_second_step(&app).await;
        let code = code_of(&offer, app.now());
        finish_sign_in(&app, &half(&app).await, &code, &HOME).await.unwrap();
        let half = half(&app).await;
        assert!(matches!(finish_sign_in(&app, &half, &code, &HOME).await, Err(FinishSignInError::Wrong)));
        app.clock.advance(Duration::from_secs(30));
        finish_sign_in(&app, &half, &code_of(&offer, app.now()), &HOME).await.unwrap();
    }

    async fn one_code_on_twenty_devices_at_once_opens_one_session(app: TestApp) {
        let (offer, _) = with_second_step(&app).await;
        let code = code_of(&offer, app.now());
        let mut devices = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let (app, code, half) = (app.clone(), code.clone(), half(&app).await);
            devices.spawn(async move { finish_sign_in(&app, &half, &code, &HOME).await });
        }
        assert_eq!(devices.join_all().await.iter().filter(|answer| answer.is_ok()).count(), 1);
    }

    async fn wrong_codes_end_the_sign_in_and_then_make_one_wait(app: TestApp) {
        let (offer, _) = with_second_step(&app).await;
        for _ in 0..2 {
            let half = half(&app).await;
            for _ in 0..5 {
                assert!(matches!(finish_sign_in(&app, &half, "1", &HOME).await, Err(FinishSignInError::Wrong)));
            }
            assert!(matches!(finish_sign_in(&app, &half, "1", &HOME).await, Err(FinishSignInError::Over)));
        }
        let half = half(&app).await;
        let right = code_of(&offer, app.now());
        assert!(matches!(finish_sign_in(&app, &half, &right, &HOME).await, Err(FinishSignInError::Wait(_))));
        app.clock.advance(Duration::from_secs(601));
        assert!(matches!(finish_sign_in(&app, &half, &right, &HOME).await, Err(FinishSignInError::Over)));
    }

    async fn a_recovery_code_works_once_instead(app: TestApp) {
        let (offer, token) = with_second_step(&app).await;
        let me = actor(&app, &token).await.id().unwrap();
        assert_eq!(offer.recovery.len(), 10);
        let typed = offer.recovery[3].to_uppercase().replace('-', " ");
        finish_sign_in(&app, &half(&app).await, &typed, &HOME).await.unwrap();
        assert_eq!(show_second_step(&app, me).await.unwrap().recovery_left, 9);
        let again = finish_sign_in(&app, &half(&app).await, &offer.recovery[3], &HOME).await;
        assert!(matches!(again, Err(FinishSignInError::Wrong)));
    }

    async fn the_second_step_is_confirmed_and_stopped_by_its_owner(app: TestApp) {
        open_account(&app, PHONE).await;
        let (token, other) = (session(&app, PHONE, PASSWORD).await, session(&app, PHONE, PASSWORD).await);
        let me = actor(&app, &token).await;
        let seed = Offer::seed(&app);
        let offer = Offer::of(&seed).unwrap();
        let code = code_of(&offer, app.now());
        let start = async |seed: &str, code: &str| start_second_step(&app, &me, &token, seed, code).await;
        assert!(matches!(start(&seed, "1").await, Err(SecondStepError::Wrong)));
        assert!(matches!(start("seed", &code).await, Err(SecondStepError::Wrong)));
        let guest = start_second_step(&app, &Actor::Guest, "", &seed, &code).await;
        assert!(matches!(guest, Err(SecondStepError::Forbidden(_))));
        assert!(!show_second_step(&app, me.id().unwrap()).await.unwrap().on);

        start(&seed, &code).await.unwrap();
        // Sent twice, it is no mistake; another secret is.
        start(&seed, &code).await.unwrap();
        let second = Offer::seed(&app);
        let code = code_of(&Offer::of(&second).unwrap(), app.now());
        assert!(matches!(start(&second, &code).await, Err(SecondStepError::Wrong)));
        assert_eq!(find_session(&app, &other).await.unwrap(), None);

        assert!(matches!(stop_second_step(&app, &me, "salah").await, Err(SecondStepError::Wrong)));
        stop_second_step(&app, &me, PASSWORD).await.unwrap();
        assert!(!show_second_step(&app, me.id().unwrap()).await.unwrap().on);
        session(&app, PHONE, PASSWORD).await;
    }

    async fn where_it_is_required_an_officer_without_it_has_no_role(app: TestApp) {
        let account = open_account(&app, PHONE).await;
        let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, 'petugas', 'toko', 0)";
        app.db.run(sql, args![account]).await.unwrap();
        let token = session(&app, PHONE, PASSWORD).await;
        let find = async |required: bool| {
            let platform = app.platform.clone().guarding_officers(required);
            find_session(&platform, &token).await.unwrap().unwrap()
        };
        let free = find(false).await;
        assert!(!free.must_set_up && matches!(free.actor, Actor::Account { ref duties, .. } if duties.len() == 1));
        let bound = find(true).await;
        assert!(bound.must_set_up);
        assert_eq!(bound.actor, Actor::Account { id: account, roles: vec![], duties: vec![] });

        let seed = Offer::seed(&app);
        let code = code_of(&Offer::of(&seed).unwrap(), app.now());
        start_second_step(&app, &bound.actor, &token, &seed, &code).await.unwrap();
        assert_eq!(find(true).await, free);
    }
}
