//! Every use case x every role: who may, and everybody else is refused.
//!
//! A new use case is one line in [`use_cases`]: its name, who may, and how it is tried. What it is tried with may be
//! wrong (an account that does not exist): it only matters whether the person gets as far as to be told so.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use domain::account::{Actor, Duty, Forbidden, Role};
use domain::complaint::Action as ComplaintAction;
use domain::mentoring::{Action as MentoringAction, AppointmentState, Area, Priority, Side, Way};
use domain::permit::answers::Path;
use domain::permit::calendar::{OffDay, OffKind};
use domain::permit::service::Service;
use domain::permit::state::Action as PermitAction;
use domain::permit::verdict::Verdict as Judgement;
use domain::phone::Phone;
use domain::region::RegionCode;
use domain::shop::badge::{Kind, Number};
use domain::shop::order::Action;
use domain::shop::product::{Details, ProductAction, Terms};
use domain::shop::profile::{DeliveryTerms, PaymentTerms, Profile};
use domain::shop::usaha::Decision;
use domain::time::{Day, Timestamp};
use domain::training::Picture;
use domain::training::certificate::Ending;
use domain::training::class::Action as ClassAction;
use domain::training::plan::Plan;
use domain::training::registration::Action as RegistrationAction;
use domain::typed::{Line, Text, Whole};
use platform::account::*;
use platform::complaint::*;
use platform::mentoring::*;
use platform::notice::{MessageFilter, hand_off, list_messages};
use platform::permit::*;
use platform::shop::badge::*;
use platform::shop::order::{
    self, Act, OrderFilter, act_as_officer, act_as_seller, find_office_order, find_shop_order, keep_order,
};
use platform::shop::pictures::{
    add_product_picture, find_product_pictures, find_shop_picture, place_product_picture, remove_product_picture,
    remove_shop_picture, set_shop_picture,
};
use platform::shop::product::*;
use platform::shop::proof::refuse_proof;
use platform::shop::usaha::*;
use platform::testing::TestApp;
use platform::training::*;
use platform::{on_both_databases, secret};
use uuid::Uuid;

/// Everybody who can stand before the platform.
fn cast(app: &TestApp) -> Vec<(String, Actor)> {
    let actor = |roles: &[Role], duties: &[Duty]| Actor::Account {
        id: app.new_id(),
        roles: [&[Role::Pembeli], roles].concat(),
        duties: duties.into(),
    };
    let mut cast = vec![("tamu".to_owned(), Actor::Guest)];
    for role in Role::ALL {
        cast.push((role.to_string(), actor(&[*role], &[])));
    }
    for duty in Duty::ALL {
        cast.push((duty.to_string(), actor(&[Role::Petugas], &[*duty])));
    }
    cast
}

/// Stands in the database too: some use cases look again.
async fn enrol(app: &TestApp, actor: &Actor) {
    let Actor::Account { id, roles, duties } = actor else { return };
    let sql =
        "insert into account (id, name, email, password_hash, state, created_at) values ($1, 'X', $2, '', 'active', 0)";
    app.db.run(sql, platform::args![*id, format!("{id}@contoh.id")]).await.unwrap();
    let duties = if duties.is_empty() { vec![String::new()] } else { duties.iter().map(Duty::to_string).collect() };
    for role in roles.iter().collect::<BTreeSet<_>>() {
        for duty in &duties {
            let duty = if *role == Role::Petugas { duty.as_str() } else { "" };
            let sql = "insert into account_grant (account_id, role, duty, granted_at) values ($1, $2, $3, 0)";
            app.db.run(sql, platform::args![*id, role.as_str(), duty]).await.unwrap();
        }
    }
}

/// Whether the person got past the door: anything but [`Forbidden`].
fn may<T, E: Error + 'static>(result: Result<T, E>) -> bool {
    let Err(error) = result else { return true };
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(error) = cause {
        if error.is::<Forbidden>() || error.to_string() == Forbidden.to_string() {
            return false;
        }
        cause = error.source();
    }
    true
}

type Tried<'t> = std::pin::Pin<Box<dyn Future<Output = bool> + Send + 't>>;

/// A use case, the words of [`cast`] for whom it works, and how it is tried.
struct UseCase {
    name: &'static str,
    who: &'static str,
    try_it: for<'t> fn(&'t TestApp, &'t Actor, &'t Somebody) -> Tried<'t>,
}

