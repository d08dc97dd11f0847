// The way to a decision: what was still possible after each question, as rungs that close.

import { make, unseen } from "../shared/dom.js";
import { about, paragraphs } from "../shared/elements.js";

/** @import { CardPage } from "../card/page.js" */
/** @import { DecidedInterview, WayStep } from "./view.js" */
/** @import { Words } from "../shared/view.js" */

/** @param {CardPage<DecidedInterview>} card */
export function way({ view, words }) {
  const { says, never, fewest, order, method } = view.way;
  const items = order.map((question) => make("li", {}, question));
  return make(
    "section",
    { class: "cl-section cl-way" },
    make("h4", {}, words.way),
    never ? make("aside", { class: "cl-warning" }, make("p", {}, never)) : null,
    paragraphs([make("b", {}, says[0]), ...says.slice(1), fewest.join(" ")]),
    items.length ? make("ol", {}, items) : null,
    steps(view.way, words),
    about(method),
  );
}

/** @param {DecidedInterview["way"]} told @param {Words} words */
function steps({ columns, steps, enough }, words) {
  const heads = [words.way_question, ...columns].map((name) => make("th", { scope: "col" }, make("span", {}, name)));
  const rows = steps.map((step) => row(step, enough, words));
  return make(
    "table",
    {},
    make("caption", { class: "cl-unseen" }, words.way_table),
    make("thead", {}, make("tr", {}, heads)),
    make("tbody", {}, rows),
  );
}

/** @param {WayStep} step @param {string} enough @param {Words} words */
function row({ question, open, settles, after }, enough, words) {
  const cells = open.map((is) =>
    make("td", { class: is ? "cl-open" : "cl-closed" }, unseen(is ? words.open : words.closed)),
  );
  const note = settles ? make("b", {}, enough) : after ? make("small", {}, words.later_asked) : null;
  const head = make("th", { scope: "row" }, question, note ? [" ", note] : null);
  return make("tr", { class: after ? "cl-later" : null }, head, cells);
}
