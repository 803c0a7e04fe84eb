//! The parts of a definition, and the questions of each.

use domain::identifier::KbliVersion;
use domain::permit::advice::Business;
use domain::permit::form::When;
use domain::permit::service::{StageBy, Visit};
use domain::region::Level;
use domain::shop::badge;
use serde_json::Value;

use super::item::{Item, Kind, Say, answer, text};
use crate::shop::seller::legality::badge_name;
use crate::text::{KeepText, Lang, business_label, field_type, level_label, stage_by_label, visit_label, when_label};

/// A page of questions about a definition.
pub(super) struct Part {
    /// Its name in addresses.
    pub slug: &'static str,
    /// Its title.
    pub title: Say,
    /// What it is about.
    pub lead: Say,
    /// What it asks.
    pub items: &'static [Item],
    /// Only services of this way have it.
    pub way: Option<&'static str>,
}

const OWN: Option<&str> = Some("own");
const ACCOMPANIED: Option<&str> = Some("accompanied");
/// The name of the form in addresses; it has pages of its own.
pub(super) const FORM: &str = "isian";

const fn part(slug: &'static str, title: Say, lead: Say, items: &'static [Item], way: Option<&'static str>) -> Part {
    Part { slug, title, lead, items, way }
}

/// All of them, in the order in which people read about a service.
const PARTS: &[Part] = &[
    part("nama", |t| t.part_name(), |t| t.part_name_lead(), NAME, None),
    part("aturan", |t| t.part_terms(), |t| t.part_terms_lead(), TERMS, OWN),
    part("lembaga", |t| t.part_help(), |t| t.part_help_lead(), AGENCY, ACCOMPANIED),
    part("tahap", |t| t.part_stages(), |t| t.part_stages_lead(), STAGES, ACCOMPANIED),
    part("standar", |t| t.part_standard(), |t| t.part_standard_lead(), STANDARD, None),
    part("syarat", |t| t.part_requirements(), |t| t.part_requirements_lead(), REQUIREMENTS, None),
    part("langkah", |t| t.part_procedure(), |t| t.part_procedure_lead(), PROCEDURE, None),
    part("dasar", |t| t.part_basis(), |t| t.part_basis_lead(), BASIS, None),
    part(FORM, |t| t.part_form(), |t| t.part_form_lead(), &[], None),
    part("alasan", |t| t.part_reasons(), |t| t.part_reasons_lead(), REASONS, None),
];

/// The parts of a definition.
pub(super) fn parts(definition: &Value) -> impl Iterator<Item = &'static Part> {
    let way = text(answer(definition, "kind"));
    PARTS.iter().filter(move |part| part.way.is_none_or(|needed| needed == way))
}

impl Part {
    /// The keys of a definition that it holds.
    fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.items.iter().map(|item| item.key).chain((self.slug == FORM).then_some("form"))
    }

    /// Whether two definitions say different things in it.
    pub fn differs(&self, one: &Value, other: &Value) -> bool {
        self.keys().any(|key| answer(one, key) != answer(other, key))
    }

    /// The question about a key of the definition.
    pub fn item(&self, key: &str) -> Option<&'static Item> {
        self.items.iter().find(|item| item.key == key)
    }
}

