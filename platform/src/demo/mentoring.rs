//! Mentorings in every state, made by the use cases that people use, on a clock that is set back.

use domain::account::{Actor, Role};
use domain::mentoring::{Action, Area, Hours, Priority, Side, Way};
use domain::time::{Day, Timestamp};
use domain::typed::{Line, Text, Whole};
use uuid::Uuid;

use super::past::{PastClock, past};
use super::{DemoAccount, SeedError};
use crate::mentoring::{
    ActionDraft, Booking, FindingDraft, GoalDraft, MentoringDeed, MentoringRequest, VisitDraft, add_action,
    add_finding, add_goal, answer_visit, book_appointment, find_mentoring, finish_action, list_slots, move_mentoring,
    report_visit, request_mentoring, set_hours,
};
use crate::{Platform, args};

/// Beside the one on the sign-in page: a coordinator has somebody to choose.
pub(super) const SECOND_MENTOR: DemoAccount =
    DemoAccount { role: Role::Pendamping, phone: "0811-1000-0024", duties: &[], name: "Dedi Supriyatna" };
/// The mentor of the sign-in page, and the owner.
const MENTOR: &str = "+6281110000004";
const OWNER: &str = "+6281110000002";

/// Mondays to Fridays: when mentors can be met. Minutes after midnight.
const HOURS: [(u16, u16); 2] = [(9 * 60, 12 * 60), (13 * 60, 16 * 60)];

/// An owner with their shop.
struct Owner {
    actor: Actor,
    shop: String,
    kecamatan: String,
}

struct Stage<'s> {
    past: &'s Platform,
    clock: &'s PastClock,
    now: Timestamp,
    mentor: Actor,
}

/// What an owner asks for, and what is planned then.
struct Story {
    area: Area,
    need: &'static str,
    findings: &'static [(Area, &'static str, Priority, &'static str)],
    goals: &'static [(&'static str, &'static str, &'static str, &'static str)],
    /// What, who, so many days after the plan, by way of which service.
    actions: &'static [(&'static str, Side, i64, Option<&'static str>)],
}

const CHIPS: Story = Story {
    area: Area::Pemasaran,
    need: "Keripik laku di sekitar rumah, tetapi belum bisa masuk toko oleh-oleh dan minimarket.",
    findings: &[
        (
            Area::Legalitas,
            "Belum punya P-IRT, padahal diminta toko oleh-oleh",
            Priority::Tinggi,
            "Surat penolakan dua toko",
        ),
        (Area::Pemasaran, "Kemasan plastik bening tanpa label gizi dan tanggal", Priority::Sedang, "Contoh di rak"),
        (Area::Keuangan, "Uang usaha dan uang rumah masih satu dompet", Priority::Sedang, ""),
    ],
    goals: &[
        ("Masuk tiga toko oleh-oleh di Tigaraksa dan Balaraja", "Toko yang menjual", "0 toko", "3 toko"),
        ("Tahu untung tiap bungkus", "Catatan harian", "tidak ada", "setiap hari"),
    ],
    actions: &[
        ("Ajukan P-IRT untuk keripik singkong", Side::Usaha, 30, Some("pirt")),
        ("Ikut kelas desain kemasan", Side::Usaha, 25, Some("pelatihan")),
        ("Catat uang masuk dan keluar selama dua minggu", Side::Usaha, 16, None),
        ("Kirim contoh label yang memenuhi syarat", Side::Pendamping, 7, None),
    ],
};

const SOLD_ONLINE: Story = Story {
    area: Area::Digital,
    need: "Ingin berjualan online, tetapi foto produknya gelap dan jarang ada yang bertanya.",
    findings: &[(Area::Digital, "Foto gelap dan tanpa ukuran produk", Priority::Tinggi, "Halaman toko")],
    goals: &[("Pesanan online tiap minggu", "Pesanan per minggu", "1", "5")],
    actions: &[
        ("Foto ulang sepuluh produk dekat jendela", Side::Usaha, 10, None),
        ("Tulis ukuran dan bahan pada tiap produk", Side::Usaha, 14, None),
    ],
};

const WAITING: [(Area, &str); 2] = [
    (Area::Keuangan, "Mau mengajukan KUR, tetapi belum punya catatan keuangan sama sekali."),
    (Area::Produksi, "Rasa sambal sering berbeda antara satu adonan dan berikutnya."),
];

