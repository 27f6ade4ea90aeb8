// Counts over time, and the speed-up over workers.
function paintSeries(id, points, ink) {
  const canvas = document.getElementById(id);
  const height = 72;
  const [context, width] = prepare(canvas, height);
  const most = points.reduce((most, point) => Math.max(most, point[1]), 1);
  const scale = (width - LABEL) / (view.to - view.from);
  const x = (at) => LABEL + (at - view.from) * scale;
  const y = (count) => height - 3 - (count / most) * (height - 16);
  context.fillStyle = style("--soft");
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "right";
  context.fillText(String(most), LABEL - 8, 16);
  context.fillText("0", LABEL - 8, height - 3);
  context.save();
  context.beginPath();
  context.rect(LABEL, 0, width - LABEL, height);
  context.clip();
  context.beginPath();
  const first = Math.max(0, after(points.length, view.from, (i) => points[i][0]) - 1);
  let last = points.length ? Math.max(x(points[first][0]), LABEL) : LABEL;
  let count = points.length && points[first][0] <= view.from ? points[first][1] : 0;
  context.moveTo(LABEL, y(0));
  context.lineTo(LABEL, y(count));
  for (let i = first; i < points.length && points[i][0] <= view.to; i++) {
    last = Math.max(LABEL, x(points[i][0]));
    context.lineTo(last, y(count));
    count = points[i][1];
    context.lineTo(last, y(count));
  }
  context.lineTo(width, y(count));
  context.lineTo(width, y(0));
  context.closePath();
  context.fillStyle = style(ink);
  context.globalAlpha = 0.28;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = style(ink);
  context.stroke();
  context.restore();
}
for (const [id, points, ink] of [["running", run.running, "--accent"], ["live", run.live, "--second"]]) {
  repaints.push(() => paintSeries(id, points, ink));
  const canvas = document.getElementById(id);
  const output = document.getElementById(`${id}-at`);
  canvas.addEventListener("pointermove", (event) => {
    const bounds = canvas.getBoundingClientRect();
    const at = view.from + ((event.clientX - bounds.left - LABEL) / (bounds.width - LABEL)) * (view.to - view.from);
    const place = after(points.length, at, (i) => points[i][0]) - 1;
    output.textContent = at >= 0 ? `${place < 0 ? 0 : points[place][1]} at ${time(at)}` : "";
  });
  canvas.addEventListener("pointerleave", () => (output.textContent = ""));
}

function element(name, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
function paintCurve() {
  const place = document.getElementById("curve");
  const width = Math.max(320, Math.min(760, place.clientWidth));
  const [height, left, bottom, top] = [width < 500 ? 260 : 320, 46, 40, 22];
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" });
  const ideal = (workers) => Math.min(workers, run.limit || workers);
  const highest = Math.max(1, ...run.curve.map((point) => point[1]), ideal(256)) * 1.12;
  const logarithmic = highest > 24;
  const x = (workers) => left + (Math.log2(workers) / 8) * (width - left - 16);
  const part = (speed) => (logarithmic ? Math.log2(Math.max(1, speed)) / Math.log2(highest) : speed / highest);
  const y = (speed) => height - bottom - part(speed) * (height - bottom - top);
  for (let power = 0; power <= 8; power++) {
    const workers = 2 ** power;
    svg.append(element("line", { class: "grid", x1: x(workers), x2: x(workers), y1: top, y2: height - bottom }));
    svg.append(element("text", { x: x(workers), y: height - bottom + 17, "text-anchor": "middle" }, workers));
  }
  const step = [0.25, 0.5, 1, 2, 5].find((step) => highest / step <= 6) ?? 5;
  const marks = logarithmic
    ? [1, 2, 4, 8, 16, 32, 64, 128, 256].filter((mark) => mark <= highest)
    : Array.from({ length: Math.floor(highest / step) + 1 }, (_, i) => i * step);
  for (const mark of marks) {
    svg.append(element("line", { class: "grid", x1: left, x2: width - 16, y1: y(mark), y2: y(mark) }));
    svg.append(element("text", { x: left - 7, y: y(mark) + 4, "text-anchor": "end" }, `${mark}×`));
  }
  svg.append(element("text", { x: (left + width) / 2, y: height - 5, "text-anchor": "middle" }, "workers"));
  const line = (points) => points.map(([workers, speed], i) => `${i ? "L" : "M"}${x(workers)} ${y(speed)}`).join("");
  const bend = [...Array.from({ length: 129 }, (_, i) => 2 ** (i / 16)), Math.min(256, Math.max(1, run.limit))].sort((a, b) => a - b);
  svg.append(element("path", { class: "limit", d: line(bend.map((workers) => [workers, ideal(workers)])) }));
  svg.append(element("path", { class: "line", d: line(run.curve) }));
  for (const [workers, speed] of run.curve) {
    const at = { cx: x(workers), cy: y(speed) };
    svg.append(element("circle", { class: "dot", r: workers === run.workers ? 6 : 3, ...at }));
    const hit = element("circle", { class: "hit", r: 11, ...at });
    hit.addEventListener("pointermove", (event) => tell(`${workers} worker${workers === 1 ? "" : "s"}: ${speed.toFixed(2)} times faster than one\n${time(run.work / speed)}${workers === run.workers ? `, measured ${time(run.wall)}` : ""}`, event));
    hit.addEventListener("pointerleave", () => tell(""));
    svg.append(hit);
  }
  if (run.limit) svg.append(element("text", { class: "word", x: width - 24, y: y(ideal(256)) - 9, "text-anchor": "end" }, `at most ${run.limit.toFixed(2)}×: critical path`));
  place.replaceChildren(svg);
}
paintCurve();
window.addEventListener("resize", paintCurve);
