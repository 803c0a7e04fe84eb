//! The browser's side: the form goes as it is, by the one way that says how much of it is sent.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use domain::lang::Lang;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::js_sys::Function;
use web_sys::{FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent, SubmitEvent, XmlHttpRequest};

use super::NEXT_PAGE;
use crate::text::{SendingText, sent_of};
use crate::typed_form::controls;

/// Nothing moved for so long: the line is as good as cut.
const STILL: Duration = Duration::from_secs(45);
/// A form that is sent in this way without files too: it is kept when the line is cut.
const ALWAYS: &str = "data-selalu";
/// Where the answer leads, for who keeps a draft of the form.
const ANSWERED: &str = "data-terkirim";
/// All is sent, and the server has files to look through.
const LOOKED_AT: Duration = Duration::from_secs(180);

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Files are on their way.
    Sending,
    /// All has arrived, and the server looks at it.
    Checking,
    /// The next page opens.
    Done,
    /// The person stopped it.
    Stopped,
    /// The line was cut.
    Cut,
    /// More than the server takes.
    TooMuch,
    /// The server could not do it now.
    Later,
}

struct Sender {
    form: HtmlFormElement,
    lang: Lang,
    status: HtmlElement,
    bar: HtmlElement,
    progress: HtmlElement,
    count: HtmlElement,
    again: HtmlElement,
    /// With which button the form is sent.
    pressed: RefCell<Option<HtmlElement>>,
    request: RefCell<Option<XmlHttpRequest>>,
    patience: RefCell<Option<TimeoutHandle>>,
}

/// Watches the form with this id for as long as the page is there.
pub(super) fn watch(form: &str, lang: Lang) -> Option<()> {
    let form: HtmlFormElement = document().get_element_by_id(form)?.dyn_into().ok()?;
    let find = |part: &str| form.query_selector(part).ok()??.dyn_into::<HtmlElement>().ok();
    let stop = find(".sending [data-batal]")?;
    let sender = Rc::new(Sender {
        status: find(".sending [role=status]")?,
        bar: find(".sending__bar")?,
        progress: find(".sending progress")?,
        count: find(".sending__count")?,
        again: find(".sending [data-ulang]")?,
        form,
        lang,
        pressed: RefCell::default(),
        request: RefCell::default(),
        patience: RefCell::default(),
    });
    let submitted = sender.then(|sender, event| sender.submitted(&event));
    // Fails for what is no function.
    let _ = sender.form.add_event_listener_with_callback("submit", &submitted);
    stop.set_onclick(Some(&sender.then(|sender, _| sender.stop())));
    sender.again.set_onclick(Some(&sender.then(|sender, _| sender.send())));
    Some(())
}

impl Sender {
    fn then(self: &Rc<Self>, act: impl Fn(&Rc<Self>, Event) + 'static) -> Function {
        let sender = self.clone();
        Closure::<dyn Fn(Event)>::new(move |event| act(&sender, event)).into_js_value().unchecked_into()
    }

    fn submitted(self: &Rc<Self>, event: &Event) {
        let under_way = self.request.borrow().is_some();
        if !under_way && !self.has_files() && !self.form.has_attribute(ALWAYS) {
            return;
        }
        event.prevent_default();
        if under_way {
            return;
        }
        *self.pressed.borrow_mut() = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        // After everybody else heard of it: what saves while somebody types counts what is sent.
        let sender = self.clone();
        set_timeout(move || sender.send(), Duration::ZERO);
    }

