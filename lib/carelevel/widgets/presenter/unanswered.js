// What is prepared while the kernel does not answer: held by the page, and asked again of the next kernel's card.

import { held, hold, letGo } from "../shared/held.js";
import { say, send } from "../shared/kernel.js";

/** @import { PresenterPage } from "./page.js" */
/** @import { Asked } from "../shared/page.js" */

const HELD = "workshop";
const OF_A_PLAN = ["add", "remove", "settle"]; // what can be asked again without harm

// Ask; of what is prepared the page holds what is not answered, the same thing once.
/** @param {PresenterPage} card @param {Asked} message */
export function askHeld(card, message) {
  if (card.view.stage === "setup" && OF_A_PLAN.includes(message.do)) {
    const other = card.unanswered.filter((one) => JSON.stringify(one.message) !== JSON.stringify(message));
    card.unanswered = [...other, { turn: card.turn + 1, message }];
    keep(card);
  }
  send(card, message);
}

/** @param {PresenterPage} card */
export function letGoOfAnswered(card) {
  const { by, turn } = card.answered;
  if (by !== card.me || !card.unanswered.length) return;
  card.unanswered = card.unanswered.filter((one) => one.turn > turn);
  keep(card);
  if (card.unanswered.length || !card.tookUp) return;
  card.tookUp = false;
  say(card, card.words.held); // the kernel has it now
}

/** @param {PresenterPage} card */
export function askAgain(card) {
  /** @type {Asked[]} */
  const was = held(HELD) ?? [];
  letGo(HELD);
  if (card.view.stage !== "setup" || !was.length) return;
  card.tookUp = true;
  was.forEach((message) => askHeld(card, message));
}

/** @param {PresenterPage} card */
function keep({ unanswered }) {
  const messages = unanswered.map(({ message }) => message);
  if (messages.length) hold(HELD, messages);
  else letGo(HELD);
}
