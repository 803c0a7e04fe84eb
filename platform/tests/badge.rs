//! Badges from the number that is handed in to the mark that goes out, on both databases.

use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::shop::badge::{By, Kind, Note, Number, REMINDERS, State, ValidityError, next};
use domain::time::Day;
use platform::shop::badge::{
    BadgeFilter, BadgeTab, DecideBadge, DecideBadgeError, Slot, Submission, SubmitError, Verdict, decide_badge,
    find_badge_file, find_own_legality, list_badges_to_decide, recheck_badges, remind_of_badges, submit_badge,
};
use platform::shop::catalogue::{Filter, From, find_product, list_products};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, setup};
use uuid::Uuid;

const DAY: Duration = Duration::from_secs(86_400);

fn account(id: Uuid, role: Role, duties: &[Duty]) -> Actor {
    Actor::Account { id, roles: vec![role], duties: duties.to_vec() }
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.one::<(i64,)>(sql, args![]).await.unwrap().unwrap().0
}

/// An owner, an officer, and a food of the owner's whose numbers nobody has handed in.
struct Stage {
    owner: Actor,
    officer: Actor,
    shop: Uuid,
    product: Uuid,
    slug: String,
}

async fn stage(app: &TestApp) -> Stage {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 60).await.unwrap();
    let sql = "select a.id, u.id, p.id, p.slug from product p join usaha u on u.id = p.usaha_id \
         join account a on a.id = u.owner_id where a.phone = '+6281110000002' order by p.slug limit 1";
    let (owner, shop, product, slug): (Uuid, Uuid, Uuid, String) = app.db.one(sql, args![]).await.unwrap().unwrap();
    app.db.run("delete from badge where usaha_id = $1", args![shop]).await.unwrap();
    let sql = "update product set halal_until = null, pirt_until = null, nib_until = null where usaha_id = $1";
    app.db.run(sql, args![shop]).await.unwrap();
    let officer = "select id from account where phone = '+6281110000003'";
    let (officer,): (Uuid,) = app.db.one(officer, args![]).await.unwrap().unwrap();
    Stage {
        owner: account(owner, Role::PelakuUsaha, &[]),
        officer: account(officer, Role::Petugas, &[Duty::Verifikator]),
        shop,
        product,
        slug,
    }
}

const HALAL: &str = "ID36110004518820";

impl Stage {
    fn submission(&self, kind: Kind, number: &str, until: Option<&str>) -> Submission {
        Submission {
            number: Number::parse(kind, number).unwrap(),
            product: Kind::OF_FOOD.contains(&kind).then_some(self.product),
            holder: "Rohimah".into(),
            until: until.map(|day| Day::parse(day).unwrap()),
        }
    }

    async fn submit(&self, app: &TestApp, kind: Kind, number: &str, until: Option<&str>) -> Uuid {
        submit_badge(app, &self.owner, &self.submission(kind, number, until)).await.unwrap()
    }

    async fn decide(&self, app: &TestApp, badge: Uuid, verdict: Verdict) -> Result<(), DecideBadgeError> {
        let seen = seen(app, badge).await;
        decide_badge(app, &self.officer, badge, &DecideBadge { verdict, seen }).await
    }

    async fn verify(&self, app: &TestApp, badge: Uuid, until: Option<&str>) {
        let until = until.map(|day| Day::parse(day).unwrap());
        self.decide(app, badge, Verdict::Verify(until)).await.unwrap();
    }

    /// What a shopper reads on the product's page: kind, number, verified or not.
    async fn shown(&self, app: &TestApp) -> Vec<(Kind, String, bool)> {
        let found = find_product(app, &self.slug).await.unwrap().unwrap();
        found.badges.iter().map(|badge| (badge.kind, badge.number.clone(), badge.verified())).collect()
    }

    async fn in_halal_list(&self, app: &TestApp) -> bool {
        let words = find_product(app, &self.slug).await.unwrap().unwrap().product.name;
        let filter = Filter { halal: true, words, ..Filter::default() };
        let page = list_products(app, &filter, From::Start).await.unwrap();
        page.items.iter().any(|card| card.slug == self.slug && card.marks.halal(app.now().day()))
    }

