// The line that never leaves: the notice, whose record this is, and the other cases.

import { fill } from "../../scripts/saying.js";
import { add, folded, make, onForm } from "../shared/dom.js";
import { tell } from "../shared/kernel.js";
import { askHere } from "./asking.js";

/** @import { CardPage } from "./page.js" */
/** @import { Child } from "../shared/page.js" */

/** @param {CardPage} card */
export function showTop(card) {
  const { view, words } = card;
  const cases = JSON.stringify(view.cases ?? null);
  const shown = `${view.trainee} ${cases}`;
  if (shown === card.top.dataset.shown) return;
  const open = card.choosing?.open;
  card.top.dataset.shown = shown;
  card.choosing = chooser(card);
  card.choosing.open = Boolean(open && view.cases);
  card.top.replaceChildren();
  add(card.top, [
    make("p", { class: "cl-notice" }, card.model.get("bank").notice),
    folded(fill(words.record, { trainee: view.trainee }), {}, recordForm(card)),
    view.single ? null : card.choosing,
  ]);
}

/** @param {CardPage} card */
function recordForm(card) {
  const { words } = card;
  const code = make("input", { type: "text", maxlength: 64, autocomplete: "off", spellcheck: "false" });
  const submit = () => askHere(card, { do: "switch", code: code.value });
  return form(
    submit,
    make("p", {}, words.record_about),
    make("label", {}, words.record_code, " ", code),
    make("button", { type: "submit" }, words.record_switch),
  );
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
  /** @param {{ title: string, done: boolean }} one */
  const name = (one) => (one.done ? fill(words.choose_done, { title: one.title }) : one.title);
  const select = make(
    "select",
    {},
    view.cases.map((one) => make("option", { value: one.id }, name(one))),
  );
  return form(
    () => askHere(card, { do: "open", case: select.value }),
    make("label", {}, words.choose_label, " ", select),
    make("button", { type: "submit" }, words.choose_open),
  );
}

/** @param {() => unknown} submit @param {...Child} children */
export function form(submit, ...children) {
  return onForm(submit, { class: "cl-line" }, children);
}
