//! A headless Chromium with one page.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use headless_chrome::protocol::cdp::Page::CaptureScreenshotFormatOption;
use headless_chrome::protocol::cdp::types::Event;
use headless_chrome::protocol::cdp::{Emulation, Input};
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde_json::{Value, json};
use tembel::Profile;

pub(crate) struct Page {
    tab: Arc<Tab>,
    errors: Arc<Mutex<Vec<String>>>,
    size: (u32, u32),
    /// It ends when this is dropped.
    _browser: Browser,
}

/// Where pictures are left: in the target folder.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../page");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

impl Page {
    /// The profile's page, in a window of this size.
    pub(crate) fn open(profile: &Profile, width: u32, height: u32) -> Self {
        static PAGES: AtomicUsize = AtomicUsize::new(0);
        let number = PAGES.fetch_add(1, Ordering::Relaxed);
        let path = folder().join(format!("page-{number}.html"));
        profile.write_html(&path).unwrap();
        let options = LaunchOptions::default_builder()
            .sandbox(false)
            .args(vec![
                OsStr::new("--hide-scrollbars"),
                OsStr::new("--disable-gpu"),
            ])
            .build()
            .unwrap();
        let browser = Browser::new(options).expect("Chromium is installed");
        let tab = browser.new_tab().unwrap();
        tab.set_default_timeout(std::time::Duration::from_secs(60));
        tab.enable_runtime().unwrap();
        tab.enable_log().unwrap();
        let errors = Arc::new(Mutex::new(Vec::new()));
        let seen = errors.clone();
        tab.add_event_listener(Arc::new(move |event: &Event| {
            let error = match event {
                Event::RuntimeExceptionThrown(event) => format!("{:?}", event.params),
                Event::LogEntryAdded(event) => format!("{:?}", event.params),
                Event::RuntimeConsoleAPICalled(event) => format!("{:?}", event.params),
                _ => return,
            };
            seen.lock().unwrap().push(error);
        }))
        .unwrap();
        let page = Page {
            tab,
            errors,
            size: (width, height),
            _browser: browser,
        };
        page.resize(height);
        let path = path.canonicalize().unwrap();
        page.tab
            .navigate_to(&format!("file://{}", path.display()))
            .unwrap();
        page.tab.wait_until_navigated().unwrap();
        page.settle();
        page
    }

    fn resize(&self, height: u32) {
        let width = self.size.0;
        let method = json!({"width": width, "height": height, "deviceScaleFactor": 1.0, "mobile": width < 500});
        let method: Emulation::SetDeviceMetricsOverride = serde_json::from_value(method).unwrap();
        self.tab.call_method(method).unwrap();
    }

    /// Waits until what was asked for is painted.
    fn settle(&self) {
        let two_frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.tab.evaluate(two_frames, true).unwrap();
    }

    /// What an expression gives, as text.
    pub(crate) fn text(&self, expression: &str) -> String {
        let value = self
            .tab
            .evaluate(&format!("String({expression})"), false)
            .unwrap();
        match value.value {
            Some(Value::String(text)) => text,
            other => panic!("`{expression}` gives {other:?}"),
        }
    }

    /// All that the console and the log had to say.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.errors.lock().unwrap().clone()
    }

    /// The middle of an element, which is scrolled to.
    pub(crate) fn middle(&self, selector: &str) -> (f64, f64) {
        let bounds = format!("document.querySelector('{selector}').getBoundingClientRect()");
        self.text(&format!(
            "document.querySelector('{selector}').scrollIntoView({{block: 'center'}})"
        ));
        let number = |expression: &str| {
            self.text(&format!("{bounds}.{expression}"))
                .parse::<f64>()
                .unwrap()
        };
        (
            number("x") + number("width") / 2.0,
            number("y") + number("height") / 2.0,
        )
    }

    fn mouse(&self, kind: &str, x: f64, y: f64, more: &Value) {
        let mut event = json!({"type": kind, "x": x, "y": y});
        let more = more.as_object().into_iter().flatten();
        let all = event.as_object_mut().unwrap();
        all.extend(more.map(|(key, value)| (key.clone(), value.clone())));
        let event: Input::DispatchMouseEvent = serde_json::from_value(event).unwrap();
        self.tab.call_method(event).unwrap();
    }

    pub(crate) fn point(&self, x: f64, y: f64) {
        self.mouse("mouseMoved", x, y, &json!({}));
        self.settle();
    }

    pub(crate) fn click(&self, selector: &str) {
        let (x, y) = self.middle(selector);
        let button = json!({"button": "left", "clickCount": 1});
        self.mouse("mousePressed", x, y, &button);
        self.mouse("mouseReleased", x, y, &button);
        self.settle();
    }

    pub(crate) fn wheel(&self, x: f64, y: f64, by: f64) {
        self.mouse("mouseWheel", x, y, &json!({"deltaX": 0.0, "deltaY": by}));
        self.settle();
    }

    pub(crate) fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let button = json!({"button": "left", "buttons": 1, "clickCount": 1});
        self.mouse("mousePressed", from.0, from.1, &button);
        self.mouse("mouseMoved", to.0, to.1, &button);
        self.mouse("mouseReleased", to.0, to.1, &button);
        self.settle();
    }

    /// Says which colours the user prefers.
    pub(crate) fn wear(&self, scheme: &str) {
        let feature = json!({"name": "prefers-color-scheme", "value": scheme});
        let method = json!({"features": [feature]});
        let method: Emulation::SetEmulatedMedia = serde_json::from_value(method).unwrap();
        self.tab.call_method(method).unwrap();
        self.settle();
    }

    /// Leaves a picture of the whole page.
    pub(crate) fn picture(&self, name: &str) {
        let height = self.text("document.documentElement.scrollHeight");
        self.resize(height.parse().unwrap());
        self.settle();
        let png = CaptureScreenshotFormatOption::Png;
        let picture = self.tab.capture_screenshot(png, None, None, true).unwrap();
        self.resize(self.size.1);
        self.settle();
        assert!(picture.starts_with(b"\x89PNG"));
        std::fs::write(folder().join(format!("{name}.png")), picture).unwrap();
    }
}
