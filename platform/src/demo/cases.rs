//! Permit cases in every state, made by the same use cases that people use, on a clock that is set back: their events,
//! promises and seals are real.

mod accompanied;
mod stories;

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::account::{Actor, Duty, Role};
use domain::money::Rupiah;
use domain::permit::answers::Path;
use domain::permit::calendar::Calendar;
use domain::permit::key::{Key, Words};
use domain::permit::reason::{OBJECTION, Reason};
use domain::permit::service::{Service, Way};
use domain::permit::state::Action;
use domain::permit::verdict::Verdict;
use domain::phone::Phone;
use domain::time::Day;
use domain::typed::{Line, Text};
use uuid::Uuid;

use self::stories::{HELPED, PAID, STORIES, Scene, Story};
use super::past::{PastClock, past};
use super::{ACCOUNTS, DemoAccount, SeedError, e164, pictures};
use crate::db::DbError;
use crate::permit::{
    Applicant, CaseDeed, Start, add_file, begin_for, calendar, carry_out, count_moves, decide_case, find_applicant,
    find_service, hand_in, judge_document, object, open_window, publish_service, remove_file, save_section,
    set_service_open, show_case, start_case, withdraw,
};
use crate::{Platform, args, secret};

/// The fee of the service that costs something.
const FEE: Rupiah = Rupiah::new(50_000);

/// Tells every story.
pub(super) async fn seed(platform: &Platform) -> Result<(), SeedError> {
    let (past, clock) = past(platform);
    clock.set(platform.now().plus_days(-400));
    let office = Office { past: &past, clock, today: platform.now().day(), calendar: calendar(platform).await? };
    let admin = office.officer(None).await?;
    publish_service(&past, &admin, &office.paid_service().await?).await.map_err(SeedError::case)?;
    for (nth, story) in STORIES.iter().enumerate() {
        office.tell(nth, story).await?;
    }
    accompanied::seed(&office).await?;
    // It costs money, and no page may say otherwise of the services that are open: only its cases go on.
    set_service_open(&past, &admin, &PAID.replace('_', "-"), false).await.map_err(SeedError::case)?;
    platform.memory.services.clear();
    // What was said to applicants has long been passed on.
    let sql = "update outbox set state = 'handed_off', sent_at = created_at where case_id is not null";
    platform.db.run(sql, args![]).await?;
    Ok(())
}

/// Where the stories take place.
pub(super) struct Office<'p> {
    pub past: &'p Platform,
    pub clock: Arc<PastClock>,
    pub today: Day,
    pub calendar: Arc<Calendar>,
}

