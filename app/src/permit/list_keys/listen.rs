//! The browser's side: what each key does.

use leptos::ev::keydown;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// A row's link to its case.
const LINK: &str = "tr[role=row] .c-who a";

/// Listens for as long as the page is there.
pub(super) fn listen(table: String) {
    window_event_listener(keydown, move |event| {
        if !event.ctrl_key() && !event.alt_key() && !event.meta_key() {
            pressed(&table, &event);
        }
    });
}

fn pressed(table: &str, event: &KeyboardEvent) -> Option<()> {
    let table = document().get_element_by_id(table)?;
    let focus: Element = document().active_element()?;
    let row = focus.closest("tr").ok()?.filter(|row| table.contains(Some(row)))?;
    let links = table.query_selector_all(LINK).ok()?;
    let link = |at: u32| links.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let here = (0..links.length()).find(|at| link(*at).is_some_and(|link| row.contains(Some(&link))))?;
    let to = match event.key().as_str() {
        "ArrowDown" | "j" => here + 1,
        "ArrowUp" | "k" => here.checked_sub(1)?,
        "Home" => 0,
        "End" => links.length() - 1,
        "x" => {
            row.query_selector(".pick input").ok()??.dyn_into::<HtmlElement>().ok()?.click();
            return Some(());
        }
        _ => return None,
    };
    link(to)?.focus().ok()?;
    event.prevent_default();
    Some(())
}
