//! Drawings of graphs.

use tembel::{Delayed, Graph, delayed, gather, lazy};

use super::profile::{profiled, spin, tree};

#[delayed]
fn load(rows: u32) -> Vec<u32> {
    (0..rows).collect()
}

#[delayed]
fn total(xs: &[u32]) -> u32 {
    xs.iter().sum()
}

#[delayed]
fn scale(xs: &mut [u32], by: u32) {
    xs.iter_mut().for_each(|x| *x *= by);
}

#[delayed]
fn report(xs: Vec<u32>, copy: Vec<u32>) -> usize {
    xs.len() + copy.len()
}

/// All ways to use a value.
fn small() -> Delayed<'static, usize> {
    let mut xs = load(4);
    let by = total(&xs);
    let copy = xs.clone();
    let _ = scale(&mut xs, by);
    report(xs, copy)
}

/// Layers of tasks, each of which needs some of the layer before.
fn layered(width: usize, layers: usize) -> Graph {
    let mut row: Vec<Delayed<'_, u64>> = (0..width as u64).map(spin).collect();
    for layer in 1..layers {
        let next = (0..width).map(|i| {
            let names = ["smooth", "sample", "sort", "a <b> & \"c\""];
            let near = [i, (i * 7 + layer) % width, (i * 3 + 1) % width];
            let near: Vec<_> = near.iter().map(|&at| row[at].clone()).collect();
            let task = gather(near).map(|all| all.iter().sum());
            task.named(names[i % names.len()])
        });
        row = next.collect();
    }
    gather(row).graph()
}

/// Left, top, right and bottom of all boxes, of a picture that is XML.
fn boxes(svg: &str) -> Vec<[f64; 4]> {
    let picture = roxmltree::Document::parse(svg).unwrap();
    let is_box = |node: &roxmltree::Node<'_, '_>| node.attribute("class") == Some("box");
    let boxes = picture.descendants().filter(is_box).map(|node| {
        let number = |key| node.attribute(key).unwrap().parse::<f64>().unwrap();
        let (left, top) = (number("x"), number("y"));
        [left, top, left + number("width"), top + number("height")]
    });
    boxes.collect()
}

fn assert_apart(svg: &str) {
    let boxes = boxes(svg);
    let size = svg.split("viewBox=\"0 0 ").nth(1).unwrap();
    let size: Vec<f64> = size
        .split(['"', ' '])
        .take(2)
        .map(|number| number.parse().unwrap())
        .collect();
    for (place, a) in boxes.iter().enumerate() {
        assert!(a[0] >= 0.0 && a[1] >= 0.0 && a[2] <= size[0] && a[3] <= size[1]);
        for b in &boxes[place + 1..] {
            let beside = a[2] <= b[0] || b[2] <= a[0];
            let above = a[3] <= b[1] || b[3] <= a[1];
            assert!(beside || above, "{a:?} and {b:?} overlap");
        }
    }
}

