//! The profile of a shop as a form: what opening a shop and changing its profile have in common.

use domain::phone::Phone;
use domain::region::RegionCode;
use domain::shop::profile::Profile;
use domain::typed::{Line, Text};
use leptos::prelude::*;
use platform::flash::Refused;
use platform::reference::Region;
use serde::{Deserialize, Serialize};

use super::entry::{Entry, Kind, Need, desa_choice, entry};
use super::form::Form;
use crate::html::IntoHtml;
use crate::text::{CartText, Lang, SellerText};

/// The first step: the kecamatan decides which desa can be chosen.
pub(super) fn kecamatan_form(action: &'static str, kecamatan: &[Region], button: &'static str, t: Lang) -> AnyView {
    let options = kecamatan
        .iter()
        .map(|region| view! { <option value=region.code.clone()>{region.name.clone()}</option> })
        .collect_view();
    view! {
        <form class="card stack" action=action>
            <div class="field">
                <label for="kec">{t.shop_kecamatan_label()}</label>
                <select class="select" id="kec" name="kec" required><option value="">{t.choose()}</option>{options}</select>
            </div>
            <button class="btn btn--big btn--wide">{button}</button>
        </form>
    }
    .into_html()
}

/// What is stored of a profile, for its form.
#[derive(Default)]
pub(super) struct Stored<'s> {
    pub name: &'s str,
    pub desa: &'s str,
    pub address: &'s str,
    pub phone: &'s str,
    pub description: &'s str,
    pub hours: &'s str,
}

/// The fields of a profile.
pub(super) fn profile_entries(desa: &[Region], stored: &Stored<'_>, refused: &Refused, t: Lang) -> AnyView {
    let line = |name, label, hint, most| Entry { name, label, hint, kind: Kind::Line, most, need: Need::Must };
    let name = entry(line("nama", t.shop_name_label(), t.shop_name_hint(), 60), stored.name, refused, t);
    let village = desa_choice(desa, stored.desa, refused, t);
    let address = entry(line("alamat", t.address(), t.address_hint(), 200), stored.address, refused, t);
    let phone = Entry { kind: Kind::Phone, ..line("hp", t.phone_label(), t.shop_phone_hint(), 24) };
    let phone = entry(phone, stored.phone, refused, t);
    let about = Entry { kind: Kind::Words, ..line("tentang", t.about_shop_label(), t.about_shop_hint(), 1000) };
    let about = entry(about, stored.description, refused, t);
    let hours = entry(line("jam", t.hours_label(), t.hours_hint(), 80), stored.hours, refused, t);
    view! { {name}{village}{address}{phone}{about}{hours} }.into_html()
}

/// What was typed as a profile, under the names of the form's fields.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TypedProfile {
    /// Code of the kecamatan.
    pub kec: String,
    /// The shop's name.
    #[serde(default)]
    pub nama: String,
    /// Code of the desa.
    #[serde(default)]
    pub desa: String,
    /// Street, number, RT/RW.
    #[serde(default)]
    pub alamat: String,
    /// The shop's number.
    #[serde(default)]
    pub hp: String,
    /// What the shop is about.
    #[serde(default)]
    pub tentang: String,
    /// Opening hours.
    #[serde(default)]
    pub jam: String,
}

/// Reads a profile; `None` when something is wrong, which the form knows then.
pub(super) fn read_profile(form: &mut Form, typed: &TypedProfile, t: Lang) -> Option<Profile> {
    let name = form.read("nama", t.shop_name_label(), &typed.nama, Line::parse);
    form.keep("desa", &typed.desa);
    let desa = RegionCode::parse(&typed.desa).map_err(|_| form.wrong("desa", t.village_missing())).ok();
    let address = form.read("alamat", t.address(), &typed.alamat, Line::parse);
    form.keep("hp", &typed.hp);
    let phone = Phone::parse(&typed.hp).map_err(|error| form.wrong("hp", crate::shop::phone_error(error, t))).ok();
    let description = form.read("tentang", t.about_shop_label(), &typed.tentang, Text::parse);
    let opening_hours = form.read("jam", t.hours_label(), &typed.jam, Line::parse);
    Some(Profile {
        name: name?,
        kecamatan: RegionCode::parse(&typed.kec).map_err(|_| form.wrong("desa", t.village_missing())).ok()?,
        desa: desa?,
        address: address?,
        phone: phone?,
        description: description?,
        opening_hours: opening_hours?,
    })
}
