//! What the administrator does to accounts, on both databases.

use domain::account::{AccountAction, Actor, Duty, Login, Role};
use platform::account::{
    AccountSearch, Appointed, ManageError, NewAccount, Origin, SignInError, SignedIn, appoint_admin, block_account,
    find_account, find_session, list_accounts, request_recovery, reset_second_step, set_grants, sign_in, sign_up,
    unblock_account,
};
use platform::notice::{HandOffError, hand_off};
use platform::testing::TestApp;
use platform::{args, on_both_databases};
use uuid::Uuid;

const PASSWORD: &str = "kopi tanpa gula pagi";

/// Accounts of the same moment have no order, so each gets its own.
async fn open_account(app: &TestApp, name: &str, login: &str) -> Uuid {
    app.clock.advance(std::time::Duration::from_millis(2));
    let new = NewAccount { name: name.into(), login: Login::parse(login).unwrap(), password: PASSWORD.into() };
    sign_up(app, new, "10.0.0.1").await.unwrap()
}

async fn admin(app: &TestApp, login: &str) -> Actor {
    let id = open_account(app, "Bambang", login).await;
    assert_eq!(appoint_admin(app, &Login::parse(login).unwrap(), "").await.unwrap(), Appointed::Promoted);
    Actor::Account { id, roles: vec![Role::Pembeli, Role::Admin], duties: vec![] }
}

async fn grants(app: &TestApp, admin: &Actor, account: Uuid) -> (Vec<Role>, Vec<Duty>) {
    let row = find_account(app, admin, account).await.unwrap().unwrap().row;
    (row.roles(), row.duties())
}

