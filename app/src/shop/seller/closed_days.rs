//! `/usaha/toko/libur`: days on which the shop takes no orders.

use domain::shop::profile::{ClosedDays, ClosedDaysError};
use domain::time::Day;
use leptos::prelude::*;
use platform::Platform;
use platform::flash::Refused;
use platform::shop::usaha::{OwnShop, OwnShopError, set_closed_days};

use super::entry::{Entry, Kind, Need, entry};
use super::form::Form;
use super::own_shop;
use super::shop_tabs::shop_tabs;
use crate::action::{Word, done, go_to, recall};
use crate::page::{Missing, page};
use crate::text::{ConsoleText, SellerText};
use crate::ui::{Desk, ErrorSummary, Icon};
use crate::visitor::{Visitor, lang, visitor};

const FORM: &str = "usaha-libur";

async fn load(platform: Platform, visitor: Visitor) -> Result<(OwnShop, Refused), Missing> {
    let shop = own_shop(&platform, &visitor).await?;
    Ok((shop, recall(&platform, visitor.typed, FORM).await?))
}

/// `/usaha/toko/libur`.
#[component]
pub fn ClosedDaysPage() -> impl IntoView {
    page(load(expect_context::<Platform>(), visitor()), |(shop, refused)| {
        let t = lang();
        let day = |name, label| Entry { name, label, hint: "", kind: Kind::Date, most: 10, need: Need::Must };
        let (from, to) = (shop.closed_from.unwrap_or_default(), shop.closed_to.unwrap_or_default());
        let from_entry = entry(day("dari", t.closed_from_label()), &from, &refused, t);
        let to_entry = entry(day("sampai", t.closed_to_label()), &to, &refused, t);
        let set = Day::parse(&from).zip(Day::parse(&to)).map(|(from, to)| t.closed_set(&from.words(t), &to.words(t)));
        view! {
            <Desk title=t.shop_settings().to_owned() lead=shop.name.clone()>
                {shop_tabs(t)}
                <div class="narrow stack">
                    <ErrorSummary errors=refused.errors.clone()/>
                    {set.map(|words| view! {
                        <div class="note note--warn">
                            <Icon name="calendar-days"/>
                            <form class="stack stack--2" method="post" action="/aksi/usaha/libur">
                                <strong>{words}</strong>
                                <div><button class="btn btn--line" name="buka" value="1">{t.closed_end()}</button></div>
                            </form>
                        </div>
                    })}
                    <form class="card stack" method="post" action="/aksi/usaha/libur">
                        <p class="muted">{t.closed_lead()}</p>
                        <div class="pair">{from_entry}{to_entry}</div>
                        <button class="btn btn--big btn--wide">{t.save()}</button>
                    </form>
                </div>
            </Desk>
        }
    })
}

/// Sets or ends the days on which the shop is closed.
///
/// # Errors
/// Never for a form: it is shown again with a message.
#[server(prefix = "/aksi", endpoint = "usaha/libur")]
pub async fn submit_closed_days(
    #[server(default)] dari: String,
    #[server(default)] sampai: String,
    #[server(default)] buka: String,
) -> Result<(), ServerFnError> {
    let (platform, visitor) = (expect_context::<Platform>(), visitor());
    let t = visitor.lang;
    let mut form = Form::new(FORM, "/usaha/toko/libur");
    form.keep("dari", &dari);
    form.keep("sampai", &sampai);
    let days = match ClosedDays::parse(&dari, &sampai, platform.now().day()) {
        _ if !buka.is_empty() => None,
        Ok(days) => Some(days),
        Err(error) => {
            match error {
                ClosedDaysError::From => form.wrong("dari", t.closed_from_missing()),
                ClosedDaysError::To => form.wrong("sampai", t.closed_to_missing()),
                ClosedDaysError::Reversed => form.wrong("sampai", t.closed_reversed()),
                ClosedDaysError::Past => form.wrong("sampai", t.closed_past()),
                ClosedDaysError::TooLong => form.wrong("sampai", t.closed_long()),
            }
            form.refuse().await;
            return Ok(());
        }
    };
    match set_closed_days(&platform, &visitor.actor, days).await {
        Ok(()) => done(Word::Saved, "/usaha/toko/libur"),
        Err(OwnShopError::NoShop) => go_to("/usaha"),
        Err(OwnShopError::Forbidden(_)) => form.not_allowed(),
        Err(error @ OwnShopError::Db(_)) => form.unavailable("dari", &error).await,
    }
    Ok(())
}
