// What stands in the way of the page: a title, a sentence, and what can be done.

import { make } from "../../widgets/shared/dom.js";

// Shown above everything else, until a button is pressed, whose number comes back; without buttons it stays.
/** @param {string} title @param {string} says @param {...string} buttons @returns {Promise<number>} */
export function choose(title, says, ...buttons) {
  return new Promise((resolve) => {
    const heading = make("h2", { tabindex: -1 }, title);
    const dialog = make(
      "dialog",
      { class: "page-notice" },
      heading,
      make("p", {}, says),
      buttons.map((text, number) => {
        const onclick = () => {
          dialog.remove();
          resolve(number);
        };
        return make("button", { type: "button", onclick }, text);
      }),
    );
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
    heading.focus();
  });
}
