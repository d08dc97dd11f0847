// What the parts of the presenter's card are made with: built again only when what they show has changed.

import { add, folded, make, uniqueId } from "../shared/dom.js";
import { send } from "../shared/kernel.js";

// Where the part *name* stands in the layout.
export function place(card, name) {
  card.parts[name] = { root: make("div", { class: `cl-part-${name}` }), shown: "" };
  return card.parts[name].root;
}

// What stands there; where it is built again the focus and what was unfolded stay as they were.
export function part(card, name, data, build) {
  const known = card.parts[name];
  const shown = JSON.stringify(data);
  if (shown === known.shown) return;
  known.shown = shown;
  known.root.hidden = !data;
  rebuild(known.root, data ? build(data) : []);
}

function rebuild(root, content) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const unfolded = [...root.querySelectorAll("details[open]")].map((one) => one.dataset.key);
  root.replaceChildren();
  add(root, [content]);
  root.querySelectorAll("details").forEach((one) => {
    one.open = one.open || unfolded.includes(one.dataset.key);
  });
  if (!focused) return;
  const same = [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === focused.dataset.key);
  (same ?? root.querySelector("button, select, input, summary"))?.focus({ preventScroll: true });
}

// A button that sends *message* with its name as key; *does* instead, where the page itself does something.
export function control(card, text, message, { does, main = false, label = null, quiet = false } = {}) {
  return make(
    "button",
    {
      type: "button",
      class: main ? "cl-main" : quiet ? "cl-quiet" : "",
      "aria-label": label,
      "data-key": JSON.stringify(message),
      onclick: does ?? (() => send(card, message)),
    },
    text,
  );
}

export function chapter(name, title, ...children) {
  return make("section", { class: `cl-${name}`, "aria-label": title }, make("h2", {}, title), children);
}

// A folded part that a rebuild finds again by its *key*.
export function unfolding(key, title, ...children) {
  return folded(title, { "data-key": key }, ...children);
}

// Radio buttons with a line about each, for who may join.
export function hostChoices(hosts, choose) {
  const name = uniqueId();
  return hosts.map((host) =>
    make(
      "label",
      { class: "cl-choice" },
      make("input", {
        type: "radio",
        name,
        value: host.value,
        checked: host.chosen,
        "data-key": `host ${host.value}`,
        onchange: () => choose(host.value),
      }),
      make("span", {}, host.name, make("small", {}, host.about)),
    ),
  );
}
