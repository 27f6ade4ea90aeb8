// The data of the run, and the stretch of time that is shown.
"use strict";
const run = JSON.parse(document.getElementById("data").textContent);
const tasks = (() => {
  const { name, place, worker, gap, duration, state } = run.tasks;
  const count = name.length;
  const start = new Float64Array(count);
  for (let i = 0, at = 0; i < count; i++) start[i] = at += gap[i];
  return { count, name, place, worker, start, duration, state };
})();
// Of each worker, its tasks by start.
const lanes = [];
for (let i = 0; i < tasks.count; i++) (lanes[tasks.worker[i]] ??= []).push(i);
for (let i = 0; i < lanes.length; i++) lanes[i] ??= [];

const view = { from: 0, to: Math.max(run.wall, 1) };
const repaints = [];
let asked = false;
function repaint() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    for (const paint of repaints) paint();
  });
}
function show(from, to) {
  const wall = Math.max(run.wall, 1);
  const width = Math.min(wall, Math.max(to - from, 100));
  view.from = Math.max(0, Math.min(from, wall - width));
  view.to = view.from + width;
  repaint();
}
function zoom(factor, share = 0.5) {
  const width = view.to - view.from;
  const at = view.from + width * share;
  show(at - width * factor * share, at + width * factor * (1 - share));
}

function time(nanos) {
  if (nanos < 1e3) return `${Math.round(nanos)} ns`;
  const [value, unit] = nanos < 1e6 ? [nanos / 1e3, "µs"] : nanos < 1e9 ? [nanos / 1e6, "ms"] : [nanos / 1e9, "s"];
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
}
// Times on an axis that ends here, told apart by such steps.
function scale(end, step) {
  const [unit, name] = end < 1e3 ? [1, "ns"] : end < 1e6 ? [1e3, "µs"] : end < 1e9 ? [1e6, "ms"] : [1e9, "s"];
  const digits = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  return (at) => `${(at / unit).toFixed(digits)} ${name}`;
}
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colour = (name, lightness) => `hsl(${(name * 137.508 + 210) % 360} 62% ${lightness})`;

// A canvas that is as sharp as the screen.
function prepare(canvas, height) {
  const scale = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const size = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return [context, width];
}

const tip = document.getElementById("tip");
function tell(text, event) {
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(event.clientX + 14, window.innerWidth - width - 8);
  const above = event.clientY + 18 + height > window.innerHeight;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${above ? event.clientY - height - 12 : event.clientY + 18}px`;
}

// The first of these indices whose value is greater.
function after(length, value, at) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