const NAME: &[Item] = &[
    Item::new("name", |t| t.q_name(), Kind::Words),
    Item::new("summary", |t| t.q_summary(), Kind::Paragraph),
    Item::new("also", |t| t.q_also(), Kind::Lines).hint(|t| t.q_also_hint()),
    Item::new("sourced", |t| t.q_sourced(), Kind::Day),
    Item::new("unconfirmed", |t| t.q_unconfirmed(), Kind::Rows(SENTENCE)).hint(|t| t.q_unconfirmed_hint()),
    Item::new("advice", |t| t.q_advice(), Kind::Rows(ADVICE)),
];
/// A row that is words and nothing else.
const SENTENCE: &[Item] = &[Item::new("", |t| t.q_words(), Kind::Paragraph)];
const ADVICE: &[Item] = &[
    Item::new("business", |t| t.q_business(), Kind::Choice(businesses)),
    Item::new("because", |t| t.q_because(), Kind::Paragraph),
];
const TERMS: &[Item] = &[
    Item::new("norm", |t| t.q_norm(), Kind::Whole(SHORT)),
    Item::new("fee", |t| t.q_fee(), Kind::Whole(MONEY)).hint(|t| t.q_fee_hint()),
    Item::new("visit", |t| t.q_visit(), Kind::Choice(visits)),
    Item::new("most_rounds", |t| t.q_rounds(), Kind::Whole(BYTE)),
    Item::new("correction_days", |t| t.q_correction(), Kind::Whole(SHORT)),
    Item::new("resume_days", |t| t.q_resume(), Kind::Whole(SHORT)),
    Item::new("objection_days", |t| t.q_objection(), Kind::Whole(SHORT)),
    Item::new("objection_norm", |t| t.q_objection_norm(), Kind::MaybeWhole(SHORT)).hint(|t| t.q_objection_norm_hint()),
    Item::new("validity_months", |t| t.q_validity(), Kind::MaybeWhole(SHORT)).hint(|t| t.q_validity_hint()),
    RETENTION,
];
const RETENTION: Item = Item::new("retention_months", |t| t.q_retention(), Kind::Whole(SHORT));
const AGENCY: &[Item] = &[
    Item::new("agency", |t| t.q_agency(), Kind::Words),
    Item::new("portal", |t| t.q_portal(), Kind::Address).hint(|t| t.q_portal_hint()),
    Item::new("number", |t| t.q_number(), Kind::MaybeChoice(numbers)).hint(|t| t.q_number_hint()),
    Item::new("time", |t| t.q_time(), Kind::Words),
    Item::new("validity_months", |t| t.q_validity(), Kind::MaybeWhole(SHORT)).hint(|t| t.q_validity_hint()),
    RETENTION,
    Item::new("fees", |t| t.q_fees(), Kind::Rows(FEE)),
    Item::new("help", |t| t.q_help(), Kind::Rows(SENTENCE)),
];
const FEE: &[Item] = &[
    Item::new("what", |t| t.q_what(), Kind::Words),
    Item::new("amount", |t| t.q_amount(), Kind::Whole(MONEY)).hint(|t| t.q_fee_hint()),
];
const STAGES: &[Item] = &[
    Item::new("stages", |t| t.q_stages(), Kind::Rows(STAGE)),
    Item::new("duties", |t| t.q_duties(), Kind::Rows(DUTY)),
];
const STAGE: &[Item] = &[
    Item::new("name", |t| t.q_what(), Kind::Words),
    CODE,
    Item::new("by", |t| t.q_stage_by(), Kind::Choice(actors)),
    Item::new("norm", |t| t.q_stage_norm(), Kind::MaybeWhole(SHORT)),
    Item::new("next", |t| t.q_stage_next(), Kind::Lines).hint(|t| t.q_stage_next_hint()),
];
const CODE: Item = Item::new("key", |t| t.q_code(), Kind::Key).hint(|t| t.q_code_hint());
const DUTY: &[Item] = &[
    Item::new("name", |t| t.q_what(), Kind::Words),
    CODE,
    Item::new("months", |t| t.q_months(), Kind::Whole(SHORT)),
    Item::new("every", |t| t.q_every(), Kind::MaybeWhole(SHORT)),
];
const STANDARD: &[Item] = &[
    Item::new("product", |t| t.q_product(), Kind::Paragraph),
    Item::new("complaint", |t| t.q_complaint(), Kind::Paragraph),
    Item::new("facilities", |t| t.q_facilities(), Kind::Paragraph),
    Item::new("competence", |t| t.q_competence(), Kind::Paragraph),
];
const REQUIREMENTS: &[Item] = &[Item::new("requirements", |t| t.q_requirement(), Kind::Rows(REQUIREMENT))];
const REQUIREMENT: &[Item] = &[
    Item::new("name", |t| t.q_what_needed(), Kind::Words),
    Item::new("explanation", |t| t.q_explanation(), Kind::Paragraph),
    Item::new("field", |t| t.q_field(), Kind::MaybeChoice(form_fields)),
    Item::new("example", |_| "", Kind::Kept),
];
const PROCEDURE: &[Item] = &[Item::new("procedure", |t| t.q_step(), Kind::Rows(SENTENCE))];
const BASIS: &[Item] = &[Item::new("legal_basis", |t| t.q_basis(), Kind::Rows(RULE))];
const RULE: &[Item] = &[
    Item::new("title", |t| t.q_title(), Kind::Line),
    Item::new("url", |t| t.q_url(), Kind::Address).hint(|t| t.q_portal_hint()),
];
const REASONS: &[Item] = &[Item::new("reasons", |t| t.q_reason(), Kind::Rows(OPTION))];
const OPTION: &[Item] = &[Item::new("label", |t| t.q_words(), Kind::Words), CODE];

