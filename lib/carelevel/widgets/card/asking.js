// What the card asks the kernel, and where it says what is answered.

import { focused, make } from "../shared/dom.js";
import { held, hold, letGo } from "../shared/held.js";
import { ask, tell } from "../shared/kernel.js";

/** @import { CardPage } from "./page.js" */
/** @import { Asked } from "../shared/page.js" */

const NOT_KEPT = new Set(["store", "not_kept", "broken"]); // kinds of an answer

// What the kernel answers stands below what the trainee has just used.
/** @param {CardPage<any>} card @param {Asked} message */
export function askHere(card, message) {
  if (!card.waiting) focused()?.closest(".cl-commit, .cl-line, .cl-why, .cl-next")?.after(card.message);
  ask(card, { ...message, attempt: card.view.attempt });
}

/** @param {CardPage} card */
export function changed(card) {
  clearTimeout(card.typing);
  card.shown.forEach((show) => show());
  tell(card, { do: "draft", choices: card.choices, attempt: card.view.attempt });
  holdChoices(card);
}

// Choices are held by the page until the kernel has answered to them and kept them.
/** @param {CardPage} card */
export function holdChoices(card) {
  card.holding = card.turn;
  hold(choicesOf(card), card.choices);
}

/** @param {CardPage} card */
export function letGoOfKept(card) {
  const { by, turn } = card.answered;
  const failed = NOT_KEPT.has(card.view.message?.kind ?? "");
  if (by !== card.me || card.holding === undefined || turn < card.holding || failed) return;
  card.holding = undefined;
  letGo(choicesOf(card));
}

/** @param {CardPage} card @returns {import("./view.js").Choices | null} what an earlier page of this record held */
export function heldChoices(card) {
  return held(choicesOf(card));
}

/** @param {CardPage} card */
function choicesOf({ view }) {
  return `card ${view.trainee} ${view.attempt}`;
}

// Where one case stands alone, the way to the others.
/** @param {CardPage<any>} card */
export function onToPractice({ words }) {
  return make("a", { href: words.practice_page }, words.practice);
}

// The button that commits, as the last answer leaves it.
/** @param {CardPage} card */
export function showButton({ button, view, words }) {
  if (!button) return;
  button.removeAttribute("aria-disabled");
  button.textContent = view.message?.kind === "not_kept" ? words.retry : words.compare;
}