on_both_databases! {
    async fn roles_and_duties_are_given_and_taken_and_written_down(app: TestApp) {
        let admin = admin(&app, "admin@contoh.id").await;
        let siti = open_account(&app, "Siti", "081234567890").await;
        let give = async |roles: &[Role], duties: &[Duty]| set_grants(&app, &admin, siti, roles, duties).await.unwrap();
        give(&[Role::Petugas, Role::Pendamping], &[Duty::Toko, Duty::Loket]).await;
        let held = grants(&app, &admin, siti).await;
        assert_eq!(held, (vec![Role::Pembeli, Role::Petugas, Role::Pendamping], vec![Duty::Loket, Duty::Toko]));
        // The same again changes nothing, and a duty without the office is none.
        give(&[Role::Petugas, Role::Pendamping], &[Duty::Toko, Duty::Loket]).await;
        give(&[Role::Pendamping], &[Duty::Toko]).await;
        assert_eq!(grants(&app, &admin, siti).await, (vec![Role::Pembeli, Role::Pendamping], vec![]));

        let page = find_account(&app, &admin, siti).await.unwrap().unwrap();
        let mut events: Vec<_> = page.events.iter().map(|event| (event.action, event.note.as_str())).collect();
        events.sort_unstable();
        use AccountAction::{Granted, Revoked};
        let expected = [
            (Granted, "pendamping"),
            (Granted, "petugas:loket"),
            (Granted, "petugas:toko"),
            (Revoked, "petugas:loket"),
            (Revoked, "petugas:toko"),
        ];
        assert_eq!(events, expected);
        assert_eq!(page.events[0].by_name.as_deref(), Some("Bambang"));
    }

    async fn a_blocked_account_is_shut_out_at_once(app: TestApp) {
        let admin = admin(&app, "admin@contoh.id").await;
        let siti = open_account(&app, "Siti", "081234567890").await;
        let login = Login::parse("081234567890").unwrap();
        let SignedIn::Session { token, .. } = sign_in(&app, &login, PASSWORD, &Origin::default()).await.unwrap() else {
            panic!()
        };
        assert!(matches!(block_account(&app, &admin, siti, "  ").await, Err(ManageError::NoReason)));
        for _ in 0..2 {
            block_account(&app, &admin, siti, "Penipuan").await.unwrap();
        }
        assert_eq!(find_session(&app, &token).await.unwrap(), None);
        assert!(matches!(sign_in(&app, &login, PASSWORD, &Origin::default()).await, Err(SignInError::Wrong)));
        let page = find_account(&app, &admin, siti).await.unwrap().unwrap();
        assert!(page.row.blocked);
        assert_eq!(page.events.len(), 1);
        assert_eq!((page.events[0].action, page.events[0].note.as_str()), (AccountAction::Blocked, "Penipuan"));
        unblock_account(&app, &admin, siti).await.unwrap();
        sign_in(&app, &login, PASSWORD, &Origin::default()).await.unwrap();
    }

    async fn an_administrator_cannot_leave_the_site_without_one(app: TestApp) {
        let admin = admin(&app, "admin@contoh.id").await;
        let me = admin.id().unwrap();
        assert!(matches!(set_grants(&app, &admin, me, &[], &[]).await, Err(ManageError::Oneself)));
        assert!(matches!(block_account(&app, &admin, me, "x").await, Err(ManageError::Oneself)));
        assert!(matches!(reset_second_step(&app, &admin, me).await, Err(ManageError::Oneself)));
        set_grants(&app, &admin, me, &[Role::Admin, Role::Petugas], &[Duty::Toko]).await.unwrap();
        assert!(matches!(set_grants(&app, &admin, app.new_id(), &[], &[]).await, Err(ManageError::NotFound)));
        assert!(find_account(&app, &admin, app.new_id()).await.unwrap().is_none());
    }

    async fn two_administrators_who_dismiss_each_other_leave_one(app: TestApp) {
        for round in 0..5 {
            let (a, b) = (
                admin(&app, &format!("a{round}@contoh.id")).await,
                admin(&app, &format!("b{round}@contoh.id")).await,
            );
            let (a_id, b_id) = (a.id().unwrap(), b.id().unwrap());
            let (first, second) =
                tokio::join!(set_grants(&app, &a, b_id, &[], &[]), block_account(&app, &b, a_id, "Tukar"));
            assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
            assert!(matches!(first.and(second), Err(ManageError::Forbidden(_))));
            let sql = "select count(*) from account a join account_grant g on g.account_id = a.id \
                 where g.role = 'admin' and a.state = 'active' and a.id in ($1, $2)";
            assert_eq!(app.db.one::<(i64,)>(sql, args![a_id, b_id]).await.unwrap(), Some((1,)));
        }
    }

    async fn somebody_who_is_no_administrator_any_more_changes_nothing(app: TestApp) {
        let (first, second) = (admin(&app, "a@contoh.id").await, admin(&app, "b@contoh.id").await);
        let siti = open_account(&app, "Siti", "081234567890").await;
        set_grants(&app, &first, second.id().unwrap(), &[], &[]).await.unwrap();
        let late = set_grants(&app, &second, siti, &[Role::Admin], &[]).await;
        assert!(matches!(late, Err(ManageError::Forbidden(_))));
    }

    async fn accounts_are_found_by_name_number_and_address(app: TestApp) {
        let admin = admin(&app, "admin@contoh.id").await;
        let siti = open_account(&app, "Siti Nur_janah", "0812 3456 7890").await;
        let rohimah = open_account(&app, "Rohimah", "rohimah@toko.id").await;
        let admin_id = admin.id().unwrap();
        for (text, expected) in [
            ("", vec![rohimah, siti, admin_id]),
            ("siti", vec![siti]),
            ("0812-3456", vec![siti]),
            ("+62812", vec![siti]),
            ("TOKO.id", vec![rohimah]),
            ("r_j", vec![siti]),
            ("%", vec![]),
            ("tidak ada", vec![]),
        ] {
            let search = AccountSearch { text: text.into(), ..AccountSearch::default() };
            let (rows, more) = list_accounts(&app, &admin, &search).await.unwrap();
            assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), expected, "{text:?}");
            assert!(!more);
        }
        let search = AccountSearch { role: Some(Role::Admin), ..AccountSearch::default() };
        assert_eq!(list_accounts(&app, &admin, &search).await.unwrap().0.len(), 1);
    }

    async fn a_long_list_has_pages(app: TestApp) {
        let admin = admin(&app, "admin@contoh.id").await;
        for nth in 0..60 {
            let sql = "insert into account (id, name, email, password_hash, state, created_at) \
                 values ($1, 'Orang', $2, '', 'active', 0)";
            app.db.run(sql, args![app.new_id(), format!("{nth}@contoh.id")]).await.unwrap();
            app.clock.advance(std::time::Duration::from_millis(2));
        }
        let (first, more) = list_accounts(&app, &admin, &AccountSearch::default()).await.unwrap();
        assert!(more && first.len() == 50);
        let search = AccountSearch { after: first.last().map(|row| row.id), ..AccountSearch::default() };
        let (rest, more) = list_accounts(&app, &admin, &search).await.unwrap();
        assert!(!more && rest.len() == 11);
        assert!(rest.iter().all(|row| first.iter().all(|other| other.id != row.id)));
    }

    async fn only_the_administrator_passes_on_a_code_that_sets_a_password(app: TestApp) {
        let admin = admin(&app, "admin@contoh.id").await;
        open_account(&app, "Siti", "081234567890").await;
        request_recovery(&app, &Login::parse("081234567890").unwrap(), "10.0.0.1").await.unwrap();
        let sql = "select id from outbox where kind = 'recovery_code'";
        let (message,): (Uuid,) = app.db.one(sql, args![]).await.unwrap().unwrap();
        let clerk = open_account(&app, "Hendra", "hendra@contoh.id").await;
        let clerk = Actor::Account { id: clerk, roles: vec![Role::Petugas], duties: vec![Duty::Loket] };
        assert!(matches!(hand_off(&app, &clerk, message).await, Err(HandOffError::NotFound)));
        hand_off(&app, &admin, message).await.unwrap();
    }

    async fn the_operator_appoints_the_first_administrator(app: TestApp) {
        let login = Login::parse("081100000000").unwrap();
        let Appointed::Opened { password } = appoint_admin(&app, &login, "Administrator").await.unwrap() else {
            panic!()
        };
        let SignedIn::Session { token, .. } = sign_in(&app, &login, &password, &Origin::default()).await.unwrap() else {
            panic!()
        };
        let actor = find_session(&app, &token).await.unwrap().unwrap().actor;
        assert!(list_accounts(&app, &actor, &AccountSearch::default()).await.is_ok());
        assert_eq!(appoint_admin(&app, &login, "Administrator").await.unwrap(), Appointed::Already);
    }
}