    fn has_files(&self) -> bool {
        controls(&self.form).any(|field| {
            let files = field.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files);
            files.is_some_and(|files| files.length() > 0)
        })
    }

    /// Sends what the form holds now; the files are still chosen in it, however often it is sent.
    fn send(self: &Rc<Self>) {
        if self.request.borrow().is_some() {
            return;
        }
        let Some((data, request)) = self.prepare() else { return self.end(Stage::Later) };
        self.count_to(0.0, 0.0);
        self.say(Stage::Sending);
        self.wait(STILL);
        if request.send_with_opt_form_data(Some(&data)).is_err() {
            return self.end(Stage::Later);
        }
        *self.request.borrow_mut() = Some(request);
        // Where the button was pressed with the Enter key the bar may be out of sight.
        self.bar.scroll_into_view_with_bool(false);
    }

    fn prepare(self: &Rc<Self>) -> Option<(FormData, XmlHttpRequest)> {
        let data = FormData::new_with_form(&self.form).ok()?;
        if let Some(button) = self.pressed.borrow().as_ref()
            && let Some(name) = button.get_attribute("name")
        {
            data.append_with_str(&name, &button.get_attribute("value").unwrap_or_default()).ok()?;
        }
        let request = XmlHttpRequest::new().ok()?;
        request.open_with_async("POST", &self.form.get_attribute("action")?, true).ok()?;
        request.set_request_header(NEXT_PAGE, "1").ok()?;
        let upload = request.upload().ok()?;
        upload.set_onprogress(Some(&self.then(|sender, event| sender.moved(&event))));
        upload.set_onload(Some(&self.then(|sender, _| sender.arrived())));
        request.set_onload(Some(&self.then(|sender, _| sender.answered())));
        request.set_onerror(Some(&self.then(|sender, _| sender.end(Stage::Cut))));
        Some((data, request))
    }

    fn moved(self: &Rc<Self>, event: &Event) {
        let Some(event) = event.dyn_ref::<ProgressEvent>() else { return };
        self.count_to(event.loaded(), event.total());
        self.wait(STILL);
    }

    fn arrived(self: &Rc<Self>) {
        self.say(Stage::Checking);
        self.wait(LOOKED_AT);
    }

    /// The server took it, or says on the next page what was wrong.
    fn answered(&self) {
        let Some(request) = self.request.borrow().clone() else { return };
        match (request.status(), request.get_response_header(NEXT_PAGE)) {
            (Ok(200), Ok(Some(page))) => {
                self.end(Stage::Done);
                // Fails for what is no name of an attribute.
                let _ = self.form.set_attribute(ANSWERED, &page);
                // Fails for what is no address.
                let _ = window().location().assign(&page);
            }
            (Ok(413), _) => self.end(Stage::TooMuch),
            _ => self.end(Stage::Later),
        }
    }

    /// The person does not want to send it now.
    fn stop(&self) {
        self.end(Stage::Stopped);
        if let Some(button) = self.pressed.borrow().as_ref() {
            let _ = button.focus();
        }
    }

    /// It is over; whatever is still on its way is not waited for.
    fn end(&self, stage: Stage) {
        self.stop_waiting();
        if let Some(request) = self.request.borrow_mut().take() {
            request.set_onerror(None);
            let _ = request.abort();
        }
        self.say(stage);
        // What saves while somebody types took it for sent: it is to go on.
        if stage != Stage::Done
            && let Ok(typed) = Event::new("input")
        {
            let _ = self.form.dispatch_event(&typed);
        }
    }

    /// Says, politely, where it stands; not every step of the bar.
    fn say(&self, stage: Stage) {
        let t = self.lang;
        let words = match stage {
            Stage::Sending => t.sending_now(),
            Stage::Checking => t.sending_checked(),
            Stage::Done => t.sending_done(),
            Stage::Stopped => t.sending_stopped(),
            Stage::Cut => t.sending_cut(),
            Stage::TooMuch => t.sending_too_much(),
            Stage::Later => t.sending_later(),
        };
        let wrong = matches!(stage, Stage::Cut | Stage::TooMuch | Stage::Later);
        self.status.set_class_name(if wrong { "note note--warn note--bare" } else { "" });
        self.status.set_text_content(Some(words));
        self.bar.set_hidden(!matches!(stage, Stage::Sending | Stage::Checking));
        self.again.set_hidden(!wrong || stage == Stage::TooMuch);
    }

    /// So many bytes of so many. Less than all never looks like all.
    fn count_to(&self, sent: f64, all: f64) {
        let share = if all > 0.0 { (sent / all * 100.0) as u32 } else { 0 };
        // Fails for what is no name of an attribute.
        let _ = self.progress.set_attribute("value", &share.to_string());
        self.count.set_text_content(Some(&sent_of(self.lang, share, sent as u32, all as u32)));
    }

    fn wait(self: &Rc<Self>, patience: Duration) {
        self.stop_waiting();
        let sender = self.clone();
        *self.patience.borrow_mut() = set_timeout_with_handle(move || sender.end(Stage::Cut), patience).ok();
    }

    fn stop_waiting(&self) {
        if let Some(patience) = self.patience.borrow_mut().take() {
            patience.clear();
        }
    }
}
