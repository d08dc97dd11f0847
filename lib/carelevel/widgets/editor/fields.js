// Fields that hold a part of the draft: what is typed goes into it, and what the draft becomes shows in them.

import { make, uniqueId } from "../shared/dom.js";
import { choice } from "../shared/elements.js";
import { changed } from "./desk.js";
import { typed } from "./draft.js";

/** @import { EditorPage, Field } from "./page.js" */
/** @import { Attributes } from "../shared/page.js" */

/**
 * @template {string} K
 * @param {EditorPage} page
 * @param {string} where
 * @param {() => Record<K, string>} holder
 * @param {K} name
 * @param {Attributes} [attributes]
 */
export function lineField(page, where, holder, name, attributes) {
  return held(page, where, holder, name, make("input", { type: "text", autocomplete: "off", ...attributes }));
}

/** @param {EditorPage} page @param {string} where @param {() => { id: string }} holder */
export function nameField(page, where, holder) {
  const attributes = { maxlength: page.bank.longest.line, spellcheck: "false", class: "cl-code" };
  return lineField(page, where, holder, "id", attributes);
}

/**
 * @template {string} K
 * @param {EditorPage} page
 * @param {string} where
 * @param {() => Record<K, string>} holder
 * @param {K} name
 * @param {Attributes} [attributes]
 */
export function textField(page, where, holder, name, attributes) {
  return held(page, where, holder, name, make("textarea", { rows: 2, ...attributes }));
}

/**
 * @template {string} K
 * @template {Field} F
 * @param {EditorPage} page
 * @param {string} where
 * @param {() => Record<K, string>} holder
 * @param {K} name
 * @param {F} element
 */
function held(page, where, holder, name, element) {
  element.dataset.where = where;
  element.addEventListener("input", () => {
    holder()[name] = element.value;
    changed(page);
  });
  page.shown.push(() => setText(element, holder()[name]));
  return element;
}

// Another text in a field, its caret behind what has changed.
/** @param {Field} element @param {string} text */
export function setText(element, text) {
  if (element.value === text) return;
  const edit = typed(element.value, text, 0);
  element.value = text;
  if (element === document.activeElement) element.setSelectionRange(edit.start + edit.added, edit.start + edit.added);
}

/** @param {string} title @param {Field} field @param {string} [hint] */
export function labelled(title, field, hint) {
  const about = hint ? make("small", { id: uniqueId() }, hint) : null;
  if (about) field.setAttribute("aria-describedby", about.id);
  field.id = uniqueId();
  return make("div", { class: "cl-text" }, make("label", { for: field.id }, title), about, field);
}

// Radios in a fieldset, none of them chosen until somebody does.
/**
 * @template V
 * @param {EditorPage} page
 * @param {string} where
 * @param {string} legend
 * @param {{ value: V, name: string }[]} options
 * @param {() => V | null} read
 * @param {(value: V) => unknown} write
 */
export function radios(page, where, legend, options, read, write) {
  const group = uniqueId();
  /** @param {{ value: V, name: string }} option */
  const radio = ({ value, name }) => {
    const onchange = () => {
      write(value);
      changed(page);
    };
    const input = make("input", { type: "radio", name: group, onchange });
    page.shown.push(() => (input.checked = read() === value));
    return choice(input, name);
  };
  const choices = make("div", { class: "cl-choices" }, options.map(radio));
  return make("fieldset", { class: "cl-row", "data-where": where }, make("legend", {}, legend), choices);
}

// The author says first what they expect; only then does the answer show, or nobody would learn from it.
/**
 * @param {EditorPage} page
 * @param {string} where
 * @param {string} legend
 * @param {() => string} read
 * @param {(level: string) => unknown} write
 */
export function expecting(page, where, legend, read, write) {
  return radios(page, `${where}.expected`, legend, page.bank.levels, read, write);
}
