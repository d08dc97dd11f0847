// Shows an explanation (explanation.py): why, why not, what would change it, what to ask, what goes with it.

import { folded, make } from "./dom.js";
import { definitions, list, paragraphs } from "./elements.js";
import { besides } from "./safety.js";

/** @import { Child } from "./page.js" */
/** @import { Change, CitedClaim, CitedSilence, Explanation, ExplainedReason, Given, GivenList, OtherLevel, Words } from "./view.js" */

const FIRST_QUESTIONS = 3;

// All of it, one section below the other.
/** @param {Explanation} explained @param {Words} words */
export function explanation(explained, words) {
  return [
    section(words.reasons_title, basis(explained), explained.reasons.map(reason)),
    topics(explained, words).map(([title, content]) => section(title, content)),
    besides(explained, words),
    paragraphs(explained.standing, { class: "cl-standing" }),
  ];
}

// What stands behind the reasons, each under its title.
/** @param {Explanation} explained @param {Words} words @returns {[string, Child][]} */
export function topics(explained, words) {
  const { also, why_not, changes, given: levels } = explained;
  /** @type {[string, number, () => Child][]} */
  const all = [
    [words.also_title, also.length, () => others(also)],
    [words.why_not_title, why_not.length, () => others(why_not)],
    [words.changes_title, changes.length, () => changes.map(change)],
    [words.ask_title, anyAsk(explained), () => stillToAsk(explained, words)],
    [words.given_title, levels.length, () => given(levels)],
  ];
  return all.filter(([, count]) => count).map(([title, , content]) => [title, content()]);
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
export function section(title, ...children) {
  return make("section", { class: "cl-section" }, make("h4", {}, title), children);
}

/** @param {Explanation} explained */
export function basis(explained) {
  return make("p", { class: "cl-basis" }, [explained.basis, explained.settled].filter(Boolean).join(" "));
}

/** @param {ExplainedReason} one */
export function reason(one) {
  const quotes = one.phrases.map((phrase) => make("blockquote", {}, phrase));
  const text = make("div", {}, reasonTitle(one), quotes, make("p", {}, one.says.join(" ")));
  return make("article", { class: "cl-pair" }, text, claims(one.claims));
}

// In short: the *quotes* that show it, and its claims by their places alone.
/** @param {ExplainedReason} one @param {Child} quotes */
export function brief(one, quotes) {
  const cited = make("cite", {}, one.places.join("; "));
  return make(
    "article",
    { class: "cl-brief" },
    reasonTitle(one),
    quotes,
    make("p", {}, one.says.join(" "), " ", cited),
  );
}

/** @param {ExplainedReason} one */
function reasonTitle({ name, effect }) {
  return make("h5", {}, name, " ", make("span", { class: "cl-effect" }, effect));
}

/** @param {CitedClaim[]} claimed */
function claims(claimed) {
  if (!claimed.length) return null;
  const items = claimed.map(({ says, where }) => [says, " ", make("cite", {}, where)]);
  return list(items, { class: "cl-claims" });
}

/** @param {OtherLevel[]} levels */
export function others(levels) {
  return definitions(levels.map(({ level, says }) => [level, says.join(" ")]));
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
  const [first, ...accepted] = levels;
  const rest = accepted.map((other) => folded(other.level, {}, lists(other.lists)));
  return [make("h5", {}, first.level), lists(first.lists), rest];
}

/** @param {GivenList[]} named */
function lists(named) {
  /** @param {GivenList["items"][number]} item */
  const pair = ({ name, says, claims: claimed }) => {
    const cited = [...new Set(claimed.map(({ where }) => where))].map((where) => make("cite", {}, where));
    const text = make("p", {}, make("b", {}, name), ". ", says.join(" "));
    return make("div", { class: "cl-pair" }, text, list(cited, { class: "cl-claims" }));
  };
  return named.map(({ name, items }) => [make("h6", {}, name), items.map(pair)]);
}

/** @param {CitedSilence[]} silences */
export function unsaid(silences) {
  /** @param {CitedSilence} silence */
  const item = ({ says, references }) => [
    says,
    references.map((cite, place) => [place ? "; " : " ", make("cite", {}, cite)]),
  ];
  return list(silences.map(item), { class: "cl-silences" });
}
