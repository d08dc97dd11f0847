// Shows an explanation (explanation.py): why, why not, what would change it, what to ask, what goes with it.

import { folded, make } from "./dom.js";
import { definitions, list, paragraphs } from "./elements.js";
import { besides } from "./safety.js";

/** @import { Child } from "./page.js" */
/** @import { Change, CitedClaim, CitedSilence, Explanation, ExplainedObjection, ExplainedReason, Given, GivenList, Words } from "./view.js" */

const FIRST_QUESTIONS = 3;

/** @param {Explanation} explained @param {CitedSilence[]} silences @param {Words} words */
export function explanation(explained, silences, words) {
  return [
    section(words.reasons_title, [basis(explained), explained.reasons.map(reason)]),
    explained.why_not.length ? section(words.why_not_title, objections(explained.why_not)) : null,
    explained.changes.length ? section(words.changes_title, explained.changes.map(change)) : null,
    anyAsk(explained) ? section(words.ask_title, stillToAsk(explained, words)) : null,
    explained.given.length ? section(words.given_title, given(explained.given)) : null,
    besides(explained, words),
    paragraphs(explained.standing, { class: "cl-standing" }),
    silences.length ? folded(words.silences_title, { class: "cl-silences" }, unsaid(silences)) : null,
  ];
}

// What is still to ask: for safety whole, since it comes before any level, then for what stands beside it, then for it.
/** @param {Explanation} explained @param {Words} words */
export function stillToAsk({ ask }, words) {
  const more = [...ask.flags, ...ask.level];
  const safety = ask.safety.length ? [make("h5", {}, words.ask_first), list(ask.safety)] : null;
  const level = ask.safety.length && more.length ? make("h5", {}, words.ask_then) : null;
  return [safety, level, more.length ? questions(more, words) : null];
}

/** @param {Explanation} explained */
export function anyAsk({ ask }) {
  return ask.safety.length + ask.flags.length + ask.level.length;
}

/** @param {string} title @param {...Child} children */
function section(title, ...children) {
  return make("section", { class: "cl-section" }, make("h4", {}, title), children);
}

/** @param {Explanation} explained */
function basis(explained) {
  return make("p", { class: "cl-basis" }, [explained.basis, explained.settled].filter(Boolean).join(" "));
}

/** @param {ExplainedReason} one */
export function reason({ name, effect, phrases, says, claims: claimed }) {
  const title = make("h5", {}, name, " ", make("span", { class: "cl-effect" }, effect));
  const quotes = phrases.map((phrase) => make("blockquote", {}, phrase));
  const text = make("div", {}, title, quotes, make("p", {}, says.join(" ")));
  return make("article", { class: "cl-pair" }, text, claims(claimed));
}

/** @param {CitedClaim[]} claimed */
function claims(claimed) {
  if (!claimed.length) return null;
  const items = claimed.map(({ says, where }) => [says, " ", make("cite", {}, where)]);
  return list(items, { class: "cl-claims" });
}

/** @param {CitedClaim[]} claimed */
function places(claimed) {
  const items = [...new Set(claimed.map(({ where }) => where))].map((where) => make("cite", {}, where));
  return list(items, { class: "cl-claims" });
}

/** @param {ExplainedObjection[]} raised */
export function objections(raised) {
  return definitions(raised.map(({ level, says }) => [level, says.join(" ")]));
}

/** @param {Change} one */
export function change({ says, ifs }) {
  return [make("p", {}, says), ifs.length ? list(ifs, {}) : null];
}

/** @param {string[]} asks @param {Words} words */
function questions(asks, words) {
  /** @param {string} ask */
  const item = (ask) => make("li", {}, ask);
  const more = asks.slice(FIRST_QUESTIONS);
  return [
    make("ol", {}, asks.slice(0, FIRST_QUESTIONS).map(item)),
    more.length ? folded(words.ask_more, {}, make("ol", { start: FIRST_QUESTIONS + 1 }, more.map(item))) : null,
  ];
}

/** @param {Given[]} levels */
export function given(levels) {
  const [first, ...others] = levels;
  const rest = others.map((other) => folded(other.level, {}, lists(other.lists)));
  return [make("h5", {}, first.level), lists(first.lists), rest];
}

/** @param {GivenList[]} named */
function lists(named) {
  /** @param {GivenList["items"][number]} item */
  const pair = ({ name, says, claims: claimed }) =>
    make("div", { class: "cl-pair" }, make("p", {}, make("b", {}, name), ". ", says.join(" ")), places(claimed));
  return named.map(({ name, items }) => [make("h6", {}, name), items.map(pair)]);
}

/** @param {CitedSilence[]} silences */
function unsaid(silences) {
  return list(silences.map(({ says, references }) => [says, references.map((cite) => [" ", make("cite", {}, cite)])]));
}
