// Places of the draft on the page: `points.0.text` and the field that holds it.

import { find } from "../shared/dom.js";
import { unitsIn } from "./draft.js";

/** @import { EditorPage, Field } from "./page.js" */
/** @import { Placed } from "./view.js" */

/** @param {EditorPage} page @param {string | undefined} where @returns {Field | null} */
export function fieldAt(page, where) {
  for (let place = where ?? ""; place; place = place.slice(0, Math.max(0, place.lastIndexOf(".")))) {
    const [here, within] = [`[data-where="${CSS.escape(place)}"]`, `[data-where^="${CSS.escape(place)}."]`];
    const field = find(page.left, here) ?? find(page.left, within);
    if (field) return field.matches("fieldset") ? field.querySelector("input") : /** @type {Field} */ (field);
  }
  return null;
}

// To the place that a problem or a hit is about; *start* and *end* are units of the text there.
/** @param {EditorPage} page @param {Placed} place */
export function leadTo(page, { where, start, end }) {
  const field = fieldAt(page, where);
  if (!field) return;
  field.closest("details")?.setAttribute("open", "");
  if (start === null || !field.setSelectionRange) field.focus();
  else select(field, unitsIn(field.value, start), unitsIn(field.value, end ?? start));
}

/** @param {Field | null} field @param {number} start @param {number} end */
export function select(field, start, end) {
  if (!field) return;
  field.focus();
  field.setSelectionRange(start, end);
  const line = field.previousElementSibling?.querySelector?.("span") && lineOf(field.previousElementSibling, start);
  (line ?? field).scrollIntoView({ block: "nearest" });
}

// The run of the layer behind a text in which a place stands: the text itself has no parts to scroll to.
/** @param {Element} layer @param {number} place */
function lineOf(layer, place) {
  let at = 0;
  return [...layer.children].find((run) => (at += run.textContent.length) > place);
}
