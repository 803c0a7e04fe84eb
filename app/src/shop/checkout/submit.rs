//! Reading the form, and ordering.

use std::collections::HashMap;

use domain::money::Rupiah;
use domain::phone::{Phone, PhoneError};
use domain::shop::order::{Delivery, Payment};
use leptos::prelude::*;
use platform::Platform;
use platform::reference::Reference;
use platform::shop::order::{Checkout, Choice, Place, PlaceOrderError, place_order};
use uuid::Uuid;

use super::{PICKUP, field};
use crate::action::{forget_refused, go_to, refuse, set_cookie};
use crate::text::{CartText, Lang};
use crate::visitor::visitor;

/// Orders what is in the cart. Sent twice, it is one order.
///
/// # Errors
/// Never for a form: it is shown again with what was typed and what was wrong.
#[server(prefix = "/aksi", endpoint = "pesan")]
#[allow(clippy::too_many_arguments)] // one per field of the form
pub async fn submit_order(
    token: String,
    kec: String,
    nama: String,
    hp: String,
    #[server(default)] desa: String,
    #[server(default)] alamat: String,
    #[server(default)] patokan: String,
    #[server(default)] terima: HashMap<String, String>,
    #[server(default)] bayar: HashMap<String, String>,
    #[server(default)] ongkir: HashMap<String, String>,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = format!("/checkout?kec={kec}");
    let mut typed: Vec<(String, &str)> =
        [("token", &token), ("nama", &nama), ("hp", &hp), ("desa", &desa), ("alamat", &alamat), ("patokan", &patokan)]
            .map(|(name, value)| (name.to_owned(), value.as_str()))
            .into();
    typed.extend(terima.iter().map(|(shop, value)| (format!("terima[{shop}]"), value.as_str())));
    typed.extend(bayar.iter().map(|(shop, value)| (format!("bayar[{shop}]"), value.as_str())));
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), *value)).collect();

    let Ok(reference) = platform.reference().await else {
        refuse("checkout", &typed, vec![("nama", t.try_later().to_owned())], &back).await;
        return Ok(());
    };
    let fields = Fields { kec: &kec, nama: &nama, hp: &hp, desa: &desa, alamat: &alamat, patokan: &patokan };
    let choices = choices(&terima, &bayar, &ongkir);
    let courier = choices.iter().any(|choice| choice.delivery == Delivery::Courier);
    let (name, phone, place) = match read(&fields, courier, reference, t) {
        Ok(read) => read,
        Err(errors) => {
            refuse("checkout", &typed, errors, &back).await;
            return Ok(());
        }
    };
    let Some(cart) = visitor.cart else {
        go_to("/keranjang");
        return Ok(());
    };
    let checkout = Checkout { token: token.clone(), name, phone, place, choices, account: visitor.actor.id() };
    match place_order(&platform, cart, &checkout).await {
        Ok(placed) => {
            set_cookie("kunci", &placed.secret, super::super::order::link::KEPT);
            forget_refused();
            go_to("/pesanan/terima-kasih");
        }
        Err(PlaceOrderError::Empty) => go_to("/keranjang"),
        Err(PlaceOrderError::Changed(_)) => {
            refuse("keranjang", &[], vec![("isi", t.stock_changed().to_owned())], "/keranjang").await;
        }
        Err(PlaceOrderError::NotOffered(shop)) => {
            let name = field("terima", shop);
            refuse("checkout", &typed, vec![(&name, t.choice_missing().to_owned())], &back).await;
        }
        Err(PlaceOrderError::FeeChanged { shop, fee }) => {
            refuse("checkout", &typed, vec![(&field("terima", shop), t.fee_changed(&fee.to_string()))], &back).await;
        }
        Err(PlaceOrderError::Db(error)) => {
            leptos::logging::error!("order: {error:?}");
            refuse("checkout", &typed, vec![("nama", t.try_later().to_owned())], &back).await;
        }
    }
    Ok(())
}

struct Fields<'f> {
    kec: &'f str,
    nama: &'f str,
    hp: &'f str,
    desa: &'f str,
    alamat: &'f str,
    patokan: &'f str,
}

type Errors = Vec<(&'static str, String)>;

fn read(
    fields: &Fields,
    courier: bool,
    reference: &Reference,
    t: Lang,
) -> Result<(String, Phone, Option<Place>), Errors> {
    let mut errors: Errors = Vec::new();
    let name = fields.nama.trim();
    if name.is_empty() {
        errors.push(("nama", t.name_missing().to_owned()));
    }
    let phone = Phone::parse(fields.hp);
    if let Err(error) = &phone {
        errors.push(("hp", phone_error(*error, t)));
    }
    let mut place = None;
    if courier && fields.kec != PICKUP {
        let desa = reference.find_desa(fields.desa).filter(|desa| desa.code.starts_with(fields.kec));
        if desa.is_none() {
            errors.push(("desa", t.village_missing().to_owned()));
        }
        if fields.alamat.trim().len() < 5 {
            errors.push(("alamat", t.address_missing().to_owned()));
        }
        place = desa.map(|desa| Place {
            kecamatan: fields.kec.to_owned(),
            desa: desa.code.clone(),
            address: shorten(fields.alamat, 200),
            landmark: shorten(fields.patokan, 120),
        });
    }
    match phone {
        Ok(phone) if errors.is_empty() => Ok((shorten(name, 80), phone, place)),
        _ => Err(errors),
    }
}

/// What is wrong with a phone number, for the person who typed it.
pub(crate) fn phone_error(error: PhoneError, t: Lang) -> String {
    match error {
        PhoneError::Empty => t.phone_missing().to_owned(),
        PhoneError::NotMobile => t.phone_not_mobile().to_owned(),
        PhoneError::TooShort(missing) => t.phone_short(missing),
        PhoneError::TooLong => t.phone_long().to_owned(),
    }
}

fn shorten(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}

/// What was chosen for each shop; a shop without a readable choice is left out, and the use case refuses it.
fn choices(
    receive: &HashMap<String, String>,
    pay: &HashMap<String, String>,
    fees: &HashMap<String, String>,
) -> Vec<Choice> {
    receive
        .iter()
        .filter_map(|(shop, delivery)| {
            let delivery: Delivery = delivery.parse().ok()?;
            let payment = match (pay.get(shop)?.as_str(), delivery) {
                ("transfer", _) => Payment::Transfer,
                ("tunai", Delivery::Courier) => Payment::Cod,
                ("tunai", Delivery::Pickup) => Payment::AtPickup,
                _ => return None,
            };
            let fee_seen = fees.get(shop).and_then(|fee| Rupiah::parse(fee).ok());
            Some(Choice { shop: Uuid::try_parse(shop.strip_prefix('u')?).ok()?, delivery, payment, fee_seen })
        })
        .collect()
}
