//! Where in a definition a page writes: a part, a section of the form, a field, a field inside a group.

use serde_json::{Value, json};

use super::item::{Item, answer, text};
use super::part::{
    FIELD, FIELD_SECTION, FORM, IN_SECTION, SECTION, defaults, form_sections, list, named, parts, settings,
};
use crate::text::{KeepText, Lang};

/// Stands in an address for a section or field that is not there yet; no key looks like this.
pub(super) const NEW: &str = "isian-baru";

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A part of the definition.
    Part,
    /// A section of the form.
    Section,
    /// A field of a section.
    Field,
    /// A field inside a group.
    Inner,
}

/// A place to write at.
pub(super) struct Place {
    pub what: What,
    /// Its name in addresses: `syarat`, `isian/usaha/nib`.
    pub at: String,
    /// The page's title.
    pub title: String,
    /// One sentence below it.
    pub lead: String,
    /// The page before, below that of the service.
    pub back: String,
    /// What it says now; empty for what is new.
    pub object: Value,
    /// The list in which it stands, as a pointer into the definition, and its number there; `None` for what is new.
    spot: Option<(String, Option<usize>)>,
}

impl Place {
    /// Finds a place by its name in addresses.
    pub fn find(definition: &Value, at: &str, t: Lang) -> Option<Self> {
        let steps: Vec<&str> = at.split('/').collect();
        let part = parts(definition).find(|part| part.slug == steps[0])?;
        let (title, lead) = ((part.title)(t).to_owned(), (part.lead)(t).to_owned());
        if part.slug != FORM {
            let object = definition.clone();
            let at = at.to_owned();
            return (steps.len() == 1).then_some(Self {
                what: What::Part,
                at,
                title,
                lead,
                back: String::new(),
                object,
                spot: None,
            });
        }
        let (what, pointer) = match steps[1..] {
            [_] => (What::Section, "/form/sections".to_owned()),
            [section, _] => (What::Field, fields_of(definition, section)?),
            [section, group, _] => {
                let fields = fields_of(definition, section)?;
                let number = position(definition.pointer(&fields)?, group)?;
                (What::Inner, format!("{fields}/{number}/fields"))
            }
            _ => return None,
        };
        let number = position(definition.pointer(&pointer)?, steps.last()?);
        let mut object =
            number.and_then(|number| definition.pointer(&format!("{pointer}/{number}"))).cloned().unwrap_or(json!({}));
        let (words, new) = match what {
            What::Section => ("title", t.new_section()),
            _ => ("label", t.new_field()),
        };
        let title = if number.is_some() { named(&object, words, t).1 } else { new.to_owned() };
        let section = form_sections(definition).find(|section| text(answer(section, "key")) == steps[1]);
        let lead = section.filter(|_| what != What::Section).map(|section| named(section, "title", t).1);
        if what == What::Field {
            object[IN_SECTION] = steps[1].into();
        }
        let back = match (what, at.rsplit_once('/')) {
            (What::Inner, Some((group, _))) => format!("/draf/{group}"),
            _ => format!("/draf/{FORM}"),
        };
        let at = at.to_owned();
        Some(Self { what, at, title, lead: lead.unwrap_or_default(), back, object, spot: Some((pointer, number)) })
    }

    /// Whether it is not there yet.
    pub fn is_new(&self) -> bool {
        matches!(self.spot, Some((_, None)))
    }