/// Things that use cases are tried on.
struct Somebody {
    /// An account of somebody else.
    account: Uuid,
}

/// Everybody with an account.
const SIGNED_IN: &str = "pembeli pelaku_usaha petugas pendamping admin loket verifikator lapangan penyetuju bendahara pelatihan toko \
     data";

/// Who admits shops.
const SHOPS: &str = "admin toko";
/// Who sees the cases of applicants.
const CASES: &str = "loket verifikator lapangan penyetuju bendahara";
/// Who works on complaints: every officer with a duty, as each may be given one.
const OFFICERS: &str = "loket verifikator lapangan penyetuju bendahara pelatihan toko data";
/// Who organises training.
const TRAINING: &str = "admin pelatihan";
/// Who verifies badges.
const BADGES: &str = "admin toko verifikator";

fn approve() -> Decide {
    Decide { decision: Decision::Approve, reason: String::new(), seen: 0 }
}

fn verify() -> DecideBadge {
    DecideBadge { verdict: Verdict::Verify(None), seen: 0 }
}

fn nib() -> Submission {
    let number = Number::parse(Kind::Nib, "1234567890123").unwrap();
    Submission { number, product: None, holder: String::new(), until: None }
}

fn profile() -> Profile {
    Profile {
        name: Line::parse("Dapur").unwrap(),
        kecamatan: RegionCode::parse("36.03.20").unwrap(),
        desa: RegionCode::parse("36.03.20.1011").unwrap(),
        address: Line::parse("Kp. Babakan 3").unwrap(),
        phone: Phone::parse("081234567890").unwrap(),
        description: Text::parse("Masakan.").unwrap(),
        opening_hours: Line::parse("Setiap hari").unwrap(),
    }
}

fn day() -> Day {
    Day::parse("2028-01-03").unwrap()
}

fn off() -> OffDay {
    OffDay { kind: OffKind::CutiBersama, name: "Cuti".into() }
}

fn service() -> Service {
    serde_json::from_str(include_str!("../src/permit/services/nib.json")).unwrap()
}

fn variant(id: Uuid) -> NewVariant {
    let terms =
        Terms { option1: None, option2: None, price: Whole::new(9_000).unwrap(), weight: Whole::new(1).unwrap() };
    NewVariant { id, terms, on_hand: Whole::new(1).unwrap() }
}

fn product(id: Uuid) -> NewProduct {
    let details = Details {
        name: Line::parse("Keripik").unwrap(),
        category: "keripik".into(),
        description: None,
        net_weight: None,
        composition: None,
        shelf_life: None,
    };
    let NewVariant { terms, on_hand, .. } = variant(id);
    NewProduct { id, details, terms, on_hand }
}

fn course() -> CourseDraft {
    CourseDraft {
        title: Line::parse("Foto").unwrap(),
        summary: Line::parse("Ringkas").unwrap(),
        description: Text::parse("Isi").unwrap(),
        category: "tidak-ada".into(),
        audience: Line::parse("Semua").unwrap(),
        beginner: true,
        bring: None,
        picture: Picture::Foto,
        certificate: false,
        minimum: 0,
    }
}

fn venue() -> VenueDraft {
    VenueDraft {
        name: Line::parse("Aula").unwrap(),
        address: Line::parse("Jl. Raya 1").unwrap(),
        kecamatan: "99.99.99".into(),
        capacity: None,
        step_free: true,
        note: None,
    }
}

fn class(course: Uuid, now: Timestamp) -> ClassDraft {
    let plan = Plan {
        sessions: Vec::new(),
        opens_at: now,
        closes_at: now,
        cancel_until: now,
        release_at: None,
        offer_hours: 1,
        seats: Vec::new(),
    };
    let (trainer, contact) = (Line::parse("Bayu").unwrap(), Line::parse("Loket").unwrap());
    ClassDraft { course, venue: None, link: None, trainer, contact, plan, topics: Vec::new() }
}

fn reason<const MOST: usize>() -> Line<MOST> {
    Line::parse("Alasan").unwrap()
}

fn publish() -> ClassDeed {
    ClassDeed { action: ClassAction::Publish, reason: None, closes_at: None }
}

fn mentoring(id: Uuid) -> MentoringRequest {
    let (business, need) = (Line::parse("Dapur").unwrap(), Text::parse("Omzet").unwrap());
    MentoringRequest { id, business, kecamatan: "36.03.01".into(), area: Area::Keuangan, need }
}

