// Read: the story of a case, in which every sentence can be marked.

import { fill } from "../../scripts/saying.js";
import { findAll, make } from "../shared/dom.js";
import { plain } from "../shared/story.js";
import { askHere, changed } from "./asking.js";

/** @import { CardPage } from "./page.js" */
/** @import { AskedCard } from "./view.js" */
/** @import { Run } from "../shared/view.js" */

/** @typedef {{ number: number | null, runs: Run[] }} Part */

/** @param {CardPage<AskedCard>} card */
export function heading(card) {
  const { view, words } = card;
  return make(
    "div",
    { class: "cl-heading" },
    make("h3", { class: "cl-first", tabindex: -1 }, view.title),
    make(
      "p",
      { class: "cl-why" },
      view.why,
      " ",
      words.content_note,
      " ",
      make("button", { type: "button", class: "cl-quiet", onclick: () => askHere(card, { do: "skip" }) }, words.skip),
    ),
  );
}

/** @param {CardPage<AskedCard>} card */
export function reading(card) {
  const { view, words } = card;
  const count = make("p", { class: "cl-count" });
  const story = make("div", { class: "cl-story", role: "group", "aria-label": words.story });
  story.append(
    ...view.prose.map((runs) =>
      make(
        "p",
        {},
        bySentence(runs).map((part) => sentence(card, part)),
      ),
    ),
  );
  card.shown.push(() => {
    const { length } = card.choices.marked;
    count.textContent = fill(words[`marked_${length > 1 ? "n" : length}`], { count: length });
  });
  const all = findAll(story, "[role=button]");
  if (all.length) all[0].tabIndex = 0;
  story.addEventListener("keydown", (event) => walk(event, all));
  story.addEventListener("focusin", ({ target }) => all.forEach((one) => (one.tabIndex = one === target ? 0 : -1)));
  card.shown.forEach((show) => show());
  return make(
    "div",
    { class: "cl-read" },
    make("h4", {}, view.heading),
    make("p", { class: "cl-about" }, words.read_about),
    story,
    count,
  );
}

/** @param {Run[]} runs @returns {Part[]} */
export function bySentence(runs) {
  /** @type {Part[]} */
  const parts = [];
  for (const run of runs) {
    const last = parts.at(-1);
    if (last && last.number === run.sentence) last.runs.push(run);
    else parts.push({ number: run.sentence, runs: [run] });
  }
  return parts;
}

/** @param {CardPage} card @param {Part} part */
function sentence(card, { number, runs }) {
  if (number === null) return runs.map(plain);
  const toggle = () => {
    const others = card.choices.marked.filter((marked) => marked !== number);
    card.choices.marked = others.length < card.choices.marked.length ? others : [...others, number];
    changed(card);
  };
  const element = make(
    "span",
    {
      class: "cl-sentence",
      role: "button",
      tabindex: -1,
      "aria-pressed": "false",
      onclick: () => getSelection()?.isCollapsed && toggle(), // not where text was selected, to copy it
    },
    runs.map(plain),
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) toggle();
  });
  card.shown.push(() => element.setAttribute("aria-pressed", String(card.choices.marked.includes(number))));
  return element;
}

// Along the sentences with the arrow keys; the story is one stop of the Tab key.
/** @param {KeyboardEvent} event @param {HTMLElement[]} all */
function walk(event, all) {
  const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const to = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: all.length - 1,
  };
  if (at < 0 || !(event.key in to) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  all[to[event.key]]?.focus();
}
