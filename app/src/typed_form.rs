//! A form in the browser, as it would stand in an address.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, UrlSearchParams};

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

/// Whether anything was typed that the page did not come with.
pub(crate) fn is_touched(form: &HtmlFormElement) -> bool {
    controls(form).any(|field| differs(&field))
}

/// Whether a field holds something else than the page came with: somebody was quicker than its islands. Of a choice in a
/// list that is not known.
pub(crate) fn differs(field: &Element) -> bool {
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        let kind = field.type_();
        return match kind.as_str() {
            "hidden" | "file" => false,
            "radio" | "checkbox" => field.checked() != field.default_checked(),
            _ => field.value() != field.default_value(),
        };
    }
    let text = field.dyn_ref::<HtmlTextAreaElement>();
    text.is_some_and(|text| text.default_value().is_ok_and(|default| text.value() != default))
}