/// Makes everything; nothing where the demo has no mentor.
pub(super) async fn seed(platform: &Platform) -> Result<(), SeedError> {
    let (past, clock) = past(platform);
    let sql = "select a.id from account a join account_grant g on g.account_id = a.id where g.role = 'pendamping' \
         order by a.phone";
    let mentors: Vec<(Uuid,)> = platform.db.all(sql, args![]).await?;
    let sql = "select id from account where phone = $1";
    let Some((mentor,)) = platform.db.one::<(Uuid,)>(sql, args![MENTOR]).await? else { return Ok(()) };
    let as_mentor = |id| Actor::Account { id, roles: vec![Role::Pendamping], duties: Vec::new() };
    let stage = Stage { past: &past, clock: &clock, now: platform.now(), mentor: as_mentor(mentor) };
    clock.set(stage.now.plus_days(-60));
    let week: Vec<Hours> =
        (0..5).flat_map(|day| HOURS.iter().filter_map(move |(from, to)| Hours::new(day, *from, *to))).collect();
    for (id,) in mentors {
        set_hours(&past, &as_mentor(id), &week).await.map_err(SeedError::case)?;
    }
    let owners = owners(platform).await?;
    let [first, second, third, fourth, fifth, ..] = owners.as_slice() else { return Ok(()) };
    stage.running(first).await?;
    stage.proposed(second).await?;
    stage.finished(third).await?;
    for (nth, owner) in [fourth, fifth].into_iter().enumerate() {
        let (area, need) = WAITING[nth];
        clock.set(stage.now.plus_hours(-50 + 40 * nth as i64));
        stage.ask(owner, area, need).await?;
    }
    // What was said has long been passed on.
    let sql = "update outbox set state = 'handed_off', sent_at = created_at where mentoring_id is not null";
    platform.db.run(sql, args![]).await?;
    Ok(())
}

/// The owner of the sign-in page first, then others by the age of their shops.
async fn owners(platform: &Platform) -> Result<Vec<Owner>, SeedError> {
    let sql = "select u.owner_id, u.name, u.kecamatan from usaha u join account a on a.id = u.owner_id \
         order by case when a.phone = $1 then 0 else 1 end, u.slug limit 5";
    let rows: Vec<(Uuid, String, String)> = platform.db.all(sql, args![OWNER]).await?;
    let owner = |(id, shop, kecamatan)| {
        let actor = Actor::Account { id, roles: vec![Role::PelakuUsaha], duties: Vec::new() };
        Owner { actor, shop, kecamatan }
    };
    Ok(rows.into_iter().map(owner).collect())
}

fn line<const MOST: usize>(text: &str) -> Result<Line<MOST>, SeedError> {
    Line::parse(text).map_err(SeedError::case)
}

fn text<const MOST: usize>(words: &str) -> Result<Text<MOST>, SeedError> {
    Text::parse(words).map_err(SeedError::case)
}

