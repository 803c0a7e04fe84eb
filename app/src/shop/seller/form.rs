//! Reading a sent form: what was typed, and everything that is wrong with it.

use domain::account::Actor;
use domain::typed::Problem;

use crate::action::{escape, go_to, refuse};
use crate::text::{CartText, Lang, SellerText, grouped};
use crate::visitor::visitor;

/// A sent form under reading.
pub(crate) struct Form {
    t: Lang,
    name: &'static str,
    back: String,
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Form {
    /// A form and the page that shows it again.
    pub fn new(name: &'static str, back: impl Into<String>) -> Self {
        Self { t: visitor().lang, name, back: back.into(), values: Vec::new(), errors: Vec::new() }
    }

    /// Keeps what was typed into a field.
    pub fn keep(&mut self, field: &str, typed: &str) {
        self.values.push((field.to_owned(), typed.to_owned()));
    }

    /// Reads a field, keeps what was typed, and notes what is wrong with it.
    pub fn read<T>(
        &mut self,
        field: &str,
        label: &str,
        typed: &str,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        self.keep(field, typed);
        parse(typed).map_err(|problem| self.wrong(field, words(problem, label, self.t))).ok()
    }

    /// Notes what is wrong with a field.
    pub fn wrong(&mut self, field: &str, message: impl Into<String>) {
        self.errors.push((field.to_owned(), message.into()));
    }

    /// Shows the form again with what was typed and what was wrong.
    pub async fn refuse(self) {
        let values: Vec<(&str, &str)> =
            self.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let errors = self.errors.iter().map(|(field, error)| (field.as_str(), error.clone())).collect();
        refuse(self.name, &values, errors, &self.back).await;
    }

    /// As [`Form::refuse`], when the database did not answer.
    pub async fn unavailable(mut self, field: &str, error: &(dyn std::error::Error + Sync)) {
        leptos::logging::error!("{}: {error}: {:?}", self.name, error.source().map(ToString::to_string));
        self.wrong(field, CartText::try_later(self.t));
        self.refuse().await;
    }

    /// Whether nothing is wrong so far.
    pub fn is_right(&self) -> bool {
        self.errors.is_empty()
    }

    /// Sends a guest to sign in and come back; others to the page, which says that it is not theirs.
    pub fn not_allowed(self) {
        match visitor().actor {
            Actor::Guest => go_to(&format!("/masuk?kembali={}", escape(&self.back))),
            Actor::Account { .. } => go_to(&self.back),
        }
    }
}

/// What is wrong with a field, for the person who typed it.
fn words(problem: Problem, label: &str, t: Lang) -> String {
    match problem {
        Problem::Empty => t.field_empty(label),
        Problem::TooLong(most) => t.field_long(label, most),
        Problem::NotWhole => t.field_not_whole(label),
        Problem::TooSmall(least) => t.field_small(label, grouped(least)),
        Problem::TooLarge(most) => t.field_large(label, grouped(most)),
    }
}