fn stop() -> MentoringDeed {
    let (action, words) = (MentoringAction::Stop, Text::parse("Alasan").ok());
    MentoringDeed { action, seen: 0, words, mentor: None, ends_on: None, after: Vec::new() }
}

fn finding() -> FindingDraft {
    FindingDraft { area: Area::Keuangan, finding: reason(), priority: Priority::Tinggi, evidence: None }
}

fn goal() -> GoalDraft {
    GoalDraft { goal: reason(), indicator: reason(), before: reason(), target: reason() }
}

fn agreed() -> ActionDraft {
    ActionDraft { what: reason(), side: Side::Usaha, due: day(), service: None }
}

fn booking(now: Timestamp) -> Booking {
    Booking { from: now, way: Way::Daring, place: reason() }
}

fn visit(id: Uuid) -> VisitDraft {
    VisitDraft {
        id,
        appointment: None,
        on: day(),
        minutes: Whole::new(60).unwrap(),
        way: Way::Daring,
        place: reason(),
        kecamatan: None,
        findings: Text::parse("Kas").unwrap(),
        internal: None,
        actions: Vec::new(),
        next_on: None,
        photo_consent: false,
    }
}

/// `name | who => |app, actor, on| result;`
macro_rules! use_cases {
    ($($name:literal | $who:expr => |$app:ident, $actor:ident, $on:ident| $result:expr;)+) => {
        vec![$(UseCase {
            name: $name,
            who: $who,
            try_it: |$app, $actor, $on| Box::pin(async move { let _ = $on; may($result.await) }),
        }),+]
    };
}

