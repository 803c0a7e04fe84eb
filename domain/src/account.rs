//! Who acts, and what each role may do.

mod device;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::device::Device;

use crate::phone::{Phone, PhoneError};
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

words! {
    /// What an officer is in charge of.
    pub enum Duty {
        /// The counter.
        Loket = "loket",
        /// Checks documents.
        Verifikator = "verifikator",
        /// Visits.
        Lapangan = "lapangan",
        /// Approves what others checked.
        Penyetuju = "penyetuju",
        /// Records payments.
        Bendahara = "bendahara",
        /// Organises training.
        Pelatihan = "pelatihan",
        /// Admits shops and verifies badges.
        Toko = "toko",
        /// Keeps the register.
        Data = "data",
    }
}

words! {
    /// What happened to an account, for its history.
    pub enum AccountAction {
        /// It was opened by the operator of the site.
        Created = "dibuat",
        /// A role or duty was given.
        Granted = "peran_diberi",
        /// A role or duty was taken away.
        Revoked = "peran_dicabut",
        /// Nobody can sign in with it any more.
        Blocked = "diblokir",
        /// It can be used again.
        Unblocked = "dibuka",
        /// It asks for a code at sign-in.
        SecondStepOn = "dua_langkah_aktif",
        /// It asks for no code any more.
        SecondStepOff = "dua_langkah_mati",
        /// Its owner changed the password.
        PasswordChanged = "sandi_diganti",
        /// Its owner forgot the password and set a new one with a code.
        PasswordRecovered = "sandi_dipulihkan",
    }
}

/// Something that only some may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Capability {
    /// Open and run a shop of one's own.
    RunShop,
    /// Approve and suspend shops.
    DecideShops,
    /// Verify and revoke badges.
    VerifyBadges,
    /// Give and take roles and duties.
    ManageAccounts,
    /// Read what was sent to whom, and pass messages on.
    ReadOutbox,
    /// Do to an order what its buyer or seller could, in their place.
    ActOnOrders,
    /// Publish versions of the office's services, open and close them: admin layanan.
    ManageServices,
    /// See the cases of applicants; that one looked is kept.
    ReadCases,
    /// Examine cases: verifikator.
    ExamineCases,
    /// Go and look: petugas lapangan.
    VisitCases,
    /// Decide cases that somebody else examined: penyetuju.
    DecideCases,
    /// Record that fees are paid: bendahara.
    TakePayments,
    /// Verify complaints and give them to somebody: loket and penyetuju.
    VerifyComplaints,
    /// Answer the complaints that were given to one: every officer with a duty.
    HandleComplaints,
    /// Organise classes: admin pelatihan.
    OrganiseTraining,
    /// Have mentorings of one's own: pendamping.
    Mentor,
    /// Give mentorings to mentors and see them all: admin pelatihan.
    CoordinateMentoring,
}

impl Capability {
    /// All of them.
    pub const ALL: [Capability; 17] = [
        Capability::RunShop,
        Capability::DecideShops,
        Capability::VerifyBadges,
        Capability::ManageAccounts,
        Capability::ReadOutbox,
        Capability::ActOnOrders,
        Capability::ManageServices,
        Capability::ReadCases,
        Capability::ExamineCases,
        Capability::VisitCases,
        Capability::DecideCases,
        Capability::TakePayments,
        Capability::VerifyComplaints,
        Capability::HandleComplaints,
        Capability::OrganiseTraining,
        Capability::Mentor,
        Capability::CoordinateMentoring,
    ];

    /// What is done in the officers' rooms.
    pub const OFFICE: [Capability; 9] = [
        Capability::DecideShops,
        Capability::VerifyBadges,
        Capability::ReadCases,
        Capability::ManageAccounts,
        Capability::ReadOutbox,
        Capability::ManageServices,
        Capability::HandleComplaints,
        Capability::OrganiseTraining,
        Capability::CoordinateMentoring,
    ];

