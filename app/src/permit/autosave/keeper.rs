//! The browser's side: when what is sent.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{HtmlFormElement, HtmlInputElement, UrlSearchParams, VisibilityState};

use super::{KeepTyped, Kept, Said, keep_typed};
use crate::typed_form::{as_address, is_touched};

/// After the last change.
const PAUSE: Duration = Duration::from_secs(2);
/// After the server was not reached.
const AGAIN: Duration = Duration::from_secs(10);
/// Counts what this window sends: what comes late is known to be older.
const NTH: &str = "_urutan";

struct Keeper {
    form: HtmlFormElement,
    say: WriteSignal<Said>,
    /// Whether something was typed that is not known to be saved.
    changed: Cell<bool>,
    sending: Cell<bool>,
    /// Whether the button was pressed: then nobody needs to hear of anything else.
    sent: Cell<bool>,
    /// Whether nothing more can be saved from this page.
    over: Cell<bool>,
    timer: RefCell<Option<TimeoutHandle>>,
}

/// Keeps the form with this id for as long as the page is there.
pub(super) fn keep(form: &str, say: WriteSignal<Said>) {
    let Some(form) = document().get_element_by_id(form).and_then(|form| form.dyn_into().ok()) else { return };
    let keeper = Rc::new(Keeper {
        form,
        say,
        changed: Cell::new(false),
        sending: Cell::new(false),
        sent: Cell::new(false),
        over: Cell::new(false),
        timer: RefCell::default(),
    });
    let typed = keeper.clone();
    on(&keeper.form, "input", move |event| {
        if !is_file(&event) {
            typed.change();
        }
    });
    let sent = keeper.clone();
    on(&keeper.form, "submit", move |_| sent.rest());
    let hidden = keeper.clone();
    window_event_listener_untyped("visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Hidden {
            hidden.leave();
        }
    });
    // What was typed before this ran.
    if is_touched(&keeper.form) {
        keeper.change();
    }
}

fn on(form: &HtmlFormElement, event: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act).into_js_value();
    // Fails for what is no function.
    let _ = form.add_event_listener_with_callback(event, act.unchecked_ref());
}

fn is_file(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.type_() == "file")
}

impl Keeper {
    fn change(self: &Rc<Self>) {
        self.changed.set(true);
        self.sent.set(false);
        self.wait(PAUSE);
    }

    /// Sends after so long, unless something else happens first.
    fn wait(self: &Rc<Self>, pause: Duration) {
        self.stop_waiting();
        if self.over.get() {
            return;
        }
        let keeper = self.clone();
        *self.timer.borrow_mut() = set_timeout_with_handle(move || keeper.send(), pause).ok();
    }

    fn stop_waiting(&self) {
        if let Some(timer) = self.timer.borrow_mut().take() {
            timer.clear();
        }
    }

    fn send(self: &Rc<Self>) {
        if self.sending.get() {
            return self.wait(PAUSE);
        }
        self.changed.set(false);
        self.sending.set(true);
        let (keeper, isian) = (self.clone(), self.fields());
        spawn_local(async move {
            let kept = keep_typed(isian).await;
            keeper.sending.set(false);
            match kept {
                Ok(kept) => {
                    keeper.over.set(kept == Kept::Elsewhere || kept == Kept::Closed);
                    keeper.say.set(Said::Kept(kept));
                }
                Err(_) if keeper.sent.get() => {}
                Err(_) => {
                    keeper.say.set(Said::Later);
                    keeper.changed.set(true);
                    keeper.wait(AGAIN);
                }
            }
        });
    }

    /// The page may not come back: the browser sends this even when it is closed. What became of it is not heard, so it
    /// is sent again when the page goes on.
    fn leave(self: &Rc<Self>) {
        if !self.changed.get() || self.over.get() {
            return;
        }
        if let Ok(form) = UrlSearchParams::new() {
            form.append("isian", &self.fields());
            let _ = window().navigator().send_beacon_with_opt_url_search_params(KeepTyped::PATH, Some(&form));
        }
        self.wait(PAUSE);
    }

    /// The button was pressed: the form goes by itself, and counts as sent after everything else.
    fn rest(&self) {
        self.stop_waiting();
        self.changed.set(false);
        self.sent.set(true);
        self.count();
    }

    /// All fields but files, as they stand in an address.
    fn fields(&self) -> String {
        self.count();
        as_address(&self.form).unwrap_or_default()
    }

    fn count(&self) {
        let field = self.form.get_with_name(NTH).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            let nth: i64 = field.value().parse().unwrap_or_default();
            field.set_value(&(nth + 1).to_string());
        }
    }
}