/// Without the lines that the tasks were made on.
fn stripped(drawing: &str) -> String {
    let mut out = String::new();
    let mut rest = drawing;
    while let Some((before, after)) = rest.split_once(".rs:") {
        out += before;
        out += ".rs:";
        rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out + rest
}

#[test]
fn boxes_do_not_overlap() {
    for graph in [
        small().graph(),
        layered(5, 4),
        layered(12, 6),
        layered(40, 30),
        layered(3, 100),
        profiled(2, tree(6)).1.graph(),
    ] {
        assert_apart(&graph.to_svg());
    }
}

#[test]
fn a_small_graph_has_a_box_for_each_task() {
    let graph = small().graph();
    let svg = graph.to_svg();
    assert_eq!(boxes(&svg).len(), graph.as_petgraph().node_count());
    for name in ["load", "total", "scale", "report"] {
        assert!(svg.contains(&format!(">{name}</text>")), "{svg}");
    }
    assert!(svg.contains("drawings.rs:"));
}

#[test]
fn a_large_graph_has_a_box_for_each_name_and_depth() {
    let graph = layered(100, 6);
    let svg = graph.to_svg();
    // Sources, four names in five layers of two tasks each, and the last.
    assert!(boxes(&svg).len() < 80, "{}", boxes(&svg).len());
    assert!(svg.contains("smooth ×25"));
    assert!(svg.contains("spin ×100"));
    assert!(svg.contains("a &lt;b&gt; &amp; &quot;c&quot; ×25"));
}

#[test]
fn a_deep_graph_is_drawn_in_some_rows() {
    let chain = (0..50_000).fold(spin(1), |x, _| x.map(|x| x + 1));
    let svg = chain.graph().to_svg();
    assert!(boxes(&svg).len() <= 45);
    assert_apart(&svg);
}

#[test]
fn names_beyond_number_are_put_together() {
    let named = |i: u64| spin(i).named(format!("task {i}"));
    let graph = gather((0..5000).map(named).collect::<Vec<_>>()).graph();
    let svg = graph.to_svg();
    assert!(svg.contains("4988 other names ×4988"), "{svg}");
    assert_eq!(boxes(&svg).len(), 14);
}

#[test]
fn a_picture_of_a_run_shows_what_became_of_each_task() {
    let bad = Delayed::<u64>::new(|| panic!("no")).named("bad");
    let profile = profiled(
        1,
        (bad.map(|x| x + 1).named("after"), spin(3).named("good")),
    )
    .1;
    let svg = profile.graph().to_svg();
    let picture = roxmltree::Document::parse(&svg).unwrap();
    let class = |name: &str| {
        let is_it = |node: &roxmltree::Node<'_, '_>| {
            let title = node
                .descendants()
                .find(|node| node.tag_name().name() == "title");
            node.tag_name().name() == "g"
                && title
                    .and_then(|title| title.text())
                    .unwrap()
                    .starts_with(name)
        };
        let node = picture.descendants().find(is_it).unwrap();
        node.attribute("class").unwrap().to_owned()
    };
    assert!(class("bad").contains("failed"));
    assert!(class("after").contains("skipped"));
    assert!(class("good").contains("done"));
}

#[test]
fn every_drawing_of_a_run_says_what_failed_and_what_was_skipped() {
    let bad = Delayed::<u64>::new(|| panic!("no")).named("bad");
    let all = (bad.map(|x| x + 1).named("after"), spin(3).named("good"));
    let graph = profiled(1, all).1.graph();
    let text = graph.to_string();
    let line = |name: &str| {
        let found = text.lines().find(|line| line.contains(name));
        found.unwrap_or_else(|| panic!("no {name} in {text}"))
    };
    assert!(line("bad").contains("    failed, "), "{text}");
    assert!(line("after").ends_with("    skipped"), "{text}");
    assert!(line("good").contains("    done, "), "{text}");
    for drawing in [graph.to_svg(), graph.to_dot(), graph.to_mermaid()] {
        assert!(drawing.contains("failed") && drawing.contains("skipped"));
    }
    let before = spin(3).named("good").graph().to_string();
    assert!(!before.contains("waiting"), "{before}");
}

#[test]
fn a_box_of_many_tasks_says_how_many_of_them_failed() {
    let task = |i: u64| Delayed::new(move || assert!(i >= 3)).named("check");
    let graph = profiled(1, (0..400).map(task).collect::<Vec<_>>())
        .1
        .graph();
    for drawing in [graph.to_svg(), graph.to_dot(), graph.to_string()] {
        assert!(drawing.contains("3 of 400 failed"), "{drawing}");
    }
}

#[test]
fn a_clone_made_by_the_standard_library_is_shown_where_the_original_was_made() {
    let parts = vec![load(1), load(2)];
    let graph = gather(parts.clone().clone()).graph();
    let tasks = graph.as_petgraph();
    let clones = tasks.node_weights().filter(|task| task.name() == "clone");
    let files: Vec<_> = clones.map(|task| task.location().file()).collect();
    assert_eq!(files.len(), 4);
    assert!(
        files.iter().all(|file| file.ends_with("drawings.rs")),
        "{files:?}"
    );
}

#[test]
fn a_box_names_the_variable_that_a_block_binds() {
    let graph = lazy! {
        let xs = (0..9).collect::<Vec<u32>>();
        let sum = xs.iter().sum::<u32>();
        let three = 3;
        u32::max(sum, three)
    }
    .graph();
    let svg = graph.to_svg();
    for name in ["xs = collect", "sum", "three", "max"] {
        assert!(
            svg.contains(&format!(">{name}</text>")),
            "no {name} in {svg}"
        );
    }
    let tasks = graph.as_petgraph();
    let named: Vec<_> = tasks.node_weights().map(tembel::TaskInfo::name).collect();
    assert_eq!(named, ["collect", "sum", "three", "max"]);
    let bound: Vec<_> = tasks
        .node_weights()
        .map(tembel::TaskInfo::binding)
        .collect();
    assert_eq!(bound, [Some("xs"), None, None, None]);
}

/// Drawings of so many tasks are small, and as valid as those of a few.
fn assert_small(graph: &Graph) {
    assert!(graph.as_petgraph().node_count() >= 100_000);
    let svg = graph.to_svg();
    let count = boxes(&svg).len();
    assert!((2..500).contains(&count), "{count} boxes");
    assert_apart(&svg);
    let lines =
        |drawing: &str, what: &str| drawing.lines().filter(|line| line.contains(what)).count();
    let (dot, mermaid, text) = (graph.to_dot(), graph.to_mermaid(), graph.to_string());
    assert_eq!(lines(&dot, " [label="), count);
    assert_eq!(lines(&mermaid, "[\""), count);
    assert_eq!(text.lines().count(), count + 1);
    for drawing in [svg, dot, mermaid, text] {
        assert!(drawing.len() < 500_000, "{} bytes", drawing.len());
    }
}

#[test]
fn a_hundred_thousand_tasks_are_drawn_as_some_boxes() {
    assert_small(&layered(500, 41));
}

#[test]
fn a_hundred_thousand_tasks_that_have_run_are_drawn_as_some_boxes() {
    let chain = |i: u64| {
        let first = Delayed::new(move || if i == 7 { panic!("no") } else { i });
        (0..99).fold(first.named("first"), |x, _| x.map(|x| x + 1).named("next"))
    };
    let graph = profiled(2, (0..1001).map(chain).collect::<Vec<_>>())
        .1
        .graph();
    assert_small(&graph);
    let text = graph.to_string();
    assert!(
        text.contains("first ×1001") && text.contains("1 of 1001 failed"),
        "{text}"
    );
}

#[test]
fn dot_is_as_it_was() {
    assert_eq!(
        stripped(&small().graph().to_dot()),
        include_str!("small.dot")
    );
}

#[test]
fn mermaid_is_as_it_was() {
    assert_eq!(
        stripped(&small().graph().to_mermaid()),
        include_str!("small.mmd")
    );
}

#[test]
fn text_is_as_it_was() {
    assert_eq!(
        stripped(&small().graph().to_string()),
        include_str!("small.txt")
    );
}

#[test]
fn the_picture_is_as_it_was() {
    assert_eq!(
        stripped(&small().graph().to_svg()),
        include_str!("small.svg")
    );
}

/// Writes what the tests above compare with: `cargo test -p tembel-tests --test observe -- --ignored`.
#[test]
#[ignore = "it overwrites the drawings that are committed"]
fn overwrite_the_drawings() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/observe");
    let graph = small().graph();
    std::fs::write(folder.join("small.dot"), stripped(&graph.to_dot())).unwrap();
    std::fs::write(folder.join("small.mmd"), stripped(&graph.to_mermaid())).unwrap();
    std::fs::write(folder.join("small.txt"), stripped(&graph.to_string())).unwrap();
    std::fs::write(folder.join("small.svg"), stripped(&graph.to_svg())).unwrap();
}
