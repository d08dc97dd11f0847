// A story to read: its runs of text, and the earlier decision points above it.

import { fill } from "../../scripts/saying.js";
import { folded, make } from "./dom.js";
import { definitions, paragraphs } from "./elements.js";

/** @import { EarlierPoint, Run, Term, Words } from "./view.js" */

/** @param {{ view: { earlier: EarlierPoint[] }, words: Words }} page */
export function earlier({ view, words }) {
  return view.earlier.map((point) =>
    folded(
      fill(words.earlier, { heading: point.heading }),
      { class: "cl-earlier" },
      story(point.prose),
      glossary(point, words),
    ),
  );
}

/** @param {Run[][]} prose */
export function story(prose) {
  const read = prose.map((runs) => runs.map(plain));
  return make("div", { class: "cl-story" }, paragraphs(read));
}

// What words of a story mean, under it.
/** @param {{ glossary: Term[] }} told @param {Words} words */
export function glossary(told, words) {
  if (!told.glossary.length) return null;
  const terms = definitions(told.glossary.map(({ word, meaning }) => [word, meaning]));
  return make("section", { class: "cl-glossary" }, make("h5", {}, words.glossary), terms);
}

/** @param {Run} run */
export function plain(run) {
  return run.stressed ? make("em", {}, run.text) : run.text;
}
