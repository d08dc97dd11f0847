// What the editor sends to the kernel: the draft after a short pause, and steps with the draft as it is here.

import { say, send } from "../shared/kernel.js";
import { outgoing } from "./draft.js";

/** @import { EditorPage } from "./page.js" */
/** @import { Asked } from "../shared/page.js" */

const PAUSE_MS = 60; // a pause in typing, after which the draft is sent

/** @param {EditorPage} page */
export function showFields(page) {
  page.shown.forEach((show) => show());
}

// What the page says itself stands until the next change.
/** @param {EditorPage} page */
export function changed(page) {
  if (page.own) say(page);
  page.unsent = true;
  clearTimeout(page.typing);
  page.typing = setTimeout(() => flush(page), PAUSE_MS);
}

// One change at a time is on its way: while the kernel works on it, what is typed meanwhile waits here.
/** @param {EditorPage} page */
export function flush(page) {
  if (page.unsent && !page.waiting) ask(page, { do: "change" });
}

// Every message brings the draft as it is here, so that no step is taken from an older one.
/** @param {EditorPage} page @param {Asked} message */
export function ask(page, message) {
  clearTimeout(page.typing);
  page.unsent = false;
  send(page, { ...message, draft: outgoing(page.draft) });
}

/** @param {EditorPage} page @param {string} [focus] */
export function restructure(page, focus) {
  changed(page);
  page.rebuild(focus);
}
