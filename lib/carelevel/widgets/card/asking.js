// What the card asks the kernel, and where it says what is answered.

import { focused } from "../shared/dom.js";
import { ask, tell } from "../shared/kernel.js";

/** @import { CardPage } from "./page.js" */
/** @import { Asked } from "../shared/page.js" */

// What the kernel answers stands below what the trainee has just used.
/** @param {CardPage} card @param {Asked} message */
export function askHere(card, message) {
  if (!card.waiting) focused()?.closest(".cl-commit, .cl-line, .cl-why, .cl-next")?.after(card.message);
  ask(card, { ...message, attempt: card.view.attempt });
}

/** @param {CardPage} card */
export function changed(card) {
  clearTimeout(card.typing);
  card.shown.forEach((show) => show());
  tell(card, { do: "draft", choices: card.choices, attempt: card.view.attempt });
}

// The button that commits, as the last answer leaves it.
/** @param {CardPage} card */
export function showButton({ button, view, words }) {
  if (!button) return;
  button.removeAttribute("aria-disabled");
  button.textContent = view.message?.kind === "not_kept" ? words.retry : words.compare;
}
