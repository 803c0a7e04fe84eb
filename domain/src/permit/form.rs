//! The form of a service, as data: sections of fields, and what each field takes.

use serde::{Deserialize, Serialize};

use super::key::{Key, Words};
use crate::identifier::KbliVersion;
use crate::money::Rupiah;
use crate::region::Level;
use crate::words;

/// What an applicant fills in. Field keys are unique in the whole form, those of a group within it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Form {
    /// In the order in which they are filled in; each is a task of its own.
    pub sections: Vec<Section>,
}

impl Form {
    /// All fields, without those inside groups.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }
}

/// A part of a form that is filled in at one go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its name in addresses.
    pub key: Key,
    /// Its heading.
    pub title: Words,
    /// What it asks.
    pub fields: Vec<Field>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Its name.
    pub key: Key,
    /// What is asked.
    pub label: Words,
    /// Help below the label; may be empty.
    #[serde(default)]
    pub hint: Words,
    /// Whether it may not stay empty.
    pub required: bool,
    /// What it takes.
    #[serde(flatten)]
    pub kind: FieldKind,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FieldKind {
    /// Words on one line.
    Line {
        /// The most characters.
        most: u16,
    },
    /// Words in paragraphs.
    Text {
        /// The most characters.
        most: u16,
    },
    /// A whole number that is not negative.
    Number {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
        /// What is counted: `orang`, `m2`; may be empty.
        #[serde(default)]
        unit: Words,
    },
    /// An amount of money.
    Rupiah {
        /// The smallest.
        least: Rupiah,
        /// The largest.
        most: Rupiah,
    },
    /// A day.
    Date {
        /// Which days.
        when: When,
    },
    /// One of several.
    Choice {
        /// These.
        options: Vec<Choice>,
    },
    /// A region of Kemendagri's code.
    Region {
        /// How small it has to be.
        level: Level,
    },
    /// The number of a citizen.
    Nik,
    /// The number of a taxpayer.
    Npwp,
    /// The number of a business.
    Nib,
    /// A field of business.
    Kbli {
        /// The edition.
        version: KbliVersion,
    },
    /// The same questions about several things, for example products.
    Group {
        /// The fewest rows.
        least: u8,
        /// The most rows.
        most: u8,
        /// What is asked about each; no groups among them.
        fields: Vec<Field>,
    },
    /// Files.
    File {
        /// What they may be.
        kinds: Vec<FileKind>,
        /// The most bytes of each.
        most_bytes: u32,
        /// The most files.
        most: u8,
        /// The most pages of a PDF.
        #[serde(default = "usual_pages")]
        most_pages: u16,
    },
}

/// The most pages where a service says nothing: somebody has to read them.
const fn usual_pages() -> u16 {
    20
}

impl FieldKind {
    /// Whether even the office sees it masked, until somebody asks for it and is written down.
    pub const fn is_sensitive(&self) -> bool {
        matches!(self, FieldKind::Nik | FieldKind::Npwp)
    }
}

/// One of several answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is stored.
    pub key: Key,
    /// What people read.
    pub label: Words,
}

words! {
    /// Which days a date may be.
    pub enum When {
        /// Any.
        Any = "kapan_saja",
        /// Today or before: a birth, the date of a document.
        Past = "sampai_hari_ini",
        /// Today or later: an end of validity, an appointment.
        Future = "mulai_hari_ini",
    }
}

words! {
    /// What a file may be; its content decides, not its name.
    pub enum FileKind {
        /// A photograph or scan: JPEG, PNG or WebP ([`crate::picture::recognise`]).
        Foto = "foto",
        /// A PDF.
        Pdf = "pdf",
    }
}
