//! A labelled field whose id is its form's own: a case's page has the same question in several forms.

use leptos::prelude::*;
use platform::flash::Refused;

use crate::html::IntoHtml;
use crate::ui::Icon;

/// One question of one of several forms.
pub(crate) struct Question<'q> {
    /// What tells the form from the others.
    pub form: &'q str,
    /// Its name in the form.
    pub name: &'q str,
    /// Above the input.
    pub label: &'static str,
    /// Between label and input; may be empty.
    pub hint: &'static str,
}

impl Question<'_> {
    /// The id of the input.
    pub fn id(&self) -> String {
        id(self.form, self.name)
    }

    /// What describes the input, for screen readers.
    pub fn about(&self, refused: &Refused) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id()));
        let error = refused.error(self.name).map(|_| format!("{}-error", self.id()));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Label, hint and error around an input.
    pub fn around(&self, input: AnyView, refused: &Refused) -> AnyView {
        let id = self.id();
        let error = refused.error(self.name).map(str::to_owned);
        let class = if error.is_some() { "field field--error" } else { "field" };
        let hint =
            (!self.hint.is_empty()).then(|| view! { <span class="hint" id=format!("{id}-hint")>{self.hint}</span> });
        let error = error.map(|error| {
            view! { <p class="error" id=format!("{id}-error")><Icon name="circle-alert" class="i i--16"/>{error}</p> }
        });
        view! { <div class=class><label r#for=id.clone()>{self.label}</label>{hint}{input}{error}</div> }.into_html()
    }

    /// A question that is answered with words in paragraphs.
    pub fn text(&self, most: u16, required: bool, refused: &Refused) -> AnyView {
        let (id, about, typed) = (self.id(), self.about(refused), refused.value(self.name));
        let name = self.name.to_owned();
        let input = view! {
            <textarea class="textarea" id=id name=name rows="3" maxlength=most required=required aria-describedby=about>{typed}</textarea>
        };
        self.around(input.into_html(), refused)
    }
}

/// The id of an input in one of several forms.
pub(crate) fn id(form: &str, name: &str) -> String {
    format!("{form}-{name}")
}

/// What was typed into one form and what was wrong with it; nothing where another one was sent.
pub(crate) fn of_form(refused: &Refused, key: &str, form: &str) -> Refused {
    if refused.value(key) == form { refused.clone() } else { Refused::default() }
}
