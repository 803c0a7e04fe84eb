//! The camera: on while somebody scans and sees the page, and never otherwise.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Function, JSON, Promise, Reflect};
use web_sys::{
    AddEventListenerOptions, Document, HtmlElement, HtmlMediaElement, HtmlVideoElement, MediaStream, MediaStreamTrack,
    Window,
};

use crate::address::path_of;
use crate::reader::Reader;

/// The rear camera, where there is one; otherwise whichever there is.
const CAMERA: &str = r#"{"video":{"facingMode":"environment","width":{"ideal":1280},"height":{"ideal":720}}}"#;
/// Between two looks, beside the time that a look takes. Milliseconds.
const PAUSE: i32 = 180;
/// How long the telephone hums. Milliseconds.
const HUM: u32 = 60;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "mediaDevices"], js_name = getUserMedia)]
    fn open_camera(wanted: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = navigator)]
    fn vibrate(milliseconds: u32) -> Result<bool, JsValue>;
}

/// Why scanning ended without a code: the attribute that has the words for it.
struct Failed(&'static str);

struct Camera {
    window: Window,
    document: Document,
    place: HtmlElement,
    open: HtmlElement,
    shown: HtmlElement,
    close: HtmlElement,
    video: HtmlVideoElement,
    status: HtmlElement,
    stream: RefCell<Option<MediaStream>>,
    over: Cell<bool>,
}

/// Scans until a code leads on, somebody closes the camera or leaves the page, or it cannot be. `None` when the place is not
/// as it should be, or the camera is open already.
pub(crate) async fn scan(place: HtmlElement) -> Option<()> {
    let camera = Rc::new(Camera::at(place)?);
    if !camera.shown.hidden() {
        return None;
    }
    camera.start();
    match camera.look().await {
        Ok(None) => {}
        Ok(Some(path)) => {
            camera.stop("data-terbaca");
            // Not every device can, and none has to.
            let _ = vibrate(HUM);
            // Fails for what is no address.
            let _ = camera.window.location().assign(&path);
        }
        Err(_) if camera.over.get() => {}
        Err(Failed(words)) => {
            camera.stop("");
            camera.say(words, true);
            let _ = camera.open.focus();
        }
    }
    Some(())
}

impl Camera {
    fn at(place: HtmlElement) -> Option<Self> {
        let window = web_sys::window()?;
        let find = |part: &str| place.query_selector(part).ok()??.dyn_into::<HtmlElement>().ok();
        Some(Self {
            document: window.document()?,
            window,
            open: find("[data-buka]")?,
            shown: find(".scan__camera")?,
            close: find("[data-tutup]")?,
            video: find("video")?.dyn_into().ok()?,
            status: find("[role=status]")?,
            place,
            stream: RefCell::default(),
            over: Cell::new(false),
        })
    }

    fn then(self: &Rc<Self>, act: impl Fn(&Self) + 'static) -> Function {
        let camera = self.clone();
        Closure::<dyn Fn()>::new(move || act(&camera)).into_js_value().unchecked_into()
    }

    fn start(self: &Rc<Self>) {
        self.open.set_hidden(true);
        self.shown.set_hidden(false);
        let closed = self.then(|camera| {
            camera.stop("");
            let _ = camera.open.focus();
        });
        self.close.set_onclick(Some(&closed));
        let _ = self.close.focus();
        // A page that is seen can only be hidden next; one that is left is hidden, too.
        let (hidden, once) = (self.then(|camera| camera.stop("")), AddEventListenerOptions::new());
        once.set_once(true);
        // Fails for what is no function.
        let _ = self.document.add_event_listener_with_callback_and_add_event_listener_options(
            "visibilitychange",
            &hidden,
            &once,
        );
    }

    /// Looks until it sees the code of a class, and answers its path; `None` when it was stopped.
    async fn look(&self) -> Result<Option<String>, Failed> {
        let stream = camera().await.map_err(|error| why(&error))?;
        if self.over.get() {
            turn_off(&stream);
            return Ok(None);
        }
        self.video.set_src_object(Some(&stream));
        // Not a clone, which would be a second camera to turn off.
        *self.stream.borrow_mut() = Some(stream);
        let failed = |_| Failed("data-gagal");
        let mut reader = Reader::find(&self.document).await.map_err(failed)?;
        self.say("", false);
        let screen = self.place.get_attribute("data-layar").unwrap_or_default();
        while !self.over.get() {
            if !self.is_on() {
                return Err(Failed("data-sibuk"));
            }
            if self.video.ready_state() >= HtmlMediaElement::HAVE_CURRENT_DATA {
                let read = reader.read(&self.video).await;
                if self.over.get() {
                    break;
                }
                match read {
                    Ok(None) => {}
                    Ok(Some(text)) => match path_of(&text, &screen) {
                        Some(path) => return Ok(Some(path)),
                        None => self.say("data-asing", true),
                    },
                    // Some browsers say that they read codes, and do not.
                    Err(_) if matches!(reader, Reader::Browser(_)) => {
                        reader = Reader::ours(&self.document).map_err(failed)?;
                    }
                    Err(_) => return Err(Failed("data-gagal")),
                }
            }
            self.pause().await;
        }
        Ok(None)
    }

    fn is_on(&self) -> bool {
        self.stream.borrow().as_ref().is_some_and(MediaStream::active)
    }

    /// Turns the camera off, and says these words.
    fn stop(&self, words: &str) {
        if self.over.replace(true) {
            return;
        }
        if let Some(stream) = self.stream.borrow_mut().take() {
            turn_off(&stream);
        }
        self.video.set_src_object(None);
        self.shown.set_hidden(true);
        self.open.set_hidden(false);
        self.say(words, false);
    }

    /// Says the words of an attribute, once.
    fn say(&self, words: &str, wrong: bool) {
        let words = self.status.get_attribute(words).unwrap_or_default();
        if self.status.text_content().as_deref() != Some(&words) {
            self.status.set_class_name(if wrong { "note note--warn note--bare" } else { "" });
            self.status.set_text_content(Some(&words));
        }
    }

    async fn pause(&self) {
        let wait = Promise::new(&mut |done, _| {
            // Fails for what is no function.
            let _ = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, PAUSE);
        });
        let _ = wait.await;
    }
}

async fn camera() -> Result<MediaStream, JsValue> {
    Ok(open_camera(&JSON::parse(CAMERA)?)?.await?.unchecked_into())
}

/// Why a browser gave no camera.
fn why(error: &JsValue) -> Failed {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    Failed(match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => "data-tolak",
        Some("NotFoundError" | "OverconstrainedError") => "data-tanpa",
        _ => "data-sibuk",
    })
}

fn turn_off(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        track.unchecked_into::<MediaStreamTrack>().stop();
    }
}
