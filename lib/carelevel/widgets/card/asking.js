// What the card asks the kernel, and where it says what is answered.

import { ask, tell } from "../shared/kernel.js";

// What the kernel answers stands below what the trainee has just used.
export function askHere(card, message) {
  if (!card.waiting) document.activeElement.closest(".cl-commit, .cl-line, .cl-why, .cl-next")?.after(card.message);
  ask(card, { ...message, attempt: card.view.attempt });
}

export function changed(card) {
  clearTimeout(card.typing);
  card.shown.forEach((show) => show());
  tell(card, { do: "draft", choices: card.choices, attempt: card.view.attempt });
}

// The button that commits, as the last answer leaves it.
export function showButton({ button, view, words }) {
  if (!button) return;
  button.removeAttribute("aria-disabled");
  button.textContent = view.message?.kind === "not_kept" ? words.retry : words.compare;
}
