// Builds elements. Text only ever enters as text, and whatever can hold the focus keeps its keys to itself.

/** @import { Attributes, Child } from "./page.js" */

const FOCUSABLE = new Set(["a", "button", "input", "select", "summary", "textarea"]);
let made = 0;
// Each face on a page has a copy of this module with a count of its own: what it makes is told apart by chance.
const own = Math.random().toString(36).slice(2, 10);

export function uniqueId() {
  made += 1;
  return `carelevel-${own}-${made}`;
}

// make("p", {class: "note", onclick: f, hidden: true}, "text", element, [more], null)
/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes | null} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  // JupyterLab looks for this on the focused element first: on an ancestor alone, letters still reach the notebook.
  if (FOCUSABLE.has(tag) || element.hasAttribute("tabindex")) element.dataset.lmSuppressShortcuts = "true";
  add(element, children);
  return element;
}

/** @param {Element} element @param {Child[]} children */
export function add(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) add(element, child);
    else if (child !== null && child !== undefined && child !== "") element.append(child);
  }
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement | null} */
export function find(root, selector) {
  return root.querySelector(selector);
}

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
export function findAll(root, selector) {
  return [...root.querySelectorAll(/** @type {keyof HTMLElementTagNameMap} */ (selector))];
}

/** @param {Element | null} element @param {string} selector @returns {HTMLElement | null | undefined} */
export function closest(element, selector) {
  return element?.closest(selector);
}

// What has the focus.
export function focused() {
  return /** @type {HTMLElement | null} */ (document.activeElement);
}

// Text that only a screen reader says.
/** @param {string} text */
export function unseen(text) {
  return make("span", { class: "cl-unseen" }, text);
}

/** @param {Child} title @param {Attributes | null} attributes @param {...Child} children */
export function folded(title, attributes, ...children) {
  return make("details", attributes, make("summary", {}, title), children);
}

// Once the page is painted as it is now.
/** @param {() => void} then */
export function painted(then) {
  requestAnimationFrame(() => setTimeout(then));
}

// Once what the page shows first has been seen.
/** @param {() => void} then */
export function seen(then) {
  painted(() => painted(then));
}

// A fold that is filled when it is opened for the first time; a press comes before the opening.
/** @param {Child} title @param {() => Child[]} content */
export function filledLater(title, content) {
  const fold = folded(title, {});
  const fill = () => fold.childElementCount === 1 && add(fold, content());
  fold.addEventListener("click", fill);
  fold.addEventListener("toggle", fill);
  return fold;
}

/** @param {() => unknown} submit @param {Attributes} attributes @param {...Child} children */
export function onForm(submit, attributes, ...children) {
  /** @param {Event} event */
  const onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  return make("form", { ...attributes, onsubmit }, children);
}
