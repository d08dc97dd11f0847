// Compare: the headline, what was missed and the reasons that decide; all else folded, each in its place.

import { folded, make, unseen } from "../shared/dom.js";
import { about, columnHeads, list, paragraphs } from "../shared/elements.js";
import { basis, brief, reason, section, topics, unsaid } from "../shared/explain.js";
import { besides, foremost, redFlags } from "../shared/safety.js";
import { glossary, plain } from "../shared/story.js";

/** @import { Child, Page } from "../shared/page.js" */
/** @import { Compared, ExplainedReason, FlagLine, PhraseRun, Row, ToldAnswer, Words } from "../shared/view.js" */

/** @typedef {Pick<Page<any>, "model" | "words"> & { view: ToldAnswer }} ToldPage */

/** @typedef {PhraseRun["signs"][number]} Sign */

/** @type {Sign[]} */
const SIGNS = ["caught", "missed", "changed"];
const LEADING = /^([.,;:!?’”")]*)/; // what closes a phrase

/** @param {ToldPage} card */
export function caption({ view }) {
  const why = view.why ? [" · ", view.why] : null;
  return make("p", { class: "cl-caption" }, make("b", {}, view.title), " · ", view.heading, why);
}

/** @param {ToldPage} card */
export function verdict({ view, words }) {
  const { sign, title, says, flags, dissent, marks } = view.compared;
  /** @param {FlagLine} flag */
  const flagLine = (flag) =>
    make("p", {}, flag.same === null ? null : make("b", { "aria-hidden": "true" }, flag.same ? "= " : "≠ "), flag.says);
  return make(
    "div",
    { class: "cl-verdict" },
    make("h3", { class: "cl-first", tabindex: -1 }, make("span", { "aria-hidden": "true" }, sign), title),
    make("p", {}, says.join(" ")),
    flags.map(flagLine),
    view.twin ? make("p", {}, view.twin.says.join(" ")) : null,
    dissent ? make("p", { class: "cl-dissent" }, make("b", {}, dissent.says), " ", dissent.reason) : null,
    about([...marks, ...view.support].join(" ")),
    redFlags(view.explained, words),
  );
}

// What a listener is told at once, the title aside, on which the focus stands.
/** @param {Compared} compared */
export function headline({ says, flags }) {
  return [...says, ...flags.map((flag) => flag.says)];
}

// What was missed, then what else the answer rests on: each reason once, where its first phrase belongs. What stands
// below it, *more* and the folds, fills the place beside a tall box.
/** @param {ToldPage} card @param {...Child} more */
export function told(card, ...more) {
  const { view, words } = card;
  const { explained } = view;
  const { caught, missed, differs, named } = view.compared;
  const deciding = explained.reasons.filter((one) => one.deciding);
  const lost = deciding.filter((one) => one.phrases.some((phrase) => missed.includes(phrase)));
  const others = deciding.filter((one) => !one.met && !lost.includes(one));
  const quoted = new Set();
  /** @param {string} phrase */
  const signed = (phrase) => {
    const sign = missed.includes(phrase) ? "missed" : caught.includes(phrase) ? "caught" : null;
    return make("blockquote", {}, phrase, sign ? label(sign, words) : null);
  };
  /** @param {ExplainedReason} one */
  const shown = (one) => {
    const fresh = one.phrases.filter((phrase) => !quoted.has(phrase));
    fresh.forEach((phrase) => quoted.add(phrase));
    return one.met && !fresh.length ? null : brief(one, fresh.map(signed));
  };
  const title = !others.length ? "basis_title" : lost.length ? "others_title" : "reasons_title";
  return make(
    "div",
    { class: "cl-told" },
    make("div", { class: "cl-sides" }, twin(card, true)),
    lost.length || differs.length ? section(words.missed_title, lost.map(shown), paragraphs(differs)) : null,
    named.length ? section(words.named_title, paragraphs(named)) : null,
    tied(card),
    foremost(explained, words),
    section(words[title], others.map(shown), basis(explained)),
    besides(explained, words),
    more,
  );
}

// What was tied wrongly comes first.
/** @param {ToldPage} card */
function tied({ view, words }) {
  const { ties } = view.compared;
  if (!ties.length) return null;
  const lines = [...ties].sort((a, b) => Number(a.fits) - Number(b.fits));
  const items = lines.map(({ says, fits }) => [make("b", { "aria-hidden": "true" }, fits ? "✓ " : "≠ "), says]);
  return section(words.tie_title, list(items, { class: "cl-ties" }));
}

// All else, each in its place.
/** @param {ToldPage} card */
export function folds(card) {
  const { view, model, words } = card;
  const { silences } = model.get("bank");
  /** @type {[string, Child][]} */
  const all = [
    [words.reread, reread(card)],
    [words.sides, sides(card)],
    [words.claims_title, view.explained.reasons.map(reason)],
    ...topics(view.explained, words),
  ];
  if (silences.length) all.push([words.silences_title, unsaid(silences)]);
  const shown = all.map(([title, content]) => folded(title, null, content));
  return [make("div", { class: "cl-folds" }, shown), paragraphs(view.explained.standing, { class: "cl-standing" })];
}

/** @param {ToldPage} card */
function reread({ view, words }) {
  const { prose } = view.compared;
  /** @param {string} sign @param {string} text */
  const key = (sign, text) => make("span", { class: "cl-key" }, make("span", { class: `cl-sign-${sign}` }), text);
  const signs = new Set(prose.flat().flatMap((run) => run.signs ?? []));
  const shown = SIGNS.filter((sign) => signs.has(sign));
  const any = prose.flat().some((run) => run.marked);
  const keys = [shown.map((sign) => key(sign, words[sign])), any ? key("own", words.brackets) : null];
  const read = paragraphs(prose.map((runs) => shownRuns(runs, words)));
  return [make("div", { class: "cl-story" }, read), make("p", { class: "cl-keys" }, keys), glossary(view, words)];
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
  const signed = make("span", { class: `cl-sign-${sign}` });
  return make("small", { class: "cl-label" }, unseen(" ("), signed, words[sign], unseen(") "));
}

// What to talk about with a supervisor or a colleague, once the case is answered whole.
/** @param {ToldPage} card */
export function discussion({ view, words }) {
  return view.discuss
    ? make("section", { class: "cl-section" }, make("h4", {}, words.discuss_title), make("p", {}, view.discuss))
    : null;
}

/** @param {ToldPage} card */
function sides(card) {
  const { view, words } = card;
  const { rows, reasons_given } = view.compared;
  return make(
    "div",
    { class: "cl-sides" },
    pairs(words.sides, [words.yours, words.theirs], rows, words),
    reasons_given ? make("p", { class: "cl-given" }, make("b", {}, words.your_reasons), " ", reasons_given) : null,
    twin(card, false),
  );
}

// A twin beside the story before its change, or a pair beside what was answered wrongly.
/** @param {ToldPage} card @param {boolean} pair which of the two is to stand there */
function twin({ view, words }, pair) {
  if (view.twin?.pair !== pair) return null;
  const { title, columns, rows } = view.twin;
  return make("div", { class: "cl-twin" }, make("h4", {}, title), pairs(title, columns, rows, words));
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
