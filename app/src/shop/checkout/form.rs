//! The form itself.

use domain::money::Rupiah;
use leptos::prelude::*;
use platform::flash::Refused;
use platform::reference::Region;
use platform::shop::cart::{CartLine, ShopOffer};

use super::{PICKUP, Shown, field};
use crate::html::IntoHtml;
use crate::text::{CartText, CommonText, Lang};
use crate::ui::{ErrorSummary, Field, Icon, Load, PageHead, Picture, described};
use crate::visitor::lang;

pub(super) fn checkout_form(shown: Shown) -> AnyView {
    let t = lang();
    let Shown { cart, place, refused, token, pay_hours } = shown;
    let several = cart.shops.len();
    let kec = place.as_ref().map_or(PICKUP, |(region, _)| &region.code).to_owned();
    let part = |(shop, lines)| shop_part(shop, lines, place.as_ref(), pay_hours, &refused, t);
    let shops = cart.shops.into_iter().map(part).collect_view();
    view! {
        <PageHead title=t.checkout_title().to_owned() description=t.safe_no_account().to_owned() canonical=None/>
        <main id="isi" class="wrap co">
            <a class="back" href="/keranjang"><Icon name="chevron-left" class="i i--16"/>{t.back_to_cart()}</a>
            <h1>{t.checkout_title()}</h1>
            <form class="co__form stack" method="post" action="/aksi/pesan">
                <ErrorSummary errors=refused.errors.clone()/>
                <input type="hidden" name="token" value=token/>
                <input type="hidden" name="kec" value=kec/>
                <div class="co__grid">
                    <div class="stack">
                        {recipient(&refused, t)}
                        {place.map(|(region, desa)| address(region, desa, &refused, t))}
                    </div>
                    <div class="stack">
                        {(several > 1)
                            .then(|| view! { <p class="note note--plain"><Icon name="info"/><span>{t.several_shops(several)}</span></p> })}
                        {shops}
                        <div class="co__go">
                            <button class="btn btn--big btn--wide">{t.place_order()}</button>
                            <p class="hint">{t.place_order_hint()}</p>
                        </div>
                    </div>
                </div>
            </form>
        </main>
    }
    .into_html()
}

fn recipient(refused: &Refused, t: Lang) -> AnyView {
    let (name, phone) = (refused.value("nama"), refused.value("hp"));
    let (name_about, phone_about) = (described("nama", false, refused), described("hp", true, refused));
    view! {
        <section class="card stack">
            <h2><span class="step">"1"</span>{t.step_recipient()}</h2>
            <Field name="nama" label=t.recipient_name().to_owned() refused=refused.clone()>
                <input class="input" id="nama" name="nama" autocomplete="name" maxlength="80" required
                    value=name aria-describedby=name_about/>
            </Field>
            <Field name="hp" label=t.phone_label().to_owned() hint=t.phone_hint() refused=refused.clone()>
                <input class="input" id="hp" name="hp" r#type="tel" inputmode="tel" autocomplete="tel" required
                    value=phone aria-describedby=phone_about/>
            </Field>
        </section>
    }
    .into_html()
}