    async fn slot(&self, app: &TestApp, kind: Kind) -> Slot {
        let own = find_own_legality(app, &self.owner).await.unwrap().unwrap();
        let of_product = own.products.into_iter().find(|(product, _)| product.id == self.product).unwrap().1;
        own.of_shop.into_iter().chain(of_product).find(|slot| slot.kind == kind).unwrap()
    }
}

async fn seen(app: &TestApp, badge: Uuid) -> i64 {
    let sql = "select count(*) from badge_event where badge_id = $1";
    app.db.one::<(i64,)>(sql, args![badge]).await.unwrap().unwrap().0
}

async fn state(app: &TestApp, badge: Uuid) -> State {
    let sql = "select state, valid_until from badge where id = $1";
    let (state, until): (String, Option<String>) = app.db.one(sql, args![badge]).await.unwrap().unwrap();
    state.parse::<State>().unwrap().on(app.now().day(), until.as_deref().and_then(Day::parse))
}

async fn told(app: &TestApp) -> Vec<String> {
    let rows: Vec<(String,)> = app.db.all("select body from outbox order by created_at, id", args![]).await.unwrap();
    rows.into_iter().map(|(body,)| body).collect()
}

on_both_databases! {
    async fn a_number_lights_up_when_an_officer_verifies_it_and_goes_out_when_it_is_revoked(app: TestApp) {
        let stage = stage(&app).await;
        assert!(!stage.in_halal_list(&app).await);
        let badge = stage.submit(&app, Kind::Halal, HALAL, None).await;
        assert_eq!(stage.shown(&app).await, [(Kind::Halal, HALAL.to_owned(), false)]);
        assert!(!stage.in_halal_list(&app).await);
        assert_eq!(stage.slot(&app, Kind::Halal).await.latest.unwrap().stored, State::Diajukan);

        stage.verify(&app, badge, None).await;
        assert_eq!(stage.shown(&app).await, [(Kind::Halal, HALAL.to_owned(), true)]);
        assert!(stage.in_halal_list(&app).await);
        assert!(!stage.slot(&app, Kind::Halal).await.open);
        let expected = "diverifikasi dinas pada 24 November 2026";
        assert!(told(&app).await[0].contains(expected), "{:?}", told(&app).await);

        app.clock.advance(DAY);
        let none = stage.decide(&app, badge, Verdict::Revoke(" ".into())).await;
        assert!(matches!(none, Err(DecideBadgeError::NoReason)));
        stage.decide(&app, badge, Verdict::Revoke("Sertifikat dibatalkan BPJPH.".into())).await.unwrap();
        assert!(stage.shown(&app).await.is_empty());
        assert!(!stage.in_halal_list(&app).await);
        assert!(told(&app).await[1].contains("Sertifikat dibatalkan BPJPH."));
        let history = find_badge_file(&app, &stage.officer, badge).await.unwrap().unwrap().history;
        assert_eq!(history.len(), 3);
        assert_eq!((history[0].state, history[0].reason.as_str()), (State::Dicabut, "Sertifikat dibatalkan BPJPH."));
    }

    async fn a_refused_number_is_put_right_and_handed_in_again(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Nib, "1242300876140", None).await;
        stage.decide(&app, badge, Verdict::Refuse("Nama berbeda.".into())).await.unwrap();
        assert!(stage.shown(&app).await.is_empty());
        let latest = stage.slot(&app, Kind::Nib).await.latest.unwrap();
        assert_eq!((latest.stored, latest.reason.as_deref()), (State::Ditolak, Some("Nama berbeda.")));

        app.clock.advance(DAY);
        assert_eq!(stage.submit(&app, Kind::Nib, "1242300876141", None).await, badge);
        assert_eq!(stage.slot(&app, Kind::Nib).await.latest.unwrap().reason, None);
        stage.verify(&app, badge, None).await;
        // The shop's number stands on all its products.
        assert_eq!(stage.shown(&app).await, [(Kind::Nib, "1242300876141".to_owned(), true)]);
        let marks = "select count(*) from product where usaha_id = (select usaha_id from badge where number = '1242300876141') \
             and nib_until is null";
        assert_eq!(count(&app, marks).await, 0);
    }

    /// Every state x step x person: allowed exactly where the table of the domain and the duties say so.
    async fn every_step_is_taken_only_by_whom_the_table_names(app: TestApp) {
        let stage = stage(&app).await;
        let id = stage.submit(&app, Kind::Halal, HALAL, Some("2030-12-31")).await;
        let stranger = app.new_id();
        let (owner, officer) = (stage.owner.id().unwrap(), stage.officer.id().unwrap());
        let people = [
            (Actor::Guest, None),
            (account(stranger, Role::Pembeli, &[]), None),
            (account(owner, Role::PelakuUsaha, &[]), Some(By::Owner)),
            (account(officer, Role::Pendamping, &[Duty::Verifikator]), None),
            (account(officer, Role::Petugas, &[Duty::Loket, Duty::Lapangan, Duty::Penyetuju, Duty::Pelatihan, Duty::Data]), None),
            (account(officer, Role::Petugas, &[Duty::Toko]), Some(By::Officer)),
            (account(officer, Role::Petugas, &[Duty::Verifikator]), Some(By::Officer)),
            (account(officer, Role::Admin, &[]), Some(By::Officer)),
        ];
        use domain::shop::badge::Action;
        for from in State::ALL {
            for action in [Action::Submit, Action::Verify, Action::Refuse, Action::Revoke] {
                for (actor, by) in &people {
                    app.clock.advance(Duration::from_secs(1));
                    let (stored, until) = match from {
                        State::Kedaluwarsa => (State::Terverifikasi, "2026-11-23"),
                        other => (*other, "2030-12-31"),
                    };
                    let set = "update badge set state = $2, valid_until = $3, number = $4 where id = $1";
                    app.db.run(set, args![id, stored.as_str(), until, HALAL]).await.unwrap();
                    let seen = seen(&app, id).await;
                    let decide = |verdict| DecideBadge { verdict, seen };
                    let reason = || "Alasan.".to_owned();
                    let done = match action {
                        Action::Submit => {
                            // Another number: the same one twice would be the same form.
                            let number = stage.submission(Kind::Halal, "ID36110004518899", Some("2030-12-31"));
                            submit_badge(&app, actor, &number).await.is_ok()
                        }
                        Action::Verify => {
                            let until = Day::parse("2030-12-31");
                            decide_badge(&app, actor, id, &decide(Verdict::Verify(until))).await.is_ok()
                        }
                        Action::Refuse => decide_badge(&app, actor, id, &decide(Verdict::Refuse(reason()))).await.is_ok(),
                        _ => decide_badge(&app, actor, id, &decide(Verdict::Revoke(reason()))).await.is_ok(),
                    };
                    let allowed = by.and_then(|by| next(Some(*from), action, by));
                    assert_eq!(done, allowed.is_some(), "{from} {action} {actor:?}");
                    assert_eq!(state(&app, id).await, allowed.unwrap_or(*from), "{from} {action} {actor:?}");
                }
            }
        }
        assert_eq!(count(&app, "select count(*) from badge b where b.holder = 'Rohimah'").await, 1);
    }

    async fn nobody_decides_about_their_own_shop_and_strangers_read_nothing(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Halal, HALAL, None).await;
        let own = Actor::Account {
            id: stage.owner.id().unwrap(),
            roles: vec![Role::Petugas, Role::PelakuUsaha],
            duties: vec![Duty::Toko],
        };
        let verify = DecideBadge { verdict: Verdict::Verify(None), seen: 1 };
        assert!(matches!(decide_badge(&app, &own, badge, &verify).await, Err(DecideBadgeError::OwnShop)));
        assert!(find_badge_file(&app, &own, badge).await.unwrap().unwrap().own);
        for actor in [Actor::Guest, stage.owner.clone(), account(app.new_id(), Role::Petugas, &[Duty::Loket])] {
            assert!(find_badge_file(&app, &actor, badge).await.is_err());
            assert!(list_badges_to_decide(&app, &actor, &BadgeFilter::default()).await.is_err());
        }
        assert!(find_own_legality(&app, &stage.officer).await.is_err());
        assert!(find_own_legality(&app, &account(app.new_id(), Role::Pembeli, &[])).await.unwrap().is_none());
    }

    async fn a_number_needs_the_right_product_and_a_day_to_come(app: TestApp) {
        let stage = stage(&app).await;
        let other = "select p.id from product p join category c on c.slug = p.category \
             where p.usaha_id <> $1 and c.food limit 1";
        let (other,): (Uuid,) = app.db.one(other, args![stage.shop]).await.unwrap().unwrap();
        let of = |product| Submission { product, ..stage.submission(Kind::Halal, HALAL, None) };
        let refused = async |submission: &Submission| submit_badge(&app, &stage.owner, submission).await.unwrap_err();
        assert!(matches!(refused(&of(Some(other))).await, SubmitError::NoProduct));
        assert!(matches!(refused(&of(None)).await, SubmitError::NoProduct));
        let nib = Submission { product: Some(stage.product), ..stage.submission(Kind::Nib, "1242300876140", None) };
        assert!(matches!(refused(&nib).await, SubmitError::NoProduct));
        app.db.run("update product set category = 'anyaman' where id = $1", args![stage.product]).await.unwrap();
        assert!(matches!(refused(&of(Some(stage.product))).await, SubmitError::NoProduct));
        let over = stage.submission(Kind::Halal, HALAL, Some("2026-11-23"));
        assert!(matches!(refused(&over).await, SubmitError::Validity(ValidityError::Over(_))));
        let missing = stage.submission(Kind::Bpom, "MD224510107115", None);
        assert!(matches!(refused(&missing).await, SubmitError::Validity(ValidityError::Missing)));
        let nowhere = submit_badge(&app, &account(app.new_id(), Role::Pembeli, &[]), &of(None)).await;
        assert!(matches!(nowhere, Err(SubmitError::NoShop)));
        assert_eq!(count(&app, "select count(*) from badge_event").await, 0);
    }

    async fn a_pirt_without_a_day_ends_with_its_year_as_an_estimate(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Pirt, "P-IRT 2153671010100-30", None).await;
        let file = find_badge_file(&app, &stage.officer, badge).await.unwrap().unwrap();
        let written = &file.written.badge;
        assert_eq!((written.valid_until.as_deref(), written.until_estimated), (Some("2030-12-31"), true));
        assert_eq!((file.notes, written.shown().as_str()), (vec![Note::OtherRegion("3671".into())], "2153671010100-30"));
        // Left as it is, the day stays an estimate; read from the document, it is none.
        stage.verify(&app, badge, Some("2030-12-31")).await;
        assert!(stage.slot(&app, Kind::Pirt).await.latest.unwrap().until_estimated);
        stage.decide(&app, badge, Verdict::Revoke("Salah.".into())).await.unwrap();
        app.clock.advance(DAY);
        stage.submit(&app, Kind::Pirt, "P-IRT 2153671010100-30", None).await;
        stage.verify(&app, badge, Some("2030-05-04")).await;
        let latest = stage.slot(&app, Kind::Pirt).await.latest.unwrap();
        assert_eq!((latest.valid_until.as_deref(), latest.until_estimated), (Some("2030-05-04"), false));
    }

    async fn a_badge_that_ends_soon_is_renewed_while_the_old_one_still_shows(app: TestApp) {
        let stage = stage(&app).await;
        let old = stage.submit(&app, Kind::Bpom, "MD224510107115", Some("2027-02-22")).await;
        stage.verify(&app, old, Some("2027-02-22")).await;
        app.clock.advance(DAY);
        let new = stage.submit(&app, Kind::Bpom, "MD240935001200027", Some("2031-11-24")).await;
        assert_ne!(old, new);
        assert_eq!(stage.shown(&app).await, [(Kind::Bpom, "MD224510107115".to_owned(), true)]);
        let slot = stage.slot(&app, Kind::Bpom).await;
        assert_eq!((slot.latest.unwrap().id, slot.holding.unwrap().id), (new, old));
        stage.verify(&app, new, Some("2031-11-24")).await;
        assert_eq!(stage.shown(&app).await, [(Kind::Bpom, "MD240935001200027".to_owned(), true)]);
        assert_eq!(state(&app, old).await, State::Dicabut);
        assert!(!stage.slot(&app, Kind::Bpom).await.open);
        let next = stage.submission(Kind::Bpom, "MD224510107115", Some("2032-01-01"));
        assert!(matches!(submit_badge(&app, &stage.owner, &next).await, Err(SubmitError::Holds)));
    }

    async fn an_expired_badge_is_hidden_the_day_after_and_takes_a_new_number(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Halal, HALAL, Some("2026-11-26")).await;
        stage.verify(&app, badge, Some("2026-11-26")).await;
        app.clock.advance(2 * DAY);
        assert!(stage.in_halal_list(&app).await);
        app.clock.advance(DAY);
        assert!(stage.shown(&app).await.is_empty());
        assert!(!stage.in_halal_list(&app).await);
        let slot = stage.slot(&app, Kind::Halal).await;
        assert_eq!((slot.latest.unwrap().state(app.now().day()), slot.open), (State::Kedaluwarsa, true));
        assert_eq!(stage.submit(&app, Kind::Halal, HALAL, Some("2030-11-26")).await, badge);
        stage.verify(&app, badge, Some("2030-11-26")).await;
        assert!(stage.in_halal_list(&app).await);
    }

    async fn a_changed_product_sends_its_verified_numbers_back(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Halal, HALAL, None).await;
        stage.verify(&app, badge, None).await;
        app.clock.advance(DAY);
        let mut tx = app.db.begin().await.unwrap();
        assert_eq!(recheck_badges(&app, &mut tx, stage.product).await.unwrap(), 1);
        assert_eq!(recheck_badges(&app, &mut tx, stage.product).await.unwrap(), 0);
        tx.commit().await.unwrap();
        assert_eq!(stage.shown(&app).await, [(Kind::Halal, HALAL.to_owned(), false)]);
        let waiting = list_badges_to_decide(&app, &stage.officer, &BadgeFilter::default()).await.unwrap();
        assert_eq!(waiting.badges.iter().map(|row| row.id).collect::<Vec<_>>(), [badge]);
    }

    async fn reminders_come_once_at_ninety_thirty_and_seven_days(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Halal, HALAL, Some("2027-03-04")).await;
        stage.verify(&app, badge, Some("2027-03-04")).await;
        let before = told(&app).await.len();
        let mut sent = Vec::new();
        // A hundred days to the end, and a few more.
        for day in 0..110_i64 {
            let (first, second) = tokio::join!(remind_of_badges(&app), remind_of_badges(&app));
            if first.unwrap() + second.unwrap() > 0 {
                sent.push(100 - day);
            }
            app.clock.advance(DAY);
        }
        assert_eq!(sent, REMINDERS);
        let told = told(&app).await;
        assert_eq!(told.len() - before, 3);
        assert!(told.last().unwrap().contains("4 Maret 2027"), "{told:?}");
        // Renewed, it is reminded of again.
        stage.submit(&app, Kind::Halal, HALAL, Some("2027-06-20")).await;
        stage.verify(&app, badge, Some("2027-06-20")).await;
        assert_eq!(remind_of_badges(&app).await.unwrap(), 0);
        app.clock.advance(10 * DAY);
        assert_eq!(remind_of_badges(&app).await.unwrap(), 1);
    }

    async fn after_a_pause_only_the_latest_reminder_is_sent(app: TestApp) {
        let stage = stage(&app).await;
        for (kind, number, until) in [(Kind::Halal, HALAL, Some("2026-11-30")), (Kind::Nib, "1242300876140", None)] {
            let badge = stage.submit(&app, kind, number, until).await;
            stage.verify(&app, badge, until).await;
        }
        assert_eq!(remind_of_badges(&app).await.unwrap(), 1);
        assert_eq!(remind_of_badges(&app).await.unwrap(), 0);
    }

    async fn twenty_forms_at_once_make_one_badge(app: TestApp) {
        let stage = stage(&app).await;
        let mut running = Vec::new();
        for nth in 0..20 {
            let submission = stage.submission(Kind::Halal, &format!("ID361100045188{:02}", nth % 4), None);
            let (app, owner) = (app.clone(), stage.owner.clone());
            running.push(tokio::spawn(async move { submit_badge(&app, &owner, &submission).await }));
        }
        for task in running {
            task.await.unwrap().unwrap();
        }
        assert_eq!(count(&app, "select count(*) from badge where holder = 'Rohimah'").await, 1);
    }

    async fn of_twenty_officers_at_once_one_decides_on_a_badge(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Halal, HALAL, None).await;
        let mut running = Vec::new();
        for nth in 0..20 {
            let id = app.new_id();
            let sql = "insert into account (id, name, phone, password_hash, state, created_at) values ($1, $2, $3, '', 'active', 0)";
            app.db.run(sql, args![id, format!("Petugas {nth}"), format!("+62811990000{nth:02}")]).await.unwrap();
            let verdict = if nth % 2 == 0 { Verdict::Verify(None) } else { Verdict::Refuse("Alasan.".into()) };
            let app = app.clone();
            running.push(tokio::spawn(async move {
                let officer = account(id, Role::Petugas, &[Duty::Verifikator]);
                decide_badge(&app, &officer, badge, &DecideBadge { verdict, seen: 1 }).await
            }));
        }
        let (mut won, mut told) = (0, 0);
        for task in running {
            match task.await.unwrap() {
                Ok(()) => won += 1,
                Err(DecideBadgeError::Already(Some(last))) if last.name.is_some() => told += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((won, told), (1, 19));
        assert_eq!(count(&app, "select count(*) from outbox").await, 1);
    }

    async fn an_officer_decides_on_what_was_read_and_not_on_what_came_since(app: TestApp) {
        let stage = stage(&app).await;
        let badge = stage.submit(&app, Kind::Halal, HALAL, None).await;
        app.clock.advance(DAY);
        stage.submit(&app, Kind::Halal, "ID36110004518899", None).await;
        let stale = DecideBadge { verdict: Verdict::Verify(None), seen: 1 };
        let refused = decide_badge(&app, &stage.officer, badge, &stale).await;
        assert!(matches!(refused, Err(DecideBadgeError::Already(Some(_)))));
        assert_eq!(state(&app, badge).await, State::Diajukan);
        app.clock.advance(DAY);
        let fresh = DecideBadge { seen: 2, ..stale };
        decide_badge(&app, &stage.officer, badge, &fresh).await.unwrap();
        // Sent twice, it is verified once.
        decide_badge(&app, &stage.officer, badge, &fresh).await.unwrap();
        assert_eq!(seen(&app, badge).await, 3);
        assert_eq!(told(&app).await.len(), 1);
    }

    async fn the_list_shows_each_badge_under_its_tab(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        demo::seed(&app, 200).await.unwrap();
        let officer = account(app.new_id(), Role::Admin, &[]);
        let list = async |tab, words: &str| {
            let filter = BadgeFilter { tab, words: words.into(), ..BadgeFilter::default() };
            list_badges_to_decide(&app, &officer, &filter).await.unwrap()
        };
        let waiting = list(BadgeTab::Waiting, "").await;
        assert!((6..=9).contains(&waiting.badges.len()) && waiting.counts.waiting == waiting.badges.len() as i64);
        assert!(waiting.badges.is_sorted_by_key(|row| row.since));
        assert_eq!(list(BadgeTab::Ending, "").await.badges.len(), 1);
        assert_eq!(list(BadgeTab::Refused, "").await.badges.len(), 2);
        assert!(list(BadgeTab::Past, "").await.badges.is_empty());
        let verified = list(BadgeTab::Verified, "").await;
        assert!(verified.more && verified.badges.len() == 40);
        let found = list(BadgeTab::Waiting, "idm001204518").await.badges;
        assert_eq!(found.iter().map(|row| row.kind).collect::<Vec<_>>(), [Kind::Merek]);
        let halal = BadgeFilter { kind: Some(Kind::Halal), ..BadgeFilter::default() };
        let halal = list_badges_to_decide(&app, &officer, &halal).await.unwrap().badges;
        assert!(!halal.is_empty() && halal.iter().all(|row| row.kind == Kind::Halal));
        let (foreign,): (Uuid,) =
            app.db.one("select id from badge where number = '206367101004229'", args![]).await.unwrap().unwrap();
        let file = find_badge_file(&app, &officer, foreign).await.unwrap().unwrap();
        assert_eq!(file.notes, [Note::OtherRegion("3671".into())]);
    }
}
