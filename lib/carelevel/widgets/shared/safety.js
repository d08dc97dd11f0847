// What is said for safety (explanation.py): each red flag in its own words, and the lines beside every answer.

import { folded, make } from "./dom.js";
import { list, paragraphs } from "./elements.js";

/** @import { CitedWork, Explanation, RaisedFlag, Words } from "./view.js" */

// What comes before everything else.
/** @param {Explanation} explained @param {Words} words */
export function redFlags({ red_flags }, words) {
  return red_flags.map((flag) => redFlag(flag, words));
}

// The safety lines where they come before the reasons; they are never folded.
/** @param {Explanation} explained @param {Words} words */
export function foremost(explained, words) {
  return explained.safety.foremost ? lines(explained, words) : null;
}

// The same where they come after them.
/** @param {Explanation} explained @param {Words} words */
export function besides(explained, words) {
  return explained.safety.foremost ? null : lines(explained, words);
}

/** @param {RaisedFlag} flag @param {Words} words */
function redFlag({ name, soon, urgent, says, references }, words) {
  const title = make("p", { class: "cl-soon" }, make("b", {}, name), ": ", make("strong", {}, soon));
  const classes = urgent ? "cl-warning cl-urgent" : "cl-warning";
  return make("aside", { class: classes }, title, make("p", {}, says), cited(references, words));
}

/** @param {Explanation} explained @param {Words} words */
function lines({ safety }, words) {
  if (!(safety.lines.length || safety.asks.length)) return null;
  return make(
    "aside",
    { class: "cl-warning", "aria-label": words.safety_title },
    paragraphs(safety.lines.map(({ says }) => says)),
    paragraphs(safety.asks, { class: "cl-asks" }),
    cited(
      safety.lines.flatMap(({ references }) => references),
      words,
    ),
  );
}

/** @param {CitedWork[]} references @param {Words} words */
function cited(references, words) {
  const works = references.map((work) => [make("cite", {}, `${work.cite}:`), " ", work.says]);
  return works.length ? folded(words.references, {}, list(works)) : null;
}