    /// The roles that have it, and the duties that give it to an officer.
    const fn holders(self) -> (&'static [Role], &'static [Duty]) {
        match self {
            Capability::RunShop => (&[Role::Pembeli, Role::PelakuUsaha], &[]),
            Capability::DecideShops => (&[Role::Admin], &[Duty::Toko]),
            Capability::VerifyBadges => (&[Role::Admin], &[Duty::Toko, Duty::Verifikator]),
            Capability::ManageAccounts => (&[Role::Admin], &[]),
            Capability::ReadOutbox => (&[Role::Admin], &[Duty::Toko, Duty::Loket]),
            Capability::ActOnOrders => (&[Role::Admin], &[Duty::Toko]),
            Capability::ManageServices => (&[Role::Admin], &[]),
            Capability::ReadCases => {
                let desks = &[Duty::Loket, Duty::Verifikator, Duty::Lapangan, Duty::Penyetuju, Duty::Bendahara];
                (&[], desks)
            }
            Capability::ExamineCases => (&[], &[Duty::Verifikator]),
            Capability::VisitCases => (&[], &[Duty::Lapangan]),
            Capability::DecideCases => (&[], &[Duty::Penyetuju]),
            Capability::TakePayments => (&[], &[Duty::Bendahara]),
            Capability::VerifyComplaints => (&[], &[Duty::Loket, Duty::Penyetuju]),
            Capability::HandleComplaints => (&[], Duty::ALL),
            Capability::OrganiseTraining | Capability::CoordinateMentoring => (&[Role::Admin], &[Duty::Pelatihan]),
            Capability::Mentor => (&[Role::Pendamping], &[]),
        }
    }
}

/// Whether somebody with these roles works for the office, so that a password alone is not enough in production.
pub fn is_officer(roles: &[Role]) -> bool {
    roles.iter().any(|role| matches!(role, Role::Petugas | Role::Admin))
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
        /// Its duties, for an officer.
        duties: Vec<Duty>,
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

    /// The account, when it may do something: every use case begins with this.
    ///
    /// # Errors
    /// [`Forbidden`] for everybody else.
    pub fn require(&self, capability: Capability) -> Result<Uuid, Forbidden> {
        self.id().filter(|_| self.may(capability)).ok_or(Forbidden)
    }

    /// Whether anything in the officers' rooms is for this actor.
    pub fn works_in_office(&self) -> bool {
        Capability::OFFICE.into_iter().any(|capability| self.may(capability))
    }

    /// Whether this actor may do something.
    pub fn may(&self, capability: Capability) -> bool {
        let Actor::Account { roles, duties, .. } = self else { return false };
        let (by_role, by_duty) = capability.holders();
        let officer = roles.contains(&Role::Petugas);
        roles.iter().any(|role| by_role.contains(role)) || (officer && duties.iter().any(|duty| by_duty.contains(duty)))
    }
}

/// Somebody tried what they may not do. Nothing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not allowed")]
pub struct Forbidden;

/// What people sign in with: a mobile number or an e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Login {
    /// A mobile number.
    Phone(Phone),
    /// An e-mail address, in small letters.
    Email(String),
}

/// Why a typed login is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LoginError {
    /// Looks like a number, and is wrong as one.
    #[error("not a mobile number")]
    Phone(PhoneError),
    /// Looks like an address, and is wrong as one.
    #[error("not an e-mail address")]
    Email,
}

