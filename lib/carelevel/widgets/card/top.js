// The line that never leaves: the notice, whose record this is, and the other cases.

import { fill } from "../../scripts/saying.js";
import { add, folded, make } from "../shared/dom.js";
import { button, codeField, labelBefore, lineForm, quietly, submit } from "../shared/elements.js";
import { tell } from "../shared/kernel.js";
import { hasWords } from "../shared/search.js";
import { askHere } from "./asking.js";

/** @import { CardPage } from "./page.js" */
/** @import { ListedCase } from "./view.js" */

const MOST_CASES = 100; // that are shown at a time

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
  const details = folded(words.choose_case, {}, view.cases ? casesToOpen(card) : null);
  details.addEventListener("toggle", () => {
    if (details.open && !card.view.cases) tell(card, { do: "cases", attempt: card.view.attempt });
  });
  return details;
}

// What was typed finds cases by their titles and stories; a large bank's are not all built.
/** @param {CardPage} card */
function casesToOpen(card) {
  const { view, words } = card;
  const list = make("ul", { class: "cl-to-open" });
  const more = make("p", { class: "cl-about", role: "status" });
  const find = make("input", { type: "search", oninput: () => show() });
  const show = () => {
    const found = (view.cases ?? []).filter(({ found_by }) => hasWords(found_by, find.value));
    const left = found.length - MOST_CASES;
    list.replaceChildren(...found.slice(0, MOST_CASES).map((one) => caseToOpen(card, one)));
    more.textContent = found.length ? (left > 0 ? fill(words.choose_more, { count: left }) : "") : words.choose_none;
  };
  show();
  return make("div", {}, labelBefore(words.choose_find, find), list, more);
}

/** @param {CardPage} card @param {ListedCase} one */
function caseToOpen(card, { id, title, says, done }) {
  const opens = quietly(title, () => askHere(card, { do: "open", case: id }));
  return make("li", {}, opens, make("small", {}, says), make("small", {}, done));
}
