//! The page of a profile, in a browser.
//!
//! It needs Chromium. `cargo test -p tembel-tests --features page --test page` leaves pictures in `page` in the target folder.

mod browser;

use browser::Page;
use tembel::{Delayed, Executor, Profile, delayed, gather};

#[delayed]
fn read(part: u64) -> Vec<u64> {
    (0..20_000).map(|i| i ^ part).collect()
}

#[delayed]
fn sort(mut values: Vec<u64>) -> Vec<u64> {
    values.sort_unstable_by_key(|value| value.wrapping_mul(0x9E37_79B9));
    values
}

#[delayed]
fn count(values: &[u64]) -> usize {
    values.iter().filter(|value| **value % 3 == 0).count()
}

#[delayed]
fn small(x: u64) -> u64 {
    x.wrapping_mul(3)
}

fn profiled<T>(all: Delayed<'_, T>) -> Profile {
    let profile = Profile::new();
    let executor = Executor::builder().threads(2).observer(profile.clone());
    let _ = executor.build().unwrap().try_compute(all);
    profile
}

/// A hundred tasks: 30 of each of three names, and some that gather.
fn hundred() -> Profile {
    let parts = (0..30).map(|part| {
        let sorted = sort(read(part));
        count(&sorted)
    });
    let parts: Vec<_> = parts.collect();
    let halves: Vec<_> = parts.chunks(5).map(|half| gather(half.to_vec())).collect();
    profiled(
        gather(halves)
            .map(|halves| halves.len())
            .named("</script> & \"end\""),
    )
}

/// A run in which a task fails, and others with it.
fn broken() -> Profile {
    let sorted = (0..12).map(|part| {
        let values = Delayed::new(move || assert!(part != 4, "no such file")).named("open");
        let values = values.and_then(move |()| read(part)).named("read all");
        count(sort(values).named("sort all"))
    });
    profiled(gather(sorted.collect::<Vec<_>>()))
}

fn many(tasks: u64) -> Profile {
    let chains = (0..tasks / 100).map(|chain| (0..100).fold(small(chain), |x, _| small(x)));
    profiled(gather(chains.collect::<Vec<_>>()))
}

/// How wide the stretch of time is that is shown.
const SHOWN: &str = "Number(stream.dataset.to) - Number(stream.dataset.from)";
const ORDER: &str = "[...document.querySelectorAll('#names tbody tr')].map((row) => row.cells[0].textContent).join()";

