//! Views that are HTML at once.

use leptos::prelude::{AnyView, IntoAny, RenderHtml, ToChildren};
use leptos::tachys::html::InertElement;

/// Turns a part of a page into its HTML where it is made.
pub(crate) trait IntoHtml {
    /// The part as HTML, with its islands. Unlike `into_any` it does not have compiled, for the type of each view, what only
    /// a browser's side and waiting need: that is three quarters of a view's code. So what waits (`Suspend`) stays empty.
    fn into_html(self) -> AnyView;
}

impl<V: RenderHtml> IntoHtml for V {
    fn into_html(self) -> AnyView {
        InertElement::new(self.to_html()).into_any()
    }
}

/// What stands between the tags of a component.
pub(crate) struct Inner(Box<dyn FnOnce() -> AnyView>);

impl Inner {
    /// It as HTML, made within the component.
    pub(crate) fn into_html(self) -> AnyView {
        (self.0)()
    }
}

impl<F, V> ToChildren<F> for Inner
where
    F: FnOnce() -> V + 'static,
    V: RenderHtml,
{
    fn to_children(make: F) -> Self {
        Self(Box::new(|| make().into_html()))
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::IntoHtml;

    #[test]
    fn a_part_is_escaped_once() {
        let inner = view! { <b title="\"x\"">"a < b"</b> }.into_html();
        let around = view! { <p>{inner}" & "{"c".into_html()}</p> }.into_html();
        assert_eq!(around.to_html(), r#"<p><b title="&quot;x&quot;">a &lt; b</b> &amp; c</p>"#);
    }
}
