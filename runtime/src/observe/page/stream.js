// When each worker ran which task.
const stream = document.getElementById("stream");
const LABEL = 44;
const AXIS = 22;
const laneHeight = () => (lanes.length > 24 ? 12 : lanes.length > 8 ? 18 : 26);

function ticks(context, width, height) {
  const span = view.to - view.from;
  const most = Math.max(2, Math.floor((width - LABEL) / 90));
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough);
  context.fillStyle = style("--soft");
  context.strokeStyle = style("--edge");
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "center";
  const label = scale(view.to, step);
  for (let at = Math.ceil(view.from / step) * step; at <= view.to; at += step) {
    const x = LABEL + ((at - view.from) / span) * (width - LABEL);
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height - AXIS + 4);
    context.stroke();
    if (x > LABEL + 16 && x < width - 20) context.fillText(label(at), x, height - 6);
  }
}

function paintName(context, task, left, right, top, height) {
  if (right - left <= 46) return;
  context.fillStyle = "#fff";
  context.textAlign = "left";
  context.font = "11px system-ui, sans-serif";
  const letters = Math.floor((right - left - 8) / 6.2);
  context.fillText(run.names[tasks.name[task]].slice(0, letters), LABEL + left + 4, top + height / 2 + 4);
}

const FAILED = 3;
// A task that failed is seen at any zoom: at least some pixels, higher than its lane, and crossed out.
function paintFailed(context, left, width, top, height) {
  const wide = Math.max(width, 3);
  context.fillStyle = style("--wrong");
  context.fillRect(left, top - 1, wide, height + 3);
  if (wide < 12) return;
  context.save();
  context.beginPath();
  context.rect(left, top, wide, height);
  context.clip();
  context.strokeStyle = "rgb(255 255 255 / 0.45)";
  context.lineWidth = 2;
  context.beginPath();
  for (let x = left - height; x < left + wide; x += 9) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

// Tasks that are wider than a pixel are boxes. Of the others, each pixel shows the one that took most of it, and the more of
// its time was spent in tasks, the stronger.
function paintLane(context, lane, top, height, width, lightness) {
  const scale = (width - LABEL) / (view.to - view.from);
  const pixels = Math.ceil(width - LABEL);
  const covered = new Float32Array(pixels);
  const longest = new Float32Array(pixels);
  const names = new Int32Array(pixels);
  const failed = [];
  let index = after(lane.length, view.from, (i) => tasks.start[lane[i]]);
  if (index > 0) index--;
  for (; index < lane.length; index++) {
    const task = lane[index];
    const start = tasks.start[task];
    if (start > view.to) break;
    const left = Math.max(0, (start - view.from) * scale);
    const right = Math.min(pixels, (start + tasks.duration[task] - view.from) * scale);
    if (right < 0) continue;
    if (tasks.state[task] === FAILED) {
      failed.push([task, left, right]);
      continue;
    }
    if (right - left >= 1.5) {
      context.fillStyle = colour(tasks.name[task], lightness);
      const gap = right - left > 6 ? 1 : 0;
      context.fillRect(LABEL + left, top, right - left - gap, height);
      paintName(context, task, left, right, top, height);
      continue;
    }
    const pixel = Math.min(pixels - 1, Math.floor(left));
    const part = Math.max(right - left, 0.02);
    covered[pixel] += part;
    if (part > longest[pixel]) {
      longest[pixel] = part;
      names[pixel] = tasks.name[task];
    }
  }
  for (let pixel = 0; pixel < pixels; pixel++) {
    if (covered[pixel] === 0) continue;
    context.globalAlpha = Math.min(1, 0.3 + 0.7 * covered[pixel]);
    context.fillStyle = colour(names[pixel], lightness);
    context.fillRect(LABEL + pixel, top, 1, height);
  }
  context.globalAlpha = 1;
  for (const [task, left, right] of failed) {
    paintFailed(context, LABEL + left, right - left, top, height);
    paintName(context, task, left, right, top, height);
  }
}

function paintStream() {
  const each = laneHeight();
  const height = lanes.length * (each + 3) + AXIS;
  const [context, width] = prepare(stream, height);
  const lightness = style("--lightness");
  ticks(context, width, height);
  lanes.forEach((lane, worker) => {
    const top = worker * (each + 3);
    context.fillStyle = style("--lane");
    context.globalAlpha = 0.6;
    context.fillRect(LABEL, top, width - LABEL, each);
    context.globalAlpha = 1;
    context.fillStyle = style("--soft");
    context.textAlign = "right";
    context.font = "11px system-ui, sans-serif";
    context.fillText(String(worker), LABEL - 8, top + each / 2 + 4);
    paintLane(context, lane, top, each, width, lightness);
  });
  stream.dataset.from = String(Math.round(view.from));
  stream.dataset.to = String(Math.round(view.to));
}
repaints.push(paintStream);

// The task at a place of the canvas, or the next one within some pixels.
function taskAt(x, y) {
  const lane = lanes[Math.floor(y / (laneHeight() + 3))];
  if (!lane || x < LABEL) return undefined;
  const scale = (view.to - view.from) / (stream.clientWidth - LABEL);
  const at = view.from + (x - LABEL) * scale;
  const next = after(lane.length, at, (i) => tasks.start[lane[i]]);
  const far = (task) => Math.max(tasks.start[task] - at, at - tasks.start[task] - tasks.duration[task], 0);
  const near = [lane[next - 1], lane[next]].filter((task) => task !== undefined);
  near.sort((a, b) => far(a) - far(b));
  return near.length && far(near[0]) <= 3 * scale ? near[0] : undefined;
}

function describe(task) {
  const state = ["", "", "", "\nfailed", ""][tasks.state[task]];
  return `${run.names[tasks.name[task]]}\n${run.places[tasks.place[task]]}\n${time(tasks.duration[task])} on worker ${tasks.worker[task]}, from ${time(tasks.start[task])}${state}`;
}

const shareOf = (event) => {
  const bounds = stream.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - bounds.left - LABEL) / (bounds.width - LABEL)));
};
const fingers = new Map();
stream.addEventListener("wheel", (event) => {
  event.preventDefault();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    const step = (event.deltaX / stream.clientWidth) * (view.to - view.from);
    show(view.from + step, view.to + step);
  } else {
    zoom(Math.exp(Math.max(-300, Math.min(300, event.deltaY)) * 0.002), shareOf(event));
  }
}, { passive: false });
stream.addEventListener("pointerdown", (event) => {
  fingers.set(event.pointerId, shareOf(event));
  stream.setPointerCapture(event.pointerId);
});
stream.addEventListener("pointermove", (event) => {
  const bounds = stream.getBoundingClientRect();
  if (!fingers.has(event.pointerId)) {
    const task = taskAt(event.clientX - bounds.left, event.clientY - bounds.top);
    tell(task === undefined ? "" : describe(task), event);
    return;
  }
  const before = [...fingers.values()];
  fingers.set(event.pointerId, shareOf(event));
  const now = [...fingers.values()];
  const width = view.to - view.from;
  if (now.length === 1) {
    const step = (before[0] - now[0]) * width;
    show(view.from + step, view.to + step);
  } else if (now.length === 2) {
    const spread = (pair) => Math.max(0.01, Math.abs(pair[0] - pair[1]));
    zoom(spread(before) / spread(now), (now[0] + now[1]) / 2);
  }
});
for (const end of ["pointerup", "pointercancel"]) {
  stream.addEventListener(end, (event) => {
    const tapped = event.pointerType === "touch" && end === "pointerup" && fingers.size === 1;
    fingers.delete(event.pointerId);
    if (tapped) {
      const bounds = stream.getBoundingClientRect();
      const task = taskAt(event.clientX - bounds.left, event.clientY - bounds.top);
      tell(task === undefined ? "" : describe(task), event);
    }
  });
}
stream.addEventListener("pointerleave", () => tell(""));
stream.addEventListener("dblclick", () => show(0, run.wall));
stream.addEventListener("keydown", (event) => {
  const step = (view.to - view.from) / 5;
  const keys = {
    ArrowLeft: () => show(view.from - step, view.to - step),
    ArrowRight: () => show(view.from + step, view.to + step),
    "+": () => zoom(0.5),
    "-": () => zoom(2),
    0: () => show(0, run.wall),
  };
  if (keys[event.key]) {
    keys[event.key]();
    event.preventDefault();
  }
});
document.getElementById("zoom-in").addEventListener("click", () => zoom(0.5));
document.getElementById("zoom-out").addEventListener("click", () => zoom(2));
document.getElementById("zoom-all").addEventListener("click", () => show(0, run.wall));
const trouble = ["failed", "skipped"].map((state, i) => run.rows.reduce((sum, row) => sum + row[3 + i], 0));
document.getElementById("trouble").textContent = [
  trouble[0] ? "What failed is red and hatched." : "",
  trouble[1] ? "What was skipped has not run: see the table and the graph." : "",
].join(" ");
