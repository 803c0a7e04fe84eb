//! What owners are told about their badges, and the history of each.

use domain::lang::Lang;
use domain::shop::badge::{Action, Kind, Number, State};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{DbError, Tx};
use crate::shop::usaha::tell::{ToOwner, tell_owner};
use crate::{Platform, args};

/// What a message needs to know of a badge.
#[derive(Debug, Clone, FromRow)]
pub(super) struct About {
    /// The badge.
    pub id: Uuid,
    /// Its shop.
    pub usaha_id: Uuid,
    /// What it stands for.
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// The number as it is stored.
    pub number: String,
    /// The product, or the shop itself.
    pub subject: String,
}

impl About {
    /// "Nomor P-IRT 2153603010100-30 (Keripik pisang)".
    fn named(&self) -> String {
        format!("{} {} ({})", name(self.kind), Number::shown(self.kind, &self.number), self.subject)
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Nib => "NIB",
        Kind::Pirt => "P-IRT",
        Kind::Bpom => "BPOM",
        Kind::Halal => "Sertifikat halal",
        Kind::Merek => "Merek",
        Kind::Binaan => "UMKM binaan",
    }
}

/// To the owner: it is verified.
pub(super) async fn verified(
    platform: &Platform,
    tx: &mut Tx,
    about: &About,
    until: Option<Day>,
) -> Result<(), DbError> {
    let until = until.map(|until| format!(" Berlaku s.d. {}.", until.words(Lang::Id))).unwrap_or_default();
    let body = format!(
        "{} sudah diverifikasi dinas pada {} dan tampil bagi pembeli.{until}",
        about.named(),
        platform.now().day().words(Lang::Id)
    );
    send(platform, tx, about, "sudah diverifikasi", body).await
}

/// To the owner: it was refused or revoked, and why.
pub(super) async fn not_shown(
    platform: &Platform,
    tx: &mut Tx,
    about: &About,
    to: State,
    reason: &str,
) -> Result<(), DbError> {
    let what = if to == State::Ditolak { "belum dapat diverifikasi" } else { "dicabut dan tidak tampil lagi" };
    let site = &platform.public_url;
    let body = format!("{} {what}. Alasan: {reason}\nPerbaiki dan ajukan lagi: {site}/usaha/legalitas", about.named());
    send(platform, tx, about, what, body).await
}

/// To the owner: it ends soon.
pub(super) async fn ends(platform: &Platform, tx: &mut Tx, about: &About, until: Day) -> Result<(), DbError> {
    let site = &platform.public_url;
    let body = format!(
        "{} berlaku sampai {}. Setelah hari itu tandanya tidak tampil lagi bagi pembeli. Sudah punya nomor atau tanggal \
         baru? Ajukan: {site}/usaha/legalitas",
        about.named(),
        until.words(Lang::Id)
    );
    send(platform, tx, about, "segera berakhir", body).await
}

async fn send(platform: &Platform, tx: &mut Tx, about: &About, what: &str, body: String) -> Result<(), DbError> {
    let subject = format!("{} {what}", name(about.kind));
    tell_owner(platform, tx, about.usaha_id, ToOwner { kind: "badge", subject, body }).await
}

/// What happened to a badge, for its history.
pub(super) struct Event<'e> {
    /// The badge.
    pub badge: Uuid,
    /// The account; `None` for what follows by itself.
    pub by: Option<Uuid>,
    /// What was done.
    pub action: Action,
    /// After it.
    pub state: State,
    /// The number at that time.
    pub number: &'e str,
    /// Why; may be empty.
    pub reason: &'e str,
}

/// Writes a badge's history.
pub(super) async fn note(platform: &Platform, tx: &mut Tx, event: Event<'_>) -> Result<(), DbError> {
    tx.run(
        "insert into badge_event (id, badge_id, at, by_account, action, state, number, reason) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            platform.new_id(),
            event.badge,
            platform.now(),
            event.by,
            event.action.as_str(),
            event.state.as_str(),
            event.number,
            event.reason
        ],
    )
    .await
    .map(drop)
}