impl Login {
    /// Reads a mobile number or an e-mail address.
    ///
    /// # Errors
    /// Says what is wrong, for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, LoginError> {
        let text = text.trim();
        if !text.contains('@') {
            return Phone::parse(text).map(Login::Phone).map_err(LoginError::Phone);
        }
        let address = text.to_lowercase();
        let (name, host) = address.split_once('@').ok_or(LoginError::Email)?;
        let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_graphic() && c != '@' && c != ',');
        let labels = host.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        if plain(name) && plain(host) && host.contains('.') && labels && address.len() <= 120 {
            Ok(Login::Email(address))
        } else {
            Err(LoginError::Email)
        }
    }

    /// The number, or else the address: as an account keeps them.
    pub fn columns(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Login::Phone(phone) => (Some(phone.as_str()), None),
            Login::Email(address) => (None, Some(address)),
        }
    }

    /// The number or address.
    pub fn as_str(&self) -> &str {
        match self {
            Login::Phone(phone) => phone.as_str(),
            Login::Email(address) => address,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(roles: &[Role], duties: &[Duty]) -> Actor {
        Actor::Account { id: Uuid::nil(), roles: roles.into(), duties: duties.into() }
    }

    /// Every capability x role and x duty.
    #[test]
    fn only_who_should_may() {
        use Capability::*;
        let by_role = |role| match role {
            Role::Pembeli | Role::PelakuUsaha => vec![RunShop],
            Role::Admin => vec![
                DecideShops,
                VerifyBadges,
                ManageAccounts,
                ReadOutbox,
                ActOnOrders,
                ManageServices,
                OrganiseTraining,
                CoordinateMentoring,
            ],
            Role::Pendamping => vec![Mentor],
            Role::Petugas => vec![],
        };
        let by_duty = |duty| match duty {
            Duty::Toko => vec![DecideShops, VerifyBadges, ReadOutbox, ActOnOrders, HandleComplaints],
            Duty::Verifikator => vec![VerifyBadges, ReadCases, ExamineCases, HandleComplaints],
            Duty::Loket => vec![ReadOutbox, ReadCases, VerifyComplaints, HandleComplaints],
            Duty::Lapangan => vec![ReadCases, VisitCases, HandleComplaints],
            Duty::Penyetuju => vec![ReadCases, DecideCases, VerifyComplaints, HandleComplaints],
            Duty::Bendahara => vec![ReadCases, TakePayments, HandleComplaints],
            Duty::Pelatihan => vec![HandleComplaints, OrganiseTraining, CoordinateMentoring],
            Duty::Data => vec![HandleComplaints],
        };
        for capability in Capability::ALL {
            assert!(!Actor::Guest.may(capability));
            for role in Role::ALL {
                assert_eq!(
                    account(&[*role], &[]).may(capability),
                    by_role(*role).contains(&capability),
                    "{role} {capability:?}"
                );
            }
            for duty in Duty::ALL {
                let officer = account(&[Role::Petugas], &[*duty]);
                assert_eq!(officer.may(capability), by_duty(*duty).contains(&capability), "{duty} {capability:?}");
                assert_eq!(officer.works_in_office(), !by_duty(*duty).is_empty(), "{duty}");
                // A duty without the office is worth nothing.
                assert_eq!(account(&[Role::Pendamping], &[*duty]).may(capability), capability == Mentor);
            }
        }
    }

    #[test]
    fn who_keeps_the_services_works_in_the_office() {
        assert!(Capability::OFFICE.contains(&Capability::ManageServices));
        assert!(account(&[Role::Admin], &[]).works_in_office());
        assert!(!account(&[Role::Pendamping], &[]).works_in_office());
    }

    #[test]
    fn people_sign_in_with_number_or_address() {
        for (text, expected) in [
            ("0812 3456 7890", Ok("+6281234567890")),
            (" Siti@Contoh.id ", Ok("siti@contoh.id")),
            ("siti@contoh", Err(LoginError::Email)),
            ("@contoh.id", Err(LoginError::Email)),
            ("a@b@c.id", Err(LoginError::Email)),
            ("a b@c.id", Err(LoginError::Email)),
            ("siti", Err(LoginError::Phone(PhoneError::NotMobile))),
        ] {
            let read = Login::parse(text);
            assert_eq!(read.as_ref().map(Login::as_str).map_err(|error| *error), expected, "{text:?}");
        }
    }
}
