// Read: the story of a case, in which every sentence can be marked.

import { fill } from "../../scripts/saying.js";
import { findAll, make } from "../shared/dom.js";
import { paragraphs, quietly } from "../shared/elements.js";
import { explained, glossary } from "../shared/story.js";
import { askHere, changed, onToPractice } from "./asking.js";

/** @import { CardPage } from "./page.js" */
/** @import { AskedCard } from "./view.js" */
/** @import { Run, Words } from "../shared/view.js" */

/** @typedef {{ number: number | null, runs: Run[] }} Part */

/** @param {CardPage<any>} card */
export function heading(card) {
  const { view, words } = card;
  const skip = view.single ? onToPractice(card) : quietly(words.skip, () => askHere(card, { do: "skip" }));
  const title = make("h3", { class: "cl-first", tabindex: -1 }, view.title);
  const why = make("p", { class: "cl-why" }, view.why, " ", words.content_note, " ", skip);
  return make("div", { class: "cl-heading" }, title, why);
}

/** @param {CardPage<AskedCard>} card */
export function reading(card) {
  const { view, words } = card;
  const count = make("p", { class: "cl-count" });
  const read = view.prose.map((runs) => bySentence(runs).map((part) => sentence(card, part)));
  const story = make("div", { class: "cl-story", role: "group", "aria-label": words.story }, paragraphs(read));
  card.shown.push(() => {
    const { length } = card.choices.marked;
    count.textContent = fill(words[`marked_${length > 1 ? "n" : length}`], { count: length });
  });
  const all = findAll(story, "[role=button]");
  if (all.length) all[0].tabIndex = 0;
  story.addEventListener("keydown", (event) => walk(event, all));
  story.addEventListener("focusin", ({ target }) => all.forEach((one) => (one.tabIndex = one === target ? 0 : -1)));
  card.shown.forEach((show) => show());
  const head = [make("h4", {}, view.heading), asText(card), how(words)];
  return make("div", { class: "cl-read" }, head, story, count, glossary(view, words));
}

// How sentences are marked; keys are not named where there are none.
/** @param {Words} words */
function how(words) {
  return make(
    "p",
    { class: "cl-about" },
    words.read_about,
    " ",
    make("span", { class: "cl-by-keys" }, words.read_keys),
  );
}

// The story to read through by ear, in paragraphs; below it each sentence is a button.
/** @param {CardPage<AskedCard>} card */
function asText({ view, words }) {
  const read = view.prose.map((runs) => runs.map(({ text }) => text).join(""));
  return make("div", { class: "cl-unseen cl-as-text" }, paragraphs(read), make("p", {}, words.story_follows));
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
  const read = runs.map((run) => explained(run, card.view.glossary ?? []));
  if (number === null) return read;
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
    read,
  );
  const meanings = findAll(element, ".cl-word").map(({ textContent, title }) => `${textContent}: ${title}.`);
  if (meanings.length) element.setAttribute("aria-description", meanings.join(" "));
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
  const [before, after, last] = [at - 1, at + 1, all.length - 1];
  /** @type {Record<string, number>} */
  const to = { ArrowRight: after, ArrowDown: after, ArrowLeft: before, ArrowUp: before, Home: 0, End: last };
  if (at < 0 || !(event.key in to) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  all[to[event.key]]?.focus();
}
