// One question with its answers, of which one must be chosen before they are sent.

import { make, uniqueId } from "./dom.js";
import { choice } from "./elements.js";
import { missingNote } from "./missing.js";

/** @import { Option } from "./view.js" */

// Radios of one question, none chosen unless one was before.
/** @param {string} legend @param {Option[]} options @param {string | null} chosen @param {string} missing */
export function radios(legend, options, chosen, missing) {
  const name = uniqueId();
  const inputs = options.map(({ value }) => make("input", { type: "radio", name, value, checked: value === chosen }));
  const labels = options.map(({ name: title, about: says }, place) =>
    choice(inputs[place], make("b", {}, title), says),
  );
  const hint = missingNote(missing);
  const set = make(
    "fieldset",
    { "aria-describedby": hint.element.id },
    make("legend", {}, legend),
    hint.element,
    labels,
  );
  set.addEventListener("change", hint.answered);
  const chosenValue = () => inputs.find((one) => one.checked)?.value;
  const complain = () => {
    hint.show(true);
    inputs[0].focus();
  };
  return { set, value: chosenValue, complain };
}
