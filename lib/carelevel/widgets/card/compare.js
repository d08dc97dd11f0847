// Compare: the verdict, both answers side by side, and the story with its deciding phrases.

import { make, unseen } from "../shared/dom.js";
import { about, columnHeads, paragraphs } from "../shared/elements.js";
import { foremost, redFlags } from "../shared/safety.js";
import { glossary, plain } from "../shared/story.js";

/** @import { CardPage } from "./page.js" */
/** @import { Compared, ComparedCard, PhraseRun, Row } from "./view.js" */
/** @import { Words } from "../shared/view.js" */

/** @typedef {PhraseRun["signs"][number]} Sign */

/** @type {Sign[]} */
const SIGNS = ["caught", "missed", "changed"];
const LEADING = /^([.,;:!?’”")]*)/; // what closes a phrase

/** @param {CardPage<ComparedCard>} card */
export function caption({ view }) {
  const why = view.why ? [" · ", view.why] : null;
  return make("p", { class: "cl-caption" }, make("b", {}, view.title), " · ", view.heading, why);
}

/** @param {CardPage<ComparedCard>} card */
export function verdict({ view, words }) {
  const { sign, title, says, dissent } = view.compared;
  return make(
    "div",
    { class: "cl-verdict" },
    make("h3", { class: "cl-first", tabindex: -1 }, make("span", { "aria-hidden": "true" }, sign), title),
    make("p", {}, says.join(" ")),
    redFlags(view.explained, words),
    dissent ? make("p", { class: "cl-dissent" }, make("b", {}, dissent.says), " ", dissent.reason) : null,
  );
}

/** @param {CardPage<ComparedCard>} card */
export function reread({ view, words }) {
  const { marks, prose } = view.compared;
  /** @param {string} sign @param {string} text */
  const key = (sign, text) => make("span", { class: "cl-key" }, make("span", { class: `cl-sign-${sign}` }), text);
  const signs = new Set(prose.flat().flatMap((run) => run.signs ?? []));
  const shown = SIGNS.filter((sign) => signs.has(sign));
  const any = prose.flat().some((run) => run.marked);
  const keys = [shown.map((sign) => key(sign, words[sign])), any ? key("own", words.brackets) : null];
  const read = paragraphs(prose.map((runs) => shownRuns(runs, words)));
  return make(
    "div",
    { class: "cl-read" },
    make("h4", {}, words.reread),
    about(marks.join(" ")),
    make("div", { class: "cl-story" }, read),
    make("p", { class: "cl-keys" }, keys),
    glossary(view, words),
  );
}

/** @param {Compared["prose"][number]} runs @param {Words} words */
function shownRuns(runs, words) {
  return runs.map((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    const classes = (run.signs ?? []).map((sign) => `cl-${sign}`);
    if (run.marked && before?.sentence !== run.sentence) classes.push("cl-own-begins");
    if (run.marked && after?.sentence !== run.sentence) classes.push("cl-own-ends");
    const ends = run.signs && after?.phrase !== run.phrase;
    // A label stands after the punctuation that follows its phrase.
    const [, ours] = before?.signs && before.phrase !== run.phrase && !run.signs ? closing(run.text) : [];
    const [, theirs] = ends && !after?.signs ? closing(after?.text ?? "") : [];
    const text = { ...run, text: run.text.slice(ours?.length ?? 0) };
    const shown = make(run.signs ? "mark" : "span", { class: classes.join(" ") }, plain(text));
    return ends ? [shown, theirs, run.signs?.map((sign) => label(sign, words))] : shown;
  });
}

/** @param {string} text */
function closing(text) {
  return LEADING.exec(text) ?? [];
}

/** @param {Sign} sign @param {Words} words */
function label(sign, words) {
  return make("small", { class: "cl-label" }, make("span", { class: `cl-sign-${sign}` }), words[sign]);
}

// What to talk about with a supervisor or a colleague, once the case is answered whole.
/** @param {CardPage<ComparedCard>} card */
export function discussion({ view, words }) {
  return view.discuss
    ? make("section", { class: "cl-section" }, make("h4", {}, words.discuss_title), make("p", {}, view.discuss))
    : null;
}

/** @param {CardPage<ComparedCard>} card */
export function sides({ view, words }) {
  const { rows, reasons_given } = view.compared;
  return make(
    "div",
    { class: "cl-sides" },
    pairs(words.sides, [words.yours, words.theirs], rows, words),
    reasons_given ? make("p", { class: "cl-given" }, make("b", {}, words.your_reasons), " ", reasons_given) : null,
    twin(view, words),
    foremost(view.explained, words),
  );
}

// A twin beside the story before its change.
/** @param {ComparedCard} view @param {Words} words */
function twin(view, words) {
  if (!view.twin) return null;
  return make(
    "div",
    { class: "cl-twin" },
    make("h4", {}, words.twin_title),
    pairs(words.twin_title, [words.twin_before, words.twin_now], view.twin.rows, words),
    make("p", { class: "cl-given" }, view.twin.says.join(" ")),
  );
}

// A table of two columns, a heading over each pair.
/** @param {string} title @param {string[]} columns @param {Row[]} rows @param {Words} words */
function pairs(title, columns, rows, words) {
  /** @param {string[]} items */
  const cell = (items) => {
    const lines = items.map((item) => make("div", {}, item));
    return make("td", {}, lines);
  };
  /** @param {boolean} same */
  const sign = (same) => [
    make("span", { class: same ? "cl-same" : "cl-differs" }),
    unseen(`: ${same ? words.same : words.differs}`),
  ];
  /** @param {Row} row */
  const group = ({ name, yours, theirs, same }) =>
    make(
      "tbody",
      {},
      make("tr", {}, make("th", { scope: "rowgroup", colspan: 2 }, name, same === null ? null : sign(same))),
      make("tr", {}, cell(yours), cell(theirs)),
    );
  return make("table", {}, make("caption", { class: "cl-unseen" }, title), columnHeads(columns), rows.map(group));
}
