//! A form in the browser, as it would stand in an address.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlFormElement, HtmlInputElement, UrlSearchParams};

/// The form's controls, in order.
pub(crate) fn controls(form: &HtmlFormElement) -> impl Iterator<Item = Element> + '_ {
    (0..form.length() as u32).filter_map(|nth| form.get_with_index(nth))
}

/// All fields but files, as they stand in an address.
pub(crate) fn as_address(form: &HtmlFormElement) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    for input in controls(form).filter_map(|control| control.dyn_into::<HtmlInputElement>().ok()) {
        if input.type_() == "file" {
            data.delete(&input.name());
        }
    }
    Some(UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?.to_string().into())
}
