// The card: read, decide, compare, next. It shows `view`, keeps `choices`, and sends what the trainee does.

import { make } from "../shared/dom.js";
import { earlier } from "../shared/story.js";
import { deciding } from "./decide.js";
import { printing } from "./paper.js";
import { heading, reading } from "./read.js";
import { begin, compared, empty, notes, rendered, reportForm } from "./stages.js";
import { checking, showSupport, supporting } from "./support.js";

/** @import { CardPage } from "./page.js" */
/** @import { AskedCard, CheckCard } from "./view.js" */

/** @param {CardPage<AskedCard>} card */
function answer(card) {
  begin(card);
  const support = supporting(card);
  card.grow = () => showSupport(card);
  return [
    ...notes(card.view),
    heading(card),
    ...earlier(card),
    make("div", { class: "cl-columns" }, reading(card), make("div", {}, support, deciding(card))),
    printing(card),
    reportForm(card),
  ];
}

/** @param {CardPage<CheckCard>} card */
function check(card) {
  begin(card);
  card.button = null;
  return [...notes(card.view), ...checking(card)];
}

export default { render: rendered("", { empty, answer, check, compared: (card) => compared(card) }) };
