//! Saving the plan of a class.

use std::collections::BTreeMap;

use domain::time::Timestamp;
use domain::training::clash::Span;
use domain::training::plan::{Plan, Seats};
use domain::training::seats::PoolKind;
use domain::typed::{Line, Whole};
use leptos::prelude::*;
use platform::Platform;
use platform::training::{ClassDraft, SessionDraft, change_class, create_class};
use uuid::Uuid;

use super::{class_path, problems};
use crate::action::{Word, done};
use crate::shop::seller::form::Form;
use crate::text::{Lang, TrainingDeskText};
use crate::training::days::{read_input, read_moment};
use crate::visitor::visitor;

/// The name of the form, for recalling what was refused.
pub(super) const FORM: &str = "pelatihan-kelas";
/// The most rows that are read.
const MOST_ROWS: usize = 60;

/// The name of a field of a session's row.
pub(super) fn row_name(field: &str, nth: usize) -> String {
    format!("{field}{nth}")
}

/// What the form sends besides its sessions.
#[derive(Debug, Clone, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct TypedPlan {
    materi: String,
    tempat: String,
    tautan: String,
    pengajar: String,
    tanya: String,
    buka: String,
    pendaftaran: String,
    batas_batal: String,
    jam_tawaran: String,
    kursi: String,
    perempuan: String,
    pertama: String,
    kuota: String,
    kec: String,
    lepas_kuota: String,
}

/// Writes a new class as a draft, or changes one.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pelatihan/kelas")]
pub async fn submit_class(
    #[server(default)] kelas: String,
    // A text: beside flattened fields nothing else is read from a form.
    #[server(default)] revisi: String,
    #[server(flatten)] rencana: TypedPlan,
    #[server(default)] sesi: BTreeMap<String, String>,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let back =
        if kelas.is_empty() { "/dinas/pelatihan/baru".to_owned() } else { format!("{}/ubah", class_path(&kelas)) };
    let mut form = Form::new(FORM, back);
    for (name, value) in sesi.iter().take(MOST_ROWS * 4) {
        form.keep(name, value);
    }
    let Some(draft) = read(&mut form, &rencana, &sesi, t) else {
        form.refuse().await;
        return Ok(());
    };
    let saved = if kelas.is_empty() {
        create_class(&platform, &visitor.actor, &draft).await
    } else {
        change_class(&platform, &visitor.actor, &kelas, revisi.parse().unwrap_or(-1), &draft).await.map(|()| kelas)
    };
    match saved {
        Ok(slug) => done(Word::Saved, &class_path(&slug)),
        Err(error) => {
            for (field, problem) in problems(error, t) {
                form.wrong(&field, problem);
            }
            form.refuse().await;
        }
    }
    Ok(())
}

/// Reads the form; everything that is wrong is said at once.
fn read(form: &mut Form, typed: &TypedPlan, rows: &BTreeMap<String, String>, t: Lang) -> Option<ClassDraft> {
    form.keep("tempat", &typed.tempat);
    form.keep("kec", &typed.kec);
    form.keep("materi", &typed.materi);
    let course = Uuid::try_parse(&typed.materi).ok();
    if course.is_none() {
        form.wrong("materi", t.td_pick_course());
    }
    let link = form.read("tautan", t.td_link(), &typed.tautan, Line::parse_optional);
    let trainer = form.read("pengajar", t.td_trainer(), &typed.pengajar, Line::parse);
    let contact = form.read("tanya", t.td_contact(), &typed.tanya, Line::parse);
    let mut moment = |field: &str, text: &str| {
        form.keep(field, text);
        let read = read_input(text);
        if read.is_none() {
            form.wrong(field, t.td_when_wrong());
        }
        read
    };
    let opens_at = moment("buka", &typed.buka);
    let closes_at = moment("pendaftaran", &typed.pendaftaran);
    let cancel_until = moment("batas_batal", &typed.batas_batal);
    let release_at: Option<Option<Timestamp>> = match typed.lepas_kuota.trim() {
        "" => Some(None),
        text => moment("lepas_kuota", text).map(Some),
    };
    let offer_hours = form.read("jam_tawaran", t.td_offer_hours(), &typed.jam_tawaran, Whole::<1, 240>::parse);
    let mut seats = Vec::new();
    for (field, label, text, kind) in [
        ("kursi", t.td_general(), &typed.kursi, PoolKind::Umum),
        ("perempuan", t.td_women(), &typed.perempuan, PoolKind::Perempuan),
        ("pertama", t.td_first(), &typed.pertama, PoolKind::PertamaKali),
        ("kuota", t.td_near(), &typed.kuota, PoolKind::Kecamatan),
    ] {
        let count = form.read(field, label, text, |text| match text.trim() {
            "" => Whole::new(0),
            text => Whole::<0, 5000>::parse(text),
        });
        let place = if kind == PoolKind::Kecamatan { typed.kec.clone() } else { String::new() };
        if let Some(count) = count.filter(|count| count.get() > 0) {
            seats.push(Seats { kind, place, count: count.get() });
        }
    }
    let sessions = sessions(form, rows, t);
    let (sessions, topics) = sessions?;
    let plan = Plan {
        sessions,
        opens_at: opens_at?,
        closes_at: closes_at?,
        cancel_until: cancel_until?,
        release_at: release_at?,
        offer_hours: offer_hours?.get(),
        seats,
    };
    let venue = Uuid::try_parse(&typed.tempat).ok();
    let draft = ClassDraft { course: course?, venue, link: link?, trainer: trainer?, contact: contact?, plan, topics };
    form.is_right().then_some(draft)
}

/// The rows in which something stands; `None` when one of them cannot be read.
fn sessions(form: &mut Form, rows: &BTreeMap<String, String>, t: Lang) -> Option<(Vec<Span>, Vec<SessionDraft>)> {
    let (mut spans, mut topics) = (Vec::new(), Vec::new());
    for nth in 0..MOST_ROWS {
        let cell = |field: &str| rows.get(&row_name(field, nth)).map(|text| text.trim()).unwrap_or_default();
        let (day, from, to, topic) = (cell("tgl"), cell("dari"), cell("sampai"), cell("topik"));
        if [day, from, to, topic].iter().all(|text| text.is_empty()) {
            continue;
        }
        let (Some(from), Some(to)) = (read_moment(day, from), read_moment(day, to)) else {
            form.wrong("sesi", t.td_when_wrong());
            return None;
        };
        let Ok(topic) = Line::parse_optional(topic) else {
            form.wrong("sesi", t.td_when_wrong());
            return None;
        };
        spans.push(Span { from, to });
        topics.push(topic);
    }
    Some((spans, topics))
}
