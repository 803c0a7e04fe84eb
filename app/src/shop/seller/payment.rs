//! `/usaha/toko/bayar`: cash and the bank account.

use domain::shop::profile::{AccountNumber, Bank, PaymentError, PaymentTerms};
use domain::typed::{Line, Problem};
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::usaha::{OwnShop, OwnShopError, set_payment};

use super::entry::{Entry, Kind, Need, entry, tick};
use super::form::Form;
use super::own_shop;
use super::shop_tabs::shop_tabs;
use crate::action::{Word, done, go_to, recall};
use crate::page::{Missing, page};
use crate::text::{ConsoleText, Lang, SellerText};
use crate::ui::{Desk, ErrorSummary};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-bayar";

async fn load(platform: Platform, visitor: Visitor) -> Result<(OwnShop, Refused), Missing> {
    let shop = own_shop(&platform, &visitor).await?;
    Ok((shop, recall(&platform, visitor.typed, FORM).await?))
}

/// `/usaha/toko/bayar`.
#[component]
pub fn PaymentPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(shop, refused)| {
        let t = lang();
        let line = |name, label, hint, most| Entry { name, label, hint, kind: Kind::Line, most, need: Need::Later };
        let text = |stored: &Option<String>| stored.clone().unwrap_or_default();
        let bank = entry(line("bank", t.bank_label(), "", 40), &text(&shop.bank_name), &refused, t);
        let account = Entry { kind: Kind::Number, ..line("rekening", t.account_label(), "", 30) };
        let account = entry(account, &text(&shop.bank_account), &refused, t);
        let holder = line("pemilik", t.holder_label(), t.holder_hint(), 80);
        let holder = entry(holder, &text(&shop.bank_holder), &refused, t);
        view! {
            <Desk title=t.shop_settings().to_owned() lead=shop.name.clone()>
                {shop_tabs(t)}
                <div class="narrow stack">
                    <ErrorSummary errors=refused.errors.clone()/>
                    <form class="card stack" method="post" action="/aksi/usaha/bayar">
                        <div>
                            {tick("tunai", t.cash_label(), shop.cod, &refused)}
                            {tick("transfer", t.transfer_label(), shop.transfer, &refused)}
                        </div>
                        <div class="stack inset" role="group" aria-labelledby="j-rekening">
                            <h2 class="h3" id="j-rekening">{t.account_title_label()}</h2>
                            {bank}{account}{holder}
                        </div>
                        <button class="btn btn--big btn--wide">{t.save()}</button>
                    </form>
                </div>
            </Desk>
        }
    })
}

/// Sets how the shop is paid.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/bayar")]
pub async fn submit_payment(
    #[server(default)] tunai: String,
    #[server(default)] transfer: String,
    #[server(default)] bank: String,
    #[server(default)] rekening: String,
    #[server(default)] pemilik: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, "/usaha/toko/bayar");
    form.keep("tunai", &tunai);
    form.keep("transfer", &transfer);
    // The three belong together, and may stay empty while no transfer is taken.
    let none = transfer.is_empty() && [&bank, &rekening, &pemilik].iter().all(|typed| typed.trim().is_empty());
    let bank = if none { None } else { read_bank(&mut form, &bank, &rekening, &pemilik, t) };
    let terms = match PaymentTerms::new(!tunai.is_empty(), !transfer.is_empty(), bank) {
        Err(PaymentError::NoWay) => {
            form.wrong("tunai", t.no_payment());
            None
        }
        // What is missing of the account is said already.
        terms => terms.ok(),
    };
    let Some(terms) = terms.filter(|_| form.is_right()) else {
        form.refuse().await;
        return Ok(());
    };
    match set_payment(&platform, &visitor.actor, &terms).await {
        Ok(()) => done(Word::Saved, "/usaha/toko/bayar"),
        Err(OwnShopError::NoShop) => go_to("/usaha"),
        Err(OwnShopError::Forbidden(_)) => form.not_allowed(),
        Err(error @ OwnShopError::Db(_)) => form.unavailable("tunai", &error).await,
    }
    Ok(())
}

fn read_bank(form: &mut Form, bank: &str, account: &str, holder: &str, t: Lang) -> Option<Bank> {
    let name = form.read("bank", t.bank_label(), bank, Line::parse);
    form.keep("rekening", account);
    let account = AccountNumber::parse(account).map_err(|problem| {
        let words =
            if problem == Problem::Empty { t.field_empty(t.account_label()) } else { t.account_wrong().to_owned() };
        form.wrong("rekening", words);
    });
    let holder = form.read("pemilik", t.holder_label(), holder, Line::parse);
    Some(Bank { name: name?, account: account.ok()?, holder: holder? })
}
