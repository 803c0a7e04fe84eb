//! Who acts, and what each role may do.

use uuid::Uuid;

use crate::words;

words! {
    /// What an account is for. One account may have several.
    pub enum Role {
        /// Buys.
        Pembeli = "pembeli",
        /// Runs a shop.
        PelakuUsaha = "pelaku_usaha",
        /// Officer, with duties.
        Petugas = "petugas",
        /// Mentor.
        Pendamping = "pendamping",
        /// Administrator.
        Admin = "admin",
    }
}

/// Who is behind a request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Actor {
    /// Nobody signed in.
    #[default]
    Guest,
    /// A signed-in account.
    Account {
        /// The account.
        id: Uuid,
        /// Its roles.
        roles: Vec<Role>,
    },
}

impl Actor {
    /// The account, if somebody signed in.
    pub fn id(&self) -> Option<Uuid> {
        match self {
            Actor::Guest => None,
            Actor::Account { id, .. } => Some(*id),
        }
    }
}
