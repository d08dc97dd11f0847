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
      story(point.prose, point.glossary),
      glossary(point, words),
    ),
  );
}

/** @param {Run[][]} prose @param {Term[]} [terms] */
export function story(prose, terms = []) {
  const read = prose.map((runs) => runs.map((run) => explained(run, terms)));
  return make("div", { class: "cl-story" }, paragraphs(read));
}

// What words of a story mean, under it.
/** @param {{ glossary: Term[] }} told @param {Words} words */
export function glossary(told, words) {
  if (!told.glossary.length) return null;
  const terms = definitions(told.glossary.map(({ word, meaning }) => [word, meaning]));
  return make("section", { class: "cl-glossary" }, make("h5", {}, words.glossary), terms);
}

// A run in which each word that the glossary explains says its meaning where it stands, too.
/** @param {Run} run @param {Term[]} terms */
export function explained(run, terms) {
  const read = pieces(run.text, terms).map(({ text, meaning }) =>
    meaning ? make("span", { class: "cl-word", title: meaning }, text) : text,
  );
  return run.stressed ? make("em", {}, read) : read;
}

// A text in pieces: words of the glossary, whole, capitals aside, and what stands between them.
/** @param {string} text @param {Term[]} terms @returns {{ text: string, meaning: string }[]} */
export function pieces(text, terms) {
  const known = [...terms].sort((one, other) => other.word.length - one.word.length);
  if (!known.length) return [{ text, meaning: "" }];
  const patterns = known.map(({ word }) => word.trim().split(/\s+/).map(escaped).join("\\s+"));
  const meanings = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${patterns.map((pattern) => `(${pattern})`).join("|")})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  const found = [];
  let end = 0;
  for (const match of text.matchAll(meanings)) {
    const { meaning } = known[match.slice(1).findIndex(Boolean)];
    found.push({ text: text.slice(end, match.index), meaning: "" }, { text: match[0], meaning });
    end = match.index + match[0].length;
  }
  return [...found, { text: text.slice(end), meaning: "" }].filter((piece) => piece.text);
}

/** @param {string} word */
function escaped(word) {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** @param {Run} run */
export function plain(run) {
  return run.stressed ? make("em", {}, run.text) : run.text;
}
