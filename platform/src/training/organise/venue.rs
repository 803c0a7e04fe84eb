//! Where classes take place.

use domain::account::{Actor, Capability};
use domain::typed::Line;
use uuid::Uuid;

use super::OrganiseError;
use crate::{Platform, args};

/// A venue as it is written.
#[derive(Debug, Clone)]
pub struct VenueDraft {
    /// Its name.
    pub name: Line<80>,
    /// Street and number.
    pub address: Line<160>,
    /// The code of its kecamatan.
    pub kecamatan: String,
    /// How many people it holds; `None` for unknown.
    pub capacity: Option<i64>,
    /// Whether it can be entered without a step.
    pub step_free: bool,
    /// How to get in, where to park.
    pub note: Option<Line<160>>,
}

/// Writes a new venue, or changes one for all its classes; answers which.
///
/// # Errors
/// See [`OrganiseError`].
pub async fn save_venue(
    platform: &Platform,
    actor: &Actor,
    venue: Option<Uuid>,
    draft: &VenueDraft,
) -> Result<Uuid, OrganiseError> {
    actor.require(Capability::OrganiseTraining)?;
    if platform.reference().await?.kecamatan(&draft.kecamatan).is_none() {
        return Err(OrganiseError::NotFound);
    }
    let id = venue.unwrap_or_else(|| platform.new_id());
    let args = args![
        id,
        draft.name.as_str(),
        draft.address.as_str(),
        &draft.kecamatan,
        draft.capacity,
        draft.step_free,
        draft.note.as_ref().map(Line::as_str).unwrap_or_default(),
        platform.now()
    ];
    let sql = if venue.is_some() {
        "update venue set name = $2, address = $3, kecamatan = $4, capacity = $5, step_free = $6, note = $7, \
         updated_at = $8 where id = $1"
    } else {
        "insert into venue (id, name, address, kecamatan, capacity, step_free, note, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)"
    };
    match platform.db.run(sql, args).await? {
        0 => Err(OrganiseError::NotFound),
        _ => Ok(id),
    }
}
