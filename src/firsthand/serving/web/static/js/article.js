// The text of an article: pointing at words, or stepping through their numbers, shows who says them and through whom.
// Without this script the numbers lead to the list of statements under the text.
const text = document.getElementById("text");
const panel = document.getElementById("panel");
const words = document.getElementById("panel-words");
const closeButton = document.getElementById("panel-close");
const stops = [...text.querySelectorAll("a[data-n]")].sort((a, b) => a.dataset.n - b.dataset.n);
const stopOf = new Map(stops.map((stop) => [stop.dataset.n, stop]));
const spansOf = new Map();
const opening = [...words.childNodes];
const answers = new Map();
const wide = matchMedia("(min-width: 60rem)");

let shown = null; // the number of the statement in the panel
let kept = false; // whether it stays when the pointer moves on
let waiting = 0;

for (const span of text.querySelectorAll("[data-s], [data-c]")) {
  for (const number of (span.dataset.s ?? span.dataset.c).split(" ")) {
    if (!spansOf.has(number)) spansOf.set(number, []);
    spansOf.get(number).push(span);
  }
}

// One number at a time can be reached with Tab: a long article is no long way to what follows it.
function makeCurrent(stop) {
  for (const other of stops) if (other.tabIndex === 0) other.tabIndex = -1;
  stop.tabIndex = 0;
}

function bringOut(number) {
  for (const span of text.querySelectorAll(".out")) span.classList.remove("out");
  for (const span of spansOf.get(number) ?? []) span.classList.add("out");
  stopOf.get(number)?.classList.add("out");
  markListed(number);
}

// The list under the text marks what the panel shows: the address alone would go on marking what was shown first.
function markListed(number) {
  for (const row of document.querySelectorAll(".statement-list > .shown")) row.classList.remove("shown");
  if (number !== null) document.getElementById(`s-${number}`)?.classList.add("shown");
}

async function ask(number) {
  if (!answers.has(number)) {
    const answer = await fetch(`${text.dataset.part}&number=${number}`);
    if (!answer.ok) return null;
    answers.set(number, await answer.text());
  }
  return answers.get(number);
}

async function show(number) {
  if (!stopOf.has(number)) return;
  bringOut(number);
  if (shown === number) return;
  shown = number;
  const answer = await ask(number);
  if (shown !== number || answer === null || words.contains(document.activeElement)) return; // a focus is not taken away
  words.innerHTML = answer;
  window.htmx?.process(words);
  words.parentElement.scrollTop = 0;
}

function keep(number) {
  kept = true;
  closeButton.hidden = false;
  panel.classList.add("open");
  makeCurrent(stopOf.get(number));
  history.replaceState(null, "", `#t-${number}`);
  return show(number).then(() => keepInSight(number));
}

// On a narrow screen the sheet must not hide the words that it is about.
function keepInSight(number) {
  if (wide.matches) return;
  const boxes = [stopOf.get(number), ...(spansOf.get(number) ?? []).filter((span) => span.dataset.s)]
    .map((span) => span.getBoundingClientRect());
  const hidden = Math.max(...boxes.map((box) => box.bottom)) - (innerHeight - panel.offsetHeight) + 16;
  const room = Math.min(...boxes.map((box) => box.top)) - 16; // its beginning is not to leave at the top
  if (hidden > 0 && room > 0) scrollBy({ top: Math.min(hidden, room) });
}

function letGo() {
  kept = false;
  shown = null;
  closeButton.hidden = true;
  panel.classList.remove("open");
  bringOut(null);
  words.replaceChildren(...opening);
  history.replaceState(null, "", location.pathname + location.search);
}

function step(from, by) {
  const place = stops.indexOf(from);
  const next = by === Infinity ? stops.at(-1) : by === -Infinity ? stops[0] : stops[place + by];
  if (!next) return;
  makeCurrent(next);
  next.focus();
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, n: 1, ArrowLeft: -1, ArrowUp: -1, p: -1, Home: -Infinity, End: Infinity };

text.addEventListener("pointerover", (event) => {
  const span = event.target.closest("[data-s]");
  if (!span || kept || event.pointerType !== "mouse") return;
  clearTimeout(waiting);
  waiting = setTimeout(() => show(span.dataset.s.split(" ")[0]), 60);
});
text.addEventListener("pointerleave", () => clearTimeout(waiting));

text.addEventListener("focusin", (event) => {
  const stop = event.target.closest("a[data-n]");
  if (!stop) return;
  makeCurrent(stop);
  if (kept) keep(stop.dataset.n);
  else show(stop.dataset.n);
});

text.addEventListener("keydown", (event) => {
  const stop = event.target.closest("a[data-n]");
  if (!stop || !(event.key in STEPS) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  step(stop, STEPS[event.key]);
});

text.addEventListener("click", (event) => {
  if (event.target.closest("a") || !getSelection().isCollapsed) return;
  const span = event.target.closest("[data-s]");
  if (!span) return;
  const numbers = span.dataset.s.split(" ");
  keep(kept && numbers.includes(shown) ? numbers[(numbers.indexOf(shown) + 1) % numbers.length] : numbers[0]);
});

// Numbers anywhere on the page: in the text, in the panel, in the list.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-n]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !stopOf.has(link.dataset.n)) return;
  event.preventDefault();
  const stop = stopOf.get(link.dataset.n);
  if (link !== stop) stop.scrollIntoView({ block: "center" });
  keep(link.dataset.n);
  stop.focus({ preventScroll: true });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (kept || shown) && !document.querySelector("dialog[open]")) letGo();
});
closeButton.addEventListener("click", () => {
  const stop = stopOf.get(shown);
  letGo();
  stop?.focus({ preventScroll: true });
});

function followAddress() {
  const number = /^#[st]-(\d+)$/.exec(location.hash)?.[1];
  if (!stopOf.has(number)) return;
  stopOf.get(number).scrollIntoView({ block: "center" });
  keep(number);
}

for (const stop of stops.slice(1)) stop.tabIndex = -1;
document.documentElement.classList.add("following"); // from now on, not the address marks the list
document.addEventListener("htmx:after:swap", () => markListed(shown));
addEventListener("hashchange", followAddress);
if (document.readyState === "complete") followAddress();
else addEventListener("load", followAddress);