/// What is asked about a section of the form.
pub(super) const SECTION: &[Item] = &[Item::new("title", |t| t.q_heading(), Kind::Words), CODE];
/// What is asked about every field.
pub(super) const FIELD: &[Item] = &[
    Item::new("label", |t| t.q_label(), Kind::Words),
    Item::new("hint", |t| t.q_hint(), Kind::Paragraph),
    Item::new("required", |t| t.q_required(), Kind::Tick),
    CODE,
    Item::new("type", |t| t.q_type(), Kind::Choice(types)).hint(|t| t.q_type_hint()),
];
/// The section in which a field stands; no part of the field itself.
pub(super) const IN_SECTION: &str = "section";
/// Asks for it.
pub(super) const FIELD_SECTION: &[Item] = &[Item::new(IN_SECTION, |t| t.q_section(), Kind::Choice(sections))];

/// What is asked about a field of a type.
pub(super) fn settings(kind: &str) -> &'static [Item] {
    const CHARACTERS: &[Item] = &[Item::new("most", |t| t.q_most_chars(), Kind::Whole(SHORT))];
    const LEAST: Item = Item::new("least", |t| t.q_least(), Kind::Whole(MONEY));
    const MOST: Item = Item::new("most", |t| t.q_most(), Kind::Whole(MONEY));
    const NUMBER: &[Item] = &[LEAST, MOST, Item::new("unit", |t| t.q_unit(), Kind::Words)];
    const AMOUNT: &[Item] = &[LEAST, MOST];
    const DATE: &[Item] = &[Item::new("when", |t| t.q_when(), Kind::Choice(whens))];
    const CHOICE: &[Item] = &[Item::new("options", |t| t.q_option(), Kind::Rows(OPTION))];
    const REGION: &[Item] = &[Item::new("level", |t| t.q_level(), Kind::Choice(levels))];
    const KBLI: &[Item] = &[Item::new("version", |t| t.q_edition(), Kind::Choice(editions))];
    const GROUP: &[Item] = &[
        Item::new("least", |t| t.q_least_rows(), Kind::Whole(BYTE)),
        Item::new("most", |t| t.q_most_rows(), Kind::Whole(BYTE)),
    ];
    const FILE: &[Item] = &[
        Item::new("kinds", |t| t.q_kinds(), Kind::Boxes(file_kinds)),
        Item::new("most_bytes", |t| t.q_bytes(), Kind::Size),
        Item::new("most", |t| t.q_most_files(), Kind::Whole(BYTE)),
        Item::new("most_pages", |t| t.q_most_pages(), Kind::Whole(SHORT)),
    ];
    match kind {
        "line" | "text" => CHARACTERS,
        "number" => NUMBER,
        "rupiah" => AMOUNT,
        "date" => DATE,
        "choice" => CHOICE,
        "region" => REGION,
        "kbli" => KBLI,
        "group" => GROUP,
        "file" => FILE,
        _ => &[],
    }
}

