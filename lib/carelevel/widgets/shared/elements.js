// The parts that every face is made of: buttons, forms, lists, choices, heads of tables.

import { make, onForm, uniqueId } from "./dom.js";

/** @import { Attributes, Child } from "./page.js" */

/** @param {Child} text @param {(event: MouseEvent) => unknown} onclick @param {Attributes} [attributes] */
export function button(text, onclick, attributes) {
  return make("button", { type: "button", onclick, ...attributes }, text);
}

/** @param {Child} text @param {Attributes} [attributes] */
export function submit(text, attributes) {
  return make("button", { type: "submit", ...attributes }, text);
}

// A button that looks like a link.
/** @param {Child} text @param {(event: MouseEvent) => unknown} onclick @param {Attributes} [attributes] */
export function quietly(text, onclick, attributes) {
  return button(text, onclick, { class: "cl-quiet", ...attributes });
}

// What stands side by side where there is room.
/** @param {...Child} children */
export function line(...children) {
  return make("div", { class: "cl-line" }, children);
}

/** @param {() => unknown} does @param {...Child} children */
export function lineForm(does, ...children) {
  return onForm(does, { class: "cl-line" }, children);
}

// The line at the top of a face, which never leaves.
/** @param {string} notice @param {...Child} children */
export function header(notice, ...children) {
  return make("header", { class: "cl-top" }, make("p", { class: "cl-notice" }, notice), children);
}

/** @param {Child[]} items @param {Attributes | null} [attributes] */
export function list(items, attributes = null) {
  const rows = items.map((item) => make("li", {}, item));
  return make("ul", attributes, rows);
}

/** @param {[string, string][]} pairs What is named, and what is said of it. */
export function definitions(pairs) {
  const items = pairs.map(([name, says]) => [make("dt", {}, name), make("dd", {}, says)]);
  return make("dl", { class: "cl-levels" }, items);
}

/** @param {Child[]} texts @param {Attributes | null} [attributes] */
export function paragraphs(texts, attributes = null) {
  return texts.map((text) => make("p", attributes, text));
}

/** @param {string} text */
export function about(text) {
  return make("p", { class: "cl-about" }, text);
}

// A radio button or a checkbox with its name, and a line about it, which by ear comes after the name.
/** @param {HTMLInputElement} input @param {Child} name @param {Child} [says] */
export function choice(input, name, says) {
  if (!says) return make("label", { class: "cl-choice" }, input, make("span", {}, name));
  const title = make("span", { id: uniqueId() }, name);
  const more = make("span", { class: "cl-choice-about", id: uniqueId() }, says);
  input.setAttribute("aria-labelledby", title.id);
  input.setAttribute("aria-describedby", more.id);
  return make("label", { class: "cl-choice" }, input, make("span", {}, title, more));
}

/** @param {{ value: unknown, name: string, chosen?: boolean }[]} choices @param {string} [none] */
export function options(choices, none) {
  const all = none === undefined ? choices : [{ value: "", name: none }, ...choices];
  return all.map(({ value, name, chosen }) => make("option", { value, selected: chosen }, name));
}

// A field with its label before it.
/** @param {string} text @param {HTMLElement} field */
export function labelBefore(text, field) {
  return make("label", {}, text, " ", field);
}

// A field with its label above it.
/** @param {Child} text @param {HTMLElement} field */
export function labelAbove(text, field) {
  return make("label", { class: "cl-text" }, make("span", {}, text), field);
}

// A field for a trainee's or a supervisor's code.
export function codeField() {
  return make("input", { type: "text", maxlength: 64, autocomplete: "off", spellcheck: "false" });
}

/** @param {Child[]} names */
export function columnHeads(names) {
  const heads = names.map((name) => make("th", { scope: "col" }, name));
  return make("thead", {}, make("tr", {}, heads));
}
