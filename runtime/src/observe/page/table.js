// The summary and the table of names.
document.getElementById("headline").textContent = run.headline;
document.title = run.headline;
document.getElementById("summary").append(...run.summary.map(([term, value, more]) => {
  const card = document.createElement("div");
  const [dt, dd, small] = ["dt", "dd", "small"].map((name) => document.createElement(name));
  dt.textContent = term;
  dd.textContent = value;
  small.textContent = more;
  dd.append(small);
  card.append(dt, dd);
  return card;
}));

const SHOWN = 500;
const rows = run.rows.map(([name, count, total, failed, skipped]) => ({
  index: name,
  name: run.names[name],
  count,
  total,
  failed,
  skipped,
  mean: total / Math.max(1, count),
  share: run.work ? total / run.work : 0,
}));
const sorted = { key: "total", down: true };
function paintTable() {
  const { key, down } = sorted;
  const order = (a, b) => (key === "name" ? a.name.localeCompare(b.name) : a[key] - b[key]);
  rows.sort((a, b) => (down ? order(b, a) : order(a, b)));
  const lightness = style("--lightness");
  const cell = (text, number) => {
    const made = document.createElement("td");
    made.textContent = text;
    if (number) made.className = "number";
    return made;
  };
  document.querySelector("#names tbody").replaceChildren(...rows.slice(0, SHOWN).map((row) => {
    const made = document.createElement("tr");
    const name = cell(row.name);
    const swatch = document.createElement("span");
    swatch.className = "swatch";
    swatch.style.background = colour(row.index, lightness);
    name.prepend(swatch);
    for (const state of ["failed", "skipped"]) {
      if (!row[state]) continue;
      const badge = document.createElement("span");
      badge.className = `badge ${state}`;
      badge.textContent = `${row[state].toLocaleString("en")} ${state}`;
      name.append(badge);
    }
    const share = cell(`${(row.share * 100).toFixed(1)} %`, true);
    share.classList.add("bar");
    share.style.setProperty("--share", `${(row.share * 100).toFixed(1)}%`);
    made.append(name, cell(row.count.toLocaleString("en"), true), cell(time(row.total), true), cell(time(row.mean), true), share);
    return made;
  }));
  for (const head of document.querySelectorAll("#names th")) {
    const own = head.firstElementChild.dataset.key === key;
    if (own) head.setAttribute("aria-sort", down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  }
  document.getElementById("more-names").textContent = rows.length > SHOWN ? `and ${rows.length - SHOWN} more` : "";
}
for (const button of document.querySelectorAll("#names th button")) {
  button.addEventListener("click", () => {
    const { key } = button.dataset;
    sorted.down = sorted.key === key ? !sorted.down : key !== "name";
    sorted.key = key;
    paintTable();
  });
}
paintTable();
const graph = document.getElementById("graph");
document.getElementById("graph-fit").addEventListener("click", () => graph.classList.add("fit"));
document.getElementById("graph-full").addEventListener("click", () => graph.classList.remove("fit"));
// At first a drawing is as large as it fits, unless that is too small to read: then the end of the critical path is in view.
const drawing = graph.querySelector("svg");
const { width: wide, height: tall } = drawing.viewBox.baseVal;
const fits = graph.clientWidth / wide;
if (fits < 1 && fits > 0.55 && tall * fits <= 720) {
  graph.classList.add("fit");
} else {
  const foot = (box) => box.getBoundingClientRect().bottom;
  const critical = [...drawing.querySelectorAll(".task.critical .box")];
  const end = critical.reduce((last, box) => (last && foot(last) >= foot(box) ? last : box), undefined);
  if (end) {
    const [box, frame] = [end.getBoundingClientRect(), graph.getBoundingClientRect()];
    graph.scrollLeft += box.left - frame.left - (frame.width - box.width) / 2;
    graph.scrollTop += Math.max(0, box.bottom + 80 - frame.bottom);
  }
}
window.addEventListener("resize", repaint);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  paintTable();
  repaint();
});
repaint();