/// What a field of a type says while nobody has said otherwise.
pub(super) fn defaults(kind: &str) -> Value {
    use serde_json::json;
    match kind {
        "line" => json!({ "most": 100 }),
        "text" => json!({ "most": 1_000 }),
        "number" => json!({ "least": 0, "most": 1_000, "unit": { "id": "", "en": "" } }),
        "rupiah" => json!({ "least": 0, "most": 1_000_000_000 }),
        "date" => json!({ "when": When::Any }),
        "choice" => json!({ "options": [] }),
        "region" => json!({ "level": Level::Desa }),
        "kbli" => json!({ "version": KbliVersion::Kbli2020 }),
        "group" => json!({ "least": 1, "most": 5, "fields": [] }),
        "file" => json!({ "kinds": ["foto", "pdf"], "most_bytes": 5 * 1024 * 1024, "most": 1, "most_pages": 20 }),
        _ => json!({}),
    }
}

const SHORT: i64 = u16::MAX as i64;
const BYTE: i64 = u8::MAX as i64;
const MONEY: i64 = domain::money::Rupiah::MAX_TYPED.amount();
/// The words of all types of fields.
const TYPES: [&str; 13] =
    ["line", "text", "number", "rupiah", "date", "choice", "region", "nik", "npwp", "nib", "kbli", "file", "group"];

/// Every value of an enum with what people read.
fn all<T: Copy + std::fmt::Display>(
    values: &[T],
    t: Lang,
    label: fn(T, Lang) -> &'static str,
) -> Vec<(String, String)> {
    values.iter().map(|value| (value.to_string(), label(*value, t).to_owned())).collect()
}

fn businesses(_: &Value, t: Lang) -> Vec<(String, String)> {
    all(Business::ALL, t, business_label)
}

fn visits(_: &Value, t: Lang) -> Vec<(String, String)> {
    all(Visit::ALL, t, visit_label)
}

fn numbers(_: &Value, t: Lang) -> Vec<(String, String)> {
    all(badge::Kind::ALL, t, badge_name)
}

fn actors(_: &Value, t: Lang) -> Vec<(String, String)> {
    all(StageBy::ALL, t, stage_by_label)
}

fn whens(_: &Value, t: Lang) -> Vec<(String, String)> {
    all(When::ALL, t, when_label)
}

fn levels(_: &Value, t: Lang) -> Vec<(String, String)> {
    all(Level::ALL, t, level_label)
}

fn editions(_: &Value, _: Lang) -> Vec<(String, String)> {
    KbliVersion::ALL.iter().map(|edition| (edition.to_string(), edition.to_string())).collect()
}

fn file_kinds(_: &Value, t: Lang) -> Vec<(String, String)> {
    vec![("foto".to_owned(), t.q_photo().to_owned()), ("pdf".to_owned(), t.q_pdf().to_owned())]
}

fn types(_: &Value, t: Lang) -> Vec<(String, String)> {
    TYPES.iter().map(|word| ((*word).to_owned(), field_type(word, t).to_owned())).collect()
}

fn sections(definition: &Value, t: Lang) -> Vec<(String, String)> {
    form_sections(definition).map(|section| named(section, "title", t)).collect()
}

fn form_fields(definition: &Value, t: Lang) -> Vec<(String, String)> {
    form_sections(definition)
        .flat_map(|section| list(section, "fields"))
        .map(|field| named(field, "label", t))
        .collect()
}

/// The sections of a definition's form.
pub(super) fn form_sections(definition: &Value) -> impl Iterator<Item = &Value> {
    list(answer(definition, "form"), "sections").iter()
}

/// A list of an object; empty where there is none.
pub(super) fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    answer(object, key).as_array().map_or(&[], Vec::as_slice)
}

/// The key of an object and what people read for it.
pub(super) fn named(object: &Value, words: &str, t: Lang) -> (String, String) {
    let key = text(answer(object, "key"));
    let said = said(answer(object, words), t);
    let name = if said.is_empty() { key.clone() } else { said };
    (key, name)
}

/// Words of a definition in a language.
pub(super) fn said(words: &Value, t: Lang) -> String {
    let english = text(answer(words, "en"));
    if t == Lang::En && !english.trim().is_empty() { english } else { text(answer(words, "id")) }
}
