//! A complaint in every state, made by the same use cases that people use, on a clock that is set back.

use domain::account::{Actor, Duty};
use domain::complaint::{Action, Privacy, Story as Told};
use domain::phone::Phone;
use domain::typed::{Line, Text};

use super::SeedError;
use super::cases::Office;
use super::past::past;
use crate::complaint::{
    About, ComplaintDeed, Filing, decide_complaint, file_complaint, find_complainant, reply_to_answer, settle_complaint,
};
use crate::db::DbError;
use crate::permit::calendar;
use crate::{Platform, args, secret};

/// Something that happens, so many working days before today.
#[derive(Debug, Clone, Copy)]
enum Scene {
    /// The counter gives it to the officer with this duty.
    Forward(Duty),
    /// That officer answers.
    Answer(Duty, &'static str),
    /// The complainant replies.
    Reply(&'static str),
    /// The complainant says that it is settled.
    Settle,
    /// The counter sends it elsewhere.
    Decline(&'static str),
}

/// What happened with one complaint.
struct Story {
    name: &'static str,
    service: Option<&'static str>,
    shop: Option<&'static str>,
    privacy: Privacy,
    told: &'static str,
    filed: i64,
    scenes: &'static [(i64, Scene)],
}

const STORIES: &[Story] = &[
    Story {
        name: "Enok Suhaeni",
        service: Some("rekomendasi-merek"),
        shop: None,
        privacy: Privacy::Biasa,
        told: "Hari Senin saya datang pukul 13.15 ke loket untuk bertanya syarat etiket merek, tetapi loket kosong sampai \
               pukul 14.00. Mohon ada petugas pengganti saat jam istirahat.",
        filed: 1,
        scenes: &[],
    },
    Story {
        name: "Marsudi",
        service: Some("rekomendasi-merek"),
        shop: None,
        privacy: Privacy::Rahasia,
        told: "Ada orang di depan kantor yang mengaku dapat mempercepat rekomendasi merek dengan bayaran Rp 150.000. Ia \
               menyebut nama kantor ini. Mohon ditertibkan.",
        filed: 4,
        scenes: &[(2, Scene::Forward(Duty::Penyetuju))],
    },
    Story {
        name: "Yayah Rokayah",
        service: None,
        shop: Some("Pesanan kue kering, penjual tidak membalas"),
        privacy: Privacy::Biasa,
        told: "Saya memesan kue kering untuk hajatan dan sudah membayar lewat transfer. Sudah lima hari penjual tidak \
               membalas pesan saya.",
        filed: 8,
        scenes: &[
            (7, Scene::Forward(Duty::Lapangan)),
            (
                4,
                Scene::Answer(
                    Duty::Lapangan,
                    "Kami sudah menghubungi penjual. Ia sakit dan lupa menutup tokonya; pesanan Ibu dikirim besok, atau uang \
                     kembali bila Ibu memilih batal. Kabari kami bila belum sampai.",
                ),
            ),
        ],
    },
    Story {
        name: "Tatang Hermawan",
        service: Some("binaan"),
        shop: None,
        privacy: Privacy::Biasa,
        told: "Di halaman syarat tertulis satu foto tempat usaha, tetapi di loket saya diminta tiga foto. Mohon disamakan.",
        filed: 20,
        scenes: &[
            (19, Scene::Forward(Duty::Verifikator)),
            (
                16,
                Scene::Answer(
                    Duty::Verifikator,
                    "Satu foto sudah cukup, seperti di halaman. Petugas loket sudah kami beri tahu.",
                ),
            ),
            (15, Scene::Reply("Terima kasih. Apakah permohonan saya perlu dikirim ulang?")),
            (
                13,
                Scene::Answer(Duty::Verifikator, "Tidak perlu. Permohonan Bapak kami lanjutkan dengan foto yang ada."),
            ),
            (12, Scene::Settle),
        ],
    },
    Story {
        name: "",
        service: None,
        shop: None,
        privacy: Privacy::TanpaNama,
        told: "Lampu jalan di depan pasar desa kami mati sudah dua minggu, pedagang malam takut berjualan.",
        filed: 6,
        scenes: &[(
            5,
            Scene::Decline(
                "Lampu jalan diurus Dinas Perhubungan. Laporkan lewat lapor.go.id agar langsung sampai ke dinas itu.",
            ),
        )],
    },
];

/// Tells every story.
pub(super) async fn seed(platform: &Platform) -> Result<(), SeedError> {
    let (past, clock) = past(platform);
    let office = Office { past: &past, clock, today: platform.now().day(), calendar: calendar(platform).await? };
    for (nth, story) in STORIES.iter().enumerate() {
        tell(&office, nth, story).await?;
    }
    // What was said has long been passed on.
    let sql = "update outbox set state = 'handed_off', sent_at = created_at where complaint_id is not null";
    platform.db.run(sql, args![]).await?;
    Ok(())
}

async fn tell(office: &Office<'_>, nth: usize, story: &Story) -> Result<(), SeedError> {
    let past = office.past;
    let morning = |ago: i64| office.workday(-ago).start().plus_hours(9).plus_seconds(nth as i64 * 611);
    office.clock.set(morning(story.filed));
    let contact = match story.privacy {
        Privacy::TanpaNama => None,
        Privacy::Biasa | Privacy::Rahasia => Some((
            Line::parse(story.name).map_err(SeedError::case)?,
            Phone::parse(&format!("0858{:08}", 40_310_000 + nth * 2_017)).map_err(SeedError::case)?,
        )),
    };
    let about = match (story.service, story.shop) {
        (Some(slug), _) => About::Service(slug.to_owned()),
        (None, Some(shop)) => About::Shop(Line::parse_optional(shop).map_err(SeedError::case)?),
        (None, None) => About::Other,
    };
    let told = Told::parse(story.told).map_err(SeedError::case)?;
    let filing = Filing { token: secret::new(past), about, story: told, privacy: story.privacy, contact };
    let filed = file_complaint(past, &Actor::Guest, &filing).await.map_err(SeedError::case)?;
    for (seen, (ago, scene)) in story.scenes.iter().enumerate() {
        office.clock.set(morning(*ago).plus_seconds(5_400));
        play(office, &filed.number, &filed.secret, seen as i64, *scene).await?;
    }
    Ok(())
}

async fn play(office: &Office<'_>, number: &str, secret: &str, seen: i64, scene: Scene) -> Result<(), SeedError> {
    let past = office.past;
    let text = |words: &str| Text::parse(words).map_err(SeedError::case);
    let complainant = async || {
        let found = find_complainant(past, &Actor::Guest, &[secret.to_owned()], number).await?;
        Ok::<_, SeedError>(found.ok_or(DbError::Lost { touched: 0 })?)
    };
    let (who, deed) = match scene {
        Scene::Forward(to) => {
            let handler = office.officer(Some(to)).await?.id();
            (Duty::Loket, ComplaintDeed { handler, ..ComplaintDeed::of(Action::Forward, seen) })
        }
        Scene::Answer(by, words) => {
            (by, ComplaintDeed { text: Some(text(words)?), ..ComplaintDeed::of(Action::Answer, seen) })
        }
        Scene::Decline(words) => {
            (Duty::Loket, ComplaintDeed { text: Some(text(words)?), ..ComplaintDeed::of(Action::Decline, seen) })
        }
        Scene::Reply(words) => {
            reply_to_answer(past, &complainant().await?, &text(words)?, &secret::new(past))
                .await
                .map_err(SeedError::case)?;
            return Ok(());
        }
        Scene::Settle => {
            settle_complaint(past, &complainant().await?).await.map_err(SeedError::case)?;
            return Ok(());
        }
    };
    let officer = office.officer(Some(who)).await?;
    decide_complaint(past, &officer, number, &deed).await.map_err(SeedError::case)?;
    Ok(())
}
