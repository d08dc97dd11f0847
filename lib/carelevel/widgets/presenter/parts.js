// What the parts of the presenter's card are made with: built again only when what they show has changed.

import { add, find, findAll, focused, folded, make, uniqueId } from "../shared/dom.js";
import { about, button, choice } from "../shared/elements.js";
import { askHeld } from "./unanswered.js";

/** @import { PresenterPage } from "./page.js" */
/** @import { Hosts } from "./view.js" */
/** @import { Child } from "../shared/page.js" */
/** @import { Asked } from "../shared/page.js" */

/** @typedef {{ does?: () => unknown, main?: boolean, label?: string | null, quiet?: boolean }} Control */

// Where the part *name* stands in the layout.
/** @param {PresenterPage} card @param {string} name */
export function place(card, name) {
  card.parts[name] = { root: make("div", { class: `cl-part-${name}` }), shown: "" };
  return card.parts[name].root;
}

// What stands there; where it is built again the focus and what was unfolded stay as they were.
/**
 * @template T
 * @param {PresenterPage} card
 * @param {string} name
 * @param {T} data
 * @param {(data: NonNullable<T>) => Child} build
 */
export function part(card, name, data, build) {
  const known = card.parts[name];
  const shown = JSON.stringify(data);
  if (shown === known.shown) return;
  known.shown = shown;
  known.root.hidden = !data;
  rebuild(known.root, data ? build(data) : []);
}

/** @param {HTMLElement} root @param {Child} content */
function rebuild(root, content) {
  const used = root.contains(document.activeElement) ? focused() : null;
  const unfolded = findAll(root, "details[open]").map((one) => one.dataset.key);
  root.replaceChildren();
  add(root, [content]);
  root.querySelectorAll("details").forEach((one) => {
    one.open = one.open || unfolded.includes(one.dataset.key);
  });
  if (!used) return;
  const same = findAll(root, "[data-key]").find((one) => one.dataset.key === used.dataset.key);
  (same ?? find(root, "button, select, input, summary"))?.focus({ preventScroll: true });
}

// A button that sends *message* with its name as key; *does* instead, where the page itself does something.
/**
 * @param {PresenterPage} card
 * @param {Child} text
 * @param {Record<string, unknown>} message
 * @param {Control} [control]
 */
export function control(card, text, message, { does, main = false, label = null, quiet = false } = {}) {
  return button(text, does ?? (() => askHeld(card, /** @type {Asked} */ (message))), {
    class: main ? "cl-main" : quiet ? "cl-quiet" : "",
    "aria-label": label,
    "data-key": JSON.stringify(message),
  });
}

/** @param {string} name @param {string} title @param {...Child} children */
export function chapter(name, title, ...children) {
  return make("section", { class: `cl-${name}`, "aria-label": title }, make("h2", {}, title), children);
}

// A folded part that a rebuild finds again by its *key*.
/** @param {string} key @param {string} title @param {...Child} children */
export function unfolding(key, title, ...children) {
  return folded(title, { "data-key": key }, ...children);
}

// Radio buttons with a line about each, for who may join, and a field for another address.
/** @param {PresenterPage} card @param {Hosts} hosts @param {(host: string) => void} choose */
export function hostChoices(card, { choices, typed }, choose) {
  const name = uniqueId();
  const radios = choices.map(({ value, name: title, about: says, chosen }) => {
    const attributes = { name, value, checked: chosen, "data-key": `host ${value}`, onchange: () => choose(value) };
    return choice(make("input", { type: "radio", ...attributes }), title, says);
  });
  return [radios, typed ? typedHost(card, choose) : null];
}

/** @param {PresenterPage} card @param {(host: string) => void} choose */
function typedHost({ words }, choose) {
  const typed = make("input", { "data-key": "host typed", spellcheck: false, autocomplete: "off", maxlength: 200 });
  typed.addEventListener("change", () => typed.value.trim() && choose(typed.value));
  const field = make("label", { class: "cl-pick" }, make("span", {}, words.who_typed), typed);
  return unfolding("host another", words.who_another, about(words.who_typed_about), field);
}