fn use_cases() -> Vec<UseCase> {
    use_cases! {
        "account/list" | "admin" => |app, actor, on| list_accounts(app, actor, &AccountSearch::default());
        "account/find" | "admin" => |app, actor, on| find_account(app, actor, on.account);
        "account/grant" | "admin" => |app, actor, on| set_grants(app, actor, on.account, &[Role::Pendamping], &[]);
        "account/block" | "admin" => |app, actor, on| block_account(app, actor, on.account, "Alasan");
        "account/unblock" | "admin" => |app, actor, on| unblock_account(app, actor, on.account);
        "account/reset second step" | "admin" => |app, actor, on| reset_second_step(app, actor, on.account);
        "account/change password" | SIGNED_IN => |app, actor, on| change_password(app, actor, "", "x", "kopi tanpa gula pagi");
        "account/start second step" | SIGNED_IN => |app, actor, on| start_second_step(app, actor, "", &secret::new(app), "1");
        "account/stop second step" | SIGNED_IN => |app, actor, on| stop_second_step(app, actor, "x");
        "training/save course" | TRAINING => |app, actor, on| save_course(app, actor, None, &course());
        "training/save venue" | TRAINING => |app, actor, on| save_venue(app, actor, None, &venue());
        "training/create class" | TRAINING => |app, actor, on| create_class(app, actor, &class(on.account, app.now()));
        "training/change class" | TRAINING => |app, actor, on| change_class(app, actor, "x", 0, &class(on.account, app.now()));
        "training/list classes" | TRAINING => |app, actor, on| list_office_classes(app, actor, ClassDrawer::Running);
        "training/find class" | TRAINING => |app, actor, on| find_class_file(app, actor, "x");
        "training/list courses" | TRAINING => |app, actor, on| list_courses(app, actor);
        "training/find course" | TRAINING => |app, actor, on| find_course(app, actor, on.account);
        "training/list venues" | TRAINING => |app, actor, on| list_venues(app, actor);
        "training/find venue" | TRAINING => |app, actor, on| find_venue(app, actor, on.account);
        "training/list participants" | TRAINING => |app, actor, on| list_participants(app, actor, "x");
        "training/decide registration" | TRAINING => |app, actor, on| decide_registration(
            app, actor, "x", RegistrationAction::Reject, &reason());
        "training/find certificates" | TRAINING => |app, actor, on| find_awards(app, actor, "x");
        "training/issue certificates" | TRAINING => |app, actor, on| issue_certificates(app, actor, "x");
        "training/issue certificate by hand" | TRAINING => |app, actor, on| issue_by_hand(app, actor, "x", &reason());
        "training/correct certificate" | TRAINING => |app, actor, on| correct_certificate(app, actor, "x", &reason());
        "training/revoke certificate" | TRAINING => |app, actor, on| revoke_certificate(
            app, actor, "x", Ending::Misused, &reason());
        "training/move class" | TRAINING => |app, actor, on| move_class(app, actor, "tidak-ada", &publish());
        "shop/count" | SHOPS => |app, actor, on| count_shops(app, actor);
        "shop/list to decide" | SHOPS => |app, actor, on| list_shops_to_decide(app, actor, &ShopFilter::default());
        "shop/list late" | SHOPS => |app, actor, on| list_late_shops(app, actor);
        "shop/find file" | SHOPS => |app, actor, on| find_shop_file(app, actor, on.account);
        "shop/decide" | SHOPS => |app, actor, on| decide_shop(app, actor, on.account, &approve());
        "shop/hand in again" | SIGNED_IN => |app, actor, on| hand_in_again(app, actor);
        "shop/open" | SIGNED_IN => |app, actor, on| open_shop(app, actor, &NewShop { profile: profile(), pickup: true });
        "shop/find own" | SIGNED_IN => |app, actor, on| find_own_shop(app, actor);
        "shop/overview" | SIGNED_IN => |app, actor, on| find_overview(app, actor);
        "shop/list fees" | SIGNED_IN => |app, actor, on| list_fees(app, actor);
        "shop/update" | SIGNED_IN => |app, actor, on| update_shop(app, actor, &profile());
        "shop/close" | SIGNED_IN => |app, actor, on| set_closed_days(app, actor, None);
        "shop/deliver" | SIGNED_IN => |app, actor, on| set_delivery(app, actor, &DeliveryTerms::new(true, false, BTreeMap::new()).unwrap());
        "shop/be paid" | SIGNED_IN => |app, actor, on| set_payment(app, actor, &PaymentTerms::new(true, false, None).unwrap());
        "product/list own" | SIGNED_IN => |app, actor, on| list_own_products(app, actor, &OwnFilter::default());
        "product/find own" | SIGNED_IN => |app, actor, on| find_own_product(app, actor, on.account);
        "product/create" | SIGNED_IN => |app, actor, on| create_product(app, actor, &product(on.account));
        "product/update" | SIGNED_IN => |app, actor, on| update_product(app, actor, on.account, &product(on.account).details);
        "product/change state" | SIGNED_IN => |app, actor, on| change_product_state(app, actor, on.account, ProductAction::Archive);
        "product/count stock" | SIGNED_IN => |app, actor, on| set_stock(app, actor, on.account, 0, product(on.account).on_hand);
        "variant/add" | SIGNED_IN => |app, actor, on| add_variant(app, actor, on.account, &variant(on.account));
        "variant/update" | SIGNED_IN => |app, actor, on| update_variant(app, actor, on.account, &variant(on.account).terms, 0, variant(on.account).on_hand);
        "variant/archive" | SIGNED_IN => |app, actor, on| archive_variant(app, actor, on.account);
        "variant/restore" | SIGNED_IN => |app, actor, on| restore_variant(app, actor, on.account);
        "badge/count" | BADGES => |app, actor, on| count_badges(app, actor);
        "badge/list to decide" | BADGES => |app, actor, on| list_badges_to_decide(app, actor, &BadgeFilter::default());
        "badge/find file" | BADGES => |app, actor, on| find_badge_file(app, actor, on.account);
        "badge/decide" | BADGES => |app, actor, on| decide_badge(app, actor, on.account, &verify());
        "badge/find own" | SIGNED_IN => |app, actor, on| find_own_legality(app, actor);
        "badge/submit" | SIGNED_IN => |app, actor, on| submit_badge(app, actor, &nib());
        "picture/of a product" | SIGNED_IN => |app, actor, on| find_product_pictures(app, actor, on.account);
        "picture/add" | SIGNED_IN => |app, actor, on| add_product_picture(app, actor, on.account, vec![]);
        "picture/place" | SIGNED_IN => |app, actor, on| place_product_picture(app, actor, on.account, on.account, 0);
        "picture/remove" | SIGNED_IN => |app, actor, on| remove_product_picture(app, actor, on.account, on.account);
        "picture/of a shop" | SIGNED_IN => |app, actor, on| find_shop_picture(app, actor);
        "picture/set for a shop" | SIGNED_IN => |app, actor, on| set_shop_picture(app, actor, vec![]);
        "picture/remove from a shop" | SIGNED_IN => |app, actor, on| remove_shop_picture(app, actor);
        "proof/refuse" | SIGNED_IN => |app, actor, on| refuse_proof(app, actor, on.account, "Alasan");
        "order/list of shop" | SIGNED_IN => |app, actor, on| order::list_shop_orders(app, actor, &OrderFilter::default());
        "order/export of shop" | SIGNED_IN => |app, actor, on| order::export_shop_orders(app, actor, &OrderFilter::default());
        "order/find of shop" | SIGNED_IN => |app, actor, on| find_shop_order(app, actor, "x");
        "order/act as seller" | SIGNED_IN => |app, actor, on| act_as_seller(app, actor, "x", Action::Accept, &Act::default());
        "order/find of office" | SHOPS => |app, actor, on| find_office_order(app, actor, "x");
        "order/act as officer" | SHOPS => |app, actor, on| act_as_officer(app, actor, "x", Action::Accept, &Act::default());
        "outbox/list" | "admin toko loket" => |app, actor, on| list_messages(app, actor, &MessageFilter::default());
        "outbox/hand off" | SIGNED_IN => |app, actor, on| hand_off(app, actor, on.account);
        "permit/publish a service" | "admin" => |app, actor, on| publish_service(app, actor, &service());
        "permit/close a service" | "admin" => |app, actor, on| set_service_open(app, actor, "nib", false);
        "permit/list services to keep" | "admin" => |app, actor, on| list_service_desk(app, actor);
        "permit/find a service to keep" | "admin" => |app, actor, on| find_service_file(app, actor, "nib");
        "permit/begin a draft" | "admin" => |app, actor, on| begin_draft(app, actor, "nib");
        "permit/begin a draft from a definition" | "admin" => |app, actor, on| import_draft(app, actor, &service());
        "permit/find a draft" | "admin" => |app, actor, on| find_draft(app, actor, "nib");
        "permit/change a draft" | "admin" => |app, actor, on| change_draft(app, actor, "nib", 1, &service());
        "permit/throw a draft away" | "admin" => |app, actor, on| discard_draft(app, actor, "nib", 1);
        "permit/publish a draft" | "admin" => |app, actor, on| publish_draft(app, actor, "nib", 1, 1);
        "permit/list days off" | "admin" => |app, actor, on| list_holidays(app, actor);
        "permit/add a day off" | "admin" => |app, actor, on| add_holiday(app, actor, day(), &off());
        "permit/change a day off" | "admin" => |app, actor, on| change_holiday(app, actor, day(), day(), &off());
        "permit/remove a day off" | "admin" => |app, actor, on| remove_holiday(app, actor, day());
        "permit/import days off" | "admin" => |app, actor, on| import_holidays(app, actor, &[(day(), off())]);
        "permit/list cases" | CASES => |app, actor, on| list_cases(app, actor, &CaseFilter::default());
        "permit/count cases" | CASES => |app, actor, on| count_cases(app, actor);
        "permit/list visits" | CASES => |app, actor, on| list_visits(app, actor);
        "permit/open a case" | CASES => |app, actor, on| open_case(app, actor, "x");
        "permit/take a step" | CASES => |app, actor, on| decide_case(app, actor, "x", &CaseDeed::of(PermitAction::TakeUp, 0));
        "permit/note a duty" | "verifikator" => |app, actor, on| finish_duty_for(app, actor, "x", "pkp", 0);
        "permit/find what is under way" | SIGNED_IN => |app, actor, on| find_companion(app, actor);
        "permit/assign" | CASES => |app, actor, on| assign_case(app, actor, "x", on.account);
        "permit/find beside" | CASES => |app, actor, on| find_beside(app, actor, &CaseFilter::default(), "IZN-0000-0000-0");
        "permit/take a case" | CASES => |app, actor, on| take_case(app, actor, &Chosen { number: "x".into(), seen: 0 });
        "permit/photograph a visit" | "lapangan" => |app, actor, on| add_photo(app, actor, "x", "a.png", vec![]);
        "permit/remove a photograph" | "lapangan" => |app, actor, on| remove_photo(app, actor, "x", on.account);
        "permit/judge" | "verifikator" => |app, actor, on| judge_document(app, actor, "x", &Path::from_name("ktp"), &Judgement::Accepted);
        "permit/consent" | "penyetuju" => |app, actor, on| consent_to_correction(app, actor, "x");
        "permit/see a NIK" | "verifikator penyetuju" => |app, actor, on| show_sensitive(app, actor, "x", &Path::from_name("nik"));
        "complaint/list" | OFFICERS => |app, actor, on| list_complaints(app, actor, Drawer::Verify, None);
        "complaint/count" | OFFICERS => |app, actor, on| count_complaints(app, actor);
        "complaint/open" | OFFICERS => |app, actor, on| open_complaint(app, actor, "x");
        "complaint/take a step" | OFFICERS => |app, actor, on| decide_complaint(app, actor, "x", &ComplaintDeed::of(ComplaintAction::Answer, 0));
        "complaint/see who complains" | OFFICERS => |app, actor, on| show_complainant(app, actor, "x");
        "mentoring/request" | SIGNED_IN => |app, actor, on| request_mentoring(app, actor, &mentoring(on.account));
        "mentoring/find" | SIGNED_IN => |app, actor, on| find_mentoring(app, actor, "x");
        "mentoring/move" | SIGNED_IN => |app, actor, on| move_mentoring(app, actor, "x", &stop());
        "mentoring/add a finding" | SIGNED_IN => |app, actor, on| add_finding(app, actor, "x", &finding());
        "mentoring/add a goal" | SIGNED_IN => |app, actor, on| add_goal(app, actor, "x", &goal());
        "mentoring/add an action" | SIGNED_IN => |app, actor, on| add_action(app, actor, "x", &agreed());
        "mentoring/remove a line" | SIGNED_IN => |app, actor, on| remove_line(app, actor, "x", PlanLine::Goal, on.account);
        "mentoring/finish an action" | SIGNED_IN => |app, actor, on| finish_action(app, actor, "x", on.account, true);
        "mentoring/list free times" | SIGNED_IN => |app, actor, on| list_slots(app, actor, "x");
        "mentoring/book" | SIGNED_IN => |app, actor, on| book_appointment(app, actor, "x", &booking(app.now()));
        "mentoring/call off" | SIGNED_IN => |app, actor, on| end_appointment(
            app, actor, "x", on.account, AppointmentState::Batal);
        "mentoring/report a visit" | SIGNED_IN => |app, actor, on| report_visit(app, actor, "x", &visit(on.account));
        "mentoring/answer a report" | SIGNED_IN => |app, actor, on| answer_visit(app, actor, "x", on.account, None);
        "mentoring/photograph a visit" | SIGNED_IN => |app, actor, on| add_visit_photo(app, actor, "x", on.account, vec![]);
        "mentoring/remove a photograph" | SIGNED_IN => |app, actor, on| remove_visit_photo(app, actor, "x", on.account);
        "mentoring/find hours" | "pendamping" => |app, actor, on| find_hours(app, actor);
        "mentoring/set hours" | "pendamping" => |app, actor, on| set_hours(app, actor, &[]);
        "mentoring/add days off" | "pendamping" => |app, actor, on| add_away(app, actor, day(), day());
        "mentoring/remove days off" | "pendamping" => |app, actor, on| remove_away(app, actor, on.account);
        "mentoring/a mentor's day" | "pendamping" => |app, actor, on| mentor_day(app, actor);
        "mentoring/list load" | TRAINING => |app, actor, on| list_load(app, actor);
        "mentoring/list" | TRAINING => |app, actor, on| list_mentorings(app, actor, MentoringDrawer::Waiting, None);
        "mentoring/count" | TRAINING => |app, actor, on| count_waiting_mentorings(app, actor);
        "order/keep" | SIGNED_IN => |app, actor, on| keep_order(app, actor, "x");
    }
}

on_both_databases! {
    async fn every_use_case_lets_in_who_may_and_nobody_else(app: TestApp) {
        let cast = cast(&app);
        for (_, actor) in &cast {
            enrol(&app, actor).await;
        }
        let somebody = Actor::Account { id: app.new_id(), roles: vec![Role::Pembeli], duties: vec![] };
        enrol(&app, &somebody).await;
        let on = Somebody { account: somebody.id().unwrap() };
        let mut names = BTreeSet::new();
        for UseCase { name, who, try_it } in use_cases() {
            assert!(names.insert(name), "{name} stands here twice");
            let expected: BTreeSet<&str> = who.split_whitespace().collect();
            let mut found = BTreeSet::new();
            for (word, actor) in &cast {
                if try_it(&app, actor, &on).await {
                    found.insert(word.as_str());
                }
            }
            assert_eq!(found, expected, "{name}");
        }
    }
}
