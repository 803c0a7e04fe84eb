//! The browser's side: listens while the page is seen. A page in the background needs no connection, and a browser has
//! few of them; when it is seen again, the first event says what was missed.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Function;
use web_sys::{EventSource, MessageEvent, VisibilityState};

/// A server that refused is asked again after a minute, then after two, four, ... up to so often twice as long.
const DOUBLED: u32 = 6;

struct Listener {
    path: String,
    /// How often the case had been moved when the page was made.
    moves: i64,
    moved: WriteSignal<bool>,
    source: RefCell<Option<EventSource>>,
    refused: Cell<u32>,
    over: Cell<bool>,
    on_message: OnceCell<Function>,
    on_error: OnceCell<Function>,
}

/// Listens for as long as the page is there.
pub(super) fn listen(path: String, moves: i64, moved: WriteSignal<bool>) {
    let listener = Rc::new(Listener {
        path,
        moves,
        moved,
        source: RefCell::default(),
        refused: Cell::new(0),
        over: Cell::new(false),
        on_message: OnceCell::new(),
        on_error: OnceCell::new(),
    });
    let told = listener.clone();
    let told = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| told.told(&event));
    let failed = listener.clone();
    let failed = Closure::<dyn Fn()>::new(move || failed.failed());
    // Fails only where something was set before.
    let _ = listener.on_message.set(told.into_js_value().unchecked_into());
    let _ = listener.on_error.set(failed.into_js_value().unchecked_into());
    listener.turn();
    window_event_listener_untyped("visibilitychange", move |_| listener.turn());
}

impl Listener {
    /// Listens, or not: as the page is seen, or not.
    fn turn(&self) {
        let wanted = !self.over.get() && document().visibility_state() == VisibilityState::Visible;
        let mut source = self.source.borrow_mut();
        if !wanted {
            if let Some(source) = source.take() {
                source.close();
            }
        } else if source.is_none() {
            *source = EventSource::new(&self.path).ok();
            if let Some(source) = &*source {
                source.set_onmessage(self.on_message.get());
                source.set_onerror(self.on_error.get());
            }
        }
    }

    /// What comes may be older than the page.
    fn told(&self, event: &MessageEvent) {
        self.refused.set(0);
        let now = event.data().as_string().and_then(|text| text.parse::<i64>().ok());
        if now.is_some_and(|now| now > self.moves) {
            self.moved.set(true);
            self.over.set(true);
            self.turn();
        }
    }

    /// A connection that broke off is made again by the browser; one that was refused is not.
    fn failed(self: &Rc<Self>) {
        let mut source = self.source.borrow_mut();
        if source.as_ref().is_some_and(|source| source.ready_state() == EventSource::CLOSED) {
            source.take();
            let refused = self.refused.get();
            self.refused.set(DOUBLED.min(refused + 1));
            let listener = self.clone();
            set_timeout(move || listener.turn(), Duration::from_secs(60 << refused));
        }
    }
}