impl Office<'_> {
    /// A service like the certificate's, with a fee.
    async fn paid_service(&self) -> Result<Service, SeedError> {
        let shown = find_service(self.past, "binaan").await?.ok_or(DbError::Lost { touched: 0 })?;
        let Way::Own(own) = shown.service.way else { return Err(DbError::Lost { touched: 0 }.into()) };
        let name = Words { id: "Lapak Bazar UMKM".to_owned(), en: "Stall at the UMKM Bazaar".to_owned() };
        let code = Key::parse(PAID).map_err(SeedError::case)?;
        let way = Way::Own(domain::permit::service::Own { fee: FEE, ..own });
        Ok(Service { code, version: 1, name, also: Vec::new(), advice: Vec::new(), way, ..shown.service })
    }

    /// The demo account with a duty; without one the administrator.
    pub async fn officer(&self, duty: Option<Duty>) -> Result<Actor, SeedError> {
        self.account(|account| match duty {
            Some(_) => account.only_duty() == duty,
            None => account.role == Role::Admin,
        })
        .await
    }

    /// The demo account with every duty.
    async fn officer_of_all(&self) -> Result<Actor, SeedError> {
        self.account(|account| account.duties == Duty::ALL).await
    }

    async fn account(&self, fits: impl Fn(&&DemoAccount) -> bool) -> Result<Actor, SeedError> {
        let account = ACCOUNTS.iter().find(fits).ok_or(DbError::Lost { touched: 0 })?;
        let sql = "select id from account where phone = $1";
        let found: Option<(Uuid,)> = self.past.db.one(sql, args![e164(account.phone)]).await?;
        let (id,) = found.ok_or(DbError::Lost { touched: 0 })?;
        Ok(Actor::Account { id, roles: vec![account.role], duties: account.duties.into() })
    }

    /// The nth working day before today, or after it.
    pub fn workday(&self, from_today: i64) -> Day {
        let step = from_today.signum();
        let days = (1..).map(|far| self.today.plus(far * step));
        let nth = usize::try_from(from_today.abs()).unwrap_or_default().max(1) - 1;
        days.filter(|day| self.calendar.off(*day).is_none()).nth(nth).unwrap_or(self.today)
    }

    async fn tell(&self, nth: usize, story: &Story) -> Result<(), SeedError> {
        let begins = story.scenes.first().map_or(2, |(ago, _)| *ago);
        // Everybody comes in the morning, one after the other.
        let morning = |ago: i64| self.workday(-ago).start().plus_hours(8).plus_seconds(nth as i64 * 97);
        self.clock.set(morning(begins).plus_seconds(-1800));
        let start = Start {
            token: secret::new(self.past),
            name: Line::parse(story.name).map_err(SeedError::case)?,
            phone: Phone::parse(&format!("0857{:08}", 71_200_000 + nth * 1_013)).map_err(SeedError::case)?,
        };
        let (actor, number, keys) = if HELPED.contains(&story.subject) {
            let mentor = self.account(|account| account.role == Role::Pendamping).await?;
            let number = begin_for(self.past, &mentor, story.service, &start).await.map_err(SeedError::case)?;
            (mentor, number, Vec::new())
        } else {
            let started = start_case(self.past, &Actor::Guest, story.service, &start).await.map_err(SeedError::case)?;
            (Actor::Guest, started.number, vec![started.secret])
        };
        let found = find_applicant(self.past, &actor, &keys, &number).await?;
        let applicant = found.ok_or(DbError::Lost { touched: 0 })?;
        self.fill(nth, story, &applicant).await?;
        for (place, (ago, scene)) in story.scenes.iter().enumerate() {
            self.clock.set(morning(*ago).plus_seconds(600 + place as i64 * 1_200));
            self.play(story, &applicant, &number, *scene).await?;
        }
        Ok(())
    }

    async fn fill(&self, nth: usize, story: &Story, applicant: &Applicant) -> Result<(), SeedError> {
        let reference = self.past.reference().await?;
        let kecamatan = &reference.kecamatan[(nth * 11) % reference.kecamatan.len()];
        let villages = reference.desa(&kecamatan.code);
        let desa = &villages[nth % villages.len()];
        let nik = format!(
            "{}{:02}{:02}{:02}{:02}{:04}",
            reference.regency_digits(),
            1 + nth % 28,
            1 + nth % 27 + 40 * (nth % 2),
            1 + nth % 12,
            68 + nth % 30,
            1 + nth
        );
        let nib = format!("12{:011}", 5_180_022_461_u64 + nth as u64 * 90_173);
        let address = format!("Kp. {} No. {}, RT {:02}/RW {:02}", desa.name, 2 + nth * 3, 1 + nth % 6, 1 + nth % 4);
        let since = format!("{}-{:02}-{:02}", 2012 + nth % 12, 1 + nth % 12, 1 + nth % 28);
        let sales = (48_000_000 + nth * 11_500_000).to_string();
        let workers = (1 + nth % 6).to_string();
        let goods = format!("Produk {} dan turunannya", story.subject);
        let sections: &[(&str, &[(&str, &str)])] = match story.service {
            "rekomendasi-merek" => &[
                ("pemohon", &[("nama", story.name), ("nik", &nik), ("nib", &nib)]),
                ("merek", &[("nama_merek", story.subject), ("barang", &goods), ("dipakai", "sudah")]),
            ],
            _ => &[
                ("pemilik", &[("nama", story.name), ("nik", &nik)]),
                (
                    "usaha",
                    &[
                        ("nama_usaha", story.subject),
                        ("nib", &nib),
                        ("kbli", "10794"),
                        ("desa", &desa.code),
                        ("alamat", &address),
                        ("mulai", &since),
                        ("penjualan", &sales),
                        ("pekerja", &workers),
                    ],
                ),
            ],
        };
        for (section, answers) in sections {
            let texts: BTreeMap<Path, String> =
                answers.iter().map(|(name, text)| (Path::from_name(name), (*text).to_owned())).collect();
            let window = open_window(self.past, applicant, section).await?;
            save_section(self.past, applicant, section, texts, &window).await.map_err(SeedError::case)?;
        }
        if !story.scenes.is_empty() {
            for (path, picture) in documents(story) {
                self.upload(applicant, path, picture).await?;
            }
        }
        Ok(())
    }

    async fn upload(&self, applicant: &Applicant, path: &str, picture: &str) -> Result<(), SeedError> {
        let (name, bytes) = (format!("{path}.webp"), pictures::file(picture).to_vec());
        add_file(self.past, applicant, &Path::from_name(path), &name, bytes).await.map_err(SeedError::case)
    }

    async fn play(&self, story: &Story, applicant: &Applicant, number: &str, scene: Scene) -> Result<(), SeedError> {
        let step = async |duty: Duty, deed: CaseDeed| {
            let officer = self.officer(Some(duty)).await?;
            let seen = count_moves(self.past, number).await?.unwrap_or_default();
            let deed = CaseDeed { seen, ..deed };
            decide_case(self.past, &officer, number, &deed).await.map(drop).map_err(SeedError::case)
        };
        let of = |action| CaseDeed::of(action, 0);
        let because =
            |action, code: &str, text: &str| CaseDeed { reason: Reason::parse(code, text).ok(), ..of(action) };
        match scene {
            Scene::HandIn => hand_in(self.past, applicant).await.map(drop).map_err(SeedError::case),
            Scene::Withdraw => withdraw(self.past, applicant).await.map(drop).map_err(SeedError::case),
            Scene::TakeUp => step(Duty::Verifikator, of(Action::TakeUp)).await,
            Scene::Accept => self.judge(story, number, None).await,
            Scene::Ask => {
                let reason = Reason::parse("tidak_terbaca", "Foto KTP buram. Foto ulang di tempat terang.").ok();
                self.judge(story, number, reason).await?;
                step(Duty::Verifikator, because(Action::AskCorrection, "tidak_terbaca", "Satu dokumen perlu diganti."))
                    .await
            }
            Scene::Mend => self.mend(applicant).await,
            Scene::Plan(ahead) => {
                let visit_on = Some(self.workday(ahead));
                step(Duty::Verifikator, CaseDeed { visit_on, ..of(Action::PlanVisit) }).await
            }
            Scene::Forward => step(Duty::Verifikator, of(Action::Forward)).await,
            Scene::ProposeRefusal => {
                let text = "Penjualan setahun di atas batas usaha kecil.";
                step(Duty::Verifikator, because(Action::ProposeRefusal, "bukan_umk", text)).await
            }
            Scene::Approve => step(Duty::Penyetuju, of(Action::Approve)).await,
            Scene::Refuse => {
                let text = "Usaha ini bukan usaha mikro atau kecil: penjualannya di atas Rp15 miliar setahun.";
                step(Duty::Penyetuju, because(Action::Refuse, "bukan_umk", text)).await
            }
            Scene::Revoke => {
                let text = "NIB pada surat ternyata milik usaha lain.";
                step(Duty::Penyetuju, because(Action::Revoke, "data_berbeda", text)).await
            }
            Scene::Object => {
                let words = Text::parse(
                    "Penjualan di laporan itu milik grup, bukan usaha saya. Laporan usaha saya ada di OSS.",
                );
                object(self.past, applicant, &words.map_err(SeedError::case)?).await.map(drop).map_err(SeedError::case)
            }
            Scene::Dismiss => {
                let text = "Laporan di OSS atas nama usaha yang sama. Penjualannya di atas Rp15 miliar setahun.";
                let seen = count_moves(self.past, number).await?.unwrap_or_default();
                let deed =
                    CaseDeed { reason: Reason::parse(OBJECTION, text).ok(), ..CaseDeed::of(Action::Dismiss, seen) };
                let head = self.officer_of_all().await?;
                decide_case(self.past, &head, number, &deed).await.map(drop).map_err(SeedError::case)
            }
            Scene::Report => {
                let note = Text::parse("Tempat usaha sesuai alamat, alat dan bahan terlihat.").ok();
                step(Duty::Lapangan, CaseDeed { note, ..of(Action::ReportVisit) }).await
            }
            Scene::Stop => self.time(number, "case_stop").await,
            Scene::Expire => self.time(number, "case_expire").await,
        }
    }

    /// Accepts every document; with a reason, the identity card has to be replaced.
    async fn judge(&self, story: &Story, number: &str, ktp: Option<Reason>) -> Result<(), SeedError> {
        let officer = self.officer(Some(Duty::Verifikator)).await?;
        for (path, _) in documents(story) {
            let verdict = match &ktp {
                Some(reason) if path == "ktp" => Verdict::Replace { reason: reason.clone(), example: None },
                _ => Verdict::Accepted,
            };
            let path = Path::from_name(path);
            judge_document(self.past, &officer, number, &path, &verdict).await.map_err(SeedError::case)?;
        }
        Ok(())
    }

    /// Another photograph of the identity card is handed in.
    async fn mend(&self, applicant: &Applicant) -> Result<(), SeedError> {
        let ktp = Path::from_name("ktp");
        let shown = show_case(self.past, applicant).await?.ok_or(DbError::Lost { touched: 0 })?;
        for file in shown.typed.files.get(&ktp).into_iter().flatten() {
            remove_file(self.past, applicant, &ktp, file.id).await.map_err(SeedError::case)?;
        }
        self.upload(applicant, "ktp", "1f4bb").await?;
        hand_in(self.past, applicant).await.map(drop).map_err(SeedError::case)
    }

    /// A limit is over.
    async fn time(&self, number: &str, timer: &str) -> Result<(), SeedError> {
        let mut tx = self.past.db.begin().await?;
        let found: Option<(Uuid,)> = tx.one("select id from permit_case where number = $1", args![number]).await?;
        let (case,) = found.ok_or(DbError::Lost { touched: 0 })?;
        carry_out(self.past, &mut tx, timer, case).await?;
        Ok(tx.commit().await?)
    }
}

/// Where a service wants documents, and the picture that stands for one.
fn documents(story: &Story) -> [(&'static str, &'static str); 2] {
    match story.service {
        "rekomendasi-merek" => [("ktp", "1f4bb"), ("etiket", "1f6cd-fe0f")],
        _ => [("ktp", "1f4bb"), ("foto_usaha", "1f9fa")],
    }
}
