// A story to read: its runs of text, and the earlier decision points above it.

import { fill } from "../../scripts/saying.js";
import { folded, make } from "./dom.js";
import { paragraphs } from "./elements.js";

/** @import { EarlierPoint, Run, Words } from "./view.js" */

/** @param {{ view: { earlier: EarlierPoint[] }, words: Words }} page */
export function earlier({ view, words }) {
  return view.earlier.map((point) =>
    folded(fill(words.earlier, { heading: point.heading }), { class: "cl-earlier" }, story(point.prose)),
  );
}

/** @param {Run[][]} prose */
export function story(prose) {
  const read = prose.map((runs) => runs.map(plain));
  return make("div", { class: "cl-story" }, paragraphs(read));
}

/** @param {Run} run */
export function plain(run) {
  return run.stressed ? make("em", {}, run.text) : run.text;
}
