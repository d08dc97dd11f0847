// Shows an explanation (explanation.py): why, why not, what would change it, what to ask, what goes with it.

import { folded, make } from "./dom.js";

/** @import { Child } from "./page.js" */
/** @import { Change, CitedClaim, CitedSilence, Explanation, ExplainedObjection, ExplainedReason, Given, GivenList, Words } from "./view.js" */

const FIRST_QUESTIONS = 3;

/** @param {Explanation} explained @param {CitedSilence[]} silences @param {Words} words */
export function explanation(explained, silences, words) {
  return [
    section(words.reasons_title, [basis(explained), explained.reasons.map(reason)]),
    explained.why_not.length ? section(words.why_not_title, objections(explained.why_not)) : null,
    explained.changes.length ? section(words.changes_title, explained.changes.map(change)) : null,
    explained.ask.length ? section(words.ask_title, questions(explained.ask, words)) : null,
    explained.given.length ? section(words.given_title, given(explained.given)) : null,
    explained.standing.map((says) => make("p", { class: "cl-standing" }, says)),
    silences.length ? folded(words.silences_title, { class: "cl-silences" }, unsaid(silences)) : null,
  ];
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
export function reason(one) {
  return make(
    "article",
    { class: "cl-pair" },
    make(
      "div",
      {},
      make("h5", {}, one.name, " ", make("span", { class: "cl-effect" }, one.effect)),
      one.phrases.map((phrase) => make("blockquote", {}, phrase)),
      make("p", {}, one.says.join(" ")),
    ),
    claims(one.claims),
  );
}

/** @param {CitedClaim[]} list */
function claims(list) {
  if (!list.length) return null;
  return make(
    "ul",
    { class: "cl-claims" },
    list.map((claim) => make("li", {}, claim.says, " ", make("cite", {}, claim.where))),
  );
}

/** @param {CitedClaim[]} list */
function places(list) {
  return make(
    "ul",
    { class: "cl-claims" },
    list.map((claim) => make("li", {}, make("cite", {}, claim.where))),
  );
}

/** @param {ExplainedObjection[]} list */
export function objections(list) {
  return make(
    "dl",
    { class: "cl-levels" },
    list.map((one) => [make("dt", {}, one.level), make("dd", {}, one.says.join(" "))]),
  );
}

/** @param {Change} one */
export function change(one) {
  return [
    make("p", {}, one.says),
    one.ifs.length
      ? make(
          "ul",
          {},
          one.ifs.map((says) => make("li", {}, says)),
        )
      : null,
  ];
}

/** @param {string[]} asks @param {Words} words */
export function questions(asks, words) {
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
  return [
    make("h5", {}, first.level),
    lists(first.lists),
    others.map((other) => folded(other.level, {}, lists(other.lists))),
  ];
}

/** @param {GivenList[]} named */
function lists(named) {
  return named.map((one) => [
    make("h6", {}, one.name),
    one.items.map((item) =>
      make("div", { class: "cl-pair" }, make("p", {}, make("b", {}, item.name), ". ", item.says), places(item.claims)),
    ),
  ]);
}

/** @param {CitedSilence[]} silences */
function unsaid(silences) {
  return make(
    "ul",
    {},
    silences.map((silence) =>
      make(
        "li",
        {},
        silence.says,
        silence.references.map((cite) => [" ", make("cite", {}, cite)]),
      ),
    ),
  );
}