impl Stage<'_> {
    /// At so many hours from now.
    fn at(&self, hours: i64) {
        self.clock.set(self.now.plus_hours(hours));
    }

    fn day(&self, days: i64) -> Day {
        self.now.day().plus(days)
    }

    async fn ask(&self, owner: &Owner, area: Area, need: &str) -> Result<String, SeedError> {
        let request = MentoringRequest {
            id: self.past.new_id(),
            business: line(&owner.shop)?,
            kecamatan: owner.kecamatan.clone(),
            area,
            need: text(need)?,
        };
        request_mentoring(self.past, &owner.actor, &request).await.map_err(SeedError::case)
    }

    async fn step(&self, actor: &Actor, number: &str, action: Action, words: &str) -> Result<(), SeedError> {
        let file = find_mentoring(self.past, actor, number).await.map_err(SeedError::case)?;
        let after = file.goals.iter().map(|goal| Ok((goal.id, line(&goal.value_target)?)));
        let after = after.collect::<Result<Vec<_>, SeedError>>()?;
        let deed = MentoringDeed {
            action,
            seen: file.moves,
            words: Text::parse_optional(words).map_err(SeedError::case)?,
            mentor: None,
            ends_on: (action == Action::Propose).then(|| self.past.now().day().plus(90)),
            after: if action == Action::Evaluate { after } else { Vec::new() },
        };
        move_mentoring(self.past, actor, number, &deed).await.map(drop).map_err(SeedError::case)
    }

    /// From the request, so many days ago, to the plan that lies before the owner.
    async fn plan(&self, owner: &Owner, story: &Story, days: i64) -> Result<String, SeedError> {
        self.at(-24 * days);
        let number = self.ask(owner, story.area, story.need).await?;
        self.at(-24 * days + 5);
        self.step(&self.mentor, &number, Action::Assign, "").await?;
        self.at(-24 * (days - 4));
        for (area, finding, priority, evidence) in story.findings {
            let evidence = Line::parse_optional(evidence).map_err(SeedError::case)?;
            let draft = FindingDraft { area: *area, finding: line(finding)?, priority: *priority, evidence };
            add_finding(self.past, &self.mentor, &number, &draft).await.map_err(SeedError::case)?;
        }
        for (goal, indicator, before, target) in story.goals {
            let draft = GoalDraft {
                goal: line(goal)?,
                indicator: line(indicator)?,
                before: line(before)?,
                target: line(target)?,
            };
            add_goal(self.past, &self.mentor, &number, &draft).await.map_err(SeedError::case)?;
        }
        for (what, side, later, service) in story.actions {
            let due = self.past.now().day().plus(*later);
            let draft = ActionDraft { what: line(what)?, side: *side, due, service: service.map(str::to_owned) };
            add_action(self.past, &self.mentor, &number, &draft).await.map_err(SeedError::case)?;
        }
        self.step(&self.mentor, &number, Action::Propose, "").await?;
        Ok(number)
    }

    async fn visit(
        &self,
        owner: &Owner,
        number: &str,
        days: i64,
        (findings, internal): (&str, &str),
        agreed: &[(&str, i64)],
    ) -> Result<Uuid, SeedError> {
        self.at(-24 * days + 6);
        let actions = agreed.iter().map(|(what, later)| {
            let due = self.past.now().day().plus(*later);
            Ok(ActionDraft { what: line(what)?, side: Side::Usaha, due, service: None })
        });
        let draft = VisitDraft {
            id: self.past.new_id(),
            appointment: None,
            on: self.day(-days),
            minutes: Whole::new(90).map_err(SeedError::case)?,
            way: Way::Tempat,
            place: line("Rumah produksi")?,
            kecamatan: Some(owner.kecamatan.clone()),
            findings: text(findings)?,
            internal: Text::parse_optional(internal).map_err(SeedError::case)?,
            actions: actions.collect::<Result<_, SeedError>>()?,
            next_on: Some(self.past.now().day().plus(14)),
            photo_consent: false,
        };
        report_visit(self.past, &self.mentor, number, &draft).await.map_err(SeedError::case)?;
        Ok(draft.id)
    }

    /// Both sides are at work: a report was confirmed, the last one waits, and they meet again.
    async fn running(&self, owner: &Owner) -> Result<(), SeedError> {
        let number = self.plan(owner, &CHIPS, 24).await?;
        self.at(-24 * 19);
        self.step(&owner.actor, &number, Action::Agree, "").await?;
        let words = "Dapur sudah dipisah dari ruang tamu. Rak bahan dan rak jadi diberi label.";
        let visit = self.visit(owner, &number, 15, (words, ""), &[("Beli timbangan digital", 10)]).await?;
        self.at(-24 * 14);
        answer_visit(self.past, &owner.actor, &number, visit, None).await.map_err(SeedError::case)?;
        let file = find_mentoring(self.past, &owner.actor, &number).await.map_err(SeedError::case)?;
        for action in file.actions.iter().filter(|action| action.visit.is_some() || action.side == Side::Pendamping) {
            finish_action(self.past, &self.mentor, &number, action.id, true).await.map_err(SeedError::case)?;
        }
        let words = "Catatan harian sudah berjalan enam hari. Label masih salah pada berat bersih.";
        let internal = "Pemilik sedang menjaga orang tua yang sakit; jangan menekan tenggat.";
        let agreed = [("Perbaiki berat bersih pada label", 9)];
        self.visit(owner, &number, 2, (words, internal), &agreed).await?;
        self.at(-3);
        let slots = list_slots(self.past, &owner.actor, &number).await.map_err(SeedError::case)?;
        // Not today: the demo may be started late in the day.
        if let Some(slot) = slots.into_iter().find(|slot| slot.from.day() > self.now.day()) {
            let booking = Booking { from: slot.from, way: Way::Tempat, place: line("Rumah produksi")? };
            book_appointment(self.past, &owner.actor, &number, &booking).await.map_err(SeedError::case)?;
        }
        Ok(())
    }

    /// The owner has to answer the plan.
    async fn proposed(&self, owner: &Owner) -> Result<(), SeedError> {
        self.plan(owner, &SOLD_ONLINE, 6).await.map(drop)
    }

    /// It is over, and the owner confirmed what came of it.
    async fn finished(&self, owner: &Owner) -> Result<(), SeedError> {
        let number = self.plan(owner, &SOLD_ONLINE, 58).await?;
        self.at(-24 * 52);
        self.step(&owner.actor, &number, Action::Agree, "").await?;
        let words = "Sepuluh foto baru sudah tayang, ukuran ditulis di semua produk.";
        let visit = self.visit(owner, &number, 30, (words, ""), &[]).await?;
        self.at(-24 * 29);
        answer_visit(self.past, &owner.actor, &number, visit, None).await.map_err(SeedError::case)?;
        let file = find_mentoring(self.past, &owner.actor, &number).await.map_err(SeedError::case)?;
        for action in &file.actions {
            finish_action(self.past, &owner.actor, &number, action.id, true).await.map_err(SeedError::case)?;
        }
        self.at(-24 * 10);
        let words = "Pesanan online naik dari satu menjadi lima tiap minggu. Teruskan memotret produk baru dengan cara yang sama.";
        self.step(&self.mentor, &number, Action::Evaluate, words).await?;
        self.at(-24 * 9);
        self.step(&owner.actor, &number, Action::Confirm, "").await
    }
}
