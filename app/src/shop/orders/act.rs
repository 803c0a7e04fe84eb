//! What a seller, or an officer in the place of either side, does to an order.

use domain::shop::order::Action;
use leptos::prelude::*;
use platform::Platform;
use platform::shop::order::{Act, ActError, act_as_officer, act_as_seller};

use crate::action::{Word, done, local_path, refuse};
use crate::text::{CartText, ConsoleText, Lang, OrderText};
use crate::visitor::visitor;

/// The name of the seller's and the officer's form.
pub(super) const FORM: &str = "pesanan-toko";

/// One step of the visitor's own shop. Sent twice, it is one step.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/pesanan")]
pub async fn act_on_shop_order(
    nomor: String,
    aksi: String,
    #[server(default)] alasan: String,
    #[server(default)] kurir: String,
    #[server(default)] resi: String,
    #[server(default)] kembali: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let back = if kembali.is_empty() { format!("/usaha/pesanan/{nomor}") } else { local_path(&kembali).to_owned() };
    let act = Act { note: alasan.clone(), courier: kurir.clone(), receipt_number: resi.clone() };
    let result = match aksi.parse::<Action>() {
        Ok(action) => act_as_seller(&platform, &visitor.actor, &nomor, action, &act).await,
        Err(_) => Err(ActError::NotNow),
    };
    let typed = [("aksi", aksi.as_str()), ("alasan", &alasan), ("kurir", &kurir), ("resi", &resi)];
    answer(result.map(drop), &typed, &back, visitor.lang).await;
    Ok(())
}

/// One step by an officer.
///
/// # Errors
/// Never for a form: the page is shown again with a message.
#[server(prefix = "/aksi", endpoint = "dinas/pesanan")]
pub async fn act_on_any_order(
    nomor: String,
    #[server(default)] aksi: String,
    #[server(default)] alasan: String,
) -> Result<(), ServerFnError> {
    let platform = expect_context::<Platform>();
    let visitor = visitor();
    let t = visitor.lang;
    let back = format!("/dinas/pesanan/{nomor}");
    let typed = [("aksi", aksi.as_str()), ("alasan", &alasan)];
    let Ok(action) = aksi.parse::<Action>() else {
        refuse(FORM, &typed, vec![("aksi", t.choose_missing().to_owned())], &back).await;
        return Ok(());
    };
    let act = Act { note: alasan.clone(), ..Act::default() };
    let result = act_as_officer(&platform, &visitor.actor, &nomor, action, &act).await;
    if let Err(ActError::NotFound) = result {
        // The page was found: only an own shop's order is kept from its officer.
        refuse(FORM, &typed, vec![("isi", t.own_shop().to_owned())], &back).await;
        return Ok(());
    }
    answer(result.map(drop), &typed, &back, t).await;
    Ok(())
}

async fn answer(result: Result<(), ActError>, typed: &[(&str, &str)], back: &str, t: Lang) {
    match result {
        Ok(()) => done(Word::Done, back),
        Err(ActError::Already { .. }) => done(Word::Already, back),
        Err(error) => refuse(FORM, typed, vec![problem(error, t)], back).await,
    }
}

fn problem(error: ActError, t: Lang) -> (&'static str, String) {
    match error {
        ActError::NoReason => ("alasan", t.reason_missing().to_owned()),
        ActError::OutOfStock => ("isi", t.stock_gone().to_owned()),
        ActError::NotFound => ("isi", t.not_your_order().to_owned()),
        ActError::Forbidden(_) => ("isi", t.not_allowed_text().to_owned()),
        ActError::NotNow | ActError::Already { .. } | ActError::WrongPin | ActError::Wait(_) => {
            ("isi", t.not_now().to_owned())
        }
        ActError::Db(error) => {
            leptos::logging::error!("a seller's step: {error:?}");
            ("isi", t.try_later().to_owned())
        }
    }
}
