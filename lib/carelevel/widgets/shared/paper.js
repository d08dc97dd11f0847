// A part of a page printed by itself, wherever the page stands: a notebook around it is not what is wanted on paper.

import { findAll, make } from "./dom.js";

const OURS = ".cl-card"; // what our stylesheets speak of

// *name* is what a browser calls the file; *attributes* are those of the sheet that holds *parts*.
/** @param {string} name @param {import("./page.js").Attributes} attributes @param {...import("./page.js").Child} parts */
export function print(name, attributes, ...parts) {
  const frame = make("iframe", { class: "cl-unseen", "aria-hidden": "true", tabindex: -1 });
  document.body.append(frame);
  const [paper, view] = [frame.contentDocument, frame.contentWindow];
  if (!paper || !view) return;
  paper.title = name;
  paper.documentElement.lang = document.documentElement.lang;
  for (const sheet of findAll(document, "style"))
    if (sheet.textContent.includes(OURS)) paper.head.append(paper.importNode(sheet, true));
  paper.body.append(paper.importNode(make("section", attributes, ...parts), true));
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
