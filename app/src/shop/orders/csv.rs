//! `/usaha/pesanan.csv`: the seller's orders as a table, for books kept elsewhere.

use domain::csv::Csv;
use domain::time::Timestamp;
use platform::Platform;
use platform::shop::order::{OrderItem, OrderRecord, OrdersError, export_shop_orders};

use super::list::read;
use crate::request::Query;
use crate::text::{CartText, Lang, OrderText, delivery_label, payment_label, status_label};
use crate::visitor::Visitor;

/// The orders that `/usaha/pesanan` lists with the same query, all of them, with amounts in plain rupiah.
///
/// # Errors
/// See [`OrdersError`].
pub async fn shop_orders_csv(platform: &Platform, visitor: &Visitor, query: &str) -> Result<String, OrdersError> {
    let orders = export_shop_orders(platform, &visitor.actor, &read(&Query::parse(query))).await?;
    Ok(table(&orders, visitor.lang))
}

fn table(orders: &[OrderRecord], t: Lang) -> String {
    let mut table = Csv::new(&[
        t.order_number(),
        t.placed_at_wib(),
        t.shop_word(),
        t.buyer_title(),
        t.goods_title(),
        t.sum(),
        t.delivery_fee(),
        t.total(),
        t.delivery_word(),
        t.payment_word(),
        t.money_word(),
        t.state_word(),
    ]);
    for order in orders {
        table.row(&[
            &order.number,
            &sortable(order.placed_at),
            &order.shop,
            &order.buyer_name,
            &items(&order.items),
            &order.subtotal.amount().to_string(),
            &order.delivery_fee.amount().to_string(),
            &order.total.amount().to_string(),
            delivery_label(t, order.delivery),
            payment_label(t, order.payment),
            if order.paid { t.state_paid() } else { t.not_paid() },
            status_label(t, order.status),
        ]);
    }
    table.finish()
}

/// `2026-11-24 09:00`, which spreadsheets read as a date in every language.
fn sortable(at: Timestamp) -> String {
    let (hour, minute) = at.clock();
    format!("{} {hour:02}:{minute:02}", at.day())
}

/// `2 × Keripik singkong (Balado, 250 g), 1 × Teh`.
fn items(items: &[OrderItem]) -> String {
    let item = |OrderItem { quantity, product_name, variant_label }: &OrderItem| match variant_label.as_str() {
        "" => format!("{quantity} × {product_name}"),
        label => format!("{quantity} × {product_name} ({label})"),
    };
    items.iter().map(item).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use domain::time::Timestamp;
    use platform::shop::order::OrderItem;

    use super::{items, sortable, table};
    use crate::text::Lang;

    #[test]
    fn without_orders_there_are_still_the_columns() {
        for (lang, begin) in [(Lang::Id, "\u{feff}Nomor pesanan;"), (Lang::En, "\u{feff}Order number;")] {
            let table = table(&[], lang);
            assert!(table.starts_with(begin) && table.lines().count() == 1, "{table}");
        }
    }

    #[test]
    fn dates_and_goods_are_written_for_spreadsheets() {
        assert_eq!(sortable(Timestamp::from_micros(1_795_485_600_000_000)), "2026-11-24 09:00");
        let item = |quantity, name: &str, label: &str| OrderItem {
            quantity,
            product_name: name.to_owned(),
            variant_label: label.to_owned(),
        };
        let both = [item(2, "Keripik", "Balado, 250 g"), item(1, "Teh", "")];
        assert_eq!(items(&both), "2 × Keripik (Balado, 250 g), 1 × Teh");
    }
}
