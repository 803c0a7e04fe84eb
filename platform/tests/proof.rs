//! Proofs of bank transfers, on both databases.

use std::io::Cursor;
use std::time::Duration;

use domain::account::{Actor, Duty, Role};
use domain::phone::Phone;
use domain::picture::Unfit;
use domain::shop::order::{Action, By, Delivery, Payment, Status};
use image::{ImageFormat, Rgb, RgbImage};
use platform::deadlines::run_deadlines;
use platform::shop::cart::{add_to_cart, find_cart, show_cart};
use platform::shop::catalogue::{Filter, From, find_product, list_products};
use platform::shop::order::{Act, Checkout, Choice, Placed, act_on_order, find_group, find_order, place_order};
use platform::shop::proof::{MOST, ProofError, ProofShown, list_proofs, open_proof, refuse_proof, upload_proof};
use platform::testing::TestApp;
use platform::{args, demo, on_both_databases, secret, setup};
use uuid::Uuid;

/// An order that waits for its transfer.
struct Bought {
    order: Uuid,
    placed: Placed,
    seller: Actor,
}

async fn buy(app: &TestApp, payment: Payment, account: Option<Uuid>) -> Bought {
    setup::prepare(app, "36.03").await.unwrap();
    demo::seed(app, 60).await.unwrap();
    let filter = Filter { available: true, ..Filter::default() };
    let card = list_products(app, &filter, From::Start).await.unwrap().items.remove(0);
    let page = find_product(app, &card.slug).await.unwrap().unwrap();
    let variant = page.variants.iter().find(|variant| variant.available > 0).unwrap().id;
    let token = add_to_cart(app, None, variant, 1).await.unwrap().unwrap();
    let cart = find_cart(app, &token).await.unwrap().unwrap().0;
    let shop = show_cart(app, cart, "").await.unwrap().shops[0].0.id;
    let checkout = Checkout {
        token: secret::new(app),
        name: "Siti Nurjanah".into(),
        phone: Phone::parse("081234567890").unwrap(),
        place: None,
        choices: vec![Choice { shop, delivery: Delivery::Pickup, payment, fee_seen: None }],
        account,
    };
    let placed = place_order(app, cart, &checkout).await.unwrap();
    let order = find_group(app, &placed.secret).await.unwrap().unwrap().0[0].id;
    let (owner,): (Uuid,) = app.db.one("select owner_id from usaha where id = $1", args![shop]).await.unwrap().unwrap();
    Bought { order, placed, seller: account_of(owner, Role::PelakuUsaha, &[]) }
}

fn account_of(id: Uuid, role: Role, duties: &[Duty]) -> Actor {
    Actor::Account { id, roles: vec![role], duties: duties.into() }
}

/// The account of a demo role.
async fn demo_account(app: &TestApp, role: Role, duties: &[Duty]) -> Actor {
    let sql = "select account_id from account_grant where role = $1 order by account_id limit 1";
    let (id,): (Uuid,) = app.db.one(sql, args![role.as_str()]).await.unwrap().unwrap();
    account_of(id, role, duties)
}

fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let image = RgbImage::from_fn(400, 900, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    image.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

async fn send(app: &TestApp, bought: &Bought, key: &str) -> Result<(), ProofError> {
    upload_proof(app, &Actor::Guest, bought.order, key, picture()).await
}

async fn last(app: &TestApp, order: Uuid) -> ProofShown {
    list_proofs(app, order).await.unwrap().remove(0)
}

async fn pay(app: &TestApp, order: Uuid) -> Status {
    act_on_order(app, order, Action::Pay, By::Penjual, &Act::default()).await.unwrap()
}

async fn messages(app: &TestApp, kind: &'static str) -> Vec<(String, String)> {
    app.db.all("select recipient, body from outbox where kind = $1 order by id", args![kind]).await.unwrap()
}

on_both_databases! {
    async fn a_proof_is_not_money_until_the_seller_says_so(app: TestApp) {
        let bought = buy(&app, Payment::Transfer, None).await;
        let files = app.blobs.keys("").len();
        send(&app, &bought, &bought.placed.secret).await.unwrap();
        let proof = last(&app, bought.order).await;
        assert!(proof.is_waiting());
        assert_eq!(find_order(&app, bought.order).await.unwrap().unwrap().header.status, Status::MenungguPembayaran);
        assert_eq!(messages(&app, "proof_sent").await.len(), 1);
        // The same form again changes nothing.
        assert!(matches!(send(&app, &bought, &bought.placed.secret).await, Err(ProofError::Waiting)));
        assert_eq!(app.blobs.keys("").len(), files + 1);
        assert_eq!(pay(&app, bought.order).await, Status::Dibayar);
        let proof = last(&app, bought.order).await;
        assert_eq!((proof.state.as_str(), proof.decided_at.is_some()), ("diterima", true));
        assert!(matches!(send(&app, &bought, &bought.placed.secret).await, Err(ProofError::NotNow)));
        assert!(matches!(refuse_proof(&app, &bought.seller, proof.id, "kurang").await, Err(ProofError::NotNow)));
    }

    async fn a_refusal_says_why_and_another_may_be_sent_five_times_in_all(app: TestApp) {
        let bought = buy(&app, Payment::Transfer, None).await;
        for round in 0..MOST {
            send(&app, &bought, &bought.placed.secret).await.unwrap();
            let proof = last(&app, bought.order).await;
            assert!(matches!(refuse_proof(&app, &bought.seller, proof.id, "  ").await, Err(ProofError::NoReason)));
            refuse_proof(&app, &bought.seller, proof.id, "Jumlahnya kurang Rp5.000.").await.unwrap();
            let again = refuse_proof(&app, &bought.seller, proof.id, "Jumlahnya kurang Rp5.000.").await;
            assert!(matches!(again, Err(ProofError::NotNow)));
            let told = messages(&app, "proof_refused").await;
            assert_eq!(told.len() as i64, round + 1);
            assert!(told[0].0 == "+6281234567890" && told[0].1.contains("kurang Rp5.000"), "{told:?}");
            let proof = last(&app, bought.order).await;
            assert_eq!((proof.state.as_str(), proof.reason.as_str()), ("ditolak", "Jumlahnya kurang Rp5.000."));
            app.clock.advance(Duration::from_secs(60));
        }
        assert!(matches!(send(&app, &bought, &bought.placed.secret).await, Err(ProofError::TooMany)));
        // Paid all the same: what was refused stays refused.
        pay(&app, bought.order).await;
        assert!(list_proofs(&app, bought.order).await.unwrap().iter().all(|proof| proof.state == "ditolak"));
    }

    async fn only_the_buyer_sends(app: TestApp) {
        let bought = buy(&app, Payment::Transfer, None).await;
        let wrong = if bought.placed.pin == "000000" { "000001" } else { "000000" };
        assert!(matches!(send(&app, &bought, wrong).await, Err(ProofError::WrongPin)));
        assert!(matches!(send(&app, &bought, "").await, Err(ProofError::WrongPin)));
        let seller = upload_proof(&app, &bought.seller, bought.order, "", picture()).await;
        assert!(matches!(seller, Err(ProofError::WrongPin)));
        send(&app, &bought, &bought.placed.pin).await.unwrap();
        // A PIN can be guessed at: few tries.
        assert!(matches!(send(&app, &bought, wrong).await, Err(ProofError::WrongPin)));
        assert!(matches!(send(&app, &bought, &bought.placed.pin).await, Err(ProofError::Wait(_))));
    }

    async fn an_account_sends_for_its_own_order_without_a_pin(app: TestApp) {
        setup::prepare(&app, "36.03").await.unwrap();
        demo::seed(&app, 60).await.unwrap();
        let buyer = demo_account(&app, Role::Pembeli, &[]).await;
        let bought = buy(&app, Payment::Transfer, buyer.id()).await;
        for _ in 0..9 {
            let _ = upload_proof(&app, &buyer, bought.order, "", picture()).await;
        }
        let proof = last(&app, bought.order).await;
        assert!(open_proof(&app, &buyer, None, proof.id).await.unwrap().is_some());
    }

    async fn only_those_concerned_see_a_proof_and_nothing_but_pixels(app: TestApp) {
        let bought = buy(&app, Payment::Transfer, None).await;
        send(&app, &bought, &bought.placed.secret).await.unwrap();
        let proof = last(&app, bought.order).await.id;
        let officer = demo_account(&app, Role::Petugas, &[Duty::Toko]).await;
        let admin = demo_account(&app, Role::Admin, &[]).await;
        let secret = Some(bought.placed.secret.as_str());
        for (actor, secret) in [(&bought.seller, None), (&officer, None), (&admin, None), (&Actor::Guest, secret)] {
            let bytes = open_proof(&app, actor, secret, proof).await.unwrap().unwrap();
            // Nothing is cut off a document, and nothing is made larger.
            let image = image::load_from_memory_with_format(&bytes, ImageFormat::WebP).unwrap();
            assert_eq!((image.width(), image.height()), (400, 900));
        }
        let other = demo_account(&app, Role::Pembeli, &[]).await;
        let counter = account_of(app.new_id(), Role::Petugas, &[Duty::Loket]);
        let mentor = account_of(bought.seller.id().unwrap(), Role::Pendamping, &[]);
        let stranger = account_of(app.new_id(), Role::PelakuUsaha, &[]);
        for actor in [&Actor::Guest, &other, &counter, &mentor, &stranger] {
            assert_eq!(open_proof(&app, actor, Some("0000"), proof).await.unwrap(), None, "{actor:?}");
        }
        for actor in [&Actor::Guest, &counter, &mentor] {
            let refused = refuse_proof(&app, actor, proof, "tidak terbaca").await;
            assert!(matches!(refused, Err(ProofError::Forbidden(_))), "{actor:?} {refused:?}");
        }
        for actor in [&other, &stranger] {
            let refused = refuse_proof(&app, actor, proof, "tidak terbaca").await;
            assert!(matches!(refused, Err(ProofError::NotFound)), "{actor:?} {refused:?}");
        }
        // Proofs lie where no public address leads.
        assert!(app.blobs.keys("picture/").iter().all(|key| !key.contains(&proof.simple().to_string())));
        refuse_proof(&app, &officer, proof, "tidak terbaca").await.unwrap();
    }

    async fn what_is_no_picture_is_refused_and_nothing_is_left(app: TestApp) {
        let bought = buy(&app, Payment::Transfer, None).await;
        let before = app.blobs.keys("").len();
        let text = upload_proof(&app, &Actor::Guest, bought.order, &bought.placed.secret, b"%PDF-1.7".to_vec()).await;
        assert!(matches!(text, Err(ProofError::Unfit(Unfit::Foreign))));
        app.blobs.set_full(true);
        assert!(matches!(send(&app, &bought, &bought.placed.secret).await, Err(ProofError::Store(_))));
        app.blobs.set_full(false);
        assert_eq!((app.blobs.keys("").len(), list_proofs(&app, bought.order).await.unwrap().len()), (before, 0));
    }

    async fn an_order_without_a_transfer_takes_none_and_an_expired_one_neither(app: TestApp) {
        let cash = buy(&app, Payment::AtPickup, None).await;
        assert!(matches!(send(&app, &cash, &cash.placed.secret).await, Err(ProofError::NotNow)));
        let late = buy(&app, Payment::Transfer, None).await;
        app.clock.advance(Duration::from_secs(25 * 3600));
        run_deadlines(&app).await.unwrap();
        assert!(matches!(send(&app, &late, &late.placed.secret).await, Err(ProofError::NotNow)));
    }

    async fn two_windows_send_one_proof(app: TestApp) {
        let bought = buy(&app, Payment::Transfer, None).await;
        let before = app.blobs.keys("").len();
        let (one, two) =
            tokio::join!(send(&app, &bought, &bought.placed.secret), send(&app, &bought, &bought.placed.secret));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
        assert_eq!(list_proofs(&app, bought.order).await.unwrap().len(), 1);
        assert_eq!(app.blobs.keys("").len(), before + 1);
    }

    async fn money_and_refusal_at_the_same_moment_have_one_winner(app: TestApp) {
        for _ in 0..5 {
            let bought = buy(&app, Payment::Transfer, None).await;
            send(&app, &bought, &bought.placed.secret).await.unwrap();
            let proof = last(&app, bought.order).await.id;
            let (paid, refused) =
                tokio::join!(pay(&app, bought.order), refuse_proof(&app, &bought.seller, proof, "tidak terbaca"));
            assert_eq!(paid, Status::Dibayar);
            let state = last(&app, bought.order).await.state;
            assert_eq!(state, if refused.is_ok() { "ditolak" } else { "diterima" });
        }
    }
}
