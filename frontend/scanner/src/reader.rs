//! What reads codes: the browser itself where it can, else our own reader.

use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, JSON, Promise, Reflect};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, HtmlVideoElement};

use crate::pixels::read;

/// Our own reader gets no more pixels than so many in a row. Enough for the code of a screen across a room.
const SIDE: u32 = 640;

#[wasm_bindgen]
extern "C" {
    /// The browser's own reader, where there is one.
    pub(crate) type BarcodeDetector;
    #[wasm_bindgen(catch, static_method_of = BarcodeDetector, js_name = getSupportedFormats)]
    fn supported_formats() -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, constructor)]
    fn new(options: &JsValue) -> Result<BarcodeDetector, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn detect(this: &BarcodeDetector, picture: &HtmlVideoElement) -> Result<Promise, JsValue>;
}

/// What reads codes on this device.
pub(crate) enum Reader {
    /// The browser itself.
    Browser(BarcodeDetector),
    /// Our own, from what is drawn here.
    Ours(CanvasRenderingContext2d),
}

impl Reader {
    /// The best that this browser has.
    pub(crate) async fn find(document: &Document) -> Result<Self, JsValue> {
        match detector().await {
            Ok(detector) => Ok(Self::Browser(detector)),
            Err(_) => Self::ours(document),
        }
    }

    /// Our own reader.
    pub(crate) fn ours(document: &Document) -> Result<Self, JsValue> {
        let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
        let options = JSON::parse(r#"{"willReadFrequently":true}"#)?;
        let context = canvas.get_context_with_context_options("2d", &options)?.ok_or(JsValue::NULL)?;
        Ok(Self::Ours(context.unchecked_into()))
    }

    /// The text of a code that the camera sees now. Fails when this reader does not work here after all.
    pub(crate) async fn read(&self, video: &HtmlVideoElement) -> Result<Option<String>, JsValue> {
        match self {
            Self::Browser(detector) => {
                let codes: Array = detector.detect(video)?.await?.unchecked_into();
                let text = |code: JsValue| Reflect::get(&code, &"rawValue".into()).ok()?.as_string();
                Ok(codes.iter().find_map(text))
            }
            Self::Ours(context) => read_square(video, context),
        }
    }
}

async fn detector() -> Result<BarcodeDetector, JsValue> {
    let formats: Array = BarcodeDetector::supported_formats()?.await?.unchecked_into();
    if !formats.includes(&"qr_code".into(), 0) {
        return Err(JsValue::NULL);
    }
    BarcodeDetector::new(&JSON::parse(r#"{"formats":["qr_code"]}"#)?)
}

/// Reads the middle square, which is what the page shows of the camera.
fn read_square(video: &HtmlVideoElement, context: &CanvasRenderingContext2d) -> Result<Option<String>, JsValue> {
    let canvas = context.canvas().ok_or(JsValue::NULL)?;
    let (width, height) = (video.video_width(), video.video_height());
    let seen = width.min(height);
    let side = seen.min(SIDE);
    if canvas.width() != side || canvas.height() != side {
        canvas.set_width(side);
        canvas.set_height(side);
    }
    let (left, top) = (f64::from(width - seen) / 2.0, f64::from(height - seen) / 2.0);
    let (seen, drawn) = (f64::from(seen), f64::from(side));
    context.draw_image_with_html_video_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
        video, left, top, seen, seen, 0.0, 0.0, drawn, drawn,
    )?;
    let pixels = context.get_image_data(0.0, 0.0, drawn, drawn)?.data();
    Ok(read(&pixels, side as usize, side as usize))
}
