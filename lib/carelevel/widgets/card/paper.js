// A case on paper: as it is asked, with room to decide, or as it was answered.

import { make } from "../shared/dom.js";
import { list, quietly } from "../shared/elements.js";
import { print } from "../shared/paper.js";
import { earlier, glossary, story } from "../shared/story.js";

/** @import { CardPage } from "./page.js" */
/** @import { Fieldset } from "./view.js" */

// Before the commit there is no answer to print.
/** @param {CardPage<any>} card */
export function printing(card) {
  const { view, words } = card;
  const withAnswer = () => print(view.title, sheet(words.card), notice(card), answered(card));
  return make(
    "p",
    { class: "cl-printing" },
    quietly(words.print, () => printed(card)),
    view.compared ? [" · ", quietly(words.print_with, withAnswer)] : null,
  );
}

/** @param {CardPage<any>} card */
function printed(card) {
  const { view, words } = card;
  /** @type {Fieldset[]} */
  const form = card.model.get("bank").form;
  const asked = form.map(({ legend, options }) => {
    const boxes = list(
      options.map(({ name }) => name),
      { class: "cl-boxes" },
    );
    return make("section", {}, make("h5", {}, legend), boxes);
  });
  print(
    view.title,
    sheet(words.card),
    notice(card),
    make("h3", {}, view.title),
    earlier(card),
    make("h4", {}, view.heading),
    story(view.prose ?? view.compared.prose),
    glossary(view, words),
    make("div", { class: "cl-asked" }, asked),
    make("h5", { class: "cl-lines" }, words.reasons),
  );
}

// The story and the two answers are there to read; what else was left folded is left out.
/** @param {CardPage<any>} card */
function answered(card) {
  const body = /** @type {HTMLElement} */ (card.body.cloneNode(true));
  const [reread, sides, ...others] = body.querySelectorAll(".cl-folds > details");
  for (const fold of [reread, sides]) fold?.setAttribute("open", "");
  for (const fold of others) if (!fold.hasAttribute("open")) fold.remove();
  return body;
}

/** @param {CardPage<any>} card */
function notice(card) {
  return make("p", { class: "cl-notice" }, card.model.get("bank").notice);
}

/** @param {string} label */
function sheet(label) {
  return { class: "cl-card cl-paper", "aria-label": label };
}