    /// What is asked here, without the settings of a field's type.
    pub fn items(&self, definition: &Value) -> Vec<&'static Item> {
        match self.what {
            What::Part => {
                parts(definition).find(|part| part.slug == self.at).map_or(&[][..], |part| part.items).iter().collect()
            }
            What::Section => SECTION.iter().collect(),
            What::Field => FIELD.iter().chain(FIELD_SECTION).collect(),
            What::Inner => FIELD.iter().collect(),
        }
    }

    /// The settings of the field's type, as it is stored.
    pub fn settings(&self) -> &'static [Item] {
        match self.what {
            What::Field | What::Inner => settings(&text(answer(&self.object, "type"))),
            What::Part | What::Section => &[],
        }
    }

    /// Whether a key belongs to another section or field already.
    pub fn is_taken(&self, definition: &Value, key: &str) -> bool {
        let own = text(answer(&self.object, "key"));
        let taken = |objects: &mut dyn Iterator<Item = &Value>| {
            objects.map(|object| text(answer(object, "key"))).any(|known| known == key && known != own)
        };
        match (self.what, &self.spot) {
            (What::Section, _) => taken(&mut form_sections(definition)),
            (What::Field, _) => taken(&mut form_sections(definition).flat_map(|section| list(section, "fields"))),
            (What::Inner, Some((pointer, _))) => {
                let siblings = definition.pointer(pointer).and_then(Value::as_array);
                taken(&mut siblings.into_iter().flatten())
            }
            (What::Part | What::Inner, _) => false,
        }
    }

    /// Writes what it says now into the definition; answers its name in addresses from now on.
    pub fn put(&self, definition: &mut Value, mut object: Value) -> String {
        let Some((pointer, number)) = &self.spot else {
            *definition = object;
            return self.at.clone();
        };
        let key = text(answer(&object, "key"));
        let fresh_type = answer(&object, "type") != answer(&self.object, "type");
        if self.what == What::Section && number.is_none() {
            object["fields"] = json!([]);
        }
        if fresh_type && self.what != What::Section {
            object = with_defaults(&object);
        }
        let section = object.as_object_mut().and_then(|object| object.remove(IN_SECTION)).map(|section| text(&section));
        let moved = section.filter(|section| !self.at.starts_with(&format!("{FORM}/{section}/")));
        let target = moved.as_deref().and_then(|section| fields_of(definition, section));
        if let (Some(number), Some(_)) = (number, &target) {
            // It leaves its section for another.
            if let Some(from) = definition.pointer_mut(pointer).and_then(Value::as_array_mut) {
                from.remove(*number);
            }
        }
        let number = number.filter(|_| target.is_none());
        if let Some(objects) = definition.pointer_mut(target.as_ref().unwrap_or(pointer)).and_then(Value::as_array_mut)
        {
            match number {
                Some(number) => objects[number] = object,
                None => objects.push(object),
            }
        }
        self.rename(definition, &key);
        let before = self.at.rsplit_once('/').map_or("", |(before, _)| before);
        match moved.filter(|_| target.is_some()) {
            Some(section) => format!("{FORM}/{section}/{key}"),
            None => format!("{before}/{key}"),
        }
    }

    /// Requirements follow a field to its new key.
    fn rename(&self, definition: &mut Value, key: &str) {
        let old = text(answer(&self.object, "key"));
        let requirements = definition.get_mut("requirements").and_then(Value::as_array_mut);
        if self.what == What::Field && !old.is_empty() && old != key {
            for requirement in requirements.into_iter().flatten() {
                if text(answer(requirement, "field")) == old {
                    requirement["field"] = key.into();
                }
            }
        }
    }

    /// Takes it out of the definition.
    pub fn remove(&self, definition: &mut Value) {
        if let Some((pointer, Some(number))) = &self.spot
            && let Some(objects) = definition.pointer_mut(pointer).and_then(Value::as_array_mut)
        {
            objects.remove(*number);
        }
    }

    /// Lets it change places with the one before or behind it.
    pub fn shift(&self, definition: &mut Value, up: bool) {
        if let Some((pointer, Some(number))) = &self.spot
            && let Some(objects) = definition.pointer_mut(pointer).and_then(Value::as_array_mut)
            && let Some(other) = if up { number.checked_sub(1) } else { Some(number + 1) }
            && other < objects.len()
        {
            objects.swap(*number, other);
        }
    }
}

/// A field whose type is another one now: what every field has stays, the rest begins anew.
fn with_defaults(object: &Value) -> Value {
    let mut fresh = defaults(&text(answer(object, "type")));
    for key in FIELD.iter().map(|item| item.key).chain([IN_SECTION]) {
        if let Some(value) = object.get(key) {
            fresh[key] = value.clone();
        }
    }
    fresh
}