#[test]
fn the_page_opens_without_an_error_and_loads_nothing_else() {
    let page = Page::open(&hundred(), 1280, 900);
    assert_eq!(
        page.text("performance.getEntriesByType('resource').length"),
        "0"
    );
    assert_eq!(page.text("document.querySelectorAll('h2').length"), "4");
    page.picture("hundred");
    page.wear("dark");
    page.picture("hundred-dark");
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn the_page_shows_the_right_counts() {
    let page = Page::open(&hundred(), 1280, 900);
    let headline = page.text("document.getElementById('headline').textContent");
    let tasks = page.text("tasks.count");
    assert!(
        headline.starts_with(&format!("{tasks} tasks in ")),
        "{headline}"
    );
    assert!(headline.ends_with(" on 2 workers"), "{headline}");
    let row = |name: &str| {
        page.text(&format!(
            "[...document.querySelectorAll('#names tbody tr')].find((row) => row.cells[0].textContent === '{name}').cells[1].textContent"
        ))
    };
    assert_eq!(
        (row("read"), row("sort"), row("count")),
        ("30".into(), "30".into(), "30".into())
    );
    assert_eq!(row("</script> & \"end\""), "1");
    let boxes = page.text("document.querySelectorAll('#graph .task').length");
    assert_eq!(boxes, tasks);
    assert_eq!(page.text("lanes.flat().length"), tasks);
}

#[test]
fn a_click_on_a_heading_sorts_the_table() {
    let page = Page::open(&hundred(), 1280, 900);
    let by_total = page.text(ORDER);
    page.click("[data-key=name]");
    let by_name = page.text(ORDER);
    let mut names: Vec<&str> = by_name.split(',').collect();
    assert_ne!(by_name, by_total);
    page.click("[data-key=name]");
    names.reverse();
    assert_eq!(page.text(ORDER), names.join(","));
    page.click("[data-key=total]");
    assert_eq!(page.text(ORDER), by_total);
    assert_eq!(
        page.text("document.querySelector('[aria-sort]').textContent"),
        "Total"
    );
}

#[test]
fn wheel_drag_and_buttons_change_what_is_shown() {
    let page = Page::open(&hundred(), 1280, 900);
    let whole: f64 = page.text(SHOWN).parse().unwrap();
    let (x, y) = page.middle("#stream");
    page.wheel(x, y, -300.0);
    let near: f64 = page.text(SHOWN).parse().unwrap();
    assert!(near < whole * 0.8, "{near} of {whole}");
    let from = |page: &Page| page.text("stream.dataset.from").parse::<f64>().unwrap();
    let before = from(&page);
    page.drag((x, y), (x - 150.0, y));
    assert!(from(&page) > before);
    page.click("#zoom-in");
    let nearer: f64 = page.text(SHOWN).parse().unwrap();
    assert!(nearer < near * 0.6);
    page.click("#zoom-all");
    let again: f64 = page.text(SHOWN).parse().unwrap();
    assert!((again - whole).abs() < 1.5);
}

#[test]
fn pointing_at_a_task_shows_what_it_is() {
    let page = Page::open(&hundred(), 1280, 900);
    let at = |what: &str| {
        let expression = format!(
            "(() => {{ const longest = tasks.duration.indexOf(Math.max(...tasks.duration)); const bounds = stream.getBoundingClientRect(); \
             const middle = tasks.start[longest] + tasks.duration[longest] / 2; \
             const x = bounds.left + LABEL + middle / run.wall * (bounds.width - LABEL); \
             const y = bounds.top + tasks.worker[longest] * (laneHeight() + 3) + 5; return {what}; }})()"
        );
        page.text(&expression)
    };
    let (x, y) = (at("x").parse().unwrap(), at("y").parse().unwrap());
    page.point(x, y);
    let tip = page.text("tip.hidden ? '' : tip.textContent");
    let name = at("run.names[tasks.name[longest]]");
    assert!(tip.starts_with(&name), "{tip} is not about {name}");
    assert!(tip.contains(".rs:") && tip.contains("on worker"), "{tip}");
    page.picture("pointing");
}

#[test]
fn a_hundred_thousand_tasks_are_shown() {
    let page = Page::open(&many(100_000), 1280, 900);
    let headline = page.text("document.getElementById('headline').textContent");
    assert!(headline.starts_with("101001 tasks in "), "{headline}");
    assert_eq!(page.text("tasks.count"), "101001");
    let boxes: usize = page
        .text("document.querySelectorAll('#graph .task').length")
        .parse()
        .unwrap();
    assert!((2..60).contains(&boxes));
    page.picture("many");
    let (x, y) = page.middle("#stream");
    for _ in 0..12 {
        page.wheel(x, y, -300.0);
    }
    page.picture("many-near");
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn what_failed_and_what_was_skipped_is_seen() {
    let page = Page::open(&broken(), 1280, 900);
    let cell = |name: &str| {
        page.text(&format!(
            "[...document.querySelectorAll('#names tbody td:first-child')].map((cell) => cell.textContent).find((text) => text.startsWith('{name}'))"
        ))
    };
    assert_eq!(cell("open"), "open1 failed");
    assert_eq!(cell("sort all"), "sort all1 skipped");
    let trouble = page.text("document.getElementById('trouble').textContent");
    assert!(trouble.contains("failed") && trouble.contains("skipped"));
    let boxes = |state: &str| {
        let selector = format!("document.querySelectorAll('#graph .task.{state}').length");
        page.text(&selector)
    };
    assert_eq!(boxes("failed"), "1");
    // What follows on the task that failed, and the end.
    assert_eq!(boxes("skipped"), "4");
    let red = "(() => { const canvas = document.getElementById('stream'); const wrong = style('--wrong'); \
               const probe = document.createElement('canvas').getContext('2d'); probe.fillStyle = wrong; probe.fillRect(0, 0, 1, 1); \
               const [r, g, b] = probe.getImageData(0, 0, 1, 1).data; \
               const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height); \
               for (let i = 0; i < data.length; i += 4) if (data[i] === r && data[i + 1] === g && data[i + 2] === b) return true; return false; })()";
    assert_eq!(page.text(red), "true");
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn the_end_of_the_critical_path_is_in_view_at_first() {
    let end = "(() => { const frame = graph.getBoundingClientRect(); \
               const boxes = [...graph.querySelectorAll('.task.critical .box')].map((box) => box.getBoundingClientRect()); \
               boxes.sort((a, b) => b.bottom - a.bottom); const [end] = boxes; \
               return end.left >= frame.left && end.right <= frame.right && end.bottom <= frame.bottom; })()";
    for (profile, width) in [(hundred(), 1280), (hundred(), 390), (many(1000), 820)] {
        let page = Page::open(&profile, width, 900);
        assert_eq!(page.text(end), "true", "{width} pixels");
    }
}

#[test]
fn it_fits_windows_of_all_sizes() {
    let runs = [
        ("hundred", hundred()),
        ("many", many(100_000)),
        ("broken", broken()),
    ];
    for (name, profile) in runs {
        for width in [390, 820, 1280, 1920] {
            let page = Page::open(&profile, width, 900);
            let fits = format!("document.documentElement.scrollWidth <= {width}");
            assert_eq!(page.text(&fits), "true");
            page.picture(&format!("{name}-{width}"));
            page.wear("dark");
            page.picture(&format!("{name}-{width}-dark"));
            assert_eq!(page.errors(), Vec::<String>::new());
        }
    }
}
