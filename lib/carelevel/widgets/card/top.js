// The line that never leaves: the notice, whose record this is, and the other cases.

import { fill } from "../../scripts/saying.js";
import { add, folded, make } from "../shared/dom.js";
import { button, codeField, labelBefore, lineForm, options, submit } from "../shared/elements.js";
import { tell } from "../shared/kernel.js";
import { askHere } from "./asking.js";

/** @import { CardPage } from "./page.js" */

/** @param {CardPage} card */
export function showTop(card) {
  const { view } = card;
  const cases = JSON.stringify(view.cases ?? null);
  const shown = `${view.trainee} ${view.new_code} ${cases}`;
  if (shown === card.top.dataset.shown) return;
  const open = card.choosing?.open;
  card.top.dataset.shown = shown;
  card.choosing = chooser(card);
  card.choosing.open = Boolean(open && view.cases);
  card.top.replaceChildren();
  add(card.top, [
    make("p", { class: "cl-notice" }, card.model.get("bank").notice),
    record(card),
    view.single ? null : card.choosing,
  ]);
}

// Whose record it is, and a form for another code; a code that nothing is kept under may be a slip.
/** @param {CardPage} card */
function record(card) {
  const { view, words } = card;
  const says = fill(words.record, { trainee: view.trainee });
  if (!view.can_switch) return make("p", {}, says);
  const code = codeField();
  code.value = view.new_code;
  const does = () => askHere(card, { do: "switch", code: code.value });
  const about = make("p", {}, words.record_about);
  const form = lineForm(does, about, labelBefore(words.record_code, code), submit(words.record_switch));
  return folded(says, { open: Boolean(view.new_code) }, form, view.new_code ? asksToBegin(card) : null);
}

/** @param {CardPage} card */
function asksToBegin(card) {
  const { view, words } = card;
  const begin = () => askHere(card, { do: "switch", code: view.new_code, begin: true });
  const says = make("p", { role: "alert" }, fill(words.record_new, { code: view.new_code }));
  return make("div", { class: "cl-line" }, says, button(words.record_begin, begin));
}

/** @param {CardPage} card */
function chooser(card) {
  const { view, words } = card;
  const details = folded(words.choose_case, {}, view.cases ? caseForm(card) : null);
  details.addEventListener("toggle", () => {
    if (details.open && !card.view.cases) tell(card, { do: "cases", attempt: card.view.attempt });
  });
  return details;
}

/** @param {CardPage} card */
function caseForm(card) {
  const { view, words } = card;
  if (!view.cases?.length) return make("p", {}, words.choose_none);
  const cases = view.cases.map(({ id, title, done }) => ({
    value: id,
    name: done ? fill(words.choose_done, { title }) : title,
  }));
  const select = make("select", {}, options(cases));
  const does = () => askHere(card, { do: "open", case: select.value });
  return lineForm(does, labelBefore(words.choose_label, select), submit(words.choose_open));
}
