//! Who is asking, as far as a page needs to know. The server finds it out once per request.

use domain::account::Actor;
use leptos::prelude::*;
use uuid::Uuid;

use crate::text::Lang;

/// The person behind a request.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// What they may do.
    pub actor: Actor,
    /// Their name when signed in.
    pub name: Option<String>,
    /// Whether they are an officer who has to set up the second step before anything else.
    pub must_set_up: bool,
    /// The language they chose.
    pub lang: Lang,
    /// Their cart, if they have one.
    pub cart: Option<Uuid>,
    /// How many pieces are in it.
    pub cart_count: i64,
    /// The refused form that is remembered.
    pub typed: Option<Uuid>,
    /// What the last action left to be said.
    pub said: Option<String>,
    /// Secret of the last order placed here, or opened by its link.
    pub order_secret: Option<String>,
    /// Number and last four digits, as "number.digits", of the order looked up last.
    pub tracked: Option<String>,
    /// Keys of the permit cases that this device may act on, the last one first.
    pub case_keys: Vec<String>,
    /// Keys of the complaints that this device may follow, the last one first.
    pub complaint_keys: Vec<String>,
    /// Keys of the registrations for classes that this device may act on, the last one first.
    pub class_keys: Vec<String>,
    /// The session's token.
    pub session: Option<String>,
    /// The browser.
    pub user_agent: String,
    /// Address of the other side of the connection.
    pub ip: String,
    /// Path and query of this request, to come back to.
    pub path: String,
    /// Whether cart or session could not be read: then no page may claim that there is none.
    pub unknown: bool,
}

impl Default for Visitor {
    /// A guest who just came in.
    fn default() -> Self {
        Self {
            actor: Actor::Guest,
            name: None,
            must_set_up: false,
            lang: Lang::Id,
            cart: None,
            cart_count: 0,
            typed: None,
            said: None,
            order_secret: None,
            tracked: None,
            case_keys: Vec::new(),
            complaint_keys: Vec::new(),
            class_keys: Vec::new(),
            session: None,
            user_agent: String::new(),
            ip: String::new(),
            path: "/".to_owned(),
            unknown: false,
        }
    }
}

/// The visitor of this request. Outside a request (the router asks for the routes at start) it is a guest.
pub fn visitor() -> Visitor {
    with_visitor(Visitor::clone).unwrap_or_default()
}

/// The language of this request.
pub fn lang() -> Lang {
    with_visitor(|visitor| visitor.lang).unwrap_or_default()
}

pub(crate) fn with_visitor<T>(read: impl FnOnce(&Visitor) -> T) -> Option<T> {
    with_context::<http::request::Parts, _>(|parts| parts.extensions.get::<Visitor>().map(read)).flatten()
}