/// The fields of a section, as a pointer.
fn fields_of(definition: &Value, section: &str) -> Option<String> {
    let number = form_sections(definition).position(|known| text(answer(known, "key")) == section)?;
    Some(format!("/form/sections/{number}/fields"))
}

fn position(objects: &Value, key: &str) -> Option<usize> {
    objects.as_array()?.iter().position(|object| text(answer(object, "key")) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition() -> Value {
        let field =
            |key: &str| json!({ "key": key, "label": { "id": key }, "required": true, "type": "line", "most": 9 });
        json!({
            "kind": "own",
            "requirements": [{ "name": { "id": "NIB" }, "field": "nib" }],
            "form": { "sections": [
                { "key": "pemilik", "title": { "id": "Pemilik" }, "fields": [field("nama")] },
                { "key": "usaha", "title": { "id": "Usaha" }, "fields": [field("nib"), field("alamat")] },
            ] },
        })
    }

    fn find(definition: &Value, at: &str) -> Place {
        Place::find(definition, at, Lang::Id).unwrap()
    }

    fn keys(definition: &Value) -> Vec<String> {
        form_sections(definition)
            .flat_map(|section| list(section, "fields"))
            .map(|field| text(answer(field, "key")))
            .collect()
    }

    #[test]
    fn places_are_found_by_their_address() {
        let definition = definition();
        assert_eq!(find(&definition, "isian/usaha").title, "Usaha");
        assert_eq!(find(&definition, "isian/usaha/nib").title, "nib");
        assert!(find(&definition, "isian/usaha/isian-baru").is_new());
        for nowhere in ["", "lembaga", "nama/x", "isian", "isian/lain/nib", "isian/usaha/x/y", "isian/a/b/c/d"] {
            assert!(Place::find(&definition, nowhere, Lang::Id).is_none(), "{nowhere}");
        }
    }

    #[test]
    fn a_field_moves_to_another_section_and_its_requirement_follows_its_key() {
        let mut definition = definition();
        let place = find(&definition, "isian/usaha/nib");
        let mut object = place.object.clone();
        object["key"] = "nomor".into();
        object[IN_SECTION] = "pemilik".into();
        assert_eq!(place.put(&mut definition, object), "isian/pemilik/nomor");
        assert_eq!(keys(&definition), ["nama", "nomor", "alamat"]);
        assert_eq!(definition["requirements"][0]["field"], "nomor");
        assert_eq!(find(&definition, "isian/pemilik/nomor").object["most"], 9);
    }

    #[test]
    fn a_field_of_another_type_begins_with_its_settings() {
        let mut definition = definition();
        let place = find(&definition, "isian/usaha/alamat");
        let mut object = place.object.clone();
        object["type"] = "number".into();
        place.put(&mut definition, object);
        let field = find(&definition, "isian/usaha/alamat").object;
        assert_eq!((&field["least"], &field["most"], &field["required"]), (&0.into(), &1_000.into(), &true.into()));
    }

    #[test]
    fn what_is_new_comes_last_and_what_is_there_is_moved_and_removed() {
        let mut definition = definition();
        let new =
            json!({ "key": "luas", "label": { "id": "Luas" }, "required": false, "type": "line", "section": "usaha" });
        let place = find(&definition, "isian/usaha/isian-baru");
        assert!(place.is_taken(&definition, "nama") && !place.is_taken(&definition, "luas"));
        assert_eq!(place.put(&mut definition, new), "isian/usaha/luas");
        find(&definition, "isian/usaha/luas").shift(&mut definition, true);
        find(&definition, "isian/pemilik/nama").shift(&mut definition, true);
        assert_eq!(keys(&definition), ["nama", "nib", "luas", "alamat"]);
        find(&definition, "isian/usaha").shift(&mut definition, true);
        find(&definition, "isian/usaha/nib").remove(&mut definition);
        assert_eq!(keys(&definition), ["luas", "alamat", "nama"]);
    }
}
