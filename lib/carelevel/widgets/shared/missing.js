// What is said of a question that is not answered yet, and how much room it takes.

import { make, uniqueId } from "./dom.js";

// Once it is answered the words go and their room stays, so that nothing moves under a finger, until all is asked again.
/** @param {string | null} says */
export function missingNote(says) {
  const element = make("p", { class: "cl-missing", id: uniqueId(), hidden: true }, says);
  /** @param {boolean} missing */
  const show = (missing) => {
    element.hidden = !missing;
    element.classList.remove("cl-answered");
  };
  return { element, show, answered: () => element.classList.add("cl-answered") };
}