fn address(region: Region, desa: Vec<Region>, refused: &Refused, t: Lang) -> AnyView {
    let (chosen, street, landmark) = (refused.value("desa"), refused.value("alamat"), refused.value("patokan"));
    let (village_about, street_about) = (described("desa", false, refused), described("alamat", true, refused));
    let options = desa
        .into_iter()
        .map(|desa| {
            let label = match &desa.postcode {
                Some(postcode) => format!("{} ({postcode})", desa.name),
                None => desa.name.clone(),
            };
            let selected = desa.code == chosen;
            view! { <option value=desa.code selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <section class="card stack">
            <h2><span class="step">"2"</span>{t.step_address()}</h2>
            <p>{t.delivered_to(&region.name)}" "<a href="/keranjang">{t.change()}</a></p>
            <Field name="desa" label=t.village().to_owned() refused=refused.clone()>
                <select class="select" id="desa" name="desa" aria-describedby=village_about>
                    <option value="">{t.choose()}</option>
                    {options}
                </select>
            </Field>
            <Field name="alamat" label=t.address().to_owned() hint=t.address_hint() refused=refused.clone()>
                <textarea class="textarea" id="alamat" name="alamat" rows="2" maxlength="200" autocomplete="street-address"
                    aria-describedby=street_about>{street}</textarea>
            </Field>
            <Field name="patokan" label=format!("{} {}", t.landmark(), t.optional()) refused=refused.clone()>
                <input class="input" id="patokan" name="patokan" maxlength="120" value=landmark/>
            </Field>
        </section>
    }
    .into_html()
}

fn shop_part(
    shop: ShopOffer,
    lines: Vec<CartLine>,
    place: Option<&(Region, Vec<Region>)>,
    pay_hours: i64,
    refused: &Refused,
    t: Lang,
) -> AnyView {
    let goods: Rupiah = lines.iter().map(|line| line.price.times(line.quantity)).sum();
    let fee = shop.fee.filter(|_| place.is_some()).map(Rupiah::new);
    let (receive, pay) = (field("terima", shop.id), field("bayar", shop.id));
    let by_courier = match refused.value(&receive).as_str() {
        "ambil_di_toko" => false,
        "kurir_toko" => fee.is_some(),
        _ => fee.is_some(),
    };
    let by_transfer = refused.value(&pay) == "transfer" || !shop.cod;
    let error = refused.error(&receive).map(str::to_owned);
    let courier = fee.map(|fee| {
        let note = t.delivered_to(place.map_or("", |(region, _)| &region.name));
        choice(
            receive.clone(),
            "kurir_toko",
            "truck",
            crate::text::ShopText::courier(t),
            note,
            Some(fee.to_string()),
            by_courier,
            "js-kurir",
        )
    });
    let not_served = (fee.is_none() && place.is_some()).then(|| {
        let kecamatan = place.map_or("", |(region, _)| &region.name);
        view! { <p class="hint">{t.not_served(kecamatan)}</p> }
    });
    let pick_up = shop.pickup.then(|| {
        let note = t.fetch_at(&shop.address);
        let free = Some(t.free_of_charge().to_owned());
        choice(
            receive.clone(),
            "ambil_di_toko",
            "store",
            crate::text::ShopText::pick_up(t),
            note,
            free,
            !by_courier,
            "js-ambil",
        )
    });
    let cash = shop
        .cod
        .then(|| choice(pay.clone(), "tunai", "banknote", t.cash(), t.cash_hint().to_owned(), None, !by_transfer, ""));
    let transfer = shop.transfer.then(|| {
        choice(pay.clone(), "transfer", "landmark", t.transfer(), t.transfer_hint(pay_hours), None, by_transfer, "")
    });
    let lines = lines.into_iter().map(|line| line_view(&line)).collect_view();
    let total = |class: &'static str, fee: Rupiah| {
        view! {
            <dl class=class>
                <div><dt>{t.goods()}</dt><dd>{goods.to_string()}</dd></div>
                <div><dt>{t.delivery_fee()}</dt><dd>{fee.to_string()}</dd></div>
                <div class="sum__total"><dt>{t.pay_this_shop()}</dt><dd>{(goods + fee).to_string()}</dd></div>
            </dl>
        }
    };
    view! {
        <section class="card stack coshop" id=receive.clone()>
            <h2><Icon name="store"/>{shop.name.clone()}</h2>
            <ul class="lines">{lines}</ul>
            {error.map(|error| view! { <p class="error"><Icon name="circle-alert" class="i i--16"/>{error}</p> })}
            <fieldset class="stack stack--2"><legend class="label">{t.receive()}</legend>{courier}{not_served}{pick_up}</fieldset>
            <fieldset class="stack stack--2"><legend class="label">{t.pay()}</legend>{cash}{transfer}</fieldset>
            {fee.map(|fee| view! { <input type="hidden" name=field("ongkir", shop.id) value=fee.amount().to_string()/> })}
            {fee.map(|fee| total("sum coshop__kurir", fee))}
            {total("sum coshop__ambil", Rupiah::ZERO)}
        </section>
    }
    .into_html()
}

#[allow(clippy::too_many_arguments)]
fn choice(
    name: String,
    value: &'static str,
    icon: &'static str,
    title: &'static str,
    note: String,
    price: Option<String>,
    checked: bool,
    mark: &'static str,
) -> AnyView {
    view! {
        <label class="choice">
            <input type="radio" name=name value=value checked=checked class=mark/>
            <span class="choice__title"><Icon name=icon/>{title}</span>
            {price.map(|price| view! { <span class="choice__price">{price}</span> })}
            <span class="choice__note">{note}</span>
        </label>
    }
    .into_html()
}

fn line_view(line: &CartLine) -> AnyView {
    view! {
        <li class="line">
            <div class=format!("line__pic t{}", line.tint)><Picture id=line.cover_id sizes="56px" load=Load::Now/></div>
            <div><p class="strong">{line.name.clone()}</p><p class="muted small">{line.label()}</p></div>
            <p class="line__p"><span class="muted">{line.quantity}" ×"</span>{line.price.times(line.quantity).to_string()}</p>
        </li>
    }
    .into_html()
}
