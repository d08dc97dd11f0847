// Builds elements. Text only ever enters as text, and whatever can hold the focus keeps its keys to itself.

const FOCUSABLE = new Set(["a", "button", "input", "select", "summary", "textarea"]);
let made = 0;

export function uniqueId() {
  made += 1;
  return `carelevel-${made}`;
}

// make("p", {class: "note", onclick: f, hidden: true}, "text", element, [more], null)
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  // JupyterLab looks for this on the focused element first: on an ancestor alone, letters still reach the notebook.
  if (FOCUSABLE.has(tag) || element.hasAttribute("tabindex")) element.dataset.lmSuppressShortcuts = "true";
  add(element, children);
  return element;
}

export function add(element, children) {
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
}

// Text that only a screen reader says.
export function unseen(text) {
  return make("span", { class: "cl-unseen" }, text);
}

export function folded(title, attributes, ...children) {
  return make("details", attributes, make("summary", {}, title), children);
}

export function onForm(submit, attributes, ...children) {
  const onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  return make("form", { ...attributes, onsubmit }, children);
}
